//! Claims about tables and columns that are missing, one at a time.

use std::collections::BTreeMap;
use std::ops::ControlFlow;
use std::path::Path;

use rusqlite::{Connection, params};

use super::beside_the_repository;
use crate::testing::{JPEG, Phone, START};
use crate::{OpenSourceError, Source};

/// The column without which nothing is a message table.
const NEEDED: (&str, &str) = ("message", "chat_row_id");

/// A history that puts something into every table that is read.
fn full(mut phone: Phone) -> Phone {
    let ana = phone.jid("34600111222@s.whatsapp.net");
    let lid = phone.jid("987654321098765@lid");
    phone.map(lid, ana);
    let chat = phone.chat(lid);
    let group = phone.group("120363000000000001@g.us", "Choir");
    let text = phone.got(chat, None, "hello @34600111222");
    let reply = phone.sent(group, "reply");
    phone.quotes(reply, chat, "K1", "hello");
    let picture = phone.row(group, false, Some(ana.0), 1, None);
    let notice = phone.row(group, false, Some(ana.0), 7, None);
    let call = phone.row(chat, false, None, 90, None);
    phone.reacted(text, Some(ana.0), Some("👍"), 5);
    let (ana, lid, chat) = (ana.0, lid.0, chat.0);
    phone.sql(&format!(
        "INSERT INTO lid_display_name (lid_row_id, display_name) VALUES ({lid}, 'Ana');
         INSERT INTO message_mentions (message_row_id, jid_row_id, display_name) VALUES ({text}, {ana}, 'Ana');
         INSERT INTO message_edit_info (message_row_id, original_key_id, edited_timestamp)
            VALUES ({text}, 'OLD', {START});
         INSERT INTO message_forwarded (message_row_id, forward_score) VALUES ({text}, 3);
         INSERT INTO message_media (message_row_id, file_path, media_caption) VALUES ({picture}, 'Media/a', 'sea');
         INSERT INTO message_quoted_media (message_row_id, media_caption) VALUES ({reply}, 'x');
         INSERT INTO message_template (message_row_id, content_text_data) VALUES ({picture}, 'x');
         INSERT INTO message_system (message_row_id, action_type) VALUES ({notice}, 10);
         INSERT INTO message_system_chat_participant (message_row_id, user_jid_row_id) VALUES ({notice}, {ana});
         INSERT INTO message_system_number_change (message_row_id, old_jid_row_id) VALUES ({notice}, {ana});
         INSERT INTO message_system_value_change (message_row_id, old_data) VALUES ({notice}, 'x');
         INSERT INTO message_system_business_state (message_row_id, business_name) VALUES ({notice}, 'x');
         INSERT INTO call_log (_id, jid_row_id, call_id, timestamp) VALUES (1, {ana}, 'A', {START});
         INSERT INTO message_call_log (message_row_id, call_log_row_id) VALUES ({call}, 1);
         INSERT INTO missed_call_logs (message_row_id, timestamp) VALUES ({call}, {START} + 99999999);
         INSERT INTO newsletter (chat_row_id, name) VALUES ({chat}, 'x');
         INSERT INTO group_participant_user (group_jid_row_id, user_jid_row_id, label) VALUES (3, {ana}, 'x');"
    ));
    phone
        .db
        .execute(
            "INSERT INTO message_thumbnail VALUES (?1, ?2)",
            params![picture, JPEG],
        )
        .unwrap();
    phone
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

/// Reads everything of a copy that was changed by some SQL; how many messages there are.
fn read_changed(original: &Path, sql: &str) -> Result<usize, OpenSourceError> {
    let copy = original.with_extension("copy.db");
    std::fs::copy(original, &copy).unwrap();
    let db = Connection::open(&copy).unwrap();
    db.execute_batch("PRAGMA synchronous = OFF; PRAGMA journal_mode = MEMORY")
        .unwrap();
    db.execute_batch(sql).unwrap();
    drop(db);
    let source = Source::open_file(&copy)?;
    let (messages, _) = crate::testing::all(&source);
    source.calls(&mut |_| ControlFlow::Continue(())).unwrap();
    Ok(messages.len())
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

/// Drops every table, and every column of the tables that `is_read`, one at a time.
fn nothing_missing_fails(phone: &Phone, is_read: &dyn Fn(&str) -> bool) {
    let path = phone.path();
    let expected = read_changed(&path, "").unwrap();
    assert_eq!(expected, 5);
    for (table, columns) in tables(&phone.db) {
        let result = read_changed(&path, &format!("DROP TABLE \"{table}\""));
        if table == "message" {
            assert!(matches!(result, Err(OpenSourceError::NotAChatDatabase)));
        } else {
            assert_eq!(result.unwrap(), expected, "without table {table}");
        }
        for column in columns.iter().filter(|_| is_read(&table)) {
            let result = read_changed(&path, &without(&table, &columns, column));
            if NEEDED == (table.as_str(), column.as_str()) {
                assert!(matches!(result, Err(OpenSourceError::NotAChatDatabase)));
            } else {
                assert_eq!(result.unwrap(), expected, "without {table}.{column}");
            }
        }
    }
}

#[test]
fn no_missing_table_or_column_of_our_own_schema_fails_an_import() {
    nothing_missing_fails(&full(Phone::modern()), &|_| true);
}

#[test]
fn no_missing_table_or_column_of_the_2026_schema_fails_an_import() {
    let Some(path) = beside_the_repository("shared/facts/msgstore-columns-2026.tsv") else {
        return;
    };
    let list = std::fs::read_to_string(path).unwrap();
    let mut columns: BTreeMap<&str, Vec<String>> = BTreeMap::new();
    for line in list
        .lines()
        .skip(1)
        .filter(|line| !line.starts_with("sqlite_"))
    {
        let cells: Vec<&str> = line.split('\t').collect();
        let [table, column, declared, key] = cells[..] else {
            panic!("{line}")
        };
        let key = if key == "1" && declared == "INTEGER" {
            " PRIMARY KEY"
        } else {
            ""
        };
        columns
            .entry(table)
            .or_default()
            .push(format!("\"{column}\" {declared}{key}"));
    }
    let create = |(table, columns): (&&str, &Vec<String>)| {
        format!("CREATE TABLE \"{table}\" ({});", columns.join(", "))
    };
    let phone = Phone::with(&columns.iter().map(create).collect::<String>());
    phone.sql("INSERT INTO message (_id, chat_row_id, key_id) VALUES (1, -1, '-1')");
    let read = tables(&Phone::modern().db);
    nothing_missing_fails(&full(phone), &|table| read.contains_key(table));
}
