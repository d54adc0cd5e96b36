//! The loss drill: what still opens a keyring when one thing is gone, found by looking at its slots.
//!
//! One device is lost at a time. Where there are several of its kind, the drill takes the one that was used last. A
//! synced passkey is not relied on: whether it comes back depends on an account that this program knows nothing of.

use latchkey_passkey::AuthenticatorKind;

use crate::document::{Slot, SlotKind};
use crate::open::SlotId;

/// What is gone.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Loss {
    /// A phone that holds a passkey.
    PhoneLost,
    /// A security key.
    SecurityKeyLost,
    /// The computer with its TPM, and with the software passkeys that lie on it.
    ComputerDead,
    /// A PIN was typed wrong too often: a security key's for good, else a TPM's, else a software passkey's.
    PinBlocked,
}

impl Loss {
    /// Every loss there is a drill for.
    pub const ALL: [Self; 4] = [
        Self::PhoneLost,
        Self::SecurityKeyLost,
        Self::ComputerDead,
        Self::PinBlocked,
    ];

    /// Kinds of authenticators that it can hit, the one with the worst end first.
    fn hits(self) -> &'static [AuthenticatorKind] {
        match self {
            Self::PhoneLost => &[AuthenticatorKind::Phone],
            Self::SecurityKeyLost => &[AuthenticatorKind::SecurityKey],
            Self::ComputerDead => &[AuthenticatorKind::Tpm, AuthenticatorKind::Software],
            Self::PinBlocked => &[
                AuthenticatorKind::SecurityKey,
                AuthenticatorKind::Tpm,
                AuthenticatorKind::Software,
            ],
        }
    }
}

/// What a loss means for the person.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum DrillVerdict {
    /// No way in is on what was lost.
    NotAffected,
    /// Another passkey opens it.
    OtherPasskey,
    /// No passkey is left: a recovery identity opens it (and a passphrase, where `still_open` names one).
    KitOnly,
    /// Neither a passkey nor a kit is left: the passphrase opens it.
    PassphraseOnly,
    /// Nothing that a person may rely on opens it.
    Nothing,
}

/// The answer to one loss.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Drill {
    /// What is gone.
    pub loss: Loss,
    /// Slots that were on it.
    pub affected: Vec<SlotId>,
    /// Slots that open the keyring then, in their order.
    pub still_open: Vec<SlotId>,
    /// What it means.
    pub verdict: DrillVerdict,
}

/// Plays one loss through for a keyring with these slots.
#[must_use]
pub fn drill<'a>(slots: impl IntoIterator<Item = &'a Slot>, loss: Loss) -> Drill {
    let slots: Vec<&Slot> = slots.into_iter().collect();
    let (affected, left): (Vec<&Slot>, Vec<&Slot>) = slots
        .iter()
        .partition(|slot| is_on_the_lost(&slots, slot, loss));
    let is_usable = |slot: &&Slot| match &slot.kind {
        SlotKind::Recovery { .. } | SlotKind::Passphrase { .. } => true,
        SlotKind::Passkey(_) => slot.passkey().is_some(),
        SlotKind::Unknown(_) => false,
    };
    let left: Vec<&Slot> = left.into_iter().filter(is_usable).collect();
    let has = |wanted: fn(&Slot) -> bool| left.iter().any(|slot| wanted(slot));
    let verdict = if affected.is_empty() {
        DrillVerdict::NotAffected
    } else if has(Slot::counts_as_passkey) {
        DrillVerdict::OtherPasskey
    } else if has(|slot| matches!(slot.kind, SlotKind::Recovery { .. })) {
        DrillVerdict::KitOnly
    } else if has(|slot| matches!(slot.kind, SlotKind::Passphrase { .. })) {
        DrillVerdict::PassphraseOnly
    } else {
        DrillVerdict::Nothing
    };
    let ids = |slots: Vec<&Slot>| slots.into_iter().map(|slot| slot.id.clone()).collect();
    Drill {
        loss,
        affected: ids(affected),
        still_open: ids(left),
        verdict,
    }
}

/// Whether a slot is on the one device that the loss takes.
fn is_on_the_lost(slots: &[&Slot], slot: &Slot, loss: Loss) -> bool {
    let Some(credential) = slot.passkey() else {
        return false;
    };
    // The files of software passkeys lie on the computer, whatever its TPM.
    if loss == Loss::ComputerDead && credential.kind == AuthenticatorKind::Software {
        return true;
    }
    let mut kinds = loss.hits().iter();
    let lost = kinds.find_map(|kind| used_last(slots, *kind));
    lost.is_some_and(|lost| is_same_device(lost, slot))
}

/// The slot of a kind that was used last, as far as the keyring knows.
fn used_last<'a>(slots: &[&'a Slot], kind: AuthenticatorKind) -> Option<&'a Slot> {
    let of_kind = slots
        .iter()
        .filter(|slot| slot.passkey().is_some_and(|known| known.kind == kind));
    of_kind
        .max_by_key(|slot| slot.last_tested.unwrap_or(slot.created))
        .copied()
}

/// One TPM can hold several keys; a security key or a phone is enrolled once.
fn is_same_device(lost: &Slot, slot: &Slot) -> bool {
    let tpm_of = |slot: &Slot| Some(slot.passkey()?.tpm?.parent_name);
    lost.id == slot.id || tpm_of(lost).is_some_and(|tpm| tpm_of(slot) == Some(tpm))
}

#[cfg(test)]
mod tests;
