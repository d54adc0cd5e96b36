//! Errors of the crates below, with the facts each of them knows: paths, bytes needed, versions.

use super::Failure;
use latchkey_backup::{CheckKeyError, DecryptError, InspectError, ReadKeyError, Secret};
use latchkey_demo::WritePhoneError;
use latchkey_index::{QueryError, SearchError, VerifyError};
use latchkey_keyring::{
    AddSecretError, AddSlotError, BeginRekeyError, OpenKeyringError, ReadIdentityError,
    ReadKeyringError, ReadRecipientError, RemoveSlotError, SaveKeyringError, UnknownSlotError,
    UnlockSlotError,
};
use latchkey_passkey::CeremonyError;
use latchkey_restore::{
    ChangeContactsError, CopyHistoryError, DataFolderError, DeleteHistoryError, ErrorCode,
    ForgetHistoryError, HasCode, KitPlaceError, LinkMediaError, MoveHistoryError, NoteHistoryError,
    OpenHistoryError, RekeyError, RestError, RestoreError, StaleKeyringError,
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
    AddSecretError,
    BeginRekeyError,
    OpenKeyringError,
    QueryError,
    ReadIdentityError,
    ReadKeyringError,
    ReadRecipientError,
    SearchError,
    StaleKeyringError,
    UnknownSlotError,
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
            RestoreError::Contacts(ref source) => contacts(failure, source.reason()),
            RestoreError::Increment {
                full: Some(ref full),
            } => failure
                .about("beside")
                .fact("full", full.to_string_lossy().into_owned()),
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

impl From<ChangeContactsError> for Failure {
    fn from(error: ChangeContactsError) -> Self {
        let reason = error.reason();
        match error {
            ChangeContactsError::History(source) => source.into(),
            ChangeContactsError::Read(ref source) => {
                contacts(Self::of(&error), reason).at(source.path())
            }
            ref other => contacts(Self::of(other), reason),
        }
    }
}

/// What is wrong with an address book, where its code says too little.
fn contacts(failure: Failure, reason: Option<&'static str>) -> Failure {
    match reason {
        Some(reason) => failure.about(reason).fact("reason", reason),
        None => failure,
    }
}

impl From<LinkMediaError> for Failure {
    fn from(error: LinkMediaError) -> Self {
        match error {
            LinkMediaError::History(source) => source.into(),
            LinkMediaError::Folder { ref source, .. } => {
                Self::of(&error).detail(&source.to_string())
            }
            ref other => Self::of(other),
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

impl From<CeremonyError> for Failure {
    fn from(error: CeremonyError) -> Self {
        let failure = Self::of(&error);
        match &error {
            CeremonyError::PinPolicy { min_length } => failure.fact("min_length", *min_length),
            CeremonyError::TpmLockout {
                seconds: Some(seconds),
            } => failure.fact("seconds", *seconds),
            CeremonyError::PhoneUnreachable(source) => failure.detail(&source.to_string()),
            CeremonyError::Io(source) => {
                let failure = failure.about("authenticator");
                failure.detail(&source.to_string())
            }
            _ => failure,
        }
    }
}

impl From<UnlockSlotError> for Failure {
    fn from(error: UnlockSlotError) -> Self {
        match error {
            UnlockSlotError::Ceremony(source) => source.into(),
            UnlockSlotError::OtherKindOfSlot => Self::of(&error).about("other_kind_of_slot"),
            UnlockSlotError::TooMuchWork => Self::of(&error).about("too_much_work"),
            UnlockSlotError::OtherSecret => Self::of(&error).about("other_secret"),
            _ => Self::of(&error),
        }
    }
}

impl From<AddSlotError> for Failure {
    fn from(error: AddSlotError) -> Self {
        match error {
            AddSlotError::Ceremony(source) => source.into(),
            AddSlotError::NoRecovery => Self::of(&error).about("add"),
            AddSlotError::TooManySlots => Self::of(&error).about("too_many_slots"),
            _ => Self::of(&error),
        }
    }
}

impl From<RemoveSlotError> for Failure {
    fn from(error: RemoveSlotError) -> Self {
        let failure = Self::of(&error);
        match &error {
            RemoveSlotError::LastSlot => failure.about("last_slot"),
            RemoveSlotError::RekeyUnderWay => failure.about("rekey_under_way"),
            _ => failure,
        }
    }
}

impl From<SaveKeyringError> for Failure {
    fn from(error: SaveKeyringError) -> Self {
        let failure = Self::of(&error);
        match &error {
            SaveKeyringError::NoSpace { needed } => failure.fact("needed", *needed),
            SaveKeyringError::Permission(source) | SaveKeyringError::Io(source) => {
                failure.detail(&source.to_string())
            }
            _ => failure,
        }
    }
}

impl From<RekeyError> for Failure {
    fn from(error: RekeyError) -> Self {
        let failure = Self::of(&error);
        match error {
            RekeyError::Remove(source) => source.into(),
            RekeyError::NoSpace { needed } => failure.fact("needed", needed),
            RekeyError::Io { path, source } => failure.at(&path).detail(&source.to_string()),
            RekeyError::NotFinished(_) => failure.about("not_finished"),
            _ => failure,
        }
    }
}

impl From<KitPlaceError> for Failure {
    fn from(error: KitPlaceError) -> Self {
        let failure = Self::of(&error);
        match error {
            KitPlaceError::InsideIndex => failure.about("kit_inside_index"),
            KitPlaceError::BesideBackup => failure.about("kit_beside_backup"),
            KitPlaceError::CloudFolder { provider } => {
                failure.about("kit_in_cloud").fact("provider", provider)
            }
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

impl From<MoveHistoryError> for Failure {
    fn from(error: MoveHistoryError) -> Self {
        match error {
            MoveHistoryError::Copy(source) => source.into(),
            MoveHistoryError::NotThere => Self::of(&error).about("history"),
            other => Self::of(&other),
        }
    }
}

impl From<NoteHistoryError> for Failure {
    fn from(error: NoteHistoryError) -> Self {
        match error {
            NoteHistoryError::Unknown => Self::usage("not_listed"),
            other => Self::of(&other),
        }
    }
}

impl From<RestError> for Failure {
    fn from(error: RestError) -> Self {
        match error {
            RestError::Unknown => Self::usage("not_resting"),
            RestError::Delete(source) => source.into(),
            other => Self::of(&other),
        }
    }
}

impl From<ForgetHistoryError> for Failure {
    fn from(error: ForgetHistoryError) -> Self {
        match error {
            ForgetHistoryError::Unknown => Self::usage("not_listed"),
            ForgetHistoryError::NotMissing => Self::usage("not_missing"),
            other => Self::of(&other),
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
