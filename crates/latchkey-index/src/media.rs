//! Files that messages refer to: which are still to be found, where they were found, why one is missing, small pictures.
//!
//! The index keeps paths as words. Turning them into paths, within a media folder, is the caller's part.

mod found;

use rusqlite::{Connection, OptionalExtension, Row, params};

use crate::cipher::Access;
use crate::error::{QueryError, UpdateError};
use crate::index::Index;
use crate::rows::{MediaRow, MessageId};
use crate::schema;

pub use found::{
    FoundHow, MediaFinding, MediaFound, MediaPlace, MediaTotals, MissingFacts, MissingReason,
    RootId, missing_reason,
};

/// What [`media_row`] reads.
macro_rules! columns {
    () => {
        "media.message, path, name, mime, size, duration, width, height, pages, sha256, found,
         EXISTS(SELECT 1 FROM thumbnail WHERE thumbnail.message = media.message),
         found_how, downloaded, offloaded, waveform, transcript,
         (SELECT kind FROM message WHERE id = media.message), EXISTS(SELECT 1 FROM media_root)"
    };
}
/// The files of messages with ids from one to another.
pub(crate) const OF_SPAN: &str = concat!(
    "SELECT ",
    columns!(),
    " FROM media WHERE message BETWEEN ?1 AND ?2 ORDER BY message"
);

pub(crate) fn media_row(row: &Row<'_>) -> rusqlite::Result<MediaRow> {
    let number = |at: usize| -> rusqlite::Result<Option<u64>> {
        Ok(row
            .get::<_, Option<i64>>(at)?
            .and_then(|value| value.try_into().ok()))
    };
    let found: Option<String> = row.get(10)?;
    let how: Option<i64> = row.get(12)?;
    let facts = MissingFacts {
        kind: schema::kind(row.get::<_, Option<i64>>(17)?.unwrap_or(0)),
        downloaded: row.get(13)?,
        offloaded: row.get(14)?,
        unusable: how == Some(found::UNUSABLE),
        looked_for: row.get(18)?,
    };
    Ok(MediaRow {
        message: MessageId(row.get(0)?),
        path: row.get(1)?,
        name: row.get(2)?,
        mime: row.get(3)?,
        size: number(4)?,
        duration: number(5)?,
        width: row.get(6)?,
        height: row.get(7)?,
        pages: row.get(8)?,
        sha256: row
            .get::<_, Option<Vec<u8>>>(9)?
            .and_then(|bytes| bytes.try_into().ok()),
        missing: found.is_none().then(|| missing_reason(&facts)),
        found_how: found
            .is_some()
            .then(|| how.and_then(FoundHow::from_code))
            .flatten(),
        found,
        downloaded: facts.downloaded,
        offloaded: facts.offloaded,
        waveform: row.get(15)?,
        transcript: row.get(16)?,
        thumbnail: row.get(11)?,
    })
}

impl Index {
    /// The file of a message, if it carries one.
    ///
    /// # Errors
    /// What reading the tables meets.
    pub fn media(&self, message: MessageId) -> Result<Option<MediaRow>, QueryError> {
        let mut statement = self.tables.prepare_cached(OF_SPAN)?;
        let row = statement.query_row([message.0, message.0], media_row);
        Ok(row.optional()?)
    }

    /// Where the bytes of a message's file are, if they were found.
    ///
    /// # Errors
    /// What reading the tables meets.
    pub fn media_place(&self, message: MessageId) -> Result<Option<MediaPlace>, QueryError> {
        let mut statement = self.tables.prepare_cached(
            "SELECT media_root.path, found, found_how FROM media LEFT JOIN media_root ON media_root.id = found_root
             WHERE message = ?1 AND found IS NOT NULL",
        )?;
        let place = statement.query_row([message.0], |row| {
            let how = row.get::<_, Option<i64>>(2)?;
            Ok(MediaPlace {
                root: row.get(0)?,
                place: row.get(1)?,
                how: how.and_then(FoundHow::from_code).unwrap_or(FoundHow::Path),
            })
        });
        Ok(place.optional()?)
    }

    /// The small JPEG that the source had stored with a message.
    ///
    /// # Errors
    /// What reading the tables meets.
    pub fn thumbnail(&self, message: MessageId) -> Result<Option<Vec<u8>>, QueryError> {
        let mut statement = self
            .tables
            .prepare_cached("SELECT jpeg FROM thumbnail WHERE message = ?1")?;
        Ok(statement
            .query_row([message.0], |row| row.get(0))
            .optional()?)
    }

    /// Files that are worth looking for, of messages with an id greater than `after`, at most `limit`, by id: those not
    /// found, those of another size than they should have, and those in folders of `out_of_reach`.
    ///
    /// # Errors
    /// What reading the tables meets.
    pub fn media_to_resolve(
        &self,
        after: MessageId,
        limit: u32,
        out_of_reach: &[RootId],
    ) -> Result<Vec<MediaRow>, QueryError> {
        let roots: Vec<String> = out_of_reach.iter().map(|root| root.0.to_string()).collect();
        let mut statement = self.tables.prepare_cached(&format!(
            "SELECT {} FROM media WHERE message > ?1
               AND (found IS NULL OR found_how = ?3 OR found_root IN ({}))
             ORDER BY message LIMIT ?2",
            columns!(),
            roots.join(",")
        ))?;
        let other_size = FoundHow::OtherSize.code();
        let parameters = params![after.0, i64::from(limit), other_size];
        let rows = statement.query_map(parameters, media_row)?;
        Ok(rows.collect::<rusqlite::Result<_>>()?)
    }

    /// Files that were found in a folder, of messages with an id greater than `after`, at most `limit`, by id.
    ///
    /// # Errors
    /// What reading the tables meets.
    pub fn media_found_in(
        &self,
        root: RootId,
        after: MessageId,
        limit: u32,
    ) -> Result<Vec<MediaRow>, QueryError> {
        let mut statement = self.tables.prepare_cached(concat!(
            "SELECT ",
            columns!(),
            " FROM media WHERE message > ?1 AND found IS NOT NULL AND found_root = ?2
             ORDER BY message LIMIT ?3"
        ))?;
        let rows = statement.query_map([after.0, root.0, i64::from(limit)], media_row)?;
        Ok(rows.collect::<rusqlite::Result<_>>()?)
    }

    /// Messages that refer to a file.
    ///
    /// # Errors
    /// What reading the tables meets.
    pub fn media_referenced(&self) -> Result<u64, QueryError> {
        let mut statement = self.tables.prepare_cached("SELECT count(*) FROM media")?;
        let count: i64 = statement.query_row([], |row| row.get(0))?;
        Ok(u64::try_from(count).unwrap_or(0))
    }

    /// Files that messages refer to, and how many of them were found, how, or are missing, and why.
    ///
    /// # Errors
    /// What reading the tables meets.
    pub fn media_totals(&self) -> Result<MediaTotals, QueryError> {
        let mut totals = MediaTotals::default();
        let looked_for = !self.media_roots()?.is_empty();
        let mut statement = self.tables.prepare_cached(
            "SELECT found IS NOT NULL, found_how, downloaded, offloaded, message.kind
             FROM media LEFT JOIN message ON message.id = media.message",
        )?;
        let mut rows = statement.query([])?;
        while let Some(row) = rows.next()? {
            totals.referenced += 1;
            let how: Option<i64> = row.get(1)?;
            if row.get(0)? {
                let how = how.and_then(FoundHow::from_code).unwrap_or(FoundHow::Path);
                *totals.found_by.entry(how).or_default() += 1;
                continue;
            }
            let facts = MissingFacts {
                kind: schema::kind(row.get::<_, Option<i64>>(4)?.unwrap_or(0)),
                downloaded: row.get(2)?,
                offloaded: row.get(3)?,
                unusable: how == Some(found::UNUSABLE),
                looked_for,
            };
            let reason = missing_reason(&facts);
            *totals.missing_by_reason.entry(reason).or_default() += 1;
        }
        Ok(totals)
    }

    /// Notes where files were found, or that they were not (any more).
    ///
    /// # Errors
    /// [`UpdateError`]; nothing is changed then.
    pub fn set_media_found(&mut self, found: &[MediaFound]) -> Result<(), UpdateError> {
        self.change_media(|tables| {
            let mut update = tables.prepare(
                "UPDATE media SET found = ?2, found_root = ?3, found_how = ?4 WHERE message = ?1",
            )?;
            for (message, finding) in found {
                match finding {
                    MediaFinding::Found { root, place, how } => {
                        let root = root.map(|root| root.0);
                        update.execute(params![message.0, place, root, how.code()])?;
                    }
                    MediaFinding::Unusable => {
                        let (none, how) = (None::<i64>, found::UNUSABLE);
                        update.execute(params![message.0, none, none, how])?;
                    }
                    MediaFinding::Nothing => {
                        let none = None::<i64>;
                        update.execute(params![message.0, none, none, none])?;
                    }
                }
            }
            Ok(())
        })
    }

    /// Forgets which files could not be used, before they are looked for anew.
    ///
    /// # Errors
    /// [`UpdateError`]; nothing is changed then.
    pub fn forget_unusable_media(&mut self) -> Result<(), UpdateError> {
        self.change_media(|tables| {
            let forget =
                "UPDATE media SET found_how = NULL WHERE found IS NULL AND found_how IS NOT NULL";
            tables.execute(forget, []).map(drop)
        })
    }

    /// The folders that found places are relative to, in the order in which they were first given: bytes of paths, which
    /// need not be UTF-8.
    ///
    /// # Errors
    /// What reading the tables meets.
    pub fn media_roots(&self) -> Result<Vec<(RootId, Vec<u8>)>, QueryError> {
        let mut statement = self
            .tables
            .prepare_cached("SELECT id, path FROM media_root ORDER BY id")?;
        let roots = statement.query_map([], |row| Ok((RootId(row.get(0)?), row.get(1)?)))?;
        Ok(roots.collect::<rusqlite::Result<_>>()?)
    }

    /// Remembers a folder beside those that it knows; one that it knows keeps its id.
    ///
    /// # Errors
    /// [`UpdateError`]; nothing is changed then.
    pub fn add_media_root(&mut self, path: &[u8]) -> Result<RootId, UpdateError> {
        let mut id = RootId(0);
        self.change_media(|tables| {
            tables.execute(
                "INSERT INTO media_root(path) VALUES(?1) ON CONFLICT(path) DO NOTHING",
                [path],
            )?;
            let find = "SELECT id FROM media_root WHERE path = ?1";
            id = RootId(tables.query_row(find, [path], |row| row.get(0))?);
            Ok(())
        })?;
        Ok(id)
    }

    /// Keeps small files (stickers) in the index itself, each once, by SHA-256.
    ///
    /// # Errors
    /// [`UpdateError`]; nothing is changed then.
    pub fn keep_media<'a>(
        &mut self,
        files: impl IntoIterator<Item = (&'a [u8; 32], &'a Vec<u8>)>,
    ) -> Result<(), UpdateError> {
        self.change_media(|tables| {
            let mut insert = tables.prepare("INSERT OR IGNORE INTO media_kept VALUES(?1, ?2)")?;
            for (sha256, bytes) in files {
                insert.execute(params![sha256, bytes])?;
            }
            Ok(())
        })
    }

    /// A file that the index keeps, for a message whose file was found as [`FoundHow::Kept`].
    ///
    /// # Errors
    /// What reading the tables meets.
    pub fn kept_media(&self, message: MessageId) -> Result<Option<Vec<u8>>, QueryError> {
        let mut statement = self.tables.prepare_cached(
            "SELECT bytes FROM media JOIN media_kept USING(sha256) WHERE message = ?1",
        )?;
        let bytes = statement.query_row([message.0], |row| row.get(0));
        Ok(bytes.optional()?)
    }

    fn change_media(
        &mut self,
        change: impl FnOnce(&Connection) -> rusqlite::Result<()>,
    ) -> Result<(), UpdateError> {
        if self.access == Access::Read {
            return Err(UpdateError::ReadOnly);
        }
        let transaction = self.tables.transaction()?;
        change(&transaction)?;
        transaction.commit()?;
        Ok(())
    }
}
