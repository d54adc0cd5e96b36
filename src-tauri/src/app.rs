//! Puts the app together: what is protected first, then the log, then one window.

use std::path::PathBuf;

use tauri::{AppHandle, Manager as _, RunEvent};

use crate::first::{self, Start};
use crate::protection::{self, AFTER_A_STOP};
use crate::shell::Shell;
use crate::window::{self, Page};
use crate::words::Words;
use crate::{arrivals, commands, logs, notice};

/// Starts the app and returns when its last window is closed, or at once when another start took over.
pub fn run() {
    protection::forbid_core_dumps();
    logs::start(&logs::folder());
    protection::keep_panics_quiet();
    let arguments = Arguments::read();
    let first = match first::start(
        &logs::state_folder(),
        &arguments.files,
        arguments.after_a_stop,
    ) {
        Ok(Start::HandedOver) => return,
        Ok(Start::First(first)) => Some(first),
        Err(_) => None,
    };
    tracing::info!(name: "started", "");
    let app = tauri::Builder::default()
        .plugin(tauri_plugin_dialog::init())
        .manage(Shell::default())
        .register_uri_scheme_protocol(notice::SCHEME, |_, _| {
            notice::answer(&Words::for_language("en"))
        })
        .invoke_handler(tauri::generate_handler![
            commands::app::about,
            commands::app::show_logs,
            commands::app::open_link,
            commands::app::report_problem,
        ])
        .setup(move |app| {
            let page = if arguments.after_a_stop {
                Page::Stopped
            } else {
                Page::App
            };
            window::open(app.handle(), page)?;
            if let Some(first) = first {
                listen(first, app.handle());
            }
            arrivals::arrived(app.handle(), arguments.files);
            Ok(())
        })
        .build(tauri::generate_context!())
        .expect("the window's configuration is checked at build time");
    app.run(|app, event| {
        if matches!(event, RunEvent::Exit) {
            app.state::<Shell>().close_everything();
        }
    });
}

/// Later starts show the window, with their files when they bring any.
fn listen(first: first::First, app: &AppHandle) {
    let app = app.clone();
    first.hear(move |files| {
        window::show(&app);
        arrivals::arrived(&app, files);
    });
}

/// What the program was started with.
struct Arguments {
    files: Vec<PathBuf>,
    after_a_stop: bool,
}

impl Arguments {
    fn read() -> Self {
        let given: Vec<_> = std::env::args_os().skip(1).collect();
        let here = std::env::current_dir().unwrap_or_default();
        Self {
            after_a_stop: given.iter().any(|argument| argument == AFTER_A_STOP),
            files: given
                .iter()
                .filter(|argument| !argument.as_encoded_bytes().starts_with(b"--"))
                .map(|file| here.join(file))
                .collect(),
        }
    }
}
