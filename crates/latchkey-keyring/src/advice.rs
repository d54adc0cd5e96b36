//! What a person should do about the ways into a keyring, as long as it is not done.

use jiff::SignedDuration;

use crate::Timestamp;
use crate::document::{Slot, SlotKind};
use crate::open::SlotId;

/// After half a year (183 days) a way in should be tried again.
const STALE: SignedDuration = SignedDuration::from_hours(183 * 24);

/// One thing to do.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Advice {
    /// There is one passkey: losing it leaves the kit.
    OnlyOnePasskey,
    /// There is none.
    NoPasskey,
    /// A way in has not opened this keyring for half a year.
    Untested {
        /// Which one.
        slot: SlotId,
    },
    /// There is no recovery slot.
    NoKit,
    /// No recovery slot has ever opened this keyring.
    KitUntested,
    /// The only passkeys are files, which do not count.
    SoftwareOnly,
}

/// What there is to do, the most pressing first; empty when nothing is.
#[must_use]
pub fn advice<'a>(slots: impl IntoIterator<Item = &'a Slot>, now: Timestamp) -> Vec<Advice> {
    let slots: Vec<&Slot> = slots.into_iter().collect();
    let is_kit = |slot: &&&Slot| matches!(slot.kind, SlotKind::Recovery { .. });
    let kits: Vec<&&Slot> = slots.iter().filter(is_kit).collect();
    let mut found = Vec::new();
    if kits.is_empty() {
        found.push(Advice::NoKit);
    } else if kits.iter().all(|slot| slot.last_tested.is_none()) {
        found.push(Advice::KitUntested);
    }
    let counted = slots.iter().filter(|slot| slot.counts_as_passkey()).count();
    let in_files = slots.iter().any(|slot| slot.passkey().is_some());
    match (counted, in_files) {
        (0, true) => found.push(Advice::SoftwareOnly),
        (0, false) => found.push(Advice::NoPasskey),
        (1, _) => found.push(Advice::OnlyOnePasskey),
        _ => {}
    }
    let stale = slots.iter().filter(|slot| is_stale(slot, now));
    found.extend(stale.map(|slot| Advice::Untested {
        slot: slot.id.clone(),
    }));
    found
}

/// A passkey or passphrase opened the keyring when it was made; a kit only when it was tested.
fn is_stale(slot: &Slot, now: Timestamp) -> bool {
    let last = match slot.kind {
        SlotKind::Passkey(_) | SlotKind::Passphrase { .. } => {
            Some(slot.last_tested.unwrap_or(slot.created))
        }
        SlotKind::Recovery { .. } => slot.last_tested,
        SlotKind::Unknown(_) => None,
    };
    last.is_some_and(|last| now.duration_since(last) > STALE)
}

#[cfg(test)]
mod tests;
