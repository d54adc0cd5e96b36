//! A history open for reading: its keyring unlocked, its index behind the key.
//!
//! Dropping it closes the databases and wipes the keys. Others may read at the same time; nobody may write.

use std::ops::ControlFlow;
use std::path::{Path, PathBuf};

use latchkey_index::{Index, IndexKey, OpenIndexError};
use latchkey_keyring::{
    FILE_NAME, LockedKeyring, OpenKeyring, OpenKeyringError, ReadKeyringError, SlotIdentity,
    Timestamp, discard_previous, discard_unfinished, previous_of,
};

use crate::code::{ErrorCode, HasCode};
use crate::keyring::{RekeyError, require_unchanged, settle};
use crate::lock::{FolderLock, LockError};
use crate::restore::Target;
use crate::seen::{Seen, SeenVerdict};

/// Why a history does not open.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum OpenHistoryError {
    /// There is no keyring in that folder.
    #[error("no history in this folder")]
    NotAHistory {
        /// The folder.
        path: PathBuf,
    },
    /// The keyring cannot be read.
    #[error("the keyring cannot be read")]
    Keyring(#[source] ReadKeyringError),
    /// The keyring does not open.
    #[error("the keyring does not open")]
    Unlock(#[source] OpenKeyringError),
    /// The keyring is signed by another key than the one this computer knows.
    #[error("the keyring is signed by another key than before")]
    OtherSigner,
    /// This computer has seen a newer keyring; the person may open it all the same.
    #[error("an older keyring than the newest seen: {found} after {seen}")]
    KeyringOlder {
        /// Generation of this keyring.
        found: u64,
        /// Highest generation seen.
        seen: u64,
    },
    /// The index does not open.
    #[error("the index does not open")]
    Index(#[source] OpenIndexError),
    /// A change of the index key that was begun before cannot be finished, and nothing can be written before.
    #[error("a change of the index key cannot be finished: {0}")]
    Rekey(#[source] RekeyError),
    /// Another program is writing it.
    #[error("the history is in use")]
    InUse,
    /// The folder cannot be used.
    #[error("the history's folder cannot be used")]
    Io {
        /// The folder.
        path: PathBuf,
        /// What the system said.
        source: std::io::Error,
    },
}

impl HasCode for OpenHistoryError {
    fn code(&self) -> ErrorCode {
        match self {
            Self::NotAHistory { .. } => ErrorCode::NotABackup,
            Self::Keyring(source) => source.code(),
            Self::Unlock(source) => source.code(),
            Self::OtherSigner => ErrorCode::KeyringTampered,
            Self::KeyringOlder { .. } => ErrorCode::KeyringOlder,
            Self::Index(source) => source.code(),
            Self::Rekey(source) => source.code(),
            Self::InUse => ErrorCode::InUse,
            Self::Io { source, .. } => source.code(),
        }
    }
}

/// An open history.
#[derive(Debug)]
pub struct History {
    dir: PathBuf,
    index: Index,
    keyring: OpenKeyring,
    lock: FolderLock,
    edition: u64,
}

impl History {
    /// Opens the history in `dir` with the identity of a slot, and remembers its keyring in `seen`. What an interrupted
    /// import or change of the index key left behind is finished first, where nobody else has the history open.
    ///
    /// # Errors
    /// [`OpenHistoryError`]; `KeyringOlder` when this computer has seen a newer keyring.
    pub fn open(
        dir: &Path,
        identity: &SlotIdentity,
        seen: &Seen,
        now: Timestamp,
    ) -> Result<Self, OpenHistoryError> {
        Self::open_telling(dir, identity, seen, now, &mut silently)
    }

    /// As [`History::open`]. Where the index is of an earlier version, `on_progress` gets the pages that were copied to bring it
    /// up, and pages altogether; `Break` leaves it as it was.
    ///
    /// # Errors
    /// [`OpenHistoryError`]; `Index` with [`OpenIndexError::Cancelled`] after a `Break`.
    pub fn open_telling(
        dir: &Path,
        identity: &SlotIdentity,
        seen: &Seen,
        now: Timestamp,
        on_progress: OnProgress<'_>,
    ) -> Result<Self, OpenHistoryError> {
        let unlock = || unlock(dir, identity, Some(seen));
        Self::open_unlocked(dir, &unlock, seen, now, on_progress)
    }

    /// As [`History::open_telling`], after the person has confirmed to open an older keyring.
    ///
    /// # Errors
    /// [`OpenHistoryError`], never `KeyringOlder`.
    pub fn open_older(
        dir: &Path,
        identity: &SlotIdentity,
        seen: &Seen,
        now: Timestamp,
        on_progress: OnProgress<'_>,
    ) -> Result<Self, OpenHistoryError> {
        let unlock = || unlock(dir, identity, None);
        let keyring = unlock()?;
        match seen.judge(&keyring) {
            SeenVerdict::OtherSigner => return Err(OpenHistoryError::OtherSigner),
            SeenVerdict::Fine => {}
            SeenVerdict::Older { .. } => {
                if let Err(error) = seen.accept(&keyring, now.as_millisecond()) {
                    tracing::warn!(kind = %error.kind(), "the keyring seen could not be noted");
                }
            }
        }
        Self::open_unlocked(dir, &unlock, seen, now, on_progress)
    }

    /// Between reading the keyring and having the lock another program may have changed both it and the index: then once
    /// more.
    fn open_unlocked(
        dir: &Path,
        unlock: &dyn Fn() -> Result<OpenKeyring, OpenHistoryError>,
        seen: &Seen,
        now: Timestamp,
        on_progress: OnProgress<'_>,
    ) -> Result<Self, OpenHistoryError> {
        let first = Self::open_locked(dir, unlock()?, seen, now, on_progress);
        match first {
            Err(OpenHistoryError::InUse) => {
                Self::open_locked(dir, unlock()?, seen, now, on_progress)
            }
            other => other,
        }
    }

    /// With a keyring that is open already, for example after a restore.
    ///
    /// # Errors
    /// As [`History::open`]; `InUse` also when the keyring was changed since it was opened.
    pub fn open_keyring(
        dir: &Path,
        keyring: OpenKeyring,
        seen: &Seen,
        now: Timestamp,
    ) -> Result<Self, OpenHistoryError> {
        Self::open_locked(dir, keyring, seen, now, &mut silently)
    }

    /// Takes the folder's lock and opens what it guards.
    fn open_locked(
        dir: &Path,
        mut keyring: OpenKeyring,
        seen: &Seen,
        now: Timestamp,
        on_progress: OnProgress<'_>,
    ) -> Result<Self, OpenHistoryError> {
        if seen.judge(&keyring) == SeenVerdict::OtherSigner {
            return Err(OpenHistoryError::OtherSigner);
        }
        let lock = match FolderLock::alone(dir) {
            Ok(lock) => {
                tidy(dir, &mut keyring, on_progress)?;
                lock.share()
            }
            Err(_) => FolderLock::shared(dir),
        };
        let lock = lock.map_err(|error| locked(dir, error))?;
        let index = bring_up(dir, &keyring, on_progress)
            .and_then(|()| open_index(dir, &keyring))
            .map_err(|error| judged(dir, &keyring, error))?;
        // A convenience only: the history is open, whatever becomes of the note.
        if let Err(error) = seen.note(&keyring, now.as_millisecond()) {
            tracing::warn!(kind = %error.kind(), "the keyring seen could not be noted");
        }
        Ok(Self {
            dir: dir.to_owned(),
            index,
            keyring,
            lock,
            edition: 0,
        })
    }

    /// Opens the index once more, for reading beside this one from another thread. It has no lock of its own: it must not
    /// outlive this one, nor a change of this one's index ([`History::edition`]), and it cannot change anything.
    ///
    /// # Errors
    /// `Index` when the index does not open.
    pub fn another_reader(&self) -> Result<Self, OpenHistoryError> {
        let index = open_index(&self.dir, &self.keyring).map_err(OpenHistoryError::Index)?;
        Ok(Self {
            dir: self.dir.clone(),
            index,
            keyring: self.keyring.draft(),
            lock: FolderLock::of_another(),
            edition: self.edition,
        })
    }

    /// Grows when the index was changed or its key was: what another reader of an earlier edition says is out of date.
    #[must_use]
    pub fn edition(&self) -> u64 {
        self.edition
    }

    /// The history's folder.
    #[must_use]
    pub fn dir(&self) -> &Path {
        &self.dir
    }

    /// What to read from.
    #[must_use]
    pub fn index(&self) -> &Index {
        &self.index
    }

    /// Its keyring.
    #[must_use]
    pub fn keyring(&self) -> &OpenKeyring {
        &self.keyring
    }

    /// How many messages and chats have marks of the person's own that were never exported as they are; `None` where that
    /// cannot be read, which is not the same as none.
    #[must_use]
    pub fn unexported_marks(&self) -> Option<u64> {
        self.index.unexported_marks().ok()
    }

    /// A change of the index key was begun and is not finished: it is when the history is opened the next time, alone and
    /// with room for a second copy of the index.
    #[must_use]
    pub fn rekey_is_pending(&self) -> bool {
        self.keyring.next_index_key().is_some()
    }

    /// Closes the index and hands the keyring over for restoring another backup into this history.
    #[must_use]
    pub fn into_target(self) -> Target {
        Target::Existing {
            dir: self.dir,
            keyring: self.keyring,
        }
    }

    /// Closes the databases and wipes the keys.
    pub fn close(self) {}

    /// Nobody else has it open until [`Self::let_others_in`].
    pub(crate) fn shut_others_out(&mut self) -> Result<(), LockError> {
        self.lock.shut_others_out()
    }

    pub(crate) fn let_others_in(&mut self) -> Result<(), LockError> {
        self.lock.let_others_in()
    }

    /// Changes the index with nobody else in it; afterwards it is open for reading as before, whatever the change came to.
    pub(crate) fn change_index<T, E>(
        &mut self,
        change: impl FnOnce(&mut Index) -> Result<T, E>,
    ) -> Result<T, E>
    where
        E: From<OpenHistoryError>,
    {
        let dir = self.dir.clone();
        self.shut_others_out()
            .map_err(|error| locked(&dir, error))?;
        let changed = self.write_index(change);
        let shared = self.let_others_in();
        let changed = changed?;
        shared.map_err(|error| locked(&dir, error))?;
        Ok(changed)
    }

    fn write_index<T, E>(&mut self, change: impl FnOnce(&mut Index) -> Result<T, E>) -> Result<T, E>
    where
        E: From<OpenHistoryError>,
    {
        if self.rekey_is_pending() {
            let mut keyring = self.keyring.draft();
            settle(&self.dir, &mut keyring).map_err(OpenHistoryError::Rekey)?;
            self.take_rekeyed(keyring)
                .map_err(OpenHistoryError::Index)?;
        }
        let before = self.index.generation();
        let key = IndexKey::from_bytes(self.keyring.index_key().as_bytes());
        let mut index = Index::open(&self.dir, &key)
            .map_err(|error| judged(&self.dir, &self.keyring, error))?;
        let changed = change(&mut index);
        drop(index);
        self.edition += 1;
        // What was open before does not know of the change. What it read for searching is of messages alone.
        let mut reopened = open_index(&self.dir, &self.keyring).map_err(OpenHistoryError::Index)?;
        if matches!((before, reopened.generation()), (Ok(one), Ok(other)) if one == other) {
            reopened.take_reading_of(&mut self.index);
        }
        self.index = reopened;
        changed
    }

    /// Puts a changed and saved keyring in the place of the one that was opened.
    pub(crate) fn take_keyring(&mut self, keyring: OpenKeyring) {
        self.keyring = keyring;
    }

    /// As [`Self::take_keyring`], and opens the index anew under its keys. On failure both stay as they are.
    pub(crate) fn take_rekeyed(&mut self, keyring: OpenKeyring) -> Result<(), OpenIndexError> {
        self.index = open_index(&self.dir, &keyring)?;
        self.keyring = keyring;
        self.edition += 1;
        Ok(())
    }
}

/// Gets pages copied and pages altogether; `Break` cancels.
type OnProgress<'p> = &'p mut dyn FnMut(u64, u64) -> ControlFlow<()>;

fn silently(_: u64, _: u64) -> ControlFlow<()> {
    ControlFlow::Continue(())
}

/// Brings an index of an earlier version up. Under the other key of a change that was begun, the opening does it.
fn bring_up(
    dir: &Path,
    keyring: &OpenKeyring,
    on_progress: OnProgress<'_>,
) -> Result<(), OpenIndexError> {
    let key = IndexKey::from_bytes(keyring.index_key().as_bytes());
    Index::bring_up(dir, &key, on_progress)
}

/// For reading, under whichever of the keyring's keys fits.
fn open_index(dir: &Path, keyring: &OpenKeyring) -> Result<Index, OpenIndexError> {
    let current = IndexKey::from_bytes(keyring.index_key().as_bytes());
    match keyring.next_index_key() {
        None => Index::open_read_only(dir, &current),
        Some(next) => {
            let next = IndexKey::from_bytes(next.as_bytes());
            Index::open_read_only_with_either(dir, &current, &next)
        }
    }
}

/// Alone with the history: pays what something that was cut off owes. A change of the index key that cannot be finished
/// now, for want of room, is no reason not to open.
fn tidy(
    dir: &Path,
    keyring: &mut OpenKeyring,
    on_progress: OnProgress<'_>,
) -> Result<(), OpenHistoryError> {
    let _ = Index::remove_rekey_leftovers(dir);
    let _ = discard_unfinished(&dir.join(FILE_NAME));
    if let Err(error) = settle(dir, keyring) {
        tracing::warn!(code = %error.code(), "a change of the index key could not be finished");
        return Ok(());
    }
    // What an interrupted import owes to the text index.
    let key = IndexKey::from_bytes(keyring.index_key().as_bytes());
    let opened = bring_up(dir, keyring, on_progress).and_then(|()| Index::open(dir, &key));
    opened
        .map(drop)
        .map_err(|error| judged(dir, keyring, error))
}

/// A key that does not fit may be an old one: then the keyring beside the index is another by now.
fn judged(dir: &Path, keyring: &OpenKeyring, error: OpenIndexError) -> OpenHistoryError {
    match error {
        OpenIndexError::KeyDoesNotFit if require_unchanged(dir, keyring).is_err() => {
            OpenHistoryError::InUse
        }
        other => OpenHistoryError::Index(other),
    }
}

/// Reads and opens the keyring of the history in `dir`; with `seen`, an older one is refused.
pub(crate) fn unlock(
    dir: &Path,
    identity: &SlotIdentity,
    seen: Option<&Seen>,
) -> Result<OpenKeyring, OpenHistoryError> {
    let path = dir.join(FILE_NAME);
    let locked = match LockedKeyring::read(&path) {
        // A save that was cut off where renaming is not atomic: the last generation is still there.
        Err(ReadKeyringError::NotFound) => {
            LockedKeyring::read(&previous_of(&path)).map_err(|_| ReadKeyringError::NotFound)
        }
        other => other,
    };
    let locked = locked.map_err(|error| match error {
        ReadKeyringError::NotFound => OpenHistoryError::NotAHistory {
            path: dir.to_owned(),
        },
        other => OpenHistoryError::Keyring(other),
    })?;
    let keyring = locked.open(identity).map_err(OpenHistoryError::Unlock)?;
    match seen.map_or(SeenVerdict::Fine, |seen| seen.judge(&keyring)) {
        SeenVerdict::Fine => {}
        SeenVerdict::OtherSigner => return Err(OpenHistoryError::OtherSigner),
        SeenVerdict::Older { seen } => {
            return Err(OpenHistoryError::KeyringOlder {
                found: keyring.generation(),
                seen,
            });
        }
    }
    if path.is_file() {
        let _ = discard_previous(&path);
    }
    Ok(keyring)
}

fn locked(dir: &Path, error: LockError) -> OpenHistoryError {
    match error {
        LockError::InUse => OpenHistoryError::InUse,
        LockError::Io(source) => OpenHistoryError::Io {
            path: dir.to_owned(),
            source,
        },
    }
}
