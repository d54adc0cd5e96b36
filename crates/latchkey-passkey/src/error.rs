//! Why a ceremony did not give what was wanted: one variant for each thing a person can do about it.

/// Why there is no authenticator of a kind.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub enum Absence {
    /// No security key was plugged in.
    NotPluggedIn,
    /// A key is there, but this user may not talk to it (udev rule).
    UsbAccess,
    /// This computer has no TPM 2.0.
    NoTpm,
    /// There is a TPM, but this user may not use it (group `tss`).
    TpmAccess,
    /// The helper program for the TPM is not installed, or its libraries are not.
    NoTpmHelper,
    /// No Bluetooth adapter, or it is off.
    NoBluetooth,
    /// The file of this credential is not on this computer.
    NotOnThisComputer,
    /// This kind is not built for this system, or was not asked for.
    NotSupported,
}

/// Why a ceremony failed. The CTAP status behind a variant is in docs/passkeys.md.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum CeremonyError {
    /// There is nothing to ask.
    #[error("no authenticator: {0:?}")]
    NoAuthenticator(Absence),
    /// The device did not understand the request (0x01, 0x02, 0x11, 0x12, 0x14 and unknown ones).
    #[error("the authenticator does not understand the request (status {status:#04x})")]
    NotUnderstood {
        /// CTAP status.
        status: u8,
    },
    /// Nobody touched it in time (0x05, 0x2f, 0x3a).
    #[error("nobody touched it in time")]
    TimedOut,
    /// It holds a credential of this keyring already (0x19).
    #[error("already enrolled")]
    AlreadyEnrolled,
    /// It does not hold the credential (0x22, 0x2e).
    #[error("not the enrolled passkey")]
    NotThisPasskey,
    /// It knows none of the algorithms (0x26).
    #[error("the authenticator is too old")]
    TooOld,
    /// Refused on the device (0x27).
    #[error("refused on the device")]
    Denied,
    /// It has no room (0x28).
    #[error("the authenticator is full")]
    Full,
    /// Built-in verification is not set up, and there is no PIN (0x2b, 0x2c).
    #[error("user verification is not set up")]
    VerificationNotSetUp,
    /// The person stopped it (also 0x2d).
    #[error("stopped")]
    Cancelled,
    /// Not in this state (0x30; 0x33 twice).
    #[error("not allowed now")]
    NotNow,
    /// Wrong PIN (0x31).
    #[error("wrong PIN")]
    PinWrong {
        /// Tries left, where it says.
        retries: Option<u8>,
    },
    /// The PIN is blocked for good (0x32).
    #[error("the PIN is blocked")]
    PinBlocked,
    /// Three wrong in a row: it must be unplugged and plugged in again (0x34).
    #[error("blocked until it is plugged in again")]
    PinReplug,
    /// It has no PIN and the person did not set one (0x35).
    #[error("no PIN is set")]
    PinNotSet,
    /// It wants a PIN and got none (0x36).
    #[error("a PIN is needed")]
    PinNeeded,
    /// The PIN is too short or must be changed (0x37).
    #[error("the PIN does not meet the rules")]
    PinPolicy {
        /// Fewest characters.
        min_length: u8,
    },
    /// It wants to be touched (0x3b).
    #[error("a touch is needed")]
    TouchNeeded,
    /// The fingerprint is blocked: use the PIN (0x3c).
    #[error("built-in verification is blocked")]
    VerificationBlocked,
    /// The fingerprint was not recognised (0x3f).
    #[error("not recognised")]
    VerificationWrong {
        /// Tries left, where it says.
        retries: Option<u8>,
    },
    /// Another program is using it (0x06).
    #[error("another program uses the authenticator")]
    Busy,
    /// It cannot evaluate the PRF.
    #[error("the authenticator has no PRF")]
    WithoutPrf,
    /// Its answer breaks a rule: other relying party, no verification, other credential, wrong length, or two
    /// different outputs for one input.
    #[error("the authenticator's answer breaks a rule: {rule}")]
    Inconsistent {
        /// Which one, for the technical details.
        rule: &'static str,
    },
    /// The TPM refuses every PIN for now.
    #[error("the TPM is locked against guessing")]
    TpmLockout {
        /// Seconds until it takes one try again, where it says.
        seconds: Option<u32>,
    },
    /// Another TPM than the one that made the key, or it was cleared.
    #[error("another TPM, or it was cleared")]
    TpmOther,
    /// The connection with the phone failed.
    #[error("the phone was not reached")]
    PhoneUnreachable(#[source] std::io::Error),
    /// Reading or writing failed.
    #[error("the authenticator could not be reached")]
    Io(#[source] std::io::Error),
}
