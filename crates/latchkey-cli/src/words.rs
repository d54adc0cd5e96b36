//! The words a person reads, from the language catalogue (`i18n/<language>/cli.ftl`). English now.

use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentResource, FluentValue};
use unic_langid::LanguageIdentifier;

const ENGLISH: &str = include_str!("../i18n/en/cli.ftl");

/// A catalogue, ready to speak; ceremonies speak from threads of their own.
pub(crate) struct Words {
    bundle: FluentBundle<FluentResource>,
}

impl Words {
    pub(crate) fn english() -> Self {
        let language: LanguageIdentifier = "en".parse().unwrap_or_default();
        let mut bundle = FluentBundle::new_concurrent(vec![language]);
        // Isolation marks are for windows; a terminal shows them as boxes or counts them as width.
        bundle.set_use_isolating(false);
        // A broken entry is left out by the parser; the tests find it missing.
        let resource = match FluentResource::try_new(ENGLISH.to_owned()) {
            Ok(resource) | Err((resource, _)) => resource,
        };
        bundle.add_resource_overriding(resource);
        Self { bundle }
    }

    /// A message, if the catalogue has it.
    pub(crate) fn find(&self, id: &str, facts: &[(&str, String)]) -> Option<String> {
        let pattern = self.bundle.get_message(id)?.value()?;
        let mut args = FluentArgs::new();
        for (name, value) in facts {
            args.set((*name).to_owned(), argument(name, value));
        }
        let mut faults = Vec::new();
        let text = self
            .bundle
            .format_pattern(pattern, Some(&args), &mut faults);
        Some(text.into_owned())
    }

    /// A message that is certain to be there; its id where it is not, which a test would notice.
    pub(crate) fn say(&self, id: &str, facts: &[(&str, String)]) -> String {
        self.find(id, facts).unwrap_or_else(|| id.to_owned())
    }
}

/// A fact as the catalogue takes it: counts of few things choose between one and many.
fn argument(name: &str, value: &str) -> FluentValue<'static> {
    match name {
        "retries" | "of" => match value.parse::<u32>() {
            Ok(number) => number.into(),
            Err(_) => value.to_owned().into(),
        },
        _ => value.to_owned().into(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use latchkey_restore::ErrorCode;

    #[test]
    fn the_catalogue_has_no_broken_entry() {
        assert!(FluentResource::try_new(ENGLISH.to_owned()).is_ok());
    }

    #[test]
    fn every_error_code_has_its_pair_of_words() {
        let words = Words::english();
        for code in ErrorCode::ALL {
            for half in ["err", "hint"] {
                let id = format!("{half}-{code}");
                assert!(words.find(&id, &[]).is_some(), "{id} is missing");
            }
        }
    }
}
