//! Side tables of a message: files, links, polls, calls, and the add-ons that hang on it.

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use sha2::{Digest, Sha256};

use super::super::{SchemaState, SourceWriter, WriteSourceError};
use crate::draft::{CallDraft, FileDraft, FileKind, MessageDraft, PersonNo, SenderForm};

impl SourceWriter {
    /// The media row, in the hybrid state too.
    pub(in crate::tables) fn media_row(
        &self,
        row: i64,
        chat: i64,
        kind: FileKind,
        file: &FileDraft,
        at: i64,
    ) -> Result<(), WriteSourceError> {
        let hash = file.sha256.map(|hash| STANDARD.encode(hash));
        self.side(
            "INSERT INTO message_media (message_row_id, chat_row_id, transferred, file_path, file_size,
             media_key_timestamp, width, height, mime_type, file_length, media_name, file_hash, media_duration,
             page_count) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?5, ?10, ?11, ?12, ?13)",
            (
                row,
                chat,
                i64::from(file.path.is_some()),
                &file.path,
                file.size,
                at / 1000,
                file.width,
                file.height,
                &file.mime,
                &file.name,
                &hash,
                file.duration,
                file.pages,
            ),
        )?;
        if self.schema == SchemaState::Modern {
            if let Some(thumbnail) = &file.thumbnail {
                self.side(
                    "INSERT INTO message_thumbnail (message_row_id, thumbnail) VALUES (?1, ?2)",
                    (row, thumbnail),
                )?;
            }
            match kind {
                FileKind::ViewOnceImage | FileKind::ViewOnceVideo | FileKind::ViewOnceVoice => self.side(
                    "INSERT INTO message_view_once_media (message_row_id, state) VALUES (?1, ?2)",
                    (row, row % 3),
                )?,
                FileKind::Voice => {
                    let bars: Vec<u8> = (0..64_i64)
                        .map(|bar| u8::try_from((bar * 37 + row * 13) % 100).unwrap_or(0))
                        .collect();
                    self.side(
                        "INSERT INTO audio_data (message_row_id, waveform) VALUES (?1, ?2)",
                        (row, bars),
                    )?;
                }
                _ => {}
            }
        }
        Ok(())
    }

    pub(super) fn link_rows(
        &self,
        row: i64,
        chat: i64,
        (text, url, title, description): (&str, &str, &str, &str),
    ) -> Result<(), WriteSourceError> {
        self.side(
            "INSERT INTO message_text (message_row_id, description, page_title, url, preview_type)
             VALUES (?1, ?2, ?3, ?4, 0)",
            (row, description, title, url),
        )?;
        let index = text.find("http").map_or(0, |at| at as i64);
        self.side(
            "INSERT INTO message_link (chat_row_id, message_row_id, link_index) VALUES (?1, ?2, ?3)",
            (chat, row, index),
        )
    }

    pub(super) fn poll_rows(
        &mut self,
        row: i64,
        chat: i64,
        options: &[String],
        votes: &[(Option<PersonNo>, Vec<usize>, i64)],
    ) -> Result<(), WriteSourceError> {
        self.side(
            "INSERT INTO message_poll (message_row_id, selectable_options_count, poll_type) VALUES (?1, ?2, 0)",
            (row, if row % 3 == 0 { 1 } else { 0 }),
        )?;
        let mut option_rows = Vec::with_capacity(options.len());
        for (index, option) in options.iter().enumerate() {
            let total = votes.iter().filter(|vote| vote.1.contains(&index)).count() as i64;
            self.side(
                "INSERT INTO message_poll_option (message_row_id, option_sha256, option_name, vote_total)
                 VALUES (?1, ?2, ?3, ?4)",
                (row, hex::encode_upper(Sha256::digest(option)), option, total),
            )?;
            option_rows.push(self.connection.last_insert_rowid());
        }
        for (index, (voter, chosen, at)) in votes.iter().enumerate() {
            let add_on = self.add_on(row, chat, *voter, (67, *at, index))?;
            self.side(
                "INSERT INTO message_add_on_poll_vote (message_add_on_row_id, sender_timestamp) VALUES (?1, ?2)",
                (add_on, at),
            )?;
            for option in chosen.iter().filter_map(|option| option_rows.get(*option)) {
                self.side(
                    "INSERT INTO message_add_on_poll_vote_selected_option (message_add_on_row_id,
                     message_poll_option_id) VALUES (?1, ?2)",
                    (add_on, option),
                )?;
            }
        }
        Ok(())
    }

    /// Whether the chat of this row has more than one other side.
    fn stores_senders(&self, chat: i64) -> bool {
        // the n-th chat has row n
        let index = usize::try_from(chat - 1).ok();
        index
            .and_then(|index| self.chats.get(index))
            .is_some_and(|slot| slot.many)
    }

    fn add_on(
        &mut self,
        parent: i64,
        chat: i64,
        from: Option<PersonNo>,
        (kind, at, index): (i64, i64, usize),
    ) -> Result<i64, WriteSourceError> {
        // in a chat with one person the add-on's sender is often not stored
        let sender = match from {
            Some(person) if self.stores_senders(chat) => {
                self.addresses
                    .sender_row(&self.connection, person, SenderForm::Phone)?
            }
            _ => -1,
        };
        self.side(
            "INSERT INTO message_add_on (chat_row_id, from_me, key_id, sender_jid_row_id, parent_message_row_id,
             timestamp, status, message_add_on_type, received_timestamp) VALUES (?1, ?2, ?3, ?4, ?5, ?6, 0, ?7, ?6)",
            (
                chat,
                i64::from(from.is_none()),
                format!("ADD{parent:X}{index:02X}{kind:02X}"),
                sender,
                parent,
                at,
                kind,
            ),
        )?;
        Ok(self.connection.last_insert_rowid())
    }

    /// The call log's row, in the hybrid state too.
    pub(in crate::tables) fn call_rows(
        &mut self,
        row: i64,
        call: CallDraft,
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
        if self.schema == SchemaState::Modern {
            let log = self.connection.last_insert_rowid();
            self.side(
                "INSERT INTO message_call_log (message_row_id, call_log_row_id) VALUES (?1, ?2)",
                (row, log),
            )?;
            if many {
                self.side(
                    "INSERT INTO call_log_participant_v2 (call_log_row_id, jid_row_id, call_result)
                     VALUES (?1, ?2, ?3)",
                    (log, peer, call.result),
                )?;
            }
        }
        Ok(())
    }

    pub(super) fn modern_reactions(
        &mut self,
        row: i64,
        chat: i64,
        draft: &MessageDraft,
    ) -> Result<(), WriteSourceError> {
        for (index, reaction) in draft.reactions.iter().enumerate() {
            let add_on = self.add_on(row, chat, reaction.from, (56, reaction.at, index))?;
            self.side(
                "INSERT INTO message_add_on_reaction (message_add_on_row_id, reaction, sender_timestamp)
                 VALUES (?1, ?2, ?3)",
                (add_on, &reaction.emoji, reaction.at),
            )?;
        }
        Ok(())
    }
}
