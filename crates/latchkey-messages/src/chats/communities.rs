//! What more is known of channels and communities.
//!
//! Which community a group belongs to is said in so many words only by notices. The sources disagree about what
//! `group_type` 1 and 3 mean, so that the numbers are not asked.

use std::collections::HashMap;
use std::ops::ControlFlow;

use rusqlite::{Connection, Row};

use super::Chats;
use crate::address::{Address, AddressKind};
use crate::people::People;
use crate::scan::{lost_rows, scan};
use crate::schema::Schema;
use crate::value;
use crate::{ChatKind, TableCounts};

/// `new_group_type` of a group that is in no community.
const OUTSIDE: i64 = 0;

/// What a notice says of a group: which community it belongs to; `None` when it left.
type Told = HashMap<String, (i64, Option<String>)>;

/// The row of a notice, the group, and its community.
type Notice = (i64, String, Option<String>);

impl Chats {
    /// Names and descriptions of channels.
    pub(super) fn read_channels(
        &mut self,
        connection: &Connection,
        schema: &Schema,
    ) -> rusqlite::Result<()> {
        let Some(table) = schema.table_with("newsletter", &["chat_row_id"]) else {
            return Ok(());
        };
        let mut counts = TableCounts::default();
        let select = table.select(&["chat_row_id", "name", "description"]);
        let scanned = scan(connection, &select, None, &mut |_, row| {
            counts.rows += 1;
            let place = value::reference(row, 1).and_then(|chat| self.place_of_row(chat));
            match place.and_then(|place| self.list.get_mut(place as usize)) {
                Some(chat) => {
                    counts.shown += 1;
                    chat.subject = chat.subject.take().or_else(|| value::text(row, 2));
                    chat.description = value::text(row, 3);
                }
                None => counts.orphaned += 1,
            }
            ControlFlow::Continue(())
        })?;
        self.account("newsletter", counts, lost_rows(connection, table, &scanned));
        Ok(())
    }

    /// Chats of communities.
    pub(super) fn read_communities(
        &mut self,
        connection: &Connection,
        schema: &Schema,
    ) -> rusqlite::Result<()> {
        let Some(table) = schema.table_with("community_chat", &["chat_row_id"]) else {
            return Ok(());
        };
        let mut counts = TableCounts::default();
        let select = table.select(&["chat_row_id"]);
        let scanned = scan(connection, &select, None, &mut |_, row| {
            counts.rows += 1;
            let place = value::reference(row, 1).and_then(|chat| self.place_of_row(chat));
            match place.and_then(|place| self.list.get_mut(place as usize)) {
                Some(chat) => {
                    counts.shown += 1;
                    if chat.kind == ChatKind::Group {
                        chat.kind = ChatKind::Community;
                    }
                }
                None => counts.orphaned += 1,
            }
            ControlFlow::Continue(())
        })?;
        let lost = lost_rows(connection, table, &scanned);
        self.account("community_chat", counts, lost);
        Ok(())
    }

    /// Which community each group belongs to, as the newest notice says. `chat_of` is the place of a message's chat.
    pub(crate) fn read_parents(
        &mut self,
        connection: &Connection,
        schema: &Schema,
        people: &People,
        chat_of: &dyn Fn(&Chats, i64) -> Option<u32>,
    ) -> rusqlite::Result<()> {
        let mut told = Told::new();
        let own = |row: &Row<'_>| {
            let message = value::reference(row, 1)?;
            let group = self.at(chat_of(self, message)?)?.address.clone();
            let parent = community(people, value::reference(row, 2))
                .filter(|_| value::integer(row, 3).is_none_or(|kind| kind != OUTSIDE));
            Some((message, group, parent))
        };
        let columns = [
            "message_row_id",
            "linked_parent_group_jid_row_id",
            "new_group_type",
        ];
        let table = "message_system_community_link_changed";
        each(connection, schema, table, columns, &mut told, &own)?;
        let sibling = |row: &Row<'_>| {
            let message = value::reference(row, 1)?;
            let group = Address::parse(&value::text(row, 3)?)?;
            let parent = community(people, value::reference(row, 2))?;
            Some((message, group.text, Some(parent)))
        };
        let columns = [
            "message_row_id",
            "parent_group_jid_row_id",
            "subgroup_raw_jid",
        ];
        let table = "message_system_sibling_group_link_change";
        each(connection, schema, table, columns, &mut told, &sibling)?;
        for (group, (_, parent)) in told {
            let place = self.by_address.get(&group);
            if let Some(chat) = place.and_then(|&place| self.list.get_mut(place as usize)) {
                chat.community = parent.filter(|parent| *parent != chat.address);
            }
        }
        Ok(())
    }
}

/// The address of a community.
fn community(people: &People, row: Option<i64>) -> Option<String> {
    let address = people.address(row?)?;
    (address.kind == AddressKind::Group).then(|| address.text.clone())
}

/// Keeps what the newest notices of a table say.
fn each(
    connection: &Connection,
    schema: &Schema,
    table: &str,
    columns: [&str; 3],
    told: &mut Told,
    read: &dyn Fn(&Row<'_>) -> Option<Notice>,
) -> rusqlite::Result<()> {
    let Some(table) = schema.table_with(table, &columns[..2]) else {
        return Ok(());
    };
    scan(connection, &table.select(&columns), None, &mut |_, row| {
        if let Some((message, group, parent)) = read(row) {
            let known = told.entry(group).or_insert((i64::MIN, None));
            if message > known.0 {
                *known = (message, parent);
            }
        }
        ControlFlow::Continue(())
    })?;
    Ok(())
}
