//! The person's own marks.

use tauri::{AppHandle, State};

use crate::browsing::marks;
use crate::commands::{PAGE, blocking};
use crate::shell::Shell;
use crate::views::{CommandError, MarksPageView, OwnMarksView};
use crate::window::dialogs;

/// A page of the marks, the last changed first; at most 200.
#[tauri::command]
pub async fn marks(
    shell: State<'_, Shell>,
    text: String,
    tag: Option<String>,
    offset: u32,
    limit: u32,
) -> Result<MarksPageView, CommandError> {
    let shell = shell.inner().clone();
    blocking(move || marks::page(&shell, text, tag, offset, limit.min(PAGE))).await
}

/// Replaces what the person put on a message, or on the chat itself.
#[tauri::command]
pub async fn set_marks(
    shell: State<'_, Shell>,
    chat: i64,
    message: Option<i64>,
    marks: OwnMarksView,
) -> Result<(), CommandError> {
    let shell = shell.inner().clone();
    blocking(move || marks::set(&shell, chat, message, marks)).await
}

/// Every mark to a file where the person chooses; nothing when the dialog is dismissed.
#[tauri::command]
pub async fn export_marks(
    app: AppHandle,
    shell: State<'_, Shell>,
) -> Result<Option<u64>, CommandError> {
    let shell = shell.inner().clone();
    blocking(move || match dialogs::save_marks(&app, &shell.words()) {
        Some(path) => marks::export(&shell, &path).map(Some),
        None => Ok(None),
    })
    .await
}
