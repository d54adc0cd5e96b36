//! Recovery identities and recipients: the ordinary age X25519 keys that a person or an organisation keeps.
//!
//! An identity is read from an age identity file, or from a printed kit as people copy it: any grouping, any case,
//! dashes, odd blanks, look-alike letters. A slip is told with the group it is in, when that can be told.

mod typed;

use std::fmt;
use std::str::FromStr;

use age::secrecy::ExposeSecret;
use age::x25519;
use zeroize::Zeroizing;

pub(crate) use typed::{GROUP, PREFIX, normalised};

use crate::document::Holder;
use crate::pins::Pins;

/// Longest text read as an identity, bytes.
const MAX_TEXT: usize = 64 * 1024;

/// Why a text is no recovery identity. Groups are counted as printed: 1 is the first after `AGE-SECRET-KEY-1`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum ReadIdentityError {
    /// Nothing in it looks like an age identity.
    #[error("no recovery identity in this text")]
    NoIdentity,
    /// An identity of another sort: a plugin's, or a file that is itself encrypted.
    #[error("not an age identity that stands in clear")]
    OtherKind,
    /// Characters are missing or too many.
    #[error("wrong length: {found} of 58 characters")]
    WrongLength {
        /// Characters found.
        found: usize,
        /// The first group that is too short or too long, when it can be told.
        group: Option<usize>,
    },
    /// A character that no identity contains.
    #[error("a character that no identity contains")]
    BadCharacter {
        /// The group it is in.
        group: usize,
    },
    /// The checksum does not match.
    #[error("the checksum does not match")]
    Mistyped {
        /// The group that is wrong, when exactly one can be.
        group: Option<usize>,
    },
    /// Its comment lines about the keyring are unreadable or contradict each other.
    #[error("the lines about the keyring cannot be read")]
    BadPins,
}

/// What opens a recovery slot: one or more age identities, and what their file remembers of the keyring.
pub struct SlotIdentity {
    pub(crate) keys: Vec<x25519::Identity>,
    pub(crate) pins: Pins,
}

impl SlotIdentity {
    /// Reads an age identity file or a hand-copied kit.
    ///
    /// # Errors
    /// [`ReadIdentityError`], with the group of a slip where it can be told.
    pub fn parse(text: &str) -> Result<Self, ReadIdentityError> {
        if text.len() > MAX_TEXT {
            return Err(ReadIdentityError::NoIdentity);
        }
        if text.contains("-----BEGIN AGE ENCRYPTED FILE-----") || text.contains("AGE-PLUGIN-") {
            return Err(ReadIdentityError::OtherKind);
        }
        let mut pins = Pins::default();
        let mut rest = Zeroizing::new(String::with_capacity(text.len() + 1));
        for line in text.trim_start_matches('\u{feff}').lines() {
            if line.trim_start().starts_with('#') {
                pins.read_line(line.trim())
                    .map_err(|_| ReadIdentityError::BadPins)?;
            } else {
                rest.push_str(line);
                rest.push('\n');
            }
        }
        let keys = typed::read_keys(&rest)?;
        Ok(Self { keys, pins })
    }

    /// The public recipients, in the order of the file.
    pub fn recipients(&self) -> impl Iterator<Item = RecoveryRecipient> + '_ {
        self.keys
            .iter()
            .map(|key| RecoveryRecipient::of(key.to_public()))
    }

    /// A second holder of the same keys, for the proof after a save. Not `Clone`: copies are made by name only.
    pub(crate) fn duplicate(&self) -> Self {
        Self {
            keys: self.keys.clone(),
            pins: self.pins.clone(),
        }
    }

    pub(crate) fn opens(&self, recipient: &str) -> bool {
        self.keys
            .iter()
            .any(|key| key.to_public().to_string() == recipient)
    }
}

impl fmt::Debug for SlotIdentity {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("SlotIdentity")
    }
}

/// Text of a key, as age writes it.
pub(crate) fn key_text(key: &x25519::Identity) -> Zeroizing<String> {
    Zeroizing::new(key.to_string().expose_secret().to_owned())
}

/// The text is no public age recipient (`age1…`).
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("not an age recipient")]
pub struct ReadRecipientError;

/// A public recipient that a new keyring gets a recovery slot for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RecoveryRecipient {
    pub(crate) key: x25519::Recipient,
    pub(crate) label: String,
    pub(crate) holder: Holder,
}

impl RecoveryRecipient {
    fn of(key: x25519::Recipient) -> Self {
        Self {
            key,
            label: String::new(),
            holder: Holder::Owner,
        }
    }

    /// With the name that the person reads in the list of slots.
    #[must_use]
    pub fn labelled(mut self, label: impl Into<String>) -> Self {
        self.label = label.into();
        self
    }

    /// Held by someone else than the owner of the chats.
    #[must_use]
    pub fn held_by(mut self, holder: Holder) -> Self {
        self.holder = holder;
        self
    }
}

impl FromStr for RecoveryRecipient {
    type Err = ReadRecipientError;

    fn from_str(text: &str) -> Result<Self, ReadRecipientError> {
        text.trim()
            .parse()
            .map(Self::of)
            .map_err(|_| ReadRecipientError)
    }
}

impl fmt::Display for RecoveryRecipient {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}", self.key)
    }
}

#[cfg(test)]
mod tests;
