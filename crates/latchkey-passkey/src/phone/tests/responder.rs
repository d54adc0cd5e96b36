//! The phone's half of link, advertisement and handshake, written apart from ours.

use aes::Aes256;
use aes::cipher::BlockCipherEncrypt;
use aes_gcm::aead::{Aead, Payload};
use aes_gcm::{Aes256Gcm, KeyInit, Nonce};
use hkdf::Hkdf;
use hmac::{Hmac, Mac};
use p256::{PublicKey, SecretKey};
use serde_cbor_2::Value;
use sha2::{Digest, Sha256};

use super::super::base10;
use super::super::cbor::Map;
use super::super::channel::Channel;
use super::super::invitation::{public_point, random_key};

/// What a phone reads from a QR code.
pub(super) struct Scanned {
    pub(super) peer: PublicKey,
    pub(super) secret: [u8; 16],
    pub(super) known_domains: i128,
    pub(super) time: i128,
    pub(super) wanted: String,
}

impl Scanned {
    pub(super) fn read(link: &str) -> Self {
        let digits = link.strip_prefix("FIDO:/").unwrap();
        let map = Map::read(&base10::decode(digits).unwrap()).unwrap();
        let number = |key| match map.at(key) {
            Some(Value::Integer(number)) => *number,
            other => panic!("no number at {key}: {other:?}"),
        };
        let Some(Value::Text(wanted)) = map.at(5) else {
            panic!("nothing is wanted");
        };
        assert_eq!(map.at(4), Some(&Value::Bool(false)), "no linking");
        Self {
            peer: PublicKey::from_sec1_bytes(map.bytes_at(0).unwrap()).unwrap(),
            secret: map.bytes_at(1).unwrap().try_into().unwrap(),
            known_domains: number(2),
            time: number(3),
            wanted: wanted.clone(),
        }
    }

    fn derive<const N: usize>(&self, what: u8, salt: &[u8]) -> [u8; N] {
        let mut output = [0; N];
        Hkdf::<Sha256>::new(Some(salt), &self.secret)
            .expand(&[what, 0, 0, 0], &mut output)
            .unwrap();
        output
    }

    pub(super) fn tunnel_id(&self) -> [u8; 16] {
        self.derive(2, &[])
    }

    /// An advertisement that says this.
    pub(super) fn advert(&self, plain: [u8; 16]) -> Vec<u8> {
        let keys: [u8; 64] = self.derive(1, &[]);
        let mut block = plain.into();
        Aes256::new_from_slice(&keys[..32])
            .unwrap()
            .encrypt_block(&mut block);
        let mut mac = Hmac::<Sha256>::new_from_slice(&keys[32..]).unwrap();
        mac.update(&block);
        [block.as_slice(), &mac.finalize().into_bytes()[..4]].concat()
    }

    /// Answers a handshake; gives the answer and the channel as the phone holds it.
    pub(super) fn respond(&self, plain: &[u8; 16], message: &[u8]) -> (Vec<u8>, Channel) {
        let psk: [u8; 32] = self.derive(3, plain);
        let (their_point, their_tag) = message.split_at(65);
        let theirs = PublicKey::from_sec1_bytes(their_point).unwrap();
        let mut noise = Noise::new(&self.peer);
        noise.psk(&psk);
        noise.point(their_point);
        noise.opens_nothing(their_tag);

        let ephemeral: SecretKey = random_key().unwrap();
        let mut answer = public_point(&ephemeral, false);
        noise.point(&answer);
        noise.mix_key(ephemeral.diffie_hellman(&theirs).raw_secret_bytes());
        noise.mix_key(ephemeral.diffie_hellman(&self.peer).raw_secret_bytes());
        answer.extend(noise.seal(&[]));
        let keys: [u8; 64] = noise.expand(&[]);
        (answer, Channel::new(&keys[32..], &keys[..32]))
    }
}

struct Noise {
    chaining: [u8; 32],
    hash: [u8; 32],
    key: [u8; 32],
}

impl Noise {
    fn new(peer: &PublicKey) -> Self {
        use p256::elliptic_curve::sec1::ToSec1Point;
        let name = *b"Noise_KNpsk0_P256_AESGCM_SHA256\0";
        let mut noise = Self {
            chaining: name,
            hash: name,
            key: [0; 32],
        };
        noise.mix_hash(&[1]);
        noise.mix_hash(peer.to_sec1_point(false).as_bytes());
        noise
    }

    fn mix_hash(&mut self, bytes: &[u8]) {
        self.hash = Sha256::digest([&self.hash, bytes].concat()).into();
    }

    fn expand<const N: usize>(&self, material: &[u8]) -> [u8; N] {
        let mut output = [0; N];
        Hkdf::<Sha256>::new(Some(&self.chaining), material)
            .expand(&[], &mut output)
            .unwrap();
        output
    }

    fn mix_key(&mut self, material: &[u8]) {
        let output: [u8; 64] = self.expand(material);
        self.chaining.copy_from_slice(&output[..32]);
        self.key.copy_from_slice(&output[32..]);
    }

    fn psk(&mut self, psk: &[u8]) {
        let output: [u8; 96] = self.expand(psk);
        self.chaining.copy_from_slice(&output[..32]);
        self.mix_hash(&output[32..64]);
        self.key.copy_from_slice(&output[64..]);
    }

    fn point(&mut self, point: &[u8]) {
        self.mix_hash(point);
        self.mix_key(point);
    }

    fn seal(&mut self, message: &[u8]) -> Vec<u8> {
        let payload = Payload {
            msg: message,
            aad: &self.hash,
        };
        let sealed = Aes256Gcm::new(&self.key.into())
            .encrypt(&Nonce::default(), payload)
            .unwrap();
        self.mix_hash(&sealed);
        sealed
    }

    fn opens_nothing(&mut self, tag: &[u8]) {
        let payload = Payload {
            msg: tag,
            aad: &self.hash,
        };
        let opened = Aes256Gcm::new(&self.key.into())
            .decrypt(&Nonce::default(), payload)
            .unwrap();
        assert!(opened.is_empty());
        self.mix_hash(tag);
    }
}
