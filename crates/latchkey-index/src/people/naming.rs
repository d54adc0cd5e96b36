//! Who is called what: the best name known for everyone, by the order of the sources.
//!
//! A name of the address book reaches a person by number: today's number first, then the same number in its other
//! form, then the numbers of before; but never by a number that is somebody else's own today.

use std::borrow::Cow;
use std::collections::{HashMap, HashSet};

use latchkey_messages::NameSource;
use rusqlite::{Connection, params};

use super::spelling::other_spelling;
use crate::schema::name_source_code;

/// The address book of the history by number, best source first.
pub(super) struct Book {
    names: HashMap<String, Vec<(i64, String)>>,
    /// Numbers that are somebody's own: they reach nobody else.
    owned: HashSet<String>,
}

impl Book {
    fn read(tables: &Connection) -> rusqlite::Result<Self> {
        let mut names: HashMap<String, Vec<(i64, String)>> = HashMap::new();
        let mut statement =
            tables.prepare("SELECT phone, source, name FROM address_book ORDER BY source")?;
        let mut rows = statement.query([])?;
        while let Some(row) = rows.next()? {
            let entry = (row.get(1)?, row.get(2)?);
            names.entry(row.get(0)?).or_default().push(entry);
        }
        let owned = match names.is_empty() {
            true => HashSet::new(),
            false => owned_numbers(tables)?,
        };
        Ok(Self { names, owned })
    }

    /// The best name that reaches somebody with these numbers, newest first.
    fn best(&self, phones: &Phones) -> Option<(i64, &str)> {
        if self.names.is_empty() {
            return None;
        }
        let found = reaching(phones, &self.owned).filter_map(|phone| {
            let (source, name) = self.names.get(phone.as_ref())?.first()?;
            Some((*source, name.as_str()))
        });
        // The first of equals: `min_by_key` keeps it.
        found.min_by_key(|(source, _)| *source)
    }
}

/// Every number that is somebody's own today.
pub(super) fn owned_numbers(tables: &Connection) -> rusqlite::Result<HashSet<String>> {
    let mut statement = tables.prepare("SELECT phone FROM person WHERE phone IS NOT NULL")?;
    let rows = statement.query_map([], |row| row.get(0))?;
    rows.collect()
}

/// Under which numbers an address book may have somebody with these numbers, the surest first.
pub(super) fn reaching<'a>(
    phones: &'a Phones,
    owned: &'a HashSet<String>,
) -> impl Iterator<Item = Cow<'a, str>> {
    let former = phones.former.iter().filter(|phone| !owned.contains(*phone));
    phones.today.iter().chain(former).flat_map(|phone| {
        let other = other_spelling(phone).filter(|other| !owned.contains(other));
        std::iter::once(phone.as_str().into()).chain(other.map(Into::into))
    })
}

/// Somebody's numbers.
#[derive(Default)]
pub(super) struct Phones {
    today: Option<String>,
    former: Vec<String>,
}

/// A person as naming sees them.
struct Named {
    id: i64,
    phones: Phones,
    /// The name and the number of its source as they stand.
    now: Option<(i64, String)>,
    /// The best name that messages and chats themselves gave.
    own: Option<(i64, String)>,
}

/// Somebody whose name is to become another.
struct Renamed {
    id: i64,
    name: Option<(i64, String)>,
}

/// Gives everyone the best name known, and joined people the name and number of the one that stays.
pub(crate) fn derive_names(tables: &Connection) -> rusqlite::Result<()> {
    let renamed = renamed(tables)?;
    let mut update =
        tables.prepare("UPDATE person SET name = ?2, name_source = ?3 WHERE id = ?1")?;
    for person in renamed {
        let (source, name) = person.name.unzip();
        update.execute(params![person.id, name, source])?;
    }
    tables.execute_batch(
        "UPDATE person SET (phone, name, name_source) =
           (SELECT other.phone, other.name, other.name_source FROM person other WHERE other.id = person.same_as)
         WHERE same_as IS NOT NULL;",
    )
}

/// Everyone whose best name is not the one that stands.
fn renamed(tables: &Connection) -> rusqlite::Result<Vec<Renamed>> {
    let book = Book::read(tables)?;
    let mut renamed = Vec::new();
    each_person(tables, |person| {
        let listed = book.best(&person.phones);
        let own = person
            .own
            .as_ref()
            .map(|(source, name)| (*source, name.as_str()));
        // At equal sources the address book's entry is the one that can be newer.
        let best = match (listed, own) {
            (Some(listed), Some(own)) if own.0 < listed.0 => Some(own),
            (None, own) => own,
            (listed, _) => listed,
        };
        let shown = best.map(|(source, name)| (source, as_shown(source, name)));
        let best = shown
            .as_ref()
            .map(|(source, name)| (*source, name.as_ref()));
        let now = person
            .now
            .as_ref()
            .map(|(source, name)| (*source, name.as_str()));
        if best != now {
            renamed.push(Renamed {
                id: person.id,
                name: best.map(|(source, name)| (source, name.to_owned())),
            });
        }
    })?;
    Ok(renamed)
}

/// A name as it is shown everywhere: one that only stands on a card that somebody shared is marked, as the app marks
/// names that are not the owner's own.
fn as_shown(source: i64, name: &str) -> Cow<'_, str> {
    if source == name_source_code(NameSource::SharedCard) {
        Cow::Owned(format!("~{name}"))
    } else {
        Cow::Borrowed(name)
    }
}

/// Everyone who was not joined to another.
fn each_person(tables: &Connection, mut each: impl FnMut(&Named)) -> rusqlite::Result<()> {
    let mut statement = tables.prepare(
        "SELECT p.id, p.phone, p.name_source, p.name, n.source, n.name FROM person p
           LEFT JOIN person_name n ON n.person = p.id
             AND n.source = (SELECT min(source) FROM person_name WHERE person = p.id)
         WHERE p.same_as IS NULL ORDER BY p.id",
    )?;
    let mut former = former_phones(tables)?;
    let mut rows = statement.query([])?;
    while let Some(row) = rows.next()? {
        let id = row.get(0)?;
        each(&Named {
            id,
            phones: Phones {
                today: row.get(1)?,
                former: former.remove(&id).unwrap_or_default(),
            },
            now: pair(row.get(2)?, row.get(3)?),
            own: pair(row.get(4)?, row.get(5)?),
        });
    }
    Ok(())
}

/// The numbers that people had before.
pub(super) fn former_phones(tables: &Connection) -> rusqlite::Result<HashMap<i64, Vec<String>>> {
    let mut former: HashMap<i64, Vec<String>> = HashMap::new();
    let mut statement =
        tables.prepare_cached("SELECT person, phone FROM former_phone ORDER BY phone")?;
    let mut rows = statement.query([])?;
    while let Some(row) = rows.next()? {
        former.entry(row.get(0)?).or_default().push(row.get(1)?);
    }
    Ok(former)
}

fn pair(source: Option<i64>, name: Option<String>) -> Option<(i64, String)> {
    source.zip(name)
}

/// How many of these numbers are somebody's, and how many people are called by them now.
pub(super) fn count_reached(
    tables: &Connection,
    imported: &HashSet<&str>,
    source: i64,
) -> rusqlite::Result<(u64, u64)> {
    let owned = owned_numbers(tables)?;
    let (mut matched, mut people) = (HashSet::new(), 0);
    each_person(tables, |person| {
        let mut reached = false;
        for phone in reaching(&person.phones, &owned) {
            if let Some(&known) = imported.get(phone.as_ref()) {
                reached = true;
                matched.insert(known);
            }
        }
        if reached && person.now.as_ref().is_some_and(|now| now.0 == source) {
            people += 1;
        }
    })?;
    Ok((matched.len() as u64, people))
}
