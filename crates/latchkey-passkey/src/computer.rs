//! What this computer has to make and use passkeys with, best first, and whether one of them can guard a keyring.
//!
//! It opens nothing before it is asked to: making a [`Computer`] touches no device, file or network.

use std::path::PathBuf;

use crate::ask::{Interaction, OnePin};
use crate::authenticator::{Authenticator, AuthenticatorKind, CreateRequest, Credential, Posture};
use crate::error::{Absence, CeremonyError};
use crate::phone::Phone;
use crate::prf::PrfInputs;
use crate::security_key::SecurityKeys;
use crate::software::SoftwarePasskeys;
use crate::tpm::{Tpm, TpmAccess};

/// Folder of the files of TPM keys inside Latchkey's data folder.
const TPM_FOLDER: &str = "tpm-keys";

/// Folder of software passkeys inside Latchkey's data folder.
const SOFTWARE_FOLDER: &str = "software-passkeys";

/// What a throw-away credential of [`try_out`] is called where an authenticator shows names.
const TRY_OUT_NAME: &str = "Latchkey trial: opens nothing, may be deleted";

/// Where this computer's own authenticators find what they need.
#[derive(Debug, Clone)]
pub struct Setup {
    /// Latchkey's data folder: blobs of TPM keys and software passkeys lie in it.
    pub data_folder: PathBuf,
    /// How the TPM is reached; `None` leaves it out.
    pub tpm: Option<TpmAccess>,
    /// Whether software passkeys are offered: demonstrations and tests only.
    pub software: bool,
}

/// Every authenticator of this computer, one of each kind.
pub struct Computer {
    authenticators: Vec<Box<dyn Authenticator>>,
}

/// One kind of authenticator as it is offered to a person.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Offer {
    /// Which kind.
    pub kind: AuthenticatorKind,
    /// What is known of each device of this kind; may be empty.
    pub postures: Vec<Posture>,
    /// Why it cannot be used right now; `None` when it can.
    pub absence: Option<Absence>,
}

impl Computer {
    /// What a computer set up like this has. Opens nothing.
    #[must_use]
    pub fn new(setup: Setup) -> Self {
        let mut authenticators: Vec<Box<dyn Authenticator>> = vec![Box::new(SecurityKeys::new())];
        if let Some(access) = setup.tpm {
            let folder = setup.data_folder.join(TPM_FOLDER);
            authenticators.push(Box::new(Tpm::new(access, folder)));
        }
        authenticators.push(Box::new(Phone::new()));
        if setup.software {
            let folder = setup.data_folder.join(SOFTWARE_FOLDER);
            authenticators.push(Box::new(SoftwarePasskeys::in_folder(&folder)));
        }
        Self::with(authenticators)
    }

    /// A computer with exactly these authenticators, best first.
    #[must_use]
    pub fn with(authenticators: Vec<Box<dyn Authenticator>>) -> Self {
        Self { authenticators }
    }

    /// What can be offered: first what is ready, best first, then what is absent with its reason.
    pub fn offers(&mut self) -> Vec<Offer> {
        let mut offers: Vec<Offer> = self.authenticators.iter_mut().map(offer_of).collect();
        offers.sort_by_key(|offer| offer.absence.is_some());
        offers
    }

    /// The authenticator of a kind.
    ///
    /// # Errors
    /// [`CeremonyError::NoAuthenticator`] with [`Absence::NotSupported`] when this computer was set up without it.
    pub fn of(&mut self, kind: AuthenticatorKind) -> Result<&mut dyn Authenticator, CeremonyError> {
        for authenticator in &mut self.authenticators {
            if authenticator.kind() == kind {
                return Ok(authenticator.as_mut());
            }
        }
        Err(CeremonyError::NoAuthenticator(Absence::NotSupported))
    }
}

/// Asks one authenticator what it is, without a touch or a PIN.
fn offer_of(authenticator: &mut Box<dyn Authenticator>) -> Offer {
    let kind = authenticator.kind();
    let (postures, absence) = match authenticator.postures() {
        Ok(postures) if postures.is_empty() && kind == AuthenticatorKind::SecurityKey => {
            (postures, Some(Absence::NotPluggedIn))
        }
        Ok(postures) => (postures, None),
        Err(CeremonyError::NoAuthenticator(absence)) => (Vec::new(), Some(absence)),
        // It is there and did not answer well: the ceremony itself will say what is wrong with it.
        Err(_) => (Vec::new(), None),
    };
    Offer {
        kind,
        postures,
        absence,
    }
}

/// Finds out whether an authenticator can guard a keyring: makes a throw-away credential, evaluates its PRF twice and
/// compares, then forgets the credential. A security key keeps nothing of it; a phone keeps an entry.
///
/// # Errors
/// [`CeremonyError`]; `Inconsistent` when the two evaluations differ.
pub fn try_out(
    authenticator: &mut dyn Authenticator,
    ask: &dyn Interaction,
) -> Result<Credential, CeremonyError> {
    let ask = OnePin::new(ask);
    let request = CreateRequest {
        rp_id: crate::RP_ID.to_owned(),
        display_name: TRY_OUT_NAME.to_owned(),
        exclude: Vec::new(),
    };
    let credential = authenticator.create(&request, &ask)?;
    let verdict = evaluates_alike(authenticator, &credential, &ask);
    authenticator.forget(&credential);
    verdict.map(|()| credential)
}

/// Evaluates twice at the same inputs and compares.
fn evaluates_alike(
    authenticator: &mut dyn Authenticator,
    credential: &Credential,
    ask: &dyn Interaction,
) -> Result<(), CeremonyError> {
    let inputs = PrfInputs {
        first: b"latchkey trial 1".to_vec(),
        second: b"latchkey trial 2".to_vec(),
    };
    let once = authenticator.evaluate(credential, &inputs, ask)?;
    let again = authenticator.evaluate(credential, &inputs, ask)?;
    if once.output == again.output {
        Ok(())
    } else {
        Err(CeremonyError::Inconsistent {
            rule: "one input gave two different outputs",
        })
    }
}

#[cfg(test)]
mod tests;
