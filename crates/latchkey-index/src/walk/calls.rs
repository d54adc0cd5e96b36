//! The call log from the first row to the last, each call with the chat it belongs to.

use crate::browse::{chat_of_call, shown_calls};
use crate::calls::calls_after;
use crate::error::QueryError;
use crate::index::Index;
use crate::rows::{CallRow, ChatId};

/// A call, the id the phone has for it, and the chat that shows it or else the one with whom it was.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct WalkedCall {
    /// The call.
    pub row: CallRow,
    /// The id that the call has in the phone's database.
    pub key: String,
    /// Its chat, where the history has one.
    pub chat: Option<ChatId>,
}

impl Index {
    /// Calls with a row greater than `after` (0: from the first on), at most `limit`, by row; none of hidden chats.
    ///
    /// # Errors
    /// What reading the tables meets.
    pub fn calls_after(
        &self,
        after: i64,
        limit: u32,
        hidden: &[ChatId],
    ) -> Result<Vec<WalkedCall>, QueryError> {
        let mut statement = self
            .tables
            .prepare_cached(&calls_after(&shown_calls(hidden)))?;
        let mut rows = statement.query([after, i64::from(limit)])?;
        let mut calls = Vec::new();
        while let Some(row) = rows.next()? {
            calls.push((self.call_row(row)?, row.get(11)?));
        }
        let calls = calls.into_iter().map(|(row, key)| {
            Ok(WalkedCall {
                chat: chat_of_call(self, &row)?,
                row,
                key,
            })
        });
        calls.collect()
    }
}
