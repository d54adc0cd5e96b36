//! A new index key: the databases written anew under it, and the keyring that knows both keys while they change.
//!
//! Order: the databases are written under the new key beside the old ones; the keyring is saved with the slot gone and
//! the new key as `next`; the databases are renamed into their places; the keyring is saved with the new key alone. So
//! whatever stops it, a keyring on disk opens both databases, each under one of its keys.

use std::io;
use std::ops::ControlFlow;
use std::path::{Path, PathBuf};

use latchkey_index::{Index, IndexKey, OpenIndexError, RekeyIndexError, Rekeyed};
use latchkey_keyring::{
    BeginRekeyError, FILE_NAME, OpenKeyring, RemoveSlotError, SaveKeyringError, Timestamp,
};

use super::{StaleKeyringError, require_unchanged, save_in_place};
use crate::code::{ErrorCode, HasCode};
use crate::disk::free_space;
use crate::history::History;
use crate::lock::LockError;
use crate::seen::Seen;

/// How far it is: bytes written and bytes altogether.
type OnProgress<'a> = &'a mut dyn FnMut(u64, u64) -> ControlFlow<()>;

/// Why an index was not re-keyed. Up to `NotFinished` nothing has changed; the history stays open in any case.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum RekeyError {
    /// The keyring on disk is not the one that was opened.
    #[error("the keyring is not the one that was opened: {0}")]
    Stale(#[from] StaleKeyringError),
    /// Another program has the history open, too.
    #[error("the history is in use")]
    InUse,
    /// The disk is too full for a second copy of the index.
    #[error("not enough space, {needed} bytes needed")]
    NoSpace {
        /// Bytes needed.
        needed: u64,
    },
    /// The caller asked to stop.
    #[error("cancelled")]
    Cancelled,
    /// Nobody vouches for the keyring as it would be: every key would be sealed anew for whoever is in it.
    #[error("nobody vouches for the keyring")]
    Unknown,
    /// The slot cannot be removed.
    #[error("the slot cannot be removed: {0}")]
    Remove(#[source] RemoveSlotError),
    /// No new key can be made.
    #[error("no new key can be made: {0}")]
    Begin(#[source] BeginRekeyError),
    /// The databases cannot be written under another key.
    #[error("the databases cannot be written under another key: {0}")]
    Index(#[source] RekeyIndexError),
    /// The keyring cannot be written.
    #[error("the keyring cannot be written: {0}")]
    Save(#[source] SaveKeyringError),
    /// The index cannot be opened.
    #[error("the index cannot be opened: {0}")]
    OpenIndex(#[source] OpenIndexError),
    /// The folder cannot be used.
    #[error("the history's folder cannot be used")]
    Io {
        /// The folder.
        path: PathBuf,
        /// What the system said.
        source: io::Error,
    },
    /// The keyring is changed, the slot is gone ([`RekeyError::keyring_is_changed`]); putting the databases in their
    /// places was cut off and is finished when the history is opened the next time.
    #[error("the keyring is changed, re-encrypting is finished at the next opening: {0}")]
    NotFinished(#[source] Box<RekeyError>),
}

impl HasCode for RekeyError {
    fn code(&self) -> ErrorCode {
        match self {
            Self::Stale(source) => source.code(),
            Self::InUse => ErrorCode::InUse,
            Self::NoSpace { .. } => ErrorCode::NoSpace,
            Self::Cancelled => ErrorCode::Cancelled,
            Self::Unknown => ErrorCode::KeyringUnknown,
            Self::Remove(source) => source.code(),
            Self::Begin(source) => source.code(),
            Self::Index(source) => source.code(),
            Self::Save(source) => source.code(),
            Self::OpenIndex(source) => source.code(),
            Self::Io { source, .. } => source.code(),
            Self::NotFinished(source) => source.code(),
        }
    }
}

/// Removes a way in from an open history: its keyring forgets the slot, and the index gets a new key. Whoever kept an
/// old copy of the keyring and the removed slot still opens what that copy opens.
/// `on_progress` gets bytes written and bytes altogether; `Break` cancels before anything has changed.
///
/// # Errors
/// [`RekeyError`]; the history stays open.
pub fn remove_slot(
    history: &mut History,
    slot: &str,
    seen: &Seen,
    now: Timestamp,
    on_progress: OnProgress<'_>,
) -> Result<(), RekeyError> {
    let begin =
        |keyring: &mut OpenKeyring| keyring.remove_slot(slot, now).map_err(RekeyError::Remove);
    alone(history, seen, now, on_progress, &begin)
}

/// Gives the index of an open history a new key, as [`remove_slot`] does, with the same ways in.
///
/// # Errors
/// [`RekeyError`]; the history stays open.
pub fn rekey(
    history: &mut History,
    seen: &Seen,
    now: Timestamp,
    on_progress: OnProgress<'_>,
) -> Result<(), RekeyError> {
    let begin = |keyring: &mut OpenKeyring| keyring.begin_rekey(now).map_err(RekeyError::Begin);
    alone(history, seen, now, on_progress, &begin)
}

/// Keeps others out for as long as it takes.
fn alone(
    history: &mut History,
    seen: &Seen,
    now: Timestamp,
    on_progress: OnProgress<'_>,
    begin: &dyn Fn(&mut OpenKeyring) -> Result<(), RekeyError>,
) -> Result<(), RekeyError> {
    let dir = history.dir().to_owned();
    history
        .shut_others_out()
        .map_err(|error| RekeyError::lock(&dir, error))?;
    let done = change_key(history, seen, on_progress, begin);
    if let Err(error) = seen.note(history.keyring(), now.as_millisecond()) {
        tracing::warn!(kind = %error.kind(), "the keyring seen could not be noted");
    }
    let shared = history.let_others_in();
    done?;
    shared.map_err(|error| RekeyError::lock(&dir, error))
}

fn change_key(
    history: &mut History,
    seen: &Seen,
    on_progress: OnProgress<'_>,
    begin: &dyn Fn(&mut OpenKeyring) -> Result<(), RekeyError>,
) -> Result<(), RekeyError> {
    let dir = history.dir().to_owned();
    let path = dir.join(FILE_NAME);
    require_unchanged(&dir, history.keyring())?;
    let mut keyring = history.keyring().draft();
    if keyring.next_index_key().is_some() {
        // One that was cut off comes first.
        settle(&dir, &mut keyring)?;
        history
            .take_rekeyed(keyring.draft())
            .map_err(RekeyError::OpenIndex)?;
    }
    begin(&mut keyring)?;
    // Of those who are left: a stranger among them is removed without a word.
    if !seen.trusts(&keyring) {
        return Err(RekeyError::Unknown);
    }
    let Some(rekeyed) = write_rekeyed(&dir, &keyring, on_progress)? else {
        // A slot that was never written: there is nothing that anybody could have kept.
        history.take_keyring(keyring);
        return Ok(());
    };
    let confirmed = match keyring.save(&path) {
        // After a power cut the old keyring could be there: it must find the databases that it opens.
        Err(error) if error.is_in_place() => Err(RekeyError::Save(error)),
        other => {
            other.map_err(RekeyError::Save)?;
            Ok(())
        }
    };
    // From here on it has happened: what fails now is done at the next opening.
    let settled = confirmed
        .and_then(|()| rekeyed.put_in_place().map_err(RekeyError::Index))
        .and_then(|()| finish(&dir, &mut keyring))
        .and_then(|()| level_search(&dir, &keyring));
    let opened = history.take_rekeyed(keyring).map_err(RekeyError::OpenIndex);
    settled
        .and(opened)
        .map_err(|error| RekeyError::NotFinished(Box::new(error)))
}

/// Finishes a change of the index key that was cut off; nothing to do without one. Call it alone with the history.
pub(crate) fn settle(dir: &Path, keyring: &mut OpenKeyring) -> Result<(), RekeyError> {
    if keyring.next_index_key().is_none() {
        return Ok(());
    }
    require_unchanged(dir, keyring)?;
    let go_on = &mut |_, _| ControlFlow::Continue(());
    if let Some(rekeyed) = write_rekeyed(dir, keyring, go_on)? {
        rekeyed.put_in_place().map_err(RekeyError::Index)?;
    }
    finish(dir, keyring)
}

/// Both databases are under the next key: the keyring forgets the old one.
fn finish(dir: &Path, keyring: &mut OpenKeyring) -> Result<(), RekeyError> {
    let mut finished = keyring.draft();
    finished.finish_rekey();
    // The keyring before opens the databases as well.
    save_in_place(&mut finished, &dir.join(FILE_NAME)).map_err(RekeyError::Save)?;
    *keyring = finished;
    Ok(())
}

/// A text index that was damaged was not written anew: it is made from the tables.
fn level_search(dir: &Path, keyring: &OpenKeyring) -> Result<(), RekeyError> {
    let key = IndexKey::from_bytes(keyring.index_key().as_bytes());
    let opened = Index::open(dir, &key);
    opened.map(drop).map_err(RekeyError::OpenIndex)
}

/// The databases under the keyring's next key, beside the ones in use; `None` when it has none.
fn write_rekeyed(
    dir: &Path,
    keyring: &OpenKeyring,
    on_progress: OnProgress<'_>,
) -> Result<Option<Rekeyed>, RekeyError> {
    let Some(next) = keyring.next_index_key() else {
        return Ok(None);
    };
    let [current, next] =
        [keyring.index_key(), next].map(|key| IndexKey::from_bytes(key.as_bytes()));
    let needed = Index::rekey_space(dir, &next);
    if free_space(dir).is_some_and(|free| free < needed) {
        return Err(RekeyError::NoSpace { needed });
    }
    let written = Index::write_rekeyed(dir, &current, &next, on_progress);
    written.map(Some).map_err(|error| match error {
        RekeyIndexError::Cancelled => RekeyError::Cancelled,
        RekeyIndexError::NoSpace => RekeyError::NoSpace { needed },
        RekeyIndexError::Io { source } if source.code() == ErrorCode::NoSpace => {
            RekeyError::NoSpace { needed }
        }
        other => RekeyError::Index(other),
    })
}

impl RekeyError {
    /// The keyring is written all the same: a removed slot is gone for good, and its passkey is to be forgotten.
    #[must_use]
    pub fn keyring_is_changed(&self) -> bool {
        matches!(self, Self::NotFinished(_))
    }

    /// Bytes that are needed, where space is short.
    #[must_use]
    pub fn needed(&self) -> Option<u64> {
        match self {
            Self::NoSpace { needed } | Self::Save(SaveKeyringError::NoSpace { needed }) => {
                Some(*needed)
            }
            Self::NotFinished(source) => source.needed(),
            _ => None,
        }
    }

    fn lock(dir: &Path, error: LockError) -> Self {
        match error {
            LockError::InUse => Self::InUse,
            LockError::Io(source) => Self::Io {
                path: dir.to_owned(),
                source,
            },
        }
    }
}
