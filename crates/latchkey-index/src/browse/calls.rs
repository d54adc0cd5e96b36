//! The call log as a browser pages it: with the total, and where each call stands.

use rusqlite::OptionalExtension as _;

use crate::calls::page_of_calls;
use crate::error::QueryError;
use crate::index::Index;
use crate::rows::{CallRow, ChatId};

/// A page of the call log.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct CallsPage {
    /// How many calls there are.
    pub total: u64,
    /// This page, newest first, those without a date last.
    pub calls: Vec<PlacedCall>,
}

/// A call and where it stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PlacedCall {
    /// The call.
    pub call: CallRow,
    /// The chat that shows it, or else the one with whom it was.
    pub chat: Option<ChatId>,
    /// Where in that chat.
    pub position: Option<u64>,
}

impl Index {
    /// A page of the call log, without the calls of hidden chats.
    ///
    /// # Errors
    /// What reading the tables meets.
    pub fn calls_page(
        &self,
        offset: u64,
        limit: u32,
        hidden: &[ChatId],
    ) -> Result<CallsPage, QueryError> {
        let shown = shown_calls(hidden);
        let total: i64 = self
            .tables
            .prepare_cached(&format!("SELECT count(*) FROM call c WHERE {shown}"))?
            .query_row([], |row| row.get(0))?;
        let offset = i64::try_from(offset).unwrap_or(i64::MAX);
        let mut statement = self.tables.prepare_cached(&page_of_calls(&shown))?;
        let calls = statement
            .query_map([offset, i64::from(limit)], |row| self.call_row(row))?
            .collect::<rusqlite::Result<Vec<_>>>()?;
        let calls = calls.into_iter().map(|call| self.placed(call));
        Ok(CallsPage {
            total: total.try_into().unwrap_or(0),
            calls: calls.collect::<Result<_, _>>()?,
        })
    }

    fn placed(&self, call: CallRow) -> Result<PlacedCall, QueryError> {
        let place = match call.message {
            Some(message) => self.position_of(message)?,
            None => None,
        };
        let (chat, position) = match place {
            Some((chat, position)) => (Some(chat), Some(position)),
            None => (self.chat_with_caller(&call)?, None),
        };
        Ok(PlacedCall {
            call,
            chat,
            position,
        })
    }

    /// The chat with whom a call was; of two chats with one person, the one with the newest message.
    fn chat_with_caller(&self, call: &CallRow) -> Result<Option<ChatId>, QueryError> {
        let found = match (&call.group, call.person) {
            (Some(group), _) => self
                .tables
                .prepare_cached("SELECT id FROM chat WHERE address = ?1 AND messages > 0")?
                .query_row([group], |row| row.get(0))
                .optional()?,
            (None, Some(person)) => self
                .tables
                .prepare_cached(
                    "SELECT id FROM chat WHERE messages > 0 AND peer IN (
                       SELECT ?1 UNION ALL SELECT id FROM person WHERE same_as = ?1)
                     ORDER BY last_at DESC, id LIMIT 1",
                )?
                .query_row([person.0], |row| row.get(0))
                .optional()?,
            (None, None) => None,
        };
        Ok(found.map(ChatId))
    }
}

/// The chat that shows a call, or else the one with whom it was.
pub(crate) fn chat_of_call(index: &Index, call: &CallRow) -> Result<Option<ChatId>, QueryError> {
    let place = match call.message {
        Some(message) => index.position_of(message)?,
        None => None,
    };
    match place {
        Some((chat, _)) => Ok(Some(chat)),
        None => index.chat_with_caller(call),
    }
}

/// Which calls are shown, as a condition on `call c`: not those of a hidden chat's messages, of a hidden group, or with
/// the person of a hidden chat. Numbers only, so that they can stand in the words of the query.
pub(crate) fn shown_calls(hidden: &[ChatId]) -> String {
    if hidden.is_empty() {
        return "true".to_owned();
    }
    let ids: Vec<String> = hidden.iter().map(|chat| chat.0.to_string()).collect();
    let ids = ids.join(",");
    format!(
        "NOT coalesce((SELECT chat FROM message WHERE id = c.message) IN ({ids}), false)
         AND NOT coalesce(c.group_address IN (SELECT address FROM chat WHERE id IN ({ids})), false)
         AND NOT (c.group_address IS NULL AND coalesce((SELECT coalesce(same_as, id) FROM person WHERE id = c.peer) IN (
           SELECT coalesce(same_as, person.id) FROM chat JOIN person ON person.id = chat.peer
           WHERE chat.id IN ({ids})), false))"
    )
}
