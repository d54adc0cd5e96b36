//! Decrypts into a file that appears whole or not at all: written without a name where the system can, so that
//! not even a killed process leaves plaintext behind; synced; then named without replacing anything.

use super::{DecryptError, DecryptProgress, DecryptReport, Limits, decrypt};
use crate::files::is_permission;
use crate::key::BackupKey;
use std::fs::File;
use std::io::{self, Write};
use std::ops::ControlFlow;
use std::path::Path;
use tempfile::{Builder, NamedTempFile, PersistError};

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
    let file = Unpublished::create(folder).map_err(at)?;
    let verified =
        decrypt(backup, key, file, &limits, on_progress).map_err(|error| match error {
            DecryptError::Write { source } => at(source),
            other => other,
        })?;
    verified
        .inner
        .publish(folder, out)
        .map_err(|error| match error.kind() {
            io::ErrorKind::AlreadyExists => already(out),
            _ => at(error),
        })?;
    // The name must survive a power cut, too; not every file system can promise it.
    if let Ok(folder) = File::open(folder) {
        let _ = folder.sync_all();
    }
    Ok(verified.report)
}

/// An output that is not there yet.
enum Unpublished {
    /// Without any name: gone when the process is.
    Nameless(File),
    /// Under a name of its own, where the file system knows no nameless files.
    Named(NamedTempFile),
}

impl Unpublished {
    fn create(folder: &Path) -> io::Result<Self> {
        match nameless(folder) {
            Some(file) => Ok(Self::Nameless(file)),
            None => named(folder).map(Self::Named),
        }
    }

    /// Puts the content on the disk and gives it its name, unless something has that name.
    fn publish(self, folder: &Path, out: &Path) -> io::Result<()> {
        let mut file = match self {
            Self::Named(file) => return persist(file, out),
            Self::Nameless(file) => file,
        };
        file.sync_all()?;
        match give_name(&file, out) {
            Err(error) if error.kind() != io::ErrorKind::AlreadyExists => {
                // The file system made a nameless file and cannot name it: its verified content is copied.
                let mut copy = named(folder)?;
                io::Seek::rewind(&mut file)?;
                io::copy(&mut file, copy.as_file_mut())?;
                persist(copy, out)
            }
            other => other,
        }
    }
}

impl Write for Unpublished {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        match self {
            Self::Nameless(file) => file.write(bytes),
            Self::Named(file) => file.write(bytes),
        }
    }

    fn flush(&mut self) -> io::Result<()> {
        match self {
            Self::Nameless(file) => file.flush(),
            Self::Named(file) => file.flush(),
        }
    }
}

fn named(folder: &Path) -> io::Result<NamedTempFile> {
    Builder::new()
        .prefix(".latchkey-")
        .suffix(".unfinished")
        .tempfile_in(folder)
}

fn persist(file: NamedTempFile, out: &Path) -> io::Result<()> {
    file.as_file().sync_all()?;
    file.persist_noclobber(out)
        .map(drop)
        .map_err(|PersistError { error, .. }| error)
}

/// A file without a name in this folder's file system, for the person alone (open(2), `O_TMPFILE`).
#[cfg(target_os = "linux")]
fn nameless(folder: &Path) -> Option<File> {
    use rustix::fs::{CWD, Mode, OFlags, openat};
    let flags = OFlags::TMPFILE | OFlags::RDWR | OFlags::CLOEXEC;
    let file = openat(CWD, folder, flags, Mode::RUSR | Mode::WUSR).ok()?;
    Some(File::from(file))
}

#[cfg(not(target_os = "linux"))]
fn nameless(_: &Path) -> Option<File> {
    None
}

/// Links a nameless file to `out`, which must not exist.
#[cfg(target_os = "linux")]
fn give_name(file: &File, out: &Path) -> io::Result<()> {
    use rustix::fs::{AtFlags, CWD, linkat};
    use std::os::fd::AsRawFd;
    let ours = format!("/proc/self/fd/{}", file.as_raw_fd());
    linkat(CWD, ours, CWD, out, AtFlags::SYMLINK_FOLLOW).map_err(io::Error::from)
}

#[cfg(not(target_os = "linux"))]
fn give_name(_: &File, _: &Path) -> io::Result<()> {
    Err(io::ErrorKind::Unsupported.into())
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
