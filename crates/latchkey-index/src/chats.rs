//! The chat list, and the imports that made the history.

use latchkey_messages::GroupOfCommunity;
use rusqlite::{TransactionBehavior, params};

use crate::cipher::Access;
use crate::error::{QueryError, UpdateError};
use crate::index::Index;
use crate::pages::mentions::Digits;
use crate::rows::{ChatId, ChatRow, ImportRow, PersonId};
use crate::schema;

impl Index {
    /// Chats that have messages, the one with the newest message first, those without a date last.
    ///
    /// # Errors
    /// What reading the tables meets.
    pub fn chats(&self) -> Result<Vec<ChatRow>, QueryError> {
        let mut statement = self.tables.prepare_cached(
            "SELECT c.id, coalesce(c.subject, p.name, '+' || p.phone), c.address, c.kind, c.messages, c.first_at,
               c.last_at, c.last_text, c.last_kind, c.last_from_me, c.unread, c.archived, c.locked, c.hidden, c.peer,
               c.community, c.description, c.disappearing, c.gone, g.id
             FROM chat c LEFT JOIN person p ON p.id = c.peer LEFT JOIN chat g ON g.address = c.community WHERE c.messages > 0
             ORDER BY c.last_at IS NULL, c.last_at DESC, c.id",
        )?;
        let mut digits = Digits::new(&self.tables);
        let rows = statement.query_map([], |row| {
            Ok(ChatRow {
                id: ChatId(row.get(0)?),
                name: row.get(1)?,
                address: row.get(2)?,
                kind: schema::chat_kind(row.get(3)?),
                messages: row.get::<_, i64>(4)?.try_into().unwrap_or(0),
                first_at: row.get(5)?,
                last_at: row.get(6)?,
                last_text: row
                    .get::<_, Option<String>>(7)?
                    .map(|text| digits.named(text))
                    .transpose()?,
                last_kind: row.get::<_, Option<i64>>(8)?.map(schema::kind),
                last_from_me: row.get(9)?,
                unread: row.get::<_, i64>(10)?.try_into().unwrap_or(0),
                archived: row.get(11)?,
                locked: row.get(12)?,
                hidden: row.get(13)?,
                person: row.get::<_, Option<i64>>(14)?.map(PersonId),
                community: row.get(15)?,
                description: row.get(16)?,
                disappearing: row
                    .get::<_, Option<i64>>(17)?
                    .and_then(|seconds| seconds.try_into().ok()),
                left: row.get(18)?,
                community_chat: row.get::<_, Option<i64>>(19)?.map(ChatId),
            })
        })?;
        Ok(rows.collect::<rusqlite::Result<_>>()?)
    }

    /// Notes which community groups belong to, as the contacts database says of a backup that was made at `made_at`
    /// (milliseconds UTC). What a newer backup said of a group stays; groups that the history does not have are passed over.
    ///
    /// # Errors
    /// [`UpdateError`]; nothing is changed then.
    pub fn join_communities(
        &mut self,
        groups: &[GroupOfCommunity],
        made_at: i64,
    ) -> Result<(), UpdateError> {
        if self.access == Access::Read {
            return Err(UpdateError::ReadOnly);
        }
        let immediate = TransactionBehavior::Immediate;
        let transaction = self.tables.transaction_with_behavior(immediate)?;
        {
            let mut join = transaction.prepare_cached(
                "UPDATE chat SET community = ?2 WHERE address = ?1
                   AND (community IS NULL OR community <> ?2 AND coalesce(as_of, ?3) <= ?3)",
            )?;
            for group in groups {
                join.execute(params![group.group, group.community, made_at])?;
            }
        }
        transaction.commit()?;
        Ok(())
    }

    /// Chats behind the app's chat lock; also those without messages, whose person or group may have calls.
    ///
    /// # Errors
    /// What reading the tables meets.
    pub fn locked_chats(&self) -> Result<Vec<ChatId>, QueryError> {
        let sql = "SELECT id FROM chat WHERE locked ORDER BY id";
        let mut statement = self.tables.prepare_cached(sql)?;
        let rows = statement.query_map([], |row| row.get(0).map(ChatId))?;
        Ok(rows.collect::<rusqlite::Result<_>>()?)
    }

    /// How many chats behind the app's chat lock have messages: as many as a list can show.
    ///
    /// # Errors
    /// What reading the tables meets.
    pub fn count_locked_chats(&self) -> Result<u64, QueryError> {
        let sql = "SELECT count(*) FROM chat WHERE locked AND messages > 0";
        let mut statement = self.tables.prepare_cached(sql)?;
        let count: i64 = statement.query_row([], |row| row.get(0))?;
        Ok(count.try_into().unwrap_or(0))
    }

    /// Every import so far, in order.
    ///
    /// # Errors
    /// What reading the tables meets.
    pub fn imports(&self) -> Result<Vec<ImportRow>, QueryError> {
        let mut statement = self.tables.prepare_cached(
            "SELECT id, file_name, size, created, app_version, phone_suffix, imported_at, messages, new
             FROM import ORDER BY id",
        )?;
        let rows = statement.query_map([], |row| {
            Ok(ImportRow {
                id: row.get(0)?,
                file_name: row.get(1)?,
                size: row.get::<_, i64>(2)?.try_into().unwrap_or(0),
                created: row.get(3)?,
                app_version: row.get(4)?,
                phone_suffix: row.get(5)?,
                imported_at: row.get(6)?,
                messages: row.get::<_, i64>(7)?.try_into().unwrap_or(0),
                new: row.get::<_, i64>(8)?.try_into().unwrap_or(0),
            })
        })?;
        Ok(rows.collect::<rusqlite::Result<_>>()?)
    }

    /// The imports that had a message: numbers as in [`Index::imports`].
    ///
    /// # Errors
    /// What reading the tables meets.
    pub fn imports_of(&self, message: crate::MessageId) -> Result<Vec<i64>, QueryError> {
        let mut statement = self.tables.prepare_cached(
            "SELECT id FROM import WHERE ?1 < (SELECT first + length FROM seen
               WHERE seen.import = import.id AND first <= ?1 ORDER BY first DESC LIMIT 1) ORDER BY id",
        )?;
        let rows = statement.query_map([message.0], |row| row.get(0))?;
        Ok(rows.collect::<rusqlite::Result<_>>()?)
    }
}
