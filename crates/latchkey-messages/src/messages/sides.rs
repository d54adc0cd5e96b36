//! The tables beside the messages that this version reads, opened once for a whole pass.

use super::media::{self, Thumbnails};
use super::reactions::Reactions;
use crate::side::Side;
use crate::source::Parts;

/// Every side table of a message.
pub(super) struct Sides<'s> {
    pub(super) media: Side<'s>,
    pub(super) thumbnails: Thumbnails<'s>,
    pub(super) template: Side<'s>,
    pub(super) mentions: Side<'s>,
    pub(super) forwarded: Side<'s>,
    pub(super) edits: Side<'s>,
    pub(super) system: Side<'s>,
    pub(super) participants: Side<'s>,
    pub(super) numbers: Side<'s>,
    pub(super) old_values: Side<'s>,
    pub(super) quoted: Side<'s>,
    pub(super) quoted_media: Side<'s>,
    pub(super) legacy_quotes: Side<'s>,
    pub(super) reactions: Reactions<'s>,
}

impl<'s> Sides<'s> {
    pub(super) fn open(parts: &'s Parts, legacy: bool) -> rusqlite::Result<Self> {
        let highest = parts.order.highest;
        let by_message = |table: &str, columns: &[&str]| {
            Side::open(
                &parts.connection,
                &parts.schema,
                table,
                "message_row_id",
                columns,
                None,
                highest,
            )
        };
        Ok(Self {
            media: by_message("message_media", &media::COLUMNS)?,
            thumbnails: Thumbnails::open(parts, legacy)?,
            template: by_message("message_template", &["content_text_data"])?,
            mentions: by_message("message_mentions", &["jid_row_id", "display_name"])?,
            forwarded: by_message("message_forwarded", &["forward_score"])?,
            edits: by_message(
                "message_edit_info",
                &["edited_timestamp", "sender_timestamp"],
            )?,
            system: by_message("message_system", &["action_type"])?,
            participants: by_message("message_system_chat_participant", &["user_jid_row_id"])?,
            numbers: by_message(
                "message_system_number_change",
                &["old_jid_row_id", "new_jid_row_id"],
            )?,
            old_values: by_message("message_system_value_change", &["old_data"])?,
            quoted: by_message(
                "message_quoted",
                &[
                    "key_id",
                    "chat_row_id",
                    "from_me",
                    "sender_jid_row_id",
                    "message_type",
                    "origin",
                    "text_data",
                ],
            )?,
            quoted_media: by_message("message_quoted_media", &["media_caption"])?,
            legacy_quotes: Side::open(
                &parts.connection,
                &parts.schema,
                if legacy { "messages_quotes" } else { "" },
                "_id",
                &super::legacy::QUOTE_COLUMNS,
                None,
                i64::MAX,
            )?,
            reactions: Reactions::open(parts)?,
        })
    }

    /// Damaged stretches met so far.
    pub(super) fn damage(&self) -> u64 {
        let sides = [
            &self.media,
            &self.template,
            &self.mentions,
            &self.forwarded,
            &self.edits,
            &self.system,
            &self.participants,
            &self.numbers,
            &self.old_values,
            &self.quoted,
            &self.quoted_media,
            &self.legacy_quotes,
        ];
        let own: u64 = sides.iter().map(|side| side.damage).sum();
        own + self.thumbnails.damage() + self.reactions.damage()
    }
}
