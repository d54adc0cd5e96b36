//! The same file once more: recognised by its bytes, so that nothing has to be decrypted and merged again.
//!
//! Merging the same bytes a second time changes nothing, whatever was merged between; only a newer version of the reader
//! may find more in them, and it does not recognise what an older one read ([`Index::report_of`]).

use std::io::Read;
use std::path::Path;

use latchkey_backup::{Checksum, DecryptReport, Inspection, KeyCheck, check_key};
use latchkey_index::{ImportReport, Index};
use sha2::{Digest, Sha256};

use super::progress::{Progress, Stage};
use super::{RestoreError, RestoreRequest};
use crate::disk::open_regular;

/// Bytes read at a time.
const PIECE: usize = 256 * 1024;

/// What the earlier import of these very bytes did. The key has to fit, as if they were decrypted.
pub(super) fn known(
    request: &RestoreRequest,
    inspection: &Inspection,
    index: &Index,
    progress: &mut Progress,
) -> Result<Option<ImportReport>, RestoreError> {
    let imports = index.imports()?;
    let fits = || matches!(check_key(&request.backup, &request.key), Ok(KeyCheck::Fits));
    if !imports.iter().any(|import| import.size == inspection.size) || !fits() {
        return Ok(None);
    }
    match digest(&request.backup, inspection.size, progress)? {
        Some(sha256) => Ok(index.report_of(&sha256)?),
        None => Ok(None),
    }
}

/// SHA-256 of a file; `None` when it cannot be read, which decrypting it then says.
fn digest(
    path: &Path,
    size: u64,
    progress: &mut Progress,
) -> Result<Option<[u8; 32]>, RestoreError> {
    let Ok(mut file) = open_regular(path) else {
        return Ok(None);
    };
    let (mut digest, mut piece, mut read) = (Sha256::new(), vec![0; PIECE], 0);
    loop {
        progress.at(Stage::Decrypting, read, size.max(read))?;
        let Ok(count) = file.read(&mut piece) else {
            return Ok(None);
        };
        if count == 0 {
            return Ok(Some(digest.finalize().into()));
        }
        digest.update(piece.get(..count).unwrap_or_default());
        read += count as u64;
    }
}

/// Remembers what an import did, where there is nothing about it that should be said again the next time.
pub(super) fn remember(index: &mut Index, decrypted: &DecryptReport, import: &ImportReport) {
    if decrypted.checksum == Checksum::Mismatch || !import.adds_up() {
        return;
    }
    if let Err(error) = index.remember_report(&decrypted.sha256, import) {
        tracing::warn!(%error, "the next restore of this file will read it again");
    }
}
