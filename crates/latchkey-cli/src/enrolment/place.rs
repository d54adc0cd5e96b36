//! A file with a secret that the person asked for: theirs alone, never over another, taken back when the job fails.

use crate::failure::Failure;
use latchkey_restore::ErrorCode;
use std::fs::{File, OpenOptions};
use std::io::{self, Write};
use std::path::{Path, PathBuf};

/// A file that is removed unless it is kept.
pub(super) struct Written {
    path: PathBuf,
    kept: bool,
}

impl Written {
    /// The file stays.
    pub(super) fn keep(mut self) -> PathBuf {
        self.kept = true;
        self.path.clone()
    }
}

impl Drop for Written {
    fn drop(&mut self) {
        if !self.kept {
            let _ = std::fs::remove_file(&self.path);
        }
    }
}

/// Whether two files lie, or would lie, in one folder.
pub(super) fn in_one_folder(one: &Path, other: &Path) -> bool {
    let folder = |path: &Path| {
        let parent = path
            .parent()
            .filter(|parent| !parent.as_os_str().is_empty());
        parent.unwrap_or(Path::new(".")).canonicalize().ok()
    };
    folder(one).is_some_and(|found| folder(other) == Some(found))
}

/// Nothing stands at this path, not even a link to nothing.
pub(super) fn require_free(path: &Path) -> Result<(), Failure> {
    match path.symlink_metadata() {
        Ok(_) => Err(Failure::new(ErrorCode::AlreadyExists).at(path)),
        Err(_) => Ok(()),
    }
}

/// Writes a new file that only its owner can read, and makes sure that it is on the disk.
pub(super) fn write_private(path: &Path, content: &[u8]) -> Result<Written, Failure> {
    let failed = |error: io::Error| {
        let failure = Failure::of(&error).detail(&error.to_string());
        failure.at(path)
    };
    let mut file = create_new(path).map_err(failed)?;
    let written = Written {
        path: path.to_owned(),
        kept: false,
    };
    file.write_all(content)
        .and_then(|()| file.sync_all())
        .map_err(failed)?;
    Ok(written)
}

fn create_new(path: &Path) -> io::Result<File> {
    let mut options = OpenOptions::new();
    options.write(true).create_new(true);
    #[cfg(unix)]
    {
        use std::os::unix::fs::OpenOptionsExt;
        options.mode(0o600);
    }
    options.open(path)
}
