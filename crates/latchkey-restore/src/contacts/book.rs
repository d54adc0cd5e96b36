//! What an address book file says, before any country is chosen: names, and numbers as written.

use std::collections::HashMap;

use latchkey_messages::{AddressBookEntry, NameSource};

use super::number::{self, Region};

/// Most contacts of one file.
pub(super) const MOST_CONTACTS: usize = 250_000;
/// Most numbers of one file.
pub(super) const MOST_NUMBERS: usize = 500_000;
/// Numbers without a country code that are tried for a guess.
const SAMPLE: usize = 2000;
/// Countries that are tried for a guess.
const COUNTRIES: usize = 5;

/// Somebody in an address book.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Contact {
    pub name: String,
    pub numbers: Vec<Number>,
}

/// One number of somebody.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Number {
    pub written: String,
    /// Where a number stands with several people, it is of those who prefer it.
    pub preferred: bool,
}

/// Everybody in a file.
#[derive(Debug, Default)]
pub(super) struct Book {
    contacts: Vec<Contact>,
    numbers: usize,
}

impl Book {
    /// Takes somebody in; `false` when it is more than an address book can be.
    #[must_use]
    pub(super) fn add(&mut self, contact: Contact) -> bool {
        self.numbers += contact.numbers.len();
        if !contact.numbers.is_empty() {
            self.contacts.push(contact);
        }
        self.contacts.len() <= MOST_CONTACTS && self.numbers <= MOST_NUMBERS
    }

    /// Whether nobody in it has a number.
    pub(super) fn is_empty(&self) -> bool {
        self.numbers == 0
    }

    fn written(&self) -> impl Iterator<Item = &str> {
        let numbers = self.contacts.iter().flat_map(|contact| &contact.numbers);
        numbers.map(|number| number.written.as_str())
    }

    /// Every number with its name, one name each, and how many could not be read.
    pub(super) fn entries(&self, home: Option<Region>) -> (Vec<AddressBookEntry>, u64) {
        let mut entries: Vec<(AddressBookEntry, bool)> = Vec::new();
        let mut places: HashMap<String, usize> = HashMap::new();
        let mut unread = 0;
        for contact in &self.contacts {
            for number in &contact.numbers {
                let Some(phone) = number::e164(&number.written, home) else {
                    unread += 1;
                    continue;
                };
                let place = places.entry(phone).or_insert_with_key(|phone| {
                    let entry = AddressBookEntry {
                        phone: phone.clone(),
                        name: contact.name.clone(),
                        source: NameSource::AddressBook,
                    };
                    entries.push((entry, number.preferred));
                    entries.len() - 1
                });
                if let Some((entry, preferred)) = entries.get_mut(*place)
                    && number.preferred
                    && !*preferred
                {
                    entry.name.clone_from(&contact.name);
                    *preferred = true;
                }
            }
        }
        (
            entries.into_iter().map(|(entry, _)| entry).collect(),
            unread,
        )
    }

    /// The country whose numbers this book writes without a country code, judged by the numbers of a history: that
    /// under which most of them are somebody's, else the one of most people, else the one of most numbers of the book.
    pub(super) fn guess_country(&self, phones: &[&str]) -> Option<Region> {
        let countries = number::countries(phones.iter().copied());
        let known: std::collections::HashSet<&str> = phones.iter().copied().collect();
        let local: Vec<&str> = self
            .written()
            .filter(|written| number::e164(written, None).is_none())
            .take(SAMPLE)
            .collect();
        let matches = |country: Region| {
            let read = local.iter().filter_map(|w| number::e164(w, Some(country)));
            read.filter(|phone| known.contains(phone.as_str())).count()
        };
        let best = countries
            .iter()
            .take(COUNTRIES)
            .enumerate()
            .max_by_key(|&(n, &country)| (matches(country), std::cmp::Reverse(n)));
        best.map(|(_, &country)| country).or_else(|| {
            let own: Vec<String> = self
                .written()
                .filter_map(|written| number::e164(written, None))
                .take(SAMPLE)
                .collect();
            number::countries(own.iter().map(String::as_str))
                .first()
                .copied()
        })
    }
}

/// The parts of a name in the order in which people say it.
pub(super) fn full_name(
    prefix: &str,
    given: &str,
    middle: &str,
    family: &str,
    suffix: &str,
) -> String {
    if is_east_asian(given) && is_east_asian(family) {
        return [family.trim(), given.trim()].concat();
    }
    [prefix, given, middle, family, suffix].join(" ")
}

/// Written in Han or Hangul alone: the family name comes first, without a blank.
fn is_east_asian(name: &str) -> bool {
    let name = name.trim();
    let written_so = |c: char| matches!(c, '\u{3400}'..='\u{9fff}' | '\u{ac00}'..='\u{d7a3}' | '\u{20000}'..='\u{3ffff}');
    !name.is_empty() && name.chars().all(written_so)
}

/// A name fit to be shown; `None` for nothing, and for a number that stands in the name's place.
pub(super) fn clean(name: &str) -> Option<String> {
    let words: Vec<&str> = name.split_whitespace().collect();
    latchkey_messages::clean_name(&words.join(" "))
}
