//! Who signs: a public key with a name, as a file to hand on, or as a fingerprint to compare by eye.
//!
//! Keys are COSE (RFC 9052, 7): ECDSA on P-256 (-7) and Ed25519 (-8).

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use ed25519_dalek::Verifier as _;
use serde::{Deserialize, Serialize};
use serde_cbor_2::Value;
use sha2::{Digest, Sha256};

use crate::error::ReadSignerError;

const VERSION: u64 = 1;
/// Bytes of a fingerprint.
const FINGERPRINT: usize = 20;

/// Whom a signature is expected from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Expected {
    /// This key.
    Signer(Signer),
    /// The key with this fingerprint, as [`Signer::fingerprint`] writes it.
    Fingerprint(String),
}

impl Expected {
    /// Reads what `--signer` takes: the content of a signer's file, or a fingerprint.
    ///
    /// # Errors
    /// [`ReadSignerError`].
    pub fn read(text: &str) -> Result<Self, ReadSignerError> {
        match fingerprint_typed(text) {
            Some(fingerprint) => Ok(Self::Fingerprint(fingerprint)),
            None => Signer::read(text).map(Self::Signer),
        }
    }

    /// The fingerprint that is expected.
    #[must_use]
    pub fn fingerprint(&self) -> String {
        match self {
            Self::Signer(signer) => signer.fingerprint(),
            Self::Fingerprint(fingerprint) => fingerprint.clone(),
        }
    }
}

/// A public key that signs, with its owner's name for it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Signer {
    /// The name.
    pub name: String,
    /// Where its private half is: `security_key`, `tpm`, `software`.
    pub kind: String,
    /// The public key, COSE.
    pub public_key: Vec<u8>,
}

/// A signer's file.
#[derive(Serialize, Deserialize)]
struct Stored {
    version: u64,
    name: String,
    kind: String,
    algorithm: i64,
    public_key: String,
    rp_id: String,
    fingerprint: String,
}

impl Signer {
    /// Reads a signer's file.
    ///
    /// # Errors
    /// [`ReadSignerError`].
    pub fn read(text: &str) -> Result<Self, ReadSignerError> {
        let value: serde_json::Value =
            serde_json::from_str(text).map_err(|_| ReadSignerError::NotASigner)?;
        match value.get("version").and_then(serde_json::Value::as_u64) {
            Some(VERSION) => {}
            Some(found) if found > VERSION => {
                return Err(ReadSignerError::UnknownVersion { found });
            }
            _ => return Err(ReadSignerError::NotASigner),
        }
        let stored: Stored =
            serde_json::from_value(value).map_err(|_| ReadSignerError::NotASigner)?;
        let public_key = STANDARD.decode(&stored.public_key);
        let signer = Self {
            name: stored.name,
            kind: stored.kind,
            public_key: public_key.map_err(|_| ReadSignerError::NotASigner)?,
        };
        let key = Key::read(&signer.public_key).ok_or(ReadSignerError::NotASigner)?;
        if key.algorithm() != stored.algorithm {
            return Err(ReadSignerError::NotASigner);
        }
        match signer.fingerprint() == stored.fingerprint {
            true => Ok(signer),
            false => Err(ReadSignerError::OtherFingerprint),
        }
    }

    /// The signer's file.
    #[must_use]
    pub fn to_file(&self) -> String {
        let key = Key::read(&self.public_key);
        let stored = Stored {
            version: VERSION,
            name: self.name.clone(),
            kind: self.kind.clone(),
            algorithm: key.map_or(0, |key| key.algorithm()),
            public_key: STANDARD.encode(&self.public_key),
            rp_id: crate::signature::RP_ID.to_owned(),
            fingerprint: self.fingerprint(),
        };
        let text = serde_json::to_string_pretty(&stored).unwrap_or_default();
        text + "\n"
    }

    /// What people compare: the first 160 bits of SHA-256 of the key, in groups of four.
    #[must_use]
    pub fn fingerprint(&self) -> String {
        fingerprint(&self.public_key)
    }
}

pub(crate) fn fingerprint(public_key: &[u8]) -> String {
    let hash = Sha256::digest(public_key);
    let digits = hex::encode(hash.get(..FINGERPRINT).unwrap_or_default());
    grouped(&digits)
}

fn grouped(digits: &str) -> String {
    let letters: Vec<char> = digits.chars().collect();
    let groups: Vec<String> = letters
        .chunks(4)
        .map(|group| group.iter().collect())
        .collect();
    groups.join(" ")
}

/// A fingerprint as somebody types it: with or without its spaces, in any case.
fn fingerprint_typed(text: &str) -> Option<String> {
    let digits: String = text
        .chars()
        .filter(|letter| !letter.is_whitespace())
        .collect();
    let digits = digits.to_ascii_lowercase();
    let right = digits.len() == 2 * FINGERPRINT && digits.bytes().all(|b| b.is_ascii_hexdigit());
    right.then(|| grouped(&digits))
}

/// A public key that can check a signature.
pub(crate) enum Key {
    P256(p256::ecdsa::VerifyingKey),
    Ed25519(ed25519_dalek::VerifyingKey),
}

impl Key {
    /// Reads a COSE key; `None` for any other kind, and for a point that is none.
    pub(crate) fn read(cose: &[u8]) -> Option<Self> {
        let Value::Map(fields) = serde_cbor_2::from_slice(cose).ok()? else {
            return None;
        };
        let number = |label: i128| match fields.get(&Value::Integer(label)) {
            Some(Value::Integer(number)) => Some(*number),
            _ => None,
        };
        let bytes = |label: i128| match fields.get(&Value::Integer(label)) {
            Some(Value::Bytes(bytes)) => <[u8; 32]>::try_from(bytes.as_slice()).ok(),
            _ => None,
        };
        // 1: kty, 3: alg, -1: crv, -2: x, -3: y (RFC 9053, 7)
        match (number(1)?, number(3)?, number(-1)?) {
            (2, -7, 1) => {
                let mut point = vec![4];
                point.extend(bytes(-2)?);
                point.extend(bytes(-3)?);
                let key = p256::ecdsa::VerifyingKey::from_sec1_bytes(&point).ok()?;
                Some(Self::P256(key))
            }
            (1, -8, 6) => {
                let key = ed25519_dalek::VerifyingKey::from_bytes(&bytes(-2)?).ok()?;
                Some(Self::Ed25519(key))
            }
            _ => None,
        }
    }

    /// The COSE number of its algorithm.
    pub(crate) fn algorithm(&self) -> i64 {
        match self {
            Self::P256(_) => -7,
            Self::Ed25519(_) => -8,
        }
    }

    /// Whether this is its signature of these bytes; ECDSA in DER.
    pub(crate) fn has_signed(&self, bytes: &[u8], signature: &[u8]) -> bool {
        match self {
            Self::P256(key) => p256::ecdsa::Signature::from_der(signature)
                .is_ok_and(|signature| key.verify(bytes, &signature).is_ok()),
            Self::Ed25519(key) => ed25519_dalek::Signature::from_slice(signature)
                .is_ok_and(|signature| key.verify_strict(bytes, &signature).is_ok()),
        }
    }
}
