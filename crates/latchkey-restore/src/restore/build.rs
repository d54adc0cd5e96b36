//! Building a history beside its place, and giving it its name only when it has proved itself.

use std::path::{Path, PathBuf};

use latchkey_backup::Inspection;
use latchkey_index::Index;
use latchkey_keyring::{
    CreateKeyringError, FILE_NAME, NewKeyring, OpenKeyring, RecoveryRecipient, Timestamp,
};

use super::{RestoreError, RestoreReport, RestoreRequest, Target, account, index_key};
use crate::data_folder::remove_leftovers_beside;
use crate::disk::{create_private_folder, parent_of, rename_folder, sync_folder, unfinished_name};
use crate::keyring::index_format;
use crate::lock::FolderLock;

/// A folder that is deleted unless it was finished. A crash leaves it behind; the next start removes it.
pub(super) struct Unfinished {
    path: PathBuf,
    /// While it is held nobody takes the folder for a leftover.
    lock: Option<FolderLock>,
    finished: bool,
}

impl Unfinished {
    /// For a new history in `dir`, which must not be there yet.
    pub fn begin(dir: &Path) -> Result<Self, RestoreError> {
        let empty = || std::fs::read_dir(dir).is_ok_and(|mut entries| entries.next().is_none());
        if dir.symlink_metadata().is_ok() && !empty() {
            return Err(RestoreError::AlreadyExists {
                path: dir.to_owned(),
            });
        }
        create_private_folder(parent_of(dir)).map_err(|source| RestoreError::io(dir, source))?;
        Self::begin_beside(dir)
    }

    /// Room beside a folder that is there.
    pub fn begin_beside(dir: &Path) -> Result<Self, RestoreError> {
        let failed = |source| RestoreError::io(dir, source);
        remove_leftovers_beside(dir);
        let path = unfinished_name(dir).map_err(failed)?;
        create_private_folder(&path).map_err(failed)?;
        let mut unfinished = Self {
            path,
            lock: None,
            finished: false,
        };
        unfinished.lock = Some(
            FolderLock::alone(&unfinished.path).map_err(|error| RestoreError::lock(dir, error))?,
        );
        Ok(unfinished)
    }

    pub fn path(&self) -> &Path {
        &self.path
    }

    /// Gives the folder its name.
    fn rename(mut self, dir: &Path) -> Result<(), RestoreError> {
        let renamed = rename_folder(&self.path, dir);
        self.finished = renamed.is_ok();
        renamed.map_err(|source| match source.kind() {
            std::io::ErrorKind::AlreadyExists => RestoreError::AlreadyExists {
                path: dir.to_owned(),
            },
            _ => RestoreError::io(dir, source),
        })
    }
}

impl Drop for Unfinished {
    fn drop(&mut self) {
        if !self.finished
            && let Err(error) = std::fs::remove_dir_all(&self.path)
        {
            tracing::warn!(kind = %error.kind(), "an unfinished folder could not be removed");
        }
        self.lock = None;
    }
}

/// A keyring for a new history ([`Target::Prepared`]), in memory only: made before the restore so that a recovery kit
/// can remember it ([`latchkey_keyring::RecoveryKit::remember`]).
///
/// # Errors
/// [`CreateKeyringError`], for example without a recipient.
pub fn prepare_keyring(
    recipients: &[RecoveryRecipient],
    now: Timestamp,
) -> Result<OpenKeyring, CreateKeyringError> {
    OpenKeyring::create(NewKeyring {
        recipients: recipients.to_vec(),
        account: None,
        index_format: index_format(),
        now,
    })
}

/// Takes the prepared keyring out of the request, leaving it without recipients.
pub(super) fn take_prepared(history: &mut Target) -> Option<OpenKeyring> {
    let dir = history.dir().to_owned();
    match std::mem::replace(
        history,
        Target::New {
            dir,
            recipients: Vec::new(),
        },
    ) {
        Target::Prepared { keyring, .. } => Some(keyring),
        other => {
            *history = other;
            None
        }
    }
}

/// Writes the keyring, opens everything again with it, and gives the folder its name. On failure nothing is published.
pub(super) fn finish(
    unfinished: Unfinished,
    keyring: &mut OpenKeyring,
    report: &RestoreReport,
    inspection: &Inspection,
    request: &RestoreRequest,
) -> Result<(), RestoreError> {
    account::remember(keyring, inspection, &request.key, request.now)?;
    let path = unfinished.path().join(FILE_NAME);
    keyring.save(&path).map_err(RestoreError::SaveKeyring)?;
    prove(unfinished.path(), keyring, report)?;
    sync_folder(unfinished.path()).map_err(|source| RestoreError::io(unfinished.path(), source))?;
    unfinished.rename(request.history.dir())
}

/// The written files open with the written keyring's key and hold what the report says.
fn prove(dir: &Path, keyring: &OpenKeyring, report: &RestoreReport) -> Result<(), RestoreError> {
    let index = Index::open_read_only(dir, &index_key(keyring))?;
    let held: u64 = index.chats()?.iter().map(|chat| chat.messages).sum();
    let imported = index.imports()?.last().map(|import| import.messages);
    match held == report.import.new && imported == Some(report.import.messages) {
        true => Ok(()),
        false => Err(RestoreError::NotProven),
    }
}
