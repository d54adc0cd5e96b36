//! Single messages, looked at before or beside the reading of all of them.

use rusqlite::Connection;

use super::Parts;
use crate::PersonId;
use crate::chats::Chats;
use crate::schema::Schema;
use crate::value;

/// Looks at single messages before all of them are read.
pub(super) struct Shown<'c> {
    pub(super) connection: &'c Connection,
    pub(super) schema: &'c Schema,
}

impl Shown<'_> {
    /// The place of a message's chat, of either family of tables.
    pub(super) fn chat_of(&self, chats: &Chats, message: i64) -> Option<u32> {
        let modern = self.cell("message", "chat_row_id", message, |row| {
            chats.place_of_row(value::reference(row, 1)?)
        });
        modern.or_else(|| {
            self.cell("messages", "key_remote_jid", message, |row| {
                chats.place_of_address(&value::text(row, 1)?)
            })
        })
    }

    /// When a message was sent.
    pub(super) fn time_of(&self, message: i64) -> Option<i64> {
        let time = |row: &rusqlite::Row<'_>| value::time(row, 1);
        let modern = self.cell("message", "timestamp", message, time);
        modern.or_else(|| self.cell("messages", "timestamp", message, time))
    }

    fn cell<T>(
        &self,
        table: &str,
        column: &str,
        message: i64,
        read: impl Fn(&rusqlite::Row<'_>) -> Option<T>,
    ) -> Option<T> {
        let table = self.schema.table_with(table, &[column])?;
        let sql = format!("{} WHERE rowid = ?1", table.select(&[column]));
        let mut statement = self.connection.prepare_cached(&sql).ok()?;
        statement.query_row([message], |row| Ok(read(row))).ok()?
    }
}

/// What a missed call takes from the message that shows it.
pub(crate) struct CallMessage {
    pub(crate) key_id: String,
    pub(crate) peer: Option<PersonId>,
    pub(crate) sent_at: Option<i64>,
}

impl Parts {
    /// The message that shows a call, of either family of tables.
    pub(crate) fn call_message(&self, message: i64) -> rusqlite::Result<Option<CallMessage>> {
        let modern = ("message", ["chat_row_id", "key_id", "timestamp"]);
        let legacy = ("messages", ["key_remote_jid", "key_id", "timestamp"]);
        for (name, columns) in [modern, legacy] {
            let Some(table) = self.schema.table_with(name, &columns) else {
                continue;
            };
            let sql = format!("{} WHERE rowid = ?1", table.select(&columns));
            let mut statement = self.connection.prepare_cached(&sql)?;
            let found = statement.query_row([message], |row| {
                let peer = match name {
                    "message" => {
                        value::reference(row, 1).and_then(|chat| self.chats.peer_of_row(chat))
                    }
                    _ => value::text(row, 1).and_then(|chat| self.people.by_text(&chat)),
                };
                let key_id = value::text(row, 2).unwrap_or_default();
                Ok(CallMessage {
                    key_id,
                    peer,
                    sent_at: value::time(row, 3),
                })
            });
            match found {
                Ok(found) => return Ok(Some(found)),
                Err(rusqlite::Error::QueryReturnedNoRows) => {}
                Err(error) if crate::error::is_damage(&error) => {}
                Err(error) => return Err(error),
            }
        }
        Ok(None)
    }
}
