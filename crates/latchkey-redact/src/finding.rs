//! Finds what rules name in a text: words as a search sees them, numbers however they are written, patterns.
//!
//! Words that hide behind percent signs in an address are found, too; then the whole address goes.

use std::collections::HashMap;
use std::ops::Range;
use std::sync::{Mutex, PoisonError};

use latchkey_index::{TokenKind, TokenStream};
use regex::Regex;

use crate::counts::Reason;
use crate::spans::Edit;

/// The last digits of a number, which it has in every country's way of writing it.
const LAST: usize = 8;
/// Signs between two digits of one number.
const MOST_BETWEEN: usize = 3;

/// What is found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Found {
    pub(crate) edit: Edit,
    pub(crate) reason: Reason,
    /// The whole message goes.
    pub(crate) leaves_out: bool,
}

/// What becomes of a place that was found.
#[derive(Debug, Clone)]
pub(crate) struct Sought {
    pub(crate) reason: Reason,
    /// The whole message goes; else these words come in its place.
    pub(crate) leaves_out: bool,
    pub(crate) with: String,
}

/// Looks for everything at once.
#[derive(Debug, Default)]
pub(crate) struct Finder {
    stream: Mutex<TokenStream>,
    /// Phrases by their first token.
    phrases: HashMap<String, Vec<(Vec<String>, Sought)>>,
    /// Numbers by their last digits.
    numbers: HashMap<Vec<u8>, Vec<(Vec<u8>, Sought)>>,
    patterns: Vec<(Regex, Sought)>,
}

impl Finder {
    /// Looks for a word or a phrase from now on; `false` for what has no word in it.
    pub(crate) fn add_phrase(&mut self, phrase: &str, sought: Sought) -> bool {
        let mut tokens = Vec::new();
        let stream = self
            .stream
            .get_mut()
            .unwrap_or_else(PoisonError::into_inner);
        stream.tokens(phrase, |kind, token, _| {
            // The last letter of a run stands in its pair already.
            if kind != (TokenKind::Last { alone: false }) {
                tokens.push(token.to_owned());
            }
        });
        let Some(first) = tokens.first().cloned() else {
            return false;
        };
        self.phrases
            .entry(first)
            .or_default()
            .push((tokens, sought));
        true
    }

    /// Looks for a number from now on: its digits.
    pub(crate) fn add_number(&mut self, digits: &str, sought: Sought) {
        let digits: Vec<u8> = digits.bytes().filter(u8::is_ascii_digit).collect();
        match digits.len().checked_sub(LAST) {
            Some(from) => {
                let last = digits.get(from..).unwrap_or_default().to_vec();
                self.numbers.entry(last).or_default().push((digits, sought));
            }
            None => {
                let text: String = digits.iter().map(|digit| char::from(*digit)).collect();
                self.add_phrase(&text, sought);
            }
        }
    }

    /// Looks for a pattern from now on.
    pub(crate) fn add_pattern(&mut self, pattern: Regex, sought: Sought) {
        self.patterns.push((pattern, sought));
    }

    /// Everything that is named in a text.
    pub(crate) fn find(&self, text: &str) -> Vec<Found> {
        let mut found = self.find_plain(text);
        for word in words_with_percent(text) {
            let decoded = percent_decoded(text.get(word.clone()).unwrap_or_default());
            if let Some(first) = self.find_plain(&decoded).into_iter().next() {
                found.push(Found {
                    edit: Edit {
                        range: word,
                        with: first.edit.with,
                    },
                    ..first
                });
            }
        }
        found
    }

    fn find_plain(&self, text: &str) -> Vec<Found> {
        let mut found = Vec::new();
        if !self.phrases.is_empty() {
            self.find_phrases(text, &mut found);
        }
        if !self.numbers.is_empty() {
            self.find_numbers(text, &mut found);
        }
        for (pattern, sought) in &self.patterns {
            let places = pattern.find_iter(text).map(|place| place.range());
            found.extend(
                places
                    .filter(|range| !range.is_empty())
                    .map(|range| sought.at(range)),
            );
        }
        found
    }

    fn find_phrases(&self, text: &str, found: &mut Vec<Found>) {
        let mut tokens: Vec<(String, Range<usize>)> = Vec::new();
        let mut stream = self.stream.lock().unwrap_or_else(PoisonError::into_inner);
        stream.tokens(text, |kind, token, range| {
            let in_its_pair = kind == (TokenKind::Last { alone: false });
            // A single letter of a script without spaces is also found inside of a run.
            if kind == TokenKind::Pair
                && let Some(first) = token.chars().next()
            {
                let mut letter = [0; 4];
                if let Some(sought) = self.phrases.get(&*first.encode_utf8(&mut letter)) {
                    let end = range.start + text.get(range.clone()).map_or(0, first_letter);
                    let alone = sought.iter().filter(|(phrase, _)| phrase.len() == 1);
                    found.extend(alone.map(|(_, sought)| sought.at(range.start..end)));
                }
            }
            if in_its_pair {
                if let Some(sought) = self.phrases.get(token) {
                    let alone = sought.iter().filter(|(phrase, _)| phrase.len() == 1);
                    found.extend(alone.map(|(_, sought)| sought.at(range.clone())));
                }
                return;
            }
            tokens.push((token.to_owned(), range));
        });
        drop(stream);
        for (n, (token, start)) in tokens.iter().enumerate() {
            for (phrase, sought) in self.phrases.get(token).into_iter().flatten() {
                let here = tokens.get(n..n + phrase.len()).unwrap_or_default();
                let same = here.len() == phrase.len()
                    && here
                        .iter()
                        .zip(phrase)
                        .all(|((token, _), wanted)| token == wanted);
                if let Some((_, end)) = here.last().filter(|_| same) {
                    found.push(sought.at(start.start..end.end));
                }
            }
        }
    }

    fn find_numbers(&self, text: &str, found: &mut Vec<Found>) {
        for run in digit_runs(text) {
            let digits: Vec<u8> = run.iter().map(|(digit, _)| *digit).collect();
            for (from, window) in digits.windows(LAST).enumerate() {
                for (number, sought) in self.numbers.get(window).into_iter().flatten() {
                    let before = number.iter().rev().skip(LAST);
                    let earlier = digits.get(..from).unwrap_or_default().iter().rev();
                    let more = before
                        .zip(earlier)
                        .take_while(|(one, other)| one == other)
                        .count();
                    let start = run.get(from - more).map_or(0, |(_, range)| range.start);
                    let end = run.get(from + LAST - 1).map_or(0, |(_, range)| range.end);
                    found.push(sought.at(with_sign(text, start)..end));
                }
            }
        }
    }
}

impl Sought {
    fn at(&self, range: Range<usize>) -> Found {
        Found {
            edit: Edit {
                range,
                with: self.with.clone(),
            },
            reason: self.reason,
            leaves_out: self.leaves_out,
        }
    }
}

/// Bytes of the first letter.
fn first_letter(text: &str) -> usize {
    text.chars().next().map_or(0, char::len_utf8)
}

/// A plus before a number belongs to it.
fn with_sign(text: &str, start: usize) -> usize {
    let before = text.get(..start).unwrap_or_default();
    start - usize::from(before.ends_with('+'))
}

/// Digits that may be one number, each with its place.
fn digit_runs(text: &str) -> Vec<Vec<(u8, Range<usize>)>> {
    let mut runs = Vec::new();
    let mut run: Vec<(u8, Range<usize>)> = Vec::new();
    let mut between = 0;
    for (at, letter) in text.char_indices() {
        match digit(letter) {
            Some(digit) => {
                run.push((digit, at..at + letter.len_utf8()));
                between = 0;
            }
            None if is_between(letter) && between < MOST_BETWEEN => between += 1,
            None => runs.push(std::mem::take(&mut run)),
        }
    }
    runs.push(run);
    runs.retain(|run| run.len() >= LAST);
    runs
}

/// A decimal digit of the scripts that phones write numbers in, as ASCII.
fn digit(letter: char) -> Option<u8> {
    const ZEROES: [char; 6] = ['0', '\u{660}', '\u{6f0}', '\u{966}', '\u{9e6}', '\u{ff10}'];
    let of = |zero: char| u32::from(letter).checked_sub(u32::from(zero));
    let value = ZEROES
        .into_iter()
        .filter_map(of)
        .find(|value| *value < 10)?;
    u8::try_from(value).ok().map(|value| b'0' + value)
}

/// What people and phones put between the digits of a number.
fn is_between(letter: char) -> bool {
    matches!(
        letter,
        ' ' | '-' | '.' | '(' | ')' | '/' | '+' | '_' | '\u{a0}' | '\u{2007}' | '\u{2009}' | '\u{200e}' | '\u{200f}'
            | '\u{2010}'..='\u{2015}' | '\u{202a}'..='\u{202f}' | '\u{2066}'..='\u{2069}'
    )
}

/// Words that have something written behind a percent sign.
fn words_with_percent(text: &str) -> Vec<Range<usize>> {
    if !text.contains('%') {
        return Vec::new();
    }
    let start = |word: &str| word.as_ptr().addr() - text.as_ptr().addr();
    let words = text.split_whitespace().filter(|word| word.contains('%'));
    words
        .map(|word| start(word)..start(word) + word.len())
        .collect()
}

/// RFC 3986, 2.1. What is no UTF-8 becomes a mark.
fn percent_decoded(text: &str) -> String {
    let bytes = text.as_bytes();
    let (mut out, mut at) = (Vec::with_capacity(bytes.len()), 0);
    while let Some(byte) = bytes.get(at) {
        let digits = bytes.get(at + 1..at + 3).filter(|_| *byte == b'%');
        let digits = digits.and_then(|digits| std::str::from_utf8(digits).ok());
        match digits.and_then(|digits| u8::from_str_radix(digits, 16).ok()) {
            Some(decoded) => {
                out.push(decoded);
                at += 3;
            }
            None => {
                out.push(*byte);
                at += 1;
            }
        }
    }
    String::from_utf8_lossy(&out).into_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn sought(reason: Reason) -> Sought {
        Sought {
            reason,
            leaves_out: false,
            with: "…".to_owned(),
        }
    }

    fn found(finder: &Finder, text: &str) -> Vec<String> {
        let mut found: Vec<String> = finder
            .find(text)
            .into_iter()
            .map(|found| text.get(found.edit.range).unwrap().to_owned())
            .collect();
        found.sort();
        found
    }

    #[test]
    fn words_are_found_as_a_search_finds_them() {
        let mut finder = Finder::default();
        for phrase in ["Zürich", "Ana María", "悬空", "寺", "🎂"] {
            assert!(finder.add_phrase(phrase, sought(Reason::Word)), "{phrase}");
        }
        assert!(!finder.add_phrase(" - ", sought(Reason::Word)));
        for (text, places) in [
            ("to ZURICH, zürich_2", vec!["ZURICH", "zürich"]),
            ("Zürichsee", vec![]),
            ("ana, MARIA", vec!["ana, MARIA"]),
            ("Ana only", vec![]),
            ("在悬空寺外", vec!["寺", "悬空"]),
            ("x🎂y", vec!["🎂"]),
            (
                "http://a.b/Z%C3%BCrich?q now",
                vec!["http://a.b/Z%C3%BCrich?q"],
            ),
        ] {
            assert_eq!(found(&finder, text), places, "{text}");
        }
    }

    #[test]
    fn a_number_is_found_however_it_is_written() {
        let mut finder = Finder::default();
        finder.add_number("34600111222", sought(Reason::Person));
        for text in [
            "+34600111222",
            "0034 600 111 222",
            "600-11-12-22",
            "(600) 111.222",
            "34600111222@s.whatsapp.net",
            "\u{202a}+34 600 11 12 22\u{202c}",
            "٦٠٠١١١٢٢٢",
        ] {
            assert_eq!(finder.find(text).len(), 1, "{text}");
        }
        assert_eq!(
            found(&finder, "call +34 600 111 222 now"),
            ["+34 600 111 222"]
        );
        for text in ["600111223", "1112 and 22"] {
            assert!(finder.find(text).is_empty(), "{text}");
        }
    }

    #[test]
    fn patterns_are_found() {
        let mut finder = Finder::default();
        let pattern = Regex::new(r"\b\d{4}-\d{4}\b").unwrap();
        finder.add_pattern(pattern, sought(Reason::Pattern));
        assert_eq!(found(&finder, "a 1234-5678 b 12345-678"), ["1234-5678"]);
    }
}
