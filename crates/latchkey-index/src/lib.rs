//! Latchkey's own encrypted SQLite files: schema, import, search, paging.
//!
//! Two SQLCipher databases in a folder: the tables, which are the authority, and a text index derived
//! from them. It never decrypts a backup, never keeps a key on the disk and never writes plain text.

mod browse;
mod calls;
mod chats;
mod cipher;
mod error;
mod import;
mod index;
mod key;
mod marks;
mod media;
mod memory;
mod packing;
mod pages;
mod people;
mod repeat;
mod rows;
mod schema;
mod search;
mod tokens;
mod walk;

pub use browse::{
    CallsPage, ChatDay, EmojiCount, GalleryItem, GalleryKind, GalleryList, GalleryMonth, KindCount,
    MessageDetails, MonthCount, PersonCount, PlacedCall, SourceRow, Statistics, Streak,
};
pub use error::{
    CopyError, ImportError, OpenIndexError, QueryError, RekeyIndexError, SearchError,
    SetMarksError, UpdateError, VerifyError,
};
pub use import::{AccountProof, ImportProgress, ImportReport, ImportSession, ImportStage, Origin};
pub use index::{Index, Interrupter, Rekeyed, SEARCH_FILE, TABLES_FILE, VerifyReport};
pub use key::{FORMAT, IndexFormat, IndexKey};
pub use marks::{MOST_NOTE, MOST_TAG, MOST_TAGS, MarksPage, MarksQuery};
pub use media::{
    FoundHow, MediaFinding, MediaFound, MediaPlace, MediaTotals, MissingFacts, MissingReason,
    RootId, missing_reason,
};
pub use memory::{SqliteInUse, take_sqlite_memory_from_rust};
pub use people::AddressBookReport;
pub use rows::*;
pub use search::{
    AllHits, ChatHits, FilterName, FilterValue, FilterWords, Has, Hit, Hits, Order, Query, Snippet,
    SnippetPart, UtcOffsets,
};
pub use tokens::{TokenKind, TokenStream};
pub use walk::{
    ChatFacts, ProvedImport, StoredMention, StoredParts, StoredQuote, Tallied, TalliedMedia,
    TallyScope, Walk, WalkedCall, WalkedMessage, Wants,
};
