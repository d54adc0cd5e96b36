//! The protobuf header of crypt14 and crypt15 (`docs/backup-format.md` 3.2 and 3.3). Unknown fields are
//! skipped; damaged metadata costs the words about the backup, never the backup.

use super::wire::{Fields, Value};

/// Field 2: what the phone's own key file also holds (`docs/backup-format.md` 3.4).
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct DeviceKeyFields {
    pub(crate) cipher_version: Vec<u8>,
    pub(crate) iv: Option<[u8; 16]>,
    /// Whether field 5 was there, of whatever length.
    pub(crate) names_an_iv: bool,
}

/// Field 4: words about the backup (`docs/backup-format.md` 3.5).
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct Metadata {
    pub(crate) app_version: Option<String>,
    pub(crate) phone_suffix: Option<String>,
    pub(crate) backup_version: Option<u64>,
    /// The numbers of the migration flags that are written, whatever their value.
    pub(crate) migrations_written: Vec<u32>,
    /// The numbers of the migration flags that are written and true.
    pub(crate) migrations_finished: Vec<u32>,
}

/// Everything read from a protobuf header.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct Prefix {
    pub(crate) key_type_deprecated: Option<u64>,
    pub(crate) device: Option<DeviceKeyFields>,
    /// The content of field 3.1, of whatever length, when field 3 is there.
    pub(crate) end_to_end_iv: Option<Vec<u8>>,
    pub(crate) metadata: Option<Metadata>,
    pub(crate) has_passkey: bool,
    pub(crate) key_type: Option<u64>,
    /// Whether the top level was read to its last byte without an error.
    pub(crate) complete: bool,
}

impl Prefix {
    /// Reads a header. Never fails: what cannot be read is left out, and `complete` says so.
    pub(crate) fn read(bytes: &[u8]) -> Self {
        let mut prefix = Self::default();
        for field in Fields::new(bytes) {
            match field {
                Ok((1, Value::Varint(value))) => prefix.key_type_deprecated = Some(value),
                Ok((2, Value::Bytes(message))) => prefix.device = Some(read_device(message)),
                Ok((3, Value::Bytes(message))) => prefix.end_to_end_iv = read_iv(message),
                Ok((4, Value::Bytes(message))) => prefix.metadata = Some(read_metadata(message)),
                Ok((5, Value::Bytes(_))) => prefix.has_passkey = true,
                Ok((6, Value::Varint(value))) => prefix.key_type = Some(value),
                Ok(_) => {}
                Err(_) => return prefix,
            }
        }
        prefix.complete = true;
        prefix
    }
}

fn read_device(message: &[u8]) -> DeviceKeyFields {
    let mut device = DeviceKeyFields::default();
    for field in Fields::new(message).map_while(Result::ok) {
        match field {
            (1, Value::Bytes(version)) => device.cipher_version = version.to_vec(),
            (5, Value::Bytes(iv)) => {
                device.names_an_iv = true;
                device.iv = iv.try_into().ok();
            }
            _ => {}
        }
    }
    device
}

fn read_iv(message: &[u8]) -> Option<Vec<u8>> {
    let mut iv = None;
    for field in Fields::new(message).map_while(Result::ok) {
        if let (1, Value::Bytes(bytes)) = field {
            iv = Some(bytes.to_vec());
        }
    }
    iv
}

fn read_metadata(message: &[u8]) -> Metadata {
    let mut metadata = Metadata::default();
    for field in Fields::new(message).map_while(Result::ok) {
        match field {
            (1, Value::Bytes(text)) => metadata.app_version = version_text(text),
            (3, Value::Bytes(text)) => metadata.phone_suffix = phone_suffix(text),
            (4, Value::Varint(version)) => metadata.backup_version = Some(version),
            (number @ (5..=37 | 39), Value::Varint(value)) => {
                if !metadata.migrations_written.contains(&number) {
                    metadata.migrations_written.push(number);
                }
                metadata.migrations_finished.retain(|&n| n != number);
                if value != 0 {
                    metadata.migrations_finished.push(number);
                }
            }
            _ => {}
        }
    }
    metadata
}

/// An app version as it may be shown: short, printable, nothing that could disturb a terminal.
fn version_text(bytes: &[u8]) -> Option<String> {
    let allowed = |b: &u8| b.is_ascii_alphanumeric() || b".-_ ".contains(b);
    let fits = (1..=40).contains(&bytes.len()) && bytes.iter().all(allowed);
    fits.then(|| String::from_utf8_lossy(bytes).into_owned())
}

/// The last digits of a phone number, as they may be shown.
pub(super) fn phone_suffix(bytes: &[u8]) -> Option<String> {
    let fits = (1..=4).contains(&bytes.len()) && bytes.iter().all(u8::is_ascii_digit);
    fits.then(|| String::from_utf8_lossy(bytes).into_owned())
}
