//! The closed list of error codes that the command line and the window share (docs/cli.md).
//!
//! A code says what the person can do, not what failed inside. It gains a variant only when somebody acts on it.

mod backup;
mod index;
mod keyring;
mod passkey;
mod slots;

use std::io;

pub use passkey::absence_word;

use serde::{Deserialize, Serialize};

/// Writes the enum, the list of all and the words from one table, so that none of them can lack a line.
macro_rules! error_codes {
    ($($(#[$doc:meta])+ $variant:ident => $word:literal),+ $(,)?) => {
        /// What went wrong, in the word that scripts and the language catalogue rely on.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
        #[serde(rename_all = "snake_case")]
        pub enum ErrorCode {
            $($(#[$doc])+ $variant,)+
        }

        impl ErrorCode {
            /// Every code, in the order above.
            pub const ALL: [ErrorCode; [$($word),+].len()] = [$(Self::$variant),+];

            /// The word in JSON and in the catalogue's message ids.
            #[must_use]
            pub fn as_str(self) -> &'static str {
                match self {
                    $(Self::$variant => $word,)+
                }
            }
        }
    };
}

error_codes! {
    /// The bytes are no known backup, key or database.
    NotABackup => "not_a_backup",
    /// The backup holds only what changed since a full one, which is the one to take.
    Increment => "increment",
    /// The file is whole and this is not its key.
    WrongKey => "wrong_key",
    /// The file is damaged; the error says whether the key fits.
    Damaged => "damaged",
    /// The key does not open it, and nothing tells which of the two is at fault.
    WrongKeyOrDamaged => "wrong_key_or_damaged",
    /// A device key where digits are needed, or the reverse.
    WrongKindOfKey => "wrong_kind_of_key",
    /// WhatsApp keeps the key behind a passkey or password, and no key was given.
    LockedElsewhere => "locked_elsewhere",
    /// Newer than this version understands.
    UnknownVersion => "unknown_version",
    /// Something is in the way; it was not touched.
    AlreadyExists => "already_exists",
    /// Another program has the history open.
    InUse => "in_use",
    /// The backup belongs to another account than the history.
    OtherAccount => "other_account",
    /// Larger than allowed.
    TooLarge => "too_large",
    /// The disk is full.
    NoSpace => "no_space",
    /// The person may not read or write there.
    Permission => "permission",
    /// Reading or writing failed otherwise.
    Io => "io",
    /// The history's own files are damaged.
    IndexDamaged => "index_damaged",
    /// The keyring is not the one it was.
    KeyringTampered => "keyring_tampered",
    /// An older keyring than this computer has seen.
    KeyringOlder => "keyring_older",
    /// This identity has no slot in the keyring.
    NoMatchingSlot => "no_matching_slot",
    /// There is no authenticator of that kind; the error says why ([`HasCode::absence`]).
    NoAuthenticator => "no_authenticator",
    /// The authenticator did not understand the request.
    PasskeyNotUnderstood => "passkey_not_understood",
    /// Nobody touched it in time.
    Timeout => "timeout",
    /// It holds a passkey of this keyring already.
    PasskeyAlreadyEnrolled => "passkey_already_enrolled",
    /// It does not hold the passkey that was asked for.
    NotThisPasskey => "not_this_passkey",
    /// The authenticator knows none of the algorithms.
    PasskeyTooOld => "passkey_too_old",
    /// Refused on the device.
    Denied => "denied",
    /// The authenticator has no room for a passkey.
    PasskeyFull => "passkey_full",
    /// Neither a PIN nor a fingerprint is set up.
    UvNotSetUp => "uv_not_set_up",
    /// Not allowed in the state that the authenticator is in.
    PasskeyNotNow => "passkey_not_now",
    /// Wrong PIN; the error says how many tries are left ([`HasCode::retries`]).
    PinWrong => "pin_wrong",
    /// The PIN is blocked for good.
    PinBlocked => "pin_blocked",
    /// Blocked until the key is plugged in again.
    PinReplug => "pin_replug",
    /// The authenticator has no PIN yet.
    PinNotSet => "pin_not_set",
    /// A PIN is needed and none was given.
    PinNeeded => "pin_needed",
    /// The PIN does not meet the rules of the authenticator.
    PinPolicy => "pin_policy",
    /// The authenticator wants to be touched.
    TouchNeeded => "touch_needed",
    /// The fingerprint is blocked: the PIN still works.
    UvBlocked => "uv_blocked",
    /// The fingerprint was not recognised.
    UvWrong => "uv_wrong",
    /// Another program uses the authenticator.
    PasskeyBusy => "passkey_busy",
    /// The authenticator cannot guard a keyring: it has no PRF.
    PasskeyWithoutPrf => "passkey_without_prf",
    /// The authenticator's answer breaks a rule.
    PasskeyInconsistent => "passkey_inconsistent",
    /// The TPM refuses every PIN for now.
    TpmLockout => "tpm_lockout",
    /// Another TPM than the one that holds the passkey, or it was cleared.
    TpmOther => "tpm_other",
    /// The phone was not reached.
    PhoneUnreachable => "phone_unreachable",
    /// The passphrase opens no slot.
    WrongPassphrase => "wrong_passphrase",
    /// Without a recovery slot a lost passkey would lose the chats.
    LastRecovery => "last_recovery",
    /// Nobody vouches for the one who signed the keyring: the person has to, before a key is sealed into it.
    KeyringUnknown => "keyring_unknown",
    /// Rows of the source are neither in the history nor left out for a reason; what was read is kept.
    CountsDiffer => "counts_differ",
    /// Nothing is chosen that could be exported.
    NothingChosen => "nothing_chosen",
    /// An unfinished export was begun with another history, choice or version.
    HistoryChanged => "history_changed",
    /// The rules of what is left out cannot be followed; the error says which line ([`HasCode::line`]).
    BadRedaction => "bad_redaction",
    /// A font that the texts need is not installed.
    FontMissing => "font_missing",
    /// The person stopped it.
    Cancelled => "cancelled",
    /// Wrong arguments.
    Usage => "usage",
    /// A fault of this program.
    Internal => "internal",
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

    /// For a PIN or fingerprint that was wrong: tries left, where the authenticator says.
    fn retries(&self) -> Option<u8> {
        None
    }

    /// For [`ErrorCode::BadRedaction`]: the line of the rules, from 1.
    fn line(&self) -> Option<usize> {
        None
    }

    /// For [`ErrorCode::NoAuthenticator`]: the word for why there is none.
    fn absence(&self) -> Option<&'static str> {
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
