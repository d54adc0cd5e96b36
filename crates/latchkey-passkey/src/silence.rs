//! What must never reach a log: requests to authenticators and their answers.
//!
//! The libraries under this crate write whole messages at TRACE: the USB transport every frame, the web socket every
//! message of a phone's tunnel. Threads that talk with a device log nothing at all; programs switch the libraries off
//! besides, because some of them have threads of their own.

use tracing::subscriber::NoSubscriber;

/// Targets of log events that a program must switch off, for `tracing` (`target=off`) and `log` alike. Each stands for
/// itself and everything below it.
pub const SILENCED_TARGETS: &[&str] = &[
    "webauthn_authenticator_rs", // whole frames and answers
    "fido_hid_rs",               // device paths
    "tungstenite",               // frames of the tunnel, and its address
    "tokio_tungstenite",
    "rustls",
    "btleplug", // advertisements
    "bluez_async",
];

/// Runs `work` with nothing of it logged on this thread.
pub(crate) fn unlogged<R>(work: impl FnOnce() -> R) -> R {
    tracing::subscriber::with_default(NoSubscriber::new(), work)
}
