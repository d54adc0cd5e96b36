//! Tables that cannot be asked, and pages that cannot be read.

use std::fs;
use std::io::{Read as _, Seek as _, SeekFrom, Write as _};
use std::path::Path;

use super::sketch::{Outcome, Sketch};
use crate::Expectations;
use crate::tables::{SchemaState, WriteSourceError};

/// The app's own full-text tables: virtual ones whose module may be missing, and the plain tables under them.
pub(super) fn search_tables(path: &Path, schema: SchemaState) -> Outcome<Expectations> {
    let mut sketch = Sketch::new(path, schema)?;
    let ana = sketch.person("Ana")?;
    let chat = sketch.chat(ana)?;
    sketch.text(chat, Some(ana), "in the message itself: swanmussel")?;
    sketch.writer.connection().execute_batch(
        "CREATE TABLE message_ftsv2_content (docid INTEGER PRIMARY KEY, c0content, c1fts_jid, c2fts_namespace);
         INSERT INTO message_ftsv2_content VALUES (2, 'in the message itself: swanmussel', '', '');
         PRAGMA writable_schema = ON;
         INSERT INTO sqlite_master (type, name, tbl_name, rootpage, sql) VALUES
             ('table', 'message_ftsv2', 'message_ftsv2', 0,
              'CREATE VIRTUAL TABLE message_ftsv2 USING fts_of_nobody(content, fts_jid, tokenize=unicode61)'),
             ('table', 'message_search', 'message_search', 0,
              'CREATE VIRTUAL TABLE message_search USING fts4(content, tokenize=of_nobody)'),
             ('view', 'chat_view', 'chat_view', 0,
              'CREATE VIEW chat_view AS SELECT nobody.* FROM nobody');
         PRAGMA writable_schema = OFF;",
    )?;
    sketch.plant(&["swanmussel"]);
    sketch.finish()
}

/// A page in the middle of the messages is overwritten: what lies before and behind it is read.
pub(super) fn broken_pages(path: &Path, schema: SchemaState) -> Outcome<Expectations> {
    const PAGE: u64 = 4096;
    let mut sketch = Sketch::new(path, schema)?;
    let ana = sketch.person("Ana")?;
    let chat = sketch.chat(ana)?;
    sketch.text(chat, Some(ana), "long before the damage: ploverstone")?;
    for number in 0..4_000 {
        let words = format!("line {number} of a chat that goes on and on, as they do");
        sketch.text(chat, Some(ana), &words)?;
    }
    sketch.text(chat, Some(ana), "long after the damage: curlewsound")?;
    sketch.plant(&["ploverstone", "curlewsound"]);
    let expected = sketch.finish()?;
    spoil(path, PAGE, "line 2000 of a chat").map_err(|error| {
        WriteSourceError::Database(rusqlite::Error::ToSqlConversionFailure(Box::new(error)))
    })?;
    Ok(expected)
}

/// Overwrites the page that holds these words.
fn spoil(path: &Path, page: u64, words: &str) -> std::io::Result<()> {
    let mut bytes = Vec::new();
    fs::File::open(path)?.read_to_end(&mut bytes)?;
    let at = bytes
        .windows(words.len())
        .position(|window| window == words.as_bytes())
        .unwrap_or(0) as u64;
    let mut file = fs::File::options().write(true).open(path)?;
    file.seek(SeekFrom::Start(at / page * page))?;
    file.write_all(&[0xA5; 4096])
}
