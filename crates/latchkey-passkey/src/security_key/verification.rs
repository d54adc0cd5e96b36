//! How a key verifies its person: a fingerprint or other built-in way first, else the PIN, and a first PIN where there
//! is none yet.
//!
//! What can cost a try is sent once. A PIN that a busy key did not take is sent again only after the tries were read anew
//! and are as many as before.

use std::thread;

use sha2::{Digest, Sha256};
use zeroize::Zeroizing;

use super::key::Key;
use super::line::{BUSY_REPEATS, TICK};
use super::pin_uv::Token;
use super::requests::{self, Permission, Proof};
use super::status::{
    CHANNEL_BUSY, Failure, INVALID_COMMAND, INVALID_OPTION, INVALID_PARAMETER, INVALID_SUBCOMMAND,
    PIN_INVALID, PIN_POLICY_VIOLATION, PUAT_REQUIRED, UNAUTHORIZED_PERMISSION, UNSUPPORTED_OPTION,
    UV_BLOCKED, UV_INVALID,
};
use crate::ask::{Interaction, Moment};
use crate::asking::{PinAsking, choose_pin};
use crate::authenticator::{AuthenticatorKind, PinState};
use crate::ctap::USUAL_MIN_PIN_LENGTH;
use crate::error::CeremonyError;
use crate::pin::Pin;

/// How often a finger may be tried in one ceremony.
const FINGERS: u8 = 5;

/// Length that a new PIN is padded to (CTAP 2.1, 6.5.5.5).
const PADDED_PIN: usize = 64;

/// Verifying one person for one command on one key.
pub(super) struct Verification<'a> {
    ask: &'a dyn Interaction,
    permission: Permission,
    rp_id: &'a str,
    asking: PinAsking<'a>,
    /// The PIN that was right, should the command need a second token.
    pin: Option<Pin>,
    /// How often the finger was wrong.
    fingers: u8,
    /// The built-in way is blocked or does not serve: the PIN must.
    built_in_given_up: bool,
}

impl<'a> Verification<'a> {
    pub(super) fn new(
        key: &Key,
        permission: Permission,
        rp_id: &'a str,
        ask: &'a dyn Interaction,
    ) -> Self {
        let min_length = key.capabilities.min_pin_length;
        Self {
            ask,
            permission,
            rp_id,
            asking: PinAsking::new(ask, AuthenticatorKind::SecurityKey, min_length),
            pin: None,
            fingers: 0,
            built_in_given_up: false,
        }
    }

    /// Gets the proof that the next command needs.
    pub(super) fn prove(&mut self, key: &mut Key) -> Result<Proof, Failure> {
        if key.capabilities.built_in == Some(true) && !self.built_in_given_up {
            if !key.capabilities.permissions {
                return Ok(Proof::BuiltIn);
            }
            if let Some(token) = self.token_by_built_in(key)? {
                return Ok(Proof::Token(token));
            }
        }
        match key.capabilities.pin {
            PinState::Set if key.capabilities.pin_suffices => {
                self.token_by_pin(key).map(Proof::Token)
            }
            PinState::NotSet if key.capabilities.pin_suffices => {
                self.set_pin(key)?;
                self.token_by_pin(key).map(Proof::Token)
            }
            _ if self.built_in_given_up => Err(CeremonyError::VerificationBlocked.into()),
            _ => Err(CeremonyError::VerificationNotSetUp.into()),
        }
    }

    /// Says what is to be done while the key works on a command with this proof.
    pub(super) fn announce(&self, proof: &Proof) {
        self.ask.tell(&match proof {
            Proof::Token(_) => Moment::Touch,
            Proof::BuiltIn => Moment::Fingerprint {
                retries: None,
                again: self.fingers > 0,
            },
        });
    }

    /// What a refused command means for the built-in way: `Ok` to prove again, the finger or the PIN.
    pub(super) fn built_in_refused(&mut self, key: &Key, status: u8) -> Result<(), Failure> {
        match status {
            UV_INVALID => self.another_finger(key),
            status => self.give_built_in_up(key, status),
        }
    }

    /// A token by the built-in way; `None` when the PIN must do.
    fn token_by_built_in(&mut self, key: &Key) -> Result<Option<Token>, Failure> {
        loop {
            let retries = key.uv_tries(self.ask)?;
            if retries == Some(0) {
                self.give_built_in_up(key, UV_BLOCKED)?;
                return Ok(None);
            }
            let agreement = key.agree(self.ask)?;
            let again = self.fingers > 0;
            self.ask.tell(&Moment::Fingerprint { retries, again });
            let request = requests::token_by_built_in(&agreement, self.permission, self.rp_id);
            match key.ask_once(&request, self.ask) {
                Ok(answer) => {
                    let sealed = answer.bytes(2).ok_or(Failure::breaks("no token"))?;
                    return agreement.token(sealed).map(Some);
                }
                Err(Failure::Status(UV_INVALID)) => self.another_finger(key)?,
                Err(Failure::Status(status)) => {
                    self.give_built_in_up(key, status)?;
                    return Ok(None);
                }
                Err(failure) => return Err(failure),
            }
        }
    }

    /// Counts a finger that was not recognised.
    fn another_finger(&mut self, key: &Key) -> Result<(), Failure> {
        self.fingers += 1;
        if self.fingers < FINGERS {
            return Ok(());
        }
        let retries = key.uv_tries(self.ask)?;
        Err(CeremonyError::VerificationWrong { retries }.into())
    }

    /// Turns to the PIN where the status lets one hope and there is a PIN.
    fn give_built_in_up(&mut self, key: &Key, status: u8) -> Result<(), Failure> {
        let hopeful = matches!(
            status,
            UV_BLOCKED
                | PUAT_REQUIRED
                | UNSUPPORTED_OPTION
                | INVALID_OPTION
                | INVALID_SUBCOMMAND
                | INVALID_COMMAND
                | INVALID_PARAMETER
                | UNAUTHORIZED_PERMISSION
        );
        let has_pin = key.capabilities.pin == PinState::Set && key.capabilities.pin_suffices;
        if hopeful && has_pin {
            self.built_in_given_up = true;
            return Ok(());
        }
        Err(Failure::Status(status))
    }

    /// A token by the PIN, as often as the person gives another one.
    fn token_by_pin(&mut self, key: &Key) -> Result<Token, Failure> {
        let mut busy = 0;
        loop {
            let pin = match self.pin.take() {
                Some(pin) => pin,
                None => self.ask_pin(key)?,
            };
            // Read again: while the PIN was typed, another program may have used tries up.
            let left = self.tries_left(key)?;
            self.asking.before_trying(Some(left))?;
            self.ask
                .tell(&Moment::Working(AuthenticatorKind::SecurityKey));
            match self.try_pin(key, &pin) {
                Ok(token) => {
                    self.pin = Some(pin);
                    return Ok(token);
                }
                Err(Failure::Status(PIN_INVALID)) => self.asking.was_wrong(pin),
                Err(Failure::Status(CHANNEL_BUSY)) if busy < BUSY_REPEATS => {
                    busy += 1;
                    thread::sleep(TICK * busy);
                    if self.tries_left(key)? < left {
                        // It was busy and counted it all the same: the next one is the person's to begin.
                        return Err(CeremonyError::Busy.into());
                    }
                    self.pin = Some(pin);
                }
                Err(Failure::Status(PIN_POLICY_VIOLATION)) => return Err(policy(key)),
                Err(failure) => return Err(failure),
            }
        }
    }

    /// Asks for the PIN.
    fn ask_pin(&mut self, key: &Key) -> Result<Pin, Failure> {
        let pin = self.asking.next(Some(self.tries_left(key)?))?;
        // No PIN of any key is shorter: this is not it, and no try is spent on it.
        if pin.length() < usize::from(USUAL_MIN_PIN_LENGTH) {
            let min_length = USUAL_MIN_PIN_LENGTH;
            return Err(CeremonyError::PinPolicy { min_length }.into());
        }
        Ok(pin)
    }

    /// The tries left of the PIN, at least one.
    fn tries_left(&self, key: &Key) -> Result<u8, Failure> {
        let tries = key.pin_tries(self.ask)?;
        if tries.left == 0 {
            return Err(CeremonyError::PinBlocked.into());
        }
        if tries.replug {
            return Err(CeremonyError::PinReplug.into());
        }
        Ok(tries.left)
    }

    fn try_pin(&self, key: &Key, pin: &Pin) -> Result<Token, Failure> {
        let agreement = key.agree(self.ask)?;
        let hash = Zeroizing::new(<[u8; 32]>::from(Sha256::digest(pin.as_str())));
        let sealed_hash = agreement.encrypt(&hash[..16])?;
        let permission = (self.permission, self.rp_id);
        let permission = key.capabilities.permissions.then_some(permission);
        let request = requests::token_by_pin(&agreement, &sealed_hash, permission);
        let answer = key.ask_once(&request, self.ask)?;
        agreement.token(answer.bytes(2).ok_or(Failure::breaks("no token"))?)
    }

    /// Sets the first PIN, which the person chooses.
    fn set_pin(&mut self, key: &mut Key) -> Result<(), Failure> {
        if self.permission == Permission::GetAssertion {
            // A credential of ours is never made without a PIN: this key was reset, and the credential with it.
            return Err(CeremonyError::PinNotSet.into());
        }
        let min_length = key.capabilities.min_pin_length;
        let pin = choose_pin(self.ask, AuthenticatorKind::SecurityKey, min_length)?;
        self.ask
            .tell(&Moment::Working(AuthenticatorKind::SecurityKey));
        let mut padded = Zeroizing::new([0; PADDED_PIN]);
        let text = pin.as_str().as_bytes();
        padded[..text.len()].copy_from_slice(text);
        let agreement = key.agree(self.ask)?;
        let sealed = agreement.encrypt(&*padded)?;
        match key.ask_once(&requests::set_pin(&agreement, &sealed), self.ask) {
            Ok(_) => {}
            Err(Failure::Status(PIN_POLICY_VIOLATION)) => return Err(policy(key)),
            Err(failure) => return Err(failure),
        }
        // The key answers differently from now on.
        key.refresh(self.ask)?;
        self.pin = Some(pin);
        Ok(())
    }
}

fn policy(key: &Key) -> Failure {
    let min_length = key.capabilities.min_pin_length;
    CeremonyError::PinPolicy { min_length }.into()
}
