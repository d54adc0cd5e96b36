//! What becomes of what is typed.

use super::*;

fn read(text: &str) -> Typed {
    Typed::read(text, &FilterWords::default(), &mut Tokenizer::new())
}

fn expression(text: &str) -> String {
    let typed = read(text);
    let all = joined(&typed.wanted.all, " AND ");
    if typed.wanted.none.is_empty() {
        all
    } else {
        format!("{all} NOT {}", joined(&typed.wanted.none, " OR "))
    }
}

fn filters(text: &str) -> Vec<(FilterName, String)> {
    let filters = read(text).filters.into_iter();
    filters.map(|filter| (filter.name, filter.value)).collect()
}

#[test]
fn all_words_are_wanted_and_the_last_may_be_unfinished() {
    assert_eq!(expression("Guten Mor"), "\"guten\" AND \"mor\"*");
    assert_eq!(expression("Guten "), "\"guten\"");
}

#[test]
fn quotes_make_a_phrase() {
    assert_eq!(
        expression("\"good morning\" all"),
        "\"good morning\" AND \"all\"*"
    );
    assert_eq!(expression("„guten Morgen“"), "\"guten morgen\"");
    assert_eq!(expression("\"good mor"), "\"good mor\"*");
}

#[test]
fn what_looks_like_syntax_is_only_words() {
    assert_eq!(expression("a* OR b)"), "\"a\" AND \"or\" AND \"b\"*");
    assert_eq!(expression("example.com"), "\"example com\"*");
    assert_eq!(expression("\" ( * :"), "");
    assert_eq!(expression(""), "");
}

#[test]
fn a_word_after_a_dash_must_not_occur_as_it_stands() {
    assert_eq!(expression("cat -dog"), "\"cat\" NOT \"dog\"");
    assert_eq!(expression("-dog"), " NOT \"dog\"");
}

#[test]
fn letters_without_spaces_become_pairs() {
    assert_eq!(expression("悬空"), "\"悬空\"");
    assert_eq!(expression("タワー"), "\"タワ ワー\"");
    assert_eq!(expression("海"), "\"海\"*");
}

#[test]
fn a_known_word_before_a_colon_makes_a_filter() {
    use FilterName as N;
    for (text, name, value) in [
        ("from:Ana", N::From, "Ana"),
        ("FROM:\"Ana María\"", N::From, "Ana María"),
        ("in:«Los Pérez»", N::In, "Los Pérez"),
        ("has：photo", N::Has, "photo"),
        ("on:2024-03-17", N::On, "2024-03-17"),
        ("from:\"Ana", N::From, "Ana"),
    ] {
        assert_eq!(filters(text), [(name, value.to_owned())], "{text}");
        assert!(read(text).wanted.is_empty(), "{text}");
    }
    let typed = read("tea -from:ana before:2024 cake");
    assert_eq!(
        filters("tea -from:ana before:2024 cake"),
        [(N::From, "ana".to_owned()), (N::Before, "2024".to_owned())]
    );
    assert!(typed.filters[0].negated && !typed.filters[1].negated);
    assert_eq!(typed.filters[0].written, "from:ana");
    assert_eq!(typed.wanted.all.len(), 2);
}

#[test]
fn other_colons_are_part_of_the_words() {
    for (text, wanted) in [
        ("12:30", "\"12 30\"*"),
        ("https://example.com", "\"https example com\"*"),
        ("foo:bar", "\"foo bar\"*"),
        (":from", "\"from\"*"),
        ("\"from:ana\"", "\"from ana\""),
    ] {
        assert_eq!(expression(text), wanted);
        assert_eq!(filters(text), []);
    }
}

#[test]
fn a_filter_without_a_value_is_still_being_typed() {
    assert_eq!(read("from:"), Typed::default());
    assert_eq!(read("from:\"\""), Typed::default());
    assert_eq!(expression("tea from:"), "\"tea\"");
}

#[test]
fn the_words_of_another_language_are_understood_beside_english() {
    let words = FilterWords::default()
        .with_name("después", FilterName::After)
        .with_name("来自", FilterName::From)
        .with_value("mí", FilterValue::Me);
    let mut tokenizer = Tokenizer::new();
    let mut names = |text: &str| -> Vec<FilterName> {
        let typed = Typed::read(text, &words, &mut tokenizer);
        typed.filters.iter().map(|filter| filter.name).collect()
    };
    assert_eq!(
        names("Despues:2024 来自：Ana from:Bo"),
        [FilterName::After, FilterName::From, FilterName::From]
    );
    assert_eq!(value(&words, "MI", &mut tokenizer), Some(FilterValue::Me));
    assert_eq!(value(&words, "", &mut tokenizer), None);
}

#[test]
fn the_strictest_reading_comes_first() {
    let mut tokenizer = Tokenizer::new();
    let typed = read("good mor");
    let tiers = typed.best_first(&mut tokenizer);
    let tiers: Vec<String> = tiers
        .iter()
        .map(|wanted| joined(&wanted.all, " AND "))
        .collect();
    assert_eq!(
        tiers,
        [
            "\"good mor\"",
            "\"good\" AND \"mor\"",
            "\"good\" AND \"mor\"*"
        ]
    );
    assert_eq!(read("海").best_first(&mut tokenizer).len(), 1);
    assert_eq!(read("tea ").best_first(&mut tokenizer).len(), 1);
}

proptest::proptest! {
    #[test]
    fn nothing_that_is_typed_is_a_mistake(text in "\\PC*|[-\":a-z悬ら ]{0,40}|(from|in|on|has|-|:|\"| |é|上){0,12}") {
        let mut tokenizer = Tokenizer::new();
        let typed = Typed::read(&text, &FilterWords::default(), &mut tokenizer);
        for phrase in typed.wanted.all.iter().chain(&typed.wanted.none) {
            proptest::prop_assert!(!phrase.tokens.is_empty());
            proptest::prop_assert!(phrase.tokens.iter().all(|token| !token.contains(['"', ' ', '*'])));
        }
        for wanted in typed.best_first(&mut tokenizer) {
            let _ = joined(&wanted.all, " AND ");
        }
        let _ = super::super::period::Period::read(&text, &Default::default());
    }
}
