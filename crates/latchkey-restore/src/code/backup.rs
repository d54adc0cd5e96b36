//! Codes of what can go wrong with the backup and its key.

use latchkey_backup::{CheckKeyError, DecryptError, InspectError, KeyVerdict, ReadKeyError};

use super::{ErrorCode, HasCode};

impl HasCode for InspectError {
    fn code(&self) -> ErrorCode {
        match self {
            Self::NotFound { .. } | Self::WrongKindOfPath { .. } => ErrorCode::Io,
            Self::Permission { .. } => ErrorCode::Permission,
            Self::Io { source, .. } => source.code(),
            Self::Cancelled => ErrorCode::Cancelled,
            _ => ErrorCode::Internal,
        }
    }
}

impl HasCode for ReadKeyError {
    fn code(&self) -> ErrorCode {
        match self {
            Self::NotAKey | Self::Damaged => ErrorCode::NotABackup,
            Self::UnknownVersion { .. } => ErrorCode::UnknownVersion,
            Self::PasswordFile => ErrorCode::WrongKindOfKey,
            Self::Digits(_) => ErrorCode::Usage,
            Self::Permission { .. } => ErrorCode::Permission,
            Self::Io { source, .. } => source.code(),
            _ => ErrorCode::Internal,
        }
    }
}

impl HasCode for CheckKeyError {
    fn code(&self) -> ErrorCode {
        match self {
            Self::NotABackup | Self::NotEncrypted { .. } => ErrorCode::NotABackup,
            Self::Damaged => ErrorCode::Damaged,
            Self::UnknownVersion { .. } => ErrorCode::UnknownVersion,
            Self::WrongKindOfKey { .. } => ErrorCode::WrongKindOfKey,
            Self::Permission { .. } => ErrorCode::Permission,
            Self::Io { source, .. } => source.code(),
            _ => ErrorCode::Internal,
        }
    }

    fn key_fits(&self) -> Option<bool> {
        matches!(self, Self::Damaged).then_some(false)
    }
}

impl HasCode for DecryptError {
    fn code(&self) -> ErrorCode {
        match self {
            Self::WrongKey => ErrorCode::WrongKey,
            Self::WrongKeyOrDamaged => ErrorCode::WrongKeyOrDamaged,
            Self::Damaged { .. } => ErrorCode::Damaged,
            Self::WrongKindOfKey { .. } => ErrorCode::WrongKindOfKey,
            Self::NotABackup | Self::NotEncrypted { .. } => ErrorCode::NotABackup,
            Self::UnknownVersion { .. } => ErrorCode::UnknownVersion,
            Self::TooLarge { .. } => ErrorCode::TooLarge,
            Self::NoSpace { .. } => ErrorCode::NoSpace,
            Self::AlreadyExists { .. } => ErrorCode::AlreadyExists,
            Self::Permission { .. } => ErrorCode::Permission,
            Self::Io { source, .. } | Self::Write { source } => source.code(),
            Self::Cancelled => ErrorCode::Cancelled,
            _ => ErrorCode::Internal,
        }
    }

    fn key_fits(&self) -> Option<bool> {
        match self {
            Self::Damaged { key, .. } => Some(*key == KeyVerdict::Fits),
            _ => None,
        }
    }
}
