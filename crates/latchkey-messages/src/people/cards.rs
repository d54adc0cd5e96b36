//! Names on contact cards that somebody shared, for the people whose addresses stand beside the cards.
//!
//! Any other name is better. Anybody can write any name on a card, so that the cards of the owner, who has the person
//! in the phone, come first; those of others count only while they agree, and nobody's card names its own sender.

use std::collections::BTreeMap;
use std::ops::ControlFlow;

use rusqlite::{Connection, OptionalExtension};

use super::{People, vcard};
use crate::error::is_damage;
use crate::scan::scan;
use crate::schema::{Schema, Table};
use crate::value;
use crate::{NameSource, PersonId};

/// The table of cards and that of the addresses beside them, with the column of the address.
const TABLES: [(&str, &str, &str); 2] = [
    ("message_vcard", "message_vcard_jid", "vcard_jid_row_id"),
    ("messages_vcards", "messages_vcards_jids", "vcard_jid"),
];
/// Letters of a card that are looked at: what follows is a picture.
const LONGEST: u32 = 64 << 10;

/// Who sent a message.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Author {
    Owner,
    Person(PersonId),
    Unknown,
}

/// What the cards call somebody.
#[derive(Debug, Default)]
struct Shared {
    by_owner: Option<String>,
    by_others: Option<String>,
    /// The others do not agree.
    differ: bool,
}

impl Shared {
    fn add(&mut self, author: Author, name: String) {
        if author == Author::Owner {
            self.by_owner = Some(name);
        } else {
            self.differ |= self.by_others.as_ref().is_some_and(|known| *known != name);
            self.by_others = Some(name);
        }
    }

    fn name(self) -> Option<String> {
        self.by_owner.or(self.by_others.filter(|_| !self.differ))
    }
}

/// Gives the names on the cards to people who have none.
pub(super) fn gather(
    connection: &Connection,
    schema: &Schema,
    people: &mut People,
    author_of: &dyn Fn(&People, i64) -> Author,
) -> rusqlite::Result<()> {
    let mut shared: BTreeMap<PersonId, Shared> = BTreeMap::new();
    for (cards, addresses, column) in TABLES {
        let cards = schema.table_with(cards, &["vcard"]);
        let addresses = schema.table_with(addresses, &["vcard_row_id", column]);
        let (Some(cards), Some(addresses)) = (cards, addresses) else {
            continue;
        };
        if cards.has("_id") && !cards.is_row_number("_id") {
            continue;
        }
        let nameless = nameless(connection, addresses, column, people)?;
        let mut cards = Cards::open(connection, cards)?;
        for of_card in nameless.chunk_by(|one, next| one.0 == next.0) {
            let Some((message, name)) = of_card
                .first()
                .map(|one| cards.read(one.0))
                .transpose()?
                .flatten()
            else {
                continue;
            };
            let author = message.map_or(Author::Unknown, |message| author_of(people, message));
            for &(_, person) in of_card {
                if author != Author::Person(person) {
                    shared.entry(person).or_default().add(author, name.clone());
                }
            }
        }
    }
    for (person, shared) in shared {
        if let Some(name) = shared.name() {
            people.suggest_name(person, &name, NameSource::SharedCard);
        }
    }
    Ok(())
}

/// Cards and the people beside them whom nothing else names, each pair once, by card.
fn nameless(
    connection: &Connection,
    addresses: &Table,
    column: &str,
    people: &People,
) -> rusqlite::Result<Vec<(i64, PersonId)>> {
    let mut pairs = Vec::new();
    let select = addresses.select(&["vcard_row_id", column]);
    scan(connection, &select, None, &mut |_, row| {
        let by_row = value::reference(row, 2).and_then(|jid| people.by_row(jid));
        let person = by_row.or_else(|| people.by_text(&value::text(row, 2)?));
        if let (Some(card), Some(person)) = (value::reference(row, 1), person)
            && !people.is_named(person)
        {
            pairs.push((card, person));
        }
        ControlFlow::Continue(())
    })?;
    pairs.sort_unstable();
    pairs.dedup();
    Ok(pairs)
}

/// The table of cards.
struct Cards<'c>(rusqlite::Statement<'c>);

impl<'c> Cards<'c> {
    fn open(connection: &'c Connection, cards: &Table) -> rusqlite::Result<Self> {
        let select = cards.select(&["message_row_id", "vcard"]);
        let select = format!(
            "WITH card(number, message, vcard) AS ({select} WHERE rowid = ?1)
             SELECT number, message, substr(vcard, 1, {LONGEST}) FROM card"
        );
        connection.prepare(&select).map(Self)
    }

    /// The message of a card and the name on it; `None` for one that is gone, damaged or without a name.
    fn read(&mut self, card: i64) -> rusqlite::Result<Option<(Option<i64>, String)>> {
        let found = self
            .0
            .query_row([card], |row| {
                Ok((value::reference(row, 1), value::text(row, 2)))
            })
            .optional();
        match found {
            Ok(found) => {
                Ok(found.and_then(|(message, card)| Some((message, vcard::name(&card?)?))))
            }
            Err(error) if is_damage(&error) => Ok(None),
            Err(error) => Err(error),
        }
    }
}
