//! Decrypts a backup, streaming, and gives the plaintext out only once its tag has matched. The verdicts
//! are the table of `docs/backup-format.md` 9, to the letter.

mod beside;
pub(crate) mod open;
mod publish;
mod unpack;

pub use publish::decrypt_to_file;

use crate::content::{self, Content, Packing};
use crate::format::{Checksum, Format, Secret};
use crate::gcm::{FileKey, GcmStream, MAX_CIPHERTEXT};
use crate::key::BackupKey;
use crate::layout::{Tail, checksum_after_tag, checksum_before_key};
use crate::probe::{FirstBlock, require_kind};
use crate::scan::{ScanError, scan};
use beside::{Stopped, unpack_beside};
use open::{OpenBackup, OpenBackupError, open_backup};
use sha2::{Digest, Sha256};
use std::convert::Infallible;
use std::io::{self, Write};
use std::ops::ControlFlow;
use std::path::{Path, PathBuf};
use unpack::{Bounds, UnpackError, Unpacker};

/// How far a decryption may go.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Limits {
    /// The most plaintext bytes that are written; 1100 times the input is a second bound of its own.
    pub max_size: u64,
    /// The bytes free where the plaintext goes, when the caller knows.
    pub free_space: Option<u64>,
}

impl Default for Limits {
    fn default() -> Self {
        Self {
            max_size: 64 << 30,
            free_space: None,
        }
    }
}

/// How far a decryption has come, in bytes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct DecryptProgress {
    /// Bytes of the backup read.
    pub read: u64,
    /// Bytes of the backup altogether.
    pub total: u64,
    /// Bytes of plaintext written.
    pub written: u64,
}

/// A writer whose content was authenticated: the only way it leaves [`decrypt`].
#[derive(Debug)]
pub struct Verified<W> {
    /// The writer that was given, flushed.
    pub inner: W,
    /// What was found.
    pub report: DecryptReport,
}

/// What a decryption found.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub struct DecryptReport {
    /// Bytes of plaintext.
    pub plaintext_bytes: u64,
    /// Authenticated bytes after the end of the compressed stream, which are not part of the plaintext.
    pub trailing_bytes: u64,
    /// The file's own checksum. [`Checksum::Mismatch`] with a right tag: the content is whole, the checksum
    /// itself is damaged.
    pub checksum: Checksum,
    /// What the plaintext is.
    pub content: Content,
    /// SHA-256 of the backup file.
    pub sha256: [u8; 32],
}

/// What is known of the key when a backup is damaged.
#[derive(Debug, Clone, Copy, PartialEq, Eq, serde::Serialize)]
#[serde(rename_all = "snake_case")]
pub enum KeyVerdict {
    /// The key is right; this copy is not whole.
    Fits,
    /// The key cannot be judged on this copy.
    Unknown,
}

/// Why a backup was not decrypted.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum DecryptError {
    /// The file is whole, and this is not its key.
    #[error("wrong key")]
    WrongKey,
    /// The key does not open it, and nothing tells whether the file is whole.
    #[error("wrong key or damaged backup")]
    WrongKeyOrDamaged,
    /// The file is not the one that was written.
    #[error("the backup is damaged")]
    Damaged {
        /// What is known of the key.
        key: KeyVerdict,
        /// Where the damage shows first, in bytes from the start of the file, when it can be told.
        at: Option<u64>,
    },
    /// The key is of another kind than this backup needs.
    #[error("wrong kind of key, needs {}", needed.as_str())]
    WrongKindOfKey {
        /// [`Secret::DeviceKey`] or [`Secret::Digits`].
        needed: Secret,
    },
    /// The bytes are no backup.
    #[error("not a backup")]
    NotABackup,
    /// The file is not encrypted.
    #[error("not encrypted: {}", format.as_str())]
    NotEncrypted {
        /// What the file is.
        format: Format,
    },
    /// The header is of a version this program does not know.
    #[error("unknown backup version: {found}")]
    UnknownVersion {
        /// What the header says, safe to show.
        found: String,
    },
    /// The plaintext, or the backup itself, is larger than allowed.
    #[error("larger than {limit} bytes")]
    TooLarge {
        /// The bound that was met, in bytes.
        limit: u64,
    },
    /// The plaintext does not fit where it goes.
    #[error("not enough space, about {needed} bytes needed")]
    NoSpace {
        /// About how many bytes are needed altogether.
        needed: u64,
    },
    /// There is already something where the output should go; it was not touched.
    #[error("the output already exists")]
    AlreadyExists {
        /// The output.
        path: PathBuf,
    },
    /// The person may not read or write there.
    #[error("no permission")]
    Permission {
        /// The backup or the output.
        path: PathBuf,
    },
    /// Reading the backup or writing the output failed.
    #[error("reading or writing failed")]
    Io {
        /// The backup or the output.
        path: PathBuf,
        /// What the system said.
        source: io::Error,
    },
    /// The writer that was given failed.
    #[error("writing failed")]
    Write {
        /// What it said.
        source: io::Error,
    },
    /// The caller cancelled.
    #[error("cancelled")]
    Cancelled,
}

/// Decrypts a backup into a writer, with bounded memory whatever the size.
///
/// The writer gets bytes before they are authenticated, so it must keep them to itself; it is handed back,
/// inside [`Verified`], only when the tag has matched, and dropped otherwise. A wrong key is refused before
/// a byte is written. Unpacking and writing happen on a second thread. `on_progress` is called about every 256 KiB;
/// `Break` cancels.
///
/// # Errors
/// [`DecryptError`]: the verdicts are those of `docs/backup-format.md` 9.
pub fn decrypt<W: Write + Send>(
    backup: &Path,
    key: &BackupKey,
    into: W,
    limits: &Limits,
    on_progress: &mut dyn FnMut(DecryptProgress) -> ControlFlow<()>,
) -> Result<Verified<W>, DecryptError> {
    let mut opened = open_backup(backup)?;
    require_kind(&opened.envelope, key)?;
    let ciphertext = opened.size - opened.envelope.data_start;
    if ciphertext > MAX_CIPHERTEXT {
        let limit = MAX_CIPHERTEXT;
        return Err(DecryptError::TooLarge { limit });
    }
    let file_key = key.file_key();
    let first = FirstBlock::read(&mut opened).map_err(|e| DecryptError::io(backup, e))?;
    let judged = match first.judge(&file_key) {
        Some(judged) => judged,
        None => {
            let rest = prove_by_tag(backup, &mut opened, &file_key, on_progress)?;
            content::judge_proved(&first.plaintext_with(&rest, &file_key))
        }
    };
    if limits.free_space.is_some_and(|free| ciphertext > free) {
        let needed = ciphertext;
        return Err(DecryptError::NoSpace { needed });
    }
    let job = Job {
        backup,
        opened,
        judged,
    };
    job.run(&file_key, into, limits, on_progress)
}

/// The first block opened to nothing known: only the tag can still prove the key right. Gives the ciphertext
/// that stands in the tail. Otherwise the file's checksum names the cause.
fn prove_by_tag(
    backup: &Path,
    opened: &mut OpenBackup,
    key: &FileKey,
    on_progress: &mut dyn FnMut(DecryptProgress) -> ControlFlow<()>,
) -> Result<Vec<u8>, DecryptError> {
    let OpenBackup {
        file,
        size,
        envelope,
    } = opened;
    let mut stream = GcmStream::new(key, &envelope.iv);
    let total = *size;
    let end = scan::<Infallible>(
        file,
        envelope,
        total,
        &mut |piece| {
            stream.authenticate(piece);
            Ok(())
        },
        &mut |read| {
            let written = 0;
            on_progress(DecryptProgress {
                read,
                total,
                written,
            })
            .is_continue()
        },
        &mut |_| {},
    );
    let end = end.map_err(|error| match error {
        ScanError::Read(source) => DecryptError::io(backup, source),
        ScanError::Cancelled => DecryptError::Cancelled,
        ScanError::Piece(never) => match never {},
    })?;
    let tail = Tail::new(&end.tail, envelope.format);
    if let Some((rest, _)) = tail.verified_rest(&stream) {
        return Ok(rest.to_vec());
    }
    let certain = envelope.words.checksum_certain;
    Err(match checksum_before_key(end.checksum_matches, certain) {
        Checksum::Ok => DecryptError::WrongKey,
        Checksum::Mismatch => DecryptError::Damaged {
            key: KeyVerdict::Unknown,
            at: None,
        },
        Checksum::Absent => DecryptError::WrongKeyOrDamaged,
    })
}

/// A decryption whose key is known to be right.
struct Job<'a> {
    backup: &'a Path,
    opened: OpenBackup,
    judged: (Packing, Content),
}

impl Job<'_> {
    fn run<W: Write + Send>(
        mut self,
        key: &FileKey,
        into: W,
        limits: &Limits,
        on_progress: &mut dyn FnMut(DecryptProgress) -> ControlFlow<()>,
    ) -> Result<Verified<W>, DecryptError> {
        let (packing, content) = self.judged;
        let (size, envelope) = (self.opened.size, &self.opened.envelope);
        let mut stream = GcmStream::new(key, &envelope.iv);
        let mut whole = Sha256::new();
        let unpacker = Unpacker::new(into, packing, Bounds::new(limits, size));
        let file = &mut self.opened.file;
        let (end, unpacked) = unpack_beside(unpacker, |pieces| {
            scan(
                file,
                envelope,
                size,
                &mut |piece| {
                    stream.authenticate(piece);
                    stream.apply_keystream(piece);
                    pieces.push(piece)
                },
                &mut |read| {
                    on_progress(DecryptProgress {
                        read,
                        total: size,
                        written: pieces.written(),
                    })
                    .is_continue()
                },
                &mut |bytes| whole.update(bytes),
            )
        })
        .map_err(|source| DecryptError::io(self.backup, source))?;
        if let Err(ScanError::Cancelled) = end {
            return Err(DecryptError::Cancelled);
        }
        let broken = |error| DecryptError::unpack(error, envelope.data_start);
        let mut unpacker = unpacked.map_err(broken)?;
        let end = end.map_err(|error| match error {
            ScanError::Read(source) => DecryptError::io(self.backup, source),
            ScanError::Cancelled => DecryptError::Cancelled,
            // Only an unpacking that failed stops.
            ScanError::Piece(Stopped) => DecryptError::Damaged {
                key: KeyVerdict::Fits,
                at: None,
            },
        })?;
        let tail = Tail::new(&end.tail, envelope.format);
        let Some((rest, distance)) = tail.verified_rest(&stream) else {
            return Err(DecryptError::Damaged {
                key: KeyVerdict::Fits,
                at: None,
            });
        };
        let mut rest = rest.to_vec();
        stream.apply_keystream(&mut rest);
        let unpacked = unpacker.push(&rest).and_then(|()| unpacker.finish());
        let unpacked = unpacked.map_err(broken)?;
        let certain = envelope.words.checksum_certain;
        Ok(Verified {
            inner: unpacked.into,
            report: DecryptReport {
                plaintext_bytes: unpacked.written,
                trailing_bytes: unpacked.trailing,
                checksum: checksum_after_tag(end.checksum_matches, certain, distance),
                content,
                sha256: whole.finalize().into(),
            },
        })
    }
}

impl DecryptError {
    fn io(path: &Path, source: io::Error) -> Self {
        OpenBackupError::io(path, source).into()
    }

    fn unpack(error: UnpackError, data_start: u64) -> Self {
        match error {
            UnpackError::Broken { at } => Self::Damaged {
                key: KeyVerdict::Fits,
                at: Some(data_start + at),
            },
            UnpackError::TooLarge { limit } => Self::TooLarge { limit },
            UnpackError::NoSpace { needed } => Self::NoSpace { needed },
            UnpackError::Write(source) => Self::Write { source },
        }
    }
}

impl From<OpenBackupError> for DecryptError {
    fn from(error: OpenBackupError) -> Self {
        match error {
            OpenBackupError::NotABackup => Self::NotABackup,
            OpenBackupError::NotEncrypted { format } => Self::NotEncrypted { format },
            OpenBackupError::Damaged => Self::Damaged {
                key: KeyVerdict::Unknown,
                at: Some(0),
            },
            OpenBackupError::UnknownVersion { found } => Self::UnknownVersion { found },
            OpenBackupError::WrongKindOfKey { needed } => Self::WrongKindOfKey { needed },
            OpenBackupError::Permission { path } => Self::Permission { path },
            OpenBackupError::Io { path, source } => Self::Io { path, source },
        }
    }
}
