//! Pages of a chat by position, single messages, and dates turned into positions.
//!
//! A page is a range of ids for each run it touches; what hangs on the messages is read by the same ranges,
//! never joined per row.

mod beside;
mod content;
pub(crate) mod mentions;
pub(crate) mod page;
mod receipts;

use rusqlite::{Connection, OptionalExtension, params};

use self::page::{Limits, read_stretch};
use crate::error::QueryError;
use crate::index::Index;
use crate::rows::{ChatId, MessageId, MessageRow};

const DAY_MS: i64 = 86_400_000;

/// When a message belongs in time: the sender's clock, unless that is more than a day after the phone
/// received it; then the phone's own clock is the better one. `received_after`: milliseconds after the
/// sender's clock, or after 0 without one.
pub(crate) fn steady_time(sent_at: Option<i64>, received_after: Option<i64>) -> Option<i64> {
    match (sent_at, received_after) {
        (Some(sent), Some(after)) if after < -DAY_MS => Some(sent.saturating_add(after)),
        (Some(sent), _) => Some(sent),
        (None, received) => received,
    }
}

/// Part of a page: messages with consecutive ids at consecutive positions.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Stretch {
    pub(crate) position: i64,
    pub(crate) first: i64,
    pub(crate) length: i64,
}

impl Index {
    /// Messages of a chat from position `from` on, at most `limit` of them, in order. Past the end: none.
    ///
    /// # Errors
    /// What reading the tables meets.
    pub fn messages(
        &self,
        chat: ChatId,
        from: u64,
        limit: u32,
    ) -> Result<Vec<MessageRow>, QueryError> {
        let mut page = Vec::new();
        for stretch in stretches(&self.tables, chat, from, limit)? {
            read_stretch(
                &self.tables,
                stretch,
                Limits::PAGE,
                &mut page,
                |_, _| Ok(()),
            )?;
        }
        Ok(page)
    }

    /// One message, if the history has it.
    ///
    /// # Errors
    /// What reading the tables meets.
    pub fn message(&self, id: MessageId) -> Result<Option<MessageRow>, QueryError> {
        let Some((_, position)) = place_of(&self.tables, id.0)? else {
            return Ok(None);
        };
        let mut found = Vec::new();
        read_stretch(
            &self.tables,
            Stretch {
                position,
                first: id.0,
                length: 1,
            },
            Limits::PAGE,
            &mut found,
            |_, _| Ok(()),
        )?;
        Ok(found.pop())
    }

    /// Where a message stands now: its chat and its position there.
    ///
    /// # Errors
    /// What reading the tables meets.
    pub fn position_of(&self, id: MessageId) -> Result<Option<(ChatId, u64)>, QueryError> {
        let place = place_of(&self.tables, id.0)?;
        Ok(place.map(|(chat, position)| (ChatId(chat), position.try_into().unwrap_or(0))))
    }

    /// The first position of a chat at or after a time (milliseconds UTC); the number of its messages when
    /// all are older. Clocks disagree, so a few later positions may still hold older dates.
    ///
    /// # Errors
    /// What reading the tables meets.
    pub fn position_at(&self, chat: ChatId, at: i64) -> Result<u64, QueryError> {
        let day = at.div_euclid(DAY_MS);
        let mut statement = self.tables.prepare_cached(
            "SELECT day, message, messages FROM day WHERE chat = ?1 AND day >= ?2 ORDER BY day LIMIT 2",
        )?;
        let mut rows = statement.query([chat.0, day])?;
        while let Some(row) = rows.next()? {
            let message: i64 = row.get(1)?;
            let Some((_, position)) = place_of(&self.tables, message)? else {
                continue;
            };
            let from = u64::try_from(position).unwrap_or(0);
            if row.get::<_, i64>(0)? > day {
                return Ok(from);
            }
            let of_that_day = row.get(2)?;
            if let Some(position) = self.first_since(chat, from, day, of_that_day, at)? {
                return Ok(position);
            }
        }
        let messages = self
            .tables
            .prepare_cached("SELECT messages FROM chat WHERE id = ?1")?
            .query_row([chat.0], |row| row.get::<_, i64>(0))
            .optional()?;
        Ok(messages
            .and_then(|messages| messages.try_into().ok())
            .unwrap_or(0))
    }

    /// Looks through the messages of one day, which begin at `from`, for the first at or after `at`.
    fn first_since(
        &self,
        chat: ChatId,
        from: u64,
        day: i64,
        of_that_day: i64,
        at: i64,
    ) -> rusqlite::Result<Option<u64>> {
        let mut statement = self.tables.prepare_cached(
            "SELECT run.position + m.id - run.first, m.sent_at, m.received_after
             FROM run JOIN message m ON m.id >= run.first AND m.id < run.first + run.length
             WHERE run.chat = ?1
               AND run.position >= (SELECT max(position) FROM run WHERE chat = ?1 AND position <= ?2)
               AND m.id >= run.first + ?2 - run.position
             ORDER BY run.position, m.id",
        )?;
        let mut left = of_that_day;
        let mut rows = statement.query(params![chat.0, from.cast_signed()])?;
        while let Some(row) = rows.next()? {
            let Some(time) = steady_time(row.get(1)?, row.get(2)?) else {
                continue;
            };
            if time.div_euclid(DAY_MS) != day {
                continue;
            }
            if time >= at {
                return Ok(row.get::<_, i64>(0)?.try_into().ok());
            }
            left -= 1;
            if left == 0 {
                break;
            }
        }
        Ok(None)
    }
}

/// The chat and the position of a message.
pub(crate) fn place_of(tables: &Connection, id: i64) -> rusqlite::Result<Option<(i64, i64)>> {
    let found = rest_of_run(tables, id)?;
    Ok(found.map(|(chat, rest)| (chat, rest.position)))
}

/// The chat of a message, and the stretch from it to the end of its run.
pub(crate) fn rest_of_run(
    tables: &Connection,
    id: i64,
) -> rusqlite::Result<Option<(i64, Stretch)>> {
    let mut statement = tables.prepare_cached(
        "SELECT chat, position + ?1 - first, length - (?1 - first) FROM run WHERE first <= ?1 ORDER BY first DESC LIMIT 1",
    )?;
    let found = statement
        .query_row([id], |row| {
            let rest = Stretch {
                position: row.get(1)?,
                first: id,
                length: row.get(2)?,
            };
            Ok((row.get::<_, i64>(0)?, rest))
        })
        .optional()?;
    Ok(found.filter(|(_, rest)| rest.length > 0))
}

/// The parts of a chat's messages from a position on, in order.
pub(crate) fn stretches(
    tables: &Connection,
    chat: ChatId,
    from: u64,
    limit: u32,
) -> rusqlite::Result<Vec<Stretch>> {
    let Ok(from) = i64::try_from(from) else {
        return Ok(Vec::new());
    };
    let to = from.saturating_add(i64::from(limit));
    let mut statement = tables.prepare_cached(
        "SELECT position, first, length FROM run WHERE chat = ?1 AND position < ?3
           AND position >= (SELECT max(position) FROM run WHERE chat = ?1 AND position <= ?2) ORDER BY position",
    )?;
    let rows = statement.query_map([chat.0, from, to], |row| {
        let run = Stretch {
            position: row.get(0)?,
            first: row.get(1)?,
            length: row.get(2)?,
        };
        let skip = (from - run.position).clamp(0, run.length);
        let end = (to - run.position).clamp(0, run.length);
        Ok(Stretch {
            position: run.position + skip,
            first: run.first + skip,
            length: end - skip,
        })
    })?;
    rows.filter(|stretch| {
        stretch.as_ref().is_ok_and(|stretch| stretch.length > 0) || stretch.is_err()
    })
    .collect()
}
