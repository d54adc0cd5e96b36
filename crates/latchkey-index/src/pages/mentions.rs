//! Puts names in the place of the digits of mentions: what is known now, never a private number.

use std::collections::HashMap;

use rusqlite::Connection;

use super::page::Page;
use crate::rows::{MentionRow, PersonId};

/// What stands for somebody whom nobody can name.
const NAMELESS: &str = "…";
/// Fewer digits are no address.
const FEWEST_DIGITS: usize = 5;
/// So many different digits of one text are looked up; what comes after is hidden.
const MOST_LOOKED_UP: usize = 1000;

/// A mention as it is stored, with the name to show.
struct Mention {
    digits: String,
    person: Option<PersonId>,
    name: Option<String>,
}

/// Names in the texts of a page.
pub(super) fn fill(page: &mut Page<'_>) -> rusqlite::Result<()> {
    let mut current: Option<(i64, Vec<Mention>)> = None;
    let mut all: Vec<(i64, Vec<Mention>)> = Vec::new();
    let sql = "SELECT m.message, m.digits, coalesce(p.same_as, m.person), coalesce(p.name, m.name, '+' || p.phone)
        FROM mention m LEFT JOIN person p ON p.id = m.person
        WHERE m.message BETWEEN ?1 AND ?2 ORDER BY m.message, m.n";
    page.fill(sql, |message, row| {
        let id = message.id.0;
        if current.as_ref().is_none_or(|current| current.0 != id) {
            all.extend(current.replace((id, Vec::new())));
        }
        if let Some((_, mentions)) = &mut current {
            mentions.push(Mention {
                digits: row.get(1)?,
                person: row.get::<_, Option<i64>>(2)?.map(PersonId),
                name: row.get(3)?,
            });
        }
        Ok(())
    })?;
    all.extend(current);
    for (id, mentions) in all {
        if let Ok(n) = page.rows.binary_search_by_key(&id, |row| row.id.0)
            && let Some(message) = page.rows.get_mut(n)
            && let Some(text) = message.text.take()
        {
            // The last one of the same digits counts.
            let by_digits: HashMap<&str, &Mention> = mentions
                .iter()
                .map(|mention| (mention.digits.as_str(), mention))
                .collect();
            let (named, places) = put_names(&text, |digits| {
                let mention = by_digits.get(digits)?;
                Some((mention.person, mention.name.clone()))
            });
            message.text = Some(named);
            message.mentions = places;
        }
    }
    Ok(())
}

type Named = (Option<PersonId>, Option<String>);

/// The text with names for the digits after each `@`, and where they stand. `name` gives nothing for digits that are
/// no mention, which stay.
fn put_names(text: &str, mut name: impl FnMut(&str) -> Option<Named>) -> (String, Vec<MentionRow>) {
    let mut out = String::with_capacity(text.len());
    let mut places = Vec::new();
    let mut rest = text;
    while let Some((before, after)) = rest.split_once('@') {
        out.push_str(before);
        let start = out.len();
        out.push('@');
        let end = after
            .find(|letter: char| !letter.is_ascii_digit())
            .unwrap_or(after.len());
        let (digits, after) = after.split_at_checked(end).unwrap_or(("", after));
        match name(digits).filter(|_| !digits.is_empty()) {
            Some((person, name)) => {
                out.push_str(name.as_deref().unwrap_or(NAMELESS));
                places.push(MentionRow {
                    start,
                    end: out.len(),
                    person,
                    name,
                });
            }
            None => out.push_str(digits),
        }
        rest = after;
    }
    out.push_str(rest);
    (out, places)
}

/// Names for digits in texts that have no mentions of their own: quotations, and lines of the chat list.
///
/// Whether digits are a phone number or a private one is written nowhere beside such a text, and no length tells: only
/// digits that the history knows as somebody's are shown as a name or a number, all others are hidden.
pub(crate) struct Digits<'a> {
    tables: &'a Connection,
    known: HashMap<String, Option<String>>,
    /// How many more digits of the text may be looked up.
    left: usize,
}

impl<'a> Digits<'a> {
    pub(crate) fn new(tables: &'a Connection) -> Self {
        Self {
            tables,
            known: HashMap::new(),
            left: 0,
        }
    }

    /// The text with the names of whom its digits are known to mean; digits of nobody who is known are hidden.
    pub(crate) fn named(&mut self, text: String) -> rusqlite::Result<String> {
        let digits_after = |at: usize| {
            let rest = text.get(at + 1..).unwrap_or_default().bytes();
            rest.take_while(u8::is_ascii_digit).count()
        };
        let mut ats = text.match_indices('@');
        if !ats.any(|(at, _)| digits_after(at) >= FEWEST_DIGITS) {
            return Ok(text);
        }
        self.left = MOST_LOOKED_UP;
        let mut failed = None;
        let (named, _) = put_names(&text, |digits| match self.look_up(digits) {
            Ok(found) => found.map(|name| (None, name)),
            Err(error) => {
                failed = Some(error);
                None
            }
        });
        failed.map_or(Ok(named), Err)
    }

    /// `Some(None)`: nobody who is known, or a private number nobody can name.
    fn look_up(&mut self, digits: &str) -> rusqlite::Result<Option<Option<String>>> {
        if digits.len() < FEWEST_DIGITS {
            return Ok(None);
        }
        if let Some(known) = self.known.get(digits) {
            return Ok(Some(known.clone()));
        }
        if self.left == 0 {
            return Ok(Some(None));
        }
        self.left -= 1;
        let name = self.name_of(digits)?;
        self.known.insert(digits.to_owned(), name.clone());
        Ok(Some(name))
    }

    fn name_of(&self, digits: &str) -> rusqlite::Result<Option<String>> {
        let mut statement = self.tables.prepare_cached(
            "SELECT coalesce(name, '+' || phone) FROM person WHERE id IN (
               SELECT person FROM person_lid WHERE lid = ?1 UNION ALL SELECT person FROM former_phone WHERE phone = ?1
               UNION ALL SELECT id FROM person WHERE address IN (?1 || '@s.whatsapp.net', ?1 || '@lid'))
             ORDER BY name IS NULL LIMIT 1",
        )?;
        let mut rows = statement.query([digits])?;
        match rows.next()? {
            Some(row) => row.get(0),
            None => Ok(None),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn known(digits: &str) -> Option<Named> {
        match digits {
            "34600111222" => Some((Some(PersonId(1)), Some("Ana".to_owned()))),
            "987654321098765" => Some((None, None)),
            _ => None,
        }
    }

    #[test]
    fn names_stand_where_the_digits_stood_and_their_places_are_told() {
        let (text, places) = put_names("ä @34600111222, @987654321098765 and @5 a@b @", known);
        assert_eq!(text, "ä @Ana, @… and @5 a@b @");
        let found: Vec<_> = places
            .iter()
            .map(|place| text.get(place.start..place.end).unwrap())
            .collect();
        assert_eq!(found, ["@Ana", "@…"]);
        assert_eq!(places[0].person, Some(PersonId(1)));
    }

    #[test]
    fn digits_of_a_longer_number_are_not_a_mention() {
        let (text, places) = put_names("@346001112223", known);
        assert_eq!((text.as_str(), places.len()), ("@346001112223", 0));
    }
}
