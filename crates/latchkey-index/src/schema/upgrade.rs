//! Brings the tables of an earlier version up to this one, in a copy of them (index/upgrading.rs): nothing that is shown
//! is lost.

use rusqlite::Connection;

use super::{VERSION, complete, tables};
use crate::import::identity::Key;
use crate::import::prints::{Print, PrintBlocks, Printer};
use crate::schema::flag;

/// The earliest version that can be brought up.
pub(crate) const OLDEST: u32 = 1;

/// What version 2 added to the tables of version 1.
const COLUMNS_OF_2: &str = "
ALTER TABLE chat ADD COLUMN community TEXT;
ALTER TABLE chat ADD COLUMN description TEXT;
ALTER TABLE chat ADD COLUMN disappearing INTEGER;
ALTER TABLE chat ADD COLUMN gone INTEGER NOT NULL DEFAULT 0;
ALTER TABLE chat ADD COLUMN as_of INTEGER;
ALTER TABLE chat ADD COLUMN members_as_of INTEGER;
ALTER TABLE media ADD COLUMN downloaded INTEGER;
ALTER TABLE media ADD COLUMN offloaded INTEGER NOT NULL DEFAULT 0;
ALTER TABLE media ADD COLUMN waveform BLOB;
ALTER TABLE media ADD COLUMN transcript TEXT;
ALTER TABLE media ADD COLUMN found_root INTEGER;
ALTER TABLE media ADD COLUMN found_how INTEGER;
ALTER TABLE notice ADD COLUMN new_value TEXT;
ALTER TABLE notice ADD COLUMN seconds INTEGER;
ALTER TABLE notice ADD COLUMN added INTEGER;
ALTER TABLE notice ADD COLUMN removed INTEGER;
ALTER TABLE notice ADD COLUMN yes INTEGER;
UPDATE chat SET as_of = (SELECT max(coalesce(created, imported_at)) FROM import);
";

/// Version 1 kept the row that a message had in its first source, which says nothing, and its texts could not be packed:
/// the rows go over into tables as they are made now.
const BEFORE_MESSAGES_OF_2: &str = "
ALTER TABLE message RENAME TO message_1;
ALTER TABLE quote RENAME TO quote_1;
";
const AFTER_MESSAGES_OF_2: &str = "
INSERT INTO message(id, chat, flags, kind, raw_kind, sender, sent_at, received_after, key, text, forwarded, edited_at)
  SELECT id, chat, flags, kind, raw_kind, sender, sent_at, received_after, key, text, forwarded, edited_at FROM message_1;
INSERT INTO quote(message, target, from_me, sender, kind, text, key)
  SELECT message, target, from_me, sender, kind, text, key FROM quote_1;
DROP TABLE message_1;
DROP TABLE quote_1;
";

/// Version 1 knew one media folder, in `meta`, and noted by which way nothing was found.
const MEDIA_OF_2: &str = "
INSERT INTO media_root(id, path) SELECT 1, CAST(value AS BLOB) FROM meta WHERE name = 'media_root';
DELETE FROM meta WHERE name = 'media_root';
UPDATE media SET found_root = 1, found_how = 0 WHERE found IS NOT NULL;
";

/// Brings the tables up to this version; does nothing where they are.
///
/// # Errors
/// What SQLite says; the copy is thrown away then.
pub(crate) fn upgrade(tables: &Connection) -> rusqlite::Result<()> {
    tables.execute_batch("BEGIN IMMEDIATE")?;
    let upgraded = (|| {
        let version: u32 = tables.query_row("PRAGMA user_version", [], |row| row.get(0))?;
        if version == 1 {
            tables.execute_batch(COLUMNS_OF_2)?;
            tables.execute_batch(BEFORE_MESSAGES_OF_2)?;
            tables.execute_batch(tables::MESSAGE)?;
            tables.execute_batch(tables::QUOTE)?;
            tables.execute_batch(AFTER_MESSAGES_OF_2)?;
            tables.execute_batch(tables::MEDIA)?;
            tables.execute_batch(MEDIA_OF_2)?;
            tables.execute_batch(tables::CONTENT)?;
            tables.execute_batch(tables::MARKS)?;
            tables.execute_batch(tables::BY_PERSON)?;
            complete(tables)?;
            print_identities(tables)?;
        }
        if version < 3 {
            tables.execute_batch(tables::OWN_MARKS)?;
        }
        if version < 4 {
            tables.execute_batch(tables::SOURCE_ROWS)?;
            tables.pragma_update(None, "user_version", VERSION)?;
        }
        tables.execute_batch("COMMIT")
    })();
    if upgraded.is_err() {
        // The first error is the one to report.
        let _ = tables.execute_batch("ROLLBACK");
    }
    upgraded
}

/// Later imports have to find every message; what it says is looked at once more, as there is more to know now.
fn print_identities(tables: &Connection) -> rusqlite::Result<()> {
    let mut printer = Printer::new(tables)?;
    let mut prints = PrintBlocks::new(tables)?;
    let mut statement = tables.prepare(
        "SELECT id, flags, kind, sent_at, key, CASE WHEN key IS NULL THEN text END FROM message ORDER BY id",
    )?;
    let mut rows = statement.query([])?;
    while let Some(row) = rows.next()? {
        let identity = printer.identity(
            &Key::read(row.get_ref(4)?),
            row.get::<_, i64>(1)? & flag::FROM_ME != 0,
            row.get(3)?,
            row.get(2)?,
            row.get_ref(5)?.as_str_or_null()?,
        );
        prints.set(
            row.get(0)?,
            Print {
                content: 0,
                identity,
            },
        )?;
    }
    prints.flush()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_media_folder_of_version_1_and_what_was_found_in_it_are_kept() {
        let tables = Connection::open_in_memory().unwrap();
        for theme in [tables::HISTORY, tables::MESSAGES, tables::MEDIA] {
            tables.execute_batch(theme).unwrap();
        }
        tables
            .execute_batch(
                "INSERT INTO meta VALUES('media_root', x'2f6d6e74ff');
                 INSERT INTO media(message, found) VALUES(1, 'Media/a.jpg'), (2, NULL);",
            )
            .unwrap();
        tables.execute_batch(MEDIA_OF_2).unwrap();
        let found = "SELECT media_root.path, found, found_how FROM media JOIN media_root ON id = found_root";
        let row = tables.query_row(found, [], |row| {
            Ok((
                row.get::<_, Vec<u8>>(0)?,
                row.get::<_, String>(1)?,
                row.get::<_, i64>(2)?,
            ))
        });
        let expected = (b"/mnt\xff".to_vec(), "Media/a.jpg".to_owned(), 0);
        assert_eq!(row.unwrap(), expected);
        let kept = "SELECT count(*) FROM meta WHERE name = 'media_root'";
        let kept: i64 = tables.query_row(kept, [], |row| row.get(0)).unwrap();
        assert_eq!(kept, 0);
    }
}
