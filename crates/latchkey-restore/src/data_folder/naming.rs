//! What the person calls a history, and what is noted of one while it is open.

use std::io;

use latchkey_keyring::Timestamp;

use super::listing::Found;
use super::notes::Note;
use super::{DataFolder, is_id};
use crate::code::{ErrorCode, HasCode};
use crate::history::History;

/// Longer names are cut, in characters.
const LONGEST_NAME: usize = 80;

/// Why a note was not made of a history.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum NoteHistoryError {
    /// There is no such history.
    #[error("there is no such history")]
    Unknown,
    /// It cannot be written.
    #[error("the notes of the histories cannot be written")]
    Io(#[source] io::Error),
}

impl HasCode for NoteHistoryError {
    fn code(&self) -> ErrorCode {
        match self {
            Self::Unknown => ErrorCode::Usage,
            Self::Io(source) => source.code(),
        }
    }
}

/// What is known of a history only while it is open, and asked for when it is not.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct HistorySummary {
    pub(super) keyring: String,
    pub(super) first_at: Option<i64>,
    pub(super) last_at: Option<i64>,
    pub(super) unexported_marks: Option<u64>,
}

impl HistorySummary {
    /// From when to when its messages go, and how many marks were never exported.
    #[must_use]
    pub fn of(history: &History) -> Self {
        let chats = history.index().chats().unwrap_or_default();
        Self {
            keyring: history.keyring().id().to_owned(),
            first_at: chats.iter().filter_map(|chat| chat.first_at).min(),
            last_at: chats.iter().filter_map(|chat| chat.last_at).max(),
            unexported_marks: history.unexported_marks(),
        }
    }
}

impl DataFolder {
    /// Gives a history the person's own name; an empty one takes it away.
    ///
    /// # Errors
    /// [`NoteHistoryError`].
    pub fn rename_history(&self, id: &str, name: &str) -> Result<(), NoteHistoryError> {
        self.known(id)?;
        let name = cleaned(name);
        let changed = self.notes().change_one(id, |note| note.name = name);
        changed.map_err(NoteHistoryError::Io)
    }

    /// Notes of an open history what is asked for when it is closed. `opened`: that it was opened at that time. One that is
    /// not known here is not noted.
    ///
    /// # Errors
    /// [`NoteHistoryError::Io`].
    pub fn note_history(
        &self,
        id: &str,
        summary: HistorySummary,
        opened: Option<Timestamp>,
    ) -> Result<(), NoteHistoryError> {
        if self.known(id).is_err() {
            return Ok(());
        }
        let changed = self.notes().change_one(id, |note| {
            note.keyring = Some(summary.keyring);
            note.opened = opened.map(Timestamp::as_millisecond).or(note.opened);
            // One that could not be read keeps what was noted before.
            note.first_at = summary.first_at.or(note.first_at);
            note.last_at = summary.last_at.or(note.last_at);
            note.unexported_marks = summary.unexported_marks.unwrap_or(note.unexported_marks);
        });
        changed.map_err(NoteHistoryError::Io)
    }

    /// The note of a history that there is, there or not.
    pub(super) fn known(&self, id: &str) -> Result<Note, NoteHistoryError> {
        if !is_id(id) {
            return Err(NoteHistoryError::Unknown);
        }
        let note = self.notes().read().histories.remove(id).unwrap_or_default();
        match self.find(id, &note) {
            Found::There(_) | Found::Missing(_) => Ok(note),
            Found::Nowhere => Err(NoteHistoryError::Unknown),
        }
    }
}

/// One line of at most so many characters; `None` when nothing is left.
pub(super) fn cleaned(name: &str) -> Option<String> {
    let plain: String = name
        .chars()
        .map(|c| if c.is_control() { ' ' } else { c })
        .collect();
    let words: Vec<&str> = plain.split_whitespace().collect();
    let cut: String = words.join(" ").chars().take(LONGEST_NAME).collect();
    let cut = cut.trim_end().to_owned();
    (!cut.is_empty()).then_some(cut)
}
