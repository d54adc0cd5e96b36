//! How a command fails: a closed code the window has words for, and a detail for the fold. Never content.

use serde::Serialize;
use ts_rs::TS;

/// What happened, as the window tells it apart; the words are in its language catalogue.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum ErrorCode {
    /// The bytes are no known backup, key or database.
    NotABackup,
    /// The key does not open this backup.
    WrongKey,
    /// The file is not whole.
    Damaged,
    /// Either; nothing in the file tells which.
    WrongKeyOrDamaged,
    /// A key of another kind than this backup takes.
    WrongKindOfKey,
    /// The key is kept by a passkey or password outside this computer.
    LockedElsewhere,
    /// Made by a newer version.
    UnknownVersion,
    /// Something of that name is there already.
    AlreadyExists,
    /// Another program has it open.
    InUse,
    /// The backup belongs to another account than the history.
    OtherAccount,
    /// Larger than the limit.
    TooLarge,
    /// Not enough free space.
    NoSpace,
    /// The system does not allow it.
    Permission,
    /// The disk or the system failed.
    Io,
    /// The history's database is not whole.
    IndexDamaged,
    /// The keyring was changed by someone without a key.
    KeyringTampered,
    /// The keyring is older than one this computer has seen.
    KeyringOlder,
    /// This recovery kit opens no slot of the keyring.
    NoMatchingSlot,
    /// The person stopped it.
    Cancelled,
    /// The request makes no sense as it is; the detail says why.
    Usage,
    /// A bug.
    Internal,
}

impl ErrorCode {
    /// Every code, for the tests that hold the window's words against them.
    pub const ALL: [Self; 21] = [
        Self::NotABackup,
        Self::WrongKey,
        Self::Damaged,
        Self::WrongKeyOrDamaged,
        Self::WrongKindOfKey,
        Self::LockedElsewhere,
        Self::UnknownVersion,
        Self::AlreadyExists,
        Self::InUse,
        Self::OtherAccount,
        Self::TooLarge,
        Self::NoSpace,
        Self::Permission,
        Self::Io,
        Self::IndexDamaged,
        Self::KeyringTampered,
        Self::KeyringOlder,
        Self::NoMatchingSlot,
        Self::Cancelled,
        Self::Usage,
        Self::Internal,
    ];

    /// The word on the wire and in the log.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::NotABackup => "not_a_backup",
            Self::WrongKey => "wrong_key",
            Self::Damaged => "damaged",
            Self::WrongKeyOrDamaged => "wrong_key_or_damaged",
            Self::WrongKindOfKey => "wrong_kind_of_key",
            Self::LockedElsewhere => "locked_elsewhere",
            Self::UnknownVersion => "unknown_version",
            Self::AlreadyExists => "already_exists",
            Self::InUse => "in_use",
            Self::OtherAccount => "other_account",
            Self::TooLarge => "too_large",
            Self::NoSpace => "no_space",
            Self::Permission => "permission",
            Self::Io => "io",
            Self::IndexDamaged => "index_damaged",
            Self::KeyringTampered => "keyring_tampered",
            Self::KeyringOlder => "keyring_older",
            Self::NoMatchingSlot => "no_matching_slot",
            Self::Cancelled => "cancelled",
            Self::Usage => "usage",
            Self::Internal => "internal",
        }
    }
}

/// The reply of a command that did not do what it was asked.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct CommandError {
    /// What the window tells apart.
    pub code: ErrorCode,
    /// For the "technical details" fold: no content, no path, no key.
    pub detail: String,
    /// For damage: whether the key was found to be right; absent when it cannot be judged.
    pub key_fits: Option<bool>,
}

impl CommandError {
    /// A failure with its detail.
    pub fn new(code: ErrorCode, detail: impl Into<String>) -> Self {
        Self {
            code,
            detail: detail.into(),
            key_fits: None,
        }
    }

    /// A request that makes no sense as it is.
    pub fn usage(detail: &'static str) -> Self {
        Self::new(ErrorCode::Usage, detail)
    }

    /// A bug; where is in the log.
    pub fn internal(detail: &'static str) -> Self {
        Self::new(ErrorCode::Internal, detail)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_word_of_every_code_is_what_serde_writes() {
        for code in ErrorCode::ALL {
            assert_eq!(serde_json::to_value(code).unwrap(), code.as_str());
        }
    }

    #[test]
    fn an_error_crosses_with_the_windows_names() {
        let error = CommandError {
            key_fits: Some(true),
            ..CommandError::new(ErrorCode::Damaged, "tag")
        };
        assert_eq!(
            serde_json::to_value(error).unwrap(),
            serde_json::json!({"code": "damaged", "detail": "tag", "keyFits": true})
        );
    }
}
