//! A look into files: what lies in a folder, and whether a word stands in it anywhere.

use std::fs;
use std::path::{Path, PathBuf};

/// Every file below a folder, in order; unreadable places are passed over.
#[must_use]
pub fn files_below(folder: &Path) -> Vec<PathBuf> {
    let mut out = Vec::new();
    let mut waiting = vec![folder.to_owned()];
    while let Some(folder) = waiting.pop() {
        let Ok(entries) = fs::read_dir(&folder) else {
            continue;
        };
        for entry in entries.flatten() {
            match entry.file_type() {
                Ok(kind) if kind.is_dir() => waiting.push(entry.path()),
                Ok(kind) if kind.is_file() => out.push(entry.path()),
                _ => {}
            }
        }
    }
    out.sort();
    out
}

/// The files below these folders that hold the word as UTF-8 or UTF-16 (either order).
#[must_use]
pub fn files_with(word: &str, folders: &[&Path]) -> Vec<PathBuf> {
    let wide = |turn: fn(u16) -> [u8; 2]| word.encode_utf16().flat_map(turn).collect::<Vec<u8>>();
    let forms = [
        word.as_bytes().to_vec(),
        wide(u16::to_le_bytes),
        wide(u16::to_be_bytes),
    ];
    folders
        .iter()
        .flat_map(|folder| files_below(folder))
        .filter(|file| {
            let bytes = fs::read(file).unwrap_or_default();
            forms.iter().any(|form| contains(&bytes, form))
        })
        .collect()
}

/// Whether `form` stands in `bytes`; quick on the first byte.
pub(crate) fn contains(bytes: &[u8], form: &[u8]) -> bool {
    !form.is_empty() && memchr::memmem::find(bytes, form).is_some()
}
