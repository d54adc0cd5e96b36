//! The keys a person can hold: the 64 digits, the phone's key files, 32 raw bytes. Reads them however they
//! are written down; never shows, stores or logs them.

mod digits;
mod file;

pub use digits::DigitsProblem;
pub(crate) use digits::{COUNT as DIGITS, look_alike, significant};
pub(crate) use file::{JAVA_HEADER, KeyFileKind, recognise};

use crate::gcm::FileKey;
use hkdf::HkdfExtract;
use sha2::Sha256;
use std::fmt;
use std::io;
use std::path::{Path, PathBuf};
use std::sync::LazyLock;
use subtle::ConstantTimeEq;
use zeroize::{Zeroize, ZeroizeOnDrop, Zeroizing};

/// The HKDF label of every `.crypt15` file (`docs/backup-format.md` 8.4).
const BACKUP_LABEL: &[u8] = b"backup encryption";

/// No key file is longer; more is not read.
const MAX_KEY_FILE: usize = 64 * 1024;

/// A key to a backup. Wiped when dropped; `Debug` prints the name only.
pub enum BackupKey {
    /// The 32-byte root key of end-to-end encrypted backups (crypt15): the 64 digits.
    Root(RootKey),
    /// A phone's own key (crypt12, crypt14).
    Device(DeviceKey),
}

/// A root key: 32 bytes, shown by the app as 64 hexadecimal digits.
#[derive(Zeroize, ZeroizeOnDrop)]
pub struct RootKey(pub(crate) [u8; 32]);

/// The content of a phone's `key` file (`docs/backup-format.md` 8.1).
#[derive(Zeroize, ZeroizeOnDrop)]
pub struct DeviceKey {
    /// The file's payload: versions, salts, key.
    pub(crate) payload: [u8; 131],
}

/// Why bytes or digits are no key.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum ReadKeyError {
    /// The bytes are no key in any form this version knows.
    #[error("not a key")]
    NotAKey,
    /// A key file whose own integrity check fails, or that is cut.
    #[error("the key file is damaged")]
    Damaged,
    /// A key file of a version this program does not know.
    #[error("unknown key file version: {found}")]
    UnknownVersion {
        /// What the file says, safe to show.
        found: String,
    },
    /// The file holds what the app keeps about a *password*; the key to the backup is not in it.
    #[error("a password file, not a backup key")]
    PasswordFile,
    /// The digits are not 64 hexadecimal digits.
    #[error("not 64 digits: {0}")]
    Digits(#[from] DigitsProblem),
    /// The person may not read the file.
    #[error("no permission to read the key file")]
    Permission {
        /// The key file.
        path: PathBuf,
    },
    /// Reading the file failed.
    #[error("reading the key file failed")]
    Io {
        /// The key file.
        path: PathBuf,
        /// What the system said.
        source: io::Error,
    },
}

impl BackupKey {
    /// Reads any key file: the phone's `key` (158 bytes, or its payload of 131) or `encrypted_backup.key`
    /// (59 bytes), 32 raw bytes (a root key), or text with the 64 digits.
    ///
    /// # Errors
    /// [`ReadKeyError`], without its file variants.
    pub fn from_bytes(bytes: &[u8]) -> Result<Self, ReadKeyError> {
        file::read(bytes)
    }

    /// As [`BackupKey::from_bytes`], from a file; reads at most 64 KiB of it.
    ///
    /// # Errors
    /// [`ReadKeyError`].
    pub fn read(path: &Path) -> Result<Self, ReadKeyError> {
        let opened = crate::files::open_head(path, MAX_KEY_FILE);
        let mut opened = opened.map_err(|source| {
            let path = path.to_path_buf();
            if crate::files::is_permission(&source) {
                ReadKeyError::Permission { path }
            } else {
                ReadKeyError::Io { path, source }
            }
        })?;
        let head = Zeroizing::new(std::mem::take(&mut opened.head));
        opened.tail.zeroize();
        if opened.size > MAX_KEY_FILE as u64 {
            return Err(ReadKeyError::NotAKey);
        }
        Self::from_bytes(&head)
    }

    /// Reads the 64 digits as people type and paste them: any grouping and case; spaces of every kind,
    /// dashes, colons and invisible marks are skipped.
    ///
    /// # Errors
    /// [`ReadKeyError::Digits`] says what is off, and in which group when that can be told.
    pub fn from_digits(text: &str) -> Result<Self, ReadKeyError> {
        Ok(Self::Root(RootKey(*digits::parse(text)?)))
    }

    /// A root key from its 32 bytes.
    #[must_use]
    pub fn from_root(root: Zeroizing<[u8; 32]>) -> Self {
        Self::Root(RootKey(*root))
    }

    /// The 32 bytes of a root key; `None` for a device key.
    #[must_use]
    pub fn root(&self) -> Option<&[u8; 32]> {
        match self {
            Self::Root(root) => Some(&root.0),
            Self::Device(_) => None,
        }
    }

    /// The 131 bytes of a device key's file, without its Java header: what a keyring keeps, and what
    /// [`BackupKey::from_bytes`] reads again. `None` for a root key.
    #[must_use]
    pub fn device_payload(&self) -> Option<&[u8; 131]> {
        match self {
            Self::Root(_) => None,
            Self::Device(device) => Some(&device.payload),
        }
    }

    /// Whether both are the same key, compared in constant time.
    #[must_use]
    pub fn is_same(&self, other: &Self) -> bool {
        match (self, other) {
            (Self::Root(a), Self::Root(b)) => a.0.ct_eq(&b.0).into(),
            (Self::Device(a), Self::Device(b)) => a.key().ct_eq(b.key()).into(),
            _ => false,
        }
    }

    /// The key the bytes are encrypted with.
    pub(crate) fn file_key(&self) -> FileKey {
        match self {
            Self::Root(root) => derive_file_key(&root.0),
            Self::Device(device) => FileKey(Zeroizing::new(*device.key())),
        }
    }
}

impl DeviceKey {
    /// The AES-256 key, the payload's last 32 bytes (`docs/backup-format.md` 8.1).
    fn key(&self) -> &[u8; 32] {
        self.payload
            .last_chunk()
            .expect("a payload is longer than its key")
    }
}

/// HKDF-SHA256 (RFC 5869) without salt, over the root key (`docs/backup-format.md` 8.4).
pub(crate) fn derive_file_key(root: &[u8; 32]) -> FileKey {
    /// The extraction's state before any key: slip repair derives thousands.
    static EXTRACT: LazyLock<HkdfExtract<Sha256>> = LazyLock::new(|| HkdfExtract::new(None));
    let mut extract = EXTRACT.clone();
    extract.input_ikm(root);
    let (_, expand) = extract.finalize();
    let mut key = Zeroizing::new([0u8; 32]);
    expand
        .expand(BACKUP_LABEL, &mut *key)
        .expect("HKDF-SHA256 gives up to 8160 bytes");
    FileKey(key)
}

impl fmt::Debug for BackupKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("BackupKey")
    }
}

impl fmt::Debug for RootKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("RootKey")
    }
}

impl fmt::Debug for DeviceKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("DeviceKey")
    }
}

#[cfg(test)]
mod tests;
