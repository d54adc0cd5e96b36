//! Stickers that the app keeps beside the chats, in encrypted files of their own: one ZIP of all, or one file each.
//!
//! A sticker is known by its SHA-256 alone. Names in the archive are never used, and everything is bounded: members, bytes,
//! and what one may inflate to.

use std::collections::HashMap;
use std::fs::File;
use std::io::Read as _;
use std::ops::ControlFlow;
use std::path::{Path, PathBuf};

use latchkey_backup::{BackupKey, Content, Limits, decrypt};
use latchkey_messages::{PrivateFile, PrivatePlace};
use sha2::{Digest as _, Sha256};
use zip::ZipArchive;

use super::content::WantedContents;

/// Largest archive of stickers, decrypted, bytes.
const MAX_ARCHIVE: u64 = 1 << 30;
/// The most members of an archive that are looked at, and the most files of a folder.
const MAX_STICKERS: usize = 50_000;
/// The largest sticker, bytes.
const MAX_STICKER: u64 = 1 << 20;
/// The most bytes of stickers that one search keeps.
const MAX_KEPT: usize = 64 << 20;
/// The most bytes that are inflated altogether.
const MAX_INFLATED: u64 = 2 << 30;

/// Stickers that messages wait for, by hash.
pub(super) type Stickers = HashMap<[u8; 32], Vec<u8>>;

/// Looks for stickers in the backups that lie in these folders.
pub(super) struct StickerSearch<'a> {
    pub keys: &'a [BackupKey],
    pub place: &'a PrivatePlace,
    pub wanted: &'a WantedContents,
    pub go_on: &'a mut dyn FnMut() -> ControlFlow<()>,
}

/// A search that was to stop, or found all that it may keep.
struct Enough;

impl StickerSearch<'_> {
    /// What the sticker backups in a folder named `Backups` hold of what is wanted.
    pub(super) fn find(&mut self, backups: &Path) -> Stickers {
        let mut found = Stickers::new();
        for path in archives(backups) {
            if self.look_into(&path, MAX_ARCHIVE, &mut found).is_err() {
                return found;
            }
        }
        for path in regular_files(&backups.join("Stickers")).take(MAX_STICKERS) {
            let small = path
                .symlink_metadata()
                .is_ok_and(|f| f.len() <= MAX_STICKER);
            if small && self.look_into(&path, MAX_STICKER, &mut found).is_err() {
                return found;
            }
        }
        found
    }

    /// One encrypted file: an archive of stickers, or a sticker.
    fn look_into(&mut self, path: &Path, limit: u64, found: &mut Stickers) -> Result<(), Enough> {
        for key in self.keys {
            if (self.go_on)().is_break() {
                return Err(Enough);
            }
            let size = path.metadata().map_or(0, |found| found.len());
            let Ok(into) = PrivateFile::create(self.place, size) else {
                return Ok(());
            };
            let limits = Limits {
                max_size: limit,
                free_space: None,
            };
            let go_on = &mut *self.go_on;
            let Ok(verified) = decrypt(path, key, into, &limits, &mut |_| go_on()) else {
                continue;
            };
            let Ok(mut file) = verified.inner.into_file() else {
                return Ok(());
            };
            if verified.report.content == Content::Zip {
                return self.unpack(file, found);
            }
            let mut bytes = Vec::new();
            let _ = (&mut file).take(MAX_STICKER).read_to_end(&mut bytes);
            return self.keep(bytes, found);
        }
        Ok(())
    }

    fn unpack(&mut self, mut file: File, found: &mut Stickers) -> Result<(), Enough> {
        if !latchkey_backup::has_small_directory(&mut file) {
            return Ok(());
        }
        let Ok(mut archive) = ZipArchive::new(file) else {
            return Ok(());
        };
        let mut left = MAX_INFLATED;
        for member in 0..archive.len().min(MAX_STICKERS) {
            if (self.go_on)().is_break() {
                return Err(Enough);
            }
            let Ok(member) = archive.by_index(member) else {
                continue;
            };
            if !self.wanted.has_size(member.size()) || member.size() > MAX_STICKER {
                continue;
            }
            // What the directory says of the size is a stranger's word.
            let mut bytes = Vec::new();
            let most = member.size().min(left);
            let read = member.take(most + 1).read_to_end(&mut bytes);
            left = left.saturating_sub(bytes.len() as u64);
            if read.is_ok() && bytes.len() as u64 <= most {
                self.keep(bytes, found)?;
            }
            if left == 0 {
                return Err(Enough);
            }
        }
        Ok(())
    }

    fn keep(&mut self, bytes: Vec<u8>, found: &mut Stickers) -> Result<(), Enough> {
        let sha256 = Sha256::digest(&bytes).into();
        if self.wanted.has(&sha256) {
            let kept: usize = found.values().map(Vec::len).sum();
            if kept + bytes.len() > MAX_KEPT {
                return Err(Enough);
            }
            found.insert(sha256, bytes);
        }
        Ok(())
    }
}

/// There is something in a folder named `Backups` that may hold stickers.
pub(super) fn are_in(backups: &Path) -> bool {
    !archives(backups).is_empty() || regular_files(&backups.join("Stickers")).next().is_some()
}

/// Files named as the sticker backups are, in a folder.
fn archives(backups: &Path) -> Vec<PathBuf> {
    let named = |path: &PathBuf| {
        let name = path.file_name().unwrap_or_default().to_string_lossy();
        name.starts_with("stickers.db.") || name.starts_with("stickers_db.")
    };
    regular_files(backups).filter(named).take(8).collect()
}

/// The regular files directly in a folder that is no link; links in it are not followed.
fn regular_files(folder: &Path) -> impl Iterator<Item = PathBuf> + use<> {
    let real = folder.symlink_metadata().is_ok_and(|found| found.is_dir());
    let entries = real.then(|| std::fs::read_dir(folder).ok()).flatten();
    let regular = |entry: &std::fs::DirEntry| entry.file_type().is_ok_and(|kind| kind.is_file());
    let entries = entries.into_iter().flatten().flatten();
    entries.filter(regular).map(|entry| entry.path())
}
