//! What the text index owes: the tables' transaction lists changed messages with the words they were indexed by.
//!
//! The list is of the last generation only: whoever begins one has paid what was owed before.

use latchkey_messages::{
    Business, Button, ContactCard, Content, Event, Invite, LinkPreview, Media, Mention, Message,
    PersonId, Place, Poll, PollOption,
};
use rusqlite::{Connection, OptionalExtension, Row, params};

use super::names::Names;
use crate::pages::steady_time;
use crate::schema::flag;
use crate::search::store::SearchRow;
use crate::search::{Facet, OwnWords};

/// Begins a new list of debts; everything owed has been paid.
pub(crate) fn begin(tables: &Connection) -> rusqlite::Result<()> {
    tables.execute_batch("DELETE FROM owed; DELETE FROM meta WHERE name = 'owed_from';")
}

/// Notes that the text index has to change this message, with the words it was indexed by.
pub(crate) fn owe(tables: &Connection, id: i64, old: &str) -> rusqlite::Result<()> {
    tables
        .prepare_cached("INSERT OR IGNORE INTO owed VALUES(?1, ?2)")?
        .execute(params![id, old])
        .map(drop)
}

/// Counts the generation up: the text index is behind from this commit on.
pub(crate) fn next_generation(tables: &Connection) -> rusqlite::Result<i64> {
    tables.execute(
        "UPDATE meta SET value = value + 1 WHERE name = 'generation'",
        [],
    )?;
    crate::index::generation(tables)
}

/// Makes a change of people, and owes every message that mentions somebody who is called otherwise now; `true` when
/// there is one. The caller counts the generation up.
pub(crate) fn renaming<T>(
    tables: &Connection,
    change: impl FnOnce() -> rusqlite::Result<T>,
) -> rusqlite::Result<(T, bool)> {
    let mentions = tables
        .prepare_cached("SELECT 1 FROM mention LIMIT 1")?
        .exists([])?;
    if !mentions {
        return Ok((change()?, false));
    }
    let before = Names::read(tables)?;
    let changed = change()?;
    let after = Names::read(tables)?;
    if before == after {
        return Ok((changed, false));
    }
    let mut owed = false;
    let mut statement =
        tables.prepare_cached("SELECT message, person FROM mention WHERE person IS NOT NULL")?;
    let mut rows = statement.query([])?;
    let mut last = None;
    while let Some(row) = rows.next()? {
        let (message, person) = (row.get(0)?, row.get(1)?);
        if last != Some(message) && after.differs(&before, person) {
            owe(
                tables,
                message,
                &search_row(tables, message, &before)?.words,
            )?;
            last = Some(message);
            owed = true;
        }
    }
    Ok((changed, owed))
}

/// What [`row`] reads.
pub(crate) const ROW: &str =
    "SELECT id, sent_at, received_after, sender, kind, flags, unpack(text) FROM message";

/// What the text index keeps of a message, read back from the tables: the same as was made of it when it came.
pub(crate) fn search_row(
    tables: &Connection,
    id: i64,
    names: &Names,
) -> rusqlite::Result<SearchRow> {
    tables
        .prepare_cached(&format!("{ROW} WHERE id = ?1"))?
        .query_row([id], |found| row(tables, found, names))
}

/// The same from a row of [`ROW`].
pub(crate) fn row(
    tables: &Connection,
    row: &Row<'_>,
    names: &Names,
) -> rusqlite::Result<SearchRow> {
    let (id, flags): (i64, i64) = (row.get(0)?, row.get(5)?);
    let facet = Facet::new(
        steady_time(row.get(1)?, row.get(2)?),
        row.get(3)?,
        row.get(4)?,
        flags,
    );
    let text: Option<String> = row.get(6)?;
    let mime: Option<String> = if facet.is_view_once() && flags & flag::MEDIA != 0 {
        let sql = "SELECT mime FROM media WHERE message = ?1";
        one(tables, sql, id, |row| row.get(0))?.flatten()
    } else {
        None
    };
    Ok(SearchRow {
        id,
        facet: facet.looked_into(text.as_deref(), mime.as_deref()),
        words: read_words(tables, id, flags, text, names)?,
    })
}

/// A message's own words, from the tables.
pub(crate) fn read_words(
    tables: &Connection,
    id: i64,
    flags: i64,
    text: Option<String>,
    names: &Names,
) -> rusqlite::Result<String> {
    if flags & WORDS == 0 {
        return Ok(text.unwrap_or_default());
    }
    let mut message = Message {
        text,
        ..Message::default()
    };
    if flags & flag::MEDIA != 0 {
        message.media = media(tables, id)?;
    }
    if flags & flag::MENTIONS != 0 {
        message.mentions = mentions(tables, id)?;
    }
    let mut contents = contents(tables, id, flags)?.into_iter();
    message.content = contents.next().map(Box::new);
    let mut words = OwnWords::default();
    words.add(&OwnWords::of(&message, &|mention| {
        let person = mention.person.map(|person| person.0);
        names.of(person, mention.name.as_deref())
    }));
    // Only a message whose kind changed between two backups has a second one.
    contents.for_each(|content| words.content(&content));
    Ok(words.into_string())
}

/// Bits of what has words of its own beside the text.
const WORDS: i64 = flag::MEDIA
    | flag::MENTIONS
    | flag::LINK
    | flag::PLACE
    | flag::CONTACTS
    | flag::POLL
    | flag::EVENT
    | flag::INVITE
    | flag::BUSINESS;

fn contents(tables: &Connection, id: i64, flags: i64) -> rusqlite::Result<Vec<Content>> {
    let mut found = Vec::new();
    if flags & flag::EVENT != 0 {
        found.extend(event(tables, id, flags)?.map(Content::Event));
    } else if flags & flag::PLACE != 0 {
        found.extend(place(tables, id)?.map(Content::Place));
    }
    if flags & flag::CONTACTS != 0 {
        let cards = list(
            tables,
            "SELECT name FROM contact WHERE message = ?1 ORDER BY n",
            id,
            |row| {
                Ok(ContactCard {
                    name: row.get(0)?,
                    ..ContactCard::default()
                })
            },
        )?;
        found.push(Content::Contacts(cards));
    }
    if flags & flag::POLL != 0 {
        let sql = "SELECT text FROM poll_option WHERE message = ?1 ORDER BY n";
        let options = list(tables, sql, id, |row| {
            Ok(PollOption {
                text: row.get(0)?,
                ..PollOption::default()
            })
        })?;
        found.push(Content::Poll(Poll {
            options,
            ..Poll::default()
        }));
    }
    if flags & flag::INVITE != 0 {
        let name = one(
            tables,
            "SELECT name FROM invite WHERE message = ?1",
            id,
            |row| row.get(0),
        )?;
        found.extend(name.map(|name| {
            Content::Invite(Invite {
                name,
                ..Invite::default()
            })
        }));
    }
    if flags & flag::BUSINESS != 0 {
        found.extend(business(tables, id)?.map(Content::Business));
    }
    if flags & flag::LINK != 0 {
        let link = one(
            tables,
            "SELECT url, title FROM link WHERE message = ?1",
            id,
            |row| {
                Ok(LinkPreview {
                    url: row.get(0)?,
                    title: row.get(1)?,
                    ..LinkPreview::default()
                })
            },
        )?;
        found.extend(link.map(Content::Link));
    }
    Ok(found)
}

fn media(tables: &Connection, id: i64) -> rusqlite::Result<Option<Media>> {
    let sql = "SELECT name, transcript FROM media WHERE message = ?1";
    one(tables, sql, id, |row| {
        Ok(Media {
            name: row.get(0)?,
            transcript: row.get(1)?,
            ..Media::default()
        })
    })
}

fn mentions(tables: &Connection, id: i64) -> rusqlite::Result<Vec<Mention>> {
    let sql = "SELECT digits, person, name FROM mention WHERE message = ?1 ORDER BY n";
    list(tables, sql, id, |row| {
        Ok(Mention {
            digits: row.get(0)?,
            person: row.get::<_, Option<i64>>(1)?.map(PersonId),
            name: row.get(2)?,
        })
    })
}

fn place(tables: &Connection, id: i64) -> rusqlite::Result<Option<Place>> {
    let sql = "SELECT name, address FROM place WHERE message = ?1";
    one(tables, sql, id, |row| {
        Ok(Place {
            name: row.get(0)?,
            address: row.get(1)?,
            ..Place::default()
        })
    })
}

fn event(tables: &Connection, id: i64, flags: i64) -> rusqlite::Result<Option<Event>> {
    let place = match flags & flag::PLACE {
        0 => None,
        _ => place(tables, id)?,
    };
    let sql = "SELECT name, description FROM event WHERE message = ?1";
    one(tables, sql, id, |row| {
        Ok(Event {
            name: row.get(0)?,
            description: row.get(1)?,
            place,
            ..Event::default()
        })
    })
}

fn business(tables: &Connection, id: i64) -> rusqlite::Result<Option<Business>> {
    let sql = "SELECT text FROM button WHERE message = ?1 ORDER BY n";
    let buttons = list(tables, sql, id, |row| {
        Ok(Button {
            text: row.get(0)?,
            ..Button::default()
        })
    })?;
    let sql = "SELECT title, description, footer FROM business WHERE message = ?1";
    one(tables, sql, id, |row| {
        Ok(Business {
            title: row.get(0)?,
            description: row.get(1)?,
            footer: row.get(2)?,
            buttons,
            ..Business::default()
        })
    })
}

fn one<T>(
    tables: &Connection,
    sql: &str,
    id: i64,
    read: impl FnOnce(&Row<'_>) -> rusqlite::Result<T>,
) -> rusqlite::Result<Option<T>> {
    tables.prepare_cached(sql)?.query_row([id], read).optional()
}

fn list<T>(
    tables: &Connection,
    sql: &str,
    id: i64,
    read: impl FnMut(&Row<'_>) -> rusqlite::Result<T>,
) -> rusqlite::Result<Vec<T>> {
    tables.prepare_cached(sql)?.query_map([id], read)?.collect()
}
