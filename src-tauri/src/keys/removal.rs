//! Taking a way in away: the keyring forgets the slot and the databases get a new key, while the window sees how far it is.

use std::ops::ControlFlow;
use std::time::{Duration, Instant};

use latchkey_keyring::{Slot, Timestamp};
use latchkey_passkey::Credential;
use latchkey_restore::remove_slot;

use crate::shell::Shell;
use crate::views::{CommandError, RekeyProgressView};

/// The window is told this often.
const EVERY: Duration = Duration::from_millis(100);

/// Removes a slot of the open history, which stays open; a lock stops it before anything has changed. Meanwhile nobody reads.
///
/// # Errors
/// `last_recovery` for the last kit while there is a passkey; else what the disk says.
pub fn remove(
    shell: &Shell,
    slot: &str,
    tell: &mut dyn FnMut(RekeyProgressView),
) -> Result<(), CommandError> {
    let seen = shell.data_folder()?.seen();
    let (mut history, lent) = shell.session.lend()?;
    let credential = credential_of(history.keyring().slots(), slot);
    let mut told: Option<Instant> = None;
    let removed = remove_slot(
        &mut history,
        slot,
        &seen,
        Timestamp::now(),
        &mut |done, total| {
            shell.session.touch();
            if done == total || told.is_none_or(|told| told.elapsed() >= EVERY) {
                told = Some(Instant::now());
                tell(RekeyProgressView { done, total });
            }
            if lent.is_wanted() {
                ControlFlow::Continue(())
            } else {
                ControlFlow::Break(())
            }
        },
    );
    lent.give_back(history);
    // The slot may be gone although the databases do not have their new key yet.
    let gone = match &removed {
        Ok(_) => true,
        Err(error) => error.keyring_is_changed(),
    };
    if let Some(credential) = credential.filter(|_| gone) {
        shell.forget_passkeys(&[credential]);
    }
    Ok(removed?)
}

/// The credential of a passkey slot.
pub fn credential_of<'a>(
    mut slots: impl Iterator<Item = &'a Slot>,
    slot: &str,
) -> Option<Credential> {
    slots.find(|known| known.id == slot)?.passkey()
}
