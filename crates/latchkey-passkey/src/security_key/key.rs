//! One key that is plugged in: what it can do, and the exchanges that need no person.

use super::capabilities::Capabilities;
use super::cbor::Answer;
use super::line::Line;
use super::pin_uv::{Agreement, Protocol, fill};
use super::requests::{self, GET_INFO, Proof};
use super::status::{Failure, INVALID_CREDENTIAL, NO_CREDENTIALS};
use crate::ask::Interaction;
use crate::authenticator::{PinState, Posture};
use crate::error::CeremonyError;

/// A key with an open line.
pub(super) struct Key {
    pub(super) line: Line,
    pub(super) capabilities: Capabilities,
}

/// Whether a key holds a credential.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Holds {
    Yes,
    No,
    /// It would not say without a touch.
    Perhaps,
}

/// Tries left of a PIN.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct PinTries {
    pub(super) left: u8,
    /// Three were wrong in a row: it takes none before it was unplugged.
    pub(super) replug: bool,
}

impl Key {
    /// Asks a key what it can do.
    pub(super) fn open(line: Line, ask: &dyn Interaction) -> Result<Self, Failure> {
        let capabilities = Capabilities::read(&line.exchange_at_hand(GET_INFO, ask)?)?;
        Ok(Self { line, capabilities })
    }

    /// Asks again, after something was changed.
    pub(super) fn refresh(&mut self, ask: &dyn Interaction) -> Result<(), Failure> {
        self.capabilities = Capabilities::read(&self.line.exchange_at_hand(GET_INFO, ask)?)?;
        Ok(())
    }

    /// Sends a request and reads the map of the answer.
    pub(super) fn ask(&self, request: &[u8], ask: &dyn Interaction) -> Result<Answer, Failure> {
        Answer::read(&self.line.exchange(request, ask)?)
    }

    /// Sends a request that can cost a try, one single time, and reads the map of the answer.
    pub(super) fn ask_once(
        &self,
        request: &[u8],
        ask: &dyn Interaction,
    ) -> Result<Answer, Failure> {
        Answer::read(&self.line.exchange_once(request, ask)?)
    }

    /// Sends a command with its proof. One that verifies the person by itself can cost a try.
    pub(super) fn command(
        &self,
        request: &[u8],
        proof: &Proof,
        ask: &dyn Interaction,
    ) -> Result<Vec<u8>, Failure> {
        match proof {
            Proof::Token(_) => self.line.exchange(request, ask),
            Proof::BuiltIn => self.line.exchange_once(request, ask),
        }
    }

    /// The protocol for sealed messages.
    pub(super) fn protocol(&self) -> Result<Protocol, Failure> {
        let unknown = CeremonyError::NotUnderstood {
            status: super::status::INVALID_PARAMETER,
        };
        self.capabilities.protocol.ok_or(Failure::Ceremony(unknown))
    }

    /// A fresh shared secret.
    pub(super) fn agree(&self, ask: &dyn Interaction) -> Result<Agreement, Failure> {
        let protocol = self.protocol()?;
        let answer = self.ask(&requests::key_agreement(protocol.number()), ask)?;
        let theirs = answer
            .map(1)
            .ok_or(Failure::breaks("no key for the agreement"))?;
        Agreement::with(protocol, &theirs)
    }

    /// How many tries the PIN has left.
    pub(super) fn pin_tries(&self, ask: &dyn Interaction) -> Result<PinTries, Failure> {
        let protocol = self.protocol()?;
        let request = requests::pin_retries(protocol.number());
        let answer = Answer::read(&self.line.exchange_at_hand(&request, ask)?)?;
        let left = answer.number(3).and_then(|left| u8::try_from(left).ok());
        Ok(PinTries {
            left: left.ok_or(Failure::breaks("no number of tries"))?,
            replug: answer.flag(4) == Some(true),
        })
    }

    /// How many tries the built-in verification has left, where it says.
    pub(super) fn uv_tries(&self, ask: &dyn Interaction) -> Result<Option<u8>, Failure> {
        let protocol = self.protocol()?;
        match self.ask(&requests::uv_retries(protocol.number()), ask) {
            Ok(answer) => Ok(answer.number(5).and_then(|left| u8::try_from(left).ok())),
            Err(Failure::Status(_)) => Ok(None),
            Err(failure) => Err(failure),
        }
    }

    /// Whether it holds a credential, without a touch.
    pub(super) fn holds(
        &self,
        rp_id: &str,
        credential: &[u8],
        ask: &dyn Interaction,
    ) -> Result<Holds, Failure> {
        if !self.capabilities.prf || credential.len() > self.capabilities.max_id {
            return Ok(Holds::No);
        }
        match self
            .line
            .exchange(&requests::probe(rp_id, credential, &random_hash()?), ask)
        {
            Ok(_) => Ok(Holds::Yes),
            Err(Failure::Status(NO_CREDENTIALS | INVALID_CREDENTIAL)) => Ok(Holds::No),
            Err(Failure::Status(_)) => Ok(Holds::Perhaps),
            Err(failure) => Err(failure),
        }
    }

    /// What can be shown of it.
    pub(super) fn posture(&self, ask: &dyn Interaction) -> Posture {
        let set = self.capabilities.pin == PinState::Set;
        let tries = set.then(|| self.pin_tries(ask).ok()).flatten();
        self.capabilities.posture(tries.map(|tries| tries.left))
    }
}

/// Stands for a client data hash: no signature is ever checked against it.
pub(super) fn random_hash() -> Result<[u8; 32], Failure> {
    let mut hash = [0; 32];
    fill(&mut hash)?;
    Ok(hash)
}
