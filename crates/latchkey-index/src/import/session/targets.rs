//! What points to a row of the source - quotations, parts, calls - and the messages that these rows became.
//!
//! A row that came before in the same chat is found at once, every other at the end of the import.

use latchkey_messages::{Message, RowId};
use rusqlite::Connection;

use super::rows::SourceRows;
use crate::import::prints::{Print, PrintBlocks};

/// What points to a row.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Pointer {
    Quote,
    Part,
    Call,
}

/// Rows that are still to be found.
#[derive(Default)]
pub(super) struct Targets {
    pub(super) rows: SourceRows,
    open: Vec<(u32, u32, Pointer)>,
}

impl Targets {
    /// The message that this one quotes, where it is known already.
    pub(super) fn quoted(&mut self, id: i64, message: &Message) -> Option<i64> {
        let row = message.quoted.as_ref()?.row?;
        self.find(row, id, Pointer::Quote)
    }

    /// The message that this one is a part of, where it is known already.
    pub(super) fn parent(&mut self, id: i64, message: &Message) -> Option<i64> {
        self.find(message.part_of?.row, id, Pointer::Part)
    }

    /// Remembers that a call is shown by a message.
    pub(super) fn call(&mut self, call: i64, row: RowId) {
        self.remember(row, call, Pointer::Call);
    }

    fn find(&mut self, row: RowId, from: i64, pointer: Pointer) -> Option<i64> {
        let found = self.rows.in_this_chat(row.0).filter(|&found| found != from);
        if found.is_none() {
            self.remember(row, from, pointer);
        }
        found
    }

    fn remember(&mut self, row: RowId, from: i64, pointer: Pointer) {
        if let (Ok(row), Ok(from)) = (u32::try_from(row.0), u32::try_from(from)) {
            self.open.push((row, from, pointer));
        }
    }

    /// Writes what is found now that all rows are there. A message that still points to nothing is looked at again by
    /// the next import, whose source may have it.
    pub(super) fn resolve(
        &mut self,
        tables: &Connection,
        prints: &mut PrintBlocks<'_>,
    ) -> rusqlite::Result<()> {
        let mut open = std::mem::take(&mut self.open);
        open.sort_unstable_by_key(|pointing| pointing.0);
        let mut found: Vec<Option<i64>> = vec![None; open.len()];
        if !open.is_empty() {
            self.rows.each(&mut |row, id| {
                let from = open.partition_point(|pointing| i64::from(pointing.0) < row);
                let those = open.iter().zip(&mut found).skip(from);
                for (_, found) in those.take_while(|(pointing, _)| i64::from(pointing.0) == row) {
                    *found = Some(id);
                }
            });
        }
        let mut statements = [
            tables.prepare_cached("UPDATE quote SET target = ?2 WHERE message = ?1")?,
            tables.prepare_cached("UPDATE part SET parent = ?2 WHERE message = ?1")?,
            tables.prepare_cached("UPDATE call SET message = ?2 WHERE id = ?1")?,
        ];
        for (&(_, from, pointer), found) in open.iter().zip(found) {
            let from = i64::from(from);
            match found {
                Some(found) if found != from || pointer == Pointer::Call => {
                    statements[pointer as usize].execute([from, found])?;
                }
                _ if pointer != Pointer::Call => {
                    let identity = prints.get(from)?.identity;
                    let content = 0;
                    prints.set(from, Print { content, identity })?;
                }
                _ => {}
            }
        }
        prints.flush()
    }
}
