//! The file's own checksum, which tells a damaged copy from a wrong key before any key is asked for.

use crate::files::{self, OpenFile};
use crate::format::Checksum;
use crate::header::{self, HeaderFault};
use crate::inspect::InspectError;
use crate::layout::checksum_before_key;
use crate::scan::{ScanError, scan};
use std::collections::HashMap;
use std::convert::Infallible;
use std::ops::ControlFlow;
use std::path::Path;
use std::sync::Mutex;

/// Reads a whole file and compares its own unkeyed checksum (`docs/backup-format.md` 5).
///
/// `on_progress` gets the bytes read and the size of the file, in bytes; `Break` cancels. Files that are no
/// encrypted backup have no checksum: [`Checksum::Absent`]. A header that is cut or broken in a file that
/// must have had a checksum gives [`Checksum::Mismatch`].
///
/// # Errors
/// [`InspectError`] when the file cannot be read, or [`InspectError::Cancelled`].
pub fn checksum(
    path: &Path,
    on_progress: &mut dyn FnMut(u64, u64) -> ControlFlow<()>,
) -> Result<Checksum, InspectError> {
    let OpenFile {
        mut file,
        size,
        head,
        tail,
    } = files::open(path).map_err(|source| InspectError::io(path, source))?;
    let envelope = match header::read(&head, &tail, size) {
        Ok(envelope) => envelope,
        Err(HeaderFault::Damaged { words, .. }) if words.checksum_certain => {
            return Ok(Checksum::Mismatch);
        }
        Err(_) => return Ok(Checksum::Absent),
    };
    let end = scan::<Infallible>(
        &mut file,
        &envelope,
        size,
        &mut |_| Ok(()),
        &mut |read| on_progress(read, size).is_continue(),
        &mut |_| {},
    );
    match end {
        Ok(end) => Ok(checksum_before_key(
            end.checksum_matches,
            envelope.words.checksum_certain,
        )),
        Err(ScanError::Read(source)) => Err(InspectError::io(path, source)),
        Err(ScanError::Cancelled) => Err(InspectError::Cancelled),
        Err(ScanError::Piece(never)) => match never {},
    }
}

/// Checksums that were already computed, by device, inode, size and modification time, so that a file is
/// read whole only once while it does not change.
#[derive(Debug, Default)]
pub struct ChecksumCache {
    known: Mutex<HashMap<FileIdentity, Checksum>>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
struct FileIdentity {
    device: u64,
    inode: u64,
    size: u64,
    modified_ns: i128,
}

impl ChecksumCache {
    /// An empty cache.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// The checksum of a file if this very state of it was read before.
    #[must_use]
    pub fn known(&self, path: &Path) -> Option<Checksum> {
        let identity = FileIdentity::of(path)?;
        self.known.lock().ok()?.get(&identity).copied()
    }

    /// The checksum of a file: remembered, or by [`checksum()`].
    ///
    /// # Errors
    /// As [`checksum()`].
    pub fn checksum(
        &self,
        path: &Path,
        on_progress: &mut dyn FnMut(u64, u64) -> ControlFlow<()>,
    ) -> Result<Checksum, InspectError> {
        let before = FileIdentity::of(path);
        if let Some(known) = self.known(path) {
            return Ok(known);
        }
        let computed = checksum(path, on_progress)?;
        // A file that changed while it was read is not remembered.
        if let Some(identity) = before
            && FileIdentity::of(path) == before
            && let Ok(mut known) = self.known.lock()
        {
            known.insert(identity, computed);
        }
        Ok(computed)
    }
}

impl FileIdentity {
    #[cfg(unix)]
    fn of(path: &Path) -> Option<Self> {
        use std::os::unix::fs::MetadataExt;
        let metadata = std::fs::metadata(path).ok()?;
        Some(Self {
            device: metadata.dev(),
            inode: metadata.ino(),
            size: metadata.len(),
            modified_ns: i128::from(metadata.mtime()) * 1_000_000_000
                + i128::from(metadata.mtime_nsec()),
        })
    }

    /// Without inodes nothing is remembered: a wrong memory would be worse than a second reading.
    #[cfg(not(unix))]
    fn of(_: &Path) -> Option<Self> {
        None
    }
}
