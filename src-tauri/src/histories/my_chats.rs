//! My chats: the histories on this computer, named, moved, copied, laid to rest and brought back. One long work at a time.

use std::ops::ControlFlow;
use std::path::Path;
use std::time::{Duration, Instant};

use latchkey_keyring::Timestamp;
use latchkey_restore::{DataFolder, History, HistorySummary, Target};

use crate::histories::opening;
use crate::shell::session::{Lent, Opened, Since};
use crate::shell::{Parts, Shell};
use crate::views::{CommandError, CopyProgressView, ErrorCode, HistoryView};

/// The window is told this often.
const EVERY: Duration = Duration::from_millis(100);

/// Gives a history the person's own name.
///
/// # Errors
/// `usage` when there is no such history; what the disk says.
pub fn rename(shell: &Shell, id: &str, name: &str) -> Result<(), CommandError> {
    let renamed = shell.data_folder()?.rename_history(id, name);
    renamed.map_err(refused)
}

/// Moves a history into a folder of the person's choice. One that is open is open again afterwards, in its new place.
///
/// # Errors
/// What moving says; the history is where it was then. `in_use` also while something else runs.
pub fn move_to(
    shell: &Shell,
    id: &str,
    folder: &Path,
    tell: &mut dyn FnMut(CopyProgressView),
) -> Result<(), CommandError> {
    let _turn = shell.running.begin()?;
    let ours = shell.data_folder()?;
    let open = lend(shell, &ours, id)?;
    let mut told = telling(shell, tell);
    let mut go_on = |done, total| {
        shell.session.touch();
        told(done, total)
    };
    let moved = ours.move_history(id, folder, Timestamp::now(), &mut go_on);
    if let Some((target, lent)) = open {
        open_again(&ours, id, target, lent);
    }
    moved.map(drop).map_err(refused)
}

/// Closes a history that is open and keeps what opens it.
fn lend<'a>(
    shell: &'a Shell,
    ours: &DataFolder,
    id: &str,
) -> Result<Option<(Target, Lent<'a>)>, CommandError> {
    if shell.session.history().as_deref() != Some(id) {
        return Ok(None);
    }
    let (history, lent) = shell.session.lend()?;
    if ours.history_dir(id).as_deref() != Some(history.dir()) {
        // Another was opened meanwhile.
        lent.give_back(history);
        return Ok(None);
    }
    Ok(Some((history.into_target(), lent)))
}

/// Whatever became of a move, the history is where the list says; when it does not open there, none is open.
fn open_again(ours: &DataFolder, id: &str, target: Target, lent: Lent<'_>) {
    if let (Target::Existing { keyring, .. }, Some(dir)) = (target, ours.history_dir(id)) {
        match History::open_keyring(&dir, keyring, &ours.seen(), Timestamp::now()) {
            Ok(history) => {
                lent.give_back(history);
            }
            Err(_) => tracing::warn!(name: "moved-and-closed", ""),
        }
    }
}

/// Saves a copy of a history, which may be open, into a folder of the person's choice. No key is needed: a lock closes the
/// history, and the copying goes on.
///
/// # Errors
/// What copying says; `in_use` also while something else runs.
pub fn save_copy(
    shell: &Shell,
    id: &str,
    folder: &Path,
    tell: &mut dyn FnMut(CopyProgressView),
) -> Result<(), CommandError> {
    let _turn = shell.running.begin_on_files()?;
    let mut go_on = telling(shell, tell);
    let saved = shell
        .data_folder()?
        .save_copy(id, folder, Timestamp::now(), &mut go_on);
    saved.map(drop).map_err(refused)
}

/// Takes a copy back as a history of its own; its id. It has a name that says so when its twin is here already.
///
/// # Errors
/// `not_a_history` when the folder holds none; else what copying says. `in_use` also while something else runs.
pub fn restore_copy(
    shell: &Shell,
    folder: &Path,
    tell: &mut dyn FnMut(CopyProgressView),
) -> Result<String, CommandError> {
    let _turn = shell.running.begin_on_files()?;
    let today = Timestamp::now().strftime("%Y-%m-%d").to_string();
    let twin = shell.words().with("copy-name", "date", &today);
    let mut go_on = telling(shell, tell);
    let taken = shell.data_folder()?.take_copy(folder, &twin, &mut go_on);
    taken.map_err(refused)
}

/// Lays a history to rest; `lock` is called first when it is the open one.
///
/// # Errors
/// `in_use` while another program has it open; what the disk says.
pub fn rest(shell: &Shell, id: &str, lock: &dyn Fn()) -> Result<(), CommandError> {
    if shell.session.history().as_deref() == Some(id) {
        lock();
    }
    let rested = shell.data_folder()?.rest(id, Timestamp::now());
    rested.map_err(refused)
}

/// The histories that rest.
///
/// # Errors
/// When the data folder cannot be read.
pub fn resting(shell: &Shell) -> Result<Vec<HistoryView>, CommandError> {
    let entries = shell.data_folder()?.resting()?;
    Ok(entries.into_iter().map(opening::view).collect())
}

/// A resting history is listed again.
///
/// # Errors
/// `usage` when it does not rest.
pub fn bring_back(shell: &Shell, id: &str) -> Result<(), CommandError> {
    shell.data_folder()?.bring_back(id).map_err(refused)
}

/// Deletes a resting history at once, its key first.
///
/// # Errors
/// `usage` when it does not rest, `not_a_history` while its disk is away; what the disk says.
pub fn delete_resting(shell: &Shell, id: &str) -> Result<(), CommandError> {
    shell.data_folder()?.delete_resting(id).map_err(refused)
}

/// At every start: moves that were cut off, rests that are over, and folders that a crash left.
pub fn tidy_up(shell: &Shell) {
    let Ok(folder) = shell.data_folder() else {
        return;
    };
    let moves = folder.finish_moves();
    let rests = folder.end_rests(Timestamp::now()).unwrap_or(0);
    let count = folder.remove_leftovers().unwrap_or(0);
    tracing::info!(name: "leftovers-removed", count, moves, rests);
}

/// Notes what is asked for of a history when it is not open. A convenience only: it is open, whatever becomes of the note.
pub fn note(shell: &Parts, id: &str, history: &History, opened: Option<Timestamp>) {
    write_note(shell, id, HistorySummary::of(history), opened);
}

/// Makes a history the open one, and closes another that was.
///
/// # Errors
/// As `Session::open`.
pub fn become_open(shell: &Parts, opened: Opened, since: Since) -> Result<(), CommandError> {
    if let Some(replaced) = shell.session.open(opened, since)? {
        close(shell, replaced);
    }
    Ok(())
}

/// As [`note`], of the history that is open, after a change of what is noted: a crash must not leave an earlier count.
pub fn note_open(shell: &Parts) {
    // Inside, so that of two changes the later one is noted last.
    shell
        .session
        .peek_opened(|opened| note(shell, &opened.id, &opened.history, None));
}

/// Closes a history: its keys are wiped before anything of it is noted.
pub fn close(shell: &Parts, opened: Opened) {
    let Opened { id, history } = opened;
    let summary = HistorySummary::of(&history);
    history.close();
    write_note(shell, &id, summary, None);
}

fn write_note(shell: &Parts, id: &str, summary: HistorySummary, opened: Option<Timestamp>) {
    let folder = shell.data_folder();
    let noted = folder.and_then(|folder| Ok(folder.note_history(id, summary, opened)?));
    if noted.is_err() {
        tracing::warn!(name: "history-not-noted", "");
    }
}

/// What the window says of a failure here: a folder without a history is no broken backup.
pub fn refused(error: impl Into<CommandError>) -> CommandError {
    let error = error.into();
    match error.code {
        ErrorCode::NotABackup => not_there(),
        _ => error,
    }
}

/// There is no history in the folder, or not now.
pub fn not_there() -> CommandError {
    CommandError::new(ErrorCode::NotAHistory, "no history in this folder")
}

/// Tells the window how far it came, not too often; goes on until it is cancelled.
fn telling<'a>(
    shell: &'a Shell,
    tell: &'a mut dyn FnMut(CopyProgressView),
) -> impl FnMut(u64, u64) -> ControlFlow<()> + 'a {
    let mut told: Option<Instant> = None;
    move |done, total| {
        if told.is_none_or(|told| told.elapsed() >= EVERY) {
            told = Some(Instant::now());
            tell(CopyProgressView { done, total });
        }
        shell.running.answer()
    }
}

#[cfg(test)]
mod tests;
