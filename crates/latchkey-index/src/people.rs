//! People and the address book that names them.

pub(crate) mod naming;
pub(crate) mod spelling;

use std::collections::{HashMap, HashSet};

use latchkey_messages::{AddressBookEntry, NameSource};
use rusqlite::params;
use serde::Serialize;

use crate::error::{QueryError, UpdateError};
use crate::index::Index;
use crate::rows::{PersonId, PersonRow};
use crate::schema;

/// What an address book did.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize)]
pub struct AddressBookReport {
    /// Numbers with a name.
    pub entries: u64,
    /// Of these, numbers of somebody in the history.
    pub matched: u64,
    /// People who are called by one of them now.
    pub people_named: u64,
}

impl Index {
    /// Everyone the history knows, by id; two who turned out to be one appear once.
    ///
    /// # Errors
    /// What reading the tables meets.
    pub fn people(&self) -> Result<Vec<PersonRow>, QueryError> {
        let mut lids: HashMap<i64, Vec<String>> = HashMap::new();
        let mut statement = self
            .tables
            .prepare_cached("SELECT person, lid FROM person_lid ORDER BY lid")?;
        let mut rows = statement.query([])?;
        while let Some(row) = rows.next()? {
            lids.entry(row.get(0)?).or_default().push(row.get(1)?);
        }
        let mut former = naming::former_phones(&self.tables)?;
        let mut statement = self.tables.prepare_cached(
            "SELECT id, address, phone, name, name_source FROM person WHERE same_as IS NULL ORDER BY id",
        )?;
        let rows = statement.query_map([], |row| {
            let id: i64 = row.get(0)?;
            Ok(PersonRow {
                id: PersonId(id),
                address: row.get(1)?,
                phone: row.get(2)?,
                former_phones: former.remove(&id).unwrap_or_default(),
                lids: lids.remove(&id).unwrap_or_default(),
                name: row.get(3)?,
                name_source: row.get::<_, Option<i64>>(4)?.map(schema::name_source),
            })
        })?;
        Ok(rows.collect::<rusqlite::Result<_>>()?)
    }

    /// Adds to the address book: an entry takes the place of an earlier one of the same number and source, and
    /// everyone's name is derived anew. People of later imports are named too.
    ///
    /// # Errors
    /// [`UpdateError`]; nothing is changed then.
    pub fn add_to_address_book(
        &mut self,
        entries: &[AddressBookEntry],
    ) -> Result<AddressBookReport, UpdateError> {
        let entries: Vec<_> = entries
            .iter()
            .filter(|entry| !entry.name.trim().is_empty())
            .collect();
        let phones: HashSet<&str> = entries.iter().map(|entry| entry.phone.as_str()).collect();
        let (matched, people_named) = self.rename(|tables| {
            let mut insert =
                tables.prepare("INSERT OR REPLACE INTO address_book VALUES(?1, ?2, ?3)")?;
            for entry in &entries {
                let source = schema::name_source_code(entry.source);
                insert.execute(params![entry.phone, source, entry.name])?;
            }
            naming::derive_names(tables)?;
            let imported = schema::name_source_code(NameSource::AddressBook);
            naming::count_reached(tables, &phones, imported)
        })?;
        Ok(AddressBookReport {
            entries: phones.len() as u64,
            matched,
            people_named,
        })
    }

    /// Forgets every address book that a person imported; names fall back to what else is known. What the backups
    /// themselves brought stays. How many entries were forgotten.
    ///
    /// # Errors
    /// [`UpdateError`]; nothing is changed then.
    pub fn forget_address_book(&mut self) -> Result<u64, UpdateError> {
        let imported = schema::name_source_code(NameSource::AddressBook);
        let forgotten = self.rename(|tables| {
            let forgotten =
                tables.execute("DELETE FROM address_book WHERE source = ?1", [imported])?;
            naming::derive_names(tables)?;
            Ok(forgotten)
        })?;
        Ok(forgotten as u64)
    }
}
