//! Who is who, and what they are called: the order of the names, one person under several addresses.
#![allow(clippy::unwrap_used, reason = "a panic in a test is a failed claim")]

#[path = "history/fixture.rs"]
mod fixture;

use fixture::*;
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
        // Only what somebody else wrote on a card is marked.
        let mark = if source == NameSource::SharedCard {
            "~"
        } else {
            ""
        };
        assert_eq!(person.name, Some(format!("{mark}{source:?}")));
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

/// Somebody as a source knows them, without a name.
fn person(id: i64, phone: Option<&str>, lids: &[&str], former: &[&str]) -> Person {
    let address = match (phone, lids.first()) {
        (Some(phone), _) => format!("{phone}@s.whatsapp.net"),
        (None, lid) => format!("{}@lid", lid.unwrap()),
    };
    Person {
        id: PersonId(id),
        address,
        phone: phone.map(str::to_owned),
        lids: lids.iter().map(|&lid| lid.to_owned()).collect(),
        former_phones: former.iter().map(|&phone| phone.to_owned()).collect(),
        name: None,
    }
}

const OLD: &str = "34600111222";
const NEW: &str = "34600999888";
const LID: &str = "187204000000001";

/// A chat with one person who says one thing.
fn chat_of(who: Person, text: &str) -> Phone {
    let mut phone = Phone::new();
    let id = who.id;
    phone.people.push(who);
    let chat = phone.chat_with(id);
    phone.says(chat, Some(id), 1000, text);
    phone
}

#[test]
fn old_and_new_number_are_one_person_whichever_backup_comes_first() {
    let before = chat_of(person(10, Some(OLD), &[], &[]), "before");
    let after = chat_of(person(20, Some(NEW), &[], &[OLD]), "after");
    for (first, second) in [((&before, 1), (&after, 2)), ((&after, 2), (&before, 1))] {
        let (_dir, mut index) = empty();
        first.0.import_as(&mut index, &origin(first.1)).unwrap();
        second.0.import_as(&mut index, &origin(second.1)).unwrap();
        let people = index.people().unwrap();
        assert_eq!(people.len(), 1, "{people:?}");
        assert_eq!(people[0].phone.as_deref(), Some(NEW));
        assert_eq!(people[0].former_phones, [OLD]);
        for chat in index.chats().unwrap() {
            assert_eq!(chat.person, Some(people[0].id));
            let newest = format!("+{NEW}");
            assert_eq!(chat.name.as_deref(), Some(newest.as_str()));
        }
        // An entry for the old number names the person while the new one has none.
        let book = NameSource::AddressBook;
        let report = index
            .add_to_address_book(&[entry(OLD, "Ana then", book)])
            .unwrap();
        assert_eq!((report.matched, report.people_named), (1, 1));
        assert_eq!(by_phone(&index, NEW).name.as_deref(), Some("Ana then"));
        index
            .add_to_address_book(&[entry(NEW, "Ana now", book)])
            .unwrap();
        assert_eq!(by_phone(&index, NEW).name.as_deref(), Some("Ana now"));
        index
            .add_to_address_book(&[entry(OLD, "Ana long ago", book)])
            .unwrap();
        assert_eq!(by_phone(&index, NEW).name.as_deref(), Some("Ana now"));
    }
}

#[test]
fn a_number_change_seen_only_by_the_private_number_joins_too() {
    let before = chat_of(person(10, Some(OLD), &[LID], &[]), "before");
    let after = chat_of(person(20, Some(NEW), &[LID], &[]), "after");
    for (first, second) in [((&before, 1), (&after, 2)), ((&after, 2), (&before, 1))] {
        let (_dir, mut index) = empty();
        first.0.import_as(&mut index, &origin(first.1)).unwrap();
        second.0.import_as(&mut index, &origin(second.1)).unwrap();
        let people = index.people().unwrap();
        assert_eq!(people.len(), 1, "{people:?}");
        // The newest backup knows the number of today.
        assert_eq!(people[0].phone.as_deref(), Some(NEW));
        assert_eq!(people[0].former_phones, [OLD]);
    }
}

#[test]
fn a_later_mapping_joins_two_people_and_messages_keep_their_ids() {
    let mut early = Phone::new();
    early.people = vec![
        person(10, Some(OLD), &[], &[]),
        person(11, None, &[LID], &[]),
    ];
    early.people[1].name = Some(("Anita".to_owned(), NameSource::Mention));
    let by_phone_chat = early.chat_with(PersonId(10));
    let by_lid = early.chat_with(PersonId(11));
    early.says(by_phone_chat, Some(PersonId(10)), 1000, "under a number");
    early.says(by_lid, Some(PersonId(11)), 2000, "in private");
    let (_dir, mut index) = empty();
    early.import_as(&mut index, &origin(1)).unwrap();
    assert_eq!(index.people().unwrap().len(), 2);
    let chats = index.chats().unwrap();
    let message = |index: &Index, at: usize| index.messages(chats[at].id, 0, 1).unwrap().remove(0);
    let before = [message(&index, 0), message(&index, 1)];
    // A backup that knows the mapping.
    let late = chat_of(person(30, Some(OLD), &[LID], &[]), "later");
    late.import_as(&mut index, &origin(2)).unwrap();
    let people = index.people().unwrap();
    assert_eq!(people.len(), 1, "{people:?}");
    assert_eq!(people[0].lids, [LID]);
    assert_eq!(people[0].name.as_deref(), Some("Anita"));
    for (at, before) in before.iter().enumerate() {
        let now = index.message(before.id).unwrap().unwrap();
        assert_eq!(now.sender, Some(people[0].id));
        assert_eq!(now.sender_name.as_deref(), Some("Anita"));
        assert_eq!(message(&index, at).id, before.id);
    }
    for chat in index.chats().unwrap() {
        assert_eq!(
            (chat.person, chat.name.as_deref()),
            (Some(people[0].id), Some("Anita"))
        );
    }
    // The address book reaches both through the number.
    index
        .add_to_address_book(&[entry(OLD, "Ana", NameSource::AddressBook)])
        .unwrap();
    for chat in index.chats().unwrap() {
        assert_eq!(chat.name.as_deref(), Some("Ana"));
    }
}

#[test]
fn a_number_that_went_to_somebody_else_is_not_the_first_ones() {
    // The old number is another account's in the same backup: the two stay two.
    let mut phone = Phone::new();
    phone.people = vec![
        person(10, Some(NEW), &[LID], &[OLD]),
        person(11, Some(OLD), &["187204000000002"], &[]),
    ];
    for people in [
        phone.people.clone(),
        phone.people.iter().rev().cloned().collect(),
    ] {
        let (_dir, mut index) = empty();
        let mut phone = Phone::new();
        phone.people = people;
        phone.import_as(&mut index, &origin(1)).unwrap();
        assert_eq!(index.people().unwrap().len(), 2);
        phone.import_as(&mut index, &origin(2)).unwrap();
        assert_eq!(index.people().unwrap().len(), 2);
        let book = NameSource::AddressBook;
        index
            .add_to_address_book(&[entry(OLD, "The other", book)])
            .unwrap();
        assert_eq!(by_phone(&index, OLD).name.as_deref(), Some("The other"));
        assert_eq!(by_phone(&index, NEW).name, None);
    }
}

#[test]
fn people_without_names_stay_as_they_are_when_the_same_backup_comes_again() {
    let phone = chat_of(person(10, Some(NEW), &[LID], &[OLD]), "hello");
    let (_dir, mut index) = empty();
    phone.import_as(&mut index, &origin(1)).unwrap();
    let before = index.people().unwrap();
    phone.import_as(&mut index, &origin(1)).unwrap();
    phone.import_as(&mut index, &origin(2)).unwrap();
    assert_eq!(index.people().unwrap(), before);
}

#[test]
fn a_group_belongs_to_the_community_that_the_newest_backup_tells_of() {
    let mut phone = Phone::new();
    let ana = phone.person("34600111222", Some("Ana"));
    let told = phone.group("Told by a notice");
    let untold = phone.group("Told by nobody");
    phone.chats[0].community = Some("120363000000000777@g.us".to_owned());
    for chat in [told, untold] {
        phone.says(chat, Some(ana), 0, "words");
    }
    let (_dir, mut index) = indexed(&phone);
    phone.import_as(&mut index, &origin(100)).unwrap();
    let belongs = |community: &str, at: i64, index: &mut Index| {
        let groups: Vec<_> = phone
            .chats
            .iter()
            .map(|chat| chat.address.as_str())
            .chain(["120363000000000999@g.us"])
            .map(|group| GroupOfCommunity {
                group: group.to_owned(),
                community: community.to_owned(),
            })
            .collect();
        index.join_communities(&groups, at).unwrap();
        let mut rows = index.chats().unwrap();
        rows.sort_by(|one, other| one.address.cmp(&other.address));
        let found: Vec<_> = rows.into_iter().map(|chat| chat.community).collect();
        found
    };
    let (notice, tree) = ("120363000000000777@g.us", "120363000000000888@g.us");
    // An older backup fills gaps and takes nothing away.
    let expected = [Some(notice.to_owned()), Some(tree.to_owned())];
    assert_eq!(belongs(tree, 99, &mut index), expected);
    let expected = [Some(tree.to_owned()), Some(tree.to_owned())];
    assert_eq!(belongs(tree, 100, &mut index), expected);
}
