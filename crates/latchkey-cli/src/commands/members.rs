//! `latchkey members --index DIR --chat ID`: who is and was in a group, with their roles.

use crate::arguments::HistoryArguments;
use crate::failure::Failure;
use crate::home::Home;
use crate::output::{Output, clean, sender_named};
use crate::{Done, dates, unlock};
use clap::Args;
use jiff::tz::TimeZone;
use latchkey_index::{ChatId, MemberRow};
use latchkey_messages::Role;

/// List the members of a group, now and former.
#[derive(Debug, Args)]
#[command(after_help = "Examples:
  latchkey members --index chats --identity kit.txt --chat 12
  latchkey members --index chats --identity kit.txt --chat 12 --json | jq '.[] | select(.former)'")]
pub(crate) struct Members {
    #[command(flatten)]
    history: HistoryArguments,
    /// The group, by its number in `latchkey chats`
    #[arg(long, value_name = "ID")]
    chat: i64,
}

pub(crate) fn run(verb: &Members, output: &Output) -> Result<Done, Failure> {
    let home = Home::find();
    let history = unlock::history(&verb.history, &home, output)?;
    let members = history
        .index()
        .members(ChatId(verb.chat))
        .map_err(|error| Failure::from(error).at(&verb.history.index))?;
    if output.is_json() {
        output.json(&members)?;
        return Ok(Done::Whole);
    }
    let zone = home.time_zone();
    for member in &members {
        output.text(&line(member, &zone, output))?;
    }
    Ok(Done::Whole)
}

/// One member as a line: number of the person, role, name, and that they are gone.
fn line(member: &MemberRow, zone: &TimeZone, output: &Output) -> String {
    let words = output.words();
    let role = match member.role {
        Role::Member => "role-member",
        Role::Admin => "role-admin",
        Role::SuperAdmin => "role-super_admin",
    };
    let role = words.say(role, &[]);
    let name = sender_named(true, member.name.as_deref(), output);
    let label = member.label.as_deref().map(clean);
    let label = label.map(|label| format!("  \u{201c}{label}\u{201d}"));
    let gone = match (member.former, member.left_at) {
        (false, _) => String::new(),
        (true, None) => format!("  {}", words.say("member-gone", &[])),
        (true, Some(at)) => {
            let at = [("at", dates::show(at, zone))];
            format!("  {}", words.say("member-gone-at", &at))
        }
    };
    let id = member.person.0;
    format!(
        "{id:>6}  {role:8}  {name}{}{gone}\n",
        label.unwrap_or_default()
    )
}
