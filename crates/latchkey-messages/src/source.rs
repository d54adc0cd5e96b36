//! One decrypted chat database, open for reading.
//!
//! Opening it looks once over the message table, so that everything after is a matter of fetching rows.

mod shown;

use std::cell::RefCell;
use std::collections::BTreeMap;
use std::ops::ControlFlow;
use std::path::Path;

use rusqlite::{Connection, OptionalExtension};

use crate::calls;
use crate::chats::{Chats, members};
use crate::connection;
use crate::messages::{Deletions, MessageReader, Outcome};
use crate::order::Order;
use crate::people::{Changes, People, gather_names};
use crate::schema::Schema;
use crate::value;
use crate::{
    Call, Chat, LeftOut, Member, Message, OpenSourceError, Owner, Person, PrivateFile, ReadCounts,
    ReadError, SchemaState, TableCounts,
};

pub(crate) use shown::Origin;
use shown::Shown;

/// A chat database: what it holds, in the order in which an index wants it.
pub struct Source {
    parts: Parts,
    state: SchemaState,
    owner: Owner,
}

/// What every part of the reader looks things up in.
pub(crate) struct Parts {
    pub(crate) connection: Connection,
    pub(crate) schema: Schema,
    pub(crate) people: People,
    pub(crate) chats: Chats,
    pub(crate) order: Order,
    pub(crate) deletions: Deletions,
    /// What became of the rows of tables that are read beside the messages.
    accounts: RefCell<BTreeMap<String, TableCounts>>,
}

/// What a source holds, before any message was read.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Totals {
    /// Rows of the message table, placeholder and all: `source_rows` of the counts.
    pub message_rows: u64,
    /// Chats, those made up for messages without one included.
    pub chats: u64,
    /// People.
    pub people: u64,
}

impl std::fmt::Debug for Source {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Source")
            .field("state", &self.state)
            .finish_non_exhaustive()
    }
}

impl Source {
    /// Opens what was written to private storage.
    ///
    /// # Errors
    /// See [`OpenSourceError`].
    pub fn open_private(file: PrivateFile) -> Result<Self, OpenSourceError> {
        Self::open(file.into_connection()?)
    }

    /// Opens a plain database that the person already has. Nothing is written to it or beside it; what a `-wal` file
    /// beside it holds is not seen.
    ///
    /// # Errors
    /// See [`OpenSourceError`].
    pub fn open_file(path: &Path) -> Result<Self, OpenSourceError> {
        let size = connection::regular_size(path).map_err(OpenSourceError::Storage)?;
        let mut connection = connection::open_immutable(path).map_err(open_error)?;
        connection::bound_work(&mut connection, size).map_err(open_error)?;
        Self::open(connection)
    }

    fn open(connection: Connection) -> Result<Self, OpenSourceError> {
        // One read transaction for as long as the source is open: otherwise each of a million look-ups would lock the
        // file, look for a journal and check the header again.
        connection.execute_batch("BEGIN").map_err(open_error)?;
        let schema = Schema::read(&connection).map_err(open_error)?;
        let state = state_of(&connection, &schema).ok_or(OpenSourceError::NotAChatDatabase)?;
        Self::read(connection, schema, state).map_err(open_error)
    }

    fn read(connection: Connection, schema: Schema, state: SchemaState) -> rusqlite::Result<Self> {
        let mut people = People::read(&connection, &schema)?;
        let mut chats = Chats::read(&connection, &schema, &people)?;
        if state != SchemaState::Modern {
            chats.read_legacy(&connection, &schema, &mut people)?;
            people.read_legacy_members(&connection, &schema)?;
        }
        let shown = Shown {
            connection: &connection,
            schema: &schema,
        };
        let time_of = |message| shown.time_of(message);
        let mut changes = Changes::read(&connection, &schema, &people, &time_of)?;
        let order = if state == SchemaState::Modern {
            Order::modern(&connection, &schema, &mut chats, &people, &mut changes)?
        } else {
            Order::legacy(&connection, &schema, &mut chats, &mut people, &mut changes)?
        };
        chats.rename(&people.join_numbers(&changes));
        let chat_of = |chats: &Chats, message| shown.chat_of(chats, message);
        chats.read_parents(&connection, &schema, &people, &chat_of)?;
        let peer_of = |message| chats.peer_at(shown.chat_of(&chats, message)?);
        let author_of = |people: &People, message| shown.author_of(&chats, people, message);
        gather_names(&connection, &schema, &mut people, &peer_of, &author_of)?;
        let owner = Owner {
            push_name: property(&connection, &schema, "user_push_name"),
        };
        let deletions = Deletions::read(&connection, &schema, &chats)?;
        let parts = Parts {
            connection,
            schema,
            people,
            chats,
            order,
            deletions,
            accounts: RefCell::default(),
        };
        parts.deletions.account(&parts);
        for (table, counts) in parts.people.counts.iter().chain(&parts.chats.counts) {
            parts.account(table, *counts);
        }
        Ok(Self {
            parts,
            state,
            owner,
        })
    }

    /// Which family of tables holds the messages.
    #[must_use]
    pub fn schema(&self) -> SchemaState {
        self.state
    }

    /// Who owns the phone.
    #[must_use]
    pub fn owner(&self) -> Owner {
        self.owner.clone()
    }

    /// How much there is to read.
    #[must_use]
    pub fn totals(&self) -> Totals {
        Totals {
            message_rows: self.parts.order.rows,
            chats: self.parts.chats.all().len() as u64,
            people: self.parts.people.all().len() as u64,
        }
    }

    /// Everyone whom the source knows an address of.
    ///
    /// # Errors
    /// None today; [`ReadError::Failed`] if reading ever happens here.
    pub fn people(&self) -> Result<Vec<Person>, ReadError> {
        Ok(self.parts.people.all().to_vec())
    }

    /// Every chat, then those made up for messages whose chat is gone ([`crate::ChatKind::Deleted`]). No two chats
    /// have the same address.
    ///
    /// # Errors
    /// None today; [`ReadError::Failed`] if reading ever happens here.
    pub fn chats(&self) -> Result<Vec<Chat>, ReadError> {
        Ok(self.parts.chats.all().to_vec())
    }

    /// Every message, chat by chat in the order of [`Source::chats`], within a chat in the source's own order
    /// (`sort_id`, then row). Memory does not grow with the number of messages, but for sixteen bytes each.
    ///
    /// # Errors
    /// [`ReadError::Cancelled`] when `on_message` breaks; [`ReadError::Failed`] when the engine gives up, which
    /// damaged pages do not make it do. Rows that went unaccounted for are no error: what was read is to be kept, and
    /// the counts say so.
    pub fn messages(
        &self,
        on_message: &mut dyn FnMut(Message) -> ControlFlow<()>,
    ) -> Result<ReadCounts, ReadError> {
        let parts = &self.parts;
        let mut counts = ReadCounts {
            source_rows: parts.order.rows,
            ..ReadCounts::default()
        };
        let leave_out = |counts: &mut ReadCounts, reason, rows: u64| {
            if rows > 0 {
                *counts.left_out.entry(reason).or_insert(0) += rows;
            }
        };
        leave_out(&mut counts, LeftOut::Sentinel, parts.order.sentinels);
        leave_out(&mut counts, LeftOut::Unreadable, parts.order.lost);
        let legacy = self.state != SchemaState::Modern;
        if let Some(mut reader) = MessageReader::new(parts, legacy)? {
            let _checked = PagesChecked::rely_on(&parts.connection)?;
            for place in parts.order.iter() {
                match reader.read(place)? {
                    Outcome::Message(message) => {
                        counts.messages += 1;
                        if on_message(*message).is_break() {
                            return Err(ReadError::Cancelled);
                        }
                    }
                    Outcome::LeftOut(reason) => leave_out(&mut counts, reason, 1),
                }
            }
            counts.damaged_stretches = reader.damage();
            counts.tables = reader.counts();
            let tables = std::mem::take(&mut counts.tables);
            for (table, counts) in &tables {
                parts.account(table, *counts);
            }
        }
        counts.damaged_stretches += parts.people.damage + parts.chats.damage;
        counts.tables = self.tables();
        Ok(counts)
    }

    /// At most so many texts of messages, from all over the source; what cannot be read is left out.
    #[must_use]
    pub fn sample_texts(&self, count: usize) -> Vec<String> {
        let parts = &self.parts;
        let (table, text) = match self.state {
            SchemaState::Modern => ("message", "text_data"),
            _ => ("messages", "data"),
        };
        let Some(table) = parts.schema.table_with(table, &[text]) else {
            return Vec::new();
        };
        let select = format!("{} WHERE rowid = ?1", table.select(&[text]));
        let Ok(mut fetch) = parts.connection.prepare(&select) else {
            return Vec::new();
        };
        let step = parts.order.len().div_ceil(count.max(1)).max(1);
        let numbers = parts.order.iter().step_by(step).map(|place| place.number);
        let mut read = |number| fetch.query_row([number], |row| Ok(value::text(row, 1)));
        numbers.filter_map(|number| read(number).ok()?).collect()
    }

    /// What became of the rows of every table beside the messages that was read so far: those of people and chats, and
    /// those of calls and members once these were read.
    #[must_use]
    pub fn tables(&self) -> BTreeMap<String, TableCounts> {
        self.parts.accounts.borrow().clone()
    }

    /// Every member of every group, now and former, group by group; the number of members handed out.
    ///
    /// # Errors
    /// [`ReadError::Cancelled`] when `on_member` breaks, [`ReadError::Failed`].
    pub fn members(
        &self,
        on_member: &mut dyn FnMut(Member) -> ControlFlow<()>,
    ) -> Result<u64, ReadError> {
        members::read(&self.parts, on_member)
    }

    /// Every call of the log; the number of calls handed out.
    ///
    /// # Errors
    /// [`ReadError::Cancelled`] when `on_call` breaks, [`ReadError::Failed`].
    pub fn calls(
        &self,
        on_call: &mut dyn FnMut(Call) -> ControlFlow<()>,
    ) -> Result<u64, ReadError> {
        calls::read(&self.parts, on_call)
    }
}

/// While it lives, SQLite does not check every cell of a page each time the page comes back into its cache: the scans
/// that found the rows have checked each page once, and nobody can change it. Checking again took three fifths of the
/// reading time.
struct PagesChecked<'c>(&'c Connection);

impl<'c> PagesChecked<'c> {
    fn rely_on(connection: &'c Connection) -> rusqlite::Result<Self> {
        connection.pragma_update(None, "cell_size_check", false)?;
        Ok(Self(connection))
    }
}

impl Drop for PagesChecked<'_> {
    fn drop(&mut self) {
        // A failure leaves a check away that is made a second time at most.
        let _ = self.0.pragma_update(None, "cell_size_check", true);
    }
}

fn open_error(error: rusqlite::Error) -> OpenSourceError {
    match error.sqlite_error_code() {
        Some(rusqlite::ErrorCode::NotADatabase) => OpenSourceError::NotADatabase,
        _ => OpenSourceError::Damaged(error),
    }
}

/// Decides by rows, never by which tables there are: for two years the new tables lay there empty.
fn state_of(connection: &Connection, schema: &Schema) -> Option<SchemaState> {
    let modern = schema.table_with("message", &["chat_row_id"]);
    let legacy = schema.table_with("messages", &["key_remote_jid"]);
    let (modern, legacy) = match (modern, legacy) {
        (None, None) => return None,
        (Some(_), None) => return Some(SchemaState::Modern),
        (None, Some(_)) => return Some(SchemaState::Legacy),
        (Some(modern), Some(legacy)) => (modern, legacy),
    };
    let last = |table: &crate::schema::Table| {
        let sql = format!("{} ORDER BY rowid DESC LIMIT 1", table.select(&[]));
        connection
            .query_row(&sql, [], |row| row.get::<_, i64>(0))
            .unwrap_or(0)
    };
    // More than the placeholder, and either newer than the old table or marked as moved.
    let (newest, oldest) = (last(modern), last(legacy));
    let moved = property(connection, schema, "message_main")
        .or_else(|| property(connection, schema, "message_main_ready"))
        .is_some_and(|value| value.trim().parse::<i64>().is_ok_and(|value| value > 0));
    if newest > 1 && (newest > oldest || moved || oldest <= 1) {
        Some(SchemaState::Modern)
    } else {
        Some(SchemaState::Hybrid)
    }
}

/// A value of `props`.
fn property(connection: &Connection, schema: &Schema, key: &str) -> Option<String> {
    schema.table_with("props", &["key", "value"])?;
    let sql = "SELECT rowid, value FROM props WHERE key = ?1";
    connection
        .query_row(sql, [key], |row| Ok(value::text(row, 1)))
        .optional()
        .ok()??
}

impl Parts {
    /// Keeps what became of the rows of a table; reading it again says it again.
    pub(crate) fn account(&self, table: &str, counts: TableCounts) {
        if counts != TableCounts::default() {
            self.accounts.borrow_mut().insert(table.to_owned(), counts);
        }
    }
}

#[cfg(test)]
mod tests;
