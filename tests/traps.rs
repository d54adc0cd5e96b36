//! Every trap in every state of the schema, through the real command: restore, chats, messages, search.
//!
//! What a trap hides must come out: each number of the report is the one that was written, and every word that a trap
//! planted is found by a search and stands on the page that the hit names.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use latchkey_demo::{Expectations, SchemaState, Trap, traps};
use latchkey_tests::cli::{read, restore};
use latchkey_tests::home::Home;
use latchkey_tests::phones::encrypted;
use serde_json::Value;

/// What is wrong with one trap, in words.
type Wrong = Vec<String>;

/// One trap, restored.
struct Sprung {
    home: Home,
    index: PathBuf,
    expected: Expectations,
    wrong: Wrong,
}

impl Sprung {
    fn new(trap: &Trap, schema: SchemaState) -> (Self, Option<Value>) {
        let home = Home::new();
        let index = home.path("work/history");
        let plain = home.path("tmp/plain.db");
        let expected = trap.write(&plain, schema).unwrap();
        let (backup, key) = encrypted(&home, &plain);
        let done = restore(&home, &backup, &key, &index, &[]);
        let wanted = i32::from(trap.damaged);
        let mut sprung = Sprung {
            home,
            index,
            expected,
            wrong: Vec::new(),
        };
        if done.code != Some(wanted) {
            let note = format!("restore ended with {:?}: {}", done.code, done.stderr);
            sprung.wrong.push(note);
        }
        let report = serde_json::from_str(&done.stdout).ok();
        (sprung, report)
    }

    fn differs<T: PartialEq + std::fmt::Debug>(&mut self, what: &str, found: T, expected: T) {
        if found != expected {
            self.wrong
                .push(format!("{what}: {found:?} instead of {expected:?}"));
        }
    }

    fn read(&self, verb: &str, more: &[&str]) -> Option<String> {
        let done = read(&self.home, verb, &self.index, more);
        (done.code == Some(0)).then_some(done.stdout)
    }

    /// The sums hold whatever was lost.
    fn adds_up(&mut self, report: &Value) {
        let number = |name: &str| report[name].as_u64();
        let sum = |name: &str| counts(&report[name]).values().sum::<u64>();
        self.differs(
            "source rows, and messages with those left out",
            number("source_rows"),
            number("messages").map(|messages| messages + sum("left_out")),
        );
        self.differs("sum of kinds", Some(sum("by_kind")), number("messages"));
        let known = number("new").zip(number("already_present"));
        let known = known.map(|(new, present)| new + present);
        self.differs("new and already present", known, number("messages"));
        if let Some(names) = report["unaccounted"].as_array() {
            self.wrong.push(format!("unaccounted: {names:?}"));
        }
    }

    /// Every figure is the one that was written.
    fn says_what_was_written(&mut self, report: &Value) {
        let expected = self.expected.clone();
        let number = |name: &str| report[name].as_u64().unwrap_or(u64::MAX);
        self.differs("source rows", number("source_rows"), expected.source_rows);
        self.differs("messages", number("messages"), expected.messages);
        self.differs("left out", counts(&report["left_out"]), expected.left_out);
        self.differs("folded", counts(&report["folded"]), expected.folded);
        self.differs("kinds", counts(&report["by_kind"]), expected.by_kind);
        self.differs(
            "chats",
            number("chats"),
            expected.chats_with_messages + expected.deleted_chats,
        );
        self.differs("reactions", number("reactions"), expected.reactions);
        self.differs("calls", number("calls"), expected.calls);
        self.differs("people", number("people"), expected.people);
        let media = report["media"]["referenced"].as_u64();
        self.differs("media", media, Some(expected.media_referenced));
        for (table, counts) in report["tables"].as_object().into_iter().flatten() {
            let written = expected.tables.get(table).copied();
            self.differs(table, counts["rows"].as_u64(), written);
        }
    }

    /// Every message stands on a page, and none twice.
    fn every_message_is_on_a_page(&mut self, report: &Value) {
        let Some(chats) = self.read("chats", &[]) else {
            self.wrong.push("chats cannot be read".to_owned());
            return;
        };
        let chats: Value = serde_json::from_str(&chats).unwrap();
        let mut ids = Vec::new();
        for chat in chats.as_array().unwrap() {
            let id = chat["id"].to_string();
            let Some(lines) = self.read("messages", &["--chat", &id, "--limit", "100000"]) else {
                self.wrong.push(format!("chat {id} cannot be read"));
                continue;
            };
            let lines: Vec<Value> = lines
                .lines()
                .map(|line| serde_json::from_str(line).unwrap())
                .collect();
            self.differs(
                &format!("messages of chat {id}"),
                Some(lines.len() as u64),
                chat["messages"].as_u64(),
            );
            ids.extend(lines.iter().filter_map(|line| line["id"].as_u64()));
        }
        let shown = ids.len();
        ids.sort_unstable();
        ids.dedup();
        self.differs("different messages on pages", ids.len(), shown);
        // what is folded into another message has no place of its own
        let folded: u64 = counts(&report["folded"]).values().sum();
        let messages = report["messages"].as_u64().unwrap_or(0);
        let shown = shown as u64;
        if shown > messages || shown + folded < messages {
            self.wrong.push(format!(
                "{shown} on pages, {messages} messages, {folded} folded"
            ));
        }
    }

    /// Each planted word is found in one message; what was deleted is not found.
    fn every_word_is_found(&mut self) {
        let planted = self.expected.needles.iter().map(|word| (word.clone(), 1));
        let absent = self.expected.absent.iter().map(|word| (word.clone(), 0));
        for (word, wanted) in planted.chain(absent).collect::<Vec<_>>() {
            let found = self.read("search", &[&word]);
            let found: Value = found.map_or(Value::Null, |text| {
                serde_json::from_str(&text).unwrap_or_default()
            });
            self.differs(
                &format!("hits of {word}"),
                found["total"].as_u64(),
                Some(wanted),
            );
        }
    }
}

/// An object of numbers.
fn counts(object: &Value) -> BTreeMap<String, u64> {
    object
        .as_object()
        .into_iter()
        .flatten()
        .filter_map(|(name, count)| Some((name.clone(), count.as_u64()?)))
        .collect()
}

fn spring(trap: &Trap, schema: SchemaState) -> Wrong {
    let (mut sprung, report) = Sprung::new(trap, schema);
    let Some(report) = report else {
        return sprung.wrong;
    };
    sprung.adds_up(&report);
    if !trap.damaged {
        sprung.says_what_was_written(&report);
    }
    sprung.every_message_is_on_a_page(&report);
    sprung.every_word_is_found();
    sprung.wrong
}

fn every_trap_comes_out(schema: SchemaState) {
    let mut wrong = String::new();
    for trap in traps().iter().filter(|trap| trap.states.contains(&schema)) {
        for line in spring(trap, schema) {
            wrong.push_str(&format!("{}: {line}\n", trap.name));
        }
    }
    assert!(wrong.is_empty(), "{schema:?}\n{wrong}");
}

#[test]
fn every_trap_of_the_modern_state_comes_out() {
    every_trap_comes_out(SchemaState::Modern);
}

#[test]
fn every_trap_of_the_hybrid_state_comes_out() {
    every_trap_comes_out(SchemaState::Hybrid);
}

#[test]
fn every_trap_of_the_legacy_state_comes_out() {
    every_trap_comes_out(SchemaState::Legacy);
}

#[test]
fn a_trap_is_written_the_same_every_time() {
    let folder = tempfile::tempdir().unwrap();
    for trap in traps() {
        for schema in trap.states {
            let write = |name: &str| {
                let path = folder.path().join(name);
                let expected = trap.write(&path, *schema).unwrap();
                let bytes = std::fs::read(&path).unwrap();
                std::fs::remove_file(Path::new(&path)).unwrap();
                (expected, bytes)
            };
            let (first, second) = (write("one.db"), write("two.db"));
            assert!(first == second, "{} in {schema:?}", trap.name);
        }
    }
}
