//! An address book as a table: what Google Contacts and Outlook export, and any table with names and numbers.
//!
//! Columns are known by the words at their head where those are known words, else by what stands in them: a column of
//! numbers is one, whatever language its head is in.

mod columns;

use std::collections::HashSet;

use csv::{ReaderBuilder, StringRecord};

use super::book::{Contact, Number};
use super::number::looks_like_one;
use columns::Columns;

/// Rows by which the columns are judged.
const SAMPLE: usize = 500;
/// Most columns of a table that are looked at.
const MOST_COLUMNS: usize = 500;
/// What stands between the cells of a row.
const DELIMITERS: [u8; 4] = [b',', b';', b'\t', b'|'];

/// Why a text is no address book.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Fault {
    /// It is no table.
    NotATable,
    /// No column of it holds numbers, or none holds names.
    NoNumbers,
}

/// Hands out everybody in the table, until `each` says stop.
pub(super) fn read(text: &str, each: &mut dyn FnMut(Contact) -> bool) -> Result<(), Fault> {
    let (text, named) = without_hint(text);
    let delimiter = named
        .or_else(|| delimiter_of(text))
        .ok_or(Fault::NotATable)?;
    let sample: Vec<StringRecord> = records(text, delimiter).take(SAMPLE).collect();
    let columns = Columns::of(&sample).ok_or(Fault::NoNumbers)?;
    let rows = records(text, delimiter).skip(usize::from(columns.has_head));
    for row in rows {
        let Some(name) = columns.name(&row) else {
            continue;
        };
        let mut seen = HashSet::new();
        let cells = columns.numbers.iter().filter_map(|&at| row.get(at));
        let numbers = cells
            .flat_map(numbers_of)
            .filter(|number| seen.insert(number.clone()));
        let numbers = numbers.map(|written| Number {
            written,
            preferred: false,
        });
        let contact = Contact {
            name,
            numbers: numbers.collect(),
        };
        if !each(contact) {
            break;
        }
    }
    Ok(())
}

/// The first line by which spreadsheets are told the delimiter: `sep=;`.
fn without_hint(text: &str) -> (&str, Option<u8>) {
    let rest = text
        .strip_prefix("sep=")
        .and_then(|rest| rest.split_once('\n'));
    match rest {
        Some((hint, rest)) => {
            let named = hint.trim_end_matches('\r').as_bytes().first().copied();
            (rest, named.filter(|named| DELIMITERS.contains(named)))
        }
        None => (text, None),
    }
}

/// The delimiter that gives most rows the same number of cells, and more than one.
fn delimiter_of(text: &str) -> Option<u8> {
    let score = |delimiter: u8| {
        let rows: Vec<usize> = records(text, delimiter)
            .take(50)
            .map(|row| row.len())
            .collect();
        let usual = most_frequent(&rows)?;
        let like_it = rows.iter().filter(|&&cells| cells == usual).count();
        (usual > 1).then_some((like_it * 100 / rows.len().max(1), usual))
    };
    let scored = DELIMITERS
        .into_iter()
        .filter_map(|delimiter| Some((score(delimiter)?, delimiter)));
    // The first of equals: `max_by_key` would take the last.
    scored
        .rev()
        .max_by_key(|(score, _)| *score)
        .map(|(_, delimiter)| delimiter)
}

fn most_frequent(numbers: &[usize]) -> Option<usize> {
    numbers.iter().copied().max_by_key(|&number| {
        (
            numbers.iter().filter(|&&other| other == number).count(),
            number,
        )
    })
}

/// The rows; one that cannot be read is left out.
fn records(text: &str, delimiter: u8) -> impl Iterator<Item = StringRecord> + '_ {
    ReaderBuilder::new()
        .delimiter(delimiter)
        .has_headers(false)
        .flexible(true)
        .from_reader(text.as_bytes())
        .into_records()
        .filter_map(Result::ok)
        .filter(|row| row.len() <= MOST_COLUMNS && row.iter().any(|cell| !cell.trim().is_empty()))
}

/// The numbers in a cell: Google puts ` ::: ` between several.
fn numbers_of(cell: &str) -> impl Iterator<Item = String> {
    cell.split([';', ',', '\n', '|'])
        .flat_map(|part| part.split(":::"))
        .map(str::trim)
        .filter(|part| looks_like_one(part))
        .map(str::to_owned)
}
