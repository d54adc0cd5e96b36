//! One media file of a cloud download, `<64 hex digits>.mcrypt1` (`docs/backup-format.md` 11).
//!
//! No public file shows this format, so nothing is believed that was not proved: by a tag at the end, by the SHA-256 that
//! the chat database has of the plain file, or, marked as unverified, by the first bytes of a known kind of media.

mod magic;
pub(crate) mod metadata;

pub use metadata::{CloudMetadata, CloudMetadataError, read_cloud_metadata};

use crate::gcm::{FileKey, GcmStream, MAX_CIPHERTEXT, TAG};
use crate::key::RootKey;
use hkdf::Hkdf;
use sha2::{Digest, Sha256};
use std::io::{self, Read, Seek, SeekFrom, Write};
use std::ops::ControlFlow;
use zeroize::Zeroizing;

/// How such a file's name ends.
const EXTENSION: &str = ".mcrypt1";
/// Bytes read at a time.
const PIECE: usize = 128 * 1024;
/// Bytes at the start that tell a kind of media.
const HEAD: usize = 64;
/// The tag's length as a file's.
const TAG_BYTES: u64 = TAG as u64;

/// The 32 bytes that a file of a cloud download has for a name: its key is derived from them.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct CloudMediaName([u8; 32]);

impl CloudMediaName {
    /// Reads a file's name, without its folder: 64 hexadecimal digits and `.mcrypt1`, in any case.
    #[must_use]
    pub fn from_file_name(name: &str) -> Option<Self> {
        let lower = name.to_ascii_lowercase();
        Self::from_digits(lower.strip_suffix(EXTENSION)?)
    }

    pub(crate) fn bytes(&self) -> &[u8; 32] {
        &self.0
    }

    fn from_digits(digits: &str) -> Option<Self> {
        let digits: &[u8; 64] = digits.as_bytes().try_into().ok()?;
        let mut name = [0; 32];
        for (byte, pair) in name.iter_mut().zip(digits.as_chunks::<2>().0) {
            let [high, low] = pair.map(|digit| char::from(digit).to_digit(16));
            *byte = u8::try_from(high? << 4 | low?).ok()?;
        }
        Some(Self(name))
    }
}

/// What is known of the plain file before it is decrypted: the words of the message that carries it.
#[derive(Debug, Clone, Copy, Default)]
pub struct ExpectedMedia<'a> {
    /// Media type, for example `image/jpeg`.
    pub mime: Option<&'a str>,
    /// Bytes.
    pub size: Option<u64>,
    /// SHA-256.
    pub sha256: Option<[u8; 32]>,
}

/// A writer whose content was proved: by the tag of the file, or by the SHA-256 that was expected.
#[derive(Debug)]
pub struct VerifiedMedia<W> {
    /// The writer that was given, flushed.
    pub inner: W,
    /// Bytes written.
    pub bytes: u64,
}

/// A writer whose content begins as media of the expected kind do, and whose rest nothing proves.
#[derive(Debug)]
pub struct UnverifiedMedia<W> {
    /// The writer that was given, flushed.
    pub inner: W,
    /// Bytes written.
    pub bytes: u64,
}

/// A decrypted file of a cloud download.
#[derive(Debug)]
pub enum CloudMedia<W> {
    /// Its content was proved.
    Verified(VerifiedMedia<W>),
    /// It only looks right.
    Unverified(UnverifiedMedia<W>),
}

/// What one reading of a file under a key shows, without keeping any of its content.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct CloudMediaLook {
    /// Bytes of the file.
    pub size: u64,
    /// Its last 16 bytes are the GCM tag over those before.
    pub tag_matches: bool,
    /// SHA-256 of everything decrypted but the last 16 bytes; `None` for files that have no room for a tag.
    pub sha256_before_tag: Option<[u8; 32]>,
    /// SHA-256 of everything decrypted.
    pub sha256_whole: [u8; 32],
    /// It begins as media of a known kind do.
    pub known_kind: bool,
}

impl CloudMediaLook {
    /// Whether the plain file with this SHA-256 is in it, with a tag or without.
    #[must_use]
    pub fn holds(&self, sha256: &[u8; 32]) -> bool {
        self.sha256_before_tag.as_ref() == Some(sha256) || self.sha256_whole == *sha256
    }
}

/// Why a file of a cloud download was not decrypted.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum CloudMediaError {
    /// Neither tag nor content show that key and name are right.
    #[error("wrong key, wrong name or damaged file")]
    WrongKeyOrDamaged,
    /// The file is larger than allowed.
    #[error("larger than {limit} bytes")]
    TooLarge {
        /// The bound that was met, in bytes.
        limit: u64,
    },
    /// The caller asked to stop.
    #[error("cancelled")]
    Cancelled,
    /// Reading failed, or the file changed meanwhile.
    #[error("reading the file failed")]
    Read {
        /// What the system said.
        source: io::Error,
    },
    /// Writing the plaintext failed.
    #[error("writing the plaintext failed")]
    Write {
        /// What the writer said.
        source: io::Error,
    },
}

/// Takes a piece of a file, and the place where it begins.
type OnPiece<'a> = &'a mut dyn FnMut(u64, &mut [u8]) -> Result<(), CloudMediaError>;

/// How far it is: bytes read.
pub type OnRead<'a> = &'a mut dyn FnMut(u64) -> ControlFlow<()>;

/// Reads a file once under a key: for finding out which message it belongs to. Takes constant memory.
///
/// # Errors
/// [`CloudMediaError`], never `WrongKeyOrDamaged` or `Write`.
pub fn look_at_cloud_media(
    file: &mut (impl Read + Seek),
    name: &CloudMediaName,
    root: &RootKey,
    on_read: OnRead<'_>,
) -> Result<CloudMediaLook, CloudMediaError> {
    examine(file, name, root, None, on_read)
}

/// Decrypts a file of at most `max_size` bytes. It is read twice: nothing is written before it is known what it is.
///
/// # Errors
/// [`CloudMediaError`]; what was written until then is not to be used.
pub fn decrypt_cloud_media<W: Write>(
    file: &mut (impl Read + Seek),
    name: &CloudMediaName,
    root: &RootKey,
    expected: &ExpectedMedia<'_>,
    max_size: u64,
    mut into: W,
) -> Result<CloudMedia<W>, CloudMediaError> {
    let size = size_of(file)?;
    if size > max_size {
        return Err(CloudMediaError::TooLarge { limit: max_size });
    }
    let look = examine(file, name, root, expected.mime, &mut |_| {
        ControlFlow::Continue(())
    })?;
    let (verified, bytes) = judge(&look, expected)?;
    let sha256 = match look.sha256_before_tag {
        Some(before_tag) if bytes < look.size => before_tag,
        _ => look.sha256_whole,
    };
    let written = write_plain(file, name, root, bytes, &mut into)?;
    // The file is the person's and may have changed between the two readings.
    if written != sha256 {
        return Err(CloudMediaError::WrongKeyOrDamaged);
    }
    into.flush()
        .map_err(|source| CloudMediaError::Write { source })?;
    let inner = into;
    Ok(match verified {
        true => CloudMedia::Verified(VerifiedMedia { inner, bytes }),
        false => CloudMedia::Unverified(UnverifiedMedia { inner, bytes }),
    })
}

/// Whether the content is proved, and how many of its bytes are the plain file.
fn judge(
    look: &CloudMediaLook,
    expected: &ExpectedMedia<'_>,
) -> Result<(bool, u64), CloudMediaError> {
    let before_tag = look.size.saturating_sub(TAG_BYTES);
    // The tag proves key and name, not that this is the file that the message means.
    if expected.sha256.is_some() {
        return if expected.sha256 == look.sha256_before_tag {
            Ok((true, before_tag))
        } else if expected.sha256 == Some(look.sha256_whole) {
            Ok((true, look.size))
        } else {
            Err(CloudMediaError::WrongKeyOrDamaged)
        };
    }
    if look.tag_matches {
        return Ok((true, before_tag));
    }
    if !look.known_kind {
        return Err(CloudMediaError::WrongKeyOrDamaged);
    }
    // Sixteen bytes more than the message says: a tag that does not match, and no part of the picture.
    let has_tag = look.sha256_before_tag.is_some() && expected.size == Some(before_tag);
    Ok((false, if has_tag { before_tag } else { look.size }))
}

fn examine(
    file: &mut (impl Read + Seek),
    name: &CloudMediaName,
    root: &RootKey,
    mime: Option<&str>,
    on_read: OnRead<'_>,
) -> Result<CloudMediaLook, CloudMediaError> {
    let size = size_of(file)?;
    let body = size.checked_sub(TAG_BYTES).filter(|body| *body > 0);
    let mut stream = start(name, root);
    let (mut digest, mut before_tag) = (Sha256::new(), None);
    let (mut head, mut tag) = (Zeroizing::new(Vec::new()), Vec::new());
    pieces(file, size, on_read, &mut |at, piece| {
        // The part of this piece that lies before the tag, if there is one.
        let inside = body.map_or(piece.len(), |body| {
            usize::try_from(body.saturating_sub(at)).map_or(piece.len(), |n| n.min(piece.len()))
        });
        let (content, end) = piece.split_at_mut(inside);
        stream.authenticate(content);
        tag.extend_from_slice(end);
        stream.apply_keystream(content);
        digest.update(&*content);
        if !end.is_empty() {
            before_tag.get_or_insert_with(|| digest.clone().finalize().into());
            stream.apply_keystream(end);
            digest.update(&*end);
        }
        let wanted = HEAD.saturating_sub(head.len()).min(piece.len());
        head.extend_from_slice(&piece[..wanted]);
        Ok(())
    })?;
    Ok(CloudMediaLook {
        size,
        tag_matches: body.is_some() && stream.matches(&[], &tag),
        sha256_before_tag: before_tag,
        sha256_whole: digest.finalize().into(),
        known_kind: magic::is_known(&head, mime),
    })
}

/// Writes the first `bytes` of the plaintext; gives their SHA-256.
fn write_plain(
    file: &mut (impl Read + Seek),
    name: &CloudMediaName,
    root: &RootKey,
    bytes: u64,
    into: &mut impl Write,
) -> Result<[u8; 32], CloudMediaError> {
    let mut stream = start(name, root);
    let mut digest = Sha256::new();
    let go_on = &mut |_| ControlFlow::Continue(());
    pieces(file, bytes, go_on, &mut |_, piece| {
        stream.apply_keystream(piece);
        digest.update(&*piece);
        into.write_all(piece)
            .map_err(|source| CloudMediaError::Write { source })
    })?;
    Ok(digest.finalize().into())
}

/// Gives the first `size` bytes of a file piece by piece, with the place where each begins.
fn pieces(
    file: &mut (impl Read + Seek),
    size: u64,
    on_read: OnRead<'_>,
    each: OnPiece<'_>,
) -> Result<(), CloudMediaError> {
    let failed = |source| CloudMediaError::Read { source };
    file.seek(SeekFrom::Start(0)).map_err(failed)?;
    let mut buffer = Zeroizing::new(vec![0; PIECE]);
    let mut at = 0;
    while at < size {
        if on_read(at).is_break() {
            return Err(CloudMediaError::Cancelled);
        }
        let left = usize::try_from(size - at).map_or(PIECE, |left| left.min(PIECE));
        let piece = &mut buffer[..left];
        file.read_exact(piece).map_err(failed)?;
        each(at, piece)?;
        at += left as u64;
    }
    Ok(())
}

fn size_of(file: &mut impl Seek) -> Result<u64, CloudMediaError> {
    let size = file
        .seek(SeekFrom::End(0))
        .map_err(|source| CloudMediaError::Read { source })?;
    if size > MAX_CIPHERTEXT {
        return Err(CloudMediaError::TooLarge {
            limit: MAX_CIPHERTEXT,
        });
    }
    Ok(size)
}

fn start(name: &CloudMediaName, root: &RootKey) -> GcmStream {
    let (key, iv) = derive_media_key(&name.0, &root.0);
    GcmStream::new(&key, &iv)
}

/// HKDF-SHA256 (RFC 5869) without salt over the root key, the name as info: key and IV (`docs/backup-format.md` 11.2).
pub(crate) fn derive_media_key(name: &[u8; 32], root: &[u8; 32]) -> (FileKey, [u8; 16]) {
    let mut bytes = Zeroizing::new([0; 48]);
    Hkdf::<Sha256>::new(None, root)
        .expand(name, &mut *bytes)
        .expect("HKDF-SHA256 gives up to 8160 bytes");
    let (mut key, mut iv) = (Zeroizing::new([0; 32]), [0; 16]);
    key.copy_from_slice(&bytes[..32]);
    iv.copy_from_slice(&bytes[32..]);
    (FileKey(key), iv)
}

#[cfg(test)]
mod tests;
