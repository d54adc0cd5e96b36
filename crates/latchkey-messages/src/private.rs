//! Nameless storage for a decrypted database: nobody finds it, and it is gone when we are.
//!
//! SQLite resolves symbolic links, so `/proc/self/fd/N` cannot be opened. The rule kept here instead: an *empty* file
//! of mode 0600 in a folder of mode 0700 is opened by SQLite (`mode=ro`, not `immutable`), read once, unlinked, and
//! only then filled through our own descriptor. A name and a content never exist at the same time.

mod place;

pub use place::PrivatePlace;

use std::fs::{File, OpenOptions};
use std::io::{self, Seek, SeekFrom, Write};
use std::os::unix::fs::{FileExt, MetadataExt, OpenOptionsExt, PermissionsExt};
use std::path::Path;

use rusqlite::Connection;

use crate::connection;
use crate::{OpenSourceError, Source};

/// First bytes of every SQLite database (SQLite file format, section 1.3).
const MAGIC: &[u8; 16] = b"SQLite format 3\0";
/// Bytes 18 and 19: write and read version; 1 is rollback journal, 2 would make SQLite look for a `-wal` file by name.
const VERSIONS_AT: u64 = 18;

/// Nameless storage that becomes a [`Source`] once the whole plaintext has been written and verified.
///
/// It starts in memory where the place allows and moves itself to the disk folder when it outgrows that.
#[derive(Debug)]
pub struct PrivateFile {
    slot: Slot,
    place: PrivatePlace,
    written: u64,
    in_memory: bool,
}

/// Why private storage could not be made.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum PrivateFileError {
    /// The folder for private files cannot be used.
    #[error("private storage cannot be created")]
    Storage(#[source] io::Error),
    /// SQLite does not open in the folder.
    #[error("private storage cannot be opened as a database")]
    Open(#[source] rusqlite::Error),
}

impl PrivateFile {
    /// Makes empty nameless storage. `expected_size` in bytes decides between memory and disk; a wrong guess costs
    /// one copy, nothing else.
    pub fn create(place: &PrivatePlace, expected_size: u64) -> Result<Self, PrivateFileError> {
        let memory = place.memory_for(expected_size);
        let (slot, in_memory) = match memory.map(Slot::create) {
            Some(Ok(slot)) => (slot, true),
            _ => (Slot::create(place.disk())?, false),
        };
        Ok(Self {
            slot,
            place: place.clone(),
            written: 0,
            in_memory,
        })
    }

    /// The plaintext lies in memory, not on a disk.
    #[must_use]
    pub fn in_memory(&self) -> bool {
        self.in_memory
    }

    /// Bytes written so far.
    #[must_use]
    pub fn len(&self) -> u64 {
        self.written
    }

    /// Nothing was written yet.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.written == 0
    }

    /// Opens what was written as a chat database.
    ///
    /// # Errors
    /// [`OpenSourceError::NotADatabase`] unless the bytes start as SQLite's do; the others of [`OpenSourceError`].
    pub fn into_source(self) -> Result<Source, OpenSourceError> {
        Source::open_private(self)
    }

    /// What was written, from its start, for content that is no database. It still has no name.
    ///
    /// # Errors
    /// What the system says.
    pub fn into_file(mut self) -> io::Result<File> {
        self.slot.file.seek(SeekFrom::Start(0))?;
        Ok(self.slot.file)
    }

    /// The connection to what was written, with the two header bytes set that keep SQLite from looking for names.
    pub(crate) fn into_connection(mut self) -> Result<Connection, OpenSourceError> {
        let mut magic = [0; 16];
        if self.written < 100
            || self.slot.file.read_exact_at(&mut magic, 0).is_err()
            || &magic != MAGIC
        {
            return Err(OpenSourceError::NotADatabase);
        }
        self.slot
            .file
            .write_all_at(&[1, 1], VERSIONS_AT)
            .map_err(OpenSourceError::Storage)?;
        connection::bound_work(&mut self.slot.connection, self.written)
            .map_err(OpenSourceError::Damaged)?;
        Ok(self.slot.connection)
    }

    /// Moves to the disk folder.
    fn move_to_disk(&mut self) -> io::Result<()> {
        let mut slot = Slot::create(self.place.disk()).map_err(io::Error::other)?;
        self.slot.file.seek(SeekFrom::Start(0))?;
        io::copy(&mut self.slot.file, &mut slot.file)?;
        self.slot = slot;
        self.in_memory = false;
        Ok(())
    }
}

impl Write for PrivateFile {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        let after = self.written + bytes.len() as u64;
        if self.in_memory && !self.place.still_fits(after) {
            self.move_to_disk()?;
        }
        let count = match self.slot.file.write(bytes) {
            Err(error) if self.in_memory && error.kind() == io::ErrorKind::StorageFull => {
                self.move_to_disk()?;
                self.slot.file.write(bytes)?
            }
            other => other?,
        };
        self.written += count as u64;
        Ok(count)
    }

    fn flush(&mut self) -> io::Result<()> {
        self.slot.file.flush()
    }
}

/// One nameless file: our descriptor to fill it, SQLite's to read it.
#[derive(Debug)]
struct Slot {
    file: File,
    connection: Connection,
}

impl Slot {
    fn create(folder: &Path) -> Result<Self, PrivateFileError> {
        let folder = tempfile::Builder::new()
            .prefix(".latchkey-")
            .permissions(std::fs::Permissions::from_mode(0o700))
            .tempdir_in(folder)
            .map_err(PrivateFileError::Storage)?;
        let path = folder.path().join("source");
        let file = OpenOptions::new()
            .read(true)
            .write(true)
            .create_new(true)
            .mode(0o600)
            .open(&path)
            .map_err(PrivateFileError::Storage)?;
        let connection = connection::open_empty(&path).map_err(PrivateFileError::Open)?;
        std::fs::remove_file(&path).map_err(PrivateFileError::Storage)?;
        folder.close().map_err(PrivateFileError::Storage)?;
        // Some network file systems only hide what is deleted while it is open: that is a name.
        let names = file.metadata().map_err(PrivateFileError::Storage)?.nlink();
        if names != 0 {
            let kept = io::Error::new(io::ErrorKind::Unsupported, "deleted files keep a name here");
            return Err(PrivateFileError::Storage(kept));
        }
        Ok(Self { file, connection })
    }
}

#[cfg(test)]
mod tests;
