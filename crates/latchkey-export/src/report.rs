//! What an export came to: counts that add up.

use std::collections::BTreeMap;
use std::path::PathBuf;

use latchkey_index::MissingReason;
use latchkey_messages::Kind;
use latchkey_redact::{Reason, RedactionCounts};
use serde::{Deserialize, Serialize};

use crate::request::FormatName;

/// Why a chosen message is not in the export.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum LeftOut {
    /// A rule names somebody in it.
    RedactedPerson,
    /// A rule names a word of it.
    RedactedWord,
    /// A rule describes something in it.
    RedactedPattern,
    /// A rule leaves its kind out.
    RedactedKind,
    /// A rule leaves this very message out.
    RedactedMessage,
    /// A rule leaves its file out, and the message with it.
    RedactedFile,
    /// The format has no place for it.
    NotInThisFormat,
}

impl From<Reason> for LeftOut {
    fn from(reason: Reason) -> Self {
        match reason {
            Reason::Person => Self::RedactedPerson,
            Reason::Word => Self::RedactedWord,
            Reason::Pattern => Self::RedactedPattern,
            Reason::Kind => Self::RedactedKind,
            Reason::Message => Self::RedactedMessage,
            Reason::File => Self::RedactedFile,
        }
    }
}

/// What was chosen, and what became of it. `chosen = written + Σ left_out` and `Σ by_kind = written`, always.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Counts {
    /// Messages that the choice takes.
    pub chosen: u64,
    /// Messages in the export.
    pub written: u64,
    /// The others, by reason.
    pub left_out: BTreeMap<LeftOut, u64>,
    /// Those in the export, by kind.
    pub by_kind: BTreeMap<Kind, u64>,
    /// Chats with at least one message in the export.
    pub chats: u64,
    /// People in the export's list.
    pub people: u64,
    /// Calls in the export.
    pub calls: u64,
    /// Reactions on the messages in the export.
    pub reactions: u64,
}

impl Counts {
    /// Nothing is unaccounted for.
    #[must_use]
    pub fn add_up(&self) -> bool {
        let left_out: u64 = self.left_out.values().sum();
        let kinds: u64 = self.by_kind.values().sum();
        self.chosen == self.written + left_out && kinds == self.written
    }
}

/// Files of the messages in the export.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct FileCounts {
    /// Files that are in the export, once for each message that has it.
    pub written: u64,
    /// Files that could not be had.
    pub missing: u64,
    /// Why, by reason.
    pub missing_by_reason: BTreeMap<MissingReason, u64>,
    /// Files that a rule left out.
    pub left_out: u64,
    /// Bytes of the files in the export, each once.
    pub bytes: u64,
}

impl FileCounts {
    pub(crate) fn miss(&mut self, reason: MissingReason) {
        self.missing += 1;
        *self.missing_by_reason.entry(reason).or_default() += 1;
    }
}

/// A finished export.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct ExportReport {
    /// Its folder.
    pub path: PathBuf,
    /// Its format.
    pub format: FormatName,
    /// What became of the messages.
    #[serde(flatten)]
    pub counts: Counts,
    /// What became of their files.
    pub media: FileCounts,
    /// What rules took out, and why: never what.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub redacted: Option<RedactionCounts>,
    /// Files in the folder, the manifest and the sums included.
    pub files: u64,
    /// Their bytes.
    pub bytes: u64,
    /// SHA-256 of the manifest, hexadecimal: what a signature or a letter can name.
    pub manifest_sha256: String,
    /// The fingerprint of who signed it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub signed_by: Option<String>,
    /// Letters that no font had.
    pub glyphs_missing: u64,
    /// How long it took.
    pub seconds: f64,
}

impl ExportReport {
    /// Something that a person would miss is not there: letters without a font, files that rules could not clean.
    #[must_use]
    pub fn left_something_out(&self) -> bool {
        self.glyphs_missing > 0
    }
}

/// How far an export is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ExportProgress {
    /// What is being done.
    pub stage: ExportStage,
    /// Messages done.
    pub done: u64,
    /// Of so many.
    pub total: u64,
    /// Bytes written so far.
    pub bytes: u64,
}

/// The parts of the work.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum ExportStage {
    /// Looking at how much there is.
    Counting,
    /// Writing messages and their files.
    Messages,
    /// What the format makes of all at its end: tables of people, an index for searching.
    Finishing,
    /// Manifest and sums.
    Proof,
    /// Waiting for the one who signs.
    Signing,
}
