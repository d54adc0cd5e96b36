//! Looking for the files of messages, in the folders that are given and in those that the history remembers.
//!
//! By path and name first, then by content, among the encrypted files of a cloud download, and in the backups of stickers.
//! What was found before is kept unless it is gone; a folder that is out of reach has lost nothing.

use std::collections::BTreeMap;
use std::ffi::OsStr;
use std::ops::ControlFlow;
use std::os::unix::ffi::OsStrExt as _;
use std::path::{Path, PathBuf};

use latchkey_backup::{BackupKey, RootKey};
use latchkey_index::{
    FoundHow, Index, MediaFinding, MediaFound, MediaRow, MessageId, MissingReason, QueryError,
    RootId, UpdateError,
};
use latchkey_messages::PrivatePlace;
use serde::Serialize;

use super::cloud::CloudFiles;
use super::content::{WantedContents, by_content};
use super::folder::{Finding, MediaFolder, Wanted};
use super::opening::Look;
use super::stickers::{self, StickerSearch};
use super::stored::APP_FOLDERS;

/// Media rows looked up at a time.
const BATCH: u32 = 1000;

/// Files that messages of the history refer to, afterwards: `referenced = found + missing`.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub struct MediaCounts {
    /// Messages that refer to a file.
    pub referenced: u64,
    /// Of these, files found in a media folder.
    pub found: u64,
    /// Of these, files not found.
    pub missing: u64,
    /// `found`, by how.
    pub found_by: BTreeMap<FoundHow, u64>,
    /// `missing`, by reason.
    pub missing_by_reason: BTreeMap<MissingReason, u64>,
}

/// Why a search ended early. What it had found is noted.
#[derive(Debug, thiserror::Error)]
pub(crate) enum SearchMediaError {
    #[error("the index cannot be read")]
    Query(#[from] QueryError),
    #[error("the index cannot be changed")]
    Update(#[from] UpdateError),
}

/// One search.
pub(crate) struct MediaSearch<'a> {
    pub index: &'a mut Index,
    /// What may open encrypted files in the folders.
    pub keys: &'a [BackupKey],
    /// Where a decrypted archive may lie while it is looked into.
    pub place: &'a PrivatePlace,
    /// Folders outside of the media folders that may hold backups of stickers.
    pub backups: &'a [PathBuf],
    /// Gets messages looked at and altogether; `Break` ends the search.
    pub tell: &'a mut dyn FnMut(u64, u64) -> ControlFlow<()>,
}

/// The folders of a search.
struct Folders {
    open: Vec<(RootId, MediaFolder)>,
    /// Remembered, and not to be opened now: a stick that is not plugged in, a folder that has become a link.
    out_of_reach: Vec<RootId>,
}

impl MediaSearch<'_> {
    /// Looks in the given folders first, which are remembered, and in those that were remembered before.
    pub(crate) fn run(self, given: Vec<MediaFolder>) -> Result<MediaCounts, SearchMediaError> {
        let (tell, mut last) = (self.tell, (0, 0));
        // Where nothing can be counted, the last count stands.
        let mut told = |done, total| {
            if total > 0 {
                last = (done, total);
            }
            tell(last.0, last.1)
        };
        let search = MediaSearch {
            index: self.index,
            keys: self.keys,
            place: self.place,
            backups: self.backups,
            tell: &mut told,
        };
        search.look(given)
    }

    fn look(mut self, given: Vec<MediaFolder>) -> Result<MediaCounts, SearchMediaError> {
        let mut folders = self.remember(given)?;
        let ended = self.all_ways(&mut folders)?;
        if ended.is_break() {
            tracing::info!("the search for media was stopped");
        }
        Ok(count(self.index)?)
    }

    fn remember(&mut self, given: Vec<MediaFolder>) -> Result<Folders, SearchMediaError> {
        let mut open: Vec<(RootId, MediaFolder)> = Vec::new();
        for folder in given {
            let path = folder.root().path().as_os_str().as_bytes();
            let id = self.index.add_media_root(path)?;
            if open.iter().all(|(known, _)| *known != id) {
                open.push((id, folder));
            }
        }
        let mut out_of_reach = Vec::new();
        for (id, path) in self.index.media_roots()? {
            if open.iter().any(|(known, _)| *known == id) {
                continue;
            }
            match MediaFolder::open_again(Path::new(OsStr::from_bytes(&path))) {
                Ok(folder) => open.push((id, folder)),
                Err(_) => out_of_reach.push(id),
            }
        }
        Ok(Folders { open, out_of_reach })
    }

    fn all_ways(&mut self, folders: &mut Folders) -> Result<ControlFlow<()>, SearchMediaError> {
        self.index.forget_unusable_media()?;
        for (id, folder) in &folders.open {
            if self.check_found(*id, folder)?.is_break() {
                return Ok(ControlFlow::Break(()));
            }
        }
        for (id, folder) in &mut folders.open {
            if self.by_name(*id, folder, &folders.out_of_reach)?.is_break() {
                return Ok(ControlFlow::Break(()));
            }
        }
        for (id, folder) in &mut folders.open {
            if self
                .by_content(*id, folder, &folders.out_of_reach)?
                .is_break()
            {
                return Ok(ControlFlow::Break(()));
            }
        }
        for (id, folder) in &mut folders.open {
            if self
                .encrypted(*id, folder, &folders.out_of_reach)?
                .is_break()
            {
                return Ok(ControlFlow::Break(()));
            }
        }
        self.stickers(folders)
    }

    /// Forgets what is not where it was found any more.
    fn check_found(
        &mut self,
        id: RootId,
        folder: &MediaFolder,
    ) -> Result<ControlFlow<()>, SearchMediaError> {
        let mut after = MessageId(0);
        loop {
            let rows = self.index.media_found_in(id, after, BATCH)?;
            let Some(last) = rows.last() else {
                return Ok(ControlFlow::Continue(()));
            };
            after = last.message;
            let gone = rows.iter().filter_map(|row| {
                let place = row.found.as_deref()?;
                match folder.root().look(Path::new(place)) {
                    Look::File(_) => None,
                    Look::Unusable => Some((row.message, MediaFinding::Unusable)),
                    Look::Nothing => Some((row.message, MediaFinding::Nothing)),
                }
            });
            let gone: Vec<MediaFound> = gone.collect();
            self.index.set_media_found(&gone)?;
            if (self.tell)(0, 0).is_break() {
                return Ok(ControlFlow::Break(()));
            }
        }
    }

    fn by_name(
        &mut self,
        id: RootId,
        folder: &mut MediaFolder,
        out_of_reach: &[RootId],
    ) -> Result<ControlFlow<()>, SearchMediaError> {
        self.each_missing(out_of_reach, &mut |row| {
            let wanted = Wanted {
                path: row.path.as_deref(),
                name: row.name.as_deref(),
                mime: row.mime.as_deref(),
                size: row.size,
            };
            match folder.find(&wanted) {
                Finding::Found { place, how }
                    if how != FoundHow::OtherSize || row.found.is_none() =>
                {
                    Some(found_in(id, place, how))
                }
                Finding::Unusable if row.found.is_none() => Some(MediaFinding::Unusable),
                _ => None,
            }
        })
    }

    fn by_content(
        &mut self,
        id: RootId,
        folder: &mut MediaFolder,
        out_of_reach: &[RootId],
    ) -> Result<ControlFlow<()>, SearchMediaError> {
        let wanted = self.wanted(out_of_reach, &|_| true)?;
        if wanted.is_empty() {
            return Ok(ControlFlow::Continue(()));
        }
        let files = by_content(folder, &wanted, &mut || (self.tell)(0, 0));
        if files.is_empty() {
            return Ok((self.tell)(0, 0));
        }
        self.each_missing(out_of_reach, &mut |row| {
            let place = files.get(&row.sha256?)?.clone();
            Some(found_in(id, place, FoundHow::Content))
        })
    }

    fn encrypted(
        &mut self,
        id: RootId,
        folder: &mut MediaFolder,
        out_of_reach: &[RootId],
    ) -> Result<ControlFlow<()>, SearchMediaError> {
        let roots = root_keys(self.keys);
        if roots.is_empty() {
            return Ok(ControlFlow::Continue(()));
        }
        let wanted = self.wanted(out_of_reach, &|_| true)?;
        let files = CloudFiles::look(folder, &roots, &wanted, &mut || (self.tell)(0, 0));
        self.each_missing(out_of_reach, &mut |row| {
            let place = files.of(row)?;
            Some(found_in(id, place, FoundHow::Encrypted))
        })
    }

    fn stickers(&mut self, folders: &Folders) -> Result<ControlFlow<()>, SearchMediaError> {
        let inside = folders.open.iter().flat_map(|(_, folder)| {
            let root = folder.root().path();
            APP_FOLDERS.iter().map(|app| root.join(app).join("Backups"))
        });
        let places = self.backups.iter().cloned().chain(inside);
        let places: Vec<PathBuf> = places.filter(|place| stickers::are_in(place)).collect();
        // Looking through all messages for what to look for takes longer than seeing that there is nowhere to look.
        if places.is_empty() || self.keys.is_empty() {
            return Ok(ControlFlow::Continue(()));
        }
        let wanted = self.wanted(&folders.out_of_reach, &is_sticker)?;
        if wanted.is_empty() {
            return Ok(ControlFlow::Continue(()));
        }
        for backups in places {
            let mut search = StickerSearch {
                keys: self.keys,
                place: self.place,
                wanted: &wanted,
                go_on: &mut || (self.tell)(0, 0),
            };
            let stickers = search.find(&backups);
            if stickers.is_empty() {
                continue;
            }
            self.index.keep_media(&stickers)?;
            let stopped = self.each_missing(&folders.out_of_reach, &mut |row| {
                stickers.get(&row.sha256?)?;
                Some(MediaFinding::Found {
                    root: None,
                    place: "stickers".to_owned(),
                    how: FoundHow::Kept,
                })
            })?;
            if stopped.is_break() {
                return Ok(stopped);
            }
        }
        Ok(ControlFlow::Continue(()))
    }

    /// Notes a finding for every message whose file is worth looking for.
    fn each_missing(
        &mut self,
        out_of_reach: &[RootId],
        find: &mut dyn FnMut(&MediaRow) -> Option<MediaFinding>,
    ) -> Result<ControlFlow<()>, SearchMediaError> {
        let total = self.index.media_referenced()?;
        let (mut after, mut seen) = (MessageId(0), 0);
        loop {
            let rows = self.index.media_to_resolve(after, BATCH, out_of_reach)?;
            let Some(last) = rows.last() else {
                return Ok(ControlFlow::Continue(()));
            };
            after = last.message;
            seen += rows.len() as u64;
            let findings = rows
                .iter()
                .filter_map(|row| Some((row.message, find(row)?)));
            let findings: Vec<MediaFound> = findings.collect();
            self.index.set_media_found(&findings)?;
            if (self.tell)(seen, total).is_break() {
                return Ok(ControlFlow::Break(()));
            }
        }
    }

    /// The contents that messages wait for.
    fn wanted(
        &self,
        out_of_reach: &[RootId],
        matters: &dyn Fn(&MediaRow) -> bool,
    ) -> Result<WantedContents, SearchMediaError> {
        let (mut wanted, mut after) = (WantedContents::default(), MessageId(0));
        loop {
            let rows = self.index.media_to_resolve(after, BATCH, out_of_reach)?;
            let Some(last) = rows.last() else {
                return Ok(wanted);
            };
            after = last.message;
            rows.iter()
                .filter(|row| matters(row))
                .for_each(|row| wanted.add(row));
        }
    }
}

fn found_in(root: RootId, place: String, how: FoundHow) -> MediaFinding {
    MediaFinding::Found {
        root: Some(root),
        place,
        how,
    }
}

/// Stickers are WebP, or Lottie in a wrapping of the app's own.
fn is_sticker(row: &MediaRow) -> bool {
    let mime = row.mime.as_deref().unwrap_or_default();
    mime.starts_with("image/webp") || mime.starts_with("application/was")
}

/// The root keys among some keys.
pub(super) fn root_keys(keys: &[BackupKey]) -> Vec<&RootKey> {
    fn root(key: &BackupKey) -> Option<&RootKey> {
        match key {
            BackupKey::Root(root) => Some(root),
            BackupKey::Device(_) => None,
        }
    }
    keys.iter().filter_map(root).collect()
}

/// What is found and what is missing now.
pub(crate) fn count(index: &Index) -> Result<MediaCounts, QueryError> {
    let totals = index.media_totals()?;
    let mut found_by = totals.found_by;
    // Scripts can rely on these.
    for how in [FoundHow::Path, FoundHow::Name, FoundHow::Content] {
        found_by.entry(how).or_default();
    }
    Ok(MediaCounts {
        referenced: totals.referenced,
        found: found_by.values().sum(),
        missing: totals.missing_by_reason.values().sum(),
        found_by,
        missing_by_reason: totals.missing_by_reason,
    })
}
