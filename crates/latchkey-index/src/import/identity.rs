//! What makes a message the same in two backups.

use latchkey_messages::Message;
use rusqlite::ToSql;
use rusqlite::types::{ToSqlOutput, ValueRef};
use sha2::{Digest, Sha256};

/// A key id as it is stored: the common upper-case hex form takes half the bytes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Key {
    None,
    Hex(Vec<u8>),
    Text(String),
}

impl Key {
    /// The id that names a message in every backup: the first it had.
    pub(crate) fn of(message: &Message) -> Self {
        let revoked = message.revoked.as_ref();
        let before_it_was_deleted = revoked.and_then(|revoked| revoked.original_key_id.as_deref());
        let first = message.original_key_id.as_deref().or(before_it_was_deleted);
        Self::pack(
            first
                .filter(|key| !key.is_empty())
                .unwrap_or(&message.key_id),
        )
    }

    pub(crate) fn pack(key: &str) -> Self {
        if key.is_empty() {
            return Self::None;
        }
        match unhex(key.as_bytes()) {
            Some(bytes) => Self::Hex(bytes),
            None => Self::Text(key.to_owned()),
        }
    }

    /// The id as the source has it.
    pub(crate) fn unpack(&self) -> Option<String> {
        match self {
            Self::None => None,
            Self::Hex(bytes) => Some(bytes.iter().map(|byte| format!("{byte:02X}")).collect()),
            Self::Text(text) => Some(text.clone()),
        }
    }

    pub(crate) fn read(value: ValueRef<'_>) -> Self {
        match value {
            ValueRef::Blob(bytes) => Self::Hex(bytes.to_vec()),
            ValueRef::Text(text) => Self::Text(String::from_utf8_lossy(text).into_owned()),
            _ => Self::None,
        }
    }
}

impl ToSql for Key {
    fn to_sql(&self) -> rusqlite::Result<ToSqlOutput<'_>> {
        Ok(ToSqlOutput::Borrowed(match self {
            Self::None => ValueRef::Null,
            Self::Hex(bytes) => ValueRef::Blob(bytes),
            Self::Text(text) => ValueRef::Text(text.as_bytes()),
        }))
    }
}

fn unhex(digits: &[u8]) -> Option<Vec<u8>> {
    let (pairs, rest) = digits.as_chunks::<2>();
    if !rest.is_empty() {
        return None;
    }
    pairs
        .iter()
        .map(|&[high, low]| Some(nibble(high)? << 4 | nibble(low)?))
        .collect()
}

fn nibble(digit: u8) -> Option<u8> {
    match digit {
        b'0'..=b'9' => Some(digit - b'0'),
        b'A'..=b'F' => Some(digit - b'A' + 10),
        _ => None,
    }
}

/// Names a message within its chat, apart from its sender: equal in every backup, and not to be made equal
/// by someone who chooses key ids.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub(crate) struct Identity(u128);

impl Identity {
    /// A message without a key is named by its time, kind and text.
    pub(crate) fn new(
        key: &Key,
        from_me: bool,
        sent_at: Option<i64>,
        kind: i64,
        text: Option<&str>,
    ) -> Self {
        let mut hash = Sha256::new();
        match key {
            Key::Hex(bytes) => {
                hash.update([u8::from(from_me)]);
                hash.update(bytes);
            }
            Key::Text(text) => {
                hash.update([2 | u8::from(from_me)]);
                hash.update(text);
            }
            Key::None => {
                hash.update([4 | u8::from(from_me)]);
                hash.update(sent_at.unwrap_or(-1).to_le_bytes());
                hash.update(kind.to_le_bytes());
                hash.update(text.unwrap_or_default());
            }
        }
        let digest = hash.finalize();
        let half = digest.first_chunk::<16>().copied().unwrap_or_default();
        Self(u128::from_le_bytes(half))
    }

    /// A number to order messages of the same time by, the same whatever was imported first.
    pub(crate) fn tie(self) -> u64 {
        u64::try_from(self.0 >> 64).unwrap_or(0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_key_is_packed_without_loss() {
        assert_eq!(Key::pack("3EB0A1"), Key::Hex(vec![0x3e, 0xb0, 0xa1]));
        assert_eq!(Key::pack("3eb0a1"), Key::Text("3eb0a1".to_owned()));
        assert_eq!(Key::pack("3EB"), Key::Text("3EB".to_owned()));
        assert_eq!(Key::pack(""), Key::None);
        for key in ["3EB0A1", "3eb0a1", "3EB"] {
            assert_eq!(Key::pack(key).unpack().as_deref(), Some(key));
        }
    }

    #[test]
    fn direction_is_part_of_the_identity() {
        let key = Key::pack("3EB0A1");
        assert_ne!(
            Identity::new(&key, true, None, 0, None),
            Identity::new(&key, false, None, 0, None)
        );
    }
}
