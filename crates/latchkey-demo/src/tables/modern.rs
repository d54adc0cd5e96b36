//! Rows of the `message` family: chats, messages, and the side tables that hang on them.

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use rusqlite::types::Null;
use sha2::{Digest, Sha256};

use super::{ChatSlot, SchemaState, SourceWriter, WriteSourceError};
use crate::draft::{
    Body, CallDraft, ChatAddress, ChatDraft, FileDraft, FileKind, MessageDraft, NoticeDraft,
    PersonNo, QuoteDraft, SenderForm,
};

impl SourceWriter {
    /// Adds a row to the chat table, its address, its members.
    pub(super) fn modern_chat(&mut self, chat: &ChatDraft) -> Result<ChatSlot, WriteSourceError> {
        let connection = &self.connection;
        let (many, jid, address) = match &chat.address {
            ChatAddress::Phone(person) => {
                let jid = self
                    .addresses
                    .sender_row(connection, *person, SenderForm::Phone)?;
                (false, jid, self.addresses.text(*person))
            }
            ChatAddress::Lid(person) => {
                let jid = self.addresses.lid_row(*person).unwrap_or(0);
                let text = self.addresses.lid_text(*person).unwrap_or_default();
                (false, jid, text)
            }
            ChatAddress::Group(id) => {
                let jid = self.addresses.plain(connection, id, "g.us", 1)?;
                (true, jid, format!("{id}@g.us"))
            }
            ChatAddress::Broadcast(id) => {
                let jid = self.addresses.plain(connection, id, "broadcast", 3)?;
                (true, jid, format!("{id}@broadcast"))
            }
            ChatAddress::Channel(id) => {
                let jid = self.addresses.plain(connection, id, "newsletter", 21)?;
                (true, jid, format!("{id}@newsletter"))
            }
            ChatAddress::Status => {
                let jid = self.addresses.plain(connection, "status", "broadcast", 5)?;
                (true, jid, "status@broadcast".to_owned())
            }
            ChatAddress::Announcements => {
                let jid = self.addresses.plain(connection, "0", "s.whatsapp.net", 7)?;
                (false, jid, "0@s.whatsapp.net".to_owned())
            }
            ChatAddress::Deleted => (true, 0, String::new()),
        };
        let deleted = matches!(chat.address, ChatAddress::Deleted);
        let row = self.chats.len() as i64 + 1;
        if !deleted {
            self.insert_chat(row, jid, chat)?;
            for (position, member) in chat.members.iter().enumerate() {
                let member_row =
                    self.addresses
                        .sender_row(&self.connection, *member, SenderForm::Phone)?;
                self.connection
                    .prepare_cached(
                        "INSERT INTO group_participant_user (group_jid_row_id, user_jid_row_id, rank, pending)
                         VALUES (?1, ?2, ?3, 0)",
                    )?
                    .execute((jid, member_row, i64::from(position == 0) * 2))?;
            }
        }
        Ok(ChatSlot {
            row,
            jid,
            address,
            deleted,
            many,
            last: (0, i64::MIN, 0),
        })
    }

    fn insert_chat(&self, row: i64, jid: i64, chat: &ChatDraft) -> Result<(), WriteSourceError> {
        let channel = matches!(chat.address, ChatAddress::Channel(_));
        self.connection.execute(
            "INSERT INTO chat (_id, jid_row_id, hidden, subject, created_timestamp, archived, sort_timestamp,
             unseen_message_count, ephemeral_expiration, group_type) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?5, ?7, ?8, ?9)",
            (
                row,
                jid,
                i64::from(chat.hidden),
                chat.subject.as_ref().filter(|_| !channel),
                chat.created_at,
                i64::from(chat.archived),
                chat.unread,
                chat.timer,
                chat.group_type,
            ),
        )?;
        if self.schema == SchemaState::Modern {
            self.connection.execute(
                "UPDATE chat SET chat_lock = ?1, group_member_count = ?2 WHERE _id = ?3",
                (i64::from(chat.locked), chat.members.len() as i64, row),
            )?;
            if channel {
                self.connection.execute(
                    "INSERT INTO newsletter (chat_row_id, name, description, handle, subscribers_count, membership)
                     VALUES (?1, ?2, ?2, NULL, 1834, 0)",
                    (row, &chat.subject),
                )?;
            }
        }
        Ok(())
    }

    /// Adds a row to the message table and to every side table it needs.
    pub(super) fn modern_message(
        &mut self,
        row: i64,
        sort: i64,
        draft: &MessageDraft,
    ) -> Result<(), WriteSourceError> {
        let sender = match draft.sender {
            Some(person) if !draft.from_me => {
                self.addresses
                    .sender_row(&self.connection, person, draft.form)?
            }
            _ => 0,
        };
        let slot = &self.chats[draft.chat.0];
        let chat = slot.row;
        let voice = matches!(
            &draft.body,
            Body::File {
                kind: FileKind::Voice,
                ..
            }
        );
        let dated = (1..=4_102_444_800_000).contains(&draft.at);
        let received = if dated { draft.at + 850 } else { draft.at };
        let flags =
            i64::from(draft.forwarded.is_some()) | if draft.edited.is_some() { 131_072 } else { 0 };
        self.connection
            .prepare_cached(
                "INSERT INTO message (_id, chat_row_id, from_me, key_id, sender_jid_row_id, status, broadcast,
                 recipient_count, origination_flags, origin, timestamp, received_timestamp, receipt_server_timestamp,
                 message_type, text_data, starred, message_add_on_flags, sort_id)
                 VALUES (?1, ?2, ?3, ?4, ?5, ?6, 0, 0, ?7, ?8, ?9, ?10, -1, ?11, ?12, ?13, ?14, ?15)",
            )?
            .execute((
                row,
                chat,
                i64::from(draft.from_me),
                &draft.key,
                sender,
                if matches!(draft.body, Body::Notice(_)) { 6 } else { draft.status },
                flags,
                i64::from(voice),
                draft.at,
                received,
                draft.body.number(),
                draft.body.text(),
                i64::from(draft.starred),
                i64::from(!draft.reactions.is_empty()),
                sort,
            ))?;
        self.modern_body(row, chat, sender, draft)?;
        self.modern_marks(row, chat, draft)?;
        self.modern_reactions(row, chat, draft)
    }

    fn modern_body(
        &mut self,
        row: i64,
        chat: i64,
        sender: i64,
        draft: &MessageDraft,
    ) -> Result<(), WriteSourceError> {
        match &draft.body {
            Body::File { kind, file, .. } => self.media_row(row, chat, *kind, file, draft.at),
            Body::Link {
                text,
                url,
                title,
                description,
            } => self.link_rows(row, chat, (text, url, title, description)),
            Body::Album { images, videos } => self.side(
                "INSERT INTO message_album (message_row_id, image_count, video_count, expected_image_count,
                 expected_video_count) VALUES (?1, ?2, ?3, ?2, ?3)",
                (row, images, videos),
            ),
            Body::Location {
                latitude,
                longitude,
                place,
                address,
            } => self.side(
                "INSERT INTO message_location (message_row_id, chat_row_id, latitude, longitude, place_name,
                 place_address) VALUES (?1, ?2, ?3, ?4, ?5, ?6)",
                (row, chat, latitude, longitude, place, address),
            ),
            Body::LiveLocation {
                latitude,
                longitude,
                seconds,
                ..
            } => self.side(
                "INSERT INTO message_location (message_row_id, chat_row_id, latitude, longitude,
                 live_location_share_duration, live_location_final_latitude, live_location_final_longitude,
                 live_location_final_timestamp) VALUES (?1, ?2, ?3, ?4, ?5, ?3 + 0.004, ?4 - 0.003, ?6)",
                (row, chat, latitude, longitude, seconds, draft.at + seconds * 1000),
            ),
            Body::Contacts(cards) => cards.iter().try_for_each(|card| {
                self.side(
                    "INSERT INTO message_vcard (message_row_id, vcard) VALUES (?1, ?2)",
                    (row, card),
                )
            }),
            Body::Poll {
                question: _,
                options,
                votes,
            } => self.poll_rows(row, chat, options, votes),
            Body::Event {
                name,
                place,
                start,
                cancelled,
            } => self.side(
                "INSERT INTO message_event (message_row_id, is_canceled, name, location_name, start_time,
                 is_schedule_call) VALUES (?1, ?2, ?3, ?4, ?5, 0)",
                (row, i64::from(*cancelled), name, place, start),
            ),
            Body::GroupInvite { group, code } => self.side(
                "INSERT INTO message_group_invite (message_row_id, group_jid_row_id, admin_jid_row_id, group_name,
                 invite_code, expiration, invite_time, expired) VALUES (?1, 0, ?2, ?3, ?4, ?5, ?6, 0)",
                (row, sender, group, code, draft.at / 1000 + 259_200, draft.at),
            ),
            Body::Call(call) => self.call_rows(row, *call, draft),
            Body::Notice(notice) => self.notice_rows(row, notice),
            Body::Revoked { original_key, admin } => {
                let admin_row = match admin {
                    Some(person) => Some(
                        self.addresses
                            .sender_row(&self.connection, *person, SenderForm::Phone)?,
                    ),
                    None => None,
                };
                self.side(
                    "INSERT INTO message_revoked (message_row_id, revoked_key_id, admin_jid_row_id, revoke_timestamp)
                     VALUES (?1, ?2, ?3, ?4)",
                    (row, original_key, admin_row, draft.at + 64_000),
                )
            }
            Body::Text(_) | Body::Unknown { .. } | Body::NeverDisplayed => Ok(()),
        }
    }

    fn side(&self, statement: &str, values: impl rusqlite::Params) -> Result<(), WriteSourceError> {
        self.connection.prepare_cached(statement)?.execute(values)?;
        Ok(())
    }

    /// The media row, in the hybrid state too.
    pub(super) fn media_row(
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

    fn link_rows(
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

    fn poll_rows(
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

    fn add_on(
        &mut self,
        parent: i64,
        chat: i64,
        from: Option<PersonNo>,
        (kind, at, index): (i64, i64, usize),
    ) -> Result<i64, WriteSourceError> {
        // in a chat with one person the add-on's sender is often not stored
        let sender = match from {
            Some(person) if self.chats.iter().any(|slot| slot.row == chat && slot.many) => self
                .addresses
                .sender_row(&self.connection, person, SenderForm::Phone)?,
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
    pub(super) fn call_rows(
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

    fn notice_rows(&mut self, row: i64, notice: &NoticeDraft) -> Result<(), WriteSourceError> {
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
    fn modern_marks(
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

    fn quote_row(
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
                Null,
            ),
        )
    }

    fn modern_reactions(
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
