//! The two ceremonies on one key: making a credential and evaluating its PRF.

use super::answers::{asserted, created};
use super::capabilities::Capabilities;
use super::cbor::{Map, bytes};
use super::key::{Holds, Key, random_hash};
use super::pin_uv::Agreement;
use super::requests::{self, NewCredential, Permission, Proof};
use super::status::{Failure, PIN_AUTH_INVALID};
use super::verification::Verification;
use crate::ask::Interaction;
use crate::authenticator::{AuthenticatorKind, CreateRequest, Credential, Evaluation};
use crate::error::CeremonyError;
use crate::prf::{PrfInputs, PrfOutput};

/// Bytes of a makeCredential request besides its excludeList, generously.
const ROOM_FOR_THE_REST: usize = 512;

/// Bytes of a descriptor besides its id.
const DESCRIPTOR: usize = 24;

/// Makes a credential on a key.
pub(super) fn create(
    mut key: Key,
    request: &CreateRequest,
    ask: &dyn Interaction,
) -> Result<Credential, Failure> {
    if !key.capabilities.prf {
        return Err(CeremonyError::WithoutPrf.into());
    }
    let exclude = exclude_list(&key, request, ask)?;
    let user_id = random_hash()?;
    let new = NewCredential {
        rp_id: &request.rp_id,
        user_id: &user_id,
        name: &request.display_name,
        exclude: &exclude,
        cred_protect: key.capabilities.cred_protect,
    };
    let mut verification = Verification::new(&key, Permission::MakeCredential, &request.rp_id, ask);
    let answer = verified(&mut key, &mut verification, ask, |hash, proof| {
        requests::make_credential(&new, hash, proof)
    })?;
    let created = created(&answer, &request.rp_id)?;
    if !created.prf {
        return Err(CeremonyError::WithoutPrf.into());
    }
    Ok(Credential {
        kind: AuthenticatorKind::SecurityKey,
        id: created.id,
        public_key: created.public_key,
        rp_id: request.rp_id.clone(),
        transports: key.capabilities.transports(),
        backup_eligible: created.backup_eligible,
        backed_up: created.backed_up,
        tpm: None,
    })
}

/// Evaluates the PRF of a credential on a key.
pub(super) fn evaluate(
    mut key: Key,
    credential: &Credential,
    inputs: &PrfInputs,
    ask: &dyn Interaction,
) -> Result<Evaluation, Failure> {
    let (rp_id, id) = (credential.rp_id.as_str(), credential.id.as_slice());
    let mut verification = Verification::new(&key, Permission::GetAssertion, rp_id, ask);
    let mut renewed = false;
    loop {
        let proof = verification.prove(&mut key)?;
        // Agreed after the PIN was right: a wrong one makes the key choose another.
        let agreement = key.agree(ask)?;
        let hash = random_hash()?;
        let request = requests::get_assertion(rp_id, id, salts(&agreement, inputs)?, &hash, &proof);
        verification.announce(&proof);
        match key.command(&request, &proof, ask) {
            Ok(answer) => {
                let asserted = asserted(&answer, rp_id, id)?;
                return Ok(Evaluation {
                    output: output(&agreement, &asserted.sealed)?,
                    backup_eligible: asserted.backup_eligible,
                    backed_up: asserted.backed_up,
                });
            }
            Err(failure) => recover(failure, &proof, &mut renewed, &mut verification, &key)?,
        }
    }
}

/// Sends a command with a proof, and once more with a new one when the key finds the proof stale.
fn verified(
    key: &mut Key,
    verification: &mut Verification<'_>,
    ask: &dyn Interaction,
    request: impl Fn(&[u8; 32], &Proof) -> Vec<u8>,
) -> Result<Vec<u8>, Failure> {
    let mut renewed = false;
    loop {
        let proof = verification.prove(key)?;
        let request = request(&random_hash()?, &proof);
        verification.announce(&proof);
        match key.command(&request, &proof, ask) {
            Ok(answer) => return Ok(answer),
            Err(failure) => recover(failure, &proof, &mut renewed, verification, key)?,
        }
    }
}

/// `Ok` when the command may be sent once more with another proof.
fn recover(
    failure: Failure,
    proof: &Proof,
    renewed: &mut bool,
    verification: &mut Verification<'_>,
    key: &Key,
) -> Result<(), Failure> {
    match (failure, proof) {
        (Failure::Status(PIN_AUTH_INVALID), Proof::Token(_)) if !*renewed => {
            *renewed = true;
            Ok(())
        }
        (Failure::Status(status), Proof::BuiltIn) => verification.built_in_refused(key, status),
        (failure, _) => Err(failure),
    }
}

/// The two salts as the extension's input.
fn salts(agreement: &Agreement, inputs: &PrfInputs) -> Result<Map, Failure> {
    let sealed = agreement.encrypt(&inputs.salts().concat())?;
    Ok(Map::new()
        .with(1, agreement.ours())
        .with(2, bytes(&sealed))
        .with(3, bytes(&agreement.authenticate(&sealed)))
        .with(4, agreement.protocol().number()))
}

/// Opens the two outputs: exactly 64 bytes.
fn output(agreement: &Agreement, sealed: &[u8]) -> Result<PrfOutput, Failure> {
    let plain = agreement.decrypt(sealed)?;
    let wrong = || Failure::breaks("the PRF outputs have a wrong length");
    let (first, second) = plain.split_first_chunk().ok_or_else(wrong)?;
    Ok(PrfOutput::new(
        first,
        second.try_into().map_err(|_| wrong())?,
    ))
}

/// The credentials for the excludeList. A key takes lists of a limited size: when they do not fit it is asked about each
/// one silently, and the list holds only what it has, or may have.
fn exclude_list<'a>(
    key: &Key,
    request: &'a CreateRequest,
    ask: &dyn Interaction,
) -> Result<Vec<&'a [u8]>, Failure> {
    let capabilities = &key.capabilities;
    let same_rp = |credential: &&Credential| {
        credential.kind == AuthenticatorKind::SecurityKey && credential.rp_id == request.rp_id
    };
    let ids: Vec<&[u8]> = request
        .exclude
        .iter()
        .filter(same_rp)
        .map(|credential| credential.id.as_slice())
        .filter(|id| id.len() <= capabilities.max_id)
        .collect();
    if fits(&ids, capabilities) {
        return Ok(ids);
    }
    let mut unclear = Vec::new();
    for id in ids {
        match key.holds(&request.rp_id, id, ask)? {
            Holds::Yes => return Ok(vec![id]),
            Holds::Perhaps => unclear.push(id),
            Holds::No => {}
        }
    }
    if fits(&unclear, capabilities) {
        return Ok(unclear);
    }
    // Nobody would notice that it guards this keyring already.
    Err(Failure::breaks(
        "it does not say which of the passkeys it holds",
    ))
}

/// Whether a key takes a list of these credentials.
fn fits(ids: &[&[u8]], capabilities: &Capabilities) -> bool {
    let bytes: usize = ids.iter().map(|id| id.len() + DESCRIPTOR).sum();
    ids.len() <= capabilities.max_list && bytes + ROOM_FOR_THE_REST <= capabilities.max_message
}
