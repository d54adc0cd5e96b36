//! Files of messages on their way out of the history: to be played in the window, to be saved where the person says, to be
//! opened by another program. Read through the history's own opener, never by a path from the window.

mod opened;

#[cfg(test)]
use std::fs::File;
use std::io::{Read, Seek as _};
use std::path::Path;

use latchkey_index::{MediaRow, MessageId};
use latchkey_messages::Kind;
use latchkey_restore::{MediaFile, file_name, sniff};

use crate::browsing::details::require_shown;
use crate::files;
use crate::shell::Shell;
use crate::shell::session::Since;
use crate::views::{CommandError, ErrorCode};
pub use opened::Opened;

/// The longest film or sound that the window plays, bytes.
const LARGEST_PLAYED: u64 = 100_000_000;
/// The largest picture of a plot, bytes.
const LARGEST_PLOT: usize = 10 << 20;
/// Bytes that say of what type a file is.
const BEGINNING: u64 = 4096;

const NO_FILE: &str = "the message has no file";
const LOCKED: &str = "locked meanwhile";

/// The file of a message.
pub struct Found {
    /// Open for reading, at its beginning.
    pub file: MediaFile,
    /// Its first bytes.
    pub beginning: Vec<u8>,
    /// A name for it that is safe in any folder.
    pub name: String,
}

/// Opens the file of a message.
///
/// # Errors
/// `usage` when there is no such message or it has no file; what opening it meets.
pub fn find(shell: &Shell, message: MessageId) -> Result<Found, CommandError> {
    let (row, kind, mut file) = shell.session.read_aside(|reader| {
        require_shown(reader, message, reader.visible())?;
        let row = reader.index().message(message)?;
        let (kind, sent_at) = row
            .as_ref()
            .map_or((Kind::Unsupported, None), |row| (row.kind, row.sent_at));
        let media = row.and_then(|row| row.media);
        let media = media.ok_or(CommandError::usage(NO_FILE))?;
        let file = reader.open_media(message)?;
        Ok::<_, CommandError>((media, (kind, sent_at), file))
    })?;
    let mut beginning = Vec::new();
    file.by_ref().take(BEGINNING).read_to_end(&mut beginning)?;
    file.rewind()?;
    Ok(Found {
        name: name(&row, kind, &beginning),
        file,
        beginning,
    })
}

/// The name it was sent under, else the one it has in the media folder, else one of its kind and date.
fn name(row: &MediaRow, (kind, sent_at): (Kind, Option<i64>), beginning: &[u8]) -> String {
    let stored = row.path.as_deref().and_then(|path| path.rsplit('/').next());
    let given = row.name.as_deref().or(stored).map(file_name::clean);
    let mut name = given.filter(|name| !name.is_empty()).unwrap_or_else(|| {
        let date = sent_at.and_then(|at| jiff::Timestamp::from_millisecond(at).ok());
        let date = date.map_or_else(String::new, |at| at.strftime("-%Y-%m-%d").to_string());
        format!("{}{date}", kind.as_str())
    });
    if Path::new(&name).extension().is_none()
        && let Some(kind) = sniff::file_type(beginning, &name)
    {
        name.push('.');
        name.push_str(kind.ending);
    }
    name
}

/// A sound or film, whole, for the window's own player.
///
/// # Errors
/// As [`find`]; `too_large` beyond 100 MB; `only_saved` for anything that is neither sound nor film.
pub fn played(shell: &Shell, message: MessageId) -> Result<Vec<u8>, CommandError> {
    let since = shell.session.since();
    let found = find(shell, message)?;
    if found.file.len() > LARGEST_PLAYED {
        let too_large = "larger than what the window plays";
        return Err(CommandError::new(ErrorCode::TooLarge, too_large));
    }
    if !sniff::is_sound_or_film(&found.beginning) {
        let other = "neither a sound nor a film";
        return Err(CommandError::new(ErrorCode::OnlySaved, other));
    }
    let mut bytes = Vec::with_capacity(usize::try_from(found.file.len()).unwrap_or(0));
    found.file.take(LARGEST_PLAYED).read_to_end(&mut bytes)?;
    require_open(shell, since)?;
    Ok(bytes)
}

/// Writes a file for the person alone: under an unfinished name first, and whole or not at all. The system's dialog has
/// asked whether one that is there may be replaced. Nothing is written once there was a lock `since` it was asked.
///
/// # Errors
/// `cancelled` after a lock; what the disk says.
pub fn save(
    shell: &Shell,
    since: Since,
    mut from: impl Read,
    to: &Path,
) -> Result<(), CommandError> {
    require_open(shell, since)?;
    Ok(files::write_private_from(to, &mut from)?)
}

/// Finds the file of a message and saves it.
///
/// # Errors
/// As [`save`] and [`find`].
pub fn save_of(
    shell: &Shell,
    since: Since,
    message: MessageId,
    to: &Path,
) -> Result<(), CommandError> {
    require_open(shell, since)?;
    save(shell, since, find(shell, message)?.file, to)
}

/// Finds the `n`th contact card of a message and saves it.
///
/// # Errors
/// As [`save`] and [`card`].
pub fn save_card(
    shell: &Shell,
    since: Since,
    (message, n): (MessageId, u32),
    to: &Path,
) -> Result<(), CommandError> {
    require_open(shell, since)?;
    save(shell, since, card(shell, message, n)?.1.as_bytes(), to)
}

fn require_open(shell: &Shell, since: Since) -> Result<(), CommandError> {
    if shell.session.since() == since {
        Ok(())
    } else {
        Err(CommandError::new(ErrorCode::Cancelled, LOCKED))
    }
}

/// A copy for another program, which is told to open it; it is gone after a lock, at the end and at the next start.
///
/// # Errors
/// As [`find`]; `only_saved` for what could run or fetch something when it is opened; what the disk says.
pub fn open_outside(shell: &Shell, message: MessageId) -> Result<(), CommandError> {
    let since = shell.session.since();
    let found = find(shell, message)?;
    let copy = copy_for_another(&shell.opened, found)?;
    if shell.session.since() != since {
        shell.opened.remove();
        return Err(CommandError::new(ErrorCode::Cancelled, LOCKED));
    }
    files::open_outside(copy.as_os_str())
}

fn copy_for_another(opened: &Opened, mut found: Found) -> Result<std::path::PathBuf, CommandError> {
    let refused = |why| CommandError::new(ErrorCode::OnlySaved, why);
    let kind = sniff::file_type(&found.beginning, &found.name).filter(|kind| kind.opens);
    let kind = kind.ok_or_else(|| refused("this type of file is not opened from here"))?;
    if kind.is_office() {
        if sniff::has_macros(&mut found.file)? {
            return Err(refused("the document has macros"));
        }
        found.file.rewind()?;
    }
    // The ending says what the bytes are, whatever it said before.
    let name = file_name::with_ending(&found.name, kind.ending);
    Ok(opened.copy(&name, &mut found.file)?)
}

/// The `n`th contact card of a message: a name for its file, and its vCard.
///
/// # Errors
/// `usage` when there is none.
pub fn card(shell: &Shell, message: MessageId, n: u32) -> Result<(String, String), CommandError> {
    let card = shell.session.read_visible(|history, visible| {
        require_shown(history, message, visible)?;
        Ok::<_, CommandError>(history.index().contact_card(message, n)?)
    })?;
    let (name, vcard) = card.ok_or(CommandError::usage("the message has no such card"))?;
    let name = name.as_deref().map(file_name::clean).unwrap_or_default();
    let name = Some(name).filter(|name| !name.is_empty());
    let name = name.unwrap_or_else(|| "contact".to_owned());
    Ok((format!("{name}.vcf"), vcard))
}

/// A plot's picture, as the window has drawn it, and a name for its file.
///
/// # Errors
/// `usage` for anything but a PNG; `too_large` beyond 10 MiB.
pub fn plot(png: &[u8], name: &str) -> Result<String, CommandError> {
    if png.len() > LARGEST_PLOT {
        return Err(CommandError::new(ErrorCode::TooLarge, "larger than a plot"));
    }
    if sniff::picture_type(png) != Some("image/png") {
        return Err(CommandError::usage("not a PNG"));
    }
    let name = percent_encoding::percent_decode_str(name).decode_utf8_lossy();
    let name = Some(file_name::clean(&name)).filter(|name| !name.is_empty());
    let name = name.unwrap_or_else(|| "plot".to_owned());
    Ok(file_name::with_ending(&name, "png"))
}

/// For the tests: a plain file as it is found.
#[cfg(test)]
fn found(file: &Path, name: &str) -> Found {
    let mut beginning = Vec::new();
    let plain = File::open(file).unwrap();
    plain.take(BEGINNING).read_to_end(&mut beginning).unwrap();
    let (folder, place) = (file.parent().unwrap(), file.file_name().unwrap());
    Found {
        file: MediaFile::open(folder, Path::new(place)).unwrap(),
        beginning,
        name: file_name::clean(name),
    }
}

#[cfg(test)]
mod tests;
