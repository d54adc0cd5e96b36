//! Recognises a backup whose very bytes were imported already: importing them again would change nothing.
//!
//! Only what the same version of the reader made of them counts: a newer one may find more in the same bytes.

use rusqlite::{OptionalExtension, params};

use crate::error::{QueryError, UpdateError};
use crate::import::ImportReport;
use crate::index::Index;

/// Whose reading is remembered. Every release reads a backup once more; within one, count the number up when reading or
/// importing brings more of a source.
const READER: &str = concat!(env!("CARGO_PKG_VERSION"), "/1");

/// The row of `meta` that holds a report.
fn name(sha256: &[u8; 32]) -> String {
    let digits: String = sha256.iter().map(|byte| format!("{byte:02x}")).collect();
    format!("report {READER} {digits}")
}

impl Index {
    /// What importing the file with these bytes did, if this version has done it: the numbers of a report in which nothing
    /// is new.
    ///
    /// # Errors
    /// What reading the tables meets.
    pub fn report_of(&self, sha256: &[u8; 32]) -> Result<Option<ImportReport>, QueryError> {
        let found: Option<String> = self
            .tables
            .prepare_cached("SELECT value FROM meta WHERE name = ?1")?
            .query_row([name(sha256)], |row| row.get(0))
            .optional()?;
        let report = found.and_then(|json| serde_json::from_str::<ImportReport>(&json).ok());
        Ok(report.map(|report| ImportReport {
            new: 0,
            already_present: report.messages,
            ..report
        }))
    }

    /// Remembers what the import of a file did; call after [`Index::import`] has succeeded. That this is lost when the
    /// program is killed before costs another import, nothing else.
    ///
    /// # Errors
    /// What writing the tables meets.
    pub fn remember_report(
        &mut self,
        sha256: &[u8; 32],
        report: &ImportReport,
    ) -> Result<(), UpdateError> {
        let Ok(json) = serde_json::to_string(report) else {
            return Ok(());
        };
        self.tables
            .prepare_cached("INSERT OR REPLACE INTO meta VALUES(?1, ?2)")?
            .execute(params![name(sha256), json])?;
        Ok(())
    }
}
