//! Key files (`docs/backup-format.md` 8.1 and 8.2): Java-serialised byte arrays checked literally, raw
//! bytes, text.

use super::digits::{self, DigitsProblem};
use super::{BackupKey, DeviceKey, ReadKeyError, RootKey};
use crate::header::CIPHER_VERSION;
use sha2::{Digest, Sha256};
use subtle::ConstantTimeEq;
use zeroize::Zeroizing;

/// A serialised Java `byte[]` up to its length: stream magic and version, array, class description of
/// `[B` with its serial number, flags, no fields, end of annotations, no superclass
/// (`docs/backup-format.md` 8.1). A big-endian 32-bit length and the bytes follow.
pub(crate) const JAVA_HEADER: [u8; 23] = [
    0xac, 0xed, 0x00, 0x05, 0x75, 0x72, 0x00, 0x02, 0x5b, 0x42, 0xac, 0xf3, 0x17, 0xf8, 0x06, 0x08,
    0x54, 0xe0, 0x02, 0x00, 0x00, 0x78, 0x70,
];

/// The first bytes of every serialised Java object.
const JAVA_MAGIC: [u8; 4] = [0xac, 0xed, 0x00, 0x05];

const ROOT_PAYLOAD: usize = 32;
const DEVICE_PAYLOAD: usize = 131;

/// What kind of key file some bytes are, for recognition without keeping the key.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum KeyFileKind {
    Root,
    Device,
    /// Begins like one and fails its own check.
    Damaged,
}

/// Recognises a key file by its bytes; the key read on the way is wiped.
pub(crate) fn recognise(bytes: &[u8]) -> Option<KeyFileKind> {
    match read(bytes) {
        Ok(BackupKey::Root(_)) => Some(KeyFileKind::Root),
        Ok(BackupKey::Device(_)) => Some(KeyFileKind::Device),
        Err(ReadKeyError::Damaged | ReadKeyError::UnknownVersion { .. }) => {
            Some(KeyFileKind::Damaged)
        }
        Err(_) => None,
    }
}

pub(super) fn read(bytes: &[u8]) -> Result<BackupKey, ReadKeyError> {
    if let Some(rest) = bytes.strip_prefix(&JAVA_HEADER) {
        return read_java(rest);
    }
    if let Some(rest) = bytes.strip_prefix(&JAVA_MAGIC) {
        // The other Java file of the app holds numbers behind a password; it begins with plain data.
        return Err(match rest.first() {
            Some(0x77) => ReadKeyError::PasswordFile,
            _ => ReadKeyError::NotAKey,
        });
    }
    if let Ok(payload) = <[u8; DEVICE_PAYLOAD]>::try_from(bytes)
        && payload.starts_with(&CIPHER_VERSION)
    {
        return read_device(&payload);
    }
    let text = digits::decode_text(bytes);
    let text = text.as_ref().map(|text| text.as_str());
    if let (Ok(root), false) = (<[u8; 32]>::try_from(bytes), text.is_some_and(is_half_a_key)) {
        return Ok(BackupKey::Root(RootKey(root)));
    }
    read_text(text.ok_or(ReadKeyError::NotAKey)?)
}

/// Whether 32 bytes are rather half of the 64 digits as text than a raw key.
fn is_half_a_key(text: &str) -> bool {
    let variety = (b'0'..=b'f').filter(|byte| text.as_bytes().contains(byte));
    text.bytes().all(|byte| byte.is_ascii_hexdigit()) && variety.count() >= 6
}

fn read_java(rest: &[u8]) -> Result<BackupKey, ReadKeyError> {
    let (length, payload) = rest.split_first_chunk::<4>().ok_or(ReadKeyError::Damaged)?;
    let length = u32::from_be_bytes(*length) as usize;
    if length != ROOT_PAYLOAD && length != DEVICE_PAYLOAD {
        let found = format!("{length} bytes");
        return Err(ReadKeyError::UnknownVersion { found });
    }
    let payload = payload.get(..length).ok_or(ReadKeyError::Damaged)?;
    if let Ok(root) = <[u8; ROOT_PAYLOAD]>::try_from(payload) {
        return Ok(BackupKey::Root(RootKey(root)));
    }
    let payload = payload.try_into().map_err(|_| ReadKeyError::Damaged)?;
    read_device(payload)
}

/// The payload of the `key` file: version 2, key version 1, server salt 32, google id salt 16, its SHA-256
/// 32, zeros 16, key 32 (`docs/backup-format.md` 8.1).
fn read_device(payload: &[u8; DEVICE_PAYLOAD]) -> Result<BackupKey, ReadKeyError> {
    let (version, id_salt) = (&payload[..2], &payload[35..51]);
    let hash = &payload[51..83];
    if !bool::from(Sha256::digest(id_salt).as_slice().ct_eq(hash)) {
        return Err(ReadKeyError::Damaged);
    }
    if version != CIPHER_VERSION {
        let found = format!("cipher version {}.{}", version[0], version[1]);
        return Err(ReadKeyError::UnknownVersion { found });
    }
    Ok(BackupKey::Device(DeviceKey { payload: *payload }))
}

/// A text with the digits: alone, or on lines of their own among other words.
fn read_text(text: &str) -> Result<BackupKey, ReadKeyError> {
    let whole = match digits::parse(text) {
        Ok(root) => return Ok(BackupKey::Root(RootKey(*root))),
        Err(problem) => problem,
    };
    let mut lines = Zeroizing::new(String::with_capacity(text.len()));
    for line in text.lines() {
        let digits_only = digits::significant(line).all(|c| c.is_ascii_hexdigit());
        if digits_only {
            lines.push_str(line);
            lines.push('\n');
        }
    }
    if let Ok(root) = digits::parse(&lines) {
        return Ok(BackupKey::Root(RootKey(*root)));
    }
    // Prose is not a mistyped key: name a problem only where most of the text looks like digits.
    let mut counted = (0usize, 0usize);
    for character in digits::significant(text) {
        counted.0 += usize::from(character.is_ascii_hexdigit());
        counted.1 += 1;
    }
    let close = counted.1 <= 2 * digits::COUNT && counted.0 >= 16 && counted.0 * 4 >= counted.1 * 3;
    Err(if close {
        ReadKeyError::Digits(most_telling(whole, &lines))
    } else {
        ReadKeyError::NotAKey
    })
}

/// The problem of the lines that are digits, when there are such lines; else of the whole text.
fn most_telling(whole: DigitsProblem, lines: &str) -> DigitsProblem {
    match DigitsProblem::find(lines) {
        Some(problem) if digits::significant(lines).count() >= digits::COUNT / 2 => problem,
        _ => whole,
    }
}
