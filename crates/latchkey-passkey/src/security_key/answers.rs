//! What a key answered to makeCredential and getAssertion, checked (WebAuthn Level 3, 6.1 and 6.5).
//!
//! The relying party's hash, the verification flag, the credential and every length are checked. Signatures are not:
//! a key that would lie about its own secret gains nothing by it.

use super::cbor::Answer;
use super::status::Failure;
use crate::ctap::AuthenticatorData;

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

/// Reads the answer of makeCredential.
pub(super) fn created(answer: &[u8], rp_id: &str) -> Result<Created, Failure> {
    let answer = Answer::read(answer)?;
    let data = AuthenticatorData::checked(answer.bytes(2), rp_id)?;
    let (prf, backup_eligible, backed_up) = (
        extensions(&data).flag("hmac-secret") == Some(true),
        data.backup_eligible(),
        data.backed_up(),
    );
    let (id, public_key) = data
        .credential
        .ok_or(Failure::breaks("no credential in the answer"))?;
    Ok(Created {
        id,
        public_key,
        prf,
        backup_eligible,
        backed_up,
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
    let data = AuthenticatorData::checked(answer.bytes(2), rp_id)?;
    let outputs = extensions(&data);
    let sealed = outputs.bytes("hmac-secret");
    Ok(Asserted {
        sealed: sealed
            .ok_or(Failure::breaks("no PRF output in the answer"))?
            .to_vec(),
        backup_eligible: data.backup_eligible(),
        backed_up: data.backed_up(),
    })
}

/// The map of the extensions' outputs; empty where there is none.
fn extensions(data: &AuthenticatorData) -> Answer {
    let outputs = data.extensions.as_ref().and_then(Answer::of);
    outputs.unwrap_or_default()
}
