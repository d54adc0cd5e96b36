//! Every name that the history knows of people, from every source: what has to be looked for when somebody is left out.

use std::collections::BTreeSet;

use latchkey_messages::NameSource;

use crate::error::QueryError;
use crate::index::Index;
use crate::rows::PersonId;
use crate::schema;

/// Names as they are kept, and those of the address book under a number of today or of before.
const EVERY_NAME: &str = "SELECT coalesce(p.same_as, n.person), n.source, n.name
     FROM person_name n LEFT JOIN person p ON p.id = n.person
   UNION ALL SELECT coalesce(same_as, id), name_source, name FROM person WHERE name IS NOT NULL AND name_source IS NOT NULL
   UNION ALL SELECT coalesce(p.same_as, p.id), b.source, b.name FROM address_book b JOIN person p ON p.phone = b.phone
   UNION ALL SELECT coalesce(p.same_as, f.person), b.source, b.name
     FROM address_book b JOIN former_phone f ON f.phone = b.phone LEFT JOIN person p ON p.id = f.person";

impl Index {
    /// Every name of everyone, by person and source, each once.
    ///
    /// # Errors
    /// What reading the tables meets.
    pub fn person_names(&self) -> Result<Vec<(PersonId, NameSource, String)>, QueryError> {
        let mut statement = self.tables.prepare_cached(EVERY_NAME)?;
        let rows = statement.query_map([], |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?)))?;
        let names: BTreeSet<(i64, i64, String)> = rows.collect::<rusqlite::Result<_>>()?;
        let names = names
            .into_iter()
            .map(|(person, source, name)| (PersonId(person), schema::name_source(source), name));
        Ok(names.collect())
    }
}
