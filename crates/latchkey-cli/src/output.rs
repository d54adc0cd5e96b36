//! Where everything a command says goes: data to stdout, the rest to stderr, JSON when asked.
//!
//! Text from a history is shown without control characters: a message must not move the cursor.

use crate::failure::Failure;
use crate::words::Words;
use latchkey_restore::ErrorCode;
use serde::Serialize;
use std::io::{self, IsTerminal, Write};

/// The two ways out, and the words for them.
pub(crate) struct Output {
    json: bool,
    words: Words,
}

impl Output {
    pub(crate) fn new(json: bool) -> Self {
        Self {
            json,
            words: Words::english(),
        }
    }

    /// Whether the person asked for JSON.
    pub(crate) fn is_json(&self) -> bool {
        self.json
    }

    pub(crate) fn words(&self) -> &Words {
        &self.words
    }

    /// Data as one JSON value on a line.
    pub(crate) fn json(&self, value: &impl Serialize) -> Result<(), Failure> {
        let mut line = serde_json::to_string(value)
            .map_err(|_| Failure::new(ErrorCode::Internal).detail("a value that is no JSON"))?;
        line.push('\n');
        self.text(&line)
    }

    /// Data as it is.
    pub(crate) fn text(&self, text: &str) -> Result<(), Failure> {
        let mut out = io::stdout().lock();
        out.write_all(text.as_bytes())
            .and_then(|()| out.flush())
            .map_err(|source| Failure::stdout(&source))
    }

    /// A line of data from the catalogue.
    pub(crate) fn say(&self, id: &str, facts: &[(&str, String)]) -> Result<(), Failure> {
        self.text(&format!("{}\n", self.words.say(id, facts)))
    }

    /// A line for the person, beside the data.
    pub(crate) fn note(&self, id: &str, facts: &[(&str, String)]) {
        let _ = writeln!(io::stderr(), "{}", self.words.say(id, facts));
    }

    /// One of several things could not be read; the command goes on with the others.
    pub(crate) fn unread(&self, failure: &Failure) {
        let _ = writeln!(io::stderr(), "error: {}", failure.message(&self.words));
    }

    /// One JSON value, and the error that it does not tell of.
    pub(crate) fn json_with_error(
        &self,
        value: &impl Serialize,
        failure: &Failure,
    ) -> Result<(), Failure> {
        let mut value = serde_json::to_value(value).unwrap_or_default();
        if let Some(fields) = value.as_object_mut() {
            let mut error = failure.to_json(&self.words);
            fields.insert("error".to_owned(), error["error"].take());
        }
        self.json(&value)
    }

    /// What went wrong, and what to do.
    pub(crate) fn failure(&self, failure: &Failure) {
        if self.json {
            let _ = self.json(&failure.to_json(&self.words));
            return;
        }
        let mut err = io::stderr().lock();
        let _ = writeln!(err, "error: {}", failure.message(&self.words));
        if let Some(hint) = failure.hint(&self.words) {
            let _ = writeln!(err, "hint: {hint}");
        }
    }
}

/// Whether questions can be asked.
pub(crate) fn can_ask() -> bool {
    io::stdin().is_terminal() && io::stderr().is_terminal()
}

/// Text from elsewhere as one line of a terminal: control characters and direction overrides become marks.
pub(crate) fn clean(text: &str) -> String {
    text.chars()
        .map(|character| match character {
            '\n' | '\r' | '\t' | '\u{2028}' | '\u{2029}' => ' ',
            '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' => '\u{fffd}',
            character if character.is_control() => '\u{fffd}',
            character => character,
        })
        .collect()
}

/// A sender's name; a word for one whom nobody can name, nothing where there is no sender.
pub(crate) fn sender_named(is_there: bool, name: Option<&str>, output: &Output) -> String {
    match name.map(clean).filter(|name| !name.trim().is_empty()) {
        Some(name) => name,
        None if is_there => output.words().say("unknown-sender", &[]),
        None => String::new(),
    }
}

/// A size in bytes as people read it.
pub(crate) fn bytes(count: u64) -> String {
    const UNITS: [&str; 5] = ["KiB", "MiB", "GiB", "TiB", "PiB"];
    if count < 1024 {
        return format!("{count} bytes");
    }
    let (mut whole, mut unit) = (count, 0);
    while whole >= 1024 * 1024 && unit + 1 < UNITS.len() {
        whole /= 1024;
        unit += 1;
    }
    format!(
        "{}.{} {}",
        whole / 1024,
        whole % 1024 * 10 / 1024,
        UNITS[unit]
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn text_from_a_message_cannot_move_the_cursor() {
        assert_eq!(clean("a\u{1b}[2Jb\nc\u{202e}d"), "a\u{fffd}[2Jb c\u{fffd}d");
    }

    #[test]
    fn sizes_are_short() {
        assert_eq!(bytes(17), "17 bytes");
        assert_eq!(bytes(240_529), "234.8 KiB");
        assert_eq!(bytes(3 << 30), "3.0 GiB");
    }
}
