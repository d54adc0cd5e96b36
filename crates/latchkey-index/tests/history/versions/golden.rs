//! Index folders that each version wrote, kept as files: every later version opens them and shows what they held.
//!
//! `tests/golden/vN` has the folder and a summary of it; nothing is ever changed there; `UPDATE_EXPECTED=1` writes
//! a folder that is not there yet.

use std::path::{Path, PathBuf};
use std::sync::Once;

use latchkey_index::{Index, OwnMarks, Query, SEARCH_FILE, TABLES_FILE};
use latchkey_messages::*;
use serde_json::{Value, json};

use super::earlier;
use crate::dump::open_tables;
use crate::fixture::*;

/// What is searched for in each of them.
const SEARCHES: [&str; 7] = [
    "harbour",
    "from:Ana",
    "has:poll",
    "is:starred",
    "plan -tomorrow",
    "привет",
    "in:Hiking has:media",
];

fn golden(version: u32) -> PathBuf {
    let folder = format!("tests/golden/v{version}");
    Path::new(env!("CARGO_MANIFEST_DIR")).join(folder)
}

fn some(text: &str) -> Option<String> {
    Some(text.to_owned())
}

/// A group and a chat with a little of many things.
fn phone() -> Phone {
    let mut phone = Phone::new();
    let ana = phone.person("34600111222", Some("Ana"));
    let bo = phone.person("4915112345678", None);
    let group = phone.group("Hiking");
    let chat = phone.chat_with(ana);
    let says = |phone: &mut Phone, at: i64, kind: Kind, content: Content| {
        let message = phone.says(group, Some(ana), at, "words");
        message.kind = kind;
        message.content = Some(Box::new(content));
    };
    phone.says(group, Some(ana), 0, "Shall we meet at the harbour?");
    let reply = phone.says(group, None, 1000, "Yes, here is the plan");
    reply.starred = true;
    let photo = phone.says(group, Some(bo), 2000, "A caption");
    photo.kind = Kind::Image;
    photo.media = Some(Media {
        path: some("Media/harbour.jpg"),
        mime: some("image/jpeg"),
        width: Some(640),
        height: Some(480),
        ..Media::default()
    });
    says(&mut phone, 3000, Kind::Poll, poll(ana));
    says(&mut phone, 4000, Kind::Location, place());
    let notice = phone.says(group, None, DAY, "");
    (notice.kind, notice.text) = (Kind::System, None);
    notice.system = Some(SystemNotice {
        action: Some(57),
        people: vec![bo],
        new_value: some("later"),
        ..SystemNotice::default()
    });
    phone.says(chat, Some(ana), 5000, "Привет, как дела?");
    phone.says(chat, None, 2 * DAY, "A plan for tomorrow");
    phone.says(chat, Some(ana), 3 * DAY, "日本語の文章 🎉");
    phone
}

fn poll(voter: PersonId) -> Content {
    let option = |text: &str| PollOption {
        text: text.to_owned(),
        total: Some(1),
    };
    Content::Poll(Poll {
        choices: Some(1),
        ends_at: None,
        options: vec![option("Pasta"), option("Pizza")],
        votes: vec![Vote {
            from_me: false,
            sender: Some(voter),
            at: Some(START),
            options: vec![1],
        }],
    })
}

fn place() -> Content {
    Content::Place(Place {
        at: Some((48.5, -2.25)),
        name: some("Harbour"),
        ..Place::default()
    })
}

/// A mark on a message and one on its chat.
fn put_marks(index: &mut Index) {
    let marks = OwnMarks {
        bookmark: true,
        tags: vec!["Été".to_owned(), "plans".to_owned()],
        note: some("Ask again"),
        changed_at: None,
    };
    let chat = index.chats().unwrap()[0].id;
    let message = index.messages(chat, 1, 1).unwrap()[0].id;
    let at = START + 5 * DAY;
    index.set_marks(chat, Some(message), &marks, at).unwrap();
    let pinned = OwnMarks {
        bookmark: true,
        ..OwnMarks::default()
    };
    index.set_marks(chat, None, &pinned, at + 1).unwrap();
}

/// All that a person sees of an index that was opened.
fn summary(index: &Index) -> Value {
    let chats = index.chats().unwrap();
    let messages: Vec<_> = chats
        .iter()
        .map(|chat| index.messages(chat.id, 0, 1000).unwrap())
        .collect();
    let searches: Vec<_> = SEARCHES
        .iter()
        .map(|text| {
            let query = Query {
                text: (*text).to_owned(),
                limit: 50,
                ..Query::default()
            };
            json!({"text": text, "found": index.search(&query).unwrap()})
        })
        .collect();
    let mut summary = json!({
        "chats": chats,
        "messages": messages,
        "people": index.people().unwrap(),
        "calls": index.calls(0, 100).unwrap(),
        "imports": index.imports().unwrap(),
        "searches": searches,
    });
    let rows: Vec<_> = messages
        .iter()
        .flatten()
        .filter_map(|message| index.source_row(message.id).unwrap())
        .collect();
    let marks = index.export_marks(&[]).unwrap();
    if !marks.is_empty() {
        summary["marks"] = json!(marks);
    }
    if !rows.is_empty() {
        summary["rows"] = json!(rows);
    }
    summary
}

fn bytes(folder: &Path) -> Vec<(String, Vec<u8>)> {
    let entries = std::fs::read_dir(folder).unwrap();
    let mut files: Vec<_> = entries
        .map(|entry| {
            let entry = entry.unwrap();
            let name = entry.file_name().into_string().unwrap();
            (name, std::fs::read(entry.path()).unwrap())
        })
        .collect();
    files.sort();
    files
}

/// The databases of a version, in a folder of their own.
fn copy_of(version: u32) -> tempfile::TempDir {
    let copy = tempfile::tempdir().unwrap();
    for file in [TABLES_FILE, SEARCH_FILE] {
        let from = golden(version).join(file);
        if from.exists() {
            std::fs::copy(from, copy.path().join(file)).unwrap();
        }
    }
    copy
}

fn expected(version: u32) -> Value {
    let text = std::fs::read_to_string(golden(version).join("summary.json")).unwrap();
    serde_json::from_str(&text).unwrap()
}

/// The version of the tables in a folder.
fn version_of(folder: &Path) -> u32 {
    let version = "PRAGMA user_version";
    let tables = open_tables(folder);
    tables.query_row(version, [], |row| row.get(0)).unwrap()
}

/// Every version that there was, up to the one that is written now; each has its folder.
fn versions() -> Vec<u32> {
    static WRITTEN: Once = Once::new();
    let (dir, mut index) = indexed(&phone());
    put_marks(&mut index);
    drop(index);
    let folder = dir.path().join("index");
    let current = version_of(&folder);
    WRITTEN.call_once(|| {
        if std::env::var_os("UPDATE_EXPECTED").is_some() {
            keep(1, earlier::version_1_with_more().path());
            keep(current, &folder);
        }
    });
    let versions: Vec<u32> = (1..100)
        .filter(|version| golden(*version).exists())
        .collect();
    let every: Vec<u32> = (1..=current).collect();
    assert_eq!(
        versions, every,
        "UPDATE_EXPECTED=1 writes one that is missing"
    );
    versions
}

#[test]
fn an_index_of_every_version_opens_and_shows_what_it_held() {
    for version in versions() {
        let before = bytes(&golden(version));
        let copy = copy_of(version);
        let index = Index::open(copy.path(), &key()).unwrap();
        assert_eq!(summary(&index), expected(version), "version {version}");
        let report = index.verify().unwrap();
        assert!(report.is_good(), "version {version}: {report:?}");
        assert!(bytes(&golden(version)) == before, "it was only copied");
    }
}

#[test]
fn whoever_only_reads_an_index_of_any_version_sees_the_same() {
    for version in versions() {
        let copy = copy_of(version);
        let index = Index::open_read_only(copy.path(), &key()).unwrap();
        let expected = expected(version);
        let chats = index.chats().unwrap();
        assert_eq!(serde_json::to_value(&chats).unwrap(), expected["chats"]);
        for (n, chat) in chats.iter().enumerate() {
            let messages = index.messages(chat.id, 0, 1000).unwrap();
            let messages = serde_json::to_value(messages).unwrap();
            assert_eq!(messages, expected["messages"][n], "version {version}");
        }
    }
}

/// Puts a closed index into its folder, with a summary of a copy of it as it is opened now.
fn keep(version: u32, from: &Path) {
    let folder = golden(version);
    if folder.exists() {
        return;
    }
    std::fs::create_dir_all(&folder).unwrap();
    for file in [TABLES_FILE, SEARCH_FILE] {
        if from.join(file).exists() {
            std::fs::copy(from.join(file), folder.join(file)).unwrap();
        }
    }
    let copy = copy_of(version);
    let index = Index::open(copy.path(), &key()).unwrap();
    let mut text = serde_json::to_string_pretty(&summary(&index)).unwrap();
    text.push('\n');
    std::fs::write(folder.join("summary.json"), text).unwrap();
}
