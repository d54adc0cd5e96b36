//! One writer: a lock file in each history's folder, which the system releases when its holder ends, however it ends.
//!
//! Readers share it, a writer holds it alone. On a disk that cannot be written there is nothing to guard.

use std::fs::{File, OpenOptions, TryLockError};
use std::io;
use std::path::Path;
use std::time::Duration;

/// Name of the lock file.
pub(crate) const LOCK_FILE: &str = "history.lock";

/// Name of the lock file for a change of the keyring, among those who have the history open.
pub(crate) const KEYRING_LOCK_FILE: &str = "keyring.lock";

/// How often, and after what pause, a reader asks again.
const PATIENCE: u32 = 20;
const PAUSE: Duration = Duration::from_millis(50);

/// How long, and after what pauses, a turn is waited for.
const LONGEST_WAIT: Duration = Duration::from_secs(5);
const TURN_PAUSE: Duration = Duration::from_millis(5);

/// Why a folder was not locked.
#[derive(Debug)]
pub(crate) enum LockError {
    InUse,
    Io(io::Error),
}

impl From<LockError> for io::Error {
    fn from(error: LockError) -> Self {
        match error {
            LockError::InUse => io::ErrorKind::ResourceBusy.into(),
            LockError::Io(source) => source,
        }
    }
}

/// A held lock; dropped, it is released.
#[derive(Debug)]
pub(crate) struct FolderLock {
    file: Option<File>,
    alone: bool,
}

impl FolderLock {
    /// None of its own: for a reader that lives as long as another one's lock. It can never be held alone.
    pub(crate) fn of_another() -> Self {
        Self {
            file: None,
            alone: false,
        }
    }

    /// For writing: nobody else has the folder open.
    pub(crate) fn alone(folder: &Path) -> Result<Self, LockError> {
        let file = open_lock(&folder.join(LOCK_FILE)).map_err(LockError::Io)?;
        file.try_lock().map_err(lock_error)?;
        Ok(Self {
            file: Some(file),
            alone: true,
        })
    }

    /// For reading: nobody writes. A folder on a read-only disk needs no lock.
    pub(crate) fn shared(folder: &Path) -> Result<Self, LockError> {
        let file = match open_lock(&folder.join(LOCK_FILE)) {
            Ok(file) => file,
            Err(error)
                if matches!(
                    error.kind(),
                    io::ErrorKind::PermissionDenied | io::ErrorKind::ReadOnlyFilesystem
                ) =>
            {
                return Ok(Self {
                    file: None,
                    alone: false,
                });
            }
            Err(error) => return Err(LockError::Io(error)),
        };
        share(&file)?;
        Ok(Self {
            file: Some(file),
            alone: false,
        })
    }

    /// Lets readers in again. Between the two states a writer may come first: then it is in use.
    pub(crate) fn share(mut self) -> Result<Self, LockError> {
        self.let_others_in()?;
        Ok(self)
    }

    /// As [`Self::share`], in its place.
    pub(crate) fn let_others_in(&mut self) -> Result<(), LockError> {
        if let Some(file) = self.file.as_ref().filter(|_| self.alone) {
            file.unlock().map_err(LockError::Io)?;
            self.alone = false;
            share(file)?;
        }
        Ok(())
    }

    /// Makes a shared lock one that is held alone; in use while there are other readers, and then it is shared as before.
    pub(crate) fn shut_others_out(&mut self) -> Result<(), LockError> {
        let file = self
            .file
            .as_ref()
            .ok_or_else(|| LockError::Io(io::ErrorKind::ReadOnlyFilesystem.into()))?;
        if self.alone {
            return Ok(());
        }
        file.unlock().map_err(LockError::Io)?;
        match file.try_lock() {
            Ok(()) => {
                self.alone = true;
                Ok(())
            }
            Err(error) => {
                share(file)?;
                Err(lock_error(error))
            }
        }
    }
}

/// Waits a little: another reader may hold it alone for the moment in which it opens.
fn share(file: &File) -> Result<(), LockError> {
    for _ in 0..PATIENCE {
        match file.try_lock_shared() {
            Err(TryLockError::WouldBlock) => std::thread::sleep(PAUSE),
            other => return other.map_err(lock_error),
        }
    }
    Err(LockError::InUse)
}

/// A turn at changing a small file that several programs change, until it is dropped. Turns are short: whoever has to
/// wait is let in when the other ends, however it ends.
#[derive(Debug)]
pub(crate) struct Turn {
    _file: File,
}

impl Turn {
    /// Waits for a turn, some seconds at most: whoever is stopped in the middle of one must not stop everybody. `path`
    /// is a lock file of its own, as the small file itself is replaced.
    pub(crate) fn wait(path: &Path) -> Result<Self, LockError> {
        Self::wait_at_most(path, LONGEST_WAIT)
    }

    fn wait_at_most(path: &Path, longest: Duration) -> Result<Self, LockError> {
        let file = open_lock(path).map_err(LockError::Io)?;
        let mut waited = Duration::ZERO;
        loop {
            match file.try_lock() {
                Ok(()) => return Ok(Self { _file: file }),
                Err(TryLockError::WouldBlock) if waited < longest => {}
                Err(error) => return Err(lock_error(error)),
            }
            std::thread::sleep(TURN_PAUSE);
            waited += TURN_PAUSE;
        }
    }
}

fn open_lock(path: &Path) -> io::Result<File> {
    let mut options = OpenOptions::new();
    options.read(true).write(true).create(true).truncate(false);
    #[cfg(unix)]
    {
        use std::os::unix::fs::OpenOptionsExt;
        options.mode(0o600).custom_flags(crate::disk::NO_LINK);
    }
    options.open(path)
}

fn lock_error(error: TryLockError) -> LockError {
    match error {
        TryLockError::WouldBlock => LockError::InUse,
        TryLockError::Error(error) => LockError::Io(error),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_link_in_the_lock_files_place_makes_nothing_elsewhere() {
        let folder = tempfile::tempdir().unwrap();
        let elsewhere = folder.path().join("elsewhere");
        std::os::unix::fs::symlink(&elsewhere, folder.path().join(LOCK_FILE)).unwrap();
        assert!(matches!(
            FolderLock::alone(folder.path()),
            Err(LockError::Io(_))
        ));
        assert!(!elsewhere.exists());
    }

    #[test]
    fn a_reader_becomes_the_writer_only_when_it_is_the_only_one() {
        let folder = tempfile::tempdir().unwrap();
        let mut first = FolderLock::shared(folder.path()).unwrap();
        let second = FolderLock::shared(folder.path()).unwrap();
        assert!(matches!(first.shut_others_out(), Err(LockError::InUse)));
        // It is a reader as before.
        assert!(matches!(
            FolderLock::alone(folder.path()),
            Err(LockError::InUse)
        ));
        drop(second);
        first.shut_others_out().unwrap();
        assert!(matches!(
            FolderLock::alone(folder.path()),
            Err(LockError::InUse)
        ));
        first.let_others_in().unwrap();
        FolderLock::shared(folder.path()).unwrap();
    }

    #[test]
    fn a_turn_that_does_not_come_is_not_waited_for_for_ever() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join(KEYRING_LOCK_FILE);
        let turn = Turn::wait(&path).unwrap();
        let short = Duration::from_millis(20);
        assert!(matches!(
            Turn::wait_at_most(&path, short),
            Err(LockError::InUse)
        ));
        drop(turn);
        Turn::wait(&path).unwrap();
    }

    #[test]
    fn one_writer_or_many_readers() {
        let folder = tempfile::tempdir().unwrap();
        let writer = FolderLock::alone(folder.path()).unwrap();
        assert!(matches!(
            FolderLock::shared(folder.path()),
            Err(LockError::InUse)
        ));
        let first = writer.share().unwrap();
        let second = FolderLock::shared(folder.path()).unwrap();
        assert!(matches!(
            FolderLock::alone(folder.path()),
            Err(LockError::InUse)
        ));
        drop((first, second));
        FolderLock::alone(folder.path()).unwrap();
    }
}
