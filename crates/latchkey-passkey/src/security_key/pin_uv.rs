//! PIN/UV auth protocols one and two (CTAP 2.1, 6.5.6 and 6.5.7): the sealed way a PIN, a token and PRF outputs travel.

use aes::Aes256;
use cbc::cipher::block_padding::NoPadding;
use cbc::cipher::{BlockModeDecrypt, BlockModeEncrypt, KeyIvInit};
use hkdf::Hkdf;
use hmac::{Hmac, KeyInit, Mac};
use p256::elliptic_curve::sec1::ToSec1Point;
use p256::{PublicKey, SecretKey};
use serde_cbor_2::Value;
use sha2::{Digest, Sha256};
use zeroize::Zeroizing;

use super::cbor::{Answer, Map, bytes};
use super::status::Failure;
use crate::error::CeremonyError;

/// Bytes of an AES block, and of an initialisation vector.
const BLOCK: usize = 16;

/// Which of the two protocols.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Protocol {
    One,
    Two,
}

impl Protocol {
    /// The key's own first choice among those known here; older keys name none and mean the first.
    pub(super) fn choose(offered: &[u64]) -> Option<Self> {
        if offered.is_empty() {
            return Some(Self::One);
        }
        offered.iter().find_map(|number| match number {
            1 => Some(Self::One),
            2 => Some(Self::Two),
            _ => None,
        })
    }

    /// Its number on the wire.
    pub(super) fn number(self) -> u8 {
        match self {
            Self::One => 1,
            Self::Two => 2,
        }
    }

    fn authenticate(self, key: &[u8], message: &[u8]) -> Vec<u8> {
        let mut mac = Hmac::<Sha256>::new_from_slice(key).expect("HMAC takes keys of any length");
        mac.update(message);
        let tag = mac.finalize().into_bytes();
        match self {
            Self::One => tag[..16].to_vec(),
            Self::Two => tag.to_vec(),
        }
    }
}

/// A secret shared with one key for a few messages.
pub(super) struct Agreement {
    protocol: Protocol,
    ours: PublicKey,
    authentication: Zeroizing<[u8; 32]>,
    encryption: Zeroizing<[u8; 32]>,
}

/// The right to one command, given by the key after it verified its person.
pub(super) struct Token {
    protocol: Protocol,
    secret: Zeroizing<Vec<u8>>,
}

impl Agreement {
    /// Agrees with the owner of a COSE key.
    pub(super) fn with(protocol: Protocol, theirs: &Answer) -> Result<Self, Failure> {
        let theirs = point(theirs).ok_or(Failure::breaks(
            "its key for the agreement is no point of the curve",
        ))?;
        let ours = fresh_key()?;
        let shared = ours.diffie_hellman(&theirs);
        let shared = shared.raw_secret_bytes();
        let mut authentication = Zeroizing::new([0; 32]);
        let mut encryption = Zeroizing::new([0; 32]);
        match protocol {
            Protocol::One => {
                let hash = Zeroizing::new(<[u8; 32]>::from(Sha256::digest(shared)));
                authentication.copy_from_slice(&*hash);
                encryption.copy_from_slice(&*hash);
            }
            Protocol::Two => {
                let derive = Hkdf::<Sha256>::new(Some(&[0; 32]), shared);
                let fits = "HKDF gives 32 bytes";
                derive
                    .expand(b"CTAP2 HMAC key", &mut *authentication)
                    .expect(fits);
                derive
                    .expand(b"CTAP2 AES key", &mut *encryption)
                    .expect(fits);
            }
        }
        Ok(Self {
            protocol,
            ours: ours.public_key(),
            authentication,
            encryption,
        })
    }

    pub(super) fn protocol(&self) -> Protocol {
        self.protocol
    }

    /// Our half as a COSE key.
    pub(super) fn ours(&self) -> Value {
        let point = self.ours.to_sec1_point(false);
        let (x, y) = point.as_bytes()[1..].split_at(32);
        Map::new()
            .with(1, 2)
            .with(3, -25)
            .with(-1, 1)
            .with(-2, bytes(x))
            .with(-3, bytes(y))
            .into()
    }

    /// Seals whole blocks.
    pub(super) fn encrypt(&self, plain: &[u8]) -> Result<Vec<u8>, Failure> {
        let mut iv = [0; BLOCK];
        if self.protocol == Protocol::Two {
            fill(&mut iv)?;
        }
        let mut sealed = plain.to_vec();
        cbc::Encryptor::<Aes256>::new((&*self.encryption).into(), (&iv).into())
            .encrypt_padded::<NoPadding>(&mut sealed, plain.len())
            .map_err(|_| Failure::breaks("only whole blocks are sealed"))?;
        Ok(match self.protocol {
            Protocol::One => sealed,
            Protocol::Two => [&iv[..], &sealed].concat(),
        })
    }

    /// Opens what the key sealed.
    pub(super) fn decrypt(&self, sealed: &[u8]) -> Result<Zeroizing<Vec<u8>>, Failure> {
        let wrong = || Failure::breaks("a sealed answer has a wrong length");
        let (iv, sealed) = match self.protocol {
            Protocol::One => ([0; BLOCK], sealed),
            Protocol::Two => {
                let (iv, sealed) = sealed.split_first_chunk().ok_or_else(wrong)?;
                (*iv, sealed)
            }
        };
        let mut plain = Zeroizing::new(sealed.to_vec());
        cbc::Decryptor::<Aes256>::new((&*self.encryption).into(), (&iv).into())
            .decrypt_padded::<NoPadding>(&mut plain)
            .map_err(|_| wrong())?;
        Ok(plain)
    }

    /// Signs a message with the shared secret.
    pub(super) fn authenticate(&self, message: &[u8]) -> Vec<u8> {
        self.protocol.authenticate(&*self.authentication, message)
    }

    /// Opens a token that the key gave.
    pub(super) fn token(&self, sealed: &[u8]) -> Result<Token, Failure> {
        let secret = self.decrypt(sealed)?;
        let right = match self.protocol {
            Protocol::One => matches!(secret.len(), 16 | 32),
            Protocol::Two => secret.len() == 32,
        };
        if !right {
            return Err(Failure::breaks("a token has a wrong length"));
        }
        Ok(Token {
            protocol: self.protocol,
            secret,
        })
    }
}

impl Token {
    pub(super) fn protocol(&self) -> Protocol {
        self.protocol
    }

    /// Signs a client data hash.
    pub(super) fn authenticate(&self, message: &[u8]) -> Vec<u8> {
        self.protocol.authenticate(&self.secret, message)
    }
}

/// Random bytes.
pub(super) fn fill(bytes: &mut [u8]) -> Result<(), Failure> {
    let filled = getrandom::fill(bytes).map_err(std::io::Error::other);
    filled.map_err(|error| CeremonyError::Io(error).into())
}

fn fresh_key() -> Result<SecretKey, Failure> {
    loop {
        let mut bytes = Zeroizing::new([0; 32]);
        fill(&mut *bytes)?;
        // All but one of 2^32 draws are below the order of the curve.
        if let Ok(key) = SecretKey::from_slice(&*bytes) {
            return Ok(key);
        }
    }
}

fn point(cose: &Answer) -> Option<PublicKey> {
    let (x, y) = (cose.bytes(-2)?, cose.bytes(-3)?);
    if x.len() != 32 || y.len() != 32 {
        return None;
    }
    PublicKey::from_sec1_bytes(&[&[4], x, y].concat()).ok()
}
