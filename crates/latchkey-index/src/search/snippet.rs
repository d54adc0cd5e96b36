//! Cuts the part of a message around a hit and marks what was found.

use std::ops::Range;

use serde::{Serialize, Serializer};

use super::grammar::{Phrase, Wanted};
use crate::tokens::Tokenizer;

/// Letters shown before the first hit, and altogether.
const BEFORE: usize = 40;
const ALL: usize = 160;

/// A piece of a snippet.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct SnippetPart {
    /// Plain text of the message; never markup.
    pub text: String,
    /// It is what was searched for.
    pub hit: bool,
}

/// Part of a message's text around the first hit; serialises as one string.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Snippet(pub Vec<SnippetPart>);

impl Snippet {
    /// The text without marks.
    #[must_use]
    pub fn text(&self) -> String {
        self.0.iter().map(|part| part.text.as_str()).collect()
    }
}

impl Serialize for Snippet {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(&self.text())
    }
}

/// Cuts a snippet of `text`; without a hit in it, its beginning.
pub(crate) fn cut(text: &str, wanted: &Wanted, tokenizer: &mut Tokenizer) -> Snippet {
    let hits = hits(text, wanted, tokenizer);
    let first = hits.first().map_or(0, |hit| hit.start);
    let start = back(text, first, BEFORE);
    let end = forward(text, start, ALL).max(hits.first().map_or(0, |hit| hit.end));
    let mut parts = Vec::new();
    if start > 0 {
        push(&mut parts, "…", false);
    }
    let mut at = start;
    for hit in hits.iter().filter(|hit| hit.end <= end) {
        if hit.start < at {
            continue;
        }
        push(
            &mut parts,
            text.get(at..hit.start).unwrap_or_default(),
            false,
        );
        push(&mut parts, text.get(hit.clone()).unwrap_or_default(), true);
        at = hit.end;
    }
    push(&mut parts, text.get(at..end).unwrap_or_default(), false);
    if end < text.len() {
        push(&mut parts, "…", false);
    }
    Snippet(parts)
}

fn push(parts: &mut Vec<SnippetPart>, text: &str, hit: bool) {
    if text.is_empty() {
        return;
    }
    match parts.last_mut() {
        Some(last) if last.hit == hit => last.text.push_str(text),
        _ => parts.push(SnippetPart {
            text: text.to_owned(),
            hit,
        }),
    }
}

/// The place `letters` letters before `at`, moved on to the beginning of a word where there is one.
fn back(text: &str, at: usize, letters: usize) -> usize {
    let before = text.get(..at).unwrap_or_default();
    let Some((cut, _)) = before.char_indices().rev().nth(letters) else {
        return 0;
    };
    let tail = before.get(cut..).unwrap_or_default();
    tail.find(char::is_whitespace)
        .and_then(|space| {
            tail.get(space..)
                .map(|rest| cut + space + rest.chars().next().map_or(0, char::len_utf8))
        })
        .unwrap_or(cut)
}

fn forward(text: &str, from: usize, letters: usize) -> usize {
    text.get(from..)
        .and_then(|rest| rest.char_indices().nth(letters))
        .map_or(text.len(), |(cut, _)| from + cut)
}

/// Where the wanted phrases stand in the text, in order, without overlaps.
fn hits(text: &str, wanted: &Wanted, tokenizer: &mut Tokenizer) -> Vec<Range<usize>> {
    let mut tokens: Vec<(String, Range<usize>)> = Vec::new();
    tokenizer.tokens(text, |token| {
        tokens.push((token.text.to_owned(), token.range))
    });
    let mut found: Vec<Range<usize>> = Vec::new();
    for start in 0..tokens.len() {
        for phrase in &wanted.all {
            if let Some(hit) = tokens.get(start..).and_then(|rest| matches(rest, phrase)) {
                found.push(hit);
            }
        }
    }
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

fn matches(tokens: &[(String, Range<usize>)], phrase: &Phrase) -> Option<Range<usize>> {
    let part = tokens.get(..phrase.tokens.len())?;
    let last = phrase.tokens.len().checked_sub(1)?;
    for (n, ((token, _), wanted)) in part.iter().zip(&phrase.tokens).enumerate() {
        let fits = if n == last && phrase.prefix {
            token.starts_with(wanted.as_str())
        } else {
            token == wanted
        };
        if !fits {
            return None;
        }
    }
    let (first, range) = (part.first()?, &part.last()?.1);
    // One letter of a script without spaces is found as the first of a pair: the pair is not the hit.
    let typed = phrase.tokens.last()?.chars().count();
    let end =
        if phrase.prefix && part.last()?.0.chars().count() == 2 && typed == 1 && range.len() > 4 {
            first.1.start.max(range.start) + phrase.tokens.last()?.len()
        } else {
            range.end
        };
    Some(first.1.start..end)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn marked(text: &str, query: &str) -> String {
        let mut tokenizer = Tokenizer::new();
        let wanted = Wanted::read(query, &mut tokenizer);
        let parts = cut(text, &wanted, &mut tokenizer).0;
        parts
            .iter()
            .map(|part| {
                if part.hit {
                    format!("[{}]", part.text)
                } else {
                    part.text.clone()
                }
            })
            .collect()
    }

    #[test]
    fn the_hit_is_marked_in_the_text_as_it_was_written() {
        assert_eq!(
            marked("Das ist SCHÖN hier", "schon"),
            "Das ist [SCHÖN] hier"
        );
        assert_eq!(marked("我在上海工作", "上海"), "我在[上海]工作");
        assert_eq!(marked("東京タワーへ", "タワー"), "東京[タワー]へ");
        assert_eq!(marked("see you 👍🏽!", "👍"), "see you [👍]🏽!");
    }

    #[test]
    fn one_letter_is_marked_alone() {
        assert_eq!(marked("我在上海工作", "上"), "我在[上]海工作");
        assert_eq!(marked("我在上海", "海"), "我在上[海]");
    }

    #[test]
    fn a_long_message_is_cut_around_the_hit() {
        let text = format!("{} needle {}", "é".repeat(300), "hay ".repeat(200));
        let cut = marked(&text, "needle");
        assert!(
            cut.contains("[needle]") && cut.starts_with('…') && cut.ends_with('…'),
            "{cut}"
        );
        assert!(cut.chars().count() < 220);
    }

    #[test]
    fn no_cut_falls_inside_a_letter() {
        for text in ["ı\u{301}ﬃ𝔸日本🇪🇸", "ﷺ needle ½", "👩‍🚀👩‍🚀👩‍🚀"]
        {
            for query in ["needle", "a", "日", "👩", "1"] {
                assert!(!marked(text, query).is_empty());
            }
        }
    }
}
