//! Authenticator data, split and checked (WebAuthn Level 3, 6.1): relying party, verification, every length.

use serde_cbor_2::{Deserializer, Value};
use sha2::{Digest, Sha256};

use crate::error::CeremonyError;

/// Longest credential id (WebAuthn Level 3, 4).
pub(crate) const LONGEST_ID: usize = 1023;

/// Flags.
const USER_PRESENT: u8 = 0x01;
const USER_VERIFIED: u8 = 0x04;
const BACKUP_ELIGIBLE: u8 = 0x08;
const BACKED_UP: u8 = 0x10;
const ATTESTED: u8 = 0x40;
const EXTENDED: u8 = 0x80;

/// Hash of the relying party, flags, counter.
const HEAD: usize = 32 + 1 + 4;

/// Of the attested credential, before the length of its id.
const AAGUID: usize = 16;

/// Authenticator data of the right relying party, with its person verified.
#[derive(Debug)]
pub(crate) struct AuthenticatorData {
    flags: u8,
    /// Id and COSE key of a new credential.
    pub(crate) credential: Option<(Vec<u8>, Vec<u8>)>,
    /// The map of extensions.
    pub(crate) extensions: Option<Value>,
}

impl AuthenticatorData {
    /// Splits it and checks what every answer must have.
    pub(crate) fn checked(bytes: Option<&[u8]>, rp_id: &str) -> Result<Self, CeremonyError> {
        let bytes = bytes.ok_or(breaks("no authenticator data in the answer"))?;
        if bytes.get(..32) != Some(Sha256::digest(rp_id.as_bytes()).as_slice()) {
            return Err(breaks("another relying party in the answer"));
        }
        let split =
            Self::split(bytes).ok_or(breaks("authenticator data is cut off or too long"))?;
        if split.flags & USER_VERIFIED == 0 {
            return Err(breaks("the person was not verified"));
        }
        if split.flags & USER_PRESENT == 0 {
            return Err(breaks("nobody was present"));
        }
        Ok(split)
    }

    /// Flag BE.
    pub(crate) fn backup_eligible(&self) -> bool {
        self.flags & BACKUP_ELIGIBLE != 0
    }

    /// Flag BS.
    pub(crate) fn backed_up(&self) -> bool {
        self.flags & BACKED_UP != 0
    }

    fn split(bytes: &[u8]) -> Option<Self> {
        let flags = *bytes.get(32)?;
        let mut rest = bytes.get(HEAD..)?;
        let mut credential = None;
        if flags & ATTESTED != 0 {
            let (length, after) = rest.get(AAGUID..)?.split_first_chunk()?;
            let length = usize::from(u16::from_be_bytes(*length));
            if length == 0 || length > LONGEST_ID {
                return None;
            }
            let (id, after) = after.split_at_checked(length)?;
            let (key, after) = after.split_at_checked(first_value(after)?.1)?;
            credential = Some((id.to_vec(), key.to_vec()));
            rest = after;
        }
        let mut extensions = None;
        if flags & EXTENDED != 0 {
            let (value, length) = first_value(rest)?;
            matches!(value, Value::Map(_)).then_some(())?;
            extensions = Some(value);
            rest = rest.get(length..)?;
        }
        rest.is_empty().then_some(Self {
            flags,
            credential,
            extensions,
        })
    }
}

/// The first CBOR value, and how many bytes it takes.
fn first_value(bytes: &[u8]) -> Option<(Value, usize)> {
    let mut values = Deserializer::from_slice(bytes).into_iter::<Value>();
    let value = values.next()?.ok()?;
    Some((value, values.byte_offset()))
}

fn breaks(rule: &'static str) -> CeremonyError {
    CeremonyError::Inconsistent { rule }
}
