//! Tables beside the messages, looked up by message without trusting any index of the source.
//!
//! What is kept in memory is where the rows are, a few bits or bytes for each; the rows themselves are fetched one by
//! one by row number, so that nothing is ever joined and no message is multiplied.

use std::ops::ControlFlow;

use rusqlite::{Connection, Row, Statement};

use crate::error::is_damage;
use crate::scan::scan;
use crate::schema::Schema;
use crate::value;

/// One side table, ready to be asked for a message's rows.
pub(crate) struct Side<'c> {
    rows: Rows,
    fetch: Option<Statement<'c>>,
    /// Stretches that could not be read, and rows that failed later.
    pub(crate) damage: u64,
}

/// Where a message's rows are.
enum Rows {
    /// The table's row number is the message's.
    Direct(RowSet),
    /// Who owns rows at all, and owner and row number, sorted.
    Listed(RowSet, Vec<(i64, i64)>),
}

impl<'c> Side<'c> {
    /// Finds the rows of `table` that belong to something by its column `owner`. Rows of owners above `highest` are
    /// orphans and are passed over. A table or owner column that is missing has no rows.
    pub(crate) fn open(
        connection: &'c Connection,
        schema: &Schema,
        table: &str,
        owner: &str,
        columns: &[&str],
        filter: Option<&str>,
        highest: i64,
    ) -> rusqlite::Result<Self> {
        let Some(table) = schema.table_with(table, &[owner]) else {
            return Ok(Self {
                rows: Rows::Listed(RowSet::default(), Vec::new()),
                fetch: None,
                damage: 0,
            });
        };
        let direct = table.is_row_number(owner);
        let mut set = RowSet::default();
        let mut list = Vec::new();
        let scanned = scan(
            connection,
            &table.select(&[owner]),
            filter,
            &mut |number, row| {
                match value::reference(row, 1).filter(|&owner| owner <= highest) {
                    Some(_) if direct => set.insert(number),
                    Some(owner) => list.push((owner, number)),
                    None => {}
                }
                ControlFlow::Continue(())
            },
        )?;
        let rows = if direct {
            Rows::Direct(set)
        } else {
            list.sort_unstable();
            list.shrink_to_fit();
            list.iter().for_each(|&(owner, _)| set.insert(owner));
            Rows::Listed(set, list)
        };
        let fetch = connection.prepare(&format!("{} WHERE rowid = ?1", table.select(columns)))?;
        Ok(Self {
            rows,
            fetch: Some(fetch),
            damage: scanned.damage.len() as u64,
        })
    }

    /// The owner has rows here.
    pub(crate) fn has(&self, owner: i64) -> bool {
        let (Rows::Direct(set) | Rows::Listed(set, _)) = &self.rows;
        set.contains(owner)
    }

    /// Every row of one owner, in row order; column 0 is the row number.
    pub(crate) fn each(
        &mut self,
        owner: i64,
        on_row: &mut dyn FnMut(&Row<'_>),
    ) -> rusqlite::Result<()> {
        let Some(fetch) = &mut self.fetch else {
            return Ok(());
        };
        match &self.rows {
            Rows::Direct(set) | Rows::Listed(set, _) if !set.contains(owner) => {}
            Rows::Direct(_) => self.damage += u64::from(!fetch_row(fetch, owner, on_row)?),
            Rows::Listed(_, list) => {
                for &(_, number) in of(list, owner) {
                    self.damage += u64::from(!fetch_row(fetch, number, on_row)?);
                }
            }
        }
        Ok(())
    }

    /// The first row of one owner, read by `read`.
    pub(crate) fn one<T>(
        &mut self,
        owner: i64,
        read: impl Fn(&Row<'_>) -> T,
    ) -> rusqlite::Result<Option<T>> {
        let mut found = None;
        self.each(owner, &mut |row| {
            if found.is_none() {
                found = Some(read(row));
            }
        })?;
        Ok(found)
    }
}

/// The pairs of one owner.
fn of(list: &[(i64, i64)], owner: i64) -> &[(i64, i64)] {
    let from = list.partition_point(|&(other, _)| other < owner);
    let len = list
        .get(from..)
        .map_or(0, |rest| rest.partition_point(|&(other, _)| other == owner));
    list.get(from..from + len).unwrap_or_default()
}

/// Fetches one row; `false` when it is damaged.
fn fetch_row(
    fetch: &mut Statement<'_>,
    number: i64,
    on_row: &mut dyn FnMut(&Row<'_>),
) -> rusqlite::Result<bool> {
    let mut rows = fetch.query([number])?;
    match rows.next() {
        Ok(row) => {
            if let Some(row) = row {
                on_row(row);
            }
            Ok(true)
        }
        Err(error) if is_damage(&error) => Ok(false),
        Err(error) => Err(error),
    }
}

/// A set of row numbers that were met in rising order: bits while they lie close together, a sorted list beyond.
#[derive(Debug, Default)]
pub(crate) struct RowSet {
    bits: Vec<u64>,
    far: Vec<i64>,
    count: usize,
}

/// Numbers up to this are always kept as bits (8 KiB).
const ALWAYS_BITS: usize = 1 << 16;
/// Beyond, the bits may take this many for each number kept.
const BITS_PER_ROW: usize = 512;

impl RowSet {
    /// Adds a number that is not lower than any before.
    pub(crate) fn insert(&mut self, number: i64) {
        let allowed = ALWAYS_BITS + self.count * BITS_PER_ROW;
        self.count += 1;
        match usize::try_from(number) {
            Ok(bit) if bit < allowed && self.far.is_empty() => {
                let word = bit / 64;
                if word >= self.bits.len() {
                    self.bits.resize(word + 1, 0);
                }
                if let Some(word) = self.bits.get_mut(word) {
                    *word |= 1 << (bit % 64);
                }
            }
            _ => self.far.push(number),
        }
    }

    /// The number was added.
    pub(crate) fn contains(&self, number: i64) -> bool {
        let Ok(bit) = usize::try_from(number) else {
            return false;
        };
        match self.bits.get(bit / 64) {
            Some(word) if word & (1 << (bit % 64)) != 0 => true,
            _ => self.far.binary_search(&number).is_ok(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_row_set_holds_what_was_put_in_near_and_far() {
        let mut set = RowSet::default();
        let numbers = [
            1,
            2,
            63,
            64,
            65_535,
            65_536,
            70_000,
            9_000_000_000,
            9_000_000_001,
        ];
        for number in numbers {
            set.insert(number);
        }
        for number in numbers {
            assert!(set.contains(number), "{number}");
        }
        for absent in [-1, 0, 3, 66, 65_537, 9_000_000_002, i64::MAX] {
            assert!(!set.contains(absent), "{absent}");
        }
    }

    #[test]
    fn a_row_set_of_far_apart_numbers_stays_small() {
        let mut set = RowSet::default();
        for step in 1..1000_i64 {
            set.insert(step * 1_000_000_000_000);
        }
        assert!(set.bits.len() * 8 + set.far.len() * 8 < 100_000);
    }
}
