//! What this computer notes of its histories beside `seen.json`, in clear: what the person calls them, when their messages
//! begin and end, where they were moved to, and since when they rest.
//!
//! All of it is asked for when no key is there (docs/limits.md). Whoever deletes the file loses names and places, no chat.

use std::collections::BTreeMap;
use std::ffi::OsString;
use std::io;
use std::os::unix::ffi::{OsStrExt as _, OsStringExt as _};
use std::path::{Path, PathBuf};

use serde::{Deserialize, Serialize};

use crate::disk::write_whole;
use crate::lock::Turn;

/// Where a file of notes goes that cannot be understood: it may be all that tells where a history is.
const UNREADABLE: &str = "histories.json.unreadable";

/// So many of them are kept.
const MOST_UNREADABLE: u32 = 100;

/// The file of notes.
#[derive(Debug)]
pub(super) struct NoteBook {
    path: PathBuf,
}

/// Everything in it.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Notes {
    /// When the app was last started, milliseconds UTC: a clock that jumps is noticed by it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(super) last_start: Option<i64>,
    /// By the id of the history.
    #[serde(default)]
    pub(super) histories: BTreeMap<String, Note>,
}

/// Of one history. Times are milliseconds UTC.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub(super) struct Note {
    /// The person's own words.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) name: Option<String>,
    /// Id of its keyring: another history in its place is not taken for it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) keyring: Option<String>,
    /// Last digits of the phone number, to be shown while its disk is away.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) account: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) opened: Option<i64>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) first_at: Option<i64>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) last_at: Option<i64>,
    #[serde(skip_serializing_if = "is_zero")]
    pub(super) unexported_marks: u64,
    /// Where it is, when that is not the usual place.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) place: Option<Place>,
    /// A move was begun; until it has got there, the history is where it was.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) moving_to: Option<Place>,
    /// A move has got there; what is left here is being deleted.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) leaving: Option<Place>,
    /// The person deleted it, and may bring it back for a while.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) rests_since: Option<i64>,
    /// Its rest is over: what a crash left of it is deleted at the next start.
    #[serde(skip_serializing_if = "is_false")]
    pub(super) deleting: bool,
}

#[expect(
    clippy::trivially_copy_pass_by_ref,
    reason = "serde passes a reference"
)]
fn is_zero(count: &u64) -> bool {
    *count == 0
}

#[expect(
    clippy::trivially_copy_pass_by_ref,
    reason = "serde passes a reference"
)]
pub(super) fn is_false(flag: &bool) -> bool {
    !*flag
}

/// A folder's path; one that is not UTF-8 survives the file, too.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(untagged)]
pub(super) enum Place {
    Text(String),
    Bytes { hex: String },
}

impl Place {
    pub(super) fn of(path: &Path) -> Self {
        match path.to_str() {
            Some(text) => Self::Text(text.to_owned()),
            None => Self::Bytes {
                hex: hex::encode(path.as_os_str().as_bytes()),
            },
        }
    }

    pub(super) fn path(&self) -> PathBuf {
        match self {
            Self::Text(text) => PathBuf::from(text),
            // Nonsense becomes the empty path, where nothing is.
            Self::Bytes { hex } => OsString::from_vec(hex::decode(hex).unwrap_or_default()).into(),
        }
    }
}

impl NoteBook {
    /// Notes in this file, which need not exist yet.
    pub(super) fn at(path: PathBuf) -> Self {
        Self { path }
    }

    /// What stands in it; nothing when it cannot be read.
    pub(super) fn read(&self) -> Notes {
        match self.parse() {
            Ok(Some(notes)) => return notes,
            Ok(None) => tracing::warn!("the notes of the histories cannot be understood"),
            Err(error) => {
                tracing::warn!(kind = %error.kind(), "the notes of the histories cannot be read");
            }
        }
        Notes::default()
    }

    /// `None` when there is something that is no notes. A disk that does not answer says nothing of what stands there.
    fn parse(&self) -> io::Result<Option<Notes>> {
        match std::fs::read(&self.path) {
            Ok(text) => Ok(serde_json::from_slice(&text).ok()),
            Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(Some(Notes::default())),
            Err(error) => Err(error),
        }
    }

    /// Changes the notes in one step: two programs must not undo each other. What cannot be understood is put aside; what
    /// cannot be read is left as it is.
    pub(super) fn change<T>(&self, change: impl FnOnce(&mut Notes) -> T) -> io::Result<T> {
        let _turn = self.turn()?;
        let mut notes = match self.parse()? {
            Some(notes) => notes,
            None => {
                std::fs::rename(&self.path, self.place_aside()?)?;
                Notes::default()
            }
        };
        let before = notes.clone();
        let changed = change(&mut notes);
        if notes != before {
            let text = serde_json::to_vec_pretty(&notes).map_err(io::Error::other)?;
            write_whole(&self.path, &text)?;
        }
        Ok(changed)
    }

    /// A name that nothing has yet: what was put aside before stays. Whoever calls this has the turn.
    fn place_aside(&self) -> io::Result<PathBuf> {
        let names = (1..=MOST_UNREADABLE).map(|n| match n {
            1 => UNREADABLE.to_owned(),
            n => format!("{UNREADABLE}-{n}"),
        });
        let mut paths = names.map(|name| self.path.with_file_name(name));
        let free = paths.find(|path| match path.symlink_metadata() {
            Err(error) => error.kind() == io::ErrorKind::NotFound,
            Ok(_) => false,
        });
        free.ok_or_else(|| io::ErrorKind::AlreadyExists.into())
    }

    /// Changes the note of one history, which is begun when there is none.
    pub(super) fn change_one(&self, id: &str, change: impl FnOnce(&mut Note)) -> io::Result<()> {
        self.change(|notes| change(notes.histories.entry(id.to_owned()).or_default()))
    }

    fn turn(&self) -> io::Result<Turn> {
        let mut name = self.path.file_name().unwrap_or_default().to_owned();
        name.push(".lock");
        Ok(Turn::wait(&self.path.with_file_name(name))?)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::ffi::OsStr;

    fn book() -> (tempfile::TempDir, NoteBook) {
        let folder = tempfile::tempdir().unwrap();
        let book = NoteBook::at(folder.path().join("histories.json"));
        (folder, book)
    }

    #[test]
    fn a_place_that_is_not_utf8_survives_the_file() {
        let (_kept, book) = book();
        let place = Path::new(OsStr::from_bytes(b"/media/\xff\xfe/chats"));
        book.change_one("a1", |note| note.place = Some(Place::of(place)))
            .unwrap();
        let notes = book.read();
        assert_eq!(
            notes.histories["a1"].place.as_ref().map(Place::path),
            Some(place.to_owned())
        );
    }

    #[test]
    fn notes_that_cannot_be_understood_are_kept_aside() {
        let (kept, book) = book();
        std::fs::write(kept.path().join("histories.json"), "{ no notes").unwrap();
        assert_eq!(book.read(), Notes::default());
        book.change_one("a1", |note| note.name = Some("Mine".to_owned()))
            .unwrap();
        assert_eq!(book.read().histories["a1"].name.as_deref(), Some("Mine"));
        let aside = |name: &str| std::fs::read_to_string(kept.path().join(name)).unwrap();
        assert_eq!(aside(UNREADABLE), "{ no notes");
        // Once more: the first stays, too.
        std::fs::write(kept.path().join("histories.json"), "[ no notes").unwrap();
        book.change_one("a1", |note| note.name = Some("Mine".to_owned()))
            .unwrap();
        assert_eq!(aside(UNREADABLE), "{ no notes");
        assert_eq!(aside("histories.json.unreadable-2"), "[ no notes");
    }

    #[test]
    fn notes_that_cannot_be_read_now_are_left_as_they_are() {
        let (kept, book) = book();
        // Reading a folder fails as a disk does that does not answer.
        std::fs::create_dir(kept.path().join("histories.json")).unwrap();
        let changed = book.change_one("a1", |note| note.name = Some("Mine".to_owned()));
        assert!(changed.is_err());
        assert_eq!(book.read(), Notes::default());
        assert!(kept.path().join("histories.json").is_dir());
        assert!(!kept.path().join(UNREADABLE).exists());
    }

    #[test]
    fn nothing_is_written_when_nothing_changes() {
        let (kept, book) = book();
        book.change(|_| ()).unwrap();
        assert!(!kept.path().join("histories.json").exists());
    }
}
