//! A new index key: the databases written anew under it, and the keyring that knows both keys while they change.
//!
//! Order: the databases are written under the new key beside the old ones; the keyring is saved with the slot gone and
//! the new key as `next`; the databases are renamed into their places; the keyring is saved with the new key alone. So
//! whatever stops it, a keyring on disk opens both databases, each under one of its keys.

use std::ops::ControlFlow;
use std::path::PathBuf;

use latchkey_index::OpenIndexError;
use latchkey_keyring::{SaveKeyringError, Timestamp};

use super::StaleKeyringError;
use crate::code::{ErrorCode, HasCode};
use crate::history::History;
use crate::seen::Seen;

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
        source: std::io::Error,
    },
    /// The keyring is changed, the slot is gone; putting the databases in their places was cut off and is finished when
    /// the history is opened the next time.
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
/// [`RekeyError`].
pub fn remove_slot(
    history: &mut History,
    slot: &str,
    seen: &Seen,
    now: Timestamp,
    on_progress: &mut dyn FnMut(u64, u64) -> ControlFlow<()>,
) -> Result<(), RekeyError> {
    let _ = (history, slot, seen, now, on_progress);
    Err(RekeyError::InUse)
}

/// Gives the index of an open history a new key, as [`remove_slot`] does, with the same ways in.
///
/// # Errors
/// [`RekeyError`].
pub fn rekey(
    history: &mut History,
    seen: &Seen,
    now: Timestamp,
    on_progress: &mut dyn FnMut(u64, u64) -> ControlFlow<()>,
) -> Result<(), RekeyError> {
    let _ = (history, seen, now, on_progress);
    Err(RekeyError::InUse)
}
