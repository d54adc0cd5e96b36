//! The tables by theme. Columns that a later version added stand at the end, where an upgrade puts them too.

/// The history itself: its name, the imports, and which ids each of them had.
pub(super) const HISTORY: &str = "
CREATE TABLE meta(name TEXT PRIMARY KEY, value ANY) WITHOUT ROWID, STRICT;
CREATE TABLE import(
  id INTEGER PRIMARY KEY, file_name TEXT NOT NULL, size INTEGER NOT NULL, sha256 BLOB, created INTEGER,
  app_version TEXT, phone_suffix TEXT, imported_at INTEGER NOT NULL,
  first INTEGER NOT NULL, messages INTEGER NOT NULL, new INTEGER NOT NULL) STRICT;
CREATE TABLE seen(import INTEGER, first INTEGER, length INTEGER NOT NULL,
  PRIMARY KEY(import, first)) WITHOUT ROWID, STRICT;
CREATE TABLE owed(message INTEGER PRIMARY KEY, old TEXT) STRICT;
";

/// Who is who.
pub(super) const PEOPLE: &str = "
CREATE TABLE person(id INTEGER PRIMARY KEY, address TEXT NOT NULL UNIQUE, phone TEXT, same_as INTEGER,
  name TEXT, name_source INTEGER) STRICT;
CREATE TABLE person_lid(lid TEXT PRIMARY KEY, person INTEGER NOT NULL) WITHOUT ROWID, STRICT;
CREATE TABLE person_name(person INTEGER, source INTEGER, name TEXT NOT NULL,
  PRIMARY KEY(person, source)) WITHOUT ROWID, STRICT;
CREATE TABLE address_book(phone TEXT, source INTEGER, name TEXT NOT NULL,
  PRIMARY KEY(phone, source)) WITHOUT ROWID, STRICT;
";

/// Chats, where their messages stand, and the first message of each day. `as_of` and `members_as_of`: when the newest
/// backup that described the chat, and that listed its members, was made.
pub(super) const CHATS: &str = "
CREATE TABLE chat(
  id INTEGER PRIMARY KEY, address TEXT NOT NULL UNIQUE, kind INTEGER NOT NULL, subject TEXT, peer INTEGER,
  created_at INTEGER, archived INTEGER NOT NULL, locked INTEGER NOT NULL, hidden INTEGER NOT NULL,
  unread INTEGER NOT NULL, messages INTEGER NOT NULL, first_at INTEGER, last_at INTEGER,
  last_text TEXT, last_kind INTEGER, last_from_me INTEGER NOT NULL,
  community TEXT, description TEXT, disappearing INTEGER, gone INTEGER NOT NULL DEFAULT 0,
  as_of INTEGER, members_as_of INTEGER) STRICT;
CREATE TABLE run(chat INTEGER, position INTEGER, first INTEGER NOT NULL, length INTEGER NOT NULL,
  PRIMARY KEY(chat, position)) WITHOUT ROWID, STRICT;
CREATE UNIQUE INDEX run_first ON run(first);
CREATE TABLE day(chat INTEGER, day INTEGER, message INTEGER NOT NULL, messages INTEGER NOT NULL,
  PRIMARY KEY(chat, day)) WITHOUT ROWID, STRICT;
";

/// A message itself. Its text may be packed (packing.rs), but not in an index that began as version 1.
pub(super) const MESSAGE: &str = "
CREATE TABLE message(
  id INTEGER PRIMARY KEY, chat INTEGER NOT NULL, flags INTEGER NOT NULL, kind INTEGER NOT NULL,
  raw_kind INTEGER, sender INTEGER, sent_at INTEGER, received_after INTEGER, key ANY, text ANY,
  forwarded INTEGER, edited_at INTEGER, device INTEGER) STRICT;
";

/// What a message quotes; the text may be packed.
pub(super) const QUOTE: &str = "
CREATE TABLE quote(message INTEGER PRIMARY KEY, target INTEGER, from_me INTEGER NOT NULL, sender INTEGER,
  kind INTEGER, text ANY, key ANY) STRICT;
";

/// What any kind of message can carry.
pub(super) const MESSAGES: &str = "
CREATE TABLE media(
  message INTEGER PRIMARY KEY, path TEXT, name TEXT, mime TEXT, size INTEGER, duration INTEGER,
  width INTEGER, height INTEGER, pages INTEGER, sha256 BLOB, found TEXT,
  downloaded INTEGER, offloaded INTEGER NOT NULL DEFAULT 0, waveform BLOB, transcript TEXT,
  found_root INTEGER, found_how INTEGER) STRICT;
CREATE TABLE thumbnail(message INTEGER PRIMARY KEY, jpeg BLOB NOT NULL) STRICT;
CREATE TABLE notice(message INTEGER PRIMARY KEY, action INTEGER, old_value TEXT,
  new_value TEXT, seconds INTEGER, added INTEGER, removed INTEGER, yes INTEGER) STRICT;
CREATE TABLE notice_person(message INTEGER, n INTEGER, person INTEGER NOT NULL,
  PRIMARY KEY(message, n)) WITHOUT ROWID, STRICT;
CREATE TABLE reaction(message INTEGER, n INTEGER, emoji TEXT NOT NULL, from_me INTEGER NOT NULL,
  sender INTEGER, at INTEGER, PRIMARY KEY(message, n)) WITHOUT ROWID, STRICT;
";

/// The folders that media was found in, as bytes of paths, and small files that the index keeps itself. Version 2.
pub(super) const MEDIA: &str = "
CREATE TABLE media_root(id INTEGER PRIMARY KEY, path BLOB NOT NULL UNIQUE) STRICT;
CREATE TABLE media_kept(sha256 BLOB PRIMARY KEY, bytes BLOB NOT NULL) STRICT;
";

/// The call log.
pub(super) const CALLS: &str = "
CREATE TABLE call(
  id INTEGER PRIMARY KEY, call_id TEXT NOT NULL, peer INTEGER, group_address TEXT, from_me INTEGER NOT NULL,
  at INTEGER, video INTEGER NOT NULL, duration INTEGER NOT NULL, outcome INTEGER NOT NULL,
  message INTEGER) STRICT;
";

/// What only one kind of message has. Version 2.
pub(super) const CONTENT: &str = "
CREATE TABLE link(message INTEGER PRIMARY KEY, url TEXT, title TEXT, description TEXT) STRICT;
CREATE TABLE place(message INTEGER PRIMARY KEY, latitude REAL, longitude REAL, name TEXT, address TEXT, url TEXT,
  live_seconds INTEGER, last_latitude REAL, last_longitude REAL, last_at INTEGER) STRICT;
CREATE TABLE contact(message INTEGER, n INTEGER, name TEXT, vcard TEXT NOT NULL,
  PRIMARY KEY(message, n)) WITHOUT ROWID, STRICT;
CREATE TABLE contact_person(message INTEGER, n INTEGER, person INTEGER,
  PRIMARY KEY(message, n, person)) WITHOUT ROWID, STRICT;
CREATE TABLE poll(message INTEGER PRIMARY KEY, choices INTEGER, ends_at INTEGER) STRICT;
CREATE TABLE poll_option(message INTEGER, n INTEGER, text TEXT NOT NULL, total INTEGER,
  PRIMARY KEY(message, n)) WITHOUT ROWID, STRICT;
CREATE TABLE vote(message INTEGER, n INTEGER, from_me INTEGER NOT NULL, sender INTEGER, at INTEGER,
  PRIMARY KEY(message, n)) WITHOUT ROWID, STRICT;
CREATE TABLE vote_option(message INTEGER, n INTEGER, option INTEGER,
  PRIMARY KEY(message, n, option)) WITHOUT ROWID, STRICT;
CREATE TABLE event(message INTEGER PRIMARY KEY, name TEXT, description TEXT, link TEXT, starts_at INTEGER,
  ends_at INTEGER, cancelled INTEGER NOT NULL) STRICT;
CREATE TABLE event_answer(message INTEGER, n INTEGER, from_me INTEGER NOT NULL, sender INTEGER, at INTEGER,
  response INTEGER, guests INTEGER, PRIMARY KEY(message, n)) WITHOUT ROWID, STRICT;
CREATE TABLE invite(message INTEGER PRIMARY KEY, name TEXT, address TEXT, code TEXT, expires_at INTEGER) STRICT;
CREATE TABLE business(message INTEGER PRIMARY KEY, title TEXT, description TEXT, footer TEXT, items INTEGER,
  amount_1000 INTEGER, currency TEXT, status INTEGER) STRICT;
CREATE TABLE button(message INTEGER, n INTEGER, text TEXT NOT NULL, target TEXT, chosen INTEGER NOT NULL,
  PRIMARY KEY(message, n)) WITHOUT ROWID, STRICT;
";

/// What hangs on messages beside. Receipts count from the message's time; `mark.what`: 0 pinned, 1 kept.
/// `in_as_of` and `out_as_of`: when the newest backup that has somebody as a member, and as a former one, was made. `print` has
/// ten bytes a message, in blocks by id: by them an import knows a message again (import/prints.rs). Version 2.
pub(super) const MARKS: &str = "
CREATE TABLE mention(message INTEGER, n INTEGER, digits TEXT NOT NULL, person INTEGER, name TEXT,
  PRIMARY KEY(message, n)) WITHOUT ROWID, STRICT;
CREATE TABLE part(message INTEGER PRIMARY KEY, parent INTEGER, kind INTEGER NOT NULL) STRICT;
CREATE INDEX part_parent ON part(parent) WHERE parent IS NOT NULL AND kind <> 4;
CREATE TABLE disappearing(message INTEGER PRIMARY KEY, seconds INTEGER, expires_at INTEGER) STRICT;
CREATE TABLE mark(message INTEGER, what INTEGER, from_me INTEGER NOT NULL, sender INTEGER, at INTEGER,
  PRIMARY KEY(message, what)) WITHOUT ROWID, STRICT;
CREATE TABLE revoked(message INTEGER PRIMARY KEY, by_admin INTEGER NOT NULL, admin INTEGER, at INTEGER) STRICT;
CREATE TABLE receipt(message INTEGER, person INTEGER, delivered INTEGER, read INTEGER, played INTEGER,
  PRIMARY KEY(message, person)) WITHOUT ROWID, STRICT;
CREATE TABLE channel_post(message INTEGER PRIMARY KEY, views INTEGER) STRICT;
CREATE TABLE channel_reaction(message INTEGER, emoji TEXT, count INTEGER NOT NULL,
  PRIMARY KEY(message, emoji)) WITHOUT ROWID, STRICT;
CREATE TABLE notice_group(message INTEGER, n INTEGER, name TEXT NOT NULL,
  PRIMARY KEY(message, n)) WITHOUT ROWID, STRICT;
CREATE TABLE member(chat INTEGER, person INTEGER, role INTEGER NOT NULL, label TEXT, joined_at INTEGER,
  left_at INTEGER, in_as_of INTEGER NOT NULL, out_as_of INTEGER NOT NULL,
  PRIMARY KEY(chat, person)) WITHOUT ROWID, STRICT;
CREATE TABLE call_member(call INTEGER, n INTEGER, person INTEGER NOT NULL, outcome INTEGER NOT NULL,
  PRIMARY KEY(call, n)) WITHOUT ROWID, STRICT;
CREATE TABLE former_phone(phone TEXT, person INTEGER, PRIMARY KEY(phone, person)) WITHOUT ROWID, STRICT;
CREATE TABLE print(block INTEGER PRIMARY KEY, bytes BLOB NOT NULL) STRICT;
";

/// What a reply has kept of a message that was deleted; the calls that a message stands for, and all of them, newest
/// first. Built after a first import, which would only be slowed by them. Version 2.
pub(super) const INDEXES: &str = "
CREATE INDEX IF NOT EXISTS quote_target ON quote(target) WHERE target IS NOT NULL;
CREATE INDEX IF NOT EXISTS call_message ON call(message, at DESC, id) WHERE message IS NOT NULL;
CREATE INDEX IF NOT EXISTS call_newest ON call(at IS NULL, at DESC, id);
";

/// What moves when two people turn out to be one, found by the person: few rows, and an import may join very many.
/// Version 2.
pub(super) const BY_PERSON: &str = "
CREATE INDEX person_same_as ON person(same_as) WHERE same_as IS NOT NULL;
CREATE INDEX person_lid_person ON person_lid(person);
CREATE INDEX former_phone_person ON former_phone(person);
CREATE INDEX chat_peer ON chat(peer) WHERE peer IS NOT NULL;
";

/// What the person put on messages, and on chats (message 0); tags one a line. `exported`: 1 once it is in an export.
/// No import touches it. Version 3.
pub(super) const OWN_MARKS: &str = "
CREATE TABLE own_mark(message INTEGER, chat INTEGER, bookmark INTEGER NOT NULL, tags TEXT NOT NULL, note TEXT,
  changed_at INTEGER NOT NULL, exported INTEGER NOT NULL, PRIMARY KEY(message, chat)) WITHOUT ROWID, STRICT;
";

/// The row that each message had in the backup that brought it, in blocks of messages whose ids follow each other
/// (import/row_blocks.rs). Version 4.
pub(super) const SOURCE_ROWS: &str = "
CREATE TABLE source_row(first INTEGER PRIMARY KEY, rows BLOB NOT NULL) STRICT;
";
