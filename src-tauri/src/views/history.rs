//! The histories on this computer, and whether one is open.

use serde::Serialize;
use ts_rs::TS;

/// A history that can be opened.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct HistoryView {
    /// Stands for it in later commands.
    pub id: String,
    /// The last digits of the account's number.
    pub phone_suffix: Option<String>,
    /// Bytes on the disk.
    pub size: u64,
    /// Milliseconds UTC.
    pub last_opened: Option<i64>,
}

/// Whether a history is open.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct SessionView {
    /// Whether chats can be read now.
    pub open: bool,
    /// Which one.
    pub history: Option<String>,
    /// The program was started with `--insecure-demo`: passkeys may be files, and the window says so.
    pub insecure_demo: bool,
}
