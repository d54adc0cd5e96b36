//! What the TPM says of itself, and what follows for the PIN.

use crate::authenticator::{AuthenticatorKind, PinState, Posture, TpmPosture};
use crate::error::CeremonyError;
use crate::pin::Pin;

use super::wire::State as WireState;

/// Fewest characters of any PIN.
const MIN_LENGTH: u8 = 6;

/// Fewest characters where the lockout is not guarded: whoever holds the computer can then reset the counter and try
/// without limit, so the PIN has to withstand that by itself.
const MIN_LENGTH_UNGUARDED: u8 = 10;

/// What a PIN has to be.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct PinRules {
    pub(super) min_length: u8,
    pub(super) not_only_digits: bool,
}

impl PinRules {
    /// What every PIN in use fulfils, whatever the rules were when it was chosen.
    pub(super) const ANY: Self = Self {
        min_length: MIN_LENGTH,
        not_only_digits: false,
    };

    const UNGUARDED: Self = Self {
        min_length: MIN_LENGTH_UNGUARDED,
        not_only_digits: true,
    };

    /// Refuses a PIN that breaks them: one that is in use cannot be it, so no try is spent on it.
    pub(super) fn check(self, pin: &Pin) -> Result<(), CeremonyError> {
        let long_enough = pin.length() >= usize::from(self.min_length);
        if long_enough && !(self.not_only_digits && pin.is_only_digits()) {
            return Ok(());
        }
        Err(CeremonyError::PinPolicy {
            min_length: self.min_length,
        })
    }
}

/// The TPM's protection against guessing as it is now.
pub(super) struct State(WireState);

impl State {
    pub(super) fn new(state: WireState) -> Self {
        Self(state)
    }

    /// Wrong tries until it locks.
    pub(super) fn tries_left(&self) -> u8 {
        let left = self.0.max_failures.saturating_sub(self.0.failures);
        u8::try_from(left).unwrap_or(u8::MAX)
    }

    /// Refuses while it is locked: every PIN would be refused, the right one too.
    pub(super) fn takes_tries(&self) -> Result<(), CeremonyError> {
        if self.0.locked || self.tries_left() == 0 {
            let seconds = Some(self.0.forgiven_after).filter(|&seconds| seconds > 0);
            return Err(CeremonyError::TpmLockout { seconds });
        }
        Ok(())
    }

    pub(super) fn rules_for_a_new_pin(&self) -> PinRules {
        if self.0.lockout_guarded {
            PinRules::ANY
        } else {
            PinRules::UNGUARDED
        }
    }

    /// As everybody sees it. `used`: a key of ours was made here already.
    pub(super) fn posture(self, used: bool) -> Posture {
        let min_pin_length = self.rules_for_a_new_pin().min_length;
        let pin_retries = Some(self.tries_left());
        Posture {
            kind: AuthenticatorKind::Tpm,
            model: Some(self.0.manufacturer),
            firmware: Some(self.0.firmware),
            // Each key has a PIN of its own, chosen when it is made.
            pin: if used {
                PinState::Set
            } else {
                PinState::NotSet
            },
            min_pin_length,
            pin_retries,
            built_in_verification: None,
            always_verifies: true,
            prf: true,
            synced: Some(false),
            transports: vec!["internal".to_owned()],
            tpm: Some(TpmPosture {
                failures: self.0.failures,
                max_failures: self.0.max_failures,
                forgiven_after: self.0.forgiven_after,
                lockout_guarded: self.0.lockout_guarded,
            }),
        }
    }
}
