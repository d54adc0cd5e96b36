//! What every authenticator is to this program: the seam where a new kind is added.

use serde::{Deserialize, Serialize};

use crate::ask::Interaction;
use crate::error::CeremonyError;
use crate::prf::{PrfInputs, PrfOutput};

/// One kind of authenticator on this computer. A backend for another system implements this and nothing else.
///
/// User verification is always required: without it the outputs differ (CTAP 2.1, 12.5).
pub trait Authenticator: Send {
    /// Which kind it is.
    fn kind(&self) -> AuthenticatorKind;

    /// What can be known of the devices of this kind without a touch or a PIN: one entry each. Empty when none is
    /// plugged in but one could be.
    ///
    /// # Errors
    /// [`CeremonyError::NoAuthenticator`] when this computer cannot have one, with the reason.
    fn postures(&mut self) -> Result<Vec<Posture>, CeremonyError>;

    /// Makes a credential that can evaluate the PRF.
    ///
    /// # Errors
    /// [`CeremonyError`].
    fn create(
        &mut self,
        request: &CreateRequest,
        ask: &dyn Interaction,
    ) -> Result<Credential, CeremonyError>;

    /// Evaluates the PRF of a credential at two inputs.
    ///
    /// # Errors
    /// [`CeremonyError`]; `NotThisPasskey` when the device that is there does not hold the credential.
    fn evaluate(
        &mut self,
        credential: &Credential,
        inputs: &PrfInputs,
        ask: &dyn Interaction,
    ) -> Result<Evaluation, CeremonyError>;

    /// Takes back what [`Authenticator::create`] left on this computer for a credential that nothing refers to any
    /// more. A key or phone keeps its own.
    fn forget(&mut self, _credential: &Credential) {}
}

/// The kinds of authenticators.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum AuthenticatorKind {
    /// A security key over USB.
    SecurityKey,
    /// This computer: a key inside its TPM 2.0.
    Tpm,
    /// A phone or tablet that scans a QR code (hybrid transport).
    Phone,
    /// A PIN-hardened file: for demonstrations and tests only, never counted as a passkey.
    Software,
}

/// What a new credential is to be.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CreateRequest {
    /// Relying party id; see [`crate::RP_ID`].
    pub rp_id: String,
    /// Name that the authenticator shows, where it shows one. Says what deleting it means.
    pub display_name: String,
    /// Credentials that are enrolled already: the device that holds one of them refuses.
    pub exclude: Vec<Credential>,
}

/// A credential as the keyring remembers it; not secret.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Credential {
    /// Which kind of authenticator holds it.
    pub kind: AuthenticatorKind,
    /// Its id. For a TPM or software passkey: the name of its file in Latchkey's data folder, as bytes.
    pub id: Vec<u8>,
    /// COSE_Key bytes; empty where there is none.
    pub public_key: Vec<u8>,
    /// Relying party id it was made for.
    pub rp_id: String,
    /// WebAuthn transport words.
    pub transports: Vec<String>,
    /// Flag BE: may be synced.
    pub backup_eligible: bool,
    /// Flag BS: is synced.
    pub backed_up: bool,
    /// For a TPM only.
    pub tpm: Option<TpmBinding>,
}

/// What ties a TPM credential to its TPM and its PIN; not secret.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TpmBinding {
    /// TPM Name of the storage key that the blobs hang from: another TPM has another.
    pub parent_name: Vec<u8>,
    /// Salt of the PIN.
    pub pin_salt: [u8; 16],
    /// Cost of making the authorisation value from the PIN.
    pub argon2id: Argon2Cost,
}

/// Cost of Argon2id (RFC 9106).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Argon2Cost {
    /// Memory, KiB.
    pub memory_kib: u32,
    /// Passes.
    pub passes: u32,
    /// Lanes.
    pub lanes: u32,
}

/// What an evaluation gave.
#[derive(Debug)]
pub struct Evaluation {
    /// The secret.
    pub output: PrfOutput,
    /// Flag BE as it is now.
    pub backup_eligible: bool,
    /// Flag BS as it is now.
    pub backed_up: bool,
}

/// Whether a PIN is set.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum PinState {
    /// It is.
    Set,
    /// It could be.
    NotSet,
    /// The device has none; it verifies its person otherwise.
    Unsupported,
}

/// How well an authenticator protects, as far as it says so itself.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Posture {
    /// Which kind it is.
    pub kind: AuthenticatorKind,
    /// Model, as hex of its AAGUID or the TPM's maker; `None` when it does not say.
    pub model: Option<String>,
    /// Firmware version as it states it.
    pub firmware: Option<String>,
    /// Whether a PIN is set.
    pub pin: PinState,
    /// Fewest characters of a PIN.
    pub min_pin_length: u8,
    /// PIN tries left, where it can be asked silently.
    pub pin_retries: Option<u8>,
    /// A fingerprint or other built-in verification: `None` not supported, else whether it is set up.
    pub built_in_verification: Option<bool>,
    /// Whether it verifies its person always.
    pub always_verifies: bool,
    /// Whether it can evaluate the PRF.
    pub prf: bool,
    /// Synced (`true`), bound to this device (`false`), or not known before a credential is made.
    pub synced: Option<bool>,
    /// WebAuthn transport words.
    pub transports: Vec<String>,
    /// For a TPM only.
    pub tpm: Option<TpmPosture>,
}

/// What a TPM says of its protection against guessing, shared by everything on this computer.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct TpmPosture {
    /// Wrong tries counted now, of all programs. The right PIN takes none away, only time does.
    pub failures: u32,
    /// Wrong tries until it locks.
    pub max_failures: u32,
    /// Seconds until one failure is forgiven.
    pub forgiven_after: u32,
    /// Whether the lockout is guarded: when not, whoever holds the computer can try without limit.
    pub lockout_guarded: bool,
}
