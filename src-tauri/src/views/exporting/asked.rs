//! What an export is asked for. Paths are not in it: the shell keeps what was chosen in a dialog.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::{ExportFormat, mirrored};
use crate::views::GalleryKind;

mirrored! {
    /// Whether files go along.
    ExportMedia = MediaChoice, "snake_case",
    None, Thumbnails, Files,
}

mirrored! {
    /// What people are called.
    ExportNames = NameChoice, "snake_case",
    Names, Numbers, Both,
}

mirrored! {
    /// The language of what the export itself says.
    ExportLanguage = Language, "snake_case",
    En, De, Es, Ar,
}

mirrored! {
    /// Whose text layout is written.
    TextPreset = TextPreset, "kebab-case",
    AndroidUs, AndroidUk, AndroidDe, IosUs, IosUk,
}

mirrored! {
    /// How a table is written.
    CsvFlavour = CsvFlavour, "snake_case",
    Excel, Plain, Raw,
}

mirrored! {
    /// The size of a page.
    ExportPaper = PaperSize, "snake_case",
    A4, Letter,
}

/// Which chats or messages.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize, TS)]
#[serde(tag = "of", rename_all = "snake_case")]
pub enum ExportScopeView {
    /// Every chat that is shown.
    Everything,
    /// These chats.
    Chats {
        /// Their ids.
        chats: Vec<i64>,
    },
    /// What a search finds.
    Search {
        /// As it was typed.
        text: String,
        /// Only in this chat.
        chat: Option<i64>,
    },
    /// What a gallery holds.
    Gallery {
        /// Which.
        kind: GalleryKind,
        /// Only of this chat.
        chat: Option<i64>,
    },
}

/// One export as the screen asks for it.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct ExportAskView {
    /// As what.
    pub format: ExportFormat,
    /// Which chats or messages.
    pub scope: ExportScopeView,
    /// Only what one of these sent; empty, and not `me`: everyone.
    pub people: Vec<i64>,
    /// The person's own messages are among those of `people`.
    pub me: bool,
    /// From the beginning of this day in the export's zone, `YYYY-MM-DD`.
    pub from: Option<String>,
    /// To the end of this day.
    pub to: Option<String>,
    /// Only these kinds, by the words of the command line; empty: every kind.
    pub kinds: Vec<String>,
    /// Files.
    pub media: ExportMedia,
    /// An IANA name.
    pub zone: String,
    /// What people are called.
    pub names: ExportNames,
    /// The export's own language.
    pub language: ExportLanguage,
    /// With bookmarks, tags and notes.
    pub own_marks: bool,
    /// By the redaction file that was chosen.
    pub redact: bool,
    /// For `text`.
    pub preset: TextPreset,
    /// For `csv`.
    pub csv: CsvFlavour,
    /// For `pdf`.
    pub paper: ExportPaper,
    /// For `parquet`: into the dataset that was chosen.
    pub add_to_dataset: bool,
}
