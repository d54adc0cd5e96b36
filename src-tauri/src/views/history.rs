//! The histories on this computer, and whether one is open.

use serde::Serialize;
use ts_rs::TS;

/// A history that can be opened.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct HistoryView {
    /// Stands for it in later commands.
    pub id: String,
    /// What the person calls it.
    pub name: Option<String>,
    /// The last digits of the account's number.
    pub phone_suffix: Option<String>,
    /// Bytes on the disk.
    pub size: u64,
    /// Milliseconds UTC.
    pub last_opened: Option<i64>,
    /// Its first message as it was last opened, in milliseconds UTC.
    pub first_at: Option<i64>,
    /// Its last message as it was last opened, in milliseconds UTC.
    pub last_at: Option<i64>,
    /// Its folder as it can be shown, where that is not in the usual place.
    pub elsewhere: Option<String>,
    /// It is not in that folder now: its disk is not connected, or somebody moved it. Absent when it is there.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[ts(optional)]
    pub missing: Option<bool>,
    /// Bookmarks, tags and notes that were never exported.
    pub unexported_marks: u64,
    /// It was deleted and can be brought back until then, in milliseconds UTC.
    pub rests_until: Option<i64>,
}

/// How far a history was copied or moved.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct CopyProgressView {
    /// Bytes copied and compared.
    pub done: u64,
    /// Bytes in all.
    pub total: u64,
}

/// Whether a history is open.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct SessionView {
    /// Whether chats can be read now.
    pub open: bool,
    /// Which one.
    pub history: Option<String>,
    /// Locked chats are shown, after one more ceremony.
    pub locked_shown: bool,
    /// How many chats are locked.
    pub locked_chats: u64,
    /// The program was started with `--insecure-demo`: passkeys may be files, and the window says so.
    pub insecure_demo: bool,
}
