//! What a restore did, with the names of `restore --json` (docs/cli.md).

use std::collections::BTreeMap;
use std::time::Duration;

use latchkey_backup::Checksum;
use latchkey_index::ImportReport;
use serde::Serialize;

/// Reasons for leaving a row out that nobody would miss; every other reason ends the command with 1.
const NOT_MISSED: [&str; 2] = ["sentinel", "never_displayed"];

/// Files that messages of the history refer to, afterwards: `referenced = found + missing`.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize)]
pub struct MediaCounts {
    /// Messages that refer to a file.
    pub referenced: u64,
    /// Of these, files found in the media folder.
    pub found: u64,
    /// Of these, files not found.
    pub missing: u64,
}

/// How long it took, in seconds to the millisecond.
#[derive(Debug, Clone, Copy, Default, PartialEq, Serialize)]
pub struct Seconds {
    /// Decrypting and verifying.
    pub decrypt: f64,
    /// Indexing, contacts and media.
    pub import: f64,
    /// Everything.
    pub total: f64,
}

/// What a restore did.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct RestoreReport {
    /// Rows of the source's message table: `messages + Σ left_out`.
    pub source_rows: u64,
    /// Messages of this source that the history holds now: `new + already_present`.
    pub messages: u64,
    /// Of these, brought by this restore.
    pub new: u64,
    /// Of these, already there before.
    pub already_present: u64,
    /// Rows that are no messages, by reason.
    pub left_out: BTreeMap<String, u64>,
    /// Of `messages`, those shown as a part of another, by reason.
    pub folded: BTreeMap<String, u64>,
    /// `messages` by kind.
    pub by_kind: BTreeMap<String, u64>,
    /// Chats of this source that have messages.
    pub chats: u64,
    /// Reactions in this source.
    pub reactions: u64,
    /// Calls in this source.
    pub calls: u64,
    /// People in this source.
    pub people: u64,
    /// Media files.
    pub media: MediaCounts,
    /// The chats were verified, but the file's own checksum is damaged.
    pub checksum_damaged: bool,
    /// How long it took.
    pub seconds: Seconds,
}

impl RestoreReport {
    pub(super) fn new(
        import: ImportReport,
        media: MediaCounts,
        checksum: Checksum,
        decrypt_seconds: f64,
        import_seconds: f64,
    ) -> Self {
        Self {
            source_rows: import.source_rows,
            messages: import.messages,
            new: import.new,
            already_present: import.already_present,
            left_out: import.left_out,
            folded: import.folded,
            by_kind: import.by_kind,
            chats: import.chats,
            reactions: import.reactions,
            calls: import.calls,
            people: import.people,
            media,
            checksum_damaged: checksum == Checksum::Mismatch,
            seconds: Seconds {
                decrypt: decrypt_seconds,
                import: import_seconds,
                total: 0.0,
            },
        }
    }

    /// Something a person would miss was left out, or the file's checksum is damaged: the command ends with 1.
    #[must_use]
    pub fn left_something_out(&self) -> bool {
        let missed =
            |(reason, count): (&String, &u64)| *count > 0 && !NOT_MISSED.contains(&reason.as_str());
        self.checksum_damaged || self.left_out.iter().any(missed)
    }
}

/// Seconds to the millisecond.
pub(super) fn rounded(elapsed: Duration) -> f64 {
    (elapsed.as_secs_f64() * 1000.0).round() / 1000.0
}
