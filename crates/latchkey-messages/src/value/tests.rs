//! Claims about values whose type is not the declared one.

use rusqlite::Connection;

use super::*;

fn one<T>(sql: &str, read: impl Fn(&Row<'_>) -> T) -> T {
    let connection = Connection::open_in_memory().unwrap();
    connection.query_row(sql, [], |row| Ok(read(row))).unwrap()
}

#[test]
fn times_that_cannot_be_are_none() {
    for impossible in [
        "0",
        "-1",
        "NULL",
        "9223372036854775807",
        "-9223372036854775808",
        "9e99",
        "'soon'",
        "x'00ff'",
    ] {
        assert_eq!(
            one(&format!("SELECT {impossible}"), |row| time(row, 0)),
            None,
            "{impossible}"
        );
    }
}

#[test]
fn seconds_become_milliseconds() {
    assert_eq!(
        one("SELECT 1650000000", |row| time(row, 0)),
        Some(1_650_000_000_000)
    );
    assert_eq!(
        one("SELECT 1650000000123", |row| time(row, 0)),
        Some(1_650_000_000_123)
    );
    assert_eq!(
        one("SELECT '1650000000'", |row| time(row, 0)),
        Some(1_650_000_000_000)
    );
}

#[test]
fn text_is_read_from_any_type() {
    assert_eq!(
        one("SELECT x'68c3a9'", |row| text(row, 0)),
        Some("hé".into())
    );
    assert_eq!(
        one("SELECT CAST(x'68ff69' AS TEXT)", |row| text(row, 0)),
        Some("h\u{fffd}i".into())
    );
    assert_eq!(one("SELECT 7", |row| text(row, 0)), Some("7".into()));
    assert_eq!(
        one("SELECT CAST(x'610062' AS TEXT)", |row| text(row, 0)),
        Some("ab".into())
    );
    assert_eq!(one("SELECT x'aced000573ff00'", |row| text(row, 0)), None);
    assert_eq!(one("SELECT ''", |row| text(row, 0)), None);
}

#[test]
fn numbers_are_read_from_text() {
    assert_eq!(one("SELECT ' 13 '", |row| integer(row, 0)), Some(13));
    assert_eq!(one("SELECT 13.0", |row| integer(row, 0)), Some(13));
    assert_eq!(
        one("SELECT 4398113619968", |row| integer(row, 0)),
        Some(4_398_113_619_968)
    );
    assert_eq!(one("SELECT -1", |row| reference(row, 0)), None);
}
