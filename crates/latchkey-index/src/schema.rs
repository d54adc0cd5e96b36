//! The tables, and the numbers that stand for words in them.
//!
//! A chat is a sequence of *runs*: `run(chat, position, first, length)` says that the messages with ids
//! `first .. first + length` stand at `position ..` of the chat. A first import gives ids in chat order,
//! so a chat is one run and a page is one range of the message table; a merge gives new ids and cuts runs,
//! ids never change. `seen` says in the same way which ids an import had.
//!
//! Days are days of UTC. Ids start at 1. A text index can always be rebuilt from these tables.

pub(crate) mod flag;
mod tables;
pub(crate) mod upgrade;
mod words;

use rusqlite::Connection;

pub(crate) use flag::{delivery_bits, delivery_of, view_once_bits, view_once_of};
pub(crate) use words::*;

/// Version of the tables, kept in `user_version`.
pub(crate) const VERSION: u32 = 4;

/// `user_version` while the first import writes without a journal: such a file is never opened again.
pub(crate) const UNFINISHED: i32 = -1;

/// Makes every table of the tables database, but for what [`complete`] adds.
pub(crate) fn create(tables: &Connection) -> rusqlite::Result<()> {
    for theme in [
        tables::HISTORY,
        tables::PEOPLE,
        tables::CHATS,
        tables::MESSAGE,
        tables::QUOTE,
        tables::MESSAGES,
        tables::MEDIA,
        tables::CALLS,
        tables::CONTENT,
        tables::MARKS,
        tables::BY_PERSON,
        tables::OWN_MARKS,
        tables::SOURCE_ROWS,
    ] {
        tables.execute_batch(theme)?;
    }
    Ok(())
}

/// Adds the indexes that a first import is quicker without; does nothing where they are there.
pub(crate) fn complete(tables: &Connection) -> rusqlite::Result<()> {
    tables.execute_batch(tables::INDEXES)
}

/// How SQLite means to answer a query, for the tests.
#[cfg(test)]
pub(crate) fn plan(sql: &str) -> String {
    let tables = Connection::open_in_memory().unwrap();
    create(&tables).unwrap();
    complete(&tables).unwrap();
    let mut statement = tables
        .prepare(&format!("EXPLAIN QUERY PLAN {sql}"))
        .unwrap();
    let mut rows = statement.raw_query();
    let mut steps = Vec::new();
    while let Some(row) = rows.next().unwrap() {
        steps.push(row.get::<_, String>(3).unwrap());
    }
    steps.join("; ")
}
