//! An index of an earlier version is brought up and goes on.

use latchkey_index::{Index, MessageId, OpenIndexError};
use latchkey_messages::*;

use crate::dump::open_tables;
use crate::fixture::*;

/// The tables of version 1, as it made them.
const VERSION_1: &str = "
CREATE TABLE meta(name TEXT PRIMARY KEY, value ANY) WITHOUT ROWID, STRICT;
CREATE TABLE import(
  id INTEGER PRIMARY KEY, file_name TEXT NOT NULL, size INTEGER NOT NULL, sha256 BLOB, created INTEGER,
  app_version TEXT, phone_suffix TEXT, imported_at INTEGER NOT NULL,
  first INTEGER NOT NULL, messages INTEGER NOT NULL, new INTEGER NOT NULL) STRICT;
CREATE TABLE seen(import INTEGER, first INTEGER, length INTEGER NOT NULL,
  PRIMARY KEY(import, first)) WITHOUT ROWID, STRICT;

CREATE TABLE person(id INTEGER PRIMARY KEY, address TEXT NOT NULL UNIQUE, phone TEXT, same_as INTEGER,
  name TEXT, name_source INTEGER) STRICT;
CREATE TABLE person_lid(lid TEXT PRIMARY KEY, person INTEGER NOT NULL) WITHOUT ROWID, STRICT;
CREATE TABLE person_name(person INTEGER, source INTEGER, name TEXT NOT NULL,
  PRIMARY KEY(person, source)) WITHOUT ROWID, STRICT;
CREATE TABLE address_book(phone TEXT, source INTEGER, name TEXT NOT NULL,
  PRIMARY KEY(phone, source)) WITHOUT ROWID, STRICT;

CREATE TABLE chat(
  id INTEGER PRIMARY KEY, address TEXT NOT NULL UNIQUE, kind INTEGER NOT NULL, subject TEXT, peer INTEGER,
  created_at INTEGER, archived INTEGER NOT NULL, locked INTEGER NOT NULL, hidden INTEGER NOT NULL,
  unread INTEGER NOT NULL, messages INTEGER NOT NULL, first_at INTEGER, last_at INTEGER,
  last_text TEXT, last_kind INTEGER, last_from_me INTEGER NOT NULL) STRICT;
CREATE TABLE run(chat INTEGER, position INTEGER, first INTEGER NOT NULL, length INTEGER NOT NULL,
  PRIMARY KEY(chat, position)) WITHOUT ROWID, STRICT;
CREATE UNIQUE INDEX run_first ON run(first);
CREATE TABLE day(chat INTEGER, day INTEGER, message INTEGER NOT NULL, messages INTEGER NOT NULL,
  PRIMARY KEY(chat, day)) WITHOUT ROWID, STRICT;

CREATE TABLE message(
  id INTEGER PRIMARY KEY, chat INTEGER NOT NULL, flags INTEGER NOT NULL, kind INTEGER NOT NULL,
  raw_kind INTEGER, sender INTEGER, sent_at INTEGER, received_after INTEGER, key ANY, text TEXT,
  forwarded INTEGER, edited_at INTEGER, row INTEGER) STRICT;
CREATE TABLE media(
  message INTEGER PRIMARY KEY, path TEXT, name TEXT, mime TEXT, size INTEGER, duration INTEGER,
  width INTEGER, height INTEGER, pages INTEGER, sha256 BLOB, found TEXT) STRICT;
CREATE TABLE thumbnail(message INTEGER PRIMARY KEY, jpeg BLOB NOT NULL) STRICT;
CREATE TABLE quote(message INTEGER PRIMARY KEY, target INTEGER, from_me INTEGER NOT NULL, sender INTEGER,
  kind INTEGER, text TEXT, key ANY) STRICT;
CREATE TABLE notice(message INTEGER PRIMARY KEY, action INTEGER, old_value TEXT) STRICT;
CREATE TABLE notice_person(message INTEGER, n INTEGER, person INTEGER NOT NULL,
  PRIMARY KEY(message, n)) WITHOUT ROWID, STRICT;
CREATE TABLE reaction(message INTEGER, n INTEGER, emoji TEXT NOT NULL, from_me INTEGER NOT NULL,
  sender INTEGER, at INTEGER, PRIMARY KEY(message, n)) WITHOUT ROWID, STRICT;
CREATE TABLE call(
  id INTEGER PRIMARY KEY, call_id TEXT NOT NULL, peer INTEGER, group_address TEXT, from_me INTEGER NOT NULL,
  at INTEGER, video INTEGER NOT NULL, duration INTEGER NOT NULL, outcome INTEGER NOT NULL,
  message INTEGER) STRICT;

CREATE TABLE owed(message INTEGER PRIMARY KEY, old TEXT) STRICT;
";

/// Two messages with a file, as version 1 wrote them: the names stand in the text.
const MESSAGES: &str = "
INSERT INTO meta VALUES('id', x'000102030405060708090a0b0c0d0e0f'), ('generation', 1);
INSERT INTO import VALUES(1, 'msgstore.db.crypt14', 9, NULL, 5, NULL, NULL, 5, 1, 2, 2);
INSERT INTO seen VALUES(1, 1, 2);
INSERT INTO person VALUES(1, '34600111222@s.whatsapp.net', '34600111222', NULL, 'Ana', 3);
INSERT INTO chat VALUES(1, '34600111222@s.whatsapp.net', 0, NULL, 1, NULL, 0, 0, 0, 0, 2, 1704067201000,
  1704067202000, 'hello @Ana', 1, 1);
INSERT INTO run VALUES(1, 0, 1, 2);
INSERT INTO day VALUES(1, 19723, 1, 2);
INSERT INTO message VALUES(1, 1, 8, 7, 9, 1, 1704067201000, 400, x'AA01', 'a plan', NULL, NULL, 3),
  (2, 1, 1, 1, 0, NULL, 1704067202000, NULL, 'key 2', 'hello @Ana', NULL, NULL, 4);
INSERT INTO media VALUES(1, 'Media/plan.pdf', 'plan.pdf', 'application/pdf', 7, NULL, NULL, NULL, 1, NULL, 'plan.pdf');
PRAGMA user_version = 1;
";

/// A group beside them: a reaction, a reply, a notice, a call.
const MORE: &str = "
INSERT INTO person VALUES(2, '4915112345678@s.whatsapp.net', '4915112345678', NULL, NULL, NULL);
INSERT INTO chat VALUES(2, '120363000000000001@g.us', 1, 'Hiking', NULL, 1704067200000, 1, 0, 0, 1, 3, 1704070800000,
  1704153600000, NULL, 16, 0);
INSERT INTO run VALUES(2, 0, 3, 3);
INSERT INTO day VALUES(2, 19723, 3, 2), (2, 19724, 5, 1);
INSERT INTO message VALUES(3, 2, 64, 1, 0, 2, 1704070800000, 300, x'AA03', 'Shall we meet at the harbour?', NULL, NULL, 5),
  (4, 2, 19, 1, 0, NULL, 1704070860000, NULL, x'AA04', 'Привет, yes', 1, NULL, 6),
  (5, 2, 32, 16, 7, 2, 1704153600000, 0, x'AA05', NULL, NULL, NULL, 7);
INSERT INTO reaction VALUES(3, 0, '👍', 0, 1, 1704070900000);
INSERT INTO quote VALUES(4, 3, 0, 2, 1, 'Shall we meet at the harbour?', x'AA03');
INSERT INTO notice VALUES(5, 57, NULL);
INSERT INTO notice_person VALUES(5, 0, 2);
INSERT INTO call VALUES(1, 'call 1', 1, NULL, 0, 1704067300000, 1, 61, 1, NULL);
UPDATE import SET messages = 5, new = 5;
UPDATE seen SET length = 5;
";

/// [`version_1`] with [`MORE`].
pub fn version_1_with_more() -> tempfile::TempDir {
    let dir = version_1();
    open_tables(dir.path())
        .execute_batch(&format!("BEGIN; {MORE} COMMIT;"))
        .unwrap();
    dir
}

/// A folder with an index of version 1; its text index is lost.
fn version_1() -> tempfile::TempDir {
    let dir = tempfile::tempdir().unwrap();
    let tables = open_tables(dir.path());
    tables
        .execute_batch(&format!("BEGIN; {VERSION_1} {MESSAGES} COMMIT;"))
        .unwrap();
    dir
}

fn texts_of(index: &Index) -> Vec<String> {
    texts(index, latchkey_index::ChatId(1))
}

#[test]
fn nothing_of_an_index_of_version_1_is_lost() {
    let dir = version_1();
    let index = Index::open(dir.path(), &key()).unwrap();
    assert_eq!(texts_of(&index), ["a plan", "hello @Ana"]);
    let media = index.media(MessageId(1)).unwrap().unwrap();
    assert_eq!(
        (media.found.as_deref(), media.offloaded),
        (Some("plan.pdf"), false)
    );
    assert!(index.verify().unwrap().is_good());
    drop(index);
    let version: u32 = open_tables(dir.path())
        .query_row("PRAGMA user_version", [], |row| row.get(0))
        .unwrap();
    assert_eq!(version, 4);
}

#[test]
fn whoever_only_reads_an_index_of_version_1_sees_it_too() {
    let dir = version_1();
    let index = Index::open_read_only(dir.path(), &key()).unwrap();
    assert_eq!(texts_of(&index), ["a plan", "hello @Ana"]);
}

#[test]
fn the_tables_that_were_brought_up_are_those_of_a_new_index() {
    let dir = version_1();
    drop(Index::open(dir.path(), &key()).unwrap());
    let (new, index) = indexed(&Phone::new());
    drop(index);
    let columns = |folder: &std::path::Path| -> Vec<(String, String)> {
        open_tables(folder)
            .prepare(
                "SELECT s.name, coalesce(group_concat(c.name || ' ' || c.type || ' ' || c.pk, ','), '')
                 FROM sqlite_schema s LEFT JOIN pragma_table_info(s.name) c GROUP BY s.name ORDER BY s.name",
            )
            .unwrap()
            .query_map([], |row| Ok((row.get(0)?, row.get(1)?)))
            .unwrap()
            .map(Result::unwrap)
            .collect()
    };
    assert_eq!(columns(dir.path()), columns(&new.path().join("index")));
}

#[test]
fn a_later_import_knows_the_messages_of_version_1_and_completes_them() {
    let dir = version_1();
    let mut index = Index::open(dir.path(), &key()).unwrap();
    let mut phone = Phone::new();
    let ana = phone.person("34600111222", Some("Ana"));
    let chat = phone.chat_with(ana);
    let plan = phone.says(chat, Some(ana), 1000, "a plan");
    (plan.key_id, plan.kind) = ("AA01".to_owned(), Kind::Document);
    plan.media = Some(Media {
        path: Some("Media/plan.pdf".to_owned()),
        downloaded: Some(true),
        ..Media::default()
    });
    plan.disappearing = Some(Disappearing {
        seconds: Some(60),
        expires_at: None,
    });
    let hello = phone.says(chat, None, 2000, "hello @34600111222");
    hello.key_id = "key 2".to_owned();
    hello.mentions = vec![Mention {
        digits: "34600111222".to_owned(),
        person: Some(ana),
        name: None,
    }];
    let report = phone.import_as(&mut index, &origin(9)).unwrap();
    assert_eq!((report.new, report.already_present), (0, 2));
    let rows = index.messages(latchkey_index::ChatId(1), 0, 9).unwrap();
    let media = rows[0].media.as_ref().unwrap();
    assert_eq!(
        (media.downloaded, media.found.as_deref()),
        (Some(true), Some("plan.pdf"))
    );
    assert_eq!(rows[0].disappearing.unwrap().seconds, Some(60));
    assert_eq!(rows[1].text.as_deref(), Some("hello @Ana"));
    assert_eq!(rows[1].mentions.len(), 1, "the mention is one now");
    assert!(index.verify().unwrap().is_good());
}

#[test]
fn a_version_before_the_first_is_damage() {
    let dir = version_1();
    open_tables(dir.path())
        .pragma_update(None, "user_version", 0)
        .unwrap();
    assert!(matches!(
        Index::open(dir.path(), &key()),
        Err(OpenIndexError::IndexDamaged { .. })
    ));
}
