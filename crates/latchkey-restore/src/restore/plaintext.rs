//! From the backup to a decrypted database that has no name.

use std::path::Path;

use latchkey_backup::{Content, DecryptError, DecryptReport, Format, Inspection, Limits};
use latchkey_messages::{PrivateFile, PrivatePlace};

use super::progress::{Progress, Stage};
use super::{RestoreError, RestoreRequest, increments};
use crate::disk::free_space;

/// A chat database is about this many times as large as its compressed backup: decides between memory and disk.
const EXPANSION: u64 = 4;

/// Decrypts the backup into private storage. `scratch`: the folder on disk that the storage falls back to.
pub(super) fn decrypt(
    request: &RestoreRequest,
    inspection: &Inspection,
    place: &PrivatePlace,
    scratch: &Path,
    progress: &mut Progress,
) -> Result<(PrivateFile, DecryptReport), RestoreError> {
    let size = request
        .backup
        .metadata()
        .map_err(|source| RestoreError::io(&request.backup, source))?
        .len();
    let file = PrivateFile::create(place, size.saturating_mul(EXPANSION))?;
    // In memory it moves to the disk by itself when it grows; on disk the bound is known now.
    let free = if file.in_memory() {
        None
    } else {
        free_space(scratch)
    };
    let limits = Limits {
        free_space: request.limits.free_space.or(free),
        ..request.limits
    };
    let verified =
        latchkey_backup::decrypt(&request.backup, &request.key, file, &limits, &mut |step| {
            progress.step(Stage::Decrypting, step.read, step.total)
        });
    let increment = || Err(increments::instead_of(&request.backup));
    match verified {
        Ok(verified) if verified.report.content == Content::Sqlite => {
            Ok((verified.inner, verified.report))
        }
        Ok(verified) => match increments::is_one(verified.inner, verified.report.content) {
            true => increment(),
            false => Err(RestoreError::NotChats),
        },
        Err(DecryptError::Cancelled) => Err(RestoreError::Cancelled),
        Err(DecryptError::NotEncrypted {
            format: Format::Zip,
        }) if increments::is_plain_one(&request.backup) => increment(),
        // Its key or its state is another question: it is not what the person wants to restore.
        Err(
            DecryptError::WrongKey
            | DecryptError::WrongKeyOrDamaged
            | DecryptError::WrongKindOfKey { .. }
            | DecryptError::Damaged { .. },
        ) if increments::is_named_so(inspection) => increment(),
        Err(DecryptError::NoSpace { needed }) => Err(no_space(request, needed)),
        Err(DecryptError::Write { source }) if source.kind() == std::io::ErrorKind::StorageFull => {
            Err(no_space(request, size.saturating_mul(EXPANSION)))
        }
        Err(other) => Err(RestoreError::Decrypt(other)),
    }
}

fn no_space(request: &RestoreRequest, needed: u64) -> RestoreError {
    RestoreError::NoSpace {
        path: request.history.dir().to_owned(),
        needed,
    }
}
