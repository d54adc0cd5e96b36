//! How an exchange with a key fails, and the statuses that the client itself acts on.

use std::io;

use webauthn_authenticator_rs::error::WebauthnCError;

use crate::ctap::meaning;
use crate::error::CeremonyError;

/// Statuses (CTAP 2.1, 8.2) that the client itself acts on.
pub(super) const INVALID_COMMAND: u8 = 0x01;
pub(super) const INVALID_PARAMETER: u8 = 0x02;
pub(super) const CHANNEL_BUSY: u8 = 0x06;
pub(super) const INVALID_CREDENTIAL: u8 = 0x22;
pub(super) const UNSUPPORTED_OPTION: u8 = 0x2b;
pub(super) const INVALID_OPTION: u8 = 0x2c;
pub(super) const NO_CREDENTIALS: u8 = 0x2e;
pub(super) const PIN_INVALID: u8 = 0x31;
pub(super) const PIN_AUTH_INVALID: u8 = 0x33;
pub(super) const PIN_NOT_SET: u8 = 0x35;
pub(super) const PUAT_REQUIRED: u8 = 0x36;
pub(super) const PIN_POLICY_VIOLATION: u8 = 0x37;
pub(super) const REQUEST_TOO_LARGE: u8 = 0x39;
pub(super) const UV_BLOCKED: u8 = 0x3c;
pub(super) const INVALID_SUBCOMMAND: u8 = 0x3e;
pub(super) const UV_INVALID: u8 = 0x3f;
pub(super) const UNAUTHORIZED_PERMISSION: u8 = 0x40;

/// Why an exchange did not give an answer.
#[derive(Debug)]
pub(super) enum Failure {
    /// The key answered with this status.
    Status(u8),
    /// What came is no answer to the request: nobody knows whether the key has carried it out, or what comes next. The
    /// request is never sent again, and the line ends with the ceremony.
    Desynchronised,
    /// Anything else.
    Ceremony(CeremonyError),
}

impl Failure {
    /// The answer breaks a rule.
    pub(super) fn breaks(rule: &'static str) -> Self {
        Self::Ceremony(CeremonyError::Inconsistent { rule })
    }
}

impl From<CeremonyError> for Failure {
    fn from(error: CeremonyError) -> Self {
        Self::Ceremony(error)
    }
}

impl From<Failure> for CeremonyError {
    fn from(failure: Failure) -> Self {
        match failure {
            Failure::Status(status) => meaning(status),
            Failure::Desynchronised => CeremonyError::Busy,
            Failure::Ceremony(error) => error,
        }
    }
}

impl From<WebauthnCError> for Failure {
    fn from(error: WebauthnCError) -> Self {
        match error {
            WebauthnCError::Ctap(status) => Self::Status(status.into()),
            WebauthnCError::Cancelled => Self::Ceremony(CeremonyError::Cancelled),
            WebauthnCError::MessageTooLarge => Self::Status(REQUEST_TOO_LARGE),
            // The transport's word for an answer that is none to our request: the key serves another program.
            WebauthnCError::Cbor => Self::Desynchronised,
            other => Self::Ceremony(CeremonyError::Io(io::Error::other(other.to_string()))),
        }
    }
}
