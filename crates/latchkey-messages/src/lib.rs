//! Reads a decrypted chat database into typed people, chats, messages and calls.
//!
//! It never writes to the source, never assumes a schema, and keeps what it does not understand.

mod address;
mod address_book;
mod calls;
mod chats;
mod connection;
mod contacts_database;
mod error;
mod java;
mod kind;
mod messages;
mod model;
mod order;
mod people;
mod private;
mod scan;
mod schema;
mod side;
mod source;
#[cfg(test)]
mod testing;
mod value;

pub use contacts_database::{ContactsDatabase, GroupOfCommunity, contacts_database};
pub use error::{OpenSourceError, ReadError};
pub use model::*;
pub use people::clean_name;
pub use private::{PrivateFile, PrivateFileError, PrivatePlace};
pub use source::{Source, Totals};
