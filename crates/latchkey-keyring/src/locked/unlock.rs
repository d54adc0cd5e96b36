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
    /// Opening the slot would take more work than is done for anybody's file (scrypt beyond 2²⁰).
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
        let mut failure = UnlockSlotError::OtherKindOfSlot;
        for slot in self.slots() {
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
