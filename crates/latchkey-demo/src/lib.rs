//! Writes made-up phones: databases, encrypted backups, media; for the demo, tests and benchmarks.
//!
//! Nothing here is anyone's: people, numbers (ranges kept for fiction), pictures and voices are composed by
//! code from a seed, and the same seed writes the same phone. It never reads a real backup.

mod calendar;
mod cast;
mod contacts;
mod conversation;
mod dice;
mod draft;
mod expectations;
mod media;
mod phone;
pub mod source;
mod special;
mod tables;
mod traps;
mod words;

pub use expectations::Expectations;
pub use phone::{Phone, PhoneOptions, WritePhoneError, WriteProgress, write_phone};
pub use special::{SpecialBackup, write_special_backup};
pub use tables::{SchemaState, WriteSourceError};
pub use traps::{Trap, traps};
