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
    of_chat: HashMap<u32, Vec<Job>>,
    single: HashSet<i64>,
    counts: TableCounts,
}

/// One job.
#[derive(Debug)]
struct Job {
    all: Until,
    kinds: HashSet<i64>,
    of_kinds: Until,
}

/// Up to which place of the chat.
#[derive(Debug, Clone, Copy)]
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
            deletions.of_chat.entry(chat).or_default().push(Job {
                all: Until::read(row, 2),
                kinds: numbers(row, 4).collect(),
                of_kinds: Until::read(row, 5),
            });
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
        let Some(jobs) = self.of_chat.get(&place.chat) else {
            return false;
        };
        let covers = |job: &Job| {
            let kind = number.is_some_and(|number| job.kinds.contains(&number));
            job.all.covers(place.sort, starred)
                || (kind && job.of_kinds.covers(place.sort, starred))
        };
        self.single.contains(&id) || jobs.iter().any(covers)
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
