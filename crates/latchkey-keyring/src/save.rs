//! Putting a keyring on disk so that at every moment one that opens is there.
//!
//! Order: write beside, sync, read back and prove; keep the old file as `….previous`; rename over; sync the folder;
//! read again in its place; only then drop the old one (docs/keyring-format.md 8).

use std::ffi::{OsStr, OsString};
use std::fs::File;
use std::io::{Error, ErrorKind, Write};
use std::path::{Path, PathBuf};

/// How the name of a keyring begins and ends while it is being written.
const UNFINISHED: (&str, &str) = (".keyring-", ".unfinished");

/// Why a keyring was not written. The one that was there is still there.
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
    sync_folder(folder).map_err(failed)?;
    // The same bytes opened a moment ago.
    prove(path, bytes, &|_| true)?;
    // The new one is in its place and opens; a leftover old one would only be one more thing to explain.
    discard_previous(path).map_err(failed)?;
    sync_folder(folder).map_err(failed)
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
            std::fs::copy(path, &previous)?;
            File::open(&previous)?.sync_all()?;
        }
    }
    sync_folder(folder)
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
