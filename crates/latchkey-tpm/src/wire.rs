//! What goes over the pipe, version 1: one line of JSON for a request, one for its answer. All bytes are base64.
//!
//! ```text
//! {"version":1,"ask":"posture"}
//! {"version":1,"answer":{"posture":{"manufacturer":"INTC","firmware":"600.18.0.0","failures":0,"max_failures":32,
//!   "forgiven_after":600,"locked":false,"lockout_guarded":true}}}
//! {"version":1,"ask":"parent"}
//! {"version":1,"answer":{"parent":{"name":"AAu…"}}}
//! {"version":1,"ask":{"create":{"auth_value":"…"}}}
//! {"version":1,"answer":{"created":{"private":"…","public":"…","parent_name":"AAu…"}}}
//! {"version":1,"ask":{"evaluate":{"private":"…","public":"…","parent_name":"AAu…","auth_value":"…","salts":["…","…"]}}}
//! {"version":1,"answer":{"outputs":["…","…"]}}
//! {"version":1,"answer":{"error":{"code":"lockout","seconds":600}}}
//! ```
//!
//! Secrets are read into and written from memory that is wiped, and never become a `String`.

use std::fmt;

use base64::display::Base64Display;
use base64::prelude::{BASE64_STANDARD, Engine};
use serde::de::{Error as _, Visitor};
use serde::{Deserialize, Deserializer, Serialize, Serializer};
use zeroize::Zeroizing;

use crate::failure::{Code, Failure};

/// Of the exchange. Another one is refused.
pub(crate) const VERSION: u32 = 1;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Request {
    pub(crate) version: u32,
    pub(crate) ask: Ask,
}

#[derive(Deserialize)]
#[serde(rename_all = "snake_case")]
pub(crate) enum Ask {
    /// What the TPM says of itself and of its lockout.
    Posture,
    /// The Name of the storage key that new keys hang from.
    Parent,
    /// A new key.
    Create(Create),
    /// The PRF of a key at two salts.
    Evaluate(Evaluate),
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Create {
    pub(crate) auth_value: Secret,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Evaluate {
    pub(crate) private: Bytes,
    pub(crate) public: Bytes,
    pub(crate) parent_name: Bytes,
    pub(crate) auth_value: Secret,
    pub(crate) salts: [Secret; 2],
}

#[derive(Serialize)]
pub(crate) struct Reply {
    version: u32,
    answer: Answer,
}

impl From<Result<Answer, Failure>> for Reply {
    fn from(result: Result<Answer, Failure>) -> Self {
        Self {
            version: VERSION,
            answer: result.unwrap_or_else(|failure| Answer::Error {
                code: failure.code,
                seconds: failure.seconds,
            }),
        }
    }
}

#[derive(Serialize)]
#[serde(rename_all = "snake_case")]
pub(crate) enum Answer {
    Posture(Posture),
    Parent {
        name: Bytes,
    },
    Created {
        private: Bytes,
        public: Bytes,
        parent_name: Bytes,
    },
    Outputs([Secret; 2]),
    Error {
        code: Code,
        #[serde(skip_serializing_if = "Option::is_none")]
        seconds: Option<u32>,
    },
}

/// The TPM's own words about itself and its protection against guessing, which everything on the computer shares.
#[derive(Serialize)]
pub(crate) struct Posture {
    pub(crate) manufacturer: String,
    pub(crate) firmware: String,
    /// Wrong tries counted now. The right PIN does not take one away, only time does.
    pub(crate) failures: u32,
    pub(crate) max_failures: u32,
    /// Seconds until one failure is forgiven.
    pub(crate) forgiven_after: u32,
    /// It refuses every try now.
    pub(crate) locked: bool,
    /// A lockout password is set (`lockoutAuthSet`): not everybody can reset the counter.
    pub(crate) lockout_guarded: bool,
}

/// Bytes that are no secret.
#[derive(PartialEq, Eq)]
pub(crate) struct Bytes(pub(crate) Vec<u8>);

impl Serialize for Bytes {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(&Base64Display::new(&self.0, &BASE64_STANDARD))
    }
}

impl<'de> Deserialize<'de> for Bytes {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = String::deserialize(deserializer)?;
        let bytes = BASE64_STANDARD.decode(text);
        bytes.map(Self).map_err(|_| D::Error::custom("not base64"))
    }
}

/// 32 secret bytes; wiped when dropped.
pub(crate) struct Secret(pub(crate) Zeroizing<[u8; 32]>);

impl Serialize for Secret {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut text = Zeroizing::new([0; 44]);
        let length = BASE64_STANDARD
            .encode_slice(self.0.as_slice(), text.as_mut_slice())
            .map_err(serde::ser::Error::custom)?;
        let text = text.get(..length).and_then(|t| str::from_utf8(t).ok());
        serializer.serialize_str(text.ok_or_else(|| serde::ser::Error::custom("base64"))?)
    }
}

impl<'de> Deserialize<'de> for Secret {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct InPlace;

        impl Visitor<'_> for InPlace {
            type Value = Secret;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("base64 of 32 bytes")
            }

            fn visit_str<E: serde::de::Error>(self, text: &str) -> Result<Secret, E> {
                let mut decoded = Zeroizing::new([0; 48]);
                let length = BASE64_STANDARD
                    .decode_slice(text, decoded.as_mut_slice())
                    .map_err(|_| E::custom("not base64 of 32 bytes"))?;
                let mut secret = Zeroizing::new([0; 32]);
                if length != secret.len() {
                    return Err(E::custom("not 32 bytes"));
                }
                secret.copy_from_slice(&decoded[..length]);
                Ok(Secret(secret))
            }
        }

        deserializer.deserialize_str(InPlace)
    }
}
