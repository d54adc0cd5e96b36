//! Additions to the open history: names from an address book.

use tauri::State;

use super::blocking;
use crate::additions;
use crate::shell::Shell;
use crate::views::{AddressBookView, CommandError};

/// Takes the names of the contacts file that was picked. `country`: two letters, empty for a guess.
#[tauri::command]
pub async fn import_contacts(
    shell: State<'_, Shell>,
    country: String,
) -> Result<AddressBookView, CommandError> {
    let shell = shell.inner().clone();
    blocking(move || additions::add_contacts(&shell, &country)).await
}

/// Takes every name of an address book out again; how many there were.
#[tauri::command]
pub async fn forget_contacts(shell: State<'_, Shell>) -> Result<u64, CommandError> {
    let shell = shell.inner().clone();
    blocking(move || additions::take_contacts_out(&shell)).await
}
