//! Everyone of the history as an export may call them.

use std::collections::{HashMap, HashSet};

use latchkey_index::{PersonId, PersonRow};
use latchkey_messages::NameSource;

use crate::format::Named;
use crate::request::NameChoice;

/// Everyone, redacted and called as was chosen.
#[derive(Debug, Clone, Default)]
pub struct PeopleList {
    people: Vec<Named>,
    places: HashMap<PersonId, usize>,
    /// Those who are met in what was chosen; nothing: everyone.
    met: Option<HashSet<PersonId>>,
}

impl PeopleList {
    /// From the history's people and every name of them; `choice` says what each is called.
    pub(crate) fn new(
        rows: Vec<PersonRow>,
        names: Vec<(PersonId, NameSource, String)>,
        choice: NameChoice,
    ) -> Self {
        let mut people: Vec<Named> = rows
            .into_iter()
            .map(|mut row| {
                row.name = called(row.name.as_deref(), row.phone.as_deref(), choice);
                Named {
                    row,
                    names: Vec::new(),
                }
            })
            .collect();
        let places: HashMap<PersonId, usize> = people
            .iter()
            .enumerate()
            .map(|(place, person)| (person.id(), place))
            .collect();
        if choice != NameChoice::Numbers {
            for (person, source, name) in names {
                if let Some(person) = places.get(&person).and_then(|place| people.get_mut(*place)) {
                    person.names.push((source, name));
                }
            }
        }
        Self {
            people,
            places,
            met: None,
        }
    }

    /// Lists only these from now on: whoever gets one chat does not get the address book with it.
    pub(crate) fn list_only(&mut self, met: HashSet<PersonId>) {
        self.met = Some(met);
    }

    /// Those who are listed, by id: everyone, or whoever sends in the chosen messages or is in a chosen chat.
    pub fn iter(&self) -> impl Iterator<Item = &Named> {
        let met = self.met.as_ref();
        let listed = move |named: &&Named| met.is_none_or(|met| met.contains(&named.id()));
        self.people.iter().filter(listed)
    }

    /// How many are listed.
    #[must_use]
    pub fn len(&self) -> usize {
        self.iter().count()
    }

    /// Nobody is listed.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.iter().next().is_none()
    }

    /// Somebody, listed or not; nobody who was left out.
    #[must_use]
    pub fn get(&self, person: PersonId) -> Option<&Named> {
        self.places
            .get(&person)
            .and_then(|place| self.people.get(*place))
    }

    /// What somebody is called; `None` where nobody knows, or may.
    #[must_use]
    pub fn name(&self, person: PersonId) -> Option<&str> {
        self.get(person)?.row.name.as_deref()
    }
}

/// What somebody with this name and number is called.
pub(crate) fn called(
    name: Option<&str>,
    phone: Option<&str>,
    choice: NameChoice,
) -> Option<String> {
    let number = phone.map(|phone| format!("+{phone}"));
    match (choice, name, number) {
        (NameChoice::Numbers, _, number) => number,
        (NameChoice::Both, Some(name), Some(number)) if name != number => {
            Some(format!("{name} ({number})"))
        }
        (_, Some(name), _) => Some(name.to_owned()),
        (_, None, number) => number,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn people_are_called_as_was_chosen() {
        let all = |choice| {
            [
                called(Some("Ana"), Some("34600"), choice),
                called(Some("Ana"), None, choice),
                called(None, Some("34600"), choice),
            ]
        };
        let text = |name: &str| Some(name.to_owned());
        assert_eq!(
            all(NameChoice::Names),
            [text("Ana"), text("Ana"), text("+34600")]
        );
        assert_eq!(
            all(NameChoice::Numbers),
            [text("+34600"), None, text("+34600")]
        );
        assert_eq!(
            all(NameChoice::Both),
            [text("Ana (+34600)"), text("Ana"), text("+34600")]
        );
    }
}
