//! An address book file (vCard 3 and 4) as names for phone numbers.
//!
//! Numbers are brought to the form in which the chat database knows them; a number without a country code is read as
//! one of the home country. Nothing but names and numbers is taken.

mod number;

use std::io::Read;
use std::path::{Path, PathBuf};

use calcard::vcard::{VCard, VCardProperty, VCardValue};
use calcard::{Entry, Parser};
use latchkey_messages::{AddressBookEntry, NameSource};

pub(crate) use number::guess_home_country;
use number::{Region, spellings};

use crate::code::{ErrorCode, HasCode};
use crate::disk::open_regular;

/// Largest address book read, bytes: pictures inside make them big.
const MAX_SIZE: u64 = 256 << 20;

/// Why an address book was not read.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum ReadContactsError {
    /// There is no vCard in it.
    #[error("no contacts in this file")]
    NotContacts {
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
        source: std::io::Error,
    },
}

impl HasCode for ReadContactsError {
    fn code(&self) -> ErrorCode {
        match self {
            Self::NotContacts { .. } => ErrorCode::NotABackup,
            Self::TooLarge { .. } => ErrorCode::TooLarge,
            Self::Io { source, .. } => source.code(),
        }
    }
}

/// Reads a `.vcf` file. `home_country`: two letters, empty or unknown for none.
///
/// # Errors
/// [`ReadContactsError`].
pub fn read_contacts(
    path: &Path,
    home_country: &str,
) -> Result<Vec<AddressBookEntry>, ReadContactsError> {
    let failed = |source| ReadContactsError::Io {
        path: path.to_owned(),
        source,
    };
    let mut bytes = Vec::new();
    let file = open_regular(path).map_err(failed)?;
    file.take(MAX_SIZE + 1)
        .read_to_end(&mut bytes)
        .map_err(failed)?;
    if bytes.len() as u64 > MAX_SIZE {
        return Err(ReadContactsError::TooLarge {
            path: path.to_owned(),
        });
    }
    let text = String::from_utf8_lossy(&bytes);
    entries(&text, Region::from_code(home_country).ok()).ok_or_else(|| {
        ReadContactsError::NotContacts {
            path: path.to_owned(),
        }
    })
}

/// Every number with its name; `None` when the text holds no vCard at all.
fn entries(text: &str, home: Option<Region>) -> Option<Vec<AddressBookEntry>> {
    let mut parser = Parser::new(text.trim_start_matches('\u{feff}'));
    let mut found = Vec::new();
    let mut cards = 0_u64;
    loop {
        match parser.entry() {
            Entry::VCard(card) => {
                cards += 1;
                found.extend(names_of(&card, home));
            }
            Entry::Eof => break,
            // Broken cards and other things between them are stepped over.
            _ => {}
        }
    }
    (cards > 0).then_some(found)
}

fn names_of(card: &VCard, home: Option<Region>) -> Vec<AddressBookEntry> {
    let Some(name) = name_of(card) else {
        return Vec::new();
    };
    let mut phones: Vec<String> = Vec::new();
    for entry in card
        .entries
        .iter()
        .filter(|entry| entry.name == VCardProperty::Tel)
    {
        // WhatsApp's own cards carry the number it knows as a parameter.
        let known = entry
            .params
            .iter()
            .filter(|p| p.name.as_str().eq_ignore_ascii_case("waid"));
        let known = known
            .filter_map(|p| p.value.as_text())
            .map(|digits| format!("+{digits}"));
        let written = entry
            .values
            .iter()
            .filter_map(VCardValue::as_text)
            .map(str::to_owned);
        phones.extend(
            known
                .chain(written)
                .flat_map(|number| spellings(&number, home)),
        );
    }
    phones.sort();
    phones.dedup();
    phones
        .into_iter()
        .map(|phone| AddressBookEntry {
            phone,
            name: name.clone(),
            source: NameSource::AddressBook,
        })
        .collect()
}

/// The name to show: as written, else given and family name, else the organisation.
fn name_of(card: &VCard) -> Option<String> {
    let texts = |property: VCardProperty| {
        let entries = card
            .entries
            .iter()
            .filter(move |entry| entry.name == property);
        entries.map(|entry| entry.values.iter().filter_map(parts_of).collect::<Vec<_>>())
    };
    let shown = texts(VCardProperty::Fn).map(|parts| parts.concat().join(" "));
    let structured = texts(VCardProperty::N).map(|parts| {
        let parts = parts.concat();
        let part = |at: usize| parts.get(at).map(String::as_str).unwrap_or_default();
        // Prefix, given, middle, family, suffix (RFC 6350, 6.2.2 has family first).
        [part(3), part(1), part(2), part(0), part(4)].join(" ")
    });
    let organisation = texts(VCardProperty::Org).map(|parts| parts.concat().join(" "));
    let clean = |name: String| name.split_whitespace().collect::<Vec<_>>().join(" ");
    shown
        .chain(structured)
        .chain(organisation)
        .map(clean)
        .find(|name| !name.is_empty())
}

fn parts_of(value: &VCardValue) -> Option<Vec<String>> {
    match value {
        VCardValue::Component(parts) => Some(parts.clone()),
        other => other.as_text().map(|text| vec![text.to_owned()]),
    }
}

#[cfg(test)]
mod tests;
