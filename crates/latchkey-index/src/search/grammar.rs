//! What a person types into the search field, as phrases of tokens and filters.
//!
//! All words in any order; `"…"` is a phrase; a word after `-` must not occur, as it stands; the last word may be
//! unfinished. `name:value` is a filter where the name is one of the caller's [`FilterWords`]; any other colon is
//! part of the words. Nothing a person types reaches FTS5 but tokens, so no query is a syntax error.

use super::filter_words::{FilterName, FilterValue, FilterWords};
use super::matching::floor;
use crate::tokens::{Token, TokenKind, Tokenizer};

/// Bytes of a query beyond this are not read: what is pasted is found by its beginning.
const LONGEST: usize = 1000;

/// Tokens that follow each other.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Phrase {
    pub(crate) tokens: Vec<String>,
    /// The last token may be the beginning of a longer one.
    pub(crate) prefix: bool,
    /// It is only one letter of a script without spaces, which has no other way to be found.
    dense: bool,
}

impl Phrase {
    /// One token that may be the beginning of a longer one.
    pub(super) fn is_beginning(&self) -> bool {
        self.prefix && self.tokens.len() == 1
    }

    /// The same without its unfinished word, and that word; `None` when it has none beside others.
    pub(super) fn before_beginning(&self) -> Option<(Self, &str)> {
        let (last, before) = self.tokens.split_last()?;
        (self.prefix && !before.is_empty()).then(|| {
            let before = Self {
                tokens: before.to_owned(),
                prefix: false,
                dense: false,
            };
            (before, last.as_str())
        })
    }

    /// The same, of whole words.
    fn whole(&self) -> Self {
        Self {
            prefix: self.dense,
            ..self.clone()
        }
    }
}

/// The words of a query.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(crate) struct Wanted {
    pub(crate) all: Vec<Phrase>,
    pub(crate) none: Vec<Phrase>,
}

#[cfg(test)]
impl Wanted {
    fn is_empty(&self) -> bool {
        self.all.is_empty() && self.none.is_empty()
    }
}

/// A filter, as it was typed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct TypedFilter {
    /// All of it, to say which one found nothing.
    pub(super) written: String,
    /// It has to be false.
    pub(super) negated: bool,
    pub(super) name: FilterName,
    pub(super) value: String,
}

/// A query, read.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(crate) struct Typed {
    pub(crate) wanted: Wanted,
    pub(super) filters: Vec<TypedFilter>,
    /// Something was typed that holds no letter, number or emoji: nothing can be found by it.
    pub(super) mute: bool,
    /// The wanted words one after the other.
    together: String,
}

impl Typed {
    /// Reads what was typed. A last word with nothing after it may be unfinished.
    pub(crate) fn read(text: &str, words: &FilterWords, tokenizer: &mut Tokenizer) -> Self {
        let mut typed = Self::default();
        let (text, _) = text
            .split_at_checked(floor(text, LONGEST))
            .unwrap_or((text, ""));
        let mut rest = text.trim_start();
        while !rest.is_empty() {
            let (without, piece) = match rest.strip_prefix('-') {
                Some(after) => (true, after),
                None => (false, rest),
            };
            rest = match next_filter(piece, words, tokenizer) {
                Some((filter, after)) => {
                    typed.filter(filter, without);
                    after
                }
                None => {
                    let (piece, open, after) = next_piece(piece);
                    typed.word(piece, without, open && after.is_empty(), tokenizer);
                    after
                }
            }
            .trim_start();
        }
        typed
    }

    fn filter(&mut self, filter: TypedFilter, negated: bool) {
        // `from:` alone is one that is still being typed.
        if !filter.value.trim().is_empty() {
            self.filters.push(TypedFilter { negated, ..filter });
        }
    }

    fn word(&mut self, piece: &str, without: bool, open: bool, tokenizer: &mut Tokenizer) {
        // Leaving out every word that begins like an unfinished one would empty the page for a moment.
        let Some(phrase) = phrase(piece, open && !without, tokenizer) else {
            self.mute |= !without && !piece.is_empty();
            return;
        };
        if without {
            self.wanted.none.push(phrase);
        } else {
            self.wanted.all.push(phrase);
            self.together.push_str(piece);
            self.together.push(' ');
        }
    }

    /// The same query, stricter and stricter to looser: the words as one phrase, whole words in any order, as typed.
    pub(super) fn best_first(&self, tokenizer: &mut Tokenizer) -> Vec<Wanted> {
        let with = |all: Vec<Phrase>| Wanted {
            all,
            none: self.wanted.none.clone(),
        };
        let together = phrase(&self.together, false, tokenizer);
        let mut tiers = vec![
            with(together.into_iter().collect()),
            with(self.wanted.all.iter().map(Phrase::whole).collect()),
            self.wanted.clone(),
        ];
        tiers.dedup();
        tiers
    }
}

/// The phrases of a name that is being looked for: each word may be unfinished.
pub(super) fn name_phrases(name: &str, tokenizer: &mut Tokenizer) -> Vec<Phrase> {
    name.split_whitespace()
        .filter_map(|word| phrase(word, true, tokenizer))
        .collect()
}

/// Phrases as a part of an FTS5 expression.
pub(super) fn joined<'a>(phrases: impl IntoIterator<Item = &'a Phrase>, with: &str) -> String {
    let parts: Vec<String> = phrases
        .into_iter()
        .map(|phrase| {
            format!(
                "\"{}\"{}",
                phrase.tokens.join(" "),
                if phrase.prefix { "*" } else { "" }
            )
        })
        .collect();
    parts.join(with)
}

const QUOTES: &[char] = &['"', '“', '”', '„', '«', '»'];
const COLONS: &[char] = &[':', '：'];

fn ends_word(c: char) -> bool {
    c.is_whitespace() || QUOTES.contains(&c)
}

/// Cuts the text in two at the first character for which `ends` is true, or at its end.
fn cut_at(text: &str, ends: impl Fn(char) -> bool) -> (&str, &str) {
    let end = text.find(ends).unwrap_or(text.len());
    text.split_at_checked(end).unwrap_or((text, ""))
}

/// Cuts the next word or quoted phrase off; `open` when it may be unfinished.
fn next_piece(text: &str) -> (&str, bool, &str) {
    if let Some(quoted) = text.strip_prefix(QUOTES) {
        return match quoted.split_once(QUOTES) {
            Some((phrase, after)) => (phrase, false, after),
            None => (quoted, true, ""),
        };
    }
    let (piece, after) = cut_at(text, ends_word);
    (piece, true, after)
}

/// Cuts a filter off, where there is one.
fn next_filter<'a>(
    text: &'a str,
    words: &FilterWords,
    tokenizer: &mut Tokenizer,
) -> Option<(TypedFilter, &'a str)> {
    let (word, rest) = cut_at(text, |c| COLONS.contains(&c) || ends_word(c));
    let rest = rest.strip_prefix(COLONS)?;
    let name = find(&words.names, word, tokenizer)?;
    let (value, after) = match rest.strip_prefix(QUOTES) {
        Some(quoted) => quoted.split_once(QUOTES).unwrap_or((quoted, "")),
        None => cut_at(rest, ends_word),
    };
    let length = text.len() - after.len();
    let filter = TypedFilter {
        written: text.get(..length).unwrap_or(text).to_owned(),
        negated: false,
        name,
        value: value.to_owned(),
    };
    Some((filter, after))
}

/// What a filter's value means.
pub(super) fn value(
    words: &FilterWords,
    text: &str,
    tokenizer: &mut Tokenizer,
) -> Option<FilterValue> {
    find(&words.values, text, tokenizer)
}

/// Looks a word up, whatever its case and accents.
fn find<T: Copy>(table: &[(String, T)], word: &str, tokenizer: &mut Tokenizer) -> Option<T> {
    let mut folded = String::new();
    tokenizer.write(word, &mut folded);
    if folded.is_empty() {
        return None;
    }
    let mut known = String::new();
    let mut same = |text: &str| {
        known.clear();
        tokenizer.write(text, &mut known);
        known == folded
    };
    table
        .iter()
        .find(|(text, _)| same(text))
        .map(|(_, meaning)| *meaning)
}

fn phrase(piece: &str, open: bool, tokenizer: &mut Tokenizer) -> Option<Phrase> {
    let mut tokens = Vec::new();
    let mut last = None;
    tokenizer.tokens(piece, |Token { kind, text, .. }| {
        tokens.push(text.to_owned());
        last = Some(kind);
    });
    let prefix = match last? {
        // What follows the pair in the text is unknown, so the last letter alone is not asked for.
        TokenKind::Last { alone: false } => {
            tokens.pop();
            false
        }
        // One letter is the first of a pair, or the last of its run.
        TokenKind::Last { alone: true } => true,
        TokenKind::Word => open,
        TokenKind::Pair | TokenKind::Emoji => false,
    };
    let dense = last == Some(TokenKind::Last { alone: true });
    Some(Phrase {
        tokens,
        prefix,
        dense,
    })
}

#[cfg(test)]
mod tests;
