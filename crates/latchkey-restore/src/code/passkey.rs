//! Codes of what can go wrong in a ceremony with a passkey: one for each thing a person can do about it.

use latchkey_passkey::{Absence, CeremonyError};

use super::{ErrorCode, HasCode};

impl HasCode for CeremonyError {
    fn code(&self) -> ErrorCode {
        match self {
            Self::NoAuthenticator(_) => ErrorCode::NoAuthenticator,
            Self::NotUnderstood { .. } => ErrorCode::PasskeyNotUnderstood,
            Self::TimedOut => ErrorCode::Timeout,
            Self::AlreadyEnrolled => ErrorCode::PasskeyAlreadyEnrolled,
            Self::NotThisPasskey => ErrorCode::NotThisPasskey,
            Self::TooOld => ErrorCode::PasskeyTooOld,
            Self::Denied => ErrorCode::Denied,
            Self::Full => ErrorCode::PasskeyFull,
            Self::VerificationNotSetUp => ErrorCode::UvNotSetUp,
            Self::Cancelled => ErrorCode::Cancelled,
            Self::NotNow => ErrorCode::PasskeyNotNow,
            Self::PinWrong { .. } => ErrorCode::PinWrong,
            Self::PinBlocked => ErrorCode::PinBlocked,
            Self::PinReplug => ErrorCode::PinReplug,
            Self::PinNotSet => ErrorCode::PinNotSet,
            Self::PinNeeded => ErrorCode::PinNeeded,
            Self::PinPolicy { .. } => ErrorCode::PinPolicy,
            Self::TouchNeeded => ErrorCode::TouchNeeded,
            Self::VerificationBlocked => ErrorCode::UvBlocked,
            Self::VerificationWrong { .. } => ErrorCode::UvWrong,
            Self::Busy => ErrorCode::PasskeyBusy,
            Self::WithoutPrf => ErrorCode::PasskeyWithoutPrf,
            Self::Inconsistent { .. } => ErrorCode::PasskeyInconsistent,
            Self::TpmLockout { .. } => ErrorCode::TpmLockout,
            Self::TpmOther => ErrorCode::TpmOther,
            Self::PhoneUnreachable(_) => ErrorCode::PhoneUnreachable,
            Self::Io(source) => source.code(),
            _ => ErrorCode::Internal,
        }
    }

    fn retries(&self) -> Option<u8> {
        match self {
            Self::PinWrong { retries } | Self::VerificationWrong { retries } => *retries,
            _ => None,
        }
    }

    fn absence(&self) -> Option<&'static str> {
        match self {
            Self::NoAuthenticator(absence) => Some(absence_word(*absence)),
            _ => None,
        }
    }
}

/// The word of an absence in JSON and in the catalogues.
#[must_use]
pub fn absence_word(absence: Absence) -> &'static str {
    match absence {
        Absence::NotPluggedIn => "not_plugged_in",
        Absence::UsbAccess => "usb_access",
        Absence::NoTpm => "no_tpm",
        Absence::TpmAccess => "tpm_access",
        Absence::NoTpmHelper => "no_tpm_helper",
        Absence::NoBluetooth => "no_bluetooth",
        Absence::NotOnThisComputer => "not_on_this_computer",
        _ => "not_supported",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn io() -> std::io::Error {
        std::io::Error::other("x")
    }

    #[test]
    fn every_failure_of_a_ceremony_has_a_code_of_its_own() {
        let all = [
            CeremonyError::NoAuthenticator(Absence::NoTpm),
            CeremonyError::NotUnderstood { status: 1 },
            CeremonyError::TimedOut,
            CeremonyError::AlreadyEnrolled,
            CeremonyError::NotThisPasskey,
            CeremonyError::TooOld,
            CeremonyError::Denied,
            CeremonyError::Full,
            CeremonyError::VerificationNotSetUp,
            CeremonyError::Cancelled,
            CeremonyError::NotNow,
            CeremonyError::PinWrong { retries: None },
            CeremonyError::PinBlocked,
            CeremonyError::PinReplug,
            CeremonyError::PinNotSet,
            CeremonyError::PinNeeded,
            CeremonyError::PinPolicy { min_length: 4 },
            CeremonyError::TouchNeeded,
            CeremonyError::VerificationBlocked,
            CeremonyError::VerificationWrong { retries: None },
            CeremonyError::Busy,
            CeremonyError::WithoutPrf,
            CeremonyError::Inconsistent { rule: "x" },
            CeremonyError::TpmLockout { seconds: None },
            CeremonyError::TpmOther,
            CeremonyError::PhoneUnreachable(io()),
            CeremonyError::Io(io()),
        ];
        let mut codes: Vec<ErrorCode> = all.iter().map(HasCode::code).collect();
        codes.sort_unstable();
        codes.dedup();
        assert_eq!(codes.len(), all.len());
        assert!(!codes.contains(&ErrorCode::Internal));
    }

    #[test]
    fn a_wrong_pin_says_how_many_tries_are_left() {
        let wrong = CeremonyError::PinWrong { retries: Some(6) };
        assert_eq!((wrong.retries(), wrong.absence()), (Some(6), None));
        let absent = CeremonyError::NoAuthenticator(Absence::UsbAccess);
        assert_eq!(
            (absent.retries(), absent.absence()),
            (None, Some("usb_access"))
        );
    }
}
