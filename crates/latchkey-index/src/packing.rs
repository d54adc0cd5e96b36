//! Texts in fewer bytes: frequent strings of up to eight bytes become codes of one (FSST: Boncz, Neumann, Leis,
//! "Fast Static Symbol Table", VLDB 2020).
//!
//! Which strings is learnt from some texts of the first import and never changes: whatever was packed is unpacked for
//! as long as the index lives. Every text is packed on its own, so that it is read without any other. In the tables a
//! packed text is a blob; one that would not become shorter stays a text, and so do all where nothing was learnt.
//! SQL says `pack(…)` and `unpack(…)`.

use std::sync::Arc;

use fsst::{Compressor, Symbol};
use rusqlite::functions::{Context, FunctionFlags};
use rusqlite::types::{ToSqlOutput, Value, ValueRef};
use rusqlite::{Connection, Error, OptionalExtension, ffi};

/// Texts that are learnt from at most, and bytes of each.
pub(crate) const SAMPLES: usize = 4096;
const SAMPLE_LENGTH: usize = 256;
/// Fewer bytes than this teach nothing.
const LEAST: usize = 4096;
/// The code that says: the next byte stands for itself.
const ESCAPE: u8 = 255;
/// A stored symbol: its length, then its bytes, padded to eight.
const STORED: usize = 9;

/// Makes `pack` and `unpack` known to an open tables database.
pub(crate) fn install(tables: &Connection) -> rusqlite::Result<()> {
    let stored: Option<Vec<u8>> = tables
        .query_row("SELECT value FROM meta WHERE name = 'symbols'", [], |row| {
            row.get(0)
        })
        .optional()?;
    let symbols = stored.map(|stored| read(&stored).ok_or_else(damaged));
    define(tables, symbols.transpose()?)
}

/// Learns from some texts of a history that has none yet, and keeps what was learnt.
pub(crate) fn learn(tables: &Connection, texts: &[String]) -> rusqlite::Result<()> {
    let samples = texts.iter().take(SAMPLES).map(|text| {
        let text = text.as_bytes();
        text.get(..SAMPLE_LENGTH).unwrap_or(text)
    });
    let samples: Vec<&[u8]> = samples.collect();
    if samples.iter().map(|sample| sample.len()).sum::<usize>() < LEAST {
        return Ok(());
    }
    let symbols = Compressor::train(&samples);
    tables.execute(
        "INSERT OR REPLACE INTO meta VALUES('symbols', ?1)",
        [to_bytes(&symbols)],
    )?;
    define(tables, Some(symbols))
}

fn to_bytes(symbols: &Compressor) -> Vec<u8> {
    let lengths = symbols.symbol_lengths().iter();
    lengths
        .zip(symbols.symbol_table())
        .flat_map(|(&length, symbol)| std::iter::once(length).chain(symbol.to_u64().to_le_bytes()))
        .collect()
}

/// Reads what [`to_bytes`] wrote; `None` for anything else: the library takes only lengths in the order that it gives them,
/// from two to eight, then one. That no two of them are in each other's way is not looked at again: the page that they come
/// from is authenticated, so that only we can have written them.
fn read(stored: &[u8]) -> Option<Compressor> {
    let (stored, rest) = stored.as_chunks::<STORED>();
    let lengths: Vec<u8> = stored.iter().map(|[length, ..]| *length).collect();
    let rank = |length: u8| if length == 1 { 9 } else { length };
    let ordered = lengths.is_sorted_by_key(|&length| rank(length));
    if !rest.is_empty()
        || !ordered
        || stored.len() > usize::from(ESCAPE)
        || lengths.iter().any(|length| !(1..=8).contains(length))
    {
        return None;
    }
    let symbols: Vec<Symbol> = stored
        .iter()
        .map(|[_, bytes @ ..]| Symbol::from_slice(bytes))
        .collect();
    Some(Compressor::rebuild_from(symbols, lengths))
}

fn define(tables: &Connection, symbols: Option<Compressor>) -> rusqlite::Result<()> {
    let flags = FunctionFlags::SQLITE_UTF8 | FunctionFlags::SQLITE_DETERMINISTIC;
    let packing = symbols.map(Arc::new);
    let unpacking = packing.clone();
    tables.create_scalar_function("pack", 1, flags, move |context| {
        Ok(pack(packing.as_deref(), context))
    })?;
    tables.create_scalar_function("unpack", 1, flags, move |context| {
        unpack(unpacking.as_deref(), context)
    })
}

fn pack(symbols: Option<&Compressor>, context: &Context<'_>) -> ToSqlOutput<'static> {
    if let (Some(symbols), ValueRef::Text(text)) = (symbols, context.get_raw(0)) {
        let packed = symbols.compress(text);
        if packed.len() < text.len() {
            return ToSqlOutput::Owned(Value::Blob(packed));
        }
    }
    ToSqlOutput::Arg(0)
}

fn unpack(
    symbols: Option<&Compressor>,
    context: &Context<'_>,
) -> rusqlite::Result<ToSqlOutput<'static>> {
    let ValueRef::Blob(packed) = context.get_raw(0) else {
        return Ok(ToSqlOutput::Arg(0));
    };
    let text = symbols
        .filter(|_| is_whole(packed))
        .and_then(|symbols| String::from_utf8(symbols.decompressor().decompress(packed)).ok());
    text.map(|text| ToSqlOutput::Owned(Value::Text(text)))
        .ok_or_else(damaged)
}

/// The last code is not an escape without its byte, which the library takes for a fault of its caller. After any other
/// byte a code follows, so that of the bytes 255 at the end each second one is escaped by the one before.
fn is_whole(packed: &[u8]) -> bool {
    let at_the_end = packed.iter().rev().take_while(|&&code| code == ESCAPE);
    at_the_end.count().is_multiple_of(2)
}

/// Only a damaged index has a blob here that is no packed text.
fn damaged() -> Error {
    Error::SqliteFailure(ffi::Error::new(ffi::SQLITE_CORRUPT), None)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn tables() -> Connection {
        let tables = Connection::open_in_memory().unwrap();
        tables
            .execute_batch("CREATE TABLE meta(name TEXT PRIMARY KEY, value ANY) STRICT")
            .unwrap();
        install(&tables).unwrap();
        tables
    }

    fn learnt() -> Connection {
        let tables = tables();
        let text = "see you tomorrow at the station, or bei der Bücherei, или в библиотеке";
        learn(&tables, &vec![text.to_owned(); 200]).unwrap();
        tables
    }

    fn asked(tables: &Connection, sql: &str) -> Value {
        tables.query_row(sql, [], |row| row.get(0)).unwrap()
    }

    #[test]
    fn sql_packs_once_something_was_learnt_and_unpacks_ever_after() {
        let text = Value::Text("see you at the station tomorrow".to_owned());
        let packed = "SELECT pack('see you at the station tomorrow')";
        assert_eq!(asked(&tables(), packed), text);
        let tables = learnt();
        let Value::Blob(short) = asked(&tables, packed) else {
            panic!("it is not packed");
        };
        assert!(short.len() < 31, "{}", short.len());
        // As another process that opens the index later.
        install(&tables).unwrap();
        assert_eq!(asked(&tables, packed), Value::Blob(short));
        let both = "SELECT unpack(pack('see you at the station tomorrow'))";
        assert_eq!(asked(&tables, both), text);
        assert_eq!(
            asked(&tables, "SELECT unpack('plain')"),
            Value::Text("plain".to_owned())
        );
        assert_eq!(asked(&tables, "SELECT unpack(NULL)"), Value::Null);
        assert_eq!(asked(&tables, "SELECT pack(NULL)"), Value::Null);
    }

    #[test]
    fn few_texts_teach_nothing() {
        let tables = tables();
        learn(&tables, &["a few words".to_owned()]).unwrap();
        let packed = asked(&tables, "SELECT pack('a few words')");
        assert_eq!(packed, Value::Text("a few words".to_owned()));
    }

    #[test]
    fn a_blob_that_is_no_packed_text_is_damage_and_never_an_empty_text() {
        for (tables, what) in [
            (learnt(), "x'ff'"),
            (learnt(), "x'ffffff'"),
            (tables(), "x'00'"),
        ] {
            let found = tables.query_row(&format!("SELECT unpack({what})"), [], |row| {
                row.get::<_, Option<String>>(0)
            });
            let code = found.unwrap_err().sqlite_error_code();
            assert_eq!(code, Some(ffi::ErrorCode::DatabaseCorrupt), "{what}");
        }
        let tables = tables();
        tables
            .execute("INSERT INTO meta VALUES('symbols', x'0900000000')", [])
            .unwrap();
        assert!(install(&tables).is_err());
    }

    proptest::proptest! {
        #[test]
        fn every_text_survives(
            texts in proptest::collection::vec(".{0,60}", 1..20),
            taught in proptest::prelude::any::<bool>(),
        ) {
            let tables = if taught { tables() } else { learnt() };
            if taught {
                learn(&tables, &texts.iter().cycle().take(4000).cloned().collect::<Vec<_>>()).unwrap();
            }
            install(&tables).unwrap();
            for text in &texts {
                let back: String = tables
                    .query_row("SELECT unpack(pack(?1))", [text], |row| row.get(0))
                    .unwrap();
                proptest::prop_assert_eq!(&back, text);
            }
        }

        #[test]
        fn any_bytes_are_a_text_or_damage(bytes in proptest::collection::vec(proptest::prelude::any::<u8>(), 0..99)) {
            let tables = learnt();
            let read = tables.query_row("SELECT unpack(?1)", [&bytes], |row| row.get::<_, String>(0));
            let code = read.err().and_then(|error| error.sqlite_error_code());
            proptest::prop_assert!(code.is_none_or(|code| code == ffi::ErrorCode::DatabaseCorrupt));
        }
    }
}
