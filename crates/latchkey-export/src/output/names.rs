//! Names of files and folders that every system can have: never a path, unique whatever the case, the same every time.
//!
//! What Windows reserves: "Naming Files, Paths, and Namespaces", Microsoft. What FAT and APFS compare: letters without
//! their case, composed (NFC).

use std::collections::HashSet;

use icu_casemap::CaseMapper;
use icu_normalizer::ComposingNormalizer;
use latchkey_restore::file_name;

/// Bytes of the words in a name; an id and an ending come behind them.
const LONGEST: usize = 100;
/// Letters of an id in a name.
const LONGEST_ID: usize = 12;

/// Names that Windows keeps for devices, with any ending.
const DEVICES: [&str; 8] = [
    "con", "prn", "aux", "nul", "conin$", "conout$", "clock$", "com",
];

/// A path inside an export: parts of clean names, with `/` between them.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct SafePath(String);

impl SafePath {
    /// The export's own folder.
    #[must_use]
    pub fn root() -> Self {
        Self(String::new())
    }

    /// A name that the format itself always gives: `messages.jsonl`, `assets/style.css`. Anything but small ASCII letters,
    /// digits, `.`, `-`, `_` and `/` becomes `_`, as does a part that begins with a dot.
    #[must_use]
    pub fn fixed(name: &'static str) -> Self {
        Self::root().join(name)
    }

    /// A file or folder in this one, named as in [`SafePath::fixed`].
    #[must_use]
    pub fn join(&self, name: &str) -> Self {
        let parts = name.split('/').filter(|part| !part.is_empty());
        let mut path = self.0.clone();
        for part in parts {
            if !path.is_empty() {
                path.push('/');
            }
            if part.starts_with('.') {
                path.push('_');
            }
            path.extend(part.chars().map(|letter| match letter {
                'a'..='z' | 'A'..='Z' | '0'..='9' | '.' | '-' | '_' => letter,
                _ => '_',
            }));
        }
        Self(path)
    }

    /// The path as text, `/` between its parts; empty for the export's own folder.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// From the last part of another; for names that [`Names`] has made.
    fn with_part(&self, part: &str) -> Self {
        match self.0.as_str() {
            "" => Self(part.to_owned()),
            folder => Self(format!("{folder}/{part}")),
        }
    }

    /// A path that an earlier run of the same export had.
    pub(crate) fn known(path: &str) -> Option<Self> {
        let plain = |part: &str| !matches!(part, "" | "." | "..") && !part.contains(['\\', '\0']);
        path.split('/').all(plain).then(|| Self(path.to_owned()))
    }
}

impl std::fmt::Display for SafePath {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&self.0)
    }
}

/// Gives names, each only once.
#[derive(Debug, Default)]
pub struct Names {
    taken: HashSet<String>,
}

impl Names {
    /// A name in `folder` from somebody's words: cleaned, `-` and `id` behind it, which makes it unique, and the ending.
    /// Of `id` its first twelve letters and digits count: give each thing one of its own.
    pub fn unique(&mut self, folder: &SafePath, wanted: &str, id: &str, ending: &str) -> SafePath {
        let stem = safe_name(wanted);
        let id: String = id
            .chars()
            .filter(char::is_ascii_alphanumeric)
            .take(LONGEST_ID)
            .collect();
        let between = if stem.is_empty() || id.is_empty() {
            ""
        } else {
            "-"
        };
        self.claim(folder, &format!("{stem}{between}{id}"), ending)
    }

    /// A name in `folder` that has to be as it is, because readers expect it; numbered where it is taken.
    pub fn claim(&mut self, folder: &SafePath, stem: &str, ending: &str) -> SafePath {
        let stem = safe_name(stem);
        let stem = if stem.is_empty() { "file" } else { &stem };
        let ending: String = ending
            .chars()
            .filter(char::is_ascii_alphanumeric)
            .take(8)
            .collect();
        let dot = if ending.is_empty() { "" } else { "." };
        let numbered = (2_u32..).map(|n| format!("{stem}-{n}{dot}{ending}"));
        let mut names = std::iter::once(format!("{stem}{dot}{ending}")).chain(numbered);
        loop {
            let path = folder.with_part(&names.next().unwrap_or_default());
            if self.taken.insert(folded(path.as_str())) {
                return path;
            }
        }
    }
}

/// Somebody's words as the stem of a name: no path, nothing unseen, no device, nothing that a system takes for an option, a
/// hidden or a temporary file; at most a hundred bytes. May be empty.
#[must_use]
pub fn safe_name(wanted: &str) -> String {
    let composed = ComposingNormalizer::new_nfc()
        .normalize(wanted)
        .into_owned();
    // Parts of a path are words here, not folders to drop.
    let flat = composed.replace(['/', '\\'], " ");
    let cleaned = file_name::clean(&flat);
    let short = cleaned
        .get(..cleaned.floor_char_boundary(LONGEST))
        .unwrap_or_default();
    let trimmed = short
        .trim_start_matches(['-', '~', '.', ' '])
        .trim_end_matches(['.', ' ']);
    match is_device(trimmed) {
        true => format!("_{trimmed}"),
        false => trimmed.to_owned(),
    }
}

fn is_device(name: &str) -> bool {
    let stem = name.split('.').next().unwrap_or_default().trim_end();
    let stem = stem.to_ascii_lowercase();
    let numbered = |device: &str| {
        let number = stem.strip_prefix(device).unwrap_or_default();
        let mut letters = number.chars();
        // Superscript digits count, too.
        matches!(
            (letters.next(), letters.next()),
            (Some('0'..='9' | '\u{b9}' | '\u{b2}' | '\u{b3}'), None)
        )
    };
    DEVICES.contains(&stem.as_str()) || numbered("com") || numbered("lpt")
}

/// As a disk compares names that knows no case.
fn folded(path: &str) -> String {
    let folded = CaseMapper::new().fold_string(path).into_owned();
    ComposingNormalizer::new_nfc()
        .normalize(&folded)
        .into_owned()
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn names_are_safe_everywhere() {
        for (wanted, safe) in [
            ("../../etc/passwd", "etc passwd"),
            ("CON", "_CON"),
            ("con.txt", "_con.txt"),
            ("LPT1.report", "_LPT1.report"),
            ("comet", "comet"),
            ("-rf", "rf"),
            ("~$draft", "$draft"),
            (".hidden", "hidden"),
            ("a\u{202e}gpj.exe", "agpj.exe"),
            ("What? <b>\"now\"", "What   b  now"),
            ("...", ""),
        ] {
            assert_eq!(safe_name(wanted), safe, "{wanted}");
        }
    }

    #[test]
    fn two_of_one_name_differ_whatever_their_case() {
        let mut names = Names::default();
        let folder = SafePath::root();
        let mut name =
            |wanted: &str, id: &str| names.unique(&folder, wanted, id, "html").to_string();
        assert_eq!(name("Straße", "3f2a"), "Straße-3f2a.html");
        assert_eq!(name("STRASSE", "3f2a"), "STRASSE-3f2a-2.html");
        assert_eq!(name("Cafe\u{301}", "1"), "Café-1.html");
        assert_eq!(name("CAFÉ", "1"), "CAFÉ-1-2.html");
        assert_eq!(name("", "17"), "17.html");
        assert_eq!(SafePath::fixed("a b/../c").as_str(), "a_b/_../c");
    }

    proptest! {
        #[test]
        fn any_words_make_one_plain_part(wanted in "\\PC{0,300}|.{0,300}", id in "[0-9a-f]{4,8}") {
            let path = Names::default().unique(&SafePath::root(), &wanted, &id, "txt").to_string();
            prop_assert!(path.len() <= 140, "{}", path.len());
            prop_assert!(!path.contains(['/', '\\', ':', '*', '?', '"', '<', '>', '|', '\0']));
            prop_assert!(!path.chars().any(char::is_control));
            prop_assert!(!path.starts_with(['.', '-', '~', ' ']) && path.ends_with(".txt"));
            prop_assert!(!is_device(&path));
        }
    }
}
