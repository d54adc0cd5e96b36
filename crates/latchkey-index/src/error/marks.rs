//! What can go wrong with the person's own marks.

use thiserror::Error;

use super::{Trouble, trouble};

/// Why a mark was not written. Nothing was changed then.
#[derive(Debug, Error)]
#[non_exhaustive]
pub enum SetMarksError {
    /// There is no such chat, or no such message in it.
    #[error("there is no such message or chat")]
    NotThere,
    /// A note, a tag or the number of tags is over its bound.
    #[error("{what} has more than {most}")]
    TooLarge {
        /// What is too large: the note, a tag, the tags.
        what: &'static str,
        /// How many characters, or tags, it may have.
        most: usize,
    },
    /// The index was opened for reading.
    #[error("the index was opened read-only")]
    ReadOnly,
    /// The index is not whole.
    #[error("the index is damaged")]
    IndexDamaged {
        /// What SQLite said.
        source: rusqlite::Error,
    },
    /// Another program has it open.
    #[error("the index is in use")]
    InUse,
    /// The disk is full.
    #[error("the disk is full")]
    NoSpace,
    /// Writing is not allowed.
    #[error("access to the index was denied")]
    Permission {
        /// What SQLite said.
        source: rusqlite::Error,
    },
    /// SQLite failed otherwise.
    #[error("the index could not be written")]
    Database {
        /// What SQLite said.
        source: rusqlite::Error,
    },
}
database_errors!(SetMarksError);
