//! What marks a message: quotes, forwards, edits, mentions, what it is a part of, timers, receipts, figures.

use sha2::{Digest, Sha256};

use super::super::{SourceWriter, WriteSourceError};
use crate::draft::{
    Body, MentionDraft, MessageDraft, PersonNo, QuoteDraft, ReceiptDraft, SenderForm,
};

/// From here on the app keeps a secret with each message (April 2022), milliseconds UTC.
const SECRETS_SINCE: i64 = 1_650_000_000_000;

impl SourceWriter {
    pub(super) fn modern_marks(
        &mut self,
        row: i64,
        chat: i64,
        sender: i64,
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
        self.part_rows(row, draft)?;
        for mention in &draft.mentions {
            self.mention_row(row, *mention)?;
        }
        if let Some((seconds, at)) = draft.disappears {
            let kept = draft.keeps.last().is_some_and(|keep| keep.on);
            self.side(
                "INSERT INTO message_ephemeral (message_row_id, duration, expire_timestamp, keep_in_chat)
                 VALUES (?1, ?2, ?3, ?4)",
                (row, seconds, at, i64::from(kept)),
            )?;
        }
        self.receipt_rows(row, &draft.receipts)?;
        self.device_row(row, draft)?;
        self.figure_rows(row, chat, draft)?;
        if self.chats[draft.chat.0].address == "status@broadcast" {
            self.side(
                "INSERT INTO status_message_info (message_row_id, status_distribution_mode, is_mentioned)
                 VALUES (?1, 0, 0)",
                [row],
            )?;
        }
        let sent = matches!(
            draft.body,
            Body::Text(_) | Body::Link { .. } | Body::File { .. } | Body::Poll(_) | Body::Event(_)
        );
        if sent && sender >= 0 && draft.at > SECRETS_SINCE {
            self.side(
                "INSERT INTO message_secret (message_row_id, message_secret) VALUES (?1, ?2)",
                (row, Sha256::digest(&draft.key).as_slice()),
            )?;
        }
        Ok(())
    }

    /// What it is a part of.
    fn part_rows(&self, row: i64, draft: &MessageDraft) -> Result<(), WriteSourceError> {
        if let Some((parent, kind)) = draft.parent {
            self.side(
                "INSERT INTO message_association (child_message_row_id, parent_message_row_id, association_type)
                 VALUES (?1, ?2, ?3)",
                (row, parent, kind),
            )?;
        }
        if let Some(post) = draft.comments {
            self.side(
                "INSERT INTO message_comment (parent_message_row_id, message_row_id) VALUES (?1, ?2)",
                (post, row),
            )?;
        }
        Ok(())
    }

    fn mention_row(&mut self, row: i64, mention: MentionDraft) -> Result<(), WriteSourceError> {
        let (person, person_row) = match mention {
            MentionDraft::Everyone => {
                return self.side(
                    "INSERT INTO message_mentions (message_row_id, jid_row_id, mention_type) VALUES (?1, NULL, 2)",
                    [row],
                );
            }
            MentionDraft::Phone(person) => (person, self.address_of(person)?),
            MentionDraft::Person(person) => match self.addresses.lid_row(person) {
                Some(lid) => (person, lid),
                None => (person, self.address_of(person)?),
            },
        };
        self.side(
            "INSERT INTO message_mentions (message_row_id, jid_row_id, display_name, mention_type)
             VALUES (?1, ?2, ?3, 0)",
            (row, person_row, self.addresses.name(person)),
        )
    }

    /// A receipt for each member, in the hybrid state too.
    pub(in crate::tables) fn receipt_rows(
        &mut self,
        row: i64,
        receipts: &[ReceiptDraft],
    ) -> Result<(), WriteSourceError> {
        for receipt in receipts {
            let person_row = self.address_of(receipt.person)?;
            self.side(
                "INSERT INTO receipt_user (message_row_id, receipt_user_jid_row_id, receipt_timestamp,
                 read_timestamp, played_timestamp) VALUES (?1, ?2, ?3, ?4, ?5)",
                (
                    row,
                    person_row,
                    receipt.delivered,
                    receipt.read,
                    receipt.played,
                ),
            )?;
        }
        Ok(())
    }

    fn device_row(&mut self, row: i64, draft: &MessageDraft) -> Result<(), WriteSourceError> {
        let (Some(device), Some(person)) = (draft.device, self.author(draft)) else {
            return Ok(());
        };
        let form = if device == 0 {
            SenderForm::Phone
        } else {
            SenderForm::Device(device)
        };
        let device_row = self.addresses.sender_row(&self.connection, person, form)?;
        self.side(
            "INSERT INTO message_details (message_row_id, author_device_jid) VALUES (?1, ?2)",
            (row, device_row),
        )
    }

    /// Who wrote a message, when it was not the owner.
    fn author(&self, draft: &MessageDraft) -> Option<PersonNo> {
        draft
            .sender
            .or(self.chats[draft.chat.0].peer)
            .filter(|_| !draft.from_me)
    }

    fn figure_rows(
        &self,
        row: i64,
        chat: i64,
        draft: &MessageDraft,
    ) -> Result<(), WriteSourceError> {
        let Some(figures) = &draft.figures else {
            return Ok(());
        };
        self.side(
            "INSERT INTO newsletter_message (message_row_id, chat_row_id, server_message_id, view_count)
             VALUES (?1, ?2, ?3, ?4)",
            (row, chat, row % 10_000 + 100, figures.views),
        )?;
        for (emoji, count) in &figures.reactions {
            self.side(
                "INSERT INTO newsletter_message_reaction (message_row_id, reaction, reaction_count)
                 VALUES (?1, ?2, ?3)",
                (row, emoji, count),
            )?;
        }
        Ok(())
    }

    fn quote_row(
        &mut self,
        row: i64,
        chat: i64,
        quote: &QuoteDraft,
    ) -> Result<(), WriteSourceError> {
        let sender = match quote.sender {
            Some(person) => self.address_of(person)?,
            None => 0,
        };
        let lives = quote.chat.map_or(chat, |chat| self.chats[chat.0].row);
        self.side(
            "INSERT INTO message_quoted (message_row_id, chat_row_id, parent_message_chat_row_id, from_me,
             sender_jid_row_id, key_id, timestamp, message_type, origin, text_data)
             VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, 0, ?9)",
            (
                row,
                lives,
                chat,
                i64::from(quote.from_me),
                sender,
                &quote.key,
                quote.at,
                quote.number,
                &quote.text,
            ),
        )
    }
}
