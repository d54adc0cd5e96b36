//! Settings and what the app says of itself.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// The settings the window can change; the file keeps keys this version does not know.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct SettingsView {
    /// A language tag; empty for the system's.
    pub language: String,
    /// Light, dark or the system's.
    pub theme: Theme,
    /// An IANA time zone; empty for the system's.
    pub time_zone: String,
    /// Two letters, for numbers written without a country; empty when unknown.
    pub home_country: String,
    /// Minutes without use until everything locks; 0 for never.
    pub auto_lock_minutes: u32,
    /// Where histories are kept, as it can be shown.
    pub data_folder: String,
    /// What is read is blurred while another window has the keyboard.
    pub blur: bool,
    /// Seconds after which copied text is taken off the clipboard; 0 for never.
    pub clipboard_seconds: u32,
}

/// Light or dark.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum Theme {
    /// As the system.
    System,
    /// Light.
    Light,
    /// Dark.
    Dark,
}

/// What the app says of itself.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct AboutView {
    /// Of this program.
    pub version: String,
    /// The formats it recognises, by the words of the command line.
    pub formats: Vec<String>,
    /// The libraries inside and their licences, as text.
    pub licences: String,
    /// Where the log is, as it can be shown.
    pub log_folder: String,
}
