//! What marks a message: quotes, forwards, edits, mentions, and the details of a system notice.

use super::super::{SourceWriter, WriteSourceError};
use crate::draft::{MessageDraft, NoticeDraft, QuoteDraft, SenderForm};

impl SourceWriter {
    pub(super) fn notice_rows(
        &mut self,
        row: i64,
        notice: &NoticeDraft,
    ) -> Result<(), WriteSourceError> {
        self.side(
            "INSERT INTO message_system (message_row_id, action_type) VALUES (?1, ?2)",
            (row, notice.action),
        )?;
        if notice.action != 10 && notice.action != 28 {
            for person in &notice.people {
                let person_row =
                    self.addresses
                        .sender_row(&self.connection, *person, SenderForm::Phone)?;
                self.side(
                    "INSERT INTO message_system_chat_participant (message_row_id, user_jid_row_id) VALUES (?1, ?2)",
                    (row, person_row),
                )?;
            }
        }
        match (notice.action, notice.people.as_slice()) {
            (10 | 28, [old, new]) => {
                let old = self.addresses.sender_row(&self.connection, *old, SenderForm::Phone)?;
                let new = self.addresses.sender_row(&self.connection, *new, SenderForm::Phone)?;
                self.side(
                    "INSERT INTO message_system_number_change (message_row_id, old_jid_row_id, new_jid_row_id)
                     VALUES (?1, ?2, ?3)",
                    (row, old, new),
                )?;
            }
            (57, _) => self.side(
                "INSERT INTO message_system_device_change (message_row_id, device_added_count, device_removed_count)
                 VALUES (?1, 1, ?2)",
                (row, row % 2),
            )?,
            (58, _) => self.side(
                "INSERT INTO message_system_block_contact (message_row_id, is_blocked) VALUES (?1, ?2)",
                (row, row % 2),
            )?,
            (6, _) => self.side(
                "INSERT INTO message_system_photo_change (message_row_id, new_photo_id) VALUES (?1, ?2)",
                (row, row.to_string()),
            )?,
            (12 | 20 | 11, _) => self.side(
                "INSERT INTO message_system_group (message_row_id, is_me_joined) VALUES (?1, ?2)",
                (row, i64::from(notice.action == 11)),
            )?,
            _ => {}
        }
        if let Some(old) = &notice.old {
            self.side(
                "INSERT INTO message_system_value_change (message_row_id, old_data) VALUES (?1, ?2)",
                (row, old),
            )?;
        }
        if let Some(seconds) = notice.timer {
            self.side(
                "INSERT INTO message_ephemeral_setting (message_row_id, setting_duration, setting_reason)
                 VALUES (?1, ?2, 0)",
                (row, seconds),
            )?;
        }
        Ok(())
    }

    /// Quote, forward, edit, association, mentions.
    pub(super) fn modern_marks(
        &mut self,
        row: i64,
        chat: i64,
        draft: &MessageDraft,
    ) -> Result<(), WriteSourceError> {
        if let Some(quote) = &draft.quote {
            self.quote_row(row, chat, quote)?;
        }
        if let Some(score) = draft.forwarded {
            self.side(
                "INSERT INTO message_forwarded (message_row_id, forward_score) VALUES (?1, ?2)",
                (row, score),
            )?;
        }
        if let Some((original, at)) = &draft.edited {
            self.side(
                "INSERT INTO message_edit_info (message_row_id, original_key_id, edited_timestamp, sender_timestamp)
                 VALUES (?1, ?2, ?3, ?3)",
                (row, original, at),
            )?;
        }
        if let Some((parent, kind)) = draft.parent {
            self.side(
                "INSERT INTO message_association (child_message_row_id, parent_message_row_id, association_type)
                 VALUES (?1, ?2, ?3)",
                (row, parent, kind),
            )?;
        }
        for person in &draft.mentions {
            let mentioned = match self.addresses.lid_row(*person) {
                Some(lid) => lid,
                None => self
                    .addresses
                    .sender_row(&self.connection, *person, SenderForm::Phone)?,
            };
            self.side(
                "INSERT INTO message_mentions (message_row_id, jid_row_id, display_name, mention_type)
                 VALUES (?1, ?2, ?3, 0)",
                (row, mentioned, self.addresses.name(*person)),
            )?;
        }
        Ok(())
    }

    pub(super) fn quote_row(
        &mut self,
        row: i64,
        chat: i64,
        quote: &QuoteDraft,
    ) -> Result<(), WriteSourceError> {
        let sender = match quote.sender {
            Some(person) => {
                self.addresses
                    .sender_row(&self.connection, person, SenderForm::Phone)?
            }
            None => 0,
        };
        self.side(
            "INSERT INTO message_quoted (message_row_id, chat_row_id, parent_message_chat_row_id, from_me,
             sender_jid_row_id, key_id, timestamp, message_type, origin, text_data, lookup_tables)
             VALUES (?1, ?2, ?2, ?3, ?4, ?5, ?6, ?7, 0, ?8, ?9)",
            (
                row,
                chat,
                i64::from(quote.from_me),
                sender,
                &quote.key,
                quote.at,
                quote.number,
                &quote.text,
                rusqlite::types::Null,
            ),
        )
    }
}
