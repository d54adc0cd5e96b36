//! Exporting chats: what is chosen in dialogs, how much it will be, the export itself, and those that were cut off.

use tauri::ipc::Channel;
use tauri::{AppHandle, State};

use super::blocking;
use crate::exporting::{self, estimating, people, place, writing};
use crate::files;
use crate::shell::Shell;
use crate::views::{
    CommandError, ExportAskView, ExportEstimateView, ExportGroundView, ExportPersonView,
    ExportPlaceView, ExportProgressView, ExportReportView,
};
use crate::window::dialogs;

/// What the screen begins with: formats, the place, what was chosen before, exports that were cut off.
#[tauri::command]
pub async fn export_ground(shell: State<'_, Shell>) -> Result<ExportGroundView, CommandError> {
    let shell = shell.inner().clone();
    blocking(move || exporting::ground(&shell)).await
}

/// Whose messages can be chosen.
#[tauri::command]
pub async fn export_people(shell: State<'_, Shell>) -> Result<Vec<ExportPersonView>, CommandError> {
    let shell = shell.inner().clone();
    blocking(move || people::list(&shell)).await
}

/// Lets the person choose a folder and a name; nothing when the dialog is dismissed.
#[tauri::command]
pub async fn pick_export_place(
    app: AppHandle,
    shell: State<'_, Shell>,
) -> Result<Option<ExportPlaceView>, CommandError> {
    let shell = shell.inner().clone();
    blocking(move || {
        let now = place::of(&shell);
        let chosen = dialogs::export_place(&app, &shell.words(), &now);
        Ok(chosen.map(|chosen| place::choose(&shell, chosen)))
    })
    .await
}

/// Lets the person choose a redaction file, which is read at once; its name, nothing when the dialog is dismissed.
#[tauri::command]
pub async fn pick_redaction(
    app: AppHandle,
    shell: State<'_, Shell>,
) -> Result<Option<String>, CommandError> {
    let shell = shell.inner().clone();
    blocking(move || {
        let chosen = dialogs::redaction(&app, &shell.words());
        chosen
            .map(|file| exporting::use_rules(&shell, &file))
            .transpose()
    })
    .await
}

/// Forgets the redaction file.
#[tauri::command(async)]
pub fn drop_redaction(shell: State<'_, Shell>) {
    shell.exporting.drop_rules();
}

/// Lets the person choose a dataset to add to; its name, nothing when the dialog is dismissed.
#[tauri::command]
pub async fn pick_dataset(
    app: AppHandle,
    shell: State<'_, Shell>,
) -> Result<Option<String>, CommandError> {
    let shell = shell.inner().clone();
    blocking(move || {
        let chosen = dialogs::dataset(&app, &shell.words());
        Ok(chosen.map(|folder| shell.exporting.use_dataset(folder)))
    })
    .await
}

/// How much it will be; an earlier estimate that is still made answers `cancelled`.
#[tauri::command]
pub async fn estimate_export(
    shell: State<'_, Shell>,
    ask: ExportAskView,
) -> Result<ExportEstimateView, CommandError> {
    let shell = shell.inner().clone();
    blocking(move || estimating::run(&shell, &ask)).await
}

/// Nobody waits for the estimate any more.
#[tauri::command(async)]
pub fn cancel_estimate(shell: State<'_, Shell>) {
    shell.exporting.cancel_estimate();
}

/// Exports into the place that was chosen.
#[tauri::command]
pub async fn export_chats(
    shell: State<'_, Shell>,
    ask: ExportAskView,
    on_progress: Channel<ExportProgressView>,
) -> Result<ExportReportView, CommandError> {
    let shell = shell.inner().clone();
    blocking(move || writing::run(&shell, &ask, &mut to_window(on_progress))).await
}

/// Goes on with an export that was cut off.
#[tauri::command]
pub async fn resume_export(
    shell: State<'_, Shell>,
    id: String,
    on_progress: Channel<ExportProgressView>,
) -> Result<ExportReportView, CommandError> {
    let shell = shell.inner().clone();
    blocking(move || writing::resume(&shell, &id, &mut to_window(on_progress))).await
}

/// Stops the running export; it answers `cancelled`, and what is written stays until it is gone on with or deleted.
#[tauri::command(async)]
pub fn cancel_export(shell: State<'_, Shell>) {
    shell.running.cancel();
}

/// Deletes an export that was cut off.
#[tauri::command]
pub async fn delete_unfinished(shell: State<'_, Shell>, id: String) -> Result<(), CommandError> {
    let shell = shell.inner().clone();
    blocking(move || exporting::delete(&shell, &id)).await
}

/// Opens the last export's folder in the file manager.
#[tauri::command(async)]
pub fn show_export(shell: State<'_, Shell>) -> Result<(), CommandError> {
    files::open_outside(shell.exporting.made()?.as_os_str())
}

fn to_window(channel: Channel<ExportProgressView>) -> impl FnMut(ExportProgressView) {
    move |view| {
        let _ = channel.send(view);
    }
}
