//! Texts differ, whole and in every language.

use super::*;

const ALL: [Tongue; 9] = [
    Tongue::English,
    Tongue::Spanish,
    Tongue::German,
    Tongue::Arabic,
    Tongue::Chinese,
    Tongue::Japanese,
    Tongue::Russian,
    Tongue::Hindi,
    Tongue::Thai,
];

#[test]
fn no_slot_is_left_unfilled_in_any_language() {
    let mut dice = Dice::named(3, 3);
    for tongue in ALL {
        let language = tongue.language();
        for _ in 0..400 {
            let topic = Topic::of(language, &mut dice);
            for mood in [
                Mood::Opener,
                Mood::Question,
                Mood::Answer,
                Mood::Remark,
                Mood::Short,
                Mood::Long,
                Mood::Letter,
            ] {
                let text = compose(language, &topic, mood, &mut dice);
                assert!(!text.contains(['{', '}']), "{text}");
                assert!(!text.is_empty());
            }
        }
    }
}

#[test]
fn remarks_rarely_repeat() {
    let mut dice = Dice::named(4, 4);
    for tongue in ALL {
        let language = tongue.language();
        let texts: std::collections::HashSet<String> = (0..300)
            .map(|_| {
                let topic = Topic::of(language, &mut dice);
                compose(language, &topic, Mood::Remark, &mut dice)
            })
            .collect();
        assert!(texts.len() > 250, "{tongue:?} {}", texts.len());
    }
}
