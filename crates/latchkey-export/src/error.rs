//! Why an export stopped, and why a hook of a format did.
//!
//! No path, name, number or text is in any `Display`.

use std::io;
use std::path::PathBuf;

use latchkey_index::QueryError;
use latchkey_proof::{SealError, SignError};
use latchkey_redact::RedactError;
use latchkey_restore::{ErrorCode, HasCode};

/// Why an export was not made.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum ExportError {
    /// Something has the name already; it was not touched.
    #[error("there is something of that name")]
    AlreadyExists {
        /// What is there.
        path: PathBuf,
    },
    /// An unfinished export has the name: it can be resumed or deleted.
    #[error("there is an unfinished export of that name")]
    Unfinished {
        /// Its folder.
        path: PathBuf,
    },
    /// It is no unfinished export of ours.
    #[error("this is no unfinished export")]
    NotUnfinished {
        /// What was named.
        path: PathBuf,
    },
    /// Another program writes this export.
    #[error("the unfinished export is in use")]
    InUse {
        /// Its folder.
        path: PathBuf,
    },
    /// The disk is full, or would be. What is written stays and can be resumed.
    #[error("the disk is full")]
    NoSpace {
        /// Where.
        path: PathBuf,
        /// Bytes that are needed beyond what is free.
        needed: u64,
    },
    /// A file is larger than this disk can hold (FAT: 4 GiB).
    #[error("a file is too large for this disk")]
    TooLargeForDisk {
        /// Where.
        path: PathBuf,
    },
    /// No such time zone.
    #[error("no such time zone")]
    UnknownZone {
        /// What was asked for.
        name: String,
    },
    /// This version does not write the format.
    #[error("this version does not write the format")]
    NoSuchFormat {
        /// Its word.
        format: &'static str,
    },
    /// No message is chosen.
    #[error("no message is chosen")]
    NothingChosen,
    /// The history, the request, the rules or the program are not those that the unfinished export was begun with.
    #[error("the unfinished export was begun with something else")]
    HistoryChanged,
    /// Reading was stopped from outside: the history was locked. What is written stays and can be resumed.
    #[error("the history was closed meanwhile")]
    Locked,
    /// The caller asked to stop.
    #[error("the export was cancelled")]
    Cancelled {
        /// The unfinished export, where it was to be kept.
        kept: Option<PathBuf>,
    },
    /// A font that the texts need is not installed.
    #[error("no font for {script}")]
    FontMissing {
        /// The script, ISO 15924.
        script: &'static str,
    },
    /// The rules of what is left out cannot be followed.
    #[error("the redaction rules cannot be followed: {0}")]
    Redaction(#[source] RedactError),
    /// The history cannot be read.
    #[error("the history cannot be read")]
    Query(#[source] QueryError),
    /// Writing failed.
    #[error("writing the export failed")]
    Io {
        /// Where.
        path: PathBuf,
        /// What the system said.
        #[source]
        source: io::Error,
    },
    /// A format could not make something of what it was given.
    #[error("the format could not be written: {0}")]
    Format(&'static str),
    /// It was not signed.
    #[error("the export was not signed: {0}")]
    Sign(#[source] SignError),
}

impl HasCode for ExportError {
    fn code(&self) -> ErrorCode {
        match self {
            Self::AlreadyExists { .. } | Self::Unfinished { .. } => ErrorCode::AlreadyExists,
            Self::InUse { .. } => ErrorCode::InUse,
            Self::NoSpace { .. } => ErrorCode::NoSpace,
            Self::TooLargeForDisk { .. } => ErrorCode::TooLarge,
            Self::UnknownZone { .. } | Self::NoSuchFormat { .. } | Self::NotUnfinished { .. } => {
                ErrorCode::Usage
            }
            Self::NothingChosen => ErrorCode::NothingChosen,
            Self::HistoryChanged => ErrorCode::HistoryChanged,
            Self::Locked | Self::Cancelled { .. } => ErrorCode::Cancelled,
            Self::FontMissing { .. } => ErrorCode::FontMissing,
            Self::Redaction(_) => ErrorCode::BadRedaction,
            Self::Query(source) => source.code(),
            Self::Io { source, .. } => source.code(),
            Self::Format(_) => ErrorCode::Internal,
            Self::Sign(SignError::Cancelled) => ErrorCode::Cancelled,
            Self::Sign(_) => ErrorCode::Io,
        }
    }

    fn line(&self) -> Option<usize> {
        match self {
            Self::Redaction(source) => source.line(),
            _ => None,
        }
    }
}

impl ExportError {
    /// What a failed call of the file system means at this place.
    pub(crate) fn io(path: impl Into<PathBuf>, source: io::Error) -> Self {
        let path = path.into();
        match source.kind() {
            io::ErrorKind::StorageFull | io::ErrorKind::QuotaExceeded => {
                Self::NoSpace { path, needed: 0 }
            }
            io::ErrorKind::FileTooLarge => Self::TooLargeForDisk { path },
            _ => Self::Io { path, source },
        }
    }

    /// What was written is kept, and can be resumed: the cause lies outside of it.
    #[must_use]
    pub fn keeps_what_is_written(&self) -> bool {
        matches!(
            self,
            Self::NoSpace { .. } | Self::TooLargeForDisk { .. } | Self::Locked | Self::Io { .. }
        )
    }
}

impl From<QueryError> for ExportError {
    fn from(error: QueryError) -> Self {
        match &error {
            QueryError::Database { source } if is_interrupted(source) => Self::Locked,
            _ => Self::Query(error),
        }
    }
}

/// SQLite says that somebody stopped it (`SQLITE_INTERRUPT`): by its words, as this crate knows no SQLite.
fn is_interrupted(source: &(dyn std::error::Error + 'static)) -> bool {
    source.to_string().contains("interrupted")
}

impl From<SealError> for ExportError {
    fn from(error: SealError) -> Self {
        match error {
            SealError::Io { path, source } => Self::io(path, source),
            SealError::NotAPath { .. } => Self::Format("a file name that is none"),
            _ => Self::Format("the manifest"),
        }
    }
}

/// Why a file of an export could not be written.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum OutputError {
    /// The disk is full, or nearly.
    #[error("the disk is full")]
    NoSpace {
        /// The export's folder.
        path: PathBuf,
    },
    /// There is such a file already: two got one name.
    #[error("a file of the export has that name")]
    NameTaken,
    /// The file is closed, or was never opened.
    #[error("the file is not open")]
    NotOpen,
    /// The system said no.
    #[error("a file of the export could not be written")]
    Io {
        /// The export's folder.
        path: PathBuf,
        /// What the system said.
        #[source]
        source: io::Error,
    },
}

impl From<OutputError> for ExportError {
    fn from(error: OutputError) -> Self {
        match error {
            OutputError::NoSpace { path } => Self::NoSpace { path, needed: 0 },
            OutputError::Io { path, source } => Self::io(path, source),
            OutputError::NameTaken => Self::Format("two files of one name"),
            OutputError::NotOpen => Self::Format("a file that is not open"),
        }
    }
}

/// Why a hook of a format stopped.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum FormatError {
    /// A file could not be written.
    #[error(transparent)]
    Output(#[from] OutputError),
    /// Writing into a file that the format holds itself failed: an archive, a scratch file.
    #[error("a file could not be written")]
    Io(#[from] io::Error),
    /// Something cannot be said in this format: what, in the program's words, never content.
    #[error("cannot be written: {0}")]
    Unwritable(&'static str),
    /// The state of a checkpoint is not this format's.
    #[error("the state of the unfinished export is not this format's")]
    BadState,
    /// A font that the texts need is not installed.
    #[error("no font for {script}")]
    FontMissing {
        /// The script, ISO 15924.
        script: &'static str,
    },
}

impl From<serde_json::Error> for FormatError {
    fn from(error: serde_json::Error) -> Self {
        match error.io_error_kind() {
            Some(kind) => Self::Io(kind.into()),
            None => Self::Unwritable("JSON"),
        }
    }
}

impl FormatError {
    /// The same as the end of an export into this folder.
    pub(crate) fn at(self, folder: &std::path::Path) -> ExportError {
        match self {
            Self::Output(error) => error.into(),
            Self::Io(source) => ExportError::io(folder, source),
            Self::Unwritable(what) => ExportError::Format(what),
            Self::BadState => ExportError::HistoryChanged,
            Self::FontMissing { script } => ExportError::FontMissing { script },
        }
    }
}
