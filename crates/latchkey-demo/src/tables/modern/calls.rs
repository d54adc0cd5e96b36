//! Rows of calls: the log, its participants, and the older table of missed calls.

use super::super::{SchemaState, SourceWriter, WriteSourceError};
use crate::draft::{CallDraft, CallKind, MessageDraft, PersonNo};

impl SourceWriter {
    /// The call log's row, in the hybrid state too.
    pub(in crate::tables) fn call_rows(
        &mut self,
        row: i64,
        call: &CallDraft,
        draft: &MessageDraft,
    ) -> Result<(), WriteSourceError> {
        let (slot_jid, many) = {
            let slot = &self.chats[draft.chat.0];
            (slot.jid, slot.many)
        };
        let peer = match draft.sender {
            Some(person) => self
                .addresses
                .sender_row(&self.connection, person, draft.form)?,
            None => slot_jid,
        };
        self.side(
            "INSERT INTO call_log (jid_row_id, from_me, call_id, transaction_id, timestamp, video_call, duration,
             call_result, bytes_transferred, group_jid_row_id, is_joinable_group_call)
             VALUES (?1, ?2, ?3, -1, ?4, ?5, ?6, ?7, ?8, ?9, ?10)",
            (
                if many { peer } else { slot_jid },
                i64::from(draft.from_me),
                format!("call:{}", draft.key),
                draft.at,
                i64::from(call.video),
                call.duration,
                call.result,
                call.duration * if call.video { 61_000 } else { 7_400 },
                if many { slot_jid } else { 0 },
                i64::from(many),
            ),
        )?;
        if self.schema != SchemaState::Modern {
            return Ok(());
        }
        let log = self.connection.last_insert_rowid();
        if call.kind == CallKind::VoiceChat {
            self.side("UPDATE call_log SET call_type = 2 WHERE _id = ?1", [log])?;
        }
        self.side(
            "INSERT INTO message_call_log (message_row_id, call_log_row_id) VALUES (?1, ?2)",
            (row, log),
        )?;
        let others: Vec<(i64, i64)> = call
            .members
            .iter()
            .map(|(person, result)| Ok((self.address_of(*person)?, *result)))
            .collect::<Result<_, WriteSourceError>>()?;
        let alone = many && others.is_empty();
        for (member, result) in others
            .into_iter()
            .chain(alone.then_some((peer, call.result)))
        {
            self.side(
                "INSERT INTO call_log_participant_v2 (call_log_row_id, jid_row_id, call_result) VALUES (?1, ?2, ?3)",
                (log, member, result),
            )?;
        }
        Ok(())
    }

    /// A missed call that only the older table knows, in the hybrid state too.
    pub(in crate::tables) fn missed_call_rows(
        &mut self,
        row: i64,
        video: bool,
        members: &[PersonNo],
        draft: &MessageDraft,
    ) -> Result<(), WriteSourceError> {
        let (slot_jid, many) = {
            let slot = &self.chats[draft.chat.0];
            (slot.jid, slot.many)
        };
        self.side(
            "INSERT INTO missed_call_logs (message_row_id, timestamp, video_call, group_jid_row_id,
             is_joinable_group_call) VALUES (?1, ?2, ?3, ?4, 0)",
            (
                row,
                draft.at,
                i64::from(video),
                if many { slot_jid } else { 0 },
            ),
        )?;
        let log = self.connection.last_insert_rowid();
        for member in members {
            self.side(
                "INSERT INTO missed_call_log_participant (call_logs_row_id, jid, call_result) VALUES (?1, ?2, 2)",
                (log, self.addresses.text(*member)),
            )?;
        }
        Ok(())
    }
}
