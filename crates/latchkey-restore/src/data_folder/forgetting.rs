//! Takes a history off the list that is not there any more: only the note of it goes, nothing on a disk is touched.

use std::io;

use super::listing::Found;
use super::{DataFolder, is_id};
use crate::code::{ErrorCode, HasCode};

/// Why a history was not taken off the list.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum ForgetHistoryError {
    /// There is no such history.
    #[error("there is no such history")]
    Unknown,
    /// It is there: it can rest, and be deleted.
    #[error("the history is there")]
    NotMissing,
    /// It cannot be noted.
    #[error("the notes of the histories cannot be written")]
    Note(#[source] io::Error),
}

impl HasCode for ForgetHistoryError {
    fn code(&self) -> ErrorCode {
        match self {
            Self::Unknown | Self::NotMissing => ErrorCode::Usage,
            Self::Note(source) => source.code(),
        }
    }
}

impl DataFolder {
    /// Takes a missing history off the list, or off those that rest. Where its files still are on a disk that is away, they
    /// stay there with their keyring, and whoever has a way in opens them.
    ///
    /// # Errors
    /// [`ForgetHistoryError`].
    pub fn forget_missing(&self, id: &str) -> Result<(), ForgetHistoryError> {
        if !is_id(id) {
            return Err(ForgetHistoryError::Unknown);
        }
        let forgotten = self.notes().change(|notes| {
            let note = notes.histories.get(id).cloned().unwrap_or_default();
            match self.find(id, &note) {
                Found::Missing(_) => {
                    notes.histories.remove(id);
                    Ok(())
                }
                Found::There(_) => Err(ForgetHistoryError::NotMissing),
                Found::Nowhere => Err(ForgetHistoryError::Unknown),
            }
        });
        forgotten.map_err(ForgetHistoryError::Note)?
    }
}
