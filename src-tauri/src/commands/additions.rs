//! Additions to the open history: names from an address book, a media folder.

use tauri::State;
use tauri::ipc::Channel;

use super::blocking;
use crate::histories::additions;
use crate::shell::Shell;
use crate::views::{AddressBookView, CommandError, LinkProgressView, LinkedView};

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

/// Looks for the files of messages in the media folder that was picked; `cancel_restore` stops it.
#[tauri::command]
pub async fn link_media(
    shell: State<'_, Shell>,
    on_progress: Channel<LinkProgressView>,
) -> Result<LinkedView, CommandError> {
    let shell = shell.inner().clone();
    blocking(move || {
        additions::link(&shell, &mut |view| {
            let _ = on_progress.send(view);
        })
    })
    .await
}
