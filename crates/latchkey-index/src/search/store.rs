//! The text index: written beside the tables, brought level with them, rebuilt when it must be.
//!
//! It holds no text: a contentless FTS5 table of tokens by message id, and the facets. It carries the id
//! and the generation of the tables that it belongs to; anything else about it may be thrown away.

use std::cell::OnceCell;
use std::path::Path;

use rusqlite::{Connection, OptionalExtension, Statement, params};

use super::beginnings::BeginningWriter;
use super::facets::{Facet, FacetWriter};
use crate::cipher::{self, Access};
use crate::import::names::Names;
use crate::import::owed;
use crate::index::{configure_writer, create_private_file, generation};
use crate::key::SubKey;
use crate::schema::flag;
use crate::tokens::{self, TokenKind, Tokenizer};

/// Version of this database's layout together with the token stream's.
const VERSION: i64 = 200 + tokens::VERSION;

/// No columnsize: it would cost ten bytes a message and half as much time again, and only serves a ranking
/// (bm25) that has to read every hit. No prefix indexes: they would make the text index nearly three times as large.
const TABLES: &str = "
CREATE TABLE state(name TEXT PRIMARY KEY, value ANY) WITHOUT ROWID, STRICT;
CREATE TABLE facet(block INTEGER PRIMARY KEY, bytes BLOB NOT NULL) STRICT;
CREATE TABLE beginning(key INTEGER PRIMARY KEY, ids BLOB NOT NULL) STRICT;
CREATE VIRTUAL TABLE words USING fts5(body, content='', columnsize=0, tokenize='ascii');
INSERT INTO words(words, rank) VALUES('automerge', 0);
";

/// Every place of every token, in the order of tokens; nothing of it is stored.
const VOCABULARY: &str =
    "CREATE VIRTUAL TABLE temp.vocabulary USING fts5vocab('main', 'words', 'instance')";

/// Bytes of tokens that FTS5 gathers before it writes a segment.
const HASH_SIZE: u32 = 32 << 20;

/// What the text index keeps of a message.
pub(crate) struct SearchRow {
    pub(crate) id: i64,
    pub(crate) facet: Facet,
    pub(crate) words: String,
}

/// Reads what messages are found by, which is what their snippets are cut from.
pub(crate) struct Texts<'a> {
    tables: &'a Connection,
    /// Read when the first message mentions somebody.
    names: OnceCell<Names>,
}

impl<'a> Texts<'a> {
    pub(crate) fn new(tables: &'a Connection) -> Self {
        Self {
            tables,
            names: OnceCell::new(),
        }
    }

    pub(crate) fn read(&self, id: i64) -> rusqlite::Result<String> {
        let (flags, text): (i64, Option<String>) = self
            .tables
            .prepare_cached("SELECT flags, unpack(text) FROM message WHERE id = ?1")?
            .query_row([id], |row| Ok((row.get(0)?, row.get(1)?)))?;
        let nobody = Names::default();
        let names = if flags & flag::MENTIONS == 0 {
            &nobody
        } else if let Some(names) = self.names.get() {
            names
        } else {
            let names = Names::read(self.tables)?;
            self.names.get_or_init(|| names)
        };
        owed::read_words(self.tables, id, flags, text, names)
    }
}

/// Creates an empty text index for `tables`, level with them when they are empty.
pub(crate) fn create(
    path: &Path,
    key: &SubKey,
    tables: &Connection,
) -> rusqlite::Result<Connection> {
    let connection = cipher::open(path, key, Access::Create)?;
    configure_writer(&connection)?;
    connection.execute_batch(&format!("BEGIN IMMEDIATE; {TABLES} COMMIT; {VOCABULARY}"))?;
    connection.execute(
        "INSERT INTO words(words, rank) VALUES('hashsize', ?1)",
        [HASH_SIZE],
    )?;
    let id: Vec<u8> = tables.query_row("SELECT value FROM meta WHERE name = 'id'", [], |row| {
        row.get(0)
    })?;
    connection.execute(
        "INSERT INTO state VALUES('version', ?1), ('id', ?2), ('generation', 0)",
        params![VERSION, id],
    )?;
    Ok(connection)
}

/// Opens an existing text index; an error means that it has to be rebuilt.
pub(crate) fn open(path: &Path, key: &SubKey, access: Access) -> rusqlite::Result<Connection> {
    let connection = cipher::open(path, key, access)?;
    state(&connection, "version")?;
    connection.execute_batch(VOCABULARY)?;
    if access != Access::Read {
        configure_writer(&connection)?;
    }
    Ok(connection)
}

fn state(search: &Connection, name: &str) -> rusqlite::Result<i64> {
    search.query_row("SELECT value FROM state WHERE name = ?1", [name], |row| {
        row.get(0)
    })
}

/// The generation the text index has reached, when it belongs to these tables at all.
fn applied(search: &Connection, tables: &Connection) -> rusqlite::Result<Option<i64>> {
    if state(search, "version")? != VERSION {
        return Ok(None);
    }
    let own: Vec<u8> =
        search.query_row("SELECT value FROM state WHERE name = 'id'", [], |row| {
            row.get(0)
        })?;
    let id: Vec<u8> = tables.query_row("SELECT value FROM meta WHERE name = 'id'", [], |row| {
        row.get(0)
    })?;
    if own == id {
        state(search, "generation").map(Some)
    } else {
        Ok(None)
    }
}

/// Everything the tables have is in the text index.
pub(crate) fn is_level(search: &Connection, tables: &Connection) -> rusqlite::Result<bool> {
    Ok(applied(search, tables)? == Some(generation(tables)?))
}

/// Applies what the tables say is owed, or builds the text index anew where that is not enough.
pub(crate) fn level(
    search: Option<Connection>,
    path: &Path,
    key: &SubKey,
    tables: &Connection,
) -> rusqlite::Result<Connection> {
    let target = generation(tables)?;
    if let Some(search) = search {
        match applied(&search, tables) {
            Ok(Some(reached)) if reached == target => return Ok(search),
            Ok(Some(reached)) if reached + 1 == target => match apply_owed(&search, tables, target)
            {
                Ok(()) => return Ok(search),
                Err(error) => {
                    tracing::warn!(code = ?error.sqlite_error_code(), "text index is rebuilt: could not be brought level")
                }
            },
            _ => tracing::info!("text index is rebuilt: it is too far behind or another's"),
        }
    }
    rebuild(path, key, tables, target)
}

fn rebuild(
    path: &Path,
    key: &SubKey,
    tables: &Connection,
    target: i64,
) -> rusqlite::Result<Connection> {
    for suffix in ["", "-journal"] {
        let mut file = path.as_os_str().to_owned();
        file.push(suffix);
        match std::fs::remove_file(&file) {
            Err(error) if error.kind() != std::io::ErrorKind::NotFound => {
                return Err(cannot_open(&error));
            }
            _ => {}
        }
    }
    create_private_file(path).map_err(|error| cannot_open(&error))?;
    let search = create(path, key, tables)?;
    search.execute("UPDATE state SET value = -1 WHERE name = 'generation'", [])?;
    begin_unlogged(&search)?;
    {
        let mut writer = Writer::new(&search)?;
        add_from(&mut writer, tables, 0)?;
        writer.finish()?;
    }
    search.execute_batch("COMMIT")?;
    end_unlogged(&search, path)?;
    set_generation(&search, target)?;
    Ok(search)
}

fn cannot_open(error: &std::io::Error) -> rusqlite::Error {
    let code = match error.kind() {
        std::io::ErrorKind::PermissionDenied => rusqlite::ffi::SQLITE_PERM,
        std::io::ErrorKind::StorageFull => rusqlite::ffi::SQLITE_FULL,
        _ => rusqlite::ffi::SQLITE_CANTOPEN,
    };
    rusqlite::Error::SqliteFailure(rusqlite::ffi::Error::new(code), None)
}

/// Starts writing a file that is thrown away when the process ends before [`end_unlogged`].
pub(crate) fn begin_unlogged(search: &Connection) -> rusqlite::Result<()> {
    cipher::set(search, "PRAGMA journal_mode = OFF")?;
    cipher::set(search, "PRAGMA synchronous = OFF")?;
    // Segments are written once and in order: a larger cache would only hold what is not read again.
    cipher::set(search, "PRAGMA cache_size = -8192")?;
    search.execute_batch("BEGIN IMMEDIATE")
}

/// Puts the file on the disk and goes back to a journal; call after the commit.
pub(crate) fn end_unlogged(connection: &Connection, path: &Path) -> rusqlite::Result<()> {
    std::fs::File::open(path)
        .and_then(|file| file.sync_all())
        .map_err(|error| cannot_open(&error))?;
    configure_writer(connection)?;
    cipher::set(connection, "PRAGMA shrink_memory")
}

/// Says which generation of the tables is applied now.
pub(crate) fn set_generation(search: &Connection, generation: i64) -> rusqlite::Result<()> {
    search
        .execute(
            "UPDATE state SET value = ?1 WHERE name = 'generation'",
            [generation],
        )
        .map(drop)
}

/// Applies the changes of the last generation: changed messages from the `owed` table, then new ones.
fn apply_owed(search: &Connection, tables: &Connection, target: i64) -> rusqlite::Result<()> {
    cipher::set(search, "PRAGMA cache_size = -32768")?;
    search.execute_batch("BEGIN IMMEDIATE")?;
    let applied = (|| {
        let mut writer = Writer::new(search)?;
        let mut owed = tables.prepare("SELECT message, old FROM owed ORDER BY message")?;
        let names = Names::read(tables)?;
        let mut rows = owed.query([])?;
        while let Some(row) = rows.next()? {
            let id: i64 = row.get(0)?;
            if let Some(old) = row.get::<_, Option<String>>(1)? {
                writer.remove(id, &old)?;
            }
            writer.add(&owed::search_row(tables, id, &names)?)?;
        }
        let first: Option<i64> = tables
            .query_row(
                "SELECT value FROM meta WHERE name = 'owed_from'",
                [],
                |row| row.get(0),
            )
            .optional()?;
        if let Some(first) = first {
            add_from(&mut writer, tables, first)?;
        }
        writer.finish()?;
        set_generation(search, target)?;
        search.execute_batch("COMMIT")
    })();
    if applied.is_err() {
        // The first error is the one to report.
        let _ = search.execute_batch("ROLLBACK");
    }
    applied
}

fn add_from(writer: &mut Writer<'_>, tables: &Connection, first: i64) -> rusqlite::Result<()> {
    let names = Names::read(tables)?;
    let mut statement = tables.prepare(&format!("{} WHERE id >= ?1 ORDER BY id", owed::ROW))?;
    let mut rows = statement.query([first])?;
    while let Some(row) = rows.next()? {
        writer.add(&owed::row(tables, row, &names)?)?;
    }
    Ok(())
}

/// Writes messages into the text index, best in ascending order of ids.
pub(crate) struct Writer<'a> {
    insert: Statement<'a>,
    delete: Statement<'a>,
    facets: FacetWriter<'a>,
    beginnings: BeginningWriter<'a>,
    tokenizer: Tokenizer,
    body: String,
}

impl<'a> Writer<'a> {
    pub(crate) fn new(search: &'a Connection) -> rusqlite::Result<Self> {
        Ok(Self {
            insert: search.prepare("INSERT INTO words(rowid, body) VALUES(?1, ?2)")?,
            delete: search
                .prepare("INSERT INTO words(words, rowid, body) VALUES('delete', ?1, ?2)")?,
            facets: FacetWriter::new(search)?,
            beginnings: BeginningWriter::new(search)?,
            tokenizer: Tokenizer::new(),
            body: String::new(),
        })
    }

    pub(crate) fn add(&mut self, row: &SearchRow) -> rusqlite::Result<()> {
        self.facets.set(row.id, row.facet)?;
        self.beginnings.enter(row.id)?;
        let (body, beginnings) = (&mut self.body, &mut self.beginnings);
        each_token(&mut self.tokenizer, &row.words, body, |word| {
            beginnings.add(row.id, word);
        });
        if !self.body.is_empty() {
            self.insert.execute(params![row.id, self.body])?;
        }
        Ok(())
    }

    /// Takes out what was put in for a message with these words.
    fn remove(&mut self, id: i64, words: &str) -> rusqlite::Result<()> {
        self.beginnings.enter(id)?;
        let (body, beginnings) = (&mut self.body, &mut self.beginnings);
        each_token(&mut self.tokenizer, words, body, |word| {
            beginnings.remove(id, word);
        });
        if !self.body.is_empty() {
            self.delete.execute(params![id, self.body])?;
        }
        Ok(())
    }

    pub(crate) fn finish(mut self) -> rusqlite::Result<()> {
        self.beginnings.flush()?;
        self.facets.flush()
    }
}

/// Writes the tokens of a text into `body`, separated by spaces, and calls `each` with those that are words.
fn each_token(
    tokenizer: &mut Tokenizer,
    text: &str,
    body: &mut String,
    mut each: impl FnMut(&str),
) {
    body.clear();
    tokenizer.tokens(text, |token| {
        if !body.is_empty() {
            body.push(' ');
        }
        body.push_str(token.text);
        if token.kind == TokenKind::Word {
            each(token.text);
        }
    });
}

#[cfg(test)]
mod tests {
    use latchkey_messages::{Chat, ChatId, Kind, Message, ReadCounts, RowId};

    use super::VERSION;
    use crate::{Index, IndexKey, Origin, Query, SearchError};

    fn total(index: &Index) -> Result<u64, SearchError> {
        let query = Query {
            text: "word".to_owned(),
            limit: 1,
            ..Query::default()
        };
        index.search(&query).map(|hits| hits.total)
    }

    #[test]
    fn a_text_index_of_another_version_is_rebuilt() {
        let dir = tempfile::tempdir().unwrap();
        let key = IndexKey::from_bytes(&[0x42; 32]);
        let mut index = Index::create(dir.path(), &key).unwrap();
        let mut session = index.begin_import(&Origin::default()).unwrap();
        session.people(&[]).unwrap();
        session.chats(&[Chat::default()]).unwrap();
        session
            .message(Message {
                row: RowId(1),
                chat: ChatId(0),
                key_id: "3EB0".to_owned(),
                kind: Kind::Text,
                text: Some("a word".to_owned()),
                ..Message::default()
            })
            .unwrap();
        let counts = ReadCounts {
            source_rows: 1,
            messages: 1,
            ..ReadCounts::default()
        };
        session.finish(&counts).unwrap();
        for other in [VERSION - 1, VERSION + 1, 0] {
            let search = index.search.as_ref().unwrap();
            let sql = "UPDATE state SET value = ?1 WHERE name = 'version'";
            search.execute(sql, [other]).unwrap();
            // Whoever may only read cannot rebuild it, and does not search it by the wrong tokens.
            let read = Index::open_read_only(dir.path(), &key).unwrap();
            assert!(matches!(total(&read), Err(SearchError::NotReady)));
            drop((read, index));
            index = Index::open(dir.path(), &key).unwrap();
            assert_eq!(total(&index).unwrap(), 1);
            let read = Index::open_read_only(dir.path(), &key).unwrap();
            assert_eq!(total(&read).unwrap(), 1);
        }
    }
}
