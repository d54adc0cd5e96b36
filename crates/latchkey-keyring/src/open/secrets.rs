//! What stands in clear memory while a keyring is open, and its way back into age files.
//!
//! Secrets that this version has no use for are kept too: whoever adds a way in encrypts them to it as well.

use age::x25519;
use ed25519_dalek::SigningKey;
use subtle::ConstantTimeEq;
use zeroize::Zeroizing;

use crate::document::{Entry, SecretEntry, SecretState, Slot};
use crate::envelope::seal;
use crate::secret::{DeviceKeyBytes, IndexKeyBytes, RootKeyBytes, SecretBytes, SecretKind};

/// All secrets of one keyring; wiped when dropped.
pub(crate) struct Secrets {
    pub signing: SigningKey,
    pub index_key: IndexKeyBytes,
    /// There while a re-keying is under way.
    pub next_index_key: Option<IndexKeyBytes>,
    /// With their ids.
    pub roots: Vec<(String, RootKeyBytes)>,
    /// With their ids.
    pub devices: Vec<(String, DeviceKeyBytes)>,
    /// Plaintext of the rest with their ids; `None` where it does not open.
    pub others: Vec<(String, Option<Zeroizing<Vec<u8>>>)>,
}

impl Secrets {
    /// Whether both hold the same keys.
    pub(crate) fn equal(&self, other: &Self) -> bool {
        let other_signing = SecretBytes::<32>::new(other.signing.as_bytes());
        SecretBytes::<32>::new(self.signing.as_bytes()) == other_signing
            && self.index_key == other.index_key
            && self.next_index_key == other.next_index_key
            && self.roots == other.roots
            && self.devices == other.devices
            && self.others_equal(other)
    }

    fn others_equal(&self, other: &Self) -> bool {
        let pairs = self.others.iter().zip(&other.others);
        let mut equal = self.others.len() == other.others.len();
        for ((id, text), (other_id, other_text)) in pairs {
            let same: bool = match (text, other_text) {
                (Some(text), Some(other)) => text.ct_eq(other).into(),
                (mine, others) => mine.is_none() && others.is_none(),
            };
            equal &= same && id == other_id;
        }
        equal
    }

    /// Encrypts every listed secret to `slots`, kinds of later versions included, and nobody else.
    pub(crate) fn seal_all(
        &self,
        entries: &[Entry<SecretEntry>],
        slots: &[Entry<Slot>],
    ) -> Result<Vec<Entry<SecretEntry>>, std::io::Error> {
        let recipients = recipients(slots.iter().map(|slot| &slot.value))?;
        let sealed = entries.iter().map(|entry| {
            let text = self.text_of(&entry.value).ok_or_else(unreadable)?;
            Ok(entry.resealed(seal(&text, &recipients)?))
        });
        sealed.collect()
    }

    /// The plaintext of a listed secret.
    fn text_of(&self, entry: &SecretEntry) -> Option<Zeroizing<Vec<u8>>> {
        match (&entry.kind, &entry.state) {
            (SecretKind::SigningKey, SecretState::Current) => {
                Some(SecretBytes::<32>::new(self.signing.as_bytes()).to_text())
            }
            (SecretKind::IndexKey, SecretState::Current) => Some(self.index_key.to_text()),
            (SecretKind::IndexKey, SecretState::Next) => {
                self.next_index_key.as_ref().map(SecretBytes::to_text)
            }
            (SecretKind::RootKey, _) => find(&self.roots, &entry.id).map(SecretBytes::to_text),
            (SecretKind::DeviceKey, _) => find(&self.devices, &entry.id).map(SecretBytes::to_text),
            _ => find(&self.others, &entry.id)?.clone(),
        }
    }
}

/// Every slot's recipient.
pub(crate) fn recipients<'a>(
    slots: impl Iterator<Item = &'a Slot>,
) -> Result<Vec<x25519::Recipient>, std::io::Error> {
    slots
        .map(|slot| slot.recipient.parse().map_err(std::io::Error::other))
        .collect()
}

fn find<'a, T>(list: &'a [(String, T)], id: &str) -> Option<&'a T> {
    list.iter()
        .find(|(known, _)| known == id)
        .map(|(_, secret)| secret)
}

fn unreadable() -> std::io::Error {
    std::io::Error::new(
        std::io::ErrorKind::InvalidData,
        "a secret of a later version does not open",
    )
}
