//! Which backup decides, and where messages without a date go, in whatever order backups come.

use crate::fixture::*;
use latchkey_messages::*;

/// Imports parts of one chat with Ana, the first letter of each message its own; big letters have no date.
fn merged(parts: &[&str]) -> Vec<String> {
    let (_dir, mut index) = indexed(&Phone::new());
    for letters in parts {
        let mut phone = Phone::new();
        let ana = phone.person("34600111222", Some("Ana"));
        let chat = phone.chat_with(ana);
        for letter in letters.chars() {
            let at = i64::from(u32::from(letter)) * 60_000;
            let message = phone.says(chat, Some(ana), at, &letter.to_string());
            if letter.is_uppercase() {
                (message.sent_at, message.received_at) = (None, None);
            }
        }
        phone.import(&mut index);
    }
    let chats = index.chats().unwrap();
    chats
        .iter()
        .map(|chat| texts(&index, chat.id).concat())
        .collect()
}

#[test]
fn an_undated_message_that_came_alone_goes_where_another_backup_has_it() {
    for parts in [
        ["U", "abc", "cUd"],
        ["cUd", "abc", "U"],
        ["abc", "cUd", "U"],
        ["abc", "U", "cUd"],
    ] {
        assert_eq!(merged(&parts), ["abcUd"], "{parts:?}");
    }
    // Nothing is new, and still it is known better.
    assert_eq!(merged(&["U", "abcd", "cUd"]), ["abcUd"]);
}

#[test]
fn an_undated_message_stays_with_the_one_it_came_with() {
    for parts in [
        ["Uf", "a", "d"],
        ["d", "a", "Uf"],
        ["a", "Uf", "d"],
        ["a", "d", "Uf"],
    ] {
        assert_eq!(merged(&parts), ["adUf"], "{parts:?}");
    }
    for parts in [
        ["aU", "f", "d"],
        ["d", "f", "aU"],
        ["f", "aU", "d"],
        ["f", "d", "aU"],
    ] {
        assert_eq!(merged(&parts), ["aUdf"], "{parts:?}");
    }
}

#[test]
fn a_newer_backup_that_says_what_an_older_one_said_wins() {
    let mut phone = Phone::new();
    let ana = phone.person("34600111222", Some("Ana"));
    let chat = phone.chat_with(ana);
    phone.says(chat, Some(ana), 0, "Nice place");
    let mut starred = phone.clone();
    starred.messages[0].starred = true;
    let (_dir, mut index) = indexed(&Phone::new());
    for (made, phone) in [(20, &starred), (10, &phone), (30, &phone)] {
        phone.import_as(&mut index, &origin(made)).unwrap();
    }
    let chat = index.chats().unwrap()[0].id;
    assert!(!index.messages(chat, 0, 1).unwrap()[0].starred);
}

#[test]
fn the_star_of_a_deleted_message_is_that_of_the_last_backup_before() {
    let mut phone = Phone::new();
    let ana = phone.person("34600111222", Some("Ana"));
    let chat = phone.chat_with(ana);
    phone.says(chat, Some(ana), 0, "Nice place");
    let (mut starred, mut deleted) = (phone.clone(), phone.clone());
    starred.messages[0].starred = true;
    deleted.messages[0].kind = Kind::Revoked;
    deleted.messages[0].text = None;
    deleted.messages[0].revoked = Some(Revoked {
        at: Some(START + 25),
        ..Revoked::default()
    });
    let mut backups = [(10, &phone), (20, &starred), (30, &deleted)];
    for _ in 0..3 {
        backups.rotate_left(1);
        for backups in [backups, [backups[1], backups[0], backups[2]]] {
            let (_dir, mut index) = indexed(&Phone::new());
            for (made, phone) in backups {
                phone.import_as(&mut index, &origin(START + made)).unwrap();
            }
            let chat = index.chats().unwrap()[0].id;
            assert!(
                index.messages(chat, 0, 1).unwrap()[0].starred,
                "{:?}",
                backups.map(|one| one.0)
            );
        }
    }
}
