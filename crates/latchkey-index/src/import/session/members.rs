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

struct Group {
    chat: i64,
    /// The source says who is in it now.
    listed: bool,
}

/// What the newest backup that has somebody as a member says wins.
const PRESENT: &str =
    "INSERT INTO member VALUES(?1, ?2, ?3, ?4, ?5, ?6, ?7, -1) ON CONFLICT DO UPDATE SET
  role = CASE WHEN in_as_of <= excluded.in_as_of THEN excluded.role ELSE role END,
  label = CASE WHEN in_as_of <= excluded.in_as_of THEN coalesce(excluded.label, label)
    ELSE coalesce(label, excluded.label) END,
  joined_at = CASE WHEN in_as_of <= excluded.in_as_of THEN coalesce(excluded.joined_at, joined_at)
    ELSE coalesce(joined_at, excluded.joined_at) END,
  in_as_of = max(in_as_of, excluded.in_as_of)";

/// Of a former member only gaps are filled, and the last departure counts.
const FORMER: &str =
    "INSERT INTO member VALUES(?1, ?2, ?3, ?4, ?5, ?6, -1, ?7) ON CONFLICT DO UPDATE SET
  label = coalesce(label, excluded.label), joined_at = coalesce(joined_at, excluded.joined_at),
  left_at = max(coalesce(left_at, excluded.left_at), coalesce(excluded.left_at, left_at)),
  out_as_of = max(out_as_of, excluded.out_as_of)";

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
        let group = self.groups.of(self.tables, &member.group)?;
        let sql = match member.former {
            Some(_) => FORMER,
            None => PRESENT,
        };
        self.tables.prepare_cached(sql)?.execute(params![
            group.chat,
            person,
            schema::role_code(member.role),
            member.label,
            member.joined_at,
            member.former.and_then(|gone| gone.at),
            made_at,
        ])?;
        group.listed |= member.former.is_none();
        self.report.members += 1;
        Ok(())
    }

    /// Whoever the newest list of a group does not have is a former member. A group without any member left is one
    /// whose list the phone has thrown away.
    pub(super) fn settle_members(&mut self) -> rusqlite::Result<()> {
        let made_at = made_at(&self.origin);
        for group in self.groups.0.values().filter(|group| group.listed) {
            self.tables
                .prepare_cached(
                    "UPDATE chat SET members_as_of = max(coalesce(members_as_of, ?2), ?2) WHERE id = ?1",
                )?
                .execute([group.chat, made_at])?;
        }
        Ok(())
    }
}

impl Groups {
    /// The group with this address; one that the source lists no chat of gets one without messages.
    fn of(&mut self, tables: &Connection, address: &str) -> rusqlite::Result<&mut Group> {
        if !self.0.contains_key(address) {
            let chat = find_or_insert(tables, address)?;
            let listed = false;
            self.0.insert(address.to_owned(), Group { chat, listed });
        }
        self.0
            .get_mut(address)
            .ok_or(rusqlite::Error::QueryReturnedNoRows)
    }
}

fn find_or_insert(tables: &Connection, address: &str) -> rusqlite::Result<i64> {
    let found = tables
        .prepare_cached("SELECT id FROM chat WHERE address = ?1")?
        .query_row([address], |row| row.get(0))
        .optional()?;
    if let Some(chat) = found {
        return Ok(chat);
    }
    tables
        .prepare_cached(
            "INSERT INTO chat(address, kind, archived, locked, hidden, unread, messages, last_from_me)
             VALUES(?1, ?2, 0, 0, 1, 0, 0, 0)",
        )?
        .execute(params![address, schema::chat_kind_code(ChatKind::Group)])?;
    Ok(tables.last_insert_rowid())
}
