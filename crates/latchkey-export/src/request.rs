//! What is asked for: the one value that the command's flags and the window's screen both become.

use std::path::PathBuf;

use latchkey_index::{ChatId, MessageId, PersonId};
use latchkey_messages::Kind;
use latchkey_redact::RedactionRules;
use serde::{Deserialize, Serialize};

/// One export as it was asked for.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct ExportRequest {
    /// As what.
    pub format: FormatName,
    /// What only this format can be asked.
    pub options: FormatOptions,
    /// Which messages.
    pub choice: Choice,
    /// With or without their files.
    pub media: MediaChoice,
    /// The zone of every local time: an IANA name. One that nobody knows is refused.
    pub zone: String,
    /// What people are called.
    pub names: NameChoice,
    /// The language of what the export itself says.
    pub language: Language,
    /// With the person's own bookmarks, tags and notes, which are private.
    pub own_marks: bool,
    /// What is left out or replaced. Never kept in an unfinished export: its words are what must not be there.
    #[serde(skip)]
    pub redaction: Option<RedactionRules>,
}

impl ExportRequest {
    /// Everything there is, in this format: with files, by name, without own marks.
    #[must_use]
    pub fn new(format: FormatName, zone: &str) -> Self {
        Self {
            format,
            options: FormatOptions::None,
            choice: Choice::default(),
            media: MediaChoice::Files,
            zone: zone.to_owned(),
            names: NameChoice::Names,
            language: Language::En,
            own_marks: false,
            redaction: None,
        }
    }
}

/// Which messages, and whose.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Choice {
    /// Which chats or messages.
    pub chats: Chats,
    /// Only what one of them sent; empty: everyone.
    pub people: Vec<PersonOrMe>,
    /// Only at or after this time, milliseconds UTC. A message without a date is in no such choice.
    pub after: Option<i64>,
    /// Only before this time, milliseconds UTC.
    pub before: Option<i64>,
    /// Only these kinds; empty: every kind.
    pub kinds: Vec<Kind>,
    /// Chats that may not be shown now: nothing of them is in an export, whatever else is chosen.
    pub hidden: Vec<ChatId>,
}

impl Choice {
    /// Nothing is left out of a chat that is chosen.
    #[must_use]
    pub fn takes_whole_chats(&self) -> bool {
        let all_times = self.after.is_none() && self.before.is_none();
        let these = matches!(self.chats, Chats::Messages { .. });
        all_times && !these && self.people.is_empty() && self.kinds.is_empty()
    }
}

/// Which chats or messages.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Chats {
    /// Every chat.
    #[default]
    All,
    /// These chats.
    These(Vec<ChatId>),
    /// Single messages: a search result, a gallery. Their order does not matter.
    Messages {
        /// The messages.
        ids: Vec<MessageId>,
    },
}

/// Somebody whose messages are wanted.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum PersonOrMe {
    /// The owner of the history.
    Me,
    /// Somebody else.
    Person(PersonId),
}

/// Whether the files of messages go along.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum MediaChoice {
    /// No files.
    None,
    /// The small pictures that the phone had kept with messages, no files.
    Thumbnails,
    /// The files.
    Files,
}

/// What people are called.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum NameChoice {
    /// By name; by `+number` where nobody knows one.
    Names,
    /// By `+number` alone; by nothing where nobody knows it.
    Numbers,
    /// By name with the number behind it.
    Both,
}

/// The language of what an export itself says.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[allow(missing_docs, reason = "each name is the language's own code")]
pub enum Language {
    En,
    De,
    Es,
    Ar,
}

impl Language {
    /// Every language.
    pub const ALL: [Self; 4] = [Self::En, Self::De, Self::Es, Self::Ar];

    /// Its code, BCP 47.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::En => "en",
            Self::De => "de",
            Self::Es => "es",
            Self::Ar => "ar",
        }
    }
}

/// The closed list of formats, with the words of `--format`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[allow(missing_docs, reason = "each name is the word itself")]
pub enum FormatName {
    Html,
    Pdf,
    Json,
    Jsonl,
    Csv,
    Text,
    Parquet,
    Rsmf,
    Vcard,
    Kml,
    Geojson,
    Icalendar,
    Telegram,
    Media,
}

impl FormatName {
    /// Every format that has a name, whether this version writes it or not: see [`crate::formats`].
    pub const ALL: [Self; 14] = [
        Self::Html,
        Self::Pdf,
        Self::Json,
        Self::Jsonl,
        Self::Csv,
        Self::Text,
        Self::Parquet,
        Self::Rsmf,
        Self::Vcard,
        Self::Kml,
        Self::Geojson,
        Self::Icalendar,
        Self::Telegram,
        Self::Media,
    ];

    /// The word for it.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Html => "html",
            Self::Pdf => "pdf",
            Self::Json => "json",
            Self::Jsonl => "jsonl",
            Self::Csv => "csv",
            Self::Text => "text",
            Self::Parquet => "parquet",
            Self::Rsmf => "rsmf",
            Self::Vcard => "vcard",
            Self::Kml => "kml",
            Self::Geojson => "geojson",
            Self::Icalendar => "icalendar",
            Self::Telegram => "telegram",
            Self::Media => "media",
        }
    }
}

/// What only one format can be asked.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum FormatOptions {
    /// Nothing: the format's own way.
    #[default]
    None,
    /// How WhatsApp would have written the text.
    Text(TextPreset),
    /// How a table is written.
    Csv(CsvFlavour),
    /// The size of a page.
    Pdf(PaperSize),
    /// A dataset to add to.
    Parquet {
        /// Its folder.
        add_to: Option<PathBuf>,
    },
    /// How long a page may be.
    Html {
        /// Bytes.
        page_bytes: u32,
    },
}

/// A phone and a country whose text layout is written.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
#[allow(missing_docs, reason = "each name is the word itself")]
pub enum TextPreset {
    AndroidUs,
    #[default]
    AndroidUk,
    AndroidDe,
    IosUs,
    IosUk,
}

/// How a table is written.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum CsvFlavour {
    /// For a spreadsheet: with a byte order mark, and no cell that it would take for a formula.
    #[default]
    Excel,
    /// Without the mark.
    Plain,
    /// Every text as it is.
    Raw,
}

/// The size of a page.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[allow(missing_docs, reason = "each name is the word itself")]
pub enum PaperSize {
    #[default]
    A4,
    Letter,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_word_of_a_format_is_the_one_that_serde_writes() {
        for format in FormatName::ALL {
            let word = serde_json::to_string(&format).unwrap();
            assert_eq!(word, format!("\"{}\"", format.as_str()));
        }
    }
}
