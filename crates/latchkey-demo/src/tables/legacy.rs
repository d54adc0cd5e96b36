//! Rows of the old `messages` family, with or without the tables the hybrid state had already moved.

use base64::Engine;
use base64::engine::general_purpose::STANDARD;

use super::{ChatSlot, SchemaState, SourceWriter, WriteSourceError, java, modern};
use crate::draft::{
    Body, ChatAddress, ChatDraft, FileDraft, FileKind, MentionDraft, MessageDraft, PlaceDraft,
    QuoteDraft,
};

/// What the wide row holds beside the message itself.
#[derive(Default)]
struct Wide {
    mime: Option<String>,
    size: i64,
    name: Option<String>,
    caption: Option<String>,
    hash: Option<String>,
    duration: i64,
    latitude: f64,
    longitude: f64,
    location: Option<Vec<u8>>,
    raw: Option<Vec<u8>>,
    edit_version: i64,
    people: Option<String>,
}

impl Wide {
    fn place(&mut self, place: &PlaceDraft) {
        (self.latitude, self.longitude) = (place.latitude, place.longitude);
        self.name.clone_from(&place.name);
    }
}

impl SourceWriter {
    /// Adds a row to the text-keyed chat list and its members.
    pub(super) fn legacy_chat(&mut self, chat: &ChatDraft) -> Result<ChatSlot, WriteSourceError> {
        let row = self.chats.len() as i64 + 1;
        let (address, many) = match &chat.address {
            ChatAddress::Phone(person) | ChatAddress::Lid(person) => {
                (self.addresses.text(*person), false)
            }
            ChatAddress::Group(id) => (format!("{id}@g.us"), true),
            ChatAddress::Broadcast(id) => (format!("{id}@broadcast"), true),
            ChatAddress::Channel(id) => (format!("{id}@newsletter"), true),
            ChatAddress::Status => ("status@broadcast".to_owned(), true),
            ChatAddress::Announcements => ("0@s.whatsapp.net".to_owned(), false),
            ChatAddress::Lost => (format!("4915200001{row:03}@s.whatsapp.net"), false),
            ChatAddress::Deleted => (format!("4915200000{row:03}@s.whatsapp.net"), false),
        };
        let deleted = matches!(chat.address, ChatAddress::Deleted);
        if !deleted {
            self.connection.execute(
                "INSERT INTO chat_list (_id, key_remote_jid, subject, creation, archived, sort_timestamp)
                 VALUES (?1, ?2, ?3, ?4, ?5, ?4)",
                (row, &address, &chat.subject, chat.created_at, i64::from(chat.archived)),
            )?;
        }
        for (position, member) in chat.members.iter().enumerate() {
            self.side(
                "INSERT INTO group_participants (gjid, jid, admin, pending) VALUES (?1, ?2, ?3, 0)",
                (
                    &address,
                    self.addresses.text(*member),
                    modern::rank(position, chat.members.len()),
                ),
            )?;
        }
        Ok(ChatSlot {
            row,
            jid: 0,
            address,
            deleted,
            many,
            peer: modern::peer(&chat.address),
            last: (0, i64::MIN, 0),
        })
    }

    /// Adds a row to `messages` and what hangs on it.
    pub(super) fn legacy_message(
        &mut self,
        row: i64,
        draft: &MessageDraft,
    ) -> Result<(), WriteSourceError> {
        let slot = &self.chats[draft.chat.0];
        let (chat_row, many) = (slot.row, slot.many);
        let address = if slot.address.is_empty() {
            format!("4915200000{chat_row:03}@s.whatsapp.net")
        } else {
            slot.address.clone()
        };
        let notice = matches!(draft.body, Body::Notice(_));
        let remote = draft
            .sender
            .filter(|_| (many && !draft.from_me) || notice)
            .map(|person| self.addresses.text(person));
        let wide = self.wide(row, chat_row, draft)?;
        let quoted = match &draft.quote {
            Some(quote) => self.legacy_quote(&address, quote)?,
            None => 0,
        };
        let mentioned = wide.people.clone().or_else(|| {
            (!draft.mentions.is_empty()).then(|| {
                let texts: Vec<String> = draft
                    .mentions
                    .iter()
                    .filter_map(|mention| match mention {
                        MentionDraft::Person(person) | MentionDraft::Phone(person) => {
                            Some(self.addresses.text(*person))
                        }
                        MentionDraft::Everyone => None,
                    })
                    .collect();
                texts.join(",")
            })
        });
        let number = match draft.body {
            Body::Call(_) => 8,
            // the old marker: kind 0 and status 6
            Body::Notice(_) => 0,
            _ => draft.body.number(),
        };
        let media = matches!(draft.body, Body::File { .. });
        self.connection
            .prepare_cached(
                "INSERT INTO messages (_id, key_remote_jid, key_from_me, key_id, status, needs_push, data, timestamp,
                 media_mime_type, media_wa_type, media_size, media_name, media_caption, media_hash, media_duration,
                 origin, latitude, longitude, thumb_image, remote_resource, received_timestamp,
                 receipt_server_timestamp, raw_data, starred, quoted_row_id, mentioned_jids, edit_version, forwarded)
                 VALUES (?1, ?2, ?3, ?4, ?5, ?26, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16, ?17, ?18, ?19, ?7,
                 -1, ?20, ?21, ?22, ?23, ?24, ?25)",
            )?
            .execute(rusqlite::params![
                row,
                address,
                i64::from(draft.from_me),
                draft.key,
                if notice { 6 } else { draft.status },
                draft.body.text().filter(|_| !media),
                draft.at,
                wide.mime,
                number.to_string(),
                wide.size,
                wide.name,
                wide.caption,
                wide.hash,
                wide.duration,
                i64::from(matches!(draft.body, Body::File { kind: FileKind::Voice, .. })),
                wide.latitude,
                wide.longitude,
                wide.location,
                remote,
                wide.raw,
                i64::from(draft.starred),
                quoted,
                mentioned,
                wide.edit_version,
                i64::from(draft.forwarded.is_some()),
                i64::from(draft.broadcast),
            ])?;
        self.old_receipts(row, &address, draft)
    }

    /// The columns that depend on the kind, and the side tables of the kind.
    fn wide(
        &mut self,
        row: i64,
        chat_row: i64,
        draft: &MessageDraft,
    ) -> Result<Wide, WriteSourceError> {
        let mut wide = Wide::default();
        match &draft.body {
            Body::File {
                kind,
                caption,
                file,
            } => {
                wide.caption.clone_from(caption);
                self.wide_file(&mut wide, (row, chat_row), Some(*kind), file, draft)?;
            }
            Body::Unknown {
                file: Some(file), ..
            } => self.wide_file(&mut wide, (row, chat_row), None, file, draft)?,
            Body::Location(place) => wide.place(place),
            Body::LiveLocation { place, seconds, .. } => {
                wide.place(place);
                wide.duration = *seconds;
            }
            Body::Contacts(cards) => {
                for card in cards {
                    self.side(
                        "INSERT INTO messages_vcards (message_row_id, sender_jid, chat_jid, vcard)
                         VALUES (?1, ?2, ?3, ?4)",
                        (
                            row,
                            card.person.map(|person| self.addresses.text(person)),
                            &self.chats[draft.chat.0].address,
                            &card.vcard,
                        ),
                    )?;
                }
            }
            Body::Notice(notice) => {
                wide.size = notice.action;
                if !notice.people.is_empty() {
                    let texts: Vec<String> = notice
                        .people
                        .iter()
                        .map(|person| self.addresses.text(*person))
                        .collect();
                    wide.people = Some(texts.join(","));
                }
                if self.schema == SchemaState::Hybrid {
                    self.notice_rows(row, 0, notice)?;
                }
            }
            Body::NumberedNotice { seconds, .. } => wide.duration = seconds.unwrap_or(0),
            Body::Call(call) => {
                wide.caption = Some(if call.video { "video" } else { "audio" }.to_owned());
                wide.duration = call.duration;
                if self.schema == SchemaState::Hybrid {
                    self.call_rows(row, call, draft)?;
                }
            }
            Body::MissedCall { video, members } => {
                wide.caption = Some(if *video { "video" } else { "audio" }.to_owned());
                if self.schema == SchemaState::Hybrid {
                    self.missed_call_rows(row, *video, members, draft)?;
                }
            }
            Body::Revoked { original_key, .. } => {
                wide.edit_version = if draft.from_me { 5 } else { 7 };
                if self.schema == SchemaState::Hybrid {
                    self.side(
                        "INSERT INTO message_revoked (message_row_id, revoked_key_id) VALUES (?1, ?2)",
                        (row, original_key),
                    )?;
                }
            }
            Body::Link { text, .. } => {
                let address = &self.chats[draft.chat.0].address;
                let index = text.find("http").map_or(0, |at| at as i64);
                self.side(
                    "INSERT INTO messages_links (key_remote_jid, message_row_id, link_index) VALUES (?1, ?2, ?3)",
                    (address, row, index),
                )?;
            }
            _ => {}
        }
        Ok(wide)
    }

    /// The columns of a file; in the hybrid state the new table has it.
    fn wide_file(
        &mut self,
        wide: &mut Wide,
        (row, chat_row): (i64, i64),
        kind: Option<FileKind>,
        file: &FileDraft,
        draft: &MessageDraft,
    ) -> Result<(), WriteSourceError> {
        wide.mime = Some(file.mime.clone());
        wide.size = file.size;
        wide.name.clone_from(&file.name);
        wide.hash = file.sha256.map(|hash| STANDARD.encode(hash));
        wide.duration = file.duration;
        if self.schema == SchemaState::Hybrid {
            self.media_row(row, chat_row, kind, file, draft.at)?;
        } else if let Some(path) = &file.path {
            wide.location = Some(java::media_location(
                path,
                file.size,
                file.width,
                file.height,
            ));
        }
        let Some(thumbnail) = &file.thumbnail else {
            return Ok(());
        };
        // pictures kept theirs in a table of their own, everything else in the row
        if kind == Some(FileKind::Image) {
            let address = &self.chats[draft.chat.0].address;
            self.side(
                "INSERT INTO message_thumbnails (thumbnail, timestamp, key_remote_jid, key_from_me, key_id)
                 VALUES (?1, ?2, ?3, ?4, ?5)",
                (
                    thumbnail,
                    draft.at / 1000,
                    address,
                    i64::from(draft.from_me),
                    &draft.key,
                ),
            )?;
        } else {
            wide.raw = Some(thumbnail.clone());
        }
        Ok(())
    }

    /// A receipt for each member: by address in the old table, by row in the new one.
    fn old_receipts(
        &mut self,
        row: i64,
        address: &str,
        draft: &MessageDraft,
    ) -> Result<(), WriteSourceError> {
        if self.schema == SchemaState::Hybrid {
            return self.receipt_rows(row, &draft.receipts);
        }
        for receipt in &draft.receipts {
            self.side(
                "INSERT INTO receipts (key_remote_jid, key_id, remote_resource, receipt_device_timestamp,
                 read_device_timestamp, played_device_timestamp) VALUES (?1, ?2, ?3, ?4, ?5, ?6)",
                (
                    address,
                    &draft.key,
                    self.addresses.text(receipt.person),
                    receipt.delivered,
                    receipt.read,
                    receipt.played,
                ),
            )?;
        }
        Ok(())
    }

    fn legacy_quote(&mut self, address: &str, quote: &QuoteDraft) -> Result<i64, WriteSourceError> {
        let sender = quote.sender.map(|person| self.addresses.text(person));
        let caption = quote.number != 0;
        self.connection
            .prepare_cached(
                "INSERT INTO messages_quotes (key_remote_jid, key_from_me, key_id, status, data, media_caption,
                 timestamp, media_wa_type, origin, remote_resource) VALUES (?1, ?2, ?3, 0, ?4, ?5, ?6, ?7, 0, ?8)",
            )?
            .execute((
                address,
                i64::from(quote.from_me),
                &quote.key,
                quote.text.as_ref().filter(|_| !caption),
                quote.text.as_ref().filter(|_| caption),
                quote.at,
                quote.number.to_string(),
                sender,
            ))?;
        Ok(self.connection.last_insert_rowid())
    }
}
