//! Changing the ways into an open keyring: adding, renaming, marking as tested, removing.
//!
//! Any one opened slot suffices. Nothing here touches the disk; a change that fails leaves everything as it was.

use age::x25519;
use latchkey_passkey::{
    Authenticator, CeremonyError, CreateRequest, Credential, Interaction, OnePin, PrfOutput,
};
use zeroize::Zeroizing;

use super::OpenKeyring;
use super::added::{Added, Opener};
use crate::Timestamp;
use crate::document::{Entry, MAX_SLOTS, PasskeySlot, Slot, SlotKind};
use crate::identity::{RecoveryRecipient, SlotIdentity, key_text};
use crate::passkey::Challenge;
use crate::passphrase::{self, Passphrase};
use crate::pins::Pins;
use crate::secret::generate_id;

/// Name of a slot within its keyring.
pub type SlotId = String;

/// The name that an authenticator shows for the passkey, where it shows one. English: it is stored on the device and
/// read there, in whatever language the device speaks.
const DISPLAY_NAME: &str = "Opens my chat backup: deleting it locks me out";

/// Why a way in was not added. The keyring is as it was.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum AddSlotError {
    /// There is no recovery slot yet: a lost passkey would be a lost keyring.
    #[error("a keyring needs a recovery slot before it gets a passkey")]
    NoRecovery,
    /// A keyring has room for 64.
    #[error("too many ways in for one keyring")]
    TooManySlots,
    /// The passkey was not made, or did not answer twice alike.
    #[error("the passkey was not made")]
    Ceremony(#[source] CeremonyError),
    /// The system gave no random bytes, or encrypting failed.
    #[error("encrypting the keys failed")]
    Seal(#[source] std::io::Error),
}

/// There is no slot of that name.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("no such slot")]
pub struct UnknownSlotError;

/// Why a way in was not removed. The keyring is as it was.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum RemoveSlotError {
    /// There is no slot of that name.
    #[error("no such slot")]
    UnknownSlot,
    /// The last recovery slot, while a passkey is left.
    #[error("the last recovery slot stays while there is a passkey")]
    LastRecovery,
    /// Nothing that this version can open would be left.
    #[error("the last way in stays")]
    LastSlot,
    /// A re-keying that an earlier change began is still under way: the databases must finish it first.
    #[error("a re-keying is under way")]
    RekeyUnderWay,
    /// The system gave no random bytes, or encrypting failed.
    #[error("encrypting the keys failed")]
    Seal(#[source] std::io::Error),
}

impl OpenKeyring {
    /// Makes a passkey and lets it open this keyring. The person is asked for a PIN once; the passkey is evaluated
    /// twice and must answer alike. When anything fails after it was made, the authenticator forgets it again.
    ///
    /// # Errors
    /// [`AddSlotError`]: `NoRecovery` without a recovery slot.
    pub fn add_passkey(
        &mut self,
        label: &str,
        with: &mut dyn Authenticator,
        ask: &dyn Interaction,
        now: Timestamp,
    ) -> Result<SlotId, AddSlotError> {
        if !self.slots().any(is_recovery) {
            return Err(AddSlotError::NoRecovery);
        }
        self.has_room()?;
        let request = CreateRequest {
            rp_id: latchkey_passkey::RP_ID.to_owned(),
            display_name: DISPLAY_NAME.to_owned(),
            exclude: self.slots().filter_map(Slot::passkey).collect(),
        };
        let ask = OnePin::new(ask);
        let credential = with
            .create(&request, &ask)
            .map_err(AddSlotError::Ceremony)?;
        if request
            .exclude
            .iter()
            .any(|known| known.id == credential.id)
        {
            // Not to be forgotten: it opens another slot.
            return Err(AddSlotError::Ceremony(CeremonyError::AlreadyEnrolled));
        }
        let made = credential.clone();
        let added = self.add_created(label, credential, with, &ask, now);
        if added.is_err() {
            with.forget(&made);
        }
        added
    }

    /// Generates six words that open this keyring; they are to be written down or learnt now.
    ///
    /// # Errors
    /// [`AddSlotError`].
    pub fn add_passphrase(
        &mut self,
        label: &str,
        now: Timestamp,
    ) -> Result<(SlotId, Passphrase), AddSlotError> {
        self.add_passphrase_at(label, passphrase::WORK_FACTOR, now)
    }

    /// As [`Self::add_passphrase`], with a work factor of the caller's: tests take a low one.
    pub(crate) fn add_passphrase_at(
        &mut self,
        label: &str,
        work_factor: u8,
        now: Timestamp,
    ) -> Result<(SlotId, Passphrase), AddSlotError> {
        self.has_room()?;
        let words = Passphrase::generate().map_err(no_random)?;
        let (id, identity) = self.new_identity()?;
        let text = identity_text(&identity);
        let wrapped = passphrase::wrap(text.as_bytes(), words.as_str(), work_factor)
            .map_err(AddSlotError::Seal)?;
        let kind = SlotKind::Passphrase { identity: wrapped };
        self.put_slot(&id, label, kind, &identity, now)?;
        let opener = Opener::Passphrase(words.duplicate());
        self.added.push(Added {
            slot: id.clone(),
            identity,
            unwrapped_by: Some(opener),
        });
        Ok((id, words))
    }

    /// Lets a recovery identity open this keyring; one that opens it already keeps its slot.
    ///
    /// # Errors
    /// [`AddSlotError`].
    pub fn add_recovery(
        &mut self,
        recipient: RecoveryRecipient,
        now: Timestamp,
    ) -> Result<SlotId, AddSlotError> {
        let public = recipient.key.to_string();
        if let Some(slot) = self.slots().find(|slot| slot.recipient == public) {
            return Ok(slot.id.clone());
        }
        self.has_room()?;
        let id = generate_id::<8>().map_err(no_random)?;
        let slot = Slot {
            id: id.clone(),
            kind: SlotKind::Recovery {
                holder: recipient.holder,
            },
            label: recipient.label,
            created: now,
            last_tested: None,
            recipient: public,
        };
        self.put(slot).map_err(AddSlotError::Seal)?;
        Ok(id)
    }

    /// Gives a slot another name.
    ///
    /// # Errors
    /// There is none of that id.
    pub fn rename_slot(&mut self, slot: &str, label: &str) -> Result<(), UnknownSlotError> {
        self.slot_entry(slot)?.rename(label);
        self.changed = true;
        Ok(())
    }

    /// Notes that a slot has just opened this keyring.
    ///
    /// # Errors
    /// There is none of that id.
    pub fn mark_tested(&mut self, slot: &str, now: Timestamp) -> Result<(), UnknownSlotError> {
        self.slot_entry(slot)?.mark_tested(now);
        self.changed = true;
        Ok(())
    }

    /// Takes a way in out: every secret is encrypted anew to those that are left, and a re-keying of the index
    /// begins ([`Self::next_index_key`]). A slot that was never written is just dropped. What an authenticator keeps
    /// for the slot's credential is the caller's to forget.
    ///
    /// # Errors
    /// [`RemoveSlotError`].
    pub fn remove_slot(&mut self, slot: &str, now: Timestamp) -> Result<(), RemoveSlotError> {
        let all = self.document.slots.iter().map(|entry| &entry.value);
        let gone = all.clone().find(|known| known.id == slot);
        let gone = gone.ok_or(RemoveSlotError::UnknownSlot)?;
        let left: Vec<&Slot> = all.filter(|known| known.id != slot).collect();
        if !left
            .iter()
            .any(|slot| !matches!(slot.kind, SlotKind::Unknown(_)))
        {
            return Err(RemoveSlotError::LastSlot);
        }
        let passkey_left = left
            .iter()
            .any(|slot| matches!(slot.kind, SlotKind::Passkey(_)));
        if is_recovery(gone) && passkey_left && !left.iter().any(|slot| is_recovery(slot)) {
            return Err(RemoveSlotError::LastRecovery);
        }
        let was_written =
            self.is_written(|document| document.slots.iter().any(|entry| entry.value.id == slot));
        if was_written && self.rekey_is_written() {
            return Err(RemoveSlotError::RekeyUnderWay);
        }
        let recipient = gone.recipient.clone();
        self.drop_slot(slot, was_written.then_some(now))
            .map_err(RemoveSlotError::Seal)?;
        self.added.retain(|added| added.slot != slot);
        if self
            .opener
            .as_ref()
            .is_some_and(|opener| opener.opens(&recipient))
        {
            // The next proof is another way's, if one is at hand.
            self.opener = self.added.first().map(|added| added.identity.duplicate());
        }
        Ok(())
    }

    /// The slot whose identity opened this keyring, or proves it at the next save; `None` for a new keyring that was
    /// given none.
    #[must_use]
    pub fn opened_by(&self) -> Option<&str> {
        let opener = self.opener.as_ref()?;
        let mut slots = self.slots();
        let found = slots.find(|slot| opener.opens(&slot.recipient));
        found.map(|slot| slot.id.as_str())
    }

    /// What is left of adding a passkey once it was made.
    fn add_created(
        &mut self,
        label: &str,
        mut credential: Credential,
        with: &mut dyn Authenticator,
        ask: &dyn Interaction,
        now: Timestamp,
    ) -> Result<SlotId, AddSlotError> {
        if let Some(rule) = broken_rule(&credential, with) {
            return Err(AddSlotError::Ceremony(CeremonyError::Inconsistent { rule }));
        }
        let challenge = Challenge::fresh(credential.kind).map_err(no_random)?;
        let output =
            answer_twice(&mut credential, &challenge, with, ask).map_err(AddSlotError::Ceremony)?;
        let (id, identity) = self.new_identity()?;
        let text = identity_text(&identity);
        let wrapped = challenge
            .wrap(text.as_bytes(), &output)
            .map_err(AddSlotError::Seal)?;
        let kind = SlotKind::Passkey(PasskeySlot::new(credential, wrapped));
        self.put_slot(&id, label, kind, &identity, now)?;
        self.added.push(Added {
            slot: id.clone(),
            identity,
            unwrapped_by: Some(Opener::Passkey(output)),
        });
        Ok(id)
    }

    fn has_room(&self) -> Result<(), AddSlotError> {
        match self.document.slots.len() < MAX_SLOTS {
            true => Ok(()),
            false => Err(AddSlotError::TooManySlots),
        }
    }

    /// A fresh identity for a fresh slot of this keyring, with all three pins.
    fn new_identity(&self) -> Result<(SlotId, SlotIdentity), AddSlotError> {
        let id = generate_id::<8>().map_err(no_random)?;
        let identity = SlotIdentity {
            keys: vec![x25519::Identity::generate()],
            pins: Pins {
                keyring: Some(self.document.id.clone()),
                slot: Some(id.clone()),
                signed_by: Some(self.document.signed_by),
            },
        };
        Ok((id, identity))
    }

    fn put_slot(
        &mut self,
        id: &str,
        label: &str,
        kind: SlotKind,
        identity: &SlotIdentity,
        now: Timestamp,
    ) -> Result<(), AddSlotError> {
        let recipient = identity.keys.first().map(|key| key.to_public().to_string());
        let slot = Slot {
            id: id.to_owned(),
            kind,
            label: label.to_owned(),
            created: now,
            last_tested: None,
            recipient: recipient.unwrap_or_default(),
        };
        self.put(slot).map_err(AddSlotError::Seal)
    }

    /// Lists a slot and encrypts every secret to all of them.
    fn put(&mut self, slot: Slot) -> Result<(), std::io::Error> {
        self.document.slots.push(slot.into_entry());
        match self
            .secrets
            .seal_all(&self.document.secrets, &self.document.slots)
        {
            Ok(secrets) => {
                self.document.secrets = secrets;
                self.changed = true;
                Ok(())
            }
            Err(error) => {
                self.document.slots.pop();
                Err(error)
            }
        }
    }

    fn slot_entry(&mut self, slot: &str) -> Result<&mut Entry<Slot>, UnknownSlotError> {
        let mut slots = self.document.slots.iter_mut();
        slots
            .find(|entry| entry.value.id == slot)
            .ok_or(UnknownSlotError)
    }
}

fn is_recovery(slot: &Slot) -> bool {
    matches!(slot.kind, SlotKind::Recovery { .. })
}

/// What a credential must be before it may guard anything.
fn broken_rule(credential: &Credential, with: &dyn Authenticator) -> Option<&'static str> {
    let is_tpm = credential.kind == latchkey_passkey::AuthenticatorKind::Tpm;
    if credential.kind != with.kind() {
        Some("a credential of another kind")
    } else if credential.id.is_empty() {
        Some("a credential without id")
    } else if credential.rp_id != latchkey_passkey::RP_ID {
        Some("another relying party")
    } else if credential.tpm.is_some() != is_tpm {
        Some("the binding to a TPM")
    } else {
        None
    }
}

/// Two evaluations at the same inputs: some phones have answered differently the second time.
fn answer_twice(
    credential: &mut Credential,
    challenge: &Challenge,
    with: &mut dyn Authenticator,
    ask: &dyn Interaction,
) -> Result<PrfOutput, CeremonyError> {
    let inputs = challenge.inputs();
    let first = with.evaluate(credential, &inputs, ask)?;
    let second = with.evaluate(credential, &inputs, ask)?;
    if first.output != second.output {
        let rule = "two different outputs for one input";
        return Err(CeremonyError::Inconsistent { rule });
    }
    if is_constant(&first.output) {
        let rule = "an output that depends on no input";
        return Err(CeremonyError::Inconsistent { rule });
    }
    if ask.is_cancelled() {
        return Err(CeremonyError::Cancelled);
    }
    credential.backup_eligible = second.backup_eligible;
    credential.backed_up = second.backed_up;
    Ok(second.output)
}

/// Nobody's HMAC: two inputs gave one output, or one of the outputs is nothing.
fn is_constant(output: &PrfOutput) -> bool {
    let (first, second) = output.as_bytes().split_at(32);
    let nothing = [0; 32];
    first == second || first == nothing || second == nothing
}

/// The identity file that is wrapped: pins and key, in one allocation.
fn identity_text(identity: &SlotIdentity) -> Zeroizing<String> {
    let pins = identity.pins.to_lines();
    let keys: Vec<Zeroizing<String>> = identity.keys.iter().map(key_text).collect();
    let length = pins.len() + keys.iter().map(|key| key.len() + 1).sum::<usize>();
    let mut text = Zeroizing::new(String::with_capacity(length));
    text.push_str(&pins);
    for key in &keys {
        text.push_str(key);
        text.push('\n');
    }
    text
}

fn no_random(error: getrandom::Error) -> AddSlotError {
    AddSlotError::Seal(std::io::Error::other(error))
}
