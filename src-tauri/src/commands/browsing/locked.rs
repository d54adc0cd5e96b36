//! Locked chats: shown after one more ceremony, and hidden again.

use tauri::State;
use tauri::ipc::{Channel, Request};

use crate::commands::ceremony::to_window;
use crate::commands::{blocking, secret_body};
use crate::keys;
use crate::shell::Shell;
use crate::views::{CommandError, MomentView};

/// Shows them after the passkey of a slot has opened the keyring once more.
#[tauri::command]
pub async fn show_locked_passkey(
    shell: State<'_, Shell>,
    slot: String,
    on_moment: Channel<MomentView>,
) -> Result<(), CommandError> {
    let (shell, tell) = (shell.inner().clone(), to_window(on_moment));
    blocking(move || keys::show_locked_by_passkey(&shell, &slot, tell)).await
}

/// Shows them after a typed kit or typed words (raw body) of the header `slot` have.
#[tauri::command]
pub async fn show_locked_typed(
    shell: State<'_, Shell>,
    request: Request<'_>,
) -> Result<(), CommandError> {
    let (shell, typed) = (shell.inner().clone(), secret_body::text(&request)?);
    let slot = secret_body::header(&request, "slot")?;
    blocking(move || keys::show_locked_by_typing(&shell, &slot, &typed)).await
}

/// Hides them again.
#[tauri::command(async)]
pub fn hide_locked(shell: State<'_, Shell>) {
    shell.session.hide_locked();
}
