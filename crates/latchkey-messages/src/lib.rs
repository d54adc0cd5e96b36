//! Reads a decrypted chat database into typed people, chats, messages and calls.
//!
//! It never writes to the source, never assumes a schema, and keeps what it does not understand.

mod model;

pub use model::*;
