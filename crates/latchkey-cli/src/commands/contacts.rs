//! `latchkey contacts import|forget --index DIR`: an address book names the people of a history, without a new restore.

use crate::arguments::HistoryArguments;
use crate::failure::Failure;
use crate::home::Home;
use crate::output::Output;
use crate::{Done, unlock};
use clap::{Args, Subcommand};
use latchkey_restore::{ContactsReport, forget_contacts, import_contacts};
use serde_json::json;
use std::path::PathBuf;

/// The address book of a history.
#[derive(Debug, Args)]
#[command(after_help = "Examples:
  latchkey contacts import --index chats --identity kit.txt contacts.vcf
  latchkey contacts import --index chats --identity kit.txt contacts.csv --country ES --json
  latchkey contacts forget --index chats --identity kit.txt")]
pub(crate) struct ContactsVerbs {
    #[command(subcommand)]
    verb: ContactsVerb,
}

#[derive(Debug, Subcommand)]
enum ContactsVerb {
    /// Name people by an address book file, vCard or CSV; a later file adds to it
    Import(Import),
    /// Forget every imported address book: names fall back to what the backups know
    Forget(Forget),
}

#[derive(Debug, Args)]
struct Import {
    #[command(flatten)]
    history: HistoryArguments,
    /// The address book: .vcf, or .csv as Google Contacts and Outlook export it
    file: PathBuf,
    /// Country of the numbers without a country code, two letters; else the settings', else a guess
    #[arg(long, value_name = "XX")]
    country: Option<String>,
}

#[derive(Debug, Args)]
struct Forget {
    #[command(flatten)]
    history: HistoryArguments,
}

pub(crate) fn run(verbs: &ContactsVerbs, output: &Output) -> Result<Done, Failure> {
    match &verbs.verb {
        ContactsVerb::Import(verb) => import(verb, output)?,
        ContactsVerb::Forget(verb) => forget(verb, output)?,
    }
    Ok(Done::Whole)
}

fn import(verb: &Import, output: &Output) -> Result<(), Failure> {
    let home = Home::find();
    let mut history = unlock::history(&verb.history, &home, output)?;
    let country = verb.country.as_deref().unwrap_or(home.home_country());
    let report = import_contacts(&mut history, &verb.file, country)
        .map_err(|error| Failure::from(error).at(&verb.history.index))?;
    if output.is_json() {
        return output.json(&report);
    }
    tell(&report, output)
}

fn tell(report: &ContactsReport, output: &Output) -> Result<(), Failure> {
    output.say(
        "contacts-imported",
        &[
            ("entries", report.entries.to_string()),
            ("matched", report.matched.to_string()),
            ("named", report.people_named.to_string()),
        ],
    )?;
    if let Some(country) = report.country.as_ref().filter(|_| report.country_guessed) {
        output.note("contacts-country-guessed", &[("country", country.clone())]);
    }
    if report.unread > 0 {
        output.note("contacts-unread", &[("count", report.unread.to_string())]);
    }
    Ok(())
}

fn forget(verb: &Forget, output: &Output) -> Result<(), Failure> {
    let home = Home::find();
    let mut history = unlock::history(&verb.history, &home, output)?;
    let forgotten = forget_contacts(&mut history)
        .map_err(|error| Failure::from(error).at(&verb.history.index))?;
    if output.is_json() {
        return output.json(&json!({ "forgotten": forgotten }));
    }
    output.say("contacts-forgotten", &[("count", forgotten.to_string())])
}
