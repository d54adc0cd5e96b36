//! What a restore of the rows written must report, counted as they are written.

use std::collections::{BTreeMap, BTreeSet};

use super::{SchemaState, SourceWriter, WriteSourceError};
use crate::draft::{Body, CallDraft, MessageDraft};

/// Milliseconds after which a date is none: the year 2100.
const LATEST: i64 = 4_102_444_800_000;
/// A notice that the app itself never displays.
const NEVER_DISPLAYED_ACTION: i64 = 60;

impl SourceWriter {
    /// Counts what a restore must report for this message.
    pub(super) fn count(&mut self, draft: &MessageDraft) {
        let deleted = self.chats[draft.chat.0].deleted;
        let modern = self.schema == SchemaState::Modern;
        let logged = self.schema != SchemaState::Legacy;
        let count = &mut self.expectations;
        count.source_rows += 1;
        let unseen =
            matches!(&draft.body, Body::Notice(notice) if notice.action == NEVER_DISPLAYED_ACTION);
        if unseen || matches!(draft.body, Body::NeverDisplayed) {
            count.leave_out("never_displayed");
            return;
        }
        *count
            .by_kind
            .entry(draft.body.word().to_owned())
            .or_default() += 1;
        if deleted {
            count.seen_deleted.insert(draft.chat.0);
            count.orphaned_messages += 1;
        } else {
            count.seen_chats.insert(draft.chat.0);
        }
        if let Some(file) = draft.body.file()
            && (file.path.is_some() || matches!(draft.body, Body::File { .. }))
        {
            count.media_referenced += 1;
            count.media_with_path += u64::from(file.path.is_some());
            count.media_found += u64::from(file.exists);
        }
        if let Some(kind) = draft.parent.and_then(|(_, number)| folded(number)) {
            *count.folded.entry(kind.to_owned()).or_default() += 1;
        }
        count.calls += u64::from(logged && is_call(&draft.body));
        count.starred += u64::from(draft.starred);
        count.quotes += u64::from(draft.quote.is_some());
        count.undated += u64::from(draft.at <= 0 || draft.at > LATEST);
        if !modern {
            return;
        }
        count.edited += u64::from(draft.edited.is_some());
        if let Body::Poll(poll) = &draft.body {
            let newest: BTreeMap<_, _> = poll
                .votes
                .iter()
                .map(|vote| (vote.from, vote.options.is_empty()))
                .collect();
            count.votes += newest.values().filter(|taken_back| !**taken_back).count() as u64;
        }
        if let Body::Event(event) = &draft.body {
            let people: BTreeSet<_> = event.answers.iter().map(|answer| answer.from).collect();
            count.answers += people.len() as u64;
        }
        let newest: BTreeMap<_, _> = draft
            .reactions
            .iter()
            .map(|reaction| (reaction.from, reaction.emoji.is_empty()))
            .collect();
        count.reactions += newest.values().filter(|withdrawn| !**withdrawn).count() as u64;
        count.receipts += draft.receipts.len() as u64;
        count.mentions += draft.mentions.len() as u64;
        count.pinned += u64::from(draft.pins.last().is_some_and(|pin| pin.on));
        count.kept += u64::from(draft.keeps.last().is_some_and(|keep| keep.on));
    }

    /// Counts the rows of every table, so that the account of each can be compared.
    pub(super) fn count_tables(&mut self) -> Result<(), WriteSourceError> {
        let mut statement = self.connection.prepare(
            "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%' AND sql NOT LIKE '%VIRTUAL%'",
        )?;
        let names: Vec<String> = statement
            .query_map([], |row| row.get(0))?
            .collect::<Result<_, _>>()?;
        let mut tables = BTreeMap::new();
        for name in names {
            let rows: i64 = self.connection.query_row(
                &format!("SELECT count(*) FROM \"{name}\""),
                [],
                |row| row.get(0),
            )?;
            tables.insert(name, rows.unsigned_abs());
        }
        self.expectations.tables = tables;
        Ok(())
    }
}

/// The word for what a message is a part of, by the association's number.
fn folded(number: i64) -> Option<&'static str> {
    match number {
        2 => Some("album"),
        6 => Some("poll_picture"),
        7 | 12 => Some("hd_twin"),
        11 => Some("motion_clip"),
        _ => None,
    }
}

fn is_call(body: &Body) -> bool {
    matches!(body, Body::Call(CallDraft { .. }) | Body::MissedCall { .. })
}
