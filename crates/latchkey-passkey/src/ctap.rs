//! What security keys and phones have in common: statuses, and what authenticators sign over (CTAP 2.1, WebAuthn).
//!
//! The two differ in how commands reach them and in how the PRF's outputs come back.

mod authenticator_data;
mod status;

pub(crate) use authenticator_data::{AuthenticatorData, LONGEST_ID};
pub(crate) use status::{USUAL_MIN_PIN_LENGTH, meaning};
