//! The commands of the window, one file per subject. Each takes its arguments, calls one thing, and maps the error.

pub mod additions;
pub mod app;
pub mod browsing;
pub mod ceremony;
pub mod choose;
pub mod exporting;
pub mod histories;
pub mod keys;
pub mod kit;
pub mod my_chats;
pub mod passkeys;
pub mod restore;
pub mod secret_body;
pub mod unlock;

use crate::app::logs;
use crate::views::CommandError;

/// No page of anything is larger, in rows.
const PAGE: u32 = 200;

/// Runs `work` on a thread that may block. A panic in it is a bug with a place in the log, and an answer for the window.
pub async fn blocking<T: Send + 'static>(
    work: impl FnOnce() -> Result<T, CommandError> + Send + 'static,
) -> Result<T, CommandError> {
    let done = tauri::async_runtime::spawn_blocking(work).await;
    let answer = done.unwrap_or_else(|_| {
        Err(CommandError::internal(
            "a command stopped; its place is in the log",
        ))
    });
    answer.inspect_err(|error| logs::failed(error.code))
}

#[cfg(test)]
mod names;
