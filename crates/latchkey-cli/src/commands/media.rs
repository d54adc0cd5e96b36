//! `latchkey media link --index DIR FOLDER…`: another media folder for a history, without a new restore.

use crate::arguments::HistoryArguments;
use crate::failure::Failure;
use crate::home::Home;
use crate::output::Output;
use crate::progress::{Progress, Unit};
use crate::{Done, cancel, unlock};
use clap::{Args, Subcommand};
use latchkey_restore::{MediaCounts, link_media};
use serde::Serialize;
use std::path::PathBuf;

/// The media of a history.
#[derive(Debug, Args)]
#[command(after_help = "Examples:
  latchkey media link --index chats --identity kit.txt WhatsApp
  latchkey media link --index chats --identity kit.txt old-phone new-phone --json
  latchkey media link --index chats --identity kit.txt            look again where media was found before")]
pub(crate) struct MediaVerbs {
    #[command(subcommand)]
    verb: MediaVerb,
}

#[derive(Debug, Subcommand)]
enum MediaVerb {
    /// Look for pictures, voice notes and documents in more folders; they are remembered
    Link(Link),
}

#[derive(Debug, Args)]
struct Link {
    #[command(flatten)]
    history: HistoryArguments,
    /// A phone's WhatsApp folder, a part or a copy of it, or a cloud download
    #[arg(value_name = "FOLDER")]
    folders: Vec<PathBuf>,
}

pub(crate) fn run(verbs: &MediaVerbs, output: &Output) -> Result<Done, Failure> {
    let MediaVerb::Link(verb) = &verbs.verb;
    let home = Home::find();
    let mut history = unlock::history(&verb.history, &home, output)?;
    cancel::listen();
    let name = output.words().say("stage-media", &[]);
    let mut progress = Progress::new();
    let linked = link_media(&mut history, &verb.folders, &mut |done, total| {
        progress.at(&name, Unit::Files, done, total);
        cancel::asked()
    });
    progress.done();
    let report = linked.map_err(|error| match error.path().map(ToOwned::to_owned) {
        Some(path) => Failure::from(error).at(&path),
        None => Failure::from(error).at(&verb.history.index),
    })?;
    if output.is_json() {
        output.json(&report)?;
        return Ok(Done::Whole);
    }
    tell(&report.media, output)?;
    // What the phone no longer had is missing in every folder: nothing of the history was left out.
    Ok(Done::Whole)
}

/// The counts, and of what is missing the reasons.
pub(super) fn tell(media: &MediaCounts, output: &Output) -> Result<(), Failure> {
    output.say(
        "restored-media",
        &[
            ("referenced", media.referenced.to_string()),
            ("found", media.found.to_string()),
            ("missing", media.missing.to_string()),
        ],
    )?;
    for (how, count) in media.found_by.iter().filter(|(_, count)| **count > 0) {
        let facts = [("count", count.to_string()), ("how", word(how))];
        output.say("media-found", &facts)?;
    }
    for (reason, count) in &media.missing_by_reason {
        let facts = [("count", count.to_string()), ("reason", word(reason))];
        output.say("media-missing", &facts)?;
    }
    Ok(())
}

/// The word that `--json` has for it.
fn word(value: &impl Serialize) -> String {
    let word = serde_json::to_value(value).ok();
    word.and_then(|word| word.as_str().map(str::to_owned))
        .unwrap_or_default()
}
