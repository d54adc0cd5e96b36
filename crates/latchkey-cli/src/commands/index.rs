//! `latchkey index list|copy|delete`: the histories on this computer.

use crate::failure::Failure;
use crate::home::Home;
use crate::output::{Output, bytes, can_ask, clean};
use crate::progress::{Progress, Unit};
use crate::{Done, asking, cancel, dates};
use clap::{Args, Subcommand};
use latchkey_restore::{copy_history, delete_history};
use serde_json::json;
use std::path::PathBuf;

/// Histories on this computer.
#[derive(Debug, Args)]
#[command(after_help = "Examples:
  latchkey index list --json
  latchkey index copy chats /media/stick/chats
  latchkey index delete chats --yes")]
pub(crate) struct IndexVerbs {
    #[command(subcommand)]
    verb: IndexVerb,
}

#[derive(Debug, Subcommand)]
enum IndexVerb {
    /// List the histories in the data folder
    List,
    /// Copy a history; the copy is read back and compared
    Copy(Copy),
    /// Delete a history: its key first, then its files
    Delete(Delete),
}

#[derive(Debug, Args)]
struct Copy {
    /// Folder of the history
    dir: PathBuf,
    /// The new folder
    to: PathBuf,
}

#[derive(Debug, Args)]
struct Delete {
    /// Folder of the history
    dir: PathBuf,
    /// Do not ask
    #[arg(long)]
    yes: bool,
}

pub(crate) fn run(verbs: &IndexVerbs, output: &Output) -> Result<Done, Failure> {
    match &verbs.verb {
        IndexVerb::List => list(output)?,
        IndexVerb::Copy(verb) => copy(verb, output)?,
        IndexVerb::Delete(verb) => delete(verb, output)?,
    }
    Ok(Done::Whole)
}

fn list(output: &Output) -> Result<(), Failure> {
    let home = Home::find();
    let folder = home.data_folder()?;
    let histories = folder.list()?;
    if output.is_json() {
        return output.json(&histories);
    }
    if histories.is_empty() {
        let path = clean(&folder.path().to_string_lossy());
        output.note("no-histories", &[("path", path)]);
    }
    let zone = home.time_zone();
    for history in histories {
        let mut parts = vec![clean(&history.dir.to_string_lossy())];
        let suffix = history.account.map(|suffix| ("suffix", clean(&suffix)));
        parts.extend(suffix.map(|suffix| output.words().say("phone-suffix", &[suffix])));
        parts.push(bytes(history.size));
        parts.extend(history.last_opened.map(|at| dates::show(at, &zone)));
        output.text(&format!("{}\n", parts.join(" · ")))?;
    }
    Ok(())
}

fn copy(verb: &Copy, output: &Output) -> Result<(), Failure> {
    cancel::listen();
    let mut progress = Progress::new();
    let name = output.words().say("stage-copying", &[]);
    let copied = copy_history(&verb.dir, &verb.to, &mut |done, total| {
        progress.at(&name, Unit::Bytes, done, total);
        cancel::asked()
    });
    progress.done();
    copied.map_err(|error| Failure::from(error).at(&verb.dir))?;
    let path = verb.to.to_string_lossy();
    if output.is_json() {
        return output.json(&json!({ "copied": path }));
    }
    output.say("copied", &[("path", clean(&path))])
}

fn delete(verb: &Delete, output: &Output) -> Result<(), Failure> {
    let path = verb.dir.to_string_lossy();
    let facts = [("path", clean(&path))];
    let sure =
        verb.yes || (can_ask() && asking::confirm(&output.words().say("delete-question", &facts)));
    if !sure {
        return Err(Failure::usage("not_confirmed"));
    }
    delete_history(&verb.dir).map_err(|error| Failure::from(error).at(&verb.dir))?;
    if output.is_json() {
        return output.json(&json!({ "deleted": path }));
    }
    output.say("deleted", &facts)
}
