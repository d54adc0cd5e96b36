//! What of a history an export takes, as it is said on the command line.

use crate::dates;
use crate::failure::Failure;
use clap::Args;
use jiff::tz::TimeZone;
use latchkey_export::{Chats, Choice, PersonOrMe};
use latchkey_index::{ChatId, FilterWords, Index, PersonId, PersonRow, Query};
use latchkey_messages::Kind;
use latchkey_restore::utc_offsets;
use std::ops::ControlFlow;

const HEADING: &str = "What is exported (everything, when nothing is said)";

/// Which messages.
#[derive(Debug, Args)]
pub(crate) struct Choices {
    /// Only this chat, by its number in `latchkey chats`; may be repeated
    #[arg(long, value_name = "ID", help_heading = HEADING)]
    chat: Vec<i64>,
    /// Only what one of these people sent: id, number or `me`; may be repeated, or separated by commas
    #[arg(long, value_name = "ID|NUMBER|me", value_delimiter = ',', help_heading = HEADING)]
    people: Vec<String>,
    /// Only these kinds: text, image, voice …
    #[arg(long, value_name = "K,K", value_delimiter = ',', value_parser = kind, help_heading = HEADING)]
    kinds: Vec<Kind>,
    /// Only at or after this date, in the zone of the export
    #[arg(long, value_name = "DATE", help_heading = HEADING)]
    after: Option<String>,
    /// Only before this date, in the zone of the export
    #[arg(long, value_name = "DATE", help_heading = HEADING)]
    before: Option<String>,
    /// Only what this search finds, as in `latchkey search`
    #[arg(long, value_name = "QUERY", conflicts_with = "chat", help_heading = HEADING)]
    query: Option<String>,
}

fn kind(text: &str) -> Result<Kind, String> {
    let known = Kind::ALL.into_iter().find(|kind| kind.as_str() == text);
    known.ok_or_else(|| {
        let all: Vec<_> = Kind::ALL.iter().map(|kind| kind.as_str()).collect();
        format!("kinds are {}", all.join(", "))
    })
}

impl Choices {
    /// The choice, held against the history that it is made of.
    pub(super) fn of(&self, index: &Index, zone: &TimeZone) -> Result<Choice, Failure> {
        let date = |text: &Option<String>| {
            let read = text.as_deref().map(|text| dates::read(text, zone));
            read.transpose()
        };
        Ok(Choice {
            chats: self.chats(index, zone)?,
            people: self.people(index)?,
            after: date(&self.after)?,
            before: date(&self.before)?,
            kinds: self.kinds.clone(),
            hidden: Vec::new(),
        })
    }

    fn chats(&self, index: &Index, zone: &TimeZone) -> Result<Chats, Failure> {
        let Some(query) = &self.query else {
            let these: Vec<ChatId> = self.chat.iter().copied().map(ChatId).collect();
            return Ok(match these.is_empty() {
                true => Chats::All,
                false => Chats::These(these),
            });
        };
        let query = Query {
            text: query.clone(),
            filter_words: FilterWords::default(),
            utc_offsets: utc_offsets(zone, dates::now()),
            ..Query::default()
        };
        let mut ids = Vec::new();
        index.search_all(&query, &mut |_, _, message| {
            ids.push(message);
            ControlFlow::Continue(())
        })?;
        Ok(Chats::Messages { ids })
    }

    fn people(&self, index: &Index) -> Result<Vec<PersonOrMe>, Failure> {
        if self.people.is_empty() {
            return Ok(Vec::new());
        }
        let all = index.people()?;
        let people = self.people.iter().map(|text| person(text.trim(), &all));
        people.collect()
    }
}

/// Somebody by `me`, an id of `latchkey people`, or a number with its country code.
fn person(text: &str, all: &[PersonRow]) -> Result<PersonOrMe, Failure> {
    if text == "me" {
        return Ok(PersonOrMe::Me);
    }
    let digits: String = text.chars().filter(char::is_ascii_digit).collect();
    let by_id = text.parse().ok().map(PersonId);
    let found = all.iter().find(|person| {
        let numbers = person.phone.iter().chain(&person.former_phones);
        match text.starts_with('+') || by_id.is_none() {
            true => numbers.into_iter().any(|number| *number == digits),
            false => Some(person.id) == by_id,
        }
    });
    // A number without its plus.
    let found = found.or_else(|| {
        all.iter()
            .find(|person| person.phone.as_ref() == Some(&digits))
    });
    let found = found.filter(|_| !digits.is_empty());
    found
        .map(|person| PersonOrMe::Person(person.id))
        .ok_or_else(|| Failure::usage("person").detail(text))
}
