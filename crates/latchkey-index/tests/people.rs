//! Who is who, and what they are called: the order of the names, one person under several addresses.
#![allow(clippy::unwrap_used, reason = "a panic in a test is a failed claim")]

mod common;

use common::*;
use latchkey_index::{Index, PersonRow};
use latchkey_messages::*;

/// Best first: the order that people are told of.
const ORDER: [NameSource; 8] = [
    NameSource::AddressBook,
    NameSource::Contacts,
    NameSource::Business,
    NameSource::Push,
    NameSource::LidDisplay,
    NameSource::Label,
    NameSource::Mention,
    NameSource::SharedCard,
];

/// Where these names come from: a person's file and the backup's contacts, or the chats themselves.
fn is_listed(source: NameSource) -> bool {
    matches!(source, NameSource::AddressBook | NameSource::Contacts)
}

fn entry(phone: &str, name: &str, source: NameSource) -> AddressBookEntry {
    AddressBookEntry {
        phone: phone.to_owned(),
        name: name.to_owned(),
        source,
    }
}

fn named(phone: &str, source: NameSource) -> Person {
    Person {
        id: PersonId(phone.parse::<i64>().unwrap() % 100_000),
        address: format!("{phone}@s.whatsapp.net"),
        phone: Some(phone.to_owned()),
        name: Some((format!("{source:?}"), source)),
        ..Person::default()
    }
}

/// Gives somebody a name of each of these sources, all of a round together.
fn give(index: &mut Index, round: i64, names: &[(String, NameSource)]) {
    let mut phone = Phone::new();
    phone.people = names
        .iter()
        .map(|(phone, source)| {
            let mut person = named(phone, *source);
            person.name = person.name.filter(|_| !is_listed(*source));
            person
        })
        .collect();
    phone.import_as(index, &origin(round)).unwrap();
    let listed: Vec<_> = names
        .iter()
        .filter(|(_, source)| is_listed(*source))
        .map(|(phone, source)| entry(phone, &format!("{source:?}"), *source))
        .collect();
    index.add_to_address_book(&listed).unwrap();
}

fn by_phone(index: &Index, phone: &str) -> PersonRow {
    let people = index.people().unwrap();
    let found = people
        .into_iter()
        .find(|p| p.phone.as_deref() == Some(phone));
    found.unwrap()
}

fn empty() -> (tempfile::TempDir, Index) {
    indexed(&Phone::new())
}

#[test]
fn of_two_names_the_better_source_wins_whichever_came_first() {
    let (_dir, mut index) = empty();
    let (mut first, mut second, mut expected) = (Vec::new(), Vec::new(), Vec::new());
    for (a, &one) in ORDER.iter().enumerate() {
        for (b, &other) in ORDER.iter().enumerate() {
            let phone = format!("346001{a}{b}000");
            first.push((phone.clone(), one));
            second.push((phone.clone(), other));
            expected.push((phone, ORDER[a.min(b)]));
        }
    }
    give(&mut index, 1, &first);
    for (phone, source) in &first {
        let alone = by_phone(&index, phone);
        assert_eq!(alone.name_source, Some(*source), "{source:?} alone");
    }
    give(&mut index, 2, &second);
    for (phone, source) in expected {
        let person = by_phone(&index, &phone);
        assert_eq!(person.name_source, Some(source), "{phone}");
        assert_eq!(person.name, Some(format!("{source:?}")));
    }
}

#[test]
fn a_second_book_adds_to_the_first_and_replaces_by_number() {
    let (_dir, mut index) = empty();
    let (ana, ben) = ("34600111222", "34600333444");
    let push = |phone: &str| (phone.to_owned(), NameSource::Push);
    give(&mut index, 1, &[push(ana), push(ben)]);
    let book = NameSource::AddressBook;
    let report = index
        .add_to_address_book(&[
            entry(ana, "Ana", book),
            entry(ben, "Ben", book),
            entry("34600999999", "Nobody", book),
            entry("34600888888", " ", book),
        ])
        .unwrap();
    assert_eq!(
        (report.entries, report.matched, report.people_named),
        (3, 2, 2)
    );
    let report = index
        .add_to_address_book(&[entry(ana, "Ana López", book)])
        .unwrap();
    assert_eq!(
        (report.entries, report.matched, report.people_named),
        (1, 1, 1)
    );
    assert_eq!(by_phone(&index, ana).name.as_deref(), Some("Ana López"));
    assert_eq!(by_phone(&index, ben).name.as_deref(), Some("Ben"));
    // Somebody who comes later is named, too.
    give(&mut index, 2, &[push("34600999999")]);
    assert_eq!(
        by_phone(&index, "34600999999").name.as_deref(),
        Some("Nobody")
    );
    assert_eq!(index.forget_address_book().unwrap(), 3);
    for phone in [ana, ben, "34600999999"] {
        assert_eq!(by_phone(&index, phone).name.as_deref(), Some("Push"));
    }
    assert_eq!(index.forget_address_book().unwrap(), 0);
}

#[test]
fn a_number_in_its_other_form_names_somebody_unless_it_is_somebody_elses() {
    let (_dir, mut index) = empty();
    let push = |phone: &str| (phone.to_owned(), NameSource::Push);
    // Mexico, Brazil, Argentina; in Argentina the other form is a number of its own here.
    give(
        &mut index,
        1,
        &[
            "5215512345678",
            "551187654321",
            "5491123456789",
            "541123456789",
        ]
        .map(push),
    );
    let book = NameSource::AddressBook;
    let report = index
        .add_to_address_book(&[
            entry("525512345678", "Mexican", book),
            entry("5511987654321", "Brazilian", book),
            entry("541123456789", "Office", book),
        ])
        .unwrap();
    assert_eq!(
        (report.entries, report.matched, report.people_named),
        (3, 3, 3)
    );
    let name = |phone: &str| by_phone(&index, phone).name.unwrap();
    assert_eq!(name("5215512345678"), "Mexican");
    assert_eq!(name("551187654321"), "Brazilian");
    assert_eq!(name("541123456789"), "Office");
    assert_eq!(name("5491123456789"), "Push");
    // Its own entry comes before any other form.
    let report = index
        .add_to_address_book(&[entry("5215512345678", "Friend", book)])
        .unwrap();
    assert_eq!((report.matched, report.people_named), (1, 1));
    assert_eq!(
        by_phone(&index, "5215512345678").name.as_deref(),
        Some("Friend")
    );
}
