//! What the token stream does with each script.

use super::*;

fn words(text: &str) -> String {
    let mut out = String::new();
    Tokenizer::new().write(text, &mut out);
    out
}

#[test]
fn words_lose_case_and_marks() {
    assert_eq!(words("Schön, ÀÉÎ! İstanbul"), "schon aei istanbul");
    assert_eq!(words("Straße STRASSE"), "strasse strasse");
    assert_eq!(words("ПРИВЕТ ёлка мой"), "привет елка мой");
    assert_eq!(words("Łódź smørrebrød"), "lodz smorrebrod");
    assert_eq!(words("ΣΊΣΥΦΟΣ σίσυφος"), "σισυφοσ σισυφοσ");
}

#[test]
fn composed_and_decomposed_text_give_the_same_tokens() {
    for (composed, apart) in [
        ("schön", "scho\u{308}n"),
        ("がぎ", "か\u{3099}き\u{3099}"),
        ("회의", "\u{1112}\u{116c}\u{110b}\u{1174}"),
    ] {
        assert_eq!(words(composed), words(apart), "{composed}");
    }
}

#[test]
fn arabic_vowel_signs_and_stretching_are_left_out() {
    assert_eq!(words("كِتَابٌ"), "كتاب");
    assert_eq!(words("كـــتاب"), "كتاب");
}

#[test]
fn scripts_without_spaces_give_pairs_and_a_last_letter() {
    assert_eq!(words("悬空"), "悬空 空");
    assert_eq!(words("東京タワー"), "東京 京タ タワ ワー ー");
    assert_eq!(words("iPhone手机"), "iphone 手机 机");
    assert_eq!(words("กาแฟ"), "กา าแ แฟ ฟ");
    assert_eq!(words("ﾀﾜｰ"), words("タワー"));
}

#[test]
fn hindi_words_keep_their_signs() {
    assert_eq!(words("नमस्ते दुनिया"), "नमस्ते दुनिया");
}

#[test]
fn each_emoji_is_a_token_without_skin_tone() {
    assert_eq!(words("ok👍🏽❤️"), "ok 👍 ❤");
    assert_eq!(words("👩‍🚀"), "👩 🚀");
    assert_eq!(words("🇪🇸🇫🇷"), "🇪🇸 🇫🇷");
}

#[test]
fn tokens_hold_no_ascii_separator() {
    for text in [
        "½ ﷺ ㈱ … ™ ㎏",
        "a\u{a0}b\u{2028}c",
        "\"quoted\" 'x' (y)*^:-",
    ] {
        for token in words(text).split(' ') {
            assert!(
                token
                    .chars()
                    .all(|c| !c.is_ascii() || c.is_ascii_alphanumeric()),
                "{token:?}"
            );
        }
    }
}

#[test]
fn ranges_cut_the_text_at_letters() {
    let text = "Ünï東京👍 e\u{301}x";
    Tokenizer::new().tokens(text, |token| {
        assert!(
            text.get(token.range.clone())
                .is_some_and(|part| !part.is_empty()),
            "{token:?}"
        );
    });
}

#[test]
fn alef_has_one_form() {
    assert_eq!(words("أحمد إحمد آحمد ٱحمد"), "احمد احمد احمد احمد");
    assert_eq!(words("یہ"), words("يه"));
}

#[test]
fn tags_selectors_and_joiners_leave_no_trace() {
    assert_eq!(
        words("🏴\u{e0067}\u{e0062}\u{e007f} 1\u{fe0f}\u{20e3}"),
        "🏴 1"
    );
    assert_eq!(words("co\u{ad}op می\u{200c}خواهم"), "coop ميخواهم");
}

proptest::proptest! {
    #[test]
    fn any_text_gives_clean_tokens_in_order(text in "(\\PC|\\p{M}|[aß上かﾀﾞ๐👩\u{200d}🇪🏽 \0\n\u{fffd}]){0,200}") {
        let mut from = 0;
        Tokenizer::new().tokens(&text, |token| {
            assert!(!token.text.is_empty());
            assert!(token.text.chars().all(|c| !c.is_ascii() || c.is_ascii_lowercase() || c.is_ascii_digit()));
            assert!(text.get(token.range.clone()).is_some_and(|part| !part.is_empty()));
            assert!(token.range.start >= from);
            from = token.range.start;
        });
    }
}
