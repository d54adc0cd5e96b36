//! A made-up phone is what it says: repeatable, varied, complete, and as many rows as promised.
#![allow(clippy::unwrap_used, reason = "a test fails by it")]

use std::collections::{BTreeMap, HashSet};
use std::fs;
use std::num::NonZeroU64;
use std::ops::ControlFlow::{Break, Continue};
use std::path::PathBuf;
use std::sync::LazyLock;

use latchkey_backup::{BackupKey, KeyCheck, Limits, check_key, decrypt_to_file};
use latchkey_demo::{Phone, PhoneOptions, SchemaState, WritePhoneError, write_phone};
use rusqlite::Connection;

const NOW: i64 = 1_795_000_000_000;

fn options(messages: u64, schema: SchemaState) -> PhoneOptions {
    PhoneOptions {
        messages,
        schema,
        media: false,
        older_copy: false,
        ..PhoneOptions::demo(NOW)
    }
}

fn phone(options: &PhoneOptions) -> (tempfile::TempDir, Phone) {
    let folder = tempfile::tempdir().unwrap();
    let phone = write_phone(folder.path(), options, &mut |_| Continue(())).unwrap();
    (folder, phone)
}

/// The demo without its media, written once for all tests.
static DEMO: LazyLock<(tempfile::TempDir, Phone)> =
    LazyLock::new(|| phone(&options(20_000, SchemaState::Modern)));

fn demo() -> (Connection, &'static Phone) {
    static PLAIN: LazyLock<PathBuf> = LazyLock::new(|| {
        drop(database(&DEMO.0, &DEMO.1));
        DEMO.0.path().join("plain.db")
    });
    (Connection::open(&*PLAIN).unwrap(), &DEMO.1)
}

/// The decrypted database of a phone.
fn database(folder: &tempfile::TempDir, phone: &Phone) -> Connection {
    let plain = folder.path().join("plain.db");
    let key = BackupKey::from_digits(&phone.key_digits).unwrap();
    decrypt_to_file(&phone.backup, &key, &plain, &Limits::default(), &mut |_| {
        Continue(())
    })
    .unwrap();
    Connection::open(plain).unwrap()
}

fn number(connection: &Connection, query: &str) -> i64 {
    connection.query_row(query, [], |row| row.get(0)).unwrap()
}

#[test]
fn the_demo_has_twenty_thousand_messages_in_sixty_chats() {
    let (connection, phone) = demo();
    let expected = &phone.expectations;
    assert!(
        (19_600..20_800).contains(&expected.messages),
        "{}",
        expected.messages
    );
    assert_eq!(expected.chat_rows, 60);
    assert_eq!(
        number(&connection, "SELECT count(*) FROM message") as u64,
        expected.source_rows
    );
    assert_eq!(expected.by_kind.values().sum::<u64>(), expected.messages);
    assert_eq!(expected.deleted_chats, 2);
    for kind in [
        "text",
        "image",
        "video",
        "video_note",
        "audio",
        "voice",
        "document",
        "sticker",
        "gif",
        "location",
        "live_location",
        "contact",
        "poll",
        "event",
        "group_invite",
        "system",
        "call",
        "revoked",
        "view_once",
        "album",
        "order",
        "payment",
        "template",
        "unsupported",
    ] {
        assert!(expected.by_kind.contains_key(kind), "no {kind}");
    }
    assert!(expected.undated > 0);
    for part in ["album", "hd_twin", "motion_clip", "poll_picture"] {
        assert!(expected.folded.contains_key(part), "no {part}");
    }
    assert_eq!(expected.needles.len(), 5);
    let actions = number(
        &connection,
        "SELECT count(DISTINCT action_type) FROM message_system",
    );
    assert!(actions > 25, "{actions}");
}

#[test]
fn long_texts_are_nearly_all_different() {
    let (connection, _) = demo();
    let mut statement = connection
        .prepare("SELECT text_data FROM message WHERE message_type = 0 AND length(text_data) > 25")
        .unwrap();
    let texts: Vec<String> = statement
        .query_map([], |row| row.get(0))
        .unwrap()
        .map(Result::unwrap)
        .collect();
    let distinct: HashSet<&String> = texts.iter().collect();
    assert!(texts.len() > 5_000);
    assert!(
        distinct.len() * 100 > texts.len() * 95,
        "{} of {}",
        distinct.len(),
        texts.len()
    );
}

#[test]
fn four_scripts_and_more_are_written() {
    let (connection, _) = demo();
    let mut statement = connection
        .prepare("SELECT text_data FROM message WHERE text_data IS NOT NULL")
        .unwrap();
    let mut scripts: BTreeMap<&str, u64> = BTreeMap::new();
    let texts = statement
        .query_map([], |row| row.get::<_, String>(0))
        .unwrap();
    for text in texts.map(Result::unwrap) {
        for letter in text.chars() {
            let script = match letter {
                'a'..='z' => "latin",
                '\u{600}'..='\u{6FF}' => "arabic",
                '\u{400}'..='\u{4FF}' => "cyrillic",
                '\u{4E00}'..='\u{9FFF}' => "han",
                '\u{3040}'..='\u{30FF}' => "kana",
                '\u{900}'..='\u{97F}' => "devanagari",
                '\u{E00}'..='\u{E7F}' => "thai",
                '\u{200D}' => "joiner",
                _ => continue,
            };
            *scripts.entry(script).or_default() += 1;
        }
    }
    assert_eq!(scripts.len(), 8, "{scripts:?}");
    assert!(
        scripts.values().all(|letters| *letters > 100),
        "{scripts:?}"
    );
}

#[test]
fn each_needle_stands_in_exactly_one_message() {
    let (connection, phone) = demo();
    for needle in &phone.expectations.needles {
        let found: i64 = connection
            .query_row(
                "SELECT count(*) FROM message WHERE instr(text_data, ?1)",
                [needle],
                |row| row.get(0),
            )
            .unwrap();
        assert_eq!(found, 1, "{needle}");
    }
}

#[test]
fn the_same_seed_writes_the_same_backup_and_another_does_not() {
    let modern = options(600, SchemaState::Modern);
    let (_one, first) = phone(&modern);
    let (_two, second) = phone(&modern);
    let (_three, third) = phone(&PhoneOptions { seed: 2, ..modern });
    let bytes = |phone: &Phone| fs::read(&phone.backup).unwrap();
    assert!(bytes(&first) == bytes(&second));
    assert_eq!(first.expectations, second.expectations);
    assert!(bytes(&first) != bytes(&third));
    assert_ne!(first.key_digits, third.key_digits);
}

#[test]
fn the_older_states_hold_their_messages_in_the_old_table() {
    for schema in [SchemaState::Legacy, SchemaState::Hybrid] {
        let (folder, phone) = phone(&options(1_500, schema));
        let connection = database(&folder, &phone);
        let rows = number(&connection, "SELECT count(*) FROM messages") as u64;
        assert_eq!(rows, phone.expectations.source_rows);
        assert!(!phone.expectations.by_kind.contains_key("poll"));
        assert_eq!(phone.expectations.reactions, 0);
        let newest = number(
            &connection,
            "SELECT max(timestamp) FROM messages WHERE timestamp < 4102444800000",
        );
        assert!(newest < 1_646_000_000_000);
    }
}

#[test]
fn the_key_fits_and_the_older_copy_is_a_beginning_of_the_newer() {
    let wanted = PhoneOptions {
        older_copy: true,
        ..options(2_000, SchemaState::Modern)
    };
    let (folder, phone) = phone(&wanted);
    let key = BackupKey::from_digits(&fs::read_to_string(&phone.key_file).unwrap()).unwrap();
    let (older, expected) = phone.older.clone().unwrap();
    assert!(matches!(check_key(&older, &key).unwrap(), KeyCheck::Fits));
    assert!(expected.messages < phone.expectations.messages);
    let plain = folder.path().join("older.db");
    decrypt_to_file(&older, &key, &plain, &Limits::default(), &mut |_| {
        Continue(())
    })
    .unwrap();
    let connection = Connection::open(plain).unwrap();
    assert_eq!(
        number(&connection, "SELECT count(*) FROM message") as u64,
        expected.source_rows
    );
}

#[test]
fn the_busiest_chat_is_as_large_as_asked() {
    let wanted = PhoneOptions {
        largest_chat: NonZeroU64::new(4_000),
        ..options(6_000, SchemaState::Modern)
    };
    let (folder, phone) = phone(&wanted);
    let connection = database(&folder, &phone);
    let busiest = "SELECT count(*) FROM message GROUP BY chat_row_id ORDER BY 1 DESC LIMIT 1";
    let busiest = number(&connection, busiest);
    assert!((3_900..=4_300).contains(&busiest), "{busiest}");
    let all = number(&connection, "SELECT count(*) FROM message");
    assert!((5_700..=6_600).contains(&all), "{all}");
}

#[test]
fn media_files_are_written_under_their_names_and_counted() {
    let wanted = PhoneOptions {
        media: true,
        ..options(1_500, SchemaState::Modern)
    };
    let (_folder, phone) = phone(&wanted);
    let expected = &phone.expectations;
    assert!(expected.media_found > 60 && expected.media_found < expected.media_with_path);
    assert!(expected.media_with_path <= expected.media_referenced);
    assert_eq!(phone.media_files, expected.media_found);
}

#[test]
fn cancelling_leaves_no_plaintext_database() {
    let folder = tempfile::tempdir().unwrap();
    let result = write_phone(
        folder.path(),
        &options(5_000, SchemaState::Modern),
        &mut |_| Break(()),
    );
    assert!(matches!(result, Err(WritePhoneError::Cancelled)));
    let names: Vec<String> = fs::read_dir(folder.path())
        .unwrap()
        .map(|entry| entry.unwrap().file_name().to_string_lossy().into_owned())
        .collect();
    assert_eq!(names, ["WhatsApp"]);
}
