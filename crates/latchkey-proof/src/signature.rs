//! A signature as an authenticator gives it: a WebAuthn assertion whose challenge names what is signed.
//!
//! challenge = SHA-256(`latchkey/<kind>/v1` ‖ 00 ‖ bytes). What is checked: WebAuthn Level 3, 7.2, steps 11 to 22, without a
//! website: the relying party is `latchkey.invalid`, and the person was present and verified.

use std::path::Path;

use base64::Engine as _;
use base64::engine::general_purpose::{STANDARD, URL_SAFE_NO_PAD};
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};

use crate::error::{SealError, SignError};
use crate::manifest::{Sealed, write};
use crate::signer::{Key, Signer, fingerprint};

/// Name of the signature beside a manifest.
pub const SIGNATURE_FILE: &str = "SIGNATURE.json";
/// The relying party of every signing credential: no website can ever ask for it.
pub const RP_ID: &str = "latchkey.invalid";

const VERSION: u32 = 1;
/// Of authenticator data (WebAuthn Level 3, 6.1): the hash of the relying party, flags, counter.
const SHORTEST: usize = 37;
const USER_PRESENT: u8 = 1;
const USER_VERIFIED: u8 = 4;

/// What an authenticator gave for a challenge.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Assertion {
    /// The credential's id.
    pub credential: Vec<u8>,
    /// Its authenticator data.
    pub authenticator_data: Vec<u8>,
    /// The client data, as it was hashed.
    pub client_data_json: Vec<u8>,
    /// The signature; ECDSA in DER.
    pub signature: Vec<u8>,
}

/// Somebody who can be asked for a signature.
pub trait SignManifest {
    /// Who signs.
    fn signer(&self) -> &Signer;

    /// Asks the authenticator to sign a challenge.
    ///
    /// # Errors
    /// [`SignError`].
    fn sign(&mut self, challenge: &[u8; 32]) -> Result<Assertion, SignError>;
}

/// What is to be signed of these bytes.
#[must_use]
pub fn challenge(kind: &str, bytes: &[u8]) -> [u8; 32] {
    let mut hash = Sha256::new();
    hash.update(format!("latchkey/{kind}/v1\0"));
    hash.update(bytes);
    hash.finalize().into()
}

/// Asks for a signature of a sealed folder, checks it, and writes it beside the manifest. The signer's fingerprint.
///
/// # Errors
/// [`SignError`]; the folder is then as it was.
pub fn sign(
    folder: &Path,
    kind: &str,
    sealed: &Sealed,
    with: &mut dyn SignManifest,
) -> Result<String, SignError> {
    let assertion = with.sign(&sealed.challenge)?;
    let signer = with.signer();
    check(&assertion, &signer.public_key, &sealed.challenge).map_err(SignError::NotGood)?;
    write_signature(folder, kind, &assertion, signer)?;
    Ok(signer.fingerprint())
}

/// Writes a signature beside a manifest.
///
/// # Errors
/// [`SignError::Io`], also where there is one already.
pub fn write_signature(
    folder: &Path,
    kind: &str,
    assertion: &Assertion,
    signer: &Signer,
) -> Result<(), SignError> {
    let stored = Stored {
        version: VERSION,
        kind: kind.to_owned(),
        signer: signer.fingerprint(),
        algorithm: Key::read(&signer.public_key).map_or(0, |key| key.algorithm()),
        public_key: STANDARD.encode(&signer.public_key),
        credential: STANDARD.encode(&assertion.credential),
        authenticator_data: STANDARD.encode(&assertion.authenticator_data),
        client_data_json: STANDARD.encode(&assertion.client_data_json),
        signature: STANDARD.encode(&assertion.signature),
    };
    let mut text = serde_json::to_vec_pretty(&stored).unwrap_or_default();
    text.push(b'\n');
    write(&folder.join(SIGNATURE_FILE), &text).map_err(|error| match error {
        SealError::Io { path, source } => SignError::Io { path, source },
        _ => SignError::NotGood("its file"),
    })
}

/// The signature's file. The public key is in it so that anybody can see that it is one signature of one key; whose key
/// it is, only a signer's file or a fingerprint from elsewhere says.
#[derive(Serialize, Deserialize)]
struct Stored {
    version: u32,
    kind: String,
    signer: String,
    algorithm: i64,
    public_key: String,
    credential: String,
    authenticator_data: String,
    client_data_json: String,
    signature: String,
}

/// Who signed these bytes, by the key in the signature's own file; or what is wrong with it.
pub(crate) fn signed_by(text: &[u8], kind: &str, manifest: &[u8]) -> Result<Signer, &'static str> {
    let stored: Stored = serde_json::from_slice(text).map_err(|_| "no signature")?;
    if stored.version != VERSION {
        return Err("a newer version");
    }
    if stored.kind != kind {
        return Err("a signature of something else");
    }
    let decoded = |text: &str| STANDARD.decode(text).map_err(|_| "no base64");
    let assertion = Assertion {
        credential: decoded(&stored.credential)?,
        authenticator_data: decoded(&stored.authenticator_data)?,
        client_data_json: decoded(&stored.client_data_json)?,
        signature: decoded(&stored.signature)?,
    };
    let public_key = decoded(&stored.public_key)?;
    if fingerprint(&public_key) != stored.signer {
        return Err("another key's fingerprint");
    }
    check(&assertion, &public_key, &challenge(kind, manifest))?;
    Ok(Signer {
        name: String::new(),
        kind: String::new(),
        public_key,
    })
}

/// Whether an assertion is this key's, for this challenge, with the person there; else what is wrong.
pub(crate) fn check(
    assertion: &Assertion,
    public_key: &[u8],
    challenge: &[u8; 32],
) -> Result<(), &'static str> {
    let key = Key::read(public_key).ok_or("no key that signs")?;
    let client: serde_json::Value =
        serde_json::from_slice(&assertion.client_data_json).map_err(|_| "no client data")?;
    let says = |field: &str| client.get(field).and_then(serde_json::Value::as_str);
    if says("type") != Some("webauthn.get") {
        return Err("not made to sign");
    }
    if says("challenge") != Some(&URL_SAFE_NO_PAD.encode(challenge)) {
        return Err("a signature of something else");
    }
    if client
        .get("crossOrigin")
        .is_some_and(|value| value != false)
    {
        return Err("asked for by another site");
    }
    let authenticator = &assertion.authenticator_data;
    let rp_hash: [u8; 32] = Sha256::digest(RP_ID).into();
    match (authenticator.get(..32), authenticator.get(32)) {
        _ if authenticator.len() < SHORTEST => return Err("no authenticator data"),
        (Some(hash), _) if hash != rp_hash => return Err("another relying party"),
        (_, Some(flags)) if flags & USER_PRESENT == 0 => return Err("nobody was present"),
        (_, Some(flags)) if flags & USER_VERIFIED == 0 => return Err("nobody was verified"),
        _ => {}
    }
    let mut signed = authenticator.clone();
    signed.extend(Sha256::digest(&assertion.client_data_json));
    match key.has_signed(&signed, &assertion.signature) {
        true => Ok(()),
        false => Err("not this key's signature"),
    }
}
