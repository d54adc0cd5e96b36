//! Changes of a phone number: the old and the new number are one person, unless one of them is somebody else's.
//!
//! Numbers are given away again. A notice says that somebody went from one number to another; it is believed only
//! where the messages agree: nobody wrote from the new number before the notice, nobody from the old one after it, but
//! for a day in which the clocks may differ. Where they do not agree, or the notice has no date, the two stay two
//! people: two that are one can be seen by a reader, one that is two cannot.

use std::collections::{HashMap, HashSet};
use std::ops::ControlFlow;

use rusqlite::Connection;

use super::People;
use crate::PersonId;
use crate::scan::scan;
use crate::schema::Schema;
use crate::value;

/// Milliseconds by which clocks and late deliveries may be off.
const TOLERANCE: i64 = 24 * 3_600_000;
/// Changes that are looked at.
const MOST: usize = 100_000;

/// Notices of changes, and when those whom they are about wrote.
#[derive(Debug, Default)]
pub(crate) struct Changes {
    /// Old and new person, first and last notice.
    pairs: Vec<(PersonId, PersonId, i64, i64)>,
    /// First and last message of the people in `pairs`.
    wrote: HashMap<PersonId, Option<(i64, i64)>>,
}

impl Changes {
    /// Reads the notices; `time_of` is when a message was sent.
    pub(crate) fn read(
        connection: &Connection,
        schema: &Schema,
        people: &People,
        time_of: &dyn Fn(i64) -> Option<i64>,
    ) -> rusqlite::Result<Self> {
        let mut changes = Self::default();
        let columns = ["message_row_id", "old_jid_row_id", "new_jid_row_id"];
        let Some(table) = schema.table_with("message_system_number_change", &columns) else {
            return Ok(changes);
        };
        let mut places: HashMap<(PersonId, PersonId), usize> = HashMap::new();
        scan(connection, &table.select(&columns), None, &mut |_, row| {
            let person = |column| people.by_row(value::reference(row, column)?);
            let at = value::reference(row, 1).and_then(time_of);
            if let (Some(old), Some(new), Some(at)) = (person(2), person(3), at)
                && old != new
                && people.has_phone(old)
                && changes.pairs.len() < MOST
            {
                let place = *places.entry((old, new)).or_insert(changes.pairs.len());
                match changes.pairs.get_mut(place) {
                    Some((_, _, first, last)) => {
                        (*first, *last) = ((*first).min(at), (*last).max(at));
                    }
                    None => changes.pairs.push((old, new, at, at)),
                }
                changes.wrote.insert(old, None);
                changes.wrote.insert(new, None);
            }
            ControlFlow::Continue(())
        })?;
        // A chain of changes is followed from its beginning.
        changes.pairs.sort_by_key(|&(_, _, first, _)| first);
        Ok(changes)
    }

    /// Nobody changed their number.
    pub(crate) fn is_empty(&self) -> bool {
        self.pairs.is_empty()
    }

    /// Somebody wrote.
    pub(crate) fn wrote(&mut self, person: PersonId, at: i64) {
        if let Some(known) = self.wrote.get_mut(&person) {
            *known = Some(known.map_or((at, at), |(first, last)| (first.min(at), last.max(at))));
        }
    }

    /// Old and new person of every change that is believed.
    pub(crate) fn believed(&self) -> impl Iterator<Item = (PersonId, PersonId)> + '_ {
        let wrote = |person| self.wrote.get(person).copied().flatten();
        self.pairs
            .iter()
            .filter_map(move |(old, new, first, last)| {
                let still = wrote(old).is_some_and(|(_, at)| at > last.saturating_add(TOLERANCE));
                let before = wrote(new).is_some_and(|(at, _)| at < first.saturating_sub(TOLERANCE));
                (!still && !before).then_some((*old, *new))
            })
    }
}

impl People {
    fn has_phone(&self, person: PersonId) -> bool {
        self.index_of(person)
            .and_then(|index| self.persons.get(index))
            .is_some_and(|person| person.phone.is_some())
    }

    fn index_of(&self, person: PersonId) -> Option<usize> {
        self.by_row.get(&person.0).copied()
    }

    /// Makes one person of each pair, known by the new number; who became whom.
    pub(crate) fn join_numbers(&mut self, changes: &Changes) -> HashMap<PersonId, PersonId> {
        // Where each person is now, by their first place.
        let mut now: Vec<usize> = (0..self.persons.len()).collect();
        // Nobody goes to two numbers at once, and no number is two people's new one: then somebody else had it meanwhile.
        let (mut left, mut taken) = (HashSet::new(), HashSet::new());
        for (old, new) in changes.believed() {
            if left.contains(&old) || taken.contains(&new) {
                continue;
            }
            left.insert(old);
            taken.insert(new);
            let (Some(old), Some(new)) = (self.index_of(old), self.index_of(new)) else {
                continue;
            };
            let (old, new) = (follow(&mut now, old), follow(&mut now, new));
            if old == new {
                continue;
            }
            let Some(gone) = self.persons.get_mut(old).map(std::mem::take) else {
                continue;
            };
            if let Some(person) = self.persons.get_mut(new) {
                let mut phones = gone.former_phones;
                phones.extend(gone.phone);
                append(&mut person.former_phones, phones);
                append(&mut person.lids, gone.lids);
            }
            if let Some(place) = now.get_mut(old) {
                *place = new;
            }
        }
        for place in 0..now.len() {
            follow(&mut now, place);
        }
        self.close_ranks(&now)
    }

    /// Takes those out who became somebody else; `now` says of each where they are in the end.
    fn close_ranks(&mut self, now: &[usize]) -> HashMap<PersonId, PersonId> {
        let mut became = HashMap::new();
        if now.iter().enumerate().all(|(place, &other)| place == other) {
            return became;
        }
        let all = std::mem::take(&mut self.persons);
        let mut places = vec![0; all.len()];
        for (place, person) in all.into_iter().enumerate() {
            if now.get(place) == Some(&place) {
                if let Some(new) = places.get_mut(place) {
                    *new = self.persons.len();
                }
                self.persons.push(person);
            }
        }
        let place_of = |index: usize| now.get(index).copied().unwrap_or(index);
        let moved = |index: usize| places.get(place_of(index)).copied().unwrap_or(0);
        for (row, index) in &mut self.by_row {
            let new = moved(*index);
            if place_of(*index) != *index
                && let Some(person) = self.persons.get(new)
            {
                became.insert(PersonId(*row), person.id);
            }
            *index = new;
        }
        for index in self.by_address.values_mut() {
            *index = moved(*index);
        }
        became
    }
}

/// Where a person is in the end; nobody becomes themselves again, since only those who are still apart are joined.
/// Everyone on the way is told the end, so that no chain is walked twice.
fn follow(now: &mut [usize], place: usize) -> usize {
    let mut end = place;
    while let Some(&next) = now.get(end).filter(|&&next| next != end) {
        end = next;
    }
    let mut at = place;
    while let Some(next) = now.get_mut(at).filter(|next| **next != end) {
        at = std::mem::replace(next, end);
    }
    end
}

/// Puts one list behind the other, whichever is longer: along a chain of changes each entry moves a few times only.
fn append(list: &mut Vec<String>, mut more: Vec<String>) {
    if more.len() > list.len() {
        std::mem::swap(list, &mut more);
    }
    list.append(&mut more);
}
