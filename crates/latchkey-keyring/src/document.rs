//! The keyring's JSON document as it stands in the file: known members as types, all others as their exact text.
//!
//! Nothing here is secret and nothing here is believed before the signature was verified. Members, slots and secrets
//! that this version does not know keep their bytes when the document is written again (docs/keyring-format.md 4).

mod members;
mod slot;

use serde::{Deserialize, Serialize};
use serde_json::value::RawValue;

pub(crate) use members::Members;
pub use slot::{Authenticator, Holder, PasskeySlot, Slot, SlotKind};

use crate::Timestamp;
use crate::secret::SecretKind;

/// The member whose presence makes a JSON document a keyring; its value is the format version.
pub(crate) const VERSION_MEMBER: &str = "latchkey_keyring";
/// The version this code reads and writes (docs/keyring-format.md 4, as the bounds below).
pub(crate) const VERSION: u64 = 1;
/// Highest generation: the largest integer that every JSON reader keeps exact.
pub(crate) const MAX_GENERATION: u64 = (1 << 53) - 1;
/// Most slots in one keyring.
pub(crate) const MAX_SLOTS: usize = 64;
/// Most secrets in one keyring.
pub(crate) const MAX_SECRETS: usize = 1024;

/// Why a document cannot be read.
#[derive(Debug, PartialEq, Eq)]
pub(crate) enum ReadDocumentError {
    /// It is not a keyring at all.
    NotAKeyring,
    /// A version this code does not know.
    UnknownVersion(u64),
    /// It breaks a rule of the format.
    Malformed,
}

/// A part of the document with its exact text.
pub(crate) struct Entry<T> {
    pub raw: Box<RawValue>,
    pub value: T,
}

/// Which account a backup key belongs to, as far as people can tell: not secret, not proof.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct AccountHint {
    /// Last two digits of the phone number, as backup headers state them.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub phone_suffix: Option<String>,
    /// Id of the root or device key that opens this account's backups.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub secret: Option<String>,
}

/// Parameters of the index's encryption, which its own files do not store: carried, never interpreted.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct IndexFormat(String);

impl IndexFormat {
    /// From a JSON object; `None` if it is not one.
    #[must_use]
    pub fn from_json(json: &str) -> Option<Self> {
        serde_json::from_str::<Members>(json).ok()?;
        let value: serde_json::Value = serde_json::from_str(json).ok()?;
        Some(Self(value.to_string()))
    }

    /// The JSON object.
    #[must_use]
    pub fn as_json(&self) -> &str {
        &self.0
    }
}

/// Where a secret stands in its life (docs/keyring-format.md 5).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum SecretState {
    /// In use.
    Current,
    /// The index key that a re-keying in progress is changing to.
    Next,
    /// Kept to open what was made with it.
    Retired,
    /// A state of a later version: kept as it is.
    #[serde(untagged)]
    Unknown(String),
}

/// One secret as the file lists it, still locked.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SecretEntry {
    /// Name within this keyring.
    pub id: String,
    /// What it is for.
    pub kind: SecretKind,
    /// When it was put in.
    pub created: Timestamp,
    /// Where it stands in its life.
    pub state: SecretState,
    /// Armored age file, encrypted to every slot's recipient.
    pub age: String,
}

#[derive(Serialize, Deserialize)]
struct SecretFields {
    id: String,
    kind: SecretKind,
    created: String,
    state: SecretState,
    age: String,
}

/// The whole document.
pub(crate) struct Document {
    pub id: String,
    pub generation: u64,
    pub created: Timestamp,
    pub signed_by: [u8; 32],
    pub accounts: Vec<Entry<AccountHint>>,
    pub slots: Vec<Entry<Slot>>,
    pub secrets: Vec<Entry<SecretEntry>>,
    pub index_format: Box<RawValue>,
    /// Members this version does not know, in their order.
    pub other: Vec<(String, Box<RawValue>)>,
}

impl Document {
    /// Reads the bytes before the signature line.
    pub(crate) fn parse(bytes: &[u8]) -> Result<Self, ReadDocumentError> {
        let not_ours = || {
            let mark = VERSION_MEMBER.as_bytes();
            match bytes.windows(mark.len()).any(|w| w == mark) {
                true => ReadDocumentError::Malformed,
                false => ReadDocumentError::NotAKeyring,
            }
        };
        let text = std::str::from_utf8(bytes).map_err(|_| not_ours())?;
        let mut members: Members = serde_json::from_str(text).map_err(|_| not_ours())?;
        let version = members.take(VERSION_MEMBER).ok_or_else(not_ours)?;
        match version.get().parse::<u64>() {
            Ok(VERSION) => {}
            Ok(found) => return Err(ReadDocumentError::UnknownVersion(found)),
            Err(_) => return Err(ReadDocumentError::Malformed),
        }
        Self::from_members(members).ok_or(ReadDocumentError::Malformed)
    }

    fn from_members(mut members: Members) -> Option<Self> {
        let document = Self {
            id: members.take_as("id")?,
            generation: members.take_as("generation")?,
            created: parse_time(&members.take_as::<String>("created")?)?,
            signed_by: parse_public_key(&members.take_as::<String>("signed_by")?)?,
            accounts: entries(&mut members, "accounts", AccountHint::parse)?,
            slots: entries(&mut members, "slots", Slot::parse)?,
            secrets: entries(&mut members, "secrets", SecretEntry::parse)?,
            index_format: members.take("index_format")?,
            other: members.into_rest(),
        };
        document.keeps_the_rules().then_some(document)
    }

    /// What no reader may let pass (docs/keyring-format.md 4).
    fn keeps_the_rules(&self) -> bool {
        let slot_ids = self.slots.iter().map(|s| s.value.id.as_str());
        let secret_ids = self.secrets.iter().map(|s| s.value.id.as_str());
        let count = |kind: SecretKind, state: SecretState| {
            let wanted = |s: &&Entry<SecretEntry>| s.value.kind == kind && s.value.state == state;
            self.secrets.iter().filter(wanted).count()
        };
        is_id(&self.id)
            && (1..=MAX_GENERATION).contains(&self.generation)
            && (1..=MAX_SLOTS).contains(&self.slots.len())
            && self.secrets.len() <= MAX_SECRETS
            && all_different(slot_ids)
            && all_different(self.slots.iter().map(|s| s.value.recipient.as_str()))
            && all_different(secret_ids)
            && count(SecretKind::SigningKey, SecretState::Current) == 1
            && count(SecretKind::IndexKey, SecretState::Current) == 1
            && count(SecretKind::IndexKey, SecretState::Next) <= 1
            && serde_json::from_str::<Members>(self.index_format.get()).is_ok()
    }

    /// The document as text ending with a line feed, under `generation`.
    pub(crate) fn to_text(&self, generation: u64) -> String {
        let mut out = Writer::default();
        out.member(VERSION_MEMBER, &VERSION.to_string());
        out.member("id", &quoted(&self.id));
        out.member("generation", &generation.to_string());
        out.member("created", &quoted(&format_time(self.created)));
        out.member("signed_by", &quoted(&format_public_key(&self.signed_by)));
        out.list("accounts", self.accounts.iter().map(|e| e.raw.get()));
        out.list("slots", self.slots.iter().map(|e| e.raw.get()));
        out.list("secrets", self.secrets.iter().map(|e| e.raw.get()));
        out.member("index_format", self.index_format.get());
        for (name, raw) in &self.other {
            out.member(name, raw.get());
        }
        out.finish()
    }
}

impl SecretEntry {
    fn parse(raw: &str) -> Option<Self> {
        serde_json::from_str::<Members>(raw).ok()?;
        let fields: SecretFields = serde_json::from_str(raw).ok()?;
        is_id(&fields.id).then_some(())?;
        Some(Self {
            created: parse_time(&fields.created)?,
            id: fields.id,
            kind: fields.kind,
            state: fields.state,
            age: fields.age,
        })
    }

    /// With the text it gets in the file.
    pub(crate) fn into_entry(self) -> Entry<Self> {
        let fields = SecretFields {
            id: self.id.clone(),
            kind: self.kind.clone(),
            created: format_time(self.created),
            state: self.state.clone(),
            age: self.age.clone(),
        };
        Entry {
            raw: raw_of(&fields),
            value: self,
        }
    }
}

impl Entry<SecretEntry> {
    /// The same secret encrypted anew; every other member keeps its text.
    pub(crate) fn resealed(&self, age: String) -> Self {
        let mut value = self.value.clone();
        let raw = self.with("age", &age);
        value.age = age;
        Self { raw, value }
    }

    /// Moves it on in its life; every other member keeps its text.
    pub(crate) fn set_state(&mut self, state: SecretState) {
        self.raw = self.with("state", &state);
        self.value.state = state;
    }

    fn with(&self, name: &str, value: &impl Serialize) -> Box<RawValue> {
        let mut members: Members =
            serde_json::from_str(self.raw.get()).expect("a secret was read as an object");
        members.set(name, raw_of(value));
        members.to_raw()
    }
}

impl AccountHint {
    fn parse(raw: &str) -> Option<Self> {
        serde_json::from_str::<Members>(raw).ok()?;
        serde_json::from_str(raw).ok()
    }

    pub(crate) fn into_entry(self) -> Entry<Self> {
        Entry {
            raw: raw_of(&self),
            value: self,
        }
    }
}

/// Text of a part that we made ourselves.
pub(crate) fn raw_of<T: Serialize>(value: &T) -> Box<RawValue> {
    serde_json::value::to_raw_value(value).expect("plain structs of strings serialise")
}

/// An id: 1 to 64 of `a-z`, `0-9` and `-`. Safe as a file name; written as random hex.
pub(crate) fn is_id(text: &str) -> bool {
    (1..=64).contains(&text.len())
        && text
            .bytes()
            .all(|b| matches!(b, b'a'..=b'z' | b'0'..=b'9' | b'-'))
}

/// `2026-11-22T10:00:00Z`: UTC, whole seconds, nothing else.
pub(crate) fn format_time(time: Timestamp) -> String {
    Timestamp::from_second(time.as_second())
        .unwrap_or(time)
        .to_string()
}

pub(crate) fn parse_time(text: &str) -> Option<Timestamp> {
    let time: Timestamp = text.parse().ok()?;
    (format_time(time) == text).then_some(time)
}

fn parse_public_key(text: &str) -> Option<[u8; 32]> {
    use base64::{Engine, prelude::BASE64_STANDARD};
    BASE64_STANDARD.decode(text).ok()?.try_into().ok()
}

fn format_public_key(key: &[u8; 32]) -> String {
    use base64::{Engine, prelude::BASE64_STANDARD};
    BASE64_STANDARD.encode(key)
}

fn quoted(text: &str) -> String {
    serde_json::Value::from(text).to_string()
}

fn all_different<'a>(names: impl Iterator<Item = &'a str>) -> bool {
    let mut seen = std::collections::HashSet::new();
    names.into_iter().all(|name| seen.insert(name))
}

fn entries<T>(
    members: &mut Members,
    name: &str,
    parse: impl Fn(&str) -> Option<T>,
) -> Option<Vec<Entry<T>>> {
    let items: Vec<Box<RawValue>> = members.take_as(name)?;
    let parsed = items.into_iter().map(|raw| {
        let value = parse(raw.get())?;
        Some(Entry { raw, value })
    });
    parsed.collect()
}

/// Lays the members out one a line, list items too, so that a person can read and cut the file.
#[derive(Default)]
struct Writer(String);

impl Writer {
    fn member(&mut self, name: &str, raw: &str) {
        self.0
            .push_str(if self.0.is_empty() { "{\n  " } else { ",\n  " });
        self.0.push_str(&quoted(name));
        self.0.push_str(": ");
        self.0.push_str(raw);
    }

    fn list<'a>(&mut self, name: &str, items: impl Iterator<Item = &'a str>) {
        let items: Vec<&str> = items.collect();
        let body = items.join(",\n    ");
        match items.is_empty() {
            true => self.member(name, "[]"),
            false => self.member(name, &format!("[\n    {body}\n  ]")),
        }
    }

    fn finish(mut self) -> String {
        self.0.push_str("\n}\n");
        self.0
    }
}
