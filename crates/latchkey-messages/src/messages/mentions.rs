//! Mentions: a text holds `@` and digits, which may be a private number; whom they mean stands beside it.
//!
//! The text stays as the source has it. Names are put in by whoever shows it, who may know more by then.

use std::collections::{HashMap, HashSet};

use super::tables::{Beside, Tables};
use crate::people::{People, clean_name};
use crate::value;
use crate::{Mention, PersonId};

/// Fewer digits are no address.
const FEWEST_DIGITS: usize = 5;
/// Mentions of one message that are kept; a group has a thousand members.
const MOST: usize = 5000;
/// `mention_type` of a mention of the whole group.
const EVERYONE: i64 = 2;

/// A row beside the message.
struct Stored {
    digits: String,
    person: Option<PersonId>,
    name: Option<String>,
}

/// Whom the digits in a text mean: first in the order of the text, then those whom only a row names. `more` are
/// addresses that the message's own row lists.
pub(super) fn of(
    tables: &mut Tables<'_>,
    id: i64,
    text: Option<&str>,
    more: &[String],
    people: &People,
) -> rusqlite::Result<Vec<Mention>> {
    let at = text.is_some_and(|text| text.contains('@'));
    if !at && more.is_empty() && !tables.has(Beside::Mentions, id) {
        return Ok(Vec::new());
    }
    let mut stored = stored(tables, id, people)?;
    for raw in more {
        let digits = raw.split(['@', ':', '.']).next().unwrap_or_default();
        stored.push(Stored {
            digits: digits.to_owned(),
            person: people.by_text(raw),
            name: None,
        });
    }
    let mut rows = Rows::of(stored);
    let mut mentions: Vec<Mention> = Vec::new();
    let mut known = HashSet::new();
    for digits in text.into_iter().flat_map(digits_in).take(MOST) {
        if !known.insert(digits) {
            continue;
        }
        let person = people.by_digits(digits).map(|person| person.id);
        let row = rows.take(digits, person);
        let named = row.as_ref().and_then(|row| row.person);
        if row.is_some() || person.is_some() {
            mentions.push(Mention {
                digits: digits.to_owned(),
                person: person.or(named),
                name: row.and_then(|row| row.name),
            });
        }
    }
    let room = MOST.saturating_sub(mentions.len());
    mentions.extend(rows.left().take(room).map(|row| Mention {
        digits: row.digits,
        person: row.person,
        name: row.name,
    }));
    Ok(mentions)
}

/// Rows beside a message, found by their digits and by whom they mean; each is taken once.
struct Rows {
    rows: Vec<Option<Stored>>,
    /// Places of rows, the first one last.
    by_digits: HashMap<String, Vec<usize>>,
    by_person: HashMap<PersonId, Vec<usize>>,
}

impl Rows {
    fn of(stored: Vec<Stored>) -> Self {
        let mut rows = Self {
            rows: Vec::new(),
            by_digits: HashMap::new(),
            by_person: HashMap::new(),
        };
        for (place, row) in stored.iter().enumerate().rev() {
            let digits = rows.by_digits.entry(row.digits.clone()).or_default();
            digits.push(place);
            if let Some(person) = row.person {
                rows.by_person.entry(person).or_default().push(place);
            }
        }
        rows.rows = stored.into_iter().map(Some).collect();
        rows
    }

    /// The first row that is still there of these digits or of this person.
    fn take(&mut self, digits: &str, person: Option<PersonId>) -> Option<Stored> {
        let rows = &self.rows;
        let first = |places: Option<&mut Vec<usize>>| {
            let places = places?;
            while let Some(&place) = places.last() {
                if rows.get(place).is_some_and(Option::is_some) {
                    return Some(place);
                }
                places.pop();
            }
            None
        };
        let by_digits = first(self.by_digits.get_mut(digits));
        let by_person = first(person.and_then(|person| self.by_person.get_mut(&person)));
        let place = by_digits.into_iter().chain(by_person).min()?;
        self.rows.get_mut(place)?.take()
    }

    /// Those that nobody took, in their order.
    fn left(self) -> impl Iterator<Item = Stored> {
        self.rows.into_iter().flatten()
    }
}

/// The rows beside a message.
fn stored(tables: &mut Tables<'_>, id: i64, people: &People) -> rusqlite::Result<Vec<Stored>> {
    let (mut stored, mut more) = (Vec::new(), 0);
    tables.each(Beside::Mentions, id, &mut |row| {
        if stored.len() >= MOST {
            more += 1;
            return;
        }
        let jid = value::reference(row, 1);
        let everyone = value::integer(row, 3) == Some(EVERYONE);
        let address = jid
            .filter(|_| !everyone)
            .and_then(|jid| people.address(jid));
        stored.push(Stored {
            digits: address.map_or_else(String::new, |address| address.user().to_owned()),
            person: jid.filter(|_| !everyone).and_then(|jid| people.by_row(jid)),
            name: value::text(row, 2).and_then(|name| clean_name(&name)),
        });
    })?;
    tables.pass_over(Beside::Mentions, more);
    Ok(stored)
}

/// The digits after each `@` that does not stand inside of a word.
fn digits_in(text: &str) -> impl Iterator<Item = &str> {
    text.match_indices('@').filter_map(move |(at, _)| {
        let rest = text.get(at + 1..)?;
        let length = rest.bytes().take_while(u8::is_ascii_digit).count();
        let before = text.get(..at)?.chars().next_back();
        let possible = length >= FEWEST_DIGITS && !before.is_some_and(char::is_alphanumeric);
        rest.get(..length).filter(|_| possible)
    })
}

#[cfg(test)]
mod tests {
    use super::digits_in;

    #[test]
    fn digits_stand_after_an_at_that_begins_a_word() {
        let text = "@34600111222, a@99999999 @1234 (@987654321098765)@34600111222";
        let found: Vec<_> = digits_in(text).collect();
        assert_eq!(found, ["34600111222", "987654321098765", "34600111222"]);
    }
}
