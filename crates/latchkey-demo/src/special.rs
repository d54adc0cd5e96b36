//! Backups that do not open at once: for the tests of every message that a person may meet.

use std::fs::{self, File};
use std::io::{self, Write as _};
use std::path::{Path, PathBuf};

use latchkey_backup::write::{self, Recipe, Tail};

use crate::phone::WritePhoneError;
use crate::source;
use crate::tables::SchemaState;

/// What is special about a backup.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum SpecialBackup {
    /// A good small one, with nothing special.
    Small,
    /// The header says that a passkey holds the key (over 500 bytes of metadata, key type 4).
    HeldByPasskey,
    /// The header says that a password holds the key (key type 2).
    HeldByPassword,
    /// One byte in the middle is flipped: the checksum and the tag fail.
    Damaged,
    /// The last third is missing, as after a broken copy.
    CutShort,
    /// Only the file's own checksum is wrong; the chats are whole.
    WrongChecksum,
}

/// Writes a small backup of a few chats to `path`, which must not exist, under the root key `root`;
/// returns the path of a text file beside it with the 64 digits.
///
/// # Errors
/// [`WritePhoneError::Io`] when a file cannot be written.
pub fn write_special_backup(
    path: &Path,
    kind: SpecialBackup,
    root: &[u8; 32],
) -> Result<PathBuf, WritePhoneError> {
    let folder = tempfile::tempdir()?;
    let plain = folder.path().join("msgstore.db");
    source::phone()
        .with(
            source::chat("Ana")
                .sent("Did the backup finish?")
                .received("Yes, last night")
                .sent("Then I can breathe again"),
        )
        .with(
            source::group("Picnic")
                .from("Ana", "Who brings plates?")
                .from("Ben", "I do")
                .reacted("Ana", "👍"),
        )
        .write(&plain, SchemaState::Modern)?;
    let mut recipe = Recipe::new([0x42; 16]);
    match kind {
        SpecialBackup::HeldByPasskey => {
            recipe.header.key_type = Some(4);
            recipe.header.passkey_metadata = Some((0..=255_u8).cycle().take(560).collect());
        }
        SpecialBackup::HeldByPassword => recipe.header.key_type = Some(2),
        SpecialBackup::WrongChecksum => recipe.tail = Tail::TagAndWrongMd5,
        _ => {}
    }
    let mut bytes = write::encrypt15(root, &recipe, File::open(&plain)?, Vec::new())?;
    match kind {
        SpecialBackup::Damaged => {
            let middle = bytes.len() / 2;
            bytes[middle] ^= 0x01;
        }
        SpecialBackup::CutShort => bytes.truncate(bytes.len() * 2 / 3),
        _ => {}
    }
    File::create_new(path)?.write_all(&bytes)?;
    let digits = path.with_extension("digits.txt");
    if digits == path {
        return Err(io::Error::from(io::ErrorKind::InvalidInput).into());
    }
    fs::write(&digits, format!("{}\n", write::digits(root).as_str()))?;
    Ok(digits)
}
