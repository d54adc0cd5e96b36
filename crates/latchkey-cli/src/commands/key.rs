//! `latchkey key check BACKUP`: is this the key? At once; the cause of a "no" follows.

use crate::arguments::{KeyArguments, UnlockArguments};
use crate::failure::Failure;
use crate::home::Home;
use crate::output::Output;
use crate::{Done, key_source};
use clap::{Args, Subcommand};
use latchkey_backup::{KeyCheck, check_key};
use serde_json::json;
use std::path::PathBuf;

/// Questions about a key.
#[derive(Debug, Args)]
pub(crate) struct Key {
    #[command(subcommand)]
    question: Question,
}

#[derive(Debug, Subcommand)]
enum Question {
    /// Is this the key to this backup? Finds one slip in typed digits
    Check(Check),
}

/// Is this the key to this backup?
#[derive(Debug, Args)]
#[command(after_help = "Examples:
  latchkey key check msgstore.db.crypt15                       asks for the digits
  latchkey key check msgstore.db.crypt15 --key-file encrypted_backup.key
  pass show whatsapp | latchkey key check msgstore.db.crypt15 --key-stdin --json")]
struct Check {
    /// The encrypted backup
    backup: PathBuf,
    #[command(flatten)]
    key: KeyArguments,
    #[command(flatten)]
    unlock: UnlockArguments,
}

pub(crate) fn run(verb: &Key, output: &Output) -> Result<Done, Failure> {
    let Question::Check(check) = &verb.question;
    let backup = check.backup.as_path();
    let given = key_source::get(backup, &check.key, &check.unlock, &Home::find(), output)?;
    let fits = check_key(backup, &given.key).map_err(|e| Failure::from(e).at(backup))?;
    if fits == KeyCheck::DoesNotFit {
        if let Some(repair) = given.slip(backup) {
            return Err(key_source::slip_failure(repair.slip));
        }
        // Large content without a known beginning is judged by its tag: then the key fits after all.
        key_source::prove(backup, &given.key, output)?;
    }
    if output.is_json() {
        output.json(&json!({ "fits": true }))?;
    } else {
        output.say("key-fits", &[])?;
    }
    Ok(Done::Whole)
}
