//! The keyring file: the ways in (slots) to a history's keys (secrets), and the recovery kits that people print.
//!
//! The format is `docs/keyring-format.md`; every secret in it is an ordinary age file. This crate knows no backups
//! and no index: it keeps their keys. It never prints, never reads the clock, and never writes a secret in clear.

mod advice;
mod document;
mod drill;
mod envelope;
mod identity;
mod kit;
mod locked;
mod open;
mod passkey;
mod passphrase;
mod pins;
mod save;
mod secret;
mod signature;

pub use advice::{Advice, advice};
pub use document::{
    AccountHint, Authenticator, Holder, IndexFormat, PasskeySlot, SecretEntry, SecretState, Slot,
    SlotKind,
};
pub use drill::{Drill, DrillVerdict, Loss, drill};
pub use identity::{ReadIdentityError, ReadRecipientError, RecoveryRecipient, SlotIdentity};
pub use jiff::Timestamp;
pub use kit::{KitWords, RecoveryKit};
pub use locked::{LockedKeyring, OpenKeyringError, ReadKeyringError, UnlockSlotError};
pub use open::{
    AddSecretError, AddSlotError, Authenticity, BeginRekeyError, CreateKeyringError, NewKeyring,
    OpenKeyring, RemoveSlotError, SlotId, UnknownSlotError,
};
pub use passphrase::Passphrase;
pub use save::{
    SaveKeyringError, discard_previous, discard_unfinished, is_unfinished, previous_of,
};
pub use secret::{DeviceKeyBytes, IndexKeyBytes, RootKeyBytes, SecretBytes, SecretKind};
pub use signature::Fingerprint;

/// Name of the keyring file in a history's folder.
pub const FILE_NAME: &str = "keyring.latchkey";
