//! Slots, advice and drills as the window shows them.

use latchkey_keyring::{
    Advice, Drill, DrillVerdict as Verdict, Holder, Loss as Kept, OpenKeyring, Slot,
    SlotKind as Kind, Timestamp, advice,
};

use crate::ceremony::kind_of;
use crate::views::{
    AdviceKind, AdviceView, DrillVerdict, DrillView, KeysView, Loss, SlotKind, SlotView,
};

/// An open keyring.
pub fn keys(keyring: &OpenKeyring, now: Timestamp) -> KeysView {
    let opened_by = keyring.opened_by();
    KeysView {
        slots: slots(keyring.slots(), opened_by),
        advice: advice(keyring.slots(), now)
            .into_iter()
            .map(advised)
            .collect(),
        fingerprint: keyring.fingerprint().to_string(),
        keyring: keyring.id().to_owned(),
        generation: keyring.generation(),
    }
}

/// Slots in their order; `opened_by` is the one the history was opened with.
pub fn slots<'a>(slots: impl Iterator<Item = &'a Slot>, opened_by: Option<&str>) -> Vec<SlotView> {
    slots
        .map(|shown| SlotView {
            opened_with: opened_by == Some(shown.id.as_str()),
            ..slot(shown)
        })
        .collect()
}

/// One slot, with which nothing was opened.
pub fn slot(slot: &Slot) -> SlotView {
    let passkey = slot.passkey();
    SlotView {
        id: slot.id.clone(),
        kind: kind(&slot.kind),
        authenticator: passkey.as_ref().map(|credential| kind_of(credential.kind)),
        label: slot.label.clone(),
        created: slot.created.as_millisecond(),
        last_tested: slot.last_tested.map(|time| time.as_millisecond()),
        synced: passkey.map(|credential| credential.backup_eligible || credential.backed_up),
        organisation: matches!(
            slot.kind,
            Kind::Recovery {
                holder: Holder::Organisation
            }
        ),
        opened_with: false,
    }
}

/// What a loss would mean.
pub fn drill(drill: Drill) -> DrillView {
    DrillView {
        loss: match drill.loss {
            Kept::PhoneLost => Loss::PhoneLost,
            Kept::SecurityKeyLost => Loss::SecurityKeyLost,
            Kept::ComputerDead => Loss::ComputerDead,
            Kept::PinBlocked => Loss::PinBlocked,
        },
        verdict: match drill.verdict {
            Verdict::NotAffected => DrillVerdict::NotAffected,
            Verdict::OtherPasskey => DrillVerdict::OtherPasskey,
            Verdict::KitOnly => DrillVerdict::KitOnly,
            Verdict::PassphraseOnly => DrillVerdict::PassphraseOnly,
            Verdict::Nothing => DrillVerdict::Nothing,
        },
        affected: drill.affected,
        still_open: drill.still_open,
    }
}

fn kind(kind: &Kind) -> SlotKind {
    match kind {
        Kind::Recovery { .. } => SlotKind::Recovery,
        Kind::Passphrase { .. } => SlotKind::Passphrase,
        Kind::Passkey(_) => SlotKind::Passkey,
        Kind::Unknown(_) => SlotKind::Unknown,
    }
}

fn advised(advice: Advice) -> AdviceView {
    let (what, slot) = match advice {
        Advice::OnlyOnePasskey => (AdviceKind::OnlyOnePasskey, None),
        Advice::NoPasskey => (AdviceKind::NoPasskey, None),
        Advice::Untested { slot } => (AdviceKind::Untested, Some(slot)),
        Advice::NoKit => (AdviceKind::NoKit, None),
        Advice::KitUntested => (AdviceKind::KitUntested, None),
        Advice::SoftwareOnly => (AdviceKind::SoftwareOnly, None),
    };
    AdviceView { what, slot }
}
