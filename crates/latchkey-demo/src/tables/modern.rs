//! Rows of the `message` family: chats, messages, and the side tables that hang on them.

mod marks;
mod sides;

use super::{ChatSlot, SchemaState, SourceWriter, WriteSourceError};
use crate::draft::{Body, ChatAddress, ChatDraft, FileKind, MessageDraft, SenderForm};

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
}
