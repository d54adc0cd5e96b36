//! Rows of the `message` family: the message itself, and for each kind the side tables that hang on it.

mod add_ons;
mod business;
mod calls;
mod chats;
mod files;
mod marks;
mod notices;
mod plans;

pub(super) use chats::{peer, rank};

use super::{SourceWriter, WriteSourceError};
use crate::draft::{Body, ContactDraft, FileKind, MessageDraft, PlaceDraft};

impl SourceWriter {
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
        let chat = self.chats[draft.chat.0].row;
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
        let add_ons =
            !(draft.reactions.is_empty() && draft.pins.is_empty() && draft.keeps.is_empty());
        self.connection
            .prepare_cached(
                "INSERT INTO message (_id, chat_row_id, from_me, key_id, sender_jid_row_id, status, broadcast,
                 recipient_count, origination_flags, origin, timestamp, received_timestamp, receipt_server_timestamp,
                 message_type, text_data, starred, message_add_on_flags, sort_id)
                 VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?16, ?17, ?7, ?8, ?9, ?10, -1, ?11, ?12, ?13, ?14, ?15)",
            )?
            .execute(rusqlite::params![
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
                i64::from(add_ons),
                sort,
                i64::from(draft.broadcast),
                draft.receipts.len() as i64,
            ])?;
        self.modern_body(row, chat, sender, draft)?;
        self.modern_marks(row, chat, sender, draft)?;
        self.modern_add_ons(row, chat, draft)
    }

    fn modern_body(
        &mut self,
        row: i64,
        chat: i64,
        sender: i64,
        draft: &MessageDraft,
    ) -> Result<(), WriteSourceError> {
        match &draft.body {
            Body::File { kind, file, .. } => self.media_row(row, chat, Some(*kind), file, draft.at),
            Body::Link {
                text,
                url,
                title,
                description,
                picture,
            } => {
                self.link_rows(row, chat, (text, url, title, description))?;
                match picture {
                    Some(picture) => self.picture_row(row, picture),
                    None => Ok(()),
                }
            }
            Body::Album { images, videos } => self.side(
                "INSERT INTO message_album (message_row_id, image_count, video_count, expected_image_count,
                 expected_video_count) VALUES (?1, ?2, ?3, ?2, ?3)",
                (row, images, videos),
            ),
            Body::Location(place) => self.place_row(row, chat, place, None),
            Body::LiveLocation { place, seconds, .. } => {
                self.place_row(row, chat, place, Some((*seconds, draft.at)))
            }
            Body::Contacts(cards) => self.card_rows(row, cards),
            Body::Poll(poll) => self.poll_rows(row, chat, poll),
            Body::Event(event) => self.event_rows(row, chat, event),
            Body::GroupInvite {
                group,
                chat: invited,
                code,
            } => self.invite_row(row, sender, (group, *invited, code), draft.at),
            Body::ChannelInvite { channel } => self.side(
                "INSERT INTO message_newsletter_admin_invite (message_row_id, newsletter_jid_row_id, newsletter_name,
                 expiration) VALUES (?1, 0, ?2, ?3)",
                (row, channel, draft.at / 1000 + 604_800),
            ),
            Body::Business(business) => self.business_rows(row, chat, sender, business, draft),
            Body::Call(call) => self.call_rows(row, call, draft),
            Body::MissedCall { video, members } => self.missed_call_rows(row, *video, members, draft),
            Body::Notice(notice) => self.notice_rows(row, sender, notice),
            Body::NumberedNotice { seconds, .. } => self.timer_row(row, *seconds),
            Body::Revoked { original_key, admin } => {
                let admin_row = admin.map(|person| self.address_of(person)).transpose()?;
                self.side(
                    "INSERT INTO message_revoked (message_row_id, revoked_key_id, admin_jid_row_id, revoke_timestamp)
                     VALUES (?1, ?2, ?3, ?4)",
                    (row, original_key, admin_row, draft.at + 64_000),
                )
            }
            Body::Unknown { number, file, future, .. } => {
                if *future {
                    self.side(
                        "INSERT INTO message_future (message_row_id, version, data, future_message_type, edit_version)
                         VALUES (?1, 2, x'0A0548656C6C6F', ?2, 0)",
                        (row, number),
                    )?;
                }
                match file {
                    Some(file) => self.media_row(row, chat, None, file, draft.at),
                    None => Ok(()),
                }
            }
            Body::Text(_) | Body::StatusMention(_) | Body::NeverDisplayed => Ok(()),
        }
    }

    fn place_row(
        &self,
        row: i64,
        chat: i64,
        place: &PlaceDraft,
        live: Option<(i64, i64)>,
    ) -> Result<(), WriteSourceError> {
        self.side(
            "INSERT INTO message_location (message_row_id, chat_row_id, latitude, longitude, place_name,
             place_address, url) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)",
            (
                row,
                chat,
                place.latitude,
                place.longitude,
                &place.name,
                &place.address,
                &place.url,
            ),
        )?;
        let Some((seconds, at)) = live else {
            return Ok(());
        };
        self.side(
            "UPDATE message_location SET live_location_share_duration = ?2,
             live_location_final_latitude = latitude + 0.004, live_location_final_longitude = longitude - 0.003,
             live_location_final_timestamp = ?3 WHERE message_row_id = ?1",
            (row, seconds, at + seconds * 1000),
        )
    }

    /// One row for each card, and the address of whoever it is of.
    fn card_rows(&mut self, row: i64, cards: &[ContactDraft]) -> Result<(), WriteSourceError> {
        for card in cards {
            self.side(
                "INSERT INTO message_vcard (message_row_id, vcard) VALUES (?1, ?2)",
                (row, &card.vcard),
            )?;
            let card_row = self.connection.last_insert_rowid();
            if let Some(person) = card.person {
                let person_row = self.address_of(person)?;
                self.side(
                    "INSERT INTO message_vcard_jid (vcard_jid_row_id, vcard_row_id, message_row_id)
                     VALUES (?1, ?2, ?3)",
                    (person_row, card_row, row),
                )?;
            }
        }
        Ok(())
    }

    pub(super) fn side(
        &self,
        statement: &str,
        values: impl rusqlite::Params,
    ) -> Result<(), WriteSourceError> {
        self.connection.prepare_cached(statement)?.execute(values)?;
        Ok(())
    }
}
