//! What people are called while messages are written: the text index gets names for the digits of mentions.

use std::collections::HashMap;

use latchkey_messages::Mention;
use rusqlite::Connection;

use super::people::PeopleMap;

/// Name and phone number of everyone.
#[derive(Debug, Default, PartialEq, Eq)]
pub(crate) struct Names(HashMap<i64, Named>);

/// Name and phone number of one person.
type Named = (Option<String>, Option<String>);

impl Names {
    pub(crate) fn read(tables: &Connection) -> rusqlite::Result<Self> {
        let mut statement = tables.prepare_cached(
            "SELECT id, name, phone FROM person WHERE name IS NOT NULL OR phone IS NOT NULL",
        )?;
        let rows = statement.query_map([], |row| Ok((row.get(0)?, (row.get(1)?, row.get(2)?))))?;
        Ok(Self(rows.collect::<rusqlite::Result<_>>()?))
    }

    /// What to call whom a source's message mentions.
    pub(crate) fn of_mention(&self, mention: &Mention, people: &PeopleMap) -> Option<String> {
        let person = mention.person.and_then(|person| people.id(person));
        self.of(person, mention.name.as_deref())
    }

    /// The best name known now, else the one that was stored with the mention, else the number.
    pub(crate) fn of(&self, person: Option<i64>, stored: Option<&str>) -> Option<String> {
        let (name, phone) = person
            .and_then(|person| self.0.get(&person))
            .map_or((None, None), |named| {
                (named.0.as_deref(), named.1.as_deref())
            });
        let number = || phone.map(|phone| format!("+{phone}"));
        name.or(stored).map(str::to_owned).or_else(number)
    }

    /// Somebody is called otherwise than before.
    pub(crate) fn differs(&self, before: &Self, person: i64) -> bool {
        self.0.get(&person) != before.0.get(&person)
    }
}
