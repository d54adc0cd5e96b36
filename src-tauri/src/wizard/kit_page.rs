//! The recovery kit on paper or in a file the person names: shown from memory in a window of its own, written nowhere else.

use std::path::{Path, PathBuf};

use latchkey_restore::kit_place;
use tauri::http::{Response, header};
use tauri::webview::{NewWindowResponse, PageLoadEvent};
use tauri::{AppHandle, Manager as _, WebviewUrl, WebviewWindowBuilder};
use zeroize::Zeroizing;

use crate::browsing::picture::nothing;
use crate::shell::Shell;
use crate::views::{CommandError, SavedKitView};
use crate::{files, window};

/// The scheme of the page.
pub const SCHEME: &str = "kit";
/// Where the page is.
const PAGE: &str = "kit://localhost/";
/// The window's label; it has no permission at all.
pub const LABEL: &str = "kit";
/// The page's own policy: its style and its drawn code.
const POLICY: &str =
    "default-src 'none'; style-src 'unsafe-inline'; img-src data:; sandbox allow-modals";

/// Shows the page in a window of its own and asks the system to print it.
///
/// # Errors
/// When the system gives no window.
pub fn print(app: &AppHandle) -> tauri::Result<()> {
    if let Some(shown) = app.get_webview_window(LABEL) {
        shown.destroy()?;
    }
    let address = PAGE
        .parse()
        .map_err(|_| tauri::Error::InvalidWebviewUrl("kit"))?;
    let window = WebviewWindowBuilder::new(app, LABEL, WebviewUrl::CustomProtocol(address));
    window::private(window, LABEL)
        .title("Latchkey")
        .inner_size(760.0, 900.0)
        .devtools(false)
        .on_navigation(|url| url.as_str() == PAGE)
        .on_new_window(|_, _| NewWindowResponse::Deny)
        .on_page_load(|window, page| {
            if page.event() == PageLoadEvent::Finished {
                let _ = window.print();
            }
        })
        .build()?;
    Ok(())
}

/// The page, for its own window alone.
pub fn answer(shell: &Shell, label: &str) -> Response<Vec<u8>> {
    let page = shell
        .wizard()
        .kit
        .as_ref()
        .map(|kit| kit.page().as_bytes().to_vec());
    let (Some(page), true) = (page, label == LABEL) else {
        return nothing();
    };
    let response = Response::builder()
        .header(header::CONTENT_TYPE, "text/html; charset=utf-8")
        .header(header::X_CONTENT_TYPE_OPTIONS, "nosniff")
        .header(header::CONTENT_SECURITY_POLICY, POLICY)
        .header(header::CACHE_CONTROL, "no-store");
    response.body(page).unwrap_or_else(|_| nothing())
}

/// Saves the kit: the page for a name that ends in .html, else the identity file that `age` reads.
///
/// # Errors
/// `usage` where a kit must not lie: beside the backup, in the data folder, in a folder that is copied to a cloud.
pub fn save(shell: &Shell, path: &Path) -> Result<SavedKitView, CommandError> {
    let folder = path.parent().unwrap_or(Path::new("/"));
    let (text, backups) = to_save(shell, path)?;
    let histories = shell.data_folder()?;
    kit_place(path, histories.path(), None)?;
    for backup in &backups {
        kit_place(path, histories.path(), Some(backup))?;
    }
    files::write_private(path, text.as_bytes())?;
    let shown =
        |part: Option<&std::ffi::OsStr>| part.unwrap_or_default().to_string_lossy().into_owned();
    Ok(SavedKitView {
        folder: shown(Some(folder.as_os_str())),
        name: shown(path.file_name()),
    })
}

/// What is to be written, and beside which backups it must not lie. A copy: nobody waits for a disk with the wizard in
/// their hands.
fn to_save(shell: &Shell, path: &Path) -> Result<(Zeroizing<String>, Vec<PathBuf>), CommandError> {
    let is_page = path
        .extension()
        .is_some_and(|end| end.eq_ignore_ascii_case("html"));
    let mut wizard = shell.wizard();
    let backups = wizard.backups_in_use();
    let kit = wizard.kit()?;
    let text = if is_page {
        Zeroizing::new(kit.page().to_owned())
    } else {
        kit.identity_file()
    };
    Ok((text, backups))
}
