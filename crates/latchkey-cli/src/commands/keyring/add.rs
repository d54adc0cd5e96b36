//! `latchkey keyring add PATH passkey|passphrase|age1…`.

use super::opened::{Opened, credential_of};
use super::place::Place;
use crate::arguments::{NewPasskeyArguments, UnlockArguments};
use crate::asking::Terminal;
use crate::dates;
use crate::enrolment::{self, KitPlace};
use crate::failure::Failure;
use crate::home::Home;
use crate::output::{Output, can_ask};
use clap::Args;
use latchkey_keyring::RecoveryRecipient;
use serde_json::json;
use std::path::PathBuf;

/// Add a way in. It counts once it has opened the keyring.
#[derive(Debug, Args)]
#[command(after_help = "Examples:
  latchkey keyring add chats passkey --authenticator tpm --label \"This laptop\" --identity kit.txt
  latchkey keyring add chats passkey --passkey            opened with one passkey, another is added
  latchkey keyring add chats passphrase --passkey         six words, shown once
  latchkey keyring add chats age1… --label Ana --passkey
With --pin-stdin: a line for the passkey that opens, if one does, then a line for the new one.")]
pub(super) struct Add {
    /// Folder of a history, or a keyring file
    path: PathBuf,
    /// `passkey`, `passphrase`, or a public age recipient
    #[arg(value_name = "passkey|passphrase|age1…", value_parser = what)]
    what: What,
    #[command(flatten)]
    new: NewPasskeyArguments,
    /// Write the words of a new passphrase to this new file, instead of showing them
    #[arg(long, value_name = "FILE")]
    out: Option<PathBuf>,
    #[command(flatten)]
    unlock: UnlockArguments,
}

/// What is added.
#[derive(Debug, Clone)]
enum What {
    Passkey,
    Passphrase,
    Recipient(RecoveryRecipient),
}

fn what(text: &str) -> Result<What, String> {
    match text {
        "passkey" => Ok(What::Passkey),
        "passphrase" => Ok(What::Passphrase),
        _ => text.parse().map(What::Recipient).map_err(|_| {
            "`passkey`, `passphrase`, or a recipient that begins with age1".to_owned()
        }),
    }
}

pub(super) fn run(verb: &Add, output: &Output) -> Result<(), Failure> {
    let (home, place) = (Home::find(), Place::of(&verb.path));
    let file = place.kit(verb.out.as_deref());
    if matches!(verb.what, What::Passphrase) {
        file.check()?;
    }
    let mut opened = Opened::open_to_add(&place, &verb.unlock, &home, output)?;
    let slot = match &verb.what {
        What::Passkey => add_passkey(verb, &place, &mut opened, &home, output)?,
        What::Passphrase => return add_passphrase(verb, &file, &mut opened, &home, output),
        What::Recipient(recipient) => {
            let label = verb.new.label.clone().unwrap_or_default();
            let recipient = recipient.clone().labelled(label);
            opened.add(&home, |keyring| {
                Ok(keyring.add_recovery(recipient, dates::now())?)
            })?
        }
    };
    opened.tell("slot-added", Some(&slot), output)
}

fn add_passkey(
    verb: &Add,
    place: &Place,
    opened: &mut Opened,
    home: &Home,
    output: &Output,
) -> Result<String, Failure> {
    let mut computer = home.computer(verb.unlock.ceremony.insecure_demo)?;
    let kind = enrolment::kind_of(verb.new.authenticator, &mut computer, output)?;
    let person = Terminal::new(output.words(), verb.unlock.ceremony.pin_stdin)?;
    let mut made = None;
    let added = opened.add(home, |keyring| {
        let slot = enrolment::enrol(keyring, &verb.new, kind, &mut computer, &person, output)?;
        made = credential_of(keyring, &slot);
        if can_ask() {
            output.note("rehearse-passkey", &[]);
        }
        enrolment::rehearse(keyring, &slot, kind, &mut computer, &person)?;
        keyring.mark_tested(&slot, dates::now())?;
        Ok(slot)
    });
    // What failed late may have been written all the same: what lies there tells.
    if added.is_err()
        && let Some(credential) = made
        && let Ok(found) = place.read()
    {
        enrolment::forget_unless_kept(&credential, &found, home);
    }
    added
}

fn add_passphrase(
    verb: &Add,
    file: &KitPlace,
    opened: &mut Opened,
    home: &Home,
    output: &Output,
) -> Result<(), Failure> {
    let label = match &verb.new.label {
        Some(label) => label.clone(),
        None => output.words().say("default-label-passphrase", &[]),
    };
    let (slot, handed_over) = opened.add(home, |keyring| {
        let (slot, passphrase) = keyring.add_passphrase(&label, dates::now())?;
        let handed = enrolment::hand_over_passphrase(&passphrase, &slot, keyring, file, output)?;
        keyring.mark_tested(&slot, dates::now())?;
        Ok((slot, handed))
    })?;
    let more = match handed_over.keep() {
        Some(path) => json!({ "passphrase": path.to_string_lossy() }),
        None => json!({}),
    };
    opened.tell_with("slot-added", Some(&slot), more, output)
}
