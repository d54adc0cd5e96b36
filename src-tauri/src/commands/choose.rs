//! Step 1 of the wizard: find backups by a typed path, a dialog, or because they came by themselves.

use std::ops::ControlFlow;

use latchkey_backup::Checksum;
use tauri::{AppHandle, State};

use super::blocking;
use crate::files;
use crate::shell::Shell;
use crate::views::{ChecksumView, CommandError, InspectedView};
use crate::window::dialogs;
use crate::wizard::arrivals;

/// Looks at a typed path.
#[tauri::command]
pub async fn inspect_path(
    shell: State<'_, Shell>,
    path: String,
) -> Result<InspectedView, CommandError> {
    let shell = shell.inner().clone();
    blocking(move || arrivals::look_at(&shell, &[files::typed_path(&path)])).await
}

/// Lets the person choose a file or a folder; nothing when the dialog is dismissed.
#[tauri::command]
pub async fn pick_backup(
    app: AppHandle,
    shell: State<'_, Shell>,
    what: dialogs::What,
) -> Result<Option<InspectedView>, CommandError> {
    let shell = shell.inner().clone();
    blocking(move || match dialogs::backup(&app, &shell.words(), what) {
        Some(path) => arrivals::look_at(&shell, &[path]).map(Some),
        None => Ok(None),
    })
    .await
}

/// What came by itself since the last call: the file of the start, of a second start, or the last drop.
#[tauri::command(async)]
pub fn opened_backups(shell: State<'_, Shell>) -> Option<InspectedView> {
    shell.wizard().arrived.take()
}

/// The file's own checksum: reads the whole file the first time.
#[tauri::command]
pub async fn backup_checksum(
    shell: State<'_, Shell>,
    id: String,
) -> Result<ChecksumView, CommandError> {
    let shell = shell.inner().clone();
    blocking(move || {
        let path = shell.wizard().path(&id)?;
        Ok(
            match shell
                .checksums
                .checksum(&path, &mut |_, _| ControlFlow::Continue(()))?
            {
                Checksum::Ok => ChecksumView::Ok,
                Checksum::Mismatch => ChecksumView::Mismatch,
                Checksum::Absent => ChecksumView::Absent,
            },
        )
    })
    .await
}
