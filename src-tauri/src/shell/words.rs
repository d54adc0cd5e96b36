//! The shell's own words, from a Fluent catalogue: file dialogs, the calm screen, the printed kit. No sentence stands in the code.

use fluent_bundle::{FluentArgs, FluentBundle, FluentResource};
use unic_langid::LanguageIdentifier;

/// The catalogues, by language tag; the first is the one used where a language or a message is missing.
static CATALOGUES: [(&str, &str); 4] = [
    ("en", include_str!("../../words/en.ftl")),
    ("de", include_str!("../../words/de.ftl")),
    ("es", include_str!("../../words/es.ftl")),
    ("ar", include_str!("../../words/ar.ftl")),
];

/// Where a system without a language setting of ours says which it uses, first come first served.
const SYSTEM: [&str; 4] = ["LANGUAGE", "LC_ALL", "LC_MESSAGES", "LANG"];

/// The words of one language.
pub struct Words {
    bundle: FluentBundle<FluentResource>,
    /// Its tag, for the page's `lang`.
    pub language: &'static str,
}

impl Words {
    /// The words for what the person chose: a language tag, or nothing to follow the system.
    pub fn chosen(setting: &str) -> Self {
        if !setting.is_empty() {
            return Self::for_language(setting);
        }
        let asked: Vec<String> = SYSTEM
            .iter()
            .filter_map(|name| std::env::var(name).ok())
            .collect();
        Self::first_of(asked.iter().flat_map(|list| list.split(':')))
    }

    /// The words for a language tag, or the first catalogue's.
    pub fn for_language(tag: &str) -> Self {
        Self::first_of(std::iter::once(tag))
    }

    /// The words for the first tag there is a catalogue for, or the first catalogue's.
    fn first_of<'a>(tags: impl Iterator<Item = &'a str>) -> Self {
        let (language, text) = tags
            .filter_map(|tag| tag.split(['-', '_', '.', '@']).next())
            .find_map(|tag| CATALOGUES.iter().find(|(known, _)| *known == tag))
            .unwrap_or(&CATALOGUES[0]);
        let id: LanguageIdentifier = language.parse().unwrap_or_default();
        let mut bundle = FluentBundle::new(vec![id]);
        bundle.set_use_isolating(false);
        for text in [CATALOGUES[0].1, *text] {
            let (Ok(resource) | Err((resource, _))) = FluentResource::try_new(text.to_owned());
            bundle.add_resource_overriding(resource);
        }
        Self { bundle, language }
    }

    /// Whether the language is written from right to left.
    pub fn right_to_left(&self) -> bool {
        self.language == "ar"
    }

    /// For the `dir` of a page.
    pub fn direction(&self) -> &'static str {
        if self.right_to_left() { "rtl" } else { "ltr" }
    }

    /// The words of a message; its id when there are none, so that a gap is seen and never fatal.
    pub fn get(&self, id: &str) -> String {
        self.format(id, None)
    }

    /// As [`Words::get`], with one value filled in.
    pub fn with(&self, id: &str, name: &str, value: &str) -> String {
        let mut values = FluentArgs::new();
        values.set(name, value);
        self.format(id, Some(&values))
    }

    fn format(&self, id: &str, values: Option<&FluentArgs<'_>>) -> String {
        let pattern = self
            .bundle
            .get_message(id)
            .and_then(|message| message.value());
        pattern.map_or_else(
            || id.to_owned(),
            |pattern| {
                self.bundle
                    .format_pattern(pattern, values, &mut Vec::new())
                    .into_owned()
            },
        )
    }
}

#[cfg(test)]
mod tests {
    use std::collections::{BTreeMap, BTreeSet};

    use super::*;

    /// The messages of a catalogue: every id with the variables its text names, in order and once.
    fn messages(text: &str) -> BTreeMap<&str, BTreeSet<&str>> {
        let mut found: BTreeMap<&str, BTreeSet<&str>> = BTreeMap::new();
        let mut current = "";
        for line in text.lines().filter(|line| !line.starts_with('#')) {
            if let Some((id, _)) = line.split_once(" =") {
                current = id;
                found.entry(current).or_default();
            }
            let names = line.split('$').skip(1).filter_map(|rest| {
                rest.split(|letter: char| !letter.is_ascii_alphanumeric())
                    .next()
            });
            found.entry(current).or_default().extend(names);
        }
        found.remove("");
        found
    }

    #[test]
    fn every_catalogue_is_whole() {
        let english = messages(CATALOGUES[0].1);
        assert!(english.len() > 20);
        assert_eq!(english["kit-made-on"], BTreeSet::from(["date"]));
        for (language, text) in CATALOGUES {
            assert!(
                FluentResource::try_new(text.to_owned()).is_ok(),
                "{language}"
            );
            assert_eq!(messages(text), english, "{language}");
        }
    }

    #[test]
    fn a_tag_of_the_system_is_understood() {
        let of = |tag: &'static str| Words::for_language(tag).language;
        assert_eq!(of("de_AT.UTF-8"), "de");
        assert_eq!(of("es-MX"), "es");
        assert_eq!(of("ar"), "ar");
        assert_eq!(of("C.UTF-8"), "en");
        assert_eq!(
            Words::first_of(["fr", "es", "de"].into_iter()).language,
            "es"
        );
    }

    #[test]
    fn arabic_is_written_from_right_to_left() {
        assert_eq!(Words::for_language("ar-EG").direction(), "rtl");
        assert_eq!(Words::for_language("de").direction(), "ltr");
    }

    #[test]
    fn an_unknown_language_falls_back() {
        assert_eq!(
            Words::for_language("xx-YY").get("pick-backup-file"),
            "Choose a backup"
        );
        assert_eq!(Words::for_language("").get("stopped-start"), "Start again");
    }

    #[test]
    fn every_word_the_code_asks_for_is_there() {
        let words = Words::for_language("en");
        let sources = [
            include_str!("../window/notice.rs"),
            include_str!("../window/dialogs.rs"),
            include_str!("../wizard/kit.rs"),
        ];
        for source in sources {
            for asked in source
                .split("word(\"")
                .skip(1)
                .filter_map(|rest| rest.split('"').next())
            {
                assert_ne!(words.get(asked), asked, "no words for {asked}");
            }
        }
    }
}
