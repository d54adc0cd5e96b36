//! The two CTAP commands that go through a tunnel, as bytes (CTAP 2.1, 6.1 and 6.2).
//!
//! A phone evaluates the PRF in clear inside the sealed channel: extension `prf`, with salts that are hashed already.

use std::collections::BTreeMap;

use serde_cbor_2::Value;

use super::cbor::{encode, named};
use crate::authenticator::{AuthenticatorKind, CreateRequest, Credential};

const MAKE_CREDENTIAL: u8 = 0x01;
const GET_ASSERTION: u8 = 0x02;

/// ES256 (RFC 9053): every phone has it.
const ES256: i128 = -7;

/// Makes a discoverable credential for a person that nobody else has: one user id never replaces another's passkey.
pub(super) fn make_credential(request: &CreateRequest) -> std::io::Result<Vec<u8>> {
    let algorithm = named([("alg", Value::Integer(ES256)), ("type", text("public-key"))]);
    let mut map = BTreeMap::from([
        (1, random_bytes()?),
        (
            2,
            named([("id", text(&request.rp_id)), ("name", text("Latchkey"))]),
        ),
        (
            3,
            named([
                ("id", random_bytes()?),
                ("name", text(&request.display_name)),
                ("displayName", text(&request.display_name)),
            ]),
        ),
        (4, Value::Array(vec![algorithm])),
        (6, named([("prf", named([]))])),
        (
            7,
            named([("rk", Value::Bool(true)), ("uv", Value::Bool(true))]),
        ),
    ]);
    let on_phones = |credential: &&Credential| {
        credential.kind == AuthenticatorKind::Phone && credential.rp_id == request.rp_id
    };
    let exclude: Vec<_> = request
        .exclude
        .iter()
        .filter(on_phones)
        .map(descriptor)
        .collect();
    if !exclude.is_empty() {
        map.insert(5, Value::Array(exclude));
    }
    Ok(command(MAKE_CREDENTIAL, map))
}

/// Evaluates the PRF of one credential at two salts.
pub(super) fn get_assertion(
    credential: &Credential,
    salts: &[[u8; 32]; 2],
) -> std::io::Result<Vec<u8>> {
    let [first, second] = salts.map(|salt| Value::Bytes(salt.to_vec()));
    let eval = named([("first", first), ("second", second)]);
    let map = BTreeMap::from([
        (1, text(&credential.rp_id)),
        (2, random_bytes()?),
        (3, Value::Array(vec![descriptor(credential)])),
        (4, named([("prf", named([("eval", eval)]))])),
        (
            5,
            named([("up", Value::Bool(true)), ("uv", Value::Bool(true))]),
        ),
    ]);
    Ok(command(GET_ASSERTION, map))
}

fn command(number: u8, map: BTreeMap<u8, Value>) -> Vec<u8> {
    [&[number], encode(map).as_slice()].concat()
}

fn descriptor(credential: &Credential) -> Value {
    named([
        ("id", Value::Bytes(credential.id.clone())),
        ("type", text("public-key")),
    ])
}

/// No signature is ever checked, so a hash of client data or a user id is only 32 fresh bytes.
fn random_bytes() -> std::io::Result<Value> {
    let mut bytes = vec![0; 32];
    getrandom::fill(&mut bytes)?;
    Ok(Value::Bytes(bytes))
}

fn text(text: &str) -> Value {
    Value::Text(text.to_owned())
}
