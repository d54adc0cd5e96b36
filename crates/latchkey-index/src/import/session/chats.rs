//! Finds, adds and renames the chats of a source.

use std::collections::BTreeSet;

use latchkey_messages::{Chat, ChatKind};
use rusqlite::{OptionalExtension, params};

use super::ImportSession;
use crate::schema;

impl ImportSession<'_> {
    /// By address; else a chat with the same person whose address this source does not use.
    pub(super) fn find_chat(
        &self,
        chat: &Chat,
        peer: Option<i64>,
        own: &BTreeSet<&str>,
    ) -> rusqlite::Result<Option<i64>> {
        let mut by_address = self
            .tables
            .prepare_cached("SELECT id FROM chat WHERE address = ?1")?;
        if let Some(id) = by_address
            .query_row([&chat.address], |row| row.get(0))
            .optional()?
        {
            return Ok(Some(id));
        }
        let (Some(peer), ChatKind::Person, false) = (peer, chat.kind, self.first) else {
            return Ok(None);
        };
        let mut by_peer = self.tables.prepare_cached(
            "SELECT id, address FROM chat WHERE peer = ?1 AND kind = ?2 ORDER BY id",
        )?;
        let mut rows = by_peer.query(params![peer, schema::chat_kind_code(ChatKind::Person)])?;
        while let Some(row) = rows.next()? {
            if !own.contains(row.get_ref(1)?.as_str()?) {
                return row.get(0).map(Some);
            }
        }
        Ok(None)
    }

    pub(super) fn insert_chat(&self, chat: &Chat, peer: Option<i64>) -> rusqlite::Result<i64> {
        self.tables
            .prepare_cached(
                "INSERT INTO chat(address, kind, subject, peer, created_at, archived, locked, hidden, unread,
                   messages, last_from_me) VALUES(?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, 0, 0)",
            )?
            .execute(params![
                chat.address,
                schema::chat_kind_code(chat.kind),
                chat.subject,
                peer,
                chat.created_at,
                chat.archived,
                chat.locked,
                chat.hidden,
                i64::try_from(chat.unread).unwrap_or(0),
            ])?;
        Ok(self.tables.last_insert_rowid())
    }

    /// The newest backup knows best how a chat is called and filed; an older one only fills gaps.
    pub(super) fn update_chat(
        &self,
        id: i64,
        chat: &Chat,
        peer: Option<i64>,
    ) -> rusqlite::Result<()> {
        let sql = if self.newest {
            "UPDATE chat SET subject = coalesce(?2, subject), peer = coalesce(?3, peer),
               created_at = coalesce(created_at, ?4), archived = ?5, locked = ?6, hidden = ?7, unread = ?8 WHERE id = ?1"
        } else {
            "UPDATE chat SET subject = coalesce(subject, ?2), peer = coalesce(peer, ?3),
               created_at = coalesce(created_at, ?4) WHERE id = ?1 AND ?5 + ?6 + ?7 + ?8 >= 0"
        };
        self.tables
            .prepare_cached(sql)?
            .execute(params![
                id,
                chat.subject,
                peer,
                chat.created_at,
                chat.archived,
                chat.locked,
                chat.hidden,
                i64::try_from(chat.unread).unwrap_or(0),
            ])
            .map(drop)
    }
}
