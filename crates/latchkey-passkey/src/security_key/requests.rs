//! The commands that are sent to a key (CTAP 2.1, 6).

use serde_cbor_2::Value;

use super::cbor::{Map, bytes, text};
use super::pin_uv::{Agreement, Token};

pub(super) const GET_INFO: &[u8] = &[0x04];
pub(super) const SELECTION: &[u8] = &[0x0b];

const MAKE_CREDENTIAL: u8 = 0x01;
const GET_ASSERTION: u8 = 0x02;
const CLIENT_PIN: u8 = 0x06;

/// Subcommands of clientPIN (CTAP 2.1, 6.5.5).
const GET_PIN_RETRIES: u8 = 1;
const GET_KEY_AGREEMENT: u8 = 2;
const SET_PIN: u8 = 3;
const GET_PIN_TOKEN: u8 = 5;
const GET_TOKEN_USING_UV: u8 = 6;
const GET_UV_RETRIES: u8 = 7;
const GET_TOKEN_USING_PIN: u8 = 9;

/// COSE algorithms: ES256 and EdDSA.
const ALGORITHMS: [i64; 2] = [-7, -8];

/// `userVerificationOptionalWithCredentialIDList`: a key can still be asked silently whether it holds the credential.
const CRED_PROTECT: u8 = 2;

/// Longest text for an authenticator to show; a key may cut longer ones (CTAP 2.1, 6.1.2).
const LONGEST_NAME: usize = 64;

/// What a token is to allow.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Permission {
    MakeCredential,
    GetAssertion,
}

impl Permission {
    fn number(self) -> u8 {
        match self {
            Self::MakeCredential => 1,
            Self::GetAssertion => 2,
        }
    }
}

/// How a command shows that the person was verified.
pub(super) enum Proof {
    /// By a token that was given for it.
    Token(Token),
    /// The key itself verifies during the command (CTAP 2.0).
    BuiltIn,
}

/// A new credential.
pub(super) struct NewCredential<'a> {
    pub(super) rp_id: &'a str,
    pub(super) user_id: &'a [u8],
    pub(super) name: &'a str,
    pub(super) exclude: &'a [&'a [u8]],
    pub(super) cred_protect: bool,
}

pub(super) fn make_credential(new: &NewCredential<'_>, hash: &[u8; 32], proof: &Proof) -> Vec<u8> {
    let name = new
        .name
        .get(..new.name.floor_char_boundary(LONGEST_NAME))
        .unwrap_or_default();
    let user = Map::new()
        .with("id", bytes(new.user_id))
        .with("name", text(name))
        .with("displayName", text(name));
    let rp = Map::new()
        .with("id", text(new.rp_id))
        .with("name", text("Latchkey"));
    let algorithms: Vec<Value> = ALGORITHMS.into_iter().map(algorithm).collect();
    let extensions = Map::new()
        .with("hmac-secret", true)
        .with_some("credProtect", new.cred_protect.then_some(CRED_PROTECT));
    let exclude = (!new.exclude.is_empty()).then(|| descriptors(new.exclude));
    let map = Map::new()
        .with(1, bytes(hash))
        .with(2, rp)
        .with(3, user)
        .with(4, algorithms)
        .with_some(5, exclude)
        .with(6, extensions);
    // Not resident: `rk` is false when it is left out.
    proven(map, 7, Map::new(), hash, proof).request(MAKE_CREDENTIAL)
}

pub(super) fn get_assertion(
    rp_id: &str,
    credential: &[u8],
    hmac_secret: impl Into<Value>,
    hash: &[u8; 32],
    proof: &Proof,
) -> Vec<u8> {
    let map =
        assertion(rp_id, credential, hash).with(4, Map::new().with("hmac-secret", hmac_secret));
    proven(map, 5, Map::new(), hash, proof).request(GET_ASSERTION)
}

/// Asks without touch or verification whether a credential is there.
pub(super) fn probe(rp_id: &str, credential: &[u8], hash: &[u8; 32]) -> Vec<u8> {
    assertion(rp_id, credential, hash)
        .with(5, Map::new().with("up", false))
        .request(GET_ASSERTION)
}

/// Asks a key without authenticatorSelection for a touch: a credential for nobody with an empty authorisation, which it
/// refuses after the touch (CTAP 2.0, 5.1, step 1).
pub(super) fn touch_without_selection(hash: &[u8; 32]) -> Vec<u8> {
    let user = Map::new()
        .with("id", bytes(&[0]))
        .with("name", text("touch"));
    Map::new()
        .with(1, bytes(hash))
        .with(
            2,
            Map::new()
                .with("id", text("touch.invalid"))
                .with("name", text("touch")),
        )
        .with(3, user)
        .with(4, vec![algorithm(ALGORITHMS[0])])
        .with(8, bytes(&[]))
        .with(9, 1)
        .request(MAKE_CREDENTIAL)
}

pub(super) fn pin_retries(protocol: u8) -> Vec<u8> {
    client_pin(protocol, GET_PIN_RETRIES).request(CLIENT_PIN)
}

pub(super) fn uv_retries(protocol: u8) -> Vec<u8> {
    client_pin(protocol, GET_UV_RETRIES).request(CLIENT_PIN)
}

pub(super) fn key_agreement(protocol: u8) -> Vec<u8> {
    client_pin(protocol, GET_KEY_AGREEMENT).request(CLIENT_PIN)
}

pub(super) fn set_pin(agreement: &Agreement, new_pin_enc: &[u8]) -> Vec<u8> {
    client_pin(agreement.protocol().number(), SET_PIN)
        .with(3, agreement.ours())
        .with(4, bytes(&agreement.authenticate(new_pin_enc)))
        .with(5, bytes(new_pin_enc))
        .request(CLIENT_PIN)
}

/// A token for one command; a CTAP 2.0 key gives one for everything.
pub(super) fn token_by_pin(
    agreement: &Agreement,
    pin_hash_enc: &[u8],
    permission: Option<(Permission, &str)>,
) -> Vec<u8> {
    let subcommand = match permission {
        Some(_) => GET_TOKEN_USING_PIN,
        None => GET_PIN_TOKEN,
    };
    client_pin(agreement.protocol().number(), subcommand)
        .with(3, agreement.ours())
        .with(6, bytes(pin_hash_enc))
        .with_some(9, permission.map(|(permission, _)| permission.number()))
        .with_some(10, permission.map(|(_, rp_id)| text(rp_id)))
        .request(CLIENT_PIN)
}

pub(super) fn token_by_built_in(
    agreement: &Agreement,
    permission: Permission,
    rp_id: &str,
) -> Vec<u8> {
    client_pin(agreement.protocol().number(), GET_TOKEN_USING_UV)
        .with(3, agreement.ours())
        .with(9, permission.number())
        .with(10, text(rp_id))
        .request(CLIENT_PIN)
}

fn client_pin(protocol: u8, subcommand: u8) -> Map {
    Map::new().with(1, protocol).with(2, subcommand)
}

fn assertion(rp_id: &str, credential: &[u8], hash: &[u8; 32]) -> Map {
    Map::new()
        .with(1, text(rp_id))
        .with(2, bytes(hash))
        .with(3, descriptors(&[credential]))
}

/// Adds the proof: a token's signature in the two members after the options, or the option `uv`, never both.
fn proven(map: Map, options_at: i64, options: Map, hash: &[u8; 32], proof: &Proof) -> Map {
    match proof {
        Proof::Token(token) => map
            .with(options_at + 1, bytes(&token.authenticate(hash)))
            .with(options_at + 2, token.protocol().number()),
        Proof::BuiltIn => map.with(options_at, options.with("uv", true)),
    }
}

fn descriptors(ids: &[&[u8]]) -> Vec<Value> {
    let descriptor = |id: &&[u8]| {
        Map::new()
            .with("id", bytes(id))
            .with("type", text("public-key"))
            .into()
    };
    ids.iter().map(descriptor).collect()
}

fn algorithm(number: i64) -> Value {
    Map::new()
        .with("alg", number)
        .with("type", text("public-key"))
        .into()
}
