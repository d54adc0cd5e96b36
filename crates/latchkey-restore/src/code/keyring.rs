//! Codes of what can go wrong with the keyring and the identity that opens it.

use latchkey_keyring::{
    AddSecretError, CreateKeyringError, OpenKeyringError, ReadIdentityError, ReadKeyringError,
    ReadRecipientError, SaveKeyringError,
};

use super::{ErrorCode, HasCode};

impl HasCode for ReadKeyringError {
    fn code(&self) -> ErrorCode {
        match self {
            Self::NotAKeyring => ErrorCode::NotABackup,
            Self::UnknownVersion { .. } => ErrorCode::UnknownVersion,
            Self::Tampered => ErrorCode::KeyringTampered,
            Self::NotFound => ErrorCode::Io,
            Self::Permission(_) => ErrorCode::Permission,
            Self::Io(source) => source.code(),
            _ => ErrorCode::Internal,
        }
    }
}

impl HasCode for OpenKeyringError {
    fn code(&self) -> ErrorCode {
        match self {
            Self::NoMatchingSlot => ErrorCode::NoMatchingSlot,
            Self::Tampered => ErrorCode::KeyringTampered,
            _ => ErrorCode::Internal,
        }
    }
}

impl HasCode for SaveKeyringError {
    fn code(&self) -> ErrorCode {
        match self {
            Self::NoSpace { .. } => ErrorCode::NoSpace,
            Self::Permission(_) => ErrorCode::Permission,
            Self::Io(source) | Self::SavedButNotSynced(source) => source.code(),
            Self::TooLarge => ErrorCode::TooLarge,
            _ => ErrorCode::Internal,
        }
    }
}

impl HasCode for CreateKeyringError {
    fn code(&self) -> ErrorCode {
        match self {
            Self::NoRecipient | Self::TooManyRecipients => ErrorCode::Usage,
            _ => ErrorCode::Internal,
        }
    }
}

impl HasCode for AddSecretError {
    fn code(&self) -> ErrorCode {
        ErrorCode::Internal
    }
}

impl HasCode for ReadRecipientError {
    fn code(&self) -> ErrorCode {
        ErrorCode::Usage
    }
}

impl HasCode for ReadIdentityError {
    /// A file that is no identity is `not_a_backup`; a slip in a copied one is `usage`.
    fn code(&self) -> ErrorCode {
        match self {
            Self::NoIdentity | Self::OtherKind => ErrorCode::NotABackup,
            Self::BadPins => ErrorCode::KeyringTampered,
            _ => ErrorCode::Usage,
        }
    }
}
