//! `latchkey messages --index DIR --chat ID`: a page of a chat, by position.

use crate::arguments::HistoryArguments;
use crate::failure::Failure;
use crate::home::Home;
use crate::output::{Output, clean, sender_named};
use crate::{Done, dates, unlock};
use clap::Args;
use jiff::tz::TimeZone;
use latchkey_index::{ChatId, MessageRow};
use serde::Serialize;

/// Messages read at a time, however long the page.
const BATCH: u32 = 500;

/// Print a page of messages of a chat; with --json one message a line.
#[derive(Debug, Args)]
#[command(after_help = "Examples:
  latchkey messages --index chats --identity kit.txt --chat 12 --limit 50
  latchkey messages --index chats --identity kit.txt --chat 12 --from 1000 --json")]
pub(crate) struct Messages {
    #[command(flatten)]
    history: HistoryArguments,
    /// The chat, by its number in `latchkey chats`
    #[arg(long, value_name = "ID")]
    chat: i64,
    /// Position of the first message; the oldest is 0
    #[arg(long, value_name = "N", default_value_t = 0)]
    from: u64,
    /// How many at most
    #[arg(long, value_name = "N", default_value_t = 100)]
    limit: u64,
}

pub(crate) fn run(verb: &Messages, output: &Output) -> Result<Done, Failure> {
    let home = Home::find();
    let history = unlock::history(&verb.history, &home, output)?;
    let zone = home.time_zone();
    let (mut from, mut left) = (verb.from, verb.limit);
    while left > 0 {
        let batch = u32::try_from(left).map_or(BATCH, |left| left.min(BATCH));
        let page = history
            .index()
            .messages(ChatId(verb.chat), from, batch)
            .map_err(|error| Failure::from(error).at(&verb.history.index))?;
        for message in &page {
            if output.is_json() {
                let row = history.index().source_row(message.id);
                let row = row.map_err(|error| Failure::from(error).at(&verb.history.index))?;
                output.json(&WithRow { message, row })?;
            } else {
                output.text(&line(message, &zone, output))?;
            }
        }
        if page.len() < batch as usize {
            break;
        }
        from += u64::from(batch);
        left -= u64::from(batch);
    }
    Ok(Done::Whole)
}

/// A message, and where it stands in the backup that brought it.
#[derive(Serialize)]
struct WithRow<'m> {
    #[serde(flatten)]
    message: &'m MessageRow,
    /// Of the table of messages there; absent where none was recorded.
    #[serde(skip_serializing_if = "Option::is_none")]
    row: Option<i64>,
}

/// One message as a line: position, time, sender, text or kind.
fn line(message: &MessageRow, zone: &TimeZone, output: &Output) -> String {
    let time = message.sent_at.map(|at| dates::show(at, zone));
    let time = time.unwrap_or_else(|| "?".to_owned());
    let sender = if message.from_me {
        output.words().say("me", &[])
    } else {
        sender_named(
            message.sender.is_some(),
            message.sender_name.as_deref(),
            output,
        )
    };
    let said_by = if sender.is_empty() { "" } else { ": " };
    let mut content = clean(message.text.as_deref().unwrap_or_default());
    let kind = message.kind.as_str();
    if kind != "text" {
        content = format!("[{kind}] {content}");
    }
    let position = message.position;
    format!(
        "{position:>7}  {time:16}  {sender}{said_by}{}\n",
        content.trim_end()
    )
}
