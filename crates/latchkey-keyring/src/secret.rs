//! The secrets a keyring keeps, as types that wipe themselves and never show themselves.
//!
//! Inside its age file a secret is text: lower-case hex digits and a line feed (docs/keyring-format.md 5).

use std::fmt;

use serde::{Deserialize, Serialize};
use subtle::ConstantTimeEq;
use zeroize::{Zeroize, Zeroizing};

/// What a secret is for.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum SecretKind {
    /// 32 bytes: the key that opens `.crypt15` backups, the 64 digits.
    RootKey,
    /// 131 bytes: the payload of the phone's `key` file, which opens `.crypt12` and `.crypt14` backups.
    DeviceKey,
    /// 32 bytes: the history's own databases.
    IndexKey,
    /// 32 bytes: the Ed25519 seed that signs this keyring.
    SigningKey,
    /// A kind of a later version: kept, never opened.
    #[serde(untagged)]
    Unknown(String),
}

/// `N` secret bytes: wiped on drop, compared in constant time, printed as their name only.
pub struct SecretBytes<const N: usize>(Box<Zeroizing<[u8; N]>>);

/// The key of a history's databases.
pub type IndexKeyBytes = SecretBytes<32>;
/// A backup's root key.
pub type RootKeyBytes = SecretBytes<32>;
/// The payload of the phone's `key` file.
pub type DeviceKeyBytes = SecretBytes<131>;

impl<const N: usize> SecretBytes<N> {
    /// Takes a copy; the caller wipes its own.
    #[must_use]
    pub fn new(bytes: &[u8; N]) -> Self {
        let mut kept = Box::new(Zeroizing::new([0; N]));
        kept.copy_from_slice(bytes);
        Self(kept)
    }

    /// The bytes, for handing to a cipher.
    #[must_use]
    pub fn as_bytes(&self) -> &[u8; N] {
        &self.0
    }

    pub(crate) fn generate() -> Result<Self, getrandom::Error> {
        let mut kept = Box::new(Zeroizing::new([0; N]));
        getrandom::fill(kept.as_mut_slice())?;
        Ok(Self(kept))
    }

    /// The plaintext that goes into the age file.
    pub(crate) fn to_text(&self) -> Zeroizing<Vec<u8>> {
        let mut text = Zeroizing::new(vec![0; 2 * N + 1]);
        hex::encode_to_slice(self.0.as_slice(), &mut text[..2 * N])
            .expect("the buffer is twice as long as the secret");
        text[2 * N] = b'\n';
        text
    }

    /// The way back; `None` unless it is exactly what [`Self::to_text`] gives.
    pub(crate) fn from_text(text: &[u8]) -> Option<Self> {
        let (last, digits) = text.split_last()?;
        let canonical = digits
            .iter()
            .all(|d| matches!(d, b'0'..=b'9' | b'a'..=b'f'));
        if *last != b'\n' || digits.len() != 2 * N || !canonical {
            return None;
        }
        let mut kept = Box::new(Zeroizing::new([0; N]));
        hex::decode_to_slice(digits, kept.as_mut_slice()).ok()?;
        Some(Self(kept))
    }
}

impl<const N: usize> PartialEq for SecretBytes<N> {
    fn eq(&self, other: &Self) -> bool {
        self.0.as_slice().ct_eq(other.0.as_slice()).into()
    }
}

impl<const N: usize> Eq for SecretBytes<N> {}

impl<const N: usize> fmt::Debug for SecretBytes<N> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("SecretBytes")
    }
}

/// A fresh random name of `N` bytes, as lower-case hex: names carry no meaning and are never reused.
pub(crate) fn generate_id<const N: usize>() -> Result<String, getrandom::Error> {
    let mut bytes = [0; N];
    getrandom::fill(&mut bytes)?;
    let id = hex::encode(bytes);
    bytes.zeroize();
    Ok(id)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_secret_is_hex_digits_and_a_line_feed() {
        let key = RootKeyBytes::new(&[0x42; 32]);
        let text = key.to_text();
        assert_eq!(text.as_slice(), format!("{}\n", "42".repeat(32)).as_bytes());
        assert_eq!(RootKeyBytes::from_text(&text), Some(key));
    }

    #[test]
    fn other_spellings_of_a_secret_are_refused() {
        let good = format!("{}\n", "ab".repeat(32));
        assert!(RootKeyBytes::from_text(good.as_bytes()).is_some());
        for bad in [
            good.trim_end().to_owned(),
            good.to_uppercase(),
            format!("{good}\n"),
            "\n".into(),
            String::new(),
        ] {
            assert!(RootKeyBytes::from_text(bad.as_bytes()).is_none(), "{bad:?}");
        }
    }

    #[test]
    fn a_secret_prints_its_name_only() {
        assert_eq!(
            format!("{:?}", RootKeyBytes::new(&[0x42; 32])),
            "SecretBytes"
        );
    }
}
