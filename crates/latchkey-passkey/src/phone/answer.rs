//! What the phone answered, checked: relying party, verification of the person, credential, lengths.
//!
//! Signatures are not checked: a phone that would lie about its own secret gains nothing by it.

use serde_cbor_2::Value;

use super::cbor::{Map, bytes, member};
use crate::authenticator::{AuthenticatorKind, CreateRequest, Credential, Evaluation};
use crate::ctap::{AuthenticatorData, meaning};
use crate::error::CeremonyError;
use crate::prf::PrfOutput;

/// Reads the answer of makeCredential.
pub(super) fn created(answer: &[u8], request: &CreateRequest) -> Result<Credential, CeremonyError> {
    let map = successful(answer)?;
    let data = AuthenticatorData::checked(map.bytes_at(2), &request.rp_id)?;
    let (backup_eligible, backed_up) = (data.backup_eligible(), data.backed_up());
    let (id, public_key) = data
        .credential
        .ok_or_else(|| rule("no credential in the answer"))?;

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
        backup_eligible,
        backed_up,
        tpm: None,
    })
}

/// Reads the answer of getAssertion.
pub(super) fn evaluated(
    answer: &[u8],
    credential: &Credential,
) -> Result<Evaluation, CeremonyError> {
    let map = successful(answer)?;
    let data = AuthenticatorData::checked(map.bytes_at(2), &credential.rp_id)?;
    // It may be left out when only one was asked for.
    if let Some(used) = map.at(1) {
        let id = member(used, "id").and_then(bytes);
        if id != Some(&credential.id) {
            return Err(rule("another credential answered"));
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
        backup_eligible: data.backup_eligible(),
        backed_up: data.backed_up(),
    })
}

fn successful(answer: &[u8]) -> Result<Map, CeremonyError> {
    match answer.split_first() {
        Some((0, content)) => Map::read(content).ok_or_else(|| rule("no CBOR map")),
        Some((status, _)) => Err(meaning(*status)),
        None => Err(rule("empty answer")),
    }
}

fn rule(rule: &'static str) -> CeremonyError {
    CeremonyError::Inconsistent { rule }
}
