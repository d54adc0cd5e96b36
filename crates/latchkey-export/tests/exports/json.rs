//! JSON and JSON Lines: they hold everything, and are what their schema says.

use latchkey_export::{Chats, Choice, FormatName, MediaChoice, NameChoice, estimate};
use serde_json::{Value, json};

use crate::desk::*;
use crate::schema::{properties, wrong_with, wrong_with_record};

#[test]
fn every_line_is_what_the_schema_says_and_every_message_is_there_once() {
    let desk = Desk::with(1_500);
    let report = desk.export("out", everything(FormatName::Jsonl));
    assert!(report.counts.add_up());
    let files = files(&report.path);
    for (file, name) in [
        ("messages.jsonl", "message"),
        ("people.jsonl", "person"),
        ("chats.jsonl", "chat"),
        ("calls.jsonl", "call"),
    ] {
        let known = properties(name);
        let records = lines(&files[file]);
        assert!(!records.is_empty(), "{file}");
        for record in &records {
            assert_eq!(wrong_with_record(name, record), None, "{file}: {record}");
            for field in record.as_object().unwrap().keys() {
                assert!(known.contains(field), "{file}: {field} is not described");
            }
        }
    }
    let history = desk.history();
    let index = history.index();
    let messages = lines(&files["messages.jsonl"]);
    let mut next = messages.iter();
    for chat in index.chats().unwrap() {
        for row in index.messages(chat.id, 0, u32::MAX).unwrap() {
            let exported = next.next().unwrap();
            // By way of text, as the export went: a number is read as near as serde_json reads it.
            let text = serde_json::to_string(&row).unwrap();
            let shown: Value = serde_json::from_str(&text).unwrap();
            for (name, value) in shown.as_object().unwrap() {
                assert_eq!(&exported[name], value, "{name} of {row:?}");
            }
            let receipts = index.receipts(row.id).unwrap();
            let written = exported.get("receipts").cloned().unwrap_or(json!([]));
            assert_eq!(written, serde_json::to_value(&receipts).unwrap());
        }
    }
    assert!(next.next().is_none());
    assert_eq!(messages.len() as u64, report.counts.written);
}

#[test]
fn json_and_json_lines_hold_the_same() {
    let desk = Desk::with(600);
    let one = desk.export("json", everything(FormatName::Json));
    let other = desk.export("jsonl", everything(FormatName::Jsonl));
    let (json, jsonl) = (files(&one.path), files(&other.path));
    let whole: Value = serde_json::from_slice(&json["export.json"]).unwrap();
    assert_eq!(wrong_with(&whole), None);
    let mut messages = Vec::new();
    let mut chats = whole["chats"].as_array().unwrap().clone();
    for chat in &mut chats {
        let own = chat
            .as_object_mut()
            .unwrap()
            .remove("message_list")
            .unwrap();
        messages.extend(own.as_array().unwrap().clone());
    }
    assert_eq!(messages, lines(&jsonl["messages.jsonl"]));
    assert_eq!(chats, lines(&jsonl["chats.jsonl"]));
    assert_eq!(whole["people"], json!(lines(&jsonl["people.jsonl"])));
    assert_eq!(whole["calls"], json!(lines(&jsonl["calls.jsonl"])));
    assert_eq!(one.counts, other.counts);
}

#[test]
fn files_lie_beside_once_each_and_are_named_in_their_messages() {
    let desk = Desk::with(1_500);
    let report = desk.export("out", everything(FormatName::Jsonl));
    let files = files(&report.path);
    let mut here = 0;
    for message in lines(&files["messages.jsonl"]) {
        if let Some(path) = message["file"]["path"].as_str() {
            here += 1;
            let bytes = &files[path];
            assert_eq!(message["file"]["bytes"], bytes.len());
        }
    }
    assert!(here > 0);
    assert_eq!((here, report.media.written), (report.media.written, here));
    let without = desk.export(
        "without",
        latchkey_export::ExportRequest {
            media: MediaChoice::None,
            ..everything(FormatName::Jsonl)
        },
    );
    assert_eq!(without.media.written + without.media.missing, 0);
}

#[test]
fn a_choice_takes_what_it_says_and_the_estimate_knows_it() {
    let desk = Desk::with(1_500);
    let history = desk.history();
    let chat = history.index().chats().unwrap().remove(0).id;
    let mut request = everything(FormatName::Jsonl);
    request.choice = Choice {
        chats: Chats::These(vec![chat]),
        kinds: vec![latchkey_messages::Kind::Text],
        ..Choice::default()
    };
    request.names = NameChoice::Numbers;
    let plan = desk.plan(request.clone());
    let out = desk.path("out");
    let estimated = estimate(&history, &plan, &out, &mut |_| {
        std::ops::ControlFlow::Continue(())
    });
    let estimated = estimated.unwrap();
    let report = desk.export("out", request);
    assert_eq!(estimated.messages, report.counts.written);
    assert_eq!(estimated.by_kind, report.counts.by_kind);
    let files = files(&report.path);
    for message in lines(&files["messages.jsonl"]) {
        assert_eq!(
            (&message["chat"], &message["kind"]),
            (&json!(chat), &json!("text"))
        );
        let name = message.get("sender_name").and_then(Value::as_str);
        assert!(name.is_none_or(|name| name.starts_with('+')), "{name:?}");
    }
}

#[test]
fn whoever_gets_one_chat_gets_its_people_and_not_the_address_book() {
    let desk = Desk::with(1_500);
    let history = desk.history();
    let chats = history.index().chats().unwrap();
    let chat = chats
        .into_iter()
        .find(|chat| chat.person.is_some())
        .unwrap();
    let mut request = everything(FormatName::Jsonl);
    request.choice.chats = Chats::These(vec![chat.id]);
    let report = desk.export("out", request);
    let files = files(&report.path);
    let people = lines(&files["people.jsonl"]);
    let ids: Vec<_> = people.iter().map(|person| person["id"].clone()).collect();
    assert_eq!(ids, [json!(chat.person)]);
    assert_eq!(report.counts.people, 1);
    let everyone = desk.export("everyone", everything(FormatName::Jsonl));
    assert!(everyone.counts.people > 1);
}
