//! Files that come without being asked for.

use std::path::PathBuf;

use tauri::AppHandle;

/// Files were dropped on the window or handed over.
pub fn arrived(_: &AppHandle, _: Vec<PathBuf>) {}
