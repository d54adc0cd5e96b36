//! One way in, as the file lists it: recovery, passphrase, or a passkey of some authenticator.
//!
//! Every kind is read and kept; opening and making kinds other than recovery is not this file's business.

use base64::{Engine, prelude::BASE64_URL_SAFE_NO_PAD};
use serde::{Deserialize, Serialize};

use super::{Entry, Members, format_time, is_id, parse_time, raw_of};
use crate::Timestamp;

/// One way in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Slot {
    /// Name within this keyring.
    pub id: String,
    /// What opens it.
    pub kind: SlotKind,
    /// The person's own name for it.
    pub label: String,
    /// When it was made.
    pub created: Timestamp,
    /// When it last opened the keyring in a rehearsal.
    pub last_tested: Option<Timestamp>,
    /// Public recipient (`age1…`) that every secret is encrypted to.
    pub recipient: String,
}

/// What opens a slot.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum SlotKind {
    /// An identity that a person or an organisation keeps outside.
    Recovery {
        /// Who keeps it.
        holder: Holder,
    },
    /// Words that decrypt an ordinary `age -p` file.
    Passphrase {
        /// That file, armored.
        identity: String,
    },
    /// A passkey whose PRF output decrypts the slot's identity.
    Passkey(PasskeySlot),
    /// A kind of a later version: kept, and secrets are encrypted to it.
    Unknown(String),
}

/// Who keeps a recovery identity.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Holder {
    /// The owner of the chats: a printed kit.
    Owner,
    /// An organisation that the owner accepted.
    Organisation,
    /// A word of a later version.
    #[serde(untagged)]
    Unknown(String),
}

/// Which sort of authenticator holds a passkey.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Authenticator {
    /// A security key.
    SecurityKey,
    /// The TPM of one computer.
    Tpm,
    /// A phone, reached by QR code.
    Phone,
    /// A file, for demonstrations and tests only.
    Software,
    /// A sort of a later version.
    #[serde(untagged)]
    Unknown(String),
}

/// What a passkey slot adds.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PasskeySlot {
    /// Sort of authenticator.
    pub authenticator: Authenticator,
    /// The slot's identity: an armored age file whose only recipient is the passkey.
    pub identity: String,
    /// WebAuthn credential id.
    pub credential_id: Vec<u8>,
    /// Public key as COSE_Key bytes; empty where the authenticator has none.
    pub public_key: Vec<u8>,
    /// Relying party id; never changed.
    pub rp_id: String,
    /// WebAuthn transports.
    pub transports: Vec<String>,
    /// BE: may be synced between devices.
    pub backup_eligible: bool,
    /// BS: was synced when last seen.
    pub backed_up: bool,
}

#[derive(Serialize, Deserialize)]
struct SlotFields {
    id: String,
    kind: String,
    label: String,
    created: String,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    last_tested: Option<String>,
    recipient: String,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    holder: Option<Holder>,
}

#[derive(Deserialize)]
struct PassphraseFields {
    identity: String,
}

#[derive(Deserialize)]
struct PasskeyFields {
    authenticator: Authenticator,
    identity: String,
    credential_id: String,
    public_key: String,
    rp_id: String,
    transports: Vec<String>,
    backup_eligible: bool,
    backed_up: bool,
}

impl Slot {
    pub(super) fn parse(raw: &str) -> Option<Self> {
        serde_json::from_str::<Members>(raw).ok()?;
        let slot: SlotFields = serde_json::from_str(raw).ok()?;
        is_id(&slot.id).then_some(())?;
        slot.recipient.parse::<age::x25519::Recipient>().ok()?;
        let last_tested = match &slot.last_tested {
            Some(text) => Some(parse_time(text)?),
            None => None,
        };
        Some(Self {
            kind: parse_kind(&slot, raw)?,
            created: parse_time(&slot.created)?,
            id: slot.id,
            label: slot.label,
            last_tested,
            recipient: slot.recipient,
        })
    }

    /// A recovery slot with the text it gets in the file.
    pub(crate) fn recovery_entry(self, holder: Holder) -> Entry<Self> {
        let fields = SlotFields {
            id: self.id.clone(),
            kind: "recovery".into(),
            label: self.label.clone(),
            created: format_time(self.created),
            last_tested: self.last_tested.map(format_time),
            recipient: self.recipient.clone(),
            holder: Some(holder),
        };
        Entry {
            raw: raw_of(&fields),
            value: self,
        }
    }
}

fn parse_kind(slot: &SlotFields, raw: &str) -> Option<SlotKind> {
    Some(match slot.kind.as_str() {
        "recovery" => SlotKind::Recovery {
            holder: slot.holder.clone().unwrap_or(Holder::Owner),
        },
        "passphrase" => {
            let fields: PassphraseFields = serde_json::from_str(raw).ok()?;
            SlotKind::Passphrase {
                identity: fields.identity,
            }
        }
        "passkey" => {
            let fields: PasskeyFields = serde_json::from_str(raw).ok()?;
            SlotKind::Passkey(PasskeySlot {
                authenticator: fields.authenticator,
                identity: fields.identity,
                credential_id: BASE64_URL_SAFE_NO_PAD.decode(fields.credential_id).ok()?,
                public_key: BASE64_URL_SAFE_NO_PAD.decode(fields.public_key).ok()?,
                rp_id: fields.rp_id,
                transports: fields.transports,
                backup_eligible: fields.backup_eligible,
                backed_up: fields.backed_up,
            })
        }
        other => SlotKind::Unknown(other.to_owned()),
    })
}
