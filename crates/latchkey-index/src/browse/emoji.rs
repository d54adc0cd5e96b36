//! Emoji in a text, each whole: with its skin tone, its joined parts, as a flag or a keycap (Unicode UTS 51).

use icu_properties::props::{Emoji, EmojiModifier, EmojiPresentation, RegionalIndicator};
use icu_properties::{CodePointSetData, CodePointSetDataBorrowed};
use unicode_segmentation::UnicodeSegmentation as _;

const AS_TEXT: char = '\u{FE0E}';
const AS_EMOJI: char = '\u{FE0F}';
const KEYCAP: char = '\u{20E3}';
const JOINER: char = '\u{200D}';

/// The longest sequences that Unicode recommends have 35 bytes; what is much longer is somebody's joke.
const LONGEST: usize = 64;

/// Tells emoji from other signs.
pub(super) struct EmojiFinder {
    emoji: CodePointSetDataBorrowed<'static>,
    drawn: CodePointSetDataBorrowed<'static>,
    tones: CodePointSetDataBorrowed<'static>,
    flags: CodePointSetDataBorrowed<'static>,
}

impl EmojiFinder {
    pub(super) const fn new() -> Self {
        Self {
            emoji: CodePointSetData::new::<Emoji>(),
            drawn: CodePointSetData::new::<EmojiPresentation>(),
            tones: CodePointSetData::new::<EmojiModifier>(),
            flags: CodePointSetData::new::<RegionalIndicator>(),
        }
    }

    /// Calls `each` with every emoji of the text, in order. A sign that can be written in two ways comes in one.
    pub(super) fn find(&self, text: &str, mut each: impl FnMut(&str)) {
        // Most texts have none, and nothing that could be a part of one.
        if text.is_ascii() || !text.chars().any(may_be_emoji) {
            return;
        }
        for cluster in text.graphemes(true) {
            if cluster.len() > LONGEST || !cluster.chars().any(may_be_emoji) {
                continue;
            }
            let mut signs = cluster.chars();
            let Some(first) = signs.next() else { continue };
            let rest = signs.as_str();
            if !self.is_emoji(first, rest) {
                continue;
            }
            let alone = rest.is_empty() || rest.chars().eq([AS_EMOJI]);
            if alone && self.drawn.contains(first) {
                each(first.encode_utf8(&mut [0; 4]));
            } else if alone {
                each(&format!("{first}{AS_EMOJI}"));
            } else {
                each(cluster);
            }
        }
    }

    /// One grapheme cluster, by its first sign and the rest.
    fn is_emoji(&self, first: char, rest: &str) -> bool {
        if self.flags.contains(first) {
            return rest
                .chars()
                .next()
                .is_some_and(|next| self.flags.contains(next));
        }
        if !self.emoji.contains(first) || rest.starts_with(AS_TEXT) {
            return false;
        }
        let asks_for_it =
            |sign: char| matches!(sign, AS_EMOJI | KEYCAP | JOINER) || self.tones.contains(sign);
        self.drawn.contains(first) || is_pictograph(first) || rest.chars().any(asks_for_it)
    }
}

/// Signs that phones draw as emoji although Unicode leaves it open, such as the red heart; not arrows, digits and ™.
fn is_pictograph(sign: char) -> bool {
    matches!(sign, '\u{2600}'..='\u{27BF}' | '\u{1F000}'..='\u{1FAFF}')
}

/// Where emoji and the parts of their sequences are in Unicode, roughly: quick to say no.
fn may_be_emoji(sign: char) -> bool {
    matches!(sign, '\u{A9}' | '\u{AE}' | '\u{203C}'..='\u{2049}' | KEYCAP | '\u{2122}'..='\u{2BFF}'
        | '\u{3030}'..='\u{303D}' | '\u{3297}'..='\u{3299}' | AS_EMOJI | '\u{1F000}'..='\u{1FAFF}')
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(text: &str) -> Vec<String> {
        let mut all = Vec::new();
        EmojiFinder::new().find(text, |emoji| all.push(emoji.to_owned()));
        all
    }

    #[test]
    fn a_sequence_is_one_emoji_and_skin_tones_are_apart() {
        assert_eq!(found("ok 👍🏽👍 and 👩‍🚀!"), ["👍🏽", "👍", "👩‍🚀"]);
        assert_eq!(found("🇪🇸🇩🇪 🏴󠁧󠁢󠁥󠁮󠁧󠁿"), ["🇪🇸", "🇩🇪", "🏴󠁧󠁢󠁥󠁮󠁧󠁿"]);
        assert_eq!(found("1️⃣ #️⃣ 2⃣"), ["1️⃣", "#️⃣", "2⃣"]);
        assert_eq!(found("👩🏻‍❤️‍💋‍👩🏿"), ["👩🏻‍❤️‍💋‍👩🏿"]);
        assert_eq!(found("😀😀 und 😀"), ["😀", "😀", "😀"]);
        assert_eq!(found("👨‍👩‍👧‍👦👨‍👩‍👧"), ["👨‍👩‍👧‍👦", "👨‍👩‍👧"]);
    }

    #[test]
    fn a_heart_is_the_same_whether_or_not_it_says_how_it_is_drawn() {
        assert_eq!(found("❤️ ❤ ☀"), ["❤️", "❤️", "☀️"]);
        assert_eq!(found("😀\u{FE0F}"), ["😀"]);
        assert_eq!(found("❤\u{FE0E} ☎\u{FE0E}"), Vec::<String>::new());
    }

    #[test]
    fn letters_digits_and_signs_of_trade_are_no_emoji() {
        for text in [
            "",
            "12:30 *bold* #1",
            "© ® ™ → ↔ ✓x",
            "Привет",
            "上海出差",
            "ｱｲｳ",
            "🇪",
            "é\u{FE0F}",
            "\u{FE0F}",
            "\u{200D}",
        ] {
            let plain = found(text);
            assert!(plain.is_empty(), "{text}: {plain:?}");
        }
        assert_eq!(found("©️ ↔️"), ["©️", "↔️"]);
    }

    #[test]
    fn what_is_far_too_long_for_an_emoji_is_none() {
        let joke = "👩\u{200D}".repeat(1000);
        assert_eq!(found(&joke), Vec::<String>::new());
        assert_eq!(
            found(&format!("😀{}", "\u{301}".repeat(1000))),
            Vec::<String>::new()
        );
    }
}
