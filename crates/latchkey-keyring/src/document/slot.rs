//! One way in, as the file lists it: recovery, passphrase, or a passkey of some authenticator.
//!
//! Every kind is read and kept; opening and wrapping are not this file's business.

use base64::{Engine, prelude::BASE64_URL_SAFE_NO_PAD};
use latchkey_passkey::{Argon2Cost, AuthenticatorKind, Credential, TpmBinding};
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
    /// For a TPM only: which one, and how its PIN becomes its authorisation.
    pub tpm: Option<TpmBinding>,
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

#[derive(Serialize, Deserialize)]
struct PassphraseFields {
    identity: String,
}

#[derive(Serialize, Deserialize)]
struct PasskeyFields {
    authenticator: Authenticator,
    identity: String,
    credential_id: String,
    public_key: String,
    rp_id: String,
    transports: Vec<String>,
    backup_eligible: bool,
    backed_up: bool,
    /// Read on its own: for other authenticators it is a member that version 1 does not know.
    #[serde(skip_deserializing, skip_serializing_if = "Option::is_none")]
    tpm: Option<TpmFields>,
}

#[derive(Deserialize)]
struct TpmMember {
    tpm: TpmFields,
}

#[derive(Serialize, Deserialize)]
struct TpmFields {
    parent_name: String,
    pin_salt: String,
    argon2id: Argon2Cost,
}

/// A slot as it is written: the members of its kind stand after those of every slot.
#[derive(Serialize)]
struct Written {
    #[serde(flatten)]
    slot: SlotFields,
    #[serde(flatten)]
    passphrase: Option<PassphraseFields>,
    #[serde(flatten)]
    passkey: Option<PasskeyFields>,
}

impl Slot {
    /// The passkey that opens this slot, as its authenticator knows it; `None` for other kinds of slots and for
    /// authenticators of a later version.
    #[must_use]
    pub fn passkey(&self) -> Option<Credential> {
        let SlotKind::Passkey(passkey) = &self.kind else {
            return None;
        };
        Some(Credential {
            kind: passkey.authenticator.kind()?,
            id: passkey.credential_id.clone(),
            public_key: passkey.public_key.clone(),
            rp_id: passkey.rp_id.clone(),
            transports: passkey.transports.clone(),
            backup_eligible: passkey.backup_eligible,
            backed_up: passkey.backed_up,
            tpm: passkey.tpm.clone(),
        })
    }

    /// Whether a person may rely on it as a passkey: not one that lives in a file, nor one that this version cannot
    /// ask.
    #[must_use]
    pub fn counts_as_passkey(&self) -> bool {
        let kind = self.passkey().map(|credential| credential.kind);
        kind.is_some_and(|kind| kind != AuthenticatorKind::Software)
    }

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

    /// With the text it gets in the file.
    pub(crate) fn into_entry(self) -> Entry<Self> {
        let (kind, holder, passphrase, passkey) = match &self.kind {
            SlotKind::Recovery { holder } => ("recovery", Some(holder.clone()), None, None),
            SlotKind::Passphrase { identity } => {
                let identity = identity.clone();
                (
                    "passphrase",
                    None,
                    Some(PassphraseFields { identity }),
                    None,
                )
            }
            SlotKind::Passkey(passkey) => ("passkey", None, None, Some(PasskeyFields::of(passkey))),
            SlotKind::Unknown(kind) => (kind.as_str(), None, None, None),
        };
        let slot = SlotFields {
            id: self.id.clone(),
            kind: kind.to_owned(),
            label: self.label.clone(),
            created: format_time(self.created),
            last_tested: self.last_tested.map(format_time),
            recipient: self.recipient.clone(),
            holder,
        };
        let written = Written {
            slot,
            passphrase,
            passkey,
        };
        Entry {
            raw: raw_of(&written),
            value: self,
        }
    }
}

impl Entry<Slot> {
    /// Gives the slot another name; every other member keeps its text.
    pub(crate) fn rename(&mut self, label: &str) {
        self.set("label", label);
        self.value.label = label.to_owned();
    }

    /// Notes when it last opened the keyring; every other member keeps its text.
    pub(crate) fn mark_tested(&mut self, now: Timestamp) {
        let text = format_time(now);
        self.set("last_tested", &text);
        self.value.last_tested = parse_time(&text);
    }

    fn set(&mut self, name: &str, text: &str) {
        let mut members: Members =
            serde_json::from_str(self.raw.get()).expect("a slot was read as an object");
        members.set(name, raw_of(&text));
        self.raw = members.to_raw();
    }
}

impl Authenticator {
    /// As the passkey crate calls it.
    pub(crate) fn kind(&self) -> Option<AuthenticatorKind> {
        Some(match self {
            Self::SecurityKey => AuthenticatorKind::SecurityKey,
            Self::Tpm => AuthenticatorKind::Tpm,
            Self::Phone => AuthenticatorKind::Phone,
            Self::Software => AuthenticatorKind::Software,
            Self::Unknown(_) => return None,
        })
    }

    fn of(kind: AuthenticatorKind) -> Self {
        match kind {
            AuthenticatorKind::SecurityKey => Self::SecurityKey,
            AuthenticatorKind::Tpm => Self::Tpm,
            AuthenticatorKind::Phone => Self::Phone,
            AuthenticatorKind::Software => Self::Software,
        }
    }
}

impl PasskeySlot {
    /// A slot's part for a credential and the identity that was wrapped for it.
    pub(crate) fn new(credential: Credential, identity: String) -> Self {
        Self {
            authenticator: Authenticator::of(credential.kind),
            identity,
            credential_id: credential.id,
            public_key: credential.public_key,
            rp_id: credential.rp_id,
            transports: credential.transports,
            backup_eligible: credential.backup_eligible,
            backed_up: credential.backed_up,
            tpm: credential.tpm,
        }
    }
}

impl PasskeyFields {
    fn of(passkey: &PasskeySlot) -> Self {
        let tpm = passkey.tpm.as_ref().map(|tpm| TpmFields {
            parent_name: BASE64_URL_SAFE_NO_PAD.encode(&tpm.parent_name),
            pin_salt: BASE64_URL_SAFE_NO_PAD.encode(tpm.pin_salt),
            argon2id: tpm.argon2id,
        });
        Self {
            authenticator: passkey.authenticator.clone(),
            identity: passkey.identity.clone(),
            credential_id: BASE64_URL_SAFE_NO_PAD.encode(&passkey.credential_id),
            public_key: BASE64_URL_SAFE_NO_PAD.encode(&passkey.public_key),
            rp_id: passkey.rp_id.clone(),
            transports: passkey.transports.clone(),
            backup_eligible: passkey.backup_eligible,
            backed_up: passkey.backed_up,
            tpm,
        }
    }

    fn read(self, raw: &str) -> Option<PasskeySlot> {
        let tpm = match self.authenticator {
            Authenticator::Tpm => Some(serde_json::from_str::<TpmMember>(raw).ok()?.tpm.read()?),
            _ => None,
        };
        Some(PasskeySlot {
            authenticator: self.authenticator,
            identity: self.identity,
            credential_id: BASE64_URL_SAFE_NO_PAD.decode(self.credential_id).ok()?,
            public_key: BASE64_URL_SAFE_NO_PAD.decode(self.public_key).ok()?,
            rp_id: self.rp_id,
            transports: self.transports,
            backup_eligible: self.backup_eligible,
            backed_up: self.backed_up,
            tpm,
        })
    }
}

impl TpmFields {
    fn read(self) -> Option<TpmBinding> {
        let pin_salt = BASE64_URL_SAFE_NO_PAD.decode(self.pin_salt).ok()?;
        Some(TpmBinding {
            parent_name: BASE64_URL_SAFE_NO_PAD.decode(self.parent_name).ok()?,
            pin_salt: pin_salt.try_into().ok()?,
            argon2id: self.argon2id,
        })
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
            SlotKind::Passkey(fields.read(raw)?)
        }
        other => SlotKind::Unknown(other.to_owned()),
    })
}
