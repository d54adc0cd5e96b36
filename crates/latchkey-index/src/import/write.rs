//! Writes one message and what hangs on it.

mod answers;
mod beside;
mod content;
mod table;

use latchkey_messages::Message;
use rusqlite::{Connection, Statement, params};

use self::answers::AnswerWriter;
pub(crate) use self::answers::{KEPT, PINNED};
use self::beside::BesideWriter;
use self::content::ContentWriter;
pub(crate) use self::table::Meet;
use super::chat::received_after;
use super::identity::Key;
use super::people::PeopleMap;
use crate::schema::{self, flag};

/// The statements of the tables that a message goes to.
pub(crate) struct MessageWriter<'a> {
    message: Statement<'a>,
    content: ContentWriter<'a>,
    pub(crate) beside: BesideWriter<'a>,
    pub(crate) answers: AnswerWriter<'a>,
}

/// A message's number and place, as the history knows them.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Placement {
    pub(crate) id: i64,
    pub(crate) chat: i64,
    pub(crate) sender: Option<i64>,
    /// The quoted message, where it is known already.
    pub(crate) quoted: Option<i64>,
    /// The message that it is a part of, where it is known already.
    pub(crate) parent: Option<i64>,
    /// The time that receipts count from.
    pub(crate) time: i64,
}

impl<'a> MessageWriter<'a> {
    pub(crate) fn new(tables: &'a Connection) -> rusqlite::Result<Self> {
        Ok(Self {
            message: tables.prepare(
                "INSERT INTO message(id, chat, flags, kind, raw_kind, sender, sent_at, received_after, key, text, forwarded,
                   edited_at, device) VALUES(?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, pack(?10), ?11, ?12, ?13)",
            )?,
            content: ContentWriter::new(tables),
            beside: BesideWriter::new(tables),
            answers: AnswerWriter::new(tables),
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
        let flags = flags(message);
        self.message.execute(params![
            at.id,
            at.chat,
            flags,
            schema::kind_code(message.kind),
            message.raw_kind,
            at.sender,
            message.sent_at,
            received_after(message),
            key,
            message.text,
            message.forwarded,
            message.edited_at,
            message.device,
        ])?;
        if flags & TABLES == 0 {
            return Ok(());
        }
        self.hang_on(at, message, Meet::Nothing, people)
    }

    /// Writes what hangs on a message; `meet` is how it meets what is there.
    pub(crate) fn hang_on(
        &mut self,
        at: Placement,
        message: &Message,
        meet: Meet,
        people: &PeopleMap,
    ) -> rusqlite::Result<()> {
        let beside = &mut self.beside;
        if let Some(media) = &message.media {
            beside.media(at.id, media, meet)?;
        }
        if let Some(quote) = &message.quoted {
            beside.quote(at.id, quote, at.quoted, meet, people)?;
        }
        if let Some(notice) = &message.system {
            beside.notice(at.id, notice, meet, people)?;
        }
        if let Some(part) = message.part_of {
            beside.part(at.id, part, at.parent, meet)?;
        }
        beside.rare(at.id, message, at.time, meet, people)?;
        // In a merge they go with the text.
        if meet == Meet::Nothing {
            beside.mentions(at.id, &message.mentions, meet, people)?;
        }
        if let Some(content) = &message.content {
            self.content.write(at.id, content, meet, people)?;
        }
        self.answers.write(at.id, message, meet, people)
    }
}

/// Bits that say that a table has something of the message.
const TABLES: i64 = flag::MEDIA
    | flag::QUOTE
    | flag::NOTICE
    | flag::REACTIONS
    | flag::LINK
    | flag::RECEIPTS
    | flag::MENTIONS
    | flag::PART
    | flag::DISAPPEARING
    | flag::PLACE
    | flag::CONTACTS
    | flag::POLL
    | flag::EVENT
    | flag::INVITE
    | flag::BUSINESS
    | flag::MARKS
    | flag::REVOKED
    | flag::CHANNEL;

/// What a message's flags say, of itself and of the tables.
pub(crate) fn flags(message: &Message) -> i64 {
    let mut flags = plain_flags(message);
    for (set, bit) in [
        (message.media.is_some(), flag::MEDIA),
        (message.quoted.is_some(), flag::QUOTE),
        (message.system.is_some(), flag::NOTICE),
        (!message.reactions.is_empty(), flag::REACTIONS),
        (!message.receipts.is_empty(), flag::RECEIPTS),
        (!message.mentions.is_empty(), flag::MENTIONS),
        (message.part_of.is_some(), flag::PART),
        (message.disappearing.is_some(), flag::DISAPPEARING),
        (message.pinned.is_some(), flag::MARKS),
        (message.kept.is_some(), flag::MARKS),
        (message.revoked.is_some(), flag::REVOKED),
        (message.channel.is_some(), flag::CHANNEL),
    ] {
        if set {
            flags |= bit;
        }
    }
    flags | message.content.as_deref().map_or(0, content::flags)
}

/// What a message's flags say of itself.
pub(crate) fn plain_flags(message: &Message) -> i64 {
    let mut flags =
        schema::delivery_bits(message.delivery) | schema::view_once_bits(message.view_once);
    for (set, bit) in [
        (message.from_me, flag::FROM_ME),
        (message.starred, flag::STARRED),
        (message.broadcast, flag::BROADCAST),
    ] {
        if set {
            flags |= bit;
        }
    }
    flags
}
