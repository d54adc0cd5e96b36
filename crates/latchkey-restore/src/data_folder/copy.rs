//! A copy of a history, proved byte by byte before it gets its name.
//!
//! No key is needed: the files are encrypted and stand still while we hold the lock.

use std::collections::BTreeMap;
use std::ffi::OsString;
use std::io::{self, Read, Write};
use std::ops::ControlFlow;
use std::path::{Path, PathBuf};

use sha2::{Digest, Sha256};

use super::{is_history, is_part, remove_leftovers_beside};
use crate::code::{ErrorCode, HasCode};
use crate::disk::{
    NO_LINK, create_private_folder, free_space, parent_of, rename_folder, sync_folder,
    unfinished_name,
};
use crate::lock::{FolderLock, LOCK_FILE, LockError};
use latchkey_index::TABLES_FILE;
use latchkey_keyring::{FILE_NAME, LockedKeyring, ReadKeyringError};

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
    /// Its keyring cannot be read: nobody could open the copy.
    #[error("the keyring of the history cannot be read")]
    Keyring(#[source] ReadKeyringError),
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
            Self::Keyring(source) => source.code(),
            Self::Cancelled => ErrorCode::Cancelled,
            Self::Io { source, .. } => source.code(),
        }
    }
}

/// Copies the history in `dir` to the new folder `to`: beside it under another name, read back, compared, renamed.
/// Others may have it open for reading meanwhile, this program too: whoever shares its lock changes no database, and a
/// keyring that is changed is replaced as a whole. `on_progress` gets bytes copied and compared, and bytes altogether;
/// `Break` cancels.
///
/// # Errors
/// [`CopyHistoryError`].
pub fn copy_history(
    dir: &Path,
    to: &Path,
    on_progress: &mut dyn FnMut(u64, u64) -> ControlFlow<()>,
) -> Result<(), CopyHistoryError> {
    copy_checked(dir, to, &|_| Ok(()), on_progress)
}

/// As [`copy_history`], of a history with its tables that a key can still open: its keyring is read before, and that of the copy after.
pub(super) fn copy_readable(
    dir: &Path,
    to: &Path,
    on_progress: &mut dyn FnMut(u64, u64) -> ControlFlow<()>,
) -> Result<(), CopyHistoryError> {
    // A keyring may lie alone, beside a backup.
    if !dir.join(TABLES_FILE).is_file() {
        return Err(CopyHistoryError::NotAHistory {
            path: dir.to_owned(),
        });
    }
    let is_readable = |folder: &Path| match LockedKeyring::read(&folder.join(FILE_NAME)) {
        Err(ReadKeyringError::NotFound) => Err(CopyHistoryError::NotAHistory {
            path: dir.to_owned(),
        }),
        other => other.map(drop).map_err(CopyHistoryError::Keyring),
    };
    is_readable(dir)?;
    copy_checked(dir, to, &is_readable, on_progress)
}

fn copy_checked(
    dir: &Path,
    to: &Path,
    check: &dyn Fn(&Path) -> Result<(), CopyHistoryError>,
    on_progress: &mut dyn FnMut(u64, u64) -> ControlFlow<()>,
) -> Result<(), CopyHistoryError> {
    if !is_history(dir) {
        return Err(CopyHistoryError::NotAHistory {
            path: dir.to_owned(),
        });
    }
    let _lock = FolderLock::shared(dir).map_err(|error| match error {
        LockError::InUse => CopyHistoryError::InUse,
        LockError::Io(source) => failed(dir, source),
    })?;
    copy_locked(dir, to, check, on_progress)
}

/// As [`copy_history`], for whoever holds the lock of `dir` already. `check` sees the copy before it gets its name.
pub(super) fn copy_locked(
    dir: &Path,
    to: &Path,
    check: &dyn Fn(&Path) -> Result<(), CopyHistoryError>,
    on_progress: &mut dyn FnMut(u64, u64) -> ControlFlow<()>,
) -> Result<(), CopyHistoryError> {
    if to.symlink_metadata().is_ok() {
        return Err(CopyHistoryError::AlreadyExists {
            path: to.to_owned(),
        });
    }
    remove_leftovers_beside(to);
    let files = files_of(dir)?;
    let needed = files.iter().map(|(_, size)| size).sum();
    create_private_folder(parent_of(to)).map_err(|source| failed(to, source))?;
    if free_space(parent_of(to)).is_some_and(|free| free < needed) {
        return Err(CopyHistoryError::NoSpace { needed });
    }
    let beside = unfinished_name(to).map_err(|source| failed(to, source))?;
    let done = copy_files(&files, &beside, needed, on_progress)
        .and_then(|()| check(&beside))
        .and_then(|()| rename_folder(&beside, to).map_err(|source| failed(to, source)));
    if done.is_err() {
        let _ = std::fs::remove_dir_all(&beside);
    }
    done
}

/// Both folders hold the same history, byte by byte.
pub(super) fn are_equal(one: &Path, other: &Path) -> Result<bool, CopyHistoryError> {
    let (files, others) = (files_of(one)?, files_of(other)?);
    let named = |all: &[(PathBuf, u64)]| -> BTreeMap<OsString, u64> {
        let name = |path: &Path| path.file_name().unwrap_or_default().to_owned();
        all.iter().map(|(path, size)| (name(path), *size)).collect()
    };
    if named(&files) != named(&others) {
        return Ok(false);
    }
    for (path, _) in files {
        let twin = other.join(path.file_name().unwrap_or_default());
        if digest(&path, &mut on)? != digest(&twin, &mut on)? {
            return Ok(false);
        }
    }
    Ok(true)
}

/// For what cannot be cancelled.
fn on(_more: u64) -> ControlFlow<()> {
    ControlFlow::Continue(())
}

/// The files that a copy has, with their sizes; no locks, and nothing that a crash has left.
fn files_of(dir: &Path) -> Result<Vec<(PathBuf, u64)>, CopyHistoryError> {
    let mut files = Vec::new();
    for entry in std::fs::read_dir(dir).map_err(|source| failed(dir, source))? {
        let entry = entry.map_err(|source| failed(dir, source))?;
        // The folder may be a stranger's, or anything may have been put into it: what is no part could never be deleted.
        if !is_part(&entry.file_name()) {
            continue;
        }
        match entry.path().symlink_metadata() {
            Ok(found) if found.is_file() => files.push((entry.path(), found.len())),
            // A keyring that is being changed leaves files that are gone by now.
            Err(error) if error.kind() != io::ErrorKind::NotFound => {
                return Err(failed(&entry.path(), error));
            }
            _ => {}
        }
    }
    Ok(files)
}

fn copy_files(
    files: &[(PathBuf, u64)],
    to: &Path,
    total: u64,
    on_progress: &mut dyn FnMut(u64, u64) -> ControlFlow<()>,
) -> Result<(), CopyHistoryError> {
    create_private_folder(to).map_err(|source| failed(to, source))?;
    // Held so that nobody takes the folder for a leftover; not part of the copy.
    let lock = FolderLock::alone(to).map_err(|_| CopyHistoryError::InUse)?;
    // Every byte is done once it was written, and was read back.
    let mut steps: u64 = 0;
    let mut report = |more: u64| {
        steps = steps.saturating_add(more);
        on_progress((steps / 2).min(total), total)
    };
    for (file, _) in files {
        let target = to.join(file.file_name().unwrap_or_default());
        let written = copy_file(file, &target, &mut report)?;
        if digest(&target, &mut report)? != written {
            return Err(CopyHistoryError::CopyDiffers);
        }
    }
    sync_folder(to).map_err(|source| failed(to, source))?;
    drop(lock);
    let _ = std::fs::remove_file(to.join(LOCK_FILE));
    Ok(())
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
    // What is compared comes from the disk where the system lets us ask for that, not from what it remembers of writing.
    let _ = rustix::fs::fadvise(&target, 0, None, rustix::fs::Advice::DontNeed);
    Ok(hash.finalize().into())
}

fn digest(
    path: &Path,
    report: &mut dyn FnMut(u64) -> ControlFlow<()>,
) -> Result<[u8; 32], CopyHistoryError> {
    let mut options = std::fs::OpenOptions::new();
    options.read(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::custom_flags(&mut options, NO_LINK);
    let mut file = options.open(path).map_err(|error| failed(path, error))?;
    let mut hash = Sha256::new();
    let mut piece = vec![0; 1 << 18];
    loop {
        let count = file.read(&mut piece).map_err(|error| failed(path, error))?;
        if count == 0 {
            return Ok(hash.finalize().into());
        }
        hash.update(&piece[..count]);
        if report(count as u64).is_break() {
            return Err(CopyHistoryError::Cancelled);
        }
    }
}

fn failed(path: &Path, source: io::Error) -> CopyHistoryError {
    CopyHistoryError::Io {
        path: path.to_owned(),
        source,
    }
}
