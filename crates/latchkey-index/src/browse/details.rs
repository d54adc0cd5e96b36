//! One message from every side, for its panel; and a card as a file has it.

use rusqlite::OptionalExtension as _;

use crate::error::QueryError;
use crate::import::identity::Key;
use crate::import::row_blocks;
use crate::index::Index;
use crate::rows::{MessageId, MessageRow, ReceiptRow};

/// Everything that is known of one message.
#[derive(Debug, Clone, PartialEq)]
pub struct MessageDetails {
    /// The message.
    pub message: MessageRow,
    /// The number or address that sent it; absent for the owner's own.
    pub sender_address: Option<String>,
    /// The source's number of its kind, also where this version knows the kind.
    pub raw_kind: Option<i64>,
    /// The id it has in the phone's database.
    pub key: Option<String>,
    /// Backups that had it, the earliest first.
    pub sources: Vec<SourceRow>,
    /// How far it came with each person.
    pub receipts: Vec<ReceiptRow>,
}

/// A backup that a message stands in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SourceRow {
    /// Name of the backup file.
    pub file_name: String,
    /// SHA-256 of the backup.
    pub sha256: Option<Vec<u8>>,
    /// When the backup was made.
    pub created: Option<i64>,
    /// When it was imported.
    pub imported_at: i64,
    /// The message's row in its table of messages: recorded of the backup that brought the message, since version 4.
    pub row: Option<i64>,
}

impl Index {
    /// Everything that is known of a message, if the history has it.
    ///
    /// # Errors
    /// What reading the tables meets.
    pub fn details(&self, id: MessageId) -> Result<Option<MessageDetails>, QueryError> {
        let Some(message) = self.message(id)? else {
            return Ok(None);
        };
        let mut statement = self.tables.prepare_cached(
            "SELECT m.raw_kind, m.key, coalesce('+' || p.phone, p.address)
             FROM message m LEFT JOIN person p ON p.id = m.sender WHERE m.id = ?1",
        )?;
        let (raw_kind, key, sender_address) = statement.query_row([id.0], |row| {
            let key = Key::read(row.get_ref(1)?);
            Ok((row.get(0)?, key.unpack(), row.get(2)?))
        })?;
        Ok(Some(MessageDetails {
            message,
            sender_address,
            raw_kind,
            key,
            sources: self.sources_of(id)?,
            receipts: self.receipts(id)?,
        }))
    }

    /// The row that a message had in the backup that brought it; `None` where it came before version 4, which records rows.
    ///
    /// # Errors
    /// What reading the tables meets.
    pub fn source_row(&self, id: MessageId) -> Result<Option<i64>, QueryError> {
        Ok(row_blocks::row_of(&self.tables, id.0)?)
    }

    fn sources_of(&self, id: MessageId) -> Result<Vec<SourceRow>, QueryError> {
        let mut statement = self.tables.prepare_cached(
            "SELECT file_name, sha256, created, imported_at, ?1 >= first AND ?1 < first + new FROM import
             WHERE ?1 < (SELECT first + length FROM seen
               WHERE seen.import = import.id AND first <= ?1 ORDER BY first DESC LIMIT 1)
             ORDER BY coalesce(created, imported_at), id",
        )?;
        let row_where_new = self.source_row(id)?;
        let sources = statement.query_map([id.0], |row| {
            let brought_it: bool = row.get(4)?;
            Ok(SourceRow {
                file_name: row.get(0)?,
                sha256: row.get(1)?,
                created: row.get(2)?,
                imported_at: row.get(3)?,
                row: row_where_new.filter(|_| brought_it),
            })
        })?;
        Ok(sources.collect::<rusqlite::Result<_>>()?)
    }

    /// A card of a message as the source has it: its name and its vCard.
    ///
    /// # Errors
    /// What reading the tables meets.
    pub fn contact_card(
        &self,
        message: MessageId,
        n: u32,
    ) -> Result<Option<(Option<String>, String)>, QueryError> {
        let mut statement = self.tables.prepare_cached(
            "SELECT name, vcard FROM contact WHERE message = ?1 ORDER BY n LIMIT 1 OFFSET ?2",
        )?;
        let card = statement.query_row([message.0, i64::from(n)], |row| {
            Ok((row.get(0)?, row.get(1)?))
        });
        Ok(card.optional()?)
    }
}
