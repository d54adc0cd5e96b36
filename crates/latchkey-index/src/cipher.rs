//! Opens an encrypted database: the key goes in through the C call, then the parameters of the format.
//!
//! This is the one module with unsafe code: `PRAGMA key` would put the key into SQL text, which SQLite
//! copies, traces and keeps; the C call does not (docs/architecture.md, keys).
#![allow(unsafe_code, reason = "sqlite3_key_v2 has no safe wrapper in rusqlite")]

use std::ffi::c_int;
use std::path::Path;
use std::sync::Once;

use rusqlite::{Connection, OpenFlags, ffi};
use zeroize::Zeroizing;

use crate::key::{FORMAT, SubKey};

/// How a database is opened.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Access {
    /// A new file that must not exist.
    Create,
    /// An existing file, to read and write.
    Write,
    /// An existing file, to read.
    Read,
}

/// Opens `path` and hands over the key; whether it fits shows at the first read.
pub(crate) fn open(path: &Path, key: &SubKey, access: Access) -> rusqlite::Result<Connection> {
    let flags = match access {
        Access::Create => OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_CREATE,
        Access::Write => OpenFlags::SQLITE_OPEN_READ_WRITE,
        Access::Read => OpenFlags::SQLITE_OPEN_READ_ONLY,
    };
    // The folder may be a stranger's: opening a pipe could wait for ever.
    if access != Access::Create && path.metadata().is_ok_and(|found| !found.is_file()) {
        let code = ffi::Error::new(ffi::SQLITE_CANTOPEN);
        return Err(rusqlite::Error::SqliteFailure(code, None));
    }
    make_ready();
    let connection = Connection::open_with_flags(path, flags | OpenFlags::SQLITE_OPEN_NO_MUTEX)?;
    quiet(&connection)?;
    set_key(&connection, key)?;
    // The parameters must follow the key and come before the first page is read.
    connection.pragma_update(None, "cipher_page_size", FORMAT.page_size)?;
    set(&connection, "PRAGMA cipher_hmac_algorithm = HMAC_SHA256")?;
    set(&connection, "PRAGMA temp_store = MEMORY")?;
    set(&connection, "PRAGMA trusted_schema = OFF")?;
    set(&connection, "PRAGMA foreign_keys = OFF")?;
    connection.set_prepared_statement_cache_capacity(192);
    connection.busy_timeout(std::time::Duration::from_secs(5))?;
    Ok(connection)
}

/// Waits until SQLCipher is ready. SQLite calls itself initialised before it has let SQLCipher begin, so that a second thread
/// that opens a database in that moment is told that its key cannot be set.
pub(crate) fn make_ready() {
    static READY: Once = Once::new();
    READY.call_once(|| {
        // SAFETY: it may be called at any time; what goes wrong is told again by the first database that is opened.
        unsafe { ffi::sqlite3_initialize() };
    });
}

/// Runs a statement whose rows do not matter.
pub(crate) fn set(connection: &Connection, sql: &str) -> rusqlite::Result<()> {
    let mut statement = connection.prepare(sql)?;
    let mut rows = statement.query([])?;
    while rows.next()?.is_some() {}
    Ok(())
}

/// SQLCipher would otherwise tell standard error that a page failed its check.
fn quiet(connection: &Connection) -> rusqlite::Result<()> {
    set(connection, "PRAGMA cipher_log_level = NONE")
}

/// Hands the raw key to SQLCipher in its `x'…'` form: no password derivation, the salt is the file's own.
fn set_key(connection: &Connection, key: &SubKey) -> rusqlite::Result<()> {
    const DIGITS: &[u8; 16] = b"0123456789abcdef";
    let mut phrase = Zeroizing::new(Vec::with_capacity(67));
    phrase.extend_from_slice(b"x'");
    for byte in key.bytes() {
        phrase.push(DIGITS[usize::from(byte >> 4)]);
        phrase.push(DIGITS[usize::from(byte & 15)]);
    }
    phrase.push(b'\'');
    let length = c_int::try_from(phrase.len()).expect("67 fits");
    // SAFETY: the handle is open for as long as `connection` is borrowed, "main" is a C string, and
    // SQLCipher copies `length` bytes before it returns.
    let code = unsafe {
        ffi::sqlite3_key_v2(
            connection.handle(),
            c"main".as_ptr(),
            phrase.as_ptr().cast(),
            length,
        )
    };
    if code == ffi::SQLITE_OK {
        Ok(())
    } else {
        Err(rusqlite::Error::SqliteFailure(ffi::Error::new(code), None))
    }
}
