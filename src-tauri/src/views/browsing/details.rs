//! Everything that is known of one message, for its panel.

use serde::Serialize;
use ts_rs::TS;

/// One message from every side.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct MessageDetailsView {
    /// Stable in this history.
    pub id: i64,
    /// The chat it is in.
    pub chat: i64,
    /// Its place there.
    pub position: u64,
    /// Milliseconds UTC.
    pub sent_at: Option<i64>,
    /// When the phone got it, in milliseconds UTC.
    pub received_at: Option<i64>,
    /// When it was edited, in milliseconds UTC.
    pub edited_at: Option<i64>,
    /// Whether the person wrote it.
    pub from_me: bool,
    /// The best name that is known.
    pub sender_name: Option<String>,
    /// The number or address that sent it, as it can be shown.
    pub sender_address: Option<String>,
    /// The sender's device: 0 is the phone; absent when the source does not say.
    pub device: Option<i64>,
    /// The word of the command line.
    pub kind: String,
    /// The number in the source.
    pub raw_kind: Option<i64>,
    /// The id it has in the phone's database, by which its row is found there.
    pub key: Option<String>,
    /// Backups that had it, the earliest first.
    pub sources: Vec<SourceView>,
    /// How far it came, person by person.
    pub receipts: Vec<ReceiptView>,
}

/// A backup that a message stands in.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct SourceView {
    /// Name of the file.
    pub file_name: String,
    /// SHA-256 of the backup, in hex.
    pub sha256: Option<String>,
    /// When the backup was made, in milliseconds UTC.
    pub created: Option<i64>,
    /// When it was restored into this history, in milliseconds UTC.
    pub imported_at: i64,
    /// The message's row there, in digits: a number may be larger than the page can hold. Absent where it was not recorded.
    pub row: Option<String>,
}

/// How far a message came with one person.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct ReceiptView {
    /// Their name or number.
    pub name: Option<String>,
    /// Milliseconds UTC.
    pub delivered: Option<i64>,
    /// Milliseconds UTC.
    pub read: Option<i64>,
    /// Milliseconds UTC.
    pub played: Option<i64>,
}
