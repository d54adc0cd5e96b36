//! Writes one message and what hangs on it.

use latchkey_messages::{Media, Message, Quote, Reaction, SystemNotice};
use rusqlite::{Connection, Statement, params};

use super::identity::Key;
use super::people::PeopleMap;
use crate::schema::{self, flag};

/// The statements of the tables that a message goes to.
pub(crate) struct MessageWriter<'a> {
    message: Statement<'a>,
    media: Statement<'a>,
    thumbnail: Statement<'a>,
    quote: Statement<'a>,
    notice: Statement<'a>,
    notice_person: Statement<'a>,
    reaction: Statement<'a>,
}

/// A message's number and place, as the history knows them.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Placement {
    pub(crate) id: i64,
    pub(crate) chat: i64,
    pub(crate) sender: Option<i64>,
    /// The quoted message, where it is known already.
    pub(crate) quoted: Option<i64>,
}

impl<'a> MessageWriter<'a> {
    pub(crate) fn new(tables: &'a Connection) -> rusqlite::Result<Self> {
        Ok(Self {
            message: tables
                .prepare("INSERT INTO message VALUES(?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13)")?,
            media: tables.prepare(
                "INSERT OR REPLACE INTO media VALUES(?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, NULL)",
            )?,
            thumbnail: tables.prepare("INSERT OR REPLACE INTO thumbnail VALUES(?1, ?2)")?,
            quote: tables.prepare("INSERT OR REPLACE INTO quote VALUES(?1, ?2, ?3, ?4, ?5, ?6, ?7)")?,
            notice: tables.prepare("INSERT OR REPLACE INTO notice VALUES(?1, ?2, ?3)")?,
            notice_person: tables.prepare("INSERT OR REPLACE INTO notice_person VALUES(?1, ?2, ?3)")?,
            reaction: tables.prepare("INSERT INTO reaction VALUES(?1, ?2, ?3, ?4, ?5, ?6)")?,
        })
    }

    /// Writes a message that the history does not have.
    pub(crate) fn insert(
        &mut self,
        at: Placement,
        message: &Message,
        key: &Key,
        people: &PeopleMap,
    ) -> rusqlite::Result<()> {
        let received_after = message
            .received_at
            .and_then(|received| received.checked_sub(message.sent_at.unwrap_or(0)));
        self.message.execute(params![
            at.id,
            at.chat,
            flags(message),
            schema::kind_code(message.kind),
            message.raw_kind,
            at.sender,
            message.sent_at,
            received_after,
            key,
            message.text,
            message.forwarded,
            message.edited_at,
            message.row.0,
        ])?;
        if let Some(media) = &message.media {
            self.media(at.id, media)?;
        }
        if let Some(quote) = &message.quoted {
            self.quote(at.id, quote, at.quoted, people)?;
        }
        if let Some(notice) = &message.system {
            self.notice(at.id, notice, people)?;
        }
        for (n, reaction) in (0_i64..).zip(&message.reactions) {
            self.reaction(at.id, n, reaction, people)?;
        }
        Ok(())
    }

    pub(crate) fn media(&mut self, id: i64, media: &Media) -> rusqlite::Result<()> {
        self.media.execute(params![
            id,
            media.path,
            media.name,
            media.mime,
            media.size.and_then(|size| i64::try_from(size).ok()),
            media
                .duration
                .and_then(|seconds| i64::try_from(seconds).ok()),
            media.width,
            media.height,
            media.pages,
            media.sha256,
        ])?;
        if let Some(jpeg) = &media.thumbnail {
            self.thumbnail.execute(params![id, jpeg])?;
        }
        Ok(())
    }

    fn quote(
        &mut self,
        id: i64,
        quote: &Quote,
        target: Option<i64>,
        people: &PeopleMap,
    ) -> rusqlite::Result<()> {
        let sender = quote.sender.and_then(|person| people.id(person));
        let kind = quote.kind.map(schema::kind_code);
        let key = Key::pack(quote.key_id.as_deref().unwrap_or_default());
        self.quote
            .execute(params![
                id,
                target,
                quote.from_me,
                sender,
                kind,
                quote.text,
                key
            ])
            .map(drop)
    }

    fn notice(
        &mut self,
        id: i64,
        notice: &SystemNotice,
        people: &PeopleMap,
    ) -> rusqlite::Result<()> {
        self.notice
            .execute(params![id, notice.action, notice.old_value])?;
        for (n, person) in (0_i64..).zip(&notice.people) {
            if let Some(person) = people.id(*person) {
                self.notice_person.execute(params![id, n, person])?;
            }
        }
        Ok(())
    }

    pub(crate) fn reaction(
        &mut self,
        id: i64,
        n: i64,
        reaction: &Reaction,
        people: &PeopleMap,
    ) -> rusqlite::Result<()> {
        let sender = reaction.sender.and_then(|person| people.id(person));
        self.reaction
            .execute(params![
                id,
                n,
                reaction.emoji,
                reaction.from_me,
                sender,
                reaction.at
            ])
            .map(drop)
    }
}

/// What a message's flags say.
pub(crate) fn flags(message: &Message) -> i64 {
    let mut flags = schema::delivery_bits(message.delivery);
    for (set, bit) in [
        (message.from_me, flag::FROM_ME),
        (message.starred, flag::STARRED),
        (message.media.is_some(), flag::MEDIA),
        (message.quoted.is_some(), flag::QUOTE),
        (message.system.is_some(), flag::NOTICE),
        (!message.reactions.is_empty(), flag::REACTIONS),
    ] {
        if set {
            flags |= bit;
        }
    }
    flags
}
