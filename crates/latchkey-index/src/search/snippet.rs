//! Cuts the part of a message around a hit and marks what was found.
//!
//! Cuts and marks fall between letters as people count them (UAX 29 grapheme clusters). Controls that would change
//! the direction of what stands around the snippet (UAX 9 embeddings, overrides and isolates) are left out.

use serde::{Serialize, Serializer};
use unicode_segmentation::UnicodeSegmentation;

use super::grammar::Wanted;
use super::matching::{Tokens, floor};
use crate::tokens::Tokenizer;

/// Letters shown before the first hit, and altogether.
const BEFORE: usize = 40;
const ALL: usize = 160;
/// A letter can have any number of marks: bytes beyond this are not looked at for one snippet.
const BYTES: usize = 4096;

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
pub(crate) fn cut(
    text: &str,
    wanted: &Wanted,
    tokens: &mut Tokens,
    tokenizer: &mut Tokenizer,
) -> Snippet {
    tokens.read(text, tokenizer);
    let hits = tokens.hits(text, wanted);
    let first = hits.first().map_or(0, |hit| hit.start);
    let start = back(text, first);
    let end = forward(text, start);
    let mut parts = Vec::new();
    if start > 0 {
        push(&mut parts, "…", false);
    }
    let mut at = start;
    for hit in hits.iter().take_while(|hit| hit.start < end) {
        let (from, to) = (hit.start.max(at), hit.end.min(end));
        push(&mut parts, text.get(at..from).unwrap_or_default(), false);
        push(&mut parts, text.get(from..to).unwrap_or_default(), true);
        at = at.max(to);
    }
    push(&mut parts, text.get(at..end).unwrap_or_default(), false);
    if end < text.len() {
        push(&mut parts, "…", false);
    }
    Snippet(parts)
}

/// UAX 9: embeddings, overrides, isolates and what ends them.
fn changes_direction(c: char) -> bool {
    matches!(c, '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}')
}

fn push(parts: &mut Vec<SnippetPart>, text: &str, hit: bool) {
    let safe = text.chars().filter(|c| !changes_direction(*c));
    match parts.last_mut() {
        Some(last) if last.hit == hit => last.text.extend(safe),
        _ => {
            let text: String = safe.collect();
            if !text.is_empty() {
                parts.push(SnippetPart { text, hit });
            }
        }
    }
}

/// The place some letters before `at`, moved on to the beginning of a word where there is one.
fn back(text: &str, at: usize) -> usize {
    let first = floor(text, at.saturating_sub(BYTES));
    let before = text.get(first..at).unwrap_or_default();
    let Some((cut, _)) = before.grapheme_indices(true).rev().nth(BEFORE) else {
        return first;
    };
    let tail = before.get(cut..).unwrap_or_default();
    let word = tail
        .char_indices()
        .skip_while(|(_, c)| !c.is_whitespace())
        .find(|(_, c)| !c.is_whitespace());
    first + cut + word.map_or(0, |(space, _)| space)
}

fn forward(text: &str, from: usize) -> usize {
    let rest = text.get(from..).unwrap_or_default();
    let cut = rest
        .grapheme_indices(true)
        .map(|(cut, _)| cut)
        .take_while(|cut| *cut <= BYTES)
        .nth(ALL);
    match cut {
        Some(cut) => from + cut,
        None if rest.len() <= BYTES => text.len(),
        None => floor(text, from + BYTES),
    }
}

#[cfg(test)]
mod tests {
    use super::super::filter_words::FilterWords;
    use super::super::grammar::Typed;
    use super::*;

    fn snippet(text: &str, query: &str) -> Snippet {
        let mut tokenizer = Tokenizer::new();
        let typed = Typed::read(query, &FilterWords::default(), &mut tokenizer);
        cut(text, &typed.wanted, &mut Tokens::default(), &mut tokenizer)
    }

    fn marked(text: &str, query: &str) -> String {
        let part = |part: SnippetPart| {
            if part.hit {
                format!("[{}]", part.text)
            } else {
                part.text
            }
        };
        snippet(text, query).0.into_iter().map(part).collect()
    }

    #[test]
    fn the_hit_is_marked_in_the_text_as_it_was_written() {
        for (text, query, shown) in [
            ("Das ist SCHÖN hier", "schon", "Das ist [SCHÖN] hier"),
            ("die Straße", "strasse", "die [Straße]"),
            ("我在上海工作", "上海", "我在[上海]工作"),
            ("東京タワーへ", "タワー", "東京[タワー]へ"),
            ("東京ﾀﾜｰへ", "タワー", "東京[ﾀﾜｰ]へ"),
            ("a good old day", "\"good old\"", "a [good old] day"),
            ("هذا كِتَابٌ جديد", "كتاب", "هذا [كِتَابٌ] جديد"),
        ] {
            assert_eq!(marked(text, query), shown);
        }
    }

    #[test]
    fn one_letter_is_marked_alone() {
        assert_eq!(marked("我在上海工作", "上"), "我在[上]海工作");
        assert_eq!(marked("我在上海", "海"), "我在上[海]");
        assert_eq!(marked("かか\u{3099}き", "か"), "[か]か\u{3099}き");
    }

    #[test]
    fn marks_fall_between_letters_as_people_count_them() {
        for (text, query, shown) in [
            ("see you 👍🏽!", "👍", "see you [👍🏽]!"),
            ("moon 👩‍🚀 walk", "🚀", "moon [👩‍🚀] walk"),
            ("go 🇪🇸🇫🇷", "🇫🇷", "go 🇪🇸[🇫🇷]"),
            ("un cafe\u{301} ya", "cafe", "un [cafe\u{301}] ya"),
            ("I ❤️ you", "❤", "I [❤️] you"),
            ("กินกาแฟ", "กิน", "[กิน]กาแฟ"),
        ] {
            assert_eq!(marked(text, query), shown);
        }
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
        let one = marked(&"é".repeat(9000), "e");
        assert!(one.starts_with('[') && one.ends_with('…'), "{one}");
    }

    #[test]
    fn controls_of_direction_do_not_leave_the_snippet() {
        assert_eq!(
            marked("\u{202E}abc\u{202C} \u{2067}needle\u{2069}", "needle"),
            "abc [needle]"
        );
        assert_eq!(
            marked("\u{200F}שלום needle", "needle"),
            "\u{200F}שלום [needle]"
        );
    }

    #[test]
    fn a_letter_with_endless_marks_does_not_fill_the_page() {
        let text = format!("a{} needle", "\u{301}".repeat(100_000));
        assert!(marked(&text, "needle").len() < 3 * BYTES);
        assert!(snippet(&text, "nothing").text().len() < 3 * text.len());
    }

    proptest::proptest! {
        #[test]
        fn a_snippet_is_a_part_of_the_text(
            text in "(\\PC|\\p{M}|[aé上か\u{3099}👩\u{200d}🚀🇪🇸👍🏽 \u{202e}\u{2068}\n]){0,300}",
            query in "\\PC{0,6}|[aé上か👩🚀👍 \"-]{0,6}",
        ) {
            let plain: String = text.chars().filter(|c| !changes_direction(*c)).collect();
            let shown = snippet(&text, &query);
            proptest::prop_assert!(shown.0.iter().all(|part| !part.text.is_empty()));
            let shown = shown.text();
            let inner = shown.strip_prefix('…').unwrap_or(&shown);
            let inner = inner.strip_suffix('…').unwrap_or(inner);
            proptest::prop_assert!(plain.contains(inner) || plain.contains(&shown), "{:?}", shown);
        }
    }
}
