//! Opens databases that others wrote: read-only, defensive, with lowered limits.
//!
//! Nothing of such a database runs: no triggers, no views, no functions of its schema.

use std::ffi::OsString;
use std::io;
use std::os::unix::ffi::OsStrExt;
use std::path::Path;

use rusqlite::config::DbConfig;
use rusqlite::limits::Limit;
use rusqlite::{Connection, OpenFlags};

/// Pages kept by SQLite, in KiB, as `PRAGMA cache_size` wants them (negative).
const CACHE_KIB: i64 = -8192;
/// Bytes of a nameless file that may be mapped instead of copied: nobody else can shorten that file under us.
const MAP: i64 = 1 << 36;

/// A connection never serves two threads at once (it is not `Sync`), so that SQLite need not lock for each value.
const READ_ONLY: OpenFlags =
    OpenFlags::SQLITE_OPEN_READ_ONLY.union(OpenFlags::SQLITE_OPEN_NO_MUTEX);

/// Steps of SQLite's machine between two looks at the bound.
const STEPS_BETWEEN: u64 = 100_000;
/// Steps that any database may take, and more for each of its bytes: an honest one needs less than ten a byte.
const STEPS_AT_LEAST: u64 = 20_000_000;
const STEPS_PER_BYTE: u64 = 200;

/// Bounds all the work that SQLite does for a database of `size` bytes: a tree crafted to lead back into itself would
/// keep a single statement busy for ever.
pub(crate) fn bound_work(connection: &mut Connection, size: u64) -> rusqlite::Result<()> {
    let steps = STEPS_AT_LEAST.saturating_add(size.saturating_mul(STEPS_PER_BYTE));
    let mut looks = steps / STEPS_BETWEEN;
    let interval = i32::try_from(STEPS_BETWEEN).unwrap_or(i32::MAX);
    connection.progress_handler(
        interval,
        Some(move || {
            looks = looks.saturating_sub(1);
            looks == 0
        }),
    )
}

/// Opens a file that is still empty and reads it once, so that it may lose its name before it is filled.
pub(crate) fn open_empty(path: &Path) -> rusqlite::Result<Connection> {
    let connection = Connection::open_with_flags(path, READ_ONLY)?;
    harden(&connection)?;
    connection.pragma_update(None, "mmap_size", MAP)?;
    connection.query_row("SELECT count(*) FROM sqlite_schema", [], |_| Ok(()))?;
    Ok(connection)
}

/// The size of a regular file, bytes. Only such reach SQLite: opening a pipe could wait for ever.
pub(crate) fn regular_size(path: &Path) -> io::Result<u64> {
    let found = std::fs::metadata(path)?;
    if found.is_file() {
        Ok(found.len())
    } else {
        Err(io::Error::new(io::ErrorKind::InvalidInput, "not a file"))
    }
}

/// Opens a database file of the person's own. `immutable`, so that nothing is ever written beside it; what a `-wal`
/// file holds is therefore not seen.
pub(crate) fn open_immutable(path: &Path) -> rusqlite::Result<Connection> {
    let flags = READ_ONLY | OpenFlags::SQLITE_OPEN_URI;
    let connection = Connection::open_with_flags(Path::new(&uri(path)), flags)?;
    harden(&connection)?;
    Ok(connection)
}

/// `file:` URI of a path with any bytes in it (SQLite, "URI Filenames").
fn uri(path: &Path) -> OsString {
    let mut uri = String::from("file:");
    for &byte in path.as_os_str().as_bytes() {
        match byte {
            b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' | b'/' | b'.' | b'-' | b'_' => {
                uri.push(char::from(byte))
            }
            _ => uri.push_str(&format!("%{byte:02X}")),
        }
    }
    uri.push_str("?mode=ro&immutable=1");
    uri.into()
}

/// Settings for a database from someone else (SQLite, "Defense Against The Dark Arts").
fn harden(connection: &Connection) -> rusqlite::Result<()> {
    connection.set_db_config(DbConfig::SQLITE_DBCONFIG_DEFENSIVE, true)?;
    connection.set_db_config(DbConfig::SQLITE_DBCONFIG_TRUSTED_SCHEMA, false)?;
    connection.set_db_config(DbConfig::SQLITE_DBCONFIG_ENABLE_TRIGGER, false)?;
    connection.set_db_config(DbConfig::SQLITE_DBCONFIG_ENABLE_VIEW, false)?;
    connection.set_db_config(DbConfig::SQLITE_DBCONFIG_DQS_DML, false)?;
    // The schema itself is parsed under these limits too: they leave room for the app's own views and triggers.
    for (limit, value) in [
        (Limit::SQLITE_LIMIT_LENGTH, 64 << 20),
        (Limit::SQLITE_LIMIT_SQL_LENGTH, 256 << 10),
        (Limit::SQLITE_LIMIT_COLUMN, 1000),
        (Limit::SQLITE_LIMIT_EXPR_DEPTH, 200),
        (Limit::SQLITE_LIMIT_COMPOUND_SELECT, 100),
        (Limit::SQLITE_LIMIT_VDBE_OP, 100_000),
        (Limit::SQLITE_LIMIT_FUNCTION_ARG, 32),
        (Limit::SQLITE_LIMIT_ATTACHED, 0),
        (Limit::SQLITE_LIMIT_LIKE_PATTERN_LENGTH, 100),
        (Limit::SQLITE_LIMIT_VARIABLE_NUMBER, 100),
        (Limit::SQLITE_LIMIT_TRIGGER_DEPTH, 1),
        (Limit::SQLITE_LIMIT_WORKER_THREADS, 0),
    ] {
        connection.set_limit(limit, value)?;
    }
    connection.pragma_update(None, "query_only", true)?;
    connection.pragma_update(None, "cell_size_check", true)?;
    connection.pragma_update(None, "cache_size", CACHE_KIB)?;
    connection.set_prepared_statement_cache_capacity(16);
    Ok(())
}
