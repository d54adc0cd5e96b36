//! Tables beside the messages, looked up by message without trusting any index of the source.
//!
//! What is kept in memory is where the rows are, a few bits or bytes for each; the rows themselves are fetched by row
//! number, so that nothing is ever joined and no message is multiplied. Each table keeps account of its rows: what is
//! counted when it is first scanned must be what became of the rows in the end.

mod pairs;
mod rowset;

use std::ops::ControlFlow;

use rusqlite::{Connection, Row, Statement};

use crate::TableCounts;
use crate::error::is_damage;
use crate::scan::{lost_rows, scan};
use crate::schema::Schema;
use crate::value;
use pairs::Pairs;
pub(crate) use rowset::RowSet;

/// Which table is read, by which column its rows belong to something, and which columns are wanted.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Spec {
    pub(crate) table: &'static str,
    pub(crate) owner: &'static str,
    pub(crate) columns: &'static [&'static str],
}

/// One side table, ready to be asked for an owner's rows.
pub(crate) struct Side<'c> {
    rows: Rows,
    /// Fetches one row, and a stretch of them.
    fetch: Option<(Statement<'c>, Statement<'c>)>,
    counts: TableCounts,
    /// What was read of the owner that is being put together.
    current: Option<Taken>,
    /// Stretches that could not be read, and rows that failed later.
    pub(crate) damage: u64,
}

/// Where an owner's rows are.
enum Rows {
    /// The table's row number is the owner's.
    Direct(RowSet),
    /// Who owns rows at all, and which.
    Listed(RowSet, Pairs),
}

/// Rows of one owner that were read.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Taken {
    owner: i64,
    read: u64,
    lost: u64,
    superseded: u64,
    passed_over: u64,
}

/// What became of an owner's rows.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Fate {
    Shown,
    Superseded,
    PassedOver,
    Orphaned,
}

impl<'c> Side<'c> {
    /// Finds the rows of a table. Rows whose owner `exists` does not know are orphans and are passed over. A table
    /// that is missing has no rows; without the owner's column all of them are orphans.
    pub(crate) fn open(
        connection: &'c Connection,
        schema: &Schema,
        spec: Spec,
        exists: &dyn Fn(i64) -> bool,
    ) -> rusqlite::Result<Self> {
        let Some(table) = schema.table(spec.table) else {
            return Ok(Self::without_rows());
        };
        let direct = table.is_row_number(spec.owner);
        let (mut set, mut list) = (RowSet::default(), Pairs::default());
        let mut counts = TableCounts::default();
        let select = table.select(&[spec.owner]);
        let scanned = scan(connection, &select, None, &mut |number, row| {
            counts.rows += 1;
            match value::reference(row, 1).filter(|&owner| exists(owner)) {
                Some(_) if direct => set.insert(number),
                Some(owner) => list.push(owner, number),
                None => counts.orphaned += 1,
            }
            ControlFlow::Continue(())
        })?;
        let lost = lost_rows(connection, table, &scanned);
        counts.rows += lost;
        counts.unreadable += lost;
        let rows = if direct {
            set.finish();
            Rows::Direct(set)
        } else {
            list.finish();
            list.owners().for_each(|owner| set.insert(owner));
            set.finish();
            Rows::Listed(set, list)
        };
        let kept = counts.rows > counts.orphaned + counts.unreadable;
        let prepare = |condition: &str| {
            connection.prepare(&format!("{} WHERE {condition}", table.select(spec.columns)))
        };
        let fetch = if kept {
            let one = prepare("rowid = ?1")?;
            Some((one, prepare("rowid BETWEEN ?1 AND ?2 ORDER BY rowid")?))
        } else {
            None
        };
        Ok(Self {
            rows,
            fetch,
            counts,
            current: None,
            damage: scanned.damage.len() as u64,
        })
    }

    fn without_rows() -> Self {
        Self {
            rows: Rows::Direct(RowSet::default()),
            fetch: None,
            counts: TableCounts::default(),
            current: None,
            damage: 0,
        }
    }

    /// No row of it belongs to anything.
    pub(crate) fn is_empty(&self) -> bool {
        self.fetch.is_none()
    }

    /// The owner has rows here.
    pub(crate) fn has(&self, owner: i64) -> bool {
        let (Rows::Direct(set) | Rows::Listed(set, _)) = &self.rows;
        set.contains(owner)
    }

    /// Every owner that has rows; one may come several times.
    pub(crate) fn each_owner(&self, on_owner: &mut dyn FnMut(i64)) {
        match &self.rows {
            Rows::Direct(set) => set.each(on_owner),
            Rows::Listed(_, list) => list.owners().for_each(on_owner),
        }
    }

    /// Every row of one owner, in row order; column 0 is the row number.
    pub(crate) fn each(
        &mut self,
        owner: i64,
        on_row: &mut dyn FnMut(&Row<'_>),
    ) -> rusqlite::Result<()> {
        if !self.has(owner) {
            return Ok(());
        }
        let (read, lost) = self.fetch(owner, on_row)?;
        // Asked a second time for the same owner, the rows are counted once.
        if self.current.is_none_or(|taken| taken.owner != owner) {
            self.damage += lost;
            self.current = Some(Taken {
                owner,
                read,
                lost,
                superseded: 0,
                passed_over: 0,
            });
        }
        Ok(())
    }

    /// Every row of one owner, without any account of it.
    pub(crate) fn peek(
        &mut self,
        owner: i64,
        on_row: &mut dyn FnMut(&Row<'_>),
    ) -> rusqlite::Result<()> {
        if self.has(owner) {
            self.fetch(owner, on_row)?;
        }
        Ok(())
    }

    /// Fetches the rows of an owner: how many were read, how many are lost.
    fn fetch(
        &mut self,
        owner: i64,
        on_row: &mut dyn FnMut(&Row<'_>),
    ) -> rusqlite::Result<(u64, u64)> {
        let (mut read, mut lost) = (0, 0);
        let Some((one, many)) = &mut self.fetch else {
            return Ok((read, lost));
        };
        match &self.rows {
            Rows::Direct(_) => fetch_one(one, owner, on_row, &mut read, &mut lost)?,
            Rows::Listed(_, list) => {
                let mut numbers = list.of(owner).peekable();
                while let Some(from) = numbers.next() {
                    let mut to = from;
                    while let Some(next) = numbers.next_if(|&next| to.checked_add(1) == Some(next))
                    {
                        to = next;
                    }
                    if from == to {
                        fetch_one(one, from, on_row, &mut read, &mut lost)?;
                    } else {
                        fetch_many(many, (from, to), on_row, &mut read, &mut lost)?;
                    }
                }
            }
        }
        Ok((read, lost))
    }

    /// The first row of one owner, read by `read`.
    pub(crate) fn one<T>(
        &mut self,
        owner: i64,
        read: impl Fn(&Row<'_>) -> T,
    ) -> rusqlite::Result<Option<T>> {
        let (mut found, mut more) = (None, 0);
        self.each(owner, &mut |row| {
            if found.is_none() {
                found = Some(read(row));
            } else {
                more += 1;
            }
        })?;
        self.pass_over(more);
        Ok(found)
    }

    /// So many rows of the owner asked for last had to make way for a newer one.
    pub(crate) fn supersede(&mut self, rows: u64) {
        if let Some(current) = &mut self.current {
            current.superseded += rows;
        }
    }

    /// So many rows of the owner asked for last say nothing that is shown.
    pub(crate) fn pass_over(&mut self, rows: u64) {
        if let Some(current) = &mut self.current {
            current.passed_over += rows;
        }
    }

    /// Enters the owner's rows into the account: the owner was handed out, or was left out.
    pub(crate) fn settle(&mut self, owner: i64, shown: bool) {
        if !self.has(owner) {
            return;
        }
        match (self.taken(owner), shown) {
            (Some(taken), true) => self.enter(taken, Fate::Shown),
            (Some(taken), false) => self.enter(taken, Fate::Orphaned),
            (None, true) => self.enter_unread(owner, Fate::PassedOver),
            (None, false) => self.enter_unread(owner, Fate::Orphaned),
        }
    }

    /// Enters an owner's rows that nobody asked for.
    pub(crate) fn enter_unread(&mut self, owner: i64, fate: Fate) {
        let rows = self.rows_of(owner);
        match fate {
            Fate::Superseded => self.counts.superseded += rows,
            Fate::Shown | Fate::PassedOver => self.counts.passed_over += rows,
            Fate::Orphaned => self.counts.orphaned += rows,
        }
    }

    fn rows_of(&self, owner: i64) -> u64 {
        match &self.rows {
            Rows::Direct(_) => 1,
            Rows::Listed(_, list) => list.of(owner).count() as u64,
        }
    }

    /// What was read of the owner asked for last, to be entered once it is known what becomes of it.
    pub(crate) fn taken(&mut self, owner: i64) -> Option<Taken> {
        self.current.take().filter(|taken| taken.owner == owner)
    }

    /// Enters rows into the account.
    pub(crate) fn enter(&mut self, taken: Taken, fate: Fate) {
        let counts = &mut self.counts;
        counts.unreadable += taken.lost;
        match fate {
            Fate::Shown => {
                let aside = taken.superseded + taken.passed_over;
                counts.shown += taken.read.saturating_sub(aside);
                counts.superseded += taken.superseded;
                counts.passed_over += taken.passed_over;
            }
            Fate::Superseded => counts.superseded += taken.read,
            Fate::PassedOver => counts.passed_over += taken.read,
            Fate::Orphaned => counts.orphaned += taken.read,
        }
    }

    /// Numbers of the rows that belong to something.
    pub(crate) fn each_number(&self, on_number: &mut dyn FnMut(i64)) {
        match &self.rows {
            Rows::Direct(set) => set.each(on_number),
            Rows::Listed(_, list) => list.numbers().for_each(on_number),
        }
    }

    /// What became of the rows so far.
    pub(crate) fn counts(&self) -> TableCounts {
        self.counts
    }
}

/// Fetches one row; one that is damaged, or gone since the scan, is lost.
fn fetch_one(
    fetch: &mut Statement<'_>,
    number: i64,
    on_row: &mut dyn FnMut(&Row<'_>),
    read: &mut u64,
    lost: &mut u64,
) -> rusqlite::Result<()> {
    let mut rows = fetch.query([number])?;
    match rows.next() {
        Ok(Some(row)) => {
            on_row(row);
            *read += 1;
        }
        Ok(None) => *lost += 1,
        Err(error) if is_damage(&error) => *lost += 1,
        Err(error) => return Err(error),
    }
    Ok(())
}

/// Fetches rows that follow on each other, stepping over damaged ones.
fn fetch_many(
    fetch: &mut Statement<'_>,
    (from, to): (i64, i64),
    on_row: &mut dyn FnMut(&Row<'_>),
    read: &mut u64,
    lost: &mut u64,
) -> rusqlite::Result<()> {
    let mut next = from;
    while next <= to {
        let mut rows = fetch.query([next, to])?;
        loop {
            match rows.next() {
                Ok(Some(row)) => {
                    let number = value::integer(row, 0).unwrap_or(next);
                    if !(next..=to).contains(&number) {
                        *lost += (to - next).unsigned_abs() + 1;
                        return Ok(());
                    }
                    *lost += (number - next).unsigned_abs();
                    on_row(row);
                    *read += 1;
                    next = number.saturating_add(1);
                    if next > to {
                        return Ok(());
                    }
                }
                Ok(None) => {
                    *lost += to.saturating_add(1).saturating_sub(next).unsigned_abs();
                    return Ok(());
                }
                Err(error) if is_damage(&error) => {
                    *lost += 1;
                    next = next.saturating_add(1);
                    break;
                }
                Err(error) => return Err(error),
            }
        }
    }
    Ok(())
}
