//! What a key says of itself (CTAP 2.1, 6.4).

use super::cbor::Answer;
use super::pin_uv::Protocol;
use super::status::Failure;
use crate::authenticator::{AuthenticatorKind, PinState, Posture};
use crate::ctap::{LONGEST_ID, USUAL_MIN_PIN_LENGTH};

/// Every key takes messages of this size (CTAP 2.1, 6.4, maxMsgSize).
const LEAST_MESSAGE: usize = 1024;

/// Most credentials in a list for a key that does not say. Real ones that do not say take at least this many.
const USUAL_LIST: usize = 8;

/// Versions that have authenticatorSelection (CTAP 2.1, 6.9). A preview of 2.1 need not have it.
const WITH_SELECTION: [&str; 3] = ["FIDO_2_1", "FIDO_2_2", "FIDO_2_3"];

/// What a key can do and how it is set up.
#[derive(Debug)]
pub(super) struct Capabilities {
    /// `hmac-secret`: it can evaluate the PRF.
    pub(super) prf: bool,
    /// It knows `credProtect`.
    pub(super) cred_protect: bool,
    /// It has the command for choosing one of several keys by touch.
    pub(super) selection: bool,
    /// Its PIN.
    pub(super) pin: PinState,
    /// A PIN may give the right to make and use credentials.
    pub(super) pin_suffices: bool,
    /// Built-in verification: `None` not supported, else whether it is set up.
    pub(super) built_in: Option<bool>,
    /// Tokens carry permissions (CTAP 2.1); else one token serves everything (CTAP 2.0).
    pub(super) permissions: bool,
    /// The PIN/UV auth protocol to use; `None` when it knows only others.
    pub(super) protocol: Option<Protocol>,
    /// Fewest characters of a PIN.
    pub(super) min_pin_length: u8,
    /// Largest request, bytes.
    pub(super) max_message: usize,
    /// Most credentials in a list.
    pub(super) max_list: usize,
    /// Longest credential id, bytes.
    pub(super) max_id: usize,
    model: Option<String>,
    firmware: Option<String>,
    always_verifies: bool,
    transports: Vec<String>,
}

impl Capabilities {
    /// Reads the answer of getInfo.
    pub(super) fn read(answer: &[u8]) -> Result<Self, Failure> {
        let answer = Answer::read(answer)?;
        let extensions = answer.texts(2);
        let options = answer.map(4).unwrap_or_default();
        let size = |key: i64| answer.number(key).and_then(|n| usize::try_from(n).ok());
        let transports = answer.texts(9);
        Ok(Self {
            prf: extensions.iter().any(|name| name == "hmac-secret"),
            cred_protect: extensions.iter().any(|name| name == "credProtect"),
            selection: answer
                .texts(1)
                .iter()
                .any(|name| WITH_SELECTION.contains(&name.as_str())),
            pin: match options.flag("clientPin") {
                Some(true) => PinState::Set,
                Some(false) => PinState::NotSet,
                None => PinState::Unsupported,
            },
            pin_suffices: options.flag("noMcGaPermissionsWithClientPin") != Some(true),
            built_in: options.flag("uv"),
            permissions: options.flag("pinUvAuthToken") == Some(true),
            protocol: Protocol::choose(&answer.numbers(6)),
            min_pin_length: answer
                .number(0x0d)
                .and_then(|n| u8::try_from(n).ok())
                .map_or(USUAL_MIN_PIN_LENGTH, |n| n.max(USUAL_MIN_PIN_LENGTH)),
            max_message: size(5).unwrap_or(0).max(LEAST_MESSAGE),
            max_list: size(7).filter(|n| *n > 0).unwrap_or(USUAL_LIST),
            max_id: size(8).filter(|n| *n > 0).unwrap_or(LONGEST_ID),
            model: answer.bytes(3).map(hex::encode),
            firmware: answer.number(0x0e).map(|version| version.to_string()),
            always_verifies: options.flag("alwaysUv") == Some(true),
            transports: if transports.is_empty() {
                vec!["usb".to_owned()]
            } else {
                transports
            },
        })
    }

    /// WebAuthn transport words.
    pub(super) fn transports(&self) -> Vec<String> {
        self.transports.clone()
    }

    /// The posture to show.
    pub(super) fn posture(&self, pin_retries: Option<u8>) -> Posture {
        Posture {
            kind: AuthenticatorKind::SecurityKey,
            model: self.model.clone(),
            firmware: self.firmware.clone(),
            pin: self.pin,
            min_pin_length: self.min_pin_length,
            pin_retries,
            built_in_verification: self.built_in,
            always_verifies: self.always_verifies,
            prf: self.prf,
            // Only the flags of a credential say.
            synced: None,
            transports: self.transports(),
            tpm: None,
        }
    }
}
