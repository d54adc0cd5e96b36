//! The person's own bookmarks, tags and notes on messages and chats: written here, never by an import.

mod list;

use rusqlite::{Connection, OptionalExtension, Row, TransactionBehavior, params};

use crate::cipher::Access;
use crate::error::{QueryError, SetMarksError, UpdateError};
use crate::index::Index;
use crate::pages::place_of;
use crate::rows::{ChatId, MarkedRow, MessageId, OwnMarks};
use crate::tokens::Tokenizer;

pub(crate) use list::{Asked, messages_with_marks};
pub use list::{MarksPage, MarksQuery};

/// Characters that a note has at the most.
pub const MOST_NOTE: usize = 10_000;
/// Characters that a tag has at the most.
pub const MOST_TAG: usize = 50;
/// Tags that a message or a chat has at the most.
pub const MOST_TAGS: usize = 20;

/// What stands for a message where the chat itself is marked; ids start at 1.
const CHAT_ITSELF: i64 = 0;
/// Between tags: no tag has it, as it is white space.
const BETWEEN: char = '\n';

/// The marks of messages with ids from one to another: [`own_marks`] reads them.
pub(crate) const OF_SPAN: &str = "SELECT message, bookmark, tags, note, changed_at FROM own_mark
    WHERE message BETWEEN ?1 AND ?2";
const OF_CHATS: &str =
    "SELECT chat, bookmark, tags, note, changed_at FROM own_mark WHERE message = 0";
const OF_ONE: &str = "SELECT chat, bookmark, tags, note, changed_at FROM own_mark
    WHERE message = ?1 AND chat = ?2";

/// The marks in a row of [`OF_SPAN`] and its like.
pub(crate) fn own_marks(row: &Row<'_>) -> rusqlite::Result<OwnMarks> {
    let tags: String = row.get(2)?;
    let tags = tags.split(BETWEEN).filter(|tag| !tag.is_empty());
    Ok(OwnMarks {
        bookmark: row.get(1)?,
        tags: tags.map(str::to_owned).collect(),
        note: row.get(3)?,
        changed_at: row.get(4)?,
    })
}

impl Index {
    /// Replaces what the person put on a message, or on the chat itself; empty marks are taken off. Tags lose the white
    /// space around them, and those that differ only in case or accents become one. Marks that stay as they are keep the
    /// time of their last change. `now`: milliseconds UTC.
    ///
    /// # Errors
    /// [`SetMarksError::NotThere`] for a message that is not in this chat, [`SetMarksError::TooLarge`] over
    /// [`MOST_NOTE`], [`MOST_TAG`] or [`MOST_TAGS`]; else what writing meets. Nothing is changed then.
    pub fn set_marks(
        &mut self,
        chat: ChatId,
        message: Option<MessageId>,
        marks: &OwnMarks,
        now: i64,
    ) -> Result<(), SetMarksError> {
        if self.access == Access::Read {
            return Err(SetMarksError::ReadOnly);
        }
        let marks = tidied(marks)?;
        let immediate = TransactionBehavior::Immediate;
        let transaction = self.tables.transaction_with_behavior(immediate)?;
        if !is_there(&transaction, chat, message)? {
            return Err(SetMarksError::NotThere);
        }
        let at = [message.map_or(CHAT_ITSELF, |message| message.0), chat.0];
        if !is_same(&transaction, at, &marks)? {
            write(&transaction, at, &marks, now)?;
        }
        transaction.commit()?;
        Ok(())
    }

    /// The marks of chats, by chat.
    ///
    /// # Errors
    /// What reading the tables meets.
    pub fn marks_of_chats(&self) -> Result<Vec<(ChatId, OwnMarks)>, QueryError> {
        let mut statement = self.tables.prepare_cached(OF_CHATS)?;
        let rows = statement.query_map([], |row| Ok((ChatId(row.get(0)?), own_marks(row)?)))?;
        Ok(rows.collect::<rusqlite::Result<_>>()?)
    }

    /// How many messages and chats have marks that were changed since they were last exported, or never were.
    ///
    /// # Errors
    /// What reading the tables meets.
    pub fn unexported_marks(&self) -> Result<u64, QueryError> {
        let count: i64 = self
            .tables
            .prepare_cached("SELECT count(*) FROM own_mark WHERE exported = 0")?
            .query_row([], |row| row.get(0))?;
        Ok(count.try_into().unwrap_or(0))
    }

    /// Notes that these marks were exported as they are in the rows; one that was changed since stays unexported.
    ///
    /// # Errors
    /// What writing meets; nothing is changed then.
    pub fn marks_were_exported(&mut self, exported: &[MarkedRow]) -> Result<(), UpdateError> {
        if self.access == Access::Read {
            return Err(UpdateError::ReadOnly);
        }
        let immediate = TransactionBehavior::Immediate;
        let transaction = self.tables.transaction_with_behavior(immediate)?;
        {
            let mut note = transaction.prepare_cached(
                "UPDATE own_mark SET exported = 1 WHERE message = ?1 AND chat = ?2 AND changed_at = ?3",
            )?;
            for row in exported {
                let message = row.message.map_or(CHAT_ITSELF, |message| message.0);
                note.execute(params![message, row.chat.0, row.marks.changed_at])?;
            }
        }
        transaction.commit()?;
        Ok(())
    }
}

/// The marks as they are kept.
fn tidied(marks: &OwnMarks) -> Result<OwnMarks, SetMarksError> {
    let note = marks.note.as_deref().map(str::trim).unwrap_or_default();
    within(note, MOST_NOTE, "the note")?;
    let tokenizer = Tokenizer::new();
    let mut tags: Vec<(String, String)> = Vec::new();
    for tag in &marks.tags {
        let words: Vec<&str> = tag.split_whitespace().collect();
        let tag = words.join(" ").replace(char::is_control, "");
        within(&tag, MOST_TAG, "a tag")?;
        let folded = tokenizer.folded(&tag);
        if !tag.is_empty() && !tags.iter().any(|known| known.0 == folded) {
            if tags.len() == MOST_TAGS {
                let what = "the list of tags";
                let most = MOST_TAGS;
                return Err(SetMarksError::TooLarge { what, most });
            }
            tags.push((folded, tag));
        }
    }
    tags.sort();
    Ok(OwnMarks {
        bookmark: marks.bookmark,
        tags: tags.into_iter().map(|(_, tag)| tag).collect(),
        note: (!note.is_empty()).then(|| note.to_owned()),
        changed_at: None,
    })
}

fn within(text: &str, most: usize, what: &'static str) -> Result<(), SetMarksError> {
    match text.chars().nth(most) {
        None => Ok(()),
        Some(_) => Err(SetMarksError::TooLarge { what, most }),
    }
}

fn is_there(
    tables: &Connection,
    chat: ChatId,
    message: Option<MessageId>,
) -> rusqlite::Result<bool> {
    match message {
        Some(message) => Ok(place_of(tables, message.0)?.is_some_and(|(place, _)| place == chat.0)),
        None => tables
            .prepare_cached("SELECT 1 FROM chat WHERE id = ?1")?
            .exists([chat.0]),
    }
}

fn is_same(tables: &Connection, at: [i64; 2], marks: &OwnMarks) -> rusqlite::Result<bool> {
    let mut statement = tables.prepare_cached(OF_ONE)?;
    let known = statement.query_row(at, own_marks).optional()?;
    let known = known.map(|known| OwnMarks {
        changed_at: None,
        ..known
    });
    Ok(known.unwrap_or_default() == *marks)
}

fn write(tables: &Connection, at: [i64; 2], marks: &OwnMarks, now: i64) -> rusqlite::Result<()> {
    if *marks == OwnMarks::default() {
        return tables
            .execute("DELETE FROM own_mark WHERE message = ?1 AND chat = ?2", at)
            .map(drop);
    }
    let tags = marks.tags.join(&String::from(BETWEEN));
    tables
        .execute(
            "INSERT OR REPLACE INTO own_mark(message, chat, bookmark, tags, note, changed_at, exported)
             VALUES(?1, ?2, ?3, ?4, ?5, ?6, 0)",
            params![at[0], at[1], marks.bookmark, tags, marks.note, now],
        )
        .map(drop)
}

#[cfg(test)]
mod tests;
