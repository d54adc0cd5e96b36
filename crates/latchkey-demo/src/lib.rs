//! Writes made-up phones: databases, encrypted backups, media; for the demo, tests and benchmarks.
//!
//! Nothing here is anyone's: people, numbers (ranges kept for fiction), pictures and voices are composed by
//! code from a seed, and the same seed writes the same phone. It never reads a real backup.

mod contacts;
mod draft;
mod expectations;
pub mod source;
mod tables;

pub use expectations::Expectations;
pub use tables::{SchemaState, WriteSourceError};
