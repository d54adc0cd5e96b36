//! The window: made here and not by the configuration, so that locking can destroy it together with its web process and make a new one.

pub mod clipboard;
pub mod dialogs;
pub mod notice;
mod placement;

use std::sync::atomic::{AtomicU32, Ordering};

use tauri::webview::{Color, NewWindowResponse, PermissionResponse};
use tauri::{
    AppHandle, Manager as _, Theme, WebviewUrl, WebviewWindow, WebviewWindowBuilder, WindowEvent,
};

use crate::app::logs;
use crate::shell::Shell;
use crate::views;

pub use placement::Placement;

/// Every main window's label begins with this; no two are the same, since two live while one is remade.
pub const MAIN: &str = "main-";

/// `--paper` and its counterpart at night (`ui/src/styles/tokens.css`), shown before the page is.
const PAPER: Color = Color(0xfa, 0xf8, 0xf4, 0xff);
const NIGHT: Color = Color(0x12, 0x15, 0x1b, 0xff);

/// What a new window shows.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Page {
    /// The app.
    App,
    /// The calm screen after a stop.
    Stopped,
}

/// Opens a main window.
///
/// # Errors
/// When the system gives none.
pub fn open(app: &AppHandle, page: Page) -> tauri::Result<WebviewWindow> {
    static COUNT: AtomicU32 = AtomicU32::new(0);
    let label = format!("{MAIN}{}", COUNT.fetch_add(1, Ordering::Relaxed));
    let placement = Placement::load();
    let theme = as_window_theme(app.state::<Shell>().theme());
    let window = private(
        WebviewWindowBuilder::new(app, &label, address(page)?),
        &label,
    )
    .title("Latchkey")
    .inner_size(placement.width, placement.height)
    .min_inner_size(Placement::LEAST.0, Placement::LEAST.1)
    .maximized(placement.maximized)
    .theme(theme)
    .background_color(if theme == Some(Theme::Dark) {
        NIGHT
    } else {
        PAPER
    })
    .devtools(tauri::is_dev())
    .zoom_hotkeys_enabled(true)
    .on_navigation(navigation(app.clone()))
    .on_new_window(|_, _| NewWindowResponse::Deny)
    .on_download(|_, _| false)
    .on_permission_request(|_, _| PermissionResponse::Deny)
    .build()?;
    if theme.is_none() && window.theme().is_ok_and(|theme| theme == Theme::Dark) {
        window.set_background_color(Some(NIGHT))?;
    }
    watch_size(&window);
    prepare_web_view(&window);
    Ok(window)
}

/// Makes a window's web view private: nothing of it reaches the disk.
///
/// Each gets a data folder of its own, which a private web view never uses: `tauri-runtime-wry` 2.12 registers our
/// schemes once for each data folder, and private web views share none, so that a second one would find no page.
pub fn private<'a>(
    window: WebviewWindowBuilder<'a, tauri::Wry, AppHandle>,
    label: &str,
) -> WebviewWindowBuilder<'a, tauri::Wry, AppHandle> {
    if driven_by_a_test() && label.starts_with(MAIN) {
        return window;
    }
    window
        .incognito(true)
        .data_directory(unused_folder().join(label))
}

/// The folders that private web views were given and never used go with the app.
pub fn leave_nothing() {
    let _ = std::fs::remove_dir_all(unused_folder());
}

fn unused_folder() -> std::path::PathBuf {
    logs::state_folder().join("web")
}

/// Opens a new window on `page` and destroys the others with their web processes.
pub fn remake(app: &AppHandle, page: Page) {
    let app = app.clone();
    let handle = app.clone();
    let _ = handle.run_on_main_thread(move || {
        let old: Vec<WebviewWindow> = app.webview_windows().into_values().collect();
        if open(&app, page).is_err() {
            tracing::error!(name: "window-not-remade", "");
        }
        for window in old {
            let _ = window.destroy();
        }
    });
}

/// Brings the window to the front.
pub fn show(app: &AppHandle) {
    for window in main_windows(app) {
        let _ = window.unminimize();
        let _ = window.show();
        let _ = window.set_focus();
    }
}

/// The main windows: one, or two for a moment.
pub fn main_windows(app: &AppHandle) -> Vec<WebviewWindow> {
    app.webview_windows()
        .into_iter()
        .filter(|(label, _)| label.starts_with(MAIN))
        .map(|(_, window)| window)
        .collect()
}

/// The theme of the settings, at once.
pub fn follow_theme(app: &AppHandle, theme: views::Theme) {
    app.set_theme(as_window_theme(theme));
}

/// A test drives the window through WebDriver, which needs a web context that is not private
/// (`wry` 0.57: a private context is never open to automation). Whoever sets this for a program can also read its memory.
fn driven_by_a_test() -> bool {
    std::env::var_os("TAURI_WEBVIEW_AUTOMATION").is_some_and(|value| value == "true")
}

fn as_window_theme(theme: views::Theme) -> Option<Theme> {
    match theme {
        views::Theme::System => None,
        views::Theme::Light => Some(Theme::Light),
        views::Theme::Dark => Some(Theme::Dark),
    }
}

fn address(page: Page) -> tauri::Result<WebviewUrl> {
    Ok(match page {
        Page::App => WebviewUrl::App("index.html".into()),
        Page::Stopped => WebviewUrl::CustomProtocol(
            notice::PAGE
                .parse()
                .map_err(|_| tauri::Error::InvalidWebviewUrl("notice"))?,
        ),
    })
}

/// The window goes nowhere but to its own pages; the calm screen's button opens the app anew.
fn navigation(app: AppHandle) -> impl Fn(&tauri::Url) -> bool + Send + 'static {
    move |url| {
        if url.as_str() == notice::START {
            remake(&app, Page::App);
            return false;
        }
        url.scheme() == "tauri"
            || url.as_str() == notice::PAGE
            || (tauri::is_dev() && url.host_str() == Some("localhost"))
    }
}

/// Keeps the size for the next start, and ends the app with its last main window.
fn watch_size(window: &WebviewWindow) {
    let watched = window.clone();
    window.on_window_event(move |event| match event {
        WindowEvent::Resized(_) => Placement::of(&watched).remember(),
        WindowEvent::CloseRequested { api, .. } => {
            Placement::save_remembered();
            watched.state::<Shell>().ceremonies.cancel();
            if watched
                .state::<Shell>()
                .stop_restore_then_exit(watched.app_handle())
            {
                api.prevent_close();
            }
        }
        WindowEvent::Destroyed if main_windows(watched.app_handle()).is_empty() => {
            watched.app_handle().exit(0)
        }
        WindowEvent::DragDrop(tauri::DragDropEvent::Drop { paths, .. }) => {
            crate::wizard::arrivals::arrived(watched.app_handle(), paths.clone());
        }
        _ => {}
    });
}

/// A dead web process takes its page along: what was open is closed, and the calm screen comes in a new window. A living one
/// keeps no picture that is out of sight, as ours are never asked for from a cache; and it draws without the graphics card, whose
/// driver would run in it and, where there is no card, take as much memory again and twice the time (docs/benchmarks.md).
#[cfg(target_os = "linux")]
fn prepare_web_view(window: &WebviewWindow) {
    use webkit2gtk::{
        CacheModel, HardwareAccelerationPolicy, SettingsExt as _, WebContextExt as _,
        WebViewExt as _,
    };
    let app = window.app_handle().clone();
    let _ = window.with_webview(move |webview| {
        if let Some(context) = webview.inner().context() {
            context.set_cache_model(CacheModel::DocumentViewer);
        }
        if let Some(settings) = webview.inner().settings() {
            settings.set_hardware_acceleration_policy(HardwareAccelerationPolicy::Never);
        }
        webview.inner().connect_web_process_terminated(move |_, _| {
            tracing::error!(name: "web-process-ended", "");
            let shell = app.state::<Shell>();
            shell.close_everything();
            shell.take_copy_off(&app);
            remake(&app, Page::Stopped);
        });
    });
}

#[cfg(not(target_os = "linux"))]
fn prepare_web_view(_: &WebviewWindow) {}
