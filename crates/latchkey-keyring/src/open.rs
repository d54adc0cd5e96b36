//! An opened keyring: its secrets in memory, changes to it, and the way back to disk.
//!
//! Changes live in memory until [`OpenKeyring::save`]. Slots and secrets that this version does not understand, and
//! secrets that did not change, keep their bytes.

mod added;
mod draft;
mod rekey;
mod secrets;
mod slots;

use std::path::Path;

use ed25519_dalek::SigningKey;
use serde_json::value::RawValue;

use crate::Timestamp;
use crate::document::{
    AccountHint, Document, Entry, IndexFormat, MAX_GENERATION, MAX_SECRETS, MAX_SLOTS, SecretEntry,
    SecretState, Slot, SlotKind,
};
use crate::envelope::seal;
use crate::identity::{RecoveryRecipient, SlotIdentity};
use crate::locked::{LockedKeyring, MAX_SIZE};
use crate::pins::Pins;
use crate::save::{SaveKeyringError, publish};
use crate::secret::{
    DeviceKeyBytes, IndexKeyBytes, RootKeyBytes, SecretBytes, SecretKind, generate_id,
};
use crate::signature::{self, Fingerprint};

use added::Added;
pub use rekey::BeginRekeyError;
pub(crate) use secrets::Secrets;
use secrets::recipients;
pub use slots::{AddSlotError, RemoveSlotError, SlotId, UnknownSlotError};

/// How far the opener knows that this is the keyring it was made for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Authenticity {
    /// The identity pins the key that signed it (or this program just made it).
    Pinned,
    /// The identity remembers nothing; compare [`OpenKeyring::fingerprint`] with what was seen before.
    Unpinned,
}

/// Why no keyring can be made.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum CreateKeyringError {
    /// Nobody could ever open it.
    #[error("a keyring needs at least one way in")]
    NoRecipient,
    /// More slots than a keyring has room for.
    #[error("too many ways in for one keyring")]
    TooManyRecipients,
    /// The system gave no random bytes, or encrypting failed.
    #[error("encrypting the keys failed")]
    Seal(#[source] std::io::Error),
}

/// Why a secret was not added.
#[derive(Debug, thiserror::Error)]
#[error("encrypting the key failed")]
pub struct AddSecretError(#[source] std::io::Error);

/// What a new keyring is made of.
pub struct NewKeyring {
    /// One recovery slot each; the same recipient twice counts once.
    pub recipients: Vec<RecoveryRecipient>,
    /// Whose backups it is for, where that is known already.
    pub account: Option<AccountHint>,
    /// How the index is encrypted.
    pub index_format: IndexFormat,
    /// The time now.
    pub now: Timestamp,
}

/// A keyring and its secrets in clear memory; all of it is wiped when dropped.
pub struct OpenKeyring {
    document: Document,
    secrets: Secrets,
    authenticity: Authenticity,
    /// Opens the file again after a save, as proof.
    opener: Option<SlotIdentity>,
    /// Ways in added since it was opened: each proves the next save.
    added: Vec<Added>,
    /// The file as last read or written; `None` while there is none.
    stored: Option<Vec<u8>>,
    changed: bool,
}

impl OpenKeyring {
    /// Makes a keyring with fresh index and signing keys. Nothing is written before [`Self::save`].
    ///
    /// # Errors
    /// [`CreateKeyringError`].
    pub fn create(new: NewKeyring) -> Result<Self, CreateKeyringError> {
        let random =
            |error: getrandom::Error| CreateKeyringError::Seal(std::io::Error::other(error));
        let seed = SecretBytes::<32>::generate().map_err(random)?;
        let index_key = IndexKeyBytes::generate().map_err(random)?;
        let signing = SigningKey::from_bytes(seed.as_bytes());
        let index_format = RawValue::from_string(new.index_format.as_json().to_owned());
        let document = Document {
            id: generate_id::<16>().map_err(random)?,
            generation: 1,
            created: new.now,
            signed_by: signing.verifying_key().to_bytes(),
            accounts: new
                .account
                .into_iter()
                .map(AccountHint::into_entry)
                .collect(),
            slots: recovery_slots(new.recipients, new.now)?,
            secrets: Vec::new(),
            index_format: index_format.map_err(|error| CreateKeyringError::Seal(error.into()))?,
            other: Vec::new(),
        };
        let mut keyring = Self {
            document,
            secrets: Secrets {
                signing,
                index_key,
                next_index_key: None,
                roots: Vec::new(),
                devices: Vec::new(),
                others: Vec::new(),
            },
            authenticity: Authenticity::Pinned,
            opener: None,
            added: Vec::new(),
            stored: None,
            changed: true,
        };
        let index_text = keyring.secrets.index_key.to_text();
        for (kind, text) in [
            (SecretKind::SigningKey, seed.to_text()),
            (SecretKind::IndexKey, index_text),
        ] {
            keyring
                .add(kind, &text, new.now)
                .map_err(CreateKeyringError::Seal)?;
        }
        Ok(keyring)
    }

    /// What [`LockedKeyring::open`] found, verified.
    pub(crate) fn unlocked(
        document: Document,
        stored: Vec<u8>,
        opener: SlotIdentity,
        secrets: Secrets,
        authenticity: Authenticity,
    ) -> Self {
        Self {
            document,
            secrets,
            authenticity,
            opener: Some(opener),
            added: Vec::new(),
            stored: Some(stored),
            changed: false,
        }
    }

    /// The keyring's own name: the same in every copy and every generation.
    #[must_use]
    pub fn id(&self) -> &str {
        &self.document.id
    }

    /// The generation last read or written; a new keyring's first will be 1.
    #[must_use]
    pub fn generation(&self) -> u64 {
        self.document.generation
    }

    /// The ways in.
    pub fn slots(&self) -> impl ExactSizeIterator<Item = &Slot> {
        self.document.slots.iter().map(|entry| &entry.value)
    }

    /// Which accounts it is for, as far as people can tell.
    pub fn accounts(&self) -> impl ExactSizeIterator<Item = &AccountHint> {
        self.document.accounts.iter().map(|entry| &entry.value)
    }

    /// The key of the history's databases.
    #[must_use]
    pub fn index_key(&self) -> &IndexKeyBytes {
        &self.secrets.index_key
    }

    /// Every root key with its id; an account can have had several, so all are probed.
    pub fn root_keys(&self) -> impl ExactSizeIterator<Item = (&str, &RootKeyBytes)> {
        self.secrets
            .roots
            .iter()
            .map(|(id, key)| (id.as_str(), key))
    }

    /// Every device key with its id.
    pub fn device_keys(&self) -> impl ExactSizeIterator<Item = (&str, &DeviceKeyBytes)> {
        self.secrets
            .devices
            .iter()
            .map(|(id, key)| (id.as_str(), key))
    }

    /// How the index is encrypted.
    #[must_use]
    pub fn index_format(&self) -> Option<IndexFormat> {
        IndexFormat::from_json(self.document.index_format.get())
    }

    /// Short form of the key that signs this keyring.
    #[must_use]
    pub fn fingerprint(&self) -> Fingerprint {
        Fingerprint::of(&self.document.signed_by)
    }

    /// How far the opener knows that this is the keyring it was made for.
    #[must_use]
    pub fn authenticity(&self) -> Authenticity {
        self.authenticity
    }

    /// What an identity file should remember of this keyring, if `recipient` has a slot in it.
    pub(crate) fn pins_for(&self, recipient: &age::x25519::Recipient) -> Option<Pins> {
        let recipient = recipient.to_string();
        let slot = self.slots().find(|slot| slot.recipient == recipient)?;
        Some(Pins {
            keyring: Some(self.id().to_owned()),
            slot: Some(slot.id.clone()),
            signed_by: Some(self.document.signed_by),
        })
    }

    /// Puts in the root key of a backup, once: a key that is there already keeps its id.
    ///
    /// # Errors
    /// Encrypting failed.
    pub fn add_root_key(
        &mut self,
        key: &[u8; 32],
        now: Timestamp,
    ) -> Result<String, AddSecretError> {
        let key = RootKeyBytes::new(key);
        if let Some((id, _)) = self.secrets.roots.iter().find(|(_, known)| *known == key) {
            return Ok(id.clone());
        }
        let id = self
            .add(SecretKind::RootKey, &key.to_text(), now)
            .map_err(AddSecretError)?;
        self.secrets.roots.push((id.clone(), key));
        Ok(id)
    }

    /// Puts in the 131-byte payload of a phone's `key` file, once.
    ///
    /// # Errors
    /// Encrypting failed.
    pub fn add_device_key(
        &mut self,
        key: &[u8; 131],
        now: Timestamp,
    ) -> Result<String, AddSecretError> {
        let key = DeviceKeyBytes::new(key);
        if let Some((id, _)) = self.secrets.devices.iter().find(|(_, known)| *known == key) {
            return Ok(id.clone());
        }
        let id = self
            .add(SecretKind::DeviceKey, &key.to_text(), now)
            .map_err(AddSecretError)?;
        self.secrets.devices.push((id.clone(), key));
        Ok(id)
    }

    /// Notes whose backups a key opens, once.
    pub fn add_account(&mut self, hint: AccountHint) {
        if !self.accounts().any(|known| *known == hint) {
            self.document.accounts.push(hint.into_entry());
            self.changed = true;
        }
    }

    /// Whether everything in it stands in the file that was last read or written.
    #[must_use]
    pub fn is_saved(&self) -> bool {
        self.stored.is_some() && !self.changed
    }

    /// Whether a file is the one that was last read or written, byte for byte.
    #[must_use]
    pub fn is_stored_as(&self, found: &LockedKeyring) -> bool {
        self.stored.as_deref() == Some(found.bytes())
    }

    /// Gives the keyring an identity to prove itself with at every save, and remembers nothing else of it.
    pub fn prove_with(&mut self, identity: &SlotIdentity) {
        self.opener = Some(identity.duplicate());
    }

    /// The keyring as it would be written now, to be opened once with every new way in before it counts. One that
    /// cannot be written is shown all the same: [`Self::try_rehearse`] tells, and so does saving.
    #[must_use]
    pub fn rehearse(&self) -> LockedKeyring {
        self.try_rehearse().unwrap_or_else(|_| {
            let bytes = self.signed_bytes(self.generation());
            LockedKeyring::new(bytes, self.document.duplicate())
        })
    }

    /// As [`Self::rehearse`], for a keyring that can be written.
    ///
    /// # Errors
    /// `TooLarge` and `GenerationsUsedUp`, as [`Self::save`] would say.
    pub fn try_rehearse(&self) -> Result<LockedKeyring, SaveKeyringError> {
        let (_, bytes) = self.next_file()?;
        // What no reader takes has more of something than the format allows.
        LockedKeyring::from_bytes(&bytes).map_err(|_| SaveKeyringError::TooLarge)
    }

    /// Writes the keyring: beside its place, synced, read back and opened with the identity at hand and with every
    /// way in that was added since, then renamed over the old one, which stays as `keyring.latchkey.previous` until
    /// the new one was read again in its place.
    /// Unchanged, it writes the same bytes: a copy. Changed, the generation goes up by one.
    ///
    /// # Errors
    /// [`SaveKeyringError`]; the keyring that was there is then still there, but after `SavedButNotSynced`, where this
    /// one is in its place and counts as saved.
    pub fn save(&mut self, path: &Path) -> Result<(), SaveKeyringError> {
        let (generation, bytes) = self.next_file()?;
        let published = publish(path, &bytes, &|found| self.proves(found));
        if published.as_ref().is_err_and(|error| !error.is_in_place()) {
            return published;
        }
        for added in &mut self.added {
            added.unwrapped_by = None;
        }
        self.document.generation = generation;
        self.stored = Some(bytes);
        self.changed = false;
        published
    }

    /// The generation and the bytes of the next save.
    fn next_file(&self) -> Result<(u64, Vec<u8>), SaveKeyringError> {
        let generation = match &self.stored {
            Some(bytes) if !self.changed => return Ok((self.generation(), bytes.clone())),
            Some(_) if self.generation() >= MAX_GENERATION => {
                return Err(SaveKeyringError::GenerationsUsedUp);
            }
            Some(_) => self.generation() + 1,
            None => self.generation(),
        };
        let bytes = self.signed_bytes(generation);
        match bytes.len() > MAX_SIZE {
            true => Err(SaveKeyringError::TooLarge),
            false => Ok((generation, bytes)),
        }
    }

    /// The document as it was last read or written.
    fn stored_document(&self) -> Option<Document> {
        let (signed, _) = signature::split(self.stored.as_deref()?)?;
        Document::parse(signed).ok()
    }

    fn signed_bytes(&self, generation: u64) -> Vec<u8> {
        signature::sign(
            self.document.to_text(generation).into_bytes(),
            &self.secrets.signing,
        )
    }

    /// The bytes found on disk are this keyring, and open with everything at hand that opens it.
    fn proves(&self, found: &[u8]) -> bool {
        let Ok(locked) = LockedKeyring::from_bytes(found) else {
            return false;
        };
        let mut identities: Vec<SlotIdentity> = Vec::new();
        identities.extend(self.opener.as_ref().map(SlotIdentity::duplicate));
        for added in &self.added {
            match added.unwrapped_from(&locked) {
                Some(identity) => identities.push(identity),
                None => return false,
            }
        }
        locked.id() == self.id()
            && identities.iter().all(|identity| {
                LockedKeyring::from_bytes(found).is_ok_and(|again| {
                    again
                        .open(identity)
                        .is_ok_and(|open| open.secrets.equal(&self.secrets))
                })
            })
    }

    /// Encrypts a secret to every slot, kinds of later versions included, and lists it.
    fn add(
        &mut self,
        kind: SecretKind,
        text: &[u8],
        now: Timestamp,
    ) -> Result<String, std::io::Error> {
        if self.document.secrets.len() >= MAX_SECRETS {
            return Err(std::io::Error::other("too many keys for one keyring"));
        }
        let age = seal(text, &recipients(self.slots())?)?;
        let id = generate_id::<8>().map_err(std::io::Error::other)?;
        let entry = SecretEntry {
            id: id.clone(),
            kind,
            created: now,
            state: SecretState::Current,
            age,
        };
        self.document.secrets.push(entry.into_entry());
        self.changed = true;
        Ok(id)
    }
}

fn recovery_slots(
    recipients: Vec<RecoveryRecipient>,
    now: Timestamp,
) -> Result<Vec<Entry<Slot>>, CreateKeyringError> {
    let mut slots: Vec<Entry<Slot>> = Vec::new();
    for recipient in recipients {
        let public = recipient.key.to_string();
        if slots.iter().any(|slot| slot.value.recipient == public) {
            continue;
        }
        let slot = Slot {
            id: generate_id::<8>()
                .map_err(|error| CreateKeyringError::Seal(std::io::Error::other(error)))?,
            kind: SlotKind::Recovery {
                holder: recipient.holder,
            },
            label: recipient.label,
            created: now,
            last_tested: None,
            recipient: public,
        };
        slots.push(slot.into_entry());
    }
    match slots.len() {
        0 => Err(CreateKeyringError::NoRecipient),
        1..=MAX_SLOTS => Ok(slots),
        _ => Err(CreateKeyringError::TooManyRecipients),
    }
}

impl std::fmt::Debug for OpenKeyring {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("OpenKeyring")
    }
}

#[cfg(test)]
mod tests;
