//! One change of an open history's keyring: made in memory, saved, remembered, or not made at all.

use latchkey_keyring::{FILE_NAME, OpenKeyring, SaveKeyringError, Timestamp, UnknownSlotError};

use super::{StaleKeyringError, require_unchanged, save_in_place};
use crate::code::{ErrorCode, HasCode};
use crate::history::History;
use crate::lock::{KEYRING_LOCK_FILE, LockError, Turn};
use crate::seen::Seen;

/// Why a keyring was not changed. The one on disk is as it was.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum ChangeKeyringError<E: std::error::Error + 'static> {
    /// The change itself failed.
    #[error("the change failed: {0}")]
    Change(#[source] E),
    /// Nobody vouches for the one who signed the keyring, or for one of its ways in: whoever made it may be in it. The
    /// person has to ([`Seen::trust`]) before another way in, or a key, is put in.
    #[error("nobody vouches for the keyring")]
    Unknown,
    /// The keyring on disk is not the one that was opened.
    #[error("the keyring is not the one that was opened: {0}")]
    Stale(#[from] StaleKeyringError),
    /// Another program is changing it, and does not come to an end.
    #[error("the keyring is being changed")]
    InUse,
    /// The folder cannot be used.
    #[error("the history's folder cannot be used")]
    Io(#[source] std::io::Error),
    /// It cannot be written.
    #[error("the keyring cannot be written: {0}")]
    Save(#[source] SaveKeyringError),
}

impl<E: std::error::Error + 'static> From<LockError> for ChangeKeyringError<E> {
    fn from(error: LockError) -> Self {
        match error {
            LockError::InUse => Self::InUse,
            LockError::Io(source) => Self::Io(source),
        }
    }
}

impl<E: HasCode + std::error::Error + 'static> HasCode for ChangeKeyringError<E> {
    fn code(&self) -> ErrorCode {
        match self {
            Self::Change(source) => source.code(),
            Self::Unknown => ErrorCode::KeyringUnknown,
            Self::Stale(source) => source.code(),
            Self::InUse => ErrorCode::InUse,
            Self::Io(source) => source.code(),
            Self::Save(source) => source.code(),
        }
    }

    fn retries(&self) -> Option<u8> {
        match self {
            Self::Change(source) => source.retries(),
            _ => None,
        }
    }

    fn absence(&self) -> Option<&'static str> {
        match self {
            Self::Change(source) => source.absence(),
            _ => None,
        }
    }
}

/// Changes the keyring of an open history (a slot added), saves it, and remembers its new generation.
/// `change` may take as long as a ceremony does; what it gives is handed on. Slots are removed by
/// [`crate::remove_slot`], which re-encrypts the index as well; [`rename_slot`] and [`mark_tested`] let nobody in.
/// On failure the open keyring is as it was, too.
///
/// # Errors
/// [`ChangeKeyringError`]; `Unknown`, before `change` is called, when nobody vouches for the keyring: a new way in pins
/// its signer, and what is sealed later is sealed for everyone in it. `Stale` when another program has changed the
/// keyring since it was opened.
pub fn change_keyring<T, E: std::error::Error + 'static>(
    history: &mut History,
    seen: &Seen,
    now: Timestamp,
    change: impl FnOnce(&mut OpenKeyring) -> Result<T, E>,
) -> Result<T, ChangeKeyringError<E>> {
    // Before a person is asked for anything.
    require_unchanged(history.dir(), history.keyring())?;
    if !seen.trusts(history.keyring()) {
        return Err(ChangeKeyringError::Unknown);
    }
    // Those who were in it were known, and whom `change` lets in the person let in.
    let trust = |seen: &Seen, keyring: &OpenKeyring| seen.trust(keyring, now.as_millisecond());
    change_and_save(history, seen, change, trust)
}

/// Gives a slot of an open history's keyring another name. Nobody has to vouch for it: nothing is sealed.
///
/// # Errors
/// As [`change_keyring`], never `Unknown`.
pub fn rename_slot(
    history: &mut History,
    slot: &str,
    label: &str,
    seen: &Seen,
    now: Timestamp,
) -> Result<(), ChangeKeyringError<UnknownSlotError>> {
    let rename = |keyring: &mut OpenKeyring| keyring.rename_slot(slot, label);
    let note = |seen: &Seen, keyring: &OpenKeyring| seen.note(keyring, now.as_millisecond());
    change_and_save(history, seen, rename, note)
}

/// Notes that a slot of an open history's keyring has just opened it. Nobody has to vouch for it: nothing is sealed.
///
/// # Errors
/// As [`change_keyring`], never `Unknown`.
pub fn mark_tested(
    history: &mut History,
    slot: &str,
    seen: &Seen,
    now: Timestamp,
) -> Result<(), ChangeKeyringError<UnknownSlotError>> {
    let mark = |keyring: &mut OpenKeyring| keyring.mark_tested(slot, now);
    let note = |seen: &Seen, keyring: &OpenKeyring| seen.note(keyring, now.as_millisecond());
    change_and_save(history, seen, mark, note)
}

fn change_and_save<T, E: std::error::Error + 'static>(
    history: &mut History,
    seen: &Seen,
    change: impl FnOnce(&mut OpenKeyring) -> Result<T, E>,
    note: impl FnOnce(&Seen, &OpenKeyring) -> std::io::Result<()>,
) -> Result<T, ChangeKeyringError<E>> {
    let (dir, mut keyring) = (history.dir().to_owned(), history.keyring().draft());
    require_unchanged(&dir, &keyring)?;
    let given = change(&mut keyring).map_err(ChangeKeyringError::Change)?;
    {
        // Others who have the history open may be changing it, too.
        let _turn = Turn::wait(&dir.join(KEYRING_LOCK_FILE))?;
        require_unchanged(&dir, &keyring)?;
        save_in_place(&mut keyring, &dir.join(FILE_NAME)).map_err(ChangeKeyringError::Save)?;
    }
    if let Err(error) = note(seen, &keyring) {
        tracing::warn!(kind = %error.kind(), "the keyring seen could not be noted");
    }
    history.take_keyring(keyring);
    Ok(given)
}
