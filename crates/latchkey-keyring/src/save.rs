//! Putting a keyring on disk so that at every moment one that opens is there.
//!
//! Order: write beside, sync, read back and prove; keep the old file as `….previous`; rename over; sync the folder;
//! read again in its place; only then drop the old one (docs/keyring-format.md 8).

use std::ffi::{OsStr, OsString};
use std::fs::{File, OpenOptions};
use std::io::{Error, ErrorKind, Write};
use std::path::{Path, PathBuf};

/// How the name of a keyring begins and ends while it is being written.
const UNFINISHED: (&str, &str) = (".keyring-", ".unfinished");

/// Why a keyring was not written. The one that was there is still there, but for [`Self::SavedButNotSynced`].
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum SaveKeyringError {
    /// The disk is full.
    #[error("no space for the keyring")]
    NoSpace {
        /// Bytes it needs.
        needed: u64,
    },
    /// The folder may not be written.
    #[error("the keyring may not be written there")]
    Permission(#[source] Error),
    /// Writing failed.
    #[error("writing the keyring failed")]
    Io(#[source] Error),
    /// What was read back is not what was written, or does not open.
    #[error("the written keyring did not prove itself")]
    NotProven,
    /// It would be longer than any reader takes (1 MiB): too many slots and keys.
    #[error("the keyring would be too long")]
    TooLarge,
    /// The generation has reached its highest number.
    #[error("the keyring cannot count further changes")]
    GenerationsUsedUp,
    /// It is in its place and opens, but the system did not confirm that it stays after a power cut, or what was there
    /// before was not cleared away.
    #[error("the keyring is written, but the disk did not confirm it")]
    SavedButNotSynced(#[source] Error),
}

impl SaveKeyringError {
    /// Whether the new keyring is in its place all the same: whoever changed it goes on with the new one.
    #[must_use]
    pub fn is_in_place(&self) -> bool {
        matches!(self, Self::SavedButNotSynced(_))
    }
}

/// Where the last generation is kept while a new one is being proved.
#[must_use]
pub fn previous_of(path: &Path) -> PathBuf {
    let mut name = path.file_name().map(OsString::from).unwrap_or_default();
    name.push(".previous");
    path.with_file_name(name)
}

/// Drops the last generation that an interrupted save left: call it when the keyring at `path` has been opened.
///
/// # Errors
/// The file is there and cannot be removed.
pub fn discard_previous(path: &Path) -> std::io::Result<()> {
    match std::fs::remove_file(previous_of(path)) {
        Err(error) if error.kind() != ErrorKind::NotFound => Err(error),
        _ => Ok(()),
    }
}

/// A file name that only a save that was cut off leaves: a whole keyring, or a part of one.
#[must_use]
pub fn is_unfinished(name: &OsStr) -> bool {
    let name = name.to_string_lossy();
    name.starts_with(UNFINISHED.0) && name.ends_with(UNFINISHED.1)
}

/// Drops what saves of the keyring at `path` that were cut off have left. Call it where nobody else can be saving.
///
/// # Errors
/// The folder cannot be read or a file not removed.
pub fn discard_unfinished(path: &Path) -> std::io::Result<()> {
    for entry in std::fs::read_dir(folder_of(path))? {
        let entry = entry?;
        if is_unfinished(&entry.file_name()) && entry.file_type()?.is_file() {
            std::fs::remove_file(entry.path())?;
        }
    }
    Ok(())
}

fn folder_of(path: &Path) -> &Path {
    path.parent()
        .filter(|p| !p.as_os_str().is_empty())
        .unwrap_or(Path::new("."))
}

/// Puts `bytes` at `path`; `proves` judges what is read back.
pub(crate) fn publish(
    path: &Path,
    bytes: &[u8],
    proves: &dyn Fn(&[u8]) -> bool,
) -> Result<(), SaveKeyringError> {
    let failed = |error| save_error(error, bytes.len() as u64);
    let folder = folder_of(path);
    let mut beside = tempfile::Builder::new()
        .prefix(UNFINISHED.0)
        .suffix(UNFINISHED.1)
        .tempfile_in(folder)
        .map_err(failed)?;
    beside.write_all(bytes).map_err(failed)?;
    beside.as_file().sync_all().map_err(failed)?;
    prove(beside.path(), bytes, proves)?;
    keep_previous(path, folder).map_err(failed)?;
    beside.persist(path).map_err(|error| failed(error.error))?;
    // From here on it has happened.
    let unsure = SaveKeyringError::SavedButNotSynced;
    let synced = sync_folder(folder);
    // The same bytes opened a moment ago.
    match prove(path, bytes, &|_| true) {
        Err(SaveKeyringError::Io(error)) => return Err(unsure(error)),
        other => other?,
    }
    synced.map_err(unsure)?;
    // The new one is in its place and opens; a leftover old one would only be one more thing to explain.
    discard_previous(path).map_err(unsure)?;
    sync_folder(folder).map_err(unsure)
}

fn prove(
    path: &Path,
    bytes: &[u8],
    proves: &dyn Fn(&[u8]) -> bool,
) -> Result<(), SaveKeyringError> {
    let found = std::fs::read(path).map_err(SaveKeyringError::Io)?;
    match found == bytes && proves(&found) {
        true => Ok(()),
        false => Err(SaveKeyringError::NotProven),
    }
}

/// A second name for the old file, or a synced copy where the file system has no second names (sticks).
fn keep_previous(path: &Path, folder: &Path) -> std::io::Result<()> {
    let previous = previous_of(path);
    // After a save that was cut off the second name can be the only one: it stays until ours is in its place.
    if !path.try_exists()? {
        return Ok(());
    }
    discard_previous(path)?;
    match std::fs::hard_link(path, &previous) {
        Ok(()) => {}
        Err(error) if error.kind() == ErrorKind::NotFound => return Ok(()),
        Err(_) => {
            copy_anew(path, &previous)?;
        }
    }
    sync_folder(folder)
}

/// Copies to a file that must not be there yet: what somebody else puts in its place meanwhile is not followed.
fn copy_anew(from: &Path, to: &Path) -> std::io::Result<()> {
    let mut options = OpenOptions::new();
    options.write(true).create_new(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    let mut copy = options.open(to)?;
    std::io::copy(&mut File::open(from)?, &mut copy)?;
    copy.sync_all()
}

#[cfg(unix)]
fn sync_folder(folder: &Path) -> std::io::Result<()> {
    File::open(folder)?.sync_all()
}

#[cfg(not(unix))]
fn sync_folder(_folder: &Path) -> std::io::Result<()> {
    Ok(())
}

fn save_error(error: Error, needed: u64) -> SaveKeyringError {
    match error.kind() {
        ErrorKind::StorageFull | ErrorKind::QuotaExceeded => SaveKeyringError::NoSpace { needed },
        ErrorKind::PermissionDenied | ErrorKind::ReadOnlyFilesystem => {
            SaveKeyringError::Permission(error)
        }
        _ => SaveKeyringError::Io(error),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_copy_follows_no_link_and_is_for_its_owner_alone() {
        let folder = tempfile::tempdir().unwrap();
        let place = |name: &str| folder.path().join(name);
        std::fs::write(place("from"), b"keyring").unwrap();
        std::os::unix::fs::symlink(place("elsewhere"), place("link")).unwrap();
        assert!(copy_anew(&place("from"), &place("link")).is_err());
        assert!(!place("elsewhere").exists());
        copy_anew(&place("from"), &place("copy")).unwrap();
        assert_eq!(std::fs::read(place("copy")).unwrap(), b"keyring");
        let mode = std::fs::metadata(place("copy")).unwrap().permissions();
        assert_eq!(
            std::os::unix::fs::PermissionsExt::mode(&mode) & 0o777,
            0o600
        );
    }

    #[test]
    fn a_keyring_that_is_in_its_place_is_told_from_one_that_is_not() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("keyring");
        std::fs::write(&path, b"old").unwrap();
        // While the new one is proved, something that cannot be removed takes the place of the old one's second name.
        let in_the_way =
            |_: &[u8]| std::fs::create_dir_all(previous_of(&path).join("full")).is_ok();
        let refused = publish(&path, b"new", &in_the_way).unwrap_err();
        assert!(!refused.is_in_place());
        assert_eq!(std::fs::read(&path).unwrap(), b"old");
        // Where there was no old one, only clearing away fails.
        std::fs::remove_file(&path).unwrap();
        let unsure = publish(&path, b"new", &in_the_way).unwrap_err();
        assert!(unsure.is_in_place());
        assert_eq!(std::fs::read(&path).unwrap(), b"new");
    }
}
