//! Names on contact cards that somebody shared, for the people whose addresses stand beside the cards.
//!
//! It is what somebody else calls them, so that any other name is better.

use std::ops::ControlFlow;

use rusqlite::{Connection, OptionalExtension};

use super::{People, vcard};
use crate::NameSource;
use crate::error::is_damage;
use crate::scan::scan;
use crate::schema::Schema;
use crate::value;

/// The table of cards and that of the addresses beside them, with the column of the address.
const TABLES: [(&str, &str, &str); 2] = [
    ("message_vcard", "message_vcard_jid", "vcard_jid_row_id"),
    ("messages_vcards", "messages_vcards_jids", "vcard_jid"),
];

/// Gives the names on the cards to people who have none.
pub(super) fn gather(
    connection: &Connection,
    schema: &Schema,
    people: &mut People,
) -> rusqlite::Result<()> {
    for (cards, addresses, column) in TABLES {
        let cards = schema.table_with(cards, &["vcard"]);
        let addresses = schema.table_with(addresses, &["vcard_row_id", column]);
        let (Some(cards), Some(addresses)) = (cards, addresses) else {
            continue;
        };
        if cards.has("_id") && !cards.is_row_number("_id") {
            continue;
        }
        let select = format!("{} WHERE rowid = ?1", cards.select(&["vcard"]));
        let mut fetch = connection.prepare(&select)?;
        let mut failed = None;
        let select = addresses.select(&["vcard_row_id", column]);
        scan(connection, &select, None, &mut |_, row| {
            let by_row = value::reference(row, 2).and_then(|jid| people.by_row(jid));
            let person = by_row.or_else(|| people.by_text(&value::text(row, 2)?));
            let (Some(card), Some(person)) = (value::reference(row, 1), person) else {
                return ControlFlow::Continue(());
            };
            if people.is_named(person) {
                return ControlFlow::Continue(());
            }
            let found = fetch
                .query_row([card], |row| Ok(value::text(row, 1)))
                .optional();
            match found {
                Ok(card) => {
                    if let Some(name) = card.flatten().and_then(|card| vcard::name(&card)) {
                        people.suggest_name(person, &name, NameSource::SharedCard);
                    }
                }
                Err(error) if is_damage(&error) => {}
                Err(error) => failed = Some(error),
            }
            if failed.is_some() {
                return ControlFlow::Break(());
            }
            ControlFlow::Continue(())
        })?;
        if let Some(error) = failed {
            return Err(error);
        }
    }
    Ok(())
}
