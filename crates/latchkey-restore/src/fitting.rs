//! Which key of a keyring opens a backup: all are probed, hints are not believed.

use std::path::Path;

use latchkey_backup::{BackupKey, CheckKeyError, KeyCheck, Secret, check_key};
use latchkey_keyring::OpenKeyring;
use zeroize::Zeroizing;

/// The key of the keyring that opens this backup, from its first block: milliseconds. Root keys open crypt15, device
/// keys crypt12 and crypt14. `None` if none does.
///
/// # Errors
/// [`CheckKeyError`]; its `WrongKindOfKey` when the keyring holds no key of the kind that this backup needs.
pub fn fitting_key(
    keyring: &OpenKeyring,
    backup: &Path,
) -> Result<Option<BackupKey>, CheckKeyError> {
    let roots = keyring
        .root_keys()
        .map(|(_, root)| BackupKey::from_root(Zeroizing::new(*root.as_bytes())));
    // One that fails its own check opens nothing.
    let devices = keyring
        .device_keys()
        .filter_map(|(_, device)| BackupKey::from_bytes(device.as_bytes()).ok());
    let (mut other_kind, mut right_kind) = (None, false);
    for key in roots.chain(devices) {
        match check_key(backup, &key) {
            Ok(KeyCheck::Fits) => return Ok(Some(key)),
            Ok(KeyCheck::DoesNotFit) => right_kind = true,
            Err(CheckKeyError::WrongKindOfKey { needed }) => other_kind = Some(needed),
            Err(other) => return Err(other),
        }
    }
    match other_kind {
        Some(needed @ (Secret::DeviceKey | Secret::Digits)) if !right_kind => {
            Err(CheckKeyError::WrongKindOfKey { needed })
        }
        _ => Ok(None),
    }
}
