//! The person's own marks of a history that is open: written with nobody else in it.

use latchkey_index::{ChatId, MarkedRow, MessageId, OwnMarks, SetMarksError, UpdateError};
use latchkey_keyring::Timestamp;

use crate::code::{ErrorCode, HasCode};
use crate::history::{History, OpenHistoryError};

/// Why marks were not written. They are as they were, and the history stays open.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum ChangeMarksError {
    /// The history cannot be written: in use, damaged, no right to.
    #[error("the history cannot be written: {0}")]
    History(#[from] OpenHistoryError),
    /// The marks cannot be kept: too much of them, or nothing to put them on.
    #[error("the marks cannot be kept: {0}")]
    Marks(#[from] SetMarksError),
    /// The index cannot be changed.
    #[error("the index cannot be changed")]
    Update(#[from] UpdateError),
}

impl HasCode for ChangeMarksError {
    fn code(&self) -> ErrorCode {
        match self {
            Self::History(source) => source.code(),
            Self::Marks(source) => source.code(),
            Self::Update(source) => source.code(),
        }
    }
}

/// Replaces what the person put on a message, or on the chat itself.
///
/// # Errors
/// [`ChangeMarksError`]; in use while others have the history open.
pub fn set_marks(
    history: &mut History,
    chat: ChatId,
    message: Option<MessageId>,
    marks: &OwnMarks,
    now: Timestamp,
) -> Result<(), ChangeMarksError> {
    history.change_index(|index| {
        let set = index.set_marks(chat, message, marks, now.as_millisecond());
        set.map_err(ChangeMarksError::from)
    })
}

/// Notes that these marks, as they are in the rows, lie in a file of the person's now.
///
/// # Errors
/// As [`set_marks`].
pub fn marks_were_exported(
    history: &mut History,
    exported: &[MarkedRow],
) -> Result<(), ChangeMarksError> {
    history.change_index(|index| Ok(index.marks_were_exported(exported)?))
}
