//! What is added to an open history without a restore: names from an address book, a media folder. One at a time, as a restore.

use std::ops::ControlFlow;
use std::time::{Duration, Instant};

use latchkey_restore::{
    ContactsReport, History, LinkMediaReport, forget_contacts, import_contacts, link_media,
};

use crate::histories::restoring::reasons;
use crate::shell::Shell;
use crate::views::{AddressBookView, CommandError, LinkProgressView, LinkedView};

/// The window is told this often.
const EVERY: Duration = Duration::from_millis(100);

/// Takes the names of the chosen contacts file. `country`: two letters for numbers without a country code; empty for a guess.
///
/// # Errors
/// `usage` when no file was chosen or no history is open; else what reading the file or changing the index meets.
pub fn add_contacts(shell: &Shell, country: &str) -> Result<AddressBookView, CommandError> {
    let file = shell.wizard().contacts.clone();
    let file = file.ok_or(CommandError::usage("no contacts file was chosen"))?;
    change(shell, |history| import_contacts(history, &file, country)).map(contacts)
}

/// Takes every name of an address book out of the open history again; how many there were.
///
/// # Errors
/// As [`add_contacts`].
pub fn take_contacts_out(shell: &Shell) -> Result<u64, CommandError> {
    change(shell, forget_contacts)
}

/// Looks for the files of messages in the chosen folder, and in those that the history knows.
///
/// # Errors
/// As [`add_contacts`]; `cancelled` when it was stopped.
pub fn link(
    shell: &Shell,
    tell: &mut dyn FnMut(LinkProgressView),
) -> Result<LinkedView, CommandError> {
    let folder = shell.wizard().media.clone();
    let folders = [folder.ok_or(CommandError::usage("no media folder was chosen"))?];
    let mut told: Option<Instant> = None;
    let mut go_on = |done, total| -> ControlFlow<()> {
        shell.session.touch();
        if told.is_none_or(|told| told.elapsed() >= EVERY) {
            told = Some(Instant::now());
            tell(LinkProgressView { done, total });
        }
        shell.running.answer()
    };
    change(shell, |history| link_media(history, &folders, &mut go_on)).map(linked)
}

/// Changes the open history; meanwhile it is lent, so that a lock need not wait for the disk.
fn change<T, E>(
    shell: &Shell,
    change: impl FnOnce(&mut History) -> Result<T, E>,
) -> Result<T, CommandError>
where
    CommandError: From<E>,
{
    let _turn = shell.running.begin()?;
    let (mut history, lent) = shell.session.lend()?;
    let changed = change(&mut history);
    lent.give_back(history);
    Ok(changed?)
}

fn contacts(report: ContactsReport) -> AddressBookView {
    AddressBookView {
        entries: report.entries,
        matched: report.matched,
        people_named: report.people_named,
        unread: report.unread,
        country: report.country,
        country_guessed: report.country_guessed,
    }
}

fn linked(report: LinkMediaReport) -> LinkedView {
    LinkedView {
        referenced: report.media.referenced,
        found: report.media.found,
        found_before: report.found_before,
        missing: reasons(report.media.missing_by_reason),
    }
}
