//! Everything that is known of one message, and the call log, as the window shows them.

use latchkey_index::{MessageDetails, MessageId, PlacedCall};
use latchkey_restore::History;

use super::{calls, hue, word};
use crate::shell::Shell;
use crate::shell::session::Visible;
use crate::views::{
    CallsView, CommandError, LoggedCallView, MessageDetailsView, ReceiptView, SourceView,
};

const NO_MESSAGE: &str = "there is no such message";

/// The message is there, in a chat that is shown.
///
/// # Errors
/// `usage` when it is not; what reading the tables meets.
pub fn require_shown(
    history: &History,
    message: MessageId,
    visible: &Visible,
) -> Result<(), CommandError> {
    match history.index().position_of(message)? {
        Some((chat, _)) if visible.shows(chat) => Ok(()),
        _ => Err(CommandError::usage(NO_MESSAGE)),
    }
}

/// One message from every side.
///
/// # Errors
/// As [`require_shown`].
pub fn of_message(shell: &Shell, message: MessageId) -> Result<MessageDetailsView, CommandError> {
    let details = shell.session.read_visible(|history, visible| {
        require_shown(history, message, visible)?;
        Ok::<_, CommandError>(history.index().details(message)?)
    })?;
    details.map(view).ok_or(CommandError::usage(NO_MESSAGE))
}

fn view(details: MessageDetails) -> MessageDetailsView {
    let row = details.message;
    let source = |row: latchkey_index::SourceRow| SourceView {
        file_name: row.file_name,
        sha256: row.sha256.as_deref().map(hex),
        created: row.created,
        imported_at: row.imported_at,
        row: row.row.map(|row| row.to_string()),
    };
    let receipt = |row: latchkey_index::ReceiptRow| ReceiptView {
        name: row.name,
        delivered: row.delivered_at,
        read: row.read_at,
        played: row.played_at,
    };
    MessageDetailsView {
        id: row.id.0,
        chat: row.chat.0,
        position: row.position,
        sent_at: row.sent_at,
        received_at: row.received_at,
        edited_at: row.edited,
        from_me: row.from_me,
        sender_name: row.sender_name,
        sender_address: details.sender_address.filter(|_| !row.from_me),
        device: row.device.map(i64::from),
        kind: word(row.kind),
        raw_kind: details.raw_kind,
        key: details.key,
        sources: details.sources.into_iter().map(source).collect(),
        receipts: details.receipts.into_iter().map(receipt).collect(),
    }
}

fn hex(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}

/// A page of the call log.
///
/// # Errors
/// As `Session::read`.
pub fn call_log(shell: &Shell, offset: u64, limit: u32) -> Result<CallsView, CommandError> {
    let page = shell.session.read_visible(|history, visible| {
        let index = history.index();
        index.calls_page(offset, limit, visible.hidden())
    })?;
    Ok(CallsView {
        total: page.total,
        calls: page.calls.into_iter().map(logged).collect(),
    })
}

fn logged(placed: PlacedCall) -> LoggedCallView {
    let row = placed.call;
    let is_group = row.group.is_some();
    LoggedCallView {
        id: row.id,
        at: row.at,
        from_me: row.from_me,
        video: row.video,
        duration: row.duration,
        outcome: calls::word(row.outcome).to_owned(),
        name: if is_group { row.group_name } else { row.name },
        hue: hue(row.person.map(|person| person.0)),
        chat: placed.chat.map(|chat| chat.0),
        position: placed.position,
        members: row.members.into_iter().map(calls::member).collect(),
    }
}
