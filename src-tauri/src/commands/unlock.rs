//! Step 2 of the wizard: the digits or a key file.

use tauri::ipc::Request;
use tauri::{AppHandle, State};

use super::blocking;
use crate::commands::secret_body;
use crate::files;
use crate::shell::Shell;
use crate::views::{CommandError, DigitsView};
use crate::window::dialogs;
use crate::wizard::{try_digits, try_key_file};

/// Tries typed digits (raw body) on the backup of the header `backup`.
#[tauri::command]
pub async fn check_digits(
    shell: State<'_, Shell>,
    request: Request<'_>,
) -> Result<DigitsView, CommandError> {
    let (shell, digits) = (shell.inner().clone(), secret_body::text(&request)?);
    let since = shell.session.since();
    let backup = shell
        .wizard()
        .path(&secret_body::header(&request, "backup")?)?;
    blocking(move || {
        let attempt = try_digits(&backup, &digits)?;
        shell.keep_unless_locked(since, |wizard| wizard.keep(attempt.outcome))?;
        Ok(attempt.view)
    })
    .await
}

/// The person confirmed the proposed repair.
#[tauri::command(async)]
pub fn accept_slip(shell: State<'_, Shell>) -> Result<(), CommandError> {
    shell.wizard().accept_proposed()
}

/// Lets the person choose a key file and tries it; nothing when the dialog is dismissed.
#[tauri::command]
pub async fn pick_key_file(
    app: AppHandle,
    shell: State<'_, Shell>,
    backup: String,
) -> Result<Option<DigitsView>, CommandError> {
    let shell = shell.inner().clone();
    blocking(move || match dialogs::key_file(&app, &shell.words()) {
        Some(file) => use_file(&shell, &backup, &file).map(Some),
        None => Ok(None),
    })
    .await
}

/// Tries a key file by its typed path.
#[tauri::command]
pub async fn use_key_file(
    shell: State<'_, Shell>,
    backup: String,
    path: String,
) -> Result<DigitsView, CommandError> {
    let shell = shell.inner().clone();
    blocking(move || use_file(&shell, &backup, &files::typed_path(&path))).await
}

fn use_file(
    shell: &Shell,
    backup: &str,
    file: &std::path::Path,
) -> Result<DigitsView, CommandError> {
    let since = shell.session.since();
    let backup = shell.wizard().path(backup)?;
    let attempt = try_key_file(&backup, file)?;
    shell.keep_unless_locked(since, |wizard| wizard.keep(attempt.outcome))?;
    Ok(attempt.view)
}
