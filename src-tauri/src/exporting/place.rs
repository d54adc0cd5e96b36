//! Where an export is written: a name that is free in the person's documents, or what they chose; and which folders have had
//! exports, so that one that was cut off is found again.

use std::path::{Path, PathBuf};

use latchkey_restore::free_space;

use super::shown_name;
use crate::files;
use crate::shell::{Shell, held};
use crate::views::ExportPlaceView;

/// Folders that are remembered.
const MOST_FOLDERS: usize = 8;
/// Names that are tried: after these the person has to choose.
const MOST_NAMES: u32 = 100;

/// The folder that the next export becomes.
pub fn of(shell: &Shell) -> PathBuf {
    let chosen = held(&shell.exporting.chosen).place.clone();
    chosen.unwrap_or_else(|| usual(shell))
}

/// The person chose another.
pub fn choose(shell: &Shell, place: PathBuf) -> ExportPlaceView {
    let view = view(&place);
    held(&shell.exporting.chosen).place = Some(place);
    view
}

/// As the window shows it.
pub fn view(place: &Path) -> ExportPlaceView {
    let folder = place.parent().unwrap_or(place);
    ExportPlaceView {
        name: shown_name(place),
        folder: folder.to_string_lossy().into_owned(),
        free: free_space(folder),
        taken: is_taken(place),
    }
}

/// A free name of today in the person's documents.
fn usual(shell: &Shell) -> PathBuf {
    let folder = dirs::document_dir().filter(|folder| folder.is_dir());
    let folder = folder.or_else(dirs::home_dir).unwrap_or_default();
    let zone = shell.settings().zone();
    let today = jiff::Timestamp::now().to_zoned(zone).date().to_string();
    free_name(&folder, &shell.words().with("export-name", "date", &today))
}

/// The name in a folder, or the first `name 2`, `name 3` … that nothing has.
fn free_name(folder: &Path, name: &str) -> PathBuf {
    let numbered = (2..=MOST_NAMES).map(|n| folder.join(format!("{name} {n}")));
    let mut names = std::iter::once(folder.join(name)).chain(numbered);
    names
        .find(|place| !is_taken(place))
        .unwrap_or_else(|| folder.join(name))
}

/// Something has the name, or an unfinished export would have.
fn is_taken(place: &Path) -> bool {
    let mut unfinished = place.as_os_str().to_owned();
    unfinished.push(".unfinished");
    [place, Path::new(&unfinished)]
        .iter()
        .any(|path| path.symlink_metadata().is_ok())
}

/// Notes that an export is written into this folder. A convenience only: it is made, whatever becomes of the note.
pub fn remember(shell: &Shell, place: &Path) {
    let (Some(file), Some(folder)) = (list(shell), place.parent().and_then(Path::to_str)) else {
        return;
    };
    let mut folders = read(&file);
    folders.retain(|known| known != folder);
    folders.insert(0, folder.to_owned());
    folders.truncate(MOST_FOLDERS);
    let text = serde_json::to_vec(&folders).unwrap_or_default();
    if files::write_private(&file, &text).is_err() {
        tracing::warn!(name: "export-folder-not-noted", "");
    }
}

/// The folders that exports may lie in.
pub fn folders(shell: &Shell) -> Vec<PathBuf> {
    let remembered = list(shell).map(|file| read(&file)).unwrap_or_default();
    let chosen = held(&shell.exporting.chosen).place.clone();
    let chosen = chosen.and_then(|place| place.parent().map(Path::to_owned));
    let mut all: Vec<PathBuf> = remembered.into_iter().map(PathBuf::from).collect();
    all.extend(chosen);
    all.extend(dirs::document_dir());
    all.sort();
    all.dedup();
    all
}

fn list(shell: &Shell) -> Option<PathBuf> {
    Some(shell.settings_file()?.with_file_name("export-folders.json"))
}

fn read(file: &Path) -> Vec<String> {
    let bytes = std::fs::read(file).unwrap_or_default();
    serde_json::from_slice(&bytes).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_that_is_there_or_unfinished_is_not_taken_again() {
        let folder = tempfile::tempdir().unwrap();
        let place = |name: &str| folder.path().join(name);
        assert_eq!(free_name(folder.path(), "chats"), place("chats"));
        std::fs::create_dir(place("chats")).unwrap();
        std::fs::create_dir(place("chats 2.unfinished")).unwrap();
        assert_eq!(free_name(folder.path(), "chats"), place("chats 3"));
        assert!(view(&place("chats")).taken && !view(&place("other")).taken);
    }
}
