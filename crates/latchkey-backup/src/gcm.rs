//! AES-256-GCM with a 16-byte nonce, from its parts, so that gigabytes stream (`docs/backup-format.md` 6;
//! NIST SP 800-38D 7). Nothing here decides what may be published: the caller compares the tag first.

use aes::Aes256;
use aes::cipher::{
    BlockCipherEncrypt, InnerIvInit, KeyInit, StreamCipher, StreamCipherCoreWrapper,
};
use ctr::{CtrCore, flavors};
use ghash::GHash;
use ghash::universal_hash::UniversalHash;
use subtle::ConstantTimeEq;
use zeroize::Zeroizing;

/// The counter's low 32 bits wrap; the rest of the block stays (SP 800-38D 6.2, inc32).
type Counter = StreamCipherCoreWrapper<CtrCore<Aes256, flavors::Ctr32BE>>;

/// The most ciphertext one IV may carry, in bytes: 2³²−2 blocks (SP 800-38D 5.2.1.1).
pub(crate) const MAX_CIPHERTEXT: u64 = ((1 << 32) - 2) * 16;

/// Length of the tag in bytes.
pub(crate) const TAG: usize = 16;

/// The key a backup's bytes are encrypted with: derived from a root key, or the device key itself.
pub(crate) struct FileKey(pub(crate) Zeroizing<[u8; 32]>);

/// The decryption (or encryption) of one backup, under way.
pub(crate) struct GcmStream {
    counter: Counter,
    authenticator: Authenticator,
    mask: Zeroizing<[u8; 16]>,
}

impl GcmStream {
    /// Starts at the first byte of the ciphertext.
    pub(crate) fn new(key: &FileKey, iv: &[u8; 16]) -> Self {
        let aes = Aes256::new((&*key.0).into());
        let mut subkey = ghash::Key::default();
        aes.encrypt_block(&mut subkey);
        let ghash = GHash::new(&subkey);
        let first = first_block(ghash.clone(), iv);
        let mut counter = Counter::from_core(CtrCore::inner_iv_init(aes, &first));
        // The keystream's first block masks the tag; the message starts with the second.
        let mut mask = Zeroizing::new([0u8; 16]);
        counter.apply_keystream(&mut *mask);
        let authenticator = Authenticator {
            ghash,
            partial: [0; 16],
            length: 0,
        };
        Self {
            counter,
            authenticator,
            mask,
        }
    }

    /// Takes more ciphertext into the tag, in any pieces.
    pub(crate) fn authenticate(&mut self, ciphertext: &[u8]) {
        self.authenticator.update(ciphertext);
    }

    /// Turns ciphertext into plaintext or back, in place, in any pieces. The caller keeps the sum under
    /// [`MAX_CIPHERTEXT`].
    pub(crate) fn apply_keystream(&mut self, bytes: &mut [u8]) {
        self.counter.apply_keystream(bytes);
    }

    /// The tag over what was authenticated so far, followed by `rest`.
    pub(crate) fn tag_after(&self, rest: &[u8]) -> [u8; TAG] {
        let mut authenticator = self.authenticator.clone();
        authenticator.update(rest);
        let mut tag = authenticator.finish();
        for (byte, mask) in tag.iter_mut().zip(self.mask.iter()) {
            *byte ^= mask;
        }
        tag
    }

    /// Whether `tag` is the tag over what was authenticated so far, followed by `rest`; in constant time.
    pub(crate) fn matches(&self, rest: &[u8], tag: &[u8]) -> bool {
        self.tag_after(rest).ct_eq(tag).into()
    }
}

/// J0 = GHASH(IV ‖ 0⁸ ‖ be64(128)): the rule for nonces that are not 12 bytes (SP 800-38D 7.1, step 2).
fn first_block(mut ghash: GHash, iv: &[u8; 16]) -> ghash::Block {
    let mut lengths = ghash::Block::default();
    lengths[8..].copy_from_slice(&128u64.to_be_bytes());
    ghash.update(&[(*iv).into(), lengths]);
    ghash.finalize()
}

/// GHASH over a message that arrives in pieces of any length; there is no associated data.
#[derive(Clone)]
struct Authenticator {
    ghash: GHash,
    /// The bytes of a block that is not full yet: the first `length % 16`.
    partial: [u8; 16],
    length: u64,
}

impl Authenticator {
    fn update(&mut self, mut bytes: &[u8]) {
        let held = (self.length % 16) as usize;
        self.length += bytes.len() as u64;
        if held > 0 {
            let missing = (16 - held).min(bytes.len());
            let (now, later) = bytes.split_at(missing);
            self.partial[held..held + missing].copy_from_slice(now);
            bytes = later;
            if held + missing < 16 {
                return;
            }
            self.ghash.update(&[self.partial.into()]);
        }
        let (blocks, rest) = bytes.as_chunks::<16>();
        let blocks: &[ghash::Block] = cast_blocks(blocks);
        self.ghash.update(blocks);
        self.partial[..rest.len()].copy_from_slice(rest);
    }

    fn finish(mut self) -> [u8; TAG] {
        let held = (self.length % 16) as usize;
        if held > 0 {
            self.partial[held..].fill(0);
            self.ghash.update(&[self.partial.into()]);
        }
        let mut lengths = ghash::Block::default();
        lengths[8..].copy_from_slice(&(self.length * 8).to_be_bytes());
        self.ghash.update(&[lengths]);
        self.ghash.finalize().into()
    }
}

fn cast_blocks(blocks: &[[u8; 16]]) -> &[ghash::Block] {
    ghash::universal_hash::array::Array::cast_slice_from_core(blocks)
}

#[cfg(test)]
mod tests;
