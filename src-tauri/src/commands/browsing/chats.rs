//! Reading the open history: the chat list, a page, a place by date, a search.

use latchkey_index::{ChatId, Query};
use tauri::State;

use crate::browsing;
use crate::commands::{PAGE, blocking};
use crate::shell::Shell;
use crate::views::{ChatView, CommandError, HitsView, MessageView};

/// The chat list.
#[tauri::command]
pub async fn chats(shell: State<'_, Shell>) -> Result<Vec<ChatView>, CommandError> {
    let shell = shell.inner().clone();
    blocking(move || {
        shell
            .session
            .read_visible(|history, visible| browsing::chats(history.index(), visible))
    })
    .await
}

/// A page of a chat, by position; at most 200 messages.
#[tauri::command]
pub async fn messages(
    shell: State<'_, Shell>,
    chat: i64,
    from: u64,
    limit: u32,
) -> Result<Vec<MessageView>, CommandError> {
    let shell = shell.inner().clone();
    blocking(move || {
        shell.session.read_visible(|history, visible| {
            let (index, limit) = (history.index(), limit.min(PAGE));
            browsing::page(index, visible, ChatId(chat), from, limit)
        })
    })
    .await
}

/// The first position at or after a date, in milliseconds UTC.
#[tauri::command]
pub async fn position_at(shell: State<'_, Shell>, chat: i64, at: i64) -> Result<u64, CommandError> {
    let shell = shell.inner().clone();
    blocking(move || {
        shell
            .session
            .read_visible(|history, visible| match visible.shows(ChatId(chat)) {
                true => history.index().position_at(ChatId(chat), at),
                false => Ok(0),
            })
    })
    .await
}

/// A page of a search over all chats, or one.
#[tauri::command]
pub async fn search(
    shell: State<'_, Shell>,
    text: String,
    chat: Option<i64>,
    offset: u32,
    limit: u32,
) -> Result<HitsView, CommandError> {
    let shell = shell.inner().clone();
    blocking(move || {
        let query = Query {
            text,
            chat: chat.map(ChatId),
            offset,
            limit: limit.min(PAGE),
            ..Query::default()
        };
        browsing::search(&shell, query)
    })
    .await
}
