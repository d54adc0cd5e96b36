//! Looks through a folder for everything a person could restore from, newest full backup first. Bounded:
//! a folder can be a whole disk, a loop of links, or made by someone hostile.

use super::{InspectError, Inspection, inspect_head, iphone};
use crate::format::Format;
use crate::purpose::Purpose;
use std::cmp::Reverse;
use std::fs::DirEntry;
use std::path::{Path, PathBuf};

/// Folders below the given one that are entered.
const MAX_DEPTH: usize = 12;

/// Files looked at before the search stops.
const MAX_FILES: u64 = 200_000;

/// Things listed before the search stops.
const MAX_FOUND: usize = 2_000;

/// Bytes read of each file at first.
const SHORT_LOOK: usize = 4096;

/// What was found in a folder.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct FolderScan {
    /// Backups, databases, keys, iPhone backups and exported chats; the newest full backup first.
    pub found: Vec<Inspection>,
    /// Files that are none of these.
    pub skipped: u64,
    /// Files and folders that could not be read.
    pub unreadable: u64,
    /// Whether the folder was too large to be searched to its end.
    pub stopped_early: bool,
}

/// As [`scan_folder`], giving only what was found.
///
/// # Errors
/// As [`scan_folder`].
pub fn inspect_folder(path: &Path) -> Result<Vec<Inspection>, InspectError> {
    Ok(scan_folder(path)?.found)
}

/// Searches a folder and those below it, by the bytes of every file. Links to folders are not followed.
/// Archives and compressed files without any sign of a backup are skipped: a media folder is full of them.
///
/// # Errors
/// [`InspectError`] when the folder itself cannot be read; what cannot be read inside it is counted.
pub fn scan_folder(path: &Path) -> Result<FolderScan, InspectError> {
    let mut scan = FolderScan::default();
    let mut files = 0u64;
    let mut folders = vec![(path.to_path_buf(), 0usize)];
    let mut first = true;
    while let Some((folder, depth)) = folders.pop() {
        let entries = match std::fs::read_dir(&folder) {
            Ok(entries) => entries,
            Err(error) if first => return Err(InspectError::io(path, error)),
            Err(_) => {
                scan.unreadable += 1;
                continue;
            }
        };
        first = false;
        if let Some(phone) = iphone::recognise(&folder, None) {
            scan.found.push(phone);
            continue;
        }
        for entry in entries {
            if files >= MAX_FILES || scan.found.len() >= MAX_FOUND {
                scan.stopped_early = true;
                folders.clear();
                break;
            }
            files += 1;
            match entry.ok().and_then(|entry| kind_of(&entry)) {
                Some(Entry::Folder(below)) if depth < MAX_DEPTH => folders.push((below, depth + 1)),
                Some(Entry::Folder(_)) => scan.stopped_early = true,
                Some(Entry::File(path)) => look_at(&path, &mut scan),
                Some(Entry::Neither) => {}
                None => scan.unreadable += 1,
            }
        }
    }
    scan.found.sort_by_cached_key(order);
    Ok(scan)
}

enum Entry {
    File(PathBuf),
    Folder(PathBuf),
    Neither,
}

fn kind_of(entry: &DirEntry) -> Option<Entry> {
    let kind = entry.file_type().ok()?;
    let path = entry.path();
    if kind.is_dir() {
        return Some(Entry::Folder(path));
    }
    let is_file = kind.is_file() || (kind.is_symlink() && std::fs::metadata(&path).ok()?.is_file());
    Some(if is_file {
        Entry::File(path)
    } else {
        Entry::Neither
    })
}

fn look_at(path: &Path, scan: &mut FolderScan) {
    match inspect_head(path, SHORT_LOOK) {
        Ok(inspection) if is_listed(&inspection) => scan.found.push(inspection),
        Ok(_) => scan.skipped += 1,
        Err(_) => scan.unreadable += 1,
    }
}

fn is_listed(inspection: &Inspection) -> bool {
    match inspection.format {
        Format::Unknown => inspection.unknown_version.is_some(),
        // Documents, apps and e-books are archives, too.
        Format::Zip => inspection.purpose != Purpose::Other,
        // Any 32 bytes could be a key; in a folder it needs the name of one.
        Format::KeyFile => inspection.size != 32 || is_named_key(&inspection.path),
        _ => true,
    }
}

fn is_named_key(path: &Path) -> bool {
    let name = path.file_name().unwrap_or_default().to_string_lossy();
    name.to_lowercase().contains("key")
}

/// Full backups by their day, newest first; then databases already decrypted, contacts, increments, other
/// encrypted files, and what needs another way.
fn order(inspection: &Inspection) -> (u8, Reverse<i64>, Reverse<u32>, PathBuf) {
    let encrypted = inspection.format.is_encrypted_backup();
    let class = match (&inspection.purpose, inspection.format) {
        (Purpose::FullDatabase | Purpose::DatedDatabase { .. }, _) if encrypted => 0,
        (_, Format::Sqlite | Format::Zlib) => 1,
        (Purpose::Contacts, _) => 2,
        (Purpose::Increment { .. }, _) => 3,
        (Purpose::Other, _) if encrypted => 4,
        (_, Format::KeyFile) => 5,
        _ => 6,
    };
    let (day, copy) = match &inspection.purpose {
        // The name's day is worth more than a copy's time of writing.
        Purpose::DatedDatabase { date, copy } => (start_of_day_ms(date), *copy),
        _ => (inspection.created, u32::MAX),
    };
    (
        class,
        Reverse(day.unwrap_or(i64::MIN)),
        Reverse(copy),
        inspection.path.clone(),
    )
}

/// Midnight UTC of a `YYYY-MM-DD` date, in milliseconds, by the civil calendar.
fn start_of_day_ms(date: &str) -> Option<i64> {
    let mut parts = date.split('-').map(|part| part.parse::<i64>().ok());
    let (year, month, day) = (parts.next()??, parts.next()??, parts.next()??);
    // Days from civil: years start in March, so that the leap day is a year's last.
    let year = if month <= 2 { year - 1 } else { year };
    let (era, of_era) = (year.div_euclid(400), year.rem_euclid(400));
    let of_year = (153 * ((month + 9) % 12) + 2) / 5 + day - 1;
    let days = era * 146_097 + of_era * 365 + of_era / 4 - of_era / 100 + of_year - 719_468;
    Some(days * 86_400_000)
}

#[cfg(test)]
mod tests {
    use super::start_of_day_ms;

    #[test]
    fn days_are_counted_as_in_the_civil_calendar() {
        assert_eq!(start_of_day_ms("1970-01-01"), Some(0));
        assert_eq!(start_of_day_ms("2000-02-29"), Some(951_782_400_000));
        assert_eq!(start_of_day_ms("2026-11-22"), Some(1_795_305_600_000));
    }
}
