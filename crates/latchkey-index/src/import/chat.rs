//! One chat while its messages arrive: what the history has of it, what the source adds, and at its end
//! the runs, the days and the line of the chat list.

use std::collections::{BTreeMap, HashMap};

use latchkey_messages::{ChatKind, Kind, Message};
use rusqlite::{Connection, OptionalExtension, params};

use super::identity::{Identity, Key};
use super::order::{self, Placed};
use crate::pages::steady_time;
use crate::schema::{self, flag};

const DAY_MS: i64 = 86_400_000;
/// Letters of the last message that the chat list keeps.
const LAST_TEXT: usize = 200;
/// How far back the last message that is not a notice is looked for.
const LAST_SEARCH: usize = 50;

/// A message that the history has already.
#[derive(Debug, Clone, Copy)]
pub(crate) struct KnownMessage {
    pub(crate) placed: Placed,
    pub(crate) flags: i64,
    pub(crate) kind: i64,
    sender: i64,
    taken: bool,
    next: Option<u32>,
}

/// The chat whose messages are arriving.
pub(crate) struct OpenChat {
    pub(crate) id: i64,
    several_senders: bool,
    /// Messages it had before this visit, in order; empty for a chat that is new to the history.
    known: Vec<KnownMessage>,
    by_identity: HashMap<Identity, u32>,
    /// The source's order; kept only when there is something to merge with.
    source: Vec<Placed>,
    pub(crate) added: u64,
    first_added: i64,
    days: Days,
    summary: Summary,
    /// Content of a known message was changed.
    pub(crate) touched: bool,
}

/// First message and number of messages of each day.
#[derive(Default)]
struct Days {
    by_day: BTreeMap<i64, (i64, i64)>,
    /// The day that messages are just arriving for: most follow each other.
    current: Option<(i64, i64, i64)>,
}

impl Days {
    fn add(&mut self, at: i64, id: i64) {
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
}

#[derive(Default)]
struct Summary {
    first_at: Option<i64>,
    last_at: Option<i64>,
    last: Option<LastLine>,
}

struct LastLine {
    text: Option<String>,
    kind: i64,
    from_me: bool,
}

impl Summary {
    fn see(&mut self, at: Option<i64>) {
        if let Some(at) = at {
            self.first_at = Some(self.first_at.map_or(at, |first| first.min(at)));
            self.last_at = Some(self.last_at.map_or(at, |last| last.max(at)));
        }
    }
}

impl OpenChat {
    /// Reads what the history has of a chat.
    pub(crate) fn open(tables: &Connection, id: i64, kind: ChatKind) -> rusqlite::Result<Self> {
        let mut chat = Self {
            id,
            several_senders: kind != ChatKind::Person,
            known: Vec::new(),
            by_identity: HashMap::new(),
            source: Vec::new(),
            added: 0,
            first_added: 0,
            days: Days::default(),
            summary: Summary::default(),
            touched: false,
        };
        let mut statement = tables.prepare_cached(
            "SELECT m.id, m.flags, m.kind, m.sender, m.sent_at, m.received_after, m.key,
               CASE WHEN m.key IS NULL THEN m.text END, p.same_as
             FROM run JOIN message m ON m.id >= run.first AND m.id < run.first + run.length
               LEFT JOIN person p ON p.id = m.sender
             WHERE run.chat = ?1 ORDER BY run.position, m.id",
        )?;
        let mut rows = statement.query([id])?;
        while let Some(row) = rows.next()? {
            chat.know(row)?;
        }
        Ok(chat)
    }

    fn know(&mut self, row: &rusqlite::Row<'_>) -> rusqlite::Result<()> {
        let flags: i64 = row.get(1)?;
        let kind: i64 = row.get(2)?;
        let sent_at: Option<i64> = row.get(4)?;
        let key = Key::read(row.get_ref(6)?);
        let text = row.get_ref(7)?.as_str_or_null()?;
        let identity = Identity::new(&key, flags & flag::FROM_ME != 0, sent_at, kind, text);
        let sender: Option<i64> = row.get(3)?;
        let stays: Option<i64> = row.get(8)?;
        let place = u32::try_from(self.known.len()).unwrap_or(u32::MAX);
        let next = self.by_identity.insert(identity, place);
        self.known.push(KnownMessage {
            placed: Placed {
                id: row.get(0)?,
                at: steady_time(sent_at, row.get(5)?),
                tie: identity.tie(),
            },
            flags,
            kind,
            sender: stays.or(sender).unwrap_or(0),
            taken: false,
            next,
        });
        Ok(())
    }

    /// The history had messages of this chat before this visit.
    pub(crate) fn has_known(&self) -> bool {
        !self.known.is_empty()
    }

    /// The history's message that this one is, if it has it. Each is found once.
    pub(crate) fn take(&mut self, identity: Identity, sender: Option<i64>) -> Option<KnownMessage> {
        let mut at = self.by_identity.get(&identity).copied();
        let mut again = None;
        while let Some(place) = at {
            let known = self.known.get_mut(place as usize)?;
            let sender = sender.unwrap_or(0);
            if !self.several_senders || sender == known.sender || sender == 0 || known.sender == 0 {
                if !known.taken {
                    known.taken = true;
                    self.source.push(known.placed);
                    return Some(*known);
                }
                again = Some(*known);
            }
            at = known.next;
        }
        again
    }

    /// A message that is new to the history was written.
    pub(crate) fn add(&mut self, id: i64, message: &Message, tie: u64) {
        let received_after = message
            .received_at
            .and_then(|received| received.checked_sub(message.sent_at.unwrap_or(0)));
        let at = steady_time(message.sent_at, received_after);
        if self.added == 0 {
            self.first_added = id;
        }
        self.added += 1;
        if self.has_known() {
            self.source.push(Placed { id, at, tie });
            return;
        }
        if let Some(at) = at {
            self.days.add(at, id);
        }
        self.summary.see(at);
        if message.kind != Kind::System || self.summary.last.is_none() {
            let name = message
                .media
                .as_ref()
                .and_then(|media| media.name.as_deref());
            let line = self.summary.last.get_or_insert(LastLine {
                text: None,
                kind: 0,
                from_me: false,
            });
            line.kind = schema::kind_code(message.kind);
            line.from_me = message.from_me;
            beginning(message.text.as_deref().or(name), &mut line.text);
        }
    }

    /// Writes where everything stands now.
    pub(crate) fn close(mut self, tables: &Connection) -> rusqlite::Result<()> {
        if self.added > 0 {
            if self.has_known() {
                self.renumber(tables)?;
            } else {
                tables
                    .prepare_cached("INSERT INTO run VALUES(?1, 0, ?2, ?3)")?
                    .execute(params![self.id, self.first_added, self.added.cast_signed()])?;
            }
            self.write_days(tables)?;
        }
        if self.has_known() && (self.added > 0 || self.touched) {
            self.summary.last = last_line(tables, self.id)?;
        }
        if self.added > 0 {
            self.write_summary(tables)
        } else if self.touched {
            self.write_last_line(tables)
        } else {
            Ok(())
        }
    }

    /// Puts the new messages in their places among the known ones.
    fn renumber(&mut self, tables: &Connection) -> rusqlite::Result<()> {
        let existing: Vec<Placed> = self.known.iter().map(|known| known.placed).collect();
        self.by_identity = HashMap::new();
        let merged = order::merge(&existing, &self.source);
        tables.execute("DELETE FROM run WHERE chat = ?1", [self.id])?;
        tables.execute("DELETE FROM day WHERE chat = ?1", [self.id])?;
        let mut insert = tables.prepare_cached("INSERT INTO run VALUES(?1, ?2, ?3, ?4)")?;
        let mut position = 0;
        for (first, length) in order::runs(merged.iter().map(|placed| placed.id)) {
            insert.execute(params![self.id, position, first, length])?;
            position += length;
        }
        for placed in &merged {
            if let Some(at) = placed.at {
                self.days.add(at, placed.id);
            }
            self.summary.see(placed.at);
        }
        Ok(())
    }

    fn write_days(&mut self, tables: &Connection) -> rusqlite::Result<()> {
        self.days.flush();
        let mut insert = tables.prepare_cached("INSERT INTO day VALUES(?1, ?2, ?3, ?4)")?;
        for (day, (message, count)) in &self.days.by_day {
            insert.execute(params![self.id, day, message, count])?;
        }
        Ok(())
    }

    fn write_summary(&self, tables: &Connection) -> rusqlite::Result<()> {
        let messages = self.known.len() as u64 + self.added;
        tables
            .prepare_cached(
                "UPDATE chat SET messages = ?2, first_at = ?3, last_at = ?4 WHERE id = ?1",
            )?
            .execute(params![
                self.id,
                messages.cast_signed(),
                self.summary.first_at,
                self.summary.last_at
            ])?;
        self.write_last_line(tables)
    }

    fn write_last_line(&self, tables: &Connection) -> rusqlite::Result<()> {
        let Some(last) = &self.summary.last else {
            return Ok(());
        };
        tables
            .prepare_cached(
                "UPDATE chat SET last_text = ?2, last_kind = ?3, last_from_me = ?4 WHERE id = ?1",
            )?
            .execute(params![self.id, last.text, last.kind, last.from_me])
            .map(drop)
    }
}

/// The last message that is not a notice, if one stands near the end; else the last.
fn last_line(tables: &Connection, chat: i64) -> rusqlite::Result<Option<LastLine>> {
    let mut statement = tables.prepare_cached(
        "SELECT kind, text, name, flags FROM (
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
