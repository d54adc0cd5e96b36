//! What is only read for one message when it is asked for: how far it got with each person, and where it came from.

use rusqlite::params;

use crate::error::QueryError;
use crate::index::Index;
use crate::rows::{ImportRow, MessageId, PersonId, ReceiptRow};

impl Index {
    /// How far a message got with each person, those first who had it first.
    ///
    /// # Errors
    /// What reading the tables meets.
    pub fn receipts(&self, message: MessageId) -> Result<Vec<ReceiptRow>, QueryError> {
        let mut statement = self.tables.prepare_cached(
            "SELECT coalesce(p.same_as, r.person) AS who, coalesce(p.name, '+' || p.phone),
               min(r.delivered + m.at), min(r.read + m.at), min(r.played + m.at)
             FROM receipt r JOIN (SELECT coalesce(sent_at, 0) AS at FROM message WHERE id = ?1) m
               LEFT JOIN person p ON p.id = r.person
             WHERE r.message = ?1 GROUP BY who
             ORDER BY coalesce(min(r.delivered), min(r.read), min(r.played)), who",
        )?;
        let rows = statement.query_map(params![message.0], |row| {
            Ok(ReceiptRow {
                person: PersonId(row.get(0)?),
                name: row.get(1)?,
                delivered_at: row.get(2)?,
                read_at: row.get(3)?,
                played_at: row.get(4)?,
            })
        })?;
        Ok(rows.collect::<rusqlite::Result<_>>()?)
    }

    /// The imports that had a message, in order.
    ///
    /// # Errors
    /// What reading the tables meets.
    pub fn sources(&self, message: MessageId) -> Result<Vec<ImportRow>, QueryError> {
        let had = self.imports_of(message)?;
        let mut imports = self.imports()?;
        imports.retain(|import| had.contains(&import.id));
        Ok(imports)
    }
}
