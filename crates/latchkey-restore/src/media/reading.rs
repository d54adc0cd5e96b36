//! The bytes of a message's file, for whoever looks at it: from the media folder, decrypted from a cloud download, or from
//! the index itself.
//!
//! What is decrypted stays in memory, or in a file without a name when it is large; never on the disk in clear.

use std::ffi::OsStr;
use std::fs::File;
use std::io::{self, Cursor, Read, Seek, SeekFrom};
use std::os::unix::ffi::OsStrExt as _;
use std::path::{Path, PathBuf};

use latchkey_backup::{
    BackupKey, CloudMedia, CloudMediaError, CloudMediaName, ExpectedMedia, decrypt_cloud_media,
};
use latchkey_index::{FoundHow, MediaPlace, MediaRow, MessageId, QueryError};
use latchkey_messages::{PrivateFile, PrivateFileError, PrivatePlace};
use zeroize::Zeroizing;

use super::opening::{MediaRoot, open_media};
use super::search::root_keys;
use crate::code::{ErrorCode, HasCode};
use crate::fitting::keys_of;
use crate::history::History;

/// Larger files are decrypted into nameless storage, bytes.
const MOST_IN_MEMORY: u64 = 64 << 20;
/// The largest file of a cloud download that is decrypted, bytes.
const LARGEST: u64 = 8 << 30;

/// Why the file of a message cannot be looked at.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum OpenMediaError {
    /// It was never found.
    #[error("the file of this message was not found")]
    NotFound,
    /// The index cannot be read.
    #[error("the index cannot be read")]
    Query(#[from] QueryError),
    /// It is not where it was found any more, or may not be read.
    #[error("the file is not where it was found")]
    Io {
        /// The media folder.
        root: PathBuf,
        /// What the system said.
        source: io::Error,
    },
    /// It is encrypted, and no key of the history opens it.
    #[error("no key opens the file: {0}")]
    Decrypt(#[source] CloudMediaError),
    /// It is encrypted, and the history has no root key.
    #[error("the history has no key for the file")]
    NoKey,
    /// There is no place for the decrypted file.
    #[error("no private place for the decrypted file")]
    PrivateFile(#[from] PrivateFileError),
}

impl HasCode for OpenMediaError {
    fn code(&self) -> ErrorCode {
        match self {
            Self::NotFound => ErrorCode::Io,
            Self::Query(source) => source.code(),
            Self::Io { source, .. } => source.code(),
            Self::Decrypt(CloudMediaError::TooLarge { .. }) => ErrorCode::TooLarge,
            Self::Decrypt(CloudMediaError::Read { source } | CloudMediaError::Write { source }) => {
                source.code()
            }
            Self::Decrypt(_) => ErrorCode::WrongKeyOrDamaged,
            Self::NoKey => ErrorCode::WrongKey,
            Self::PrivateFile(PrivateFileError::Storage(source)) => source.code(),
            Self::PrivateFile(_) => ErrorCode::Io,
        }
    }
}

/// How sure it is that these are the bytes of the message's file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum MediaTrust {
    /// A plain file, as it lies in the person's folder.
    Plain,
    /// Decrypted, and proved by a tag or by the hash that the message has of it.
    Verified,
    /// Decrypted, and nothing shows that it is whole but its beginning.
    Unverified,
}

/// The file of a message, open for reading.
#[derive(Debug)]
pub struct MediaFile {
    bytes: Bytes,
    length: u64,
    trust: MediaTrust,
}

#[derive(Debug)]
enum Bytes {
    File(File),
    Memory(Cursor<Zeroizing<Vec<u8>>>),
}

impl MediaFile {
    /// A file that lies in a media folder; see [`open_media`].
    ///
    /// # Errors
    /// As [`open_media`].
    pub fn open(root: &Path, place: &Path) -> io::Result<Self> {
        Self::plain(open_media(root, place)?)
    }

    fn plain(file: File) -> io::Result<Self> {
        Ok(Self {
            length: file.metadata()?.len(),
            bytes: Bytes::File(file),
            trust: MediaTrust::Plain,
        })
    }

    fn in_memory(bytes: Vec<u8>, trust: MediaTrust) -> Self {
        Self {
            length: bytes.len() as u64,
            bytes: Bytes::Memory(Cursor::new(Zeroizing::new(bytes))),
            trust,
        }
    }

    /// Bytes in it.
    #[must_use]
    pub fn len(&self) -> u64 {
        self.length
    }

    /// There is nothing in it.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.length == 0
    }

    /// How sure its content is.
    #[must_use]
    pub fn trust(&self) -> MediaTrust {
        self.trust
    }
}

impl Read for MediaFile {
    fn read(&mut self, into: &mut [u8]) -> io::Result<usize> {
        match &mut self.bytes {
            Bytes::File(file) => file.read(into),
            Bytes::Memory(memory) => {
                let at = usize::try_from(memory.position()).unwrap_or(usize::MAX);
                let count = memory.get_ref().get(at..).unwrap_or_default().read(into)?;
                memory.set_position(memory.position() + count as u64);
                Ok(count)
            }
        }
    }
}

impl Seek for MediaFile {
    fn seek(&mut self, to: SeekFrom) -> io::Result<u64> {
        match &mut self.bytes {
            Bytes::File(file) => file.seek(to),
            Bytes::Memory(memory) => {
                let from = |base: u64, by: i64| base.checked_add_signed(by);
                let at = match to {
                    SeekFrom::Start(at) => Some(at),
                    SeekFrom::End(by) => from(self.length, by),
                    SeekFrom::Current(by) => from(memory.position(), by),
                };
                let at = at.ok_or(io::ErrorKind::InvalidInput)?;
                memory.set_position(at);
                Ok(at)
            }
        }
    }
}

impl History {
    /// Opens the file of a message. It is looked at anew: what lies outside of its folder by now is not opened.
    ///
    /// # Errors
    /// [`OpenMediaError`].
    pub fn open_media(&self, message: MessageId) -> Result<MediaFile, OpenMediaError> {
        let place = self.index().media_place(message)?;
        let place = place.ok_or(OpenMediaError::NotFound)?;
        if place.how == FoundHow::Kept {
            let kept = self.index().kept_media(message)?;
            let kept = kept.ok_or(OpenMediaError::NotFound)?;
            return Ok(MediaFile::in_memory(kept, MediaTrust::Verified));
        }
        let root = place.root.as_deref().ok_or(OpenMediaError::NotFound)?;
        let root = Path::new(OsStr::from_bytes(root));
        let failed = |source| OpenMediaError::Io {
            root: root.to_owned(),
            source,
        };
        let opened = MediaRoot::open_again(root);
        let opened = opened.and_then(|root| root.open_file(Path::new(&place.place)));
        let mut file = opened.map_err(failed)?;
        if place.how != FoundHow::Encrypted {
            return MediaFile::plain(file).map_err(failed);
        }
        let row = self.index().media(message)?;
        let row = row.ok_or(OpenMediaError::NotFound)?;
        self.decrypt_media(&mut file, &place, &row)
    }

    fn decrypt_media(
        &self,
        file: &mut File,
        place: &MediaPlace,
        row: &MediaRow,
    ) -> Result<MediaFile, OpenMediaError> {
        let name = Path::new(&place.place).file_name().and_then(OsStr::to_str);
        let name = name.and_then(CloudMediaName::from_file_name);
        let name = name.ok_or(OpenMediaError::NotFound)?;
        let keys: Vec<BackupKey> = keys_of(self.keyring()).collect();
        let mut failed = OpenMediaError::NoKey;
        for root in root_keys(&keys) {
            let expected = ExpectedMedia {
                mime: row.mime.as_deref(),
                size: row.size,
                sha256: row.sha256,
            };
            let size = file.metadata().map_or(0, |found| found.len());
            if size <= MOST_IN_MEMORY {
                // Room for all of it: a buffer that grows leaves copies behind.
                let mut bytes =
                    Zeroizing::new(Vec::with_capacity(usize::try_from(size).unwrap_or(0)));
                let done =
                    decrypt_cloud_media(file, &name, root, &expected, MOST_IN_MEMORY, &mut *bytes);
                match done.map(|done| trust(&done)) {
                    Ok(trust) => {
                        return Ok(MediaFile::in_memory(std::mem::take(&mut *bytes), trust));
                    }
                    Err(error) => failed = OpenMediaError::Decrypt(error),
                }
                continue;
            }
            let private = PrivatePlace::of_this_computer(self.dir());
            let into = PrivateFile::create(&private, size)?;
            match decrypt_cloud_media(file, &name, root, &expected, LARGEST, into) {
                Ok(done) => {
                    let trust = trust(&done);
                    let private = inner(done).into_file();
                    let nowhere =
                        |source| OpenMediaError::PrivateFile(PrivateFileError::Storage(source));
                    let mut plain = private.and_then(MediaFile::plain).map_err(nowhere)?;
                    plain.trust = trust;
                    return Ok(plain);
                }
                Err(error) => failed = OpenMediaError::Decrypt(error),
            }
        }
        Err(failed)
    }
}

fn trust<W>(done: &CloudMedia<W>) -> MediaTrust {
    match done {
        CloudMedia::Verified(_) => MediaTrust::Verified,
        CloudMedia::Unverified(_) => MediaTrust::Unverified,
    }
}

fn inner<W>(done: CloudMedia<W>) -> W {
    match done {
        CloudMedia::Verified(verified) => verified.inner,
        CloudMedia::Unverified(unverified) => unverified.inner,
    }
}
