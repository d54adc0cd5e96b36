//! What a search filters and sorts by, without reading the message: ten bytes a message, in blocks by id.
//!
//! A block is one page of the database; all blocks of a million messages are ten megabytes in memory,
//! read at the first search and kept until the index changes.

use std::cell::RefCell;

use rusqlite::{Connection, OptionalExtension, Statement, params};

/// Messages in a block: with ten bytes each, a block fills one page less SQLite's own bytes.
const BLOCK: usize = 1600;
const WIDTH: usize = 10;

/// Time, sender, kind and flags of one message.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(crate) struct Facet {
    /// Seconds UTC; 0 without a date.
    pub(crate) at: u32,
    /// Person, 0 for none.
    pub(crate) sender: u32,
    pub(crate) kind: u8,
    pub(crate) flags: u8,
}

impl Facet {
    pub(crate) fn new(at: Option<i64>, sender: Option<i64>, kind: i64, flags: i64) -> Self {
        Self {
            at: at.map_or(0, seconds),
            sender: sender.and_then(|id| u32::try_from(id).ok()).unwrap_or(0),
            kind: u8::try_from(kind).unwrap_or(0),
            flags: u8::try_from(flags & 0xff).unwrap_or(0),
        }
    }

    fn to_bytes(self) -> [u8; WIDTH] {
        let mut bytes = [0; WIDTH];
        bytes[..4].copy_from_slice(&self.at.to_le_bytes());
        bytes[4..8].copy_from_slice(&self.sender.to_le_bytes());
        bytes[8] = self.kind;
        bytes[9] = self.flags;
        bytes
    }

    fn from_bytes(bytes: &[u8]) -> Self {
        let number = |from: usize| {
            bytes
                .get(from..from + 4)
                .and_then(|part| part.try_into().ok())
                .map_or(0, u32::from_le_bytes)
        };
        let byte = |at: usize| bytes.get(at).copied().unwrap_or(0);
        Self {
            at: number(0),
            sender: number(4),
            kind: byte(8),
            flags: byte(9),
        }
    }
}

/// Seconds of a time in milliseconds, kept within what a facet can hold; 0 is left for "no date".
pub(crate) fn seconds(at: i64) -> u32 {
    u32::try_from(at.div_euclid(1000).clamp(1, i64::from(u32::MAX))).unwrap_or(u32::MAX)
}

fn place(id: i64) -> (i64, usize) {
    let index = usize::try_from(id).unwrap_or(0);
    (
        i64::try_from(index / BLOCK).unwrap_or(i64::MAX),
        index % BLOCK,
    )
}

/// Every facet in memory, once it was needed.
#[derive(Default)]
pub(crate) struct Facets(RefCell<Vec<Vec<u8>>>);

impl Facets {
    /// Forgets what was read; call after every change.
    pub(crate) fn clear(&self) {
        self.0.borrow_mut().clear();
    }

    /// Reads all facets when they are not there yet, and lends them.
    pub(crate) fn read<R>(
        &self,
        search: &Connection,
        with: impl FnOnce(&LoadedFacets<'_>) -> R,
    ) -> rusqlite::Result<R> {
        if self.0.borrow().is_empty() {
            *self.0.borrow_mut() = load(search)?;
        }
        Ok(with(&LoadedFacets(&self.0.borrow())))
    }
}

fn load(search: &Connection) -> rusqlite::Result<Vec<Vec<u8>>> {
    let mut blocks = Vec::new();
    let mut statement = search.prepare("SELECT block, bytes FROM facet ORDER BY block")?;
    let mut rows = statement.query([])?;
    while let Some(row) = rows.next()? {
        let block = usize::try_from(row.get::<_, i64>(0)?).unwrap_or(0);
        // Ids have no gaps worth a mention; a missing block reads as messages without date or sender.
        while blocks.len() < block && block < 1 << 24 {
            blocks.push(Vec::new());
        }
        blocks.push(row.get(1)?);
    }
    Ok(blocks)
}

/// Facets by message id.
pub(crate) struct LoadedFacets<'a>(&'a [Vec<u8>]);

impl LoadedFacets<'_> {
    pub(crate) fn get(&self, id: i64) -> Facet {
        let (block, at) = place(id);
        let bytes = usize::try_from(block)
            .ok()
            .and_then(|block| self.0.get(block));
        bytes
            .and_then(|bytes| bytes.get(at * WIDTH..(at + 1) * WIDTH))
            .map(Facet::from_bytes)
            .unwrap_or_default()
    }

    /// Ids that can have a facet: from 1 to one less than this.
    pub(crate) fn end(&self) -> i64 {
        let Some(last) = self.0.last() else { return 1 };
        i64::try_from((self.0.len() - 1) * BLOCK + last.len() / WIDTH).unwrap_or(1)
    }
}

/// Writes facets block by block.
pub(crate) struct FacetWriter<'a> {
    read: Statement<'a>,
    write: Statement<'a>,
    block: i64,
    bytes: Vec<u8>,
}

impl<'a> FacetWriter<'a> {
    pub(crate) fn new(search: &'a Connection) -> rusqlite::Result<Self> {
        Ok(Self {
            read: search.prepare("SELECT bytes FROM facet WHERE block = ?1")?,
            write: search.prepare("INSERT OR REPLACE INTO facet VALUES(?1, ?2)")?,
            block: -1,
            bytes: Vec::new(),
        })
    }

    pub(crate) fn set(&mut self, id: i64, facet: Facet) -> rusqlite::Result<()> {
        let (block, at) = place(id);
        if block != self.block {
            self.flush()?;
            self.bytes = self
                .read
                .query_row([block], |row| row.get(0))
                .optional()?
                .unwrap_or_default();
            self.block = block;
        }
        let end = (at + 1) * WIDTH;
        if self.bytes.len() < end {
            self.bytes.resize(end, 0);
        }
        if let Some(slot) = self.bytes.get_mut(at * WIDTH..end) {
            slot.copy_from_slice(&facet.to_bytes());
        }
        Ok(())
    }

    pub(crate) fn flush(&mut self) -> rusqlite::Result<()> {
        if self.block >= 0 {
            self.write.execute(params![self.block, self.bytes])?;
        }
        self.block = -1;
        Ok(())
    }
}
