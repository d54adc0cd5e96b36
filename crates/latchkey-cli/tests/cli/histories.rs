//! Histories: restore, read, search, copy, verify, delete.

use crate::desk::*;
use latchkey_backup::write::{Recipe, encrypt15};
use latchkey_demo::Phone;
use serde_json::Value;
use std::path::PathBuf;

/// A phone of some hundred messages, restored into `chats`.
pub struct Restored {
    pub desk: Desk,
    pub phone: Phone,
    pub identity: PathBuf,
    report: Value,
}

pub fn restored() -> Restored {
    let desk = Desk::new();
    let phone = desk.phone(600);
    let (identity, recipient) = desk.identity("kit.txt");
    let report = desk
        .run(&[
            "restore",
            arg(&phone.backup),
            "--key-file",
            arg(&phone.key_file),
            "--index",
            "chats",
            "--recipient",
            &recipient,
            "--media",
            arg(&phone.media),
            "--contacts",
            arg(&phone.contacts),
            "--json",
        ])
        .expect(0)
        .json();
    Restored {
        desk,
        phone,
        identity,
        report,
    }
}

impl Restored {
    pub fn run(&self, arguments: &[&str]) -> Ran {
        let mut all = arguments.to_vec();
        all.extend(["--identity", arg(&self.identity)]);
        self.desk.run(&all)
    }
}

#[test]
fn media_is_linked_later_and_what_is_missing_has_its_reason() {
    let desk = Desk::new();
    let phone = desk.phone(600);
    let (identity, recipient) = desk.identity("kit.txt");
    let restore = [
        "restore",
        arg(&phone.backup),
        "--key-file",
        arg(&phone.key_file),
        "--index",
        "chats",
        "--recipient",
        &recipient,
        "--json",
    ];
    let report = desk.run(&restore).expect(0).json();
    assert_eq!(report["media"]["found"], 0);
    assert_eq!(report["media"]["found_by"]["path"], 0);
    let link = |more: &[&str]| {
        let mut all = vec![
            "media",
            "link",
            "--index",
            "chats",
            "--identity",
            arg(&identity),
        ];
        all.extend(more);
        desk.run(&all)
    };
    let linked = link(&["--json", arg(&phone.media)]).expect(0).json();
    assert_eq!(linked["found_by"]["path"], phone.expectations.media_found);
    assert_eq!(linked["found_before"], 0);
    let missing: u64 = linked["missing_by_reason"]
        .as_object()
        .unwrap()
        .values()
        .map(|count| count.as_u64().unwrap())
        .sum();
    assert_eq!(linked["missing"], missing);
    // Once more, in words, where it was found before.
    let words = link(&[]).expect(0);
    let found = format!("{} found", linked["found"]);
    assert!(words.stdout.contains(&found), "{}", words.stdout);
    let nowhere = link(&["--json", "nowhere"]).expect(2).json();
    assert_eq!(nowhere["error"]["code"], "io");
}

#[test]
fn a_restore_counts_everything_and_a_second_one_adds_nothing() {
    let made = restored();
    let (report, expected) = (&made.report, &made.phone.expectations);
    assert_eq!(report["source_rows"], expected.source_rows);
    assert_eq!(report["messages"], expected.messages);
    assert_eq!(report["new"], expected.messages);
    assert_eq!(report["media"]["found_by"]["path"], expected.media_found);
    let left: u64 = report["left_out"]
        .as_object()
        .unwrap()
        .values()
        .map(|count| count.as_u64().unwrap())
        .sum();
    assert_eq!(
        report["source_rows"].as_u64().unwrap(),
        expected.messages + left
    );
    // The key is in the keyring by now.
    let again = made
        .run(&[
            "restore",
            arg(&made.phone.backup),
            "--index",
            "chats",
            "--json",
        ])
        .expect(0)
        .json();
    assert_eq!(again["new"], 0);
    assert_eq!(again["already_present"], expected.messages);
    let text = made
        .run(&["restore", arg(&made.phone.backup), "--index", "chats"])
        .expect(0)
        .stdout;
    assert!(text.contains("0 new"), "{text}");
}

#[test]
fn a_history_whose_keyring_was_cut_off_in_a_save_is_put_right() {
    let made = restored();
    let keyring = made.desk.path("chats/keyring.latchkey");
    let previous = made.desk.path("chats/keyring.latchkey.previous");
    std::fs::rename(&keyring, &previous).unwrap();
    let again = made
        .run(&[
            "restore",
            arg(&made.phone.backup),
            "--index",
            "chats",
            "--json",
        ])
        .expect(0)
        .json();
    assert_eq!(again["new"], 0);
    assert!(keyring.exists() && !previous.exists());
}

/// The history of somebody else, or of another computer: nothing here has seen it.
#[test]
fn an_unknown_keyring_gets_no_key_until_somebody_vouches_for_it() {
    let made = restored();
    std::fs::remove_dir_all(made.desk.path("home")).unwrap();
    let keyring = made.desk.path("chats/keyring.latchkey");
    let before = std::fs::read(&keyring).unwrap();
    let read = made.run(&["chats", "--index", "chats"]).expect(0);
    assert!(
        read.stderr.contains("does not know who made"),
        "{}",
        read.stderr
    );
    // Having read it vouches for nothing.
    let again = [
        "restore",
        arg(&made.phone.backup),
        "--key-file",
        arg(&made.phone.key_file),
        "--index",
        "chats",
        "--json",
    ];
    let error = made.run(&again).error();
    assert_eq!(error["code"], "keyring_unknown");
    assert!(error["hint"].to_string().contains("--trust-fingerprint"));
    let fingerprint = error["fingerprint"].as_str().unwrap().to_owned();
    let trusting = |fingerprint: &str| {
        let mut all = again.to_vec();
        all.extend(["--trust-fingerprint", fingerprint]);
        made.run(&all)
    };
    let other = trusting("0000 1111 2222 3333 4444 5555 6666 7777").error();
    assert_eq!(other["code"], "usage");
    assert_eq!(std::fs::read(&keyring).unwrap(), before);
    assert_eq!(trusting(&fingerprint).expect(0).json()["new"], 0);
    // From now on it is known here.
    made.run(&again).expect(0);
    let read = made.run(&["chats", "--index", "chats"]).expect(0);
    assert_eq!(read.stderr, "");
}

/// Whoever made it has a way in, and a new way in would trust them from then on.
#[test]
fn no_way_in_is_added_to_a_keyring_that_nobody_vouches_for() {
    let made = restored();
    std::fs::remove_dir_all(made.desk.path("home")).unwrap();
    std::fs::create_dir(made.desk.path("stick")).unwrap();
    let keyring = made.desk.path("chats/keyring.latchkey");
    let copy = made.desk.path("copy.latchkey");
    std::fs::copy(&keyring, &copy).unwrap();
    let before = std::fs::read(&keyring).unwrap();
    let (_, ana) = made.desk.identity("ana.txt");
    for (path, file) in [("copy.latchkey", &copy), ("chats", &keyring)] {
        let kit = ["keyring", "kit", path, "--out", "stick/kit.txt", "--json"];
        let add = ["keyring", "add", path, ana.as_str(), "--json"];
        let words = ["keyring", "add", path, "passphrase", "--json"];
        let words = [&words[..], &["--out", "stick/words.txt"]].concat();
        let passkey = ["keyring", "add", path, "passkey", "--json"];
        let passkey = [&passkey[..], &["--insecure-demo"]].concat();
        for change in [&kit[..], &add, &words, &passkey] {
            let error = made.run(change).error();
            assert_eq!(error["code"], "keyring_unknown", "{change:?}");
            assert!(error["fingerprint"].is_string());
        }
        assert_eq!(std::fs::read(file).unwrap(), before);
        assert_eq!(names(&made.desk.path("stick")), [""; 0]);
        // A name lets nobody in, and vouches for nothing.
        let shown = made.desk.run(&["keyring", "show", path, "--json"]).json();
        let slot = shown["slots"][0]["id"].as_str().unwrap().to_owned();
        made.run(&["keyring", "rename", path, &slot, "Mine"])
            .expect(0);
        let error = made.run(&add).error();
        let fingerprint = error["fingerprint"].as_str().unwrap().to_owned();
        let trusting = [&add[..], &["--trust-fingerprint", &fingerprint]].concat();
        made.run(&trusting).expect(0);
    }
}

#[test]
fn chats_messages_and_search_keep_their_contract() {
    let made = restored();
    let chats = made
        .run(&["chats", "--index", "chats", "--json"])
        .expect(0)
        .json();
    let chats = chats.as_array().unwrap();
    for chat in chats {
        for field in [
            "id",
            "kind",
            "messages",
            "last_from_me",
            "unread",
            "archived",
            "locked",
        ] {
            assert!(chat.get(field).is_some(), "{field} is missing in {chat}");
        }
    }
    let largest = chats
        .iter()
        .max_by_key(|chat| chat["messages"].as_u64())
        .unwrap();
    let (id, count) = (
        largest["id"].to_string(),
        largest["messages"].as_u64().unwrap(),
    );
    let page = made
        .run(&[
            "messages", "--index", "chats", "--chat", &id, "--limit", "100000", "--json",
        ])
        .expect(0)
        .stdout;
    let messages: Vec<Value> = page
        .lines()
        .map(|l| serde_json::from_str(l).unwrap())
        .collect();
    assert_eq!(messages.len() as u64, count);
    for (position, message) in messages.iter().enumerate() {
        assert_eq!(message["position"], position);
        assert_eq!(message["chat"].to_string(), id);
        for field in ["id", "from_me", "kind", "row"] {
            assert!(
                message.get(field).is_some(),
                "{field} is missing in {message}"
            );
        }
    }
    let needle = &made.phone.expectations.needles[0];
    let hits = made
        .run(&["search", "--index", "chats", needle, "--json"])
        .expect(0)
        .json();
    assert_eq!(hits["total"], 1, "{needle}");
    assert_eq!(hits["total_at_least"], false);
    let hit = &hits["hits"][0];
    for field in ["chat", "message", "position", "snippet"] {
        assert!(hit.get(field).is_some(), "{field} is missing in {hit}");
    }
    let text = made.run(&["search", "--index", "chats", needle]).expect(0);
    assert_eq!(text.stdout.lines().count(), 1);
    assert!(text.stderr.contains("1 found"));
    let before = [
        "search",
        "--index",
        "chats",
        needle,
        "--before",
        "2001-01-01",
        "--json",
    ];
    assert_eq!(made.run(&before).expect(0).json()["total"], 0);
    let wrong = made.run(&[
        "search", "--index", "chats", "x", "--after", "soon", "--json",
    ]);
    assert_eq!(wrong.error()["code"], "usage");
    let text = made.run(&["chats", "--index", "chats"]).expect(0).stdout;
    assert_eq!(text.lines().count(), chats.len());
    let text = made
        .run(&["messages", "--index", "chats", "--chat", &id])
        .expect(0)
        .stdout;
    assert!(text.lines().count() as u64 <= count);
}

#[test]
fn a_history_is_verified_copied_and_deleted() {
    let made = restored();
    let good = made.run(&["verify", "chats", "--json"]).expect(0).json();
    assert_eq!(
        (&good["kind"], &good["good"]),
        (&"history".into(), &true.into())
    );
    let keyring = made
        .run(&["verify", "chats/keyring.latchkey", "--json"])
        .expect(0)
        .json();
    assert_eq!(keyring["kind"], "keyring");
    let fingerprint = keyring["fingerprint"].as_str().unwrap();
    let text = made
        .desk
        .run(&["verify", "chats/keyring.latchkey"])
        .expect(0);
    assert!(text.stdout.contains(fingerprint), "{}", text.stdout);
    made.desk.run(&["index", "copy", "chats", "copy"]).expect(0);
    made.run(&["verify", "copy"]).expect(0);
    let there = made
        .desk
        .run(&["index", "copy", "chats", "copy", "--json"])
        .error();
    assert_eq!(there["code"], "already_exists");
    let asked = made
        .desk
        .run(&["index", "delete", "copy", "--json"])
        .error();
    assert_eq!(asked["code"], "usage");
    assert!(made.desk.path("copy").exists());
    made.desk
        .run(&["index", "delete", "copy", "--yes"])
        .expect(0);
    assert!(!made.desk.path("copy").exists());
    let gone = made
        .desk
        .run(&["index", "delete", "copy", "--yes", "--json"])
        .error();
    assert_eq!(gone["code"], "not_a_backup");
}

#[test]
fn histories_in_the_data_folder_are_listed() {
    let made = restored();
    let none = made.desk.run(&["index", "list", "--json"]).expect(0).json();
    assert_eq!(none, Value::Array(Vec::new()));
    let inside = made.desk.path("home/data/latchkey/histories/one");
    made.desk
        .run(&["index", "copy", "chats", arg(&inside)])
        .expect(0);
    let one = made.desk.run(&["index", "list", "--json"]).expect(0).json();
    assert_eq!(one.as_array().unwrap().len(), 1);
    assert_eq!(one[0]["id"], "one");
    assert!(
        made.desk
            .run(&["index", "list"])
            .expect(0)
            .stdout
            .contains("histories/one")
    );
}

#[test]
fn a_history_of_the_list_is_named_moved_and_forgotten_when_it_is_deleted() {
    let made = restored();
    let inside = made.desk.path("home/data/latchkey/histories/one");
    made.desk
        .run(&["index", "copy", "chats", arg(&inside)])
        .expect(0);
    made.desk
        .run(&["index", "rename", arg(&inside), "Old phone"])
        .expect(0);
    let away = made.desk.path("away");
    std::fs::create_dir(&away).unwrap();
    let moved = made
        .desk
        .run(&["index", "move", arg(&inside), arg(&away), "--json"])
        .expect(0)
        .json();
    let moved = moved["moved"].as_str().unwrap().to_owned();
    made.run(&["verify", &moved]).expect(0);
    let one = made.desk.run(&["index", "list", "--json"]).expect(0).json();
    assert_eq!(
        (&one[0]["id"], &one[0]["name"], &one[0]["elsewhere"]),
        (&"one".into(), &"Old phone".into(), &true.into())
    );
    let resting = made.desk.run(&["index", "resting", "--json"]).expect(0);
    assert_eq!(resting.json(), Value::Array(Vec::new()));
    for arguments in [
        ["index", "bring-back", "one", "--json"].as_slice(),
        &["index", "rename", "chats", "x", "--json"],
    ] {
        assert_eq!(made.desk.run(arguments).error()["code"], "usage");
    }
    made.desk
        .run(&["index", "delete", &moved, "--yes"])
        .expect(0);
    let none = made.desk.run(&["index", "list", "--json"]).expect(0).json();
    assert_eq!(none, Value::Array(Vec::new()));
}

#[test]
fn another_identity_or_a_changed_keyring_opens_nothing() {
    let made = restored();
    let (other, _) = made.desk.identity("other.txt");
    let arguments = [
        "chats",
        "--index",
        "chats",
        "--identity",
        arg(&other),
        "--json",
    ];
    assert_eq!(
        made.desk.run(&arguments).error()["code"],
        "no_matching_slot"
    );
    let unnamed = made
        .desk
        .run(&["chats", "--index", "chats", "--json"])
        .error();
    assert_eq!(unnamed["code"], "usage");
    let nowhere = made.run(&["chats", "--index", "phone", "--json"]).error();
    assert_eq!(nowhere["code"], "not_a_backup");
    let path = made.desk.path("chats/keyring.latchkey");
    let mut keyring = std::fs::read(&path).unwrap();
    let middle = keyring.len() / 2;
    keyring[middle] ^= 1;
    std::fs::write(&path, keyring).unwrap();
    let changed = made.run(&["chats", "--index", "chats", "--json"]).error();
    assert_eq!(changed["code"], "keyring_tampered");
    let verified = made
        .run(&["verify", "chats/keyring.latchkey", "--json"])
        .error();
    assert_eq!(verified["code"], "keyring_tampered");
}

#[test]
fn a_backup_of_another_account_is_kept_apart() {
    let made = restored();
    let mut recipe = Recipe::new([0x24; 16]);
    recipe.header.phone_suffix = Some("21".to_owned());
    let bytes = encrypt15(&ROOT, &recipe, &*made.desk.database(), Vec::new()).unwrap();
    let other = made.desk.put("other.crypt15", &bytes);
    let key = made.desk.key_file();
    let before = std::fs::read(made.desk.path("chats/keyring.latchkey")).unwrap();
    let arguments = [
        "restore",
        arg(&other),
        "--key-file",
        arg(&key),
        "--index",
        "chats",
        "--json",
    ];
    assert_eq!(made.run(&arguments).error()["code"], "other_account");
    let after = std::fs::read(made.desk.path("chats/keyring.latchkey")).unwrap();
    assert_eq!(after, before);
}

#[test]
fn senders_whom_nobody_can_name_are_called_unknown() {
    let made = restored();
    let found = made
        .run(&[
            "search", "--index", "chats", "", "--kind", "text", "--limit", "100000",
        ])
        .expect(0)
        .stdout;
    assert!(!found.lines().any(|line| line.contains("  : ")), "{found}");
}

#[test]
fn a_damaged_index_is_said_and_found_by_verify() {
    let made = restored();
    let folder = made.desk.path("chats");
    let name = names(&folder)
        .into_iter()
        .find(|name| name.contains("tables"))
        .unwrap();
    let path = folder.join(name);
    let mut bytes = std::fs::read(&path).unwrap();
    let middle = bytes.len() / 2;
    bytes[middle] ^= 1;
    std::fs::write(&path, bytes).unwrap();
    let ran = made.run(&["verify", "chats", "--json"]);
    match ran.code {
        1 => assert_eq!(ran.json()["good"], false),
        _ => assert_eq!(ran.error()["code"], "index_damaged"),
    }
}

#[test]
fn a_new_history_needs_somebody_who_can_open_it() {
    let desk = Desk::new();
    let backup = desk.backup();
    let key = desk.key_file();
    let start = [
        "restore",
        arg(&backup),
        "--key-file",
        arg(&key),
        "--index",
        "chats",
        "--json",
    ];
    let error = desk.run(&start).error();
    assert_eq!(error["code"], "usage");
    let mut with = start.to_vec();
    with.extend(["--recipient", "age1nonsense"]);
    assert_eq!(desk.run(&with).error()["code"], "usage");
    assert!(!desk.path("chats").exists());
}

#[test]
fn a_failed_restore_leaves_nothing_behind() {
    let desk = Desk::new();
    let backup = desk.backup(); // begins as a database and is none
    let key = desk.key_file();
    let (_, recipient) = desk.identity("kit.txt");
    let arguments = [
        "restore",
        arg(&backup),
        "--key-file",
        arg(&key),
        "--index",
        "chats",
        "--recipient",
        &recipient,
        "--json",
    ];
    let error = desk.run(&arguments).error();
    assert!(
        ["not_a_backup", "damaged"].contains(&error["code"].as_str().unwrap()),
        "{error}"
    );
    assert_eq!(desk.names(), ["key.txt", "kit.txt", "plain.crypt15"]);
}

#[test]
fn rows_that_do_not_add_up_are_said_and_the_history_is_kept() {
    let desk = Desk::new();
    let chats = rusqlite::Connection::open(desk.path("made.db")).unwrap();
    // Two messages that claim one number: what hangs on it would have to be counted for both.
    chats
        .execute_batch(
            "CREATE TABLE jid (_id INTEGER PRIMARY KEY, user TEXT, server TEXT, raw_string TEXT);
             CREATE TABLE chat (_id INTEGER PRIMARY KEY, jid_row_id INTEGER);
             CREATE TABLE message (_id INTEGER, chat_row_id INTEGER, from_me INTEGER, key_id TEXT, timestamp INTEGER,
               message_type INTEGER, text_data TEXT);
             CREATE TABLE message_forwarded (message_row_id INTEGER PRIMARY KEY, forward_score INTEGER);
             INSERT INTO jid VALUES (1, '34600111222', 's.whatsapp.net', '34600111222@s.whatsapp.net');
             INSERT INTO chat VALUES (1, 1);
             INSERT INTO message VALUES (7, 1, 1, '3EB0A1', 1700000000000, 0, 'one'),
               (7, 1, 1, '3EB0A2', 1700000060000, 0, 'two');
             INSERT INTO message_forwarded VALUES (7, 3);",
        )
        .unwrap();
    drop(chats);
    let plain = std::fs::read(desk.path("made.db")).unwrap();
    let recipe = latchkey_backup::write::Recipe::new([0x24; 16]);
    let bytes = latchkey_backup::write::encrypt15(&ROOT, &recipe, &*plain, Vec::new()).unwrap();
    let backup = desk.put("msgstore.db.crypt15", &bytes);
    let key = desk.key_file();
    let (identity, recipient) = desk.identity("kit.txt");
    let arguments = [
        "restore",
        arg(&backup),
        "--key-file",
        arg(&key),
        "--index",
        "chats",
        "--recipient",
        &recipient,
        "--json",
    ];
    let report = desk.run(&arguments).expect(2).json();
    assert_eq!(report["error"]["code"], "counts_differ");
    assert_eq!(report["error"]["tables"], "message_forwarded");
    assert_eq!(report["messages"], 2);
    let look = [
        "chats",
        "--index",
        "chats",
        "--identity",
        arg(&identity),
        "--json",
    ];
    let chats = desk.run(&look).expect(0).json();
    assert_eq!(chats[0]["messages"], 2);
}
