//! Members of groups: the newest backup that lists a group decides who is in it; whoever vanished is a former member.

use std::collections::HashMap;

use latchkey_messages::{ChatKind, Member};
use rusqlite::{Connection, OptionalExtension, params};

use super::{ImportSession, made_at};
use crate::error::ImportError;
use crate::schema;

/// Groups whose members the source lists.
#[derive(Default)]
pub(super) struct Groups(HashMap<String, Group>);

#[derive(Debug, Clone, Copy)]
struct Group {
    chat: i64,
    /// No newer backup has listed this group.
    newest: bool,
}

/// The newest list: what it says of a member wins. A source may list somebody as a former and as a present member.
const NEWEST: &str =
    "INSERT INTO member VALUES(?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8) ON CONFLICT DO UPDATE SET
  role = CASE WHEN excluded.former THEN role ELSE excluded.role END,
  label = coalesce(excluded.label, label), joined_at = coalesce(excluded.joined_at, joined_at),
  former = excluded.former AND NOT (as_of = excluded.as_of AND NOT former),
  left_at = coalesce(excluded.left_at, left_at), as_of = excluded.as_of";

/// An older list: whom the newest does not have is a former member; of others only gaps are filled.
const OLDER: &str = "INSERT INTO member VALUES(?1, ?2, ?3, ?4, ?5, ?6 OR 1, ?7, ?8) ON CONFLICT DO UPDATE SET
  role = CASE WHEN as_of < excluded.as_of THEN excluded.role ELSE role END,
  label = CASE WHEN as_of < excluded.as_of THEN coalesce(excluded.label, label) ELSE coalesce(label, excluded.label) END,
  joined_at = CASE WHEN as_of < excluded.as_of THEN coalesce(excluded.joined_at, joined_at)
    ELSE coalesce(joined_at, excluded.joined_at) END,
  left_at = CASE WHEN as_of < excluded.as_of THEN coalesce(excluded.left_at, left_at)
    ELSE coalesce(left_at, excluded.left_at) END,
  as_of = max(as_of, excluded.as_of)";

impl ImportSession<'_> {
    /// One membership; after the calls.
    ///
    /// # Errors
    /// As [`ImportSession::people`].
    pub fn member(&mut self, member: &Member) -> Result<(), ImportError> {
        self.leave()?;
        let Some(person) = self.people.id(member.person) else {
            return Ok(());
        };
        let made_at = made_at(&self.origin);
        let group = self.groups.of(self.tables, &member.group, made_at)?;
        let sql = if group.newest { NEWEST } else { OLDER };
        self.tables.prepare_cached(sql)?.execute(params![
            group.chat,
            person,
            schema::role_code(member.role),
            member.label,
            member.joined_at,
            member.former.is_some(),
            member.former.and_then(|gone| gone.at),
            made_at,
        ])?;
        self.report.members += 1;
        Ok(())
    }

    /// Whoever the newest lists no longer have is a former member.
    pub(super) fn settle_members(&mut self) -> rusqlite::Result<()> {
        let made_at = made_at(&self.origin);
        for group in self.groups.0.values().filter(|group| group.newest) {
            self.tables
                .prepare_cached(
                    "UPDATE member SET former = 1 WHERE chat = ?1 AND NOT former AND as_of < ?2",
                )?
                .execute([group.chat, made_at])?;
            self.tables
                .prepare_cached("UPDATE chat SET members_as_of = ?2 WHERE id = ?1")?
                .execute([group.chat, made_at])?;
        }
        Ok(())
    }
}

impl Groups {
    /// The group with this address; one that the source lists no chat of gets one without messages.
    fn of(&mut self, tables: &Connection, address: &str, made_at: i64) -> rusqlite::Result<Group> {
        if let Some(&group) = self.0.get(address) {
            return Ok(group);
        }
        let found = tables
            .prepare_cached(
                "SELECT id, coalesce(members_as_of <= ?2, 1) FROM chat WHERE address = ?1",
            )?
            .query_row(params![address, made_at], |row| {
                Ok(Group {
                    chat: row.get(0)?,
                    newest: row.get(1)?,
                })
            })
            .optional()?;
        let group = match found {
            Some(group) => group,
            None => {
                tables
                    .prepare_cached(
                        "INSERT INTO chat(address, kind, archived, locked, hidden, unread, messages, last_from_me)
                         VALUES(?1, ?2, 0, 0, 1, 0, 0, 0)",
                    )?
                    .execute(params![address, schema::chat_kind_code(ChatKind::Group)])?;
                Group {
                    chat: tables.last_insert_rowid(),
                    newest: true,
                }
            }
        };
        self.0.insert(address.to_owned(), group);
        Ok(group)
    }
}
