//! The closed list of error codes that the command line and the window share (docs/cli.md).
//!
//! A code says what the person can do, not what failed inside. It gains a variant only when somebody acts on it.

mod backup;
mod index;
mod keyring;

use std::io;

use serde::{Deserialize, Serialize};

/// What went wrong, in the word that scripts and the language catalogue rely on.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ErrorCode {
    /// The bytes are no known backup, key or database.
    NotABackup,
    /// The file is whole and this is not its key.
    WrongKey,
    /// The file is damaged; the error says whether the key fits.
    Damaged,
    /// The key does not open it, and nothing tells which of the two is at fault.
    WrongKeyOrDamaged,
    /// A device key where digits are needed, or the reverse.
    WrongKindOfKey,
    /// WhatsApp keeps the key behind a passkey or password, and no key was given.
    LockedElsewhere,
    /// Newer than this version understands.
    UnknownVersion,
    /// Something is in the way; it was not touched.
    AlreadyExists,
    /// Another program has the history open.
    InUse,
    /// The backup belongs to another account than the history.
    OtherAccount,
    /// Larger than allowed.
    TooLarge,
    /// The disk is full.
    NoSpace,
    /// The person may not read or write there.
    Permission,
    /// Reading or writing failed otherwise.
    Io,
    /// The history's own files are damaged.
    IndexDamaged,
    /// The keyring is not the one it was.
    KeyringTampered,
    /// An older keyring than this computer has seen.
    KeyringOlder,
    /// This identity has no slot in the keyring.
    NoMatchingSlot,
    /// The person stopped it.
    Cancelled,
    /// Wrong arguments.
    Usage,
    /// A fault of this program.
    Internal,
}

impl ErrorCode {
    /// Every code, in the order above.
    pub const ALL: [ErrorCode; 21] = [
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

    /// The word in JSON and in the catalogue's message ids.
    #[must_use]
    pub fn as_str(self) -> &'static str {
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

impl std::fmt::Display for ErrorCode {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(self.as_str())
    }
}

/// An error that has one of the codes.
pub trait HasCode {
    /// Its code.
    fn code(&self) -> ErrorCode;

    /// For damage: `true` the key fits, `false` the key cannot be judged; `None` for everything else.
    fn key_fits(&self) -> Option<bool> {
        None
    }
}

impl HasCode for io::Error {
    fn code(&self) -> ErrorCode {
        match self.kind() {
            io::ErrorKind::PermissionDenied | io::ErrorKind::ReadOnlyFilesystem => {
                ErrorCode::Permission
            }
            io::ErrorKind::StorageFull | io::ErrorKind::QuotaExceeded => ErrorCode::NoSpace,
            io::ErrorKind::AlreadyExists => ErrorCode::AlreadyExists,
            _ => ErrorCode::Io,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_word_of_a_code_is_the_one_that_serde_writes() {
        for code in ErrorCode::ALL {
            assert_eq!(serde_json::to_string(&code).unwrap(), format!("\"{code}\""));
        }
    }
}
