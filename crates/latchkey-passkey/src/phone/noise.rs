//! The handshake: Noise_KNpsk0_P256_AESGCM_SHA256, our side of it.
//!
//! Differs from Noise where CTAP 2.2 does: P-256 points are uncompressed. Gives the keys of the sealed channel; the
//! relay learns nothing from it.

use aes_gcm::aead::{Aead, Payload};
use aes_gcm::{Aes256Gcm, KeyInit, Nonce};
use hkdf::Hkdf;
use p256::{PublicKey, SecretKey};
use sha2::{Digest, Sha256};
use zeroize::Zeroizing;

use super::channel::Channel;
use super::invitation::public_point;

/// Exactly the length of a hash, so that Noise takes it as it is.
const PROTOCOL: &[u8; 32] = b"Noise_KNpsk0_P256_AESGCM_SHA256\0";

/// Says that the initiator's static key came from a QR code.
const PROLOGUE: [u8; 1] = [1];

/// An uncompressed point and the tag over nothing.
const MESSAGE: usize = 65 + 16;

/// The phone's message is not what the holder of the QR code's secret sends.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct HandshakeFailed;

/// Noise's SymmetricState and the key of its CipherState; wiped when dropped.
struct Symmetric {
    chaining: Zeroizing<[u8; 32]>,
    hash: [u8; 32],
    key: Zeroizing<[u8; 32]>,
}

impl Symmetric {
    fn new() -> Self {
        Self {
            chaining: Zeroizing::new(*PROTOCOL),
            hash: *PROTOCOL,
            key: Zeroizing::new([0; 32]),
        }
    }

    fn mix_hash(&mut self, bytes: &[u8]) {
        let hash = Sha256::new().chain_update(self.hash).chain_update(bytes);
        self.hash = hash.finalize().into();
    }

    fn mix_key(&mut self, material: &[u8]) {
        let output: Zeroizing<[u8; 64]> = self.expand(material);
        self.chaining.copy_from_slice(&output[..32]);
        self.key.copy_from_slice(&output[32..]);
    }

    fn mix_key_and_hash(&mut self, material: &[u8]) {
        let output: Zeroizing<[u8; 96]> = self.expand(material);
        self.chaining.copy_from_slice(&output[..32]);
        self.mix_hash(&output[32..64]);
        self.key.copy_from_slice(&output[64..]);
    }

    fn expand<const N: usize>(&self, material: &[u8]) -> Zeroizing<[u8; N]> {
        let mut output = Zeroizing::new([0; N]);
        Hkdf::<Sha256>::new(Some(&*self.chaining), material)
            .expand(&[], &mut *output)
            .expect("at most 96 bytes are asked for, HKDF gives 8160");
        output
    }

    /// Seals nothing: what remains is the tag. Every key is used once, so the nonce is always zero.
    fn seal_nothing(&mut self) -> Vec<u8> {
        let tag = Aes256Gcm::new((&*self.key).into())
            .encrypt(
                &Nonce::default(),
                Payload {
                    msg: &[],
                    aad: &self.hash,
                },
            )
            .expect("AES-GCM seals an empty message");
        self.mix_hash(&tag);
        tag
    }

    fn open_nothing(&mut self, tag: &[u8]) -> Result<(), HandshakeFailed> {
        Aes256Gcm::new((&*self.key).into())
            .decrypt(
                &Nonce::default(),
                Payload {
                    msg: tag,
                    aad: &self.hash,
                },
            )
            .map_err(|_| HandshakeFailed)?;
        self.mix_hash(tag);
        Ok(())
    }
}

/// A handshake whose first message was made.
pub(super) struct Handshake<'a> {
    state: Symmetric,
    identity: &'a SecretKey,
    ephemeral: SecretKey,
}

impl<'a> Handshake<'a> {
    /// Makes the first message of an initiator with this identity, pre-shared key and one-time key.
    pub(super) fn start(
        identity: &'a SecretKey,
        psk: &[u8; 32],
        ephemeral: SecretKey,
    ) -> (Self, Vec<u8>) {
        let mut state = Symmetric::new();
        state.mix_hash(&PROLOGUE);
        state.mix_hash(&public_point(identity, false));
        state.mix_key_and_hash(psk);

        let mut message = public_point(&ephemeral, false);
        state.mix_hash(&message);
        state.mix_key(&message);
        message.extend(state.seal_nothing());
        let handshake = Self {
            state,
            identity,
            ephemeral,
        };
        (handshake, message)
    }

    /// Takes the phone's answer. What comes out can be read by that phone only.
    pub(super) fn finish(mut self, answer: &[u8]) -> Result<Channel, HandshakeFailed> {
        if answer.len() != MESSAGE {
            return Err(HandshakeFailed);
        }
        let (point, tag) = answer.split_at(65);
        let theirs = PublicKey::from_sec1_bytes(point).map_err(|_| HandshakeFailed)?;

        let state = &mut self.state;
        state.mix_hash(point);
        state.mix_key(point);
        state.mix_key(self.ephemeral.diffie_hellman(&theirs).raw_secret_bytes());
        state.mix_key(self.identity.diffie_hellman(&theirs).raw_secret_bytes());
        state.open_nothing(tag)?;

        let keys: Zeroizing<[u8; 64]> = state.expand(&[]);
        let (ours, phones) = keys.split_at(32);
        Ok(Channel::new(ours, phones))
    }
}
