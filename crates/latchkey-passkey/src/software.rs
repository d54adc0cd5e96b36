//! Software passkeys: a random secret in a file under a PIN. For demonstrations and tests only.
//!
//! Whoever copies the file can try PINs without limit: the tries counted in it stop nobody but an honest program.
//! So it never counts as a passkey, and is offered only where that was asked for by name.

mod file;

use std::path::{Path, PathBuf};

use zeroize::Zeroizing;

use crate::ask::{Interaction, Moment};
use crate::asking::{PinAsking, choose_pin};
use crate::authenticator::{
    Authenticator, AuthenticatorKind, CreateRequest, Credential, Evaluation, PinState, Posture,
};
use crate::error::{Absence, CeremonyError};
use crate::pin::Pin;
use crate::prf::{PrfInputs, PrfOutput};
use crate::relying_party;
use file::{Attempt, PasskeyFile};

/// Fewest characters of a PIN, as CTAP2 has it.
const MIN_PIN_LENGTH: u8 = 4;

/// Software passkeys in one folder: each file is an authenticator of its own, so that one can be lost alone.
pub struct SoftwarePasskeys {
    folder: PathBuf,
}

impl SoftwarePasskeys {
    /// Those of `folder`, which is made with the first one.
    #[must_use]
    pub fn in_folder(folder: &Path) -> Self {
        Self {
            folder: folder.to_owned(),
        }
    }

    fn file_of(&self, credential: &Credential) -> Result<PasskeyFile, CeremonyError> {
        if credential.kind != AuthenticatorKind::Software {
            return Err(CeremonyError::NotThisPasskey);
        }
        let absent = CeremonyError::NoAuthenticator(Absence::NotOnThisComputer);
        PasskeyFile::at(&self.folder, &credential.id).ok_or(absent)
    }

    /// The secret, after as many PINs as the person gives.
    fn unlock(
        file: &PasskeyFile,
        rp_id: &str,
        ask: &dyn Interaction,
    ) -> Result<Zeroizing<[u8; 32]>, CeremonyError> {
        let mut asking = PinAsking::new(ask, AuthenticatorKind::Software, MIN_PIN_LENGTH);
        loop {
            let pin = asking.next(Some(tries_left(file)?))?;
            // Read again: while the PIN was typed, another program may have used tries up.
            asking.before_trying(Some(tries_left(file)?))?;
            ask.tell(&Moment::Working(AuthenticatorKind::Software));
            match file.attempt(rp_id, &pin)? {
                Attempt::Right(secret) => return Ok(secret),
                Attempt::Wrong => asking.was_wrong(pin),
            }
        }
    }
}

impl Authenticator for SoftwarePasskeys {
    fn kind(&self) -> AuthenticatorKind {
        AuthenticatorKind::Software
    }

    fn postures(&mut self) -> Result<Vec<Posture>, CeremonyError> {
        Ok(vec![Posture {
            kind: AuthenticatorKind::Software,
            model: None,
            firmware: None,
            pin: PinState::Set,
            min_pin_length: MIN_PIN_LENGTH,
            pin_retries: None,
            built_in_verification: None,
            always_verifies: true,
            prf: true,
            synced: Some(false),
            transports: transports(),
            tpm: None,
        }])
    }

    fn create(
        &mut self,
        request: &CreateRequest,
        ask: &dyn Interaction,
    ) -> Result<Credential, CeremonyError> {
        relying_party::check(&request.rp_id)?;
        let pin: Pin = choose_pin(ask, AuthenticatorKind::Software, MIN_PIN_LENGTH)?;
        ask.tell(&Moment::Working(AuthenticatorKind::Software));
        let id = PasskeyFile::create(&self.folder, &request.rp_id, &pin)?;
        ask.tell(&Moment::Over);
        Ok(Credential {
            kind: AuthenticatorKind::Software,
            id,
            public_key: Vec::new(),
            rp_id: request.rp_id.clone(),
            transports: transports(),
            backup_eligible: false,
            backed_up: false,
            tpm: None,
        })
    }

    fn evaluate(
        &mut self,
        credential: &Credential,
        inputs: &PrfInputs,
        ask: &dyn Interaction,
    ) -> Result<Evaluation, CeremonyError> {
        let file = self.file_of(credential)?;
        relying_party::check(&credential.rp_id)?;
        let secret = Self::unlock(&file, &credential.rp_id, ask)?;
        let [first, second] = inputs.salts().map(|salt| file::prf(&secret, &salt));
        ask.tell(&Moment::Over);
        Ok(Evaluation {
            output: PrfOutput::new(&first, &second),
            backup_eligible: false,
            backed_up: false,
        })
    }

    fn forget(&mut self, credential: &Credential) {
        if let Ok(file) = self.file_of(credential) {
            file.remove();
        }
    }
}

/// The tries left, at least one.
fn tries_left(file: &PasskeyFile) -> Result<u8, CeremonyError> {
    match file.tries_left()? {
        0 => Err(CeremonyError::PinBlocked),
        left => Ok(left),
    }
}

fn transports() -> Vec<String> {
    vec!["internal".to_owned()]
}

#[cfg(test)]
mod tests;
