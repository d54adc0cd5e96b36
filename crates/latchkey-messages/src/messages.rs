//! Puts each message together: its own row, and what the tables beside it say of it.
//!
//! Nothing is joined: a message whose chat, sender, file or quotation cannot be found is handed out without them.

mod legacy;
mod media;
mod mentions;
mod reactions;
mod sides;

use rusqlite::{Row, Statement};

use crate::error::is_damage;
use crate::kind::{NEVER_DISPLAYED, NEVER_DISPLAYED_ACTION, delivery_of, has_file, kind_of};
use crate::order::Place;
use crate::source::Parts;
use crate::value;
use crate::{Kind, LeftOut, Media, Message, PersonId, Quote, RowId, SystemNotice};

use legacy::LegacyRow;
use sides::Sides;

/// Columns of `message`, in the order in which [`Base::modern`] reads them.
const MODERN: [&str; 13] = [
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
    sides: Sides<'s>,
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
            legacy: None,
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
        let sides = Sides::open(parts, legacy)?;
        Ok(Some(Self {
            parts,
            fetch,
            legacy,
            sides,
        }))
    }

    /// Damaged stretches met so far in the tables beside the messages.
    pub(crate) fn damage(&self) -> u64 {
        self.sides.damage()
    }

    /// Reads the message at a place.
    pub(crate) fn read(
        &mut self,
        Place { chat, sort, number }: Place,
    ) -> rusqlite::Result<Outcome> {
        let Some(mut base) = self.base(number)? else {
            return Ok(Outcome::LeftOut(LeftOut::Unreadable));
        };
        if base.number == Some(NEVER_DISPLAYED) {
            return Ok(Outcome::LeftOut(LeftOut::NeverDisplayed));
        }
        let mut kind = kind_of(base.number, base.recorded, base.text.is_some());
        if base
            .legacy
            .as_ref()
            .is_some_and(|legacy| legacy.revoked(base.text.is_some()))
        {
            kind = Kind::Revoked;
        }
        let system = if kind == Kind::System {
            Some(self.system(&base)?)
        } else {
            None
        };
        let action = system.as_ref().and_then(|notice| notice.action);
        if action == Some(NEVER_DISPLAYED_ACTION) {
            return Ok(Outcome::LeftOut(LeftOut::NeverDisplayed));
        }
        let peer = self.parts.chats.peer_at(chat);
        let (media, caption) = self.media(&base, kind)?;
        let text = match action {
            Some(PICTURE_CHANGED) => None,
            _ => self.text(&mut base, caption)?,
        };
        Ok(Outcome::Message(Box::new(Message {
            row: RowId(base.id),
            chat: self
                .parts
                .chats
                .at(chat)
                .map_or(crate::ChatId(0), |chat| chat.id),
            sender: if base.from_me {
                None
            } else {
                base.sender.or(peer)
            },
            sort,
            delivery: delivery_of(base.status, base.from_me),
            kind,
            raw_kind: base.number,
            text,
            forwarded: self.forwarded(&base)?,
            edited_at: self.edited_at(base.id)?,
            quoted: self.quoted(&base, peer)?,
            media,
            system,
            reactions: self.sides.reactions.of(base.id, peer, &self.parts.people)?,
            key_id: base.key_id,
            from_me: base.from_me,
            sent_at: base.sent_at,
            received_at: base.received_at,
            starred: base.starred,
            ..Message::default()
        })))
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

    /// Text first, caption second, then the visible text of a business message; mentions by name.
    fn text(
        &mut self,
        base: &mut Base,
        caption: Option<String>,
    ) -> rusqlite::Result<Option<String>> {
        let text = match base.text.take().or(caption) {
            Some(text) => Some(text),
            None => self
                .sides
                .template
                .one(base.id, |row| value::text(row, 1))?
                .flatten(),
        };
        let Some(text) = text.filter(|text| !text.is_empty()) else {
            return Ok(None);
        };
        if !text.contains('@') {
            return Ok(Some(text));
        }
        let mut mentioned = Vec::new();
        self.sides.mentions.each(base.id, &mut |row| {
            mentioned.extend(value::reference(row, 1).map(|jid| (jid, value::text(row, 2))));
        })?;
        Ok(Some(mentions::with_names(
            text,
            &mentioned,
            &self.parts.people,
        )))
    }

    /// The file, and its caption where the file's row has one.
    fn media(
        &mut self,
        base: &Base,
        kind: Kind,
    ) -> rusqlite::Result<(Option<Media>, Option<String>)> {
        let found = self.sides.media.one(base.id, media::read)?;
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
            media.thumbnail = self
                .sides
                .thumbnails
                .of(base.id, media, base.legacy.as_deref())?;
        }
        Ok((media, caption))
    }

    /// How often it was forwarded.
    fn forwarded(&mut self, base: &Base) -> rusqlite::Result<Option<u32>> {
        let score = self
            .sides
            .forwarded
            .one(base.id, |row| value::positive(row, 1))?
            .flatten();
        Ok(score.or(base.forwarded.then_some(1)))
    }

    /// When it was last edited.
    fn edited_at(&mut self, id: i64) -> rusqlite::Result<Option<i64>> {
        let read = |row: &Row<'_>| value::time(row, 1).or_else(|| value::time(row, 2));
        Ok(self.sides.edits.one(id, read)?.flatten())
    }

    /// What a notice says.
    fn system(&mut self, base: &Base) -> rusqlite::Result<SystemNotice> {
        let action = self
            .sides
            .system
            .one(base.id, |row| value::integer(row, 1))?
            .flatten();
        let mut people = Vec::new();
        let by_row = |row: &Row<'_>, column| {
            value::reference(row, column).and_then(|jid| self.parts.people.by_row(jid))
        };
        self.sides
            .participants
            .each(base.id, &mut |row| people.extend(by_row(row, 1)))?;
        self.sides.numbers.each(base.id, &mut |row| {
            people.extend([1, 2].into_iter().filter_map(|at| by_row(row, at)))
        })?;
        let old_value = self
            .sides
            .old_values
            .one(base.id, |row| value::text(row, 1))?
            .flatten();
        Ok(SystemNotice {
            action: action.or_else(|| base.legacy.as_ref()?.action(base.number)),
            people,
            old_value,
            ..SystemNotice::default()
        })
    }

    /// What it quotes: the stored copy, and the row that it points to where that is found.
    fn quoted(&mut self, base: &Base, peer: Option<PersonId>) -> rusqlite::Result<Option<Quote>> {
        if let Some(found) = self.legacy_quote(base)? {
            return Ok(Some(found));
        }
        let parts = self.parts;
        let found = self.sides.quoted.one(base.id, |row| {
            let key = value::text(row, 1);
            let chat = value::integer(row, 2);
            let from_me = value::flag(row, 3);
            let text = value::text(row, 7);
            let kind = kind_of(
                value::integer(row, 5),
                value::integer(row, 6) == Some(RECORDED),
                text.is_some(),
            );
            let other = chat.and_then(|chat| parts.chats.peer_of_row(chat)).or(peer);
            let sender = value::reference(row, 4)
                .and_then(|jid| parts.people.by_row(jid))
                .or(other);
            let target = key.as_ref().and_then(|key| {
                let there =
                    chat.and_then(|chat| parts.order.quoted(&chat.to_le_bytes(), key.as_bytes()));
                there.or_else(|| parts.order.quoted(base.chat_key.as_bytes(), key.as_bytes()))
            });
            Quote {
                key_id: key,
                row: target.filter(|&row| row != base.id).map(RowId),
                from_me,
                sender: sender.filter(|_| !from_me),
                text,
                kind: Some(kind),
            }
        })?;
        let Some(mut quote) = found else {
            return Ok(None);
        };
        if quote.text.is_none() {
            quote.text = self
                .sides
                .quoted_media
                .one(base.id, |row| value::text(row, 1))?
                .flatten();
        }
        Ok(Some(quote))
    }

    /// A quotation of the old table.
    fn legacy_quote(&mut self, base: &Base) -> rusqlite::Result<Option<Quote>> {
        let Some(copy) = base.legacy.as_ref().and_then(|legacy| legacy.quoted_row) else {
            return Ok(None);
        };
        let parts = self.parts;
        self.sides
            .legacy_quotes
            .one(copy, |row| legacy::quote(row, base, parts))
    }
}
