//! Single messages, looked at before or beside the reading of all of them.

use rusqlite::{Connection, OptionalExtension};

use super::Parts;
use crate::PersonId;
use crate::chats::Chats;
use crate::people::{Author, People};
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

    /// Who sent a message.
    pub(super) fn author_of(&self, chats: &Chats, people: &People, message: i64) -> Author {
        let modern = self.cells(
            "message",
            ["from_me", "sender_jid_row_id"],
            message,
            |row| {
                let sender = value::reference(row, 2).and_then(|jid| people.by_row(jid));
                (value::flag(row, 1), sender)
            },
        );
        let old = || {
            self.cells(
                "messages",
                ["key_from_me", "remote_resource"],
                message,
                |row| {
                    let sender = value::text(row, 2).and_then(|sender| people.by_text(&sender));
                    (value::flag(row, 1), sender)
                },
            )
        };
        let peer = || chats.peer_at(self.chat_of(chats, message)?);
        match modern.or_else(old) {
            Some((true, _)) => Author::Owner,
            Some((false, sender)) => sender.or_else(peer).map_or(Author::Unknown, Author::Person),
            None => Author::Unknown,
        }
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
        self.schema.table_with(table, &[column])?;
        self.cells(table, [column], message, read)?
    }

    fn cells<T, const N: usize>(
        &self,
        table: &str,
        columns: [&str; N],
        message: i64,
        read: impl Fn(&rusqlite::Row<'_>) -> T,
    ) -> Option<T> {
        let table = self.schema.table(table)?;
        let sql = format!("{} WHERE rowid = ?1", table.select(&columns));
        let mut statement = self.connection.prepare_cached(&sql).ok()?;
        statement.query_row([message], |row| Ok(read(row))).ok()
    }
}

/// What a missed call takes from the message that shows it.
pub(crate) struct CallMessage {
    pub(crate) key_id: String,
    pub(crate) peer: Option<PersonId>,
    pub(crate) sent_at: Option<i64>,
}

/// Where a message stands, and who sent it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Origin {
    /// Place of the chat.
    chat: u32,
    from_me: bool,
    /// `None` for the owner and where it is unknowable.
    sender: Option<PersonId>,
}

impl Parts {
    /// Where a message of either family of tables stands, and who sent it; `None` for one that is gone or damaged.
    pub(crate) fn origin_of(&self, message: i64, legacy: bool) -> rusqlite::Result<Option<Origin>> {
        let (name, columns) = match legacy {
            false => ("message", ["chat_row_id", "from_me", "sender_jid_row_id"]),
            true => (
                "messages",
                ["key_remote_jid", "key_from_me", "remote_resource"],
            ),
        };
        let Some(table) = self.schema.table(name) else {
            return Ok(None);
        };
        let sql = format!("{} WHERE rowid = ?1", table.select(&columns));
        let mut statement = self.connection.prepare_cached(&sql)?;
        let found = statement.query_row([message], |row| {
            let (chat, sender) = if legacy {
                let chat = value::text(row, 1).and_then(|raw| self.chats.place_of_address(&raw));
                (
                    chat,
                    value::text(row, 3).and_then(|raw| self.people.by_text(&raw)),
                )
            } else {
                let chat = value::reference(row, 1).unwrap_or(0);
                let chat = self.chats.place_of_row(chat);
                (
                    chat,
                    value::reference(row, 3).and_then(|jid| self.people.by_row(jid)),
                )
            };
            let from_me = value::flag(row, 2);
            Ok(chat.map(|chat| Origin {
                chat,
                from_me,
                sender: sender.or(self.chats.peer_at(chat)).filter(|_| !from_me),
            }))
        });
        match found.optional() {
            Ok(found) => Ok(found.flatten()),
            Err(error) if crate::error::is_damage(&error) => Ok(None),
            Err(error) => Err(error),
        }
    }

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
