//! Reads a whole table in row order and steps over damaged pages instead of giving up.
//!
//! Row numbers must rise; a page that makes them fall is treated as damage, so that no crafted tree makes a scan endless.

use std::ops::ControlFlow;

use rusqlite::{Connection, Row, Statement};

use crate::error::is_damage;
use crate::order::count_rows;
use crate::schema::Table;

/// More damaged stretches than this in one table, and the rest of it counts as lost.
const MOST_STRETCHES: usize = 100_000;

/// What a scan met.
#[derive(Debug, Default)]
pub(crate) struct Scanned {
    /// Rows read.
    pub(crate) rows: u64,
    /// Stretches of row numbers that could not be read.
    pub(crate) damage: Vec<Stretch>,
}

/// Row numbers that could not be read.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Stretch {
    /// First number that may be lost.
    pub(crate) from: i64,
    /// First number that can be read again; `None`: nothing after it can.
    pub(crate) until: Option<i64>,
}

impl Scanned {
    /// How many rows the damage holds at most; `last` is the highest row number that the table ever gave out.
    pub(crate) fn lost_at_most(&self, last: Option<i64>) -> u64 {
        let lost = |stretch: &Stretch| {
            let until = stretch
                .until
                .or(last.map(|last| last.saturating_add(1)))
                .unwrap_or(stretch.from);
            until
                .saturating_sub(stretch.from.max(1))
                .max(1)
                .unsigned_abs()
        };
        self.damage.iter().map(lost).fold(0, u64::saturating_add)
    }
}

/// How many rows of a table that is not that of the messages a scan lost: an index that is whole knows how many there
/// were; without one it is at least one row a stretch.
pub(crate) fn lost_rows(connection: &Connection, table: &Table, scanned: &Scanned) -> u64 {
    if scanned.damage.is_empty() {
        return 0;
    }
    let known = count_rows(connection, table).and_then(|all| all.checked_sub(scanned.rows));
    known.unwrap_or(0).max(scanned.damage.len() as u64)
}

/// Reads every readable row of `select` (made by `Table::select`: column 0 is the row number), optionally only those
/// that `filter` holds for. `on_row` may break to end the scan early.
pub(crate) fn scan(
    connection: &Connection,
    select: &str,
    filter: Option<&str>,
    on_row: &mut dyn FnMut(i64, &Row<'_>) -> ControlFlow<()>,
) -> rusqlite::Result<Scanned> {
    let filter = filter
        .map(|filter| format!(" AND ({filter})"))
        .unwrap_or_default();
    let mut rows = connection.prepare(&format!(
        "{select} WHERE rowid >= ?1{filter} ORDER BY rowid"
    ))?;
    let from = select
        .rfind(" FROM ")
        .and_then(|at| select.get(at..))
        .unwrap_or_default();
    let probe = format!("SELECT rowid{from} WHERE rowid >= ?1 ORDER BY rowid LIMIT 1");
    let mut scanned = Scanned::default();
    let mut next = i64::MIN;
    loop {
        let error = match run(&mut rows, &mut next, &mut scanned.rows, on_row) {
            Ok(()) => return Ok(scanned),
            Err(error) if is_damage(&error) => error,
            Err(error) => return Err(error),
        };
        tracing::debug!(code = ?error.sqlite_error_code(), "stepping over damage");
        let until = step_over(&mut connection.prepare(&probe)?, next)?;
        let until = until.filter(|_| scanned.damage.len() < MOST_STRETCHES);
        scanned.damage.push(Stretch { from: next, until });
        match until {
            Some(until) => next = until,
            None => return Ok(scanned),
        }
    }
}

/// Reads on from row number `next` and keeps it at the first number not yet read.
fn run(
    statement: &mut Statement<'_>,
    next: &mut i64,
    count: &mut u64,
    on_row: &mut dyn FnMut(i64, &Row<'_>) -> ControlFlow<()>,
) -> rusqlite::Result<()> {
    let mut rows = statement.query([*next])?;
    while let Some(row) = rows.next()? {
        let number: i64 = row.get(0)?;
        if number < *next {
            return Err(falling());
        }
        *count += 1;
        if on_row(number, row).is_break() || number == i64::MAX {
            return Ok(());
        }
        *next = number + 1;
    }
    Ok(())
}

/// The error for row numbers that do not rise.
fn falling() -> rusqlite::Error {
    rusqlite::Error::SqliteFailure(
        rusqlite::ffi::Error::new(rusqlite::ffi::SQLITE_CORRUPT),
        None,
    )
}

/// The lowest row number from which reading works again after it failed at or after `next`.
fn step_over(probe: &mut Statement<'_>, next: i64) -> rusqlite::Result<Option<i64>> {
    match seek(probe, next)? {
        // The row itself is found, so that its content is what is damaged.
        Seek::Row(row) => return Ok(row.checked_add(1)),
        Seek::End => return Ok(None),
        Seek::Damaged => {}
    }
    let mut near = 0_i64;
    let mut far = 1_i64;
    loop {
        let Some(at) = next.max(0).checked_add(far) else {
            return Ok(None);
        };
        if !matches!(seek(probe, at)?, Seek::Damaged) {
            break;
        }
        near = far;
        let Some(doubled) = far.checked_mul(2) else {
            return Ok(None);
        };
        far = doubled;
    }
    let mut found = None;
    while far - near > 1 {
        let middle = near + (far - near) / 2;
        match seek(probe, next.max(0) + middle)? {
            Seek::Damaged => near = middle,
            _ => far = middle,
        }
    }
    if let Seek::Row(row) = seek(probe, next.max(0) + far)? {
        found = Some(row);
    }
    Ok(found)
}

/// What lies at or after a row number.
enum Seek {
    Row(i64),
    End,
    Damaged,
}

fn seek(probe: &mut Statement<'_>, at: i64) -> rusqlite::Result<Seek> {
    let mut rows = probe.query([at])?;
    match rows.next() {
        Ok(Some(row)) => match row.get(0) {
            Ok(found) if found >= at => Ok(Seek::Row(found)),
            _ => Ok(Seek::Damaged),
        },
        Ok(None) => Ok(Seek::End),
        Err(error) if is_damage(&error) => Ok(Seek::Damaged),
        Err(error) => Err(error),
    }
}
