//! A keyring as it lies on disk: read, checked for damage, not yet opened.
//!
//! What it says about itself (id, slots, hints) is readable without a key and is a claim until [`LockedKeyring::open`]
//! has decrypted the signing key and compared the pins.

mod unlock;

use std::io::Read;
use std::path::Path;

use ed25519_dalek::SigningKey;
use subtle::ConstantTimeEq;

use crate::document::{
    AccountHint, Document, IndexFormat, ReadDocumentError, SecretEntry, SecretState, Slot, SlotKind,
};
use crate::envelope::{UnsealError, unseal};
use crate::identity::SlotIdentity;
use crate::open::{Authenticity, OpenKeyring, Secrets};
use crate::secret::{SecretBytes, SecretKind};
use crate::signature::{self, Fingerprint};
pub use unlock::UnlockSlotError;

/// Largest keyring read, bytes (docs/keyring-format.md 2).
pub(crate) const MAX_SIZE: usize = 1024 * 1024;

/// Why a file cannot be read as a keyring.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum ReadKeyringError {
    /// Its bytes are something else.
    #[error("not a keyring")]
    NotAKeyring,
    /// Made by a newer version.
    #[error("keyring format version {found} is not known")]
    UnknownVersion {
        /// The version it states.
        found: u64,
    },
    /// Damaged or changed: the signature line does not fit the bytes, or a rule of the format is broken.
    #[error("the keyring was changed after it was signed")]
    Tampered,
    /// It is not there.
    #[error("no keyring there")]
    NotFound,
    /// It may not be read.
    #[error("the keyring may not be read")]
    Permission(#[source] std::io::Error),
    /// Reading failed.
    #[error("reading the keyring failed")]
    Io(#[source] std::io::Error),
}

/// Why an identity does not open a keyring.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum OpenKeyringError {
    /// No slot of this keyring belongs to the identity.
    #[error("no slot of this keyring fits")]
    NoMatchingSlot,
    /// It is not the keyring that the identity was made for, or its parts do not fit together.
    #[error("the keyring is not the one this identity was made for")]
    Tampered,
}

/// A keyring whose signature line fits its bytes; who signed it is still only claimed.
pub struct LockedKeyring {
    bytes: Vec<u8>,
    document: Document,
}

impl LockedKeyring {
    /// Reads a keyring file.
    ///
    /// # Errors
    /// [`ReadKeyringError`]; a changed byte anywhere is `Tampered`, `NotAKeyring` or `UnknownVersion`.
    pub fn read(path: &Path) -> Result<Self, ReadKeyringError> {
        let mut bytes = Vec::new();
        // A pipe or a device in its place could block for ever.
        if !std::fs::metadata(path).map_err(read_error)?.is_file() {
            return Err(ReadKeyringError::NotAKeyring);
        }
        let file = std::fs::File::open(path).map_err(read_error)?;
        let limit = MAX_SIZE as u64 + 1;
        file.take(limit)
            .read_to_end(&mut bytes)
            .map_err(read_error)?;
        Self::from_bytes(&bytes)
    }

    /// Reads a keyring from memory.
    ///
    /// # Errors
    /// As [`Self::read`].
    pub fn from_bytes(bytes: &[u8]) -> Result<Self, ReadKeyringError> {
        if bytes.len() > MAX_SIZE {
            return Err(ReadKeyringError::NotAKeyring);
        }
        let Some((signed, signature)) = signature::split(bytes) else {
            // Only the document can say whether this was meant to be a keyring.
            return Err(match Document::parse(bytes) {
                Err(ReadDocumentError::NotAKeyring) => ReadKeyringError::NotAKeyring,
                _ => ReadKeyringError::Tampered,
            });
        };
        let document = Document::parse(signed).map_err(|error| match error {
            ReadDocumentError::NotAKeyring => ReadKeyringError::NotAKeyring,
            ReadDocumentError::UnknownVersion(found) => ReadKeyringError::UnknownVersion { found },
            ReadDocumentError::Malformed => ReadKeyringError::Tampered,
        })?;
        if !signature::verify(signed, &signature, &document.signed_by) {
            return Err(ReadKeyringError::Tampered);
        }
        Ok(Self {
            bytes: bytes.to_vec(),
            document,
        })
    }

    /// The file's own bytes.
    pub(crate) fn bytes(&self) -> &[u8] {
        &self.bytes
    }

    /// The keyring's own name: the same in every copy and every generation.
    #[must_use]
    pub fn id(&self) -> &str {
        &self.document.id
    }

    /// Counts the changes; the caller compares it with the highest it has seen.
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

    /// The last digits of a phone number it is for, the first that a hint has.
    #[must_use]
    pub fn phone_suffix(&self) -> Option<&str> {
        self.accounts()
            .find_map(|hint| hint.phone_suffix.as_deref())
    }

    /// Fingerprint of the key that the file claims signed it.
    #[must_use]
    pub fn fingerprint_claimed(&self) -> Fingerprint {
        Fingerprint::of(&self.document.signed_by)
    }

    /// How the index is encrypted, as the file claims.
    #[must_use]
    pub fn index_format(&self) -> Option<IndexFormat> {
        IndexFormat::from_json(self.document.index_format.get())
    }

    /// Opens it with an identity, a kit's or what came out of a slot: decrypts the signing key, compares it with the key the file states, and
    /// compares the identity's pins where it has them.
    ///
    /// # Errors
    /// `NoMatchingSlot` for somebody else's identity; `Tampered` for a keyring that is not the one it was.
    pub fn open(self, identity: &SlotIdentity) -> Result<OpenKeyring, OpenKeyringError> {
        let ours = self
            .document
            .slots
            .iter()
            .any(|slot| identity.opens(&slot.value.recipient));
        let seed = match unseal(&self.current(SecretKind::SigningKey)?.age, &identity.keys) {
            Ok(text) => SecretBytes::<32>::from_text(&text).ok_or(OpenKeyringError::Tampered)?,
            Err(UnsealError::NotForUs) if !ours => return Err(OpenKeyringError::NoMatchingSlot),
            Err(_) => return Err(OpenKeyringError::Tampered),
        };
        let signing = SigningKey::from_bytes(seed.as_bytes());
        let public = signing.verifying_key().to_bytes();
        if !ours || !bool::from(public.ct_eq(&self.document.signed_by)) {
            return Err(OpenKeyringError::Tampered);
        }
        let authenticity = self.compare_pins(identity)?;
        let secrets = self.open_secrets(signing, identity)?;
        Ok(OpenKeyring::unlocked(
            self.document,
            self.bytes,
            identity.duplicate(),
            secrets,
            authenticity,
        ))
    }

    fn current(&self, kind: SecretKind) -> Result<&SecretEntry, OpenKeyringError> {
        let mut secrets = self.document.secrets.iter().map(|entry| &entry.value);
        let found = secrets.find(|s| s.kind == kind && s.state == SecretState::Current);
        found.ok_or(OpenKeyringError::Tampered)
    }

    /// Every secret. One of a known kind must open and have its form; of others what opens is kept.
    fn open_secrets(
        &self,
        signing: SigningKey,
        identity: &SlotIdentity,
    ) -> Result<Secrets, OpenKeyringError> {
        let index_key = open_secret(&self.current(SecretKind::IndexKey)?.age, identity)?;
        let mut secrets = Secrets {
            signing,
            index_key,
            next_index_key: None,
            roots: Vec::new(),
            devices: Vec::new(),
            others: Vec::new(),
        };
        for entry in self.document.secrets.iter().map(|entry| &entry.value) {
            let id = entry.id.clone();
            match (&entry.kind, &entry.state) {
                (SecretKind::SigningKey | SecretKind::IndexKey, SecretState::Current) => {}
                (SecretKind::IndexKey, SecretState::Next) => {
                    secrets.next_index_key = Some(open_secret(&entry.age, identity)?);
                }
                (SecretKind::RootKey, _) => {
                    secrets.roots.push((id, open_secret(&entry.age, identity)?));
                }
                (SecretKind::DeviceKey, _) => {
                    let key = open_secret(&entry.age, identity)?;
                    secrets.devices.push((id, key));
                }
                (SecretKind::SigningKey | SecretKind::IndexKey, _) => {
                    let key: SecretBytes<32> = open_secret(&entry.age, identity)?;
                    secrets.others.push((id, Some(key.to_text())));
                }
                (SecretKind::Unknown(_), _) => {
                    let text = unseal(&entry.age, &identity.keys).ok();
                    secrets.others.push((id, text));
                }
            }
        }
        Ok(secrets)
    }

    fn compare_pins(&self, identity: &SlotIdentity) -> Result<Authenticity, OpenKeyringError> {
        let pins = &identity.pins;
        let id_fits = pins
            .keyring
            .as_ref()
            .is_none_or(|id| *id == self.document.id);
        let slot_fits = pins.slot.as_ref().is_none_or(|id| {
            let slot = self.document.slots.iter().find(|slot| slot.value.id == *id);
            slot.is_some_and(|slot| identity.opens(&slot.value.recipient))
        });
        let key_fits = pins
            .signed_by
            .is_none_or(|key| key.ct_eq(&self.document.signed_by).into());
        let all_there = pins.keyring.is_some() && pins.slot.is_some() && pins.signed_by.is_some();
        if !(id_fits && slot_fits && key_fits) || (self.must_be_pinned(identity) && !all_there) {
            return Err(OpenKeyringError::Tampered);
        }
        Ok(match pins.signed_by {
            Some(_) => Authenticity::Pinned,
            None => Authenticity::Unpinned,
        })
    }
}

impl LockedKeyring {
    /// A document that this program made or read, with its signed bytes.
    pub(crate) fn new(bytes: Vec<u8>, document: Document) -> Self {
        Self { bytes, document }
    }

    /// Whether the identity comes out of a slot of this file, which holds its pins as well: then they must be there.
    fn must_be_pinned(&self, identity: &SlotIdentity) -> bool {
        let slots = self.document.slots.iter().map(|entry| &entry.value);
        let wrapped = |slot: &Slot| {
            matches!(
                slot.kind,
                SlotKind::Passkey(_) | SlotKind::Passphrase { .. }
            )
        };
        slots
            .filter(|slot| wrapped(slot))
            .any(|slot| identity.opens(&slot.recipient))
    }
}

fn open_secret<const N: usize>(
    armored: &str,
    identity: &SlotIdentity,
) -> Result<SecretBytes<N>, OpenKeyringError> {
    let text = unseal(armored, &identity.keys).map_err(|_| OpenKeyringError::Tampered)?;
    SecretBytes::from_text(&text).ok_or(OpenKeyringError::Tampered)
}

fn read_error(error: std::io::Error) -> ReadKeyringError {
    match error.kind() {
        std::io::ErrorKind::NotFound => ReadKeyringError::NotFound,
        std::io::ErrorKind::PermissionDenied => ReadKeyringError::Permission(error),
        _ => ReadKeyringError::Io(error),
    }
}

impl std::fmt::Debug for LockedKeyring {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("LockedKeyring")
            .field("generation", &self.document.generation)
            .finish_non_exhaustive()
    }
}
