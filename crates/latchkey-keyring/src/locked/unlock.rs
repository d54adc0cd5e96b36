//! From a passkey or from words to the identity of a slot, which then opens the keyring.
//!
//! The identity text that comes out must carry all three pins of this very slot: one that was taken from another
//! keyring, or that somebody made for a public recipient, is refused before anything is decrypted with it.

use latchkey_passkey::{Authenticator, CeremonyError, Interaction, PrfOutput};

use super::LockedKeyring;
use crate::document::{Slot, SlotKind};
use crate::identity::SlotIdentity;
use crate::passkey::{Challenge, UnwrapError};
use crate::passphrase;

/// Most work for trying all passphrase slots, in scrypt's N: 16 as Latchkey makes them, some 20 seconds.
const MOST_WORK: u64 = 1 << 22;

/// Why a slot gave no identity.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum UnlockSlotError {
    /// There is no slot of that name.
    #[error("no such slot")]
    UnknownSlot,
    /// It is opened with something else.
    #[error("the slot is of another kind")]
    OtherKindOfSlot,
    /// The passkey did not answer.
    #[error("the passkey did not answer")]
    Ceremony(#[source] CeremonyError),
    /// Other words than those of this keyring.
    #[error("wrong passphrase")]
    WrongPassphrase,
    /// The passkey answered, with another secret than when it was enrolled.
    #[error("the passkey answered with another secret")]
    OtherSecret,
    /// Opening the slot would take more work than is done for anybody's file (scrypt beyond 2²⁰), or trying all of them
    /// would: then one can be chosen.
    #[error("the passphrase would take too much work")]
    TooMuchWork,
    /// What is in the slot was not made for it.
    #[error("the slot is not the one it was")]
    Tampered,
}

impl LockedKeyring {
    /// Asks the passkey of a slot, once, and unwraps the slot's identity with its answer.
    ///
    /// # Errors
    /// [`UnlockSlotError`].
    pub fn identity_from_passkey(
        &self,
        slot: &str,
        with: &mut dyn Authenticator,
        ask: &dyn Interaction,
    ) -> Result<SlotIdentity, UnlockSlotError> {
        let slot = self.slot(slot)?;
        let (challenge, armored) = wrapped(slot)?;
        let credential = slot.passkey().ok_or(UnlockSlotError::OtherKindOfSlot)?;
        if credential.kind != with.kind() {
            return Err(UnlockSlotError::OtherKindOfSlot);
        }
        let evaluation = with
            .evaluate(&credential, &challenge.inputs(), ask)
            .map_err(UnlockSlotError::Ceremony)?;
        self.unwrap(slot, &challenge, armored, &evaluation.output)
    }

    /// Unwraps the identity of a passphrase slot, or of the first one that the words open.
    ///
    /// Takes about a second for each slot, on purpose.
    ///
    /// # Errors
    /// [`UnlockSlotError`]; `OtherKindOfSlot` also when there is no passphrase slot at all.
    pub fn identity_from_passphrase(
        &self,
        slot: Option<&str>,
        typed: &str,
    ) -> Result<SlotIdentity, UnlockSlotError> {
        if let Some(slot) = slot {
            return self.unwrap_passphrase(self.slot(slot)?, typed);
        }
        self.identity_within(MOST_WORK, typed)
    }

    /// The identity of the first passphrase slot that the words open, the cheapest tried first: a file can hold many
    /// that are costly on purpose.
    fn identity_within(&self, mut left: u64, typed: &str) -> Result<SlotIdentity, UnlockSlotError> {
        let work = |slot: &Slot| match &slot.kind {
            SlotKind::Passphrase { identity } => passphrase::work(identity, typed),
            _ => 0,
        };
        let mut slots: Vec<(u64, &Slot)> = self.slots().map(|slot| (work(slot), slot)).collect();
        slots.sort_by_key(|(work, _)| *work);
        let mut failure = UnlockSlotError::OtherKindOfSlot;
        for (work, slot) in slots {
            let Some(rest) = left.checked_sub(work) else {
                return Err(worse(failure, UnlockSlotError::TooMuchWork));
            };
            left = rest;
            match self.unwrap_passphrase(slot, typed) {
                Ok(identity) => return Ok(identity),
                Err(UnlockSlotError::OtherKindOfSlot) => {}
                Err(error) => failure = worse(failure, error),
            }
        }
        Err(failure)
    }

    /// Unwraps the identity of a passkey slot with an answer that is known already.
    pub(crate) fn unwrap_with_output(
        &self,
        slot: &str,
        output: &PrfOutput,
    ) -> Result<SlotIdentity, UnlockSlotError> {
        let slot = self.slot(slot)?;
        let (challenge, armored) = wrapped(slot)?;
        self.unwrap(slot, &challenge, armored, output)
    }

    fn slot(&self, id: &str) -> Result<&Slot, UnlockSlotError> {
        let mut slots = self.slots();
        slots
            .find(|slot| slot.id == id)
            .ok_or(UnlockSlotError::UnknownSlot)
    }

    fn unwrap(
        &self,
        slot: &Slot,
        challenge: &Challenge,
        armored: &str,
        output: &PrfOutput,
    ) -> Result<SlotIdentity, UnlockSlotError> {
        let text = challenge
            .unwrap(armored, output)
            .map_err(|error| match error {
                UnwrapError::OtherSecret => UnlockSlotError::OtherSecret,
                UnwrapError::Damaged => UnlockSlotError::Tampered,
            })?;
        self.identity_of(slot, &text)
    }

    fn unwrap_passphrase(&self, slot: &Slot, typed: &str) -> Result<SlotIdentity, UnlockSlotError> {
        let SlotKind::Passphrase { identity } = &slot.kind else {
            return Err(UnlockSlotError::OtherKindOfSlot);
        };
        let text = passphrase::unwrap(identity, typed).map_err(|error| match error {
            passphrase::UnwrapError::WrongWords => UnlockSlotError::WrongPassphrase,
            passphrase::UnwrapError::TooMuchWork => UnlockSlotError::TooMuchWork,
            passphrase::UnwrapError::Damaged => UnlockSlotError::Tampered,
        })?;
        self.identity_of(slot, &text)
    }

    /// The identity in a slot's text, if it was made for this slot of this keyring under this signer.
    fn identity_of(&self, slot: &Slot, text: &[u8]) -> Result<SlotIdentity, UnlockSlotError> {
        let text = std::str::from_utf8(text).map_err(|_| UnlockSlotError::Tampered)?;
        let identity = SlotIdentity::parse(text).map_err(|_| UnlockSlotError::Tampered)?;
        let pins = &identity.pins;
        let made_for_it = pins.keyring.as_deref() == Some(self.id())
            && pins.slot.as_deref() == Some(&slot.id)
            && pins.signed_by == Some(self.document.signed_by)
            && identity.keys.len() == 1
            && identity.opens(&slot.recipient);
        match made_for_it {
            true => Ok(identity),
            false => Err(UnlockSlotError::Tampered),
        }
    }
}

/// What a passkey slot asks for, and its wrapped identity.
fn wrapped(slot: &Slot) -> Result<(Challenge, &str), UnlockSlotError> {
    let SlotKind::Passkey(passkey) = &slot.kind else {
        return Err(UnlockSlotError::OtherKindOfSlot);
    };
    let kind = passkey.authenticator.kind();
    let kind = kind.ok_or(UnlockSlotError::OtherKindOfSlot)?;
    let challenge = Challenge::of(&passkey.identity, kind).ok_or(UnlockSlotError::Tampered)?;
    Ok((challenge, &passkey.identity))
}

/// Of two failures the one that a person must hear: a changed slot before a wrong word.
fn worse(one: UnlockSlotError, other: UnlockSlotError) -> UnlockSlotError {
    match one {
        UnlockSlotError::Tampered | UnlockSlotError::TooMuchWork => one,
        _ => other,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::open::{NewKeyring, OpenKeyring};
    use crate::{IndexFormat, RecoveryKit};

    #[test]
    fn costly_slots_are_tried_last_and_not_without_end() {
        let now = "2026-11-22T10:00:00Z".parse().unwrap();
        let mut keyring = OpenKeyring::create(NewKeyring {
            recipients: vec![RecoveryKit::generate().recipient()],
            account: None,
            index_format: IndexFormat::from_json("{}").unwrap(),
            now,
        })
        .unwrap();
        let mut words = Vec::new();
        for factor in [6, 5, 3] {
            words.push(keyring.add_passphrase_at("", factor, now).unwrap().1);
        }
        let locked = keyring.rehearse();
        let both = (1 << 3) + (1 << 5);
        for (words, opens) in words.iter().zip([false, true, true]) {
            let found = locked.identity_within(both, words.as_str());
            assert_eq!(found.is_ok(), opens);
            let enough = locked.identity_within(both + (1 << 6), words.as_str());
            assert!(enough.is_ok());
        }
        let beyond = locked.identity_within(both, words[0].as_str());
        assert!(matches!(beyond, Err(UnlockSlotError::TooMuchWork)));
        // In capitals, what was typed is tried in two forms.
        let typed = words[2].as_str().to_uppercase();
        assert!(locked.identity_within(1 << 3, &typed).is_err());
        assert!(locked.identity_within(2 << 3, &typed).is_ok());
    }
}
