//! The person's own marks: bookmarks, tags and notes on messages and chats, listed, changed, exported to a file.

use std::collections::HashMap;
use std::path::Path;

use latchkey_index::{
    ChatId, Index, MarkedRow, MarksPage, MarksQuery, MessageId, OwnMarks, QueryError, TagCount,
};
use latchkey_keyring::Timestamp;
use latchkey_restore as kept;

use crate::files;
use crate::histories::my_chats;
use crate::shell::Shell;
use crate::views::{ChatView, CommandError, MarkedView, MarksPageView, OwnMarksView, TagView};

/// A page of the marks in chats that are shown, the last changed first.
///
/// # Errors
/// `usage` when no history is open; else what reading meets.
pub fn page(
    shell: &Shell,
    text: String,
    tag: Option<String>,
    offset: u32,
    limit: u32,
) -> Result<MarksPageView, CommandError> {
    let page = shell.session.read_visible(|history, visible| {
        history.index().marks(&MarksQuery {
            text,
            tag,
            without: visible.hidden().to_vec(),
            offset,
            limit,
        })
    });
    page.map(page_view)
}

/// Replaces what the person put on a message, or on the chat itself.
///
/// # Errors
/// `usage` for what is not there or not shown, `too_large` over a bound, `in_use` while others have the history open;
/// else what writing meets.
pub fn set(
    shell: &Shell,
    chat: i64,
    message: Option<i64>,
    marks: OwnMarksView,
) -> Result<(), CommandError> {
    let (chat, message) = (ChatId(chat), message.map(MessageId));
    let marks = OwnMarks {
        bookmark: marks.bookmark,
        tags: marks.tags,
        note: marks.note,
        changed_at: None,
    };
    let now = Timestamp::now();
    shell.session.change(|history, visible| {
        if !visible.shows(chat) {
            return Err(CommandError::usage("there is no such message or chat"));
        }
        Ok(kept::set_marks(history, chat, message, &marks, now)?)
    })?;
    my_chats::note_open(shell);
    Ok(())
}

/// Writes every mark in chats that are shown to a file for the person alone, whole or not at all; how many there are.
///
/// The file is one JSON array in UTF-8, the same as of `latchkey marks --json` (docs/cli.md): for each mark `chat`,
/// `chat_name`, and for one on a message `message`, `position`, `key` (the message's id in the phone's database),
/// `sent_at` (milliseconds UTC), `from_me`, `sender_name`, `kind` and `text` (its beginning); then `bookmark`, `tags`,
/// `note` and `changed_at`. What there is nothing of is left out.
///
/// # Errors
/// `usage` when no history is open; else what reading or the disk says.
pub fn export(shell: &Shell, path: &Path) -> Result<u64, CommandError> {
    let rows = shell
        .session
        .read_visible(|history, visible| history.index().export_marks(visible.hidden()))?;
    let mut text = serde_json::to_vec_pretty(&rows)
        .map_err(|_| CommandError::internal("marks that are no JSON"))?;
    text.push(b'\n');
    files::write_private(path, &text)?;
    // The file is there: that it could not be noted is no failure of the export.
    let noted = shell
        .session
        .change(|history, _| kept::marks_were_exported(history, &rows));
    match noted {
        Ok(()) => my_chats::note_open(shell),
        Err(error) => tracing::warn!(name: "export-not-noted", code = error.code.as_str()),
    }
    Ok(rows.len() as u64)
}

/// Puts the marks of chats on the lines of the chat list.
///
/// # Errors
/// What reading meets.
pub fn put_on(chats: &mut [ChatView], index: &Index) -> Result<(), QueryError> {
    let mut marks: HashMap<ChatId, OwnMarks> = index.marks_of_chats()?.into_iter().collect();
    for chat in chats {
        if let Some(marks) = marks.remove(&ChatId(chat.id)) {
            chat.marks = view(marks);
        }
    }
    Ok(())
}

/// Marks as the window shows them.
pub fn view(marks: OwnMarks) -> OwnMarksView {
    OwnMarksView {
        bookmark: marks.bookmark,
        tags: marks.tags,
        note: marks.note,
        changed_at: marks.changed_at,
    }
}

fn page_view(page: MarksPage) -> MarksPageView {
    let tag = |row: TagCount| TagView {
        tag: row.tag,
        count: row.count,
    };
    MarksPageView {
        total: page.total,
        marked: page.marked.into_iter().map(marked).collect(),
        tags: page.tags.into_iter().map(tag).collect(),
    }
}

fn marked(row: MarkedRow) -> MarkedView {
    MarkedView {
        chat: row.chat.0,
        chat_name: row.chat_name,
        message: row.message.map(|message| message.0),
        position: row.position,
        sent_at: row.sent_at,
        from_me: row.from_me,
        sender_name: row.sender_name,
        kind: row.kind.map(|kind| kind.as_str().to_owned()),
        text: row.text,
        marks: view(row.marks),
    }
}

#[cfg(test)]
mod tests;
