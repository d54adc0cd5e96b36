//! A keyring writer made from docs/keyring-format.md alone, with ordinary age, JSON and Ed25519.
//!
//! It makes what Latchkey itself does not make yet (passkey and passphrase slots), what it never makes (members of
//! later versions), and what a forger would make. All keys are obviously fake.

use std::collections::HashSet;
use std::io::{Read, Write};

use age::x25519;
use age_core::format::{FileKey, Stanza};
use age_core::primitives::{aead_decrypt, aead_encrypt};
use age_core::secrecy::ExposeSecret;
use base64::{
    Engine,
    prelude::{BASE64_STANDARD, BASE64_STANDARD_NO_PAD, BASE64_URL_SAFE_NO_PAD},
};
use ed25519_dalek::{Signer, SigningKey};
use hmac::{Hmac, KeyInit, Mac};
use serde_json::{Value, json};
use sha2::Sha256;

pub const KEYRING: &str = "00112233445566778899aabbccddeeff";
/// 32 bytes of 0x42 as an age identity.
pub const KIT: &str = "AGE-SECRET-KEY-1GFPYYSJZGFPYYSJZGFPYYSJZGFPYYSJZGFPYYSJZGFPYYSJZGFPQ4EGAEX";
pub const ROOT: [u8; 32] = [0x43; 32];
pub const DEVICE: [u8; 131] = [0x44; 131];
pub const INDEX: [u8; 32] = [0x45; 32];
pub const SIGNER: [u8; 32] = [0x46; 32];
/// First and second PRF output of the made-up passkey.
pub const PRF: [u8; 64] = [0x47; 64];
pub const WORDS: &str = "six obviously fake words in here";
/// Stanza and label of WebAuthn passkeys.
pub const FIDO2: &str = "age-encryption.org/fido2prf";
/// Stanza and label of a TPM's key.
pub const TPM: &str = "latchkey.invalid/tpm-prf";
/// Id of every made-up passkey's credential.
pub const CREDENTIAL: [u8; 32] = [0x49; 32];
pub const SECURITY_KEY_SLOT: &str = "bb00000000000002";
pub const WORDS_SLOT: &str = "dd00000000000004";
const CREATED: &str = "2026-11-22T10:00:00Z";

/// A passkey's two PRF outputs as age recipient and identity.
pub struct Prf {
    pub label: &'static str,
    pub outputs: [u8; 64],
    /// Fresh for every file; here, the slot's number.
    pub nonce: [u8; 16],
}

impl Prf {
    fn wrapping_key(&self) -> [u8; 32] {
        let mut extract = Hmac::<Sha256>::new_from_slice(self.label.as_bytes()).unwrap();
        extract.update(&self.outputs);
        extract.finalize().into_bytes().into()
    }
}

impl age::Recipient for Prf {
    fn wrap_file_key(
        &self,
        key: &FileKey,
    ) -> Result<(Vec<Stanza>, HashSet<String>), age::EncryptError> {
        let stanza = Stanza {
            tag: self.label.into(),
            args: vec![BASE64_STANDARD_NO_PAD.encode(self.nonce)],
            body: aead_encrypt(&self.wrapping_key(), key.expose_secret()),
        };
        Ok((vec![stanza], HashSet::new()))
    }
}

impl age::Identity for Prf {
    fn unwrap_stanza(&self, stanza: &Stanza) -> Option<Result<FileKey, age::DecryptError>> {
        (stanza.tag == self.label).then_some(())?;
        let plain = aead_decrypt(&self.wrapping_key(), 16, &stanza.body).ok()?;
        Some(Ok(FileKey::init_with_mut(|key| {
            key.copy_from_slice(&plain)
        })))
    }
}

pub fn encrypt(plaintext: &[u8], recipients: &[&dyn age::Recipient]) -> String {
    let encryptor = age::Encryptor::with_recipients(recipients.iter().copied()).unwrap();
    let armor =
        age::armor::ArmoredWriter::wrap_output(Vec::new(), age::armor::Format::AsciiArmor).unwrap();
    let mut writer = encryptor.wrap_output(armor).unwrap();
    writer.write_all(plaintext).unwrap();
    String::from_utf8(writer.finish().unwrap().finish().unwrap()).unwrap()
}

pub fn decrypt(armored: &str, identity: &dyn age::Identity) -> String {
    let decryptor =
        age::Decryptor::new(age::armor::ArmoredReader::new(armored.as_bytes())).unwrap();
    let mut text = String::new();
    decryptor
        .decrypt(std::iter::once(identity))
        .unwrap()
        .read_to_string(&mut text)
        .unwrap();
    text
}

/// The text of an identity file that pins slot, keyring and signer.
pub fn pinned(key: &str, slot: &str, signer: &SigningKey) -> String {
    pinned_to(KEYRING, key, slot, signer)
}

fn pinned_to(keyring: &str, key: &str, slot: &str, signer: &SigningKey) -> String {
    let signed_by = BASE64_STANDARD.encode(signer.verifying_key().to_bytes());
    format!("# keyring: {keyring}\n# slot: {slot}\n# signed by: {signed_by}\n{key}\n")
}

/// A document being put together; `value` may be changed in any way before it is signed.
pub struct Draft {
    pub value: Value,
    pub signer: SigningKey,
}

impl Draft {
    /// One recovery slot for [`KIT`].
    pub fn recovery_only() -> Self {
        let kit: x25519::Identity = KIT.parse().unwrap();
        let slot = json!({
            "id": "aa00000000000001", "kind": "recovery", "label": "Recovery kit", "created": CREATED,
            "recipient": kit.to_public().to_string(), "holder": "owner"
        });
        Self::with_slots(KEYRING, SIGNER, vec![slot])
    }

    /// Every kind of slot of version 1, one of a later version, and members nobody knows.
    pub fn every_kind() -> Self {
        Self::every_kind_of(KEYRING, SIGNER)
    }

    /// The same for another keyring of the same passkey and words.
    pub fn every_kind_of(keyring: &str, signing: [u8; 32]) -> Self {
        let signer = SigningKey::from_bytes(&signing);
        let slot = |id: &str, kind: &str, more: Value| {
            let mut slot = json!({"id": id, "kind": kind, "label": kind, "created": CREATED});
            slot.as_object_mut()
                .unwrap()
                .extend(more.as_object().unwrap().clone());
            slot
        };
        let locked = |id: &str, recipient: &dyn age::Recipient| {
            let key = x25519::Identity::generate();
            let text = pinned_to(keyring, key.to_string().expose_secret(), id, &signer);
            (
                key.to_public().to_string(),
                encrypt(text.as_bytes(), &[recipient]),
            )
        };
        let passkey = |id: &str, authenticator: &str, label: &'static str, nonce: u8| {
            let prf = Prf {
                label,
                outputs: PRF,
                nonce: [nonce; 16],
            };
            let (recipient, identity) = locked(id, &prf);
            let mut made = slot(
                id,
                "passkey",
                json!({
                    "authenticator": authenticator, "identity": identity, "recipient": recipient,
                    "credential_id": BASE64_URL_SAFE_NO_PAD.encode(CREDENTIAL),
                    "public_key": BASE64_URL_SAFE_NO_PAD.encode([0xa1, 0x01, 0x02]),
                    "rp_id": "latchkey.invalid", "transports": ["usb"],
                    "backup_eligible": false, "backed_up": false, "last_tested": CREATED
                }),
            );
            if authenticator == "tpm" {
                made["tpm"] = json!({
                    "parent_name": BASE64_URL_SAFE_NO_PAD.encode([0x4a; 34]),
                    "pin_salt": BASE64_URL_SAFE_NO_PAD.encode([0x4b; 16]),
                    "argon2id": {"memory_kib": 65536, "passes": 3, "lanes": 1}
                });
            }
            made
        };
        let mut words = age::scrypt::Recipient::new(WORDS.to_owned().into());
        words.set_work_factor(8);
        let (recipient, identity) = locked(WORDS_SLOT, &words);
        let kit: x25519::Identity = KIT.parse().unwrap();
        let slots = vec![
            slot(
                "aa00000000000001",
                "recovery",
                json!({"recipient": kit.to_public().to_string(), "holder": "owner"}),
            ),
            passkey(SECURITY_KEY_SLOT, "security_key", FIDO2, 2),
            passkey("cc00000000000003", "phone", FIDO2, 3),
            passkey("cc00000000000013", "tpm", TPM, 4),
            slot(
                WORDS_SLOT,
                "passphrase",
                json!({"recipient": recipient, "identity": identity}),
            ),
            slot(
                "ee00000000000005",
                "crystal_ball",
                json!({
                    "recipient": x25519::Identity::generate().to_public().to_string(), "mist": {"b": 1.50, "a": [1, null]}
                }),
            ),
        ];
        let mut draft = Self::with_slots(keyring, signing, slots);
        draft.value["later"] = json!({"z": 1, "a": "é\u{1}"});
        draft
    }

    fn with_slots(keyring: &str, signing: [u8; 32], slots: Vec<Value>) -> Self {
        let signer = SigningKey::from_bytes(&signing);
        let mut draft = Self {
            value: json!({
                "latchkey_keyring": 1, "id": keyring, "generation": 7, "created": CREATED,
                "signed_by": BASE64_STANDARD.encode(signer.verifying_key().to_bytes()),
                "accounts": [{"phone_suffix": "21", "secret": "5100000000000003"}],
                "slots": slots, "secrets": [],
                "index_format": {"cipher": "sqlcipher-4", "page_size": 16384}
            }),
            signer,
        };
        draft.put_secret("5100000000000001", "signing_key", &signing);
        draft.put_secret("5100000000000002", "index_key", &INDEX);
        draft.put_secret("5100000000000003", "root_key", &ROOT);
        draft.put_secret("5100000000000004", "device_key", &DEVICE);
        draft
    }

    /// Adds a secret, or replaces the one with that id, encrypted to the recipients that the slots state.
    pub fn put_secret(&mut self, id: &str, kind: &str, bytes: &[u8]) {
        let slots = self.value["slots"].as_array().unwrap();
        let keys: Vec<x25519::Recipient> = slots
            .iter()
            .map(|slot| slot["recipient"].as_str().unwrap().parse().unwrap())
            .collect();
        let keys: Vec<&dyn age::Recipient> =
            keys.iter().map(|key| key as &dyn age::Recipient).collect();
        let age = encrypt(format!("{}\n", hex::encode(bytes)).as_bytes(), &keys);
        let secret =
            json!({"id": id, "kind": kind, "created": CREATED, "state": "current", "age": age});
        let secrets = self.value["secrets"].as_array_mut().unwrap();
        match secrets.iter_mut().find(|known| known["id"] == id) {
            Some(known) => *known = secret,
            None => secrets.push(secret),
        }
    }

    /// Encrypts the secrets anew to the recipients that the slots state now.
    pub fn reseal(&mut self) {
        let signing = self.signer.to_bytes();
        self.put_secret("5100000000000001", "signing_key", &signing);
        self.put_secret("5100000000000002", "index_key", &INDEX);
        self.put_secret("5100000000000003", "root_key", &ROOT);
        self.put_secret("5100000000000004", "device_key", &DEVICE);
    }

    /// Claims and uses another signer.
    pub fn state_signer(&mut self, signer: SigningKey) {
        let public = BASE64_STANDARD.encode(signer.verifying_key().to_bytes());
        self.value["signed_by"] = json!(public);
        self.signer = signer;
    }

    /// What is signed.
    pub fn document(&self) -> String {
        format!("{}\n", serde_json::to_string_pretty(&self.value).unwrap())
    }

    /// The file.
    pub fn sign(&self) -> Vec<u8> {
        sign(&self.document(), &self.signer)
    }
}

pub fn sign(document: &str, signer: &SigningKey) -> Vec<u8> {
    let signature = BASE64_STANDARD.encode(signer.sign(document.as_bytes()).to_bytes());
    format!("{document}--- {signature}\n").into_bytes()
}
