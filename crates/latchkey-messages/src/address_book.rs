//! Names from the contacts database of a backup (`wa.db`), where it still has them.
//!
//! Only entries with a phone number are kept: a private address is no way to find a person in another backup.

use std::collections::BTreeMap;
use std::ops::ControlFlow;

use rusqlite::{Connection, Row};

use crate::address::Address;
use crate::people::clean_name;
use crate::scan::scan;
use crate::schema::Schema;
use crate::value;
use crate::{AddressBookEntry, NameSource, ReadError};

/// Columns of `wa_contacts`, in the order in which [`contact`] reads them.
const COLUMNS: [&str; 7] = [
    "jid",
    "number",
    "display_name",
    "given_name",
    "family_name",
    "wa_name",
    "nickname",
];

/// The names that a contacts database holds, at most one of each source for a number; `None` where it has no table of them.
pub(crate) fn names(
    connection: &Connection,
    schema: &Schema,
) -> Result<Option<Vec<AddressBookEntry>>, ReadError> {
    if schema.table("wa_contacts").is_none() && schema.table("wa_vnames").is_none() {
        return Ok(None);
    }
    let mut names = BTreeMap::new();
    contacts(connection, schema, &mut names)?;
    businesses(connection, schema, &mut names)?;
    let entry = |((phone, source), name)| AddressBookEntry {
        phone,
        name,
        source,
    };
    Ok(Some(names.into_iter().map(entry).collect()))
}

/// The first name of each source for a number.
type Names = BTreeMap<(String, NameSource), String>;

fn contacts(connection: &Connection, schema: &Schema, names: &mut Names) -> Result<(), ReadError> {
    let Some(table) = schema.table("wa_contacts") else {
        return Ok(());
    };
    scan(connection, &table.select(&COLUMNS), None, &mut |_, row| {
        if let Some(phone) = phone(row) {
            for (source, name) in contact(row) {
                names.entry((phone.clone(), source)).or_insert(name);
            }
        }
        ControlFlow::Continue(())
    })?;
    Ok(())
}

/// The number of a contact: of its address, or as the person had typed it where that is international.
fn phone(row: &Row<'_>) -> Option<String> {
    let address = value::text(row, 1).and_then(|raw| Address::parse(&raw));
    if let Some(phone) = address.as_ref().and_then(Address::phone) {
        return Some(phone.to_owned());
    }
    let typed = value::text(row, 2)?;
    let digits: String = typed
        .trim()
        .strip_prefix('+')?
        .chars()
        .filter(char::is_ascii_digit)
        .collect();
    (5..=15).contains(&digits.len()).then_some(digits)
}

/// The name that the owner gave, and the one that the person shows.
fn contact(row: &Row<'_>) -> impl Iterator<Item = (NameSource, String)> {
    let name = |column| value::text(row, column).and_then(|name| clean_name(&name));
    let parts: Vec<String> = [4, 5].into_iter().filter_map(name).collect();
    let given = name(3).or_else(|| (!parts.is_empty()).then(|| parts.join(" ")));
    let shown = name(6).or_else(|| name(7));
    let given = given.map(|name| (NameSource::Contacts, name));
    given
        .into_iter()
        .chain(shown.map(|name| (NameSource::Push, name)))
}

fn businesses(
    connection: &Connection,
    schema: &Schema,
    names: &mut Names,
) -> Result<(), ReadError> {
    let Some(table) = schema.table_with("wa_vnames", &["jid", "verified_name"]) else {
        return Ok(());
    };
    scan(
        connection,
        &table.select(&["jid", "verified_name"]),
        None,
        &mut |_, row| {
            let address = value::text(row, 1).and_then(|raw| Address::parse(&raw));
            let phone = address.as_ref().and_then(Address::phone);
            let name = value::text(row, 2).and_then(|name| clean_name(&name));
            if let (Some(phone), Some(name)) = (phone, name) {
                names
                    .entry((phone.to_owned(), NameSource::Business))
                    .or_insert(name);
            }
            ControlFlow::Continue(())
        },
    )?;
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::Phone;
    use crate::{PrivateFile, PrivatePlace, contacts_database};

    const CONTACTS: &str = "CREATE TABLE wa_contacts (_id INTEGER PRIMARY KEY, jid TEXT, number TEXT, display_name TEXT,
        given_name TEXT, family_name TEXT, wa_name TEXT, nickname TEXT);
        CREATE TABLE wa_vnames (jid TEXT, verified_name TEXT);";

    fn book(phone: &Phone) -> Result<Vec<AddressBookEntry>, ReadError> {
        let mut file = PrivateFile::create(&PrivatePlace::disk_only(phone.folder()), 0).unwrap();
        std::io::copy(&mut std::fs::File::open(phone.path()).unwrap(), &mut file).unwrap();
        contacts_database(file).map(|database| database.names)
    }

    fn entry(phone: &str, name: &str, source: NameSource) -> AddressBookEntry {
        AddressBookEntry {
            phone: phone.into(),
            name: name.into(),
            source,
        }
    }

    #[test]
    fn names_are_taken_in_the_apps_order() {
        let wa = Phone::with(CONTACTS);
        wa.sql("PRAGMA journal_mode = WAL");
        wa.sql(
            "INSERT INTO wa_contacts (jid, display_name, wa_name) VALUES ('34600111222@s.whatsapp.net', 'Ana', 'anita');
             INSERT INTO wa_contacts (jid, given_name, family_name) VALUES ('34600333444@s.whatsapp.net', 'Ben', 'Doe');
             INSERT INTO wa_contacts (jid, number, nickname) VALUES ('987654321098765@lid', '+34 600 555 666', 'Cleo');
             INSERT INTO wa_contacts (jid, display_name) VALUES ('987654321098765@lid', 'no number');
             INSERT INTO wa_contacts (jid, display_name) VALUES ('34600777888@s.whatsapp.net', '+34 600 777 888');
             INSERT INTO wa_vnames VALUES ('34600111222@s.whatsapp.net', 'Ana’s Bakery');",
        );
        wa.sql("PRAGMA wal_checkpoint(TRUNCATE)");
        let expected = [
            entry("34600111222", "Ana", NameSource::Contacts),
            entry("34600111222", "Ana’s Bakery", NameSource::Business),
            entry("34600111222", "anita", NameSource::Push),
            entry("34600333444", "Ben Doe", NameSource::Contacts),
            entry("34600555666", "Cleo", NameSource::Push),
        ];
        assert_eq!(book(&wa).unwrap(), expected);
    }

    #[test]
    fn an_emptied_contacts_database_has_no_names() {
        assert_eq!(book(&Phone::with(CONTACTS)).unwrap(), []);
    }

    #[test]
    fn another_database_is_no_address_book() {
        let other = Phone::with("CREATE TABLE recipes (a)");
        assert!(matches!(book(&other), Err(ReadError::NoContacts)));
    }
}
