//! What the app says of itself.

use crate::app::logs;
use crate::views::AboutView;

/// The libraries inside and their licences; written by `src-tauri/linux/third-party.py`.
const LICENCES: &str = include_str!("../../third-party.txt");

/// The formats this version recognises, by the words of the command line.
const FORMATS: [&str; 9] = [
    "crypt12",
    "crypt14",
    "crypt15",
    "sqlite",
    "zlib",
    "zip",
    "key_file",
    "iphone_backup",
    "exported_chat",
];

/// For the "About" screen.
pub fn about() -> AboutView {
    AboutView {
        version: env!("CARGO_PKG_VERSION").to_owned(),
        formats: FORMATS.map(str::to_owned).to_vec(),
        licences: LICENCES.to_owned(),
        log_folder: logs::folder().display().to_string(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn about_names_the_version_and_the_licences_of_what_is_inside() {
        let about = about();
        assert_eq!(about.version, env!("CARGO_PKG_VERSION"));
        assert!(about.licences.contains("tauri ") && about.licences.contains("svelte "));
    }
}
