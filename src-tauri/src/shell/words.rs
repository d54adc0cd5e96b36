//! The shell's own words, from a Fluent catalogue: file dialogs, the calm screen, the printed kit. No sentence stands in the code.

use fluent_bundle::{FluentArgs, FluentBundle, FluentResource};
use unic_langid::LanguageIdentifier;

/// The catalogues, by language tag; the first is the one that is complete.
const CATALOGUES: [(&str, &str); 1] = [("en", include_str!("../../words/en.ftl"))];

/// The words of one language.
pub struct Words {
    bundle: FluentBundle<FluentResource>,
    /// Its tag, for the page's `lang`.
    pub language: &'static str,
}

impl Words {
    /// The words for a language tag, or the first catalogue's.
    pub fn for_language(tag: &str) -> Self {
        let same = |known: &str| tag.split('-').next() == Some(known);
        let (language, text) = CATALOGUES
            .iter()
            .find(|(known, _)| same(known))
            .unwrap_or(&CATALOGUES[0]);
        let id: LanguageIdentifier = language.parse().unwrap_or_default();
        let mut bundle = FluentBundle::new(vec![id]);
        bundle.set_use_isolating(false);
        let (Ok(resource) | Err((resource, _))) = FluentResource::try_new((*text).to_owned());
        let _ = bundle.add_resource(resource);
        Self { bundle, language }
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
    use super::*;

    #[test]
    fn every_catalogue_is_whole() {
        for (language, text) in CATALOGUES {
            assert!(
                FluentResource::try_new(text.to_owned()).is_ok(),
                "{language}"
            );
        }
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
