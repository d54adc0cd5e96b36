//! Exports that were cut off: found again, resumed or deleted. A finished export has nothing of this.

pub(crate) mod journal;

use std::fs::{File, OpenOptions, TryLockError};
use std::io;
use std::os::unix::fs::{DirBuilderExt as _, OpenOptionsExt as _};
use std::path::{Path, PathBuf};

use latchkey_restore::{rename_folder, sync_folder};

use self::journal::Journal;
use crate::error::ExportError;
use crate::output::OWN_FOLDER;
use crate::request::{ExportRequest, FormatName};

/// What an export is called while it is written.
const ENDING: &str = ".unfinished";
const LOCK: &str = "lock";

/// An export that was cut off.
#[derive(Debug, Clone, PartialEq)]
pub struct Unfinished {
    /// Its folder: `NAME.unfinished`.
    pub path: PathBuf,
    /// What was asked for, but for the rules of what is left out: they are given again.
    pub request: ExportRequest,
    /// The history that it is of, hexadecimal.
    pub history: String,
    /// When it was begun, milliseconds UTC.
    pub begun: i64,
    /// Messages that need not be written again.
    pub done: u64,
    /// Of so many.
    pub total: u64,
    /// It followed rules, which have to be the same.
    pub redacted: bool,
    /// Somebody is writing it now.
    pub in_use: bool,
}

impl Unfinished {
    /// The unfinished export in a folder.
    ///
    /// # Errors
    /// [`ExportError::NotUnfinished`] for any other folder; else what the system says.
    pub fn read(path: &Path) -> Result<Self, ExportError> {
        let not_ours = || ExportError::NotUnfinished {
            path: path.to_owned(),
        };
        if final_name(path).is_none() {
            return Err(not_ours());
        }
        let read = Journal::read(path).map_err(|error| ExportError::io(path, error))?;
        let journal = read.ok_or_else(not_ours)?;
        Ok(Self {
            path: path.to_owned(),
            request: journal.head.request,
            history: journal.head.history,
            begun: journal.head.begun,
            done: journal.last.map_or(0, |last| last.counts.chosen),
            total: journal.head.total,
            redacted: journal.head.redaction.is_some(),
            in_use: matches!(lock(path), Err(ExportError::InUse { .. })),
        })
    }

    /// Which format it is in.
    #[must_use]
    pub fn format(&self) -> FormatName {
        self.request.format
    }

    /// Deletes it.
    ///
    /// # Errors
    /// [`ExportError::InUse`]; else what the system says.
    pub fn delete(self) -> Result<(), ExportError> {
        let _lock = lock(&self.path)?;
        remove(&self.path)
    }
}

/// The unfinished exports directly in these folders; a folder that cannot be read has none.
#[must_use]
pub fn unfinished(folders: &[PathBuf]) -> Vec<Unfinished> {
    let entries = folders.iter().filter_map(|folder| folder.read_dir().ok());
    let mut found: Vec<Unfinished> = entries
        .flat_map(|entries| entries.flatten())
        .filter(|entry| entry.file_name().to_string_lossy().ends_with(ENDING))
        .filter_map(|entry| Unfinished::read(&entry.path()).ok())
        .collect();
    found.sort_by(|one, other| one.path.cmp(&other.path));
    found
}

/// The folder that an export of this name is written in.
pub(crate) fn unfinished_name(out: &Path) -> PathBuf {
    let mut name = out.file_name().unwrap_or_default().to_owned();
    name.push(ENDING);
    out.with_file_name(name)
}

/// The folder that an unfinished export becomes.
pub(crate) fn final_name(unfinished: &Path) -> Option<PathBuf> {
    let name = unfinished.file_name()?.to_str()?;
    let name = name.strip_suffix(ENDING).filter(|name| !name.is_empty())?;
    Some(unfinished.with_file_name(name))
}

/// A folder that is being written, held alone.
#[derive(Debug)]
pub(crate) struct Place {
    pub(crate) folder: PathBuf,
    pub(crate) out: PathBuf,
    _lock: File,
}

impl Place {
    /// Makes the folder of a new export.
    pub(crate) fn make(out: &Path) -> Result<Self, ExportError> {
        let folder = unfinished_name(out);
        if folder.symlink_metadata().is_ok() {
            return Err(match Unfinished::read(&folder) {
                Ok(there) if there.in_use => ExportError::InUse { path: folder },
                Ok(_) => ExportError::Unfinished { path: folder },
                Err(_) => ExportError::AlreadyExists { path: folder },
            });
        }
        if out.symlink_metadata().is_ok() {
            return Err(ExportError::AlreadyExists {
                path: out.to_owned(),
            });
        }
        let mut builder = std::fs::DirBuilder::new();
        builder.mode(0o700);
        for part in [folder.clone(), folder.join(OWN_FOLDER)] {
            builder
                .create(&part)
                .map_err(|source| match source.kind() {
                    io::ErrorKind::AlreadyExists => {
                        ExportError::AlreadyExists { path: part.clone() }
                    }
                    _ => ExportError::io(&part, source),
                })?;
        }
        Ok(Self {
            _lock: lock(&folder)?,
            out: out.to_owned(),
            folder,
        })
    }

    /// Takes the folder of an unfinished export.
    pub(crate) fn take(folder: &Path) -> Result<Self, ExportError> {
        let out = final_name(folder).ok_or_else(|| ExportError::NotUnfinished {
            path: folder.to_owned(),
        })?;
        if out.symlink_metadata().is_ok() {
            return Err(ExportError::AlreadyExists { path: out });
        }
        Ok(Self {
            _lock: lock(folder)?,
            out,
            folder: folder.to_owned(),
        })
    }

    /// The export is whole: it gets its name.
    pub(crate) fn publish(self) -> Result<PathBuf, ExportError> {
        let own = self.folder.join(OWN_FOLDER);
        std::fs::remove_dir_all(&own).map_err(|source| ExportError::io(&own, source))?;
        sync_folder(&self.folder).map_err(|source| ExportError::io(&self.folder, source))?;
        rename_folder(&self.folder, &self.out).map_err(|source| match source.kind() {
            io::ErrorKind::AlreadyExists => ExportError::AlreadyExists {
                path: self.out.clone(),
            },
            _ => ExportError::io(&self.out, source),
        })?;
        Ok(self.out)
    }

    /// Nothing of it is worth keeping.
    pub(crate) fn discard(self) {
        if let Err(error) = remove(&self.folder) {
            tracing::warn!(%error, "an export that failed could not be removed");
        }
    }
}

/// The journal goes last: what is cut off while it is deleted is still known as an unfinished export.
fn remove(folder: &Path) -> Result<(), ExportError> {
    let failed = |source| ExportError::io(folder, source);
    for entry in folder.read_dir().map_err(failed)? {
        let path = entry.map_err(failed)?.path();
        if path.file_name().is_some_and(|name| name == OWN_FOLDER) {
            continue;
        }
        let is_folder = path.symlink_metadata().is_ok_and(|found| found.is_dir());
        let removed = match is_folder {
            true => std::fs::remove_dir_all(&path),
            false => std::fs::remove_file(&path),
        };
        removed.map_err(failed)?;
    }
    std::fs::remove_dir_all(folder).map_err(failed)
}

/// Nobody else writes it until the file is dropped.
fn lock(folder: &Path) -> Result<File, ExportError> {
    let path = folder.join(OWN_FOLDER).join(LOCK);
    let mut options = OpenOptions::new();
    options
        .read(true)
        .write(true)
        .create(true)
        .truncate(false)
        .mode(0o600)
        .custom_flags(rustix::fs::OFlags::NOFOLLOW.bits().cast_signed());
    let file = options
        .open(&path)
        .map_err(|source| ExportError::io(folder, source))?;
    match file.try_lock() {
        Ok(()) => Ok(file),
        Err(TryLockError::WouldBlock) => Err(ExportError::InUse {
            path: folder.to_owned(),
        }),
        Err(TryLockError::Error(source)) => Err(ExportError::io(folder, source)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_export_has_one_name_before_and_one_after() {
        let out = Path::new("/a/my chats");
        let folder = unfinished_name(out);
        assert_eq!(folder, Path::new("/a/my chats.unfinished"));
        assert_eq!(final_name(&folder).as_deref(), Some(out));
        assert_eq!(final_name(out), None);
        assert_eq!(final_name(Path::new("/a/.unfinished")), None);
    }

    #[test]
    fn nothing_is_taken_that_is_no_unfinished_export() {
        let folder = tempfile::tempdir().unwrap();
        let other = folder.path().join("pictures.unfinished");
        std::fs::create_dir(&other).unwrap();
        assert!(matches!(
            Unfinished::read(&other),
            Err(ExportError::NotUnfinished { .. })
        ));
        assert!(unfinished(&[folder.path().to_owned()]).is_empty());
        let made = Place::make(&folder.path().join("pictures"));
        assert!(matches!(made, Err(ExportError::AlreadyExists { .. })));
    }
}
