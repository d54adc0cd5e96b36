//! Locked chats are shown after the person has opened the keyring once more: privacy on the screen, not encryption.

use super::{open_by_passkey, open_by_typing};
use crate::ceremony::Tell;
use crate::shell::Shell;
use crate::views::CommandError;

/// With the passkey of a slot.
///
/// # Errors
/// What the ceremony says; `cancelled` when there was a lock meanwhile.
pub fn show_locked_by_passkey(shell: &Shell, slot: &str, tell: Tell) -> Result<(), CommandError> {
    let since = shell.session.since();
    open_by_passkey(shell, slot, tell)?;
    shell.session.show_locked(since)
}

/// With a typed kit, or typed words, of a slot.
///
/// # Errors
/// As [`super::test_typed`]; `cancelled` when there was a lock meanwhile.
pub fn show_locked_by_typing(shell: &Shell, slot: &str, typed: &str) -> Result<(), CommandError> {
    let since = shell.session.since();
    open_by_typing(shell, slot, typed)?;
    shell.session.show_locked(since)
}

#[cfg(test)]
mod tests;
