//! Which slot is meant, and what people call it.

use crate::asking::word_of;
use crate::failure::Failure;
use crate::output::clean;
use crate::words::Words;
use latchkey_keyring::{Authenticator, LockedKeyring, Slot, SlotKind};

/// The slot with this id, or with this label where only one has it.
pub(crate) fn named<'a>(
    locked: &'a LockedKeyring,
    text: &str,
    words: &Words,
) -> Result<&'a Slot, Failure> {
    if let Some(slot) = locked.slots().find(|slot| slot.id == text) {
        return Ok(slot);
    }
    let mut labelled = locked.slots().filter(|slot| slot.label == text);
    match (labelled.next(), labelled.next()) {
        (Some(slot), None) => Ok(slot),
        _ => Err(Failure::usage("unknown_slot").fact("slots", names(locked.slots(), words))),
    }
}

/// The names of slots, for a list in an error or a question.
pub(crate) fn names<'a>(slots: impl Iterator<Item = &'a Slot>, words: &Words) -> Vec<String> {
    slots.map(|slot| name(slot, words)).collect()
}

/// What people call a slot: its label or what it is, and its id.
pub(crate) fn name(slot: &Slot, words: &Words) -> String {
    let what = words.say(&format!("slot-{}", word(slot)), &[]);
    let facts = [
        ("what", what),
        ("label", clean(&slot.label)),
        ("id", slot.id.clone()),
    ];
    match slot.label.is_empty() {
        true => words.say("slot-name", &facts),
        false => words.say("slot-name-labelled", &facts),
    }
}

/// The word of the catalogue for what opens a slot.
fn word(slot: &Slot) -> &'static str {
    match (kind(slot), authenticator(slot)) {
        ("passkey", Some(kind)) => word_of_passkey(kind),
        (kind, _) => kind,
    }
}

fn word_of_passkey(authenticator: &str) -> &'static str {
    use latchkey_passkey::AuthenticatorKind::{Phone, SecurityKey, Software, Tpm};
    let known = [SecurityKey, Tpm, Phone, Software].map(word_of);
    let known = known.into_iter().find(|word| *word == authenticator);
    known.unwrap_or("passkey")
}

/// The kind of a slot in JSON.
pub(crate) fn kind(slot: &Slot) -> &'static str {
    match &slot.kind {
        SlotKind::Recovery { .. } => "recovery",
        SlotKind::Passphrase { .. } => "passphrase",
        SlotKind::Passkey(_) => "passkey",
        SlotKind::Unknown(_) => "unknown",
    }
}

/// Which authenticator holds the passkey of a slot.
pub(crate) fn authenticator(slot: &Slot) -> Option<&str> {
    let SlotKind::Passkey(passkey) = &slot.kind else {
        return None;
    };
    Some(match &passkey.authenticator {
        Authenticator::SecurityKey => "security_key",
        Authenticator::Tpm => "tpm",
        Authenticator::Phone => "phone",
        Authenticator::Software => "software",
        Authenticator::Unknown(word) => word,
    })
}
