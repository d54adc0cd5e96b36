//! Who is in a group, and who was.
//!
//! A person whom the source lists under several addresses is one member; whoever came back is no former one.

use std::collections::HashMap;
use std::ops::ControlFlow;

use rusqlite::Row;

use crate::address::{Address, AddressKind};
use crate::scan::{lost_rows, scan};
use crate::source::Parts;
use crate::value;
use crate::{Departure, Member, PersonId, ReadError, Role, TableCounts};

/// A table of members: its name, the columns of group and person, and whether they are texts.
struct Listed {
    table: &'static str,
    group: &'static str,
    person: &'static str,
    texts: bool,
    /// Those in it went away.
    former: bool,
}

/// The tables, the one that knows most first.
const TABLES: [Listed; 4] = [
    Listed {
        table: "group_participant_user",
        group: "group_jid_row_id",
        person: "user_jid_row_id",
        texts: false,
        former: false,
    },
    Listed {
        table: "group_participants",
        group: "gjid",
        person: "jid",
        texts: true,
        former: false,
    },
    Listed {
        table: "parent_group_participants",
        group: "parent_group_jid_row_id",
        person: "user_jid_row_id",
        texts: false,
        former: false,
    },
    Listed {
        table: "group_past_participant_user",
        group: "group_jid_row_id",
        person: "user_jid_row_id",
        texts: false,
        former: true,
    },
];

/// Other columns, with their places after group and person.
const MORE: [&str; 6] = [
    "rank",
    "admin",
    "pending",
    "label",
    "add_timestamp",
    "timestamp",
];

/// One row, in few bytes.
struct Entry {
    group: u32,
    person: PersonId,
    /// Place in [`TABLES`].
    table: u8,
    role: Role,
    /// When they joined or went.
    at: Option<i64>,
    /// Place of their label.
    label: Option<u32>,
}

/// Everything that the tables list.
#[derive(Default)]
struct Rows {
    groups: Vec<String>,
    by_address: HashMap<String, u32>,
    rows: Vec<Entry>,
    labels: Vec<String>,
    counts: [TableCounts; TABLES.len()],
}

/// Hands out every member, group by group.
pub(crate) fn read(
    parts: &Parts,
    on_member: &mut dyn FnMut(Member) -> ControlFlow<()>,
) -> Result<u64, ReadError> {
    let mut all = Rows::default();
    for place in 0..TABLES.len() {
        all.read(parts, place)?;
    }
    // One person's rows stand together, the best table first; sorting is stable, so that the older row is.
    all.rows
        .sort_by_key(|row| (row.group, row.person, row.table));
    let mut count = 0;
    let mut flow = ControlFlow::Continue(());
    for same in all
        .rows
        .chunk_by(|a, b| (a.group, a.person) == (b.group, b.person))
    {
        if let Some(member) = all_of(same, &all.groups, &all.labels) {
            count += 1;
            flow = on_member(member);
        }
        for (place, row) in same.iter().enumerate() {
            if let Some(counts) = all.counts.get_mut(usize::from(row.table)) {
                counts.shown += u64::from(place == 0);
                counts.superseded += u64::from(place > 0);
            }
        }
        if flow.is_break() {
            return Err(ReadError::Cancelled);
        }
    }
    for (listed, counts) in TABLES.iter().zip(all.counts) {
        parts.account(listed.table, counts);
    }
    Ok(count)
}

/// One member out of all rows of theirs.
fn all_of(rows: &[Entry], groups: &[String], labels: &[String]) -> Option<Member> {
    let first = rows.first()?;
    let former = TABLES.get(usize::from(first.table))?.former;
    let now = || rows.iter().filter(|row| !is_former(row));
    let label = rows.iter().find_map(|row| row.label);
    let gone = former.then(|| Departure {
        at: rows.iter().filter_map(|row| row.at).max(),
    });
    Some(Member {
        group: groups.get(first.group as usize)?.clone(),
        person: first.person,
        role: now()
            .map(|row| row.role)
            .max_by_key(|role| *role as u8)
            .unwrap_or(Role::Member),
        label: label.and_then(|label| labels.get(label as usize)).cloned(),
        joined_at: now().filter_map(|row| row.at).min(),
        former: gone,
    })
}

fn is_former(row: &Entry) -> bool {
    TABLES
        .get(usize::from(row.table))
        .is_some_and(|listed| listed.former)
}

impl Rows {
    /// Reads one table.
    fn read(&mut self, parts: &Parts, place: usize) -> rusqlite::Result<()> {
        let Some(listed) = TABLES.get(place) else {
            return Ok(());
        };
        let Some(table) = parts.schema.table(listed.table) else {
            return Ok(());
        };
        let columns: Vec<&str> = [listed.group, listed.person]
            .into_iter()
            .chain(MORE)
            .collect();
        let mut counts = TableCounts::default();
        let select = table.select(&columns);
        let scanned = scan(&parts.connection, &select, None, &mut |_, row| {
            counts.rows += 1;
            match self.row(parts, listed, place, row) {
                Some(Some(row)) => self.rows.push(row),
                Some(None) => counts.passed_over += 1,
                None => counts.orphaned += 1,
            }
            ControlFlow::Continue(())
        })?;
        let lost = lost_rows(&parts.connection, table, &scanned);
        counts.rows += lost;
        counts.unreadable += lost;
        if let Some(own) = self.counts.get_mut(place) {
            *own = counts;
        }
        Ok(())
    }

    /// One row: `None` without group or person, `Some(None)` for whoever only asked or was asked to join.
    fn row(
        &mut self,
        parts: &Parts,
        listed: &Listed,
        place: usize,
        row: &Row<'_>,
    ) -> Option<Option<Entry>> {
        let (group, person) = if listed.texts {
            let group = Address::parse(&value::text(row, 1)?)?;
            (group, parts.people.by_text(&value::text(row, 2)?)?)
        } else {
            let group = parts.people.address(value::reference(row, 1)?)?.clone();
            (group, parts.people.by_row(value::reference(row, 2)?)?)
        };
        if group.kind != AddressKind::Group {
            return None;
        }
        if value::flag(row, 5) {
            return Some(None);
        }
        let label = value::text(row, 6).and_then(|label| crate::people::clean_name(&label));
        let label = label.and_then(|label| {
            self.labels.push(label);
            u32::try_from(self.labels.len() - 1).ok()
        });
        Some(Some(Entry {
            group: self.group(group.text)?,
            person,
            table: u8::try_from(place).ok()?,
            role: match value::integer(row, 3).or_else(|| value::integer(row, 4)) {
                Some(1) => Role::Admin,
                Some(2) => Role::SuperAdmin,
                _ => Role::Member,
            },
            at: value::time(row, if listed.former { 8 } else { 7 }),
            label,
        }))
    }

    /// The number of a group.
    fn group(&mut self, address: String) -> Option<u32> {
        if let Some(&known) = self.by_address.get(&address) {
            return Some(known);
        }
        let new = u32::try_from(self.groups.len()).ok()?;
        self.groups.push(address.clone());
        self.by_address.insert(address, new);
        Some(new)
    }
}
