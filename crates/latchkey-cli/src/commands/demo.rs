//! `latchkey demo DIR`: a made-up phone to try everything on. Nothing in it is anybody's.

use crate::failure::Failure;
use crate::output::{Output, clean};
use crate::progress::{Progress, Unit};
use crate::{Done, cancel, dates};
use clap::Args;
use latchkey_demo::{PhoneOptions, write_phone};
use serde_json::json;
use std::num::NonZeroU64;
use std::path::{Path, PathBuf};

/// Write a made-up phone: encrypted backup, 64-digit key, contacts, media.
#[derive(Debug, Args)]
#[command(after_help = "Examples:
  latchkey demo phone
  latchkey demo phone --messages 100000 --seed 7")]
pub(crate) struct Demo {
    /// The folder to write
    dir: PathBuf,
    /// About how many messages
    #[arg(long, default_value_t = 20_000)]
    messages: u64,
    /// About how many of them stand in the busiest chat; as many as it usually has when it is not said
    #[arg(long)]
    largest_chat: Option<NonZeroU64>,
    /// The same seed writes the same phone
    #[arg(long, default_value_t = 1)]
    seed: u64,
}

pub(crate) fn run(verb: &Demo, output: &Output) -> Result<Done, Failure> {
    cancel::listen();
    let options = PhoneOptions {
        messages: verb.messages,
        largest_chat: verb.largest_chat,
        seed: verb.seed,
        ..PhoneOptions::demo(dates::now().as_millisecond())
    };
    let mut progress = Progress::new();
    let name = output.words().say("stage-writing", &[]);
    let phone = write_phone(&verb.dir, &options, &mut |step| {
        progress.at(&name, Unit::Messages, step.messages, step.total);
        cancel::asked()
    });
    progress.done();
    let phone = phone.map_err(|error| Failure::from(error).at(&verb.dir))?;
    let shown = |path: &Path| path.to_string_lossy().into_owned();
    if output.is_json() {
        output.json(&json!({
            "path": shown(&verb.dir),
            "backup": shown(&phone.backup),
            "key_file": shown(&phone.key_file),
            "contacts": shown(&phone.contacts),
            "media": shown(&phone.media),
            "messages": phone.expectations.messages,
            "source_rows": phone.expectations.source_rows,
        }))?;
        return Ok(Done::Whole);
    }
    let messages = phone.expectations.messages.to_string();
    let path = clean(&shown(&verb.dir));
    output.say("demo-written", &[("messages", messages), ("path", path)])?;
    let next = [
        ("backup", clean(&shown(&phone.backup))),
        ("key", clean(&shown(&phone.key_file))),
        ("media", clean(&shown(&phone.media))),
        ("contacts", clean(&shown(&phone.contacts))),
    ];
    output.say("demo-next", &next)?;
    Ok(Done::Whole)
}
