//! The call log.

use serde::Serialize;
use ts_rs::TS;

use super::CallMemberView;

/// A page of the call log, the newest first.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct CallsView {
    /// How many there are.
    pub total: u64,
    /// This page.
    pub calls: Vec<LoggedCallView>,
}

/// One call.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct LoggedCallView {
    /// Stable in this history.
    pub id: i64,
    /// Milliseconds UTC.
    pub at: Option<i64>,
    /// Whether the person called.
    pub from_me: bool,
    /// With video.
    pub video: bool,
    /// Seconds.
    pub duration: u64,
    /// The word of the command line.
    pub outcome: String,
    /// Who it was with: the person's or the group's name.
    pub name: Option<String>,
    /// 0 to 7, the same for a person everywhere.
    pub hue: u8,
    /// The chat with them, where there is one.
    pub chat: Option<i64>,
    /// Where in that chat the call stands.
    pub position: Option<u64>,
    /// Who else was called.
    pub members: Vec<CallMemberView>,
}
