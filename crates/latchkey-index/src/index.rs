//! An open index: the two databases, and how they are created, opened and brought level.
//!
//! It takes no lock beyond SQLite's own; the folder's one-writer lock belongs to the caller.

mod copy;
mod rekey;
mod renaming;
mod upgrading;
mod verify;

use std::ops::ControlFlow;
use std::path::{Path, PathBuf};

use rusqlite::{Connection, InterruptHandle, OptionalExtension};

pub use rekey::Rekeyed;
pub use verify::VerifyReport;

use crate::cipher::{self, Access};
use crate::error::{OpenIndexError, QueryError};
use crate::key::{FORMAT, IndexKey, SubKey};
use crate::packing;
use crate::schema;
use crate::search::{Facets, store};

/// Name of the tables database in the index folder.
pub const TABLES_FILE: &str = "tables.db";
/// Name of the text index in the index folder.
pub const SEARCH_FILE: &str = "search.db";

/// An open index. One thread at a time.
pub struct Index {
    pub(crate) dir: PathBuf,
    pub(crate) tables: Connection,
    /// `None` when it is behind the tables and may not be written.
    pub(crate) search: Option<Connection>,
    pub(crate) keys: Keys,
    pub(crate) access: Access,
    pub(crate) facets: Facets,
}

/// The subkeys of the two databases.
pub(crate) struct Keys {
    pub(crate) tables: SubKey,
    pub(crate) search: SubKey,
}

impl Keys {
    pub(crate) fn of(key: &IndexKey) -> Self {
        Self {
            tables: key.derive_subkey(FORMAT.tables_label),
            search: key.derive_subkey(FORMAT.search_label),
        }
    }
}

/// Stops the reading of an index, from any thread.
pub struct Interrupter {
    tables: InterruptHandle,
    search: Option<InterruptHandle>,
}

impl Interrupter {
    /// What is read at this moment ends with an error; what begins later is read. Does nothing once the index is closed.
    pub fn stop(&self) {
        self.tables.interrupt();
        if let Some(search) = &self.search {
            search.interrupt();
        }
    }
}

impl std::fmt::Debug for Interrupter {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Interrupter")
    }
}

impl std::fmt::Debug for Index {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Index")
    }
}

impl Index {
    /// Makes an empty index in `dir`, which is created when it is missing.
    ///
    /// # Errors
    /// [`OpenIndexError::AlreadyExists`] when there is one; else what the file system or SQLite say.
    pub fn create(dir: &Path, key: &IndexKey) -> Result<Self, OpenIndexError> {
        create_private_folder(dir)?;
        for file in [TABLES_FILE, SEARCH_FILE] {
            let path = dir.join(file);
            if path.try_exists()? {
                return Err(OpenIndexError::AlreadyExists { path });
            }
        }
        for file in [TABLES_FILE, SEARCH_FILE] {
            create_private_file(&dir.join(file))?;
        }
        let keys = Keys::of(key);
        let tables = cipher::open(&dir.join(TABLES_FILE), &keys.tables, Access::Create)?;
        configure_writer(&tables)?;
        tables.execute_batch("BEGIN IMMEDIATE")?;
        schema::create(&tables)?;
        tables.execute_batch(&format!(
            "INSERT INTO meta VALUES('id', randomblob(16)), ('generation', 0);
             PRAGMA user_version = {}; COMMIT;",
            schema::VERSION
        ))?;
        packing::install(&tables)?;
        let search = store::create(&dir.join(SEARCH_FILE), &keys.search, &tables)?;
        Ok(Self {
            dir: dir.to_owned(),
            tables,
            search: Some(search),
            keys,
            access: Access::Create,
            facets: Facets::default(),
        })
    }

    /// Opens the index in `dir` for reading and writing; a text index that is behind, damaged or missing
    /// is brought level or rebuilt first (about as long as half of an import).
    ///
    /// # Errors
    /// [`OpenIndexError`], each variant for its situation; damage outside the pages read here shows later.
    pub fn open(dir: &Path, key: &IndexKey) -> Result<Self, OpenIndexError> {
        let mut index = Self::open_with(dir, Keys::of(key), Access::Write)?;
        index.level_search()?;
        Ok(index)
    }

    /// Opens the index in `dir` for reading. Searching needs a text index that is level with the tables.
    ///
    /// # Errors
    /// As [`Index::open`].
    pub fn open_read_only(dir: &Path, key: &IndexKey) -> Result<Self, OpenIndexError> {
        Self::open_read_only_under(dir, Keys::of(key))
    }

    pub(crate) fn open_read_only_under(dir: &Path, keys: Keys) -> Result<Self, OpenIndexError> {
        let mut index = Self::open_with(dir, keys, Access::Read)?;
        if !index.search_is_level()? {
            index.search = None;
        }
        Ok(index)
    }

    /// Stops what this index is reading from another thread; see [`Interrupter::stop`].
    #[must_use]
    pub fn interrupter(&self) -> Interrupter {
        let search = self.search.as_ref().map(Connection::get_interrupt_handle);
        Interrupter {
            tables: self.tables.get_interrupt_handle(),
            search,
        }
    }

    /// The folder the index is in.
    #[must_use]
    pub fn dir(&self) -> &Path {
        &self.dir
    }

    fn open_with(dir: &Path, keys: Keys, access: Access) -> Result<Self, OpenIndexError> {
        let path = dir.join(TABLES_FILE);
        if !path.try_exists()? {
            return Err(OpenIndexError::NotFound { path });
        }
        let search = store::open(&dir.join(SEARCH_FILE), &keys.search, access).ok();
        let mut tables = cipher::open(&path, &keys.tables, access)?;
        match read_version(&tables) {
            Ok(version) => {
                if check_version(version)? == Age::Earlier {
                    upgrading::upgrade(dir, &keys.tables, &mut |_, _| ControlFlow::Continue(()))?;
                    // What was opened are the earlier tables, which are in no folder any more.
                    tables = cipher::open(&path, &keys.tables, access)?;
                }
            }
            Err(error) => return Err(judge(error, search.is_some(), &path)),
        }
        packing::install(&tables)?;
        if access == Access::Write {
            configure_writer(&tables)?;
        } else {
            cipher::set(&tables, "PRAGMA cache_size = -16384")?;
        }
        Ok(Self {
            dir: dir.to_owned(),
            tables,
            search,
            keys,
            access,
            facets: Facets::default(),
        })
    }

    /// Which state of the messages this is: one more with each committed change of them. The person's own marks are no such
    /// change.
    ///
    /// # Errors
    /// What reading the tables meets.
    pub fn generation(&self) -> Result<i64, QueryError> {
        Ok(generation(&self.tables)?)
    }

    /// Takes what another opening of this index has read for searching, which need not be read again then. Call it only
    /// where the messages are the same, as [`Index::generation`] says.
    pub fn take_reading_of(&mut self, other: &mut Self) {
        self.facets = std::mem::take(&mut other.facets);
    }

    pub(crate) fn search_is_level(&self) -> rusqlite::Result<bool> {
        match &self.search {
            None => Ok(false),
            Some(search) => store::is_level(search, &self.tables),
        }
    }

    /// Applies what the text index owes, or builds it anew.
    pub(crate) fn level_search(&mut self) -> rusqlite::Result<()> {
        self.facets.clear();
        let path = self.dir.join(SEARCH_FILE);
        self.search = Some(store::level(
            self.search.take(),
            &path,
            &self.keys.search,
            &self.tables,
        )?);
        Ok(())
    }
}

/// The generation that the tables have reached.
pub(crate) fn generation(tables: &Connection) -> rusqlite::Result<i64> {
    tables.query_row(
        "SELECT value FROM meta WHERE name = 'generation'",
        [],
        |row| row.get(0),
    )
}

pub(crate) fn read_version(tables: &Connection) -> rusqlite::Result<i32> {
    let version = tables.query_row("PRAGMA user_version", [], |row| row.get(0))?;
    // The header alone can be right by chance; the schema must be readable too.
    tables
        .query_row("SELECT count(*) FROM sqlite_schema", [], |row| {
            row.get::<_, i64>(0)
        })
        .optional()?;
    Ok(version)
}

/// How the tables stand to this version of them.
#[derive(Debug, PartialEq, Eq)]
enum Age {
    Same,
    Earlier,
}

fn check_version(version: i32) -> Result<Age, OpenIndexError> {
    match u32::try_from(version) {
        Ok(version) if version == schema::VERSION => Ok(Age::Same),
        Ok(version) if (schema::upgrade::OLDEST..schema::VERSION).contains(&version) => {
            Ok(Age::Earlier)
        }
        Ok(0) => Err(OpenIndexError::IndexDamaged {
            source: rusqlite::Error::QueryReturnedNoRows,
        }),
        Ok(found) => Err(OpenIndexError::UnknownVersion { found }),
        Err(_) => Err(OpenIndexError::Unfinished),
    }
}

/// A first page that does not decrypt: when the other database opened, the key is right and this file is
/// damaged. A file that is no whole page cannot be judged by any key.
fn judge(error: rusqlite::Error, key_fits: bool, path: &Path) -> OpenIndexError {
    let too_short = path
        .metadata()
        .is_ok_and(|found| found.len() < u64::from(FORMAT.page_size));
    match OpenIndexError::from(error) {
        OpenIndexError::IndexDamaged { .. } if !key_fits && !too_short => {
            OpenIndexError::KeyDoesNotFit
        }
        other => other,
    }
}

/// The journal of every write but the first: a rollback journal, gone after each commit, so that the folder
/// holds only the two databases.
pub(crate) fn configure_writer(connection: &Connection) -> rusqlite::Result<()> {
    cipher::set(connection, "PRAGMA journal_mode = DELETE")?;
    cipher::set(connection, "PRAGMA synchronous = FULL")?;
    cipher::set(connection, "PRAGMA cache_size = -16384")
}

/// Makes a folder for its owner only.
pub(crate) fn create_private_folder(dir: &Path) -> std::io::Result<()> {
    let mut builder = std::fs::DirBuilder::new();
    builder.recursive(true);
    #[cfg(unix)]
    std::os::unix::fs::DirBuilderExt::mode(&mut builder, 0o700);
    builder.create(dir)
}

/// SQLite would create it readable for others under a loose umask.
pub(crate) fn create_private_file(path: &Path) -> std::io::Result<()> {
    let mut options = std::fs::OpenOptions::new();
    options.write(true).create_new(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    options.open(path).map(drop)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::error::UpdateError;

    fn key() -> IndexKey {
        IndexKey::from_bytes(&[0x42; 32])
    }

    #[test]
    fn a_newer_schema_is_an_unknown_version() {
        let dir = tempfile::tempdir().unwrap();
        let index = Index::create(dir.path(), &key()).unwrap();
        index.tables.pragma_update(None, "user_version", 7).unwrap();
        drop(index);
        let opened = Index::open(dir.path(), &key());
        assert!(
            matches!(opened, Err(OpenIndexError::UnknownVersion { found: 7 })),
            "{opened:?}"
        );
    }

    #[test]
    fn a_full_disk_is_no_space_and_changes_nothing() {
        let dir = tempfile::tempdir().unwrap();
        let mut index = Index::create(dir.path(), &key()).unwrap();
        // As if the file could not grow.
        cipher::set(&index.tables, "PRAGMA max_page_count = 1").unwrap();
        let written = index.add_media_root(&[7; 100_000]);
        assert!(matches!(written, Err(UpdateError::NoSpace)), "{written:?}");
        assert!(index.media_roots().unwrap().is_empty());
    }

    #[test]
    fn what_was_read_for_searching_is_good_for_another_opening() {
        let dir = tempfile::tempdir().unwrap();
        let mut one = Index::create(dir.path(), &key()).unwrap();
        let mut other = Index::open(dir.path(), &key()).unwrap();
        let search = one.search.as_ref().unwrap();
        one.facets.read(search, |_| ()).unwrap();
        assert!(one.facets.are_read() && !other.facets.are_read());
        other.take_reading_of(&mut one);
        assert!(other.facets.are_read() && !one.facets.are_read());
    }

    #[test]
    fn the_databases_are_what_the_format_says() {
        let dir = tempfile::tempdir().unwrap();
        let index = Index::create(dir.path(), &key()).unwrap();
        let one = |database: &Connection, pragma: &str| {
            let sql = format!("PRAGMA {pragma}");
            let value: rusqlite::types::Value =
                database.query_row(&sql, [], |row| row.get(0)).unwrap();
            match value {
                rusqlite::types::Value::Integer(number) => number.to_string(),
                rusqlite::types::Value::Text(text) => text,
                other => format!("{other:?}"),
            }
        };
        for database in std::iter::once(&index.tables).chain(&index.search) {
            for (pragma, value) in [
                ("page_size", "16384"),
                ("cipher_hmac_algorithm", "HMAC_SHA256"),
                ("temp_store", "2"),
                ("journal_mode", "delete"),
            ] {
                assert_eq!(one(database, pragma), value, "{pragma}");
            }
            assert!(one(database, "cipher_version").starts_with("4."));
        }
    }
}
