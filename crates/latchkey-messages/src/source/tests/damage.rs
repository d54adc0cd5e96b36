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
    phone.sql("INSERT INTO message_template SELECT _id, 'template ' || _id || hex(zeroblob(60)) FROM message");
    let mut bytes = std::fs::read(phone.path()).unwrap();
    let page = page_with(&bytes, "template 500");
    damage(&mut bytes, page, 0xa5);
    let (messages, counts) = all(&open(phone.folder(), &bytes).unwrap());
    assert_eq!(messages.len(), 2000);
    assert_eq!(counts.damaged_stretches, 1);
}
