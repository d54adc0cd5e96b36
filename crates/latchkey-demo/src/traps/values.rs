//! What stands in a column: bytes for text, numbers for text, impossible times, broken text, hostile names.

use std::path::Path;

use super::sketch::{Outcome, Sketch};
use crate::Expectations;
use crate::draft::{Body, FileDraft, FileKind, MentionDraft, NoticeDraft};
use crate::tables::SchemaState;

/// Text columns that hold bytes, and number columns that hold bytes that spell a number.
pub(super) fn bytes(path: &Path, schema: SchemaState) -> Outcome<Expectations> {
    let mut sketch = Sketch::new(path, schema)?;
    let ana = sketch.person("Ana")?;
    let chat = sketch.chat(ana)?;
    let row = sketch.text(chat, Some(ana), "bytes that are text: puddlewren")?;
    let (table, text) = sketch.table();
    sketch.sql(
        &format!("UPDATE {table} SET {text} = CAST({text} AS BLOB) WHERE _id = ?1"),
        [row],
    )?;
    let row = sketch.text(chat, Some(ana), "a time of bytes: gritstone")?;
    sketch.sql(
        &format!("UPDATE {table} SET timestamp = CAST(timestamp AS BLOB) WHERE _id = ?1"),
        [row],
    )?;
    // bytes that are no text at all are none
    let row = sketch.text(chat, Some(ana), "will be overwritten")?;
    sketch.sql(
        &format!("UPDATE {table} SET {text} = x'00FF00FE0001FFD8FF8081828384' WHERE _id = ?1"),
        [row],
    )?;
    sketch.plant(&["puddlewren", "gritstone"]);
    sketch.finish()
}

/// Columns declared STRING give names of digits back as numbers.
pub(super) fn affinity(path: &Path, schema: SchemaState) -> Outcome<Expectations> {
    let mut sketch = Sketch::new(path, schema)?;
    let lid = sketch.lid();
    let agent = sketch.person_of(crate::draft::PersonDraft {
        lid: Some(lid),
        name: Some("007".to_owned()),
        ..crate::draft::PersonDraft::default()
    })?;
    let group = sketch.group("Numbers", &[agent])?;
    let digits = sketch.writer.mention_digits(agent);
    let mut draft = sketch.draft(
        group,
        None,
        Body::Text(format!("@{digits} knows the word velourpine")),
    );
    draft.mentions = vec![MentionDraft::Person(agent)];
    sketch.put(&draft)?;
    let notice = NoticeDraft {
        name: Some("1e3".to_owned()),
        ..NoticeDraft::of(169)
    };
    sketch.body(group, Some(agent), Body::Notice(notice))?;
    sketch.plant(&["velourpine"]);
    sketch.finish()
}

/// Times that are none, and one in seconds.
pub(super) fn times(path: &Path, schema: SchemaState) -> Outcome<Expectations> {
    let mut sketch = Sketch::new(path, schema)?;
    let ana = sketch.person("Ana")?;
    let chat = sketch.chat(ana)?;
    for (at, word) in [
        (i64::MAX, "zenithloom"),
        (i64::MIN, "nadirloom"),
        (0, "epochbarge"),
        (-1, "minusbarge"),
        (-5_000_000_000_000, "ancientbarge"),
        (1_709_287_200, "secondshand"),
        (9_999_999_999_999, "distantbarge"),
    ] {
        let mut draft = sketch.draft(chat, Some(ana), Body::Text(format!("when is {word}?")));
        draft.at = at;
        sketch.put(&draft)?;
        sketch.plant(&[word]);
    }
    let row = sketch.text(chat, Some(ana), "no time at all: voidlantern")?;
    let (table, _) = sketch.table();
    sketch.sql(
        &format!("UPDATE {table} SET timestamp = NULL, received_timestamp = NULL WHERE _id = ?1"),
        [row],
    )?;
    sketch.expected().undated += 1;
    sketch.plant(&["voidlantern"]);
    sketch.finish()
}

/// Bytes that no UTF-8 has, a NUL in the middle, half of a surrogate pair, marks that turn the direction.
pub(super) fn broken_text(path: &Path, schema: SchemaState) -> Outcome<Expectations> {
    let mut sketch = Sketch::new(path, schema)?;
    let ana = sketch.person("Ana")?;
    let chat = sketch.chat(ana)?;
    let (table, text) = sketch.table();
    for (word, broken) in [
        ("gannetmoor", &b"\xFF\xFE"[..]),
        ("saffronlea", b"\0"),
        ("pikestaffe", b"\xED\xA0\xBD"),
        ("linnetbrow", b"\xC3"),
        ("cobblewharf", "\u{202E}\u{2028}\u{200F}".as_bytes()),
        (
            "teaselcroft",
            "\u{1F468}\u{200D}\u{1F469}\u{FE0F}".as_bytes(),
        ),
    ] {
        let row = sketch.text(chat, Some(ana), "will be overwritten")?;
        let mut bytes = b"before ".to_vec();
        bytes.extend_from_slice(broken);
        bytes.extend_from_slice(format!(" after {word}").as_bytes());
        sketch.sql(
            &format!("UPDATE {table} SET {text} = CAST(?2 AS TEXT) WHERE _id = ?1"),
            (row, bytes),
        )?;
        sketch.plant(&[word]);
    }
    sketch.finish()
}

/// A text of a megabyte: found by its last word, shown and paged like any other.
pub(super) fn long_text(path: &Path, schema: SchemaState) -> Outcome<Expectations> {
    let mut sketch = Sketch::new(path, schema)?;
    let ana = sketch.person("Ana")?;
    let chat = sketch.chat(ana)?;
    let mut words = "and so on and on, ".repeat(60_000);
    words.push_str("until the end: baytreelock");
    sketch.text(chat, Some(ana), &words)?;
    sketch.text(
        chat,
        Some(ana),
        &format!("{}wordlesscliff", "x".repeat(300_000)),
    )?;
    sketch.text(chat, Some(ana), "short: orchardkey")?;
    sketch.plant(&["baytreelock", "orchardkey"]);
    sketch.finish()
}

/// File names that want to leave the folder, or that no system can have.
pub(super) fn hostile_names(path: &Path, schema: SchemaState) -> Outcome<Expectations> {
    let mut sketch = Sketch::new(path, schema)?;
    let ana = sketch.person("Ana")?;
    let chat = sketch.chat(ana)?;
    let long = format!("Media/WhatsApp Documents/{}.pdf", "ö".repeat(400));
    for (index, file_path) in [
        "../../../../etc/passwd",
        "/etc/shadow",
        "/storage/emulated/0/WhatsApp/Media/IMG-1.jpg",
        "Media/WhatsApp Images/../../../key.txt",
        "Media\\WhatsApp Images\\..\\..\\key.txt",
        "C:\\Windows\\win.ini",
        "Media/WhatsApp Documents/CON",
        "Media/WhatsApp Documents/trailing. ",
        "Media/WhatsApp Documents/file.",
        "file:///etc/passwd",
        "",
        long.as_str(),
    ]
    .into_iter()
    .enumerate()
    {
        let file = FileDraft {
            path: Some(file_path.to_owned()),
            mime: "application/pdf".to_owned(),
            name: Some(format!("../..//report {index}\u{202E}fdp.exe")),
            size: 1,
            ..FileDraft::default()
        };
        sketch.body(
            chat,
            Some(ana),
            Body::File {
                kind: FileKind::Document,
                caption: Some(format!("paper {index}: lodestoneford{index}x")),
                file,
            },
        )?;
        sketch.writer.plant(&format!("lodestoneford{index}x"));
    }
    sketch.finish()
}
