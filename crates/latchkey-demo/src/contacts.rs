//! The address book a person exports (`contacts.vcf`) and the contacts database of the backup (`wa.db`).

use std::fmt::Write as _;
use std::path::Path;

use rusqlite::Connection;

use crate::draft::{ContactDraft, PersonDraft, PersonNo};
use crate::tables::WriteSourceError;

/// The people with a number and a name as vCard 3.0 (RFC 2426), numbers written the ways people write them.
#[must_use]
pub fn vcards(people: &[PersonDraft]) -> String {
    let mut out = String::new();
    for (index, person) in people.iter().enumerate() {
        let (Some(phone), Some(name)) = (&person.phone, &person.name) else {
            continue;
        };
        let (given, family) = name.rsplit_once(' ').unwrap_or((name, ""));
        let number = match index % 4 {
            0 => format!("+{phone}"),
            1 => spaced(phone),
            2 => format!("00{phone}"),
            _ => spaced(phone).replace(' ', "-"),
        };
        let _ = write!(
            out,
            "BEGIN:VCARD\r\nVERSION:3.0\r\nN:{family};{given};;;\r\nFN:{name}\r\nTEL;TYPE=CELL:{number}\r\n"
        );
        if index % 5 == 0 {
            let _ = write!(out, "EMAIL;TYPE=HOME:contact{index}@example.org\r\n");
        }
        if index % 7 == 0 {
            let _ = write!(out, "NOTE:Met through a friend\\, likes tea\r\n");
        }
        out.push_str("END:VCARD\r\n");
    }
    out
}

/// The same cards one by one, each with whoever it is of; every fifth person's address does not stand beside the card.
pub(crate) fn cards(people: &[PersonDraft], numbers: &[PersonNo]) -> Vec<ContactDraft> {
    let listed = people
        .iter()
        .zip(numbers)
        .filter(|(person, _)| person.phone.is_some() && person.name.is_some());
    vcards(people)
        .split_inclusive("END:VCARD\r\n")
        .zip(listed)
        .enumerate()
        .map(|(index, (card, (_, number)))| ContactDraft {
            vcard: card.to_owned(),
            person: (index % 5 != 4).then_some(*number),
        })
        .collect()
}

/// `447700900123` as `+44 7700 900 123`.
fn spaced(phone: &str) -> String {
    let mut out = String::from("+");
    for (index, digit) in phone.chars().enumerate() {
        if index == 2 || index == 6 || index == 9 {
            out.push(' ');
        }
        out.push(digit);
    }
    out
}

/// Writes a contacts database; `named` people are listed in it, which backups made since 2022 no longer do. `groups`: the
/// address of a community, and of a group that belongs to it.
///
/// # Errors
/// [`WriteSourceError::Database`].
pub fn write_contacts_database(
    path: &Path,
    named: &[PersonDraft],
    groups: &[(&str, &str)],
) -> Result<(), WriteSourceError> {
    let connection = Connection::open(path)?;
    connection.execute_batch(
        "PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF; BEGIN;
         CREATE TABLE wa_contacts (_id INTEGER PRIMARY KEY AUTOINCREMENT, jid TEXT NOT NULL, is_whatsapp_user BOOLEAN NOT NULL,
             status TEXT, status_timestamp INTEGER, number TEXT, raw_contact_id INTEGER, display_name TEXT,
             phone_type INTEGER, phone_label TEXT, photo_ts INTEGER, given_name TEXT, family_name TEXT, wa_name TEXT,
             sort_name TEXT, nickname TEXT, company TEXT, title TEXT);
         CREATE TABLE wa_vnames (_id INTEGER PRIMARY KEY AUTOINCREMENT, jid TEXT NOT NULL UNIQUE, serial INTEGER,
             issuer TEXT, expires INTEGER, verified_name TEXT);
         CREATE TABLE wa_group_descriptions (_id INTEGER PRIMARY KEY AUTOINCREMENT, jid TEXT NOT NULL, description TEXT,
             description_id TEXT, description_setter_jid TEXT, description_time INTEGER);
         CREATE TABLE group_relationship (_id INTEGER PRIMARY KEY AUTOINCREMENT, parent_raw_jid TEXT NOT NULL,
             subgroup_raw_id TEXT NOT NULL);
         CREATE TABLE wa_block_list (jid TEXT NOT NULL);",
    )?;
    for group in groups {
        connection
            .prepare_cached(
                "INSERT INTO group_relationship (parent_raw_jid, subgroup_raw_id) VALUES (?1, ?2)",
            )?
            .execute(*group)?;
    }
    for person in named {
        let Some(phone) = &person.phone else { continue };
        connection
            .prepare_cached(
                "INSERT INTO wa_contacts (jid, is_whatsapp_user, number, display_name, wa_name, status)
                 VALUES (?1, 1, ?2, ?3, ?4, 'Available')",
            )?
            .execute((
                format!("{phone}@s.whatsapp.net"),
                format!("+{phone}"),
                &person.name,
                &person.push_name,
            ))?;
    }
    connection.execute_batch("COMMIT")?;
    connection.close().map_err(|(_, error)| error)?;
    Ok(())
}
