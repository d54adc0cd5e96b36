//! What a CTAP status means for a person (CTAP 2.1, 8.2).

use crate::error::CeremonyError;

/// Fewest characters of a PIN where the authenticator does not say (CTAP 2.1, 6.5.1).
pub(crate) const USUAL_MIN_PIN_LENGTH: u8 = 4;

/// What a status means where nothing more is known than the status.
pub(crate) fn meaning(status: u8) -> CeremonyError {
    match status {
        0x05 | 0x2f | 0x3a => CeremonyError::TimedOut,
        0x06 => CeremonyError::Busy,
        0x19 => CeremonyError::AlreadyEnrolled,
        0x22 | 0x2e => CeremonyError::NotThisPasskey,
        0x26 => CeremonyError::TooOld,
        0x27 => CeremonyError::Denied,
        0x28 => CeremonyError::Full,
        0x2b | 0x2c => CeremonyError::VerificationNotSetUp,
        0x2d => CeremonyError::Cancelled,
        0x30 | 0x33 => CeremonyError::NotNow,
        0x31 => CeremonyError::PinWrong { retries: None },
        0x32 => CeremonyError::PinBlocked,
        0x34 => CeremonyError::PinReplug,
        0x35 => CeremonyError::PinNotSet,
        0x36 => CeremonyError::PinNeeded,
        0x37 => CeremonyError::PinPolicy {
            min_length: USUAL_MIN_PIN_LENGTH,
        },
        0x3b => CeremonyError::TouchNeeded,
        0x3c => CeremonyError::VerificationBlocked,
        0x3f => CeremonyError::VerificationWrong { retries: None },
        status => CeremonyError::NotUnderstood { status },
    }
}
