//! An address book into a history that is open, or out of it: everybody's name follows, nothing is restored again.

use std::path::Path;

use latchkey_index::{Index, QueryError, UpdateError};
use serde::Serialize;

use super::number;
use super::{ReadContactsError, read_with};
use crate::code::{ErrorCode, HasCode};
use crate::history::{History, OpenHistoryError};

/// Why the address book of a history was not changed. The history is as it was, and stays open.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum ChangeContactsError {
    /// The file cannot be read.
    #[error("the address book cannot be read: {0}")]
    Read(#[from] ReadContactsError),
    /// No country has these letters.
    #[error("no such country")]
    UnknownCountry,
    /// The history cannot be written: in use, damaged, no right to.
    #[error("the history cannot be written: {0}")]
    History(#[from] OpenHistoryError),
    /// The index cannot be read.
    #[error("the index cannot be read")]
    Query(#[from] QueryError),
    /// The index cannot be changed.
    #[error("the index cannot be changed")]
    Update(#[from] UpdateError),
}

impl HasCode for ChangeContactsError {
    fn code(&self) -> ErrorCode {
        match self {
            Self::Read(source) => source.code(),
            Self::UnknownCountry => ErrorCode::Usage,
            Self::History(source) => source.code(),
            Self::Query(source) => source.code(),
            Self::Update(source) => source.code(),
        }
    }
}

impl ChangeContactsError {
    /// The word for what is wrong with the file ([`ReadContactsError::reason`]).
    #[must_use]
    pub fn reason(&self) -> Option<&'static str> {
        match self {
            Self::Read(source) => source.reason(),
            Self::UnknownCountry => Some("unknown_country"),
            _ => None,
        }
    }
}

/// What an imported address book did, with the names of `contacts import --json` (docs/cli.md).
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct ContactsReport {
    /// Numbers with a name in the file.
    pub entries: u64,
    /// Of these, numbers of somebody in the history.
    pub matched: u64,
    /// People who are called by the file now.
    pub people_named: u64,
    /// What was written where a number stands and could not be read as one: no number, or one without a country code.
    pub unread: u64,
    /// Two letters of the country whose numbers the file writes without a country code.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub country: Option<String>,
    /// Nobody had said which; it can be changed by importing the file again.
    pub country_guessed: bool,
}

/// Whether these are the two letters of a country that has phone numbers.
#[must_use]
pub fn is_country(letters: &str) -> bool {
    number::region(letters).is_some()
}

/// The country that most people of a history have numbers of, as two letters.
///
/// # Errors
/// What reading the index meets.
pub fn guess_country(index: &Index) -> Result<Option<String>, QueryError> {
    let people = index.people()?;
    let phones = people.iter().filter_map(|person| person.phone.as_deref());
    Ok(number::countries(phones)
        .first()
        .copied()
        .map(number::letters))
}

/// Adds an address book file (vCard, CSV) to an open history, in one transaction: names of people, chats and messages
/// follow at once, and so do people of later imports. A number that was in an earlier file gets its newer name.
/// `country`: two letters, empty for a guess. Nobody else may have the history open meanwhile.
///
/// # Errors
/// [`ChangeContactsError`].
pub fn import_contacts(
    history: &mut History,
    path: &Path,
    country: &str,
) -> Result<ContactsReport, ChangeContactsError> {
    let chosen = match country.trim() {
        "" => None,
        letters => Some(number::region(letters).ok_or(ChangeContactsError::UnknownCountry)?),
    };
    let people = history.index().people()?;
    let phones: Vec<&str> = people.iter().filter_map(|p| p.phone.as_deref()).collect();
    let read = read_with(path, chosen, &phones)?;
    let change = |index: &mut Index| Ok(index.add_to_address_book(&read.entries)?);
    let report = history.change_index::<_, ChangeContactsError>(change)?;
    Ok(ContactsReport {
        entries: report.entries,
        matched: report.matched,
        people_named: report.people_named,
        unread: read.unread,
        country: read.country.map(number::letters),
        country_guessed: read.guessed,
    })
}

/// Takes every imported address book out of an open history: names fall back to what the backups know. How many
/// entries were forgotten.
///
/// # Errors
/// [`ChangeContactsError`].
pub fn forget_contacts(history: &mut History) -> Result<u64, ChangeContactsError> {
    history.change_index::<_, ChangeContactsError>(|index| Ok(index.forget_address_book()?))
}
