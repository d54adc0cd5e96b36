//! Steps 4 and 5 of the wizard: what goes in beside the backup, the restore itself, and stopping it.

use tauri::ipc::Channel;
use tauri::{AppHandle, State};

use super::blocking;
use crate::histories::restoring;
use crate::shell::Shell;
use crate::views::{CommandError, ReportView, RestoreProgressView};
use crate::window::dialogs;

/// Lets the person choose the media folder; its path to be shown.
#[tauri::command]
pub async fn pick_media_folder(
    app: AppHandle,
    shell: State<'_, Shell>,
) -> Result<Option<String>, CommandError> {
    let shell = shell.inner().clone();
    blocking(move || {
        let chosen = dialogs::media_folder(&app, &shell.words());
        Ok(chosen.map(|path| restoring::use_media(&shell, path)))
    })
    .await
}

/// Lets the person choose a contacts file; its path to be shown.
#[tauri::command]
pub async fn pick_contacts(
    app: AppHandle,
    shell: State<'_, Shell>,
) -> Result<Option<String>, CommandError> {
    let shell = shell.inner().clone();
    blocking(move || {
        let chosen = dialogs::contacts(&app, &shell.words());
        Ok(chosen.map(|path| restoring::use_contacts(&shell, path)))
    })
    .await
}

/// The media folder beside the backup, when there is one: used unless another is chosen.
#[tauri::command]
pub async fn suggested_media(
    shell: State<'_, Shell>,
    backup: String,
) -> Result<Option<String>, CommandError> {
    let shell = shell.inner().clone();
    blocking(move || {
        let backup = shell.wizard().path(&backup)?;
        Ok(latchkey_restore::suggested_media(&backup)
            .map(|path| restoring::use_media(&shell, path)))
    })
    .await
}

/// Restores a backup with the key that fits it: into the open history, or a new one that is open afterwards.
#[tauri::command]
pub async fn restore(
    shell: State<'_, Shell>,
    backup: String,
    on_progress: Channel<RestoreProgressView>,
) -> Result<ReportView, CommandError> {
    let shell = shell.inner().clone();
    blocking(move || {
        let backup = shell.wizard().path(&backup)?;
        restoring::run(&shell, &backup, &mut |view| {
            let _ = on_progress.send(view);
        })
    })
    .await
}

/// Stops the running restore; it answers `cancelled` once it has cleaned up.
#[tauri::command(async)]
pub fn cancel_restore(shell: State<'_, Shell>) {
    shell.running.cancel();
}
