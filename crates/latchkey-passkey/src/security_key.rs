//! Security keys over USB: the PRF by CTAP2's `hmac-secret`, always with user verification.

use crate::ask::Interaction;
use crate::authenticator::{
    Authenticator, AuthenticatorKind, CreateRequest, Credential, Evaluation, Posture,
};
use crate::error::{Absence, CeremonyError};
use crate::prf::PrfInputs;

/// The security keys that are, or will be, plugged in.
#[derive(Default)]
pub struct SecurityKeys {}

impl SecurityKeys {
    /// Those on this computer's USB. Opens nothing.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }
}

impl Authenticator for SecurityKeys {
    fn kind(&self) -> AuthenticatorKind {
        AuthenticatorKind::SecurityKey
    }

    fn postures(&mut self) -> Result<Vec<Posture>, CeremonyError> {
        Ok(Vec::new())
    }

    fn create(
        &mut self,
        _request: &CreateRequest,
        _ask: &dyn Interaction,
    ) -> Result<Credential, CeremonyError> {
        Err(CeremonyError::NoAuthenticator(Absence::NotPluggedIn))
    }

    fn evaluate(
        &mut self,
        _credential: &Credential,
        _inputs: &PrfInputs,
        _ask: &dyn Interaction,
    ) -> Result<Evaluation, CeremonyError> {
        Err(CeremonyError::NoAuthenticator(Absence::NotPluggedIn))
    }
}
