//! People and the address book that names them.

use std::collections::HashMap;

use latchkey_messages::AddressBookEntry;
use rusqlite::params;

use crate::cipher::Access;
use crate::error::{QueryError, UpdateError};
use crate::import::derive_names;
use crate::index::Index;
use crate::rows::{PersonId, PersonRow};
use crate::schema;

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
        let mut statement = self.tables.prepare_cached(
            "SELECT id, address, phone, name, name_source FROM person WHERE same_as IS NULL ORDER BY id",
        )?;
        let rows = statement.query_map([], |row| {
            let id: i64 = row.get(0)?;
            Ok(PersonRow {
                id: PersonId(id),
                address: row.get(1)?,
                phone: row.get(2)?,
                lids: lids.remove(&id).unwrap_or_default(),
                name: row.get(3)?,
                name_source: row.get::<_, Option<i64>>(4)?.map(schema::name_source),
            })
        })?;
        Ok(rows.collect::<rusqlite::Result<_>>()?)
    }

    /// Replaces the address book: entries of the sources that occur in `entries` take the place of earlier
    /// entries of these sources, and everyone's name is derived anew. People of later imports are named too.
    ///
    /// # Errors
    /// [`UpdateError`]; nothing is changed then.
    pub fn set_address_book(&mut self, entries: &[AddressBookEntry]) -> Result<(), UpdateError> {
        if self.access == Access::Read {
            return Err(UpdateError::ReadOnly);
        }
        let transaction = self.tables.transaction()?;
        {
            let mut delete = transaction.prepare("DELETE FROM address_book WHERE source = ?1")?;
            let mut sources: Vec<i64> = entries
                .iter()
                .map(|entry| schema::name_source_code(entry.source))
                .collect();
            sources.sort_unstable();
            sources.dedup();
            for source in sources {
                delete.execute([source])?;
            }
            let mut insert =
                transaction.prepare("INSERT OR REPLACE INTO address_book VALUES(?1, ?2, ?3)")?;
            for entry in entries.iter().filter(|entry| !entry.name.trim().is_empty()) {
                insert.execute(params![
                    entry.phone,
                    schema::name_source_code(entry.source),
                    entry.name
                ])?;
            }
        }
        derive_names(&transaction)?;
        transaction.commit()?;
        Ok(())
    }
}
