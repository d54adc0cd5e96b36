//! What can go wrong between the decrypted bytes and the typed rows.
//!
//! No variant carries content: only the engine's own words as the cause.

use std::io;

/// Why a plaintext does not open as a chat database.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum OpenSourceError {
    /// The bytes are no SQLite database.
    #[error("not a database")]
    NotADatabase,
    /// A database, but none that holds chats.
    #[error("the database holds no chats")]
    NotAChatDatabase,
    /// So damaged that not even its list of tables can be read.
    #[error("the database is too damaged to read")]
    Damaged(#[source] rusqlite::Error),
    /// The file or the private storage cannot be read.
    #[error("the database cannot be read")]
    Storage(#[source] io::Error),
}

/// Why reading stopped.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum ReadError {
    /// The caller asked to stop.
    #[error("cancelled")]
    Cancelled,
    /// The engine gave up for a reason other than damaged pages, which are stepped over and counted.
    #[error("the database cannot be read further")]
    Failed(#[from] rusqlite::Error),
    /// The database does not have the tables asked for.
    #[error("the database holds no contacts")]
    NoContacts,
}

/// The engine's error code, where it says that pages or rows are damaged rather than that reading is impossible.
pub(crate) fn is_damage(error: &rusqlite::Error) -> bool {
    use rusqlite::ErrorCode as Code;
    matches!(
        error.sqlite_error_code(),
        Some(Code::DatabaseCorrupt | Code::NotADatabase | Code::SystemIoFailure | Code::TooBig)
    )
}
