//! Files that come without being asked for: dropped on the window, opened from the file manager, brought by a second start.

use std::path::{Path, PathBuf};

use tauri::{AppHandle, Emitter as _};

use crate::histories::opening;
use crate::shell::{self, Shell};
use crate::views::{CommandError, InspectedView};
use crate::{window, wizard};

/// The event that says so.
const EVENT: &str = "backups-arrived";

/// Looks at files and folders, and remembers them by id.
///
/// # Errors
/// When one path alone was given and it cannot be read.
pub fn look_at(shell: &Shell, paths: &[PathBuf]) -> Result<InspectedView, CommandError> {
    let (keyrings, others): (Vec<PathBuf>, Vec<PathBuf>) =
        paths.iter().cloned().partition(|path| is_keyring(path));
    let mut found = wizard::inspect(&others, &mut shell.wizard().book)?;
    found.history = keyrings
        .iter()
        .find_map(|keyring| opening::history_of(shell, keyring));
    Ok(found)
}

/// Looks at files in the background and tells the window. They also wait there to be asked for: a window that is
/// still loading does not hear events.
pub fn arrived(app: &AppHandle, paths: Vec<PathBuf>) {
    if paths.is_empty() {
        return;
    }
    let app = app.clone();
    std::thread::spawn(move || {
        let shell = shell::of(&app);
        let nothing = InspectedView {
            backups: Vec::new(),
            skipped: 1,
            history: None,
        };
        let found = look_at(&shell, &paths).unwrap_or(nothing);
        shell.wizard().arrived = Some(found.clone());
        let _ = app.emit(EVENT, found);
        window::show(&app);
    });
}

/// A keyring file, by its ending; what is in it is judged when it is opened.
fn is_keyring(path: &Path) -> bool {
    path.extension()
        .is_some_and(|end| end.eq_ignore_ascii_case("latchkey"))
}
