//! Where a recovery kit must not be saved: with what it opens, or where a program copies it to a cloud.
//!
//! Judged by the path as it is written and by where its links lead. A cloud folder that hides its name and its marks is
//! not recognised; printing stays the first choice for a reason.

mod cloud;

use std::ffi::OsString;
use std::path::{Path, PathBuf};

use crate::code::{ErrorCode, HasCode};
use crate::disk::parent_of;

/// Why a kit is not to be saved in a place.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum KitPlaceError {
    /// It would lie in the folder of the chats that it opens.
    #[error("the kit would lie with the chats it opens")]
    InsideIndex,
    /// It would lie in the folder of the backup that it opens.
    #[error("the kit would lie with the backup it opens")]
    BesideBackup,
    /// A program copies that folder to a cloud.
    #[error("the folder is copied to a cloud: {provider}")]
    CloudFolder {
        /// Whose.
        provider: &'static str,
    },
}

impl HasCode for KitPlaceError {
    fn code(&self) -> ErrorCode {
        ErrorCode::Usage
    }
}

/// Whether a recovery kit may be saved as `path`: not inside `index_dir` (a history's folder, or the folder of all
/// histories), not in the folder of `backup` or below it, not in a folder that is known to be copied to a cloud.
///
/// # Errors
/// [`KitPlaceError`].
pub fn kit_place(
    path: &Path,
    index_dir: &Path,
    backup: Option<&Path>,
) -> Result<(), KitPlaceError> {
    let written = absolute(path);
    // A link in the kit's own place would be written through.
    let places = [real(&written), real(parent_of(&written)), written];
    let lies_in = |folder: &Path| {
        let folders = [absolute(folder), real(folder)];
        let inside = |place: &PathBuf| folders.iter().any(|folder| place.starts_with(folder));
        places.iter().any(inside)
    };
    if lies_in(index_dir) {
        return Err(KitPlaceError::InsideIndex);
    }
    if backup.is_some_and(|backup| lies_in(parent_of(&absolute(backup)))) {
        return Err(KitPlaceError::BesideBackup);
    }
    match places.iter().find_map(|place| cloud::provider_of(place)) {
        Some(provider) => Err(KitPlaceError::CloudFolder { provider }),
        None => Ok(()),
    }
}

fn absolute(path: &Path) -> PathBuf {
    std::path::absolute(path).unwrap_or_else(|_| path.to_owned())
}

/// Where a path leads: links followed as far as it is there, the rest as it is written.
fn real(path: &Path) -> PathBuf {
    let (mut there, mut rest) = (absolute(path), Vec::<OsString>::new());
    loop {
        if let Ok(found) = there.canonicalize() {
            return rest.iter().rev().fold(found, |path, part| path.join(part));
        }
        // A link to nothing yet: where it would make its file.
        let leads_to = std::fs::read_link(&there).ok();
        match (leads_to, there.file_name().map(OsString::from)) {
            (Some(target), _) if rest.len() < MAX_DEPTH => {
                there = parent_of(&there).join(target);
                rest.push(OsString::new());
            }
            (_, Some(name)) => {
                rest.push(name);
                there.pop();
            }
            _ => return absolute(path),
        }
    }
}

/// More links than that lead nowhere.
const MAX_DEPTH: usize = 64;

#[cfg(test)]
mod tests;
