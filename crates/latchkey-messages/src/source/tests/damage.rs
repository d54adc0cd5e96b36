//! Claims about databases with damaged pages.

use std::path::Path;

use crate::testing::{Phone, all};
use crate::{LeftOut, OpenSourceError, Source};

const PAGE: usize = 4096;

/// A phone with two thousand messages, and the bytes of its database.
fn long_history(index: bool) -> (Phone, Vec<u8>) {
    let mut phone = Phone::modern();
    let chat = phone.chat(phone.jid("34600111222@s.whatsapp.net"));
    phone.sql("BEGIN");
    for number in 0..2000 {
        phone.got(chat, None, &format!("message {number} {}", "x".repeat(100)));
    }
    phone.sql("COMMIT");
    if index {
        phone.sql("CREATE INDEX by_chat ON message (chat_row_id, sort_id)");
    }
    let bytes = std::fs::read(phone.path()).unwrap();
    (phone, bytes)
}

/// The first page whose bytes hold some text.
fn page_with(bytes: &[u8], text: &str) -> usize {
    let found = |page: &[u8]| {
        page.windows(text.len())
            .any(|window| window == text.as_bytes())
    };
    bytes.chunks(PAGE).position(found).unwrap()
}

fn damage(bytes: &mut [u8], page: usize, with: u8) {
    bytes[page * PAGE..(page + 1) * PAGE].fill(with);
}

fn open(folder: &Path, bytes: &[u8]) -> Result<Source, OpenSourceError> {
    let path = folder.join("damaged.db");
    std::fs::write(&path, bytes).unwrap();
    Source::open_file(&path)
}

#[test]
fn messages_around_a_damaged_page_are_read_and_the_lost_ones_counted() {
    for index in [false, true] {
        let (phone, mut bytes) = long_history(index);
        let page = page_with(&bytes, "message 1000 ");
        damage(&mut bytes, page, 0xa5);
        let (messages, counts) = all(&open(phone.folder(), &bytes).unwrap());
        let lost = counts.left_out[&LeftOut::Unreadable];
        assert!((10..60).contains(&lost), "{lost}");
        assert_eq!(
            counts.source_rows, 2001,
            "every row is accounted for (index: {index})"
        );
        assert_eq!(messages.len() as u64, 2000 - lost);
        assert!(
            messages
                .last()
                .unwrap()
                .text
                .as_ref()
                .unwrap()
                .starts_with("message 1999 ")
        );
    }
}

#[test]
fn several_damaged_pages_and_the_last_one_are_stepped_over() {
    let (phone, mut bytes) = long_history(false);
    let pages: std::collections::BTreeSet<usize> = [300, 700, 800, 1200, 1999]
        .iter()
        .map(|number| page_with(&bytes, &format!("message {number} ")))
        .collect();
    for page in pages {
        damage(&mut bytes, page, 0xa5);
    }
    let (messages, counts) = all(&open(phone.folder(), &bytes).unwrap());
    assert!(messages.len() > 1700, "{}", messages.len());
    assert_eq!(counts.source_rows, 2001);
}

#[test]
fn a_database_cut_short_is_refused_as_damaged() {
    let (phone, bytes) = long_history(false);
    for length in [101, PAGE, bytes.len() / 2, bytes.len() - PAGE] {
        let error = open(phone.folder(), &bytes[..length]).unwrap_err();
        assert!(
            matches!(error, OpenSourceError::Damaged(_)),
            "{length}: {error:?}"
        );
    }
}

#[test]
fn any_damaged_page_is_an_error_or_is_counted_and_never_a_panic_or_an_endless_loop() {
    let (phone, bytes) = long_history(true);
    for page in 0..bytes.len() / PAGE {
        for with in [0x00, 0x05, 0xa5, 0xff] {
            let mut damaged = bytes.clone();
            damage(&mut damaged, page, with);
            if let Ok(source) = open(phone.folder(), &damaged) {
                all(&source);
            }
        }
    }
}

#[test]
fn a_page_tree_that_leads_back_to_itself_ends() {
    let (phone, bytes) = long_history(false);
    let root: u32 = phone
        .db
        .query_row(
            "SELECT rootpage FROM sqlite_schema WHERE name = 'message'",
            [],
            |row| row.get(0),
        )
        .unwrap();
    let (mut looped, at) = (bytes, (root as usize - 1) * PAGE);
    assert_eq!(looped[at], 5, "the root is an interior page");
    let cells = usize::from(u16::from_be_bytes([looped[at + 3], looped[at + 4]]));
    let first = usize::from(u16::from_be_bytes([looped[at + 12], looped[at + 13]]));
    let child: [u8; 4] = looped[at + first..at + first + 4].try_into().unwrap();
    for cell in 1..cells {
        let pointer = at + 12 + 2 * cell;
        let place = at + usize::from(u16::from_be_bytes([looped[pointer], looped[pointer + 1]]));
        looped[place..place + 4].copy_from_slice(&child);
    }
    let (messages, _) = all(&open(phone.folder(), &looped).unwrap());
    assert!(messages.len() < 2000);
}

#[test]
fn damage_beside_the_messages_is_counted() {
    let (phone, _) = long_history(false);
    phone.sql("INSERT INTO message_template (message_row_id, content_text_data) SELECT _id, 'template ' || _id || hex(zeroblob(60)) FROM message");
    let mut bytes = std::fs::read(phone.path()).unwrap();
    let page = page_with(&bytes, "template 500");
    damage(&mut bytes, page, 0xa5);
    let (messages, counts) = all(&open(phone.folder(), &bytes).unwrap());
    assert_eq!(messages.len(), 2000);
    assert_eq!(counts.damaged_stretches, 1);
}

#[test]
fn a_pipe_is_no_database_and_is_not_waited_for() {
    use rustix::fs::{CWD, FileType, Mode, mknodat};
    let folder = tempfile::tempdir().unwrap();
    let pipe = folder.path().join("msgstore.db");
    mknodat(CWD, &pipe, FileType::Fifo, Mode::RUSR | Mode::WUSR, 0).unwrap();
    let outcome = Source::open_file(&pipe).map(drop);
    assert!(matches!(outcome, Err(OpenSourceError::Storage(_))));
}

#[test]
fn a_virtual_table_in_disguise_is_no_table() {
    let mut phone = Phone::modern();
    let chat = phone.chat(phone.jid("34600111222@s.whatsapp.net"));
    phone.got(chat, None, "hello");
    phone.sql("PRAGMA writable_schema = ON");
    phone.sql(
        "INSERT INTO sqlite_schema (type, name, tbl_name, rootpage, sql)
         VALUES ('table', 'props_disguised', 'props_disguised', 0,
           'CREATE/**/VIRTUAL TABLE props_disguised USING fts5(key, value)')",
    );
    let source = Source::open_file(&phone.path()).unwrap();
    assert!(source.parts.schema.table("props_disguised").is_none());
    assert!(source.parts.schema.table("message").is_some());
}

/// An interior page of a table whose every child is the same page.
fn inner_page(child: u32) -> Vec<u8> {
    const CELLS: usize = 300;
    let mut page = vec![0; PAGE];
    let start = PAGE - CELLS * 5;
    page[0] = 5;
    page[3..5].copy_from_slice(&u16::try_from(CELLS).unwrap().to_be_bytes());
    page[5..7].copy_from_slice(&u16::try_from(start).unwrap().to_be_bytes());
    page[8..12].copy_from_slice(&child.to_be_bytes());
    for cell in 0..CELLS {
        let at = start + cell * 5;
        page[12 + 2 * cell..14 + 2 * cell]
            .copy_from_slice(&u16::try_from(at).unwrap().to_be_bytes());
        page[at..at + 4].copy_from_slice(&child.to_be_bytes());
        page[at + 4] = 1;
    }
    page
}

#[test]
fn a_tower_of_pages_that_multiplies_its_rows_ends() {
    let (phone, mut bytes) = long_history(false);
    let root: u32 = phone
        .db
        .query_row(
            "SELECT rootpage FROM sqlite_schema WHERE name = 'message'",
            [],
            |row| row.get(0),
        )
        .unwrap();
    let at = (root as usize - 1) * PAGE;
    let mut child = u32::from_be_bytes(bytes[at + 8..at + 12].try_into().unwrap());
    for _ in 0..6 {
        bytes.extend(inner_page(child));
        child = u32::try_from(bytes.len() / PAGE).unwrap();
    }
    bytes[at..at + PAGE].copy_from_slice(&inner_page(child));
    let pages = u32::try_from(bytes.len() / PAGE).unwrap();
    bytes[28..32].copy_from_slice(&pages.to_be_bytes());
    if let Ok(source) = open(phone.folder(), &bytes) {
        let _ = source.messages(&mut |_| std::ops::ControlFlow::Continue(()));
    }
}

#[test]
fn the_work_for_a_database_is_bounded() {
    let mut db = rusqlite::Connection::open_in_memory().unwrap();
    crate::connection::bound_work(&mut db, 0).unwrap();
    let endless = "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT 1 FROM n) SELECT count(*) FROM n WHERE i = 2";
    let outcome = db.query_row(endless, [], |row| row.get::<_, i64>(0));
    let code = outcome.unwrap_err().sqlite_error_code();
    assert_eq!(code, Some(rusqlite::ErrorCode::OperationInterrupted));
}

#[test]
fn rows_at_the_edge_of_all_numbers_are_read() {
    let mut phone = Phone::hybrid();
    phone.sql(
        "INSERT INTO jid (_id, user, server) VALUES (9223372036854775807, '34600111222', 's.whatsapp.net');
         INSERT INTO missed_call_logs (_id, timestamp) VALUES (-9223372036854775808, 1700000000000);",
    );
    phone.old("34600999888@s.whatsapp.net", false, "0", Some("hello"));
    assert_eq!(phone.messages().len(), 1);
    assert_eq!(phone.calls().len(), 1);
}

#[test]
fn rows_beside_the_messages_are_accounted_for_whichever_page_is_damaged() {
    let mut phone = Phone::modern();
    let ana = phone.jid("34600111222@s.whatsapp.net");
    let chat = phone.chat(ana);
    phone.sql("BEGIN");
    for number in 0..300 {
        let row = phone.sent(chat, &format!("message {number}"));
        phone.reacted(row, Some(ana.0), Some("👍"), 1);
        phone.reacted(row, Some(ana.0), Some("❤"), 2);
        phone.sql(&format!(
            "INSERT INTO receipt_user (message_row_id, receipt_user_jid_row_id, read_timestamp)
                VALUES ({row}, {ana}, 1700000000000), ({row}, {ana}, 1700000000001);
             INSERT INTO message_details VALUES ({row}, {ana});
             INSERT INTO message_text (message_row_id, url) VALUES ({row}, 'https://example.org/{number}');",
            ana = ana.0
        ));
    }
    let (poll, options) = phone.asked(chat, "Where?", &["Rome", "Oslo"]);
    for at in 0..200 {
        phone.voted(poll, Some(ana.0), &options, at);
    }
    phone.sql("COMMIT");
    let bytes = std::fs::read(phone.path()).unwrap();
    let mut lost = 0;
    for page in 1..bytes.len() / PAGE {
        for with in [0x00, 0xa5] {
            let mut damaged = bytes.clone();
            damage(&mut damaged, page, with);
            if let Ok(source) = open(phone.folder(), &damaged) {
                let (_, counts) = all(&source);
                lost += u64::from(counts.damaged_stretches > 0);
            }
        }
    }
    assert!(lost > 0);
}
