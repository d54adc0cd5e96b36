//! What a PATH names: the folder of a history, or a keyring file that lies alone.

use crate::enrolment::KitPlace;
use crate::failure::Failure;
use crate::home::Home;
use crate::unlock;
use latchkey_keyring::{FILE_NAME, LockedKeyring};
use std::path::{Path, PathBuf};

/// What a PATH names.
pub(super) enum Place {
    /// The folder of a history.
    History(PathBuf),
    /// A keyring file that lies alone.
    File(PathBuf),
}

impl Place {
    pub(super) fn of(path: &Path) -> Self {
        if path.is_dir() {
            return Self::History(path.to_owned());
        }
        // What a link names is meant: writing would put a file of its own in the link's place.
        let file = match path.is_symlink() {
            true => path.canonicalize().unwrap_or_else(|_| path.to_owned()),
            false => path.to_owned(),
        };
        match file.parent() {
            Some(dir)
                if file.ends_with(FILE_NAME) && dir.join(latchkey_index::TABLES_FILE).exists() =>
            {
                let is_here = dir.as_os_str().is_empty();
                Self::History(if is_here { Path::new(".") } else { dir }.to_owned())
            }
            _ => Self::File(file),
        }
    }

    pub(super) fn path(&self) -> &Path {
        match self {
            Self::History(path) | Self::File(path) => path,
        }
    }

    /// Where a kit for it goes.
    pub(super) fn kit<'a>(&'a self, file: Option<&'a Path>) -> KitPlace<'a> {
        KitPlace {
            file,
            index: self.path(),
            alone: matches!(self, Self::File(_)),
            backup: None,
        }
    }

    /// The keyring as it lies there.
    pub(super) fn read(&self) -> Result<LockedKeyring, Failure> {
        match self {
            Self::History(dir) => unlock::read_keyring(dir),
            Self::File(path) => {
                LockedKeyring::read(path).map_err(|error| Failure::from(error).at(path))
            }
        }
    }

    /// Refuses a file that may be the copy of a history's keyring: without its databases the key of the index would be
    /// lost to it, and the history's own keyring would stay as it is.
    pub(super) fn require_no_history(&self, standalone: bool, home: &Home) -> Result<(), Failure> {
        let Self::File(path) = self else {
            return Ok(());
        };
        if standalone {
            return Ok(());
        }
        let locked = self.read()?;
        let folder = home.data_folder()?;
        let id = locked.id();
        let mut histories = folder.list()?.into_iter().chain(folder.resting()?);
        let is_known = folder.seen().last_opened(id).is_some()
            || histories.any(|history| history.keyring.as_deref() == Some(id));
        match is_known {
            true => Err(Failure::usage("keyring_of_history").at(path)),
            false => Ok(()),
        }
    }
}
