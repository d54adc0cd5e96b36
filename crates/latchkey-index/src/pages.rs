//! Pages of a chat by position, single messages, and dates turned into positions.
//!
//! A page is a range of ids for each run it touches; what hangs on the messages is read by the same ranges,
//! never joined per row.

use std::collections::HashMap;

use rusqlite::{Connection, OptionalExtension, params};

use crate::error::QueryError;
use crate::index::Index;
use crate::rows::{
    ChatId, MediaRow, MessageId, MessageRow, PersonId, QuotedRow, ReactionRow, SystemRow,
};
use crate::schema::{self, flag};

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
struct Stretch {
    position: i64,
    first: i64,
    length: i64,
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
            read_stretch(&self.tables, stretch, &mut page)?;
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
            &mut found,
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
    let mut statement = tables.prepare_cached(
        "SELECT chat, position + ?1 - first, length - (?1 - first) FROM run WHERE first <= ?1 ORDER BY first DESC LIMIT 1",
    )?;
    let found = statement
        .query_row([id], |row| {
            Ok((
                row.get::<_, i64>(0)?,
                row.get::<_, i64>(1)?,
                row.get::<_, i64>(2)?,
            ))
        })
        .optional()?;
    Ok(found
        .filter(|found| found.2 > 0)
        .map(|(chat, position, _)| (chat, position)))
}

fn stretches(
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

/// Reads the messages of a stretch with everything that hangs on them.
fn read_stretch(
    tables: &Connection,
    stretch: Stretch,
    page: &mut Vec<MessageRow>,
) -> rusqlite::Result<()> {
    let span = [stretch.first, stretch.first + stretch.length - 1];
    let start = page.len();
    let mut carried = 0;
    let mut statement = tables.prepare_cached(
        "SELECT m.id, m.chat, m.flags, m.kind, m.raw_kind, coalesce(p.same_as, m.sender), m.sent_at,
           m.received_after, m.text, m.forwarded, m.edited_at, coalesce(p.name, '+' || p.phone)
         FROM message m LEFT JOIN person p ON p.id = m.sender WHERE m.id BETWEEN ?1 AND ?2 ORDER BY m.id",
    )?;
    let mut rows = statement.query(span)?;
    while let Some(row) = rows.next()? {
        let flags: i64 = row.get(2)?;
        carried |= flags;
        page.push(message_row(row, flags, stretch)?);
    }
    let Some(new) = page.get_mut(start..) else {
        return Ok(());
    };
    let places: HashMap<i64, usize> = new
        .iter()
        .enumerate()
        .map(|(n, row)| (row.id.0, n))
        .collect();
    if carried & flag::MEDIA != 0 {
        read_media(tables, span, |media| {
            set(new, &places, media.message.0, |row| row.media = Some(media))
        })?;
    }
    if carried & flag::QUOTE != 0 {
        read_quotes(tables, span, |id, quote| {
            set(new, &places, id, |row| row.quoted = Some(quote))
        })?;
    }
    if carried & flag::NOTICE != 0 {
        read_notices(tables, span, |id, notice| {
            set(new, &places, id, |row| row.system = Some(notice))
        })?;
    }
    if carried & flag::REACTIONS != 0 {
        read_reactions(tables, span, |id, reaction| {
            set(new, &places, id, |row| row.reactions.push(reaction))
        })?;
    }
    Ok(())
}

fn set(
    rows: &mut [MessageRow],
    places: &HashMap<i64, usize>,
    id: i64,
    change: impl FnOnce(&mut MessageRow),
) {
    if let Some(row) = places.get(&id).and_then(|&n| rows.get_mut(n)) {
        change(row);
    }
}

fn message_row(
    row: &rusqlite::Row<'_>,
    flags: i64,
    stretch: Stretch,
) -> rusqlite::Result<MessageRow> {
    let id: i64 = row.get(0)?;
    let kind = schema::kind(row.get(3)?);
    let sent_at: Option<i64> = row.get(6)?;
    let received_after: Option<i64> = row.get(7)?;
    let raw_kind = row.get::<_, Option<i64>>(4)?;
    Ok(MessageRow {
        id: MessageId(id),
        chat: ChatId(row.get(1)?),
        position: (stretch.position + id - stretch.first)
            .try_into()
            .unwrap_or(0),
        sent_at,
        received_at: received_after.and_then(|after| after.checked_add(sent_at.unwrap_or(0))),
        from_me: flags & flag::FROM_ME != 0,
        sender: row.get::<_, Option<i64>>(5)?.map(PersonId),
        sender_name: row.get(11)?,
        kind,
        raw_kind: raw_kind.filter(|_| kind == latchkey_messages::Kind::Unsupported),
        text: row.get(8)?,
        delivery: schema::delivery_of(flags),
        edited: row.get(10)?,
        starred: flags & flag::STARRED != 0,
        forwarded: row.get(9)?,
        deleted_later: flags & flag::DELETED_LATER != 0,
        ..MessageRow::default()
    })
}

/// Reads the files of messages with ids in `span`.
pub(crate) fn read_media(
    tables: &Connection,
    span: [i64; 2],
    mut each: impl FnMut(MediaRow),
) -> rusqlite::Result<()> {
    let mut statement = tables.prepare_cached(
        "SELECT message, path, name, mime, size, duration, width, height, pages, sha256, found,
           EXISTS(SELECT 1 FROM thumbnail WHERE thumbnail.message = media.message)
         FROM media WHERE message BETWEEN ?1 AND ?2 ORDER BY message",
    )?;
    let mut rows = statement.query(span)?;
    while let Some(row) = rows.next()? {
        each(crate::media::media_row(row)?);
    }
    Ok(())
}

fn read_quotes(
    tables: &Connection,
    span: [i64; 2],
    mut each: impl FnMut(i64, QuotedRow),
) -> rusqlite::Result<()> {
    let mut statement = tables.prepare_cached(
        "SELECT q.message, q.target, q.from_me, coalesce(p.same_as, q.sender), coalesce(p.name, '+' || p.phone),
           q.kind, coalesce(q.text, m.text), m.kind, m.sender, coalesce(o.name, '+' || o.phone), m.flags
         FROM quote q LEFT JOIN message m ON m.id = q.target
           LEFT JOIN person p ON p.id = q.sender LEFT JOIN person o ON o.id = m.sender
         WHERE q.message BETWEEN ?1 AND ?2",
    )?;
    let mut rows = statement.query(span)?;
    while let Some(row) = rows.next()? {
        let id: i64 = row.get(0)?;
        let target: Option<i64> = row.get(1)?;
        let place = match target {
            Some(target) => place_of(tables, target)?,
            None => None,
        };
        let kind = row.get::<_, Option<i64>>(7)?.or(row.get(5)?);
        let from_me = match row.get::<_, Option<i64>>(10)? {
            Some(flags) => flags & flag::FROM_ME != 0,
            None => row.get(2)?,
        };
        each(
            id,
            QuotedRow {
                message: target.map(MessageId),
                chat: place.map(|place| ChatId(place.0)),
                position: place.and_then(|place| place.1.try_into().ok()),
                from_me,
                sender: row.get::<_, Option<i64>>(8)?.or(row.get(3)?).map(PersonId),
                sender_name: row.get::<_, Option<String>>(9)?.or(row.get(4)?),
                kind: kind.map(schema::kind),
                text: row.get(6)?,
            },
        );
    }
    Ok(())
}

fn read_notices(
    tables: &Connection,
    span: [i64; 2],
    mut each: impl FnMut(i64, SystemRow),
) -> rusqlite::Result<()> {
    let mut statement = tables.prepare_cached(
        "SELECT message, action, old_value FROM notice WHERE message BETWEEN ?1 AND ?2",
    )?;
    let mut people = tables.prepare_cached(
        "SELECT coalesce(p.name, '+' || p.phone, '') FROM notice_person n LEFT JOIN person p ON p.id = n.person
         WHERE n.message = ?1 ORDER BY n.n",
    )?;
    let mut rows = statement.query(span)?;
    while let Some(row) = rows.next()? {
        let id: i64 = row.get(0)?;
        let names = people
            .query_map([id], |row| row.get(0))?
            .collect::<rusqlite::Result<_>>()?;
        each(
            id,
            SystemRow {
                action: row.get(1)?,
                people: names,
                old_value: row.get(2)?,
                ..SystemRow::default()
            },
        );
    }
    Ok(())
}

fn read_reactions(
    tables: &Connection,
    span: [i64; 2],
    mut each: impl FnMut(i64, ReactionRow),
) -> rusqlite::Result<()> {
    let mut statement = tables.prepare_cached(
        "SELECT r.message, r.emoji, r.from_me, coalesce(p.same_as, r.sender), coalesce(p.name, '+' || p.phone), r.at
         FROM reaction r LEFT JOIN person p ON p.id = r.sender
         WHERE r.message BETWEEN ?1 AND ?2 ORDER BY r.message, r.n",
    )?;
    let mut rows = statement.query(span)?;
    while let Some(row) = rows.next()? {
        each(
            row.get(0)?,
            ReactionRow {
                emoji: row.get(1)?,
                from_me: row.get(2)?,
                sender: row.get::<_, Option<i64>>(3)?.map(PersonId),
                sender_name: row.get(4)?,
                at: row.get(5)?,
            },
        );
    }
    Ok(())
}
