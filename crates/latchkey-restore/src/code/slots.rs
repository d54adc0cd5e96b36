//! Codes of what can go wrong with the ways into a keyring.

use latchkey_keyring::{
    AddSlotError, BeginRekeyError, RemoveSlotError, UnknownSlotError, UnlockSlotError,
};

use super::{ErrorCode, HasCode};

impl HasCode for UnlockSlotError {
    fn code(&self) -> ErrorCode {
        match self {
            Self::UnknownSlot => ErrorCode::Usage,
            Self::OtherKindOfSlot => ErrorCode::NoMatchingSlot,
            Self::Ceremony(source) => source.code(),
            Self::WrongPassphrase => ErrorCode::WrongPassphrase,
            Self::OtherSecret => ErrorCode::PasskeyInconsistent,
            Self::TooMuchWork => ErrorCode::TooLarge,
            Self::Tampered => ErrorCode::KeyringTampered,
            _ => ErrorCode::Internal,
        }
    }

    fn retries(&self) -> Option<u8> {
        match self {
            Self::Ceremony(source) => source.retries(),
            _ => None,
        }
    }

    fn absence(&self) -> Option<&'static str> {
        match self {
            Self::Ceremony(source) => source.absence(),
            _ => None,
        }
    }
}

impl HasCode for AddSlotError {
    fn code(&self) -> ErrorCode {
        match self {
            Self::NoRecovery => ErrorCode::LastRecovery,
            Self::TooManySlots => ErrorCode::TooLarge,
            Self::Ceremony(source) => source.code(),
            _ => ErrorCode::Internal,
        }
    }

    fn retries(&self) -> Option<u8> {
        match self {
            Self::Ceremony(source) => source.retries(),
            _ => None,
        }
    }

    fn absence(&self) -> Option<&'static str> {
        match self {
            Self::Ceremony(source) => source.absence(),
            _ => None,
        }
    }
}

impl HasCode for RemoveSlotError {
    fn code(&self) -> ErrorCode {
        match self {
            Self::UnknownSlot => ErrorCode::Usage,
            Self::LastRecovery | Self::LastSlot => ErrorCode::LastRecovery,
            Self::RekeyUnderWay => ErrorCode::InUse,
            _ => ErrorCode::Internal,
        }
    }
}

impl HasCode for UnknownSlotError {
    fn code(&self) -> ErrorCode {
        ErrorCode::Usage
    }
}

impl HasCode for BeginRekeyError {
    fn code(&self) -> ErrorCode {
        match self {
            Self::UnderWay => ErrorCode::InUse,
            _ => ErrorCode::Internal,
        }
    }
}

#[cfg(test)]
mod tests {
    use latchkey_passkey::{Absence, CeremonyError};

    use super::*;

    #[test]
    fn what_a_ceremony_failed_with_comes_through_a_slot() {
        let wrong = || CeremonyError::PinWrong { retries: Some(2) };
        let unlock = UnlockSlotError::Ceremony(wrong());
        let add = AddSlotError::Ceremony(wrong());
        assert_eq!(
            (unlock.code(), unlock.retries()),
            (ErrorCode::PinWrong, Some(2))
        );
        assert_eq!((add.code(), add.retries()), (ErrorCode::PinWrong, Some(2)));
        let absent = || CeremonyError::NoAuthenticator(Absence::NoTpm);
        assert_eq!(
            UnlockSlotError::Ceremony(absent()).absence(),
            Some("no_tpm")
        );
        assert_eq!(AddSlotError::Ceremony(absent()).absence(), Some("no_tpm"));
    }

    #[test]
    fn a_passkey_without_a_kit_and_the_last_kit_are_one_matter() {
        assert_eq!(AddSlotError::NoRecovery.code(), ErrorCode::LastRecovery);
        assert_eq!(
            RemoveSlotError::LastRecovery.code(),
            ErrorCode::LastRecovery
        );
    }
}
