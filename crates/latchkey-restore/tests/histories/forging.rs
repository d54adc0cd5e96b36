//! What somebody can write who holds the key that signs a keyring: the format's page is all they need.

use std::path::Path;

use base64::{Engine, prelude::BASE64_STANDARD};
use ed25519_dalek::{Signer, SigningKey};
use latchkey_keyring::RecoveryKit;
use serde_json::Value;

use crate::fixture::now;

/// Changes the document of the keyring at `path` and signs it anew, with the seed that `kit` opens in it.
pub fn forge(path: &Path, kit: &RecoveryKit, change: impl FnOnce(&mut Value)) {
    sign_as(path, &seed(path, kit), change);
}

/// The seed that signs the keyring at `path`.
pub fn seed(path: &Path, kit: &RecoveryKit) -> SigningKey {
    let document = document(path);
    let mut secrets = document["secrets"].as_array().unwrap().iter();
    let sealed = secrets.find(|secret| secret["kind"] == "signing_key");
    let file = kit.identity_file(now());
    let key = file
        .lines()
        .find(|line| line.starts_with("AGE-SECRET-KEY-1"));
    let key: age::x25519::Identity = key.unwrap().parse().unwrap();
    let armored = sealed.unwrap()["age"].as_str().unwrap().as_bytes();
    let text = age::decrypt(&key, armored).unwrap();
    let seed = hex::decode(text.trim_ascii()).unwrap();
    SigningKey::from_bytes(&seed.try_into().unwrap())
}

/// As [`forge`], with a seed that was kept from an earlier generation.
pub fn sign_as(path: &Path, signer: &SigningKey, change: impl FnOnce(&mut Value)) {
    let mut document = document(path);
    change(&mut document);
    let mut text = document.to_string();
    text.push('\n');
    let signature = BASE64_STANDARD.encode(signer.sign(text.as_bytes()).to_bytes());
    text.push_str(&format!("--- {signature}\n"));
    std::fs::write(path, text).unwrap();
}

fn document(path: &Path) -> Value {
    let text = std::fs::read_to_string(path).unwrap();
    let (document, _) = text.rsplit_once("\n--- ").unwrap();
    serde_json::from_str(document).unwrap()
}
