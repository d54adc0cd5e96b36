//! Pins: what an identity file remembers of its keyring, so that a forged one is refused.
//!
//! Encrypting to public recipients proves nothing; these comment lines, which age ignores, do (docs/keyring-format.md 6).

use base64::{Engine, prelude::BASE64_STANDARD};

/// What the identity was made for.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct Pins {
    /// Id of the keyring.
    pub keyring: Option<String>,
    /// Id of the slot.
    pub slot: Option<String>,
    /// Ed25519 public key that signs the keyring.
    pub signed_by: Option<[u8; 32]>,
}

/// A pin line that cannot be understood, or two that differ.
#[derive(Debug)]
pub(crate) struct BadPin;

impl Pins {
    /// Takes in one comment line; lines that are no pins are ignored.
    pub(crate) fn read_line(&mut self, comment: &str) -> Result<(), BadPin> {
        let Some((name, value)) = comment.trim_start_matches('#').trim().split_once(':') else {
            return Ok(());
        };
        let value = value.trim();
        match name.trim() {
            "keyring" => keep(&mut self.keyring, checked_id(value)?),
            "slot" => keep(&mut self.slot, checked_id(value)?),
            "signed by" => {
                let raw = BASE64_STANDARD.decode(value).map_err(|_| BadPin)?;
                keep(&mut self.signed_by, raw.try_into().map_err(|_| BadPin)?)
            }
            _ => Ok(()),
        }
    }

    /// The comment lines of an identity file, each ending with a line feed.
    pub(crate) fn to_lines(&self) -> String {
        let mut lines = String::new();
        let key = self.signed_by.map(|key| BASE64_STANDARD.encode(key));
        for (name, value) in [
            ("keyring", &self.keyring),
            ("slot", &self.slot),
            ("signed by", &key),
        ] {
            if let Some(value) = value {
                lines.push_str(&format!("# {name}: {value}\n"));
            }
        }
        lines
    }
}

fn keep<T: PartialEq>(place: &mut Option<T>, value: T) -> Result<(), BadPin> {
    match place {
        Some(kept) if *kept != value => Err(BadPin),
        _ => {
            *place = Some(value);
            Ok(())
        }
    }
}

fn checked_id(value: &str) -> Result<String, BadPin> {
    crate::document::is_id(value)
        .then(|| value.to_owned())
        .ok_or(BadPin)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pins_survive_their_own_lines() {
        let pins = Pins {
            keyring: Some("00ff".repeat(8)),
            slot: Some("0123456789abcdef".into()),
            signed_by: Some([9; 32]),
        };
        let mut read = Pins::default();
        for line in pins.to_lines().lines() {
            read.read_line(line).unwrap();
        }
        assert_eq!(read, pins);
    }

    #[test]
    fn a_pin_that_cannot_be_read_is_not_ignored() {
        assert!(Pins::default().read_line("# signed by: nonsense").is_err());
        assert!(Pins::default().read_line("# keyring: ../..").is_err());
    }

    #[test]
    fn other_comments_are_ignored() {
        let mut pins = Pins::default();
        pins.read_line("# created: 2026-11-22T10:00:00Z").unwrap();
        pins.read_line("# public key: age1example").unwrap();
        assert_eq!(pins, Pins::default());
    }
}
