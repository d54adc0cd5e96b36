//! Copies for safe keeping: one saved into a folder of the person's choice, and one taken back from there.

use std::io;
use std::ops::ControlFlow;
use std::path::{Path, PathBuf};

use latchkey_keyring::{FILE_NAME, LockedKeyring, Timestamp};

use super::copy::copy_readable;
use super::listing::keyring_id;
use super::naming::cleaned;
use super::{CopyHistoryError, DataFolder, remove_leftovers_of};

/// How the folders begin that are made for a person.
const NAME: &str = "latchkey-history";

/// More copies of a day in one folder are not counted.
const MOST_A_DAY: u32 = 10_000;

impl DataFolder {
    /// Saves a copy of a history, which may be open, into a new folder within `folder`; that new folder.
    ///
    /// # Errors
    /// [`CopyHistoryError`]; no half copy is left.
    pub fn save_copy(
        &self,
        id: &str,
        folder: &Path,
        now: Timestamp,
        on_progress: &mut dyn FnMut(u64, u64) -> ControlFlow<()>,
    ) -> Result<PathBuf, CopyHistoryError> {
        let not_there = || CopyHistoryError::NotAHistory {
            path: self.path().to_owned(),
        };
        let (from, _) = self.awake(id).ok_or_else(not_there)?;
        remove_leftovers_of(folder, NAME);
        let to = Self::free_name(folder, &from, now);
        copy_readable(&from, &to, on_progress)?;
        Ok(to)
    }

    /// Takes the history in `folder`, a copy from elsewhere, into the data folder under a new id, which is given. When a
    /// history with the same keyring is here already, the new one is called `twin`.
    ///
    /// # Errors
    /// [`CopyHistoryError`]; `NotAHistory` or `Keyring` when nobody could open it. Nothing is left then.
    pub fn take_copy(
        &self,
        folder: &Path,
        twin: &str,
        on_progress: &mut dyn FnMut(u64, u64) -> ControlFlow<()>,
    ) -> Result<String, CopyHistoryError> {
        let broken = |error: super::DataFolderError| CopyHistoryError::Io {
            path: error.path,
            source: error.source,
        };
        let there = self.all().map_err(broken)?;
        let to = self.new_history_dir().map_err(broken)?;
        copy_readable(folder, &to, on_progress)?;
        let id = to.file_name().unwrap_or_default().to_string_lossy();
        let keyring = keyring_id(&to);
        let has_twin = there.iter().any(|entry| entry.keyring == keyring);
        let noted = self.notes().change_one(&id, |note| {
            note.keyring = keyring;
            note.name = cleaned(twin).filter(|_| has_twin);
        });
        // The copy is whole and listed without a name, too.
        if let Err(error) = noted {
            tracing::warn!(kind = %error.kind(), "the name of a copy could not be noted");
        }
        Ok(id.into_owned())
    }

    /// A name in `folder` that nothing has yet: the digits that the keyring hints at and the day, which are no secret to
    /// whoever sees the folder, and never the person's words.
    pub(super) fn free_name(folder: &Path, history: &Path, now: Timestamp) -> PathBuf {
        let mut name = NAME.to_owned();
        let keyring = LockedKeyring::read(&history.join(FILE_NAME)).ok();
        let hint = keyring.as_ref().and_then(LockedKeyring::phone_suffix);
        if let Some(digits) = hint.filter(|hint| is_digits(hint)) {
            name.push('-');
            name.push_str(digits);
        }
        name.push_str(&now.strftime("-%Y-%m-%d").to_string());
        let is_free = |path: &PathBuf| match path.symlink_metadata() {
            Err(error) => error.kind() == io::ErrorKind::NotFound,
            Ok(_) => false,
        };
        let numbered = (2..MOST_A_DAY).map(|n| folder.join(format!("{name}-{n}")));
        let first = folder.join(&name);
        let mut names = std::iter::once(first.clone()).chain(numbered);
        names.find(is_free).unwrap_or(first)
    }
}

/// A keyring is a stranger's word: its hint becomes part of a name only as a few digits.
fn is_digits(hint: &str) -> bool {
    (1..=4).contains(&hint.len()) && hint.bytes().all(|b| b.is_ascii_digit())
}
