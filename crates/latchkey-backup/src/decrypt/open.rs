//! Opens an encrypted backup: the way that checking a key, repairing it and decrypting share.

use crate::files;
use crate::format::{Format, Secret};
use crate::header::{self, Envelope, HeaderFault};
use crate::inspect::recognise_plain;
use std::fs::File;
use std::io;
use std::path::{Path, PathBuf};

/// An encrypted backup whose header was read.
pub(crate) struct OpenBackup {
    pub(crate) file: File,
    pub(crate) size: u64,
    pub(crate) envelope: Envelope,
}

/// Why a backup could not be opened, before any key; the operations' own errors are made from it.
pub(crate) enum OpenBackupError {
    NotABackup,
    NotEncrypted { format: Format },
    Damaged,
    UnknownVersion { found: String },
    WrongKindOfKey { needed: Secret },
    Permission { path: PathBuf },
    Io { path: PathBuf, source: io::Error },
}

impl OpenBackupError {
    pub(crate) fn io(path: &Path, source: io::Error) -> Self {
        let path = path.to_path_buf();
        if files::is_permission(&source) {
            Self::Permission { path }
        } else {
            Self::Io { path, source }
        }
    }
}

pub(crate) fn open_backup(path: &Path) -> Result<OpenBackup, OpenBackupError> {
    let opened = files::open(path).map_err(|source| OpenBackupError::io(path, source))?;
    match header::read(&opened.head, &opened.tail, opened.size) {
        Ok(envelope) => Ok(OpenBackup {
            file: opened.file,
            size: opened.size,
            envelope,
        }),
        Err(HeaderFault::NotABackup) => Err(match recognise_plain(&opened.head, opened.size) {
            Some(format) => OpenBackupError::NotEncrypted { format },
            None => OpenBackupError::NotABackup,
        }),
        Err(fault) => Err(fault.into()),
    }
}

impl From<HeaderFault> for OpenBackupError {
    fn from(fault: HeaderFault) -> Self {
        match fault {
            HeaderFault::NotABackup => Self::NotABackup,
            HeaderFault::Damaged { .. } => Self::Damaged,
            HeaderFault::UnknownVersion { found } => Self::UnknownVersion { found },
        }
    }
}
