//! One chat while its messages arrive: what the history has of it, what the source adds, and at its end
//! the runs, the days and the line of the chat list.

mod had;
mod sources;
mod summary;

use std::collections::VecDeque;

use latchkey_messages::{ChatKind, Message};
use rusqlite::{Connection, params};

use self::had::Had;
use self::summary::{Days, Summary, last_line};
use super::identity::{Identity, Key};
use super::order::{self, Placed, Span};
use super::prints::PrintBlocks;
use crate::pages::steady_time;
use crate::schema::flag;

/// The chat whose messages are arriving.
pub(crate) struct OpenChat {
    pub(crate) id: i64,
    /// The sender is part of a message's identity.
    pub(crate) several_senders: bool,
    /// What it had before this visit; nothing for a chat that is new to the history.
    had: Had,
    /// The source's order; kept only when there is something to merge with.
    source: Vec<Span>,
    added: i64,
    first_added: i64,
    days: Days,
    summary: Summary,
    /// Content of a known message was changed.
    pub(crate) touched: bool,
}

impl OpenChat {
    /// Reads where the messages stand that the history has of a chat.
    pub(crate) fn open(tables: &Connection, id: i64, kind: ChatKind) -> rusqlite::Result<Self> {
        Ok(Self {
            id,
            several_senders: kind != ChatKind::Person,
            had: Had::read(tables, id)?,
            source: Vec::new(),
            added: 0,
            first_added: 0,
            days: Days::default(),
            summary: Summary::default(),
            touched: false,
        })
    }

    /// The history had messages of this chat before this visit.
    pub(crate) fn has_known(&self) -> bool {
        self.had.count > 0
    }

    /// The place and the message that the source is expected to have next.
    pub(crate) fn expected(&mut self) -> Option<(i64, i64)> {
        self.had.expected()
    }

    /// Places and messages that may be the one with this print of its identity. What the source has met is not among
    /// them: of two messages that are the same to the last letter each is one of the history's.
    pub(crate) fn candidates(
        &mut self,
        identity: u32,
        sender: Option<i64>,
        prints: &mut PrintBlocks<'_>,
        sender_of: &dyn Fn(i64) -> rusqlite::Result<Option<i64>>,
    ) -> rusqlite::Result<Vec<(i64, i64)>> {
        let places = self.had.find(identity, sender, prints, sender_of)?;
        Ok(places
            .into_iter()
            .filter_map(|place| Some((place, self.had.id_at(place)?)))
            .collect())
    }

    /// The source has the message at this place.
    pub(crate) fn meet(&mut self, place: i64, message: &Message) {
        if !self.had.is_met(place) {
            match self.had.id_at(place).filter(|_| is_undated(message)) {
                Some(id) => self.source.push(Span::Undated { id }),
                None => order::push_had(&mut self.source, place),
            }
        }
        self.had.meet(place);
    }

    /// A message that is new to the history was written.
    pub(crate) fn add(&mut self, id: i64, message: &Message) {
        if self.added == 0 {
            self.first_added = id;
        }
        self.added += 1;
        let received_after = received_after(message);
        let at = steady_time(message.sent_at, received_after);
        if let Some(at) = at {
            self.days.add(at, id);
        }
        self.summary.see(at);
        if self.has_known() {
            match at {
                Some(_) => order::push_new(&mut self.source, id),
                None => self.source.push(Span::Undated { id }),
            }
        } else {
            self.summary.end_with(message);
        }
    }

    /// Writes where everything stands now.
    pub(crate) fn close(mut self, tables: &Connection) -> rusqlite::Result<()> {
        let moved = self.added > 0 || self.has_undated();
        if moved {
            if self.goes_on_at_the_end() {
                self.append(tables)?;
            } else {
                self.renumber(tables)?;
            }
            self.days.write(tables, self.id)?;
            self.write_span(tables)?;
        }
        if self.has_known() && (moved || self.touched) {
            self.summary.last = last_line(tables, self.id)?;
        }
        self.summary.write_last_line(tables, self.id)
    }

    /// The source has messages without a date: what it says of their places may move those that the history has.
    fn has_undated(&self) -> bool {
        let undated = |span: &Span| matches!(span, Span::Undated { .. });
        self.source.iter().any(undated)
    }

    /// Every new message comes after all that the history has, one id after the other.
    fn goes_on_at_the_end(&self) -> bool {
        if self.has_undated() {
            return false;
        }
        let last = self.source.len().checked_sub(2).map(|n| self.source[n]);
        match (last, self.source.last()) {
            (_, None) => true,
            (Some(Span::Had { to, .. }), Some(Span::New { .. })) => {
                let news = self
                    .source
                    .iter()
                    .filter(|span| matches!(span, Span::New { .. }));
                to == self.had.count && news.count() == 1
            }
            _ => false,
        }
    }

    fn append(&self, tables: &Connection) -> rusqlite::Result<()> {
        tables
            .prepare_cached("INSERT INTO run VALUES(?1, ?2, ?3, ?4)")?
            .execute([self.id, self.had.count, self.first_added, self.added])
            .map(drop)
    }

    /// Puts the new messages in their places among the known ones.
    fn renumber(&mut self, tables: &Connection) -> rusqlite::Result<()> {
        let stored = Stored {
            tables,
            had: &self.had,
        };
        let merged = order::merge(self.had.count, &self.source, &stored)?;
        tables
            .prepare_cached("DELETE FROM run WHERE chat = ?1")?
            .execute([self.id])?;
        tables
            .prepare_cached("DELETE FROM day WHERE chat = ?1")?
            .execute([self.id])?;
        let mut insert = tables.prepare_cached("INSERT INTO run VALUES(?1, ?2, ?3, ?4)")?;
        let mut times = tables.prepare_cached(
            "SELECT id, sent_at, received_after FROM message WHERE id >= ?1 AND id < ?1 + ?2 ORDER BY id",
        )?;
        self.days = Days::default();
        let mut undated = Vec::new();
        for &(first, length) in &merged {
            let mut rows = times.query([first, length])?;
            while let Some(row) = rows.next()? {
                match steady_time(row.get(1)?, row.get(2)?) {
                    Some(at) => self.days.add(at, row.get(0)?),
                    None => undated.push(row.get(0)?),
                }
            }
        }
        let mut position = 0;
        for (first, length) in self.settle_undated(&stored, merged, undated)? {
            insert.execute(params![self.id, position, first, length])?;
            position += length;
        }
        Ok(())
    }

    /// How many messages it has, from when to when.
    fn write_span(&self, tables: &Connection) -> rusqlite::Result<()> {
        tables
            .prepare_cached(
                "UPDATE chat SET messages = ?2, first_at = coalesce(min(first_at, ?3), first_at, ?3),
                   last_at = coalesce(max(last_at, ?4), last_at, ?4) WHERE id = ?1",
            )?
            .execute(params![
                self.id,
                self.had.count + self.added,
                self.summary.first_at,
                self.summary.last_at
            ])
            .map(drop)
    }
}

fn is_undated(message: &Message) -> bool {
    steady_time(message.sent_at, received_after(message)).is_none()
}

/// Milliseconds from the sender's clock, or from 0 without one, to when the phone received it.
pub(crate) fn received_after(message: &Message) -> Option<i64> {
    let received = message.received_at?;
    received.checked_sub(message.sent_at.unwrap_or(0))
}

/// When the phone had a message: it wrote its own at once, and others' when they came. In this order it showed them.
fn arrived_at(from_me: bool, sent_at: Option<i64>, received_after: Option<i64>) -> Option<i64> {
    let received = received_after.map(|after| after.saturating_add(sent_at.unwrap_or(0)));
    if from_me {
        sent_at.or(received)
    } else {
        received.or(sent_at)
    }
}

/// A chat as it is stored, where two orders are put together.
struct Stored<'a> {
    tables: &'a Connection,
    had: &'a Had,
}

impl order::Chat for Stored<'_> {
    fn placed(&self, first: i64, length: i64, into: &mut VecDeque<Placed>) -> rusqlite::Result<()> {
        let mut statement = self.tables.prepare_cached(
            "SELECT id, flags, kind, sent_at, received_after, key, CASE WHEN key IS NULL THEN unpack(text) END
             FROM message WHERE id >= ?1 AND id < ?1 + ?2 ORDER BY id",
        )?;
        let mut rows = statement.query([first, length])?;
        while let Some(row) = rows.next()? {
            let from_me = row.get::<_, i64>(1)? & flag::FROM_ME != 0;
            let (kind, sent_at) = (row.get(2)?, row.get(3)?);
            let key = Key::read(row.get_ref(5)?);
            let text = row.get_ref(6)?.as_str_or_null()?;
            let identity = Identity::new(&key, from_me, sent_at, kind, text);
            into.push_back(Placed {
                id: row.get(0)?,
                at: arrived_at(from_me, sent_at, row.get(4)?),
                tie: identity.tie(),
            });
        }
        Ok(())
    }

    fn ids(&self, from: i64, to: i64, into: &mut Vec<(i64, i64)>) {
        self.had.ids(from, to, into);
    }
}
