//! What is known of whole chats: days, galleries, numbers; the call log, and one message from every side.

use latchkey_index::{ChatId, MessageId};
use tauri::State;

use crate::browsing::{details, galleries, numbers};
use crate::commands::{PAGE, blocking};
use crate::shell::Shell;
use crate::views::{
    CallsView, CommandError, DayView, GalleryItemView, GalleryKind, GalleryMonthView,
    MessageDetailsView, StatisticsView,
};

/// The days of a chat on which there was talk, the first one first.
#[tauri::command]
pub async fn chat_days(shell: State<'_, Shell>, chat: i64) -> Result<Vec<DayView>, CommandError> {
    let shell = shell.inner().clone();
    blocking(move || numbers::days(&shell, ChatId(chat))).await
}

/// A page of the call log, the newest first; at most 200 calls.
#[tauri::command]
pub async fn calls(
    shell: State<'_, Shell>,
    offset: u64,
    limit: u32,
) -> Result<CallsView, CommandError> {
    let shell = shell.inner().clone();
    blocking(move || details::call_log(&shell, offset, limit.min(PAGE))).await
}

/// Everything that is known of one message.
#[tauri::command]
pub async fn message_details(
    shell: State<'_, Shell>,
    message: i64,
) -> Result<MessageDetailsView, CommandError> {
    let shell = shell.inner().clone();
    blocking(move || details::of_message(&shell, MessageId(message))).await
}

/// The things of a gallery by month, in one chat or in all.
#[tauri::command]
pub async fn gallery_months(
    shell: State<'_, Shell>,
    chat: Option<i64>,
    kind: GalleryKind,
) -> Result<Vec<GalleryMonthView>, CommandError> {
    let shell = shell.inner().clone();
    blocking(move || galleries::months(&shell, chat.map(ChatId), kind)).await
}

/// A page of a gallery, newest first; at most 200 things.
#[tauri::command]
pub async fn gallery(
    shell: State<'_, Shell>,
    chat: Option<i64>,
    kind: GalleryKind,
    offset: u64,
    limit: u32,
) -> Result<Vec<GalleryItemView>, CommandError> {
    let shell = shell.inner().clone();
    blocking(move || galleries::page(&shell, chat.map(ChatId), kind, offset, limit.min(PAGE))).await
}

/// The numbers of one chat, or of all.
#[tauri::command]
pub async fn statistics(
    shell: State<'_, Shell>,
    chat: Option<i64>,
) -> Result<StatisticsView, CommandError> {
    let shell = shell.inner().clone();
    blocking(move || numbers::statistics(&shell, chat.map(ChatId))).await
}
