//! Step 3 of the wizard: the recovery kit, made, shown, kept and proved.

use tauri::ipc::Request;
use tauri::{AppHandle, State};

use super::{blocking, secret_body};
use crate::keys;
use crate::shell::Shell;
use crate::views::{CommandError, KitView, SavedKitView};
use crate::window::dialogs;
use crate::wizard::{Kit, kit_page};

/// Makes a recovery kit and the keyring it opens; an earlier one of this wizard is forgotten.
#[tauri::command]
pub async fn make_kit(shell: State<'_, Shell>) -> Result<KitView, CommandError> {
    let shell = shell.inner().clone();
    blocking(move || {
        let since = shell.session.since();
        let kit = Kit::make(&shell.words())?;
        let view = kit.view();
        shell.keep_kit(kit, since)?;
        Ok(view)
    })
    .await
}

/// Saves the kit where the person chooses; nothing when the dialog is dismissed.
#[tauri::command]
pub async fn save_kit(
    app: AppHandle,
    shell: State<'_, Shell>,
) -> Result<Option<SavedKitView>, CommandError> {
    let shell = shell.inner().clone();
    blocking(move || match dialogs::save_kit(&app, &shell.words()) {
        Some(path) => kit_page::save(&shell, &path).map(Some),
        None => Ok(None),
    })
    .await
}

/// Whether the typed groups (raw body) are the kit's last ones; the kit has opened its keyring then.
#[tauri::command]
pub async fn prove_kit(
    shell: State<'_, Shell>,
    request: Request<'_>,
) -> Result<bool, CommandError> {
    let (shell, typed) = (shell.inner().clone(), secret_body::text(&request)?);
    blocking(move || keys::prove_kit(&shell, &typed)).await
}

/// Prints the kit through a window of its own.
#[tauri::command(async)]
pub fn print_kit(app: AppHandle, shell: State<'_, Shell>) -> Result<(), CommandError> {
    if shell.wizard().kit.is_none() {
        return Err(CommandError::usage("no kit was made"));
    }
    kit_page::print(&app).map_err(|_| CommandError::internal("no window for printing"))
}
