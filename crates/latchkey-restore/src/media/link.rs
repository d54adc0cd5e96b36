//! Another media folder for a history that is there: what is found now shows at once, nothing is restored again.

use std::io;
use std::ops::ControlFlow;
use std::path::{Path, PathBuf};

use latchkey_backup::BackupKey;
use latchkey_index::{Index, QueryError, UpdateError};
use latchkey_messages::PrivatePlace;
use serde::Serialize;

use super::folder::MediaFolder;
use super::search::{MediaCounts, MediaSearch, SearchMediaError, count};
use crate::code::{ErrorCode, HasCode};
use crate::fitting::keys_of;
use crate::history::{History, OpenHistoryError};

/// Why media was not linked. The history stays open, and what was found until then is noted.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum LinkMediaError {
    /// A folder cannot be looked into.
    #[error("a media folder cannot be looked into")]
    Folder {
        /// The folder.
        path: PathBuf,
        /// What the system said.
        source: io::Error,
    },
    /// The history cannot be written: in use, damaged, no right to.
    #[error("the history cannot be written: {0}")]
    History(#[from] OpenHistoryError),
    /// The index cannot be read.
    #[error("the index cannot be read")]
    Query(#[from] QueryError),
    /// The index cannot be changed.
    #[error("the index cannot be changed")]
    Update(#[from] UpdateError),
    /// The caller asked to stop.
    #[error("cancelled")]
    Cancelled,
}

impl HasCode for LinkMediaError {
    fn code(&self) -> ErrorCode {
        match self {
            Self::Folder { source, .. } => source.code(),
            Self::History(source) => source.code(),
            Self::Query(source) => source.code(),
            Self::Update(source) => source.code(),
            Self::Cancelled => ErrorCode::Cancelled,
        }
    }
}

impl LinkMediaError {
    /// The folder the error is about, for the words that the person reads.
    #[must_use]
    pub fn path(&self) -> Option<&Path> {
        match self {
            Self::Folder { path, .. } => Some(path),
            _ => None,
        }
    }
}

impl From<SearchMediaError> for LinkMediaError {
    fn from(error: SearchMediaError) -> Self {
        match error {
            SearchMediaError::Query(source) => Self::Query(source),
            SearchMediaError::Update(source) => Self::Update(source),
        }
    }
}

/// What linking did, with the names of `media link --json` (docs/cli.md).
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct LinkMediaReport {
    /// What is found and missing now.
    #[serde(flatten)]
    pub media: MediaCounts,
    /// `found` before.
    pub found_before: u64,
}

/// Looks for the files of messages in more folders, which are remembered, and anew in those that the history remembers.
/// What was found before is kept unless it is gone. No folder: only those that are remembered. Nobody else may have the
/// history open meanwhile. `on_progress` gets messages looked at and altogether.
///
/// # Errors
/// [`LinkMediaError`].
pub fn link_media(
    history: &mut History,
    folders: &[PathBuf],
    on_progress: &mut dyn FnMut(u64, u64) -> ControlFlow<()>,
) -> Result<LinkMediaReport, LinkMediaError> {
    let mut given = Vec::new();
    for path in folders {
        let opened = MediaFolder::open(path).map_err(|source| LinkMediaError::Folder {
            path: path.clone(),
            source,
        })?;
        given.push(opened);
    }
    let keys: Vec<BackupKey> = keys_of(history.keyring()).collect();
    let place = PrivatePlace::of_this_computer(history.dir());
    let mut stopped = false;
    let mut tell = |done, total| {
        let answer = on_progress(done, total);
        stopped |= answer.is_break();
        answer
    };
    let report = history.change_index::<_, LinkMediaError>(|index: &mut Index| {
        let found_before = count(index)?.found;
        let search = MediaSearch {
            index,
            keys: &keys,
            place: &place,
            backups: &[],
            tell: &mut tell,
        };
        let media = search.run(given)?;
        Ok(LinkMediaReport {
            media,
            found_before,
        })
    })?;
    match stopped {
        true => Err(LinkMediaError::Cancelled),
        false => Ok(report),
    }
}
