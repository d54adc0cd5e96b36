//! My chats: the histories named, moved, copied, laid to rest and brought back.

use std::path::PathBuf;

use tauri::ipc::Channel;
use tauri::{AppHandle, State};

use super::blocking;
use crate::histories::my_chats;
use crate::shell::Shell;
use crate::shell::words::Words;
use crate::views::{CommandError, CopyProgressView, HistoryView};
use crate::window::dialogs;

/// Gives a history the person's own name; an empty one takes it away.
#[tauri::command]
pub async fn rename_history(
    shell: State<'_, Shell>,
    history: String,
    name: String,
) -> Result<(), CommandError> {
    let shell = shell.inner().clone();
    blocking(move || my_chats::rename(&shell, &history, &name)).await
}

/// Asks for a folder and moves a history into it; false when the dialog is dismissed.
#[tauri::command]
pub async fn move_history(
    app: AppHandle,
    shell: State<'_, Shell>,
    history: String,
    on_progress: Channel<CopyProgressView>,
) -> Result<bool, CommandError> {
    let shell = shell.inner().clone();
    let work = move |folder: PathBuf| {
        my_chats::move_to(&shell, &history, &folder, &mut to_window(on_progress))
    };
    in_chosen(app, dialogs::new_place, work).await.map(is_some)
}

/// Asks for a folder and saves a copy of a history into it; false when the dialog is dismissed.
#[tauri::command]
pub async fn save_copy(
    app: AppHandle,
    shell: State<'_, Shell>,
    history: String,
    on_progress: Channel<CopyProgressView>,
) -> Result<bool, CommandError> {
    let shell = shell.inner().clone();
    let work = move |folder: PathBuf| {
        my_chats::save_copy(&shell, &history, &folder, &mut to_window(on_progress))
    };
    let saved = in_chosen(app, dialogs::place_for_copy, work);
    saved.await.map(is_some)
}

/// Asks for the folder of a copy and takes it back; the new history's id, nothing when the dialog is dismissed.
#[tauri::command]
pub async fn restore_copy(
    app: AppHandle,
    shell: State<'_, Shell>,
    on_progress: Channel<CopyProgressView>,
) -> Result<Option<String>, CommandError> {
    let shell = shell.inner().clone();
    let work =
        move |folder: PathBuf| my_chats::restore_copy(&shell, &folder, &mut to_window(on_progress));
    in_chosen(app, dialogs::saved_copy, work).await
}

/// Stops what is being moved or copied; it answers `cancelled` once it has cleaned up.
#[tauri::command(async)]
pub fn cancel_copying(shell: State<'_, Shell>) {
    shell.running.cancel();
}

/// Lays a history to rest for 30 days; the open one is locked first.
#[tauri::command]
pub async fn delete_history(
    app: AppHandle,
    shell: State<'_, Shell>,
    history: String,
) -> Result<(), CommandError> {
    let shell = shell.inner().clone();
    blocking(move || my_chats::rest(&shell, &history, &|| shell.lock(&app))).await
}

/// The histories that rest.
#[tauri::command]
pub async fn resting_histories(shell: State<'_, Shell>) -> Result<Vec<HistoryView>, CommandError> {
    let shell = shell.inner().clone();
    blocking(move || my_chats::resting(&shell)).await
}

/// A resting history is listed again.
#[tauri::command]
pub async fn bring_back_history(
    shell: State<'_, Shell>,
    history: String,
) -> Result<(), CommandError> {
    let shell = shell.inner().clone();
    blocking(move || my_chats::bring_back(&shell, &history)).await
}

/// Deletes a resting history at once and for good: its key first, then its files.
#[tauri::command]
pub async fn delete_resting(shell: State<'_, Shell>, history: String) -> Result<(), CommandError> {
    let shell = shell.inner().clone();
    blocking(move || my_chats::delete_resting(&shell, &history)).await
}

/// Does `work` in the folder that the person chooses; nothing when the dialog is dismissed.
async fn in_chosen<T: Send + 'static>(
    app: AppHandle,
    ask: fn(&AppHandle, &Words) -> Option<PathBuf>,
    work: impl FnOnce(PathBuf) -> Result<T, CommandError> + Send + 'static,
) -> Result<Option<T>, CommandError> {
    blocking(move || {
        let words = crate::shell::of(&app).words();
        ask(&app, &words).map(work).transpose()
    })
    .await
}

fn to_window(channel: Channel<CopyProgressView>) -> impl FnMut(CopyProgressView) {
    move |view| {
        let _ = channel.send(view);
    }
}

fn is_some(done: Option<()>) -> bool {
    done.is_some()
}
