//! The list of histories: those in the folder, and those that were moved elsewhere, there or not.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use latchkey_keyring::{FILE_NAME, LockedKeyring};
use serde::Serialize;

use super::notes::{Note, Notes, Place, is_false};
use super::{DataFolder, DataFolderError, REST, is_history, is_id, is_unfinished};
use crate::disk::size_of;
use crate::seen::Seen;

/// One history as it lies on disk, without a key.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct HistoryEntry {
    /// Its folder.
    #[serde(serialize_with = "lossy_path")]
    pub dir: PathBuf,
    /// Names the history in the window.
    pub id: String,
    /// What the person calls it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub name: Option<String>,
    /// Id of its keyring; absent when the keyring cannot be read.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub keyring: Option<String>,
    /// Last digits of the phone number, as the keyring hints.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub account: Option<String>,
    /// Bytes of its files.
    pub size: u64,
    /// When it was last opened on this computer, milliseconds UTC.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub last_opened: Option<i64>,
    /// Its first dated message, milliseconds UTC, as it was when it was last open here.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub first_at: Option<i64>,
    /// Its last dated message, likewise.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub last_at: Option<i64>,
    /// The person's marks that were never exported, likewise.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub unexported_marks: Option<u64>,
    /// Generation of its keyring.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub generation: Option<u64>,
    /// It was moved out of the data folder.
    #[serde(skip_serializing_if = "is_false")]
    pub elsewhere: bool,
    /// It is not in its folder now: the disk is not connected, or somebody moved or deleted it.
    #[serde(skip_serializing_if = "is_false")]
    pub missing: bool,
    /// It was deleted, and can be brought back until then, milliseconds UTC.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub rests_until: Option<i64>,
}

fn lossy_path<S: serde::Serializer>(path: &Path, serializer: S) -> Result<S::Ok, S::Error> {
    serializer.collect_str(&path.display())
}

/// Where a history was found.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Found {
    /// In this folder.
    There(PathBuf),
    /// It should be in this folder.
    Missing(PathBuf),
    /// Nothing is known of it.
    Nowhere,
}

impl DataFolder {
    /// Every history that does not rest, the last opened first.
    ///
    /// # Errors
    /// The folder cannot be read; a single broken history is listed without what its keyring would say.
    pub fn list(&self) -> Result<Vec<HistoryEntry>, DataFolderError> {
        let mut all = self.all()?;
        all.retain(|entry| entry.rests_until.is_none());
        Ok(all)
    }

    /// The histories that were deleted and can still be brought back.
    ///
    /// # Errors
    /// As [`Self::list`].
    pub fn resting(&self) -> Result<Vec<HistoryEntry>, DataFolderError> {
        let mut all = self.all()?;
        // Once its key is gone there is nothing to bring back.
        all.retain(|entry| entry.rests_until.is_some() && (entry.missing || has_key(&entry.dir)));
        Ok(all)
    }

    /// Every history, also those that rest.
    pub(super) fn all(&self) -> Result<Vec<HistoryEntry>, DataFolderError> {
        let (seen, notes) = (self.seen(), self.notes().read());
        let mut ids: BTreeSet<String> = notes.histories.keys().cloned().collect();
        ids.retain(|id| is_id(id));
        let folders = self.folders()?.into_iter();
        let names = folders
            .filter(|dir| !is_unfinished(dir))
            .filter_map(name_of);
        ids.extend(names);
        let mut found: Vec<HistoryEntry> = ids
            .into_iter()
            .filter_map(|id| self.entry(id, &notes, &seen))
            .collect();
        found.sort_by(|a, b| {
            b.last_opened
                .cmp(&a.last_opened)
                .then_with(|| a.id.cmp(&b.id))
        });
        Ok(found)
    }

    fn entry(&self, id: String, notes: &Notes, seen: &Seen) -> Option<HistoryEntry> {
        let note = notes.histories.get(&id).cloned().unwrap_or_default();
        let (dir, missing) = match self.find(&id, &note) {
            Found::There(dir) => (dir, false),
            Found::Missing(dir) => (dir, true),
            Found::Nowhere => return None,
        };
        let locked = match missing {
            true => None,
            false => LockedKeyring::read(&dir.join(FILE_NAME)).ok(),
        };
        let keyring = locked.as_ref().map(|k| k.id().to_owned());
        let keyring = keyring.or(note.keyring);
        let hint = |k: &LockedKeyring| k.phone_suffix().map(str::to_owned);
        Some(HistoryEntry {
            name: note.name,
            account: locked.as_ref().map_or(note.account, hint),
            size: if missing { 0 } else { size_of(&dir) },
            last_opened: (note.opened).or_else(|| seen.last_opened(keyring.as_deref()?)),
            first_at: note.first_at,
            last_at: note.last_at,
            unexported_marks: (note.unexported_marks > 0).then_some(note.unexported_marks),
            generation: locked.as_ref().map(LockedKeyring::generation),
            elsewhere: dir != self.usual(&id),
            missing,
            rests_until: note.rests_since.map(|since| since.saturating_add(REST)),
            keyring,
            dir,
            id,
        })
    }

    /// Where a history is, by its note. A move that was cut off between two steps has its answer here.
    pub(super) fn find(&self, id: &str, note: &Note) -> Found {
        let dir = self.place(id, note);
        let moving = note.moving_to.as_ref().map(Place::path);
        // In our own folder whatever is there is listed; elsewhere it must be the one that was moved.
        let there = match note.place {
            None => is_real(&dir) && is_history(&dir),
            Some(_) => is_it(&dir, note),
        };
        if there {
            return Found::There(dir);
        }
        match (moving, &note.place) {
            (Some(to), _) if is_it(&to, note) => Found::There(to),
            (_, Some(_)) => Found::Missing(dir),
            (Some(to), None) => Found::Missing(to),
            (None, None) => Found::Nowhere,
        }
    }

    /// Where a history is by its note, whether it is there or not.
    pub(super) fn place(&self, id: &str, note: &Note) -> PathBuf {
        let place = note.place.as_ref().map(Place::path);
        place.unwrap_or_else(|| self.usual(id))
    }
}

/// The folder holds this history: it is no link, and not another history in its place.
pub(super) fn is_it(dir: &Path, note: &Note) -> bool {
    let same = || match (&note.keyring, keyring_id(dir)) {
        (Some(known), Some(found)) => *known == found,
        // One that cannot be read is listed, so that it can be deleted.
        _ => true,
    };
    is_real(dir) && is_history(dir) && same()
}

/// The id of the keyring in a folder, where one can be read.
pub(super) fn keyring_id(dir: &Path) -> Option<String> {
    let keyring = LockedKeyring::read(&dir.join(FILE_NAME)).ok();
    keyring.map(|keyring| keyring.id().to_owned())
}

/// A folder and no link to one.
fn is_real(dir: &Path) -> bool {
    dir.symlink_metadata().is_ok_and(|found| found.is_dir())
}

/// There is a keyring in the folder, or what a cut-off save left of one.
pub(super) fn has_key(dir: &Path) -> bool {
    let path = dir.join(FILE_NAME);
    path.exists() || latchkey_keyring::previous_of(&path).exists()
}

fn name_of(dir: PathBuf) -> Option<String> {
    Some(dir.file_name()?.to_string_lossy().into_owned())
}
