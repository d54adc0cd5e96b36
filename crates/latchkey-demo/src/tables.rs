//! Writes the rows of a chat database in each of the three states its schema has had.
//!
//! The statements are our own: the tables and columns a reader may look for, not a copy of anyone's schema.
//! Rows stream into one transaction without a journal; memory does not grow with their number.

mod counting;
mod java;
mod legacy;
mod modern;
mod people;

use std::path::Path;

use rusqlite::Connection;

use crate::draft::{
    ChatAddress, ChatDraft, ChatNo, MessageDraft, PersonDraft, PersonNo, SenderForm,
};
use crate::expectations::Expectations;
use people::Addresses;

/// Which family of tables a database has.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum SchemaState {
    /// Only the old `messages` table (up to about 2021).
    Legacy,
    /// Both families, the old one live (2020 to the middle of 2022).
    Hybrid,
    /// The `message` family, with the tables of 2026.
    #[default]
    Modern,
}

/// Why a database could not be written.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum WriteSourceError {
    /// The database refused a row or the file could not be made.
    #[error("the made-up database could not be written")]
    Database(#[from] rusqlite::Error),
}

/// A chat as the writer knows it.
pub(crate) struct ChatSlot {
    /// Row in the chat table, or the lost row of a deleted chat.
    pub row: i64,
    /// Address row of the chat; 0 for a deleted one.
    pub jid: i64,
    /// The address as text.
    pub address: String,
    /// Its row is gone.
    pub deleted: bool,
    /// Group or the like: senders are stored.
    pub many: bool,
    /// The other person of a chat with one.
    pub peer: Option<PersonNo>,
    /// Newest row, order and time: written to the chat at the end.
    pub last: (i64, i64, i64),
}

/// Writes one database, row by row.
pub struct SourceWriter {
    connection: Connection,
    schema: SchemaState,
    addresses: Addresses,
    chats: Vec<ChatSlot>,
    next_row: i64,
    expectations: Expectations,
}

impl SourceWriter {
    /// Starts an empty database at `path`, which must not exist.
    ///
    /// # Errors
    /// [`WriteSourceError::Database`] when the file cannot be made.
    pub fn create(path: &Path, schema: SchemaState, owner: &str) -> Result<Self, WriteSourceError> {
        let connection = Connection::open(path)?;
        connection.execute_batch(
            "PRAGMA page_size = 4096; PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF;
             PRAGMA locking_mode = EXCLUSIVE; PRAGMA cache_size = -32768; PRAGMA user_version = 1; BEGIN;",
        )?;
        connection.set_prepared_statement_cache_capacity(96);
        match schema {
            SchemaState::Legacy => {
                connection.execute_batch(include_str!("tables/legacy.sql"))?;
                connection.execute_batch(include_str!("tables/legacy_chats.sql"))?;
            }
            SchemaState::Hybrid => {
                connection.execute_batch(include_str!("tables/legacy.sql"))?;
                connection.execute_batch(include_str!("tables/hybrid.sql"))?;
            }
            SchemaState::Modern => connection.execute_batch(include_str!("tables/modern.sql"))?,
        }
        connection.execute(
            "INSERT INTO props (key, value) VALUES ('user_push_name', ?1), ('fts_ready', '5')",
            [owner],
        )?;
        let mut expectations = Expectations {
            source_rows: 1,
            ..Expectations::default()
        };
        expectations.leave_out("sentinel");
        let mut writer = SourceWriter {
            connection,
            schema,
            addresses: Addresses::default(),
            chats: Vec::new(),
            next_row: 2,
            expectations,
        };
        if schema != SchemaState::Legacy {
            writer
                .addresses
                .plain(&writer.connection, "status", "broadcast", 5)?;
            writer
                .addresses
                .plain(&writer.connection, "0", "s.whatsapp.net", 7)?;
            writer.expectations.people += 1;
        }
        Ok(writer)
    }

    /// Adds a person with every address of theirs.
    ///
    /// # Errors
    /// [`WriteSourceError::Database`].
    pub fn person(&mut self, person: &PersonDraft) -> Result<PersonNo, WriteSourceError> {
        self.expectations.people += u64::from(!person.same);
        self.addresses.person(&self.connection, self.schema, person)
    }

    /// Adds a chat.
    ///
    /// # Errors
    /// [`WriteSourceError::Database`].
    pub fn chat(&mut self, chat: &ChatDraft) -> Result<ChatNo, WriteSourceError> {
        let slot = match self.schema {
            SchemaState::Legacy => self.legacy_chat(chat)?,
            SchemaState::Hybrid | SchemaState::Modern => self.modern_chat(chat)?,
        };
        if !slot.deleted {
            self.expectations.chat_rows += 1;
        }
        // the old tables have an address for whoever a lost chat was with, and the oldest none for the app's own
        // account but that of its chat
        let announcements = matches!(chat.address, ChatAddress::Announcements);
        let lost = slot.deleted || matches!(chat.address, ChatAddress::Lost);
        let old = match self.schema {
            SchemaState::Legacy => announcements || lost,
            SchemaState::Hybrid => lost,
            SchemaState::Modern => false,
        };
        self.expectations.people += u64::from(old);
        self.chats.push(slot);
        Ok(ChatNo(self.chats.len() - 1))
    }

    /// Adds a message and everything that hangs on it; returns its row.
    ///
    /// # Errors
    /// [`WriteSourceError::Database`].
    pub fn message(&mut self, draft: &MessageDraft) -> Result<i64, WriteSourceError> {
        let row = self.next_row;
        self.next_row += 1;
        let sort = draft.sort.unwrap_or(row);
        match self.schema {
            SchemaState::Legacy | SchemaState::Hybrid => self.legacy_message(row, draft)?,
            SchemaState::Modern => self.modern_message(row, sort, draft)?,
        }
        let slot = &mut self.chats[draft.chat.0];
        if sort >= slot.last.1 {
            slot.last = (row, sort, draft.at.clamp(0, 4_102_444_800_000));
        }
        self.count(draft);
        Ok(row)
    }

    /// Leaves a gap in the row numbers, as messages deleted for oneself do.
    pub fn skip_rows(&mut self, rows: i64) {
        self.next_row += rows;
    }

    /// The address digits a mention of this person shows, and the row it points to.
    #[must_use]
    pub fn mention_digits(&self, person: PersonNo) -> String {
        self.addresses.mention_digits(person)
    }

    /// The digits of the person's phone number, or of the private address where there is none.
    #[must_use]
    pub fn phone_digits(&self, person: PersonNo) -> String {
        self.addresses.phone_digits(person)
    }

    /// Rows of the message table so far, sentinel and all.
    #[must_use]
    pub fn rows(&self) -> u64 {
        self.expectations.source_rows
    }

    /// Promises that one message will hold this word, for searches.
    pub(crate) fn plant(&mut self, needle: &str) {
        self.expectations.needles.push(needle.to_owned());
    }

    /// Copies the database as it is now and goes on; returns what a restore of the copy must report.
    ///
    /// # Errors
    /// [`WriteSourceError::Database`] when the copy cannot be made.
    pub(crate) fn copy_to(&mut self, copy: &Path) -> Result<Expectations, WriteSourceError> {
        self.write_heads()?;
        self.connection.execute_batch("COMMIT")?;
        let copied = self
            .connection
            .execute("VACUUM INTO ?1", [copy.to_string_lossy()]);
        self.connection.execute_batch("BEGIN")?;
        copied?;
        self.count_tables()?;
        let mut expectations = self.expectations.clone();
        expectations.close();
        Ok(expectations)
    }

    /// Marks messages of a chat as deleted by the owner and not yet cleaned away: those with these rows, and where
    /// `upto` is given every one up to this row that is not starred. They count as left out.
    ///
    /// # Errors
    /// [`WriteSourceError::Database`].
    pub fn delete_later(
        &mut self,
        chat: ChatNo,
        rows: &[i64],
        upto: Option<i64>,
    ) -> Result<(), WriteSourceError> {
        let singles: Vec<String> = rows.iter().map(|row| format!("\"{row}\"")).collect();
        let singles = singles.join(",");
        self.connection.execute(
            "INSERT INTO deleted_chat_job (chat_row_id, block_size, singular_message_delete_rows_id,
             deleted_message_row_id, deleted_starred_message_row_id) VALUES (?1, 100, ?2, ?3, 0)",
            (
                self.chats[chat.0].row,
                (!singles.is_empty()).then_some(singles),
                upto.unwrap_or(0),
            ),
        )?;
        Ok(())
    }

    /// The file being written, for rows that no draft can say.
    pub(crate) fn connection(&self) -> &Connection {
        &self.connection
    }

    /// What is expected so far, to be corrected by whoever writes such rows.
    pub(crate) fn expectations(&mut self) -> &mut Expectations {
        &mut self.expectations
    }

    /// Row of a chat in the chat table, and of its address.
    pub(crate) fn chat_rows(&self, chat: ChatNo) -> (i64, i64) {
        let slot = &self.chats[chat.0];
        (slot.row, slot.jid)
    }

    /// The row of a person's address in the given form.
    pub(crate) fn person_row(
        &mut self,
        person: PersonNo,
        form: SenderForm,
    ) -> Result<i64, WriteSourceError> {
        self.addresses.sender_row(&self.connection, person, form)
    }

    /// Writes what is known only at the end and closes the file.
    ///
    /// # Errors
    /// [`WriteSourceError::Database`].
    pub fn finish(mut self) -> Result<Expectations, WriteSourceError> {
        self.write_heads()?;
        self.count_tables()?;
        self.connection.execute_batch("COMMIT")?;
        self.connection.close().map_err(|(_, error)| error)?;
        self.expectations.close();
        Ok(self.expectations)
    }

    /// Writes each chat's newest message into its row.
    fn write_heads(&mut self) -> Result<(), WriteSourceError> {
        for slot in self
            .chats
            .iter()
            .filter(|slot| !slot.deleted && slot.last.0 != 0)
        {
            let (row, sort, at) = slot.last;
            if self.schema == SchemaState::Legacy {
                self.connection.execute(
                    "UPDATE chat_list SET message_table_id = ?1, sort_timestamp = ?2 WHERE _id = ?3",
                    (row, at, slot.row),
                )?;
            } else {
                self.connection.execute(
                    "UPDATE chat SET display_message_row_id = ?1, last_message_row_id = ?1, last_message_sort_id = ?2,
                     display_message_sort_id = ?2, sort_timestamp = ?3 WHERE _id = ?4",
                    (row, sort, at, slot.row),
                )?;
            }
        }
        Ok(())
    }
}
