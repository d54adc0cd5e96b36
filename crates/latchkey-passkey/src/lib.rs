//! Gets a secret from a passkey: the WebAuthn PRF of a security key, of this computer's TPM, or of a phone.
//!
//! It knows no files of ours and no backups. Nothing it sends or receives is ever logged ([`SILENCED_TARGETS`]), and it
//! uses the network only for a phone, after the person asked for it.

mod ask;
mod asking;
mod authenticator;
mod computer;
mod ctap;
mod error;
mod phone;
mod pin;
mod prf;
mod relying_party;
mod security_key;
mod silence;
mod software;
mod tpm;

pub use ask::{Interaction, Moment, OnePin, PinPurpose, PinRequest, Question};
pub use authenticator::{
    Argon2Cost, Authenticator, AuthenticatorKind, CreateRequest, Credential, Evaluation, PinState,
    Posture, TpmBinding, TpmPosture,
};
pub use computer::{Computer, Offer, Setup, try_out};
pub use error::{Absence, CeremonyError};
pub use phone::Phone;
pub use pin::Pin;
pub use prf::{PrfInputs, PrfOutput};
pub use security_key::SecurityKeys;
pub use silence::SILENCED_TARGETS;
pub use software::SoftwarePasskeys;
pub use tpm::{Tpm, TpmAccess};

/// Relying party id of credentials that no website can ever ask for (RFC 6761: `.invalid` never resolves).
pub const RP_ID: &str = "latchkey.invalid";
