//! What the phone answered, checked: relying party, verification of the person, credential, lengths.
//!
//! Signatures are not checked: a phone that would lie about its own secret gains nothing by it.

use serde_cbor_2::{Deserializer, Value};
use sha2::{Digest, Sha256};

use super::cbor::{Map, bytes, member};
use super::status::failure;
use crate::authenticator::{AuthenticatorKind, CreateRequest, Credential, Evaluation};
use crate::error::CeremonyError;
use crate::prf::PrfOutput;

/// Flags of authenticator data (WebAuthn Level 3, 6.1).
const USER_PRESENT: u8 = 0x01;
const USER_VERIFIED: u8 = 0x04;
const BACKUP_ELIGIBLE: u8 = 0x08;
const BACKED_UP: u8 = 0x10;
const ATTESTED: u8 = 0x40;

/// Hash of the relying party, flags and counter.
const HEAD: usize = 32 + 1 + 4;

/// Longest credential id (WebAuthn Level 3, 4).
const LONGEST_ID: usize = 1023;

/// Reads the answer of makeCredential.
pub(super) fn created(answer: &[u8], request: &CreateRequest) -> Result<Credential, CeremonyError> {
    let map = successful(answer)?;
    let (flags, attested) = checked_head(map.bytes_at(2), &request.rp_id)?;
    if flags & ATTESTED == 0 {
        return Err(rule("no credential in the answer"));
    }
    let (id, public_key) =
        attested_credential(attested).ok_or_else(|| rule("credential is cut off"))?;

    let prf = map.at(6).and_then(|outputs| member(outputs, "prf"));
    match prf.and_then(|prf| member(prf, "enabled")) {
        Some(Value::Bool(true)) => {}
        _ => return Err(CeremonyError::WithoutPrf),
    }
    Ok(Credential {
        kind: AuthenticatorKind::Phone,
        id,
        public_key,
        rp_id: request.rp_id.clone(),
        transports: ["hybrid", "internal"].map(str::to_owned).to_vec(),
        backup_eligible: flags & BACKUP_ELIGIBLE != 0,
        backed_up: flags & BACKED_UP != 0,
        tpm: None,
    })
}

/// Reads the answer of getAssertion.
pub(super) fn evaluated(
    answer: &[u8],
    credential: &Credential,
) -> Result<Evaluation, CeremonyError> {
    let map = successful(answer)?;
    let (flags, _) = checked_head(map.bytes_at(2), &credential.rp_id)?;
    // It may be left out when only one was asked for.
    if let Some(used) = map.at(1) {
        let id = member(used, "id").and_then(bytes);
        if id != Some(&credential.id) {
            return Err(rule("another credential"));
        }
    }

    let results = map
        .at(8)
        .and_then(|outputs| member(outputs, "prf"))
        .and_then(|prf| member(prf, "results"))
        .ok_or(CeremonyError::WithoutPrf)?;
    let output = |name| {
        member(results, name)
            .and_then(bytes)
            .and_then(|secret| secret.try_into().ok())
            .ok_or_else(|| rule("an output is not 32 bytes"))
    };
    Ok(Evaluation {
        output: PrfOutput::new(output("first")?, output("second")?),
        backup_eligible: flags & BACKUP_ELIGIBLE != 0,
        backed_up: flags & BACKED_UP != 0,
    })
}

fn successful(answer: &[u8]) -> Result<Map, CeremonyError> {
    match answer.split_first() {
        Some((0, content)) => Map::read(content).ok_or_else(|| rule("no CBOR map")),
        Some((status, _)) => Err(failure(*status)),
        None => Err(rule("empty answer")),
    }
}

/// Checks what all authenticator data begins with; gives the flags and the rest.
fn checked_head<'a>(
    auth_data: Option<&'a [u8]>,
    rp_id: &str,
) -> Result<(u8, &'a [u8]), CeremonyError> {
    let (head, rest) = auth_data
        .and_then(|bytes| bytes.split_at_checked(HEAD))
        .ok_or_else(|| rule("authenticator data is cut off"))?;
    if head[..32] != *Sha256::digest(rp_id) {
        return Err(rule("another relying party"));
    }
    let flags = head[32];
    if flags & USER_VERIFIED == 0 {
        return Err(rule("the person was not verified"));
    }
    if flags & USER_PRESENT == 0 {
        return Err(rule("nobody was present"));
    }
    Ok((flags, rest))
}

/// Credential id and COSE key behind the model's AAGUID; extensions may follow.
fn attested_credential(attested: &[u8]) -> Option<(Vec<u8>, Vec<u8>)> {
    let (_aaguid, rest) = attested.split_at_checked(16)?;
    let (length, rest) = rest.split_at_checked(2)?;
    let length = usize::from(u16::from_be_bytes(length.try_into().ok()?));
    let (id, rest) = rest.split_at_checked(length)?;
    if !(1..=LONGEST_ID).contains(&id.len()) {
        return None;
    }
    let mut values = Deserializer::from_slice(rest).into_iter::<Value>();
    matches!(values.next(), Some(Ok(Value::Map(_)))).then_some(())?;
    let public_key = rest.get(..values.byte_offset())?;
    Some((id.to_vec(), public_key.to_vec()))
}

fn rule(rule: &'static str) -> CeremonyError {
    CeremonyError::Inconsistent { rule }
}
