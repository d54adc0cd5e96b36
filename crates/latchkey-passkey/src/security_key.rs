//! Security keys over USB: the PRF by CTAP2's `hmac-secret`, always with user verification.
//!
//! Own requests over the transports of webauthn-authenticator-rs, whose own client cannot carry extensions, uses up
//! tries without asking, and logs what it sends.

mod answers;
mod capabilities;
mod cbor;
mod client;
mod key;
mod line;
mod pin_uv;
mod ports;
mod requests;
mod select;
mod status;
mod verification;

use crate::ask::{Interaction, Moment, PinRequest, Question};
use crate::authenticator::{
    Authenticator, AuthenticatorKind, CreateRequest, Credential, Evaluation, Posture,
};
use crate::error::{Absence, CeremonyError};
use crate::pin::Pin;
use crate::prf::PrfInputs;
use crate::relying_party;
use key::Key;
use ports::{Ports, Usb};

/// The security keys that are, or will be, plugged in.
pub struct SecurityKeys {
    ports: Box<dyn Ports>,
    /// How long a ceremony waits for one, in ticks.
    patience: u32,
}

impl SecurityKeys {
    /// Those on this computer's USB. Opens nothing.
    #[must_use]
    pub fn new() -> Self {
        Self::on(Box::new(Usb::new()))
    }

    fn on(ports: Box<dyn Ports>) -> Self {
        Self {
            ports,
            patience: select::PATIENCE_TICKS,
        }
    }
}

impl Default for SecurityKeys {
    fn default() -> Self {
        Self::new()
    }
}

impl Authenticator for SecurityKeys {
    fn kind(&self) -> AuthenticatorKind {
        AuthenticatorKind::SecurityKey
    }

    fn postures(&mut self) -> Result<Vec<Posture>, CeremonyError> {
        let plugged = self.ports.open()?;
        if plugged.lines.is_empty() && plugged.denied {
            return Err(CeremonyError::NoAuthenticator(Absence::UsbAccess));
        }
        let keys = plugged
            .lines
            .into_iter()
            .filter_map(|line| Key::open(line, &Nobody).ok());
        Ok(keys.map(|key| key.posture(&Nobody)).collect())
    }

    fn create(
        &mut self,
        request: &CreateRequest,
        ask: &dyn Interaction,
    ) -> Result<Credential, CeremonyError> {
        relying_party::check(&request.rp_id)?;
        let made = select::meant(&mut *self.ports, self.patience, ask)
            .and_then(|key| client::create(key, request, ask).map_err(CeremonyError::from));
        ask.tell(&Moment::Over);
        made
    }

    fn evaluate(
        &mut self,
        credential: &Credential,
        inputs: &PrfInputs,
        ask: &dyn Interaction,
    ) -> Result<Evaluation, CeremonyError> {
        if credential.kind != AuthenticatorKind::SecurityKey {
            return Err(CeremonyError::NotThisPasskey);
        }
        relying_party::check(&credential.rp_id)?;
        let evaluated =
            select::holder(&mut *self.ports, credential, self.patience, ask).and_then(|key| {
                client::evaluate(key, credential, inputs, ask).map_err(CeremonyError::from)
            });
        ask.tell(&Moment::Over);
        evaluated
    }
}

/// Nobody to ask, for questions to a key that need no person.
struct Nobody;

impl Interaction for Nobody {
    fn tell(&self, _: &Moment) {}

    fn pin(&self, _: &PinRequest) -> Option<Pin> {
        None
    }

    fn confirm(&self, _: &Question) -> bool {
        false
    }

    fn is_cancelled(&self) -> bool {
        false
    }
}

#[cfg(test)]
mod tests;
