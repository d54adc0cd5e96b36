//! The Keys screen: the ways into the open history.

use tauri::State;
use tauri::ipc::{Channel, Request};

use super::ceremony::to_window;
use super::{blocking, secret_body};
use crate::keys;
use crate::shell::Shell;
use crate::views::{
    AuthenticatorKind, CommandError, DrillView, KeysView, KitView, MomentView, PassphraseView,
    RekeyProgressView, SlotView,
};

/// The slots, and what should be done about them.
#[tauri::command]
pub async fn keys(shell: State<'_, Shell>) -> Result<KeysView, CommandError> {
    let shell = shell.inner().clone();
    blocking(move || keys::view(&shell)).await
}

/// One more passkey.
#[tauri::command]
pub async fn add_passkey(
    shell: State<'_, Shell>,
    authenticator: AuthenticatorKind,
    label: String,
    on_moment: Channel<MomentView>,
) -> Result<SlotView, CommandError> {
    let (shell, tell) = (shell.inner().clone(), to_window(on_moment));
    blocking(move || keys::add_passkey(&shell, authenticator, &label, tell)).await
}

/// Six words; they count after `prove_passphrase`.
#[tauri::command]
pub async fn add_passphrase(
    shell: State<'_, Shell>,
    label: String,
) -> Result<PassphraseView, CommandError> {
    let shell = shell.inner().clone();
    blocking(move || keys::add_passphrase(&shell, &label)).await
}

/// Whether the typed words (raw body) open the keyring; then they are saved in it.
#[tauri::command]
pub async fn prove_passphrase(
    shell: State<'_, Shell>,
    request: Request<'_>,
) -> Result<bool, CommandError> {
    let (shell, typed) = (shell.inner().clone(), secret_body::text(&request)?);
    blocking(move || keys::prove_passphrase(&shell, &typed)).await
}

/// A new recovery kit; it counts after `prove_kit`.
#[tauri::command]
pub async fn new_kit(shell: State<'_, Shell>) -> Result<KitView, CommandError> {
    let shell = shell.inner().clone();
    blocking(move || keys::new_kit(&shell)).await
}

/// Opens the keyring with a passkey once more.
#[tauri::command]
pub async fn test_passkey(
    shell: State<'_, Shell>,
    slot: String,
    on_moment: Channel<MomentView>,
) -> Result<(), CommandError> {
    let (shell, tell) = (shell.inner().clone(), to_window(on_moment));
    blocking(move || keys::test_passkey(&shell, &slot, tell)).await
}

/// Opens the keyring with a typed kit or typed words (raw body) of the header `slot`.
#[tauri::command]
pub async fn test_kit(shell: State<'_, Shell>, request: Request<'_>) -> Result<(), CommandError> {
    let (shell, typed) = (shell.inner().clone(), secret_body::text(&request)?);
    let slot = secret_body::header(&request, "slot")?;
    blocking(move || keys::test_typed(&shell, &slot, &typed)).await
}

/// Gives a slot another name.
#[tauri::command]
pub async fn rename_slot(
    shell: State<'_, Shell>,
    slot: String,
    label: String,
) -> Result<(), CommandError> {
    let shell = shell.inner().clone();
    blocking(move || keys::rename(&shell, &slot, &label)).await
}

/// Removes a slot; the databases get a new key, and the history stays open.
#[tauri::command]
pub async fn remove_slot(
    shell: State<'_, Shell>,
    slot: String,
    on_progress: Channel<RekeyProgressView>,
) -> Result<(), CommandError> {
    let shell = shell.inner().clone();
    let mut tell = move |view| {
        let _ = on_progress.send(view);
    };
    blocking(move || keys::remove(&shell, &slot, &mut tell)).await
}

/// What every loss would mean for this keyring.
#[tauri::command]
pub async fn loss_drill(shell: State<'_, Shell>) -> Result<Vec<DrillView>, CommandError> {
    let shell = shell.inner().clone();
    blocking(move || keys::loss_drill(&shell)).await
}
