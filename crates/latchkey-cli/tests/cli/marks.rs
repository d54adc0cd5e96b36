//! The person's own marks as the command tells them: `marks`, and what `messages` says of them.

use crate::histories::{Restored, restored};
use latchkey_index::{ChatId, MessageId, OwnMarks};
use latchkey_keyring::{SlotIdentity, Timestamp};
use latchkey_restore::{DataFolder, History, set_marks};
use serde_json::{Value, json};

/// The chat and the message that are marked: the first message with words of the first chat that has one.
struct Marked {
    chat: i64,
    message: Value,
}

fn first_words(made: &Restored) -> Marked {
    let chats = made.run(&["chats", "--index", "chats", "--json"]);
    for chat in chats.expect(0).json().as_array().unwrap() {
        let id = chat["id"].as_i64().unwrap();
        let words = messages(made, id)
            .into_iter()
            .find(|message| message["kind"] == "text" && message["text"].is_string());
        if let Some(message) = words {
            return Marked { chat: id, message };
        }
    }
    panic!("nobody wrote a word");
}

fn messages(made: &Restored, chat: i64) -> Vec<Value> {
    let chat = chat.to_string();
    let page = made.run(&["messages", "--index", "chats", "--chat", &chat, "--json"]);
    let page = page.expect(0).stdout;
    page.lines()
        .map(|line| serde_json::from_str(line).unwrap())
        .collect()
}

/// What the app does when a person marks a message and its chat.
fn put_marks(made: &Restored, marked: &Marked) {
    let identity = std::fs::read_to_string(&made.identity).unwrap();
    let identity = SlotIdentity::parse(&identity).unwrap();
    let folder = DataFolder::at(&made.desk.path("home/data/latchkey")).unwrap();
    let now: Timestamp = "2026-11-23T10:00:00Z".parse().unwrap();
    let dir = made.desk.path("chats");
    let mut history = History::open(&dir, &identity, &folder.seen(), now).unwrap();
    let marks = OwnMarks {
        bookmark: true,
        tags: vec!["plans".to_owned()],
        note: Some("Ask\nagain".to_owned()),
        changed_at: None,
    };
    let chat = ChatId(marked.chat);
    let message = MessageId(marked.message["id"].as_i64().unwrap());
    set_marks(&mut history, chat, Some(message), &marks, now).unwrap();
    let pinned = OwnMarks {
        bookmark: true,
        ..OwnMarks::default()
    };
    set_marks(&mut history, chat, None, &pinned, now).unwrap();
}

#[test]
fn marks_are_told_by_chat_and_stand_in_their_messages() {
    let made = restored();
    let none = made.run(&["marks", "--index", "chats", "--json"]).expect(0);
    assert_eq!(none.json(), json!([]));
    let marked = first_words(&made);
    put_marks(&made, &marked);
    let rows = made.run(&["marks", "--index", "chats", "--json"]).expect(0);
    let rows = rows.json();
    assert_eq!(rows.as_array().unwrap().len(), 2, "{rows}");
    let (pinned, row) = (&rows[0], &rows[1]);
    assert_eq!(
        (&pinned["chat"], &pinned["bookmark"]),
        (&json!(marked.chat), &json!(true))
    );
    for field in ["message", "position", "key", "tags", "note", "text"] {
        assert!(pinned.get(field).is_none(), "{field} in {pinned}");
    }
    for (field, of_the_message) in [
        ("chat", "chat"),
        ("message", "id"),
        ("position", "position"),
        ("kind", "kind"),
    ] {
        assert_eq!(row[field], marked.message[of_the_message], "{field}");
    }
    assert!(
        row["key"].is_string() && row["changed_at"].is_i64(),
        "{row}"
    );
    assert_eq!(
        (&row["bookmark"], &row["tags"]),
        (&json!(true), &json!(["plans"]))
    );
    assert_eq!(row["note"], "Ask\nagain");
    let there = messages(&made, marked.chat).into_iter();
    let own: Vec<Value> = there
        .filter_map(|message| Some((message["id"].clone(), message.get("own_marks")?.clone())))
        .map(|(id, marks)| json!([id, marks["bookmark"], marks["tags"], marks["note"]]))
        .collect();
    let id = &marked.message["id"];
    assert_eq!(own, [json!([id, true, ["plans"], "Ask\nagain"])]);
}

#[test]
fn marks_are_a_line_each_for_people() {
    let made = restored();
    let marked = first_words(&made);
    put_marks(&made, &marked);
    let lines = made.run(&["marks", "--index", "chats"]).expect(0).stdout;
    let lines: Vec<&str> = lines.lines().collect();
    let [pinned, line] = lines[..] else {
        panic!("{lines:?}");
    };
    assert!(pinned.contains('★') && !pinned.contains('#'), "{pinned}");
    for part in ["★", "#plans", "Ask", "again"] {
        assert!(line.contains(part), "{part} in {line}");
    }
    let beginning: String = marked.message["text"]
        .as_str()
        .unwrap()
        .chars()
        .take(5)
        .collect();
    assert!(line.contains(beginning.trim_end()), "{line}");
}
