//! Reads single values whatever their type: SQLite lets any column hold anything, and these databases make use of it.
//!
//! No conversion here fails; what cannot be read as asked is `None`.

use rusqlite::Row;
use rusqlite::types::ValueRef;

/// Milliseconds of 2100-01-01: no message is younger.
const LATEST: i64 = 4_102_444_800_000;
/// Values below this are seconds, not milliseconds.
const SECONDS_BELOW: i64 = 10_000_000_000;

/// The value of a column, NULL where it cannot be fetched.
pub(crate) fn cell<'r>(row: &'r Row<'_>, column: usize) -> ValueRef<'r> {
    row.get_ref(column).unwrap_or(ValueRef::Null)
}

/// A whole number, also from text or a float.
pub(crate) fn integer(row: &Row<'_>, column: usize) -> Option<i64> {
    match cell(row, column) {
        ValueRef::Integer(number) => Some(number),
        ValueRef::Real(number) => whole(number),
        ValueRef::Text(bytes) | ValueRef::Blob(bytes) => {
            std::str::from_utf8(bytes).ok()?.trim().parse().ok()
        }
        ValueRef::Null => None,
    }
}

/// A float as a whole number, if it is in range.
#[expect(clippy::cast_possible_truncation, reason = "the range is checked")]
fn whole(number: f64) -> Option<i64> {
    (number.is_finite() && number.abs() < 9.0e18).then_some(number as i64)
}

/// A finite number, also from text.
pub(crate) fn real(row: &Row<'_>, column: usize) -> Option<f64> {
    let number = match cell(row, column) {
        ValueRef::Real(number) => number,
        ValueRef::Text(bytes) | ValueRef::Blob(bytes) => {
            std::str::from_utf8(bytes).ok()?.trim().parse().ok()?
        }
        ValueRef::Integer(number) => i32::try_from(number).ok()?.into(),
        ValueRef::Null => return None,
    };
    number.is_finite().then_some(number)
}

/// A number that is not negative.
pub(crate) fn unsigned(row: &Row<'_>, column: usize) -> Option<u64> {
    integer(row, column).and_then(|number| u64::try_from(number).ok())
}

/// A positive number that fits 32 bits: pixels, pages, scores.
pub(crate) fn positive(row: &Row<'_>, column: usize) -> Option<u32> {
    integer(row, column)
        .and_then(|number| u32::try_from(number).ok())
        .filter(|&number| number > 0)
}

/// A flag; NULL is no.
pub(crate) fn flag(row: &Row<'_>, column: usize) -> bool {
    integer(row, column).is_some_and(|number| number != 0)
}

/// A reference to another row; 0, -1 and NULL mean none.
pub(crate) fn reference(row: &Row<'_>, column: usize) -> Option<i64> {
    integer(row, column).filter(|&row| row > 0)
}

/// A time in milliseconds UTC; 0, negative and impossible ones are none, seconds become milliseconds.
pub(crate) fn time(row: &Row<'_>, column: usize) -> Option<i64> {
    possible_time(integer(row, column)?)
}

/// See [`time`].
pub(crate) fn possible_time(value: i64) -> Option<i64> {
    let milliseconds = if value < SECONDS_BELOW {
        value.checked_mul(1000)?
    } else {
        value
    };
    (1..LATEST).contains(&milliseconds).then_some(milliseconds)
}

/// Text that is not empty, decoded lossily. Numbers are text that an affinity made numbers of; bytes that are mostly
/// no text at all are none.
pub(crate) fn text(row: &Row<'_>, column: usize) -> Option<String> {
    text_of(cell(row, column))
}

/// See [`text`].
pub(crate) fn text_of(value: ValueRef<'_>) -> Option<String> {
    let text = match value {
        ValueRef::Null => return None,
        ValueRef::Integer(number) => number.to_string(),
        ValueRef::Real(number) => number.to_string(),
        ValueRef::Text(bytes) => String::from_utf8_lossy(bytes).into_owned(),
        ValueRef::Blob(bytes) => {
            let text = String::from_utf8_lossy(bytes).into_owned();
            let strange = text
                .chars()
                .filter(|&c| c == char::REPLACEMENT_CHARACTER || is_binary(c))
                .count();
            if strange * 3 > text.chars().count() {
                return None;
            }
            text
        }
    };
    let text = if text.contains('\0') {
        text.replace('\0', "")
    } else {
        text
    };
    (!text.is_empty()).then_some(text)
}

/// A control character that no text has.
fn is_binary(character: char) -> bool {
    character.is_control() && !matches!(character, '\n' | '\r' | '\t')
}

/// Bytes, at most `limit` of them; longer values are none.
pub(crate) fn bytes(row: &Row<'_>, column: usize, limit: usize) -> Option<Vec<u8>> {
    match cell(row, column) {
        ValueRef::Blob(bytes) | ValueRef::Text(bytes)
            if !bytes.is_empty() && bytes.len() <= limit =>
        {
            Some(bytes.to_vec())
        }
        _ => None,
    }
}

#[cfg(test)]
mod tests;
