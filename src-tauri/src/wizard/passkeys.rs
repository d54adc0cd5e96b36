//! Passkeys in the wizard: a keyring on this computer that may open the backup, and passkeys for the keyring that is being made.

use std::path::Path;

use latchkey_backup::BackupKey;
use latchkey_keyring::{OpenKeyring, Timestamp};
use latchkey_restore::{ErrorCode as Kept, FittingKeyring, HasCode as _, fitting_key};

use crate::ceremony::{Tell, view_kind};
use crate::histories::opening;
use crate::keys;
use crate::shell::Shell;
use crate::views::{AuthenticatorKind, CommandError, ErrorCode, FittingView, SlotView};

/// Histories on this computer whose keyrings may open a backup, the likeliest first.
///
/// # Errors
/// When the backup or the data folder cannot be read.
pub fn keyrings_for(shell: &Shell, backup: &Path) -> Result<Vec<FittingView>, CommandError> {
    shell.wizard().goes_on_with(backup);
    let inspection = latchkey_backup::inspect(backup)?;
    let folder = shell.data_folder()?;
    let found = latchkey_restore::keyrings_for(&folder, &inspection);
    Ok(found.into_iter().map(fitting).collect())
}

fn fitting(found: FittingKeyring) -> FittingView {
    FittingView {
        history: found.history.id,
        last_opened: found.history.last_opened,
        slots: keys::slots(found.slots.iter(), None),
    }
}

/// Opens a history with a passkey, for a restore into it; whether one of its keys opens the backup. One that is open
/// already needs no passkey, and no slot.
///
/// # Errors
/// What the ceremony says, and what opening says.
pub fn unlock_backup(
    shell: &Shell,
    backup: &Path,
    history: &str,
    slot: &str,
    tell: Tell,
) -> Result<bool, CommandError> {
    shell.wizard().goes_on_with(backup);
    if shell.session.history().as_deref() != Some(history) {
        opening::unlock_with_passkey(shell, history, slot, tell)?;
    }
    Ok(key_of_open_history(shell, backup)?.is_some())
}

/// The key for a backup that the open history's keyring holds; nothing when there is none, or no history is open.
///
/// # Errors
/// When the backup cannot be judged.
pub fn key_of_open_history(
    shell: &Shell,
    backup: &Path,
) -> Result<Option<BackupKey>, CommandError> {
    if shell.session.history().is_none() {
        return Ok(None);
    }
    shell
        .session
        .read(|history| match fitting_key(history.keyring(), backup) {
            Err(error) if error.code() == Kept::WrongKindOfKey => Ok(None),
            other => other,
        })
}

/// Makes a passkey for the keyring that is being made.
///
/// # Errors
/// `usage` before a kit was made; else what the ceremony says.
pub fn enrol(
    shell: &Shell,
    authenticator: AuthenticatorKind,
    label: &str,
    tell: Tell,
) -> Result<SlotView, CommandError> {
    shell.ceremony(tell, |computer, ask| {
        let with = computer.of(view_kind(authenticator))?;
        let mut keyring = shell.wizard().kit()?.lend_keyring()?;
        let added = keyring.add_passkey(label, with, ask, Timestamp::now());
        let slot = added.as_ref().ok().and_then(|id| found(&keyring, id));
        let waits = shell
            .wizard()
            .kit
            .as_mut()
            .is_some_and(|kit| kit.put_back(keyring));
        added?;
        let (view, credential) = slot.ok_or(CommandError::internal("the new slot is not there"))?;
        if !waits {
            // The wizard was left meanwhile: nothing refers to the passkey any more.
            if let Some(credential) = credential {
                with.forget(&credential);
            }
            return Err(CommandError::new(ErrorCode::Cancelled, "locked meanwhile"));
        }
        Ok(view)
    })
}

fn found(
    keyring: &OpenKeyring,
    id: &str,
) -> Option<(SlotView, Option<latchkey_passkey::Credential>)> {
    let slot = keyring.slots().find(|slot| slot.id == id)?;
    Some((keys::slot(slot), slot.passkey()))
}

/// Opens the keyring that is being made with its new passkey, and notes it.
///
/// # Errors
/// `usage` before a kit was made; else what the ceremony says.
pub fn rehearse(shell: &Shell, slot: &str, tell: Tell) -> Result<(), CommandError> {
    let keyring = shell.wizard().kit()?.keyring()?.rehearse();
    shell.ceremony(tell, |computer, ask| {
        let identity = keys::identity_from_passkey(&keyring, slot, computer, ask)?;
        keyring.open(&identity)?;
        let mut wizard = shell.wizard();
        Ok(wizard
            .kit()?
            .keyring()?
            .mark_tested(slot, Timestamp::now())?)
    })
}

/// The person changed their mind about a passkey of the keyring that is being made.
///
/// # Errors
/// `usage` before a kit was made, or when no passkey opens that slot.
pub fn drop_enrolled(shell: &Shell, slot: &str) -> Result<(), CommandError> {
    let credential = {
        let mut wizard = shell.wizard();
        let keyring = wizard.kit()?.keyring()?;
        let credential = keys::credential_of(keyring.slots(), slot);
        let credential = credential.ok_or(CommandError::usage("no passkey opens this slot"))?;
        keyring.remove_slot(slot, Timestamp::now())?;
        // Nothing was encrypted yet.
        keyring.finish_rekey();
        credential
    };
    shell.forget_passkeys(&[credential]);
    Ok(())
}

#[cfg(test)]
mod tests;
