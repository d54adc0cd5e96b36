//! A copy of an open index, page by page through SQLite's online backup, read back before it counts.

use std::path::Path;

use rusqlite::Connection;
use rusqlite::backup::{Backup, StepResult};

use super::rekey::require_authentic;
use super::{
    Index, SEARCH_FILE, TABLES_FILE, create_private_file, create_private_folder, generation,
};
use crate::cipher::{self, Access};
use crate::error::CopyError;
use crate::key::SubKey;

/// Pages copied at a time.
const STEP: i32 = 1024;

impl Index {
    /// Copies both databases into `dir`, which is created when missing. The copy has the same key and was
    /// opened again and compared when this returns.
    ///
    /// # Errors
    /// [`CopyError`]; what was written of the copy is removed again.
    pub fn copy_to(&self, dir: &Path) -> Result<(), CopyError> {
        create_private_folder(dir)?;
        for file in [TABLES_FILE, SEARCH_FILE] {
            let path = dir.join(file);
            if path.try_exists()? {
                return Err(CopyError::AlreadyExists { path });
            }
        }
        let copied = self.copy_both(dir);
        if copied.is_err() {
            for file in [TABLES_FILE, SEARCH_FILE] {
                // The first error is the one to report.
                let _ = std::fs::remove_file(dir.join(file));
            }
        }
        copied
    }

    fn copy_both(&self, dir: &Path) -> Result<(), CopyError> {
        copy(&self.tables, &dir.join(TABLES_FILE), &self.keys.tables)?;
        if let Some(search) = &self.search {
            copy(search, &dir.join(SEARCH_FILE), &self.keys.search)?;
        }
        let tables = cipher::open(&dir.join(TABLES_FILE), &self.keys.tables, Access::Read)?;
        let count = |tables: &Connection| {
            tables.query_row(
                "SELECT count(*), coalesce(max(id), 0) FROM message",
                [],
                |row| Ok((row.get::<_, i64>(0)?, row.get::<_, i64>(1)?)),
            )
        };
        let whole: String = tables.query_row("PRAGMA quick_check(1)", [], |row| row.get(0))?;
        if whole != "ok"
            || count(&tables)? != count(&self.tables)?
            || generation(&tables)? != generation(&self.tables)?
        {
            return Err(CopyError::CopyDiffers);
        }
        Ok(())
    }
}

/// Copies a database as `path`, which must not exist, and syncs it.
pub(super) fn copy(from: &Connection, path: &Path, key: &SubKey) -> Result<(), CopyError> {
    require_authentic(from)?;
    create_private_file(path)?;
    let mut to = cipher::open(path, key, Access::Create)?;
    {
        let backup = Backup::new(from, &mut to)?;
        loop {
            match backup.step(STEP)? {
                StepResult::Done => break,
                StepResult::More => {}
                _ => return Err(CopyError::InUse),
            }
        }
    }
    drop(to);
    std::fs::File::open(path)?.sync_all()?;
    Ok(())
}
