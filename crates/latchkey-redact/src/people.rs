//! Finds whom a rule means, and everything that they are known by.

use std::collections::{BTreeSet, HashMap};

use latchkey_index::{PersonId, PersonRow, TokenStream};
use latchkey_messages::NameSource;

use crate::error::RedactError;

/// Names of fewer letters would be found everywhere.
const FEWEST_LETTERS: usize = 3;
/// Numbers of fewer digits are no numbers of people.
const FEWEST_DIGITS: usize = 5;

/// Everyone, by whatever a rule may call them.
pub(crate) struct Everyone<'h> {
    people: &'h [PersonRow],
    names: HashMap<PersonId, BTreeSet<&'h str>>,
    stream: TokenStream,
}

impl<'h> Everyone<'h> {
    pub(crate) fn new(
        people: &'h [PersonRow],
        names: &'h [(PersonId, NameSource, String)],
    ) -> Self {
        let mut of_each: HashMap<PersonId, BTreeSet<&str>> = HashMap::new();
        for (person, _, name) in names {
            of_each.entry(*person).or_default().insert(name);
        }
        for person in people {
            let name = person.name.as_deref();
            of_each.entry(person.id).or_default().extend(name);
        }
        Self {
            people,
            names: of_each,
            stream: TokenStream::default(),
        }
    }

    /// The one person whom a rule means: `id:12`, a number, a private number, or a name in any case.
    pub(crate) fn meant(&mut self, text: &str, line: usize) -> Result<PersonId, RedactError> {
        let text = text.trim();
        let found: Vec<PersonId> = if let Some(id) = text.strip_prefix("id:") {
            let id = id.trim().parse().ok().map(PersonId);
            self.with(|person| Some(person.id) == id)
        } else if let Some(digits) = number(text) {
            self.with(|person| numbers(person).any(|number| number == digits))
        } else {
            self.named(text)
        };
        match found.as_slice() {
            [one] => Ok(*one),
            [] => Err(RedactError::UnknownPerson { line }),
            _ => Err(RedactError::SeveralPeople { line }),
        }
    }

    fn with(&self, fits: impl Fn(&PersonRow) -> bool) -> Vec<PersonId> {
        let found = self.people.iter().filter(|person| fits(person));
        found.map(|person| person.id).collect()
    }

    fn named(&mut self, wanted: &str) -> Vec<PersonId> {
        let wanted = tokens(&mut self.stream, wanted);
        let mut found = Vec::new();
        for person in self.people {
            let names = self.names.get(&person.id).into_iter().flatten();
            let mut names = names.map(|name| tokens(&mut self.stream, name));
            if !wanted.is_empty() && names.any(|name| name == wanted) {
                found.push(person.id);
            }
        }
        found
    }

    /// Names by which somebody is looked for in texts.
    pub(crate) fn names_of(&self, person: PersonId) -> impl Iterator<Item = &'h str> + '_ {
        let names = self.names.get(&person).into_iter().flatten().copied();
        names.filter(|name| name.chars().filter(|c| c.is_alphabetic()).count() >= FEWEST_LETTERS)
    }

    /// Numbers by which somebody is looked for, private ones too.
    pub(crate) fn numbers_of(&self, person: PersonId) -> Vec<String> {
        let found = self.people.iter().find(|known| known.id == person);
        let all = found.into_iter().flat_map(numbers);
        all.filter(|digits| digits.len() >= FEWEST_DIGITS).collect()
    }
}

fn tokens(stream: &mut TokenStream, text: &str) -> Vec<String> {
    let mut tokens = Vec::new();
    stream.tokens(text, |_, token, _| tokens.push(token.to_owned()));
    tokens
}

/// The digits of what looks like a number.
fn number(text: &str) -> Option<String> {
    let digits: String = text.chars().filter(char::is_ascii_digit).collect();
    let other = |c: char| !c.is_ascii_digit() && !matches!(c, '+' | ' ' | '-' | '(' | ')' | '.');
    (digits.len() >= FEWEST_DIGITS && !text.contains(other)).then_some(digits)
}

/// Every number and private number of somebody, digits alone.
fn numbers(person: &PersonRow) -> impl Iterator<Item = String> + '_ {
    let all = person.phone.iter().chain(&person.former_phones);
    let addresses = person.lids.iter().chain([&person.address]);
    let own = addresses.map(|address| address.split(['@', ':', '.']).next().unwrap_or_default());
    all.map(String::as_str)
        .chain(own)
        .map(|text| {
            text.chars()
                .filter(char::is_ascii_digit)
                .collect::<String>()
        })
        .filter(|digits| !digits.is_empty())
}
