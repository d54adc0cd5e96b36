//! Puts each message together: its own row, and what the tables beside it say of it.
//!
//! Nothing is joined: a message whose chat, sender, file or quotation cannot be found is handed out without them.

mod addons;
mod content;
mod deletions;
mod devices;
mod legacy;
mod marks;
mod media;
mod mentions;
mod notices;
mod parts;
mod quotes;
mod receipts;
mod tables;

use std::collections::BTreeMap;

use rusqlite::{Row, Statement};

use crate::error::is_damage;
use crate::kind::{NEVER_DISPLAYED, NEVER_DISPLAYED_ACTION, delivery_of, has_file, kind_of};
use crate::order::Place;
use crate::source::Parts;
use crate::value;
use crate::{Content, Kind, LeftOut, Media, Message, PersonId, RowId, TableCounts};

use addons::AddOns;
pub(crate) use deletions::Deletions;
use devices::Devices;
use legacy::LegacyRow;
use media::Thumbnails;
use quotes::LegacyQuotes;
use receipts::LegacyReceipts;
use tables::{Beside, Tables};

/// Every table beside the messages that is found by the message, for the tests.
#[cfg(test)]
pub(crate) use tables::specs;

/// Columns of `message`, in the order in which [`Base::modern`] reads them.
const MODERN: [&str; 14] = [
    "_id",
    "chat_row_id",
    "from_me",
    "key_id",
    "sender_jid_row_id",
    "status",
    "origin",
    "origination_flags",
    "timestamp",
    "received_timestamp",
    "message_type",
    "text_data",
    "starred",
    "broadcast",
];

/// A notice whose text is a time stamp for the app's own use (a new group picture).
const PICTURE_CHANGED: i64 = 6;
/// `origin` of media that the app itself recorded.
const RECORDED: i64 = 1;

/// Reads messages one by one.
pub(crate) struct MessageReader<'s> {
    parts: &'s Parts,
    fetch: Statement<'s>,
    legacy: bool,
    tables: Tables<'s>,
    thumbnails: Thumbnails<'s>,
    add_ons: AddOns<'s>,
    legacy_quotes: LegacyQuotes<'s>,
    legacy_receipts: LegacyReceipts<'s>,
    devices: Devices,
    parents: parts::Parents,
}

/// What became of one row.
pub(crate) enum Outcome {
    Message(Box<Message>),
    LeftOut(LeftOut),
}

/// A chat as quotations name it.
enum ChatKey {
    Row([u8; 8]),
    Address(String),
}

impl ChatKey {
    fn as_bytes(&self) -> &[u8] {
        match self {
            Self::Row(row) => row,
            Self::Address(address) => address.as_bytes(),
        }
    }
}

/// A message's own row, the same for both families of tables.
struct Base {
    id: i64,
    chat_key: ChatKey,
    from_me: bool,
    key_id: String,
    /// The sender as the row says; not yet the rule of one-to-one chats.
    sender: Option<PersonId>,
    status: Option<i64>,
    recorded: bool,
    forwarded: bool,
    sent_at: Option<i64>,
    received_at: Option<i64>,
    number: Option<i64>,
    text: Option<String>,
    starred: bool,
    broadcast: bool,
    /// What only the old table has.
    legacy: Option<Box<LegacyRow>>,
}

impl Base {
    fn modern(row: &Row<'_>, parts: &Parts) -> Self {
        let chat_row = value::integer(row, 2).unwrap_or(0);
        Self {
            id: value::integer(row, 1).unwrap_or_else(|| value::integer(row, 0).unwrap_or(0)),
            chat_key: ChatKey::Row(chat_row.to_le_bytes()),
            from_me: value::flag(row, 3),
            key_id: value::text(row, 4).unwrap_or_default(),
            sender: value::reference(row, 5).and_then(|jid| parts.people.by_row(jid)),
            status: value::integer(row, 6),
            recorded: value::integer(row, 7) == Some(RECORDED),
            forwarded: value::integer(row, 8).is_some_and(|flags| flags & 1 != 0),
            sent_at: value::time(row, 9),
            received_at: value::time(row, 10),
            number: value::integer(row, 11),
            text: value::text(row, 12),
            starred: value::flag(row, 13),
            broadcast: value::flag(row, 14),
            legacy: None,
        }
    }
}

impl Base {
    /// The kind of the message.
    fn kind(&self) -> Kind {
        let has_text = self.text.is_some();
        match &self.legacy {
            Some(legacy) if legacy.revoked(has_text) => Kind::Revoked,
            _ => kind_of(self.number, self.recorded, has_text),
        }
    }
}

impl<'s> MessageReader<'s> {
    /// Gets ready to read messages of either family.
    pub(crate) fn new(parts: &'s Parts, legacy: bool) -> rusqlite::Result<Option<Self>> {
        let (name, columns) = if legacy {
            ("messages", &legacy::COLUMNS[..])
        } else {
            ("message", &MODERN[..])
        };
        let Some(table) = parts.schema.table(name) else {
            return Ok(None);
        };
        let fetch = parts
            .connection
            .prepare(&format!("{} WHERE rowid = ?1", table.select(columns)))?;
        Ok(Some(Self {
            parts,
            fetch,
            legacy,
            tables: Tables::open(parts, legacy)?,
            thumbnails: Thumbnails::open(parts, legacy)?,
            add_ons: AddOns::open(parts)?,
            legacy_quotes: LegacyQuotes::open(parts, legacy)?,
            legacy_receipts: LegacyReceipts::open(parts, legacy)?,
            devices: Devices::open(parts)?,
            parents: parts::Parents::new(),
        }))
    }

    /// Damaged stretches met so far in the tables beside the messages.
    pub(crate) fn damage(&self) -> u64 {
        let old = self.legacy_quotes.damage() + self.legacy_receipts.damage;
        self.tables.damage() + self.add_ons.damage() + self.devices.damage + old
    }

    /// What became of the rows of each table beside the messages.
    pub(crate) fn counts(&self) -> BTreeMap<String, TableCounts> {
        let mut counts = BTreeMap::new();
        self.tables.counts(&mut counts);
        self.add_ons.counts(&mut counts);
        let more = [
            self.legacy_quotes.counts(),
            (receipts::LEGACY, self.legacy_receipts.counts()),
            (devices::TABLE, self.devices.counts()),
        ];
        let more = more.into_iter().filter(|(_, counts)| counts.rows > 0);
        counts.extend(more.map(|(name, counts)| (name.to_owned(), counts)));
        counts
    }

    /// Reads the message at a place, and enters what it owns into the accounts.
    pub(crate) fn read(&mut self, place: Place) -> rusqlite::Result<Outcome> {
        let Some(base) = self.base(place.number)? else {
            self.settle(place.number, false)?;
            return Ok(Outcome::LeftOut(LeftOut::Unreadable));
        };
        let id = base.id;
        self.tables.begin(id);
        let outcome = self.put_together(base, place)?;
        self.settle(id, matches!(outcome, Outcome::Message(_)))?;
        Ok(outcome)
    }

    fn settle(&mut self, id: i64, shown: bool) -> rusqlite::Result<()> {
        self.tables.settle(id, shown);
        self.devices.settle(id, shown);
        self.add_ons.settle(id, shown)
    }

    fn put_together(&mut self, mut base: Base, place: Place) -> rusqlite::Result<Outcome> {
        if base.number == Some(NEVER_DISPLAYED) {
            return Ok(Outcome::LeftOut(LeftOut::NeverDisplayed));
        }
        let parts = self.parts;
        if parts
            .deletions
            .covers(&place, base.id, base.number, base.starred)
        {
            return Ok(Outcome::LeftOut(LeftOut::DeletedByOwner));
        }
        let mut kind = base.kind();
        let system = if kind == Kind::System {
            Some(self.notice(&base)?)
        } else {
            None
        };
        let action = system.as_ref().and_then(|notice| notice.action);
        if action == Some(NEVER_DISPLAYED_ACTION) {
            return Ok(Outcome::LeftOut(LeftOut::NeverDisplayed));
        }
        let peer = parts.chats.peer_at(place.chat);
        self.add_ons.load(base.id, peer, &parts.people)?;
        let (media, caption) = self.media(&base, kind)?;
        let mut carried = self.carried_by(&base, kind)?;
        if let (Some(Content::Link(link)), None) = (&mut carried.content, &media)
            && link.thumbnail.is_none()
        {
            let legacy = base.legacy.as_deref();
            link.thumbnail = self
                .thumbnails
                .of(&mut self.tables, base.id, None, legacy)?;
        }
        if carried.payment && kind == Kind::Text {
            kind = Kind::Payment;
        }
        // Text first, caption second, then what the app shows of a business's message.
        let text = base.text.take().or(caption).or(carried.body);
        let text = text.filter(|_| action != Some(PICTURE_CHANGED));
        let addresses = base.legacy.as_ref().map(|legacy| legacy.mentioned());
        let mentions = mentions::of(
            &mut self.tables,
            base.id,
            text.as_deref(),
            &addresses.unwrap_or_default(),
            &parts.people,
        )?;
        let mut message = Box::new(Message {
            row: RowId(base.id),
            chat: parts
                .chats
                .at(place.chat)
                .map_or(crate::ChatId(0), |chat| chat.id),
            sender: base.sender.or(peer).filter(|_| !base.from_me),
            sort: place.sort,
            delivery: delivery_of(base.status, base.from_me),
            kind,
            raw_kind: base.number,
            text,
            forwarded: self.forwarded(&base)?,
            edited_at: self.edited_at(base.id)?,
            quoted: self.quoted(&base, peer)?,
            media,
            system,
            reactions: self.add_ons.reactions()?,
            content: carried.content.map(Box::new),
            mentions,
            part_of: parts::of(
                &mut self.tables,
                &mut self.parents,
                base.id,
                &parts.order,
                &|message| parts.origin_of(message, self.legacy),
            )?,
            receipts: self.receipts(&base, peer)?,
            from_me: base.from_me,
            sent_at: base.sent_at,
            received_at: base.received_at,
            starred: base.starred,
            ..Message::default()
        });
        self.mark(&base, &mut message)?;
        message.key_id = base.key_id;
        Ok(Outcome::Message(message))
    }

    /// The message's own row; `None` where it is damaged or gone.
    fn base(&mut self, number: i64) -> rusqlite::Result<Option<Base>> {
        let mut rows = self.fetch.query([number])?;
        match rows.next() {
            Ok(Some(row)) if self.legacy => Ok(Some(legacy::base(row, self.parts))),
            Ok(Some(row)) => Ok(Some(Base::modern(row, self.parts))),
            Ok(None) => Ok(None),
            Err(error) if is_damage(&error) => Ok(None),
            Err(error) => Err(error),
        }
    }

    /// The file, and its caption where the file's row has one.
    fn media(
        &mut self,
        base: &Base,
        kind: Kind,
    ) -> rusqlite::Result<(Option<Media>, Option<String>)> {
        let found = self.tables.one(Beside::Media, base.id, media::read)?;
        let (mut media, mut caption) = match found {
            Some((media, caption)) => (Some(media), caption),
            None => (None, None),
        };
        if let Some(legacy) = &base.legacy {
            caption = caption.or_else(|| legacy.caption.clone());
            if has_file(kind) {
                media = Some(legacy.completed(media.unwrap_or_default()));
            }
        }
        // Other kinds keep a file only where there is one: newer versions keep a row for a mere link preview.
        let mut media = media.filter(|media| has_file(kind) || media.path.is_some());
        if let Some(media) = media.as_mut().filter(|media| media.thumbnail.is_none()) {
            let legacy = base.legacy.as_deref();
            let sha256 = media.sha256.as_ref();
            media.thumbnail = self
                .thumbnails
                .of(&mut self.tables, base.id, sha256, legacy)?;
        }
        if let Some(media) = &mut media {
            // The owner's own file may have been on the phone all along.
            media.downloaded = media.downloaded.filter(|&down| down || !base.from_me);
            let read = |row: &Row<'_>| media::waveform(row, 1);
            media.waveform = self.tables.one(Beside::Audio, base.id, read)?.flatten();
        }
        Ok((media, caption))
    }

    /// How often it was forwarded.
    fn forwarded(&mut self, base: &Base) -> rusqlite::Result<Option<u32>> {
        let read = |row: &Row<'_>| value::positive(row, 1);
        let score = self.tables.one(Beside::Forwarded, base.id, read)?.flatten();
        Ok(score.or(base.forwarded.then_some(1)))
    }

    /// When it was last edited.
    fn edited_at(&mut self, id: i64) -> rusqlite::Result<Option<i64>> {
        let read = |row: &Row<'_>| value::time(row, 1).or_else(|| value::time(row, 2));
        Ok(self.tables.one(Beside::Edits, id, read)?.flatten())
    }
}
