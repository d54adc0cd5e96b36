//! Rows of polls, events and invitations.

use sha2::{Digest, Sha256};

use super::super::{SourceWriter, WriteSourceError};
use crate::draft::{ChatNo, EventDraft, PollDraft};

impl SourceWriter {
    pub(super) fn poll_rows(
        &mut self,
        row: i64,
        chat: i64,
        poll: &PollDraft,
    ) -> Result<(), WriteSourceError> {
        self.side(
            "INSERT INTO message_poll (message_row_id, enc_key, selectable_options_count, poll_type, end_time)
             VALUES (?1, ?2, ?3, ?4, ?5)",
            (
                row,
                Sha256::digest(row.to_le_bytes()).to_vec(),
                poll.choices,
                i64::from(poll.quiz),
                poll.ends,
            ),
        )?;
        let mut option_rows = Vec::with_capacity(poll.options.len());
        for (index, option) in poll.options.iter().enumerate() {
            let unknown = if index == 0 { poll.unknown_votes } else { 0 };
            self.side(
                "INSERT INTO message_poll_option (message_row_id, option_sha256, option_name, vote_total)
                 VALUES (?1, ?2, ?3, ?4)",
                (
                    row,
                    hex::encode_upper(Sha256::digest(option)),
                    option,
                    standing(poll, index) + unknown,
                ),
            )?;
            option_rows.push(self.connection.last_insert_rowid());
        }
        for (index, vote) in poll.votes.iter().enumerate() {
            let add_on = self.add_on(row, chat, vote.from, (67, vote.at, index))?;
            self.side(
                "INSERT INTO message_add_on_poll_vote (message_add_on_row_id, sender_timestamp) VALUES (?1, ?2)",
                (add_on, vote.at),
            )?;
            for option in vote.options.iter().filter_map(|at| option_rows.get(*at)) {
                self.side(
                    "INSERT INTO message_add_on_poll_vote_selected_option (message_add_on_row_id,
                     message_poll_option_id) VALUES (?1, ?2)",
                    (add_on, option),
                )?;
            }
        }
        Ok(())
    }

    pub(super) fn event_rows(
        &mut self,
        row: i64,
        chat: i64,
        event: &EventDraft,
    ) -> Result<(), WriteSourceError> {
        self.side(
            "INSERT INTO message_event (message_row_id, is_canceled, name, description, location_latitude,
             location_longitude, location_name, location_address, join_link, start_time, end_time, is_schedule_call)
             VALUES (?1, ?2, ?3, ?4, 52.5, 13.4, ?5, ?5, ?6, ?7, ?8, ?9)",
            (
                row,
                i64::from(event.cancelled),
                &event.name,
                &event.description,
                &event.place,
                &event.link,
                event.start,
                event.end,
                i64::from(event.link.is_some()),
            ),
        )?;
        for (index, answer) in event.answers.iter().enumerate() {
            let add_on = self.add_on(row, chat, answer.from, (93, answer.at, index))?;
            self.side(
                "INSERT INTO message_add_on_event_response (message_add_on_row_id, response, sender_timestamp,
                 extra_guest_count) VALUES (?1, ?2, ?3, ?4)",
                (add_on, answer.response, answer.at, answer.guests),
            )?;
        }
        Ok(())
    }

    pub(super) fn invite_row(
        &self,
        row: i64,
        admin: i64,
        (group, chat, code): (&str, Option<ChatNo>, &str),
        at: i64,
    ) -> Result<(), WriteSourceError> {
        let group_row = chat.map_or(0, |chat| self.chats[chat.0].jid);
        self.side(
            "INSERT INTO message_group_invite (message_row_id, group_jid_row_id, admin_jid_row_id, group_name,
             invite_code, expiration, invite_time, expired) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, 0)",
            (row, group_row, admin, group, code, at / 1000 + 259_200, at),
        )
    }
}

/// People whose newest vote has this option.
fn standing(poll: &PollDraft, option: usize) -> i64 {
    let newest: std::collections::BTreeMap<_, _> = poll
        .votes
        .iter()
        .map(|vote| (vote.from, &vote.options))
        .collect();
    newest
        .values()
        .filter(|options| options.contains(&option))
        .count() as i64
}
