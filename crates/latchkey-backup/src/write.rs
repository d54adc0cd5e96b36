//! Writes backups, for the demo and the tests only: a person's backup is never written to. What it writes is
//! what `docs/backup-format.md` describes, so that readers and writer prove each other.

mod cloud_media;
mod encode;
mod recipe;

pub use cloud_media::{CloudTail, cloud_media_digits, encrypt_cloud_media, encrypt_cloud_metadata};
pub use recipe::{DeviceKeyFields, HeaderFields, Pack, Recipe, Tail, migration_fields};

use crate::gcm::{FileKey, GcmStream, MAX_CIPHERTEXT};
use crate::key::derive_file_key;
use flate2::Compression;
use flate2::write::ZlibEncoder;
use md5::{Digest, Md5};
use std::io::{self, Read, Write};
use zeroize::Zeroizing;

/// Why a backup was not written.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum EncryptError {
    /// Reading the plaintext failed.
    #[error("reading the plaintext failed")]
    Read {
        /// What the source said.
        source: io::Error,
    },
    /// Writing the backup failed.
    #[error("writing the backup failed")]
    Write {
        /// What the writer said.
        source: io::Error,
    },
    /// The plaintext is longer than one IV may encrypt.
    #[error("the plaintext is too long")]
    TooLong,
}

/// Writes an end-to-end encrypted backup (crypt15) of everything `plaintext` gives; streams, so it may be
/// gigabytes. Gives the writer back, flushed.
///
/// # Errors
/// [`EncryptError`].
pub fn encrypt15<W: Write>(
    root: &[u8; 32],
    recipe: &Recipe,
    plaintext: impl Read,
    into: W,
) -> Result<W, EncryptError> {
    let header = encode::crypt15_header(recipe);
    encrypt(&derive_file_key(root), &header, recipe, plaintext, into)
}

/// Writes a backup under a device key with a protobuf header (crypt14); otherwise as [`encrypt15`].
///
/// # Errors
/// [`EncryptError`].
pub fn encrypt14<W: Write>(
    device: &DeviceKeyFields,
    recipe: &Recipe,
    plaintext: impl Read,
    into: W,
) -> Result<W, EncryptError> {
    let header = encode::crypt14_header(device, recipe);
    let key = FileKey(Zeroizing::new(device.key));
    encrypt(&key, &header, recipe, plaintext, into)
}

/// Writes a backup under a device key with the fixed header and footer (crypt12); otherwise as [`encrypt15`].
/// Of the header's words only the phone suffix has a place.
///
/// # Errors
/// [`EncryptError`].
pub fn encrypt12<W: Write>(
    device: &DeviceKeyFields,
    recipe: &Recipe,
    plaintext: impl Read,
    into: W,
) -> Result<W, EncryptError> {
    let header = encode::crypt12_header(device, recipe);
    let key = FileKey(Zeroizing::new(device.key));
    let mut into = encrypt(&key, &header, recipe, plaintext, into)?;
    let footer = encode::crypt12_footer(recipe);
    let written = into.write_all(&footer).and_then(|()| into.flush());
    written.map_err(|source| EncryptError::Write { source })?;
    Ok(into)
}

/// The root key as the app shows it: 16 groups of 4 digits, four groups a line.
#[must_use]
pub fn digits(root: &[u8; 32]) -> Zeroizing<String> {
    let mut text = Zeroizing::new(String::with_capacity(80));
    for (index, byte) in root.iter().enumerate() {
        text.push_str(match index {
            0 => "",
            _ if index % 8 == 0 => "\n",
            _ if index % 2 == 0 => " ",
            _ => "",
        });
        for digit in [byte >> 4, byte & 0x0f] {
            text.push(char::from_digit(u32::from(digit), 16).unwrap_or('0'));
        }
    }
    text
}

/// An `encrypted_backup.key` file with this root key (`docs/backup-format.md` 8.2).
#[must_use]
pub fn root_key_file(root: &[u8; 32]) -> Zeroizing<Vec<u8>> {
    encode::java_byte_array(root)
}

/// A `key` file with this device key (`docs/backup-format.md` 8.1).
#[must_use]
pub fn device_key_file(device: &DeviceKeyFields) -> Zeroizing<Vec<u8>> {
    encode::java_byte_array(&encode::device_payload(device))
}

fn encrypt<W: Write>(
    key: &FileKey,
    header: &[u8],
    recipe: &Recipe,
    mut plaintext: impl Read,
    into: W,
) -> Result<W, EncryptError> {
    let sealer = Sealer::start(key, header, recipe, into)?;
    match recipe.pack {
        Pack::Bare => {
            let mut sealer = sealer;
            copy(&mut plaintext, &mut sealer)?;
            sealer.finish(recipe)
        }
        Pack::Zlib(level) => {
            let mut zlib = ZlibEncoder::new(sealer, Compression::new(level.min(9)));
            copy(&mut plaintext, &mut zlib)?;
            let mut sealer = zlib.finish().map_err(write_error)?;
            sealer.write_all(&recipe.after_zlib).map_err(write_error)?;
            sealer.finish(recipe)
        }
    }
}

fn copy(plaintext: &mut impl Read, into: &mut impl Write) -> Result<(), EncryptError> {
    let mut piece = vec![0u8; 128 * 1024];
    loop {
        let count = match plaintext.read(&mut piece) {
            Ok(0) => return Ok(()),
            Ok(count) => count,
            Err(error) if error.kind() == io::ErrorKind::Interrupted => continue,
            Err(source) => return Err(EncryptError::Read { source }),
        };
        into.write_all(&piece[..count]).map_err(write_error)?;
    }
}

fn write_error(source: io::Error) -> EncryptError {
    if source.kind() == io::ErrorKind::FileTooLarge {
        EncryptError::TooLong
    } else {
        EncryptError::Write { source }
    }
}

/// Encrypts, authenticates and checksums whatever is written to it.
struct Sealer<W> {
    into: W,
    stream: GcmStream,
    digest: Md5,
    length: u64,
    piece: Vec<u8>,
}

impl<W: Write> Sealer<W> {
    fn start(
        key: &FileKey,
        header: &[u8],
        recipe: &Recipe,
        mut into: W,
    ) -> Result<Self, EncryptError> {
        into.write_all(header).map_err(write_error)?;
        Ok(Self {
            into,
            stream: GcmStream::new(key, &recipe.iv),
            digest: Md5::new().chain_update(header),
            length: 0,
            piece: Vec::new(),
        })
    }

    fn finish(mut self, recipe: &Recipe) -> Result<W, EncryptError> {
        let tag = self.stream.tag_after(&[]);
        self.digest.update(tag);
        let mut checksum: [u8; 16] = self.digest.finalize().into();
        let mut tail = tag.to_vec();
        match recipe.tail {
            Tail::TagAndMd5 => tail.extend(checksum),
            Tail::TagAndWrongMd5 => {
                checksum[0] ^= 0xff;
                tail.extend(checksum);
            }
            Tail::TagOnly => {}
        }
        self.into.write_all(&tail).map_err(write_error)?;
        self.into.flush().map_err(write_error)?;
        Ok(self.into)
    }
}

impl<W: Write> Write for Sealer<W> {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.length += bytes.len() as u64;
        if self.length > MAX_CIPHERTEXT {
            return Err(io::ErrorKind::FileTooLarge.into());
        }
        self.piece.clear();
        self.piece.extend_from_slice(bytes);
        self.stream.apply_keystream(&mut self.piece);
        self.stream.authenticate(&self.piece);
        self.digest.update(&self.piece);
        self.into.write_all(&self.piece)?;
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        self.into.flush()
    }
}
