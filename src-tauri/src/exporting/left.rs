//! Exports of the open history that were cut off, wherever they were begun.

use latchkey_export::{Unfinished, unfinished as find};

use super::{place, shown_name};
use crate::shell::{Shell, held};
use crate::views::{CommandError, UnfinishedExportView};

/// Those of the open history: of another one's nothing is told.
///
/// # Errors
/// As `Session::read`.
pub fn unfinished(shell: &Shell) -> Result<Vec<UnfinishedExportView>, CommandError> {
    let history = shell.session.read(|history| history.index().history_id())?;
    let found = find(&place::folders(shell));
    let of_this = found.into_iter().filter(|one| one.history == history);
    Ok(of_this.map(|one| view(shell, &one)).collect())
}

/// The unfinished export of an id, as it is now.
///
/// # Errors
/// `usage` for an id that was not given out, or a folder that is none any more.
pub(super) fn of(shell: &Shell, id: &str) -> Result<Unfinished, CommandError> {
    let chosen = held(&shell.exporting.chosen);
    let path = chosen.book.path(id);
    let path = path.ok_or(CommandError::usage("no such export was found before"))?;
    Ok(Unfinished::read(path)?)
}

/// Deletes one, with everything in its folder.
///
/// # Errors
/// `in_use` while it is written; else as for [`unfinished`], and what the disk says.
pub fn delete(shell: &Shell, id: &str) -> Result<(), CommandError> {
    Ok(of(shell, id)?.delete()?)
}

fn view(shell: &Shell, one: &Unfinished) -> UnfinishedExportView {
    let folder = one.path.parent().unwrap_or(&one.path);
    let name = shown_name(&one.path);
    UnfinishedExportView {
        id: held(&shell.exporting.chosen).book.id(&one.path),
        name: name.strip_suffix(".unfinished").unwrap_or(&name).to_owned(),
        folder: folder.to_string_lossy().into_owned(),
        format: one.format().into(),
        begun: one.begun,
        done: one.done,
        total: one.total,
        redacted: one.redacted,
        in_use: one.in_use,
    }
}
