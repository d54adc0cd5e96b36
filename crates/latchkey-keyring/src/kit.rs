//! The recovery kit: an age identity on paper that opens a keyring when every other way in is lost.
//!
//! The identity exists only here and on what the person prints; nothing in this crate writes it to a file.

mod page;

use age::x25519;
use subtle::ConstantTimeEq;
use zeroize::Zeroizing;

pub use page::KitWords;

use crate::Timestamp;
use crate::document::{Holder, format_time};
use crate::identity::{GROUP, PREFIX, RecoveryRecipient, SlotIdentity, key_text, normalised};
use crate::open::OpenKeyring;
use crate::pins::Pins;
use crate::signature::Fingerprint;

/// A recovery identity being handed to a person.
pub struct RecoveryKit {
    key: x25519::Identity,
    pins: Pins,
    fingerprint: Option<Fingerprint>,
}

impl RecoveryKit {
    /// A fresh identity that opens nothing yet.
    #[must_use]
    pub fn generate() -> Self {
        Self {
            key: x25519::Identity::generate(),
            pins: Pins::default(),
            fingerprint: None,
        }
    }

    /// The public recipient a keyring gets a slot for.
    #[must_use]
    pub fn recipient(&self) -> RecoveryRecipient {
        RecoveryRecipient {
            key: self.key.to_public(),
            label: String::new(),
            holder: Holder::Owner,
        }
    }

    /// Makes the kit remember its keyring: id, slot, and the key that signs it. False if it has no slot there.
    pub fn remember(&mut self, keyring: &OpenKeyring) -> bool {
        let Some(pins) = keyring.pins_for(&self.key.to_public()) else {
            return false;
        };
        self.pins = pins;
        self.fingerprint = Some(keyring.fingerprint());
        true
    }

    /// The identity as printed: the constant prefix, then groups of four characters, the last of two. Joined without
    /// blanks they are the identity.
    #[must_use]
    pub fn groups(&self) -> Vec<Zeroizing<String>> {
        let text = key_text(&self.key);
        let characters = text.strip_prefix(PREFIX).unwrap_or_default().as_bytes();
        let group = |chars: &[u8]| Zeroizing::new(chars.iter().copied().map(char::from).collect());
        let mut groups = vec![Zeroizing::new(PREFIX.to_owned())];
        groups.extend(characters.chunks(GROUP).map(group));
        groups
    }

    /// The last `count` groups: what the person types as proof that the paper is there.
    #[must_use]
    pub fn last_groups(&self, count: usize) -> Vec<Zeroizing<String>> {
        let mut groups = self.groups();
        groups.split_off(groups.len().saturating_sub(count))
    }

    /// True if `typed` are the last three groups, in any case and grouping. Takes as long for a wrong answer as for a
    /// right one of the same length.
    #[must_use]
    pub fn prove(&self, typed: &str) -> bool {
        let groups = self.last_groups(3);
        let groups: Vec<&str> = groups.iter().map(|group| group.as_str()).collect();
        let expected = joined(&groups);
        normalised(typed)
            .as_bytes()
            .ct_eq(expected.as_bytes())
            .into()
    }

    /// The identity for opening the keyring at once, as a rehearsal.
    #[must_use]
    pub fn identity(&self) -> SlotIdentity {
        SlotIdentity {
            keys: vec![self.key.clone()],
            pins: self.pins.clone(),
        }
    }

    /// The kit as a text file: an ordinary age identity file (`age -d -i`), with what it remembers as comment lines.
    #[must_use]
    pub fn identity_file(&self, made: Timestamp) -> Zeroizing<String> {
        let text = key_text(&self.key);
        joined(&[
            "# Latchkey recovery kit. Whoever has this file can read the chats it opens.\n# created: ",
            &format_time(made),
            "\n",
            &self.pins.to_lines(),
            "# public key: ",
            &self.key.to_public().to_string(),
            "\n",
            &text,
            "\n",
        ])
    }

    /// The shortest identity file with its pins, for the QR code: fewer squares, easier for a camera.
    fn pinned_identity(&self, made: Timestamp) -> Zeroizing<String> {
        let (time, pins) = (format_time(made), self.pins.to_lines());
        let text = key_text(&self.key);
        joined(&["# created: ", &time, "\n", &pins, &text, "\n"])
    }

    /// Fingerprint of the key that signs the remembered keyring.
    #[must_use]
    pub fn fingerprint(&self) -> Option<&Fingerprint> {
        self.fingerprint.as_ref()
    }

    /// Id of the remembered keyring.
    #[must_use]
    pub fn keyring_id(&self) -> Option<&str> {
        self.pins.keyring.as_deref()
    }

    /// The kit as one printable page: self-contained HTML without scripts, with the identity in groups, a QR code of
    /// the identity file, what it opens, and how to use it with plain `age`.
    #[must_use]
    pub fn html(&self, words: &KitWords, made: Timestamp) -> Zeroizing<String> {
        page::render(self, words, made)
    }
}

/// The parts as one text, in a single allocation: a growing one would leave copies of the key behind.
fn joined(parts: &[&str]) -> Zeroizing<String> {
    let length = parts.iter().map(|part| part.len()).sum();
    let mut text = Zeroizing::new(String::with_capacity(length));
    parts.iter().for_each(|part| text.push_str(part));
    text
}

impl std::fmt::Debug for RecoveryKit {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("RecoveryKit")
    }
}

#[cfg(test)]
mod tests;
