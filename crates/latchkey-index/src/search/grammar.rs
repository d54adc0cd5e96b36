//! What a person types into the search field, as phrases of tokens.
//!
//! All words in any order; `"…"` is a phrase; a word after `-` must not occur; the last word may be
//! unfinished. Nothing a person types reaches FTS5 but tokens, so no query is a syntax error.

use crate::tokens::{Token, TokenKind, Tokenizer};

/// Tokens that follow each other.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Phrase {
    pub(crate) tokens: Vec<String>,
    /// The last token may be the beginning of a longer one.
    pub(crate) prefix: bool,
}

/// A query, read.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(crate) struct Wanted {
    pub(crate) all: Vec<Phrase>,
    pub(crate) none: Vec<Phrase>,
}

impl Wanted {
    /// Reads what was typed. A last word with nothing after it may be unfinished.
    pub(crate) fn read(text: &str, tokenizer: &mut Tokenizer) -> Self {
        let mut wanted = Self::default();
        let mut rest = text.trim_start();
        while !rest.is_empty() {
            let (without, after) = match rest.strip_prefix('-') {
                Some(after) => (true, after),
                None => (false, rest),
            };
            let (piece, open, after) = next_piece(after);
            if let Some(phrase) = phrase(piece, open && after.is_empty(), tokenizer) {
                if without {
                    wanted.none.push(phrase)
                } else {
                    wanted.all.push(phrase)
                }
            }
            rest = after.trim_start();
        }
        wanted
    }

    /// The FTS5 expression; `None` when nothing is asked for.
    pub(crate) fn expression(&self) -> Option<String> {
        if self.all.is_empty() {
            return None;
        }
        let mut out = join(&self.all, " AND ");
        if !self.none.is_empty() {
            out = format!("({out}) NOT ({})", join(&self.none, " OR "));
        }
        Some(out)
    }
}

fn join(phrases: &[Phrase], with: &str) -> String {
    let parts: Vec<String> = phrases
        .iter()
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

/// Cuts the next word or quoted phrase off; `open` when it may be unfinished.
fn next_piece(text: &str) -> (&str, bool, &str) {
    if let Some(quoted) = text.strip_prefix(QUOTES) {
        return match quoted.split_once(QUOTES) {
            Some((phrase, after)) => (phrase, false, after),
            None => (quoted, true, ""),
        };
    }
    let end = text
        .find(|c: char| c.is_whitespace() || QUOTES.contains(&c))
        .unwrap_or(text.len());
    let (piece, after) = text.split_at_checked(end).unwrap_or((text, ""));
    (piece, true, after)
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
    Some(Phrase { tokens, prefix })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn expression(text: &str) -> Option<String> {
        Wanted::read(text, &mut Tokenizer::new()).expression()
    }

    #[test]
    fn all_words_are_wanted_and_the_last_may_be_unfinished() {
        assert_eq!(
            expression("Guten Mor").as_deref(),
            Some("\"guten\" AND \"mor\"*")
        );
        assert_eq!(expression("Guten ").as_deref(), Some("\"guten\""));
    }

    #[test]
    fn quotes_make_a_phrase() {
        assert_eq!(
            expression("\"good morning\" all").as_deref(),
            Some("\"good morning\" AND \"all\"*")
        );
        assert_eq!(
            expression("„guten Morgen“").as_deref(),
            Some("\"guten morgen\"")
        );
        assert_eq!(expression("\"good mor").as_deref(), Some("\"good mor\"*"));
    }

    #[test]
    fn what_looks_like_syntax_is_only_words() {
        assert_eq!(
            expression("a* OR b)").as_deref(),
            Some("\"a\" AND \"or\" AND \"b\"*")
        );
        assert_eq!(
            expression("example.com").as_deref(),
            Some("\"example com\"*")
        );
        assert_eq!(expression("\" ( * :"), None);
        assert_eq!(expression(""), None);
    }

    #[test]
    fn a_word_after_a_dash_must_not_occur() {
        assert_eq!(
            expression("cat -dog ").as_deref(),
            Some("(\"cat\") NOT (\"dog\")")
        );
        assert_eq!(expression("-dog"), None);
    }

    #[test]
    fn letters_without_spaces_become_pairs() {
        assert_eq!(expression("悬空").as_deref(), Some("\"悬空\""));
        assert_eq!(expression("タワー").as_deref(), Some("\"タワ ワー\""));
        assert_eq!(expression("海").as_deref(), Some("\"海\"*"));
    }
}
