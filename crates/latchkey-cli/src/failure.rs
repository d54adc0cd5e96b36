//! A failed command: its code, the facts scripts rely on, and the pair of words from the catalogue.

mod exports;
mod sources;

use crate::output::{bytes, clean};
use crate::words::Words;
use latchkey_restore::{ErrorCode, HasCode};
use serde_json::{Map, Value, json};
use std::fmt::Display;
use std::io;
use std::path::Path;

/// Why a command failed.
#[derive(Debug)]
pub(crate) struct Failure {
    code: ErrorCode,
    /// Names a pair of words that fits better than the code's own: `err-<code>-<about>`.
    about: Option<&'static str>,
    /// Fields of the JSON error, and arguments of the words.
    facts: Map<String, Value>,
    closed_pipe: bool,
}

impl Failure {
    pub(crate) fn new(code: ErrorCode) -> Self {
        Self {
            code,
            about: None,
            facts: Map::new(),
            closed_pipe: false,
        }
    }

    /// From an error of the crates below: its code, what is known of the key, its own words as detail.
    pub(crate) fn of(error: &(impl HasCode + Display)) -> Self {
        let mut failure = Self::new(error.code()).detail(&error.to_string());
        if let Some(fits) = error.key_fits() {
            failure = failure.fact("key", if fits { "fits" } else { "unknown" });
        }
        if let Some(retries) = error.retries() {
            failure = failure.fact("retries", retries);
        }
        if let Some(absence) = error.absence() {
            failure = failure.fact("absence", absence);
        }
        failure
    }

    /// Wrong use of the command, with a pair of words of its own.
    pub(crate) fn usage(about: &'static str) -> Self {
        Self::new(ErrorCode::Usage).about(about)
    }

    /// Wrong arguments, as clap puts it.
    pub(crate) fn arguments(error: &clap::Error) -> Self {
        let text = error.render().to_string();
        let what = text.lines().next().unwrap_or_default();
        let what = what.strip_prefix("error: ").unwrap_or(what);
        Self::new(ErrorCode::Usage).detail(what)
    }

    /// Our own output could not be written.
    pub(crate) fn stdout(error: &io::Error) -> Self {
        Self {
            closed_pipe: error.kind() == io::ErrorKind::BrokenPipe,
            ..Self::of(error).fact("path", "stdout")
        }
    }

    /// Whether it has this code.
    pub(crate) fn is(&self, code: ErrorCode) -> bool {
        self.code == code
    }

    /// The same under another code, its technical words left out.
    pub(crate) fn instead(mut self, code: ErrorCode) -> Self {
        self.code = code;
        self.facts.remove("detail");
        self
    }

    pub(crate) fn about(mut self, about: &'static str) -> Self {
        self.about = Some(about);
        self
    }

    /// Adds a field.
    pub(crate) fn fact(mut self, name: &str, value: impl Into<Value>) -> Self {
        self.facts.insert(name.to_owned(), value.into());
        self
    }

    /// Says which path, unless that is known already.
    pub(crate) fn at(mut self, path: &Path) -> Self {
        let path = path.to_string_lossy().into_owned();
        self.facts.entry("path").or_insert_with(|| path.into());
        self
    }

    /// The technical words, for reports: never content.
    pub(crate) fn detail(self, detail: &str) -> Self {
        self.fact("detail", detail)
    }

    /// Whether it is the history that stands in the way, not the backup.
    pub(crate) fn is_about_history(&self) -> bool {
        matches!(
            self.code,
            ErrorCode::AlreadyExists
                | ErrorCode::InUse
                | ErrorCode::OtherAccount
                | ErrorCode::NoSpace
                | ErrorCode::IndexDamaged
                | ErrorCode::KeyringTampered
                | ErrorCode::KeyringOlder
        )
    }

    pub(crate) fn is_closed_pipe(&self) -> bool {
        self.closed_pipe
    }

    pub(crate) fn message(&self, words: &Words) -> String {
        self.half(words, "err")
            .unwrap_or_else(|| self.code.to_string())
    }

    pub(crate) fn hint(&self, words: &Words) -> Option<String> {
        self.half(words, "hint")
            .filter(|hint| !hint.trim().is_empty())
    }

    pub(crate) fn to_json(&self, words: &Words) -> Value {
        let mut error = Map::new();
        error.insert("code".into(), json!(self.code));
        error.insert("message".into(), self.message(words).into());
        if let Some(hint) = self.hint(words) {
            error.insert("hint".into(), hint.into());
        }
        error.extend(self.facts.clone());
        json!({ "error": error })
    }

    fn half(&self, words: &Words, half: &str) -> Option<String> {
        let facts = self.facts_as_text();
        let general = format!("{half}-{}", self.code);
        let special = self.about.map(|about| format!("{general}-{about}"));
        special
            .and_then(|id| words.find(&id, &facts))
            .or_else(|| words.find(&general, &facts))
    }

    /// The facts as the words show them; those that every pair may use are always there.
    fn facts_as_text(&self) -> Vec<(&str, String)> {
        let mut texts: Vec<(&str, String)> = Vec::new();
        for name in [
            "path",
            "detail",
            "key",
            "found",
            "secret",
            "slip",
            "group",
            "report",
            "retries",
            "absence",
            "min_length",
            "seconds",
            "authenticator",
            "slots",
            "ways",
            "tables",
            "line",
        ] {
            if !self.facts.contains_key(name) {
                texts.push((name, default_fact(name).to_owned()));
            }
        }
        for (name, value) in &self.facts {
            let text = match value {
                Value::String(text) => clean(text),
                Value::Number(number) if name == "needed" || name == "limit" => {
                    number.as_u64().map_or_else(|| number.to_string(), bytes)
                }
                Value::Array(items) => list(items),
                other => other.to_string(),
            };
            texts.push((name, text));
        }
        texts
    }
}

/// What stands for a fact that an error does not know.
fn default_fact(name: &str) -> &'static str {
    match name {
        "path" => "a file or folder",
        "key" => "unknown",
        "report" => "without a number",
        "line" | "retries" | "absence" | "min_length" | "seconds" | "authenticator" => "unknown",
        "ways" => "none",
        _ => "",
    }
}

/// Names in one line.
fn list(items: &[Value]) -> String {
    let names = items.iter().map(|item| match item {
        Value::String(text) => clean(text),
        other => other.to_string(),
    });
    let names: Vec<_> = names.collect();
    match names.is_empty() {
        true => "none".to_owned(),
        false => names.join(", "),
    }
}
