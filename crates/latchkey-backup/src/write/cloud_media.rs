//! Writes what a cloud download holds of media files, for the demo and the tests: the mirror of `cloud_media`. No real
//! file was ever seen, so this proves that reader and writer agree, and nothing about the app.

use crate::cloud_media::derive_media_key;
use crate::cloud_media::metadata::{AUTHENTICATION_LABEL, ENCRYPTION_LABEL, derive_metadata_key};
use crate::gcm::GcmStream;
use aes::Aes256;
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use cbc::cipher::block_padding::Pkcs7;
use cbc::cipher::{BlockModeEncrypt, KeyIvInit};
use hmac::{Hmac, KeyInit, Mac};
use sha2::{Digest, Sha256};
use std::fmt::Write as _;

/// How an encrypted media file ends; which of the two the app writes is unknown.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum CloudTail {
    /// With the 16-byte tag.
    Tag,
    /// With the last byte of ciphertext.
    Nothing,
}

/// The 64 digits that name the media file of `path` (`docs/backup-format.md` 11.1).
#[must_use]
pub fn cloud_media_digits(root: &[u8; 32], path: &str, md5: &[u8; 16]) -> String {
    let mut name = Hmac::<Sha256>::new_from_slice(root).expect("HMAC takes keys of any length");
    name.update(&Sha256::digest(path.as_bytes()));
    name.update(md5);
    let mut digits = String::with_capacity(64);
    for byte in name.finalize().into_bytes() {
        let _ = write!(digits, "{byte:02x}");
    }
    digits
}

/// The encrypted media file with this name; `None` unless `digits` are 64 hexadecimal digits.
#[must_use]
pub fn encrypt_cloud_media(
    root: &[u8; 32],
    digits: &str,
    plain: &[u8],
    tail: CloudTail,
) -> Option<Vec<u8>> {
    let name = crate::cloud_media::CloudMediaName::from_file_name(&format!("{digits}.mcrypt1"))?;
    let (key, iv) = derive_media_key(name.bytes(), root);
    let mut stream = GcmStream::new(&key, &iv);
    let mut bytes = plain.to_vec();
    stream.apply_keystream(&mut bytes);
    if tail == CloudTail::Tag {
        let tag = stream.tag_after(&bytes);
        bytes.extend(tag);
    }
    Some(bytes)
}

/// The metadata of a media file, as base64 text. `json` is its plaintext; never use an `iv` twice with the same key.
#[must_use]
pub fn encrypt_cloud_metadata(root: &[u8; 32], iv: &[u8; 16], json: &str) -> String {
    let key = derive_metadata_key(root, ENCRYPTION_LABEL);
    let encrypted = cbc::Encryptor::<Aes256>::new((&*key).into(), iv.into())
        .encrypt_padded_vec::<Pkcs7>(json.as_bytes());
    let key = derive_metadata_key(root, AUTHENTICATION_LABEL);
    let mut mac = Hmac::<Sha256>::new_from_slice(&*key).expect("HMAC takes keys of any length");
    mac.update(iv);
    mac.update(&encrypted);
    let mut blob = vec![0x10];
    blob.extend(iv);
    blob.push(0x20);
    blob.extend(mac.finalize().into_bytes());
    blob.extend(encrypted);
    STANDARD.encode(blob)
}
