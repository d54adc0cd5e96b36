//! The old `messages` table (until spring 2022) and its quotations, in the terms of the new one.
//!
//! The correspondence is that of the app's own view of the time.

use rusqlite::Row;

use super::content::places::point;
use super::media::{key, picture, sha256};
use super::{Base, ChatKey, RECORDED};
use crate::java;
use crate::kind::kind_of;
use crate::source::Parts;
use crate::value;
use crate::{Content, Kind, LinkPreview, Media, Place, Quote, RowId};

/// Columns of `messages`, in the order in which [`base`] reads them.
pub(super) const COLUMNS: [&str; 31] = [
    "_id",
    "key_remote_jid",
    "key_from_me",
    "key_id",
    "remote_resource",
    "status",
    "origin",
    "forwarded",
    "timestamp",
    "received_timestamp",
    "media_wa_type",
    "data",
    "starred",
    "edit_version",
    "media_caption",
    "media_name",
    "media_mime_type",
    "media_size",
    "media_duration",
    "media_hash",
    "thumb_image",
    "raw_data",
    "quoted_row_id",
    "mentioned_jids",
    "needs_push",
    "receipt_device_timestamp",
    "read_device_timestamp",
    "played_device_timestamp",
    "latitude",
    "longitude",
    "media_url",
];

/// Columns of `messages_quotes`, in the order in which [`quote`] reads them.
pub(super) const QUOTE_COLUMNS: [&str; 8] = [
    "key_remote_jid",
    "key_from_me",
    "key_id",
    "remote_resource",
    "media_wa_type",
    "origin",
    "data",
    "media_caption",
];

/// People whom one message mentions; a group had 257 members at most.
const MOST_MENTIONED: usize = 5000;
/// `status` of a system notice, whose type is that of text.
const SYSTEM_STATUS: i64 = 6;
/// `message_type` of system notices in the new numbers.
const SYSTEM: i64 = 7;
/// `edit_version` of a message deleted for everyone by its sender.
const REVOKED: i64 = 7;
/// `edit_version` of a message that the owner deleted for everyone.
const REVOKED_BY_ME: i64 = 5;

/// What only the old table says of a message.
pub(super) struct LegacyRow {
    edit_version: Option<i64>,
    pub(super) caption: Option<String>,
    media: Media,
    /// Bytes of the file, or the action of a notice.
    media_size: Option<i64>,
    pub(super) quoted_row: Option<i64>,
    pub(super) thumbnail_key: String,
    mentioned: Option<String>,
    /// When it arrived, was opened and played, in a chat of two.
    pub(super) receipt: [Option<i64>; 3],
    /// Latitude and longitude.
    pub(super) at: Option<(f64, f64)>,
    pub(super) url: Option<String>,
}

impl LegacyRow {
    /// The message was deleted for everyone.
    pub(super) fn revoked(&self, has_text: bool) -> bool {
        match self.edit_version {
            Some(REVOKED) => true,
            Some(REVOKED_BY_ME) => !has_text && self.media.path.is_none() && self.caption.is_none(),
            _ => false,
        }
    }

    /// Addresses of the people whom the text mentions.
    pub(super) fn mentioned(&self) -> Vec<String> {
        let all = self.mentioned.iter().flat_map(|all| all.split(','));
        all.map(str::trim)
            .filter(|address| !address.is_empty())
            .map(str::to_owned)
            .take(MOST_MENTIONED)
            .collect()
    }

    /// A place or the preview of a link, which stood in the columns of files.
    pub(super) fn content(&self, kind: Kind) -> Option<Content> {
        let url = self.url.clone().filter(|url| url.starts_with("http"));
        match kind {
            Kind::Location | Kind::LiveLocation => Some(Content::Place(Place {
                at: self.at,
                name: self.media.name.clone(),
                url,
                ..Place::default()
            })),
            Kind::Text if url.is_some() || self.caption.is_some() => {
                Some(Content::Link(LinkPreview {
                    url,
                    title: self.caption.clone(),
                    description: self.media.name.clone(),
                    thumbnail: self.media.thumbnail.clone(),
                }))
            }
            _ => None,
        }
    }

    /// The action of a notice, which stood in the place of a size.
    pub(super) fn action(&self, number: Option<i64>) -> Option<i64> {
        self.media_size.filter(|_| number == Some(SYSTEM))
    }

    /// A file of the new table, completed by what the old row says.
    pub(super) fn completed(&self, media: Media) -> Media {
        let own = &self.media;
        Media {
            path: media.path.or_else(|| own.path.clone()),
            name: media.name.or_else(|| own.name.clone()),
            mime: media.mime.or_else(|| own.mime.clone()),
            size: media.size.or(own.size),
            duration: media.duration.or(own.duration),
            sha256: media.sha256.or(own.sha256),
            thumbnail: media.thumbnail.or_else(|| own.thumbnail.clone()),
            ..media
        }
    }
}

/// A row of `messages` as a message.
pub(super) fn base(row: &Row<'_>, parts: &Parts) -> Base {
    let chat = value::text(row, 2).unwrap_or_default();
    let status = value::integer(row, 6);
    let number = match (value::integer(row, 11), status) {
        (None | Some(0), Some(SYSTEM_STATUS)) => Some(SYSTEM),
        (number, _) => Some(number.unwrap_or(0)),
    };
    // Only text messages and notices keep text in `data`; elsewhere it holds bytes of old versions.
    let text = if matches!(number, Some(0 | SYSTEM)) {
        value::text(row, 12)
    } else {
        None
    };
    Base {
        id: value::integer(row, 1).unwrap_or_else(|| value::integer(row, 0).unwrap_or(0)),
        from_me: value::flag(row, 3),
        key_id: value::text(row, 4).unwrap_or_default(),
        sender: value::text(row, 5).and_then(|sender| parts.people.by_text(&sender)),
        status,
        recorded: value::integer(row, 7) == Some(RECORDED),
        forwarded: value::integer(row, 8).is_some_and(|flags| flags & 1 != 0),
        sent_at: value::time(row, 9),
        received_at: value::time(row, 10),
        number,
        text,
        starred: value::flag(row, 13),
        broadcast: value::flag(row, 25),
        legacy: Some(Box::new(extras(row))),
        chat_key: ChatKey::Address(chat),
    }
}

fn extras(row: &Row<'_>) -> LegacyRow {
    let media_size = value::integer(row, 18);
    LegacyRow {
        edit_version: value::integer(row, 14),
        caption: value::text(row, 15),
        media: Media {
            path: value::bytes(row, 21, java::LARGEST).and_then(|object| java::media_path(&object)),
            name: value::text(row, 16),
            mime: value::text(row, 17),
            size: media_size
                .and_then(|size| u64::try_from(size).ok())
                .filter(|&size| size > 0),
            duration: value::unsigned(row, 19).filter(|&seconds| seconds > 0),
            sha256: value::text(row, 20).and_then(|hash| sha256(&hash)),
            thumbnail: picture(row, 22),
            ..Media::default()
        },
        media_size,
        quoted_row: value::reference(row, 23),
        mentioned: value::text(row, 24),
        receipt: [26, 27, 28].map(|column| value::time(row, column)),
        at: point(row, 29),
        url: value::text(row, 31),
        thumbnail_key: key([2, 3, 4].into_iter().map(|column| value::text(row, column))),
    }
}

/// A row of `messages_quotes` as a quotation in `base`.
pub(super) fn quote(row: &Row<'_>, base: &Base, parts: &Parts) -> Quote {
    let chat = value::text(row, 1).unwrap_or_default();
    let from_me = value::flag(row, 2);
    let key = value::text(row, 3);
    let number = value::integer(row, 5).unwrap_or(0);
    let text = if number == 0 {
        value::text(row, 7)
    } else {
        value::text(row, 8)
    };
    let sender = value::text(row, 4).and_then(|sender| parts.people.by_text(&sender));
    let target = key.as_ref().and_then(|key| {
        let there = parts.order.quoted(chat.as_bytes(), key.as_bytes());
        there.or_else(|| parts.order.quoted(base.chat_key.as_bytes(), key.as_bytes()))
    });
    Quote {
        key_id: key,
        row: target.filter(|&row| row != base.id).map(RowId),
        from_me,
        sender: sender
            .or_else(|| parts.people.by_text(&chat))
            .filter(|_| !from_me),
        kind: Some(kind_of(
            Some(number),
            value::integer(row, 6) == Some(RECORDED),
            text.is_some(),
        )),
        text,
    }
}
