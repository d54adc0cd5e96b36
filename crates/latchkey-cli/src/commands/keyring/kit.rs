//! `latchkey keyring kit PATH`: a new recovery kit, on the terminal or in a file of the person's own.

use super::opened::Opened;
use super::place::Place;
use crate::arguments::UnlockArguments;
use crate::dates;
use crate::enrolment;
use crate::failure::Failure;
use crate::home::Home;
use crate::output::Output;
use clap::Args;
use latchkey_keyring::RecoveryKit;
use serde_json::json;
use std::path::PathBuf;

/// Make a new recovery kit. It counts once its last groups were typed, or its file has opened the keyring.
#[derive(Debug, Args)]
#[command(after_help = "Examples:
  latchkey keyring kit chats --passkey                          shown once, to be copied by hand
  latchkey keyring kit chats --out /media/stick/kit.txt --passkey
Earlier kits go on working: `latchkey keyring remove` ends one.")]
pub(super) struct Kit {
    /// Folder of a history, or a keyring file
    path: PathBuf,
    /// Write it to this new file instead of showing it: not with the chats or the backup, not into a cloud folder
    #[arg(long, value_name = "FILE")]
    out: Option<PathBuf>,
    /// Your name for it
    #[arg(long, value_name = "NAME")]
    label: Option<String>,
    #[command(flatten)]
    unlock: UnlockArguments,
}

pub(super) fn run(verb: &Kit, output: &Output) -> Result<(), Failure> {
    let (home, place) = (Home::find(), Place::of(&verb.path));
    let file = place.kit(verb.out.as_deref());
    file.check()?;
    let mut opened = Opened::open_to_add(&place, &verb.unlock, &home, output)?;
    let (slot, handed_over) = opened.add(&home, |keyring| {
        let mut kit = RecoveryKit::generate();
        let recipient = enrolment::recipient_of(&kit, verb.label.as_deref(), output);
        let slot = keyring.add_recovery(recipient, dates::now())?;
        kit.remember(keyring);
        let handed_over = enrolment::hand_over(&kit, keyring, &file, output)?;
        keyring.mark_tested(&slot, dates::now())?;
        Ok((slot, handed_over))
    })?;
    let more = match handed_over.keep() {
        Some(path) => json!({ "kit": path.to_string_lossy() }),
        None => json!({}),
    };
    opened.tell_with("slot-added", Some(&slot), more, output)
}
