//! Files that messages refer to: which are still to be found, where they were found, small pictures.
//!
//! The index keeps paths as words. Turning them into paths, within the media root, is the caller's part.

use rusqlite::{OptionalExtension, Row, params};

use crate::cipher::Access;
use crate::error::{QueryError, UpdateError};
use crate::index::Index;
use crate::pages::read_media;
use crate::rows::{MediaRow, MessageId};

pub(crate) fn media_row(row: &Row<'_>) -> rusqlite::Result<MediaRow> {
    let number = |at: usize| -> rusqlite::Result<Option<u64>> {
        Ok(row
            .get::<_, Option<i64>>(at)?
            .and_then(|value| value.try_into().ok()))
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
        found: row.get(10)?,
        thumbnail: row.get(11)?,
        ..MediaRow::default()
    })
}

impl Index {
    /// The file of a message, if it carries one.
    ///
    /// # Errors
    /// What reading the tables meets.
    pub fn media(&self, message: MessageId) -> Result<Option<MediaRow>, QueryError> {
        let mut found = None;
        read_media(&self.tables, [message.0, message.0], |media| {
            found = Some(media)
        })?;
        Ok(found)
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

    /// Files not found yet, of messages with an id greater than `after`, at most `limit`, by id.
    ///
    /// # Errors
    /// What reading the tables meets.
    pub fn media_to_resolve(
        &self,
        after: MessageId,
        limit: u32,
    ) -> Result<Vec<MediaRow>, QueryError> {
        let mut statement = self.tables.prepare_cached(
            "SELECT message, path, name, mime, size, duration, width, height, pages, sha256, found,
               EXISTS(SELECT 1 FROM thumbnail WHERE thumbnail.message = media.message)
             FROM media WHERE message > ?1 AND found IS NULL ORDER BY message LIMIT ?2",
        )?;
        let rows = statement.query_map([after.0, i64::from(limit)], media_row)?;
        Ok(rows.collect::<rusqlite::Result<_>>()?)
    }

    /// Files that messages refer to, and how many of them were found.
    ///
    /// # Errors
    /// What reading the tables meets.
    pub fn media_counts(&self) -> Result<(u64, u64), QueryError> {
        let mut statement = self
            .tables
            .prepare_cached("SELECT count(*), count(found) FROM media")?;
        Ok(statement.query_row([], |row| {
            let count = |at: usize| {
                row.get::<_, i64>(at)
                    .map(|count| u64::try_from(count).unwrap_or(0))
            };
            Ok((count(0)?, count(1)?))
        })?)
    }

    /// Notes where files were found, relative to the media root; `None`: not found (any more).
    ///
    /// # Errors
    /// [`UpdateError`]; nothing is changed then.
    pub fn set_media_found(
        &mut self,
        found: &[(MessageId, Option<String>)],
    ) -> Result<(), UpdateError> {
        if self.access == Access::Read {
            return Err(UpdateError::ReadOnly);
        }
        let transaction = self.tables.transaction()?;
        {
            let mut update =
                transaction.prepare("UPDATE media SET found = ?2 WHERE message = ?1")?;
            for (message, path) in found {
                update.execute(params![message.0, path])?;
            }
        }
        transaction.commit()?;
        Ok(())
    }

    /// The folder that found paths are relative to, as it was given: bytes of a path, which need not be UTF-8.
    ///
    /// # Errors
    /// What reading the tables meets.
    pub fn media_root(&self) -> Result<Option<Vec<u8>>, QueryError> {
        let mut statement = self
            .tables
            .prepare_cached("SELECT value FROM meta WHERE name = 'media_root'")?;
        Ok(statement.query_row([], |row| row.get(0)).optional()?)
    }

    /// Remembers the media root and, when it is another one, forgets what was found under the earlier one.
    ///
    /// # Errors
    /// [`UpdateError`]; nothing is changed then.
    pub fn set_media_root(&mut self, root: &[u8]) -> Result<(), UpdateError> {
        if self.access == Access::Read {
            return Err(UpdateError::ReadOnly);
        }
        let same = self
            .tables
            .prepare_cached("SELECT 1 FROM meta WHERE name = 'media_root' AND value = ?1")?
            .exists([root])?;
        if same {
            return Ok(());
        }
        let transaction = self.tables.transaction()?;
        transaction.execute(
            "INSERT OR REPLACE INTO meta VALUES('media_root', ?1)",
            [root],
        )?;
        transaction.execute("UPDATE media SET found = NULL WHERE found IS NOT NULL", [])?;
        transaction.commit()?;
        Ok(())
    }
}
