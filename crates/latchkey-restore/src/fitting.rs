//! Which key of a keyring opens a backup, and whose keyrings are worth a try: keys are probed, hints only sort.

use std::path::Path;

use latchkey_backup::{BackupKey, CheckKeyError, Inspection, KeyCheck, Secret, check_key};
use latchkey_keyring::{FILE_NAME, LockedKeyring, OpenKeyring, Slot};
use zeroize::Zeroizing;

use crate::data_folder::{DataFolder, HistoryEntry};
use crate::disk::parent_of;

/// The key of the keyring that opens this backup, from its first block: milliseconds. Root keys open crypt15, device
/// keys crypt12 and crypt14. `None` if none does.
///
/// # Errors
/// [`CheckKeyError`]; its `WrongKindOfKey` when the keyring holds no key of the kind that this backup needs.
pub fn fitting_key(
    keyring: &OpenKeyring,
    backup: &Path,
) -> Result<Option<BackupKey>, CheckKeyError> {
    let (mut other_kind, mut right_kind) = (None, false);
    for key in keys_of(keyring) {
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

/// Every key to backups that a keyring holds.
pub(crate) fn keys_of(keyring: &OpenKeyring) -> impl Iterator<Item = BackupKey> {
    let roots = keyring
        .root_keys()
        .map(|(_, root)| BackupKey::from_root(Zeroizing::new(*root.as_bytes())));
    // One that fails its own check opens nothing.
    let devices = keyring
        .device_keys()
        .filter_map(|(_, device)| BackupKey::from_bytes(device.as_bytes()).ok());
    roots.chain(devices)
}

/// A history of this computer whose keyring may open a backup.
#[derive(Debug, Clone)]
pub struct FittingKeyring {
    /// The history.
    pub history: HistoryEntry,
    /// The ways into its keyring, as the file claims.
    pub slots: Vec<Slot>,
}

/// The histories of this computer whose keyrings may open `backup`, going by what is written outside: a copy of the
/// keyring lies beside the backup, or a hint names the backup's phone number's last digits, or there is no hint to go by.
/// The likeliest first, and of equals the one opened last. Only the first block proves it ([`fitting_key`]).
#[must_use]
pub fn keyrings_for(folder: &DataFolder, backup: &Inspection) -> Vec<FittingKeyring> {
    let beside = LockedKeyring::read(&parent_of(&backup.path).join(FILE_NAME)).ok();
    let beside = beside.as_ref().map(LockedKeyring::id);
    let mut found = Vec::new();
    let mut histories = folder.list().unwrap_or_default();
    // Whatever is in its place now is not what was moved there.
    histories.retain(|history| !history.missing);
    for history in histories {
        let Ok(keyring) = LockedKeyring::read(&history.dir.join(FILE_NAME)) else {
            continue;
        };
        let likelihood = match beside == Some(keyring.id()) {
            true => Some(Likelihood::CopyBeside),
            false => hinted(&keyring, backup.phone_suffix.as_deref()),
        };
        if let Some(likelihood) = likelihood {
            let slots = keyring.slots().cloned().collect();
            found.push((likelihood, FittingKeyring { history, slots }));
        }
    }
    // Stable: the list comes in the order of opening.
    found.sort_by_key(|(likelihood, _)| *likelihood);
    found.into_iter().map(|(_, fitting)| fitting).collect()
}

/// How much speaks for a keyring; the most first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Likelihood {
    CopyBeside,
    SameDigits,
    Silent,
}

fn hinted(keyring: &LockedKeyring, digits: Option<&str>) -> Option<Likelihood> {
    let mut hints = keyring
        .accounts()
        .filter_map(|hint| hint.phone_suffix.as_deref())
        .peekable();
    match (digits, hints.peek().is_some()) {
        (Some(digits), true) => hints
            .any(|hint| hint == digits)
            .then_some(Likelihood::SameDigits),
        _ => Some(Likelihood::Silent),
    }
}
