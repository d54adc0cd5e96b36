//! Claims about the old family of tables.

use rusqlite::params;

use crate::testing::{JPEG, Phone, START, all, texts};
use crate::{ChatKind, Content, Delivery, Kind, LeftOut, RowId};

const ANA: &str = "34600111222@s.whatsapp.net";
const CHOIR: &str = "34600111222-1400000000@g.us";

#[test]
fn old_messages_are_read_with_their_chats_and_senders() {
    let mut phone = Phone::legacy();
    let sql = "INSERT INTO chat_list (key_remote_jid, subject, creation) VALUES (?1, 'Choir', ?2)";
    phone.db.execute(sql, params![CHOIR, START]).unwrap();
    let sung = phone.old(CHOIR, false, "0", Some("la la"));
    phone.sql(&format!(
        "UPDATE messages SET remote_resource = '34600333444@s.whatsapp.net' WHERE _id = {sung}"
    ));
    let sent = phone.old(ANA, true, "0", Some("hi"));
    phone.sql(&format!(
        "UPDATE messages SET status = 13, starred = 1, forwarded = 1 WHERE _id = {sent}"
    ));
    phone.old(ANA, false, "0", Some("hello"));
    let source = phone.source();
    let (messages, counts) = all(&source);
    assert_eq!(texts(&messages), ["la la", "hi", "hello"]);
    assert_eq!(
        (counts.source_rows, counts.left_out[&LeftOut::Sentinel]),
        (4, 1)
    );
    let chats = source.chats().unwrap();
    assert_eq!(
        (chats[0].kind, chats[0].subject.as_deref()),
        (ChatKind::Group, Some("Choir"))
    );
    assert_eq!((chats[0].created_at, chats[0].hidden), (Some(START), false));
    assert_eq!(
        (chats[1].kind, chats[1].address.as_str()),
        (ChatKind::Person, ANA)
    );
    assert_eq!(messages[1].delivery, Some(Delivery::Read));
    assert!(
        messages[1].starred && messages[1].forwarded == Some(1) && messages[1].sender.is_none()
    );
    assert_eq!(messages[2].sender, chats[1].peer);
    let people = source.people().unwrap();
    let singer = people
        .iter()
        .find(|person| Some(person.id) == messages[0].sender)
        .unwrap();
    assert_eq!(singer.phone.as_deref(), Some("34600333444"));
}

#[test]
fn a_file_is_described_by_columns_and_by_the_java_object() {
    let mut phone = Phone::legacy();
    let row = phone.old(ANA, false, "1", None);
    let object = crate::java::tests::object("Media/WhatsApp Images/IMG-20160703-WA0001.jpg");
    let sql =
        "UPDATE messages SET thumb_image = ?1, media_caption = 'the sea', media_size = 240653,
        media_mime_type = 'image/jpeg', raw_data = ?2 WHERE _id = ?3";
    phone.db.execute(sql, params![object, JPEG, row]).unwrap();
    let message = phone.message(row);
    assert_eq!(
        (message.kind, message.text.as_deref()),
        (Kind::Image, Some("the sea"))
    );
    let media = message.media.unwrap();
    assert_eq!(
        media.path.as_deref(),
        Some("Media/WhatsApp Images/IMG-20160703-WA0001.jpg")
    );
    assert_eq!(
        (media.size, media.mime.as_deref()),
        (Some(240_653), Some("image/jpeg"))
    );
    assert_eq!(media.thumbnail.as_deref(), Some(JPEG));
}

#[test]
fn a_link_of_the_old_table_has_the_picture_of_its_row() {
    let mut phone = Phone::legacy();
    let row = phone.old(ANA, false, "0", Some("https://example.org"));
    let sql = "UPDATE messages SET media_caption = 'A page', raw_data = ?1 WHERE _id = ?2";
    phone.db.execute(sql, params![JPEG, row]).unwrap();
    let content = phone.message(row).content.map(|content| *content);
    let Some(Content::Link(link)) = content else {
        panic!("{content:?}")
    };
    assert_eq!(link.thumbnail.as_deref(), Some(JPEG));
}

#[test]
fn a_picture_kept_under_the_messages_key_is_found() {
    let mut phone = Phone::legacy();
    let row = phone.old(ANA, false, "1", None);
    let sql = "INSERT INTO message_thumbnails VALUES (?1, 1650000000, ?2, 0, 'K1')";
    phone.db.execute(sql, params![JPEG, ANA]).unwrap();
    assert_eq!(
        phone.message(row).media.unwrap().thumbnail.as_deref(),
        Some(JPEG)
    );
}

#[test]
fn bytes_in_the_text_column_of_a_picture_are_no_text() {
    let mut phone = Phone::legacy();
    let picture = phone.old(ANA, false, "1", Some("/9j/4AAQ"));
    let text = phone.old(ANA, false, "0", None);
    let sql = "UPDATE messages SET data = ?1 WHERE _id = ?2";
    phone
        .db
        .execute(sql, params![b"h\xc3\xa9 \xff".as_slice(), text])
        .unwrap();
    assert_eq!(phone.message(picture).text, None);
    assert_eq!(phone.message(text).text.as_deref(), Some("hé \u{fffd}"));
}

#[test]
fn notices_and_deleted_messages_are_told_by_the_old_marks() {
    let mut phone = Phone::legacy();
    let notice = phone.old(CHOIR, false, "0", Some("New choir"));
    phone.sql(&format!(
        "UPDATE messages SET status = 6, media_size = 1 WHERE _id = {notice}"
    ));
    let revoked = phone.old(CHOIR, false, "0", None);
    phone.sql(&format!(
        "UPDATE messages SET edit_version = 7 WHERE _id = {revoked}"
    ));
    let own = phone.old(CHOIR, true, "0", None);
    phone.sql(&format!(
        "UPDATE messages SET edit_version = 5 WHERE _id = {own}"
    ));
    let message = phone.message(notice);
    assert_eq!((message.kind, message.raw_kind), (Kind::System, Some(7)));
    assert_eq!(message.system.unwrap().action, Some(1));
    assert_eq!(phone.message(revoked).kind, Kind::Revoked);
    assert_eq!(phone.message(own).kind, Kind::Revoked);
}

#[test]
fn an_old_quotation_finds_the_original_or_keeps_its_copy() {
    let mut phone = Phone::legacy();
    let original = phone.old(ANA, false, "0", Some("original"));
    let reply = phone.old(ANA, true, "0", Some("reply"));
    let other = phone.old(ANA, true, "0", Some("other"));
    phone.sql(&format!(
        "INSERT INTO messages_quotes (_id, key_remote_jid, key_from_me, key_id, data, media_wa_type)
            VALUES (7, '{ANA}', 0, 'K1', 'copy', '0');
         INSERT INTO messages_quotes (_id, key_remote_jid, key_from_me, key_id, media_caption, media_wa_type)
            VALUES (8, '{ANA}', 1, 'GONE', 'caption', '1');
         UPDATE messages SET quoted_row_id = 7 WHERE _id = {reply};
         UPDATE messages SET quoted_row_id = 8 WHERE _id = {other};"
    ));
    let quote = phone.message(reply).quoted.unwrap();
    assert_eq!(
        (quote.row, quote.text.as_deref()),
        (Some(RowId(original)), Some("copy"))
    );
    assert_eq!(
        (quote.from_me, quote.sender),
        (false, phone.message(original).sender)
    );
    let quote = phone.message(other).quoted.unwrap();
    assert_eq!(
        (quote.row, quote.text.as_deref(), quote.kind),
        (None, Some("caption"), Some(Kind::Image))
    );
    assert!(quote.from_me && quote.sender.is_none());
}

#[test]
fn an_old_mention_stands_in_the_messages_own_row() {
    let mut phone = Phone::hybrid();
    let ana = phone.jid(ANA);
    let row = phone.old(CHOIR, false, "0", Some("@34600111222 sings"));
    phone.sql(&format!(
        "UPDATE messages SET mentioned_jids = '{ANA}, 34600333444@s.whatsapp.net' WHERE _id = {row}"
    ));
    let message = phone.message(row);
    assert_eq!(message.text.as_deref(), Some("@34600111222 sings"));
    let mentioned: Vec<_> = message
        .mentions
        .iter()
        .map(|mention| (mention.digits.as_str(), mention.person))
        .collect();
    let ana = Some(crate::PersonId(ana.0));
    assert_eq!(mentioned, [("34600111222", ana), ("34600333444", None)]);
}

#[test]
fn a_hybrid_database_prefers_the_new_tables_beside_the_old_messages() {
    let mut phone = Phone::hybrid();
    let chat = phone.chat(phone.jid(ANA));
    let row = phone.old(ANA, false, "1", None);
    phone.sql(&format!(
        "UPDATE messages SET media_size = 1, media_name = 'old.jpg' WHERE _id = {row}"
    ));
    let sql = "INSERT INTO message_media (message_row_id, file_path, file_size) VALUES (?1, 'Media/new.jpg', 2)";
    phone.db.execute(sql, [row]).unwrap();
    phone.reacted(row, Some(-1), Some("👍"), 1);
    let message = phone.message(row);
    assert_eq!(message.chat.0, chat.0);
    assert!(message.sender.is_some());
    assert_eq!(message.reactions[0].sender, message.sender);
    let media = message.media.unwrap();
    assert_eq!(
        (media.path.as_deref(), media.size),
        (Some("Media/new.jpg"), Some(2))
    );
    assert_eq!(media.name.as_deref(), Some("old.jpg"));
}

#[test]
fn old_columns_that_came_one_by_one_may_be_missing() {
    for column in [
        "media_caption",
        "media_duration",
        "forwarded",
        "edit_version",
        "quoted_row_id",
        "starred",
        "origin",
    ] {
        let mut phone = Phone::legacy();
        phone.old(ANA, false, "0", Some("still here"));
        phone.sql(&format!("ALTER TABLE messages DROP COLUMN {column}"));
        assert_eq!(texts(&phone.messages()), ["still here"], "{column}");
    }
    for table in ["messages_quotes", "chat_list", "message_thumbnails"] {
        let mut phone = Phone::legacy();
        phone.old(ANA, false, "0", Some("still here"));
        phone.sql(&format!("DROP TABLE {table}"));
        assert_eq!(texts(&phone.messages()), ["still here"], "{table}");
    }
}

#[test]
fn old_places_links_and_cards_are_content() {
    let mut phone = Phone::legacy();
    let place = phone.old(ANA, false, "5", None);
    let link = phone.old(ANA, false, "0", Some("see https://example.org"));
    let cards = phone.old(ANA, true, "14", None);
    phone.sql(&format!(
        "UPDATE messages SET latitude = 1.5, longitude = 2.5, media_name = 'Hall' WHERE _id = {place};
         UPDATE messages SET media_url = 'https://example.org', media_caption = 'Example' WHERE _id = {link};
         INSERT INTO messages_vcards (_id, message_row_id, vcard) VALUES (1, {cards}, 'FN:Ana'), (2, {cards}, 'FN:Ben');
         INSERT INTO messages_vcards_jids (message_row_id, vcard_jid, vcard_row_id) VALUES ({cards}, '{ANA}', 1);"
    ));
    let content = |row| *phone.message(row).content.unwrap();
    let crate::Content::Place(found) = content(place) else {
        panic!()
    };
    assert_eq!(
        (found.at, found.name.as_deref()),
        (Some((1.5, 2.5)), Some("Hall"))
    );
    let crate::Content::Link(found) = content(link) else {
        panic!()
    };
    assert_eq!(found.title.as_deref(), Some("Example"));
    assert_eq!(
        phone.message(link).text.as_deref(),
        Some("see https://example.org")
    );
    let crate::Content::Contacts(found) = content(cards) else {
        panic!()
    };
    assert_eq!(found.len(), 2);
    assert_eq!(found[0].people.len(), 1);
    let ana = phone.source().people().unwrap();
    let ana = ana.iter().find(|person| person.address == ANA).unwrap();
    assert_eq!(ana.name.as_ref().unwrap().0, "Ana");
}

#[test]
fn old_receipts_are_found_by_chat_and_key_or_stand_in_the_row() {
    let mut phone = Phone::legacy();
    let in_group = phone.old(CHOIR, true, "0", Some("hello"));
    let in_chat = phone.old(ANA, true, "0", Some("hi"));
    let theirs = phone.old(ANA, false, "0", Some("hi"));
    phone.sql(&format!(
        "INSERT INTO receipts (key_remote_jid, key_id, remote_resource, receipt_device_timestamp,
            read_device_timestamp, played_device_timestamp)
            VALUES ('{CHOIR}', 'K1', '{ANA}', {START}, 0, -1), ('{CHOIR}', 'K1', '', {START}, 0, 0),
                ('{CHOIR}', 'GONE', '{ANA}', {START}, 0, 0);
         UPDATE messages SET read_device_timestamp = {START}, needs_push = 1 WHERE _id IN ({in_chat}, {theirs})"
    ));
    let receipts = phone.message(in_group).receipts;
    assert_eq!(receipts.len(), 1);
    assert_eq!(
        (receipts[0].delivered_at, receipts[0].read_at),
        (Some(START), None)
    );
    let message = phone.message(in_chat);
    assert_eq!(message.receipts[0].read_at, Some(START));
    assert!(message.broadcast);
    assert!(phone.message(theirs).receipts.is_empty());
    let counts = all(&phone.source()).1.tables["receipts"];
    assert_eq!(
        (
            counts.rows,
            counts.shown,
            counts.passed_over,
            counts.orphaned
        ),
        (3, 1, 1, 1)
    );
}

#[test]
fn old_deletions_go_by_the_row() {
    let mut phone = Phone::hybrid();
    let chat = phone.chat(phone.jid(ANA));
    let first = phone.old(ANA, false, "0", Some("deleted"));
    phone.old(ANA, false, "0", Some("kept"));
    phone.sql(&format!(
        "INSERT INTO deleted_chat_job (chat_row_id, deleted_message_row_id) VALUES ({}, {first})",
        chat.0
    ));
    let (messages, counts) = all(&phone.source());
    assert_eq!(texts(&messages), ["kept"]);
    assert_eq!(counts.left_out[&LeftOut::DeletedByOwner], 1);
}
