//! The keyring of a history while it is being changed: it is the one that was opened, and it is saved before it counts.
//!
//! Holding a history open keeps restores away; two programs that both have it open take turns by a lock of their own.

mod change;
mod copies;
mod rekey;

use std::path::Path;

use latchkey_keyring::{
    FILE_NAME, IndexFormat, LockedKeyring, OpenKeyring, ReadKeyringError, SaveKeyringError,
};

pub use change::{ChangeKeyringError, change_keyring, mark_tested, rename_slot};
pub use copies::refresh_copies;
pub(crate) use rekey::settle;
pub use rekey::{RekeyError, rekey, remove_slot};

use crate::code::{ErrorCode, HasCode};

/// Why the keyring in a history's folder is not the one that was opened.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum StaleKeyringError {
    /// Another program has changed it meanwhile: open the history again.
    #[error("the keyring was changed elsewhere: generation {found} is there, {opened} was opened")]
    ChangedElsewhere {
        /// Generation on disk.
        found: u64,
        /// Generation that was opened.
        opened: u64,
    },
    /// An older one was put in its place meanwhile.
    #[error(
        "an older keyring was put in its place: generation {found} is there, {opened} was opened"
    )]
    Older {
        /// Generation on disk.
        found: u64,
        /// Generation that was opened.
        opened: u64,
    },
    /// Another keyring, or one that another key has signed, was put in its place.
    #[error("another keyring was put in its place")]
    OtherKeyring,
    /// It cannot be read any more.
    #[error("the keyring cannot be read")]
    Unreadable(#[source] ReadKeyringError),
}

impl HasCode for StaleKeyringError {
    fn code(&self) -> ErrorCode {
        match self {
            Self::ChangedElsewhere { .. } => ErrorCode::InUse,
            Self::Older { .. } => ErrorCode::KeyringOlder,
            Self::OtherKeyring => ErrorCode::KeyringTampered,
            Self::Unreadable(source) => source.code(),
        }
    }
}

/// How the index is encrypted, for a new keyring ([`latchkey_keyring::NewKeyring::index_format`]).
#[must_use]
pub fn index_format() -> IndexFormat {
    let json = serde_json::to_string(&latchkey_index::FORMAT).expect("a plain struct serialises");
    IndexFormat::from_json(&json).expect("a struct is an object")
}

/// Saves a keyring. Where the disk does not confirm it, the new one counts all the same: it is the one that is there.
pub(crate) fn save_in_place(
    keyring: &mut OpenKeyring,
    path: &Path,
) -> Result<(), SaveKeyringError> {
    match keyring.save(path) {
        Err(error) if error.is_in_place() => {
            tracing::warn!("the disk did not confirm the saved keyring");
            Ok(())
        }
        other => other,
    }
}

/// The keyring in `dir` is still the one that was opened: another program may have changed it before we had the lock,
/// and saving ours would take that change back. Opened anew, it has both.
pub(crate) fn require_unchanged(
    dir: &Path,
    keyring: &OpenKeyring,
) -> Result<(), StaleKeyringError> {
    let found = match LockedKeyring::read(&dir.join(FILE_NAME)) {
        Ok(found) => found,
        // Cut off in a save: ours is put in its place.
        Err(ReadKeyringError::NotFound) => return Ok(()),
        Err(error) => return Err(StaleKeyringError::Unreadable(error)),
    };
    refuse_stale(&found, keyring)
}

/// What was found in the file is still the keyring that was opened from it.
///
/// # Errors
/// [`StaleKeyringError`] says how the two differ; saving the opened one would take a change back.
pub fn refuse_stale(found: &LockedKeyring, keyring: &OpenKeyring) -> Result<(), StaleKeyringError> {
    if keyring.is_stored_as(found) {
        return Ok(());
    }
    let same = (found.id(), found.fingerprint_claimed()) == (keyring.id(), keyring.fingerprint());
    let (found, opened) = (found.generation(), keyring.generation());
    Err(match found < opened {
        _ if !same => StaleKeyringError::OtherKeyring,
        true => StaleKeyringError::Older { found, opened },
        // Of the same generation, too: two computers can have changed copies of one.
        false => StaleKeyringError::ChangedElsewhere { found, opened },
    })
}
