//! The call log, and who belongs to groups.

use std::collections::HashSet;

use rusqlite::{OptionalExtension, Row};

use crate::error::QueryError;
use crate::index::Index;
use crate::rows::{CallMemberRow, CallRow, ChatId, MemberRow, MessageId, PersonId};
use crate::schema;

/// A call with its person and its group; what follows says which ones.
macro_rules! calls {
    ($which:literal) => {
        concat!(
            "SELECT c.id, coalesce(p.same_as, c.peer), coalesce(p.name, '+' || p.phone), c.group_address, c.from_me,
               c.at, c.video, c.duration, c.outcome, c.message, g.subject, c.call_id
             FROM call c LEFT JOIN person p ON p.id = c.peer LEFT JOIN chat g ON g.address = c.group_address ",
            $which
        )
    };
}

const NEWEST: &str = calls!("ORDER BY c.at IS NULL, c.at DESC, c.id LIMIT ?2 OFFSET ?1");
const ALL: &str = calls!("");

/// As [`Index::calls`], those for which a condition on `call c` holds.
pub(crate) fn page_of_calls(condition: &str) -> String {
    format!("{ALL} WHERE {condition} ORDER BY c.at IS NULL, c.at DESC, c.id LIMIT ?2 OFFSET ?1")
}

/// By row, those for which a condition on `call c` holds; the call's own id is the twelfth column.
pub(crate) fn calls_after(condition: &str) -> String {
    format!("{ALL} WHERE c.id > ?1 AND {condition} ORDER BY c.id LIMIT ?2")
}

const OF_MESSAGE: &str = calls!("WHERE c.message = ?1 ORDER BY c.at DESC, c.id LIMIT 1");

impl Index {
    /// Calls, newest first; those without a date last.
    ///
    /// # Errors
    /// What reading the tables meets.
    pub fn calls(&self, offset: u64, limit: u32) -> Result<Vec<CallRow>, QueryError> {
        let mut statement = self.tables.prepare_cached(NEWEST)?;
        let offset = i64::try_from(offset).unwrap_or(i64::MAX);
        let rows = statement.query_map([offset, i64::from(limit)], |row| self.call_row(row))?;
        Ok(rows.collect::<rusqlite::Result<_>>()?)
    }

    /// The call that a message stands for, the newest where the log has several.
    ///
    /// # Errors
    /// What reading the tables meets.
    pub fn call_of(&self, message: MessageId) -> Result<Option<CallRow>, QueryError> {
        let mut statement = self.tables.prepare_cached(OF_MESSAGE)?;
        let found = statement.query_row([message.0], |row| self.call_row(row));
        Ok(found.optional()?)
    }

    /// A row of these statements, [`page_of_calls`] too.
    pub(crate) fn call_row(&self, row: &Row<'_>) -> rusqlite::Result<CallRow> {
        let id = row.get(0)?;
        Ok(CallRow {
            id,
            person: row.get::<_, Option<i64>>(1)?.map(PersonId),
            name: row.get(2)?,
            group: row.get(3)?,
            group_name: row.get(10)?,
            from_me: row.get(4)?,
            at: row.get(5)?,
            video: row.get(6)?,
            duration: row.get::<_, i64>(7)?.try_into().unwrap_or(0),
            outcome: schema::outcome(row.get(8)?),
            message: row.get::<_, Option<i64>>(9)?.map(MessageId),
            members: self.call_members(id)?,
        })
    }

    fn call_members(&self, call: i64) -> rusqlite::Result<Vec<CallMemberRow>> {
        let mut statement = self.tables.prepare_cached(
            "SELECT coalesce(p.same_as, m.person), coalesce(p.name, '+' || p.phone), m.outcome
             FROM call_member m LEFT JOIN person p ON p.id = m.person WHERE m.call = ?1 ORDER BY m.n",
        )?;
        let rows = statement.query_map([call], |row| {
            Ok(CallMemberRow {
                person: PersonId(row.get(0)?),
                name: row.get(1)?,
                outcome: schema::outcome(row.get(2)?),
            })
        })?;
        rows.collect()
    }

    /// Who is in a group, admins first, then who once was; each person once.
    ///
    /// # Errors
    /// What reading the tables meets.
    pub fn members(&self, chat: ChatId) -> Result<Vec<MemberRow>, QueryError> {
        let mut statement = self.tables.prepare_cached(
            "SELECT coalesce(p.same_as, m.person), coalesce(p.name, '+' || p.phone) AS name, m.role, m.label,
               m.joined_at, m.in_as_of < max(m.out_as_of, coalesce(c.members_as_of, -1)) AS former, m.left_at
             FROM member m JOIN chat c ON c.id = m.chat LEFT JOIN person p ON p.id = m.person WHERE m.chat = ?1
             ORDER BY former, m.role DESC, name IS NULL, name, m.person",
        )?;
        let mut known = HashSet::new();
        let mut members = Vec::new();
        let mut rows = statement.query([chat.0])?;
        while let Some(row) = rows.next()? {
            let person = PersonId(row.get(0)?);
            let former: bool = row.get(5)?;
            if !known.insert(person) {
                continue;
            }
            let left_at: Option<i64> = row.get(6)?;
            members.push(MemberRow {
                person,
                name: row.get(1)?,
                role: schema::role(row.get(2)?),
                label: row.get(3)?,
                joined_at: row.get(4)?,
                former,
                left_at: left_at.filter(|_| former),
            });
        }
        Ok(members)
    }
}

#[cfg(test)]
mod tests {
    use super::{NEWEST, OF_MESSAGE};
    use crate::schema::plan;

    #[test]
    fn calls_are_found_by_an_index_and_never_sorted() {
        for (sql, by) in [
            (NEWEST, "call_newest"),
            (OF_MESSAGE, "call_message (message=?)"),
        ] {
            let plan = plan(sql);
            assert!(plan.contains(by) && !plan.contains("TEMP B-TREE"), "{plan}");
        }
    }
}
