//! The calls that messages of a page stand for: looked up in the call log, and only when there are such messages.

use std::collections::HashMap;

use latchkey_index::{CallRow, Index, MessageRow, QueryError};
use latchkey_messages::{CallOutcome, Kind};

use crate::views::{CallMemberView, CallView};

/// The calls of these messages, by message.
///
/// # Errors
/// What reading the tables meets.
pub fn calls_of(index: &Index, page: &[MessageRow]) -> Result<HashMap<i64, CallView>, QueryError> {
    let mut found = HashMap::new();
    for row in page.iter().filter(|row| row.kind == Kind::Call) {
        if let Some(call) = index.call_of(row.id)? {
            found.insert(row.id.0, view(call));
        }
    }
    Ok(found)
}

/// Somebody who was called, too.
pub fn member(row: latchkey_index::CallMemberRow) -> CallMemberView {
    CallMemberView {
        name: row.name,
        outcome: word(row.outcome).to_owned(),
    }
}

fn view(row: CallRow) -> CallView {
    CallView {
        video: row.video,
        duration: row.duration,
        outcome: word(row.outcome).to_owned(),
        members: row.members.into_iter().map(member).collect(),
    }
}

/// The word of the command line.
pub fn word(outcome: CallOutcome) -> &'static str {
    match outcome {
        CallOutcome::Answered => "answered",
        CallOutcome::Missed => "missed",
        CallOutcome::Declined => "declined",
        CallOutcome::Unavailable => "unavailable",
        CallOutcome::Unknown => "unknown",
    }
}
