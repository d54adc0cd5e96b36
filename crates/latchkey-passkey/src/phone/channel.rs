//! The sealed channel after the handshake: AES-256-GCM with a counter each way, messages padded to 32 bytes.
//!
//! Phones count in two styles. The first message from the phone shows which one, and it always comes before ours.

use aes_gcm::aead::{Aead, Payload};
use aes_gcm::{Aes256Gcm, KeyInit, Nonce};
use zeroize::Zeroizing;

/// Messages are padded to a multiple of this.
const PADDING: usize = 32;

/// The message was not sealed by the phone, or came out of order, or its padding is impossible.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct NotSealed;

/// How nonces are counted.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Style {
    /// Big-endian in the last four bytes, nothing more is authenticated.
    Standard,
    /// Little-endian in the first four bytes, with a version byte authenticated.
    Early,
}

impl Style {
    fn nonce(self, counter: u32) -> [u8; 12] {
        let mut nonce = [0; 12];
        match self {
            Self::Standard => nonce[8..].copy_from_slice(&counter.to_be_bytes()),
            Self::Early => nonce[..4].copy_from_slice(&counter.to_le_bytes()),
        }
        nonce
    }

    fn authenticated(self) -> &'static [u8] {
        match self {
            Self::Standard => &[],
            Self::Early => &[2],
        }
    }
}

/// Both directions; keys are wiped when dropped.
pub(super) struct Channel {
    ours: Zeroizing<[u8; 32]>,
    phones: Zeroizing<[u8; 32]>,
    sent: u32,
    received: u32,
    style: Style,
}

impl Channel {
    /// With the key we seal with and the one the phone seals with, 32 bytes each.
    pub(super) fn new(ours: &[u8], phones: &[u8]) -> Self {
        let copy = |key: &[u8]| {
            let mut own = Zeroizing::new([0; 32]);
            own.copy_from_slice(key);
            own
        };
        Self {
            ours: copy(ours),
            phones: copy(phones),
            sent: 0,
            received: 0,
            style: Style::Standard,
        }
    }

    /// The same, counted the early way from the first message on: as some phones do.
    #[cfg(test)]
    pub(super) fn counted_early(mut self) -> Self {
        self.style = Style::Early;
        self
    }

    /// Seals a message for the phone.
    pub(super) fn seal(&mut self, message: &[u8]) -> Vec<u8> {
        let sealed = seal(&self.ours, self.style, self.sent, message);
        self.sent += 1;
        sealed
    }

    /// Opens the phone's next message.
    pub(super) fn open(&mut self, sealed: &[u8]) -> Result<Zeroizing<Vec<u8>>, NotSealed> {
        let mut opened = open(&self.phones, self.style, self.received, sealed);
        if opened.is_err() && self.received == 0 {
            opened = open(&self.phones, Style::Early, 0, sealed);
            if opened.is_ok() {
                self.style = Style::Early;
            }
        }
        let mut message = opened?;
        self.received = self.received.checked_add(1).ok_or(NotSealed)?;

        let padding = usize::from(*message.last().ok_or(NotSealed)?) + 1;
        let length = message.len().checked_sub(padding).ok_or(NotSealed)?;
        message.truncate(length);
        Ok(message)
    }
}

fn seal(key: &[u8; 32], style: Style, counter: u32, message: &[u8]) -> Vec<u8> {
    // There is always at least one byte of padding: the one that says how many more there are.
    let length = (message.len() / PADDING + 1) * PADDING;
    let mut padded = Zeroizing::new(vec![0; length]);
    padded[..message.len()].copy_from_slice(message);
    padded[length - 1] = u8::try_from(length - message.len() - 1).expect("below 32");
    Aes256Gcm::new(key.into())
        .encrypt(
            &Nonce::from(style.nonce(counter)),
            Payload {
                msg: &padded,
                aad: style.authenticated(),
            },
        )
        .expect("AES-GCM seals what fits into memory")
}

fn open(
    key: &[u8; 32],
    style: Style,
    counter: u32,
    sealed: &[u8],
) -> Result<Zeroizing<Vec<u8>>, NotSealed> {
    Aes256Gcm::new(key.into())
        .decrypt(
            &Nonce::from(style.nonce(counter)),
            Payload {
                msg: sealed,
                aad: style.authenticated(),
            },
        )
        .map(Zeroizing::new)
        .map_err(|_| NotSealed)
}
