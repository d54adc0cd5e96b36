//! Contact cards that somebody shared.

use std::collections::{HashMap, HashSet};

use crate::messages::tables::{Beside, Tables};
use crate::people::People;
use crate::people::vcard;
use crate::value;
use crate::{ContactCard, PersonId};

/// Longer cards are cut: what follows is a picture.
const LONGEST: usize = 64 << 10;
/// Cards of one message; a person shares a few hundred at most.
const MOST: usize = 1000;
/// People of one card that are kept; a card has a few addresses.
const MOST_PEOPLE: usize = 100;

/// Every card of a message; the old table is asked where the new one has none.
pub(super) fn of(
    tables: &mut Tables<'_>,
    id: i64,
    people: &People,
) -> rusqlite::Result<Option<Vec<ContactCard>>> {
    let (cards, named) = if tables.has(Beside::Cards, id) {
        (Beside::Cards, Beside::CardPeople)
    } else if tables.has(Beside::LegacyCards, id) {
        (Beside::LegacyCards, Beside::LegacyCardPeople)
    } else {
        return Ok(None);
    };
    let mut of_card: HashMap<i64, Vec<PersonId>> = HashMap::new();
    let mut known = HashSet::new();
    let mut unused = 0;
    tables.each(named, id, &mut |row| {
        let person = match named {
            Beside::CardPeople => value::reference(row, 2).and_then(|jid| people.by_row(jid)),
            _ => value::text(row, 2).and_then(|jid| people.by_text(&jid)),
        };
        match (value::reference(row, 1), person) {
            (Some(card), Some(person)) => {
                let people = of_card.entry(card).or_default();
                if people.len() >= MOST_PEOPLE {
                    unused += 1;
                } else if known.insert((card, person)) {
                    people.push(person);
                }
            }
            _ => unused += 1,
        }
    })?;
    tables.pass_over(named, unused);
    let (mut found, mut passed) = (Vec::new(), 0);
    tables.each(cards, id, &mut |row| {
        let number = value::integer(row, 0).unwrap_or(0);
        match value::text(row, 1) {
            Some(mut card) if found.len() < MOST => {
                vcard::cut(&mut card, LONGEST);
                found.push(ContactCard {
                    name: vcard::name(&card),
                    vcard: card,
                    people: of_card.remove(&number).unwrap_or_default(),
                });
            }
            _ => passed += 1,
        }
    })?;
    tables.pass_over(cards, passed);
    Ok((!found.is_empty()).then_some(found))
}
