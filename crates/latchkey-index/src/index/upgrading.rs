//! Tables of an earlier version: copied beside, brought up in the copy, proved, and renamed into place.
//!
//! Cut off at any moment, the tables are whole, of the one version or of the other. Whoever reads the earlier ones goes
//! on reading them.

use std::fs::File;
use std::ops::ControlFlow;
use std::path::Path;
use std::time::Duration;

use rusqlite::Connection;

use super::copy::copy;
use super::rekey::{forget_journal, remove_database, require_authentic, with_ending};
use super::{
    Age, Index, Keys, TABLES_FILE, check_version, configure_writer, generation, read_version,
};
use crate::cipher::{self, Access};
use crate::error::{CopyError, OpenIndexError};
use crate::key::{IndexKey, SubKey};
use crate::schema;

/// What the tables are called while they are brought up.
pub(super) const ENDING: &str = ".upgraded";

/// How long one waits for another program that brings the tables up: a million messages take a good while on a slow disk.
const LONGEST_WAIT: Duration = Duration::from_secs(10 * 60);

/// Gets pages copied and pages altogether; `Break` ends it, and the earlier tables stay.
type OnProgress<'p> = &'p mut dyn FnMut(u64, u64) -> ControlFlow<()>;

impl Index {
    /// Brings the index in `dir` up where it is of an earlier version, as every opening does, and tells how far it is:
    /// `on_progress` gets pages copied and pages altogether, and nothing where there is nothing to do. `Break` throws the copy
    /// away and leaves the index as it was. What else is wrong with an index the opening says.
    ///
    /// # Errors
    /// [`OpenIndexError::Cancelled`]; else what reading, copying and writing meet.
    pub fn bring_up(
        dir: &Path,
        key: &IndexKey,
        on_progress: &mut dyn FnMut(u64, u64) -> ControlFlow<()>,
    ) -> Result<(), OpenIndexError> {
        let (path, key) = (dir.join(TABLES_FILE), Keys::of(key).tables);
        let version =
            cipher::open(&path, &key, Access::Read).and_then(|tables| read_version(&tables));
        match version.map(check_version) {
            Ok(Ok(Age::Earlier)) => upgrade(dir, &key, on_progress),
            _ => Ok(()),
        }
    }
}

/// Brings the tables in `dir` up, also for whoever only wants to read. Does nothing where another program has done it
/// meanwhile, and waits for one that does it now: ten minutes, then it is in use.
pub(super) fn upgrade(
    dir: &Path,
    key: &SubKey,
    on_progress: OnProgress<'_>,
) -> Result<(), OpenIndexError> {
    let path = dir.join(TABLES_FILE);
    let turn = cipher::open(&path, key, Access::Write)?;
    turn.busy_timeout(LONGEST_WAIT)?;
    // Nobody else writes or brings up these tables until the turn is dropped; it rolls a journal back, too.
    turn.execute_batch("BEGIN IMMEDIATE")?;
    let earlier = cipher::open(&path, key, Access::Read)?;
    if check_version(read_version(&earlier)?)? == Age::Same {
        return Ok(());
    }
    let beside = with_ending(&path, ENDING);
    let written = write(&earlier, &beside, key, on_progress).and_then(|()| {
        forget_journal(&path)?;
        std::fs::rename(&beside, &path)?;
        Ok(File::open(dir)?.sync_all()?)
    });
    if written.is_err() {
        // The first error is the one to report.
        let _ = remove_database(&beside);
    }
    written
}

fn write(
    earlier: &Connection,
    beside: &Path,
    key: &SubKey,
    on_progress: OnProgress<'_>,
) -> Result<(), OpenIndexError> {
    let mut pages = 0;
    let mut go_on = |copied, all| {
        pages = all;
        on_progress(copied, all)
    };
    // What was left where this was cut off.
    remove_database(beside)?;
    if copy(earlier, beside, key, &mut go_on)?.is_break() {
        return Err(OpenIndexError::Cancelled);
    }
    let tables = cipher::open(beside, key, Access::Write)?;
    configure_writer(&tables)?;
    // A file that is thrown away when this does not come to its end.
    cipher::set(&tables, "PRAGMA journal_mode = OFF")?;
    cipher::set(&tables, "PRAGMA synchronous = OFF")?;
    schema::upgrade::upgrade(&tables)?;
    drop(tables);
    File::open(beside)?.sync_all()?;
    let mut asked = || match on_progress(pages, pages) {
        ControlFlow::Continue(()) => Ok(()),
        ControlFlow::Break(()) => Err(OpenIndexError::Cancelled),
    };
    asked()?;
    prove(earlier, &cipher::open(beside, key, Access::Read)?)?;
    // The last word before the copy takes their place.
    asked()
}

/// Read back from the disk: every page authentic and in its place, of this version, with every message and chat.
fn prove(earlier: &Connection, upgraded: &Connection) -> Result<(), OpenIndexError> {
    let damaged = || OpenIndexError::IndexDamaged {
        source: rusqlite::Error::QueryReturnedNoRows,
    };
    require_authentic(upgraded)?;
    let whole: String = upgraded.query_row("PRAGMA quick_check(1)", [], |row| row.get(0))?;
    let same = whole == "ok"
        && check_version(read_version(upgraded)?)? == Age::Same
        && counts(upgraded)? == counts(earlier)?
        && generation(upgraded)? == generation(earlier)?;
    same.then_some(()).ok_or_else(damaged)
}

fn counts(tables: &Connection) -> rusqlite::Result<[i64; 5]> {
    tables.query_row(
        "SELECT (SELECT count(*) FROM message), (SELECT coalesce(max(id), 0) FROM message), (SELECT count(*) FROM chat),
           (SELECT count(*) FROM person), (SELECT count(*) FROM media)",
        [],
        |row| Ok([row.get(0)?, row.get(1)?, row.get(2)?, row.get(3)?, row.get(4)?]),
    )
}

impl From<CopyError> for OpenIndexError {
    fn from(error: CopyError) -> Self {
        match error {
            CopyError::AlreadyExists { path } => Self::AlreadyExists { path },
            CopyError::IndexDamaged { source } => Self::IndexDamaged { source },
            CopyError::CopyDiffers => Self::IndexDamaged {
                source: rusqlite::Error::QueryReturnedNoRows,
            },
            CopyError::InUse => Self::InUse,
            CopyError::NoSpace => Self::NoSpace,
            CopyError::Permission { source } => Self::Permission { source },
            CopyError::Database { source } => Self::Database { source },
            CopyError::Io { source } => Self::Io { source },
        }
    }
}
