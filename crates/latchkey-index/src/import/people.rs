//! Finds the history's person for each person of a source, and joins two who turn out to be one.
//!
//! A person is known by address, by phone number, by private addresses and by the numbers of before; ids never
//! change, so a joined person stays as another name (`same_as`) of the one that stays.

use std::collections::{BTreeSet, HashMap, HashSet};

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
    /// Numbers that people had before.
    former: HashMap<String, i64>,
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
            let stays = known.stays(row.get(1)?);
            known.lids.insert(row.get(0)?, stays);
        }
        let mut statement = tables.prepare("SELECT phone, person FROM former_phone")?;
        let mut rows = statement.query([])?;
        while let Some(row) = rows.next()? {
            let stays = known.stays(row.get(1)?);
            known.former.insert(row.get(0)?, stays);
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

    /// Everyone in the history who is this person. `numbers`: those that somebody in the source has today.
    fn matches(&self, person: &Person, numbers: &HashSet<&str>) -> BTreeSet<i64> {
        let lid_of = |lid: &String| {
            let lid_address = format!("{lid}@lid");
            self.lids
                .get(lid)
                .or_else(|| self.addresses.get(&lid_address))
        };
        let phone = person.phone.as_ref();
        let given_up = person
            .former_phones
            .iter()
            .filter_map(|former| self.phones.get(former))
            .chain(phone.and_then(|phone| self.former.get(phone)))
            .filter(|&&id| self.may_be(id, person, numbers));
        let own_lid = person.address.strip_suffix("@lid").map(str::to_owned);
        let own: BTreeSet<i64> = self
            .addresses
            .get(&person.address)
            .into_iter()
            .chain(phone.and_then(|phone| self.phones.get(phone)))
            .chain(person.lids.iter().chain(&own_lid).filter_map(lid_of))
            .map(|&id| self.stays(id))
            .collect();
        if own.is_empty() {
            // Whom the history knows as two people stays two: one number may have had two owners, and only a source that
            // saw both can tell.
            return given_up.map(|&id| self.stays(id)).collect();
        }
        own
    }

    /// A number that somebody gave up goes to another account one day: that has another private address, or stands
    /// in the source beside the one whom the history knows.
    fn may_be(&self, id: i64, person: &Person, numbers: &HashSet<&str>) -> bool {
        let id = self.stays(id);
        let is_own = |phone: &str| person.phone.as_deref() == Some(phone);
        let beside = self.phones.iter().any(|(phone, other)| {
            self.stays(*other) == id && !is_own(phone) && numbers.contains(phone.as_str())
        });
        let mut theirs = self
            .lids
            .iter()
            .filter(|(_, other)| self.stays(**other) == id)
            .map(|(lid, _)| lid)
            .peekable();
        let same_lid = person.lids.is_empty()
            || theirs.peek().is_none()
            || theirs.any(|lid| person.lids.contains(lid));
        same_lid && !beside
    }

    fn learn(&mut self, person: &Person, id: i64) {
        self.addresses.insert(person.address.clone(), id);
        if let Some(phone) = &person.phone {
            self.phones.insert(phone.clone(), id);
        }
        for phone in &person.former_phones {
            self.former.insert(phone.clone(), id);
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
    let numbers: HashSet<&str> = people.iter().filter_map(|p| p.phone.as_deref()).collect();
    for person in people {
        let mut matches = known.matches(person, &numbers).into_iter();
        let id = match matches.next() {
            Some(id) => id,
            None => writer.insert(person)?,
        };
        for other in matches {
            join(tables, id, other)?;
            known.same.insert(other, id);
        }
        writer.numbers(id, person, newest)?;
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
    number: rusqlite::Statement<'a>,
    renumber: rusqlite::Statement<'a>,
    former: rusqlite::Statement<'a>,
    is_former: rusqlite::Statement<'a>,
    not_former: rusqlite::Statement<'a>,
    lid: rusqlite::Statement<'a>,
    newer_name: rusqlite::Statement<'a>,
    older_name: rusqlite::Statement<'a>,
}

impl<'a> PeopleWriter<'a> {
    fn new(tables: &'a Connection) -> rusqlite::Result<Self> {
        Ok(Self {
            tables,
            insert: tables.prepare("INSERT INTO person(address, phone) VALUES(?1, ?2)")?,
            number: tables.prepare("SELECT phone FROM person WHERE id = ?1")?,
            renumber: tables.prepare("UPDATE person SET phone = ?2 WHERE id = ?1")?,
            former: tables.prepare("INSERT OR IGNORE INTO former_phone VALUES(?1, ?2)")?,
            is_former: tables
                .prepare("SELECT 1 FROM former_phone WHERE phone = ?1 AND person = ?2")?,
            not_former: tables.prepare(
                "DELETE FROM former_phone WHERE person = ?1
                   AND phone = (SELECT phone FROM person WHERE id = ?1)",
            )?,
            lid: tables.prepare("INSERT OR REPLACE INTO person_lid VALUES(?1, ?2)")?,
            newer_name: tables.prepare("INSERT OR REPLACE INTO person_name VALUES(?1, ?2, ?3)")?,
            older_name: tables.prepare("INSERT OR IGNORE INTO person_name VALUES(?1, ?2, ?3)")?,
        })
    }

    fn insert(&mut self, person: &Person) -> rusqlite::Result<i64> {
        self.insert.execute(params![person.address, person.phone])?;
        Ok(self.tables.last_insert_rowid())
    }

    /// The number of today, and those of before. Of two numbers the source that knows of the change says which is
    /// which, else the newest source.
    fn numbers(&mut self, id: i64, person: &Person, newest: bool) -> rusqlite::Result<()> {
        for phone in &person.former_phones {
            self.former.execute(params![phone, id])?;
        }
        let known: Option<String> = self.number.query_row([id], |row| row.get(0))?;
        match (known, &person.phone) {
            (None, Some(phone)) => self.renumber.execute(params![id, phone])?,
            (Some(known), Some(phone)) if known != *phone => {
                let told = person.former_phones.contains(&known);
                let given_up = self.is_former.exists(params![phone, id])?;
                let (former, today) = match told || newest && !given_up {
                    true => (&known, phone),
                    false => (phone, &known),
                };
                self.former.execute(params![former, id])?;
                self.renumber.execute(params![id, today])?
            }
            (_, _) if person.former_phones.is_empty() => return Ok(()),
            (_, _) => 0,
        };
        self.not_former.execute([id]).map(drop)
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
    // Of two numbers one is that of before: which one, the source that joins them says next.
    tables.execute(
        "INSERT OR IGNORE INTO former_phone SELECT phone, ?1 FROM person
         WHERE id = ?2 AND phone IS NOT NULL AND (SELECT phone FROM person WHERE id = ?1) IS NOT NULL",
        [stays, other],
    )?;
    tables.execute(
        "UPDATE person SET phone = coalesce(phone, (SELECT phone FROM person WHERE id = ?2)) WHERE id = ?1",
        [stays, other],
    )?;
    tables.execute(
        "UPDATE OR IGNORE former_phone SET person = ?1 WHERE person = ?2",
        [stays, other],
    )?;
    tables.execute("DELETE FROM former_phone WHERE person = ?1", [other])?;
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
