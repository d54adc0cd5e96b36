//! The tables, and the numbers that stand for words in them.
//!
//! A chat is a sequence of *runs*: `run(chat, position, first, length)` says that the messages with ids
//! `first .. first + length` stand at `position ..` of the chat. A first import gives ids in chat order,
//! so a chat is one run and a page is one range of the message table; a merge gives new ids and cuts runs,
//! ids never change. `seen` says in the same way which ids an import had.
//!
//! Days are days of UTC. Ids start at 1. A text index can always be rebuilt from these tables.

use latchkey_messages::{CallOutcome, ChatKind, Delivery, Kind, NameSource};

/// Version of the tables, kept in `user_version`.
pub(crate) const VERSION: u32 = 1;

/// `user_version` while the first import writes without a journal: such a file is never opened again.
pub(crate) const UNFINISHED: i32 = -1;

/// Every table of the tables database.
pub(crate) const TABLES: &str = "
CREATE TABLE meta(name TEXT PRIMARY KEY, value ANY) WITHOUT ROWID, STRICT;
CREATE TABLE import(
  id INTEGER PRIMARY KEY, file_name TEXT NOT NULL, size INTEGER NOT NULL, sha256 BLOB, created INTEGER,
  app_version TEXT, phone_suffix TEXT, imported_at INTEGER NOT NULL,
  first INTEGER NOT NULL, messages INTEGER NOT NULL, new INTEGER NOT NULL) STRICT;
CREATE TABLE seen(import INTEGER, first INTEGER, length INTEGER NOT NULL,
  PRIMARY KEY(import, first)) WITHOUT ROWID, STRICT;

CREATE TABLE person(id INTEGER PRIMARY KEY, address TEXT NOT NULL UNIQUE, phone TEXT, same_as INTEGER,
  name TEXT, name_source INTEGER) STRICT;
CREATE TABLE person_lid(lid TEXT PRIMARY KEY, person INTEGER NOT NULL) WITHOUT ROWID, STRICT;
CREATE TABLE person_name(person INTEGER, source INTEGER, name TEXT NOT NULL,
  PRIMARY KEY(person, source)) WITHOUT ROWID, STRICT;
CREATE TABLE address_book(phone TEXT, source INTEGER, name TEXT NOT NULL,
  PRIMARY KEY(phone, source)) WITHOUT ROWID, STRICT;

CREATE TABLE chat(
  id INTEGER PRIMARY KEY, address TEXT NOT NULL UNIQUE, kind INTEGER NOT NULL, subject TEXT, peer INTEGER,
  created_at INTEGER, archived INTEGER NOT NULL, locked INTEGER NOT NULL, hidden INTEGER NOT NULL,
  unread INTEGER NOT NULL, messages INTEGER NOT NULL, first_at INTEGER, last_at INTEGER,
  last_text TEXT, last_kind INTEGER, last_from_me INTEGER NOT NULL) STRICT;
CREATE TABLE run(chat INTEGER, position INTEGER, first INTEGER NOT NULL, length INTEGER NOT NULL,
  PRIMARY KEY(chat, position)) WITHOUT ROWID, STRICT;
CREATE UNIQUE INDEX run_first ON run(first);
CREATE TABLE day(chat INTEGER, day INTEGER, message INTEGER NOT NULL, messages INTEGER NOT NULL,
  PRIMARY KEY(chat, day)) WITHOUT ROWID, STRICT;

CREATE TABLE message(
  id INTEGER PRIMARY KEY, chat INTEGER NOT NULL, flags INTEGER NOT NULL, kind INTEGER NOT NULL,
  raw_kind INTEGER, sender INTEGER, sent_at INTEGER, received_after INTEGER, key ANY, text TEXT,
  forwarded INTEGER, edited_at INTEGER, row INTEGER) STRICT;
CREATE TABLE media(
  message INTEGER PRIMARY KEY, path TEXT, name TEXT, mime TEXT, size INTEGER, duration INTEGER,
  width INTEGER, height INTEGER, pages INTEGER, sha256 BLOB, found TEXT) STRICT;
CREATE TABLE thumbnail(message INTEGER PRIMARY KEY, jpeg BLOB NOT NULL) STRICT;
CREATE TABLE quote(message INTEGER PRIMARY KEY, target INTEGER, from_me INTEGER NOT NULL, sender INTEGER,
  kind INTEGER, text TEXT, key ANY) STRICT;
CREATE TABLE notice(message INTEGER PRIMARY KEY, action INTEGER, old_value TEXT) STRICT;
CREATE TABLE notice_person(message INTEGER, n INTEGER, person INTEGER NOT NULL,
  PRIMARY KEY(message, n)) WITHOUT ROWID, STRICT;
CREATE TABLE reaction(message INTEGER, n INTEGER, emoji TEXT NOT NULL, from_me INTEGER NOT NULL,
  sender INTEGER, at INTEGER, PRIMARY KEY(message, n)) WITHOUT ROWID, STRICT;
CREATE TABLE call(
  id INTEGER PRIMARY KEY, call_id TEXT NOT NULL, peer INTEGER, group_address TEXT, from_me INTEGER NOT NULL,
  at INTEGER, video INTEGER NOT NULL, duration INTEGER NOT NULL, outcome INTEGER NOT NULL,
  message INTEGER) STRICT;

CREATE TABLE owed(message INTEGER PRIMARY KEY, old TEXT) STRICT;
";

/// Bits of `message.flags`.
pub(crate) mod flag {
    pub(crate) const FROM_ME: i64 = 1;
    pub(crate) const STARRED: i64 = 2;
    pub(crate) const DELETED_LATER: i64 = 4;
    pub(crate) const MEDIA: i64 = 8;
    pub(crate) const QUOTE: i64 = 16;
    pub(crate) const NOTICE: i64 = 32;
    pub(crate) const REACTIONS: i64 = 64;
    /// Three bits: 0 nothing known, else one more than the delivery's number.
    pub(crate) const DELIVERY_SHIFT: u32 = 8;
    pub(crate) const DELIVERY: i64 = 7 << DELIVERY_SHIFT;
}

/// Numbers for words: the position in the list, for ever. New words go to the end.
macro_rules! numbered {
    ($code:ident, $word:ident, $type:ident, [$($variant:ident),+ $(,)?], $fallback:ident) => {
        #[doc = concat!("The number that stands for a ", stringify!($type), ".")]
        pub(crate) fn $code(value: $type) -> i64 {
            const ALL: &[$type] = &[$($type::$variant),+];
            ALL.iter().position(|&known| known == value).and_then(|n| i64::try_from(n).ok()).unwrap_or(0)
        }
        #[doc = concat!("The ", stringify!($type), " that a number stands for.")]
        pub(crate) fn $word(code: i64) -> $type {
            const ALL: &[$type] = &[$($type::$variant),+];
            usize::try_from(code).ok().and_then(|n| ALL.get(n).copied()).unwrap_or($type::$fallback)
        }
    };
}

numbered!(
    kind_code,
    kind,
    Kind,
    [
        Unsupported,
        Text,
        Image,
        Video,
        VideoNote,
        Audio,
        Voice,
        Document,
        Sticker,
        Gif,
        Location,
        LiveLocation,
        Contact,
        Poll,
        Event,
        GroupInvite,
        System,
        Call,
        Revoked,
        ViewOnce,
        Album,
        Order,
        Payment,
        Template,
    ],
    Unsupported
);
numbered!(
    chat_kind_code,
    chat_kind,
    ChatKind,
    [
        Person, Group, Community, Channel, Broadcast, Status, Deleted
    ],
    Deleted
);
numbered!(
    delivery_code,
    delivery,
    Delivery,
    [Pending, Sent, Delivered, Read, Played],
    Pending
);
numbered!(
    outcome_code,
    outcome,
    CallOutcome,
    [Unknown, Answered, Missed, Declined, Unavailable],
    Unknown
);
// Best first: the smallest number wins.
numbered!(
    name_source_code,
    name_source,
    NameSource,
    [
        AddressBook,
        Contacts,
        Business,
        Push,
        LidDisplay,
        Label,
        Mention,
        SharedCard
    ],
    Mention
);

/// The delivery in a message's flags.
pub(crate) fn delivery_of(flags: i64) -> Option<Delivery> {
    let code = (flags & flag::DELIVERY) >> flag::DELIVERY_SHIFT;
    (code > 0).then(|| delivery(code - 1))
}

/// The bits of `flags` for a delivery.
pub(crate) fn delivery_bits(value: Option<Delivery>) -> i64 {
    value.map_or(0, |value| {
        (delivery_code(value) + 1) << flag::DELIVERY_SHIFT
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_kind_survives_its_number() {
        for known in Kind::ALL {
            assert_eq!(kind(kind_code(known)), known);
        }
    }

    #[test]
    fn delivery_survives_the_flags() {
        assert_eq!(
            delivery_of(delivery_bits(Some(Delivery::Played)) | flag::FROM_ME),
            Some(Delivery::Played)
        );
        assert_eq!(delivery_of(delivery_bits(None)), None);
    }
}
