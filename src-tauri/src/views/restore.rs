//! Steps 4 and 5 of the wizard: progress, and counts that add up.

use serde::Serialize;
use ts_rs::TS;

/// How far a restore is.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct RestoreProgressView {
    /// What it is doing.
    pub stage: Stage,
    /// How much of this stage is done, in its own units.
    pub done: u64,
    /// How much there is in this stage; 0 until it is known.
    pub total: u64,
    /// Messages so far.
    pub messages: u64,
    /// Over the last seconds; absent until it can be told.
    pub messages_per_second: Option<u32>,
    /// Until everything is done; absent until it is known.
    pub seconds_left: Option<u32>,
}

/// The stages of a restore, in their order.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum Stage {
    /// Decrypting and verifying; units are bytes.
    Decrypting,
    /// Reading people and chats.
    Reading,
    /// Writing messages to the index; units are messages.
    Indexing,
    /// Making them searchable; units are messages.
    Searching,
    /// Finding pictures and files; units are files.
    Media,
    /// Making it final.
    Finishing,
}

/// What came of a restore.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct ReportView {
    /// Every row of the source's message table: `messages` plus what was left out.
    pub source_rows: u64,
    /// Rows of this source that are in the history now: `new` plus `already_present`.
    pub messages: u64,
    /// Messages the history did not have before.
    pub new: u64,
    /// Messages it had.
    pub already_present: u64,
    /// What was left out and why, by the words of the command line.
    pub left_out: Vec<LeftOutView>,
    /// Of `messages`, those shown as a part of another, by what sort of part.
    pub folded: Vec<ReasonCountView>,
    /// Messages by kind.
    pub by_kind: Vec<KindCountView>,
    /// Chats.
    pub chats: u64,
    /// People.
    pub people: u64,
    /// Reactions.
    pub reactions: u64,
    /// Calls.
    pub calls: u64,
    /// Pictures and files that messages name.
    pub media_referenced: u64,
    /// Those found in the media folder.
    pub media_found: u64,
    /// Those not found.
    pub media_missing: u64,
    /// Those not found, by reason.
    pub missing_by_reason: Vec<ReasonCountView>,
    /// Changes beside the backup that are not in the history.
    pub increments: Vec<IncrementView>,
    /// Stretches of damaged pages: some messages may lack a file reference, a quotation or a reaction.
    pub damaged_stretches: u64,
    /// Rows that are not accounted for, by table: a fault of ours. What was read is kept.
    pub unaccounted: Vec<ReasonCountView>,
    /// The file's own checksum is off, yet the chats were verified.
    pub checksum_damaged: bool,
    /// How long it took, in seconds.
    pub seconds: f64,
}

/// Rows that were left out for one reason.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct LeftOutView {
    /// The word of the command line.
    pub reason: String,
    /// Rows.
    pub count: u64,
}

/// Messages of one kind.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct KindCountView {
    /// The word of the command line.
    pub kind: String,
    /// Messages.
    pub count: u64,
}

/// How many there are for one reason.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct ReasonCountView {
    /// The word of the command line.
    pub reason: String,
    /// How many.
    pub count: u64,
}

/// Changes that are not in the history, because they lie in a file of their own.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct IncrementView {
    /// Name of the file, beside the backup.
    pub file: String,
    /// The day of the backup before it, `YYYY-MM-DD`, as far as that is known.
    pub from: Option<String>,
    /// The day on which it was written.
    pub to: Option<String>,
    /// How many messages it adds, where it says so.
    pub messages: Option<u64>,
}
