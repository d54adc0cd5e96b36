//! `latchkey index list|rename|copy|move|delete|resting|bring-back|forget`: the histories on this computer.

use crate::failure::Failure;
use crate::home::Home;
use crate::output::{Output, bytes, can_ask, clean};
use crate::progress::{Progress, Unit};
use crate::{Done, asking, cancel, dates};
use clap::{Args, Subcommand};
use latchkey_restore::{DataFolder, copy_history, delete_history};
use serde_json::json;
use std::path::{Path, PathBuf};

/// Histories on this computer.
#[derive(Debug, Args)]
#[command(after_help = "Examples:
  latchkey index list --json
  latchkey index copy chats /media/stick/chats
  latchkey index rename chats \"Old phone\"
  latchkey index delete chats --yes")]
pub(crate) struct IndexVerbs {
    #[command(subcommand)]
    verb: IndexVerb,
}

#[derive(Debug, Subcommand)]
enum IndexVerb {
    /// List the histories in the data folder
    List,
    /// Give a history of the list a name of your own; an empty one takes it away
    Rename(Rename),
    /// Copy a history; the copy is read back and compared
    Copy(Copy),
    /// Move a history of the list into another folder; it stays in the list
    Move(Move),
    /// Delete a history: its key first, then its files
    Delete(Delete),
    /// List the histories that were deleted in the app and rest for 30 days
    Resting,
    /// Put a resting history back into the list
    BringBack(BringBack),
    /// Take a history off the list that is not there any more; nothing on a disk is touched
    Forget(Forget),
}

#[derive(Debug, Args)]
struct Rename {
    /// Folder of the history
    dir: PathBuf,
    /// What to call it
    name: String,
}

#[derive(Debug, Args)]
struct Move {
    /// Folder of the history
    dir: PathBuf,
    /// The folder that gets it, in a new folder of its own
    into: PathBuf,
}

#[derive(Debug, Args)]
struct BringBack {
    /// Its id, as `latchkey index resting` shows it
    id: String,
}

#[derive(Debug, Args)]
struct Forget {
    /// Its folder, as `latchkey index list` shows it, or its id
    history: PathBuf,
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
        IndexVerb::Rename(verb) => rename(verb, output)?,
        IndexVerb::Copy(verb) => copy(verb, output)?,
        IndexVerb::Move(verb) => move_into(verb, output)?,
        IndexVerb::Delete(verb) => delete(verb, output)?,
        IndexVerb::Resting => resting(output)?,
        IndexVerb::BringBack(verb) => bring_back(verb, output)?,
        IndexVerb::Forget(verb) => forget(verb, output)?,
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
        parts.extend(history.name.as_deref().map(clean));
        let suffix = history.account.map(|suffix| ("suffix", clean(&suffix)));
        parts.extend(suffix.map(|suffix| output.words().say("phone-suffix", &[suffix])));
        parts.push(match history.missing {
            true => output.words().say("history-missing", &[]),
            false => bytes(history.size),
        });
        parts.extend(history.last_opened.map(|at| dates::show(at, &zone)));
        output.text(&format!("{}\n", parts.join(" · ")))?;
    }
    Ok(())
}

fn rename(verb: &Rename, output: &Output) -> Result<(), Failure> {
    let folder = Home::find().data_folder()?;
    folder.rename_history(&listed(&folder, &verb.dir)?, &verb.name)?;
    let path = verb.dir.to_string_lossy();
    if output.is_json() {
        return output.json(&json!({ "renamed": path }));
    }
    output.say("renamed", &[("path", clean(&path))])
}

/// The id of a history of the list.
fn listed(folder: &DataFolder, dir: &Path) -> Result<String, Failure> {
    let id = folder.id_of(dir);
    id.ok_or_else(|| Failure::usage("not_listed").at(dir))
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

fn move_into(verb: &Move, output: &Output) -> Result<(), Failure> {
    cancel::listen();
    let folder = Home::find().data_folder()?;
    let id = listed(&folder, &verb.dir)?;
    let mut progress = Progress::new();
    let name = output.words().say("stage-copying", &[]);
    let moved = folder.move_history(&id, &verb.into, dates::now(), &mut |done, total| {
        progress.at(&name, Unit::Bytes, done, total);
        cancel::asked()
    });
    progress.done();
    let path = moved.map_err(|error| Failure::from(error).at(&verb.dir))?;
    let path = path.to_string_lossy();
    if output.is_json() {
        return output.json(&json!({ "moved": path }));
    }
    output.say("moved", &[("path", clean(&path))])
}

fn resting(output: &Output) -> Result<(), Failure> {
    let home = Home::find();
    let histories = home.data_folder()?.resting()?;
    if output.is_json() {
        return output.json(&histories);
    }
    let zone = home.time_zone();
    for history in histories {
        let mut parts = vec![clean(&history.id)];
        parts.extend(history.name.as_deref().map(clean));
        let until = history
            .rests_until
            .map(|at| ("date", dates::show(at, &zone)));
        parts.extend(until.map(|until| output.words().say("rests-until", &[until])));
        output.text(&format!("{}\n", parts.join(" · ")))?;
    }
    Ok(())
}

fn bring_back(verb: &BringBack, output: &Output) -> Result<(), Failure> {
    Home::find().data_folder()?.bring_back(&verb.id)?;
    if output.is_json() {
        return output.json(&json!({ "brought_back": verb.id }));
    }
    output.say("brought-back", &[("id", clean(&verb.id))])
}

fn forget(verb: &Forget, output: &Output) -> Result<(), Failure> {
    let folder = Home::find().data_folder()?;
    let named = &verb.history;
    // It is not there: its folder is known by its name alone.
    let dir = std::path::absolute(named).unwrap_or_else(|_| named.clone());
    let known = folder.list()?.into_iter().chain(folder.resting()?);
    let mut named = known.filter(|history| history.dir == dir || Path::new(&history.id) == named);
    let found = named.next();
    let id = found
        .ok_or_else(|| Failure::usage("not_listed").at(&verb.history))?
        .id;
    folder.forget_missing(&id)?;
    if output.is_json() {
        return output.json(&json!({ "forgotten": id }));
    }
    output.say("forgotten-history", &[("id", clean(&id))])
}

fn delete(verb: &Delete, output: &Output) -> Result<(), Failure> {
    let path = verb.dir.to_string_lossy();
    let facts = [("path", clean(&path))];
    let sure =
        verb.yes || (can_ask() && asking::confirm(&output.words().say("delete-question", &facts)));
    if !sure {
        return Err(Failure::usage("not_confirmed"));
    }
    // Known before, forgotten after: a history of the list is not said to be missing then.
    let folder = Home::find().data_folder().ok();
    let id = folder.as_ref().and_then(|folder| folder.id_of(&verb.dir));
    delete_history(&verb.dir).map_err(|error| Failure::from(error).at(&verb.dir))?;
    if let (Some(folder), Some(id)) = (folder, id) {
        folder.forget_deleted(&id);
    }
    if output.is_json() {
        return output.json(&json!({ "deleted": path }));
    }
    output.say("deleted", &facts)
}
