//! One pass over the message table that finds the order in which to read it and what its quotations point to.
//!
//! No index of the source is trusted: sixteen bytes for each message are kept, sorted by chat, the source's own order
//! and row, and the rows are fetched by number afterwards.

use std::collections::HashMap;
use std::hash::{BuildHasher, RandomState};
use std::ops::ControlFlow;

use rusqlite::{Connection, Row};

use crate::PersonId;
use crate::chats::Chats;
use crate::people::{Changes, People};
use crate::scan::{Scanned, scan};
use crate::schema::{Schema, Table};
use crate::side::RowSet;
use crate::value;

/// Messages in reading order.
#[derive(Debug, Default)]
pub(crate) struct Order {
    entries: Vec<Entry>,
    /// Row numbers that do not fit an entry.
    wide: Vec<i64>,
    /// Every message's id.
    ids: RowSet,
    /// Rows of the message table, lost ones included.
    pub(crate) rows: u64,
    /// Placeholder rows.
    pub(crate) sentinels: u64,
    /// Rows lost in damaged pages.
    pub(crate) lost: u64,
    quotes: Quotes,
}

/// Where a message stands.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Place {
    /// Place of its chat among the chats.
    pub(crate) chat: u32,
    /// The source's own order within the chat.
    pub(crate) sort: i64,
    /// Row number in the message table.
    pub(crate) number: i64,
}

/// One message: 16 bytes.
#[derive(Debug, Clone, Copy)]
struct Entry {
    sort: i64,
    /// Place of the chat; the top bit says that `row` is a place in `wide`.
    chat: u32,
    row: u32,
}

const WIDE: u32 = 1 << 31;

/// `message_type` of a notice, and `status` of one in the old table: nobody wrote them.
const SYSTEM: i64 = 7;
const SYSTEM_STATUS: i64 = 6;

impl Order {
    /// Orders the `message` table.
    pub(crate) fn modern(
        connection: &Connection,
        schema: &Schema,
        chats: &mut Chats,
        people: &People,
        changes: &mut Changes,
    ) -> rusqlite::Result<Self> {
        let Some(table) = schema.table("message") else {
            return Ok(Self::default());
        };
        let mut order = Self {
            quotes: Quotes::wanted_modern(connection, schema)?,
            ..Self::default()
        };
        order.reserve(connection, table);
        let mut columns = vec!["_id", "chat_row_id", "sort_id", "key_id", "status"];
        let watched = !changes.is_empty();
        if watched {
            columns.extend(["timestamp", "from_me", "message_type", "sender_jid_row_id"]);
        }
        let select = table.select(&columns);
        let (has_sort, has_key) = (table.has("sort_id"), table.has("key_id"));
        let scanned = scan(connection, &select, None, &mut |number, row| {
            let chat_row = value::integer(row, 2);
            let no_key = !has_key || value::cell(row, 4).as_bytes().is_ok_and(|key| key == b"-1");
            let placeholder = chat_row == Some(-1) && no_key;
            if placeholder || value::integer(row, 5) == Some(-1) {
                order.sentinels += 1;
                return ControlFlow::Continue(());
            }
            let id = value::integer(row, 1).unwrap_or(number);
            let sort = if has_sort {
                value::integer(row, 3).unwrap_or(id)
            } else {
                id
            };
            order
                .quotes
                .met(id, &chat_row.unwrap_or(0).to_le_bytes(), row, 4);
            let chat = chats.of_row(chat_row);
            if watched && value::integer(row, 8) != Some(SYSTEM) {
                let sender = value::reference(row, 9).and_then(|jid| people.by_row(jid));
                let sender = sender.or_else(|| chats.peer_at(chat));
                watch(changes, row, sender);
            }
            order.push(chat, sort, number, id);
            ControlFlow::Continue(())
        })?;
        order.finish(connection, table, &scanned);
        Ok(order)
    }

    /// Orders the `messages` table.
    pub(crate) fn legacy(
        connection: &Connection,
        schema: &Schema,
        chats: &mut Chats,
        people: &mut People,
        changes: &mut Changes,
    ) -> rusqlite::Result<Self> {
        let Some(table) = schema.table("messages") else {
            return Ok(Self::default());
        };
        let mut order = Self {
            quotes: Quotes::wanted_legacy(connection, schema)?,
            ..Self::default()
        };
        order.reserve(connection, table);
        let select = table.select(&[
            "_id",
            "key_remote_jid",
            "remote_resource",
            "key_id",
            "status",
            "timestamp",
            "key_from_me",
        ]);
        let watched = !changes.is_empty();
        let mut known: HashMap<String, u32> = HashMap::new();
        let scanned = scan(connection, &select, None, &mut |number, row| {
            let raw = value::text(row, 2).unwrap_or_default();
            if raw == "-1" || value::integer(row, 5) == Some(-1) {
                order.sentinels += 1;
                return ControlFlow::Continue(());
            }
            let sender = value::text(row, 3).and_then(|sender| people.intern(&sender));
            let id = value::integer(row, 1).unwrap_or(number);
            order.quotes.met(id, raw.as_bytes(), row, 4);
            let chat = match known.get(&raw) {
                Some(&chat) => chat,
                None => {
                    let interned = if raw.is_empty() {
                        None
                    } else {
                        chats.intern(&raw, people, true)
                    };
                    let chat = interned.unwrap_or_else(|| chats.of_row(None));
                    known.insert(raw, chat);
                    chat
                }
            };
            // A notice of the old table is told by its status.
            if watched && value::integer(row, 5) != Some(SYSTEM_STATUS) {
                watch(changes, row, sender.or_else(|| chats.peer_at(chat)));
            }
            order.push(chat, id, number, id);
            ControlFlow::Continue(())
        })?;
        order.finish(connection, table, &scanned);
        Ok(order)
    }

    /// Makes room for the whole table at once, so that the list never doubles.
    fn reserve(&mut self, connection: &Connection, table: &Table) {
        let count = count_rows(connection, table)
            .and_then(|count| usize::try_from(count).ok())
            .unwrap_or(0);
        // A count that lies costs no memory: at most this much is reserved in advance.
        self.entries.reserve(count.min(1 << 25));
    }

    fn push(&mut self, chat: u32, sort: i64, number: i64, id: i64) {
        self.ids.insert(id);
        let entry = match u32::try_from(number) {
            Ok(row) => Entry { sort, chat, row },
            Err(_) => {
                self.wide.push(number);
                let row = u32::try_from(self.wide.len() - 1).unwrap_or(u32::MAX);
                Entry {
                    sort,
                    chat: chat | WIDE,
                    row,
                }
            }
        };
        self.entries.push(entry);
    }

    fn finish(&mut self, connection: &Connection, table: &Table, scanned: &Scanned) {
        self.lost = match (scanned.damage.is_empty(), count_rows(connection, table)) {
            (true, _) => 0,
            // An index that is whole knows how many rows there were.
            (false, Some(count)) if count >= scanned.rows => count - scanned.rows,
            (false, _) => scanned.lost_at_most(last_given_out(connection, table)),
        };
        self.rows = scanned.rows + self.lost;
        self.quotes.finish();
        self.ids.finish();
        let wide = std::mem::take(&mut self.wide);
        self.entries.sort_unstable_by_key(|entry| {
            (entry.chat & !WIDE, entry.sort, number_of(entry, &wide))
        });
        self.wide = wide;
    }

    /// Every message, in reading order.
    pub(crate) fn iter(&self) -> impl Iterator<Item = Place> + '_ {
        self.entries.iter().map(|entry| Place {
            chat: entry.chat & !WIDE,
            sort: entry.sort,
            number: number_of(entry, &self.wide),
        })
    }

    /// Messages that there are.
    pub(crate) fn len(&self) -> usize {
        self.entries.len()
    }

    /// A message has this id.
    pub(crate) fn has(&self, id: i64) -> bool {
        self.ids.contains(id)
    }

    /// The message that a quotation in `chat` of `key` points to.
    pub(crate) fn quoted(&self, chat: &[u8], key: &[u8]) -> Option<i64> {
        self.quotes.found(chat, key)
    }
}

/// Tells those who look for changed numbers that somebody wrote; columns 6 and 7 are the time and whether the owner did.
fn watch(changes: &mut Changes, row: &Row<'_>, sender: Option<PersonId>) {
    if let (Some(sender), Some(at), false) = (sender, value::time(row, 6), value::flag(row, 7)) {
        changes.wrote(sender, at);
    }
}

fn number_of(entry: &Entry, wide: &[i64]) -> i64 {
    if entry.chat & WIDE == 0 {
        i64::from(entry.row)
    } else {
        wide.get(entry.row as usize).copied().unwrap_or(0)
    }
}

/// Rows of a table; from an index where there is one, which is cheap and survives damage to the table.
pub(crate) fn count_rows(connection: &Connection, table: &Table) -> Option<u64> {
    let count: i64 = connection
        .query_row(&table.count(), [1], |row| row.get(0))
        .ok()?;
    u64::try_from(count).ok()
}

/// The highest row number that the table ever gave out (`sqlite_sequence`).
fn last_given_out(connection: &Connection, table: &Table) -> Option<i64> {
    let sql = "SELECT seq FROM sqlite_sequence WHERE name = ?1";
    connection
        .query_row(sql, [table.name()], |row| Ok(value::integer(row, 0)))
        .ok()
        .flatten()
}

/// Where the keys stand that messages had before an edit or a deletion gave them others.
const FORMER_KEYS: [(&str, &str); 2] = [
    ("message_edit_info", "original_key_id"),
    ("message_revoked", "revoked_key_id"),
];

/// What quotations point to. A message is known by a hash of its chat and key; the hash is keyed at random, so that
/// no source can choose two messages to collide.
#[derive(Debug, Default)]
struct Quotes {
    hasher: RandomState,
    /// Hash of a quoted message to its id; 0 until met.
    wanted: HashMap<u64, i64>,
    /// Edited and deleted messages: id to the keys that they had before.
    former: HashMap<i64, Vec<Vec<u8>>>,
    /// Found through a former key only.
    by_former: HashMap<u64, i64>,
}

impl Quotes {
    fn wanted_modern(connection: &Connection, schema: &Schema) -> rusqlite::Result<Self> {
        let mut quotes = Self::default();
        if let Some(table) = schema.table_with("message_quoted", &["key_id"]) {
            let select = table.select(&["chat_row_id", "parent_message_chat_row_id", "key_id"]);
            scan(connection, &select, None, &mut |_, row| {
                for chat in [1, 2] {
                    if let Some(chat) = value::integer(row, chat) {
                        quotes.want(&chat.to_le_bytes(), row, 3);
                    }
                }
                ControlFlow::Continue(())
            })?;
        }
        for (table, key) in FORMER_KEYS {
            let Some(table) = schema.table_with(table, &["message_row_id", key]) else {
                continue;
            };
            let select = table.select(&["message_row_id", key]);
            scan(connection, &select, None, &mut |_, row| {
                if let (Some(id), Ok(key)) =
                    (value::reference(row, 1), value::cell(row, 2).as_bytes())
                {
                    quotes.former.entry(id).or_default().push(key.to_vec());
                }
                ControlFlow::Continue(())
            })?;
        }
        Ok(quotes)
    }

    fn wanted_legacy(connection: &Connection, schema: &Schema) -> rusqlite::Result<Self> {
        let mut quotes = Self::default();
        if let Some(table) = schema.table_with("messages_quotes", &["key_remote_jid", "key_id"]) {
            scan(
                connection,
                &table.select(&["key_remote_jid", "key_id"]),
                None,
                &mut |_, row| {
                    if let Some(chat) = value::text(row, 1) {
                        quotes.want(chat.as_bytes(), row, 2);
                    }
                    ControlFlow::Continue(())
                },
            )?;
        }
        Ok(quotes)
    }

    fn want(&mut self, chat: &[u8], row: &Row<'_>, key: usize) {
        if let Ok(key) = value::cell(row, key).as_bytes() {
            let hash = self.hasher.hash_one((chat, key));
            self.wanted.entry(hash).or_insert(0);
        }
    }

    /// A message passes by.
    fn met(&mut self, id: i64, chat: &[u8], row: &Row<'_>, key: usize) {
        if self.wanted.is_empty() {
            return;
        }
        if let Ok(key) = value::cell(row, key).as_bytes()
            && let Some(found) = self.wanted.get_mut(&self.hasher.hash_one((chat, key)))
        {
            *found = id;
        }
        for original in self.former.get(&id).into_iter().flatten() {
            let hash = self.hasher.hash_one((chat, original.as_slice()));
            if self.wanted.contains_key(&hash) {
                self.by_former.insert(hash, id);
            }
        }
    }

    fn finish(&mut self) {
        for (hash, id) in std::mem::take(&mut self.by_former) {
            if let Some(found) = self.wanted.get_mut(&hash).filter(|found| **found == 0) {
                *found = id;
            }
        }
        self.former = HashMap::new();
        self.wanted.retain(|_, id| *id != 0);
    }

    fn found(&self, chat: &[u8], key: &[u8]) -> Option<i64> {
        self.wanted.get(&self.hasher.hash_one((chat, key))).copied()
    }
}
