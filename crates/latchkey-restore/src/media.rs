//! The media files of messages, in folders that the person points to.
//!
//! Paths in a database are a stranger's words: no path leaves the folder, links that lead out of it are not followed.
//! Nothing is copied; only where a file lies is noted. The one exception are stickers out of the app's own backup of them:
//! the index keeps those. Variants of a path: docs/backup-format.md, android media layout.

mod cloud;
mod content;
pub mod file_name;
mod folder;
mod link;
mod listing;
mod opening;
mod reading;
pub mod scale;
mod search;
pub mod sniff;
mod stickers;
mod stored;

use std::path::{Path, PathBuf};

use crate::disk::parent_of;

pub(crate) use folder::MediaFolder;
pub use link::{LinkMediaError, LinkMediaReport, link_media};
pub use opening::open_media;
pub use reading::{MediaFile, MediaTrust, OpenMediaError};
pub use search::MediaCounts;
pub(crate) use search::{MediaSearch, SearchMediaError};

/// The media folder that belongs to a backup, if it lies where the phone had it: `Media` beside `Databases`.
#[must_use]
pub fn suggested_media(backup: &Path) -> Option<PathBuf> {
    let databases = parent_of(backup);
    let candidates = [databases.join("../Media"), databases.join("Media")];
    candidates
        .iter()
        .find(|folder| folder.is_dir())
        .and_then(|folder| folder.canonicalize().ok())
}

/// The folders beside a backup that may hold what the app saves apart from the chats.
pub(crate) fn backups_beside(backup: &Path) -> Vec<PathBuf> {
    let databases = parent_of(backup);
    let candidates = [
        databases.join("../Backups"),
        databases.join("Backups"),
        databases.to_owned(),
    ];
    candidates
        .iter()
        .filter_map(|folder| folder.canonicalize().ok())
        .collect()
}

#[cfg(test)]
mod tests;
