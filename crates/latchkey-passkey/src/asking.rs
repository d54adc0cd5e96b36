//! Asking for the PIN that is set, over and over: what every authenticator with a PIN and few tries has in common.
//!
//! A PIN that was wrong is never sent a second time, and each of the last two tries is used only after a yes.

use crate::ask::{Interaction, PinPurpose, PinRequest, Question};
use crate::authenticator::AuthenticatorKind;
use crate::error::CeremonyError;
use crate::pin::Pin;

/// With so few tries left, or fewer, the person is asked first.
const LAST_TRIES: u8 = 2;

/// The questions for one PIN in one ceremony.
pub(crate) struct PinAsking<'a> {
    ask: &'a dyn Interaction,
    authenticator: AuthenticatorKind,
    min_length: u8,
    /// Those that were wrong, all of them.
    wrong: Vec<Pin>,
    /// The tries that a yes was given for, until the next one is made.
    agreed: Option<u8>,
}

impl<'a> PinAsking<'a> {
    pub(crate) fn new(
        ask: &'a dyn Interaction,
        authenticator: AuthenticatorKind,
        min_length: u8,
    ) -> Self {
        Self {
            ask,
            authenticator,
            min_length,
            wrong: Vec::new(),
            agreed: None,
        }
    }

    /// Asks for the PIN; `retries` are the tries left now.
    pub(crate) fn next(&mut self, retries: Option<u8>) -> Result<Pin, CeremonyError> {
        self.agree(retries)?;
        let request = PinRequest {
            authenticator: self.authenticator,
            purpose: PinPurpose::Use,
            retries,
            was_wrong: !self.wrong.is_empty(),
            min_length: self.min_length,
            not_only_digits: false,
        };
        let typed = self.ask.pin(&request);
        if self.ask.is_cancelled() {
            return Err(CeremonyError::Cancelled);
        }
        match typed {
            Some(pin) if !self.wrong.iter().any(|wrong| pin.is_same(wrong)) => Ok(pin),
            None if self.wrong.is_empty() => Err(CeremonyError::PinNeeded),
            _ => Err(CeremonyError::PinWrong { retries }),
        }
    }

    /// To be called right before a PIN is sent; `retries` are the tries left then. One yes is good for one try.
    pub(crate) fn before_trying(&mut self, retries: Option<u8>) -> Result<(), CeremonyError> {
        self.agree(retries)?;
        self.agreed = None;
        Ok(())
    }

    /// Asks whether one of the last tries may be used, unless there was a yes for as few already.
    fn agree(&mut self, retries: Option<u8>) -> Result<(), CeremonyError> {
        let Some(retries) = retries.filter(|left| *left <= LAST_TRIES) else {
            return Ok(());
        };
        if self.agreed.is_some_and(|agreed| agreed <= retries) {
            return Ok(());
        }
        let authenticator = self.authenticator;
        let question = Question::LastTries {
            authenticator,
            retries,
        };
        if !self.ask.confirm(&question) {
            return Err(CeremonyError::Cancelled);
        }
        self.agreed = Some(retries);
        Ok(())
    }

    /// Notes that this one was wrong.
    pub(crate) fn was_wrong(&mut self, pin: Pin) {
        self.wrong.push(pin);
    }
}

/// Asks for a first PIN of at least `min_length` characters.
pub(crate) fn choose_pin(
    ask: &dyn Interaction,
    authenticator: AuthenticatorKind,
    min_length: u8,
) -> Result<Pin, CeremonyError> {
    let request = PinRequest {
        authenticator,
        purpose: PinPurpose::Choose,
        retries: None,
        was_wrong: false,
        min_length,
        not_only_digits: false,
    };
    let typed = ask.pin(&request);
    if ask.is_cancelled() {
        return Err(CeremonyError::Cancelled);
    }
    let pin = typed.ok_or(CeremonyError::PinNotSet)?;
    if pin.length() < usize::from(min_length) {
        return Err(CeremonyError::PinPolicy { min_length });
    }
    Ok(pin)
}
