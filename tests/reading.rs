//! The reader and the index count what the writer of the phone counted, in all three states of the schema.

use std::ops::ControlFlow::Continue;

use latchkey_backup::{BackupKey, Limits, decrypt_to_file};
use latchkey_demo::SchemaState;
use latchkey_index::{Index, IndexKey, Origin};
use latchkey_messages::{ChatKind, Source};
use latchkey_tests::home::Home;
use latchkey_tests::phones::{phone, plain};

/// Decrypts a phone of this state and opens it as the reader does.
fn source(home: &Home, messages: u64, schema: SchemaState) -> (Source, latchkey_demo::Phone) {
    let phone = phone(&home.path("work"), &plain(messages, schema));
    let file = home.path("tmp/plain.db");
    let key = BackupKey::from_digits(&phone.key_digits).unwrap();
    decrypt_to_file(&phone.backup, &key, &file, &Limits::default(), &mut |_| {
        Continue(())
    })
    .unwrap();
    (Source::open_file(&file).unwrap(), phone)
}

fn import(home: &Home, source: &Source) -> latchkey_index::ImportReport {
    let key = IndexKey::from_bytes(&[0x42; 32]);
    let mut index = Index::create(&home.path("work/index"), &key).unwrap();
    index
        .import(source, &Origin::default(), &mut |_| Continue(()))
        .unwrap()
}

fn the_report_equals_the_expectations(schema: SchemaState) {
    let home = Home::new();
    let (source, phone) = source(&home, 6_000, schema);
    let expected = &phone.expectations;
    let report = import(&home, &source);
    assert!(report.adds_up(), "{report:?}");
    assert_eq!(report.source_rows, expected.source_rows);
    assert_eq!(report.messages, expected.messages);
    assert_eq!(report.left_out, expected.left_out);
    assert_eq!(report.by_kind, expected.by_kind);
    assert_eq!(report.reactions, expected.reactions);
    assert_eq!(report.calls, expected.calls);
    assert_eq!(
        report.chats,
        expected.chats_with_messages + expected.deleted_chats
    );
    assert_eq!(report.people, expected.people);
    assert_eq!(report.media_referenced, expected.media_referenced);
    assert_eq!(report.folded, expected.folded);
    for (table, counts) in &report.tables {
        let written = expected.tables.get(table);
        assert_eq!(Some(&counts.rows), written, "rows of {table}");
    }
}

#[test]
fn a_modern_phone_is_read_as_it_was_written() {
    the_report_equals_the_expectations(SchemaState::Modern);
}

#[test]
fn a_hybrid_phone_is_read_as_it_was_written() {
    the_report_equals_the_expectations(SchemaState::Hybrid);
}

#[test]
fn a_legacy_phone_is_read_as_it_was_written() {
    the_report_equals_the_expectations(SchemaState::Legacy);
}

#[test]
fn every_chat_of_the_cast_is_recognised_as_what_it_is() {
    let home = Home::new();
    let (source, _) = source(&home, 2_000, SchemaState::Modern);
    let chats = source.chats().unwrap();
    let count = |kind: ChatKind| chats.iter().filter(|chat| chat.kind == kind).count();
    assert_eq!(count(ChatKind::Deleted), 2);
    assert_eq!(count(ChatKind::Channel), 2);
    assert_eq!(count(ChatKind::Community), 4);
    assert_eq!(count(ChatKind::Broadcast), 1);
    assert_eq!(count(ChatKind::Status), 1);
    assert_eq!(chats.iter().filter(|chat| chat.locked).count(), 2);
    assert_eq!(chats.iter().filter(|chat| chat.archived).count(), 5);
}
