//! Changing the key of the index: a fresh one is put in as `next`, the databases follow, and it becomes the current one.
//!
//! The keyring that is saved in between holds both keys, so that it opens the databases at every moment
//! (docs/keyring-format.md 8).

use super::OpenKeyring;
use super::secrets::recipients;
use crate::Timestamp;
use crate::document::{Document, Entry, MAX_SECRETS, SecretEntry, SecretState};
use crate::envelope::seal;
use crate::secret::{IndexKeyBytes, SecretKind, generate_id};

/// Why no re-keying was begun.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum BeginRekeyError {
    /// One is under way: the databases must finish it first.
    #[error("a re-keying is under way")]
    UnderWay,
    /// The system gave no random bytes, or encrypting failed.
    #[error("encrypting the keys failed")]
    Seal(#[source] std::io::Error),
}

impl OpenKeyring {
    /// Puts a fresh index key in as the next one, encrypted to all slots.
    ///
    /// # Errors
    /// `UnderWay` while there is a next one already.
    pub fn begin_rekey(&mut self, now: Timestamp) -> Result<(), BeginRekeyError> {
        if self.next_index_key().is_some() {
            return Err(BeginRekeyError::UnderWay);
        }
        let (key, entry) = self.fresh_index_key(now).map_err(BeginRekeyError::Seal)?;
        self.document.secrets.push(entry);
        self.secrets.next_index_key = Some(key);
        self.changed = true;
        Ok(())
    }

    /// The key that the databases are changing to: there while a re-keying is under way, also after reading such a
    /// keyring. Each database is under the one key or the other.
    #[must_use]
    pub fn next_index_key(&self) -> Option<&IndexKeyBytes> {
        self.secrets.next_index_key.as_ref()
    }

    /// Makes the next index key the current one and drops the old: both databases are under it now. False, and
    /// nothing happens, when no re-keying is under way.
    pub fn finish_rekey(&mut self) -> bool {
        let Some(next) = self.secrets.next_index_key.take() else {
            return false;
        };
        let is_index = |entry: &Entry<SecretEntry>, state: SecretState| {
            entry.value.kind == SecretKind::IndexKey && entry.value.state == state
        };
        let secrets = &mut self.document.secrets;
        secrets.retain(|entry| !is_index(entry, SecretState::Current));
        for entry in secrets.iter_mut() {
            if is_index(entry, SecretState::Next) {
                entry.set_state(SecretState::Current);
            }
        }
        self.secrets.index_key = next;
        self.changed = true;
        true
    }

    /// Drops a slot and encrypts every secret to the others; with a time, a re-keying begins, unless one has begun
    /// that was never written.
    pub(super) fn drop_slot(
        &mut self,
        slot: &str,
        rekey: Option<Timestamp>,
    ) -> Result<(), std::io::Error> {
        let Some(at) = self
            .document
            .slots
            .iter()
            .position(|entry| entry.value.id == slot)
        else {
            return Ok(());
        };
        let gone = self.document.slots.remove(at);
        let result = self.seal_for_the_rest(rekey);
        match result {
            Ok(()) => self.changed = true,
            Err(_) => self.document.slots.insert(at, gone),
        }
        result
    }

    fn seal_for_the_rest(&mut self, rekey: Option<Timestamp>) -> Result<(), std::io::Error> {
        let mut secrets = self
            .secrets
            .seal_all(&self.document.secrets, &self.document.slots)?;
        if let (Some(now), None) = (rekey, self.next_index_key()) {
            let (key, entry) = self.fresh_index_key(now)?;
            secrets.push(entry);
            self.secrets.next_index_key = Some(key);
        }
        self.document.secrets = secrets;
        Ok(())
    }

    fn fresh_index_key(
        &self,
        now: Timestamp,
    ) -> Result<(IndexKeyBytes, Entry<SecretEntry>), std::io::Error> {
        if self.document.secrets.len() >= MAX_SECRETS {
            return Err(std::io::Error::other("too many keys for one keyring"));
        }
        let key = IndexKeyBytes::generate().map_err(std::io::Error::other)?;
        let entry = SecretEntry {
            id: generate_id::<8>().map_err(std::io::Error::other)?,
            kind: SecretKind::IndexKey,
            created: now,
            state: SecretState::Next,
            age: seal(&key.to_text(), &recipients(self.slots())?)?,
        };
        Ok((key, entry.into_entry()))
    }

    /// Whether the file as it was last read or written holds a next index key.
    pub(super) fn rekey_is_written(&self) -> bool {
        self.is_written(|document| {
            document.secrets.iter().any(|entry| {
                entry.value.kind == SecretKind::IndexKey && entry.value.state == SecretState::Next
            })
        })
    }

    /// Whether something stands in the file as it was last read or written.
    pub(super) fn is_written(&self, holds: impl Fn(&Document) -> bool) -> bool {
        self.stored_document()
            .is_some_and(|document| holds(&document))
    }
}
