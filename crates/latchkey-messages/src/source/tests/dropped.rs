//! Claims about tables and columns that are missing, one at a time.

use std::collections::BTreeMap;
use std::ops::ControlFlow;
use std::path::Path;

use rusqlite::{Connection, params};

use super::beside_the_repository;
use crate::messages::specs;
use crate::testing::{JPEG, Phone, START};
use crate::{OpenSourceError, Source};

/// The columns without which nothing is a message table.
const NEEDED: [(&str, &str); 2] = [("message", "chat_row_id"), ("messages", "key_remote_jid")];

/// A history that puts something into every table that is read.
fn full(mut phone: Phone) -> Phone {
    let ana = phone.jid("34600111222@s.whatsapp.net");
    let lid = phone.jid("987654321098765@lid");
    let tablet = phone.jid("34600111222:3@s.whatsapp.net");
    let moved = phone.jid("34600333444@s.whatsapp.net");
    phone.map(lid, ana);
    let chat = phone.chat(lid);
    let group = phone.group("120363000000000001@g.us", "Choir");
    let text = phone.got(chat, None, "hello @34600111222");
    let reply = phone.sent(group, "reply");
    phone.quotes(reply, chat, "K1", "hello");
    let picture = phone.row(group, false, Some(ana.0), 1, None);
    let notice = phone.notice(group, Some(ana), 10);
    let call = phone.row(chat, false, None, 90, None);
    let cards = phone.row(chat, false, None, 14, None);
    let event = phone.row(group, true, None, 92, None);
    let revoked = phone.row(group, false, Some(ana.0), 15, None);
    let deleted = phone.got(chat, None, "deleted");
    let (poll, options) = phone.asked(group, "Where?", &["Rome", "Oslo"]);
    phone.voted(poll, Some(ana.0), &options, 10);
    phone.voted(poll, Some(lid.0), &options[..1], 20);
    phone.answered(event, Some(ana.0), 1, 10);
    phone.pinned(text, Some(ana.0), 1, 10);
    phone.kept(text, None, 1, 10);
    phone.add_on(text, Some(ana.0), 74, 5);
    phone.add_on(4711, Some(ana.0), 56, 5);
    phone.card(cards, "FN:Ana", Some(ana));
    phone.part(picture, event, 2);
    phone.reacted(text, Some(ana.0), Some("👍"), 5);
    phone.reacted(text, Some(lid.0), Some("❤"), 6);
    let (ana, lid, chat, group) = (ana.0, lid.0, chat.0, group.0);
    phone.sql(&format!(
        "INSERT INTO lid_display_name (lid_row_id, display_name) VALUES ({lid}, 'Ana');
         INSERT INTO message_mentions (message_row_id, jid_row_id, display_name) VALUES ({text}, {ana}, 'Ana');
         INSERT INTO message_edit_info (message_row_id, original_key_id, edited_timestamp)
            VALUES ({text}, 'OLD', {START});
         INSERT INTO message_revoked (message_row_id, revoked_key_id) VALUES ({revoked}, 'GONE');
         INSERT INTO message_media (message_row_id, file_path, media_caption) VALUES ({picture}, 'Media/a', 'sea');
         INSERT INTO message_system_number_change (message_row_id, old_jid_row_id, new_jid_row_id)
            VALUES ({notice}, {moved}, {ana});
         INSERT INTO message_system_community_link_changed (message_row_id, linked_parent_group_jid_row_id)
            VALUES ({notice}, 6);
         INSERT INTO message_details (message_row_id, author_device_jid) VALUES ({text}, {tablet});
         INSERT INTO receipt_user (message_row_id, receipt_user_jid_row_id, read_timestamp)
            VALUES ({reply}, {ana}, {START}), ({reply}, {lid}, {START}), (4711, {ana}, {START});
         INSERT INTO call_log (_id, jid_row_id, call_id, timestamp) VALUES (1, {ana}, 'A', {START});
         INSERT INTO call_log_participant_v2 (call_log_row_id, jid_row_id, call_result) VALUES (1, {ana}, 5);
         INSERT INTO message_call_log (message_row_id, call_log_row_id) VALUES ({call}, 1);
         INSERT INTO missed_call_logs (_id, message_row_id, timestamp) VALUES (1, {call}, {START} + 99999999);
         INSERT INTO missed_call_log_participant (call_logs_row_id, jid) VALUES (1, '34600111222@s.whatsapp.net');
         INSERT INTO newsletter (chat_row_id, name) VALUES ({chat}, 'x');
         INSERT INTO newsletter_subscribers (jid_row_id, display_name) VALUES ({ana}, 'Ana');
         INSERT INTO community_chat (chat_row_id) VALUES ({group});
         INSERT INTO deleted_chat_job (chat_row_id, singular_message_delete_rows_id)
            VALUES ({chat}, '[\"{deleted}\"]');
         INSERT INTO group_participant_user (group_jid_row_id, user_jid_row_id, label) VALUES (5, {ana}, 'x');
         INSERT INTO group_past_participant_user (group_jid_row_id, user_jid_row_id) VALUES (5, {moved});
         INSERT INTO parent_group_participants (parent_group_jid_row_id, user_jid_row_id) VALUES (5, {ana});",
        moved = moved.0,
        tablet = tablet.0,
    ));
    let sql = "INSERT INTO message_thumbnail (message_row_id, thumbnail) VALUES (?1, ?2)";
    phone.db.execute(sql, params![picture, JPEG]).unwrap();
    for owner in [text, notice, 4711] {
        fill(&phone, owner);
    }
    phone
}

/// Gives a message a row in every table that is found by the message.
fn fill(phone: &Phone, owner: i64) {
    let there = tables(&phone.db);
    for spec in specs().iter().filter(|spec| there.contains_key(spec.table)) {
        let own = spec.columns.iter().filter(|column| **column != "_id");
        let columns: Vec<&str> = own.copied().collect();
        let ones = ", 1".repeat(columns.len());
        phone.sql(&format!(
            "INSERT OR IGNORE INTO {} ({}, {}) VALUES ({owner}{ones})",
            spec.table,
            spec.owner,
            columns.join(", ")
        ));
    }
}

/// Every table with its columns.
fn tables(db: &Connection) -> BTreeMap<String, Vec<String>> {
    let sql = "SELECT t.name, c.name FROM sqlite_schema t, pragma_table_info(t.name) c
        WHERE t.type = 'table' AND t.name NOT LIKE 'sqlite_%'";
    let mut statement = db.prepare(sql).unwrap();
    let rows = statement
        .query_map([], |row| Ok((row.get(0)?, row.get(1)?)))
        .unwrap();
    let mut tables: BTreeMap<String, Vec<String>> = BTreeMap::new();
    for (table, column) in rows.map(Result::unwrap) {
        tables.entry(table).or_default().push(column);
    }
    tables
}

/// Reads everything of a copy that was changed by some SQL; how many rows the table of messages has.
fn read_changed(original: &Path, sql: &str) -> Result<u64, OpenSourceError> {
    let copy = original.with_extension("copy.db");
    std::fs::copy(original, &copy).unwrap();
    let db = Connection::open(&copy).unwrap();
    db.execute_batch("PRAGMA synchronous = OFF; PRAGMA journal_mode = MEMORY")
        .unwrap();
    db.execute_batch(sql).unwrap();
    drop(db);
    let source = Source::open_file(&copy)?;
    let (_, counts) = crate::testing::all(&source);
    source.calls(&mut |_| ControlFlow::Continue(())).unwrap();
    source.members(&mut |_| ControlFlow::Continue(())).unwrap();
    for (table, counts) in source.tables() {
        assert!(counts.adds_up(), "{table}: {counts:?} after {sql}");
    }
    Ok(counts.source_rows)
}

/// The SQL that takes one column from a table; what was a key is none any more.
fn without(table: &str, columns: &[String], gone: &str) -> String {
    let kept: Vec<String> = columns
        .iter()
        .filter(|column| *column != gone)
        .map(|c| format!("\"{c}\""))
        .collect();
    if kept.is_empty() {
        return format!("DROP TABLE \"{table}\"");
    }
    let kept = kept.join(", ");
    format!(
        "ALTER TABLE \"{table}\" RENAME TO taken; CREATE TABLE \"{table}\" AS SELECT {kept} FROM taken;
         DROP TABLE taken;"
    )
}

/// Drops every table that is read, and every column of it that is, one at a time.
fn nothing_missing_fails(phone: &Phone, read: &BTreeMap<String, Vec<String>>) {
    let path = phone.path();
    let expected = read_changed(&path, "").unwrap();
    let message_table = |table: &str| ["message", "messages"].contains(&table);
    for (table, columns) in tables(&phone.db) {
        let Some(read) = read.get(&table) else {
            continue;
        };
        let result = read_changed(&path, &format!("DROP TABLE \"{table}\""));
        if message_table(&table) {
            let gone = matches!(result, Err(OpenSourceError::NotAChatDatabase));
            assert!(gone || result.is_ok(), "without table {table}");
        } else {
            assert_eq!(result.unwrap(), expected, "without table {table}");
        }
        for column in columns.iter().filter(|column| read.contains(column)) {
            let result = read_changed(&path, &without(&table, &columns, column));
            if NEEDED.contains(&(table.as_str(), column.as_str())) {
                let gone = matches!(result, Err(OpenSourceError::NotAChatDatabase));
                assert!(gone || result.is_ok(), "without {table}.{column}");
            } else {
                assert_eq!(result.unwrap(), expected, "without {table}.{column}");
            }
        }
    }
}

#[test]
fn no_missing_table_or_column_of_our_own_schema_fails_an_import() {
    let phone = full(Phone::modern());
    nothing_missing_fails(&phone, &tables(&phone.db));
}

#[test]
fn no_missing_table_or_column_of_the_old_schema_fails_an_import() {
    const ANA: &str = "34600111222@s.whatsapp.net";
    const CHOIR: &str = "34600111222-1400000000@g.us";
    let mut phone = Phone::legacy();
    let text = phone.old(ANA, false, "0", Some("hello @34600111222"));
    let reply = phone.old(CHOIR, true, "0", Some("reply"));
    let card = phone.old(ANA, false, "4", None);
    phone.old(ANA, true, "5", None);
    let picture = phone.old(ANA, false, "1", None);
    phone.sql(&format!(
        "INSERT INTO messages_quotes (_id, key_remote_jid, key_id) VALUES (3, '{ANA}', 'K1'), (4, '{ANA}', 'K2');
         UPDATE messages SET quoted_row_id = 3, receipt_device_timestamp = {START} WHERE _id = {reply};
         UPDATE messages SET mentioned_jids = '{ANA}' WHERE _id = {text};
         INSERT INTO messages_vcards (_id, message_row_id, vcard) VALUES (1, {card}, 'FN:Ana');
         INSERT INTO messages_vcards_jids (message_row_id, vcard_jid, vcard_row_id) VALUES ({card}, '{ANA}', 1);
         INSERT INTO receipts (key_remote_jid, key_id, remote_resource, read_device_timestamp)
            VALUES ('{CHOIR}', 'K2', '{ANA}', {START}), ('{CHOIR}', 'GONE', '{ANA}', {START});
         INSERT INTO chat_list (key_remote_jid, subject) VALUES ('{CHOIR}', 'Choir');
         INSERT INTO group_participants (gjid, jid) VALUES ('{CHOIR}', '{ANA}');"
    ));
    let sql = "INSERT INTO message_thumbnails VALUES (?1, 1650000000, ?2, 0, 'K5')";
    phone.db.execute(sql, params![JPEG, ANA]).unwrap();
    assert!(phone.message(picture).media.unwrap().thumbnail.is_some());
    nothing_missing_fails(&phone, &tables(&phone.db));
}

#[test]
fn no_missing_table_or_column_of_the_2026_schema_fails_an_import() {
    let Some(path) = beside_the_repository("shared/facts/msgstore-columns-2026.tsv") else {
        return;
    };
    let list = std::fs::read_to_string(path).unwrap();
    let mut columns: BTreeMap<&str, Vec<String>> = BTreeMap::new();
    let mut keys: BTreeMap<&str, Vec<String>> = BTreeMap::new();
    for line in list
        .lines()
        .skip(1)
        .filter(|line| !line.starts_with("sqlite_"))
    {
        let cells: Vec<&str> = line.split('\t').collect();
        let [table, column, declared, key] = cells[..] else {
            panic!("{line}")
        };
        let column = format!("\"{column}\"");
        if key != "0" {
            keys.entry(table).or_default().push(column.clone());
        }
        let columns = columns.entry(table).or_default();
        columns.push(format!("{column} {declared}"));
    }
    let create = |(table, columns): (&&str, &Vec<String>)| {
        let key = keys.get(table).map(|keys| keys.join(", "));
        let key = key.map_or_else(String::new, |key| format!(", PRIMARY KEY ({key})"));
        format!("CREATE TABLE \"{table}\" ({}{key});", columns.join(", "))
    };
    // Small pages, so that hundreds of copies of three hundred tables are quickly made.
    let schema: String = columns.iter().map(create).collect();
    let phone = Phone::with(&format!("PRAGMA page_size = 512; {schema}"));
    phone.sql("INSERT INTO message (_id, chat_row_id, key_id) VALUES (1, -1, '-1')");
    let read = tables(&Phone::modern().db);
    for (table, wanted) in &read {
        let there = tables(&phone.db);
        let there = there.get(table).unwrap_or_else(|| panic!("no {table}"));
        let missing: Vec<_> = wanted.iter().filter(|name| !there.contains(name)).collect();
        assert!(missing.is_empty(), "{table} has no {missing:?}");
    }
    nothing_missing_fails(&full(phone), &read);
}

#[test]
fn the_tests_own_schema_has_every_column_that_is_read() {
    let mut there = tables(&Phone::modern().db);
    there.extend(tables(&Phone::legacy().db));
    for spec in specs() {
        let columns = &there[spec.table];
        let wanted = spec.columns.iter().chain([&spec.owner]);
        for column in wanted {
            let there = columns.iter().any(|own| own == column);
            assert!(there, "{}.{column}", spec.table);
        }
    }
}
