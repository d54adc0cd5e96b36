//! Authenticators whose secrets a test knows: the PRF is HMAC-SHA-256 over the salts, as CTAP2's `hmac-secret` is.
//!
//! Also part of the crate's own tests (`src/open/tests.rs`).

#![allow(dead_code, reason = "each of the two users takes its share")]

use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};

use hmac::{Hmac, KeyInit, Mac};
use latchkey_passkey::{
    Argon2Cost, Authenticator, AuthenticatorKind, CeremonyError, CreateRequest, Credential,
    Evaluation, Interaction, Moment, Pin, PinPurpose, PinRequest, Posture, PrfInputs, PrfOutput,
    Question, TpmBinding,
};
use sha2::Sha256;

/// What goes wrong, for tests of failures.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Fault {
    /// The second evaluation answers something else.
    AnswersDifferently,
    /// It is taken away after the credential was made.
    GoneAfterCreating,
    /// It makes a credential for another relying party.
    OtherRelyingParty,
    /// It answers the same whatever it is asked.
    AnswersAlike,
    /// It answers with nothing but zeros to one input.
    AnswersNothing,
    /// It hands out a credential that is enrolled already.
    HandsOutTwice,
}

/// One device that holds at most one credential for a keyring.
pub struct KnownPasskey {
    kind: AuthenticatorKind,
    /// Its own secret, from which those of its credentials are made.
    seed: u8,
    held: Vec<Vec<u8>>,
    pub fault: Option<Fault>,
    pub evaluations: usize,
    pub forgotten: Vec<Vec<u8>>,
}

impl KnownPasskey {
    pub fn new(kind: AuthenticatorKind, seed: u8) -> Self {
        Self {
            kind,
            seed,
            held: Vec::new(),
            fault: None,
            evaluations: 0,
            forgotten: Vec::new(),
        }
    }

    pub fn failing(kind: AuthenticatorKind, fault: Fault) -> Self {
        let mut passkey = Self::new(kind, 0x77);
        passkey.fault = Some(fault);
        passkey
    }

    /// The PRF's key of a credential: what the interoperability tests tell the other side.
    pub fn secret_of(&self, credential: &[u8]) -> [u8; 32] {
        hmac(&[self.seed; 32], credential)
    }

    fn new_id(&self) -> Vec<u8> {
        let made = u8::try_from(self.held.len() + self.forgotten.len()).unwrap();
        vec![self.seed, made, 0x99]
    }

    /// Takes over a credential that somebody else made for it.
    pub fn hold(&mut self, credential: &[u8]) {
        self.held.push(credential.to_vec());
    }
}

fn hmac(key: &[u8; 32], message: &[u8]) -> [u8; 32] {
    let mut mac = Hmac::<Sha256>::new_from_slice(key).unwrap();
    mac.update(message);
    mac.finalize().into_bytes().into()
}

fn ask_pin(kind: AuthenticatorKind, ask: &dyn Interaction) -> Result<Pin, CeremonyError> {
    let request = PinRequest {
        authenticator: kind,
        purpose: PinPurpose::Use,
        retries: None,
        was_wrong: false,
        min_length: 4,
        not_only_digits: false,
    };
    ask.pin(&request).ok_or(CeremonyError::Cancelled)
}

impl Authenticator for KnownPasskey {
    fn kind(&self) -> AuthenticatorKind {
        self.kind
    }

    fn postures(&mut self) -> Result<Vec<Posture>, CeremonyError> {
        Ok(Vec::new())
    }

    fn create(
        &mut self,
        request: &CreateRequest,
        ask: &dyn Interaction,
    ) -> Result<Credential, CeremonyError> {
        ask_pin(self.kind, ask)?;
        let enrolled = request.exclude.first();
        let id = match (self.fault, enrolled) {
            (Some(Fault::HandsOutTwice), Some(known)) => known.id.clone(),
            _ if request
                .exclude
                .iter()
                .any(|known| self.held.contains(&known.id)) =>
            {
                return Err(CeremonyError::AlreadyEnrolled);
            }
            _ => self.new_id(),
        };
        self.held.push(id.clone());
        let tpm = (self.kind == AuthenticatorKind::Tpm).then(|| TpmBinding {
            parent_name: vec![0x4a, self.seed],
            pin_salt: [0x4b; 16],
            argon2id: Argon2Cost {
                memory_kib: 65_536,
                passes: 3,
                lanes: 1,
            },
        });
        let rp_id = match self.fault {
            Some(Fault::OtherRelyingParty) => "example.org".to_owned(),
            _ => request.rp_id.clone(),
        };
        Ok(Credential {
            kind: self.kind,
            id,
            public_key: Vec::new(),
            rp_id,
            transports: vec!["usb".into()],
            backup_eligible: self.kind == AuthenticatorKind::Phone,
            backed_up: false,
            tpm,
        })
    }

    fn evaluate(
        &mut self,
        credential: &Credential,
        inputs: &PrfInputs,
        ask: &dyn Interaction,
    ) -> Result<Evaluation, CeremonyError> {
        if self.fault == Some(Fault::GoneAfterCreating) || !self.held.contains(&credential.id) {
            return Err(CeremonyError::NotThisPasskey);
        }
        ask_pin(self.kind, ask)?;
        let mut key = self.secret_of(&credential.id);
        self.evaluations += 1;
        if self.fault == Some(Fault::AnswersDifferently) && self.evaluations > 1 {
            key[0] ^= 1;
        }
        let [first, mut second] = inputs.salts().map(|salt| hmac(&key, &salt));
        match self.fault {
            Some(Fault::AnswersAlike) => second = first,
            Some(Fault::AnswersNothing) => second = [0; 32],
            _ => {}
        }
        Ok(Evaluation {
            output: PrfOutput::new(&first, &second),
            backup_eligible: credential.backup_eligible,
            backed_up: credential.backup_eligible,
        })
    }

    fn forget(&mut self, credential: &Credential) {
        self.held.retain(|known| *known != credential.id);
        self.forgotten.push(credential.id.clone());
    }
}

/// A person who types a PIN whenever asked, and is counted.
#[derive(Default)]
pub struct Typist {
    pub pins_asked: AtomicUsize,
    pub stops: AtomicBool,
}

impl Interaction for Typist {
    fn tell(&self, _moment: &Moment) {}

    fn pin(&self, _request: &PinRequest) -> Option<Pin> {
        self.pins_asked.fetch_add(1, Ordering::SeqCst);
        Pin::new("obviously fake")
    }

    fn confirm(&self, _question: &Question) -> bool {
        false
    }

    fn is_cancelled(&self) -> bool {
        self.stops.load(Ordering::SeqCst)
    }
}
