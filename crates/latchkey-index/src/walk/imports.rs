//! The imports with what proves them: the hash of each backup file, and which messages it had.

use crate::error::QueryError;
use crate::index::Index;
use crate::rows::{ImportRow, MessageId};

/// An import, its file's hash, and the messages it had.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ProvedImport {
    /// The import.
    pub row: ImportRow,
    /// SHA-256 of the backup file; absent for what was imported before it was kept.
    pub sha256: Option<[u8; 32]>,
    /// The messages it had: first ids and how many from each on, ascending.
    pub had: Vec<(MessageId, u64)>,
}

impl ProvedImport {
    /// Whether the import had a message.
    #[must_use]
    pub fn has(&self, message: MessageId) -> bool {
        let after = self.had.partition_point(|(first, _)| *first <= message);
        let span = after.checked_sub(1).and_then(|n| self.had.get(n));
        span.is_some_and(|(first, length)| (message.0 - first.0).cast_unsigned() < *length)
    }
}

impl Index {
    /// Every import so far, in order, with the messages it had.
    ///
    /// # Errors
    /// What reading the tables meets.
    pub fn imports_proved(&self) -> Result<Vec<ProvedImport>, QueryError> {
        let imports = self.imports()?;
        imports.into_iter().map(|row| self.proved(row)).collect()
    }

    fn proved(&self, row: ImportRow) -> Result<ProvedImport, QueryError> {
        let sha256: Option<Vec<u8>> = self
            .tables
            .prepare_cached("SELECT sha256 FROM import WHERE id = ?1")?
            .query_row([row.id], |found| found.get(0))?;
        let mut statement = self
            .tables
            .prepare_cached("SELECT first, length FROM seen WHERE import = ?1 ORDER BY first")?;
        let spans = statement.query_map([row.id], |span| {
            let length: i64 = span.get(1)?;
            Ok((MessageId(span.get(0)?), length.try_into().unwrap_or(0)))
        })?;
        Ok(ProvedImport {
            had: spans.collect::<rusqlite::Result<_>>()?,
            sha256: sha256.and_then(|bytes| bytes.try_into().ok()),
            row,
        })
    }
}
