//! The ways into the open history: shown, tried, added, renamed, removed. Each change is saved before it counts, and
//! what a person has to keep (words, a kit) is proved before it is saved.

mod locked;
mod passkeys;
mod removal;
mod shown;
mod words;

use latchkey_keyring::{
    Loss as Kept, OpenKeyring, RecoveryRecipient, SlotIdentity, SlotKind, Timestamp,
    UnlockSlotError,
};
use latchkey_restore::{HasCode, History, Seen, change_keyring, rename_slot};

use crate::shell::Shell;
use crate::views::{CommandError, DrillView, ErrorCode, KeysView, KitView};
use crate::wizard::{Kit, KitPurpose};

pub use locked::{show_locked_by_passkey, show_locked_by_typing};
use passkeys::open_by_passkey;
pub use passkeys::{add_passkey, identity_from_passkey, test_passkey};
pub use removal::{credential_of, remove};
pub use shown::{slot, slots};
pub use words::{Pending, add_passphrase, prove_passphrase};

/// The Keys screen.
///
/// # Errors
/// `usage` when no history is open.
pub fn view(shell: &Shell) -> Result<KeysView, CommandError> {
    shell
        .session
        .read(|history| Ok::<_, CommandError>(shown::keys(history.keyring(), Timestamp::now())))
}

/// What every loss would mean.
///
/// # Errors
/// As [`view`].
pub fn loss_drill(shell: &Shell) -> Result<Vec<DrillView>, CommandError> {
    let drill = |keyring: &OpenKeyring| {
        let losses = Kept::ALL.into_iter();
        losses
            .map(|loss| shown::drill(latchkey_keyring::drill(keyring.slots(), loss)))
            .collect()
    };
    shell
        .session
        .read(|history| Ok::<_, CommandError>(drill(history.keyring())))
}

/// Gives a slot another name.
///
/// # Errors
/// When there is none of that id, or the keyring cannot be saved.
pub fn rename(shell: &Shell, slot: &str, label: &str) -> Result<(), CommandError> {
    change(shell, |history, seen, now| {
        rename_slot(history, slot, label, seen, now)
    })
}

/// A new kit for the open history; its keyring gets the slot when the kit was proved ([`prove_kit`]).
///
/// # Errors
/// `usage` when no history is open, `keyring_unknown` when nobody vouches for its keyring.
pub fn new_kit(shell: &Shell) -> Result<KitView, CommandError> {
    let since = shell.session.since();
    let draft = draft(shell)?;
    let kit = Kit::for_open_history(draft, &shell.words())?;
    let view = kit.view();
    shell.keep_kit(kit, since)?;
    Ok(view)
}

/// Whether the typed groups are the kit's last ones. A kit for the open history is saved in its keyring then.
///
/// # Errors
/// `usage` when no kit was made; else when its keyring does not open with it or cannot be saved.
pub fn prove_kit(shell: &Shell, typed: &str) -> Result<bool, CommandError> {
    let draft = {
        let mut wizard = shell.wizard();
        let kit = wizard.kit()?;
        let right = kit.prove(typed, Timestamp::now())?;
        if !right || kit.purpose() == KitPurpose::NewHistory || !kit.has_keyring() {
            return Ok(right);
        }
        kit.take_keyring(KitPurpose::OpenHistory)?
    };
    settle(shell, draft).map(|()| true)
}

/// Tries a typed kit, or typed words, on its slot, and notes that it opened the keyring.
///
/// # Errors
/// `no_matching_slot` for another kit, `wrong_passphrase` for other words.
pub fn test_typed(shell: &Shell, slot: &str, typed: &str) -> Result<(), CommandError> {
    open_by_typing(shell, slot, typed)?;
    mark_tested(shell, slot)
}

/// Opens the open history's keyring once more, with a typed kit or typed words of a slot.
fn open_by_typing(shell: &Shell, slot: &str, typed: &str) -> Result<(), CommandError> {
    let keyring = shell
        .session
        .read(|history| Ok::<_, CommandError>(history.keyring().rehearse()))?;
    let tried = keyring.slots().find(|known| known.id == slot);
    let tried = tried.ok_or(UnlockSlotError::UnknownSlot)?;
    let identity = match &tried.kind {
        SlotKind::Recovery { .. } => {
            let identity = SlotIdentity::parse(typed)
                .map_err(|error| CommandError::new(ErrorCode::NoMatchingSlot, error.to_string()))?;
            let fits = |recipient: RecoveryRecipient| recipient.to_string() == tried.recipient;
            if !identity.recipients().any(fits) {
                let other = "the kit of another slot";
                return Err(CommandError::new(ErrorCode::NoMatchingSlot, other));
            }
            identity
        }
        _ => keyring.identity_from_passphrase(Some(slot), typed)?,
    };
    keyring.open(&identity)?;
    Ok(())
}

/// Notes that a slot has just opened the keyring.
fn mark_tested(shell: &Shell, slot: &str) -> Result<(), CommandError> {
    change(shell, |history, seen, now| {
        latchkey_restore::mark_tested(history, slot, seen, now)
    })
}

/// Changes the open history's keyring and saves it. Meanwhile it is lent, so that a lock need not wait for the disk; what
/// was saved before a lock is saved.
fn change<T, E>(
    shell: &Shell,
    change: impl FnOnce(&mut History, &Seen, Timestamp) -> Result<T, E>,
) -> Result<T, CommandError>
where
    CommandError: From<E>,
{
    let seen = shell.data_folder()?.seen();
    let (mut history, lent) = shell.session.lend()?;
    let changed = change(&mut history, &seen, Timestamp::now());
    lent.give_back(history);
    Ok(changed?)
}

/// A second copy of the open history's keyring in memory, for a new way in that the person has yet to prove.
///
/// # Errors
/// `keyring_unknown` when nobody vouches for it: a new way in would make its signer the one that is trusted from then on.
fn draft(shell: &Shell) -> Result<OpenKeyring, CommandError> {
    let seen = shell.data_folder()?.seen();
    shell.session.read(|history| {
        let keyring = history.keyring();
        let unknown = || CommandError::new(ErrorCode::KeyringUnknown, "nobody vouches for it");
        let trusted = seen.trusts(keyring).then_some(keyring);
        trusted.map(OpenKeyring::draft).ok_or_else(unknown)
    })
}

/// The keyring was changed since the draft was made.
#[derive(Debug, thiserror::Error)]
#[error("the keyring was changed since")]
struct DraftIsOldError;

impl HasCode for DraftIsOldError {
    fn code(&self) -> latchkey_restore::ErrorCode {
        latchkey_restore::ErrorCode::InUse
    }
}

/// The person has proved a change: the draft becomes the keyring, and is saved.
fn settle(shell: &Shell, draft: OpenKeyring) -> Result<(), CommandError> {
    let replace = |keyring: &mut OpenKeyring| {
        let same = draft.id() == keyring.id() && draft.generation() == keyring.generation();
        if !same {
            return Err(DraftIsOldError);
        }
        *keyring = draft;
        Ok(())
    };
    change(shell, |history, seen, now| {
        change_keyring(history, seen, now, replace)
    })
}

#[cfg(test)]
mod tests;
