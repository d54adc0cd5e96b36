//! Deleting a history: its key first, so that what a crash leaves behind is unreadable.
//!
//! Only files that are ours are deleted; anything else in the folder stays, and the folder with it.

use std::ffi::OsStr;
use std::fs::OpenOptions;
use std::io::{self, Write};
use std::path::{Path, PathBuf};

use latchkey_index::Index;
use latchkey_keyring::{FILE_NAME, is_unfinished, previous_of};

use super::{is_history, is_part};
use crate::code::{ErrorCode, HasCode};
use crate::disk::{NO_LINK, sync_folder};
use crate::lock::{FolderLock, KEYRING_LOCK_FILE, LOCK_FILE, LockError};

/// Why a history was not deleted.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum DeleteHistoryError {
    /// There is no history in that folder.
    #[error("no history in this folder")]
    NotAHistory {
        /// The folder.
        path: PathBuf,
    },
    /// It is open.
    #[error("the history is in use")]
    InUse,
    /// A file cannot be deleted; without its key the history is unreadable from then on.
    #[error("deleting failed")]
    Io {
        /// The file or folder.
        path: PathBuf,
        /// What the system said.
        source: io::Error,
    },
}

impl HasCode for DeleteHistoryError {
    fn code(&self) -> ErrorCode {
        match self {
            Self::NotAHistory { .. } => ErrorCode::NotABackup,
            Self::InUse => ErrorCode::InUse,
            Self::Io { source, .. } => source.code(),
        }
    }
}

/// Deletes the history in `dir`: the keyring first, then the databases, then the folder if nothing else is in it.
///
/// # Errors
/// [`DeleteHistoryError`].
pub fn delete_history(dir: &Path) -> Result<(), DeleteHistoryError> {
    if !is_history(dir) {
        return Err(DeleteHistoryError::NotAHistory {
            path: dir.to_owned(),
        });
    }
    delete_all(dir)
}

/// What a deletion that was cut off has left of a history in `dir`.
pub(super) fn delete_rest(dir: &Path) -> Result<(), DeleteHistoryError> {
    if !dir.symlink_metadata().is_ok_and(|found| found.is_dir()) {
        return Ok(());
    }
    delete_all(dir)
}

fn delete_all(dir: &Path) -> Result<(), DeleteHistoryError> {
    let lock = FolderLock::alone(dir).map_err(|error| match error {
        LockError::InUse => DeleteHistoryError::InUse,
        LockError::Io(source) => failed(dir, source),
    })?;
    delete_files(dir)?;
    drop(lock);
    delete_folder(dir)
}

/// The keyring, then the databases; for whoever holds the lock.
pub(super) fn delete_files(dir: &Path) -> Result<(), DeleteHistoryError> {
    let keyring = dir.join(FILE_NAME);
    let mut keys = vec![previous_of(&keyring), keyring];
    // What a save that was cut off left is a whole keyring, too.
    for entry in std::fs::read_dir(dir).map_err(|source| failed(dir, source))? {
        let entry = entry.map_err(|source| failed(dir, source))?;
        keys.extend(is_unfinished(&entry.file_name()).then(|| entry.path()));
    }
    for key in keys {
        forget_key(&key).map_err(|source| failed(&key, source))?;
    }
    sync_folder(dir).map_err(|source| failed(dir, source))?;
    for entry in std::fs::read_dir(dir).map_err(|source| failed(dir, source))? {
        let entry = entry.map_err(|source| failed(dir, source))?;
        if is_ours(&entry.file_name()) && entry.file_type().is_ok_and(|kind| kind.is_file()) {
            std::fs::remove_file(entry.path()).map_err(|source| failed(&entry.path(), source))?;
        }
    }
    Ok(())
}

/// The lock file, and the folder if nothing else is in it.
pub(super) fn delete_folder(dir: &Path) -> Result<(), DeleteHistoryError> {
    remove(&dir.join(LOCK_FILE)).map_err(|source| failed(dir, source))?;
    match std::fs::remove_dir(dir) {
        Err(error) if error.kind() != io::ErrorKind::DirectoryNotEmpty => Err(failed(dir, error)),
        _ => Ok(()),
    }
}

/// Overwrites and removes a keyring. On disks that keep old blocks (SSDs) remnants may stay (docs/limits.md).
fn forget_key(path: &Path) -> io::Result<()> {
    match path.symlink_metadata() {
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(()),
        Err(error) => return Err(error),
        Ok(found) if found.is_file() => {
            let mut options = OpenOptions::new();
            options.write(true);
            // Never through a link that took its place meanwhile.
            #[cfg(unix)]
            std::os::unix::fs::OpenOptionsExt::custom_flags(&mut options, NO_LINK);
            let mut file = options.open(path)?;
            let zeros = vec![0; usize::try_from(found.len().min(1 << 20)).unwrap_or(0)];
            file.write_all(&zeros)?;
            file.sync_all()?;
        }
        Ok(_) => {}
    }
    remove(path)
}

fn remove(path: &Path) -> io::Result<()> {
    match std::fs::remove_file(path) {
        Err(error) if error.kind() != io::ErrorKind::NotFound => Err(error),
        _ => Ok(()),
    }
}

/// The files of a history, and what changing a key has left.
fn is_ours(name: &OsStr) -> bool {
    is_part(name) || name == KEYRING_LOCK_FILE || Index::is_rekey_leftover(name)
}

fn failed(path: &Path, source: io::Error) -> DeleteHistoryError {
    DeleteHistoryError::Io {
        path: path.to_owned(),
        source,
    }
}
