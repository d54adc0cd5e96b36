//! What a chat list leaves out of a chat, and which history this is.

use std::fmt::Write as _;

use rusqlite::OptionalExtension as _;
use serde::{Deserialize, Serialize};

use crate::error::QueryError;
use crate::index::Index;
use crate::rows::ChatId;

/// What an import knows of a chat beyond its row in the list. Times are milliseconds UTC.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct ChatFacts {
    /// The group's or channel's own name.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub subject: Option<String>,
    /// When it was made.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub created_at: Option<i64>,
    /// When the newest backup that described it was made.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub as_of: Option<i64>,
    /// When the newest backup that listed its members was made.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub members_as_of: Option<i64>,
}

impl Index {
    /// What the chat list leaves out; nothing known of a chat that there is not.
    ///
    /// # Errors
    /// What reading the tables meets.
    pub fn chat_facts(&self, chat: ChatId) -> Result<ChatFacts, QueryError> {
        let mut statement = self.tables.prepare_cached(
            "SELECT subject, created_at, as_of, members_as_of FROM chat WHERE id = ?1",
        )?;
        let facts = statement.query_row([chat.0], |row| {
            Ok(ChatFacts {
                subject: row.get(0)?,
                created_at: row.get(1)?,
                as_of: row.get(2)?,
                members_as_of: row.get(3)?,
            })
        });
        Ok(facts.optional()?.unwrap_or_default())
    }

    /// The name of this history, hexadecimal: the same for as long as it lives, in every copy.
    ///
    /// # Errors
    /// What reading the tables meets.
    pub fn history_id(&self) -> Result<String, QueryError> {
        let id: Vec<u8> =
            self.tables
                .query_row("SELECT value FROM meta WHERE name = 'id'", [], |row| {
                    row.get(0)
                })?;
        Ok(id.iter().fold(String::new(), |mut text, byte| {
            let _ = write!(text, "{byte:02x}");
            text
        }))
    }
}
