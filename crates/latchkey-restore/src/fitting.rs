//! Which key of a keyring opens a backup: all are probed, hints are not believed.

use std::path::Path;

use latchkey_backup::{BackupKey, CheckKeyError, KeyCheck, check_key};
use latchkey_keyring::OpenKeyring;
use zeroize::Zeroizing;

/// The root key of the keyring that opens this backup, from its first block: milliseconds. `None` if none does.
///
/// # Errors
/// [`CheckKeyError`]; its `WrongKindOfKey` for a backup that no root key can open (crypt12, crypt14).
pub fn fitting_key(
    keyring: &OpenKeyring,
    backup: &Path,
) -> Result<Option<BackupKey>, CheckKeyError> {
    for (_, root) in keyring.root_keys() {
        let key = BackupKey::from_root(Zeroizing::new(*root.as_bytes()));
        if check_key(backup, &key)? == KeyCheck::Fits {
            return Ok(Some(key));
        }
    }
    Ok(None)
}
