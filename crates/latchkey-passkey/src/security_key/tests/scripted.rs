//! Keys that answer from a script, for what the firmware cannot do: any status, any bytes, and fingerprints.

use std::collections::BTreeMap;
use std::fmt;
use std::sync::{Arc, Mutex};

use aes::Aes256;
use async_trait::async_trait;
use cbc::cipher::block_padding::NoPadding;
use cbc::cipher::{BlockModeDecrypt, BlockModeEncrypt, KeyIvInit};
use hmac::{Hmac, KeyInit, Mac};
use p256::elliptic_curve::sec1::ToSec1Point;
use p256::{PublicKey, SecretKey};
use serde_cbor_2::Value;
use sha2::{Digest, Sha256};
use webauthn_authenticator_rs::error::WebauthnCError;
use webauthn_authenticator_rs::transport::Token;
use webauthn_authenticator_rs::ui::UiCallback;
use webauthn_rs_proto::AuthenticatorTransport;

use super::Socket;
use crate::security_key::line::Line;
use crate::security_key::ports::Plugged;

type Script = dyn FnMut(&[u8]) -> Result<Vec<u8>, u8> + Send;

/// A key that answers whatever its script says: bytes, or a status.
#[derive(Clone)]
pub(super) struct Scripted(Arc<Mutex<Box<Script>>>);

impl Scripted {
    pub(super) fn new(
        script: impl FnMut(&[u8]) -> Result<Vec<u8>, u8> + Send + 'static,
    ) -> Arc<Self> {
        Arc::new(Self(Arc::new(Mutex::new(Box::new(script)))))
    }
}

impl Socket for Scripted {
    fn plug(&self, into: &mut Plugged) {
        into.add(Line::open(self.clone()));
    }
}

impl fmt::Debug for Scripted {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Scripted")
    }
}

#[async_trait]
impl Token for Scripted {
    type Id = ();

    fn get_transport(&self) -> AuthenticatorTransport {
        AuthenticatorTransport::Usb
    }

    async fn transmit_raw<U: UiCallback>(
        &mut self,
        request: &[u8],
        _: &U,
    ) -> Result<Vec<u8>, WebauthnCError> {
        let answer = (self.0.lock().unwrap())(request);
        answer.map_err(|status| WebauthnCError::Ctap(status.into()))
    }

    async fn cancel(&mut self) -> Result<(), WebauthnCError> {
        Ok(())
    }

    async fn init(&mut self) -> Result<(), WebauthnCError> {
        Ok(())
    }

    async fn close(&mut self) -> Result<(), WebauthnCError> {
        Ok(())
    }
}

pub(super) fn map(members: &[(i128, Value)]) -> Vec<u8> {
    let members = members
        .iter()
        .map(|(key, value)| (Value::Integer(*key), value.clone()));
    serde_cbor_2::to_vec(&Value::Map(members.collect())).unwrap()
}

pub(super) fn texts(texts: &[&str]) -> Value {
    Value::Array(
        texts
            .iter()
            .map(|text| Value::Text((*text).to_owned()))
            .collect(),
    )
}

pub(super) fn options(options: &[(&str, bool)]) -> Value {
    let options = options.iter();
    let member = |(name, on): &(&str, bool)| (Value::Text((*name).to_owned()), Value::Bool(*on));
    Value::Map(options.map(member).collect())
}

/// A key with a fingerprint reader that speaks PIN/UV protocol one, written down here from the specification anew.
pub(super) struct FingerprintKey {
    /// Which fingers come, one after another; after the last one only wrong ones.
    pub(super) fingers: Vec<bool>,
    pub(super) uv_retries: u8,
    pub(super) pin: Option<&'static str>,
    /// CTAP 2.1 with tokens, or CTAP 2.0 with the option `uv`.
    pub(super) tokens: bool,
    secret: SecretKey,
    token: [u8; 32],
    shared: Option<[u8; 32]>,
}

/// What was made for this credential id.
pub(super) const CREDENTIAL: [u8; 40] = [0xc7; 40];

impl FingerprintKey {
    pub(super) fn new(fingers: &[bool], uv_retries: u8, pin: Option<&'static str>) -> Self {
        Self {
            fingers: fingers.iter().rev().copied().collect(),
            uv_retries,
            pin,
            tokens: true,
            secret: SecretKey::from_slice(&[7; 32]).unwrap(),
            token: [9; 32],
            shared: None,
        }
    }

    pub(super) fn without_tokens(self) -> Self {
        Self {
            tokens: false,
            ..self
        }
    }

    pub(super) fn plugged(mut self) -> Arc<Scripted> {
        Scripted::new(move |request| self.answer(request))
    }

    pub(super) fn answer(&mut self, request: &[u8]) -> Result<Vec<u8>, u8> {
        let members = match serde_cbor_2::from_slice(request.get(1..).unwrap_or_default()) {
            Ok(Value::Map(members)) => members,
            _ => BTreeMap::new(),
        };
        let member = |key: i128| members.get(&Value::Integer(key)).cloned();
        match request[0] {
            1 => self.command(&member, (7, 8, 1)),
            2 if member(5) == Some(options(&[("up", false)])) => Ok(Vec::new()),
            2 => self.command(&member, (5, 6, 2)),
            4 => Ok(self.info()),
            6 => self.client_pin(&member),
            _ => Err(1),
        }
    }

    fn info(&self) -> Vec<u8> {
        let mut own = vec![("uv", true), ("clientPin", self.pin.is_some())];
        if self.tokens {
            own.push(("pinUvAuthToken", true));
        }
        map(&[
            (1, texts(&["FIDO_2_0"])),
            (2, texts(&["hmac-secret"])),
            (4, options(&own)),
        ])
    }

    fn sees_finger(&mut self) -> Result<(), u8> {
        if self.uv_retries == 0 {
            return Err(0x3c);
        }
        if self.fingers.pop() == Some(true) {
            return Ok(());
        }
        self.uv_retries -= 1;
        Err(0x3f)
    }

    fn client_pin(&mut self, member: &dyn Fn(i128) -> Option<Value>) -> Result<Vec<u8>, u8> {
        let Some(Value::Integer(subcommand)) = member(2) else {
            return Err(0x14);
        };
        if let Some(theirs) = member(3) {
            self.shared = Some(self.agree(&theirs));
        }
        match subcommand {
            1 => Ok(map(&[(3, Value::Integer(8))])),
            2 => Ok(map(&[(1, self.public())])),
            6 => {
                self.sees_finger()?;
                Ok(map(&[(2, Value::Bytes(self.sealed(&self.token)))]))
            }
            7 => Ok(map(&[(5, Value::Integer(self.uv_retries.into()))])),
            5 | 9 => {
                let Some(Value::Bytes(hash)) = member(6) else {
                    return Err(0x14);
                };
                let right = Sha256::digest(self.pin.ok_or(0x35_u8)?);
                if self.opened(&hash) != right[..16] {
                    return Err(0x31);
                }
                Ok(map(&[(2, Value::Bytes(self.sealed(&self.token)))]))
            }
            _ => Err(0x3e),
        }
    }

    /// makeCredential and getAssertion: where they keep options and signature, and which it is.
    fn command(
        &mut self,
        member: &dyn Fn(i128) -> Option<Value>,
        (options_at, signature_at, which): (i128, i128, u8),
    ) -> Result<Vec<u8>, u8> {
        let Some(Value::Bytes(hash)) = member(if which == 1 { 1 } else { 2 }) else {
            return Err(0x14);
        };
        match member(signature_at) {
            Some(Value::Bytes(signature)) if signature == mac(&self.token, &hash)[..16] => {}
            Some(_) => return Err(0x33),
            None if member(options_at) == Some(options(&[("uv", true)])) => self.sees_finger()?,
            None => return Err(0x36),
        }
        let rp = Sha256::digest(crate::RP_ID);
        if which == 1 {
            let key = map(&[(1, Value::Integer(2)), (3, Value::Integer(-7))]);
            let length = u16::try_from(CREDENTIAL.len()).unwrap().to_be_bytes();
            let extensions = options(&[("hmac-secret", true)]);
            let extensions = serde_cbor_2::to_vec(&extensions).unwrap();
            let parts: [&[u8]; 8] = [
                &rp,
                &[0xc5],
                &[0; 4],
                &[0; 16],
                &length,
                &CREDENTIAL,
                &key,
                &extensions,
            ];
            return Ok(map(&[(2, Value::Bytes(parts.concat()))]));
        }
        let Some(Value::Map(extensions)) = member(4) else {
            return Err(0x14);
        };
        let Some(Value::Map(salts)) = extensions.get(&Value::Text("hmac-secret".to_owned())) else {
            return Err(0x14);
        };
        self.shared = Some(self.agree(&salts[&Value::Integer(1)]));
        let Value::Bytes(salts) = &salts[&Value::Integer(2)] else {
            return Err(0x14);
        };
        let salts = self.opened(salts);
        let outputs = [mac(&[3; 32], &salts[..32]), mac(&[3; 32], &salts[32..])].concat();
        let name = Value::Text("hmac-secret".to_owned());
        let sealed = BTreeMap::from([(name, Value::Bytes(self.sealed(&outputs)))]);
        let extensions = serde_cbor_2::to_vec(&Value::Map(sealed)).unwrap();
        let parts: [&[u8]; 4] = [&rp, &[0x85], &[0; 4], &extensions];
        Ok(map(&[(2, Value::Bytes(parts.concat()))]))
    }

    fn public(&self) -> Value {
        let point = self.secret.public_key().to_sec1_point(false);
        let (x, y) = point.as_bytes()[1..].split_at(32);
        let members = [
            (1, Value::Integer(2)),
            (3, Value::Integer(-25)),
            (-1, Value::Integer(1)),
            (-2, Value::Bytes(x.to_vec())),
            (-3, Value::Bytes(y.to_vec())),
        ];
        Value::Map(
            members
                .into_iter()
                .map(|(k, v)| (Value::Integer(k), v))
                .collect(),
        )
    }

    fn agree(&self, theirs: &Value) -> [u8; 32] {
        let Value::Map(theirs) = theirs else {
            panic!("a COSE key is a map")
        };
        let Value::Bytes(x) = &theirs[&Value::Integer(-2)] else {
            panic!()
        };
        let Value::Bytes(y) = &theirs[&Value::Integer(-3)] else {
            panic!()
        };
        let theirs = PublicKey::from_sec1_bytes(&[&[4], &x[..], &y[..]].concat()).unwrap();
        Sha256::digest(self.secret.diffie_hellman(&theirs).raw_secret_bytes()).into()
    }

    fn sealed(&self, plain: &[u8]) -> Vec<u8> {
        let key = self.shared.expect("agreed before");
        let mut bytes = plain.to_vec();
        cbc::Encryptor::<Aes256>::new((&key).into(), (&[0; 16]).into())
            .encrypt_padded::<NoPadding>(&mut bytes, plain.len())
            .unwrap();
        bytes
    }

    fn opened(&self, sealed: &[u8]) -> Vec<u8> {
        let key = self.shared.expect("agreed before");
        let mut bytes = sealed.to_vec();
        cbc::Decryptor::<Aes256>::new((&key).into(), (&[0; 16]).into())
            .decrypt_padded::<NoPadding>(&mut bytes)
            .unwrap();
        bytes
    }
}

fn mac(key: &[u8], message: &[u8]) -> Vec<u8> {
    let mut mac = Hmac::<Sha256>::new_from_slice(key).unwrap();
    mac.update(message);
    mac.finalize().into_bytes().to_vec()
}
