//! The keyring's last line: an Ed25519 signature over every byte before it, and the fingerprint people compare.
//!
//! Raw bytes are signed, never a re-serialised document, so that any changed byte is refused (docs/keyring-format.md 3).

use std::fmt;

use base64::{Engine, prelude::BASE64_STANDARD};
use ed25519_dalek::{Signature, Signer, SigningKey, VerifyingKey};
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};
use subtle::ConstantTimeEq;

/// What the last line starts with.
const MARK: &[u8] = b"--- ";
/// Base64 of 64 bytes, padding included.
const SIGNATURE_CHARS: usize = 88;
/// Put before the public key when its fingerprint is taken (docs/keyring-format.md 3).
const FINGERPRINT_LABEL: &[u8] = b"latchkey keyring fingerprint v1\0";

/// Splits a keyring into the signed bytes and the signature; `None` if the last line is not one.
pub(crate) fn split(bytes: &[u8]) -> Option<(&[u8], Signature)> {
    let tail = MARK.len() + SIGNATURE_CHARS + 1;
    let (signed, last) = bytes.split_at(bytes.len().checked_sub(tail)?);
    let encoded = last.strip_prefix(MARK)?.strip_suffix(b"\n")?;
    if signed.last() != Some(&b'\n') {
        return None;
    }
    let raw: [u8; 64] = BASE64_STANDARD.decode(encoded).ok()?.try_into().ok()?;
    Some((signed, Signature::from_bytes(&raw)))
}

/// True if `signature` over `signed` was made by `public_key`.
pub(crate) fn verify(signed: &[u8], signature: &Signature, public_key: &[u8; 32]) -> bool {
    VerifyingKey::from_bytes(public_key)
        .is_ok_and(|key| key.verify_strict(signed, signature).is_ok())
}

/// Appends the signature line to `document`, which ends with a line feed.
pub(crate) fn sign(mut document: Vec<u8>, key: &SigningKey) -> Vec<u8> {
    let signature = key.sign(&document);
    document.extend_from_slice(MARK);
    document.extend_from_slice(BASE64_STANDARD.encode(signature.to_bytes()).as_bytes());
    document.push(b'\n');
    document
}

/// Short form of the key that signs a keyring, for people to compare: eight groups of four hex digits.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Fingerprint(String);

impl Fingerprint {
    /// First 16 bytes of SHA-256 over a label and the public key.
    pub(crate) fn of(public_key: &[u8; 32]) -> Self {
        let digest = Sha256::new()
            .chain_update(FINGERPRINT_LABEL)
            .chain_update(public_key)
            .finalize();
        let groups: Vec<String> = digest[..16].chunks(2).map(hex::encode).collect();
        Self(groups.join(" "))
    }

    /// The groups as one line.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// Whether this is what a person typed, whatever the case and the gaps; compared in constant time.
    #[must_use]
    pub fn is(&self, typed: &str) -> bool {
        let bare = |text: &str| -> String {
            let kept = text.chars().filter(char::is_ascii_alphanumeric);
            kept.map(|c| c.to_ascii_lowercase()).collect()
        };
        bare(&self.0)
            .as_bytes()
            .ct_eq(bare(typed).as_bytes())
            .into()
    }
}

impl fmt::Display for Fingerprint {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn signed() -> (Vec<u8>, [u8; 32]) {
        let key = SigningKey::from_bytes(&[0x42; 32]);
        (sign(b"{}\n".to_vec(), &key), key.verifying_key().to_bytes())
    }

    #[test]
    fn what_was_signed_verifies() {
        let (bytes, key) = signed();
        let (body, signature) = split(&bytes).unwrap();
        assert_eq!(body, b"{}\n");
        assert!(verify(body, &signature, &key));
    }

    #[test]
    fn every_flipped_bit_is_noticed() {
        let (bytes, key) = signed();
        for at in 0..bytes.len() {
            for bit in 0..8 {
                let mut changed = bytes.clone();
                changed[at] ^= 1 << bit;
                let passes = split(&changed).is_some_and(|(body, s)| verify(body, &s, &key));
                assert!(!passes, "byte {at}, bit {bit}");
            }
        }
    }

    #[test]
    fn every_cut_is_noticed() {
        let (bytes, key) = signed();
        for len in 0..bytes.len() {
            let passes = split(&bytes[..len]).is_some_and(|(body, s)| verify(body, &s, &key));
            assert!(!passes, "{len} bytes");
        }
    }

    #[test]
    fn a_typed_fingerprint_needs_no_gaps_but_every_digit() {
        let print = Fingerprint::of(&[7; 32]);
        let typed = print.as_str().replace(' ', "-").to_uppercase();
        assert!(print.is(print.as_str()) && print.is(&typed));
        let short: String = typed.chars().skip(1).collect();
        assert!(!print.is(&short) && !print.is(""));
        assert!(!print.is(Fingerprint::of(&[8; 32]).as_str()));
    }

    #[test]
    fn a_fingerprint_is_eight_groups_of_four() {
        let print = Fingerprint::of(&[7; 32]);
        let groups: Vec<&str> = print.as_str().split(' ').collect();
        assert_eq!(groups.len(), 8);
        assert!(groups.iter().all(|g| g.len() == 4));
    }
}
