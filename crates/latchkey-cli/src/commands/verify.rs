//! `latchkey verify PATH`: a history from the page up, a keyring, or an export. 0 good, 1 differences, 2 could not run.

mod export;

use crate::arguments::UnlockArguments;
use crate::failure::Failure;
use crate::home::Home;
use crate::output::Output;
use crate::{Done, unlock};
use clap::Args;
use latchkey_index::VerifyReport;
use latchkey_keyring::{Authenticity, LockedKeyring};
use latchkey_proof::is_sealed;
use serde_json::json;
use std::path::{Path, PathBuf};

/// Check a history, a keyring or an export.
#[derive(Debug, Args)]
#[command(after_help = "Examples:
  latchkey verify chats --identity kit.txt
  latchkey verify chats/keyring.latchkey            its form alone
  latchkey verify exported                          an export: every file against its manifest
  latchkey verify exported --signer desk.signer     and that the desk has signed it
  latchkey verify chats/keyring.latchkey --identity kit.txt --json")]
pub(crate) struct Verify {
    /// Folder of a history or of an export, or a keyring file
    path: PathBuf,
    /// Who has to have signed an export: a signer's file, or a fingerprint
    #[arg(long, value_name = "FILE|FINGERPRINT")]
    signer: Option<String>,
    #[command(flatten)]
    unlock: UnlockArguments,
}

pub(crate) fn run(verb: &Verify, output: &Output) -> Result<Done, Failure> {
    if is_sealed(&verb.path) {
        export::verify(&verb.path, verb.signer.as_deref(), output)
    } else if verb.path.is_dir() {
        verify_history(verb, output)
    } else {
        verify_keyring(&verb.path, &verb.unlock, output)
    }
}

fn verify_history(verb: &Verify, output: &Output) -> Result<Done, Failure> {
    let history = unlock::history_in(&verb.path, &verb.unlock, &Home::find(), output)?;
    let report = history
        .index()
        .verify()
        .map_err(|error| Failure::from(error).at(&verb.path))?;
    let good = report.is_good();
    if output.is_json() {
        output.json(&json!({ "kind": "history", "good": good, "report": report }))?;
    } else {
        tell(&report, output)?;
    }
    Ok(if good { Done::Whole } else { Done::LeftOut })
}

fn tell(report: &VerifyReport, output: &Output) -> Result<(), Failure> {
    let number = |count: u64| count.to_string();
    if report.is_good() {
        let (messages, chats) = (number(report.messages), number(report.chats));
        return output.say("history-good", &[("messages", messages), ("chats", chats)]);
    }
    let damaged = report.broken_pages
        + report.broken_structures
        + report.broken_chats
        + report.misplaced_messages;
    if damaged > 0 {
        output.say(
            "history-damaged",
            &[
                ("pages", number(report.broken_pages)),
                ("structures", number(report.broken_structures)),
                ("chats", number(report.broken_chats)),
                ("messages", number(report.misplaced_messages)),
            ],
        )?;
    }
    if !report.search_is_level {
        output.say("history-search-behind", &[])?;
    }
    Ok(())
}

/// A keyring's form and signature; with an identity also that its signer is the one the identity knows.
fn verify_keyring(
    path: &Path,
    arguments: &UnlockArguments,
    output: &Output,
) -> Result<Done, Failure> {
    let locked = LockedKeyring::read(path).map_err(|error| Failure::from(error).at(path))?;
    let (id, generation) = (locked.id().to_owned(), locked.generation());
    let fingerprint = locked.fingerprint_claimed();
    let authenticity = match arguments.is_named() {
        false => "unopened",
        true => {
            let home = Home::find();
            let way_in = unlock::identity(&locked, arguments, &home, output)
                .map_err(|failure| failure.at(path))?;
            let keyring = locked.open(&way_in)?;
            unlock::judge(&keyring, arguments, &home).map_err(|failure| failure.at(path))?;
            if arguments.trust_fingerprint.is_some() {
                unlock::vouching::is_vouched_for(&keyring, arguments, &home)?;
            }
            match keyring.authenticity() {
                Authenticity::Pinned => "pinned",
                _ => "unpinned",
            }
        }
    };
    if output.is_json() {
        output.json(&json!({
            "kind": "keyring",
            "good": true,
            "id": id,
            "generation": generation,
            "fingerprint": fingerprint.as_str(),
            "authenticity": authenticity,
        }))?;
    } else {
        let facts = [
            ("generation", generation.to_string()),
            ("fingerprint", fingerprint.to_string()),
        ];
        output.say(&format!("keyring-{authenticity}"), &facts)?;
    }
    Ok(Done::Whole)
}
