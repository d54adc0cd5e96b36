//! Compares the tokens of a text with what is wanted, as the text index does, and says where they stand.

use std::ops::Range;

use unicode_segmentation::GraphemeCursor;

use super::grammar::{Phrase, Wanted};
use crate::tokens::{TokenKind, Tokenizer};

/// Places looked for in one text: a snippet shows fewer.
const PLACES: usize = 256;

/// The tokens of one text; kept and read into again, so that nothing is allocated per token.
#[derive(Default)]
pub(crate) struct Tokens {
    folded: String,
    spans: Vec<Span>,
}

struct Span {
    folded: Range<usize>,
    kind: TokenKind,
    text: Range<usize>,
}

impl Tokens {
    pub(crate) fn read(&mut self, text: &str, tokenizer: &mut Tokenizer) {
        self.folded.clear();
        self.spans.clear();
        tokenizer.tokens(text, |token| {
            let start = self.folded.len();
            self.folded.push_str(token.text);
            self.spans.push(Span {
                folded: start..self.folded.len(),
                kind: token.kind,
                text: token.range,
            });
        });
    }

    /// The text has every wanted phrase and no unwanted one.
    pub(crate) fn fit(&self, wanted: &Wanted) -> bool {
        wanted.all.iter().all(|phrase| self.have(phrase))
            && !wanted.none.iter().any(|phrase| self.have(phrase))
    }

    pub(super) fn have(&self, phrase: &Phrase) -> bool {
        (0..self.spans.len()).any(|start| self.spans_of(start, phrase).is_some())
    }

    /// Where the wanted phrases stand in the text, in order, without overlaps, at letter boundaries.
    pub(crate) fn hits(&self, text: &str, wanted: &Wanted) -> Vec<Range<usize>> {
        let mut found: Vec<Range<usize>> = (0..self.spans.len())
            .flat_map(|start| {
                let phrases = wanted.all.iter();
                phrases.filter_map(move |phrase| self.hit(text, start, phrase))
            })
            .take(PLACES)
            .collect();
        found.sort_by_key(|hit| (hit.start, std::cmp::Reverse(hit.end)));
        let mut merged: Vec<Range<usize>> = Vec::new();
        for hit in found {
            match merged.last_mut() {
                Some(last) if hit.start < last.end => last.end = last.end.max(hit.end),
                _ => merged.push(hit),
            }
        }
        merged
    }

    fn hit(&self, text: &str, start: usize, phrase: &Phrase) -> Option<Range<usize>> {
        let spans = self.spans_of(start, phrase)?;
        let (first, last) = (spans.first()?, spans.last()?);
        // One letter of a script without spaces is found as the first of a pair: the other one is no hit.
        let end = if phrase.prefix && last.kind == TokenKind::Pair {
            letter_end(text, last.text.start + 1)
        } else {
            letter_end(text, last.text.end)
        };
        Some(letter_start(text, first.text.start)..end)
    }

    fn spans_of(&self, start: usize, phrase: &Phrase) -> Option<&[Span]> {
        let (last, before) = phrase.tokens.split_last()?;
        let spans = self.spans.get(start..start + phrase.tokens.len())?;
        let (last_span, spans_before) = spans.split_last()?;
        let end = self.token(last_span);
        let ends = if phrase.prefix {
            end.starts_with(last.as_str())
        } else {
            end == last
        };
        let mut pairs = spans_before.iter().zip(before);
        (ends && pairs.all(|(span, token)| self.token(span) == token)).then_some(spans)
    }

    fn token(&self, span: &Span) -> &str {
        self.folded.get(span.folded.clone()).unwrap_or_default()
    }
}

/// The last boundary between letters, as people count them, at or before `at`.
fn letter_start(text: &str, at: usize) -> usize {
    if between_plain_letters(text, at) {
        return at;
    }
    let at = floor(text, at);
    let mut cursor = GraphemeCursor::new(at, text.len(), true);
    match cursor.is_boundary(text, 0) {
        Ok(false) => cursor.prev_boundary(text, 0).ok().flatten().unwrap_or(0),
        _ => at,
    }
}

/// The first boundary between letters at or after `at`.
fn letter_end(text: &str, at: usize) -> usize {
    if between_plain_letters(text, at) {
        return at;
    }
    let whole = floor(text, at);
    let mut cursor = GraphemeCursor::new(whole, text.len(), true);
    if whole == at && cursor.is_boundary(text, 0) == Ok(true) {
        return at;
    }
    let next = cursor.next_boundary(text, 0).ok().flatten();
    next.unwrap_or(text.len())
}

/// Text is mostly this: two plain letters always have a boundary between them.
fn between_plain_letters(text: &str, at: usize) -> bool {
    let bytes = text.as_bytes();
    let plain = |at: usize| bytes.get(at).is_none_or(|byte| (0x20..0x7f).contains(byte));
    at > 0 && plain(at - 1) && plain(at)
}

/// The beginning of the character that `at` is in.
pub(super) fn floor(text: &str, at: usize) -> usize {
    let mut at = at.min(text.len());
    while !text.is_char_boundary(at) {
        at -= 1;
    }
    at
}
