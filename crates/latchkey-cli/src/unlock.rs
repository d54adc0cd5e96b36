//! The one place where a way in is taken: an identity, a passkey, a passphrase; and a history opened with it.

mod passkey;
pub(crate) mod slots;
pub(crate) mod vouching;

pub(crate) use vouching::Sealing;

use crate::arguments::{HistoryArguments, UnlockArguments};
use crate::asking;
use crate::dates;
use crate::failure::Failure;
use crate::home::Home;
use crate::output::{Output, can_ask};
use latchkey_keyring::{
    FILE_NAME, LockedKeyring, OpenKeyring, ReadKeyringError, SlotIdentity, previous_of,
};
use latchkey_restore::{ErrorCode, HasCode, History, SeenVerdict};
use std::fs::File;
use std::io::Read;
use std::ops::ControlFlow;
use std::path::Path;
use zeroize::Zeroizing;

/// More than any identity file is long.
const MAX_IDENTITY: u64 = 256 * 1024;

/// Room for the longest, in bytes, and for noticing its end: a buffer that grows leaves copies behind.
const ROOM: usize = 256 * 1024 + 64;

/// What opens a slot of this keyring: the identity, passkey or passphrase that was named, else a prompt for an identity.
pub(crate) fn identity(
    locked: &LockedKeyring,
    arguments: &UnlockArguments,
    home: &Home,
    output: &Output,
) -> Result<SlotIdentity, Failure> {
    // Nobody is asked for a PIN on the word of a file that this computer knows to be another.
    judged(home.seen()?.judge_claimed(locked), arguments)?;
    if arguments.passkey {
        return passkey::identity(locked, arguments, home, output);
    }
    if arguments.takes_passphrase() {
        return by_passphrase(locked, arguments, output);
    }
    let text = match &arguments.identity {
        Some(path) => read_text(path)?,
        None if can_ask() => {
            let prompt = format!("{} ", output.words().say("identity-prompt", &[]));
            asking::hidden(&prompt)?
        }
        None => return Err(Failure::usage("no_identity")),
    };
    parse(&text)
}

/// An identity as it was typed or stands in a file.
pub(crate) fn parse(text: &str) -> Result<SlotIdentity, Failure> {
    SlotIdentity::parse(text).map_err(|error| match error.code() {
        ErrorCode::KeyringTampered => Failure::of(&error),
        _ => Failure::usage("bad_identity").detail(&error.to_string()),
    })
}

fn by_passphrase(
    locked: &LockedKeyring,
    arguments: &UnlockArguments,
    output: &Output,
) -> Result<SlotIdentity, Failure> {
    let words = output.words();
    let slot = match &arguments.slot {
        Some(text) => Some(slots::named(locked, text, words)?.id.as_str()),
        None if locked.slots().any(|slot| slots::kind(slot) == "passphrase") => None,
        None => return Err(Failure::usage("no_passphrase_slot")),
    };
    let typed = if arguments.passphrase_stdin {
        asking::next_line()?.ok_or_else(|| Failure::usage("no_passphrase"))?
    } else if can_ask() {
        asking::hidden(&format!("{} ", words.say("passphrase-prompt", &[])))?
    } else {
        return Err(Failure::usage("no_passphrase"));
    };
    Ok(locked.identity_from_passphrase(slot, &typed)?)
}

/// Reads a small text file that holds a secret.
pub(crate) fn read_text(path: &Path) -> Result<Zeroizing<String>, Failure> {
    let mut text = Zeroizing::new(String::with_capacity(ROOM));
    let read = File::open(path).and_then(|file| file.take(MAX_IDENTITY).read_to_string(&mut text));
    match read {
        Ok(_) => Ok(text),
        Err(error) if error.kind() == std::io::ErrorKind::InvalidData => {
            Err(Failure::usage("bad_identity").detail("not a text").at(path))
        }
        Err(error) => {
            let failure = Failure::of(&error).detail(&error.to_string());
            Err(failure.at(path))
        }
    }
}

/// Opens a history for reading.
pub(crate) fn history(
    arguments: &HistoryArguments,
    home: &Home,
    output: &Output,
) -> Result<History, Failure> {
    history_in(&arguments.index, &arguments.unlock, home, output)
}

/// As [`history`], by its folder; a note says when nobody vouches for its keyring.
pub(crate) fn history_in(
    dir: &Path,
    unlock: &UnlockArguments,
    home: &Home,
    output: &Output,
) -> Result<History, Failure> {
    let history = open(dir, unlock, home, output)?;
    if !vouching::is_vouched_for(history.keyring(), unlock, home)? {
        output.note(
            "keyring-unknown",
            &[vouching::fingerprint(history.keyring())],
        );
    }
    Ok(history)
}

/// Opens a history to seal something into: a backup's key, a way in. It must be known whose keyring it is.
pub(crate) fn history_to_seal_into(
    dir: &Path,
    sealing: Sealing,
    unlock: &UnlockArguments,
    home: &Home,
    output: &Output,
) -> Result<History, Failure> {
    let history = open(dir, unlock, home, output)?;
    vouching::require(history.keyring(), sealing, dir, unlock, home, output)?;
    Ok(history)
}

/// Refuses an opened keyring that another key has signed than this computer knows, and one that is older than one seen.
pub(crate) fn judge(
    keyring: &OpenKeyring,
    arguments: &UnlockArguments,
    home: &Home,
) -> Result<(), Failure> {
    judged(home.seen()?.judge(keyring), arguments)
}

fn judged(verdict: SeenVerdict, arguments: &UnlockArguments) -> Result<(), Failure> {
    match verdict {
        SeenVerdict::Older { .. } if !arguments.accept_older_keyring => {
            Err(Failure::new(ErrorCode::KeyringOlder))
        }
        SeenVerdict::OtherSigner => Err(Failure::new(ErrorCode::KeyringTampered)),
        _ => Ok(()),
    }
}

fn open(
    dir: &Path,
    unlock: &UnlockArguments,
    home: &Home,
    output: &Output,
) -> Result<History, Failure> {
    let locked = read_keyring(dir)?;
    let identity = identity(&locked, unlock, home, output).map_err(|failure| failure.at(dir))?;
    let (seen, now) = (home.seen()?, dates::now());
    let opened = if unlock.accept_older_keyring {
        let go_on = &mut |_, _| ControlFlow::Continue(());
        History::open_older(dir, &identity, &seen, now, go_on)
    } else {
        History::open(dir, &identity, &seen, now)
    };
    opened.map_err(|error| Failure::from(error).at(dir))
}

/// The keyring of a history as it lies there, or its last generation where a save was cut off.
pub(crate) fn read_keyring(dir: &Path) -> Result<LockedKeyring, Failure> {
    let path = dir.join(FILE_NAME);
    let read = match LockedKeyring::read(&path) {
        Err(ReadKeyringError::NotFound) => LockedKeyring::read(&previous_of(&path)),
        other => other,
    };
    read.map_err(|error| match error {
        ReadKeyringError::NotFound => {
            let failure = Failure::new(ErrorCode::NotABackup).about("history");
            failure.at(dir)
        }
        other => Failure::from(other).at(&path),
    })
}
