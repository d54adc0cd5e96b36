//! Checks an index from the page up: ciphers, b-trees, positions, counts, the text index.

use rusqlite::Connection;
use serde::Serialize;

use super::Index;
use crate::error::VerifyError;

/// What a check found.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub struct VerifyReport {
    /// Messages in the tables.
    pub messages: u64,
    /// Chats in the tables.
    pub chats: u64,
    /// Pages whose authentication failed, both databases.
    pub broken_pages: u64,
    /// Faults of SQLite's own structures, both databases.
    pub broken_structures: u64,
    /// Chats whose positions are not 0, 1, 2 … or whose counts disagree.
    pub broken_chats: u64,
    /// Messages that stand in no chat or in two.
    pub misplaced_messages: u64,
    /// The text index holds what the tables say.
    pub search_is_level: bool,
}

impl VerifyReport {
    /// Nothing is wrong.
    #[must_use]
    pub fn is_good(&self) -> bool {
        self.broken_pages == 0
            && self.broken_structures == 0
            && self.broken_chats == 0
            && self.misplaced_messages == 0
            && self.search_is_level
    }
}

impl Index {
    /// Checks both databases completely; reads every page.
    ///
    /// # Errors
    /// [`VerifyError`] when the check itself could not be made; damage it found is in the report.
    pub fn verify(&self) -> Result<VerifyReport, VerifyError> {
        let mut report = VerifyReport {
            search_is_level: self.search_is_level()?,
            ..VerifyReport::default()
        };
        for database in std::iter::once(&self.tables).chain(&self.search) {
            report.broken_pages += rows(database, "PRAGMA cipher_integrity_check")?;
        }
        if report.broken_pages > 0 {
            return Ok(report);
        }
        for database in std::iter::once(&self.tables).chain(&self.search) {
            let answer: String =
                database.query_row("PRAGMA quick_check(1)", [], |row| row.get(0))?;
            report.broken_structures += u64::from(answer != "ok");
        }
        if report.broken_structures > 0 {
            return Ok(report);
        }
        report.messages = count(&self.tables, "SELECT count(*) FROM message")?;
        report.chats = count(&self.tables, "SELECT count(*) FROM chat")?;
        report.broken_chats = count(&self.tables, BROKEN_CHATS)?;
        report.misplaced_messages = count(&self.tables, MISPLACED)?;
        Ok(report)
    }
}

/// Chats whose runs do not follow each other from 0, do not sum up to the count, or disagree with the rows.
const BROKEN_CHATS: &str = "
WITH step AS (SELECT chat, position, length,
    coalesce(lag(position + length) OVER (PARTITION BY chat ORDER BY position), 0) AS expected FROM run),
  gap AS (SELECT DISTINCT chat FROM step WHERE position <> expected),
  total AS (SELECT chat, sum(length) AS messages FROM run GROUP BY chat),
  own AS (SELECT chat, count(*) AS messages FROM message GROUP BY chat)
SELECT count(*) FROM chat
  LEFT JOIN total ON total.chat = chat.id LEFT JOIN own ON own.chat = chat.id
WHERE chat.id IN gap OR coalesce(total.messages, 0) <> chat.messages OR coalesce(own.messages, 0) <> chat.messages";

/// Messages outside every run, or whose run is another chat's; runs that overlap count the overlap.
const MISPLACED: &str = "
SELECT (SELECT count(*) FROM message m LEFT JOIN run
    ON run.first = (SELECT max(first) FROM run WHERE first <= m.id)
    WHERE run.first IS NULL OR m.id >= run.first + run.length OR run.chat <> m.chat)
  + (SELECT count(*) FROM (SELECT first, lag(first + length) OVER (ORDER BY first) AS ended FROM run)
    WHERE ended > first)";

fn rows(database: &Connection, sql: &str) -> rusqlite::Result<u64> {
    let mut statement = database.prepare(sql)?;
    let mut rows = statement.query([])?;
    let mut count = 0;
    while rows.next()?.is_some() {
        count += 1;
    }
    Ok(count)
}

fn count(tables: &Connection, sql: &str) -> rusqlite::Result<u64> {
    tables
        .query_row(sql, [], |row| row.get::<_, i64>(0))
        .map(|count| u64::try_from(count).unwrap_or(0))
}
