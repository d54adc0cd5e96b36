//! The first look: whether a key fits, from the first block alone, in milliseconds.

use crate::content::{self, Content, FIRST_LOOK, Packing};
use crate::decrypt::open::{OpenBackup, OpenBackupError, open_backup};
use crate::format::{Format, Secret};
use crate::gcm::{FileKey, GcmStream};
use crate::header::Envelope;
use crate::key::BackupKey;
use crate::layout::{Tail, tail_length};
use crate::scan::{ScanError, scan};
use std::convert::Infallible;
use std::fs::File;
use std::io::{self, Read, Seek, SeekFrom};
use std::path::{Path, PathBuf};

/// Content without a magic can only be judged by the tag over the whole file; up to this size in bytes
/// that is as quick as a look.
const SMALL: u64 = 1024 * 1024;

/// The answer of [`check_key`].
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum KeyCheck {
    /// The first block opens to something known.
    Fits,
    /// It does not: the key is another one, or the first block is damaged (see the checksum).
    DoesNotFit,
}

/// Why a key could not be checked.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum CheckKeyError {
    /// The bytes are no backup.
    #[error("not a backup")]
    NotABackup,
    /// The file is not encrypted; no key is needed.
    #[error("not encrypted: {}", format.as_str())]
    NotEncrypted {
        /// What the file is.
        format: Format,
    },
    /// The header is cut or broken; the key cannot be judged on this copy.
    #[error("the backup's header is damaged")]
    Damaged,
    /// The header is of a version this program does not know.
    #[error("unknown backup version: {found}")]
    UnknownVersion {
        /// What the header says, safe to show.
        found: String,
    },
    /// The key is of another kind than this backup needs.
    #[error("wrong kind of key, needs {}", needed.as_str())]
    WrongKindOfKey {
        /// [`Secret::DeviceKey`] or [`Secret::Digits`].
        needed: Secret,
    },
    /// The person may not read the file.
    #[error("no permission to read the backup")]
    Permission {
        /// The backup.
        path: PathBuf,
    },
    /// Reading failed.
    #[error("reading the backup failed")]
    Io {
        /// The backup.
        path: PathBuf,
        /// What the system said.
        source: io::Error,
    },
}

/// Checks whether a key opens a backup, from its first block: at once, whatever the size.
///
/// # Errors
/// [`CheckKeyError`]; never an answer about the key when the header is damaged.
pub fn check_key(backup: &Path, key: &BackupKey) -> Result<KeyCheck, CheckKeyError> {
    let mut opened = open_backup(backup)?;
    require_kind(&opened.envelope, key)?;
    let first = FirstBlock::read(&mut opened).map_err(|e| CheckKeyError::io(backup, e))?;
    let file_key = key.file_key();
    if first.judge(&file_key).is_some() {
        return Ok(KeyCheck::Fits);
    }
    if opened.size > SMALL {
        return Ok(KeyCheck::DoesNotFit);
    }
    let proved = tag_matches(&mut opened.file, &opened.envelope, opened.size, &file_key);
    match proved.map_err(|e| CheckKeyError::io(backup, e))? {
        true => Ok(KeyCheck::Fits),
        false => Ok(KeyCheck::DoesNotFit),
    }
}

/// Which key a format needs, and whether this is one.
pub(crate) fn require_kind(envelope: &Envelope, key: &BackupKey) -> Result<(), OpenBackupError> {
    let needed = match (envelope.format, key) {
        (Format::Crypt15, BackupKey::Device(_)) => Secret::Digits,
        (Format::Crypt12 | Format::Crypt14, BackupKey::Root(_)) => Secret::DeviceKey,
        _ => return Ok(()),
    };
    Err(OpenBackupError::WrongKindOfKey { needed })
}

/// The first ciphertext of a backup, as far as it is ciphertext under every reading of the tail.
pub(crate) struct FirstBlock {
    iv: [u8; 16],
    ciphertext: Vec<u8>,
}

impl FirstBlock {
    pub(crate) fn read(opened: &mut OpenBackup) -> io::Result<Self> {
        let OpenBackup {
            file,
            size,
            envelope,
        } = opened;
        let body = *size - tail_length(envelope, *size) - envelope.data_start;
        file.seek(SeekFrom::Start(envelope.data_start))?;
        let mut ciphertext = Vec::with_capacity(FIRST_LOOK);
        file.take(body.min(FIRST_LOOK as u64))
            .read_to_end(&mut ciphertext)?;
        Ok(Self {
            iv: envelope.iv,
            ciphertext,
        })
    }

    /// Decrypts the block and judges it; `None` if it is nothing known.
    pub(crate) fn judge(&self, key: &FileKey) -> Option<(Packing, Content)> {
        content::judge(&self.plaintext(key))
    }

    /// As [`Self::judge`], the whole block without an error, and quickly dropping what is plainly wrong:
    /// for keys that nobody typed, a thousand at a time.
    pub(crate) fn judge_strictly(&self, key: &FileKey) -> Option<(Packing, Content)> {
        let mut stream = GcmStream::new(key, &self.iv);
        let mut start = [0u8; 16];
        let length = self.ciphertext.len().min(16);
        let start = &mut start[..length];
        start.copy_from_slice(&self.ciphertext[..length]);
        stream.apply_keystream(start);
        if !may_be_known(start) {
            return None;
        }
        content::judge_strictly(&self.plaintext(key))
    }

    fn plaintext(&self, key: &FileKey) -> Vec<u8> {
        self.plaintext_with(&[], key)
    }

    /// The block's plaintext; a block shorter than a look is the whole body, and `rest` follows it.
    pub(crate) fn plaintext_with(&self, rest: &[u8], key: &FileKey) -> Vec<u8> {
        let mut plaintext = self.ciphertext.clone();
        if plaintext.len() < FIRST_LOOK {
            plaintext.extend_from_slice(rest);
        }
        GcmStream::new(key, &self.iv).apply_keystream(&mut plaintext);
        plaintext
    }
}

/// Whether a plaintext's start could be any of the things [`content::judge`] knows.
fn may_be_known(start: &[u8]) -> bool {
    content::has_zlib_header(start)
        || matches!(
            start,
            [b'S', b'Q', ..] | [b'P', b'K', ..] | [b'R', b'I', ..]
        )
        || matches!(start, [0x89, b'P', ..] | [0xff, 0xd8, ..])
        || start
            .trim_ascii_start()
            .first()
            .is_some_and(|b| b"{[".contains(b))
}

/// Whether the tag over the whole file is right: the truth, at the price of reading everything.
fn tag_matches(file: &mut File, envelope: &Envelope, size: u64, key: &FileKey) -> io::Result<bool> {
    let mut stream = GcmStream::new(key, &envelope.iv);
    let end = scan::<Infallible>(
        file,
        envelope,
        size,
        &mut |piece| {
            stream.authenticate(piece);
            Ok(())
        },
        &mut |_| true,
        &mut |_| {},
    );
    match end {
        Ok(end) => {
            let tail = Tail::new(&end.tail, envelope.format);
            Ok(tail.verified_rest(&stream).is_some())
        }
        Err(ScanError::Read(error)) => Err(error),
        Err(ScanError::Cancelled) => Ok(false),
        Err(ScanError::Piece(never)) => match never {},
    }
}

impl CheckKeyError {
    pub(crate) fn io(path: &Path, source: io::Error) -> Self {
        OpenBackupError::io(path, source).into()
    }
}

impl From<OpenBackupError> for CheckKeyError {
    fn from(error: OpenBackupError) -> Self {
        match error {
            OpenBackupError::NotABackup => Self::NotABackup,
            OpenBackupError::NotEncrypted { format } => Self::NotEncrypted { format },
            OpenBackupError::Damaged => Self::Damaged,
            OpenBackupError::UnknownVersion { found } => Self::UnknownVersion { found },
            OpenBackupError::WrongKindOfKey { needed } => Self::WrongKindOfKey { needed },
            OpenBackupError::Permission { path } => Self::Permission { path },
            OpenBackupError::Io { path, source } => Self::Io { path, source },
        }
    }
}
