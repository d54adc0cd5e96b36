//! The days of a chat, and its line in the chat list.

use std::collections::BTreeMap;

use latchkey_messages::{Kind, Message};
use rusqlite::{Connection, OptionalExtension, params};

use crate::schema::{self, flag};

const DAY_MS: i64 = 86_400_000;
/// Letters of the last message that the chat list keeps.
const LAST_TEXT: usize = 200;
/// How far back the last message that is not a notice is looked for.
const LAST_SEARCH: usize = 50;

/// First message and number of messages of each day.
#[derive(Default)]
pub(super) struct Days {
    by_day: BTreeMap<i64, (i64, i64)>,
    /// The day that messages are just arriving for: most follow each other.
    current: Option<(i64, i64, i64)>,
}

impl Days {
    pub(super) fn add(&mut self, at: i64, id: i64) {
        let day = at.div_euclid(DAY_MS);
        match &mut self.current {
            Some((same, _, count)) if *same == day => *count += 1,
            _ => {
                self.flush();
                self.current = Some((day, id, 1));
            }
        }
    }

    fn flush(&mut self) {
        if let Some((day, id, count)) = self.current.take() {
            self.by_day.entry(day).or_insert((id, 0)).1 += count;
        }
    }

    /// Writes days that follow those there are, or stand among them: the first message of a day stays.
    pub(super) fn write(&mut self, tables: &Connection, chat: i64) -> rusqlite::Result<()> {
        self.flush();
        let mut insert = tables.prepare_cached(
            "INSERT INTO day VALUES(?1, ?2, ?3, ?4)
             ON CONFLICT DO UPDATE SET messages = messages + excluded.messages",
        )?;
        for (day, (message, count)) in &self.by_day {
            insert.execute(params![chat, day, message, count])?;
        }
        Ok(())
    }
}

#[derive(Default)]
pub(super) struct Summary {
    pub(super) first_at: Option<i64>,
    pub(super) last_at: Option<i64>,
    pub(super) last: Option<LastLine>,
}

#[derive(Default)]
pub(super) struct LastLine {
    text: Option<String>,
    kind: i64,
    from_me: bool,
}

impl Summary {
    pub(super) fn see(&mut self, at: Option<i64>) {
        if let Some(at) = at {
            self.first_at = Some(self.first_at.map_or(at, |first| first.min(at)));
            self.last_at = Some(self.last_at.map_or(at, |last| last.max(at)));
        }
    }

    /// A message at the end, so far.
    pub(super) fn end_with(&mut self, message: &Message) {
        if message.kind == Kind::System && self.last.is_some() {
            return;
        }
        let media = message.media.as_ref();
        let name = media.and_then(|media| media.name.as_deref());
        let line = self.last.get_or_insert_default();
        line.kind = schema::kind_code(message.kind);
        line.from_me = message.from_me;
        beginning(message.text.as_deref().or(name), &mut line.text);
    }

    /// Writes the last line, when there is one.
    pub(super) fn write_last_line(&self, tables: &Connection, chat: i64) -> rusqlite::Result<()> {
        let Some(last) = &self.last else {
            return Ok(());
        };
        tables
            .prepare_cached(
                "UPDATE chat SET last_text = ?2, last_kind = ?3, last_from_me = ?4 WHERE id = ?1",
            )?
            .execute(params![chat, last.text, last.kind, last.from_me])
            .map(drop)
    }
}

/// The last message that is not a notice, if one stands near the end; else the last.
pub(super) fn last_line(tables: &Connection, chat: i64) -> rusqlite::Result<Option<LastLine>> {
    let mut statement = tables.prepare_cached(
        "SELECT kind, unpack(text), name, flags FROM (
           SELECT m.kind, coalesce(m.text, media.name) AS text, media.name, m.flags,
             row_number() OVER (ORDER BY run.position DESC, m.id DESC) AS n
           FROM (SELECT * FROM run WHERE chat = ?1 ORDER BY position DESC LIMIT ?2) run
             JOIN message m ON m.id >= max(run.first, run.first + run.length - ?2) AND m.id < run.first + run.length
             LEFT JOIN media ON media.message = m.id)
         WHERE n <= ?2 ORDER BY kind = ?3, n LIMIT 1",
    )?;
    let limit = i64::try_from(LAST_SEARCH).unwrap_or(50);
    statement
        .query_row(
            params![chat, limit, schema::kind_code(Kind::System)],
            |row| {
                let mut text = None;
                beginning(row.get_ref(1)?.as_str_or_null()?, &mut text);
                Ok(LastLine {
                    text,
                    kind: row.get(0)?,
                    from_me: row.get::<_, i64>(3)? & flag::FROM_ME != 0,
                })
            },
        )
        .optional()
}

/// Puts the beginning of a text into `into`, reusing its memory.
fn beginning(text: Option<&str>, into: &mut Option<String>) {
    let Some(text) = text else {
        *into = None;
        return;
    };
    let end = text
        .char_indices()
        .nth(LAST_TEXT)
        .map_or(text.len(), |(end, _)| end);
    let part = text.get(..end).unwrap_or_default();
    let into = into.get_or_insert_with(String::new);
    into.clear();
    into.push_str(part);
}
