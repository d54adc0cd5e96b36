//! The records of JSON and JSON Lines: the fields of `messages --json`, and what a reader needs to have it all again.
//!
//! `schema/latchkey-export-1.schema.json` describes each of them; tests hold what is written against it.

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use latchkey_index::{
    ChatFacts, ChatRow, MemberRow, MissingReason, OwnMarks, PersonRow, ReceiptRow, StoredParts,
    WalkedCall,
};
use latchkey_messages::NameSource;
use serde::Serialize;

use crate::error::FormatError;
use crate::format::{ChatHead, Entry, FileHere, Named, Run};

/// The schema, which goes along with every export.
pub(super) const SCHEMA: &[u8] = include_bytes!("../../schema/latchkey-export-1.schema.json");

/// What a message has beside its row.
#[derive(Serialize)]
struct Beside<'m> {
    #[serde(skip_serializing_if = "Option::is_none")]
    key: Option<&'m str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    source_kind: Option<i64>,
    #[serde(skip_serializing_if = "Option::is_none")]
    offset_minutes: Option<i32>,
    sources: Vec<i64>,
    #[serde(skip_serializing_if = "<[_]>::is_empty")]
    receipts: &'m [ReceiptRow],
    #[serde(skip_serializing_if = "Option::is_none")]
    media_sha256: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    file: Option<File<'m>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    thumbnail: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    stored: Option<&'m StoredParts>,
}

/// What became of a message's file.
#[derive(Serialize)]
#[serde(untagged)]
enum File<'m> {
    Here {
        path: &'m str,
        sha256: String,
        bytes: u64,
        mime: &'m str,
        #[serde(skip_serializing_if = "std::ops::Not::not")]
        unverified: bool,
    },
    Missing {
        missing: MissingReason,
    },
    LeftOut {
        left_out: bool,
    },
}

#[derive(Serialize)]
struct Person<'m> {
    #[serde(flatten)]
    row: &'m PersonRow,
    names: Vec<Name<'m>>,
}

#[derive(Serialize)]
struct Name<'m> {
    source: NameSource,
    name: &'m str,
}

#[derive(Serialize)]
struct Chat<'m> {
    #[serde(flatten)]
    row: &'m ChatRow,
    #[serde(flatten)]
    facts: &'m ChatFacts,
    number: u32,
    members: &'m [MemberRow],
    #[serde(skip_serializing_if = "Option::is_none")]
    own_marks: Option<&'m OwnMarks>,
}

#[derive(Serialize)]
struct Call<'m> {
    #[serde(flatten)]
    row: &'m latchkey_index::CallRow,
    key: &'m str,
    #[serde(skip_serializing_if = "Option::is_none")]
    chat: Option<latchkey_index::ChatId>,
}

/// Writes a message as one JSON object without a line end into `line`, which is emptied first.
pub(super) fn message(
    entry: &Entry<'_>,
    run: &Run<'_>,
    line: &mut Vec<u8>,
) -> Result<(), FormatError> {
    let walked = entry.message;
    let sha256 = walked.row.media.as_ref().and_then(|media| media.sha256);
    let beside = Beside {
        key: walked.key.as_deref(),
        source_kind: walked.raw_kind,
        offset_minutes: entry.local.map(|local| local.offset_minutes()),
        sources: run.sources(walked.row.id).collect(),
        receipts: &walked.receipts,
        media_sha256: sha256.map(hex::encode),
        file: file(&entry.file),
        thumbnail: walked.thumbnail.as_ref().map(|jpeg| STANDARD.encode(jpeg)),
        stored: walked.stored.as_deref(),
    };
    line.clear();
    // Two objects made one: quicker than a flattened one, and the order of the fields is theirs.
    serde_json::to_writer(&mut *line, &walked.row)?;
    line.pop();
    let seam = line.len();
    serde_json::to_writer(&mut *line, &beside)?;
    if let Some(brace) = line.get_mut(seam) {
        *brace = b',';
    }
    escape(line);
    Ok(())
}

fn file<'m>(file: &FileHere<'m>) -> Option<File<'m>> {
    match file {
        FileHere::At(placed) => Some(File::Here {
            path: &placed.path,
            sha256: hex::encode(placed.sha256),
            bytes: placed.bytes,
            mime: placed.mime,
            unverified: placed.unverified,
        }),
        FileHere::Missing(missing) => Some(File::Missing { missing: *missing }),
        FileHere::LeftOut => Some(File::LeftOut { left_out: true }),
        FileHere::None | FileHere::NotChosen | FileHere::Waiting(_) => None,
    }
}

pub(super) fn person(named: &Named, line: &mut Vec<u8>) -> Result<(), FormatError> {
    let names = named.names.iter().map(|(source, name)| Name {
        source: *source,
        name,
    });
    whole(
        &Person {
            row: &named.row,
            names: names.collect(),
        },
        line,
    )
}

pub(super) fn chat(head: &ChatHead<'_>, line: &mut Vec<u8>) -> Result<(), FormatError> {
    whole(
        &Chat {
            row: head.row,
            facts: head.facts,
            number: head.number,
            members: head.members,
            own_marks: head.own_marks,
        },
        line,
    )
}

pub(super) fn call(call: &WalkedCall, line: &mut Vec<u8>) -> Result<(), FormatError> {
    whole(
        &Call {
            row: &call.row,
            key: &call.key,
            chat: call.chat,
        },
        line,
    )
}

fn whole(value: &impl Serialize, line: &mut Vec<u8>) -> Result<(), FormatError> {
    line.clear();
    serde_json::to_writer(&mut *line, value)?;
    escape(line);
    Ok(())
}

/// Signs that are letters in JSON and the end of a line, or nothing, for some who read it: they are written as escapes.
/// They stand in strings only, so that they can be replaced anywhere.
fn escape(line: &mut Vec<u8>) {
    const SIGNS: [(&[u8], &[u8]); 3] = [
        ("\u{2028}".as_bytes(), b"\\u2028"),
        ("\u{2029}".as_bytes(), b"\\u2029"),
        ("\u{feff}".as_bytes(), b"\\ufeff"),
    ];
    let begins = |byte: &u8| matches!(*byte, 0xe2 | 0xef);
    let Some(first) = line.iter().position(begins) else {
        return;
    };
    let has = |sign: &[u8]| {
        line.get(first..)
            .is_some_and(|rest| rest.windows(3).any(|w| w == sign))
    };
    if !SIGNS.iter().any(|(sign, _)| has(sign)) {
        return;
    }
    let mut escaped = Vec::with_capacity(line.len() + 32);
    let mut at = 0;
    while let Some(rest) = line.get(at..).filter(|rest| !rest.is_empty()) {
        match SIGNS.iter().find(|(sign, _)| rest.starts_with(sign)) {
            Some((sign, instead)) => {
                escaped.extend_from_slice(instead);
                at += sign.len();
            }
            None => {
                escaped.extend(rest.first());
                at += 1;
            }
        }
    }
    *line = escaped;
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_some_take_for_the_end_of_a_line_is_escaped() {
        let mut line = serde_json::to_vec("a\u{2028}b’…\u{feff}").unwrap();
        escape(&mut line);
        let text = String::from_utf8(line).unwrap();
        assert_eq!(text, "\"a\\u2028b’…\\ufeff\"");
        let back: String = serde_json::from_str(&text).unwrap();
        assert_eq!(back, "a\u{2028}b’…\u{feff}");
    }
}
