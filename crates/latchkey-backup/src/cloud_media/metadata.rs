//! The words that a cloud keeps beside a media file: its path and date, encrypted and authenticated
//! (`docs/backup-format.md` 11.3; reported, not verified).

use super::CloudMediaName;
use crate::key::RootKey;
use aes::Aes256;
use base64::Engine as _;
use base64::engine::{DecodePaddingMode, GeneralPurpose, GeneralPurposeConfig};
use cbc::cipher::block_padding::Pkcs7;
use cbc::cipher::{BlockModeDecrypt, KeyIvInit};
use hkdf::Hkdf;
use hmac::{Hmac, KeyInit, Mac};
use serde::Deserialize;
use sha2::Sha256;
use zeroize::Zeroizing;

/// Labels of the two keys.
pub(crate) const ENCRYPTION_LABEL: &[u8] = b"metadata encryption";
pub(crate) const AUTHENTICATION_LABEL: &[u8] = b"metadata authentication";

/// How the name of such a file ends.
const EXTENSION: &str = ".mcrypt1-metadata";
/// No metadata is longer, in bytes.
const LONGEST: usize = 64 * 1024;

/// Base64 with or without its padding.
const LENIENT: GeneralPurposeConfig =
    GeneralPurposeConfig::new().with_decode_padding_mode(DecodePaddingMode::Indifferent);
const STANDARD: GeneralPurpose = GeneralPurpose::new(&base64::alphabet::STANDARD, LENIENT);
const URL_SAFE: GeneralPurpose = GeneralPurpose::new(&base64::alphabet::URL_SAFE, LENIENT);

/// What a cloud says of a media file. Authentic, but a stranger's words all the same.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[non_exhaustive]
pub struct CloudMetadata {
    /// The file's path, relative to the app's folder. Never used as a path uncleaned.
    pub name: String,
    /// When it was last changed, as it is written there (ISO 8601).
    #[serde(rename = "updateTime", default)]
    pub updated: Option<String>,
}

/// Why metadata cannot be read.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum CloudMetadataError {
    /// The bytes are no metadata.
    #[error("not the metadata of a media file")]
    NotMetadata,
    /// The authentication fails: another key, or damage.
    #[error("wrong key or damaged metadata")]
    WrongKeyOrDamaged,
    /// Authentic, and no words that this version understands.
    #[error("metadata of an unknown form")]
    UnknownForm,
}

impl CloudMediaName {
    /// The media file that a metadata file belongs to, by its name: `<64 hex digits>.mcrypt1-metadata`.
    #[must_use]
    pub fn from_metadata_file_name(name: &str) -> Option<Self> {
        let lower = name.to_ascii_lowercase();
        Self::from_digits(lower.strip_suffix(EXTENSION)?)
    }
}

/// Reads the metadata of a media file: base64 text, as the cloud gives it.
///
/// # Errors
/// [`CloudMetadataError`].
pub fn read_cloud_metadata(
    text: &[u8],
    root: &RootKey,
) -> Result<CloudMetadata, CloudMetadataError> {
    let blob = decode(text).ok_or(CloudMetadataError::NotMetadata)?;
    let Parts { iv, mac, encrypted } = Parts::of(&blob).ok_or(CloudMetadataError::NotMetadata)?;
    let key = derive_metadata_key(&root.0, AUTHENTICATION_LABEL);
    let mut authentication =
        Hmac::<Sha256>::new_from_slice(&*key).expect("HMAC takes keys of any length");
    authentication.update(iv);
    authentication.update(encrypted);
    if authentication.verify_slice(mac).is_err() {
        return Err(CloudMetadataError::WrongKeyOrDamaged);
    }
    let key = derive_metadata_key(&root.0, ENCRYPTION_LABEL);
    let plain = cbc::Decryptor::<Aes256>::new((&*key).into(), iv.into())
        .decrypt_padded_vec::<Pkcs7>(encrypted)
        .map_err(|_| CloudMetadataError::UnknownForm)?;
    serde_json::from_slice(&plain).map_err(|_| CloudMetadataError::UnknownForm)
}

/// Metadata, taken apart: 0x10 ‖ IV ‖ 0x20 ‖ MAC ‖ ciphertext.
struct Parts<'a> {
    iv: &'a [u8; 16],
    mac: &'a [u8; 32],
    encrypted: &'a [u8],
}

impl<'a> Parts<'a> {
    fn of(blob: &'a [u8]) -> Option<Self> {
        let rest = blob.strip_prefix(&[0x10])?;
        let (iv, rest) = rest.split_first_chunk()?;
        let rest = rest.strip_prefix(&[0x20])?;
        let (mac, encrypted) = rest.split_first_chunk()?;
        (!encrypted.is_empty()).then_some(Self { iv, mac, encrypted })
    }
}

fn decode(text: &[u8]) -> Option<Vec<u8>> {
    let text = text.trim_ascii();
    if text.len() > LONGEST {
        return None;
    }
    STANDARD
        .decode(text)
        .or_else(|_| URL_SAFE.decode(text))
        .ok()
}

/// HKDF-SHA256 without salt over the root key (`docs/backup-format.md` 11.3).
pub(crate) fn derive_metadata_key(root: &[u8; 32], label: &[u8]) -> Zeroizing<[u8; 32]> {
    let mut key = Zeroizing::new([0; 32]);
    Hkdf::<Sha256>::new(None, root)
        .expand(label, &mut *key)
        .expect("HKDF-SHA256 gives up to 8160 bytes");
    key
}
