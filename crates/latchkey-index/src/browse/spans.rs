//! Which ids a pass goes through: those of one chat, stretch by stretch, or all but those of hidden chats.

use rusqlite::{Connection, Row, params};

use crate::rows::ChatId;

/// What is looked at: one chat, or all but the hidden ones.
#[derive(Debug, Clone, Copy)]
pub(super) struct Scope<'a> {
    pub(super) chat: Option<ChatId>,
    pub(super) hidden: &'a [ChatId],
}

impl Scope<'_> {
    /// A message of this chat is looked at.
    pub(super) fn has(&self, chat: i64) -> bool {
        !self.hidden.contains(&ChatId(chat)) && self.chat.is_none_or(|only| only.0 == chat)
    }

    /// Ids from the first to the last of each stretch, with the position of the first; in a whole history, where positions
    /// say nothing, one stretch. A chat's stretches follow each other as its messages do.
    pub(super) fn spans(&self, tables: &Connection) -> rusqlite::Result<Vec<Span>> {
        let Some(chat) = self.chat else {
            return Ok(vec![Span {
                first: 1,
                last: i64::MAX,
                position: 0,
            }]);
        };
        if self.hidden.contains(&chat) {
            return Ok(Vec::new());
        }
        let mut statement = tables.prepare_cached(
            "SELECT first, first + length - 1, position FROM run WHERE chat = ?1 ORDER BY position",
        )?;
        let spans = statement.query_map([chat.0], |row| {
            Ok(Span {
                first: row.get(0)?,
                last: row.get(1)?,
                position: row.get(2)?,
            })
        })?;
        spans.collect()
    }

    /// Reads these columns of every message that is looked at: `columns` begins with `id, chat`.
    pub(super) fn each(
        &self,
        tables: &Connection,
        columns: &str,
        mut each: impl FnMut(&Row<'_>, Span) -> rusqlite::Result<()>,
    ) -> rusqlite::Result<()> {
        let mut statement = tables.prepare(&format!(
            "SELECT {columns} FROM message WHERE id BETWEEN ?1 AND ?2 ORDER BY id"
        ))?;
        for span in self.spans(tables)? {
            let mut rows = statement.query(params![span.first, span.last])?;
            while let Some(row) = rows.next()? {
                if self.has(row.get(1)?) {
                    each(row, span)?;
                }
            }
        }
        Ok(())
    }
}

/// Consecutive ids.
#[derive(Debug, Clone, Copy)]
pub(super) struct Span {
    pub(super) first: i64,
    pub(super) last: i64,
    pub(super) position: i64,
}

impl Span {
    /// Where a message of it stands in its chat.
    pub(super) fn position_of(&self, id: i64) -> u64 {
        u64::try_from(self.position + id - self.first).unwrap_or(0)
    }
}
