//! `latchkey people --index DIR`: everyone the history knows, what they are called and where that name is from.

use crate::arguments::HistoryArguments;
use crate::failure::Failure;
use crate::home::Home;
use crate::output::{Output, clean};
use crate::{Done, unlock};
use clap::Args;
use latchkey_index::PersonRow;

/// List the people of a history.
#[derive(Debug, Args)]
#[command(after_help = "Examples:
  latchkey people --index chats --identity kit.txt
  latchkey people --index chats --identity kit.txt --json | jq '.[] | select(.name == null)'")]
pub(crate) struct People {
    #[command(flatten)]
    history: HistoryArguments,
}

pub(crate) fn run(verb: &People, output: &Output) -> Result<Done, Failure> {
    let home = Home::find();
    let history = unlock::history(&verb.history, &home, output)?;
    let people = history
        .index()
        .people()
        .map_err(|error| Failure::from(error).at(&verb.history.index))?;
    if output.is_json() {
        output.json(&people)?;
        return Ok(Done::Whole);
    }
    for person in &people {
        output.text(&line(person, output))?;
    }
    Ok(Done::Whole)
}

/// One person as a line: number of the person, phone number, name, where the name is from.
fn line(person: &PersonRow, output: &Output) -> String {
    let words = output.words();
    let id = person.id.0;
    let phone = person.phone.as_ref().map(|phone| format!("+{phone}"));
    let phone = phone.unwrap_or_default();
    let name = match (&person.name, &person.phone) {
        (Some(name), _) => clean(name),
        (None, Some(_)) => words.say("no-name", &[]),
        (None, None) => words.say("unknown-sender", &[]),
    };
    let former = person.former_phones.iter().map(|phone| format!("+{phone}"));
    let former: Vec<_> = former.collect();
    let former = match former.is_empty() {
        true => String::new(),
        false => {
            let facts = [("phones", former.join(", "))];
            format!("  {}", words.say("former-phones", &facts))
        }
    };
    let source = person
        .name_source
        .and_then(|source| words.find(&format!("name-source-{}", word(source)), &[]));
    let source = source.map(|source| format!("  ({source})"));
    format!(
        "{id:>6}  {phone:16}  {name}{}{former}\n",
        source.unwrap_or_default()
    )
}

/// The word that JSON has for it.
fn word(source: latchkey_messages::NameSource) -> String {
    let word = serde_json::to_value(source).unwrap_or_default();
    word.as_str().unwrap_or_default().to_owned()
}
