//! Step 1 of the wizard: what was found, as cards. Paths stay in the shell; the window holds ids.

use serde::Serialize;
use ts_rs::TS;

/// One file that was found.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct BackupView {
    /// Stands for the path in every later command.
    pub id: String,
    /// The file's name as it can be shown (lossy where it is not UTF-8).
    pub name: String,
    /// The folder as it can be shown.
    pub folder: String,
    /// The word of the command line for its format.
    pub format: String,
    /// The word of the command line for what opens it.
    pub secret: String,
    /// What its name says it is.
    pub purpose: Purpose,
    /// Whether it is end-to-end encrypted, where the header says so.
    pub end_to_end: Option<bool>,
    /// The version of the app that wrote it.
    pub app_version: Option<String>,
    /// The last two digits of the phone number.
    pub phone_suffix: Option<String>,
    /// Bytes.
    pub size: u64,
    /// When it was made, in milliseconds UTC.
    pub created: Option<i64>,
    /// Whether this version can restore it.
    pub restorable: bool,
    /// Whether its header says that a passkey or a password keeps its key.
    pub locked_elsewhere: bool,
}

/// What a file is for, by its name: a hint for sorting and words.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum Purpose {
    /// The newest full database.
    Full,
    /// A full database of an earlier day.
    Dated,
    /// Changes since a full database.
    Increment,
    /// The address book.
    Contacts,
    /// A key.
    KeyFile,
    /// A folder made by an iPhone backup.
    Iphone,
    /// A chat that was exported as text.
    ExportedChat,
    /// Anything else.
    Other,
}

/// Everything found in a file or folder, newest full backup first.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct InspectedView {
    /// What was recognised.
    pub backups: Vec<BackupView>,
    /// How many files were looked at and are none of ours.
    pub skipped: u32,
    /// The history whose keyring file was opened, when that is what arrived.
    #[ts(optional)]
    #[serde(skip_serializing_if = "Option::is_none")]
    pub history: Option<String>,
}

/// What the file's own unkeyed checksum says.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum ChecksumView {
    /// It fits.
    Ok,
    /// It does not.
    Mismatch,
    /// This file certainly or possibly has none.
    Absent,
}
