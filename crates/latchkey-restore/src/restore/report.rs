//! What a restore did, with the names of `restore --json` (docs/cli.md).

use std::time::Duration;

use latchkey_index::ImportReport;
use serde::Serialize;

use super::increments::MissingIncrement;
use crate::media::MediaCounts;

/// Reasons for leaving a row out that nobody would miss ([`latchkey_messages::LeftOut::would_be_missed`]); every other
/// reason ends the command with 1.
const NOT_MISSED: [&str; 3] = ["sentinel", "never_displayed", "deleted_by_owner"];

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
    /// What the import did.
    #[serde(flatten)]
    pub import: ImportReport,
    /// Media files.
    pub media: MediaCounts,
    /// Changes beside the backup that are newer than all the history has, and are not in it.
    pub increments: Vec<MissingIncrement>,
    /// The chats were verified, but the file's own checksum is damaged.
    pub checksum_damaged: bool,
    /// This very file was imported before, and was not read again.
    pub recognised: bool,
    /// How long it took.
    pub seconds: Seconds,
}

impl RestoreReport {
    /// Rows of the source are unaccounted for, a fault of this program: what was read is kept, and the command ends with 2
    /// ([`crate::ErrorCode::CountsDiffer`]).
    #[must_use]
    pub fn counts_differ(&self) -> bool {
        !self.import.adds_up()
    }

    /// Something a person would miss was left out, or the file's checksum is damaged: the command ends with 1.
    #[must_use]
    pub fn left_something_out(&self) -> bool {
        let missed =
            |(reason, count): (&String, &u64)| *count > 0 && !NOT_MISSED.contains(&reason.as_str());
        self.checksum_damaged
            || self.import.damaged_stretches > 0
            || !self.increments.is_empty()
            || self.import.left_out.iter().any(missed)
    }
}

/// Seconds to the millisecond.
pub(super) fn rounded(elapsed: Duration) -> f64 {
    (elapsed.as_secs_f64() * 1000.0).round() / 1000.0
}
