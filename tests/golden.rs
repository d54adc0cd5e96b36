//! What a restore and the list of chats say of made-up phones, kept as files and read in review.
//!
//! Rewritten only by `UPDATE_EXPECTED=1`. Times and places that differ from run to run are taken out.

use std::ffi::OsStr;
use std::fs;
use std::path::PathBuf;

use latchkey_demo::{PhoneOptions, SchemaState};
use latchkey_tests::cli::{read, restore};
use latchkey_tests::home::Home;
use latchkey_tests::phones::{phone, plain};
use serde_json::{Value, json};

/// Fields whose values belong to one run.
const UNSTABLE: &[&str] = &["seconds", "path", "index", "backup", "fingerprint", "id"];

fn stable(value: Value) -> Value {
    match value {
        Value::Object(fields) => fields
            .into_iter()
            .filter(|(name, _)| !UNSTABLE.contains(&name.as_str()))
            .map(|(name, value)| (name, stable(value)))
            .collect(),
        Value::Array(items) => items.into_iter().map(stable).collect(),
        other => other,
    }
}

/// One chat a line, so that a change reads as a line.
fn written(report: &Value, chats: &Value) -> String {
    let mut out = format!(
        "{{\n\"report\": {},\n\"chats\": [\n",
        serde_json::to_string_pretty(report).unwrap()
    );
    let lines: Vec<String> = chats
        .as_array()
        .unwrap()
        .iter()
        .map(Value::to_string)
        .collect();
    out.push_str(&lines.join(",\n"));
    out.push_str("\n]\n}\n");
    out
}

fn the_summary_is_the_one_on_file(name: &str, schema: SchemaState, seed: u64) {
    let home = Home::new();
    let options = PhoneOptions {
        seed,
        ..plain(2_500, schema)
    };
    let phone = phone(&home.path("work/phone"), &options);
    let index = home.path("work/history");
    let contacts = phone.contacts.as_os_str();
    let named: &[&OsStr] = &[OsStr::new("--contacts"), contacts];
    let more = if seed == 1 { &[] } else { named };
    let report = restore(&home, &phone.backup, &phone.key_file, &index, more)
        .ended_with(0)
        .json();
    let chats = read(&home, "chats", &index, &[]).ended_with(0).json();
    let found = written(&stable(report), &stable(chats));
    let file = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join(format!("golden/{name}.json"));
    if std::env::var_os("UPDATE_EXPECTED").is_some() {
        fs::create_dir_all(file.parent().unwrap()).unwrap();
        fs::write(&file, &found).unwrap();
    }
    let kept = fs::read_to_string(&file).unwrap_or_default();
    let parsed: Value = serde_json::from_str(&found).unwrap_or(json!(null));
    assert!(!parsed.is_null());
    for (number, (old, new)) in kept.lines().zip(found.lines()).enumerate() {
        assert_eq!(new, old, "{name}.json, line {}", number + 1);
    }
    assert!(kept == found, "{name}.json has another length");
}

#[test]
fn the_summary_of_a_modern_phone_is_the_one_on_file() {
    the_summary_is_the_one_on_file("modern-1", SchemaState::Modern, 1);
}

#[test]
fn the_summary_of_another_modern_phone_with_its_contacts_is_the_one_on_file() {
    the_summary_is_the_one_on_file("modern-7-contacts", SchemaState::Modern, 7);
}

#[test]
fn the_summary_of_a_hybrid_phone_is_the_one_on_file() {
    the_summary_is_the_one_on_file("hybrid-1", SchemaState::Hybrid, 1);
}

#[test]
fn the_summary_of_a_legacy_phone_is_the_one_on_file() {
    the_summary_is_the_one_on_file("legacy-1", SchemaState::Legacy, 1);
}
