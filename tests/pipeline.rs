//! The whole way through the command: a made-up backup goes in, its chats come out, and every number adds up.

use std::ffi::OsStr;
use std::path::PathBuf;

use latchkey_demo::{Expectations, Phone, PhoneOptions, SchemaState};
use latchkey_tests::arguments;
use latchkey_tests::cli::{self, Done, read, restore, run};
use latchkey_tests::home::Home;
use latchkey_tests::phones::{phone, plain};
use serde_json::Value;

/// A home with a phone in it.
struct Restored {
    home: Home,
    phone: Phone,
    index: PathBuf,
}

impl Restored {
    fn phone(options: &PhoneOptions) -> Self {
        let home = Home::new();
        let phone = phone(&home.path("work/phone"), options);
        let index = home.path("work/history");
        Restored { home, phone, index }
    }

    fn restore(&self, more: &[&OsStr]) -> Done {
        restore(
            &self.home,
            &self.phone.backup,
            &self.phone.key_file,
            &self.index,
            more,
        )
    }

    fn read(&self, verb: &str, more: &[&str]) -> Done {
        read(&self.home, verb, &self.index, more)
    }
}

fn number(report: &Value, name: &str) -> u64 {
    report[name]
        .as_u64()
        .unwrap_or_else(|| panic!("{name} in {report}"))
}

fn sum(report: &Value, name: &str) -> u64 {
    report[name]
        .as_object()
        .unwrap()
        .values()
        .map(|value| value.as_u64().unwrap())
        .sum()
}

fn the_report_adds_up(report: &Value) {
    assert_eq!(
        number(report, "source_rows"),
        number(report, "messages") + sum(report, "left_out")
    );
    assert_eq!(
        number(report, "messages"),
        number(report, "new") + number(report, "already_present")
    );
    assert_eq!(number(report, "messages"), sum(report, "by_kind"));
}

fn the_report_says_what_was_written(report: &Value, expected: &Expectations) {
    assert_eq!(number(report, "source_rows"), expected.source_rows);
    assert_eq!(number(report, "messages"), expected.messages);
    for (kind, count) in &expected.by_kind {
        assert_eq!(report["by_kind"][kind].as_u64(), Some(*count), "{kind}");
    }
    assert_eq!(number(report, "reactions"), expected.reactions);
    assert_eq!(number(report, "calls"), expected.calls);
    assert_eq!(
        number(report, "chats"),
        expected.chats_with_messages + expected.deleted_chats
    );
    assert_eq!(
        number(&report["media"], "referenced"),
        expected.media_referenced
    );
}

/// Restores, compares, restores again, reads every chat and page, searches.
fn a_phone_comes_through_whole(schema: SchemaState) {
    let restored = Restored::phone(&plain(4_000, schema));
    let first = restored.restore(&[]).ended_with(0).json();
    the_report_adds_up(&first);
    the_report_says_what_was_written(&first, &restored.phone.expectations);
    assert_eq!(number(&first, "new"), number(&first, "messages"));

    let again = restored.restore(&[]).ended_with(0).json();
    the_report_adds_up(&again);
    assert_eq!(number(&again, "new"), 0);
    assert_eq!(
        number(&again, "already_present"),
        number(&first, "messages")
    );

    every_message_is_on_a_page(&restored, number(&first, "messages"));
    every_needle_is_found_in_its_place(&restored);
    let verdict = run(
        &restored.home,
        &arguments![
            "verify",
            &restored.index,
            "--identity",
            restored.home.identity()
        ],
    );
    let _ = verdict.ended_with(0);
}

fn every_message_is_on_a_page(restored: &Restored, messages: u64) {
    let chats = restored.read("chats", &[]).ended_with(0).json();
    let mut pages = 0;
    for chat in chats.as_array().unwrap() {
        let count = number(chat, "messages");
        let id = chat["id"].to_string();
        let limit = (count + 10).to_string();
        let page = restored
            .read("messages", &["--chat", &id, "--limit", &limit])
            .ended_with(0);
        let lines = page.json_lines();
        assert_eq!(lines.len() as u64, count, "chat {id}");
        for (position, line) in lines.iter().enumerate() {
            assert_eq!(number(line, "position"), position as u64);
        }
        pages += count;
    }
    // what is folded into another message may have no place of its own
    assert!(
        pages <= messages && pages * 100 > messages * 90,
        "{pages} of {messages}"
    );
}

fn every_needle_is_found_in_its_place(restored: &Restored) {
    for needle in &restored.phone.expectations.needles {
        let found = restored.read("search", &[needle]).ended_with(0).json();
        assert_eq!(number(&found, "total"), 1, "{needle}");
        let hit = &found["hits"][0];
        let (chat, position) = (hit["chat"].to_string(), hit["position"].to_string());
        let page = restored.read(
            "messages",
            &["--chat", &chat, "--from", &position, "--limit", "1"],
        );
        let line = &page.ended_with(0).json_lines()[0];
        assert_eq!(line["id"], hit["message"]);
        assert!(line["text"].as_str().unwrap().contains(needle.as_str()));
    }
}

#[test]
fn a_modern_phone_comes_through_whole() {
    a_phone_comes_through_whole(SchemaState::Modern);
}

#[test]
fn a_hybrid_phone_comes_through_whole() {
    a_phone_comes_through_whole(SchemaState::Hybrid);
}

#[test]
fn a_legacy_phone_comes_through_whole() {
    a_phone_comes_through_whole(SchemaState::Legacy);
}

#[test]
fn a_later_backup_adds_what_is_new_and_nothing_else() {
    let options = PhoneOptions {
        older_copy: true,
        ..plain(4_000, SchemaState::Modern)
    };
    let restored = Restored::phone(&options);
    let (older, expected) = restored.phone.older.clone().unwrap();
    let key = &restored.phone.key_file;
    let first = restore(&restored.home, &older, key, &restored.index, &[])
        .ended_with(0)
        .json();
    the_report_says_what_was_written(&first, &expected);
    let second = restored.restore(&[]).ended_with(0).json();
    the_report_adds_up(&second);
    assert_eq!(number(&second, "already_present"), expected.messages);
    assert_eq!(
        number(&second, "new"),
        restored.phone.expectations.messages - expected.messages
    );
}

#[test]
fn an_older_backup_after_a_newer_one_adds_nothing() {
    let options = PhoneOptions {
        older_copy: true,
        ..plain(3_000, SchemaState::Modern)
    };
    let restored = Restored::phone(&options);
    let (older, _) = restored.phone.older.clone().unwrap();
    let _ = restored.restore(&[]).ended_with(0);
    let key = &restored.phone.key_file;
    let second = restore(&restored.home, &older, key, &restored.index, &[])
        .ended_with(0)
        .json();
    assert_eq!(number(&second, "new"), 0);
}

#[test]
fn media_are_found_where_they_lie_and_missing_ones_counted() {
    let options = PhoneOptions {
        media: true,
        ..plain(1_500, SchemaState::Modern)
    };
    let restored = Restored::phone(&options);
    let media = restored.phone.media.clone();
    let done = restored.restore(&[OsStr::new("--media"), media.as_os_str()]);
    let report = done.json();
    let expected = &restored.phone.expectations;
    assert_eq!(
        number(&report["media"], "referenced"),
        expected.media_referenced
    );
    assert_eq!(number(&report["media"], "found"), expected.media_found);
    assert_eq!(
        number(&report["media"], "missing"),
        expected.media_referenced - expected.media_found
    );
}

#[test]
fn contacts_give_people_their_names() {
    let restored = Restored::phone(&plain(1_500, SchemaState::Modern));
    let contacts = restored.phone.contacts.clone();
    let _ = restored
        .restore(&[OsStr::new("--contacts"), contacts.as_os_str()])
        .ended_with(0);
    let chats = restored.read("chats", &[]).ended_with(0).json();
    let names: Vec<&str> = chats
        .as_array()
        .unwrap()
        .iter()
        .filter_map(|chat| chat["name"].as_str())
        .collect();
    for name in [
        "Jonas Brandt",
        "李美玲",
        "Nadia Haddad",
        "Ольга Петрова",
        "Familia Quintero 🏡",
        "City Library News",
    ] {
        assert!(names.contains(&name), "{name} in {names:?}");
    }
}

#[test]
fn a_folder_is_inspected_newest_full_backup_first() {
    let options = PhoneOptions {
        older_copy: true,
        ..plain(600, SchemaState::Modern)
    };
    let restored = Restored::phone(&options);
    let found = run(
        &restored.home,
        &arguments!["inspect", &restored.phone.media, "--json"],
    )
    .ended_with(0)
    .json();
    let found = found.as_array().unwrap();
    assert_eq!(found.len(), 3, "{found:?}");
    assert!(
        found[0]["path"]
            .as_str()
            .unwrap()
            .ends_with("Databases/msgstore.db.crypt15")
    );
    assert!(
        found
            .iter()
            .all(|file| file["format"] == "crypt15" && file["secret"] == "digits")
    );
    assert_eq!(found[0]["phone_suffix"], "42");
    assert_eq!(found[0]["app_version"], "2.26.35.75");
}

#[test]
fn a_history_is_copied_verified_and_deleted() {
    let restored = Restored::phone(&plain(800, SchemaState::Modern));
    let _ = restored.restore(&[]).ended_with(0);
    let copy = restored.home.path("work/copy");
    let identity = restored.home.identity();
    let copying = arguments!["index", "copy", &restored.index, &copy];
    let _ = run(&restored.home, &copying).ended_with(0);
    let _ = run(
        &restored.home,
        &arguments!["verify", &copy, "--identity", &identity],
    )
    .ended_with(0);
    let copied = read(&restored.home, "chats", &copy, &[])
        .ended_with(0)
        .json();
    assert_eq!(copied, restored.read("chats", &[]).json());
    let _ = run(
        &restored.home,
        &arguments!["index", "delete", &copy, "--yes"],
    )
    .ended_with(0);
    assert!(!copy.exists());
}

#[test]
fn decrypting_never_overwrites() {
    let restored = Restored::phone(&plain(600, SchemaState::Modern));
    let out = restored.home.path("work/plain.db");
    let arguments = arguments![
        "decrypt",
        &restored.phone.backup,
        "--key-file",
        &restored.phone.key_file,
        "--out",
        &out,
        "--json"
    ];
    let _ = run(&restored.home, &arguments).ended_with(0);
    assert!(
        std::fs::read(&out)
            .unwrap()
            .starts_with(b"SQLite format 3\0")
    );
    let again = run(&restored.home, &arguments).ended_with(2);
    assert_eq!(again.error_code(), "already_exists");
}

#[test]
fn the_command_makes_the_same_phone_as_the_library() {
    let home = Home::new();
    let folder = home.path("work/phone");
    let _ = run(
        &home,
        &arguments!["demo", &folder, "--messages", "700", "--seed", "5"],
    )
    .ended_with(0);
    let index = home.path("work/history");
    let backup = folder.join("WhatsApp/Databases/msgstore.db.crypt15");
    let report = cli::restore(&home, &backup, &folder.join("key.txt"), &index, &[]).json();
    the_report_adds_up(&report);
    assert!(number(&report, "messages") > 600);
}
