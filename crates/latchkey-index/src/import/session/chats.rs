//! Finds, adds and renames the chats of a source.

use std::collections::{BTreeSet, HashMap};

use latchkey_messages::{Chat, ChatKind};
use rusqlite::{OptionalExtension, params};

use super::{ImportSession, made_at};
use crate::schema;

impl ImportSession<'_> {
    /// By address; else a chat with the same person whose address this source does not use. Each person's is looked for
    /// once and kept in `of_peer`: whatever chats the source adds are at addresses that it uses.
    pub(super) fn find_chat(
        &self,
        chat: &Chat,
        peer: Option<i64>,
        own: &BTreeSet<&str>,
        of_peer: &mut HashMap<i64, Option<i64>>,
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
        if let Some(&known) = of_peer.get(&peer) {
            return Ok(known);
        }
        let mut by_peer = self.tables.prepare_cached(
            "SELECT id, address FROM chat WHERE peer = ?1 AND kind = ?2 ORDER BY id",
        )?;
        let mut rows = by_peer.query(params![peer, schema::chat_kind_code(ChatKind::Person)])?;
        let mut found = None;
        while let Some(row) = rows.next()? {
            if !own.contains(row.get_ref(1)?.as_str()?) {
                found = Some(row.get(0)?);
                break;
            }
        }
        of_peer.insert(peer, found);
        Ok(found)
    }

    pub(super) fn insert_chat(&self, chat: &Chat, peer: Option<i64>) -> rusqlite::Result<i64> {
        self.tables
            .prepare_cached(
                "INSERT INTO chat(kind, address, subject, peer, created_at, archived, locked, hidden, unread,
                   community, description, disappearing, gone, as_of, messages, last_from_me)
                 VALUES(?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, 0, 0)",
            )?
            .execute(params![
                schema::chat_kind_code(chat.kind),
                chat.address,
                chat.subject,
                peer,
                chat.created_at,
                chat.archived,
                chat.locked,
                chat.hidden,
                small(chat.unread),
                chat.community,
                chat.description,
                chat.disappearing.map(small),
                chat.left,
                made_at(&self.origin),
            ])?;
        Ok(self.tables.last_insert_rowid())
    }

    /// The newest backup that has the chat knows best how it is called and filed; an older one only fills gaps.
    pub(super) fn update_chat(
        &self,
        id: i64,
        chat: &Chat,
        peer: Option<i64>,
    ) -> rusqlite::Result<()> {
        let made_at = made_at(&self.origin);
        let newest: bool = self
            .tables
            .prepare_cached("SELECT coalesce(as_of <= ?2, 1) FROM chat WHERE id = ?1")?
            .query_row([id, made_at], |row| row.get(0))?;
        let sql = if newest {
            "UPDATE chat SET subject = coalesce(?2, subject), peer = coalesce(?3, peer),
               created_at = coalesce(created_at, ?4), community = coalesce(?5, community),
               description = coalesce(?6, description), archived = ?7, locked = ?8, hidden = ?9, unread = ?10,
               disappearing = ?11, gone = ?12, as_of = ?13 WHERE id = ?1"
        } else {
            "UPDATE chat SET subject = coalesce(subject, ?2), peer = coalesce(peer, ?3),
               created_at = coalesce(created_at, ?4), community = coalesce(community, ?5),
               description = coalesce(description, ?6) WHERE id = ?1"
        };
        let mut update = self.tables.prepare_cached(sql)?;
        let known = params![
            id,
            chat.subject,
            peer,
            chat.created_at,
            chat.community,
            chat.description
        ];
        if !newest {
            return update.execute(known).map(drop);
        }
        update
            .execute(params![
                id,
                chat.subject,
                peer,
                chat.created_at,
                chat.community,
                chat.description,
                chat.archived,
                chat.locked,
                chat.hidden,
                small(chat.unread),
                chat.disappearing.map(small),
                chat.left,
                made_at,
            ])
            .map(drop)
    }
}

fn small(number: u64) -> i64 {
    i64::try_from(number).unwrap_or(0)
}
