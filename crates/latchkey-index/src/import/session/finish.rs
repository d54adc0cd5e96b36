//! The end of an import: what points elsewhere, the import's own row, the commit, the text index.

use std::path::Path;

use latchkey_messages::ReadCounts;
use rusqlite::params;

use super::ImportSession;
use crate::cipher::Access;
use crate::error::ImportError;
use crate::import::{AccountProof, ImportReport, order};
use crate::index::{SEARCH_FILE, TABLES_FILE};
use crate::schema;
use crate::search::store;

impl ImportSession<'_> {
    /// Commits the tables, then brings the text index level. Counts that do not add up are in the report; what was
    /// read is kept.
    ///
    /// # Errors
    /// [`ImportError::OtherAccount`] when the account had to be proved and was not; else as
    /// [`ImportSession::people`].
    pub fn finish(mut self, counts: &ReadCounts) -> Result<ImportReport, ImportError> {
        self.leave()?;
        if self.origin.account == AccountProof::BySharedMessage
            && self.first_new > 1
            && self.report.already_present == 0
        {
            return Err(ImportError::OtherAccount);
        }
        self.report.count_kind(&self.kinds);
        self.report.chats = self.visited.len() as u64;
        self.report.count_rows(counts);
        self.targets.resolve(self.tables, &mut self.new_prints)?;
        self.settle_members()?;
        self.row_blocks.flush()?;
        self.write_seen()?;
        schema::complete(self.tables)?;
        let generation = self.write_generation()?;
        self.tables.execute_batch("COMMIT")?;
        self.done = true;
        if self.first {
            self.publish(generation)?;
        } else {
            self.facets.clear();
            let path = self.dir.join(SEARCH_FILE);
            *self.search = Some(store::level(
                self.search.take(),
                &path,
                self.search_key,
                self.tables,
            )?);
        }
        Ok(std::mem::take(&mut self.report))
    }

    fn write_seen(&mut self) -> Result<(), ImportError> {
        let mut seen = std::mem::take(&mut self.seen);
        seen.sort_unstable();
        let mut insert = self
            .tables
            .prepare_cached("INSERT OR IGNORE INTO seen VALUES(?1, ?2, ?3)")?;
        for (first, length) in order::join_runs(seen) {
            insert.execute([self.import, first, length])?;
        }
        self.tables
            .prepare_cached(
                "INSERT INTO import VALUES(?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11)",
            )?
            .execute(params![
                self.import,
                self.origin.file_name,
                i64::try_from(self.origin.size).unwrap_or(i64::MAX),
                self.origin.sha256,
                self.origin.created,
                self.origin.app_version,
                self.origin.phone_suffix,
                self.origin.imported_at,
                self.first_new,
                self.report.messages.cast_signed(),
                self.report.new.cast_signed(),
            ])?;
        Ok(())
    }

    /// Counts the generation up when messages changed, and says from which id the text index owes.
    fn write_generation(&self) -> rusqlite::Result<i64> {
        let before = crate::index::generation(self.tables)?;
        let added = self.next_id > self.first_new;
        if !added && !self.owed {
            return Ok(before);
        }
        if added && !self.first {
            self.tables.execute(
                "INSERT OR REPLACE INTO meta VALUES('owed_from', ?1)",
                [self.first_new],
            )?;
        }
        crate::import::owed::next_generation(self.tables)
    }

    /// Ends the unlogged part of a first import: both files on the disk, journals on, the index marked whole.
    fn publish(&mut self, generation: i64) -> Result<(), ImportError> {
        if let Some(words) = self.words.take() {
            let search = words.finish()?;
            store::end_unlogged(&search, &self.dir.join(SEARCH_FILE))?;
            store::set_generation(&search, generation)?;
            *self.search = Some(search);
        }
        store::end_unlogged(self.tables, &self.dir.join(TABLES_FILE))?;
        self.tables
            .pragma_update(None, "user_version", schema::VERSION)?;
        sync_folder(&self.dir)?;
        *self.access = Access::Write;
        Ok(())
    }
}

fn sync_folder(dir: &Path) -> std::io::Result<()> {
    #[cfg(unix)]
    std::fs::File::open(dir)?.sync_all()?;
    Ok(())
}
