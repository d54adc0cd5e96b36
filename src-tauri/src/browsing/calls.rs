//! The calls that messages of a page stand for: looked up in the call log, and only when there are such messages.

use std::collections::{HashMap, HashSet};

use latchkey_index::{CallRow, Index, MessageRow, QueryError};
use latchkey_messages::{CallOutcome, Kind};

use crate::views::{CallMemberView, CallView};

/// Calls read at a time.
const BATCH: u32 = 1_000;

/// The calls of these messages, by message.
///
/// # Errors
/// What reading the tables meets.
pub fn calls_of(index: &Index, page: &[MessageRow]) -> Result<HashMap<i64, CallView>, QueryError> {
    let calls = page.iter().filter(|row| row.kind == Kind::Call);
    let mut wanted: HashSet<i64> = calls.map(|row| row.id.0).collect();
    let mut found = HashMap::new();
    let mut offset = 0;
    while !wanted.is_empty() {
        let batch = index.calls(offset, BATCH)?;
        let last = batch.len() < BATCH as usize;
        for call in batch {
            if let Some(message) = call.message.filter(|message| wanted.remove(&message.0)) {
                found.insert(message.0, view(call));
            }
        }
        if last {
            break;
        }
        offset += u64::from(BATCH);
    }
    Ok(found)
}

fn view(row: CallRow) -> CallView {
    let member = |row: latchkey_index::CallMemberRow| CallMemberView {
        name: row.name,
        outcome: word(row.outcome).to_owned(),
    };
    CallView {
        video: row.video,
        duration: row.duration,
        outcome: word(row.outcome).to_owned(),
        members: row.members.into_iter().map(member).collect(),
    }
}

/// The word of the command line.
fn word(outcome: CallOutcome) -> &'static str {
    match outcome {
        CallOutcome::Answered => "answered",
        CallOutcome::Missed => "missed",
        CallOutcome::Declined => "declined",
        CallOutcome::Unavailable => "unavailable",
        CallOutcome::Unknown => "unknown",
    }
}
