//! Why a request was not done: a closed list of codes, told without any content.

use serde::Serialize;
use tss_esapi::Error;
use tss_esapi::constants::response_code::Tss2ResponseCodeKind as Kind;

/// What the asking program can tell a person.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub(crate) enum Code {
    /// The authorisation value is not that of the key (TPM_RC_AUTH_FAIL).
    AuthFail,
    /// The TPM takes no try now (TPM_RC_LOCKOUT).
    Lockout,
    /// Its storage key has another Name: another TPM, or one that was cleared.
    OtherTpm,
    /// The TPM does not load the blobs, or they are not of a key as this program makes it.
    Damaged,
    /// There is no TPM 2.0.
    NoTpm,
    /// The library for the way to the TPM (TCTI) is not installed.
    NoLibrary,
    /// This user may not use it: the device's permissions, or the owner hierarchy has a password.
    Access,
    /// The TPM or the way to it failed.
    Io,
    /// The request was not understood.
    BadRequest,
}

/// A code, and for a lockout the seconds until one try is taken again.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Failure {
    pub(crate) code: Code,
    pub(crate) seconds: Option<u32>,
}

impl From<Code> for Failure {
    fn from(code: Code) -> Self {
        Self {
            code,
            seconds: None,
        }
    }
}

/// What the TPM itself answered, where it was the TPM.
fn kind(error: Error) -> Option<Kind> {
    match error {
        Error::Tss2Error(code) => code.kind(),
        Error::WrapperError(_) => None,
    }
}

/// While the storage key is made, which the owner hierarchy authorises.
pub(crate) fn of_parent(error: Error) -> Failure {
    match kind(error) {
        Some(Kind::BadAuth | Kind::AuthFail) => Code::Access.into(),
        _ => Code::Io.into(),
    }
}

/// While blobs are loaded: what the TPM says against their content.
pub(crate) fn of_load(error: Error) -> Failure {
    match kind(error) {
        Some(
            Kind::Integrity
            | Kind::Binding
            | Kind::Size
            | Kind::Attributes
            | Kind::Type
            | Kind::Hash
            | Kind::Scheme
            | Kind::Value
            | Kind::Insufficient
            | Kind::Key,
        ) => Code::Damaged.into(),
        _ => Code::Io.into(),
    }
}

/// While the key is used.
pub(crate) fn of_use(error: Error) -> Failure {
    match kind(error) {
        Some(Kind::AuthFail) => Code::AuthFail.into(),
        Some(Kind::Lockout) => Code::Lockout.into(),
        _ => Code::Io.into(),
    }
}

/// Anything else.
pub(crate) fn of_tpm(_: Error) -> Failure {
    Code::Io.into()
}
