//! Messages that the owner had deleted and the phone had not yet cleaned away (`deleted_chat_job`).
//!
//! The app hides them by the same rule: up to a certain place of a chat all messages, those with a star up to a place
//! of their own, some only of certain kinds, and single ones by their number.

use std::collections::{HashMap, HashSet};
use std::ops::ControlFlow;

use rusqlite::{Connection, Row};

use crate::TableCounts;
use crate::chats::Chats;
use crate::order::Place;
use crate::scan::{lost_rows, scan};
use crate::schema::Schema;
use crate::source::Parts;
use crate::value;

const TABLE: &str = "deleted_chat_job";
const COLUMNS: [&str; 7] = [
    "chat_row_id",
    "deleted_message_row_id",
    "deleted_starred_message_row_id",
    "deleted_message_categories",
    "deleted_categories_message_row_id",
    "deleted_categories_starred_message_row_id",
    "singular_message_delete_rows_id",
];
/// Numbers in one list; more are not looked at.
const MOST: usize = 1_000_000;

/// What is to be deleted, by the place of the chat.
#[derive(Debug, Default)]
pub(crate) struct Deletions {
    of_chat: HashMap<u32, Hidden>,
    single: HashSet<i64>,
    counts: TableCounts,
}

/// What all the jobs of one chat hide together: whatever is hidden up to a place is hidden up to the farthest one.
#[derive(Debug, Default)]
struct Hidden {
    all: Until,
    of_kind: HashMap<i64, Until>,
}

/// Up to which place of the chat.
#[derive(Debug, Clone, Copy, Default)]
struct Until {
    plain: Option<i64>,
    starred: Option<i64>,
}

impl Until {
    fn read(row: &Row<'_>, column: usize) -> Self {
        Self {
            plain: value::reference(row, column),
            starred: value::reference(row, column + 1),
        }
    }

    fn farther(self, other: Self) -> Self {
        Self {
            plain: self.plain.max(other.plain),
            starred: self.starred.max(other.starred),
        }
    }

    fn covers(self, sort: i64, starred: bool) -> bool {
        let until = if starred { self.starred } else { self.plain };
        until.is_some_and(|until| sort <= until)
    }
}

impl Deletions {
    /// Reads the jobs.
    pub(crate) fn read(
        connection: &Connection,
        schema: &Schema,
        chats: &Chats,
    ) -> rusqlite::Result<Self> {
        let mut deletions = Self::default();
        let Some(table) = schema.table(TABLE) else {
            return Ok(deletions);
        };
        let scanned = scan(connection, &table.select(&COLUMNS), None, &mut |_, row| {
            deletions.counts.rows += 1;
            let chat = value::reference(row, 1).and_then(|row| chats.place_of_row(row));
            let Some(chat) = chat else {
                deletions.counts.orphaned += 1;
                return ControlFlow::Continue(());
            };
            deletions.counts.shown += 1;
            deletions.single.extend(numbers(row, 7));
            let hidden = deletions.of_chat.entry(chat).or_default();
            hidden.all = hidden.all.farther(Until::read(row, 2));
            let until = Until::read(row, 5);
            for kind in numbers(row, 4) {
                let of_kind = hidden.of_kind.entry(kind).or_default();
                *of_kind = of_kind.farther(until);
            }
            ControlFlow::Continue(())
        })?;
        let lost = lost_rows(connection, table, &scanned);
        deletions.counts.rows += lost;
        deletions.counts.unreadable += lost;
        Ok(deletions)
    }

    /// The owner had deleted this message.
    pub(crate) fn covers(
        &self,
        place: &Place,
        id: i64,
        number: Option<i64>,
        starred: bool,
    ) -> bool {
        let Some(hidden) = self.of_chat.get(&place.chat) else {
            return false;
        };
        let of_kind = number.and_then(|number| hidden.of_kind.get(&number));
        self.single.contains(&id)
            || hidden.all.covers(place.sort, starred)
            || of_kind.is_some_and(|until| until.covers(place.sort, starred))
    }

    /// Says what became of the jobs.
    pub(crate) fn account(&self, parts: &Parts) {
        parts.account(TABLE, self.counts);
    }
}

/// The numbers that stand in quotation marks.
fn numbers(row: &Row<'_>, column: usize) -> impl Iterator<Item = i64> {
    let list = value::text(row, column).unwrap_or_default();
    let parts: Vec<i64> = list
        .split('"')
        .take(2 * MOST)
        .filter_map(|part| part.trim().parse().ok())
        .collect();
    parts.into_iter()
}
