//! What is added to an open history without a restore: names from an address book, a media folder. One at a time, as a restore.

use latchkey_restore::{ContactsReport, History, forget_contacts, import_contacts};

use crate::shell::Shell;
use crate::views::{AddressBookView, CommandError};

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
