//! Moves a history to another folder or disk. A kill at any moment leaves one whole history, and the next start finishes it.
//!
//! Three notes guard it: where it goes, before anything is written; that it is there, when the copy was compared and has
//! its name; and nothing any more, when the old files are gone, their key first. On one disk the folder is renamed.

use std::io;
use std::ops::ControlFlow;
use std::path::{Path, PathBuf};

use latchkey_index::TABLES_FILE;
use latchkey_keyring::{FILE_NAME, LockedKeyring, Timestamp};

use super::copy::{are_equal, copy_locked};
use super::delete::{delete_files, delete_folder, delete_rest};
use super::listing::{Found, is_it, keyring_id};
use super::notes::{Note, Place};
use super::{
    CopyHistoryError, DataFolder, DeleteHistoryError, HISTORIES, is_history, is_id,
    remove_leftovers_beside,
};
use crate::code::{ErrorCode, HasCode};
use crate::disk::{parent_of, rename_folder};
use crate::lock::{FolderLock, LockError};

/// Why a history was not moved. It is where it was, and whole.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum MoveHistoryError {
    /// There is no such history, or not now: its disk may be away.
    #[error("the history is not there")]
    NotThere,
    /// It is open.
    #[error("the history is in use")]
    InUse,
    /// It cannot be copied to its new place.
    #[error("the history cannot be copied: {0}")]
    Copy(#[from] CopyHistoryError),
    /// Its folder cannot be used.
    #[error("the history's folder cannot be used")]
    Io(#[source] io::Error),
    /// Where it goes cannot be noted.
    #[error("the notes of the histories cannot be written")]
    Note(#[source] io::Error),
}

impl HasCode for MoveHistoryError {
    fn code(&self) -> ErrorCode {
        match self {
            Self::NotThere => ErrorCode::NotABackup,
            Self::InUse => ErrorCode::InUse,
            Self::Copy(source) => source.code(),
            Self::Io(source) | Self::Note(source) => source.code(),
        }
    }
}

impl DataFolder {
    /// Moves a history into a new folder within `folder`; its id stays. Nobody may have it open. The new folder.
    /// `on_progress` is as in [`super::copy_history`]; `Break` cancels until the old one begins to go.
    ///
    /// # Errors
    /// [`MoveHistoryError`]; the history is where it was.
    pub fn move_history(
        &self,
        id: &str,
        folder: &Path,
        now: Timestamp,
        on_progress: &mut dyn FnMut(u64, u64) -> ControlFlow<()>,
    ) -> Result<PathBuf, MoveHistoryError> {
        let (from, note) = self.awake(id).ok_or(MoveHistoryError::NotThere)?;
        let folder = folder.canonicalize().map_err(MoveHistoryError::Io)?;
        let to = self.new_place(id, &folder, &from, now);
        let lock = FolderLock::alone(&from).map_err(|error| match error {
            LockError::InUse => MoveHistoryError::InUse,
            LockError::Io(source) => MoveHistoryError::Io(source),
        })?;
        let found = LockedKeyring::read(&from.join(FILE_NAME)).ok();
        self.change_note(id, |kept| {
            let found = found.as_ref();
            kept.keyring = found.map(|k| k.id().to_owned()).or(note.keyring);
            let digits = found.and_then(|k| k.phone_suffix().map(str::to_owned));
            kept.account = digits.or(note.account);
            kept.moving_to = Some(Place::of(&to));
        })?;
        let moved = self.carry(id, &from, &to, lock, on_progress);
        // Where it could not be put back, the note is all that tells where it is.
        if moved.is_err() && is_history(&from) {
            let _ = self.change_note(id, |kept| kept.moving_to = None);
        }
        moved.map(|()| to)
    }

    /// Renames where that is possible, else copies and deletes.
    fn carry(
        &self,
        id: &str,
        from: &Path,
        to: &Path,
        lock: FolderLock,
        on_progress: &mut dyn FnMut(u64, u64) -> ControlFlow<()>,
    ) -> Result<(), MoveHistoryError> {
        match rename_folder(from, to) {
            Ok(()) => {
                return self.arrived(id, to, None).inspect_err(|_| {
                    let _ = rename_folder(to, from);
                });
            }
            Err(error) if error.kind() == io::ErrorKind::CrossesDevices => {}
            Err(error) => return Err(MoveHistoryError::Io(error)),
        }
        copy_locked(from, to, &|_| Ok(()), on_progress)?;
        if let Err(error) = self.arrived(id, to, Some(from)) {
            // Not noted, not moved: the copy goes again.
            let _ = delete_rest(to);
            return Err(error);
        }
        self.leave(id, from, lock);
        Ok(())
    }

    /// Deletes what a move has left, its key first. It has succeeded already: what cannot be deleted now is at a later start.
    fn leave(&self, id: &str, from: &Path, lock: FolderLock) {
        let left = delete_files(from);
        drop(lock);
        match left.and_then(|()| delete_folder(from)) {
            Ok(()) => {
                let _ = self.change_note(id, |kept| kept.leaving = None);
            }
            Err(error) => tracing::warn!(%error, "what a move left is deleted at the next start"),
        }
    }

    /// From here on the history is in `to`.
    fn arrived(&self, id: &str, to: &Path, leaving: Option<&Path>) -> Result<(), MoveHistoryError> {
        let usual = is_same(to, &self.usual(id));
        self.change_note(id, |kept| {
            kept.place = (!usual).then(|| Place::of(to));
            kept.moving_to = None;
            kept.leaving = leaving.map(Place::of);
        })
    }

    fn change_note(
        &self,
        id: &str,
        change: impl FnOnce(&mut Note),
    ) -> Result<(), MoveHistoryError> {
        let changed = self.notes().change_one(id, change);
        changed.map_err(MoveHistoryError::Note)
    }

    /// The folder that a history gets in `folder`: its old one when that is the folder of histories itself.
    fn new_place(&self, id: &str, folder: &Path, from: &Path, now: Timestamp) -> PathBuf {
        match is_same(folder, &self.path().join(HISTORIES)) {
            true => folder.join(id),
            false => Self::free_name(folder, from, now),
        }
    }

    /// A history that is there and does not rest, and its note.
    pub(super) fn awake(&self, id: &str) -> Option<(PathBuf, Note)> {
        if !is_id(id) {
            return None;
        }
        let note = self.notes().read().histories.remove(id).unwrap_or_default();
        match (note.rests_since, self.find(id, &note)) {
            (None, Found::There(dir)) => Some((dir, note)),
            _ => None,
        }
    }

    /// Finishes moves that a crash cut off, or takes them back; how many there were. Those whose disk is away, and those
    /// that are under way, stay as they are.
    pub fn finish_moves(&self) -> u64 {
        let notes = self.notes().read().histories.into_iter();
        let moves = notes.filter(|(id, note)| is_id(id) && is_under_way(note));
        let finished = moves.map(|(id, note)| match self.finish_move(&id, &note) {
            Ok(finished) => u64::from(finished),
            Err(error) => {
                tracing::warn!(%error, "a move could not be finished");
                0
            }
        });
        finished.sum()
    }

    fn finish_move(&self, id: &str, note: &Note) -> Result<bool, MoveHistoryError> {
        let place = self.place(id, note);
        if let Some(leaving) = note.leaving.as_ref().map(Place::path) {
            // The old files, and with them perhaps the last key, go only while the new ones are seen to be whole.
            let away = !parent_of(&leaving).is_dir();
            if away || !has_arrived(&place, note) || is_same(&leaving, &place) {
                return Ok(false);
            }
            return match delete_rest(&leaving) {
                Ok(()) => {
                    self.change_note(id, |kept| kept.leaving = None)?;
                    Ok(true)
                }
                Err(DeleteHistoryError::InUse) => Ok(false),
                Err(DeleteHistoryError::Io { source, .. }) => Err(MoveHistoryError::Io(source)),
                Err(DeleteHistoryError::NotAHistory { .. }) => Ok(false),
            };
        }
        let Some(to) = note.moving_to.as_ref().map(Place::path) else {
            return Ok(false);
        };
        self.finish_carrying(id, note, &place, &to)
    }

    /// A move that was cut off before it was noted that it had got there.
    fn finish_carrying(
        &self,
        id: &str,
        note: &Note,
        from: &Path,
        to: &Path,
    ) -> Result<bool, MoveHistoryError> {
        if !is_it(from, note) {
            // Renamed and not noted; or both are away.
            let renamed = is_it(to, note);
            if renamed {
                self.arrived(id, to, None)?;
            }
            return Ok(renamed);
        }
        if !parent_of(to).is_dir() {
            return Ok(false);
        }
        let lock = match FolderLock::alone(from) {
            Ok(lock) => lock,
            Err(LockError::InUse) => return Ok(false),
            Err(LockError::Io(source)) => return Err(MoveHistoryError::Io(source)),
        };
        remove_leftovers_beside(to);
        if !(is_it(to, note) && are_equal(from, to)?) {
            self.change_note(id, |kept| kept.moving_to = None)?;
            return Ok(true);
        }
        self.arrived(id, to, Some(from))?;
        self.leave(id, from, lock);
        Ok(true)
    }
}

fn is_under_way(note: &Note) -> bool {
    note.moving_to.is_some() || note.leaving.is_some()
}

/// The folder holds this history with its own keyring. That it may be this one, as it is for the list, is not enough.
fn has_arrived(dir: &Path, note: &Note) -> bool {
    let keyring = keyring_id(dir);
    is_it(dir, note)
        && keyring.is_some()
        && keyring == note.keyring
        && dir.join(TABLES_FILE).is_file()
}

fn is_same(one: &Path, other: &Path) -> bool {
    match (one.canonicalize(), other.canonicalize()) {
        (Ok(one), Ok(other)) => one == other,
        _ => one == other,
    }
}
