//! A deleted history rests for a while, still encrypted, and can be brought back; then it is deleted, its key first.
//!
//! Resting is a note: the files stay where they are. A clock that jumped deletes nothing.

use std::io;
use std::path::Path;

use latchkey_keyring::Timestamp;

use super::delete::delete_rest;
use super::listing::{Found, has_key, is_it, keyring_id};
use super::notes::Note;
use super::{DataFolder, DataFolderError, DeleteHistoryError, is_history, is_id};
use crate::code::{ErrorCode, HasCode};
use crate::disk::parent_of;
use crate::lock::{FolderLock, LockError};

/// How long a deleted history rests, in milliseconds: 30 days.
pub const REST: i64 = 30 * 24 * 60 * 60 * 1000;

/// Why a history was not laid to rest, brought back, or deleted for good.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum RestError {
    /// There is no such history, or it does not rest.
    #[error("there is no such history")]
    Unknown,
    /// It is open.
    #[error("the history is in use")]
    InUse,
    /// Its disk is away, or its folder is gone.
    #[error("the history is not there")]
    NotThere,
    /// Its files cannot be deleted.
    #[error("deleting failed: {0}")]
    Delete(#[source] DeleteHistoryError),
    /// It cannot be noted.
    #[error("the notes of the histories cannot be written")]
    Note(#[source] io::Error),
    /// The folder of histories cannot be read.
    #[error("the data folder cannot be used")]
    Folder(#[from] DataFolderError),
}

impl HasCode for RestError {
    fn code(&self) -> ErrorCode {
        match self {
            Self::Unknown => ErrorCode::Usage,
            Self::InUse => ErrorCode::InUse,
            Self::NotThere => ErrorCode::NotABackup,
            Self::Delete(source) => source.code(),
            Self::Note(source) => source.code(),
            Self::Folder(source) => source.code(),
        }
    }
}

impl DataFolder {
    /// Lays a history to rest for [`REST`]: it is listed as resting, opens no more, and can be brought back.
    ///
    /// # Errors
    /// [`RestError`]; `InUse` while somebody has it open.
    pub fn rest(&self, id: &str, now: Timestamp) -> Result<(), RestError> {
        let mut note = self.known(id).map_err(|_| RestError::Unknown)?;
        if note.rests_since.is_some() {
            return Err(RestError::Unknown);
        }
        let found = self.find(id, &note);
        let mut held = None;
        if let Found::There(dir) = &found {
            match FolderLock::alone(dir) {
                Err(LockError::InUse) => return Err(RestError::InUse),
                // Held until it is noted; on a disk that cannot be written there is nothing to guard.
                lock => held = lock.ok(),
            }
            note.keyring = keyring_id(dir).or(note.keyring);
        }
        let keyring = note.keyring;
        let noted = self.note_rest(id, |note| {
            note.keyring = keyring;
            note.rests_since = Some(now.as_millisecond());
        });
        drop(held);
        noted
    }

    /// A resting history is as it was before.
    ///
    /// # Errors
    /// [`RestError`]; `Unknown` also once its key is gone.
    pub fn bring_back(&self, id: &str) -> Result<(), RestError> {
        let note = self.at_rest(id)?;
        if matches!(self.find(id, &note), Found::There(dir) if !has_key(&dir)) {
            return Err(RestError::Unknown);
        }
        self.note_rest(id, |note| {
            note.rests_since = None;
            note.deleting = false;
        })
    }

    /// Deletes a resting history at once and for good: its key first, then its files.
    ///
    /// # Errors
    /// [`RestError`].
    pub fn delete_resting(&self, id: &str) -> Result<(), RestError> {
        let note = self.at_rest(id)?;
        match self.find(id, &note) {
            Found::There(dir) => self.delete_noted(id, &dir),
            _ => Err(RestError::NotThere),
        }
    }

    /// For every start of the app: deletes what has rested for longer than [`REST`], and what a crash left of a deletion.
    /// How many there were. Nothing that rests is deleted at a start whose clock went back since the last one, or went on
    /// by more than the whole rest: it may be wrong, and the next start tells. Where the start before had seen the rest
    /// over as well, it is over.
    ///
    /// # Errors
    /// The notes cannot be written.
    pub fn end_rests(&self, now: Timestamp) -> Result<u64, RestError> {
        let now = now.as_millisecond();
        let is_known =
            |id: &str, note: &Note| note.deleting || !matches!(self.find(id, note), Found::Nowhere);
        let begun = self.notes().change(|notes| {
            // Of histories that somebody deleted by hand.
            notes.histories.retain(|id, note| is_known(id, note));
            let last = notes.last_start.replace(now);
            (last, notes.histories.clone())
        });
        let (last, histories) = begun.map_err(RestError::Note)?;
        // Whoever starts the app twice a year ends rests, too: two starts agree.
        let is_sure = |last: i64, since: i64| {
            let goes_on = (0..=REST).contains(&now.saturating_sub(last));
            goes_on || (last <= now && last.saturating_sub(since) > REST)
        };
        let is_over = |since: i64| {
            now.saturating_sub(since) > REST && last.is_some_and(|last| is_sure(last, since))
        };
        let mut ended = 0;
        for (id, note) in histories.into_iter().filter(|(id, _)| is_id(id)) {
            if !(note.deleting || note.rests_since.is_some_and(is_over)) {
                continue;
            }
            match self.end_rest(&id, &note) {
                Ok(()) => ended += 1,
                Err(error) => tracing::warn!(code = %error.code(), "a rest could not be ended"),
            }
        }
        Ok(ended)
    }

    /// The note goes last, so that a crash is seen and finished.
    fn delete_noted(&self, id: &str, dir: &Path) -> Result<(), RestError> {
        self.note_rest(id, |note| note.deleting = true)?;
        match delete_rest(dir) {
            Ok(()) => {}
            Err(DeleteHistoryError::InUse) => {
                self.note_rest(id, |note| note.deleting = false)?;
                return Err(RestError::InUse);
            }
            Err(error) => return Err(RestError::Delete(error)),
        }
        self.forget(id)
    }

    fn end_rest(&self, id: &str, note: &Note) -> Result<(), RestError> {
        if let Found::There(dir) = self.find(id, note) {
            return self.delete_noted(id, &dir);
        }
        let dir = self.place(id, note);
        if !(note.deleting && parent_of(&dir).is_dir()) {
            // A disk that is away may come back.
            return Err(RestError::NotThere);
        }
        // Another history in its place is left alone; of ours some file may be left whose databases are gone.
        if !is_history(&dir) {
            delete_rest(&dir).map_err(RestError::Delete)?;
        }
        self.forget(id)
    }

    /// Forgets a history that was deleted. What was seen of its keyring stays: a copy may be taken back one day, and an old
    /// one noticed.
    fn forget(&self, id: &str) -> Result<(), RestError> {
        let removed = self.notes().change(|notes| notes.histories.remove(id));
        removed.map(drop).map_err(RestError::Note)
    }

    /// For a history that was deleted by its folder: nothing is known of it any more.
    pub fn forget_deleted(&self, id: &str) {
        let note = self.notes().read().histories.remove(id);
        let is_gone = |note: Note| !is_it(&self.place(id, &note), &note);
        if note.is_some_and(is_gone)
            && let Err(error) = self.forget(id)
        {
            tracing::warn!(code = %error.code(), "the note of a history could not be forgotten");
        }
    }

    fn at_rest(&self, id: &str) -> Result<Note, RestError> {
        let note = self.known(id).map_err(|_| RestError::Unknown)?;
        match note.rests_since {
            Some(_) => Ok(note),
            None => Err(RestError::Unknown),
        }
    }

    fn note_rest(&self, id: &str, change: impl FnOnce(&mut Note)) -> Result<(), RestError> {
        self.notes().change_one(id, change).map_err(RestError::Note)
    }
}
