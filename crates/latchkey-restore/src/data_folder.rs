//! The folder of histories: where they live, what is in it, copies, deletion, and what a crash left behind.
//!
//! Layout: `histories/<random id>/` with the index's databases and `keyring.latchkey`; `seen.json` and `histories.json`
//! beside it. Nothing here needs a key. A history may also live anywhere else: one that was moved is remembered, and
//! [`copy_history`] and [`delete_history`] take any (`--index DIR`).

mod copy;
mod delete;
mod forgetting;
mod listing;
mod moving;
mod naming;
mod notes;
mod resting;
mod saving;

use std::ffi::OsStr;
use std::io;
use std::path::{Path, PathBuf};

use latchkey_index::{Index, TABLES_FILE};
use latchkey_keyring::{FILE_NAME, previous_of};

pub use copy::{CopyHistoryError, copy_history};
pub use delete::{DeleteHistoryError, delete_history};
pub use forgetting::ForgetHistoryError;
pub use listing::HistoryEntry;
pub use moving::MoveHistoryError;
pub use naming::{HistorySummary, NoteHistoryError};
pub use resting::{REST, RestError};

use crate::code::{ErrorCode, HasCode};
use crate::disk::{UNFINISHED, create_private_folder};
use crate::lock::{FolderLock, LockError};
use crate::seen::Seen;
use crate::settings::Settings;
use listing::Found;
use notes::NoteBook;

const HISTORIES: &str = "histories";
const SEEN_FILE: &str = "seen.json";
const NOTES_FILE: &str = "histories.json";

/// Why the folder of histories cannot be used.
#[derive(Debug, thiserror::Error)]
#[error("the data folder cannot be used")]
pub struct DataFolderError {
    /// The folder.
    pub path: PathBuf,
    /// What the system said.
    pub source: io::Error,
}

impl HasCode for DataFolderError {
    fn code(&self) -> ErrorCode {
        self.source.code()
    }
}

/// Latchkey's own folder on this computer.
#[derive(Debug, Clone)]
pub struct DataFolder {
    root: PathBuf,
}

impl DataFolder {
    /// The usual place: `latchkey` in the system's folder for a person's data.
    #[must_use]
    pub fn default_path() -> Option<PathBuf> {
        Some(dirs::data_dir()?.join("latchkey"))
    }

    /// The folder that the settings name, else the usual one; made when it is missing.
    ///
    /// # Errors
    /// [`DataFolderError`].
    pub fn of(settings: &Settings) -> Result<Self, DataFolderError> {
        let usual = || {
            Self::default_path().ok_or_else(|| DataFolderError {
                path: PathBuf::new(),
                source: io::Error::new(io::ErrorKind::NotFound, "no home folder"),
            })
        };
        let root = settings.data_folder.clone().map_or_else(usual, Ok)?;
        Self::at(&root)
    }

    /// A folder of the person's own choice; made when it is missing.
    ///
    /// # Errors
    /// [`DataFolderError`].
    pub fn at(root: &Path) -> Result<Self, DataFolderError> {
        create_private_folder(&root.join(HISTORIES)).map_err(|source| DataFolderError {
            path: root.to_owned(),
            source,
        })?;
        Ok(Self {
            root: root.to_owned(),
        })
    }

    /// The folder itself.
    #[must_use]
    pub fn path(&self) -> &Path {
        &self.root
    }

    /// What this computer has seen of keyrings.
    #[must_use]
    pub fn seen(&self) -> Seen {
        Seen::at(&self.root.join(SEEN_FILE))
    }

    /// A folder for a new history; not made yet.
    ///
    /// # Errors
    /// The system gives no random bytes.
    pub fn new_history_dir(&self) -> Result<PathBuf, DataFolderError> {
        let mut random = [0; 8];
        getrandom::fill(&mut random).map_err(|error| DataFolderError {
            path: self.root.clone(),
            source: io::Error::other(error),
        })?;
        Ok(self.root.join(HISTORIES).join(hex::encode(random)))
    }

    /// The folder of the history with this id, wherever it is, and whether it is there or not; `None` for a name that is
    /// no id, and for a history that rests.
    #[must_use]
    pub fn history_dir(&self, id: &str) -> Option<PathBuf> {
        if !is_id(id) {
            return None;
        }
        let note = self.notes().read().histories.remove(id).unwrap_or_default();
        match (note.rests_since, self.find(id, &note)) {
            (Some(_), _) => None,
            (None, Found::There(dir) | Found::Missing(dir)) => Some(dir),
            (None, Found::Nowhere) => Some(self.usual(id)),
        }
    }

    /// The id of the history in this folder, when it is one of ours.
    #[must_use]
    pub fn id_of(&self, dir: &Path) -> Option<String> {
        let dir = dir.canonicalize().ok()?;
        let same = |entry: &HistoryEntry| entry.dir.canonicalize().is_ok_and(|found| found == dir);
        self.all()
            .ok()?
            .into_iter()
            .find(same)
            .map(|entry| entry.id)
    }

    fn notes(&self) -> NoteBook {
        NoteBook::at(self.root.join(NOTES_FILE))
    }

    /// The folder that a history with this id has before it is moved.
    fn usual(&self, id: &str) -> PathBuf {
        self.root.join(HISTORIES).join(id)
    }

    /// Removes what a crash left: folders of restores and copies that no running program holds. How many there were.
    ///
    /// # Errors
    /// The folder cannot be read.
    pub fn remove_leftovers(&self) -> Result<u64, DataFolderError> {
        let leftovers = self.folders()?.into_iter().filter(|dir| is_unfinished(dir));
        Ok(leftovers.map(|dir| u64::from(remove_leftover(&dir))).sum())
    }

    fn folders(&self) -> Result<Vec<PathBuf>, DataFolderError> {
        let path = self.root.join(HISTORIES);
        let read = || -> io::Result<Vec<PathBuf>> {
            let mut folders = Vec::new();
            for entry in std::fs::read_dir(&path)? {
                let entry = entry?;
                if entry.file_type()?.is_dir() {
                    folders.push(entry.path());
                }
            }
            Ok(folders)
        };
        read().map_err(|source| DataFolderError {
            path: path.clone(),
            source,
        })
    }
}

/// A name that a history of ours can have: never a path.
fn is_id(name: &str) -> bool {
    !name.is_empty() && name.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'-')
}

/// The folder holds a history, or what is left of one.
pub(crate) fn is_history(dir: &Path) -> bool {
    [FILE_NAME, TABLES_FILE]
        .iter()
        .any(|name| dir.join(name).is_file())
}

/// A file that makes a history: its keyring, the one before it, and the databases with SQLite's own files beside them.
fn is_part(name: &OsStr) -> bool {
    let is_keyring = name == FILE_NAME || Path::new(name) == previous_of(Path::new(FILE_NAME));
    is_keyring || Index::is_database_file(name)
}

fn is_unfinished(dir: &Path) -> bool {
    dir.file_name()
        .is_some_and(|name| name.to_string_lossy().contains(UNFINISHED))
}

/// Removes an unfinished folder unless somebody is working in it.
pub(crate) fn remove_leftover(dir: &Path) -> bool {
    match FolderLock::alone(dir) {
        Ok(_lock) => std::fs::remove_dir_all(dir).is_ok(),
        Err(LockError::InUse | LockError::Io(_)) => false,
    }
}

/// Removes what crashes left of building `dir`, beside it.
pub(crate) fn remove_leftovers_beside(dir: &Path) {
    let Some(name) = dir
        .file_name()
        .map(|name| format!("{}{UNFINISHED}", name.to_string_lossy()))
    else {
        return;
    };
    remove_leftovers_of(crate::disk::parent_of(dir), &name);
}

/// Removes unfinished folders in `folder` whose names begin with `name`, unless somebody is working in them.
fn remove_leftovers_of(folder: &Path, name: &str) {
    let entries = std::fs::read_dir(folder).into_iter().flatten().flatten();
    for entry in entries.filter(|entry| entry.file_name().to_string_lossy().starts_with(name)) {
        let is_folder = entry.file_type().is_ok_and(|kind| kind.is_dir());
        if is_folder && is_unfinished(&entry.path()) {
            remove_leftover(&entry.path());
        }
    }
}

#[cfg(test)]
mod tests;
