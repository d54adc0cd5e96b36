//! The builders write what they say, in every schema state.
#![allow(clippy::unwrap_used, reason = "a test fails by it")]

use std::path::PathBuf;

use latchkey_demo::Expectations;
use latchkey_demo::source::*;
use rusqlite::Connection;

const STATES: [SchemaState; 3] = [
    SchemaState::Legacy,
    SchemaState::Hybrid,
    SchemaState::Modern,
];

fn everything() -> PhoneSource {
    phone()
        .with_lid("Ana")
        .with(
            chat("Ana")
                .sent("hi")
                .received("hey")
                .quoting(1)
                .starred()
                .received("look")
                .edited()
                .i_reacted("👍")
                .reacted("Ana", "❤")
                .reacted("Ana", ""),
        )
        .with(
            group("Family")
                .from("Ana", "dinner?")
                .from("Ben", "yes")
                .forwarded(2)
                .notice(12),
        )
        .with(deleted_chat().received("lost"))
}

fn write(source: &PhoneSource, schema: SchemaState) -> (tempfile::TempDir, PathBuf, Expectations) {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("msgstore.db");
    let expected = source.write(&path, schema).unwrap();
    (folder, path, expected)
}

fn count(path: &PathBuf, what: &str) -> u64 {
    let connection = Connection::open(path).unwrap();
    connection
        .query_row(&format!("SELECT count(*) FROM {what}"), [], |row| {
            row.get::<_, i64>(0)
        })
        .unwrap()
        .unsigned_abs()
}

#[test]
fn the_expected_rows_are_the_rows_of_the_message_table() {
    for schema in STATES {
        let (_folder, path, expected) = write(&everything(), schema);
        let table = if schema == SchemaState::Modern {
            "message"
        } else {
            "messages"
        };
        assert_eq!(count(&path, table), expected.source_rows, "{schema:?}");
        assert_eq!(expected.messages, 7);
        assert_eq!(expected.by_kind["text"], 6);
        assert_eq!(expected.by_kind["system"], 1);
        assert_eq!(expected.chat_rows, 2);
        assert_eq!(expected.deleted_chats, 1);
    }
}

#[test]
fn a_hybrid_database_has_a_new_message_table_with_only_its_placeholder() {
    let (_folder, path, _) = write(&everything(), SchemaState::Hybrid);
    assert_eq!(count(&path, "message"), 1);
    assert_eq!(count(&path, "chat"), 2);
}

#[test]
fn a_withdrawn_reaction_stays_a_row_but_is_not_expected() {
    let (_folder, path, expected) = write(&everything(), SchemaState::Modern);
    assert_eq!(count(&path, "message_add_on_reaction"), 3);
    assert_eq!(expected.reactions, 1);
}

#[test]
fn a_quote_of_an_edited_message_keeps_the_key_it_had_before() {
    let source = phone().with(
        chat("Ana")
            .received("helo")
            .edited()
            .sent("what")
            .quoting(1),
    );
    let (_folder, path, _) = write(&source, SchemaState::Modern);
    let same = "message_quoted q JOIN message_edit_info e ON q.key_id = e.original_key_id";
    assert_eq!(count(&path, same), 1);
    assert_eq!(
        count(
            &path,
            "message_quoted q JOIN message m ON m.key_id = q.key_id"
        ),
        0
    );
}

#[test]
fn one_person_with_two_addresses_is_expected_once() {
    let (_folder, path, expected) = write(&everything(), SchemaState::Modern);
    // Ana, Ben, and the app's own account
    assert_eq!(expected.people, 3);
    assert_eq!(count(&path, "jid_map"), 1);
}

#[test]
fn every_database_passes_its_own_integrity_check() {
    for schema in STATES {
        let (_folder, path, _) = write(&everything(), schema);
        let connection = Connection::open(&path).unwrap();
        let verdict: String = connection
            .query_row("PRAGMA integrity_check", [], |row| row.get(0))
            .unwrap();
        assert_eq!(verdict, "ok");
    }
}
