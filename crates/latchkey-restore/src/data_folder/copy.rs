//! A copy of a history, proved byte by byte before it gets its name.
//!
//! No key is needed: the files are encrypted and stand still while we hold the lock.

use std::ffi::OsStr;
use std::fs::File;
use std::io::{self, Read, Write};
use std::ops::ControlFlow;
use std::path::{Path, PathBuf};

use sha2::{Digest, Sha256};

use super::{is_history, remove_leftovers_beside};
use crate::code::{ErrorCode, HasCode};
use crate::disk::{
    NO_LINK, create_private_folder, free_space, parent_of, rename_folder, size_of, sync_folder,
    unfinished_name,
};
use crate::lock::{FolderLock, KEYRING_LOCK_FILE, LOCK_FILE, LockError};
use latchkey_index::Index;
use latchkey_keyring::is_unfinished;

/// Why a history was not copied. No half copy is left.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum CopyHistoryError {
    /// There is no history in that folder.
    #[error("no history in this folder")]
    NotAHistory {
        /// The folder.
        path: PathBuf,
    },
    /// There is something where the copy should go.
    #[error("the target folder already exists")]
    AlreadyExists {
        /// The target.
        path: PathBuf,
    },
    /// Another program is writing it.
    #[error("the history is in use")]
    InUse,
    /// The disk is too full.
    #[error("not enough space for a copy, {needed} bytes needed")]
    NoSpace {
        /// Bytes the copy needs.
        needed: u64,
    },
    /// The copy was read back and differs.
    #[error("the copy differs from the history")]
    CopyDiffers,
    /// The caller asked to stop.
    #[error("cancelled")]
    Cancelled,
    /// Reading or writing failed.
    #[error("copying failed")]
    Io {
        /// The file or folder.
        path: PathBuf,
        /// What the system said.
        source: io::Error,
    },
}

impl HasCode for CopyHistoryError {
    fn code(&self) -> ErrorCode {
        match self {
            Self::NotAHistory { .. } => ErrorCode::NotABackup,
            Self::AlreadyExists { .. } => ErrorCode::AlreadyExists,
            Self::InUse => ErrorCode::InUse,
            Self::NoSpace { .. } => ErrorCode::NoSpace,
            Self::CopyDiffers => ErrorCode::Io,
            Self::Cancelled => ErrorCode::Cancelled,
            Self::Io { source, .. } => source.code(),
        }
    }
}

/// Copies the history in `dir` to the new folder `to`: beside it under another name, read back, compared, renamed.
/// `on_progress` gets bytes copied and bytes altogether; `Break` cancels.
///
/// # Errors
/// [`CopyHistoryError`].
pub fn copy_history(
    dir: &Path,
    to: &Path,
    on_progress: &mut dyn FnMut(u64, u64) -> ControlFlow<()>,
) -> Result<(), CopyHistoryError> {
    if !is_history(dir) {
        return Err(CopyHistoryError::NotAHistory {
            path: dir.to_owned(),
        });
    }
    if to.symlink_metadata().is_ok() {
        return Err(CopyHistoryError::AlreadyExists {
            path: to.to_owned(),
        });
    }
    let _lock = FolderLock::shared(dir).map_err(|error| match error {
        LockError::InUse => CopyHistoryError::InUse,
        LockError::Io(source) => failed(dir, source),
    })?;
    remove_leftovers_beside(to);
    let needed = size_of(dir);
    create_private_folder(parent_of(to)).map_err(|source| failed(to, source))?;
    if free_space(parent_of(to)).is_some_and(|free| free < needed) {
        return Err(CopyHistoryError::NoSpace { needed });
    }
    let beside = unfinished_name(to).map_err(|source| failed(to, source))?;
    let done = copy_files(dir, &beside, needed, on_progress)
        .and_then(|()| rename_folder(&beside, to).map_err(|source| failed(to, source)));
    if done.is_err() {
        let _ = std::fs::remove_dir_all(&beside);
    }
    done
}

fn copy_files(
    from: &Path,
    to: &Path,
    total: u64,
    on_progress: &mut dyn FnMut(u64, u64) -> ControlFlow<()>,
) -> Result<(), CopyHistoryError> {
    create_private_folder(to).map_err(|source| failed(to, source))?;
    // Held so that nobody takes the folder for a leftover; not part of the copy.
    let lock = FolderLock::alone(to).map_err(|_| CopyHistoryError::InUse)?;
    let mut copied = 0;
    for entry in std::fs::read_dir(from).map_err(|source| failed(from, source))? {
        let entry = entry.map_err(|source| failed(from, source))?;
        let is_file = entry
            .file_type()
            .map_err(|source| failed(from, source))?
            .is_file();
        if !is_file || is_passing(&entry.file_name()) {
            continue;
        }
        let target = to.join(entry.file_name());
        let mut report = |more: u64| {
            copied += more;
            on_progress(copied, total)
        };
        let written = copy_file(&entry.path(), &target, &mut report)?;
        if digest(&target)? != written {
            return Err(CopyHistoryError::CopyDiffers);
        }
    }
    sync_folder(to).map_err(|source| failed(to, source))?;
    drop(lock);
    let _ = std::fs::remove_file(to.join(LOCK_FILE));
    Ok(())
}

/// Locks, and what a crash has left: no part of a history.
fn is_passing(name: &OsStr) -> bool {
    name == LOCK_FILE
        || name == KEYRING_LOCK_FILE
        || is_unfinished(name)
        || Index::is_rekey_leftover(name)
}

/// Copies one file, synced; the digest of what was read.
fn copy_file(
    from: &Path,
    to: &Path,
    report: &mut dyn FnMut(u64) -> ControlFlow<()>,
) -> Result<[u8; 32], CopyHistoryError> {
    let mut options = std::fs::OpenOptions::new();
    options.read(true);
    // The folder may be a stranger's, and its names may change under us: never a link, never a pipe.
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::custom_flags(&mut options, NO_LINK);
    let mut source = options.open(from).map_err(|error| failed(from, error))?;
    let mut options = std::fs::OpenOptions::new();
    options.write(true).create_new(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    let mut target = options.open(to).map_err(|error| failed(to, error))?;
    let mut hash = Sha256::new();
    let mut piece = vec![0; 1 << 18];
    loop {
        let count = source
            .read(&mut piece)
            .map_err(|error| failed(from, error))?;
        if count == 0 {
            break;
        }
        hash.update(&piece[..count]);
        target
            .write_all(&piece[..count])
            .map_err(|error| failed(to, error))?;
        if report(count as u64).is_break() {
            return Err(CopyHistoryError::Cancelled);
        }
    }
    target.sync_all().map_err(|error| failed(to, error))?;
    Ok(hash.finalize().into())
}

fn digest(path: &Path) -> Result<[u8; 32], CopyHistoryError> {
    let mut file = File::open(path).map_err(|error| failed(path, error))?;
    let mut hash = Sha256::new();
    let mut piece = vec![0; 1 << 18];
    loop {
        match file.read(&mut piece).map_err(|error| failed(path, error))? {
            0 => return Ok(hash.finalize().into()),
            count => hash.update(&piece[..count]),
        }
    }
}

fn failed(path: &Path, source: io::Error) -> CopyHistoryError {
    CopyHistoryError::Io {
        path: path.to_owned(),
        source,
    }
}
