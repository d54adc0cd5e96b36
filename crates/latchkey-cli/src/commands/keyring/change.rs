//! `latchkey keyring remove|rename|rekey`.

use super::opened::{Opened, credential_of};
use super::place::Place;
use crate::arguments::UnlockArguments;
use crate::failure::Failure;
use crate::home::Home;
use crate::output::{Output, can_ask};
use crate::progress::{Progress, Unit};
use crate::unlock::slots;
use crate::{asking, cancel, dates, enrolment};
use clap::Args;
use std::path::PathBuf;

/// Remove a way in; the index is encrypted anew for those that are left.
#[derive(Debug, Args)]
#[command(after_help = "Examples:
  latchkey keyring remove chats 3f2a9c0d1e4b5a67 --identity kit.txt
  latchkey keyring remove chats \"Old phone\" --passkey --pin-stdin --yes < pin.txt")]
pub(super) struct Remove {
    /// Folder of a history, or a keyring file
    path: PathBuf,
    /// The slot, by its id or its name
    #[arg(value_name = "SLOT")]
    removed: String,
    #[command(flatten)]
    unlock: UnlockArguments,
    /// Do not ask
    #[arg(long)]
    yes: bool,
    /// The keyring file belongs to no history
    #[arg(long)]
    standalone: bool,
}

/// Give a way in another name.
#[derive(Debug, Args)]
#[command(after_help = "Example:
  latchkey keyring rename chats 3f2a9c0d1e4b5a67 \"Blue key\" --passkey")]
pub(super) struct Rename {
    /// Folder of a history, or a keyring file
    path: PathBuf,
    /// The slot, by its id or its name
    #[arg(value_name = "SLOT")]
    renamed: String,
    /// The new name
    name: String,
    #[command(flatten)]
    unlock: UnlockArguments,
}

/// Encrypt the index anew, with the same ways in.
#[derive(Debug, Args)]
#[command(after_help = "Example:
  latchkey keyring rekey chats --passkey")]
pub(super) struct Rekey {
    /// Folder of a history, or a keyring file
    path: PathBuf,
    #[command(flatten)]
    unlock: UnlockArguments,
    /// The keyring file belongs to no history
    #[arg(long)]
    standalone: bool,
}

pub(super) fn remove(verb: &Remove, output: &Output) -> Result<(), Failure> {
    let (home, place) = (Home::find(), Place::of(&verb.path));
    place.require_no_history(verb.standalone, &home)?;
    let locked = place.read()?;
    let slot = slots::named(&locked, &verb.removed, output.words())?;
    let (id, name) = (slot.id.clone(), slots::name(slot, output.words()));
    // Said whoever asks: removing cannot take back what was copied.
    output.note("remove-warning", &[("slot", name.clone())]);
    let sure = verb.yes
        || (can_ask()
            && asking::confirm(&output.words().say("remove-question", &[("slot", name)])));
    if !sure {
        return Err(Failure::usage("not_removed"));
    }
    let mut opened = Opened::open(&place, &verb.unlock, &home, output)?;
    let credential = credential_of(opened.keyring(), &id);
    match &mut opened {
        Opened::History(history) => {
            let (seen, now) = (home.seen()?, dates::now());
            in_stages(output, &mut |on_progress| {
                let removed = latchkey_restore::remove_slot(history, &id, &seen, now, on_progress);
                removed.map_err(|error| Failure::from(error).at(place.path()))
            })?;
            if let (Some(credential), Ok(found)) = (credential, place.read()) {
                enrolment::forget_unless_kept(&credential, &found, &home);
            }
        }
        Opened::File(lone) => lone.change(|keyring| {
            keyring.remove_slot(&id, dates::now())?;
            // There are no databases beside it.
            keyring.finish_rekey();
            Ok(())
        })?,
    }
    opened.tell_with(
        "slot-removed",
        None,
        serde_json::json!({ "removed": id }),
        output,
    )
}

pub(super) fn rename(verb: &Rename, output: &Output) -> Result<(), Failure> {
    let (home, place) = (Home::find(), Place::of(&verb.path));
    let id = slots::named(&place.read()?, &verb.renamed, output.words())?
        .id
        .clone();
    let mut opened = Opened::open(&place, &verb.unlock, &home, output)?;
    opened.rename(&id, &verb.name, &home)?;
    opened.tell("slot-renamed", Some(&id), output)
}

pub(super) fn rekey(verb: &Rekey, output: &Output) -> Result<(), Failure> {
    let (home, place) = (Home::find(), Place::of(&verb.path));
    place.require_no_history(verb.standalone, &home)?;
    let mut opened = Opened::open(&place, &verb.unlock, &home, output)?;
    match &mut opened {
        Opened::History(history) => {
            let (seen, now) = (home.seen()?, dates::now());
            in_stages(output, &mut |on_progress| {
                let rekeyed = latchkey_restore::rekey(history, &seen, now, on_progress);
                rekeyed.map_err(|error| Failure::from(error).at(place.path()))
            })?;
        }
        Opened::File(lone) => lone.change(|keyring| {
            keyring.begin_rekey(dates::now())?;
            keyring.finish_rekey();
            Ok(())
        })?,
    }
    opened.tell("rekeyed", None, output)
}

type OnProgress<'a> = &'a mut dyn FnMut(u64, u64) -> std::ops::ControlFlow<()>;

/// Runs a re-encryption under a bar; Ctrl-C stops it while nothing has changed.
fn in_stages(
    output: &Output,
    job: &mut dyn FnMut(OnProgress) -> Result<(), Failure>,
) -> Result<(), Failure> {
    cancel::listen();
    let mut progress = Progress::new();
    let name = output.words().say("stage-rekeying", &[]);
    let ended = job(&mut |done, total| {
        progress.at(&name, Unit::Bytes, done, total);
        cancel::asked()
    });
    progress.done();
    ended
}
