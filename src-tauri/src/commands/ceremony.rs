//! What answers a ceremony that runs, and what authenticators there are to hold one with.

use tauri::State;
use tauri::ipc::{Channel, Request};

use super::{blocking, secret_body};
use crate::ceremony::{self, Tell};
use crate::shell::Shell;
use crate::views::{AuthenticatorView, CommandError, MomentView};

/// What this computer has to make and use passkeys with, best first.
#[tauri::command]
pub async fn authenticators(
    shell: State<'_, Shell>,
) -> Result<Vec<AuthenticatorView>, CommandError> {
    let shell = shell.inner().clone();
    blocking(move || Ok(ceremony::offers(&mut shell.computer()?))).await
}

/// The PIN that the ceremony asks for (raw body) in the question of the header `question`; an empty one stops it.
#[tauri::command(async)]
pub fn ceremony_pin(shell: State<'_, Shell>, request: Request<'_>) -> Result<(), CommandError> {
    let typed = secret_body::text(&request)?;
    let question = secret_body::header(&request, "question")?;
    let no_number = |_| CommandError::usage("the header is no number");
    shell
        .ceremonies
        .pin(question.parse().map_err(no_number)?, &typed)
}

/// The answer to the ceremony's question of this number.
#[tauri::command(async)]
pub fn ceremony_confirm(
    shell: State<'_, Shell>,
    question: u32,
    yes: bool,
) -> Result<(), CommandError> {
    shell.ceremonies.confirm(question, yes)
}

/// Stops the ceremony; what began it answers `cancelled`.
#[tauri::command(async)]
pub fn ceremony_cancel(shell: State<'_, Shell>) {
    shell.ceremonies.cancel();
}

/// Sends moments to the window.
pub(super) fn to_window(channel: Channel<MomentView>) -> Tell {
    Box::new(move |moment| {
        let _ = channel.send(moment);
    })
}
