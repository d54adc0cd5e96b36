//! `latchkey restore BACKUP --index DIR`: the main job.

use crate::arguments::{KeyArguments, UnlockArguments, byte_count};
use crate::failure::Failure;
use crate::home::Home;
use crate::output::{Output, clean};
use crate::progress::{Progress, Unit};
use crate::{Done, cancel, dates, key_source, unlock};
use clap::Args;
use latchkey_backup::{BackupKey, Limits};
use latchkey_keyring::{FILE_NAME, RecoveryRecipient, previous_of};
use latchkey_restore::{
    RestoreProgress, RestoreReport, RestoreRequest, Stage, Target, restore, suggested_media,
};
use std::path::PathBuf;

/// Restore a backup into an encrypted history, or add what is new to one.
#[derive(Debug, Args)]
#[command(after_help = "Examples:
  latchkey restore msgstore.db.crypt15 --key-file key.txt --index chats --recipient age1…
  latchkey restore newer.crypt15 --index chats --identity kit.txt      the key is in the keyring
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
    /// Who can open a new history: a public age recipient (repeatable)
    #[arg(long, value_name = "age1…")]
    recipient: Vec<String>,
    #[command(flatten)]
    unlock: UnlockArguments,
    /// The phone's WhatsApp folder, for pictures and voice notes
    #[arg(long, value_name = "DIR")]
    media: Option<PathBuf>,
    /// An address book
    #[arg(long, value_name = "FILE.vcf")]
    contacts: Option<PathBuf>,
    /// Refuse content larger than this
    #[arg(long, value_name = "SIZE", default_value = "64G", value_parser = byte_count)]
    max_size: u64,
}

pub(crate) fn run(verb: Restore, output: &Output) -> Result<Done, Failure> {
    let home = Home::find();
    let (history, key) = target_and_key(&verb, &home, output)?;
    if verb.media.is_none()
        && let Some(media) = suggested_media(&verb.backup)
    {
        output.note("media-beside", &[("path", clean(&media.to_string_lossy()))]);
    }
    cancel::listen();
    let (backup, index) = (verb.backup.clone(), verb.index.clone());
    let request = RestoreRequest {
        media: verb.media,
        contacts: verb.contacts,
        home_country: home.home_country().to_owned(),
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
    if output.is_json() {
        output.json(&report)?;
    } else {
        tell(&report, output)?;
    }
    if report.checksum_damaged {
        output.note("checksum-damaged", &[]);
    }
    Ok(if report.left_something_out() {
        Done::LeftOut
    } else {
        Done::Whole
    })
}

/// Where the messages go and with which key: for a history that is there its own keyring may hold it.
fn target_and_key(
    verb: &Restore,
    home: &Home,
    output: &Output,
) -> Result<(Target, BackupKey), Failure> {
    let backup = verb.backup.as_path();
    let keyring = verb.index.join(FILE_NAME);
    // A save that was cut off may have left the last generation under its other name alone.
    if keyring.exists() || previous_of(&keyring).exists() {
        let history = unlock::history_to_restore_into(&verb.index, &verb.unlock, home, output)?;
        let given = if key_source::is_named(&verb.key) {
            key_source::get(backup, &verb.key, &verb.unlock, output)?
        } else {
            key_source::from_keyring(backup, history.keyring())?
        };
        let key = given.repaired(backup, output)?;
        return Ok((history.into_target(), key));
    }
    if verb.recipient.is_empty() {
        return Err(Failure::usage("no_recipient"));
    }
    let recipients = verb.recipient.iter().map(|text| {
        text.parse::<RecoveryRecipient>()
            .map_err(|error| Failure::usage("bad_recipient").detail(&error.to_string()))
    });
    let recipients = recipients.collect::<Result<Vec<_>, _>>()?;
    let given = key_source::get(backup, &verb.key, &verb.unlock, output)?;
    let key = given.repaired(backup, output)?;
    let dir = verb.index.clone();
    Ok((Target::New { dir, recipients }, key))
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
            ("messages", number(report.messages)),
            ("chats", number(report.chats)),
            ("new", number(report.new)),
            ("present", number(report.already_present)),
        ],
    )?;
    output.say(
        "restored-rows",
        &[
            ("rows", number(report.source_rows)),
            ("messages", number(report.messages)),
            ("left", number(report.left_out.values().sum())),
        ],
    )?;
    for (kind, count) in &report.by_kind {
        let facts = [("count", number(*count)), ("kind", kind.clone())];
        output.say("restored-kind", &facts)?;
    }
    for (reason, count) in &report.left_out {
        let facts = [("count", number(*count)), ("reason", reason.clone())];
        output.say("restored-left", &facts)?;
    }
    output.say(
        "restored-media",
        &[
            ("referenced", number(report.media.referenced)),
            ("found", number(report.media.found)),
            ("missing", number(report.media.missing)),
        ],
    )?;
    let seconds = format!("{:.1}", report.seconds.total);
    output.say("restored-time", &[("seconds", seconds)])
}
