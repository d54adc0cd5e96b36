//! `latchkey chats --index DIR`: every chat with its counts and dates.

use crate::arguments::HistoryArguments;
use crate::failure::Failure;
use crate::home::Home;
use crate::output::{Output, clean};
use crate::{Done, dates, unlock};
use clap::Args;
use latchkey_index::ChatRow;
use latchkey_messages::ChatKind;

/// List the chats of a history.
#[derive(Debug, Args)]
#[command(after_help = "Examples:
  latchkey chats --index chats --identity kit.txt
  latchkey chats --index chats --identity kit.txt --json | jq '.[].name'")]
pub(crate) struct Chats {
    #[command(flatten)]
    history: HistoryArguments,
}

pub(crate) fn run(verb: &Chats, output: &Output) -> Result<Done, Failure> {
    let home = Home::find();
    let history = unlock::history(&verb.history, &home, output)?;
    let chats = history
        .index()
        .chats()
        .map_err(|error| Failure::from(error).at(&verb.history.index))?;
    if output.is_json() {
        output.json(&chats)?;
        return Ok(Done::Whole);
    }
    let zone = home.time_zone();
    for chat in &chats {
        let name = named(chat, output);
        let last = chat.last_at.map(|at| dates::show(at, &zone));
        let last = last.unwrap_or_default();
        let (id, count) = (chat.id.0, chat.messages);
        output.text(&format!("{id:>6}  {count:>9}  {last:16}  {name}\n"))?;
    }
    Ok(Done::Whole)
}

/// What to call a chat. An address is no name: a private one looks like a number and is none.
fn named(chat: &ChatRow, output: &Output) -> String {
    let name = chat.name.as_deref().map(clean);
    let name = name.filter(|name| !name.trim().is_empty());
    name.unwrap_or_else(|| {
        let id = match chat.kind {
            ChatKind::Person => "unknown-sender",
            _ => "no-name",
        };
        output.words().say(id, &[])
    })
}
