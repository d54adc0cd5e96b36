//! A copy of an open index, page by page through SQLite's online backup, read back before it counts.

use std::ops::ControlFlow;
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

/// Pages copied between two looks at whether to go on: 4 MiB.
const STEP: i32 = 256;

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
        let whole = &mut |_, _| ControlFlow::Continue(());
        // Nothing stops it.
        let _ = copy(
            &self.tables,
            &dir.join(TABLES_FILE),
            &self.keys.tables,
            whole,
        )?;
        if let Some(search) = &self.search {
            let _ = copy(search, &dir.join(SEARCH_FILE), &self.keys.search, whole)?;
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

/// Copies a database as `path`, which must not exist, and syncs it. `on_progress` gets pages copied and pages altogether;
/// once it breaks, what is there is no whole copy, and `Break` comes back.
pub(super) fn copy(
    from: &Connection,
    path: &Path,
    key: &SubKey,
    on_progress: &mut dyn FnMut(u64, u64) -> ControlFlow<()>,
) -> Result<ControlFlow<()>, CopyError> {
    require_authentic(from)?;
    create_private_file(path)?;
    let mut to = cipher::open(path, key, Access::Create)?;
    {
        let backup = Backup::new(from, &mut to)?;
        loop {
            let done = match backup.step(STEP)? {
                StepResult::Done => true,
                StepResult::More => false,
                _ => return Err(CopyError::InUse),
            };
            let pages = backup.progress();
            let count = |pages: i32| u64::try_from(pages).unwrap_or(0);
            let copied = count(pages.pagecount - pages.remaining);
            if on_progress(copied, count(pages.pagecount)).is_break() {
                return Ok(ControlFlow::Break(()));
            }
            if done {
                break;
            }
        }
    }
    drop(to);
    std::fs::File::open(path)?.sync_all()?;
    Ok(ControlFlow::Continue(()))
}
