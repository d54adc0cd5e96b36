//! How much was taken out, and why: never what.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

/// The sort of rule that took something out.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Reason {
    /// Somebody.
    Person,
    /// A word or a phrase.
    Word,
    /// What a pattern describes.
    Pattern,
    /// A kind of message.
    Kind,
    /// A single message.
    Message,
    /// A file that was not looked into, or could not be cleaned.
    File,
}

/// What becomes of something.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Verdict {
    /// It goes out, as it is now.
    Keep,
    /// It does not.
    LeaveOut(Reason),
}

/// How much was taken out.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct RedactionCounts {
    /// Messages that were left out.
    pub messages: BTreeMap<Reason, u64>,
    /// Places in texts and names of the others that were replaced.
    pub places: BTreeMap<Reason, u64>,
    /// Reactions, votes, answers, receipts and the like of people who were left out.
    pub entries: u64,
    /// Files that were left out.
    pub files: u64,
}

impl RedactionCounts {
    /// Counts a message that was left out.
    pub fn left_out(&mut self, reason: Reason) {
        *self.messages.entry(reason).or_default() += 1;
    }

    pub(crate) fn replaced(&mut self, reason: Reason) {
        *self.places.entry(reason).or_default() += 1;
    }
}
