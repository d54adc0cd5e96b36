//! A passkey's two PRF outputs as the key of one age file: the stanza of typage and age-plugin-fido2prf, and the same
//! under another name for a TPM (docs/keyring-format.md 6).
//!
//! Opening has two steps: the nonce is read from the file, the passkey answers, and only then the file is decrypted,
//! so that a person is asked exactly once and no ceremony runs inside the age library.

use std::cell::RefCell;
use std::collections::HashSet;

use age_core::format::{FILE_KEY_BYTES, FileKey, Stanza};
use age_core::primitives::{aead_decrypt, aead_encrypt};
use age_core::secrecy::ExposeSecret;
use base64::{Engine, prelude::BASE64_STANDARD_NO_PAD};
use hmac::{Hmac, KeyInit, Mac};
use latchkey_passkey::{AuthenticatorKind, PrfInputs, PrfOutput};
use sha2::Sha256;
use zeroize::Zeroizing;

use crate::envelope::{seal_for, unseal_with};

/// Stanza and label of WebAuthn passkeys.
const FIDO2: &str = "age-encryption.org/fido2prf";
/// Stanza and label of a TPM's key: no other tool may ask a browser for it.
const TPM: &str = "latchkey.invalid/tpm-prf";
/// Bytes of a stanza's nonce.
const NONCE: usize = 16;
/// Bytes of a stanza's body: the file key and its tag.
const BODY: usize = FILE_KEY_BYTES + 16;

/// What one wrap asks the passkey for: the stanza's name and its nonce.
#[derive(Clone, PartialEq, Eq)]
pub(crate) struct Challenge {
    label: &'static str,
    nonce: [u8; NONCE],
}

/// Why an identity did not come out of its file.
pub(crate) enum UnwrapError {
    /// The stanza does not open with this output: it is another passkey's, or the passkey answers differently.
    OtherSecret,
    /// The file is not what the format says.
    Damaged,
}

impl Challenge {
    /// A fresh one: a pair of credential and nonce never wraps two file keys, because the cipher's nonce is fixed.
    pub(crate) fn fresh(kind: AuthenticatorKind) -> Result<Self, getrandom::Error> {
        let mut nonce = [0; NONCE];
        getrandom::fill(&mut nonce)?;
        Ok(Self {
            label: label_of(kind),
            nonce,
        })
    }

    /// The one that a wrapped identity was made with; `None` unless the file has exactly one stanza of the wanted
    /// name and, apart from grease, no other.
    pub(crate) fn of(armored: &str, kind: AuthenticatorKind) -> Option<Self> {
        let look = Look {
            label: label_of(kind),
            found: RefCell::new(None),
        };
        // The look never gives a key, so this always ends with "no matching keys".
        let _ = unseal_with(armored, std::iter::once(&look as &dyn age::Identity));
        look.found.into_inner()
    }

    /// What the passkey is evaluated at.
    pub(crate) fn inputs(&self) -> PrfInputs {
        let input = |number: u8| [self.label.as_bytes(), &[number], &self.nonce].concat();
        PrfInputs {
            first: input(1),
            second: input(2),
        }
    }

    /// Encrypts an identity text so that this passkey's answer opens it.
    pub(crate) fn wrap(&self, text: &[u8], output: &PrfOutput) -> Result<String, std::io::Error> {
        let answered = Answered {
            challenge: self,
            key: self.wrapping_key(output),
        };
        seal_for(text, std::iter::once(&answered as &dyn age::Recipient))
    }

    /// Decrypts an identity text with the passkey's answer.
    pub(crate) fn unwrap(
        &self,
        armored: &str,
        output: &PrfOutput,
    ) -> Result<Zeroizing<Vec<u8>>, UnwrapError> {
        let answered = Answered {
            challenge: self,
            key: self.wrapping_key(output),
        };
        let opened = unseal_with(armored, std::iter::once(&answered as &dyn age::Identity));
        opened.map_err(|error| match error {
            age::DecryptError::DecryptionFailed => UnwrapError::OtherSecret,
            _ => UnwrapError::Damaged,
        })
    }

    /// HKDF-Extract-SHA-256 with the label as salt.
    fn wrapping_key(&self, output: &PrfOutput) -> Zeroizing<[u8; 32]> {
        let mut extract = Hmac::<Sha256>::new_from_slice(self.label.as_bytes())
            .expect("HMAC takes a key of any length");
        extract.update(output.as_bytes());
        Zeroizing::new(extract.finalize().into_bytes().into())
    }

    /// The one stanza that is ours, where the header keeps the rules.
    fn find<'a>(label: &'static str, stanzas: &'a [Stanza]) -> Option<(Self, &'a Stanza)> {
        let is_grease = |stanza: &&Stanza| stanza.tag.ends_with("-grease");
        let mut real = stanzas.iter().filter(|stanza| !is_grease(stanza));
        let (stanza, None) = (real.next()?, real.next()) else {
            return None;
        };
        let [argument] = stanza.args.as_slice() else {
            return None;
        };
        let nonce = BASE64_STANDARD_NO_PAD.decode(argument).ok()?;
        let fits = stanza.tag == label && stanza.body.len() == BODY;
        let challenge = Self {
            label,
            nonce: nonce.try_into().ok()?,
        };
        fits.then_some((challenge, stanza))
    }
}

fn label_of(kind: AuthenticatorKind) -> &'static str {
    match kind {
        AuthenticatorKind::Tpm => TPM,
        AuthenticatorKind::SecurityKey | AuthenticatorKind::Phone | AuthenticatorKind::Software => {
            FIDO2
        }
    }
}

/// Reads the challenge of a file and opens nothing.
struct Look {
    label: &'static str,
    found: RefCell<Option<Challenge>>,
}

impl age::Identity for Look {
    fn unwrap_stanza(&self, _stanza: &Stanza) -> Option<Result<FileKey, age::DecryptError>> {
        None
    }

    fn unwrap_stanzas(&self, stanzas: &[Stanza]) -> Option<Result<FileKey, age::DecryptError>> {
        let found = Challenge::find(self.label, stanzas);
        *self.found.borrow_mut() = found.map(|(challenge, _)| challenge);
        None
    }
}

/// A challenge and the key that the passkey's answer to it makes.
struct Answered<'a> {
    challenge: &'a Challenge,
    key: Zeroizing<[u8; 32]>,
}

impl age::Recipient for Answered<'_> {
    fn wrap_file_key(
        &self,
        file_key: &FileKey,
    ) -> Result<(Vec<Stanza>, HashSet<String>), age::EncryptError> {
        let stanza = Stanza {
            tag: self.challenge.label.to_owned(),
            args: vec![BASE64_STANDARD_NO_PAD.encode(self.challenge.nonce)],
            body: aead_encrypt(&self.key, file_key.expose_secret()),
        };
        Ok((vec![stanza], HashSet::new()))
    }
}

impl age::Identity for Answered<'_> {
    fn unwrap_stanza(&self, _stanza: &Stanza) -> Option<Result<FileKey, age::DecryptError>> {
        None
    }

    fn unwrap_stanzas(&self, stanzas: &[Stanza]) -> Option<Result<FileKey, age::DecryptError>> {
        let (challenge, stanza) = Challenge::find(self.challenge.label, stanzas)?;
        if challenge != *self.challenge {
            return None;
        }
        Some(
            match aead_decrypt(&self.key, FILE_KEY_BYTES, &stanza.body) {
                Ok(plain) => {
                    let plain = Zeroizing::new(plain);
                    Ok(FileKey::init_with_mut(|key| key.copy_from_slice(&plain)))
                }
                Err(_) => Err(age::DecryptError::DecryptionFailed),
            },
        )
    }
}

#[cfg(test)]
mod tests;
