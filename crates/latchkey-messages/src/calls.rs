//! The call log, and the missed calls that older versions kept apart from it.
//!
//! A missed call that stands in both is handed out once, with the message that shows it. How it went for a single
//! participant is written in numbers of their own, of which only "taken" is sure.

use std::collections::HashMap;
use std::ops::ControlFlow;

use rusqlite::Row;

use crate::kind::outcome_of;
use crate::scan::{lost_rows, scan};
use crate::schema::Table;
use crate::side::{RowSet, Side, Spec};
use crate::source::Parts;
use crate::value;
use crate::{Call, CallOutcome, PersonId, ReadError, RowId, TableCounts};

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

/// Participants of calls, and of missed calls of old versions.
const PARTICIPANTS: Spec = Spec {
    table: "call_log_participant_v2",
    owner: "call_log_row_id",
    columns: &["jid_row_id", "call_result"],
};
const OLD_PARTICIPANTS: Spec = Spec {
    table: "missed_call_log_participant",
    owner: "call_logs_row_id",
    columns: &["jid", "call_result"],
};
/// Participants of one call that are kept.
const MOST: usize = 1000;
/// `call_result` of a participant who took the call.
const TAKEN: i64 = 5;

/// A call that was not taken, in few bytes: who, when, and where it stands.
type Missed = HashMap<Option<PersonId>, Vec<i64>>;

/// Hands out every call.
pub(crate) fn read(
    parts: &Parts,
    on_call: &mut dyn FnMut(Call) -> ControlFlow<()>,
) -> Result<u64, ReadError> {
    let mut count = 0;
    let mut hand_out = |call: Call| {
        count += 1;
        on_call(call)
    };
    let mut missed = Missed::new();
    let mut flow = log(parts, &mut missed, &mut hand_out)?;
    if flow.is_continue() {
        flow = old_missed(parts, &mut missed, &mut hand_out)?;
    }
    if flow.is_break() {
        return Err(ReadError::Cancelled);
    }
    Ok(count)
}

/// Calls of the log.
fn log(
    parts: &Parts,
    missed: &mut Missed,
    hand_out: &mut dyn FnMut(Call) -> ControlFlow<()>,
) -> Result<ControlFlow<()>, ReadError> {
    let Some(table) = parts.schema.table("call_log") else {
        return Ok(ControlFlow::Continue(()));
    };
    let ids = ids(parts, table)?;
    let links = links(parts, &ids)?;
    let (connection, schema) = (&parts.connection, &parts.schema);
    let mut members = Side::open(connection, schema, PARTICIPANTS, &|id| ids.contains(id))?;
    let (mut flow, mut failed) = (ControlFlow::Continue(()), None);
    let mut counts = TableCounts::default();
    let select = table.select(&COLUMNS);
    let scanned = scan(connection, &select, None, &mut |number, row| {
        counts.rows += 1;
        counts.shown += 1;
        let mut call = logged(number, row, parts, &links);
        let who = |row: &Row<'_>| parts.people.by_row(value::reference(row, 1)?);
        match participants(&mut members, call.row, &who) {
            Ok(members) => call.members = members,
            Err(error) => failed = Some(error),
        }
        if !call.from_me && call.outcome != CallOutcome::Answered {
            missed.entry(call.peer).or_default().extend(call.at);
        }
        flow = hand_out(call);
        if failed.is_some() {
            flow = ControlFlow::Break(());
        }
        flow
    })?;
    if let Some(error) = failed {
        return Err(error.into());
    }
    let lost = lost_rows(connection, table, &scanned);
    counts.rows += lost;
    counts.unreadable += lost;
    parts.account("call_log", counts);
    parts.account(PARTICIPANTS.table, members.counts());
    Ok(flow)
}

/// Numbers of the calls.
fn ids(parts: &Parts, table: &Table) -> rusqlite::Result<RowSet> {
    let mut ids = RowSet::default();
    let select = table.select(&["_id"]);
    scan(&parts.connection, &select, None, &mut |number, row| {
        ids.insert(value::integer(row, 1).unwrap_or(number));
        ControlFlow::Continue(())
    })?;
    ids.finish();
    Ok(ids)
}

/// Who else was called, in stored order, and how it went for them.
fn participants(
    side: &mut Side<'_>,
    call: i64,
    who: &dyn Fn(&Row<'_>) -> Option<PersonId>,
) -> rusqlite::Result<Vec<(PersonId, CallOutcome)>> {
    let (mut members, mut unused) = (Vec::new(), 0);
    side.each(call, &mut |row| {
        let outcome = match value::integer(row, 2) {
            Some(TAKEN) => CallOutcome::Answered,
            _ => CallOutcome::Unknown,
        };
        match who(row) {
            Some(person) if members.len() < MOST => members.push((person, outcome)),
            _ => unused += 1,
        }
    })?;
    side.pass_over(unused);
    side.settle(call, true);
    Ok(members)
}

/// Which message shows a call of the log.
fn links(parts: &Parts, calls: &RowSet) -> rusqlite::Result<HashMap<i64, i64>> {
    let mut links = HashMap::new();
    let columns = ["message_row_id", "call_log_row_id"];
    let Some(table) = parts.schema.table_with("message_call_log", &columns) else {
        return Ok(links);
    };
    let mut counts = TableCounts::default();
    let select = table.select(&columns);
    let scanned = scan(&parts.connection, &select, None, &mut |_, row| {
        counts.rows += 1;
        let message = value::reference(row, 1).filter(|&message| parts.order.has(message));
        let call = value::reference(row, 2).filter(|&call| calls.contains(call));
        match (message, call) {
            (Some(message), Some(call)) => match links.insert(call, message) {
                Some(_) => counts.superseded += 1,
                None => counts.shown += 1,
            },
            _ => counts.orphaned += 1,
        }
        ControlFlow::Continue(())
    })?;
    let lost = lost_rows(&parts.connection, table, &scanned);
    counts.rows += lost;
    counts.unreadable += lost;
    parts.account("message_call_log", counts);
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
    missed: &mut Missed,
    hand_out: &mut dyn FnMut(Call) -> ControlFlow<()>,
) -> Result<ControlFlow<()>, ReadError> {
    let mut flow = ControlFlow::Continue(());
    let columns = ["message_row_id"];
    let Some(table) = parts.schema.table_with("missed_call_logs", &columns) else {
        return Ok(flow);
    };
    let ids = ids(parts, table)?;
    let (connection, schema) = (&parts.connection, &parts.schema);
    let mut members = Side::open(connection, schema, OLD_PARTICIPANTS, &|id| ids.contains(id))?;
    let select = table.select(&[
        "_id",
        "message_row_id",
        "timestamp",
        "video_call",
        "group_jid_row_id",
    ]);
    let mut failed = None;
    let mut counts = TableCounts::default();
    missed.values_mut().for_each(|times| times.sort_unstable());
    let scanned = scan(connection, &select, None, &mut |number, row| {
        counts.rows += 1;
        let id = value::integer(row, 1).unwrap_or(number);
        let who = |row: &Row<'_>| parts.people.by_text(&value::text(row, 1)?);
        let found = participants(&mut members, id, &who)
            .and_then(|members| Ok((old_call(parts, id, row)?, members)));
        let (mut call, members) = match found {
            Ok(found) => found,
            Err(error) => {
                failed = Some(error);
                return ControlFlow::Break(());
            }
        };
        call.members = members;
        let times = missed.get(&call.peer).map_or(&[][..], Vec::as_slice);
        if call.at.is_some_and(|at| is_near(times, at)) {
            counts.superseded += 1;
            return ControlFlow::Continue(());
        }
        counts.shown += 1;
        flow = hand_out(call);
        flow
    })?;
    if let Some(error) = failed {
        return Err(error.into());
    }
    let lost = lost_rows(connection, table, &scanned);
    counts.rows += lost;
    counts.unreadable += lost;
    parts.account("missed_call_logs", counts);
    parts.account(OLD_PARTICIPANTS.table, members.counts());
    Ok(flow)
}

/// One of these times, which rise, is that of the same call.
fn is_near(times: &[i64], at: i64) -> bool {
    let from = times.partition_point(|&time| time < at.saturating_sub(SAME_CALL));
    times
        .get(from)
        .is_some_and(|&time| time <= at.saturating_add(SAME_CALL))
}

/// A missed call, with what the message that shows it knows.
fn old_call(parts: &Parts, id: i64, row: &Row<'_>) -> rusqlite::Result<Call> {
    let message = value::reference(row, 2);
    let shown = message.map(|message| parts.call_message(message));
    let shown = shown.transpose()?.flatten();
    let group = value::reference(row, 5).and_then(|jid| parts.people.address(jid));
    let group = group.filter(|address| !address.kind.is_person());
    Ok(Call {
        row: id.saturating_neg(),
        peer: shown.as_ref().and_then(|shown| shown.peer),
        group: group.map(|address| address.text.clone()),
        at: value::time(row, 3).or(shown.as_ref().and_then(|shown| shown.sent_at)),
        call_id: shown.map_or_else(|| format!("missed-{id}"), |shown| shown.key_id),
        video: value::flag(row, 4),
        outcome: CallOutcome::Missed,
        message: message.map(RowId),
        ..Call::default()
    })
}
