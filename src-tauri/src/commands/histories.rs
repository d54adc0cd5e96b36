//! The histories on this computer: list, unlock, lock.

use tauri::ipc::{Channel, Request};
use tauri::{AppHandle, State};

use super::ceremony::to_window;
use super::{blocking, secret_body};
use crate::histories::opening;
use crate::shell::Shell;
use crate::views::{CommandError, HistoryView, MomentView, SessionView, SlotView, VouchingView};
use crate::window::dialogs;

/// The histories in the data folder, the last opened first.
#[tauri::command]
pub async fn histories(shell: State<'_, Shell>) -> Result<Vec<HistoryView>, CommandError> {
    let shell = shell.inner().clone();
    blocking(move || opening::histories(&shell)).await
}

/// Opens the history of the header `history` with a recovery kit (raw body).
#[tauri::command]
pub async fn unlock_history(
    shell: State<'_, Shell>,
    request: Request<'_>,
) -> Result<(), CommandError> {
    let (shell, kit) = (shell.inner().clone(), secret_body::text(&request)?);
    let history = secret_body::header(&request, "history")?;
    blocking(move || opening::unlock(&shell, &history, &kit)).await
}

/// Opens a history with a recovery kit that was saved as a file; false when the dialog is dismissed.
#[tauri::command]
pub async fn unlock_history_file(
    app: AppHandle,
    shell: State<'_, Shell>,
    history: String,
) -> Result<bool, CommandError> {
    let shell = shell.inner().clone();
    blocking(move || match dialogs::kit_file(&app, &shell.words()) {
        Some(file) => opening::unlock_with_file(&shell, &history, &file).map(|()| true),
        None => Ok(false),
    })
    .await
}

/// The ways into a history; no key is needed.
#[tauri::command]
pub async fn history_slots(
    shell: State<'_, Shell>,
    history: String,
) -> Result<Vec<SlotView>, CommandError> {
    let shell = shell.inner().clone();
    blocking(move || opening::slots(&shell, &history)).await
}

/// Opens a history with a passkey.
#[tauri::command]
pub async fn unlock_history_passkey(
    shell: State<'_, Shell>,
    history: String,
    slot: String,
    on_moment: Channel<MomentView>,
) -> Result<(), CommandError> {
    let (shell, tell) = (shell.inner().clone(), to_window(on_moment));
    blocking(move || opening::unlock_with_passkey(&shell, &history, &slot, tell)).await
}

/// Opens the history of the header `history` with the words of a passphrase (raw body).
#[tauri::command]
pub async fn unlock_history_passphrase(
    shell: State<'_, Shell>,
    request: Request<'_>,
) -> Result<(), CommandError> {
    let (shell, words) = (shell.inner().clone(), secret_body::text(&request)?);
    let history = secret_body::header(&request, "history")?;
    blocking(move || opening::unlock_with_words(&shell, &history, &words)).await
}

/// Whether somebody vouches for who signed the open history's keyring.
#[tauri::command]
pub async fn vouching(shell: State<'_, Shell>) -> Result<VouchingView, CommandError> {
    let shell = shell.inner().clone();
    blocking(move || opening::vouching(&shell)).await
}

/// The typed fingerprint: whether it is the open history's, which is vouched for then.
#[tauri::command]
pub async fn vouch(shell: State<'_, Shell>, fingerprint: String) -> Result<bool, CommandError> {
    let shell = shell.inner().clone();
    blocking(move || opening::vouch(&shell, &fingerprint)).await
}

/// The person wants the history whose keyring is older than one seen.
#[tauri::command]
pub async fn accept_older_keyring(shell: State<'_, Shell>) -> Result<(), CommandError> {
    let shell = shell.inner().clone();
    blocking(move || opening::accept_older(&shell)).await
}

/// The person does not want it: what would have opened it is forgotten.
#[tauri::command(async)]
pub fn refuse_older_keyring(shell: State<'_, Shell>) {
    shell.session.refuse_older();
}

/// Asks that the index that is brought up stays as it was; its history is not opened then.
#[tauri::command(async)]
pub fn cancel_opening(shell: State<'_, Shell>) {
    shell.bringing_up.stop();
}

/// Whether a history is open, and which.
#[tauri::command(async)]
pub fn session(shell: State<'_, Shell>) -> SessionView {
    shell.session_view()
}

/// Closes everything; the window is made anew on the start screen.
#[tauri::command(async)]
pub fn lock(app: AppHandle, shell: State<'_, Shell>) {
    shell.lock(&app);
}
