//! What the app says of itself, its log, and links that open outside.

use tauri::{AppHandle, State};

use crate::app::about;
use crate::app::logs::{self, WindowProblem};
use crate::shell::Shell;
use crate::views::{AboutView, CommandError, SettingsView};
use crate::{files, window};

/// The version, the formats, the licences, and where the log is.
#[tauri::command(async)]
pub fn about() -> AboutView {
    about::about()
}

/// Opens the log's folder in the file manager.
#[tauri::command(async)]
pub fn show_logs() -> Result<(), CommandError> {
    files::open_outside(logs::folder().as_os_str())
}

/// Opens a link of the web in the person's browser.
#[tauri::command(async)]
pub fn open_link(url: String) -> Result<(), CommandError> {
    let link = files::web_link(&url).ok_or(CommandError::usage("not a link of the web"))?;
    files::open_outside(link.as_str().as_ref())
}

/// Something stopped in the window: its kind and place go to the log.
#[tauri::command(async)]
pub fn report_problem(kind: String, r#where: String) {
    logs::window_problem(WindowProblem::from_word(&kind), &r#where);
}

/// The settings.
#[tauri::command(async)]
pub fn settings(shell: State<'_, Shell>) -> SettingsView {
    shell.settings_view()
}

/// Takes new settings over; the theme changes at once.
#[tauri::command(async)]
pub fn set_settings(
    app: AppHandle,
    shell: State<'_, Shell>,
    settings: SettingsView,
) -> Result<(), CommandError> {
    shell.set_settings(&settings)?;
    window::follow_theme(&app, settings.theme);
    Ok(())
}
