//! Exporting, as the window sees it: what can be chosen, what it will be, how far it is, what came of it.

mod asked;

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::{KindCountView, LeftOutView, ReasonCountView};
pub use asked::{ExportAskView, ExportScopeView};

/// A view of a closed list of the export crate, the same name for the same thing, in both directions.
macro_rules! mirrored {
    ($(#[$meaning:meta])* $view:ident = $kept:ident, $case:literal, $($name:ident),+ $(,)?) => {
        $(#[$meaning])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
        #[serde(rename_all = $case)]
        #[allow(missing_docs, reason = "each name is the word itself")]
        pub enum $view { $($name),+ }

        impl From<$view> for latchkey_export::$kept {
            fn from(view: $view) -> Self {
                match view { $($view::$name => Self::$name),+ }
            }
        }

        impl From<latchkey_export::$kept> for $view {
            fn from(kept: latchkey_export::$kept) -> Self {
                match kept { $(latchkey_export::$kept::$name => Self::$name),+ }
            }
        }
    };
}
pub(super) use mirrored;

mirrored! {
    /// As what chats are written. The window has words and a drawing for each, also for those that this version does not write.
    ExportFormat = FormatName, "snake_case",
    Html, Pdf, Json, Jsonl, Csv, Text, Parquet, Rsmf, Vcard, Kml, Geojson, Icalendar, Telegram, Media,
}

mirrored! {
    /// The part of the work that is being done.
    ExportStage = ExportStage, "snake_case",
    Counting, Messages, Finishing, Proof, Signing,
}

/// What the screen begins with.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct ExportGroundView {
    /// The formats that this version writes, in the order in which they are offered.
    pub formats: Vec<ExportFormat>,
    /// Where it would be written.
    pub place: ExportPlaceView,
    /// The time zone of the settings by its IANA name; where it has none, UTC.
    pub zone: String,
    /// The name of the redaction file that is chosen.
    pub redaction: Option<String>,
    /// The name of the dataset that is chosen to be added to.
    pub dataset: Option<String>,
    /// Exports of the open history that were cut off.
    pub unfinished: Vec<UnfinishedExportView>,
}

/// The folder that an export becomes.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct ExportPlaceView {
    /// Its name, as it can be shown.
    pub name: String,
    /// The folder it is made in, as it can be shown.
    pub folder: String,
    /// Bytes that are free there, where the system says so.
    pub free: Option<u64>,
    /// Something has the name already: another has to be chosen.
    pub taken: bool,
}

/// An export that was cut off.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct UnfinishedExportView {
    /// Stands for its folder in later commands.
    pub id: String,
    /// Its name without `.unfinished`, as it can be shown.
    pub name: String,
    /// The folder it is in, as it can be shown.
    pub folder: String,
    /// As what.
    pub format: ExportFormat,
    /// When it was begun, milliseconds UTC.
    pub begun: i64,
    /// Messages that need not be written again.
    pub done: u64,
    /// Of so many.
    pub total: u64,
    /// It follows a redaction file, which has to be chosen again.
    pub redacted: bool,
    /// Another program writes it now.
    pub in_use: bool,
}

/// Somebody whose messages can be chosen.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct ExportPersonView {
    /// Who, in this history; absent for the person whose phone it is.
    pub id: Option<i64>,
    /// Their name or number; absent when it is unknown.
    pub name: Option<String>,
    /// Messages in chats that are shown.
    pub messages: u64,
}

/// How much an export will be; what rules take out is still in it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct ExportEstimateView {
    /// Chats.
    pub chats: u64,
    /// Messages.
    pub messages: u64,
    /// Files of messages.
    pub media_files: u64,
    /// Files of messages that are not there.
    pub media_missing: u64,
    /// Bytes in all.
    pub bytes: u64,
    /// Files in all.
    pub files: u64,
    /// Bytes that are free where it is written, where the system says so.
    pub free: Option<u64>,
}

/// How far an export is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct ExportProgressView {
    /// What is being done.
    pub stage: ExportStage,
    /// Messages done.
    pub done: u64,
    /// Of so many.
    pub total: u64,
    /// Bytes written so far.
    pub bytes: u64,
    /// Until its messages are written, once that can be told.
    pub seconds_left: Option<u32>,
}

/// What came of an export: `chosen` is `written` and what was left out.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct ExportReportView {
    /// The folder's name, as it can be shown.
    pub name: String,
    /// The folder it is in, as it can be shown.
    pub folder: String,
    /// As what.
    pub format: ExportFormat,
    /// Messages that were chosen.
    pub chosen: u64,
    /// Messages in the export.
    pub written: u64,
    /// The others, by the words of the command line.
    pub left_out: Vec<LeftOutView>,
    /// Those in the export, by kind.
    pub by_kind: Vec<KindCountView>,
    /// Chats.
    pub chats: u64,
    /// People in its list.
    pub people: u64,
    /// Calls.
    pub calls: u64,
    /// Reactions.
    pub reactions: u64,
    /// Files of messages that are in it.
    pub media_written: u64,
    /// Files of messages that could not be had.
    pub media_missing: u64,
    /// Those, by reason.
    pub missing_by_reason: Vec<ReasonCountView>,
    /// Files of messages that a rule left out.
    pub media_left_out: u64,
    /// Places in texts and names that rules replaced.
    pub replaced: u64,
    /// Files in the folder.
    pub files: u64,
    /// Their bytes.
    pub bytes: u64,
    /// SHA-256 of the manifest, hexadecimal.
    pub manifest_sha256: String,
    /// Letters that no font had.
    pub glyphs_missing: u64,
    /// How long it took.
    pub seconds: f64,
}
