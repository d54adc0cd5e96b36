//! What goes over the pipe: one line of JSON for a request, one for its answer (`crates/latchkey-tpm/src/wire.rs`).
//!
//! Secrets are base64 in it; they are written into and read out of memory that is wiped, and never become a `String`.

use std::fmt;

use base64::prelude::{BASE64_STANDARD, Engine};
use serde::de::{Error as _, Visitor};
use serde::{Deserialize, Deserializer, Serialize, Serializer};
use zeroize::Zeroizing;

use super::auth_value::AuthValue;
use super::blobs::Blobs;

/// Of the exchange.
pub(super) const VERSION: u32 = 1;

/// Longest line, either way.
pub(super) const MAX_LINE: usize = 64 * 1024;

#[derive(Serialize)]
pub(super) struct Request<'a> {
    pub(super) version: u32,
    pub(super) ask: &'a Ask<'a>,
}

#[derive(Serialize)]
#[serde(rename_all = "snake_case")]
pub(super) enum Ask<'a> {
    Posture,
    Parent,
    Create { auth_value: Base64Secret<'a> },
    Evaluate(Evaluate<'a>),
}

#[derive(Serialize)]
pub(super) struct Evaluate<'a> {
    private: Base64<'a>,
    public: Base64<'a>,
    parent_name: Base64<'a>,
    auth_value: Base64Secret<'a>,
    salts: [Base64<'a>; 2],
}

impl<'a> Evaluate<'a> {
    pub(super) fn new(
        blobs: &'a Blobs,
        parent_name: &'a [u8],
        auth_value: &'a AuthValue,
        [first, second]: &'a [[u8; 32]; 2],
    ) -> Self {
        Self {
            private: Base64(&blobs.private),
            public: Base64(&blobs.public),
            parent_name: Base64(parent_name),
            auth_value: Base64Secret(auth_value.as_bytes()),
            salts: [Base64(first), Base64(second)],
        }
    }
}

/// Bytes that are no secret.
pub(super) struct Base64<'a>(&'a [u8]);

impl Serialize for Base64<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(&base64::display::Base64Display::new(
            self.0,
            &BASE64_STANDARD,
        ))
    }
}

/// 32 secret bytes on their way out.
pub(super) struct Base64Secret<'a>(pub(super) &'a [u8; 32]);

impl Serialize for Base64Secret<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut text = Zeroizing::new([0; 44]);
        let length = BASE64_STANDARD
            .encode_slice(self.0, text.as_mut_slice())
            .map_err(serde::ser::Error::custom)?;
        let text = text.get(..length).and_then(|t| str::from_utf8(t).ok());
        serializer.serialize_str(text.ok_or_else(|| serde::ser::Error::custom("base64"))?)
    }
}

/// One answer. Of a newer program it would not parse.
#[derive(Deserialize)]
pub(super) struct Reply {
    pub(super) version: u32,
    pub(super) answer: Answer,
}

#[derive(Deserialize)]
#[serde(rename_all = "snake_case")]
pub(super) enum Answer {
    Posture(State),
    Parent {
        #[serde(deserialize_with = "bytes")]
        name: Vec<u8>,
    },
    Created {
        #[serde(deserialize_with = "bytes")]
        private: Vec<u8>,
        #[serde(deserialize_with = "bytes")]
        public: Vec<u8>,
        #[serde(deserialize_with = "bytes")]
        parent_name: Vec<u8>,
    },
    Outputs([SecretOutput; 2]),
    Error {
        code: Code,
        seconds: Option<u32>,
    },
}

/// The TPM's own words about itself.
#[derive(Deserialize)]
pub(super) struct State {
    pub(super) manufacturer: String,
    pub(super) firmware: String,
    pub(super) failures: u32,
    pub(super) max_failures: u32,
    pub(super) forgiven_after: u32,
    pub(super) locked: bool,
    pub(super) lockout_guarded: bool,
}

/// Why the program did not do it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
pub(super) enum Code {
    AuthFail,
    Lockout,
    OtherTpm,
    Damaged,
    NoTpm,
    NoLibrary,
    Access,
    Io,
    BadRequest,
}

fn bytes<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Vec<u8>, D::Error> {
    let text = String::deserialize(deserializer)?;
    BASE64_STANDARD
        .decode(text)
        .map_err(|_| D::Error::custom("not base64"))
}

/// 32 secret bytes on their way in.
pub(super) struct SecretOutput(pub(super) Zeroizing<[u8; 32]>);

impl<'de> Deserialize<'de> for SecretOutput {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct InPlace;

        impl Visitor<'_> for InPlace {
            type Value = SecretOutput;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("base64 of 32 bytes")
            }

            fn visit_str<E: serde::de::Error>(self, text: &str) -> Result<SecretOutput, E> {
                let mut decoded = Zeroizing::new([0; 48]);
                let length = BASE64_STANDARD
                    .decode_slice(text, decoded.as_mut_slice())
                    .map_err(|_| E::custom("not base64 of 32 bytes"))?;
                let mut output = Zeroizing::new([0; 32]);
                if length != output.len() {
                    return Err(E::custom("not 32 bytes"));
                }
                output.copy_from_slice(&decoded[..length]);
                Ok(SecretOutput(output))
            }
        }

        deserializer.deserialize_str(InPlace)
    }
}
