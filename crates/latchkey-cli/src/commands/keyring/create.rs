//! `latchkey keyring create FILE`: a keyring without a history.

use crate::arguments::CeremonyArguments;
use crate::enrolment::{self, KitPlace, NewKeyringArguments};
use crate::failure::Failure;
use crate::home::Home;
use crate::output::{Output, clean};
use crate::{asking, dates};
use clap::Args;
use latchkey_backup::BackupKey;
use latchkey_keyring::OpenKeyring;
use latchkey_restore::ErrorCode;
use serde_json::json;
use std::path::PathBuf;

/// Make a keyring file: it keeps a backup's key for whoever has a way in.
#[derive(Debug, Args)]
#[command(after_help = "Examples:
  latchkey keyring create my.latchkey --recipient age1… --key-file key.txt
  latchkey keyring create my.latchkey --passkey --kit /media/stick/kit.txt --key-stdin < key.txt
  latchkey decrypt msgstore.db.crypt15 --keyring my.latchkey --passkey --out msgstore.db")]
pub(super) struct Create {
    /// The file to write; must not be there yet
    file: PathBuf,
    #[command(flatten)]
    new: NewKeyringArguments,
    /// With a passkey; it needs a recovery kit or a recipient beside it
    #[arg(long)]
    passkey: bool,
    #[command(flatten)]
    ceremony: CeremonyArguments,
    /// Keep this key in it: a key file, or text with the 64 digits
    #[arg(long, value_name = "FILE", group = "key")]
    key_file: Option<PathBuf>,
    /// Keep a key in it: the 64 digits on standard input
    #[arg(long, group = "key")]
    key_stdin: bool,
}

pub(super) fn run(verb: &Create, output: &Output) -> Result<(), Failure> {
    if verb.file.symlink_metadata().is_ok() {
        return Err(Failure::new(ErrorCode::AlreadyExists).at(&verb.file));
    }
    let key = key(verb)?;
    let (home, ceremony) = (Home::find(), verb.passkey.then_some(verb.ceremony));
    let place = KitPlace {
        file: verb.new.kit.as_deref(),
        index: &verb.file,
        alone: true,
        backup: None,
    };
    let (mut keyring, undo) = enrolment::make(&verb.new, ceremony, &place, &home, output)?;
    if let Some(key) = &key {
        keep(key, &mut keyring)?;
    }
    match keyring.save(&verb.file) {
        Err(error) if !error.is_in_place() => return Err(Failure::from(error).at(&verb.file)),
        _ => {}
    }
    // Made here, so its signer is known; a convenience only.
    let _ = home.seen()?.trust(&keyring, dates::now().as_millisecond());
    let kit = undo.keep();
    let path = verb.file.to_string_lossy();
    if output.is_json() {
        return output.json(&json!({
            "path": path,
            "keyring": keyring.id(),
            "generation": keyring.generation(),
            "fingerprint": keyring.fingerprint().as_str(),
            "kit": kit.map(|kit| kit.to_string_lossy().into_owned()),
            "holds_key": key.is_some(),
        }));
    }
    let fingerprint = keyring.fingerprint().to_string();
    output.say(
        "keyring-created",
        &[("path", clean(&path)), ("fingerprint", fingerprint)],
    )
}

fn key(verb: &Create) -> Result<Option<BackupKey>, Failure> {
    if let Some(path) = &verb.key_file {
        let key = BackupKey::read(path).map_err(|error| Failure::from(error).at(path))?;
        return Ok(Some(key));
    }
    if !verb.key_stdin {
        return Ok(None);
    }
    if !verb.ceremony.pin_stdin {
        return Ok(Some(BackupKey::from_bytes(&asking::rest()?)?));
    }
    let line = asking::next_line()?.ok_or_else(|| Failure::usage("no_key"))?;
    Ok(Some(BackupKey::from_bytes(line.as_bytes())?))
}

fn keep(key: &BackupKey, keyring: &mut OpenKeyring) -> Result<(), Failure> {
    match (key.root(), key.device_payload()) {
        (Some(root), _) => keyring.add_root_key(root, dates::now())?,
        (None, Some(device)) => keyring.add_device_key(device, dates::now())?,
        (None, None) => return Ok(()),
    };
    Ok(())
}
