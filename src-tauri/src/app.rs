//! Puts the app together: what is protected first, then the log, then one window.

pub mod about;
mod environment;
pub mod first;
pub mod logs;
pub mod protection;
#[cfg(target_os = "linux")]
mod suspend;

use std::path::PathBuf;

use latchkey_passkey::TpmAccess;
use tauri::{AppHandle, Emitter as _, Manager as _, RunEvent};

use first::Start;
use protection::{AFTER_A_STOP, INSECURE_DEMO};

use crate::browsing::picture;
use crate::ceremony::Reach;
use crate::commands;
use crate::histories::{bringing_up, my_chats};
use crate::shell::{self, Shell};
use crate::window::{self, Page, notice};
use crate::wizard::{arrivals, kit_page};

/// The variable that names another TPM than the system's.
const TCTI: &str = "LATCHKEY_TCTI";

/// Starts the app and returns when its last window is closed, or at once when another start took over.
// Long, because it names every command to tauri: a list that can stand only in the builder's own macro.
pub fn run() {
    environment::prepare();
    protection::forbid_core_dumps();
    logs::start(&logs::folder());
    protection::keep_panics_quiet();
    protection::wipe_memory_of_libraries();
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
        .manage(Shell::start(arguments.reach.clone()))
        .register_uri_scheme_protocol(notice::SCHEME, |context, _| {
            notice::answer(&shell::of(context.app_handle()).words())
        })
        .register_uri_scheme_protocol(kit_page::SCHEME, |context, _| {
            kit_page::answer(&shell::of(context.app_handle()), context.webview_label())
        })
        .register_asynchronous_uri_scheme_protocol(
            picture::SCHEME,
            |context, request, responder| {
                let shell = shell::of(context.app_handle());
                let place = request.uri().path().to_owned();
                tauri::async_runtime::spawn_blocking(move || {
                    responder.respond(picture::of_message(&shell, &place))
                });
            },
        )
        .invoke_handler(tauri::generate_handler![
            commands::ceremony::authenticators,
            commands::ceremony::ceremony_pin,
            commands::ceremony::ceremony_confirm,
            commands::ceremony::ceremony_cancel,
            commands::choose::inspect_path,
            commands::choose::pick_backup,
            commands::choose::opened_backups,
            commands::choose::backup_checksum,
            commands::unlock::check_digits,
            commands::unlock::accept_slip,
            commands::unlock::pick_key_file,
            commands::unlock::use_key_file,
            commands::kit::make_kit,
            commands::kit::save_kit,
            commands::kit::prove_kit,
            commands::kit::print_kit,
            commands::passkeys::keyrings_for,
            commands::passkeys::unlock_backup,
            commands::passkeys::enrol_passkey,
            commands::passkeys::rehearse_passkey,
            commands::passkeys::drop_enrolled,
            commands::restore::pick_media_folder,
            commands::restore::pick_contacts,
            commands::restore::suggested_media,
            commands::restore::restore,
            commands::restore::cancel_restore,
            commands::additions::import_contacts,
            commands::additions::forget_contacts,
            commands::additions::link_media,
            commands::histories::histories,
            commands::histories::unlock_history,
            commands::histories::unlock_history_file,
            commands::histories::history_slots,
            commands::histories::unlock_history_passkey,
            commands::histories::unlock_history_passphrase,
            commands::histories::vouching,
            commands::histories::vouch,
            commands::histories::accept_older_keyring,
            commands::histories::refuse_older_keyring,
            commands::histories::session,
            commands::histories::lock,
            commands::my_chats::rename_history,
            commands::my_chats::move_history,
            commands::my_chats::save_copy,
            commands::my_chats::restore_copy,
            commands::my_chats::cancel_copying,
            commands::histories::cancel_opening,
            commands::my_chats::delete_history,
            commands::my_chats::resting_histories,
            commands::my_chats::bring_back_history,
            commands::my_chats::delete_resting,
            commands::keys::keys,
            commands::keys::add_passkey,
            commands::keys::add_passphrase,
            commands::keys::prove_passphrase,
            commands::keys::new_kit,
            commands::keys::test_passkey,
            commands::keys::test_kit,
            commands::keys::rename_slot,
            commands::keys::remove_slot,
            commands::keys::loss_drill,
            commands::browsing::chats::chats,
            commands::browsing::chats::messages,
            commands::browsing::chats::position_at,
            commands::browsing::chats::search,
            commands::browsing::gallery::chat_days,
            commands::browsing::gallery::calls,
            commands::browsing::gallery::message_details,
            commands::browsing::media::media_bytes,
            commands::browsing::media::save_media,
            commands::browsing::media::open_media,
            commands::browsing::media::save_contact,
            commands::browsing::media::copy_text,
            commands::browsing::gallery::gallery_months,
            commands::browsing::gallery::gallery,
            commands::browsing::gallery::statistics,
            commands::browsing::media::save_plot,
            commands::browsing::marks::marks,
            commands::browsing::marks::set_marks,
            commands::browsing::marks::export_marks,
            commands::exporting::export_ground,
            commands::exporting::export_people,
            commands::exporting::pick_export_place,
            commands::exporting::pick_redaction,
            commands::exporting::drop_redaction,
            commands::exporting::pick_dataset,
            commands::exporting::estimate_export,
            commands::exporting::cancel_estimate,
            commands::exporting::export_chats,
            commands::exporting::resume_export,
            commands::exporting::cancel_export,
            commands::exporting::delete_unfinished,
            commands::exporting::show_export,
            commands::browsing::locked::show_locked_passkey,
            commands::browsing::locked::show_locked_typed,
            commands::browsing::locked::hide_locked,
            commands::app::settings,
            commands::app::set_settings,
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
            tell_of_bringing_up(app.handle());
            window::open(app.handle(), page)?;
            if let Some(first) = first {
                listen(first, app.handle());
            }
            arrivals::arrived(app.handle(), arguments.files);
            tidy_up(app.handle());
            #[cfg(target_os = "linux")]
            suspend::lock_with_the_computer(app.handle());
            Ok(())
        })
        .build(tauri::generate_context!())
        .expect("the window's configuration is checked at build time");
    app.run(|app, event| {
        if matches!(event, RunEvent::Exit) {
            let shell = app.state::<Shell>();
            shell.running.cancel();
            shell.close_everything();
            shell.leave_no_copy();
            window::leave_nothing();
        }
    });
}

/// The window hears of an index that is brought up while its history is opened.
fn tell_of_bringing_up(app: &AppHandle) {
    let window = app.clone();
    let tell = move |progress| {
        // Only for show: the work goes on without it.
        let _ = window.emit(bringing_up::EVENT, progress);
    };
    shell::of(app).bringing_up.tell_to(Box::new(tell));
}

/// What no one waits for: what a crash left, histories whose rest is over, and the clock that locks.
fn tidy_up(app: &AppHandle) {
    let shell = shell::of(app);
    shell.watch_the_clock(app);
    std::thread::spawn(move || {
        shell.opened.remove();
        my_chats::tidy_up(&shell);
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

/// How the TPM is reached from where this program lies.
fn tpm() -> Option<TpmAccess> {
    let tcti = std::env::var(TCTI).ok().filter(|tcti| !tcti.is_empty());
    let program = std::env::current_exe().ok()?;
    Some(TpmAccess::beside(&program, tcti))
}

/// What the program was started with.
struct Arguments {
    files: Vec<PathBuf>,
    after_a_stop: bool,
    reach: Reach,
}

impl Arguments {
    fn read() -> Self {
        let given: Vec<_> = std::env::args_os().skip(1).collect();
        let here = std::env::current_dir().unwrap_or_default();
        let has = |word: &str| given.iter().any(|argument| argument == word);
        Self {
            after_a_stop: has(AFTER_A_STOP),
            reach: Reach {
                software: has(INSECURE_DEMO),
                tpm: tpm(),
            },
            files: given
                .iter()
                .filter(|argument| !argument.as_encoded_bytes().starts_with(b"--"))
                .map(|file| here.join(file))
                .collect(),
        }
    }
}
