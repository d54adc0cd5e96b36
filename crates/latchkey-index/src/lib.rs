//! Latchkey's own encrypted SQLite files: schema, import, search, paging.
//!
//! Two SQLCipher databases in a folder: the tables, which are the authority, and a text index derived
//! from them. It never decrypts a backup, never keeps a key on the disk and never writes plain text.

mod calls;
mod chats;
mod cipher;
mod copy;
mod error;
mod import;
mod index;
mod key;
mod media;
mod pages;
mod people;
mod rekey;
mod rows;
mod schema;
mod search;
mod tokens;
mod verify;

pub use error::{
    CopyError, ImportError, OpenIndexError, QueryError, RekeyIndexError, SearchError, UpdateError,
    VerifyError,
};
pub use import::{AccountProof, ImportProgress, ImportReport, ImportSession, ImportStage, Origin};
pub use index::{Index, SEARCH_FILE, TABLES_FILE};
pub use key::{FORMAT, IndexFormat, IndexKey};
pub use rekey::Rekeyed;
pub use rows::*;
pub use search::{Hit, Hits, Query, Snippet, SnippetPart};
pub use verify::VerifyReport;
