//! What a key answered to makeCredential and getAssertion, checked (WebAuthn Level 3, 6.1 and 6.5).
//!
//! The relying party's hash, the verification flag, the credential and every length are checked. Signatures are not:
//! a key that would lie about its own secret gains nothing by it.

use serde_cbor_2::{Deserializer, Value};
use sha2::{Digest, Sha256};

use super::capabilities::LONGEST_ID;
use super::cbor::Answer;
use super::status::Failure;

/// Flags of authenticator data.
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

/// What a new credential is.
#[derive(Debug)]
pub(super) struct Created {
    pub(super) id: Vec<u8>,
    pub(super) public_key: Vec<u8>,
    pub(super) prf: bool,
    pub(super) backup_eligible: bool,
    pub(super) backed_up: bool,
}

/// What an assertion holds.
#[derive(Debug)]
pub(super) struct Asserted {
    /// The PRF outputs, sealed.
    pub(super) sealed: Vec<u8>,
    pub(super) backup_eligible: bool,
    pub(super) backed_up: bool,
}

/// Authenticator data, split.
#[derive(Debug)]
struct Parts {
    flags: u8,
    credential: Option<(Vec<u8>, Vec<u8>)>,
    extensions: Answer,
}

/// Reads the answer of makeCredential.
pub(super) fn created(answer: &[u8], rp_id: &str) -> Result<Created, Failure> {
    let answer = Answer::read(answer)?;
    let parts = checked(&answer, rp_id)?;
    let (id, public_key) = parts
        .credential
        .ok_or(Failure::breaks("no credential in the answer"))?;
    Ok(Created {
        id,
        public_key,
        prf: parts.extensions.flag("hmac-secret") == Some(true),
        backup_eligible: parts.flags & BACKUP_ELIGIBLE != 0,
        backed_up: parts.flags & BACKED_UP != 0,
    })
}

/// Reads the answer of getAssertion.
pub(super) fn asserted(answer: &[u8], rp_id: &str, credential: &[u8]) -> Result<Asserted, Failure> {
    let answer = Answer::read(answer)?;
    // A key may leave the credential out where only one was asked for (CTAP 2.0, 5.2).
    if let Some(descriptor) = answer.get(1) {
        let id = Answer::of(descriptor).and_then(|found| found.bytes("id").map(<[u8]>::to_vec));
        if id.as_deref() != Some(credential) {
            return Err(Failure::breaks("another credential answered"));
        }
    }
    let parts = checked(&answer, rp_id)?;
    let sealed = parts.extensions.bytes("hmac-secret");
    Ok(Asserted {
        sealed: sealed
            .ok_or(Failure::breaks("no PRF output in the answer"))?
            .to_vec(),
        backup_eligible: parts.flags & BACKUP_ELIGIBLE != 0,
        backed_up: parts.flags & BACKED_UP != 0,
    })
}

/// Splits the authenticator data and checks what both answers have in common.
fn checked(answer: &Answer, rp_id: &str) -> Result<Parts, Failure> {
    let bytes = answer
        .bytes(2)
        .ok_or(Failure::breaks("no authenticator data in the answer"))?;
    if bytes.get(..32) != Some(Sha256::digest(rp_id.as_bytes()).as_slice()) {
        return Err(Failure::breaks("another relying party in the answer"));
    }
    let parts = split(bytes).ok_or(Failure::breaks("authenticator data is cut off or too long"))?;
    if parts.flags & USER_VERIFIED == 0 {
        return Err(Failure::breaks("the person was not verified"));
    }
    if parts.flags & USER_PRESENT == 0 {
        return Err(Failure::breaks("nobody was present"));
    }
    Ok(parts)
}

fn split(bytes: &[u8]) -> Option<Parts> {
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
    let mut extensions = Answer::default();
    if flags & EXTENDED != 0 {
        let (value, length) = first_value(rest)?;
        extensions = Answer::of(&value)?;
        rest = rest.get(length..)?;
    }
    rest.is_empty().then_some(Parts {
        flags,
        credential,
        extensions,
    })
}

/// The first CBOR value, and how many bytes it takes.
fn first_value(bytes: &[u8]) -> Option<(Value, usize)> {
    let mut values = Deserializer::from_slice(bytes).into_iter::<Value>();
    let value = values.next()?.ok()?;
    Some((value, values.byte_offset()))
}
