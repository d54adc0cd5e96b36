//! `latchkey restore BACKUP --index DIR`: the main job.

mod target;

use crate::arguments::{KeyArguments, UnlockArguments, byte_count};
use crate::enrolment::NewKeyringArguments;
use crate::failure::Failure;
use crate::home::Home;
use crate::output::{Output, clean};
use crate::progress::{Progress, Unit};
use crate::{Done, cancel, dates};
use clap::Args;
use latchkey_backup::Limits;
use latchkey_restore::{
    ErrorCode, RestoreProgress, RestoreReport, RestoreRequest, Stage, is_country, restore,
    suggested_media,
};
use std::path::PathBuf;

/// Restore a backup into an encrypted history, or add what is new to one.
#[derive(Debug, Args)]
#[command(after_help = "Examples:
  latchkey restore msgstore.db.crypt15 --key-file key.txt --index chats --recipient age1…
  latchkey restore msgstore.db.crypt15 --key-file key.txt --index chats --passkey --kit /media/stick/kit.txt
  latchkey restore newer.crypt15 --index chats --passkey               the key is in the keyring
  latchkey restore msgstore.db.crypt15 --key-stdin --index chats --recipient age1… \\
      --media WhatsApp --contacts contacts.vcf --json < key.txt")]
pub(crate) struct Restore {
    /// The encrypted backup; never written to
    backup: PathBuf,
    #[command(flatten)]
    key: KeyArguments,
    /// Folder of the history: new, or one that is there
    #[arg(long, value_name = "DIR")]
    index: PathBuf,
    #[command(flatten)]
    new: NewKeyringArguments,
    #[command(flatten)]
    unlock: UnlockArguments,
    /// The phone's WhatsApp folder, for pictures and voice notes
    #[arg(long, value_name = "DIR")]
    media: Option<PathBuf>,
    /// An address book, vCard or CSV
    #[arg(long, value_name = "FILE")]
    contacts: Option<PathBuf>,
    /// Country of its numbers without a country code, two letters; else the settings', else a guess
    #[arg(long, value_name = "XX", requires = "contacts", value_parser = country)]
    country: Option<String>,
    /// Refuse content larger than this
    #[arg(long, value_name = "SIZE", default_value = "64G", value_parser = byte_count)]
    max_size: u64,
}

/// Two letters of a country that has phone numbers.
fn country(text: &str) -> Result<String, String> {
    match is_country(text) {
        true => Ok(text.to_owned()),
        false => Err("no country has these two letters".to_owned()),
    }
}

pub(crate) fn run(verb: Restore, output: &Output) -> Result<Done, Failure> {
    let home = Home::find();
    let target::Prepared { history, key, undo } = target::prepare(&verb, &home, output)?;
    if verb.media.is_none()
        && let Some(media) = suggested_media(&verb.backup)
    {
        output.note("media-beside", &[("path", clean(&media.to_string_lossy()))]);
    }
    cancel::listen();
    let (backup, index, country) = (verb.backup.clone(), verb.index.clone(), verb.country);
    let request = RestoreRequest {
        media: verb.media,
        contacts: verb.contacts,
        home_country: country.unwrap_or_else(|| home.home_country().to_owned()),
        limits: Limits {
            max_size: verb.max_size,
            ..Limits::default()
        },
        seen: Some(home.seen()?),
        ..RestoreRequest::new(verb.backup, key, history, dates::now())
    };
    let mut progress = Progress::new();
    let report = restore(request, &mut |step| {
        show(&mut progress, step, output);
        cancel::asked()
    });
    progress.done();
    let report = report.map_err(|error| {
        let failure = Failure::from(error);
        let about_index = failure.is_about_history();
        failure.at(if about_index { &index } else { &backup })
    })?;
    undo.keep();
    if report.counts_differ() {
        return doubtful(&report, output);
    }
    if output.is_json() {
        output.json(&report)?;
    } else {
        tell(&report, output)?;
    }
    if report.recognised {
        output.note("recognised", &[]);
    }
    if report.checksum_damaged {
        output.note("checksum-damaged", &[]);
    }
    tell_increments(&report, output);
    Ok(if report.left_something_out() {
        Done::LeftOut
    } else {
        Done::Whole
    })
}

/// Rows are unaccounted for: the report and the error, both, and the history stays.
fn doubtful(report: &RestoreReport, output: &Output) -> Result<Done, Failure> {
    let tables = report.import.unaccounted.join(", ");
    let failure = Failure::new(ErrorCode::CountsDiffer).fact("tables", tables);
    if output.is_json() {
        output.json_with_error(report, &failure)?;
    } else {
        tell(report, output)?;
        output.failure(&failure);
    }
    tell_increments(report, output);
    Ok(Done::Doubtful)
}

/// What lies beside the backup and is newer than what was restored.
fn tell_increments(report: &RestoreReport, output: &Output) {
    let known = |fact: Option<String>| fact.unwrap_or_else(|| "unknown".to_owned());
    for increment in &report.increments {
        let facts = [
            ("file", clean(&increment.file)),
            ("from", known(increment.from.clone())),
            ("to", known(increment.to.clone())),
            ("messages", known(increment.messages.map(|n| n.to_string()))),
        ];
        output.note("increment-missing", &facts);
    }
    if !report.increments.is_empty() {
        output.note("increment-why", &[]);
    }
}

fn show(progress: &mut Progress, step: RestoreProgress, output: &Output) {
    let (id, unit) = match step.stage {
        Stage::Decrypting => ("stage-decrypting", Unit::Bytes),
        Stage::Reading => ("stage-reading", Unit::Steps),
        Stage::Indexing => ("stage-indexing", Unit::Messages),
        Stage::Searching => ("stage-searching", Unit::Messages),
        Stage::Media => ("stage-media", Unit::Files),
        Stage::Finishing => ("stage-finishing", Unit::Steps),
    };
    let name = output.words().say(id, &[]);
    progress.at(&name, unit, step.done, step.total);
}

/// The counts, so that a person can add them up.
fn tell(report: &RestoreReport, output: &Output) -> Result<(), Failure> {
    let number = |count: u64| count.to_string();
    output.say(
        "restored",
        &[
            ("messages", number(report.import.messages)),
            ("chats", number(report.import.chats)),
            ("new", number(report.import.new)),
            ("present", number(report.import.already_present)),
        ],
    )?;
    output.say(
        "restored-rows",
        &[
            ("rows", number(report.import.source_rows)),
            ("messages", number(report.import.messages)),
            ("left", number(report.import.left_out.values().sum())),
        ],
    )?;
    for (kind, count) in &report.import.by_kind {
        let facts = [("count", number(*count)), ("kind", kind.clone())];
        output.say("restored-kind", &facts)?;
    }
    for (reason, count) in &report.import.left_out {
        let facts = [("count", number(*count)), ("reason", reason.clone())];
        output.say("restored-left", &facts)?;
    }
    super::media::tell(&report.media, output)?;
    let seconds = format!("{:.1}", report.seconds.total);
    output.say("restored-time", &[("seconds", seconds)])
}
