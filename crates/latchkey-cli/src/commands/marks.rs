//! `latchkey marks --index DIR`: the person's own bookmarks, tags and notes.

use clap::Args;
use latchkey_index::MarkedRow;

use crate::arguments::HistoryArguments;
use crate::failure::Failure;
use crate::home::Home;
use crate::output::{Output, clean};
use crate::{Done, dates, unlock};

/// List the bookmarks, tags and notes of a history.
#[derive(Debug, Args)]
#[command(after_help = "Examples:
  latchkey marks --index chats --identity kit.txt
  latchkey marks --index chats --identity kit.txt --json > marks.json")]
pub(crate) struct Marks {
    #[command(flatten)]
    history: HistoryArguments,
}

pub(crate) fn run(verb: &Marks, output: &Output) -> Result<Done, Failure> {
    let home = Home::find();
    let history = unlock::history(&verb.history, &home, output)?;
    let rows = history
        .index()
        .export_marks(&[])
        .map_err(|error| Failure::from(error).at(&verb.history.index))?;
    if output.is_json() {
        output.json(&rows)?;
        return Ok(Done::Whole);
    }
    let zone = home.time_zone();
    for row in &rows {
        let sent = row.sent_at.map(|at| dates::show(at, &zone));
        let (chat, sent) = (row.chat.0, sent.unwrap_or_default());
        let position = row.position.map_or(String::new(), |n| n.to_string());
        let line = format!("{chat:>6}  {position:>9}  {sent:16}  {}\n", said(row));
        output.text(&line)?;
    }
    Ok(Done::Whole)
}

/// The marks in a line, then the beginning of what they are on.
fn said(row: &MarkedRow) -> String {
    let marks = &row.marks;
    let mut words: Vec<String> = Vec::new();
    words.extend(marks.bookmark.then(|| "★".to_owned()));
    words.extend(marks.tags.iter().map(|tag| format!("#{}", clean(tag))));
    words.extend(
        marks
            .note
            .as_deref()
            .map(|note| format!("“{}”", clean(note))),
    );
    let on = row.text.as_deref().or(row.chat_name.as_deref());
    words.extend(on.map(clean));
    words.join("  ")
}
