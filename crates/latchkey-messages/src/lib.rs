//! Reads a decrypted chat database into typed people, chats, messages and calls.
//!
//! It never writes to the source, never assumes a schema, and keeps what it does not understand.

mod address_book;
mod connection;
mod error;
mod model;
mod private;
mod schema;
mod source;
mod value;

pub use address_book::address_book;
pub use error::{OpenSourceError, ReadError};
pub use model::*;
pub use private::{PrivateFile, PrivateFileError, PrivatePlace};
pub use source::{Source, Totals};
