//! Errors of exports, and of checking them.

use super::Failure;
use latchkey_export::ExportError;
use latchkey_proof::{ReadSignerError, VerifyFolderError};
use latchkey_restore::{ErrorCode, HasCode};

impl From<ExportError> for Failure {
    fn from(error: ExportError) -> Self {
        let mut failure = Self::of(&error);
        if let Some(line) = error.line() {
            failure = failure.fact("line", line);
        }
        match &error {
            ExportError::Unfinished { path } => failure.about("unfinished").at(path),
            ExportError::NotUnfinished { path } => failure.about("not_unfinished").at(path),
            ExportError::AlreadyExists { path }
            | ExportError::InUse { path }
            | ExportError::TooLargeForDisk { path } => failure.at(path),
            ExportError::NoSpace { path, needed } => failure.fact("needed", *needed).at(path),
            ExportError::UnknownZone { name } => failure.about("zone").detail(name),
            ExportError::NoSuchFormat { format } => failure.about("format").detail(format),
            ExportError::FontMissing { script } => failure.detail(script),
            ExportError::Cancelled { kept: Some(kept) } => failure.about("kept").at(kept),
            ExportError::Redaction(source) => failure.detail(&source.to_string()),
            ExportError::Io { path, source } => failure.at(path).detail(&source.to_string()),
            _ => failure,
        }
    }
}

impl From<ReadSignerError> for Failure {
    fn from(error: ReadSignerError) -> Self {
        match error {
            ReadSignerError::UnknownVersion { found } => {
                Self::new(ErrorCode::UnknownVersion).fact("found", found)
            }
            other => Self::usage("signer").detail(&other.to_string()),
        }
    }
}

impl From<VerifyFolderError> for Failure {
    fn from(error: VerifyFolderError) -> Self {
        match error {
            VerifyFolderError::NotSealed { path } => Self::usage("not_sealed").at(&path),
            VerifyFolderError::Unreadable { path } => Self::usage("broken_manifest").at(&path),
            VerifyFolderError::UnknownVersion { found } => {
                Self::new(ErrorCode::UnknownVersion).fact("found", found)
            }
            VerifyFolderError::Cancelled => Self::new(ErrorCode::Cancelled),
            VerifyFolderError::Io { path, source } => {
                Self::of(&source).at(&path).detail(&source.to_string())
            }
            _ => Self::new(ErrorCode::Internal),
        }
    }
}
