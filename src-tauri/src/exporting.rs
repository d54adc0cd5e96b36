//! Exports from the window: one at a time, told as they go, stopped by the person or by a lock. What is written stays and can
//! be gone on with; nothing of a chat that is hidden is ever in one.

mod asking;
pub mod estimating;
mod left;
pub mod people;
pub mod place;
mod report;
pub mod writing;

use std::ops::ControlFlow;
use std::path::{Path, PathBuf};
use std::sync::Mutex;
use std::sync::atomic::{AtomicU64, Ordering};

use latchkey_export::ExportError;
use latchkey_redact::RedactionRules;

use crate::browsing::Zone;
use crate::files;
use crate::shell::{Shell, held};
use crate::views::{CommandError, ErrorCode, ExportGroundView};
use crate::wizard::PathBook;

pub use left::delete;

/// Bytes of a redaction file, at most.
const LARGEST_RULES: u64 = 16 << 20;

/// What was chosen for exports in the system's dialogs, and whether an estimate is still wanted.
#[derive(Default)]
pub struct Exporting {
    chosen: Mutex<Chosen>,
    /// Counts the estimates that were asked for: only the last is wanted.
    turn: AtomicU64,
    /// Held by the estimate that is being made.
    one: Mutex<()>,
}

/// Paths and rules that the window only names.
#[derive(Default)]
struct Chosen {
    place: Option<PathBuf>,
    rules: Option<(String, RedactionRules)>,
    dataset: Option<PathBuf>,
    made: Option<PathBuf>,
    book: PathBook,
}

impl Exporting {
    /// Stops the estimate that is being made.
    pub fn cancel_estimate(&self) {
        self.turn.fetch_add(1, Ordering::SeqCst);
    }

    /// Forgets everything that was chosen: the words of rules are content.
    pub fn forget(&self) {
        self.cancel_estimate();
        *held(&self.chosen) = Chosen::default();
    }

    /// The folder that the last export became.
    ///
    /// # Errors
    /// `usage` where there is none.
    pub fn made(&self) -> Result<PathBuf, CommandError> {
        let made = held(&self.chosen).made.clone();
        made.ok_or(CommandError::usage("nothing was exported"))
    }

    /// Takes another dataset to add to; its name as it can be shown.
    pub fn use_dataset(&self, folder: PathBuf) -> String {
        let name = shown_name(&folder);
        held(&self.chosen).dataset = Some(folder);
        name
    }

    /// No rules any more.
    pub fn drop_rules(&self) {
        held(&self.chosen).rules = None;
    }

    fn go_on(&self, turn: u64) -> ControlFlow<()> {
        match self.turn.load(Ordering::SeqCst) == turn {
            true => ControlFlow::Continue(()),
            false => ControlFlow::Break(()),
        }
    }
}

/// What the screen begins with.
///
/// # Errors
/// As `Session::read`.
pub fn ground(shell: &Shell) -> Result<ExportGroundView, CommandError> {
    let unfinished = left::unfinished(shell)?;
    let chosen = held(&shell.exporting.chosen);
    let redaction = chosen.rules.as_ref().map(|(name, _)| name.clone());
    let dataset = chosen.dataset.as_deref().map(shown_name);
    drop(chosen);
    Ok(ExportGroundView {
        formats: latchkey_export::formats().map(Into::into).collect(),
        place: place::view(&place::of(shell)),
        zone: Zone::of(&shell.settings())
            .iana_name()
            .unwrap_or("UTC")
            .to_owned(),
        redaction,
        dataset,
        unfinished,
    })
}

/// Reads a redaction file and keeps its rules until they are dropped or the app is locked; its name as it can be shown.
///
/// # Errors
/// `bad_redaction` with the line; what the disk says; `cancelled` after a lock.
pub fn use_rules(shell: &Shell, file: &Path) -> Result<String, CommandError> {
    let since = shell.session.since();
    let bytes = files::read_secret(file, LARGEST_RULES)?;
    let text = std::str::from_utf8(&bytes)
        .map_err(|_| CommandError::new(ErrorCode::BadRedaction, "not text in UTF-8"))?;
    let rules = RedactionRules::read(text).map_err(ExportError::Redaction)?;
    let name = shown_name(file);
    let mut chosen = held(&shell.exporting.chosen);
    if shell.session.since() != since {
        return Err(CommandError::new(ErrorCode::Cancelled, "locked meanwhile"));
    }
    chosen.rules = Some((name.clone(), rules));
    Ok(name)
}

/// The last part of a path, as it can be shown.
fn shown_name(path: &Path) -> String {
    let name = path.file_name().unwrap_or(path.as_os_str());
    name.to_string_lossy().into_owned()
}

#[cfg(test)]
mod tests;
