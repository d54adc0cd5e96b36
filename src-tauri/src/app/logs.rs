//! The log: one file a day, seven kept. It cannot carry content: only the names our code gives its events, places in
//! source files, and numbers from a list are ever written; texts and other fields are dropped, whoever sent them.

use std::fmt::Write as _;
use std::path::{Path, PathBuf};
use std::sync::Mutex;

use latchkey_passkey::SILENCED_TARGETS;
use tracing::field::{Field, Visit};
use tracing::{Event, Level, Subscriber};
use tracing_appender::rolling::{RollingFileAppender, Rotation};
use tracing_subscriber::layer::{Context, Layer, SubscriberExt as _};

use crate::views::ErrorCode;

/// Days that are kept.
const DAYS: usize = 7;

/// Fields whose numbers may be written; no other field is.
const NUMBERS: [&str; 6] = ["messages", "seconds", "bytes", "count", "minutes", "status"];

/// Where the log lives: the system's folder for state, else the one for data.
pub fn folder() -> PathBuf {
    state_folder().join("logs")
}

/// The app's own folder for what is neither settings nor chats.
pub fn state_folder() -> PathBuf {
    let base = dirs::state_dir().or_else(dirs::data_local_dir);
    base.unwrap_or_else(std::env::temp_dir).join("latchkey")
}

/// Starts the log. A folder that cannot be written only means that there is none.
pub fn start(folder: &Path) {
    let _ = std::fs::create_dir_all(folder);
    let file = RollingFileAppender::builder()
        .rotation(Rotation::DAILY)
        .filename_prefix("latchkey")
        .filename_suffix("log")
        .max_log_files(DAYS)
        .build(folder);
    if let Ok(file) = file {
        let _ = tracing::subscriber::set_global_default(
            tracing_subscriber::registry().with(OnlyNames::new(file)),
        );
    }
}

/// A command failed with a code.
pub fn failed(code: ErrorCode) {
    tracing::warn!(name: "command-failed", code = code.as_str());
}

/// A panic at `place` in our source.
pub fn panicked(place: &str) {
    tracing::error!(name: "panic", place);
}

/// The window's scripts stopped at `place`; a place that does not look like one is not written.
pub fn window_problem(kind: WindowProblem, place: &str) {
    match kind {
        WindowProblem::Error => tracing::error!(name: "window-error", place),
        WindowProblem::Rejection => tracing::error!(name: "window-rejection", place),
        WindowProblem::Render => tracing::error!(name: "window-render", place),
        WindowProblem::Other => tracing::error!(name: "window-problem", place),
    }
}

/// What stopped in the window.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum WindowProblem {
    /// A script error.
    Error,
    /// A promise nobody caught.
    Rejection,
    /// A screen that could not be drawn.
    Render,
    /// Anything else.
    Other,
}

impl WindowProblem {
    /// From the window's word.
    pub fn from_word(word: &str) -> Self {
        match word {
            "error" => Self::Error,
            "unhandledrejection" | "rejection" => Self::Rejection,
            "render" | "boundary" => Self::Render,
            _ => Self::Other,
        }
    }
}

/// Writes an event's name, where it stands in the source, a code, and listed numbers.
struct OnlyNames<W> {
    into: Mutex<W>,
}

impl<W: std::io::Write> OnlyNames<W> {
    fn new(into: W) -> Self {
        Self {
            into: Mutex::new(into),
        }
    }
}

impl<S: Subscriber, W: std::io::Write + 'static> Layer<S> for OnlyNames<W>
where
    Self: 'static,
{
    fn enabled(&self, metadata: &tracing::Metadata<'_>, _: Context<'_, S>) -> bool {
        let target = metadata.target();
        *metadata.level() <= Level::INFO && target.starts_with("latchkey") && !is_silenced(target)
    }

    fn on_event(&self, event: &Event<'_>, _: Context<'_, S>) {
        let metadata = event.metadata();
        let mut line = now();
        let _ = write!(
            line,
            " {} {} {}",
            metadata.level(),
            metadata.target(),
            metadata.name()
        );
        event.record(&mut Allowed(&mut line));
        line.push('\n');
        if let Ok(mut into) = self.into.lock() {
            let _ = into.write_all(line.as_bytes());
        }
    }
}

/// Targets that carry what passes between an authenticator and us: nothing of theirs is written, however the rest of
/// this log is widened one day.
fn is_silenced(target: &str) -> bool {
    SILENCED_TARGETS.iter().any(|silenced| {
        let below = target.strip_prefix(silenced);
        below.is_some_and(|below| below.is_empty() || below.starts_with("::"))
    })
}

/// Seconds since 1970, UTC: no time zone is a thing to know about a person.
fn now() -> String {
    let since = std::time::SystemTime::now().duration_since(std::time::UNIX_EPOCH);
    format!("{:.3}", since.unwrap_or_default().as_secs_f64())
}

/// Takes what may be written and nothing else.
struct Allowed<'a>(&'a mut String);

impl Visit for Allowed<'_> {
    fn record_u64(&mut self, field: &Field, value: u64) {
        if NUMBERS.contains(&field.name()) {
            let _ = write!(self.0, " {}={value}", field.name());
        }
    }

    fn record_i64(&mut self, field: &Field, value: i64) {
        if let Ok(value) = u64::try_from(value) {
            self.record_u64(field, value);
        }
    }

    fn record_str(&mut self, field: &Field, value: &str) {
        let allowed = match field.name() {
            "code" => ErrorCode::ALL.iter().any(|code| code.as_str() == value),
            "place" => is_place(value),
            _ => false,
        };
        if allowed {
            let _ = write!(self.0, " {}={value}", field.name());
        }
    }

    fn record_debug(&mut self, _: &Field, _: &dyn std::fmt::Debug) {}
}

/// `path/to/file.ext:line` or with a column: nothing a message could look like.
fn is_place(text: &str) -> bool {
    let mut parts = text.rsplitn(3, ':');
    let (Some(last), Some(middle)) = (parts.next(), parts.next()) else {
        return false;
    };
    let number = |part: &str| {
        !part.is_empty() && part.len() <= 7 && part.bytes().all(|b| b.is_ascii_digit())
    };
    let file = match parts.next() {
        Some(file) if number(middle) => file,
        None => middle,
        Some(_) => return false,
    };
    let known = [".rs", ".js", ".ts", ".svelte"]
        .iter()
        .any(|end| file.ends_with(end));
    let plain = |b: u8| b.is_ascii_alphanumeric() || b"/._-".contains(&b);
    number(last) && known && file.len() <= 120 && file.bytes().all(plain)
}

#[cfg(test)]
mod tests;
