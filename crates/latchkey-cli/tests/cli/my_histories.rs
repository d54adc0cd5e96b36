//! The list of histories: what was deleted in the app and rests, and what is not there any more.

use crate::desk::*;
use crate::histories::{Restored, restored};
use latchkey_restore::{DataFolder, REST};
use serde_json::{Value, json};
use std::path::PathBuf;

/// A history of the list, with the id `one`; its folder.
fn listed_one(made: &Restored) -> PathBuf {
    let inside = made.desk.path("home/data/latchkey/histories/one");
    made.desk
        .run(&["index", "copy", "chats", arg(&inside)])
        .expect(0);
    inside
}

/// Lays it to rest, as the app does; when, milliseconds UTC.
fn rest(made: &Restored) -> i64 {
    let folder = DataFolder::at(&made.desk.path("home/data/latchkey")).unwrap();
    let now: latchkey_keyring::Timestamp = "2026-11-23T10:00:00Z".parse().unwrap();
    folder.rest("one", now).unwrap();
    now.as_millisecond()
}

fn json_of(made: &Restored, arguments: &[&str]) -> Value {
    let all = [arguments, &["--json"]].concat();
    made.desk.run(&all).expect(0).json()
}

#[test]
fn a_resting_history_is_brought_back_and_opens() {
    let made = restored();
    let inside = listed_one(&made);
    let since = rest(&made);
    assert_eq!(json_of(&made, &["index", "list"]), json!([]));
    let resting = json_of(&made, &["index", "resting"]);
    assert_eq!(
        (&resting[0]["id"], &resting[0]["rests_until"]),
        (&json!("one"), &json!(since + REST))
    );
    let line = made.desk.run(&["index", "resting"]).expect(0).stdout;
    assert!(
        line.starts_with("one · ") && line.contains("2026-12-23"),
        "{line}"
    );
    let back = json_of(&made, &["index", "bring-back", "one"]);
    assert_eq!(back, json!({"brought_back": "one"}));
    assert_eq!(json_of(&made, &["index", "resting"]), json!([]));
    assert_eq!(json_of(&made, &["index", "list"])[0]["id"], "one");
    made.run(&["chats", "--index", arg(&inside)]).expect(0);
}

#[test]
fn a_history_that_is_not_there_any_more_is_taken_off_the_list() {
    let made = restored();
    let inside = listed_one(&made);
    let away = made.desk.path("away");
    std::fs::create_dir(&away).unwrap();
    let moved = json_of(&made, &["index", "move", arg(&inside), arg(&away)]);
    let moved = moved["moved"].as_str().unwrap().to_owned();
    for named in [moved.as_str(), "one"] {
        let there = ["index", "forget", named, "--json"];
        assert_eq!(made.desk.run(&there).error()["code"], "usage");
    }
    let unplugged = made.desk.path("unplugged");
    std::fs::rename(&away, &unplugged).unwrap();
    assert_eq!(json_of(&made, &["index", "list"])[0]["missing"], true);
    let notes = made.desk.path("home/data/latchkey/histories.json");
    let noted = std::fs::read(&notes).unwrap();
    let by_folder = json_of(&made, &["index", "forget", &moved]);
    assert_eq!(by_folder, json!({"forgotten": "one"}));
    assert_eq!(json_of(&made, &["index", "list"]), json!([]));
    // Once more, at rest and by its id.
    std::fs::write(&notes, noted).unwrap();
    rest(&made);
    let by_id = json_of(&made, &["index", "forget", "one"]);
    assert_eq!(by_id, json!({"forgotten": "one"}));
    assert_eq!(json_of(&made, &["index", "resting"]), json!([]));
    let nobody = ["index", "forget", "one", "--json"];
    assert_eq!(made.desk.run(&nobody).error()["code"], "usage");
    // Its files are where they were.
    std::fs::rename(&unplugged, &away).unwrap();
    made.run(&["chats", "--index", &moved]).expect(0);
}
