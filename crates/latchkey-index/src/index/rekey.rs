//! A new key for an index: both databases written anew under it beside the old ones, proved, and renamed into place.
//!
//! Until the renaming nothing of the index has changed; during it each database is whole under one of the two keys. The
//! caller keeps both keys until [`Index::rekey`] or [`Rekeyed::put_in_place`] has returned, and holds the folder alone.

use std::fs::File;
use std::ops::ControlFlow;
use std::path::{Path, PathBuf};

use rusqlite::backup::{Backup, StepResult};
use rusqlite::{Connection, ffi};

use super::{Index, Keys, SEARCH_FILE, TABLES_FILE, create_private_file, read_version};
use crate::cipher::{self, Access};
use crate::error::{OpenIndexError, RekeyIndexError};
use crate::key::{IndexKey, SubKey};

/// What a database is called while it is written under another key.
const ENDING: &str = ".rekeyed";

/// What may be left beside a database where something was cut off.
const ENDINGS: [&str; 2] = [ENDING, super::upgrading::ENDING];

/// What SQLite calls a database, and its own files beside it.
const SQLITE_ENDINGS: [&str; 4] = ["", "-journal", "-wal", "-shm"];

/// Pages written between two looks at whether to go on: 4 MiB.
const STEP: i32 = 256;

/// The databases under another key, whole and proved, waiting beside the ones they replace. Dropped, they are removed.
#[must_use = "the databases still have their old key"]
pub struct Rekeyed {
    dir: PathBuf,
    /// What waits; a database that was under the new key before is not among them.
    waiting: Vec<&'static str>,
}

impl std::fmt::Debug for Rekeyed {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Rekeyed")
    }
}

impl Index {
    /// Writes the databases in `dir` anew under the key `to`, beside the old ones, reads them back, and leaves both as
    /// they are. A database that is under `to` already needs nothing; a text index that fits neither key is left out:
    /// it is rebuilt at the next opening. `on_progress` gets bytes written and bytes altogether; `Break` cancels.
    ///
    /// # Errors
    /// [`RekeyIndexError`]; what was written is removed again.
    pub fn write_rekeyed(
        dir: &Path,
        from: &IndexKey,
        to: &IndexKey,
        on_progress: &mut dyn FnMut(u64, u64) -> ControlFlow<()>,
    ) -> Result<Rekeyed, RekeyIndexError> {
        remove_leftovers(dir)?;
        let (from, to) = (Keys::of(from), Keys::of(to));
        let mut rekeyed = Rekeyed {
            dir: dir.to_owned(),
            waiting: Vec::new(),
        };
        let mut steps = Steps {
            before: 0,
            total: length(&dir.join(TABLES_FILE)) + length(&dir.join(SEARCH_FILE)),
            on_progress,
        };
        for (file, from, to) in [
            (TABLES_FILE, &from.tables, &to.tables),
            (SEARCH_FILE, &from.search, &to.search),
        ] {
            let path = dir.join(file);
            if fits(&path, to) {
                continue;
            }
            let source = match open_source(&path, from) {
                Ok(source) => source,
                // Derived, and read by nobody as it is.
                Err(_) if file == SEARCH_FILE => continue,
                Err(error) => return Err(error),
            };
            rekeyed.waiting.push(file);
            write(&source, &beside(&path), to, &mut steps)?;
            drop(source);
            forget_journal(&path)?;
        }
        File::open(dir)?.sync_all()?;
        Ok(rekeyed)
    }

    /// Changes the key of the index in `dir`, or finishes a change that was cut off: [`Index::write_rekeyed`], then
    /// [`Rekeyed::put_in_place`].
    ///
    /// # Errors
    /// [`RekeyIndexError`]; each database is then whole under one of the two keys.
    pub fn rekey(
        dir: &Path,
        from: &IndexKey,
        to: &IndexKey,
        on_progress: &mut dyn FnMut(u64, u64) -> ControlFlow<()>,
    ) -> Result<(), RekeyIndexError> {
        Self::write_rekeyed(dir, from, to, on_progress)?.put_in_place()
    }

    /// Opens an index for reading whose key is being changed: each database under whichever of the two keys fits.
    ///
    /// # Errors
    /// As [`Index::open`].
    pub fn open_read_only_with_either(
        dir: &Path,
        current: &IndexKey,
        next: &IndexKey,
    ) -> Result<Self, OpenIndexError> {
        let (mut keys, next) = (Keys::of(current), Keys::of(next));
        if fits(&dir.join(TABLES_FILE), &next.tables) {
            keys.tables = next.tables;
        }
        if fits(&dir.join(SEARCH_FILE), &next.search) {
            keys.search = next.search;
        }
        Self::open_read_only_under(dir, keys)
    }

    /// Bytes of free space that changing the key of the index in `dir` to `to` takes for a while; nothing where that has
    /// been done.
    #[must_use]
    pub fn rekey_space(dir: &Path, to: &IndexKey) -> u64 {
        let to = Keys::of(to);
        let files = [(TABLES_FILE, &to.tables), (SEARCH_FILE, &to.search)];
        let lengths = files.map(|(file, key)| match fits(&dir.join(file), key) {
            true => 0,
            false => length(&dir.join(file)),
        });
        match lengths.iter().sum() {
            0 => 0,
            // Room for the file system's own bookkeeping.
            bytes => bytes + (1 << 20),
        }
    }

    /// Removes what a change of the key or of the version that was cut off has left beside the databases. Call it where
    /// nobody else can be changing it.
    ///
    /// # Errors
    /// What the file system says.
    pub fn remove_rekey_leftovers(dir: &Path) -> std::io::Result<()> {
        remove_leftovers(dir)
    }

    /// Whether a file name is that of one of the databases, or of what SQLite keeps beside them.
    #[must_use]
    pub fn is_database_file(name: &std::ffi::OsStr) -> bool {
        let name = name.to_string_lossy();
        [TABLES_FILE, SEARCH_FILE].iter().any(|file| {
            let rest = name.strip_prefix(file);
            rest.is_some_and(|rest| SQLITE_ENDINGS.contains(&rest))
        })
    }

    /// Whether a file name is one that only a change of the key or of the version that was cut off leaves.
    #[must_use]
    pub fn is_rekey_leftover(name: &std::ffi::OsStr) -> bool {
        let name = name.to_string_lossy();
        [TABLES_FILE, SEARCH_FILE].iter().any(|file| {
            let rest = name.strip_prefix(file).unwrap_or_default();
            let mut endings = ENDINGS.iter();
            let rest = endings.find_map(|ending| rest.strip_prefix(ending));
            rest.is_some_and(|rest| SQLITE_ENDINGS.contains(&rest))
        })
    }
}

impl Rekeyed {
    /// Renames the databases into their places, one after the other, and makes it survive a power cut.
    ///
    /// # Errors
    /// What the file system says; each database is then whole under one of the two keys.
    pub fn put_in_place(mut self) -> Result<(), RekeyIndexError> {
        for file in std::mem::take(&mut self.waiting) {
            let path = self.dir.join(file);
            std::fs::rename(beside(&path), &path)?;
        }
        File::open(&self.dir)?.sync_all()?;
        Ok(())
    }
}

impl Drop for Rekeyed {
    fn drop(&mut self) {
        if let Err(error) = remove_leftovers(&self.dir) {
            tracing::warn!(kind = %error.kind(), "databases under another key could not be removed");
        }
    }
}

/// How far it is, over both databases.
struct Steps<'a> {
    before: u64,
    total: u64,
    on_progress: &'a mut dyn FnMut(u64, u64) -> ControlFlow<()>,
}

impl Steps<'_> {
    fn at(&mut self, bytes: u64) -> Result<(), RekeyIndexError> {
        let done = (self.before + bytes).min(self.total);
        match (self.on_progress)(done, self.total) {
            ControlFlow::Continue(()) => Ok(()),
            ControlFlow::Break(()) => Err(RekeyIndexError::Cancelled),
        }
    }
}

fn beside(path: &Path) -> PathBuf {
    with_ending(path, ENDING)
}

pub(super) fn with_ending(path: &Path, ending: &str) -> PathBuf {
    let mut name = path.as_os_str().to_owned();
    name.push(ending);
    PathBuf::from(name)
}

fn length(path: &Path) -> u64 {
    path.symlink_metadata().map_or(0, |found| found.len())
}

/// The database opens under this key.
pub(crate) fn fits(path: &Path, key: &SubKey) -> bool {
    cipher::open(path, key, Access::Read).is_ok_and(|found| read_version(&found).is_ok())
}

/// Opened for writing, so that what a crash left in a journal is rolled back before it is read; whole.
fn open_source(path: &Path, key: &SubKey) -> Result<Connection, RekeyIndexError> {
    let source = cipher::open(path, key, Access::Write)?;
    read_version(&source)?;
    require_authentic(&source)?;
    Ok(source)
}

/// Writes a database under another key as `path`, synced and read back.
fn write(
    source: &Connection,
    path: &Path,
    key: &SubKey,
    steps: &mut Steps<'_>,
) -> Result<(), RekeyIndexError> {
    create_private_file(path)?;
    let mut target = cipher::open(path, key, Access::Create)?;
    // A file that is thrown away when this does not come to its end.
    cipher::set(&target, "PRAGMA journal_mode = OFF")?;
    cipher::set(&target, "PRAGMA synchronous = OFF")?;
    let page_size = u64::from(crate::key::FORMAT.page_size);
    let written = {
        let backup = Backup::new(source, &mut target)?;
        loop {
            let step = backup.step(STEP)?;
            let state = backup.progress();
            let pages = u64::try_from(state.pagecount - state.remaining).unwrap_or(0);
            steps.at(pages * page_size)?;
            match step {
                StepResult::Done => break pages * page_size,
                StepResult::More => {}
                _ => return Err(RekeyIndexError::InUse),
            }
        }
    };
    drop(target);
    File::open(path)?.sync_all()?;
    prove(source, path, key)?;
    steps.before += written;
    Ok(())
}

/// Read back from the disk: every page authentic, and as many as the source has, of the same version.
fn prove(source: &Connection, path: &Path, key: &SubKey) -> Result<(), RekeyIndexError> {
    let written = cipher::open(path, key, Access::Read)?;
    let number = |database: &Connection, pragma: &str| -> rusqlite::Result<i64> {
        database.query_row(&format!("PRAGMA {pragma}"), [], |row| row.get(0))
    };
    for pragma in ["user_version", "page_count"] {
        if number(&written, pragma)? != number(source, pragma)? {
            return Err(RekeyIndexError::CopyDiffers);
        }
    }
    require_authentic(&written).map_err(|_| RekeyIndexError::CopyDiffers)
}

/// Every page has the code it was written with. The online backup must not be trusted with this: SQLCipher hands it a
/// broken page as zeros, which would then be authentic under the other key.
pub(crate) fn require_authentic(database: &Connection) -> rusqlite::Result<()> {
    let mut check = database.prepare("PRAGMA cipher_integrity_check")?;
    match check.query([])?.next()? {
        None => Ok(()),
        Some(_) => {
            let code = ffi::Error::new(ffi::SQLITE_CORRUPT);
            Err(rusqlite::Error::SqliteFailure(code, None))
        }
    }
}

/// A journal that is still there after the source was closed was not hot; in the place of the new database it must not
/// become so.
pub(super) fn forget_journal(path: &Path) -> std::io::Result<()> {
    remove(&with_ending(path, "-journal"))
}

/// A database that may be there, with what SQLite has left beside it.
pub(super) fn remove_database(path: &Path) -> std::io::Result<()> {
    for ending in SQLITE_ENDINGS {
        remove(&with_ending(path, ending))?;
    }
    Ok(())
}

fn remove(path: &Path) -> std::io::Result<()> {
    match std::fs::remove_file(path) {
        Err(error) if error.kind() != std::io::ErrorKind::NotFound => Err(error),
        _ => Ok(()),
    }
}

fn remove_leftovers(dir: &Path) -> std::io::Result<()> {
    for file in [TABLES_FILE, SEARCH_FILE] {
        for what in ENDINGS {
            remove_database(&with_ending(&dir.join(file), what))?;
        }
    }
    Ok(())
}
