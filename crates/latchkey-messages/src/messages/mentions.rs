//! Mentions stand in a text as `@` and digits, which may be a private number: a name is put in their place.

use crate::people::{People, clean_name};
use crate::{Person, PersonId};

/// Fewer digits are no address.
const FEWEST_DIGITS: usize = 5;

/// The text with names for the digits that are known; all else stays as it was written. `mentioned` are the address
/// rows that stand beside the message, with the names stored there.
pub(super) fn with_names(
    text: String,
    mentioned: &[(i64, Option<String>)],
    people: &People,
) -> String {
    let mut named = String::new();
    let mut done = 0;
    for (at, _) in text.match_indices('@') {
        let rest = text.get(at + 1..).unwrap_or_default();
        let length = rest.bytes().take_while(u8::is_ascii_digit).count();
        let before = text.get(..at).and_then(|before| before.chars().next_back());
        if at < done || length < FEWEST_DIGITS || before.is_some_and(char::is_alphanumeric) {
            continue;
        }
        let digits = rest.get(..length).unwrap_or_default();
        if let Some(name) = name_of(digits, mentioned, people) {
            named.push_str(text.get(done..=at).unwrap_or_default());
            named.push_str(&name);
            done = at + 1 + length;
        }
    }
    if done == 0 {
        return text;
    }
    named.push_str(text.get(done..).unwrap_or_default());
    named
}

/// The name, or at least the phone number, of whoever the digits stand for.
fn name_of(digits: &str, mentioned: &[(i64, Option<String>)], people: &People) -> Option<String> {
    let stored = |person: PersonId| {
        let own = mentioned
            .iter()
            .find(|(jid, _)| people.by_row(*jid) == Some(person))?;
        clean_name(own.1.as_deref()?)
    };
    let person = people.by_digits(digits)?;
    let name = person
        .name
        .as_ref()
        .map(|(name, _)| name.clone())
        .or_else(|| stored(person.id));
    name.or_else(|| number_of(person))
}

fn number_of(person: &Person) -> Option<String> {
    person.phone.as_ref().map(|phone| format!("+{phone}"))
}
