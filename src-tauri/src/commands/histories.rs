//! The histories on this computer: list, unlock, lock.

use tauri::ipc::Request;
use tauri::{AppHandle, State};

use super::blocking;
use crate::commands::secret_body;
use crate::opening;
use crate::shell::Shell;
use crate::views::{CommandError, HistoryView, SessionView};
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

/// The person wants the history whose keyring is older than one seen.
#[tauri::command]
pub async fn accept_older_keyring(shell: State<'_, Shell>) -> Result<(), CommandError> {
    let shell = shell.inner().clone();
    blocking(move || opening::accept_older(&shell)).await
}

/// Whether a history is open, and which.
#[tauri::command(async)]
pub fn session(shell: State<'_, Shell>) -> SessionView {
    shell.session.view()
}

/// Closes everything; the window is made anew on the start screen.
#[tauri::command(async)]
pub fn lock(app: AppHandle, shell: State<'_, Shell>) {
    shell.lock(&app);
}
