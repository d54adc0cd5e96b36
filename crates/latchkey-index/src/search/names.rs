//! Whom and which chat a typed filter means.

use std::collections::BTreeSet;

use rusqlite::Connection;

use super::grammar::{Phrase, name_phrases};
use super::matching::Tokens;
use crate::tokens::Tokenizer;

/// Digits that a number is looked up by, at the least.
const DIGITS: usize = 3;

/// Words that are looked for in a text, in any order; each may be the beginning of one.
pub(crate) struct Begun<'a> {
    phrases: Vec<Phrase>,
    tokens: Tokens,
    tokenizer: &'a mut Tokenizer,
}

impl<'a> Begun<'a> {
    pub(crate) fn new(words: &str, tokenizer: &'a mut Tokenizer) -> Self {
        Self {
            phrases: name_phrases(words, tokenizer),
            tokens: Tokens::default(),
            tokenizer,
        }
    }

    /// Every one of the words is in the text; never when there are none.
    pub(crate) fn are_in(&mut self, text: &str) -> bool {
        if self.phrases.is_empty() {
            return false;
        }
        self.tokens.read(text, self.tokenizer);
        let mut phrases = self.phrases.iter();
        phrases.all(|phrase| self.tokens.have(phrase))
    }
}

/// A name or the beginning of a number that is looked for.
pub(super) struct Sought<'a> {
    words: Begun<'a>,
    digits: Option<String>,
}

impl<'a> Sought<'a> {
    pub(super) fn new(value: &str, tokenizer: &'a mut Tokenizer) -> Self {
        Self {
            words: Begun::new(value, tokenizer),
            digits: number(value),
        }
    }

    /// Every word of what is looked for begins a word of the name, in any order.
    fn is_called(&mut self, name: Option<&str>) -> bool {
        name.is_some_and(|name| self.words.are_in(name))
    }

    fn has_number(&self, phone: Option<&str>) -> bool {
        let digits = self.digits.as_deref();
        digits.is_some_and(|digits| phone.is_some_and(|phone| phone.starts_with(digits)))
    }
}

/// The digits of what is written like a number, without the `+` or `00` of an international one.
fn number(value: &str) -> Option<String> {
    let written = |c: char| c.is_ascii_digit() || " +-()./\u{a0}".contains(c);
    if !value.chars().all(written) {
        return None;
    }
    let digits: String = value.chars().filter(char::is_ascii_digit).collect();
    let digits = digits.strip_prefix("00").unwrap_or(&digits);
    (digits.len() >= DIGITS).then(|| digits.to_owned())
}

/// Every id of the people who are called so by anybody, or have or had such a number.
pub(super) fn people(tables: &Connection, sought: &mut Sought<'_>) -> rusqlite::Result<Vec<u32>> {
    let mut found = BTreeSet::new();
    let mut read = |sql: &str| -> rusqlite::Result<()> {
        let mut statement = tables.prepare_cached(sql)?;
        let mut rows = statement.query([])?;
        while let Some(row) = rows.next()? {
            if sought.has_number(row.get_ref(1)?.as_str_or_null()?)
                || sought.is_called(row.get_ref(2)?.as_str_or_null()?)
            {
                found.insert(row.get::<_, i64>(0)?);
            }
        }
        Ok(())
    };
    read("SELECT coalesce(same_as, id), phone, name FROM person")?;
    read(
        "SELECT coalesce(p.same_as, p.id), NULL, n.name FROM person_name n JOIN person p ON p.id = n.person",
    )?;
    read(
        "SELECT coalesce(p.same_as, p.id), f.phone, NULL FROM former_phone f JOIN person p ON p.id = f.person",
    )?;
    let mut statement = tables.prepare_cached("SELECT id, coalesce(same_as, id) FROM person")?;
    let mut rows = statement.query([])?;
    let mut ids = Vec::new();
    while let Some(row) = rows.next()? {
        if found.contains(&row.get(1)?) {
            ids.push(row.get(0)?);
        }
    }
    Ok(ids)
}

/// Every chat that is called so, or whose other person has such a name or number.
pub(super) fn chats(tables: &Connection, sought: &mut Sought<'_>) -> rusqlite::Result<Vec<i64>> {
    let mut statement = tables.prepare_cached(
        "SELECT c.id, peer.phone, coalesce(c.subject, peer.name, '+' || peer.phone)
         FROM chat c LEFT JOIN person peer ON peer.id = c.peer",
    )?;
    let mut rows = statement.query([])?;
    let mut found = Vec::new();
    while let Some(row) = rows.next()? {
        if sought.has_number(row.get_ref(1)?.as_str_or_null()?)
            || sought.is_called(row.get_ref(2)?.as_str_or_null()?)
        {
            found.push(row.get(0)?);
        }
    }
    Ok(found)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_number_may_be_written_as_people_do() {
        for text in ["+34 600", "0034600", "34-600", "(34) 600"] {
            assert_eq!(number(text).as_deref(), Some("34600"), "{text}");
        }
        for text in ["", "+", "34", "a34600", "٣٤٦٠٠"] {
            assert_eq!(number(text), None, "{text}");
        }
    }

    #[test]
    fn words_of_a_name_may_be_begun_and_come_in_any_order() {
        let mut tokenizer = Tokenizer::new();
        for (value, name) in [
            ("ana", "Ana María"),
            ("maria ana", "Ana María"),
            ("an m", "Ana María"),
            ("海", "王海明"),
            ("海明", "王海明"),
            ("иванова", "Анна ИВАНОВА"),
        ] {
            assert!(
                Sought::new(value, &mut tokenizer).is_called(Some(name)),
                "{value}"
            );
        }
        for (value, name) in [
            ("ana b", "Ana María"),
            ("na", "Ana"),
            ("!", "Ana"),
            ("", "Ana"),
        ] {
            assert!(
                !Sought::new(value, &mut tokenizer).is_called(Some(name)),
                "{value}"
            );
        }
    }
}
