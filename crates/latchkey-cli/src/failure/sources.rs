//! Errors of the crates below, with the facts each of them knows: paths, bytes needed, versions.

use super::Failure;
use latchkey_backup::{CheckKeyError, DecryptError, InspectError, ReadKeyError, Secret};
use latchkey_demo::WritePhoneError;
use latchkey_index::{QueryError, SearchError, VerifyError};
use latchkey_keyring::{OpenKeyringError, ReadIdentityError, ReadKeyringError, ReadRecipientError};
use latchkey_restore::{
    CopyHistoryError, DataFolderError, DeleteHistoryError, ErrorCode, HasCode, OpenHistoryError,
    RestoreError,
};

/// Errors whose code says everything.
macro_rules! plain {
    ($($error:ty),*) => {
        $(impl From<$error> for Failure {
            fn from(error: $error) -> Self {
                Self::of(&error)
            }
        })*
    };
}

plain!(
    OpenKeyringError,
    QueryError,
    ReadIdentityError,
    ReadKeyringError,
    ReadRecipientError,
    SearchError,
    VerifyError
);

impl From<InspectError> for Failure {
    fn from(error: InspectError) -> Self {
        let failure = Self::of(&error);
        match &error {
            InspectError::NotFound { path } => failure.about("not_found").at(path),
            InspectError::WrongKindOfPath { path } | InspectError::Permission { path } => {
                failure.at(path)
            }
            InspectError::Io { path, source } => failure.at(path).detail(&source.to_string()),
            _ => failure,
        }
    }
}

impl From<ReadKeyError> for Failure {
    fn from(error: ReadKeyError) -> Self {
        let failure = Self::of(&error);
        match &error {
            ReadKeyError::NotAKey => failure.about("key"),
            ReadKeyError::Damaged => Self::new(ErrorCode::NotABackup).about("damaged_key"),
            ReadKeyError::UnknownVersion { found } => failure.fact("found", found.as_str()),
            ReadKeyError::PasswordFile => failure.about("password_file"),
            ReadKeyError::Digits(problem) => {
                let failure = failure.about("digits").detail(&problem.to_string());
                match problem.group() {
                    Some(group) => failure.about("digits_group").fact("group", group + 1),
                    None => failure,
                }
            }
            ReadKeyError::Permission { path } => failure.at(path),
            ReadKeyError::Io { path, source } => failure.at(path).detail(&source.to_string()),
            _ => failure,
        }
    }
}

/// Words for the key that a backup needs.
fn needed(failure: Failure, needed: Secret) -> Failure {
    let about = match needed {
        Secret::DeviceKey => "device_key",
        _ => "digits",
    };
    failure.about(about).fact("needs", needed.as_str())
}

impl From<CheckKeyError> for Failure {
    fn from(error: CheckKeyError) -> Self {
        let failure = Self::of(&error);
        match &error {
            CheckKeyError::NotEncrypted { format } => {
                let failure = failure.about("not_encrypted");
                failure.fact("found", format.as_str())
            }
            CheckKeyError::UnknownVersion { found } => failure.fact("found", found.as_str()),
            CheckKeyError::WrongKindOfKey { needed: kind } => needed(failure, *kind),
            CheckKeyError::Permission { path } => failure.at(path),
            CheckKeyError::Io { path, source } => failure.at(path).detail(&source.to_string()),
            _ => failure,
        }
    }
}

impl From<DecryptError> for Failure {
    fn from(error: DecryptError) -> Self {
        decrypt(Self::of(&error), &error)
    }
}

fn decrypt(failure: Failure, error: &DecryptError) -> Failure {
    match error {
        DecryptError::Damaged { at: Some(at), .. } => failure.fact("at", *at),
        DecryptError::NotEncrypted { format } => {
            let failure = failure.about("not_encrypted");
            failure.fact("found", format.as_str())
        }
        DecryptError::UnknownVersion { found } => failure.fact("found", found.as_str()),
        DecryptError::WrongKindOfKey { needed: kind } => needed(failure, *kind),
        DecryptError::TooLarge { limit } => failure.fact("limit", *limit),
        DecryptError::NoSpace { needed } => failure.fact("needed", *needed),
        DecryptError::AlreadyExists { path } | DecryptError::Permission { path } => {
            failure.at(path)
        }
        DecryptError::Io { path, source } => failure.at(path).detail(&source.to_string()),
        DecryptError::Write { source } => failure.detail(&source.to_string()),
        _ => failure,
    }
}

impl From<RestoreError> for Failure {
    fn from(error: RestoreError) -> Self {
        let mut failure = Self::of(&error);
        failure = match error {
            RestoreError::Inspect(source) => return source.into(),
            RestoreError::Decrypt(ref source) => decrypt(failure, source),
            RestoreError::NotChats => failure.about("not_chats"),
            RestoreError::Io { ref source, .. } => failure.detail(&source.to_string()),
            _ => failure,
        };
        if let Some(needed) = error.needed() {
            failure = failure.fact("needed", needed);
        }
        match error.path() {
            Some(path) => failure.at(path),
            None => failure,
        }
    }
}

impl From<OpenHistoryError> for Failure {
    fn from(error: OpenHistoryError) -> Self {
        let failure = Self::of(&error);
        match &error {
            OpenHistoryError::NotAHistory { path } => failure.about("history").at(path),
            OpenHistoryError::Io { path, source } => failure.at(path).detail(&source.to_string()),
            _ => failure,
        }
    }
}

impl From<CopyHistoryError> for Failure {
    fn from(error: CopyHistoryError) -> Self {
        let failure = Self::of(&error);
        match &error {
            CopyHistoryError::NotAHistory { path } => failure.about("history").at(path),
            CopyHistoryError::AlreadyExists { path } => failure.at(path),
            CopyHistoryError::NoSpace { needed } => failure.fact("needed", *needed),
            CopyHistoryError::Io { path, source } => failure.at(path).detail(&source.to_string()),
            _ => failure,
        }
    }
}

impl From<DeleteHistoryError> for Failure {
    fn from(error: DeleteHistoryError) -> Self {
        let failure = Self::of(&error);
        match &error {
            DeleteHistoryError::NotAHistory { path } => failure.about("history").at(path),
            DeleteHistoryError::Io { path, source } => failure.at(path).detail(&source.to_string()),
            _ => failure,
        }
    }
}

impl From<DataFolderError> for Failure {
    fn from(error: DataFolderError) -> Self {
        Self::of(&error)
            .at(&error.path)
            .detail(&error.source.to_string())
    }
}

impl From<WritePhoneError> for Failure {
    fn from(error: WritePhoneError) -> Self {
        match &error {
            WritePhoneError::Cancelled => Self::new(ErrorCode::Cancelled),
            WritePhoneError::Io(source) => Self::new(source.code()).detail(&source.to_string()),
            _ => Self::new(ErrorCode::Io).detail(&error.to_string()),
        }
    }
}
