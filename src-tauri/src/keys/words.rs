//! A passphrase for the open history: its words are shown once, and it counts when they were typed again.

use latchkey_keyring::{OpenKeyring, Timestamp, UnlockSlotError};

use super::{draft, settle};
use crate::shell::Shell;
use crate::views::{CommandError, PassphraseView};

/// A passphrase whose words the person has yet to type.
pub struct Pending {
    draft: OpenKeyring,
    slot: String,
}

/// Generates words for the open history. Nothing is saved before [`prove_passphrase`].
///
/// # Errors
/// `usage` when no history is open, `keyring_unknown` when nobody vouches for its keyring.
pub fn add_passphrase(shell: &Shell, label: &str) -> Result<PassphraseView, CommandError> {
    let since = shell.session.since();
    let mut draft = draft(shell)?;
    let (slot, passphrase) = draft.add_passphrase(label, Timestamp::now())?;
    let words = passphrase.words().map(str::to_owned).collect();
    let pending = Pending { draft, slot };
    shell.keep_unless_locked(since, |wizard| wizard.passphrase = Some(pending))?;
    Ok(PassphraseView { words })
}

/// Whether the typed words open the keyring as it would be written; then it is written.
///
/// # Errors
/// `usage` when no words were generated; else what saving says.
pub fn prove_passphrase(shell: &Shell, typed: &str) -> Result<bool, CommandError> {
    let none = || CommandError::usage("no words were generated");
    let since = shell.session.since();
    let Pending { mut draft, slot } = shell.wizard().passphrase.take().ok_or_else(none)?;
    let keyring = draft.rehearse();
    match keyring.identity_from_passphrase(Some(&slot), typed) {
        Ok(identity) => keyring.open(&identity)?,
        Err(UnlockSlotError::WrongPassphrase) => {
            let pending = Pending { draft, slot };
            shell.keep_unless_locked(since, |wizard| wizard.passphrase = Some(pending))?;
            return Ok(false);
        }
        Err(error) => return Err(error.into()),
    };
    draft.mark_tested(&slot, Timestamp::now())?;
    settle(shell, draft).map(|()| true)
}
