//! Passkeys in the wizard: one that opens the backup without digits, and new ones for the keyring that is being made.

use tauri::State;
use tauri::ipc::Channel;

use super::blocking;
use super::ceremony::to_window;
use crate::shell::Shell;
use crate::views::{AuthenticatorKind, CommandError, FittingView, MomentView, SlotView};
use crate::wizard::passkeys;

/// Histories on this computer whose keyrings may open the backup, the likeliest first.
#[tauri::command]
pub async fn keyrings_for(
    shell: State<'_, Shell>,
    backup: String,
) -> Result<Vec<FittingView>, CommandError> {
    let shell = shell.inner().clone();
    blocking(move || {
        let backup = shell.wizard().path(&backup)?;
        passkeys::keyrings_for(&shell, &backup)
    })
    .await
}

/// Opens a history with a passkey, unless it is open; whether one of its keys opens the backup.
#[tauri::command]
pub async fn unlock_backup(
    shell: State<'_, Shell>,
    backup: String,
    history: String,
    slot: String,
    on_moment: Channel<MomentView>,
) -> Result<bool, CommandError> {
    let (shell, tell) = (shell.inner().clone(), to_window(on_moment));
    blocking(move || {
        let backup = shell.wizard().path(&backup)?;
        passkeys::unlock_backup(&shell, &backup, &history, &slot, tell)
    })
    .await
}

/// Makes a passkey for the keyring that is being made.
#[tauri::command]
pub async fn enrol_passkey(
    shell: State<'_, Shell>,
    authenticator: AuthenticatorKind,
    label: String,
    on_moment: Channel<MomentView>,
) -> Result<SlotView, CommandError> {
    let (shell, tell) = (shell.inner().clone(), to_window(on_moment));
    blocking(move || passkeys::enrol(&shell, authenticator, &label, tell)).await
}

/// Opens the keyring that is being made with its new passkey.
#[tauri::command]
pub async fn rehearse_passkey(
    shell: State<'_, Shell>,
    slot: String,
    on_moment: Channel<MomentView>,
) -> Result<(), CommandError> {
    let (shell, tell) = (shell.inner().clone(), to_window(on_moment));
    blocking(move || passkeys::rehearse(&shell, &slot, tell)).await
}

/// The person changed their mind about a new passkey.
#[tauri::command]
pub async fn drop_enrolled(shell: State<'_, Shell>, slot: String) -> Result<(), CommandError> {
    let shell = shell.inner().clone();
    blocking(move || passkeys::drop_enrolled(&shell, &slot)).await
}
