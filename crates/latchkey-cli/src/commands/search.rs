//! `latchkey search --index DIR QUERY`: full text over all chats, newest or best first.

use crate::arguments::HistoryArguments;
use crate::failure::Failure;
use crate::home::Home;
use crate::output::{Output, clean, sender_named};
use crate::{Done, dates, unlock};
use clap::Args;
use jiff::tz::TimeZone;
use latchkey_index::{ChatId, FilterWords, Hit, Order, PersonId, Query};
use latchkey_messages::Kind;
use latchkey_restore::utc_offsets;

/// Search all chats of a history.
#[derive(Debug, Args)]
#[command(after_help = "Examples:
  latchkey search --index chats --identity kit.txt picnic
  latchkey search --index chats --identity kit.txt '\"see you\" -tomorrow' --after 2025-01-01
  latchkey search --index chats --identity kit.txt 'from:\"Ana María\" has:photo on:2024-03'
  latchkey search --index chats --identity kit.txt '' --kind image --chat 12 --json

Filters in QUERY, also after a -:
  from:NAME|NUMBER|me  in:CHAT  is:starred  before:DATE  after:DATE  on:DATE  (DATE: 2024, 2024-03, 2024-03-17)
  has:photo|video|voice|audio|gif|document|sticker|media|link|poll|location|contact")]
pub(crate) struct Search {
    #[command(flatten)]
    history: HistoryArguments,
    /// Words in any order, "a phrase", -without, filters such as from:Ana; may be empty with a filter
    #[arg(allow_hyphen_values = true)]
    query: String,
    /// Only this chat
    #[arg(long, value_name = "ID")]
    chat: Option<i64>,
    /// Only this sender
    #[arg(long, value_name = "ID")]
    sender: Option<i64>,
    /// Only this kind: text, image, voice …
    #[arg(long, value_name = "K", value_parser = kind)]
    kind: Option<Kind>,
    /// Only at or after this date
    #[arg(long, value_name = "DATE")]
    after: Option<String>,
    /// Only before this date
    #[arg(long, value_name = "DATE")]
    before: Option<String>,
    /// Which come first
    #[arg(long, value_name = "ORDER", default_value = "newest", value_parser = order)]
    order: Order,
    /// How many at most
    #[arg(long, value_name = "N", default_value_t = 50)]
    limit: u32,
    /// How many to skip
    #[arg(long, value_name = "N", default_value_t = 0)]
    offset: u32,
}

fn kind(text: &str) -> Result<Kind, String> {
    let known = Kind::ALL.into_iter().find(|kind| kind.as_str() == text);
    known.ok_or_else(|| {
        let all: Vec<_> = Kind::ALL.iter().map(|kind| kind.as_str()).collect();
        format!("kinds are {}", all.join(", "))
    })
}

fn order(text: &str) -> Result<Order, String> {
    match text {
        "newest" => Ok(Order::Newest),
        "best" => Ok(Order::BestMatch),
        _ => Err("orders are newest, best".to_owned()),
    }
}

pub(crate) fn run(verb: &Search, output: &Output) -> Result<Done, Failure> {
    let home = Home::find();
    let zone = home.time_zone();
    let date = |text: &Option<String>| {
        let read = text.as_deref().map(|text| dates::read(text, &zone));
        read.transpose()
    };
    let query = Query {
        without: Vec::new(),
        text: verb.query.clone(),
        filter_words: FilterWords::default(),
        utc_offsets: utc_offsets(&zone, dates::now()),
        chat: verb.chat.map(ChatId),
        sender: verb.sender.map(PersonId),
        kind: verb.kind,
        after: date(&verb.after)?,
        before: date(&verb.before)?,
        order: verb.order,
        limit: verb.limit,
        offset: verb.offset,
    };
    let history = unlock::history(&verb.history, &home, output)?;
    let hits = history
        .index()
        .search(&query)
        .map_err(|error| Failure::from(error).at(&verb.history.index))?;
    if output.is_json() {
        output.json(&hits)?;
        return Ok(Done::Whole);
    }
    for hit in &hits.hits {
        output.text(&line(hit, &zone, output))?;
    }
    for filter in &hits.unmatched {
        output.note("filter-unmatched", &[("filter", clean(filter))]);
    }
    let words = if hits.total_at_least {
        "hits-at-least"
    } else {
        "hits"
    };
    output.note(words, &[("total", hits.total.to_string())]);
    Ok(Done::Whole)
}

/// One hit as a line: time, chat and place, sender, the text around the hit.
fn line(hit: &Hit, zone: &TimeZone, output: &Output) -> String {
    let time = hit.sent_at.map(|at| dates::show(at, zone));
    let time = time.unwrap_or_else(|| "?".to_owned());
    let chat = hit.chat_name.as_deref().map(clean);
    let chat = chat.unwrap_or_else(|| output.words().say("no-name", &[]));
    let sender = if hit.from_me {
        output.words().say("me", &[])
    } else {
        sender_named(hit.sender.is_some(), hit.sender_name.as_deref(), output)
    };
    let said_by = if sender.is_empty() { "" } else { ": " };
    let (id, position) = (hit.chat.0, hit.position);
    let snippet = clean(&hit.snippet.text());
    format!("{time:16}  {chat} ({id}:{position})  {sender}{said_by}{snippet}\n")
}
