//! Why a restore did not happen, and the code of each reason.

use std::io;
use std::path::{Path, PathBuf};

use latchkey_backup::{DecryptError, InspectError};
use latchkey_index::{ImportError, OpenIndexError, QueryError, UpdateError};
use latchkey_keyring::{AddSecretError, CreateKeyringError, SaveKeyringError};
use latchkey_messages::{OpenSourceError, PrivateFileError};

use crate::code::{ErrorCode, HasCode};
use crate::contacts::ReadContactsError;
use crate::keyring::{RekeyError, StaleKeyringError};
use crate::lock::LockError;
use crate::media::SearchMediaError;

/// Why a restore did not happen. Nothing is left behind.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum RestoreError {
    /// The backup cannot be looked at.
    #[error("the backup cannot be looked at")]
    Inspect(#[source] InspectError),
    /// The backup does not decrypt.
    #[error("the backup does not decrypt: {0}")]
    Decrypt(#[source] DecryptError),
    /// It decrypts, but holds no chats: contacts, settings, stickers.
    #[error("the backup holds no chats")]
    NotChats,
    /// It is an increment: only what changed since a full backup.
    #[error("an increment, not a full backup")]
    Increment {
        /// The newest full backup beside it.
        full: Option<PathBuf>,
    },
    /// The chat database inside is damaged, although the backup itself is whole.
    #[error("the chat database in the backup is damaged")]
    SourceDamaged {
        /// What the reader said.
        source: Box<dyn std::error::Error + Send + Sync>,
    },
    /// There is something in the history's place.
    #[error("the history's folder already exists")]
    AlreadyExists {
        /// The folder.
        path: PathBuf,
    },
    /// Another program has the history open.
    #[error("the history is in use")]
    InUse {
        /// The folder.
        path: PathBuf,
    },
    /// The backup belongs to another account than the history.
    #[error("the backup belongs to another account")]
    OtherAccount,
    /// The disk is too full.
    #[error("not enough space, about {needed} bytes needed")]
    NoSpace {
        /// The folder.
        path: PathBuf,
        /// About how many bytes it takes.
        needed: u64,
    },
    /// The history's keyring is older than one this computer has seen.
    #[error("an older keyring than the newest seen: {found} after {seen}")]
    KeyringOlder {
        /// Its generation.
        found: u64,
        /// Highest generation seen.
        seen: u64,
    },
    /// The history's keyring is signed by another key than before.
    #[error("the keyring is signed by another key than before")]
    OtherSigner,
    /// Nobody vouches for the one who signed the history's keyring: the backup's key is not sealed into it before the
    /// person has ([`crate::Seen::trust`]).
    #[error("nobody vouches for the keyring's signer")]
    KeyringUnknown,
    /// The keyring in the folder is not the one that was opened.
    #[error("the keyring is not the one that was opened: {0}")]
    Stale(#[from] StaleKeyringError),
    /// A change of the index key that was begun before cannot be finished.
    #[error("a change of the index key cannot be finished: {0}")]
    Rekey(#[from] RekeyError),
    /// No keyring can be made.
    #[error("no keyring can be made")]
    CreateKeyring(#[from] CreateKeyringError),
    /// The key cannot be put into the keyring.
    #[error("the key cannot be put into the keyring")]
    AddKey(#[from] AddSecretError),
    /// The keyring cannot be written.
    #[error("the keyring cannot be written: {0}")]
    SaveKeyring(#[source] SaveKeyringError),
    /// The index cannot be made or opened.
    #[error("the index cannot be opened: {0}")]
    OpenIndex(#[from] OpenIndexError),
    /// The import failed.
    #[error("the import failed: {0}")]
    Import(#[source] ImportError),
    /// The index cannot be read.
    #[error("the index cannot be read")]
    Query(#[from] QueryError),
    /// The index cannot be changed.
    #[error("the index cannot be changed")]
    Update(#[from] UpdateError),
    /// The address book cannot be read.
    #[error("the address book cannot be read: {0}")]
    Contacts(#[from] ReadContactsError),
    /// There is no place for the decrypted database.
    #[error("no private place for the decrypted database")]
    PrivateFile(#[from] PrivateFileError),
    /// A file or folder cannot be used.
    #[error("a file or folder cannot be used")]
    Io {
        /// The file or folder.
        path: PathBuf,
        /// What the system said.
        source: io::Error,
    },
    /// The finished history did not open again with its own keyring: a fault of this program or of the disk.
    #[error("the finished history did not prove itself")]
    NotProven,
    /// The request does not name a history: a fault of this program.
    #[error("the request names no history")]
    WrongTarget,
    /// The caller asked to stop.
    #[error("cancelled")]
    Cancelled,
}

impl From<SearchMediaError> for RestoreError {
    fn from(error: SearchMediaError) -> Self {
        match error {
            SearchMediaError::Query(source) => Self::Query(source),
            SearchMediaError::Update(source) => Self::Update(source),
        }
    }
}

impl HasCode for RestoreError {
    fn code(&self) -> ErrorCode {
        match self {
            Self::Inspect(source) => source.code(),
            Self::Decrypt(source) => source.code(),
            Self::NotChats => ErrorCode::NotABackup,
            Self::Increment { .. } => ErrorCode::Increment,
            Self::SourceDamaged { .. } => ErrorCode::Damaged,
            Self::AlreadyExists { .. } => ErrorCode::AlreadyExists,
            Self::InUse { .. } => ErrorCode::InUse,
            Self::OtherAccount => ErrorCode::OtherAccount,
            Self::NoSpace { .. } => ErrorCode::NoSpace,
            Self::KeyringOlder { .. } => ErrorCode::KeyringOlder,
            Self::OtherSigner => ErrorCode::KeyringTampered,
            Self::KeyringUnknown => ErrorCode::KeyringUnknown,
            Self::Stale(source) => source.code(),
            Self::Rekey(source) => source.code(),
            Self::CreateKeyring(source) => source.code(),
            Self::AddKey(source) => source.code(),
            Self::SaveKeyring(source) => source.code(),
            Self::OpenIndex(source) => source.code(),
            Self::Import(source) => source.code(),
            Self::Query(source) => source.code(),
            Self::Update(source) => source.code(),
            Self::Contacts(source) => source.code(),
            Self::PrivateFile(PrivateFileError::Storage(source)) | Self::Io { source, .. } => {
                source.code()
            }
            Self::PrivateFile(_) => ErrorCode::Io,
            Self::NotProven | Self::WrongTarget => ErrorCode::Internal,
            Self::Cancelled => ErrorCode::Cancelled,
        }
    }

    fn key_fits(&self) -> Option<bool> {
        match self {
            Self::Decrypt(source) => source.key_fits(),
            Self::SourceDamaged { .. } => Some(true),
            Self::Import(ImportError::Source { .. }) => Some(true),
            _ => None,
        }
    }
}

impl RestoreError {
    /// The file or folder the error is about, for the words that the person reads.
    #[must_use]
    pub fn path(&self) -> Option<&Path> {
        match self {
            Self::AlreadyExists { path }
            | Self::InUse { path }
            | Self::NoSpace { path, .. }
            | Self::Io { path, .. }
            | Self::Decrypt(DecryptError::Permission { path } | DecryptError::Io { path, .. }) => {
                Some(path)
            }
            Self::Contacts(source) => Some(source.path()),
            _ => None,
        }
    }

    /// About how many bytes are needed, where space is short.
    #[must_use]
    pub fn needed(&self) -> Option<u64> {
        match self {
            Self::NoSpace { needed, .. } | Self::Decrypt(DecryptError::NoSpace { needed }) => {
                Some(*needed)
            }
            Self::SaveKeyring(SaveKeyringError::NoSpace { needed }) => Some(*needed),
            Self::Rekey(source) => source.needed(),
            _ => None,
        }
    }

    pub(super) fn io(path: &Path, source: io::Error) -> Self {
        Self::Io {
            path: path.to_owned(),
            source,
        }
    }

    pub(super) fn lock(dir: &Path, error: LockError) -> Self {
        match error {
            LockError::InUse => Self::InUse {
                path: dir.to_owned(),
            },
            LockError::Io(source) => Self::io(dir, source),
        }
    }

    pub(super) fn source(error: OpenSourceError) -> Self {
        match error {
            OpenSourceError::NotADatabase | OpenSourceError::NotAChatDatabase => Self::NotChats,
            other => Self::SourceDamaged {
                source: Box::new(other),
            },
        }
    }

    pub(super) fn import(error: ImportError, dir: &Path, needed: u64) -> Self {
        match error {
            ImportError::Cancelled => Self::Cancelled,
            ImportError::OtherAccount => Self::OtherAccount,
            ImportError::NoSpace => Self::NoSpace {
                path: dir.to_owned(),
                needed,
            },
            other => Self::Import(other),
        }
    }
}
