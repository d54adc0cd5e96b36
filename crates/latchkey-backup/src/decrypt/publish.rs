//! Decrypts into a file that appears whole or not at all: written beside under a name of its own, synced,
//! renamed without replacing anything.

use super::{DecryptError, DecryptProgress, DecryptReport, Limits, decrypt};
use crate::files::is_permission;
use crate::key::BackupKey;
use std::fs::File;
use std::io;
use std::ops::ControlFlow;
use std::path::Path;
use tempfile::{Builder, PersistError};

/// Decrypts a backup into a new file, readable by the person alone.
///
/// The limits' free space is taken from the output's file system when the caller gives none.
///
/// # Errors
/// As [`decrypt`]; [`DecryptError::AlreadyExists`] when there is something at `out`, which is never touched.
pub fn decrypt_to_file(
    backup: &Path,
    key: &BackupKey,
    out: &Path,
    limits: &Limits,
    on_progress: &mut dyn FnMut(DecryptProgress) -> ControlFlow<()>,
) -> Result<DecryptReport, DecryptError> {
    let at = |source: io::Error| output_error(out, source);
    match out.symlink_metadata() {
        Ok(_) => return Err(already(out)),
        Err(error) if error.kind() == io::ErrorKind::NotFound => {}
        Err(error) => return Err(at(error)),
    }
    let folder = match out.parent() {
        Some(folder) if !folder.as_os_str().is_empty() => folder,
        _ => Path::new("."),
    };
    let limits = Limits {
        free_space: limits.free_space.or_else(|| free_space(folder)),
        ..*limits
    };
    let file = Builder::new()
        .prefix(".latchkey-")
        .suffix(".unfinished")
        .tempfile_in(folder)
        .map_err(at)?;
    let verified =
        decrypt(backup, key, file, &limits, on_progress).map_err(|error| match error {
            DecryptError::Write { source } => at(source),
            other => other,
        })?;
    let file = verified.inner;
    file.as_file().sync_all().map_err(at)?;
    file.persist_noclobber(out)
        .map_err(|PersistError { error, .. }| match error.kind() {
            io::ErrorKind::AlreadyExists => already(out),
            _ => at(error),
        })?;
    // The name must survive a power cut, too; not every file system can promise it.
    if let Ok(folder) = File::open(folder) {
        let _ = folder.sync_all();
    }
    Ok(verified.report)
}

fn already(out: &Path) -> DecryptError {
    let path = out.to_path_buf();
    DecryptError::AlreadyExists { path }
}

fn output_error(out: &Path, source: io::Error) -> DecryptError {
    let path = out.to_path_buf();
    if is_permission(&source) {
        DecryptError::Permission { path }
    } else {
        DecryptError::Io { path, source }
    }
}

/// The bytes a person may still write into a folder; `None` where the system does not say.
#[cfg(unix)]
fn free_space(folder: &Path) -> Option<u64> {
    let state = rustix::fs::statvfs(folder).ok()?;
    state.f_bavail.checked_mul(state.f_frsize)
}

#[cfg(not(unix))]
fn free_space(_: &Path) -> Option<u64> {
    None
}
