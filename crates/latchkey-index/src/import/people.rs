//! Finds the history's person for each person of a source, and joins two who turn out to be one.
//!
//! A person is known by address, by phone number and by private addresses; ids never change, so a joined
//! person stays as another name (`same_as`) of the one that stays.

use std::collections::{BTreeSet, HashMap};

use latchkey_messages::{Person, PersonId};
use rusqlite::{Connection, params};

pub(crate) use crate::people::naming::derive_names;
use crate::schema::name_source_code;

/// The history's id of each of the source's people.
#[derive(Default)]
pub(crate) struct PeopleMap(HashMap<PersonId, i64>);

impl PeopleMap {
    pub(crate) fn id(&self, person: PersonId) -> Option<i64> {
        self.0.get(&person).copied()
    }
}

/// What the history knows people by.
#[derive(Default)]
struct Known {
    addresses: HashMap<String, i64>,
    phones: HashMap<String, i64>,
    lids: HashMap<String, i64>,
    /// Joined person to the one that stays.
    same: HashMap<i64, i64>,
}

impl Known {
    fn read(tables: &Connection) -> rusqlite::Result<Self> {
        let mut known = Self::default();
        let mut statement = tables.prepare("SELECT id, address, phone, same_as FROM person")?;
        let mut rows = statement.query([])?;
        while let Some(row) = rows.next()? {
            let id: i64 = row.get(0)?;
            let stays = row.get::<_, Option<i64>>(3)?.unwrap_or(id);
            if stays != id {
                known.same.insert(id, stays);
            }
            known.addresses.insert(row.get(1)?, stays);
            if let Some(phone) = row.get::<_, Option<String>>(2)? {
                known.phones.insert(phone, stays);
            }
        }
        let mut statement = tables.prepare("SELECT lid, person FROM person_lid")?;
        let mut rows = statement.query([])?;
        while let Some(row) = rows.next()? {
            let person = row.get(1)?;
            known.lids.insert(row.get(0)?, known.stays(person));
        }
        Ok(known)
    }

    fn stays(&self, person: i64) -> i64 {
        let mut person = person;
        while let Some(&other) = self.same.get(&person) {
            person = other;
        }
        person
    }

    /// Everyone in the history who is this person.
    fn matches(&self, person: &Person) -> BTreeSet<i64> {
        let lid_of = |lid: &String| {
            let lid_address = format!("{lid}@lid");
            self.lids
                .get(lid)
                .or_else(|| self.addresses.get(&lid_address))
        };
        let phone = person
            .phone
            .as_ref()
            .and_then(|phone| self.phones.get(phone));
        let own_lid = person.address.strip_suffix("@lid").map(str::to_owned);
        self.addresses
            .get(&person.address)
            .into_iter()
            .chain(phone)
            .chain(person.lids.iter().chain(&own_lid).filter_map(lid_of))
            .map(|&id| self.stays(id))
            .collect()
    }

    fn learn(&mut self, person: &Person, id: i64) {
        self.addresses.insert(person.address.clone(), id);
        if let Some(phone) = &person.phone {
            self.phones.insert(phone.clone(), id);
        }
        for lid in &person.lids {
            self.lids.insert(lid.clone(), id);
        }
    }
}

/// Writes the source's people into the history. `newest`: its names win over those there are.
pub(crate) fn import(
    tables: &Connection,
    people: &[Person],
    newest: bool,
) -> rusqlite::Result<PeopleMap> {
    let mut known = Known::read(tables)?;
    let mut map = PeopleMap::default();
    let mut writer = PeopleWriter::new(tables)?;
    for person in people {
        let mut matches = known.matches(person).into_iter();
        let id = match matches.next() {
            Some(id) => {
                writer.complete(id, person)?;
                id
            }
            None => writer.insert(person)?,
        };
        for other in matches {
            join(tables, id, other)?;
            known.same.insert(other, id);
        }
        known.learn(person, id);
        writer.lids_and_name(id, person, newest)?;
        map.0.insert(person.id, id);
    }
    // Somebody met early may have been joined later.
    for id in map.0.values_mut() {
        *id = known.stays(*id);
    }
    Ok(map)
}

struct PeopleWriter<'a> {
    tables: &'a Connection,
    insert: rusqlite::Statement<'a>,
    complete: rusqlite::Statement<'a>,
    lid: rusqlite::Statement<'a>,
    newer_name: rusqlite::Statement<'a>,
    older_name: rusqlite::Statement<'a>,
}

impl<'a> PeopleWriter<'a> {
    fn new(tables: &'a Connection) -> rusqlite::Result<Self> {
        Ok(Self {
            tables,
            insert: tables.prepare("INSERT INTO person(address, phone) VALUES(?1, ?2)")?,
            complete: tables
                .prepare("UPDATE person SET phone = coalesce(phone, ?2) WHERE id = ?1")?,
            lid: tables.prepare("INSERT OR REPLACE INTO person_lid VALUES(?1, ?2)")?,
            newer_name: tables.prepare("INSERT OR REPLACE INTO person_name VALUES(?1, ?2, ?3)")?,
            older_name: tables.prepare("INSERT OR IGNORE INTO person_name VALUES(?1, ?2, ?3)")?,
        })
    }

    fn insert(&mut self, person: &Person) -> rusqlite::Result<i64> {
        self.insert.execute(params![person.address, person.phone])?;
        Ok(self.tables.last_insert_rowid())
    }

    fn complete(&mut self, id: i64, person: &Person) -> rusqlite::Result<()> {
        self.complete.execute(params![id, person.phone]).map(drop)
    }

    fn lids_and_name(&mut self, id: i64, person: &Person, newest: bool) -> rusqlite::Result<()> {
        for lid in &person.lids {
            self.lid.execute(params![lid, id])?;
        }
        if let Some((name, source)) = &person.name {
            let write = if newest {
                &mut self.newer_name
            } else {
                &mut self.older_name
            };
            write.execute(params![id, name_source_code(*source), name])?;
        }
        Ok(())
    }
}

fn join(tables: &Connection, stays: i64, other: i64) -> rusqlite::Result<()> {
    tables.execute(
        "UPDATE person SET same_as = ?1 WHERE id = ?2 OR same_as = ?2",
        [stays, other],
    )?;
    tables.execute(
        "UPDATE person SET phone = coalesce(phone, (SELECT phone FROM person WHERE id = ?2)) WHERE id = ?1",
        [stays, other],
    )?;
    tables.execute(
        "UPDATE person_lid SET person = ?1 WHERE person = ?2",
        [stays, other],
    )?;
    tables.execute(
        "UPDATE OR IGNORE person_name SET person = ?1 WHERE person = ?2",
        [stays, other],
    )?;
    tables.execute("DELETE FROM person_name WHERE person = ?1", [other])?;
    tables.execute("UPDATE chat SET peer = ?1 WHERE peer = ?2", [stays, other])?;
    Ok(())
}
