//! This computer as an authenticator: a key inside its TPM 2.0, asked through the program `latchkey-tpm`.
//!
//! The PIN never leaves this process: the program gets 32 bytes that Argon2id makes of it, and only after the TPM has
//! shown that it is the one that made the key. Nothing here clears or configures the TPM's lockout.

mod auth_value;
mod blobs;
mod posture;
mod program;
mod wire;

#[cfg(test)]
mod tests;

use std::path::{Path, PathBuf};
use std::time::Duration;

use crate::ask::{Interaction, Moment, PinPurpose, PinRequest};
use crate::asking::PinAsking;
use crate::authenticator::{
    Authenticator, AuthenticatorKind, CreateRequest, Credential, Evaluation, Posture, TpmBinding,
};
use crate::error::CeremonyError;
use crate::pin::Pin;
use crate::prf::{PrfInputs, PrfOutput};
use crate::relying_party;

use auth_value::AuthValue;
use blobs::{BlobsFolder, Kept};
use posture::PinRules;
use program::Program;
use wire::Evaluate;

/// How long one answer of the program may take: slow TPMs need seconds for a key.
const ANSWER_WITHIN: Duration = Duration::from_secs(60);

/// How the TPM of this computer is reached.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TpmAccess {
    /// The program `latchkey-tpm`. It alone links the TPM libraries; where it does not start, there is no authenticator.
    pub program: PathBuf,
    /// TCTI name for unusual machines and tests: `device:/dev/tpm0` or `swtpm:host=127.0.0.1,port=2321`; the program
    /// takes no way that leaves this computer. `None` for the kernel's resource manager, `/dev/tpmrm0`.
    pub tcti: Option<String>,
}

/// Name of the program.
const PROGRAM: &str = "latchkey-tpm";

/// Where packages put it.
const INSTALLED: &str = "/usr/lib/latchkey";

impl TpmAccess {
    /// With the program that lies beside `exe`, the running program, else with the installed one.
    #[must_use]
    pub fn beside(exe: &Path, tcti: Option<String>) -> Self {
        let beside = exe.with_file_name(PROGRAM);
        let program = if beside.is_file() {
            beside
        } else {
            Path::new(INSTALLED).join(PROGRAM)
        };
        Self { program, tcti }
    }
}

/// The TPM of this computer: each credential is an HMAC key in it, guarded by a PIN.
///
/// The key's sealed parts lie as one small file in a folder of ours and are useless on any other computer. Wrong PINs
/// are counted by the TPM itself, in one counter for the whole computer, which the right PIN does not reset.
pub struct Tpm {
    access: TpmAccess,
    blobs: BlobsFolder,
    answer_within: Duration,
}

impl Tpm {
    /// Opens nothing yet. `blobs` is the folder of the credentials' files; it is made when the first one is written.
    #[must_use]
    pub fn new(access: TpmAccess, blobs: PathBuf) -> Self {
        Self {
            access,
            blobs: BlobsFolder::new(blobs),
            answer_within: ANSWER_WITHIN,
        }
    }

    /// Sets how long one answer of the program may take; a minute otherwise.
    #[must_use]
    pub fn answering_within(mut self, limit: Duration) -> Self {
        self.answer_within = limit;
        self
    }

    fn start(&self) -> Result<Program, CeremonyError> {
        Program::start(&self.access, self.answer_within)
    }
}

impl Authenticator for Tpm {
    fn kind(&self) -> AuthenticatorKind {
        AuthenticatorKind::Tpm
    }

    fn postures(&mut self) -> Result<Vec<Posture>, CeremonyError> {
        let state = self.start()?.posture(&|| false)?;
        Ok(vec![state.posture(self.blobs.holds_any())])
    }

    fn create(
        &mut self,
        request: &CreateRequest,
        ask: &dyn Interaction,
    ) -> Result<Credential, CeremonyError> {
        let created = self.create_key(request, ask);
        ask.tell(&Moment::Over);
        created
    }

    fn evaluate(
        &mut self,
        credential: &Credential,
        inputs: &PrfInputs,
        ask: &dyn Interaction,
    ) -> Result<Evaluation, CeremonyError> {
        let evaluated = self.evaluate_key(credential, inputs, ask);
        ask.tell(&Moment::Over);
        Ok(Evaluation {
            output: evaluated?,
            backup_eligible: false,
            backed_up: false,
        })
    }

    fn forget(&mut self, credential: &Credential) {
        if credential.kind == AuthenticatorKind::Tpm {
            self.blobs.remove(&credential.id);
        }
    }
}

impl Tpm {
    fn create_key(
        &self,
        request: &CreateRequest,
        ask: &dyn Interaction,
    ) -> Result<Credential, CeremonyError> {
        relying_party::check(&request.rp_id)?;
        let stopped = || ask.is_cancelled();
        ask.tell(&Moment::Working(AuthenticatorKind::Tpm));
        let mut program = self.start()?;
        let state = program.posture(&stopped)?;
        state.takes_tries()?;
        let parent_name = program.parent(&stopped)?;
        if request.exclude.iter().any(|c| self.holds(c, &parent_name)) {
            return Err(CeremonyError::AlreadyEnrolled);
        }

        let pin = choose_pin(ask, state.rules_for_a_new_pin())?;
        ask.tell(&Moment::Working(AuthenticatorKind::Tpm));
        let mut pin_salt = [0; 16];
        getrandom::fill(&mut pin_salt).map_err(|e| CeremonyError::Io(e.into()))?;
        let auth_value = AuthValue::derive(&pin, &pin_salt, auth_value::COST)?;
        drop(pin);

        let key = program.create(&auth_value, &stopped)?;
        if key.parent_name != parent_name {
            return Err(CeremonyError::TpmOther);
        }
        let binding = TpmBinding {
            parent_name,
            pin_salt,
            argon2id: auth_value::COST,
        };
        let kept = Kept {
            blobs: key.blobs,
            binding,
        };
        Ok(Credential {
            kind: AuthenticatorKind::Tpm,
            id: self.blobs.save(&kept)?,
            public_key: Vec::new(),
            rp_id: request.rp_id.clone(),
            transports: vec!["internal".to_owned()],
            backup_eligible: false,
            backed_up: false,
            tpm: Some(kept.binding),
        })
    }

    /// Whether a credential is one of this TPM's, with its file at hand.
    fn holds(&self, credential: &Credential, parent_name: &[u8]) -> bool {
        let bound_here = credential
            .tpm
            .as_ref()
            .is_some_and(|binding| binding.parent_name == parent_name);
        bound_here && self.blobs.holds(&credential.id)
    }

    fn evaluate_key(
        &self,
        credential: &Credential,
        inputs: &PrfInputs,
        ask: &dyn Interaction,
    ) -> Result<PrfOutput, CeremonyError> {
        let stopped = || ask.is_cancelled();
        let binding = match (&credential.kind, &credential.tpm) {
            (AuthenticatorKind::Tpm, Some(binding)) => binding,
            _ => return Err(CeremonyError::NotThisPasskey),
        };
        relying_party::check(&credential.rp_id)?;
        auth_value::check(binding.argon2id)?;
        let kept = self.blobs.load(&credential.id)?;
        // Nobody else decides what the PIN is turned into, and for which TPM.
        if kept.binding != *binding {
            return Err(CeremonyError::Inconsistent {
                rule: "its file on this computer is of another PIN or TPM",
            });
        }

        ask.tell(&Moment::Working(AuthenticatorKind::Tpm));
        let mut program = self.start()?;
        let mut state = program.posture(&stopped)?;
        // Before the PIN is asked for. The program compares again, in the exchange that uses it.
        if program.parent(&stopped)? != binding.parent_name {
            return Err(CeremonyError::TpmOther);
        }
        let salts = inputs.salts();
        let mut asking = PinAsking::new(ask, AuthenticatorKind::Tpm, PinRules::ANY.min_length);
        loop {
            state.takes_tries()?;
            let pin = asking.next(Some(state.tries_left()))?;
            PinRules::ANY.check(&pin)?;
            ask.tell(&Moment::Working(AuthenticatorKind::Tpm));
            let auth_value = AuthValue::derive(&pin, &binding.pin_salt, binding.argon2id)?;
            // Read again: the counter is the whole computer's, and others may have tried while the PIN was typed.
            state = program.posture(&stopped)?;
            state.takes_tries()?;
            asking.before_trying(Some(state.tries_left()))?;
            let question = Evaluate::new(&kept.blobs, &binding.parent_name, &auth_value, &salts);
            match program.evaluate(question, &stopped) {
                Ok([first, second]) => return Ok(PrfOutput::new(&first, &second)),
                Err(CeremonyError::PinWrong { .. }) => asking.was_wrong(pin),
                Err(error) => return Err(error),
            }
            // The TPM has counted it, and may have counted others' tries too.
            state = program.posture(&stopped)?;
        }
    }
}

/// Asks for the PIN of a new key.
fn choose_pin(ask: &dyn Interaction, rules: PinRules) -> Result<Pin, CeremonyError> {
    let request = PinRequest {
        authenticator: AuthenticatorKind::Tpm,
        purpose: PinPurpose::Choose,
        retries: None,
        was_wrong: false,
        min_length: rules.min_length,
        not_only_digits: rules.not_only_digits,
    };
    let typed = ask.pin(&request);
    if ask.is_cancelled() {
        return Err(CeremonyError::Cancelled);
    }
    let pin = typed.ok_or(CeremonyError::PinNotSet)?;
    rules.check(&pin)?;
    Ok(pin)
}
