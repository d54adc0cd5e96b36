//! How a command fails: a closed code the window has words for, and a detail for the fold. Never content.

use serde::Serialize;
use ts_rs::TS;

use super::Absence;

/// Declares the codes once: each with what it means and its word.
macro_rules! codes {
    ($($(#[$meaning:meta])* $code:ident = $word:literal,)*) => {
        /// What happened, as the window tells it apart; the words are in its language catalogue.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, TS)]
        #[serde(rename_all = "snake_case")]
        pub enum ErrorCode {
            $($(#[$meaning])* $code,)*
        }

        impl ErrorCode {
            /// Every code, for the tests that hold the window's words against them.
            pub const ALL: &'static [Self] = &[$(Self::$code),*];

            /// The word on the wire and in the log.
            pub const fn as_str(self) -> &'static str {
                match self {
                    $(Self::$code => $word,)*
                }
            }
        }
    };
}

codes! {
    /// The bytes are no known backup, key or database.
    NotABackup = "not_a_backup",
    /// There is no history in the folder, or not now.
    NotAHistory = "not_a_history",
    /// The backup holds only what changed since a full one.
    Increment = "increment",
    /// The key does not open this backup.
    WrongKey = "wrong_key",
    /// The file is not whole.
    Damaged = "damaged",
    /// Either; nothing in the file tells which.
    WrongKeyOrDamaged = "wrong_key_or_damaged",
    /// A key of another kind than this backup takes.
    WrongKindOfKey = "wrong_kind_of_key",
    /// The key is kept by a passkey or password outside this computer.
    LockedElsewhere = "locked_elsewhere",
    /// Made by a newer version.
    UnknownVersion = "unknown_version",
    /// Something of that name is there already.
    AlreadyExists = "already_exists",
    /// Another program, or another ceremony, has it.
    InUse = "in_use",
    /// The backup belongs to another account than the history.
    OtherAccount = "other_account",
    /// Larger than the limit.
    TooLarge = "too_large",
    /// Not enough free space.
    NoSpace = "no_space",
    /// The system does not allow it.
    Permission = "permission",
    /// The disk or the system failed.
    Io = "io",
    /// The history's database is not whole.
    IndexDamaged = "index_damaged",
    /// The keyring was changed by someone without a key.
    KeyringTampered = "keyring_tampered",
    /// The keyring is older than one this computer has seen.
    KeyringOlder = "keyring_older",
    /// Nobody vouches for who signed the keyring: the person has to, first.
    KeyringUnknown = "keyring_unknown",
    /// This recovery kit opens no slot of the keyring.
    NoMatchingSlot = "no_matching_slot",
    /// The words open no passphrase slot.
    WrongPassphrase = "wrong_passphrase",
    /// A passkey must not be there without a recovery kit.
    LastRecovery = "last_recovery",
    /// There is nothing to ask; the reason says why.
    NoAuthenticator = "no_authenticator",
    /// The authenticator does not understand the request.
    PasskeyNotUnderstood = "passkey_not_understood",
    /// Nobody touched it in time.
    Timeout = "timeout",
    /// It holds a passkey of this keyring already.
    PasskeyAlreadyEnrolled = "passkey_already_enrolled",
    /// It does not hold the passkey.
    NotThisPasskey = "not_this_passkey",
    /// The authenticator is too old.
    PasskeyTooOld = "passkey_too_old",
    /// Refused on the device.
    Denied = "denied",
    /// The authenticator has no room.
    PasskeyFull = "passkey_full",
    /// Fingerprint or face is not set up, and there is no PIN.
    UvNotSetUp = "uv_not_set_up",
    /// Not allowed in its present state.
    PasskeyNotNow = "passkey_not_now",
    /// The PIN is wrong.
    PinWrong = "pin_wrong",
    /// The PIN is blocked for good.
    PinBlocked = "pin_blocked",
    /// Blocked until it is plugged in again.
    PinReplug = "pin_replug",
    /// It has no PIN.
    PinNotSet = "pin_not_set",
    /// It wants a PIN.
    PinNeeded = "pin_needed",
    /// The PIN does not meet the rules.
    PinPolicy = "pin_policy",
    /// It wants to be touched.
    TouchNeeded = "touch_needed",
    /// The fingerprint is blocked: the PIN is left.
    UvBlocked = "uv_blocked",
    /// The fingerprint was not recognised.
    UvWrong = "uv_wrong",
    /// Another program uses the authenticator.
    PasskeyBusy = "passkey_busy",
    /// It cannot keep a secret for a backup.
    PasskeyWithoutPrf = "passkey_without_prf",
    /// Its answer breaks a rule.
    PasskeyInconsistent = "passkey_inconsistent",
    /// The TPM refuses every PIN for now.
    TpmLockout = "tpm_lockout",
    /// Another TPM than the one that made the key, or it was cleared.
    TpmOther = "tpm_other",
    /// The connection with the phone failed.
    PhoneUnreachable = "phone_unreachable",
    /// It could run or fetch something when it is opened: it can only be saved.
    OnlySaved = "only_saved",
    /// Rows of the source are unaccounted for.
    CountsDiffer = "counts_differ",
    /// Nothing is chosen that could be exported.
    NothingChosen = "nothing_chosen",
    /// An unfinished export was begun with another history, choice or version.
    HistoryChanged = "history_changed",
    /// The rules of what is left out cannot be followed.
    BadRedaction = "bad_redaction",
    /// A font that the texts need is not installed.
    FontMissing = "font_missing",
    /// The person stopped it.
    Cancelled = "cancelled",
    /// The request makes no sense as it is; the detail says why.
    Usage = "usage",
    /// A bug.
    Internal = "internal",
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
    /// For a wrong PIN or fingerprint: tries left, where that is known.
    pub retries: Option<u8>,
    /// For `no_authenticator`: why there is none.
    pub absence: Option<Absence>,
    /// For `bad_redaction`: the line of the file, from 1, where one is to blame.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[ts(optional)]
    pub line: Option<u32>,
}

impl CommandError {
    /// A failure with its detail.
    pub fn new(code: ErrorCode, detail: impl Into<String>) -> Self {
        Self {
            code,
            detail: detail.into(),
            key_fits: None,
            retries: None,
            absence: None,
            line: None,
        }
    }

    /// A request that makes no sense as it is.
    pub fn usage(detail: &'static str) -> Self {
        Self::new(ErrorCode::Usage, detail)
    }

    /// Something else is under way.
    pub fn in_use(detail: &'static str) -> Self {
        Self::new(ErrorCode::InUse, detail)
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
            retries: Some(3),
            absence: Some(Absence::UsbAccess),
            ..CommandError::new(ErrorCode::Damaged, "tag")
        };
        assert_eq!(
            serde_json::to_value(error).unwrap(),
            serde_json::json!({
                "code": "damaged", "detail": "tag", "keyFits": true, "retries": 3, "absence": "usb_access"
            })
        );
    }
}
