//! Gets the key to a backup from where the person says: a file, standard input, a keyring, or a hidden
//! prompt; and offers to repair a slip in typed digits.

use crate::arguments::{KeyArguments, UnlockArguments};
use crate::asking::{self, confirm};
use crate::failure::Failure;
use crate::home::Home;
use crate::output::{Output, can_ask};
use crate::progress::{Progress, Unit};
use crate::{cancel, unlock};
use latchkey_backup::{
    BackupKey, KeyCheck, Limits, Repair, Secret, Slip, check_key, decrypt, inspect, propose_repair,
};
use latchkey_keyring::{LockedKeyring, OpenKeyring};
use latchkey_restore::{ErrorCode, fitting_key};
use std::fs::File;
use std::io::Read;
use std::path::Path;
use zeroize::Zeroizing;

/// More than any key is long.
const MAX_TYPED: u64 = 64 * 1024;

/// Room for the longest, in bytes, and for noticing its end: a buffer that grows leaves copies behind.
const ROOM: usize = 64 * 1024 + 64;

/// A key as it was given.
pub(crate) struct Given {
    pub(crate) key: BackupKey,
    /// The digits as typed, for repairing a slip; only where they were text.
    typed: Option<Zeroizing<String>>,
}

/// Whether a key was named on the command line.
pub(crate) fn is_named(arguments: &KeyArguments) -> bool {
    arguments.key_file.is_some() || arguments.key_stdin || arguments.keyring.is_some()
}

/// Gets the key for a backup. A backup whose key only WhatsApp can reach, and no key named, is refused with
/// the way out, before anything is asked.
pub(crate) fn get(
    backup: &Path,
    arguments: &KeyArguments,
    identity: &UnlockArguments,
    home: &Home,
    output: &Output,
) -> Result<Given, Failure> {
    if let Some(path) = &arguments.key_file {
        return from_file(path);
    }
    if arguments.key_stdin {
        return from_stdin(identity);
    }
    if let Some(path) = &arguments.keyring {
        let locked = LockedKeyring::read(path).map_err(|e| Failure::from(e).at(path))?;
        let way_in = unlock::identity(&locked, identity, home, output)
            .map_err(|failure| failure.at(path))?;
        let keyring = locked.open(&way_in)?;
        unlock::judge(&keyring, identity, home).map_err(|failure| failure.at(path))?;
        return from_keyring(backup, &keyring);
    }
    let inspection = inspect(backup)?;
    if inspection.secret.is_kept_elsewhere() {
        let failure = Failure::new(ErrorCode::LockedElsewhere).at(backup);
        return Err(failure.fact("secret", inspection.secret.as_str()));
    }
    if !inspection.format.is_encrypted_backup() || inspection.whole == Some(false) {
        // No key could help: say what is wrong with the file instead of asking.
        refuse_unreadable(backup)?;
    }
    if !can_ask() {
        return Err(Failure::usage("no_key"));
    }
    let prompt = format!("{} ", output.words().say("key-prompt", &[]));
    let typed = asking::hidden(&prompt)?;
    from_bytes(typed.as_bytes())
}

/// The error of checking any key on a file that is no readable backup.
fn refuse_unreadable(backup: &Path) -> Result<(), Failure> {
    let any = BackupKey::from_root(Zeroizing::new([0; 32]));
    match check_key(backup, &any) {
        Err(latchkey_backup::CheckKeyError::WrongKindOfKey { .. }) | Ok(_) => Ok(()),
        Err(error) => Err(Failure::from(error).at(backup)),
    }
}

/// Standard input: all of it, or its first line where a PIN or a passphrase comes after the key.
fn from_stdin(unlock: &UnlockArguments) -> Result<Given, Failure> {
    if !unlock.reads_stdin() {
        return from_bytes(&asking::rest()?);
    }
    match asking::next_line()? {
        Some(line) => from_bytes(line.as_bytes()),
        None => Err(Failure::usage("no_key")),
    }
}

fn from_file(path: &Path) -> Result<Given, Failure> {
    let key = BackupKey::read(path).map_err(|error| Failure::from(error).at(path))?;
    let typed = match &key {
        // Digits in a text file were typed, too.
        BackupKey::Root(_) => text_of(path),
        BackupKey::Device(_) => None,
    };
    Ok(Given { key, typed })
}

/// The text in a key file, if it is text.
fn text_of(path: &Path) -> Option<Zeroizing<String>> {
    if !std::fs::metadata(path).ok()?.is_file() {
        return None;
    }
    let mut text = Zeroizing::new(String::with_capacity(ROOM));
    let file = File::open(path).ok()?;
    file.take(MAX_TYPED).read_to_string(&mut text).ok()?;
    Some(text)
}

fn from_bytes(bytes: &[u8]) -> Result<Given, Failure> {
    let key = BackupKey::from_bytes(bytes)?;
    let typed = std::str::from_utf8(bytes)
        .ok()
        .map(|text| Zeroizing::new(text.to_owned()));
    Ok(Given { key, typed })
}

/// The key of a keyring that opens this backup; an account can have had several.
pub(crate) fn from_keyring(backup: &Path, keyring: &OpenKeyring) -> Result<Given, Failure> {
    let fitting = fitting_key(keyring, backup).map_err(|error| Failure::from(error).at(backup))?;
    // None fits: any of the right kind leads the job to the verdict.
    match fitting.map_or_else(|| any_key(keyring, backup), |key| Ok(Some(key)))? {
        Some(key) => Ok(Given { key, typed: None }),
        None => Err(Failure::usage("no_key")),
    }
}

/// A key of the keyring, of the kind that this backup needs where there is one.
fn any_key(keyring: &OpenKeyring, backup: &Path) -> Result<Option<BackupKey>, Failure> {
    let root = || {
        let (_, root) = keyring.root_keys().next()?;
        Some(BackupKey::from_root(Zeroizing::new(*root.as_bytes())))
    };
    let device = || {
        keyring
            .device_keys()
            .find_map(|(_, device)| BackupKey::from_bytes(device.as_bytes()).ok())
    };
    Ok(match inspect(backup)?.secret {
        Secret::DeviceKey => device().or_else(root),
        _ => root().or_else(device),
    })
}

impl Given {
    /// The slip that would explain why these digits do not open the backup.
    pub(crate) fn slip(&self, backup: &Path) -> Option<Repair> {
        let typed = self.typed.as_ref()?;
        propose_repair(backup, typed).ok().flatten()
    }

    /// Checks the key, and where a slip explains why it does not fit, asks whether to go on with the repaired
    /// one; off a terminal the slip is the error. A key that does not fit and cannot be repaired is left to
    /// the job itself, which knows the verdict.
    pub(crate) fn repaired(self, backup: &Path, output: &Output) -> Result<BackupKey, Failure> {
        if !matches!(check_key(backup, &self.key), Ok(KeyCheck::DoesNotFit)) {
            return Ok(self.key);
        }
        let Some(repair) = self.slip(backup) else {
            return Ok(self.key);
        };
        let (kind, group) = words_of(repair.slip);
        if can_ask() && !output.is_json() {
            let facts = [("group", group.map_or(String::new(), |g| g.to_string()))];
            if confirm(&output.words().say(&format!("slip-{kind}"), &facts)) {
                return Ok(repair.key);
            }
        }
        Err(slip_failure(repair.slip))
    }
}

/// The word for a slip and its group, counted from 1.
fn words_of(slip: Slip) -> (&'static str, Option<usize>) {
    match slip {
        Slip::WrongDigit { group } => ("wrong_digit", Some(group + 1)),
        Slip::Swapped { group } => ("swapped", Some(group + 1)),
        Slip::LookAlike { group } => ("look_alike", Some(group + 1)),
        _ => ("transposed", None),
    }
}

/// A wrong key that is nearly right.
pub(crate) fn slip_failure(slip: Slip) -> Failure {
    let (kind, group) = words_of(slip);
    let failure = Failure::new(ErrorCode::WrongKey)
        .about("slip")
        .fact("slip", kind);
    match group {
        Some(group) => failure.fact("group", group),
        None => failure,
    }
}

/// The verdict that decrypting would come to, with the cause of a "no".
pub(crate) fn prove(backup: &Path, key: &BackupKey, output: &Output) -> Result<(), Failure> {
    if !output.is_json() {
        output.note("looking-for-cause", &[]);
    }
    cancel::listen();
    let mut progress = Progress::new();
    let name = output.words().say("stage-reading", &[]);
    let nowhere = std::io::sink();
    let verdict = decrypt(backup, key, nowhere, &Limits::default(), &mut |step| {
        progress.at(&name, Unit::Bytes, step.read, step.total);
        cancel::asked()
    });
    progress.done();
    verdict
        .map(|_| ())
        .map_err(|error| Failure::from(error).at(backup))
}
