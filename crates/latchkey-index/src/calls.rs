//! The call log.

use crate::error::QueryError;
use crate::index::Index;
use crate::rows::{CallRow, MessageId, PersonId};
use crate::schema;

impl Index {
    /// Calls, newest first; those without a date last.
    ///
    /// # Errors
    /// What reading the tables meets.
    pub fn calls(&self, offset: u64, limit: u32) -> Result<Vec<CallRow>, QueryError> {
        let mut statement = self.tables.prepare_cached(
            "SELECT c.id, coalesce(p.same_as, c.peer), coalesce(p.name, '+' || p.phone), c.group_address, c.from_me,
               c.at, c.video, c.duration, c.outcome, c.message
             FROM call c LEFT JOIN person p ON p.id = c.peer
             ORDER BY c.at IS NULL, c.at DESC, c.id LIMIT ?2 OFFSET ?1",
        )?;
        let offset = i64::try_from(offset).unwrap_or(i64::MAX);
        let rows = statement.query_map([offset, i64::from(limit)], |row| {
            Ok(CallRow {
                id: row.get(0)?,
                person: row.get::<_, Option<i64>>(1)?.map(PersonId),
                name: row.get(2)?,
                group: row.get(3)?,
                group_name: None,
                from_me: row.get(4)?,
                at: row.get(5)?,
                video: row.get(6)?,
                duration: row.get::<_, i64>(7)?.try_into().unwrap_or(0),
                outcome: schema::outcome(row.get(8)?),
                message: row.get::<_, Option<i64>>(9)?.map(MessageId),
                members: Vec::new(),
            })
        })?;
        Ok(rows.collect::<rusqlite::Result<_>>()?)
    }
}
