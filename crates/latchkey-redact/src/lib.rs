//! Leaves people, words, kinds and messages out of what is exported, in every place that names them (docs/redaction.md).
//!
//! Every string of a message, a chat, a person and a call is visited: a field that is added later does not compile until it
//! is said what it is. It changes copies on their way out, never a history, and says how many and why, never what.

mod counts;
mod error;
mod finding;
mod people;
mod redactor;
mod rename;
mod rules;
mod spans;
mod strings;

pub use counts::{Reason, RedactionCounts, Verdict};
pub use error::RedactError;
pub use redactor::Redactor;
pub use rename::rename;
pub use rules::{FileRule, RedactionRules};
