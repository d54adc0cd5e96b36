//! The rules as a person writes them: TOML (docs/redaction.md).

use latchkey_messages::Kind;
use regex::{Regex, RegexBuilder};
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};
use toml::Spanned;

use crate::error::RedactError;

const VERSION: u64 = 1;
/// More rules are no person's.
const MOST_RULES: usize = 100_000;
/// Bytes that a compiled pattern may take.
const LARGEST_PATTERN: usize = 1 << 20;

/// What becomes of the files of messages.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum FileRule {
    /// None goes out.
    None,
    /// Pictures go out with nothing but their pixels; other files are left out, as nobody looks into them.
    #[default]
    Pictures,
    /// All go out as they are: what is in them is not looked into, and the export says so.
    All,
}

/// What is left out of an export, or replaced.
#[derive(Clone, PartialEq, Serialize)]
pub struct RedactionRules {
    pub(crate) placeholder: String,
    pub(crate) files: FileRule,
    pub(crate) rules: Vec<Rule>,
}

impl std::fmt::Debug for RedactionRules {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "RedactionRules({} rules)", self.rules.len())
    }
}

/// One rule.
#[derive(Clone, PartialEq, Serialize)]
pub(crate) struct Rule {
    pub(crate) line: usize,
    pub(crate) what: What,
    pub(crate) action: Action,
}

/// What a rule is about.
#[derive(Clone, PartialEq, Serialize)]
pub(crate) enum What {
    Person(String),
    Word(String),
    Pattern(String),
    Kind(Kind),
    Message(i64),
}

/// What it does.
#[derive(Clone, PartialEq, Serialize)]
pub(crate) enum Action {
    LeaveOut,
    /// With these words; absent: the placeholder.
    Replace(Option<String>),
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Written {
    version: u64,
    #[serde(default = "placeholder")]
    placeholder: String,
    #[serde(default)]
    files: FileRule,
    #[serde(default, rename = "rule")]
    rules: Vec<Spanned<WrittenRule>>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct WrittenRule {
    person: Option<String>,
    word: Option<String>,
    pattern: Option<String>,
    kind: Option<Kind>,
    message: Option<i64>,
    action: WrittenAction,
    with: Option<String>,
}

#[derive(Deserialize, PartialEq)]
#[serde(rename_all = "snake_case")]
enum WrittenAction {
    LeaveOut,
    Replace,
}

fn placeholder() -> String {
    "[removed]".to_owned()
}

impl RedactionRules {
    /// Reads rules.
    ///
    /// # Errors
    /// [`RedactError::Unreadable`] with the line; [`RedactError::UnknownVersion`].
    pub fn read(text: &str) -> Result<Self, RedactError> {
        let written: Written = toml::from_str(text).map_err(|error| {
            let at = error.span().map_or(0, |span| span.start);
            let what = "not a rule that Latchkey knows";
            unreadable(text, at, what)
        })?;
        if written.version != VERSION {
            return Err(RedactError::UnknownVersion {
                found: written.version,
            });
        }
        if written.rules.len() > MOST_RULES {
            return Err(unreadable(text, 0, "too many rules"));
        }
        let rules = written.rules.into_iter().map(|rule| {
            let at = rule.span().start;
            let line = line_of(text, at);
            rule_of(rule.into_inner(), line).map_err(|what| unreadable(text, at, what))
        });
        Ok(Self {
            placeholder: written.placeholder,
            files: written.files,
            rules: rules.collect::<Result<_, _>>()?,
        })
    }

    /// SHA-256 of the rules: what an export may say of them, and compare.
    #[must_use]
    pub fn digest(&self) -> [u8; 32] {
        Sha256::digest(serde_json::to_vec(self).unwrap_or_default()).into()
    }

    /// What becomes of files.
    #[must_use]
    pub fn files(&self) -> FileRule {
        self.files
    }
}

/// A pattern, compiled; `None` for one that is none, or is too large.
pub(crate) fn compiled(pattern: &str) -> Option<Regex> {
    let mut builder = RegexBuilder::new(pattern);
    builder.size_limit(LARGEST_PATTERN).build().ok()
}

fn rule_of(rule: WrittenRule, line: usize) -> Result<Rule, &'static str> {
    let whats = [
        rule.person.map(What::Person),
        rule.word.map(What::Word),
        rule.pattern.map(What::Pattern),
        rule.kind.map(What::Kind),
        rule.message.map(What::Message),
    ];
    let mut whats = whats.into_iter().flatten();
    let one = "a rule has one of person, word, pattern, kind and message";
    let what = whats.next().ok_or(one)?;
    if whats.next().is_some() {
        return Err(one);
    }
    match &what {
        What::Person(text) | What::Word(text) if text.trim().is_empty() => {
            return Err("nothing is named");
        }
        What::Pattern(pattern) => match compiled(pattern) {
            None => return Err("not a pattern, or too large a one"),
            Some(regex) if regex.is_match("") => {
                return Err("the pattern fits nothing at all, too");
            }
            Some(_) => {}
        },
        _ => {}
    }
    let action = match (rule.action, rule.with) {
        (WrittenAction::LeaveOut, None) => Action::LeaveOut,
        (WrittenAction::LeaveOut, Some(_)) => return Err("what is left out is not replaced"),
        (WrittenAction::Replace, with) => Action::Replace(with),
    };
    Ok(Rule { line, what, action })
}

fn line_of(text: &str, at: usize) -> usize {
    let before = text.get(..at).unwrap_or_default();
    before.matches('\n').count() + 1
}

fn unreadable(text: &str, at: usize, what: &'static str) -> RedactError {
    RedactError::Unreadable {
        line: line_of(text, at),
        what,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rules_are_read_and_their_digest_is_theirs() {
        let text = "version = 1\nfiles = \"none\"\n[[rule]]\nword = \"Zürich\"\naction = \"replace\"\n\
                    [[rule]]\nkind = \"location\"\naction = \"leave_out\"\n";
        let rules = RedactionRules::read(text).unwrap();
        assert_eq!((rules.rules.len(), rules.files()), (2, FileRule::None));
        assert_eq!(rules.placeholder, "[removed]");
        assert_eq!(rules.rules[1].line, 6);
        assert_eq!(format!("{rules:?}"), "RedactionRules(2 rules)");
        assert_ne!(
            rules.digest(),
            RedactionRules::read("version = 1").unwrap().digest()
        );
    }

    #[test]
    fn a_rule_that_cannot_be_followed_is_named_by_its_line_and_never_by_its_words() {
        for (rule, line) in [
            ("word = \"secret\"", 2),
            ("word = \"secret\"\naction = \"hide\"", 4),
            (
                "word = \"secret\"\nkind = \"text\"\naction = \"replace\"",
                2,
            ),
            ("word = \" \"\naction = \"replace\"", 2),
            ("pattern = '('\naction = \"replace\"", 2),
            ("pattern = 'x*'\naction = \"replace\"", 2),
            ("word = \"secret\"\naction = \"leave_out\"\nwith = \"x\"", 2),
            ("words = \"secret\"\naction = \"replace\"", 3),
        ] {
            let error =
                RedactionRules::read(&format!("version = 1\n[[rule]]\n{rule}\n")).unwrap_err();
            assert_eq!(error.line(), Some(line), "{rule}: {error}");
            assert!(!error.to_string().contains("secret"), "{error}");
        }
        assert!(matches!(
            RedactionRules::read("version = 2"),
            Err(RedactError::UnknownVersion { found: 2 })
        ));
    }
}
