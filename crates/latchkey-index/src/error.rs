//! What can go wrong, one type per operation.
//!
//! `Display` carries no path, no content and no key; SQLite's own words are in the source only.

use std::path::PathBuf;

use rusqlite::ErrorCode;
use thiserror::Error;

/// A failed database call, told apart by what the person can do about it.
enum Trouble {
    Damaged,
    InUse,
    NoSpace,
    Permission,
    Io,
}

fn trouble(error: &rusqlite::Error) -> Trouble {
    match error.sqlite_error_code() {
        Some(ErrorCode::NotADatabase | ErrorCode::DatabaseCorrupt) => Trouble::Damaged,
        Some(ErrorCode::DatabaseBusy | ErrorCode::DatabaseLocked) => Trouble::InUse,
        Some(ErrorCode::DiskFull) => Trouble::NoSpace,
        Some(
            ErrorCode::PermissionDenied
            | ErrorCode::ReadOnly
            | ErrorCode::AuthorizationForStatementDenied,
        ) => Trouble::Permission,
        Some(_) => Trouble::Io,
        // A column of an impossible type, a missing table: the file is not what we wrote.
        None => Trouble::Damaged,
    }
}

/// Gives an operation's error the variants that every database call can end in.
macro_rules! database_errors {
    ($name:ident) => {
        impl From<rusqlite::Error> for $name {
            fn from(source: rusqlite::Error) -> Self {
                match trouble(&source) {
                    Trouble::Damaged => Self::IndexDamaged { source },
                    Trouble::InUse => Self::InUse,
                    Trouble::NoSpace => Self::NoSpace,
                    Trouble::Permission => Self::Permission { source },
                    Trouble::Io => Self::Database { source },
                }
            }
        }
    };
}

mod marks;

pub use marks::SetMarksError;

/// Why an index could not be created or opened.
#[derive(Debug, Error)]
#[non_exhaustive]
pub enum OpenIndexError {
    /// There is already an index in that folder.
    #[error("there is already an index in this folder")]
    AlreadyExists {
        /// The file that is there.
        path: PathBuf,
    },
    /// There is no index in that folder.
    #[error("there is no index in this folder")]
    NotFound {
        /// The file that is missing.
        path: PathBuf,
    },
    /// The key is not this index's key (or the first page of both databases is destroyed).
    #[error("the key does not open this index")]
    KeyDoesNotFit,
    /// The key fits, the file is not whole.
    #[error("the index is damaged")]
    IndexDamaged {
        /// What SQLite said.
        source: rusqlite::Error,
    },
    /// Its first import never ended: restore again into a new folder.
    #[error("the first import of this index was never finished")]
    Unfinished,
    /// A newer version of Latchkey wrote it.
    #[error("the index has version {found}, newer than this program knows")]
    UnknownVersion {
        /// Its schema version.
        found: u32,
    },
    /// It is of an earlier version, and the caller did not want it brought up to its end: it is as it was.
    #[error("bringing the index up was cancelled")]
    Cancelled,
    /// Another program has it open.
    #[error("the index is in use")]
    InUse,
    /// The disk is full.
    #[error("the disk is full")]
    NoSpace,
    /// Reading or writing is not allowed.
    #[error("access to the index was denied")]
    Permission {
        /// What SQLite said.
        source: rusqlite::Error,
    },
    /// SQLite failed otherwise.
    #[error("the index could not be opened")]
    Database {
        /// What SQLite said.
        source: rusqlite::Error,
    },
    /// The file system failed.
    #[error("the index folder could not be used")]
    Io {
        /// What the system said.
        #[from]
        source: std::io::Error,
    },
}
database_errors!(OpenIndexError);

/// Why an import stopped. The history is then as it was before.
#[derive(Debug, Error)]
#[non_exhaustive]
pub enum ImportError {
    /// The caller asked to stop.
    #[error("the import was cancelled")]
    Cancelled,
    /// The index was opened for reading.
    #[error("the index was opened read-only")]
    ReadOnly,
    /// No message of this source is in the history, although its account had to be proved by one.
    #[error("no message of this backup is in this history")]
    OtherAccount,
    /// The source database could not be read to its end.
    #[error("the chat database could not be read")]
    Source {
        /// What the reader said.
        source: Box<latchkey_messages::ReadError>,
    },
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
    /// The file system failed.
    #[error("the index folder could not be used")]
    Io {
        /// What the system said.
        #[from]
        source: std::io::Error,
    },
}
database_errors!(ImportError);

/// Why a page, a list or a row could not be read.
#[derive(Debug, Error)]
#[non_exhaustive]
pub enum QueryError {
    /// The index is not whole.
    #[error("the index is damaged")]
    IndexDamaged {
        /// What SQLite said.
        source: rusqlite::Error,
    },
    /// Another program is writing it.
    #[error("the index is in use")]
    InUse,
    /// The disk is full.
    #[error("the disk is full")]
    NoSpace,
    /// Reading is not allowed.
    #[error("access to the index was denied")]
    Permission {
        /// What SQLite said.
        source: rusqlite::Error,
    },
    /// SQLite failed otherwise.
    #[error("the index could not be read")]
    Database {
        /// What SQLite said.
        source: rusqlite::Error,
    },
}
database_errors!(QueryError);

/// Why a search could not be answered.
#[derive(Debug, Error)]
#[non_exhaustive]
pub enum SearchError {
    /// The text index is behind the tables and the index was opened read-only: open it for writing once.
    #[error("the text index is not ready")]
    NotReady,
    /// The index is not whole.
    #[error("the index is damaged")]
    IndexDamaged {
        /// What SQLite said.
        source: rusqlite::Error,
    },
    /// Another program is writing it.
    #[error("the index is in use")]
    InUse,
    /// The disk is full.
    #[error("the disk is full")]
    NoSpace,
    /// Reading is not allowed.
    #[error("access to the index was denied")]
    Permission {
        /// What SQLite said.
        source: rusqlite::Error,
    },
    /// SQLite failed otherwise.
    #[error("the text index could not be read")]
    Database {
        /// What SQLite said.
        source: rusqlite::Error,
    },
}
database_errors!(SearchError);

impl From<QueryError> for SearchError {
    fn from(error: QueryError) -> Self {
        match error {
            QueryError::IndexDamaged { source } => Self::IndexDamaged { source },
            QueryError::InUse => Self::InUse,
            QueryError::NoSpace => Self::NoSpace,
            QueryError::Permission { source } => Self::Permission { source },
            QueryError::Database { source } => Self::Database { source },
        }
    }
}

/// Why a change other than an import could not be made. Nothing was changed then.
#[derive(Debug, Error)]
#[non_exhaustive]
pub enum UpdateError {
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
database_errors!(UpdateError);

/// Why an index could not be checked. Damage that the check finds is no error: it is in the report.
#[derive(Debug, Error)]
#[non_exhaustive]
pub enum VerifyError {
    /// A page needed for the check itself is not whole.
    #[error("the index is damaged")]
    IndexDamaged {
        /// What SQLite said.
        source: rusqlite::Error,
    },
    /// Another program is writing it.
    #[error("the index is in use")]
    InUse,
    /// The disk is full.
    #[error("the disk is full")]
    NoSpace,
    /// Reading is not allowed.
    #[error("access to the index was denied")]
    Permission {
        /// What SQLite said.
        source: rusqlite::Error,
    },
    /// SQLite failed otherwise.
    #[error("the index could not be checked")]
    Database {
        /// What SQLite said.
        source: rusqlite::Error,
    },
}
database_errors!(VerifyError);

/// Why a copy could not be made. A half-written copy has been removed.
#[derive(Debug, Error)]
#[non_exhaustive]
pub enum CopyError {
    /// There is already an index in the target folder.
    #[error("there is already an index in the target folder")]
    AlreadyExists {
        /// The file that is there.
        path: PathBuf,
    },
    /// The index is not whole, or the copy did not read back.
    #[error("the index is damaged")]
    IndexDamaged {
        /// What SQLite said.
        source: rusqlite::Error,
    },
    /// The copy was read back and differs.
    #[error("the copy differs from the index")]
    CopyDiffers,
    /// Another program is writing it.
    #[error("the index is in use")]
    InUse,
    /// The disk is full.
    #[error("the disk is full")]
    NoSpace,
    /// Reading or writing is not allowed.
    #[error("access was denied")]
    Permission {
        /// What SQLite said.
        source: rusqlite::Error,
    },
    /// SQLite failed otherwise.
    #[error("the index could not be copied")]
    Database {
        /// What SQLite said.
        source: rusqlite::Error,
    },
    /// The file system failed.
    #[error("the target folder could not be used")]
    Io {
        /// What the system said.
        #[from]
        source: std::io::Error,
    },
}
database_errors!(CopyError);

/// Why the key of an index was not changed. Each database is whole under one of the two keys.
#[derive(Debug, Error)]
#[non_exhaustive]
pub enum RekeyIndexError {
    /// The caller asked to stop.
    #[error("changing the key was cancelled")]
    Cancelled,
    /// A database is not whole, or neither key is its key.
    #[error("the index is damaged")]
    IndexDamaged {
        /// What SQLite said.
        source: rusqlite::Error,
    },
    /// A database under the new key was read back and differs.
    #[error("the database under the new key differs")]
    CopyDiffers,
    /// Another program is using it.
    #[error("the index is in use")]
    InUse,
    /// The disk is full.
    #[error("the disk is full")]
    NoSpace,
    /// Reading or writing is not allowed.
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
    /// The file system failed.
    #[error("the index folder could not be used")]
    Io {
        /// What the system said.
        #[from]
        source: std::io::Error,
    },
}
database_errors!(RekeyIndexError);
