//! The tables that say what an add-on is, by the add-on.

use std::collections::{BTreeMap, HashMap};
use std::ops::ControlFlow;

use rusqlite::Row;

use super::ADD_ONS;
use crate::TableCounts;
use crate::scan::scan;
use crate::side::{Fate, RowSet, Side, Spec, Taken};
use crate::source::Parts;
use crate::value;

/// A table of details.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Detail {
    Reaction,
    Vote,
    Option,
    Answer,
    Keep,
    Pin,
}

/// The tables in the order of [`Detail`], and `message_add_on_type` of what they tell about. Column 2 is the time.
const SPECS: [(Spec, i64); 6] = [
    (
        spec("message_add_on_reaction", &["reaction", "sender_timestamp"]),
        56,
    ),
    (
        spec("message_add_on_poll_vote", &["", "sender_timestamp"]),
        67,
    ),
    (
        spec(
            "message_add_on_poll_vote_selected_option",
            &["message_poll_option_id"],
        ),
        67,
    ),
    (
        spec(
            "message_add_on_event_response",
            &["response", "sender_timestamp", "extra_guest_count"],
        ),
        93,
    ),
    (
        spec(
            "message_add_on_keep_in_chat",
            &["keep_in_chat_state", "sender_timestamp"],
        ),
        68,
    ),
    (
        spec(
            "message_add_on_pin_in_chat",
            &["pin_in_chat_state", "sender_timestamp"],
        ),
        79,
    ),
];

const fn spec(table: &'static str, columns: &'static [&'static str]) -> Spec {
    Spec {
        table,
        owner: "message_add_on_row_id",
        columns,
    }
}

/// The details of add-ons.
pub(super) struct Details<'s> {
    sides: Vec<Side<'s>>,
    /// Rows read of the add-ons of the message that is being put together, by table and add-on.
    taken: HashMap<(usize, i64), Taken>,
}

impl<'s> Details<'s> {
    pub(super) fn open(parts: &'s Parts, add_ons: &Side<'s>) -> rusqlite::Result<Self> {
        let ids = ids(parts, add_ons)?;
        let open = |(spec, _): &(Spec, i64)| {
            Side::open(&parts.connection, &parts.schema, *spec, &|id| {
                ids.contains(id)
            })
        };
        Ok(Self {
            sides: SPECS.iter().map(open).collect::<Result<_, _>>()?,
            taken: HashMap::new(),
        })
    }

    /// An add-on is of this sort: its number says so, or the table has a row of it where the source has no numbers.
    pub(super) fn fits(&self, detail: Detail, id: i64, number: Option<i64>) -> bool {
        match (SPECS.get(detail as usize), number) {
            (Some((_, wanted)), Some(number)) => number == *wanted,
            _ => self.side(detail).is_some_and(|side| side.has(id)),
        }
    }

    fn side(&self, detail: Detail) -> Option<&Side<'s>> {
        self.sides.get(detail as usize)
    }

    /// Every row of an add-on; one that `on_row` has no use for is passed over.
    pub(super) fn each(
        &mut self,
        detail: Detail,
        id: i64,
        on_row: &mut dyn FnMut(&Row<'_>) -> bool,
    ) -> rusqlite::Result<()> {
        let Some(side) = self.sides.get_mut(detail as usize) else {
            return Ok(());
        };
        let mut unused = 0;
        side.each(id, &mut |row| unused += u64::from(!on_row(row)))?;
        side.pass_over(unused);
        let taken = side.taken(id);
        self.taken
            .extend(taken.map(|taken| ((detail as usize, id), taken)));
        Ok(())
    }

    /// The row of an add-on.
    pub(super) fn one<T>(
        &mut self,
        detail: Detail,
        id: i64,
        read: impl Fn(&Row<'_>) -> T,
    ) -> rusqlite::Result<Option<T>> {
        let mut found = None;
        self.each(detail, id, &mut |row| {
            let first = found.is_none();
            if first {
                found = Some(read(row));
            }
            first
        })?;
        Ok(found)
    }

    /// Enters the details of an add-on into the accounts.
    pub(super) fn settle(&mut self, id: i64, fate: Fate) {
        for (place, side) in self.sides.iter_mut().enumerate() {
            if !side.has(id) {
                continue;
            }
            match self.taken.remove(&(place, id)) {
                Some(taken) => side.enter(taken, fate),
                None => side.enter_unread(id, fate),
            }
        }
    }

    pub(super) fn damage(&self) -> u64 {
        self.sides.iter().map(|side| side.damage).sum()
    }

    /// What became of the rows of each table that there is.
    pub(super) fn counts(&self, counts: &mut BTreeMap<String, TableCounts>) {
        for ((spec, _), side) in SPECS.iter().zip(&self.sides) {
            if side.counts() != TableCounts::default() {
                counts.insert(spec.table.to_owned(), side.counts());
            }
        }
    }
}

/// The add-ons whose message is there.
fn ids(parts: &Parts, add_ons: &Side<'_>) -> rusqlite::Result<RowSet> {
    let mut ids = RowSet::default();
    let Some(table) = parts.schema.table(ADD_ONS.table) else {
        return Ok(ids);
    };
    if table.is_row_number("_id") || !table.has("_id") {
        add_ons.each_number(&mut |number| ids.insert(number));
    } else {
        let select = table.select(&["_id", ADD_ONS.owner]);
        scan(&parts.connection, &select, None, &mut |_, row| {
            let parent = value::reference(row, 2).filter(|&parent| parts.order.has(parent));
            parent
                .and(value::reference(row, 1))
                .into_iter()
                .for_each(|id| ids.insert(id));
            ControlFlow::Continue(())
        })?;
    }
    ids.finish();
    Ok(ids)
}
