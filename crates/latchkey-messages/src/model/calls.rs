//! Calls.

use serde::{Deserialize, Serialize};

use super::{PersonId, RowId};

/// How a call ended.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum CallOutcome {
    /// It was taken.
    Answered,
    /// Nobody took it.
    Missed,
    /// It was declined.
    Declined,
    /// The other side could not be reached.
    Unavailable,
    /// The source's code says nothing we know.
    #[default]
    Unknown,
}

/// One call.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Call {
    /// Row in the call log.
    pub row: i64,
    /// The app's id for the call; names it in every backup together with peer and direction.
    pub call_id: String,
    /// Who was called or called.
    pub peer: Option<PersonId>,
    /// Group address, for group calls.
    pub group: Option<String>,
    /// Made by the owner.
    pub from_me: bool,
    /// Milliseconds UTC.
    pub at: Option<i64>,
    /// With video.
    pub video: bool,
    /// Seconds.
    pub duration: u64,
    /// How it ended.
    pub outcome: CallOutcome,
    /// The chat message that shows it.
    pub message: Option<RowId>,
    /// Who else was called, in stored order, and how it went for them.
    pub members: Vec<(PersonId, CallOutcome)>,
}
