//! Passkeys of the open history: one more, and a test of one that is there.

use latchkey_keyring::{LockedKeyring, SlotIdentity, Timestamp, UnlockSlotError};
use latchkey_passkey::{Computer, Interaction};
use latchkey_restore::change_keyring;

use super::{draft, mark_tested, shown};
use crate::ceremony::{Tell, view_kind};
use crate::shell::Shell;
use crate::views::{AuthenticatorKind, CommandError, SlotView};

/// Makes a passkey and lets it open the history. Meanwhile nobody reads.
///
/// # Errors
/// `keyring_unknown` when nobody vouches for the keyring; else what the ceremony says, and what saving says.
pub fn add_passkey(
    shell: &Shell,
    authenticator: AuthenticatorKind,
    label: &str,
    tell: Tell,
) -> Result<SlotView, CommandError> {
    let seen = shell.data_folder()?.seen();
    draft(shell)?;
    shell.ceremony(tell, |computer, ask| {
        let with = computer.of(view_kind(authenticator))?;
        let (mut history, lent) = shell.session.lend()?;
        let now = Timestamp::now();
        let added = change_keyring(&mut history, &seen, now, |keyring| {
            keyring.add_passkey(label, with, ask, now)
        });
        let added = added.map(|id| {
            let mut slots = history.keyring().slots();
            slots.find(|slot| slot.id == id).map(shown::slot)
        });
        // Saved is saved, also when a lock came meanwhile.
        lent.give_back(history);
        added?.ok_or(CommandError::internal("the new slot is not there"))
    })
}

/// Opens the keyring with a passkey once more, and notes it.
///
/// # Errors
/// What the ceremony says.
pub fn test_passkey(shell: &Shell, slot: &str, tell: Tell) -> Result<(), CommandError> {
    open_by_passkey(shell, slot, tell)?;
    mark_tested(shell, slot)
}

/// Opens the open history's keyring once more, with the passkey of a slot.
pub(super) fn open_by_passkey(shell: &Shell, slot: &str, tell: Tell) -> Result<(), CommandError> {
    let keyring = shell
        .session
        .read(|history| Ok::<_, CommandError>(history.keyring().rehearse()))?;
    shell.ceremony(tell, |computer, ask| {
        let identity = identity_from_passkey(&keyring, slot, computer, ask)?;
        keyring.open(&identity)?;
        Ok(())
    })
}

/// Asks the passkey of a slot for the slot's identity.
///
/// # Errors
/// What the ceremony says; `usage` when no passkey opens the slot.
pub fn identity_from_passkey(
    keyring: &LockedKeyring,
    slot: &str,
    computer: &mut Computer,
    ask: &dyn Interaction,
) -> Result<SlotIdentity, CommandError> {
    let known = keyring.slots().find(|known| known.id == slot);
    let credential = known
        .ok_or(UnlockSlotError::UnknownSlot)?
        .passkey()
        .ok_or(UnlockSlotError::OtherKindOfSlot)?;
    let with = computer.of(credential.kind)?;
    Ok(keyring.identity_from_passkey(slot, with, ask)?)
}
