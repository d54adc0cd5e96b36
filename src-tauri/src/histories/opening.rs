//! Opens a history: with a recovery kit, a passkey, or the words of a passphrase.

use std::ops::ControlFlow;
use std::path::Path;

use latchkey_keyring::{
    FILE_NAME, LockedKeyring, ReadIdentityError, ReadKeyringError, SlotIdentity, Timestamp,
};
use latchkey_restore::{DataFolder, History, HistoryEntry, OpenHistoryError, SeenVerdict};

use crate::ceremony::Tell;
use crate::histories::my_chats;
use crate::shell::Shell;
use crate::shell::session::{Older, Opened, Since};
use crate::views::{CommandError, ErrorCode, HistoryView, SlotView, VouchingView};
use crate::{files, keys};

/// No identity file is longer, in bytes.
const LONGEST_KIT: u64 = 64 * 1024;

/// The histories on this computer.
///
/// # Errors
/// When the data folder cannot be read.
pub fn histories(shell: &Shell) -> Result<Vec<HistoryView>, CommandError> {
    let entries = shell.data_folder()?.list()?;
    Ok(entries.into_iter().map(view).collect())
}

/// A history as the window sees it.
pub fn view(entry: HistoryEntry) -> HistoryView {
    let elsewhere = || entry.dir.to_string_lossy().into_owned();
    HistoryView {
        elsewhere: entry.elsewhere.then(elsewhere),
        missing: entry.missing.then_some(true),
        unexported_marks: entry.unexported_marks.unwrap_or(0),
        id: entry.id,
        name: entry.name,
        phone_suffix: entry.account,
        size: entry.size,
        last_opened: entry.last_opened,
        first_at: entry.first_at,
        last_at: entry.last_at,
        rests_until: entry.rests_until,
    }
}

/// The id of the history a keyring file lies in, when it lies in one of ours.
pub fn history_of(shell: &Shell, keyring: &Path) -> Option<String> {
    let folder = keyring.canonicalize().ok()?.parent()?.to_owned();
    let entries = shell.data_folder().ok()?.list().ok()?;
    entries
        .into_iter()
        .find(|entry| entry.dir.canonicalize().is_ok_and(|dir| dir == folder))
        .map(|entry| entry.id)
}

/// Opens a history with a typed or pasted kit.
///
/// # Errors
/// When the text is no identity, or the history does not open with it.
pub fn unlock(shell: &Shell, history: &str, kit: &str) -> Result<(), CommandError> {
    let since = shell.session.since();
    let identity = SlotIdentity::parse(kit).map_err(not_a_kit)?;
    open(shell, history, identity, false, since)
}

/// The ways into a history, as its keyring claims; no key is needed.
///
/// # Errors
/// When there is no such history, or its keyring cannot be read.
pub fn slots(shell: &Shell, history: &str) -> Result<Vec<SlotView>, CommandError> {
    Ok(keys::slots(locked(shell, history)?.slots(), None))
}

/// Opens a history with a passkey.
///
/// # Errors
/// What the ceremony says, and what opening says.
pub fn unlock_with_passkey(
    shell: &Shell,
    history: &str,
    slot: &str,
    tell: Tell,
) -> Result<(), CommandError> {
    let since = shell.session.since();
    let keyring = known(shell, history)?;
    shell.ceremony(tell, |computer, ask| {
        let identity = keys::identity_from_passkey(&keyring, slot, computer, ask)?;
        open(shell, history, identity, false, since)
    })
}

/// Opens a history with the words of a passphrase.
///
/// # Errors
/// `wrong_passphrase`; else what opening says.
pub fn unlock_with_words(shell: &Shell, history: &str, words: &str) -> Result<(), CommandError> {
    let since = shell.session.since();
    let identity = known(shell, history)?.identity_from_passphrase(None, words)?;
    open(shell, history, identity, false, since)
}

/// Whether somebody vouches for who signed the open history's keyring.
///
/// # Errors
/// `usage` when no history is open.
pub fn vouching(shell: &Shell) -> Result<VouchingView, CommandError> {
    let seen = shell.data_folder()?.seen();
    shell.session.read(|history| {
        Ok::<_, CommandError>(VouchingView {
            trusted: seen.trusts(history.keyring()),
            fingerprint: history.keyring().fingerprint().to_string(),
        })
    })
}

/// The person typed the fingerprint from elsewhere: whether it is this keyring's, which is remembered then.
///
/// # Errors
/// `usage` when no history is open; what the disk says.
pub fn vouch(shell: &Shell, typed: &str) -> Result<bool, CommandError> {
    let seen = shell.data_folder()?.seen();
    shell.session.read(|history| {
        let right = history.keyring().fingerprint().is(typed);
        if right {
            seen.trust(history.keyring(), Timestamp::now().as_millisecond())?;
        }
        Ok::<_, std::io::Error>(right)
    })
}

/// The keyring of a history, not yet opened.
fn locked(shell: &Shell, history: &str) -> Result<LockedKeyring, CommandError> {
    let folder = shell.data_folder()?;
    let dir = folder.history_dir(history);
    let dir = dir.ok_or(CommandError::usage("no such history"))?;
    match LockedKeyring::read(&dir.join(FILE_NAME)) {
        // Its disk may be away.
        Err(ReadKeyringError::NotFound) => Err(my_chats::not_there()),
        other => Ok(other?),
    }
}

/// As [`locked`], to be opened with a PIN or with words: nobody types them on the word of a file that is signed by
/// somebody else than the keyring that was seen here.
fn known(shell: &Shell, history: &str) -> Result<LockedKeyring, CommandError> {
    let keyring = locked(shell, history)?;
    match shell.data_folder()?.seen().judge_claimed(&keyring) {
        SeenVerdict::OtherSigner => Err(CommandError::new(
            ErrorCode::KeyringTampered,
            "signed by another key than before",
        )),
        SeenVerdict::Fine | SeenVerdict::Older { .. } => Ok(keyring),
    }
}

/// Opens a history with a kit that was saved as a file.
///
/// # Errors
/// As [`unlock`], and when the file cannot be read.
pub fn unlock_with_file(shell: &Shell, history: &str, file: &Path) -> Result<(), CommandError> {
    let bytes = files::read_secret(file, LONGEST_KIT)?;
    let text = std::str::from_utf8(&bytes)
        .map_err(|_| CommandError::new(ErrorCode::NoMatchingSlot, "not text"))?;
    unlock(shell, history, text)
}

/// Opens the history that waits for the person's word.
///
/// # Errors
/// `usage` when none waits; else as [`unlock`].
pub fn accept_older(shell: &Shell) -> Result<(), CommandError> {
    let (older, since) = shell
        .session
        .take_older()
        .ok_or(CommandError::usage("no history waits to be opened"))?;
    open(shell, &older.id, older.identity, true, since)
}

/// Opens a history and makes it the open one; an older keyring waits for the person's word.
fn open(
    shell: &Shell,
    id: &str,
    identity: SlotIdentity,
    even_older: bool,
    since: Since,
) -> Result<(), CommandError> {
    let folder = shell.data_folder()?;
    let id = id.to_owned();
    let opened = shell
        .bringing_up
        .during(|on_progress| open_in(&folder, &id, &identity, even_older, on_progress));
    match opened {
        Ok(history) => {
            my_chats::note(shell, &id, &history, Some(Timestamp::now()));
            my_chats::become_open(shell, Opened { id, history }, since)?;
            tracing::info!(name: "history-opened", "");
            Ok(())
        }
        Err(error) => {
            if matches!(error, OpenHistoryError::KeyringOlder { .. }) {
                shell.session.ask_about_older(Older { id, identity }, since);
            }
            Err(my_chats::refused(error))
        }
    }
}

fn open_in(
    folder: &DataFolder,
    id: &str,
    identity: &SlotIdentity,
    even_older: bool,
    on_progress: &mut dyn FnMut(u64, u64) -> ControlFlow<()>,
) -> Result<History, OpenHistoryError> {
    let missing = || OpenHistoryError::NotAHistory {
        path: folder.path().to_owned(),
    };
    let dir = folder.history_dir(id).ok_or_else(missing)?;
    let open = if even_older {
        History::open_older
    } else {
        History::open_telling
    };
    open(
        &dir,
        identity,
        &folder.seen(),
        Timestamp::now(),
        on_progress,
    )
}

/// A text that is no kit opens no slot; which group is off is in the detail.
fn not_a_kit(error: ReadIdentityError) -> CommandError {
    CommandError::new(ErrorCode::NoMatchingSlot, error.to_string())
}
