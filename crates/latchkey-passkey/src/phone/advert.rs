//! The phone's Bluetooth advertisement: proves that it read the QR code and is near, and says where the tunnel is.
//!
//! Source: CTAP 2.2, hybrid transports, "BLE advert". Adverts of other people's ceremonies are ordinary and ignored.

use aes::Aes256;
use aes::cipher::{BlockCipherDecrypt, KeyInit};
use hmac::{Hmac, Mac};
use sha2::Sha256;
use subtle::ConstantTimeEq;

/// Length of the service data.
const LENGTH: usize = 20;

/// What a phone's advertisement says.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Advert([u8; 16]);

impl Advert {
    /// Opens service data with the keys of an invitation; `None` when it is not for us.
    pub(super) fn open(service_data: &[u8], keys: &[u8; 64]) -> Option<Self> {
        let advert: &[u8; LENGTH] = service_data.try_into().ok()?;
        let (sealed, tag) = advert.split_at(16);
        let (encryption, authentication) = keys.split_at(32);

        let mut mac = Hmac::<Sha256>::new_from_slice(authentication).ok()?;
        mac.update(sealed);
        let expected = mac.finalize().into_bytes();
        if !bool::from(expected[..4].ct_eq(tag)) {
            return None;
        }

        let mut block = aes::Block::try_from(sealed).ok()?;
        Aes256::new_from_slice(encryption)
            .ok()?
            .decrypt_block(&mut block);
        let plain: [u8; 16] = block.into();
        // The first byte is reserved: another one is a version that we do not know.
        (plain[0] == 0).then_some(Self(plain))
    }

    /// All of it, as it goes into the handshake.
    pub(super) fn as_bytes(&self) -> &[u8; 16] {
        &self.0
    }

    /// Where the relay keeps this phone's tunnel.
    pub(super) fn routing_id(&self) -> [u8; 3] {
        [self.0[11], self.0[12], self.0[13]]
    }

    /// Which relay.
    pub(super) fn tunnel_domain(&self) -> u16 {
        u16::from_le_bytes([self.0[14], self.0[15]])
    }
}
