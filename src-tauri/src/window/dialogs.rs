//! The system's file dialogs, with our words. They block: never call them on the main thread.

use std::path::{Path, PathBuf};

use serde::Deserialize;
use tauri::AppHandle;
use tauri_plugin_dialog::{DialogExt as _, FileDialogBuilder, FilePath};

use crate::shell::words::Words;
use crate::window;

/// A file or a folder.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum What {
    /// One file.
    File,
    /// A folder with everything in it.
    Folder,
}

/// A backup, or a folder that holds some.
pub fn backup(app: &AppHandle, words: &Words, what: What) -> Option<PathBuf> {
    let word = |id: &str| words.get(id);
    match what {
        What::Folder => path(dialog(app, word("pick-backup-folder")).blocking_pick_folder()),
        What::File => {
            let endings = ["crypt15", "crypt14", "crypt12"];
            let dialog = dialog(app, word("pick-backup-file"));
            let dialog = dialog
                .add_filter(word("filter-backups"), &endings)
                .add_filter(word("filter-all"), &["*"]);
            path(dialog.blocking_pick_file())
        }
    }
}

/// A key file.
pub fn key_file(app: &AppHandle, words: &Words) -> Option<PathBuf> {
    let word = |id: &str| words.get(id);
    path(dialog(app, word("pick-key-file")).blocking_pick_file())
}

/// The folder of pictures and files.
pub fn media_folder(app: &AppHandle, words: &Words) -> Option<PathBuf> {
    let word = |id: &str| words.get(id);
    path(dialog(app, word("pick-media-folder")).blocking_pick_folder())
}

/// The folder that a history is moved into.
pub fn new_place(app: &AppHandle, words: &Words) -> Option<PathBuf> {
    let word = |id: &str| words.get(id);
    let dialog = dialog(app, word("pick-new-place")).set_can_create_directories(true);
    path(dialog.blocking_pick_folder())
}

/// The folder that a copy of a history is saved into.
pub fn place_for_copy(app: &AppHandle, words: &Words) -> Option<PathBuf> {
    let word = |id: &str| words.get(id);
    let dialog = dialog(app, word("pick-place-for-copy")).set_can_create_directories(true);
    path(dialog.blocking_pick_folder())
}

/// The folder of a copy that was saved.
pub fn saved_copy(app: &AppHandle, words: &Words) -> Option<PathBuf> {
    let word = |id: &str| words.get(id);
    path(dialog(app, word("pick-saved-copy")).blocking_pick_folder())
}

/// A contacts file.
pub fn contacts(app: &AppHandle, words: &Words) -> Option<PathBuf> {
    let word = |id: &str| words.get(id);
    let dialog = dialog(app, word("pick-contacts"))
        .add_filter(word("filter-contacts"), &["vcf", "vcard", "csv"]);
    path(
        dialog
            .add_filter(word("filter-all"), &["*"])
            .blocking_pick_file(),
    )
}

/// A recovery kit that was saved.
pub fn kit_file(app: &AppHandle, words: &Words) -> Option<PathBuf> {
    let word = |id: &str| words.get(id);
    path(dialog(app, word("pick-kit-file")).blocking_pick_file())
}

/// Where to save a recovery kit.
pub fn save_kit(app: &AppHandle, words: &Words) -> Option<PathBuf> {
    let word = |id: &str| words.get(id);
    let dialog = dialog(app, word("save-kit")).set_file_name(word("save-kit-name"));
    path(dialog.set_can_create_directories(true).blocking_save_file())
}

/// Where to save something, under this name unless the person chooses another. The system asks before it replaces a file.
pub fn save_as(app: &AppHandle, words: &Words, name: &str) -> Option<PathBuf> {
    let word = |id: &str| words.get(id);
    let dialog = dialog(app, word("save-as")).set_file_name(name);
    path(dialog.set_can_create_directories(true).blocking_save_file())
}

/// Where to save the person's own marks.
pub fn save_marks(app: &AppHandle, words: &Words) -> Option<PathBuf> {
    let word = |id: &str| words.get(id);
    let dialog = dialog(app, word("save-marks")).set_file_name(word("save-marks-name"));
    path(dialog.set_can_create_directories(true).blocking_save_file())
}

/// The folder that an export becomes: a name that is not there yet.
pub fn export_place(app: &AppHandle, words: &Words, now: &Path) -> Option<PathBuf> {
    let word = |id: &str| words.get(id);
    let mut dialog = dialog(app, word("pick-export-place")).set_can_create_directories(true);
    if let Some(folder) = now.parent() {
        dialog = dialog.set_directory(folder);
    }
    if let Some(name) = now.file_name() {
        dialog = dialog.set_file_name(name.to_string_lossy());
    }
    path(dialog.blocking_save_file())
}

/// A file that says what an export leaves out.
pub fn redaction(app: &AppHandle, words: &Words) -> Option<PathBuf> {
    let word = |id: &str| words.get(id);
    let dialog = dialog(app, word("pick-redaction"))
        .add_filter(word("filter-redaction"), &["toml"])
        .add_filter(word("filter-all"), &["*"]);
    path(dialog.blocking_pick_file())
}

/// The folder of a dataset that an export is added to.
pub fn dataset(app: &AppHandle, words: &Words) -> Option<PathBuf> {
    let word = |id: &str| words.get(id);
    path(dialog(app, word("pick-dataset")).blocking_pick_folder())
}

fn dialog(app: &AppHandle, title: String) -> FileDialogBuilder<tauri::Wry> {
    let dialog = app.dialog().file().set_title(title);
    match window::main_windows(app).first() {
        Some(window) => dialog.set_parent(window),
        None => dialog,
    }
}

fn path(chosen: Option<FilePath>) -> Option<PathBuf> {
    chosen.and_then(|chosen| chosen.into_path().ok())
}
