//! The keyring file: the ways in (slots) to a history's keys (secrets), and the recovery kits that people print.
//!
//! The format is `docs/keyring-format.md`; every secret in it is an ordinary age file. This crate knows no backups
//! and no index: it keeps their keys. It never prints, never reads the clock, and never writes a secret in clear.

mod document;
mod envelope;
mod identity;
mod kit;
mod locked;
mod open;
mod pins;
mod save;
mod secret;
mod signature;

pub use document::{
    AccountHint, Authenticator, Holder, IndexFormat, PasskeySlot, SecretEntry, SecretState, Slot,
    SlotKind,
};
pub use identity::{ReadIdentityError, ReadRecipientError, RecoveryRecipient, SlotIdentity};
pub use jiff::Timestamp;
pub use kit::{KitWords, RecoveryKit};
pub use locked::{LockedKeyring, OpenKeyringError, ReadKeyringError};
pub use open::{AddSecretError, Authenticity, CreateKeyringError, NewKeyring, OpenKeyring};
pub use save::{
    SaveKeyringError, discard_previous, discard_unfinished, is_unfinished, previous_of,
};
pub use secret::{DeviceKeyBytes, IndexKeyBytes, RootKeyBytes, SecretBytes, SecretKind};
pub use signature::Fingerprint;

/// Name of the keyring file in a history's folder.
pub const FILE_NAME: &str = "keyring.latchkey";
