//! What the shell holds while it runs.

use tauri::AppHandle;

use crate::views::Theme;

/// The app's state, one for all windows.
#[derive(Debug, Default)]
pub struct Shell {}

impl Shell {
    /// The theme the person chose.
    pub fn theme(&self) -> Theme {
        Theme::System
    }

    /// Closes what is open.
    pub fn close_everything(&self) {}

    /// Whether a restore has to stop first.
    pub fn stop_restore_then_exit(&self, _: &AppHandle) -> bool {
        false
    }
}
