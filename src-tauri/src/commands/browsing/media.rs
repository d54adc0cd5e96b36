//! What leaves the history: sounds and films for the window's player, files, cards and plots that are saved, copies for other
//! programs, texts for the clipboard.

use latchkey_index::MessageId;
use tauri::ipc::{InvokeBody, Request, Response};
use tauri::{AppHandle, State};
use zeroize::Zeroizing;

use crate::browsing::media;
use crate::commands::{blocking, secret_body};
use crate::shell::Shell;
use crate::views::CommandError;
use crate::window::dialogs;

/// A sound or film, whole, as raw bytes.
#[tauri::command]
pub async fn media_bytes(shell: State<'_, Shell>, message: i64) -> Result<Response, CommandError> {
    let shell = shell.inner().clone();
    blocking(move || media::played(&shell, MessageId(message)).map(Response::new)).await
}

/// Saves the file of a message where the person chooses; false when the dialog is dismissed.
#[tauri::command]
pub async fn save_media(
    app: AppHandle,
    shell: State<'_, Shell>,
    message: i64,
) -> Result<bool, CommandError> {
    let shell = shell.inner().clone();
    blocking(move || {
        let since = shell.session.since();
        // Nothing decrypted waits for the dialog: it is found once more.
        let name = media::find(&shell, MessageId(message))?.name;
        match dialogs::save_as(&app, &shell.words(), &name) {
            Some(path) => media::save_of(&shell, since, MessageId(message), &path).map(|()| true),
            None => Ok(false),
        }
    })
    .await
}

/// Gives another program a plain copy to open, which the person was told.
#[tauri::command]
pub async fn open_media(shell: State<'_, Shell>, message: i64) -> Result<(), CommandError> {
    let shell = shell.inner().clone();
    blocking(move || media::open_outside(&shell, MessageId(message))).await
}

/// Saves a contact card where the person chooses; false when the dialog is dismissed.
#[tauri::command]
pub async fn save_contact(
    app: AppHandle,
    shell: State<'_, Shell>,
    message: i64,
    n: u32,
) -> Result<bool, CommandError> {
    let shell = shell.inner().clone();
    blocking(move || {
        let since = shell.session.since();
        let (name, _) = media::card(&shell, MessageId(message), n)?;
        match dialogs::save_as(&app, &shell.words(), &name) {
            Some(path) => {
                media::save_card(&shell, since, (MessageId(message), n), &path).map(|()| true)
            }
            None => Ok(false),
        }
    })
    .await
}

/// Puts a text on the clipboard, and off it again after as long as the settings say.
#[tauri::command(async)]
pub fn copy_text(
    app: AppHandle,
    shell: State<'_, Shell>,
    text: String,
) -> Result<(), CommandError> {
    shell.copy_text(&app, Zeroizing::new(text))
}

/// Saves a plot (raw body, a PNG) where the person chooses; false when the dialog is dismissed.
#[tauri::command]
pub async fn save_plot(
    app: AppHandle,
    shell: State<'_, Shell>,
    request: Request<'_>,
) -> Result<bool, CommandError> {
    let (shell, name) = (
        shell.inner().clone(),
        secret_body::header(&request, "name")?,
    );
    let InvokeBody::Raw(png) = request.body() else {
        return Err(CommandError::usage("a plot comes as a raw body"));
    };
    let (name, png) = (media::plot(png, &name)?, png.clone());
    let since = shell.session.since();
    blocking(
        move || match dialogs::save_as(&app, &shell.words(), &name) {
            Some(path) => media::save(&shell, since, &*png, &path).map(|()| true),
            None => Ok(false),
        },
    )
    .await
}
