//! Address book files (vCard, CSV) as names for the people of a history.
//!
//! Numbers are brought to the form in which a chat database knows them; a number without a country code is read as one
//! of the home country. Nothing but names and numbers is taken, and no error or log repeats one.

mod book;
mod lines;
mod number;
mod table;
mod text;
mod update;
mod vcard;

use std::io::{self, BufRead, BufReader, Read};
use std::path::{Path, PathBuf};

use latchkey_messages::AddressBookEntry;

use book::Book;
use number::Region;
pub(crate) use number::region;
pub use update::{
    ChangeContactsError, ContactsReport, forget_contacts, guess_country, import_contacts,
    is_country,
};

use crate::code::{ErrorCode, HasCode};
use crate::disk::open_regular;

/// Largest file of cards read, bytes: pictures inside make them big, and are passed over.
const MAX_CARDS: u64 = 1 << 30;

/// Largest table read, and largest file of cards in UTF-16, bytes: these are held in memory.
const MAX_TABLE: u64 = 32 << 20;

/// By how much of the beginning a file is judged, bytes.
const BEGINNING: usize = 64 * 1024;

/// Why an address book was not read.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum ReadContactsError {
    /// It is neither vCard nor a table.
    #[error("no contacts in this file")]
    NotContacts {
        /// The file.
        path: PathBuf,
    },
    /// There is nothing in it.
    #[error("the file is empty")]
    Empty {
        /// The file.
        path: PathBuf,
    },
    /// There are contacts in it, but none with a name and a phone number.
    #[error("no phone numbers in this file")]
    NoNumbers {
        /// The file.
        path: PathBuf,
    },
    /// None of its numbers has a country code, and nothing tells which country they are of.
    #[error("the numbers have no country code")]
    NoCountry {
        /// The file.
        path: PathBuf,
    },
    /// Larger than an address book can be.
    #[error("larger than an address book can be")]
    TooLarge {
        /// The file.
        path: PathBuf,
    },
    /// Reading failed.
    #[error("the contacts cannot be read")]
    Io {
        /// The file.
        path: PathBuf,
        /// What the system said.
        source: io::Error,
    },
}

impl ReadContactsError {
    /// The file.
    #[must_use]
    pub fn path(&self) -> &Path {
        match self {
            Self::NotContacts { path }
            | Self::Empty { path }
            | Self::NoNumbers { path }
            | Self::NoCountry { path }
            | Self::TooLarge { path }
            | Self::Io { path, .. } => path,
        }
    }

    /// The word for what is wrong with the file, where the code alone does not say it: `not_contacts`, `empty`,
    /// `no_numbers`, `no_country`, `too_many`.
    #[must_use]
    pub fn reason(&self) -> Option<&'static str> {
        match self {
            Self::NotContacts { .. } => Some("not_contacts"),
            Self::Empty { .. } => Some("empty"),
            Self::NoNumbers { .. } => Some("no_numbers"),
            Self::NoCountry { .. } => Some("no_country"),
            Self::TooLarge { .. } => Some("too_many"),
            Self::Io { .. } => None,
        }
    }
}

impl HasCode for ReadContactsError {
    fn code(&self) -> ErrorCode {
        match self {
            Self::NotContacts { .. }
            | Self::Empty { .. }
            | Self::NoNumbers { .. }
            | Self::NoCountry { .. } => ErrorCode::NotABackup,
            Self::TooLarge { .. } => ErrorCode::TooLarge,
            Self::Io { source, .. } => source.code(),
        }
    }
}

/// Reads an address book file. `country`: two letters, empty or unknown for none.
///
/// # Errors
/// [`ReadContactsError`].
pub fn read_contacts(
    path: &Path,
    country: &str,
) -> Result<Vec<AddressBookEntry>, ReadContactsError> {
    Ok(read_with(path, number::region(country), &[])?.entries)
}

/// An address book with its numbers in the form of a chat database.
pub(crate) struct Reading {
    pub entries: Vec<AddressBookEntry>,
    /// What was written where a number stands and could not be read as one.
    pub unread: u64,
    /// The country of the numbers without a country code.
    pub country: Option<Region>,
    /// Nobody had said which.
    pub guessed: bool,
}

/// Reads an address book; without a country, that of the numbers of people in the chats is looked for.
pub(crate) fn read_with(
    path: &Path,
    country: Option<Region>,
    phones: &[&str],
) -> Result<Reading, ReadContactsError> {
    let book = read_book(path)?;
    let chosen = country.or_else(|| book.guess_country(phones));
    let (entries, unread) = book.entries(chosen);
    if entries.is_empty() {
        return Err(ReadContactsError::NoCountry {
            path: path.to_owned(),
        });
    }
    Ok(Reading {
        entries,
        unread,
        country: chosen,
        guessed: country.is_none() && chosen.is_some(),
    })
}

/// Everybody in a file who has a name and a number, or what may be one.
fn read_book(path: &Path) -> Result<Book, ReadContactsError> {
    let own = || path.to_owned();
    let failed = |source| ReadContactsError::Io {
        path: own(),
        source,
    };
    let file = open_regular(path).map_err(failed)?;
    let mut reader = BufReader::with_capacity(BEGINNING, file.take(MAX_CARDS + 1));
    let beginning = reader.fill_buf().map_err(failed)?.to_owned();
    if beginning.trim_ascii().is_empty() {
        return Err(ReadContactsError::Empty { path: own() });
    }
    let book = if vcard::is_one(&text::decoded(&beginning, None)) {
        read_cards(&mut reader, text::mark(&beginning))
    } else {
        read_table(&mut reader)
    };
    let book = book.map_err(|error| match error {
        Unread::TooLarge => ReadContactsError::TooLarge { path: own() },
        Unread::NotContacts => ReadContactsError::NotContacts { path: own() },
        Unread::NoNumbers => ReadContactsError::NoNumbers { path: own() },
        Unread::Io(source) => failed(source),
    })?;
    match book.is_empty() {
        true => Err(ReadContactsError::NoNumbers { path: own() }),
        false => Ok(book),
    }
}

/// Why there is no book, before it is said of which file.
enum Unread {
    TooLarge,
    NotContacts,
    NoNumbers,
    Io(io::Error),
}

impl From<io::Error> for Unread {
    fn from(error: io::Error) -> Self {
        Self::Io(error)
    }
}

fn read_cards(
    reader: &mut BufReader<io::Take<std::fs::File>>,
    mark: text::Mark,
) -> Result<Book, Unread> {
    let mut book = Book::default();
    let mut too_large = false;
    let mut add = |contact| {
        too_large = !book.add(contact);
        match too_large {
            true => Err(io::Error::from(io::ErrorKind::FileTooLarge)),
            false => Ok(()),
        }
    };
    let read = match mark {
        text::Mark::Bytes => vcard::read(reader, &mut add),
        text::Mark::Utf16 => {
            let text = whole_text(reader)?;
            vcard::read(&mut text.as_bytes(), &mut add)
        }
    };
    if too_large || reader.get_ref().limit() == 0 {
        return Err(Unread::TooLarge);
    }
    read?;
    Ok(book)
}

fn read_table(reader: &mut BufReader<io::Take<std::fs::File>>) -> Result<Book, Unread> {
    let text = whole_text(reader)?;
    // Pictures, archives, spreadsheets in their own format.
    if text.contains('\0') {
        return Err(Unread::NotContacts);
    }
    let mut book = Book::default();
    let mut too_large = false;
    let read = table::read(&text, &mut |contact| {
        too_large = !book.add(contact);
        !too_large
    });
    match read {
        _ if too_large => Err(Unread::TooLarge),
        Ok(()) => Ok(book),
        Err(table::Fault::NotATable) => Err(Unread::NotContacts),
        Err(table::Fault::NoNumbers) => Err(Unread::NoNumbers),
    }
}

fn whole_text(reader: &mut dyn BufRead) -> Result<String, Unread> {
    let mut bytes = Vec::new();
    reader.take(MAX_TABLE + 1).read_to_end(&mut bytes)?;
    if bytes.len() as u64 > MAX_TABLE {
        return Err(Unread::TooLarge);
    }
    Ok(text::decoded(&bytes, None))
}

#[cfg(test)]
mod tests;
