//! The list of marks: the last changed first, narrowed by words and by a tag, with every tag counted.

use std::collections::{BTreeMap, HashMap, HashSet};

use rusqlite::Connection;
use serde::Serialize;

use super::{CHAT_ITSELF, own_marks};
use crate::error::QueryError;
use crate::import::identity::Key;
use crate::index::Index;
use crate::pages::mentions::Digits;
use crate::rows::{ChatId, MarkedRow, MessageId, OwnMarks, TagCount};
use crate::schema::{self, flag};
use crate::search::Begun;
use crate::tokens::Tokenizer;

/// Characters of a message's text that a row shows.
const BEGINNING: usize = 200;

/// What to list.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct MarksQuery {
    /// Words that note, tags, the beginning of the message's text or the chat's name have to have: each may be begun,
    /// case and accents do not matter. Empty: every mark.
    pub text: String,
    /// Only with this tag, whatever its case and accents.
    pub tag: Option<String>,
    /// Nothing of these chats is listed or counted.
    pub without: Vec<ChatId>,
    /// How many of the first rows to skip.
    pub offset: u32,
    /// How many rows to give back.
    pub limit: u32,
}

/// A page of marks.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub struct MarksPage {
    /// Marks that fit.
    pub total: u64,
    /// The page.
    pub marked: Vec<MarkedRow>,
    /// Every tag there is, whatever is asked for, the most used first.
    pub tags: Vec<TagCount>,
}

impl Index {
    /// A page of the marks, the last changed first.
    ///
    /// # Errors
    /// What reading the tables meets.
    pub fn marks(&self, query: &MarksQuery) -> Result<MarksPage, QueryError> {
        let mut tokenizer = Tokenizer::new();
        let mut marks = every(&self.tables, &query.without)?;
        let tags = counted(&marks, &tokenizer);
        if let Some(tag) = &query.tag {
            let wanted = tokenizer.folded(tag.trim());
            marks.retain(|mark| has_tag(mark, |tag| tokenizer.folded(tag) == wanted));
        }
        let mut rows = Rows::new(&self.tables);
        let page = query.offset as usize..;
        if query.text.trim().is_empty() {
            let total = marks.len() as u64;
            let page = marks.into_iter().skip(page.start);
            let marked = page
                .take(query.limit as usize)
                .map(|mark| rows.row(mark))
                .collect::<rusqlite::Result<_>>()?;
            return Ok(MarksPage {
                total,
                marked,
                tags,
            });
        }
        let mut begun = Begun::new(&query.text, &mut tokenizer);
        let mut found = Vec::new();
        for mark in marks {
            let row = rows.row(mark)?;
            if begun.are_in(&words(&row)) {
                found.push(row);
            }
        }
        let total = found.len() as u64;
        let page = found.into_iter().skip(page.start);
        Ok(MarksPage {
            total,
            marked: page.take(query.limit as usize).collect(),
            tags,
        })
    }

    /// Every mark, to be written down elsewhere: by chat, those of the chat itself first, then in the order of messages.
    /// Nothing of the chats in `without`.
    ///
    /// # Errors
    /// What reading the tables meets.
    pub fn export_marks(&self, without: &[ChatId]) -> Result<Vec<MarkedRow>, QueryError> {
        let mut rows = Rows::new(&self.tables);
        let mut marks = every(&self.tables, without)?
            .into_iter()
            .map(|mark| rows.row(mark))
            .collect::<rusqlite::Result<Vec<_>>>()?;
        marks.sort_by_key(|row| (row.chat, row.position, row.message));
        Ok(marks)
    }
}

/// A mark as it is stored.
struct Mark {
    message: i64,
    chat: ChatId,
    marks: OwnMarks,
}

/// Every mark but those in some chats, the last changed first.
fn every(tables: &Connection, without: &[ChatId]) -> rusqlite::Result<Vec<Mark>> {
    let without: HashSet<ChatId> = without.iter().copied().collect();
    let mut statement = tables.prepare_cached(
        "SELECT chat, bookmark, tags, note, changed_at, message FROM own_mark ORDER BY message, chat",
    )?;
    let rows = statement.query_map([], |row| {
        Ok(Mark {
            message: row.get(5)?,
            chat: ChatId(row.get(0)?),
            marks: own_marks(row)?,
        })
    })?;
    let mut marks: Vec<Mark> = rows
        .filter(|mark| {
            mark.as_ref()
                .map_or(true, |mark| !without.contains(&mark.chat))
        })
        .collect::<rusqlite::Result<_>>()?;
    marks.sort_by_key(|mark| std::cmp::Reverse(mark.marks.changed_at));
    Ok(marks)
}

fn has_tag(mark: &Mark, fits: impl Fn(&str) -> bool) -> bool {
    mark.marks.tags.iter().any(|tag| fits(tag))
}

/// Tags that differ only in case or accents are one, as the last changed mark has it.
fn counted(marks: &[Mark], tokenizer: &Tokenizer) -> Vec<TagCount> {
    let mut counts: BTreeMap<String, TagCount> = BTreeMap::new();
    for tag in marks.iter().flat_map(|mark| &mark.marks.tags) {
        let count = counts.entry(tokenizer.folded(tag));
        let count = count.or_insert_with(|| TagCount {
            tag: tag.clone(),
            count: 0,
        });
        count.count += 1;
    }
    let mut tags: Vec<TagCount> = counts.into_values().collect();
    tags.sort_by_key(|tag| std::cmp::Reverse(tag.count));
    tags
}

/// The messages, by id, that have a mark which `fits`, but those in some chats.
fn messages_with(
    tables: &Connection,
    without: &[ChatId],
    fits: impl Fn(&OwnMarks) -> bool,
) -> rusqlite::Result<Vec<i64>> {
    let mut messages: Vec<i64> = every(tables, without)?
        .into_iter()
        .filter(|mark| mark.message != CHAT_ITSELF && fits(&mark.marks))
        .map(|mark| mark.message)
        .collect();
    messages.sort_unstable();
    Ok(messages)
}

/// What a search asks of marks.
pub(crate) enum Asked<'a> {
    Bookmark,
    Note,
    /// This tag; where there is none, one that begins so.
    Tag(&'a str),
}

/// The messages that have a mark, by id. Nothing of the chats in `without`: whether one of them has a tag would be told by
/// which of two answers it gets.
pub(crate) fn messages_with_marks(
    tables: &Connection,
    asked: &Asked<'_>,
    tokenizer: &Tokenizer,
    without: &[ChatId],
) -> rusqlite::Result<Vec<i64>> {
    match asked {
        Asked::Bookmark => messages_with(tables, without, |marks| marks.bookmark),
        Asked::Note => messages_with(tables, without, |marks| marks.note.is_some()),
        Asked::Tag(tag) => {
            let wanted = tokenizer.folded(tag.trim());
            let with = |fits: &dyn Fn(&str) -> bool| {
                let any = |marks: &OwnMarks| {
                    let mut tags = marks.tags.iter();
                    tags.any(|tag| fits(&tokenizer.folded(tag)))
                };
                messages_with(tables, without, any)
            };
            let exact = with(&|tag| tag == wanted)?;
            if exact.is_empty() {
                return with(&|tag| tag.starts_with(&wanted));
            }
            Ok(exact)
        }
    }
}

/// What a row is found by.
fn words(row: &MarkedRow) -> String {
    let texts = [&row.marks.note, &row.text, &row.chat_name];
    let texts = texts.into_iter().flatten().map(String::as_str);
    let words: Vec<&str> = texts
        .chain(row.marks.tags.iter().map(String::as_str))
        .collect();
    words.join("\n")
}

/// Reads what a mark is on.
struct Rows<'a> {
    tables: &'a Connection,
    digits: Digits<'a>,
    names: HashMap<ChatId, Option<String>>,
}

impl<'a> Rows<'a> {
    fn new(tables: &'a Connection) -> Self {
        Self {
            tables,
            digits: Digits::new(tables),
            names: HashMap::new(),
        }
    }

    fn row(&mut self, mark: Mark) -> rusqlite::Result<MarkedRow> {
        let chat = MarkedRow {
            chat: mark.chat,
            chat_name: self.name(mark.chat)?,
            marks: mark.marks,
            ..MarkedRow::default()
        };
        if mark.message == CHAT_ITSELF {
            return Ok(chat);
        }
        let mut statement = self.tables.prepare_cached(
            "SELECT m.flags, m.kind, m.sent_at, m.key, substr(unpack(m.text), 1, ?2), coalesce(p.name, '+' || p.phone),
               run.position + m.id - run.first
             FROM message m JOIN run ON run.first = (SELECT max(first) FROM run WHERE first <= m.id)
               LEFT JOIN person p ON p.id = m.sender WHERE m.id = ?1",
        )?;
        // More than is shown: digits of mentions are longer than the names in their places may be.
        let mut rows = statement.query([mark.message, 4 * BEGINNING as i64])?;
        let Some(row) = rows.next()? else {
            return Ok(chat);
        };
        let text = row.get::<_, Option<String>>(4)?;
        let text = text.map(|text| self.digits.named(text)).transpose()?;
        Ok(MarkedRow {
            message: Some(MessageId(mark.message)),
            position: row.get::<_, i64>(6)?.try_into().ok(),
            key: Key::read(row.get_ref(3)?).unpack(),
            sent_at: row.get(2)?,
            from_me: row.get::<_, i64>(0)? & flag::FROM_ME != 0,
            sender_name: row.get(5)?,
            kind: Some(schema::kind(row.get(1)?)),
            text: text.map(|text| text.chars().take(BEGINNING).collect()),
            ..chat
        })
    }

    fn name(&mut self, chat: ChatId) -> rusqlite::Result<Option<String>> {
        if let Some(name) = self.names.get(&chat) {
            return Ok(name.clone());
        }
        let mut statement = self.tables.prepare_cached(
            "SELECT coalesce(c.subject, p.name, '+' || p.phone) FROM chat c LEFT JOIN person p ON p.id = c.peer
             WHERE c.id = ?1",
        )?;
        let mut rows = statement.query([chat.0])?;
        let name = match rows.next()? {
            Some(row) => row.get(0)?,
            None => None,
        };
        self.names.insert(chat, name.clone());
        Ok(name)
    }
}
