//! Where a restore goes, and with which key: a history that is there, or a new one whose ways in are made first.

use super::Restore;
use crate::enrolment::{self, KitPlace, Undo};
use crate::failure::Failure;
use crate::home::Home;
use crate::output::Output;
use crate::unlock::Sealing;
use crate::{key_source, unlock};
use latchkey_backup::{BackupKey, KeyCheck, check_key};
use latchkey_keyring::{FILE_NAME, previous_of};
use latchkey_restore::{ErrorCode, Target};
use std::path::Path;

/// Everything that needs the person, done before the long job.
pub(super) struct Prepared {
    pub(super) history: Target,
    pub(super) key: BackupKey,
    /// A kit's file and a passkey that a failed restore takes back.
    pub(super) undo: Undo,
}

pub(super) fn prepare(verb: &Restore, home: &Home, output: &Output) -> Result<Prepared, Failure> {
    let keyring = verb.index.join(FILE_NAME);
    // A save that was cut off may have left the last generation under its other name alone.
    match keyring.exists() || previous_of(&keyring).exists() {
        true => existing(verb, home, output),
        false => new(verb, home, output),
    }
}

/// For a history that is there its own keyring may hold the key.
fn existing(verb: &Restore, home: &Home, output: &Output) -> Result<Prepared, Failure> {
    if verb.new.kit.is_some() || verb.new.new_passkey.authenticator.is_some() {
        return Err(Failure::usage("history_has_keyring").at(&verb.index));
    }
    let backup = verb.backup.as_path();
    // The key's line comes first on standard input.
    let named = match key_source::is_named(&verb.key) {
        true => Some(key_source::get(
            backup,
            &verb.key,
            &verb.unlock,
            home,
            output,
        )?),
        false => None,
    };
    let history =
        unlock::history_to_seal_into(&verb.index, Sealing::Key, &verb.unlock, home, output)?;
    let given = match named {
        Some(given) => given,
        None => key_source::from_keyring(backup, history.keyring())?,
    };
    Ok(Prepared {
        key: given.repaired(backup, output)?,
        history: history.into_target(),
        undo: Undo::default(),
    })
}

fn new(verb: &Restore, home: &Home, output: &Output) -> Result<Prepared, Failure> {
    let (backup, dir) = (verb.backup.as_path(), verb.index.clone());
    let ceremony = verb.unlock.passkey.then_some(verb.unlock.ceremony);
    if ceremony.is_none() && verb.new.kit.is_none() && verb.new.recipient.is_empty() {
        return Err(Failure::usage("no_recipient"));
    }
    let given = key_source::get(backup, &verb.key, &verb.unlock, home, output)?;
    let key = given.repaired(backup, output)?;
    if ceremony.is_some() || verb.new.kit.is_some() {
        // Nobody makes a passkey or a kit for a restore that cannot be.
        require_free(&dir)?;
        if check_key(backup, &key).is_ok_and(|fits| fits == KeyCheck::DoesNotFit) {
            key_source::prove(backup, &key, output)?;
        }
    }
    let place = KitPlace {
        file: verb.new.kit.as_deref(),
        index: &verb.index,
        alone: false,
        backup: Some(backup),
    };
    let (keyring, undo) = enrolment::make(&verb.new, ceremony, &place, home, output)?;
    let history = Target::Prepared { dir, keyring };
    Ok(Prepared { history, key, undo })
}

/// The folder of a new history does not exist, or is empty.
fn require_free(dir: &Path) -> Result<(), Failure> {
    let is_free = match std::fs::read_dir(dir) {
        Ok(mut entries) => entries.next().is_none(),
        Err(error) => error.kind() == std::io::ErrorKind::NotFound,
    };
    match is_free {
        true => Ok(()),
        false => Err(Failure::new(ErrorCode::AlreadyExists).at(dir)),
    }
}
