//! Increments: files of what changed since a full backup. They are recognised and named, never replayed: the order of their
//! changes and how they tell of deletions is not known (docs/limits.md).

use std::path::{Path, PathBuf};

use jiff::civil::Date;
use jiff::tz::TimeZone;
use latchkey_backup::{
    BackupKey, Content, DecryptError, Increment, Inspection, Limits, Purpose, inspect,
    read_increment,
};
use latchkey_index::Index;
use latchkey_keyring::Timestamp;
use latchkey_messages::{PrivateFile, PrivatePlace};
use serde::Serialize;

use super::progress::{Progress, Stage};
use super::{RestoreError, RestoreRequest};
use crate::disk::parent_of;

/// Only chat databases carry this migration flag, and those of the app's newer versions all do (docs/backup-format.md 3.5).
const OF_FULL_BACKUPS: u32 = 39;
/// Largest increment that is looked into, bytes of content.
const MAX_SIZE: u64 = 1 << 30;
/// Most increments that are looked into; the others are named by what their file names say.
const MOST_OPENED: usize = 32;
/// Files whose times are closer than this were copied together: the times do not say which was written first.
const COPIED_TOGETHER: i64 = 3_600_000;

/// Changes that the history does not have, because they lie in an increment.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct MissingIncrement {
    /// Name of the file, beside the backup.
    pub file: String,
    /// The day of the backup before it, `YYYY-MM-DD`, as far as that is known.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub from: Option<String>,
    /// The day on which it was written.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub to: Option<String>,
    /// How many messages it adds, where the key opens it and it says so.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub messages: Option<u64>,
}

/// Name and header say together that it is an increment; its content was not seen.
pub(super) fn is_named_so(inspection: &Inspection) -> bool {
    matches!(inspection.purpose, Purpose::Increment { .. })
        && !inspection.migrations_finished.contains(&OF_FULL_BACKUPS)
}

/// The error for a backup that is one: names the full backup to take instead, the newest beside it.
pub(super) fn instead_of(backup: &Path) -> RestoreError {
    let full = inspections_beside(backup)
        .into_iter()
        .filter(Inspection::is_full_backup)
        .max_by_key(|found| match &found.purpose {
            Purpose::DatedDatabase { date, copy } => (false, date.clone(), *copy),
            _ => (true, String::new(), 0),
        });
    RestoreError::Increment {
        full: full.map(|found| found.path),
    }
}

/// Increments beside the backup that are newer than every backup which the history had, the oldest first. What cannot be
/// read is passed over: the restore itself has succeeded.
pub(super) fn missing(
    request: &RestoreRequest,
    index: &Index,
    place: &PrivatePlace,
    progress: &mut Progress,
) -> Result<Vec<MissingIncrement>, RestoreError> {
    let mut had = Vec::new();
    for import in index.imports()? {
        let purpose = Purpose::from_name(&import.file_name);
        had.extend(Moment::of(&purpose, import.created));
    }
    let mut found: Vec<_> = inspections_beside(&request.backup)
        .into_iter()
        .filter(|found| found.path != request.backup && is_named_so(found))
        .map(|found| (Moment::of(&found.purpose, found.created), found))
        .filter(|(at, _)| at.is_none_or(|at| had.iter().all(|had| at.is_after(had))))
        .collect();
    found.sort_by_key(|(at, _)| *at);
    let mut before = had.into_iter().max();
    let mut missing = Vec::new();
    for (count, (at, inspection)) in found.into_iter().enumerate() {
        let look = count < MOST_OPENED && !progress.stop_early;
        let content = if look {
            open(&inspection.path, &request.key, place, progress)?
        } else {
            Looked::Closed
        };
        let messages = match content {
            // Named like one, but something else.
            Looked::Other => continue,
            Looked::Closed => None,
            Looked::Increment(increment) => increment.messages,
        };
        let name = inspection.path.file_name().unwrap_or_default();
        missing.push(MissingIncrement {
            file: name.to_string_lossy().into_owned(),
            from: before.map(|before| before.day.to_string()),
            to: at.map(|at| at.day.to_string()),
            messages,
        });
        before = at.or(before);
    }
    Ok(missing)
}

/// When a backup was written: the day that its name says, in the phone's time zone, or the file's own time.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
struct Moment {
    day: Date,
    /// Milliseconds UTC, where only the file's time is known.
    at: Option<i64>,
}

impl Moment {
    fn of(purpose: &Purpose, written: Option<i64>) -> Option<Self> {
        let named = match purpose {
            Purpose::DatedDatabase { date, .. } => Some(date),
            Purpose::Increment { date, .. } => date.as_ref(),
            _ => None,
        };
        if let Some(day) = named.and_then(|date| date.parse().ok()) {
            return Some(Self { day, at: None });
        }
        let time = Timestamp::from_millisecond(written?).ok()?;
        Some(Self {
            day: time.to_zoned(TimeZone::UTC).date(),
            at: written,
        })
    }

    /// Written after `other`, or perhaps: then the person should hear of it.
    fn is_after(&self, other: &Self) -> bool {
        match (self.at, other.at) {
            (Some(at), Some(other)) => at.saturating_add(COPIED_TOGETHER) > other,
            _ => self.day > other.day,
        }
    }
}

/// What a look into a file gave.
enum Looked {
    /// It does not open with this key, or not at all.
    Closed,
    /// It opens and is none.
    Other,
    Increment(Increment),
}

/// What an increment says of itself, if the key opens it.
fn open(
    path: &Path,
    key: &BackupKey,
    place: &PrivatePlace,
    progress: &mut Progress,
) -> Result<Looked, RestoreError> {
    let size = path.metadata().map_or(0, |found| found.len());
    let Ok(file) = PrivateFile::create(place, size) else {
        return Ok(Looked::Closed);
    };
    let limits = Limits {
        max_size: MAX_SIZE,
        free_space: None,
    };
    let step = &mut |_| progress.step(Stage::Finishing, 0, 1);
    match latchkey_backup::decrypt(path, key, file, &limits, step) {
        Err(DecryptError::Cancelled) => Err(RestoreError::Cancelled),
        Err(error) => {
            tracing::debug!(%error, "an increment does not open");
            Ok(Looked::Closed)
        }
        Ok(verified) => Ok(of_content(verified.inner, verified.report.content)),
    }
}

fn of_content(file: PrivateFile, content: Content) -> Looked {
    if content != Content::Zip {
        return Looked::Other;
    }
    match file.into_file().map(|mut file| read_increment(&mut file)) {
        Ok(Some(increment)) => Looked::Increment(increment),
        Ok(None) => Looked::Other,
        Err(_) => Looked::Closed,
    }
}

/// Whether a decrypted backup is an increment.
pub(super) fn is_one(file: PrivateFile, content: Content) -> bool {
    matches!(of_content(file, content), Looked::Increment(_))
}

/// Whether a file that is not encrypted is an increment.
pub(super) fn is_plain_one(path: &Path) -> bool {
    crate::disk::open_regular(path).is_ok_and(|mut file| read_increment(&mut file).is_some())
}

/// What lies in the backup's folder under the names of chat backups, by name.
fn inspections_beside(backup: &Path) -> Vec<Inspection> {
    let entries = std::fs::read_dir(parent_of(backup));
    let mut paths: Vec<PathBuf> = entries
        .into_iter()
        .flatten()
        .flatten()
        .filter(|entry| {
            let purpose = Purpose::from_name(&entry.file_name().to_string_lossy());
            let chats = purpose.is_full() || matches!(purpose, Purpose::Increment { .. });
            chats && entry.file_type().is_ok_and(|kind| kind.is_file())
        })
        .map(|entry| entry.path())
        .collect();
    paths.sort();
    let found = paths.iter().filter_map(|path| inspect(path).ok());
    found
        .filter(|found| found.format.is_encrypted_backup())
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn moment(name: &str, written: i64) -> Moment {
        Moment::of(&Purpose::from_name(name), Some(written)).unwrap()
    }

    #[test]
    fn a_name_that_says_the_day_comes_before_the_time_of_the_file() {
        // 2026-11-22T10:00Z
        let now = 1_795_341_600_000;
        let dated = moment("msgstore-increment-2-2026-10-30.1.db.crypt15", now);
        assert_eq!(dated.day.to_string(), "2026-10-30");
        let full = moment("msgstore.db.crypt15", now);
        assert_eq!(full.day.to_string(), "2026-11-22");
        assert!(full.is_after(&dated) && !dated.is_after(&full));
        let copied = moment("msgstore-2026-10-30.1.db.crypt15", now);
        assert!(!dated.is_after(&copied), "the full copy of the same day");
    }

    #[test]
    fn files_copied_together_do_not_say_which_is_newer() {
        let full = moment("msgstore.db.crypt15", 1_795_341_600_000);
        for (later, after) in [(86_400_000, true), (-60_000, true), (-86_400_000, false)] {
            let increment = moment("msgstore-increment-1.db.crypt15", 1_795_341_600_000 + later);
            assert_eq!(increment.is_after(&full), after, "{later} ms");
        }
    }
}
