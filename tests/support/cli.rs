//! Runs the `latchkey` command in a home and reads its JSON.

use std::ffi::{OsStr, OsString};
use std::path::Path;
use std::process::{Command, Stdio};

use serde_json::Value;

use crate::home::Home;
use crate::programs::program;

/// What a command did.
#[derive(Debug)]
pub struct Done {
    /// Exit code; `None` when a signal ended it.
    pub code: Option<i32>,
    /// Data.
    pub stdout: String,
    /// Everything else.
    pub stderr: String,
}

/// Arguments of any kind of text.
#[macro_export]
macro_rules! arguments {
    ($($part:expr),* $(,)?) => { [$(std::ffi::OsString::from($part)),*] };
}

/// A command in a home, not yet started; its output is captured.
#[must_use]
pub fn command(home: &Home, arguments: &[OsString]) -> Command {
    let mut command = Command::new(program("latchkey"));
    home.furnish(&mut command)
        .args(arguments)
        .stdin(Stdio::null())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped());
    command
}

/// Runs it to its end.
#[must_use]
pub fn run(home: &Home, arguments: &[OsString]) -> Done {
    let output = command(home, arguments).output().unwrap();
    Done {
        code: output.status.code(),
        stdout: String::from_utf8(output.stdout).unwrap(),
        stderr: String::from_utf8_lossy(&output.stderr).into_owned(),
    }
}

impl Done {
    /// The one JSON value on stdout.
    ///
    /// # Panics
    /// When stdout is something else.
    #[must_use]
    pub fn json(&self) -> Value {
        serde_json::from_str(&self.stdout).unwrap_or_else(|error| {
            panic!("{error}\nstdout: {}\nstderr: {}", self.stdout, self.stderr)
        })
    }

    /// The values of JSON Lines on stdout.
    #[must_use]
    pub fn json_lines(&self) -> Vec<Value> {
        self.stdout
            .lines()
            .map(|line| serde_json::from_str(line).unwrap())
            .collect()
    }

    /// Asserts the exit code and hands itself on.
    #[must_use]
    pub fn ended_with(self, code: i32) -> Self {
        assert_eq!(
            self.code,
            Some(code),
            "stdout: {}\nstderr: {}",
            self.stdout,
            self.stderr
        );
        self
    }

    /// The error code of a failed command.
    #[must_use]
    pub fn error_code(&self) -> String {
        self.json()["error"]["code"]
            .as_str()
            .unwrap_or_default()
            .to_owned()
    }
}

/// `latchkey restore … --json` into `index`, with the home's recipient when the history is new and its identity else.
#[must_use]
pub fn restore(home: &Home, backup: &Path, key: &Path, index: &Path, more: &[&OsStr]) -> Done {
    run(home, &restore_arguments(home, backup, key, index, more))
}

/// The arguments of [`restore`].
#[must_use]
pub fn restore_arguments(
    home: &Home,
    backup: &Path,
    key: &Path,
    index: &Path,
    more: &[&OsStr],
) -> Vec<OsString> {
    let mut arguments: Vec<OsString> = arguments![
        "restore",
        backup,
        "--key-file",
        key,
        "--index",
        index,
        "--json"
    ]
    .into();
    if index.exists() {
        arguments.extend(arguments!["--identity", home.identity()]);
    } else {
        arguments.extend(arguments!["--recipient", home.recipient()]);
    }
    arguments.extend(more.iter().map(|part| (*part).to_owned()));
    arguments
}

/// A command that reads an index: `latchkey VERB --index DIR --identity FILE … --json`.
#[must_use]
pub fn read(home: &Home, verb: &str, index: &Path, more: &[&str]) -> Done {
    let mut arguments: Vec<OsString> = arguments![
        verb,
        "--index",
        index,
        "--identity",
        home.identity(),
        "--json"
    ]
    .into();
    arguments.extend(more.iter().map(OsString::from));
    run(home, &arguments)
}
