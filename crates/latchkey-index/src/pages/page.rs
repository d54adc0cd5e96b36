//! The rows of one part of a page, and how each table fills them: by one range of ids.

use std::collections::HashSet;
use std::ops::ControlFlow;

use rusqlite::{Connection, Row};

use super::{Stretch, beside, content, mentions};
use crate::rows::{ChatId, MessageId, MessageRow, PersonId};
use crate::schema::{self, flag};

/// How much of a message's lists is read; of the rest it is said how many there are.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Limits {
    /// What people gave to one message: reactions, votes, answers.
    pub(crate) given: usize,
    /// Options that the votes of one poll chose together: votes beyond are counted only.
    pub(crate) chosen: usize,
    /// Contact cards, and people of one card.
    pub(crate) cards: usize,
    /// Parts; an album has a hundred pictures.
    pub(crate) parts: usize,
}

impl Limits {
    /// For a page on a screen. The largest groups have not many more than a thousand members.
    pub(crate) const PAGE: Self = Self {
        given: 1000,
        chosen: 20_000,
        cards: 100,
        parts: 200,
    };
}

/// Messages with consecutive ids, being filled.
pub(super) struct Page<'p> {
    pub(super) tables: &'p Connection,
    pub(super) rows: &'p mut [MessageRow],
    pub(super) limits: Limits,
    span: [i64; 2],
}

impl Page<'_> {
    /// Reads rows whose first column is a message, for the whole range, each into its message.
    pub(super) fn fill(
        &mut self,
        sql: &str,
        mut set: impl FnMut(&mut MessageRow, &Row<'_>) -> rusqlite::Result<()>,
    ) -> rusqlite::Result<()> {
        let mut statement = self.tables.prepare_cached(sql)?;
        let mut found = statement.query(self.span)?;
        while let Some(row) = found.next()? {
            let id: i64 = row.get(0)?;
            if let Ok(n) = self.rows.binary_search_by_key(&id, |row| row.id.0)
                && let Some(message) = self.rows.get_mut(n)
            {
                set(message, row)?;
            }
        }
        Ok(())
    }

    /// As [`Page::fill`], in the order of the messages; where `set` breaks, the rest of a message is not looked at.
    pub(super) fn fill_first(
        &mut self,
        sql: &str,
        mut set: impl FnMut(&mut MessageRow, &Row<'_>) -> rusqlite::Result<ControlFlow<()>>,
    ) -> rusqlite::Result<()> {
        let mut statement = self.tables.prepare_cached(sql)?;
        let [mut from, to] = self.span;
        loop {
            let mut found = statement.query([from, to])?;
            let mut full = None;
            while let Some(row) = found.next()? {
                let id: i64 = row.get(0)?;
                if let Ok(n) = self.rows.binary_search_by_key(&id, |row| row.id.0)
                    && let Some(message) = self.rows.get_mut(n)
                    && set(message, row)?.is_break()
                {
                    full = Some(id);
                    break;
                }
            }
            match full {
                Some(id) if id < to => from = id + 1,
                _ => return Ok(()),
            }
        }
    }

    /// For the messages whose list is full: how many more entries a table has. `lists` says of a message how many it has
    /// and where the number of the others goes.
    pub(super) fn count_more(
        &mut self,
        most: usize,
        count: &str,
        lists: impl Fn(&mut MessageRow) -> Option<(usize, &mut u64)>,
    ) -> rusqlite::Result<()> {
        for message in self.rows.iter_mut() {
            let id = message.id.0;
            let Some((read, more)) = lists(message).filter(|(read, _)| *read >= most) else {
                continue;
            };
            let all: i64 = self
                .tables
                .prepare_cached(count)?
                .query_row([id], |row| row.get(0))?;
            *more = u64::try_from(all).unwrap_or(0).saturating_sub(read as u64);
        }
        Ok(())
    }
}

/// Goes on while a list has room for one more.
pub(super) fn room<T>(list: &[T], most: usize) -> ControlFlow<()> {
    match list.len() < most {
        true => ControlFlow::Continue(()),
        false => ControlFlow::Break(()),
    }
}

/// A message itself. What a page does not show - the source's number of its kind, its key - stands at [`RAW_KIND`] and
/// [`KEY`].
const MESSAGES: &str = "SELECT m.id, m.chat, m.flags, m.kind, m.raw_kind, coalesce(p.same_as, m.sender), m.sent_at,
       m.received_after, unpack(m.text), m.forwarded, m.edited_at, coalesce(p.name, '+' || p.phone), m.device, m.key
     FROM message m LEFT JOIN person p ON p.id = m.sender WHERE m.id BETWEEN ?1 AND ?2 ORDER BY m.id";
pub(crate) const RAW_KIND: usize = 4;
pub(crate) const KEY: usize = 13;

/// Reads the messages of a stretch with everything that hangs on them. `each` sees every message's own row as it is
/// stored. Which flags they have together.
pub(crate) fn read_stretch(
    tables: &Connection,
    stretch: Stretch,
    limits: Limits,
    page: &mut Vec<MessageRow>,
    mut each: impl FnMut(&MessageRow, &Row<'_>) -> rusqlite::Result<()>,
) -> rusqlite::Result<i64> {
    let span = [stretch.first, stretch.first + stretch.length - 1];
    let start = page.len();
    let mut carried = 0;
    let mut statement = tables.prepare_cached(MESSAGES)?;
    let mut rows = statement.query(span)?;
    while let Some(row) = rows.next()? {
        let flags: i64 = row.get(2)?;
        carried |= flags;
        let message = message_row(row, flags, stretch)?;
        each(&message, row)?;
        page.push(message);
    }
    let mut page = Page {
        tables,
        rows: page.get_mut(start..).unwrap_or_default(),
        limits,
        span,
    };
    for (bit, fill) in FILLERS {
        if carried & bit != 0 {
            fill(&mut page)?;
        }
    }
    beside::kept_texts(&mut page)?;
    beside::own_marks(&mut page)?;
    beside::parts(&mut page)?;
    Ok(carried)
}

type Filler = fn(&mut Page<'_>) -> rusqlite::Result<()>;

/// What to read where a message of the range has the bit.
const FILLERS: [(i64, Filler); 17] = [
    (flag::MENTIONS, mentions::fill),
    (flag::MEDIA, beside::media),
    (flag::QUOTE, beside::quotes),
    (flag::NOTICE, beside::notices),
    (flag::REACTIONS, beside::reactions),
    (flag::LINK, content::links),
    (flag::PLACE, content::places),
    (flag::CONTACTS, content::contacts),
    (flag::POLL, content::polls),
    // After the places, of which it takes its own.
    (flag::EVENT, content::events),
    (flag::INVITE, content::invites),
    (flag::BUSINESS, content::businesses),
    (flag::PART, beside::part_of),
    (flag::DISAPPEARING, beside::disappearing),
    (flag::MARKS, beside::marks),
    (flag::REVOKED, beside::revoked),
    (flag::CHANNEL, beside::channel),
];

fn message_row(row: &Row<'_>, flags: i64, stretch: Stretch) -> rusqlite::Result<MessageRow> {
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
        view_once: schema::view_once_of(flags),
        broadcast: flags & flag::BROADCAST != 0,
        device: row.get(12)?,
        ..MessageRow::default()
    })
}

/// Of several gifts of one person - two of whose addresses turned out to be one - only the newest, in order of time.
pub(super) fn newest_of_each<T>(
    gifts: &mut Vec<T>,
    giver: impl Fn(&T) -> (Option<PersonId>, Option<i64>),
) {
    gifts.sort_by_key(|gift| giver(gift).1);
    gifts.reverse();
    let mut known = HashSet::new();
    gifts.retain(|gift| giver(gift).0.is_none_or(|person| known.insert(person)));
    gifts.reverse();
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn of_very_many_gifts_of_two_people_the_newest_of_each_stays_and_all_of_unknown_people() {
        // Compared with each other these would be 10^11 pairs.
        let mut gifts: Vec<_> = (0..300_000)
            .map(|at| (Some(PersonId(at)), Some(at)))
            .collect();
        gifts.extend((0..300_000).map(|at| (Some(PersonId(at)), Some(at + 300_000))));
        gifts.extend([(None, Some(1)), (None, Some(2))]);
        newest_of_each(&mut gifts, |gift| *gift);
        assert_eq!(gifts.len(), 300_002);
        assert_eq!(gifts[..2], [(None, Some(1)), (None, Some(2))]);
        assert_eq!(gifts[2], (Some(PersonId(0)), Some(300_000)));
    }
}
