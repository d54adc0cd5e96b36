//! A second open copy of a keyring in memory: for a change that a person has yet to prove, on paper or by typing.

use latchkey_passkey::PrfOutput;

use super::added::{Added, Opener};
use super::{OpenKeyring, Secrets};
use crate::document::{Document, Entry};
use crate::identity::SlotIdentity;
use crate::secret::SecretBytes;

impl OpenKeyring {
    /// A copy to make a change in that may not come to be; dropped, it leaves nothing. Saved in place of this keyring
    /// it counts, as long as this one was not changed meanwhile (compare [`Self::generation`]).
    #[must_use]
    pub fn draft(&self) -> Self {
        Self {
            document: self.document.duplicate(),
            secrets: self.secrets.duplicate(),
            authenticity: self.authenticity,
            opener: self.opener.as_ref().map(SlotIdentity::duplicate),
            added: self.added.iter().map(Added::duplicate).collect(),
            stored: self.stored.clone(),
            changed: self.changed,
        }
    }
}

impl Document {
    pub(super) fn duplicate(&self) -> Self {
        Self {
            id: self.id.clone(),
            generation: self.generation,
            created: self.created,
            signed_by: self.signed_by,
            accounts: self.accounts.iter().map(Entry::duplicate).collect(),
            slots: self.slots.iter().map(Entry::duplicate).collect(),
            secrets: self.secrets.iter().map(Entry::duplicate).collect(),
            index_format: self.index_format.clone(),
            other: self.other.clone(),
        }
    }
}

impl<T: Clone> Entry<T> {
    fn duplicate(&self) -> Self {
        Self {
            raw: self.raw.clone(),
            value: self.value.clone(),
        }
    }
}

impl Secrets {
    fn duplicate(&self) -> Self {
        Self {
            signing: self.signing.clone(),
            index_key: duplicate(&self.index_key),
            next_index_key: self.next_index_key.as_ref().map(duplicate),
            roots: duplicates(&self.roots),
            devices: duplicates(&self.devices),
            others: self.others.clone(),
        }
    }
}

impl Added {
    fn duplicate(&self) -> Self {
        Self {
            slot: self.slot.clone(),
            identity: self.identity.duplicate(),
            unwrapped_by: self.unwrapped_by.as_ref().map(Opener::duplicate),
        }
    }
}

impl Opener {
    fn duplicate(&self) -> Self {
        match self {
            Self::Passkey(output) => {
                let (first, rest) = output.as_bytes().split_first_chunk().expect("64 bytes");
                let (second, _) = rest.split_first_chunk().expect("64 bytes");
                Self::Passkey(PrfOutput::new(first, second))
            }
            Self::Passphrase(words) => Self::Passphrase(words.duplicate()),
        }
    }
}

fn duplicate<const N: usize>(secret: &SecretBytes<N>) -> SecretBytes<N> {
    SecretBytes::new(secret.as_bytes())
}

fn duplicates<const N: usize>(
    secrets: &[(String, SecretBytes<N>)],
) -> Vec<(String, SecretBytes<N>)> {
    let copy = |(id, secret): &(String, SecretBytes<N>)| (id.clone(), duplicate(secret));
    secrets.iter().map(copy).collect()
}
