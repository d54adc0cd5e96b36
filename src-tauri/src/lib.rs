//! The desktop shell: windows, commands, progress. It knows no format, no SQL and no cryptography.

/// Starts the app and returns when its last window is closed.
pub fn run() {
    tauri::Builder::default()
        .plugin(tauri_plugin_dialog::init())
        .run(tauri::generate_context!())
        .expect("the window's configuration is checked at build time");
}
