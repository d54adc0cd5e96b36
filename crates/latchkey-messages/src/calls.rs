//! The call log, and the missed calls that older versions kept apart from it.
//!
//! A missed call that stands in both is handed out once, with the message that shows it.

use std::collections::HashMap;
use std::ops::ControlFlow;

use rusqlite::Row;

use crate::kind::outcome_of;
use crate::scan::scan;
use crate::source::Parts;
use crate::value;
use crate::{Call, CallOutcome, PersonId, ReadError, RowId};

/// Two entries of one missed call lie this close together, in milliseconds.
const SAME_CALL: i64 = 10_000;

/// Columns of `call_log`, in the order in which [`logged`] reads them.
const COLUMNS: [&str; 9] = [
    "_id",
    "jid_row_id",
    "from_me",
    "call_id",
    "timestamp",
    "video_call",
    "duration",
    "call_result",
    "group_jid_row_id",
];

/// A call that was not taken, in few bytes: who, when, and where it stands.
type Missed = HashMap<Option<PersonId>, Vec<i64>>;

/// Hands out every call.
pub(crate) fn read(
    parts: &Parts,
    on_call: &mut dyn FnMut(Call) -> ControlFlow<()>,
) -> Result<u64, ReadError> {
    let mut count = 0;
    let mut cancelled = false;
    let mut missed = Missed::new();
    let links = links(parts)?;
    let mut hand_out = |call: Call| {
        count += 1;
        cancelled |= on_call(call).is_break();
        if cancelled {
            ControlFlow::Break(())
        } else {
            ControlFlow::Continue(())
        }
    };
    let mut flow = ControlFlow::Continue(());
    if let Some(table) = parts.schema.table("call_log") {
        scan(
            &parts.connection,
            &table.select(&COLUMNS),
            None,
            &mut |number, row| {
                let call = logged(number, row, parts, &links);
                if !call.from_me && call.outcome != CallOutcome::Answered {
                    missed.entry(call.peer).or_default().extend(call.at);
                }
                flow = hand_out(call);
                flow
            },
        )?;
    }
    if flow.is_continue() {
        old_missed(parts, &missed, &mut hand_out)?;
    }
    if cancelled {
        Err(ReadError::Cancelled)
    } else {
        Ok(count)
    }
}

/// Which message shows a call of the log.
fn links(parts: &Parts) -> rusqlite::Result<HashMap<i64, i64>> {
    let mut links = HashMap::new();
    let columns = ["message_row_id", "call_log_row_id"];
    let Some(table) = parts.schema.table_with("message_call_log", &columns) else {
        return Ok(links);
    };
    scan(
        &parts.connection,
        &table.select(&columns),
        None,
        &mut |_, row| {
            if let (Some(message), Some(call)) =
                (value::reference(row, 1), value::reference(row, 2))
            {
                links.insert(call, message);
            }
            ControlFlow::Continue(())
        },
    )?;
    Ok(links)
}

fn logged(number: i64, row: &Row<'_>, parts: &Parts, links: &HashMap<i64, i64>) -> Call {
    let id = value::integer(row, 1).unwrap_or(number);
    let duration = value::unsigned(row, 7).unwrap_or(0);
    let peer = value::reference(row, 2);
    let group = value::reference(row, 9)
        .or(peer)
        .and_then(|jid| parts.people.address(jid));
    Call {
        row: id,
        call_id: value::text(row, 4).unwrap_or_default(),
        peer: peer.and_then(|jid| parts.people.by_row(jid)),
        group: group
            .filter(|address| !address.kind.is_person())
            .map(|address| address.text.clone()),
        from_me: value::flag(row, 3),
        at: value::time(row, 5),
        video: value::flag(row, 6),
        duration,
        outcome: outcome_of(value::integer(row, 8), duration),
        message: links.get(&id).copied().map(RowId),
        ..Call::default()
    }
}

/// Calls of `missed_call_logs` that the log does not have; their rows are negative, so that none is taken twice.
fn old_missed(
    parts: &Parts,
    missed: &Missed,
    hand_out: &mut dyn FnMut(Call) -> ControlFlow<()>,
) -> Result<(), ReadError> {
    let Some(table) = parts
        .schema
        .table_with("missed_call_logs", &["message_row_id"])
    else {
        return Ok(());
    };
    let select = table.select(&[
        "_id",
        "message_row_id",
        "timestamp",
        "video_call",
        "group_jid_row_id",
    ]);
    let mut failed = None;
    scan(&parts.connection, &select, None, &mut |number, row| {
        let id = value::integer(row, 1).unwrap_or(number);
        let message = value::reference(row, 2);
        let shown = match message
            .map(|message| parts.call_message(message))
            .transpose()
        {
            Ok(shown) => shown.flatten(),
            Err(error) => {
                failed = Some(error);
                return ControlFlow::Break(());
            }
        };
        let at = value::time(row, 3).or(shown.as_ref().and_then(|shown| shown.sent_at));
        let peer = shown.as_ref().and_then(|shown| shown.peer);
        let near =
            |other: &i64| at.is_some_and(|at| at.abs_diff(*other) <= SAME_CALL.unsigned_abs());
        if missed
            .get(&peer)
            .is_some_and(|times| times.iter().any(near))
        {
            return ControlFlow::Continue(());
        }
        let group = value::reference(row, 5).and_then(|jid| parts.people.address(jid));
        hand_out(Call {
            row: id.saturating_neg(),
            call_id: shown.map_or_else(|| format!("missed-{id}"), |shown| shown.key_id),
            peer,
            group: group
                .filter(|address| !address.kind.is_person())
                .map(|address| address.text.clone()),
            from_me: false,
            at,
            video: value::flag(row, 4),
            duration: 0,
            outcome: CallOutcome::Missed,
            message: message.map(RowId),
            ..Call::default()
        })
    })?;
    failed.map_or(Ok(()), |error| Err(error.into()))
}
