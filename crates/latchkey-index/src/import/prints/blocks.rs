//! The prints of all messages, ten bytes each, in blocks by id: a block is one page of the database.

use rusqlite::{Connection, Statement, params};

/// Messages in a block: with ten bytes each, a block fills one page less SQLite's own bytes.
const BLOCK: usize = 1600;
const WIDTH: usize = 10;

/// By what a message is known again.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(crate) struct Print {
    /// 56 bits; 0: not known, the content has to be looked at.
    pub(crate) content: u64,
    /// 24 bits.
    pub(crate) identity: u32,
}

impl Print {
    fn to_bytes(self) -> [u8; WIDTH] {
        let mut bytes = [0; WIDTH];
        bytes[..7].copy_from_slice(&self.content.to_le_bytes()[..7]);
        bytes[7..].copy_from_slice(&self.identity.to_le_bytes()[..3]);
        bytes
    }

    fn from_bytes(bytes: &[u8]) -> Self {
        let mut content = [0; 8];
        let mut identity = [0; 4];
        if let Some((first, second)) = bytes.split_at_checked(7) {
            content[..7].copy_from_slice(first);
            identity[..3].copy_from_slice(second.get(..3).unwrap_or_default());
        }
        Self {
            content: u64::from_le_bytes(content),
            identity: u32::from_le_bytes(identity),
        }
    }
}

fn place(id: i64) -> (i64, usize) {
    let index = usize::try_from(id).unwrap_or(0);
    let block = i64::try_from(index / BLOCK).unwrap_or(i64::MAX);
    (block, index % BLOCK * WIDTH)
}

/// Reads and writes prints, one block in memory at a time: cheap in the order of ids.
pub(crate) struct PrintBlocks<'a> {
    read: Statement<'a>,
    write: Statement<'a>,
    block: i64,
    bytes: Vec<u8>,
    changed: bool,
}

impl<'a> PrintBlocks<'a> {
    pub(crate) fn new(tables: &'a Connection) -> rusqlite::Result<Self> {
        Ok(Self {
            read: tables.prepare("SELECT bytes FROM print WHERE block = ?1")?,
            write: tables.prepare("INSERT OR REPLACE INTO print VALUES(?1, ?2)")?,
            block: -1,
            bytes: Vec::new(),
            changed: false,
        })
    }

    /// The print of a message; empty where none was made.
    pub(crate) fn get(&mut self, id: i64) -> rusqlite::Result<Print> {
        let at = self.turn_to(id)?;
        let bytes = self.bytes.get(at..at + WIDTH);
        Ok(bytes.map(Print::from_bytes).unwrap_or_default())
    }

    pub(crate) fn set(&mut self, id: i64, print: Print) -> rusqlite::Result<()> {
        let at = self.turn_to(id)?;
        let end = at + WIDTH;
        if self.bytes.len() < end {
            self.bytes.resize(end, 0);
        }
        if let Some(slot) = self.bytes.get_mut(at..end) {
            slot.copy_from_slice(&print.to_bytes());
            self.changed = true;
        }
        Ok(())
    }

    /// Writes what is in memory.
    pub(crate) fn flush(&mut self) -> rusqlite::Result<()> {
        if self.changed {
            self.write.execute(params![self.block, self.bytes])?;
            self.changed = false;
        }
        Ok(())
    }

    /// Forgets what is in memory, which another may have changed.
    pub(crate) fn refresh(&mut self) {
        self.block = -1;
    }

    fn turn_to(&mut self, id: i64) -> rusqlite::Result<usize> {
        let (block, at) = place(id);
        if block != self.block {
            self.flush()?;
            self.bytes.clear();
            let mut rows = self.read.query([block])?;
            if let Some(row) = rows.next()? {
                self.bytes
                    .extend_from_slice(row.get_ref(0)?.as_blob_or_null()?.unwrap_or_default());
            }
            self.block = block;
        }
        Ok(at)
    }
}
