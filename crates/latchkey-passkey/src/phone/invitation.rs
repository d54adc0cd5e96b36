//! What a QR code says to a phone: the public half of a fresh key, a fresh secret, and what is wanted.
//!
//! One invitation is for one command and is thrown away with it. Source: CTAP 2.2, hybrid transports, "QR code" and
//! "derived values".

use std::collections::BTreeMap;
use std::fmt;
use std::time::{SystemTime, UNIX_EPOCH};

use hkdf::Hkdf;
use p256::SecretKey;
use serde_cbor_2::Value;
use sha2::Sha256;
use zeroize::{Zeroize, Zeroizing};

use super::base10;
use super::cbor;
use super::relay::MAKERS;

/// The one command that a scan is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Purpose {
    /// Make a passkey.
    Create,
    /// Use one.
    Evaluate,
}

/// What a derived value is for: the number that goes into its derivation.
#[derive(Clone, Copy)]
enum Derived {
    AdvertKeys = 1,
    TunnelId = 2,
    Psk = 3,
}

/// The secrets behind one QR code; wiped when dropped.
pub(super) struct Invitation {
    identity: SecretKey,
    secret: Zeroizing<[u8; 16]>,
    purpose: Purpose,
}

impl Invitation {
    /// Fresh secrets.
    pub(super) fn generate(purpose: Purpose) -> std::io::Result<Self> {
        let mut secret = Zeroizing::new([0; 16]);
        getrandom::fill(&mut *secret)?;
        Ok(Self::new(random_key()?, secret, purpose))
    }

    /// Of given secrets.
    pub(super) fn new(identity: SecretKey, secret: Zeroizing<[u8; 16]>, purpose: Purpose) -> Self {
        Self {
            identity,
            secret,
            purpose,
        }
    }

    /// What the QR code holds: `FIDO:/` and about 170 digits.
    pub(super) fn link(&self, now: SystemTime) -> String {
        let seconds = now.duration_since(UNIX_EPOCH).unwrap_or_default().as_secs();
        let wanted = match self.purpose {
            Purpose::Create => "mc",
            Purpose::Evaluate => "ga",
        };
        let map = BTreeMap::from([
            (0, Value::Bytes(public_point(&self.identity, true))),
            (1, Value::Bytes(self.secret.to_vec())),
            (2, Value::Integer(MAKERS.len() as i128)),
            (3, Value::Integer(seconds.into())),
            // No linking: every ceremony needs a scan. That the field is there says "version 2.1".
            (4, Value::Bool(false)),
            (5, Value::Text(wanted.to_owned())),
        ]);
        let mut bytes = cbor::encode(map);
        let link = format!("FIDO:/{}", base10::encode(&bytes));
        bytes.zeroize();
        link
    }

    /// The key whose public half the phone has read.
    pub(super) fn identity(&self) -> &SecretKey {
        &self.identity
    }

    /// Keys of the Bluetooth advertisement: AES-256, then HMAC-SHA-256.
    pub(super) fn advert_keys(&self) -> Zeroizing<[u8; 64]> {
        self.derive(Derived::AdvertKeys, &[])
    }

    /// Name of the tunnel at the relay; the relay sees it.
    pub(super) fn tunnel_id(&self) -> [u8; 16] {
        *self.derive(Derived::TunnelId, &[])
    }

    /// Pre-shared key of the handshake: it also depends on what was heard by Bluetooth.
    pub(super) fn psk(&self, heard: &[u8; 16]) -> Zeroizing<[u8; 32]> {
        self.derive(Derived::Psk, heard)
    }

    fn derive<const N: usize>(&self, what: Derived, salt: &[u8]) -> Zeroizing<[u8; N]> {
        let mut output = Zeroizing::new([0; N]);
        Hkdf::<Sha256>::new(Some(salt), &*self.secret)
            .expand(&(what as u32).to_le_bytes(), &mut *output)
            .expect("at most 64 bytes are asked for, HKDF gives 8160");
        output
    }
}

impl fmt::Debug for Invitation {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Invitation")
    }
}

/// A fresh P-256 key.
pub(super) fn random_key() -> std::io::Result<SecretKey> {
    let mut bytes = Zeroizing::new([0; 32]);
    loop {
        getrandom::fill(&mut *bytes)?;
        // Fails about once in 2^32 times: the number was not below the order of the curve.
        if let Ok(key) = SecretKey::from_slice(&*bytes) {
            return Ok(key);
        }
    }
}

/// SEC1 form of a key's public half: 33 bytes, or 65 bytes uncompressed.
pub(super) fn public_point(key: &SecretKey, compressed: bool) -> Vec<u8> {
    use p256::elliptic_curve::sec1::ToSec1Point;
    key.public_key()
        .to_sec1_point(compressed)
        .as_bytes()
        .to_vec()
}
