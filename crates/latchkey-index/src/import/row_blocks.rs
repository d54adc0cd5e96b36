//! The row that each message had in the backup that brought it, in blocks of consecutive ids: about two bytes a message.
//!
//! A row is a fact for whoever looks into the backup itself. No message is known by it: phones give rows new numbers.

use rusqlite::{Connection, OptionalExtension as _, Statement, params};

/// Messages in a block: few enough to be read through for one of them.
const BLOCK: i64 = 256;

/// Writes the rows of an import's new messages, whose ids follow each other.
pub(crate) struct RowBlocks<'a> {
    insert: Statement<'a>,
    /// The block's first message, and the one after its last.
    first: i64,
    next: i64,
    last_row: i64,
    bytes: Vec<u8>,
}

impl<'a> RowBlocks<'a> {
    pub(crate) fn new(tables: &'a Connection) -> rusqlite::Result<Self> {
        Ok(Self {
            insert: tables.prepare("INSERT INTO source_row VALUES(?1, ?2)")?,
            first: 0,
            next: 0,
            last_row: 0,
            bytes: Vec::new(),
        })
    }

    /// The row that a new message had.
    pub(crate) fn add(&mut self, id: i64, row: i64) -> rusqlite::Result<()> {
        if id != self.next || self.next - self.first >= BLOCK {
            self.flush()?;
            self.first = id;
            self.last_row = 0;
        }
        // Whatever a source says is a row: differences wrap, and come back so.
        push_number(&mut self.bytes, zigzag(row.wrapping_sub(self.last_row)));
        self.last_row = row;
        self.next = id + 1;
        Ok(())
    }

    /// Writes what is in memory.
    pub(crate) fn flush(&mut self) -> rusqlite::Result<()> {
        if !self.bytes.is_empty() {
            self.insert.execute(params![self.first, self.bytes])?;
            self.bytes.clear();
        }
        self.next = self.first;
        Ok(())
    }
}

/// The row that a message had; `None` where none was recorded.
pub(crate) fn row_of(tables: &Connection, id: i64) -> rusqlite::Result<Option<i64>> {
    let block = tables
        .prepare_cached(
            "SELECT first, rows FROM source_row WHERE first <= ?1 ORDER BY first DESC LIMIT 1",
        )?
        .query_row([id], |row| {
            Ok((row.get::<_, i64>(0)?, row.get::<_, Vec<u8>>(1)?))
        })
        .optional()?;
    Ok(block.and_then(|(first, bytes)| nth_row(&bytes, id.checked_sub(first)?)))
}

fn nth_row(bytes: &[u8], n: i64) -> Option<i64> {
    let mut bytes = bytes.iter();
    let mut row = 0_i64;
    for _ in 0..=n {
        row = row.wrapping_add(unzigzag(next_number(&mut bytes)?));
    }
    Some(row)
}

/// Small numbers below and above zero as small numbers above zero.
pub(super) fn zigzag(value: i64) -> u64 {
    (value << 1 ^ value >> 63).cast_unsigned()
}

pub(super) fn unzigzag(value: u64) -> i64 {
    (value >> 1).cast_signed() ^ -(value & 1).cast_signed()
}

/// A number in as few bytes as it needs, the lowest seven bits first.
pub(super) fn push_number(bytes: &mut Vec<u8>, mut number: u64) {
    while number >= 0x80 {
        bytes.push((number & 0x7f | 0x80).try_into().unwrap_or(0));
        number >>= 7;
    }
    bytes.push(number.try_into().unwrap_or(0));
}

/// The next number; `None` where the bytes end, or where it is none.
pub(super) fn next_number(bytes: &mut std::slice::Iter<'_, u8>) -> Option<u64> {
    let (mut value, mut shift) = (0, 0_u32);
    for &byte in bytes {
        value |= u64::from(byte & 0x7f).checked_shl(shift)?;
        if byte < 0x80 {
            return Some(value);
        }
        shift += 7;
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    fn tables() -> Connection {
        let tables = Connection::open_in_memory().unwrap();
        crate::schema::create(&tables).unwrap();
        tables
    }

    fn write(tables: &Connection, rows: &[(i64, i64)]) {
        let mut blocks = RowBlocks::new(tables).unwrap();
        for &(id, row) in rows {
            blocks.add(id, row).unwrap();
        }
        blocks.flush().unwrap();
    }

    #[test]
    fn every_row_is_found_again_whatever_the_source_says() {
        let tables = tables();
        let first = (0..1000).map(|n| (n + 1, n * 7919 % 4001));
        let hostile = [i64::MIN, i64::MAX, -1, 0, i64::MAX, i64::MIN];
        let later = (5_000..).zip(hostile);
        let rows: Vec<(i64, i64)> = first.chain(later).collect();
        write(&tables, &rows);
        for &(id, row) in &rows {
            assert_eq!(row_of(&tables, id).unwrap(), Some(row), "message {id}");
        }
        for unknown in [0, -1, 1001, 4_999, 5_006, i64::MAX, i64::MIN] {
            assert_eq!(row_of(&tables, unknown).unwrap(), None, "{unknown}");
        }
    }

    #[test]
    fn a_message_costs_about_two_bytes_in_chats_that_talk_in_turns() {
        let tables = tables();
        // Of 60 chats, each has every sixtieth row or so.
        let rows: Vec<(i64, i64)> = (0..100_000)
            .map(|n| (n + 1, n % 1_700 * 60 + n % 7 + 2))
            .collect();
        write(&tables, &rows);
        let bytes: i64 = tables
            .query_row("SELECT sum(length(rows)) FROM source_row", [], |row| {
                row.get(0)
            })
            .unwrap();
        assert!(bytes <= 2 * 100_000, "{bytes}");
    }

    #[test]
    fn a_block_that_was_cut_off_names_no_row() {
        let tables = tables();
        let sql = "INSERT INTO source_row VALUES(1, x'04ff'), (9, x'ffffffffffffffffffffffff01')";
        tables.execute_batch(sql).unwrap();
        assert_eq!(row_of(&tables, 1).unwrap(), Some(2));
        assert_eq!(row_of(&tables, 2).unwrap(), None);
        assert_eq!(row_of(&tables, 9).unwrap(), None);
    }
}
