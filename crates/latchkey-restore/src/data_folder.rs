//! The folder of histories: where they live, what is in it, copies, deletion, and what a crash left behind.
//!
//! Layout: `histories/<random id>/` with the index's databases and `keyring.latchkey`; `seen.json` beside it. Nothing here
//! needs a key. A history may also live anywhere else (`--index DIR`): [`copy_history`] and [`delete_history`] take any.

mod copy;
mod delete;

use std::io;
use std::path::{Path, PathBuf};

use latchkey_keyring::{FILE_NAME, LockedKeyring};
use serde::Serialize;

pub use copy::{CopyHistoryError, copy_history};
pub use delete::{DeleteHistoryError, delete_history};

use crate::code::{ErrorCode, HasCode};
use crate::disk::{UNFINISHED, create_private_folder, size_of};
use crate::lock::{FolderLock, LockError};
use crate::seen::Seen;
use crate::settings::Settings;

const HISTORIES: &str = "histories";
const SEEN_FILE: &str = "seen.json";

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

/// One history as it lies on disk, without a key.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct HistoryEntry {
    /// Its folder.
    #[serde(serialize_with = "lossy_path")]
    pub dir: PathBuf,
    /// Name of the folder: names the history in the window.
    pub id: String,
    /// Id of its keyring; absent when the keyring cannot be read.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub keyring: Option<String>,
    /// Last digits of the phone number, as the keyring hints.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub account: Option<String>,
    /// Bytes of its files.
    pub size: u64,
    /// When it was last opened on this computer, milliseconds UTC.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub last_opened: Option<i64>,
    /// Generation of its keyring.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub generation: Option<u64>,
}

fn lossy_path<S: serde::Serializer>(path: &Path, serializer: S) -> Result<S::Ok, S::Error> {
    serializer.collect_str(&path.display())
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

    /// The folder of the history with this id; `None` for a name that is no id.
    #[must_use]
    pub fn history_dir(&self, id: &str) -> Option<PathBuf> {
        let plain = !id.is_empty() && id.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'-');
        plain.then(|| self.root.join(HISTORIES).join(id))
    }

    /// Every history, the last opened first.
    ///
    /// # Errors
    /// The folder cannot be read; a single broken history is listed without what its keyring would say.
    pub fn list(&self) -> Result<Vec<HistoryEntry>, DataFolderError> {
        let seen = self.seen();
        let mut found: Vec<HistoryEntry> = self
            .folders()?
            .into_iter()
            .filter(|dir| !is_unfinished(dir))
            .filter_map(|dir| entry(dir, &seen))
            .collect();
        found.sort_by(|a, b| {
            b.last_opened
                .cmp(&a.last_opened)
                .then_with(|| a.id.cmp(&b.id))
        });
        Ok(found)
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

fn entry(dir: PathBuf, seen: &Seen) -> Option<HistoryEntry> {
    if !is_history(&dir) {
        return None;
    }
    let locked = LockedKeyring::read(&dir.join(FILE_NAME)).ok();
    let keyring = locked.as_ref().map(|k| k.id().to_owned());
    Some(HistoryEntry {
        id: dir.file_name()?.to_string_lossy().into_owned(),
        account: locked
            .as_ref()
            .and_then(|k| k.accounts().find_map(|hint| hint.phone_suffix.clone())),
        size: size_of(&dir),
        last_opened: keyring.as_deref().and_then(|id| seen.last_opened(id)),
        generation: locked.as_ref().map(LockedKeyring::generation),
        keyring,
        dir,
    })
}

/// The folder holds a history, or what is left of one.
pub(crate) fn is_history(dir: &Path) -> bool {
    [FILE_NAME, latchkey_index::TABLES_FILE]
        .iter()
        .any(|name| dir.join(name).is_file())
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
    let entries = std::fs::read_dir(crate::disk::parent_of(dir))
        .into_iter()
        .flatten()
        .flatten();
    for entry in entries.filter(|entry| entry.file_name().to_string_lossy().starts_with(&name)) {
        if entry.file_type().is_ok_and(|kind| kind.is_dir()) {
            remove_leftover(&entry.path());
        }
    }
}

#[cfg(test)]
mod tests;
