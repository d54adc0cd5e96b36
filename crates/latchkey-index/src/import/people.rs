//! Finds the history's person for each person of a source, and joins two who turn out to be one.
//!
//! A person is known by address, by phone number, by private addresses and by the numbers of before; ids never
//! change, so a joined person stays as another name (`same_as`) of the one that stays.

use std::cell::RefCell;
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
    /// Joined person to another one, at the end of the way to the one that stays.
    same: RefCell<HashMap<i64, i64>>,
    /// How many private addresses somebody has, and how many numbers that somebody in the source has today.
    lids_of: HashMap<i64, u64>,
    present_of: HashMap<i64, u64>,
}

impl Known {
    /// `numbers`: those that somebody in the source has today.
    fn read(tables: &Connection, numbers: &HashSet<&str>) -> rusqlite::Result<Self> {
        let mut known = Self::default();
        let mut statement = tables.prepare("SELECT id, address, phone, same_as FROM person")?;
        let mut rows = statement.query([])?;
        while let Some(row) = rows.next()? {
            let id: i64 = row.get(0)?;
            let stays = row.get::<_, Option<i64>>(3)?.unwrap_or(id);
            if stays != id {
                known.same.get_mut().insert(id, stays);
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
        let (mut lids_of, mut present_of) = (HashMap::new(), HashMap::new());
        for &id in known.lids.values() {
            *lids_of.entry(known.stays(id)).or_default() += 1;
        }
        let present = |(phone, _): &(&String, &i64)| numbers.contains(phone.as_str());
        for (_, &id) in known.phones.iter().filter(present) {
            *present_of.entry(known.stays(id)).or_default() += 1;
        }
        (known.lids_of, known.present_of) = (lids_of, present_of);
        Ok(known)
    }

    /// Who somebody is in the end; everyone on the way is told, so that no chain is walked twice.
    fn stays(&self, person: i64) -> i64 {
        let mut same = self.same.borrow_mut();
        let mut end = person;
        while let Some(&other) = same.get(&end) {
            end = other;
        }
        let mut at = person;
        while let Some(next) = same.get_mut(&at).filter(|next| **next != end) {
            at = std::mem::replace(next, end);
        }
        end
    }

    /// Two turn out to be one.
    fn join(&mut self, stays: i64, other: i64) {
        self.same.get_mut().insert(other, stays);
        for counts in [&mut self.lids_of, &mut self.present_of] {
            if let Some(count) = counts.remove(&other) {
                *counts.entry(stays).or_default() += count;
            }
        }
    }

    /// Everyone in the history who is this person.
    fn matches(&self, person: &Person) -> BTreeSet<i64> {
        let lid_of = |lid: &String| {
            let lid_address = format!("{lid}@lid");
            self.lids
                .get(lid)
                .or_else(|| self.addresses.get(&lid_address))
        };
        let phone = person.phone.as_ref();
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
            return self.given_up(person);
        }
        own
    }

    /// Those who have a number that this person gave up, or gave up the number that this person has.
    fn given_up(&self, person: &Person) -> BTreeSet<i64> {
        let phone = person.phone.as_ref();
        let theirs = person
            .former_phones
            .iter()
            .filter_map(|former| self.phones.get(former))
            .chain(phone.and_then(|phone| self.former.get(phone)));
        let candidates: BTreeSet<i64> = theirs.map(|&id| self.stays(id)).collect();
        let of_lid = |lid: &String| self.lids.get(lid).map(|&id| self.stays(id));
        let by_lid: HashSet<i64> = person.lids.iter().filter_map(of_lid).collect();
        let may_be = |id: &i64| self.may_be(*id, person, &by_lid);
        candidates.into_iter().filter(may_be).collect()
    }

    /// A number that somebody gave up goes to another account one day: that has another private address, or stands
    /// in the source beside the one whom the history knows. `by_lid`: those who have a private address of the person.
    fn may_be(&self, id: i64, person: &Person, by_lid: &HashSet<i64>) -> bool {
        let own = person.phone.as_ref().and_then(|own| self.phones.get(own));
        let own = own.is_some_and(|&other| self.stays(other) == id);
        let present = self.present_of.get(&id).copied().unwrap_or(0);
        let beside = present > u64::from(own);
        let same_lid = person.lids.is_empty()
            || self.lids_of.get(&id).is_none_or(|&count| count == 0)
            || by_lid.contains(&id);
        same_lid && !beside
    }

    /// Somebody in the source is this person of the history, whose number is therefore somebody's in the source.
    fn learn(&mut self, person: &Person, id: i64) {
        self.addresses.insert(person.address.clone(), id);
        if let Some(phone) = &person.phone {
            let before = self.phones.insert(phone.clone(), id);
            let before = before.map(|before| self.stays(before));
            moved(&mut self.present_of, before, id);
        }
        for phone in &person.former_phones {
            self.former.insert(phone.clone(), id);
        }
        for lid in &person.lids {
            let before = self.lids.insert(lid.clone(), id);
            let before = before.map(|before| self.stays(before));
            moved(&mut self.lids_of, before, id);
        }
    }
}

/// One of what people have goes from one person, if from any, to another.
fn moved(counts: &mut HashMap<i64, u64>, from: Option<i64>, to: i64) {
    if let Some(count) = from.and_then(|from| counts.get_mut(&from)) {
        *count = count.saturating_sub(1);
    }
    *counts.entry(to).or_default() += 1;
}

/// Writes the source's people into the history. `newest`: its names win over those there are.
pub(crate) fn import(
    tables: &Connection,
    people: &[Person],
    newest: bool,
) -> rusqlite::Result<PeopleMap> {
    let numbers: HashSet<&str> = people.iter().filter_map(|p| p.phone.as_deref()).collect();
    let mut known = Known::read(tables, &numbers)?;
    let mut writer = PeopleWriter::new(tables)?;
    let (mut ids, mut joined) = (Vec::with_capacity(people.len()), Vec::new());
    for person in people {
        let mut matches = known.matches(person).into_iter();
        let id = match matches.next() {
            Some(id) => id,
            None => writer.insert(person)?,
        };
        for other in matches {
            known.join(id, other);
            joined.push(other);
        }
        known.learn(person, id);
        ids.push(id);
    }
    // Only now is it known who stays in the end: in a chain of people nothing moves from each to the next.
    for other in joined {
        join(tables, known.stays(other), other)?;
    }
    let mut map = PeopleMap::default();
    for (person, id) in people.iter().zip(ids) {
        let id = known.stays(id);
        writer.numbers(id, person, newest)?;
        writer.lids_and_name(id, person, newest)?;
        map.0.insert(person.id, id);
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
    let move_on = |sql: &str| tables.prepare_cached(sql)?.execute([stays, other]);
    move_on("UPDATE person SET same_as = ?1 WHERE same_as = ?2")?;
    move_on("UPDATE person SET same_as = ?1 WHERE id = ?2")?;
    // Of two numbers one is that of before: which one, the source that joins them says next.
    move_on(
        "INSERT OR IGNORE INTO former_phone SELECT phone, ?1 FROM person
         WHERE id = ?2 AND phone IS NOT NULL AND (SELECT phone FROM person WHERE id = ?1) IS NOT NULL",
    )?;
    move_on(
        "UPDATE person SET phone = coalesce(phone, (SELECT phone FROM person WHERE id = ?2)) WHERE id = ?1",
    )?;
    for table in ["former_phone", "person_name"] {
        move_on(&format!(
            "UPDATE OR IGNORE {table} SET person = ?1 WHERE person = ?2"
        ))?;
        tables
            .prepare_cached(&format!("DELETE FROM {table} WHERE person = ?1"))?
            .execute([other])?;
    }
    move_on("UPDATE person_lid SET person = ?1 WHERE person = ?2")?;
    move_on("UPDATE chat SET peer = ?1 WHERE peer = ?2")?;
    Ok(())
}
