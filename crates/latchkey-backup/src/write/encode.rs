//! The bytes of headers, footers and key files: the mirror of what `header` and `key` read.

use super::recipe::{DeviceKeyFields, Recipe};
use crate::header::CIPHER_VERSION;
use crate::key::JAVA_HEADER;
use sha2::{Digest, Sha256};
use zeroize::Zeroizing;

/// A protobuf message under construction.
#[derive(Default)]
struct Message(Vec<u8>);

impl Message {
    fn raw_varint(&mut self, mut value: u64) {
        loop {
            let [low, ..] = value.to_le_bytes();
            value >>= 7;
            if value == 0 {
                self.0.push(low);
                return;
            }
            self.0.push(low | 0x80);
        }
    }

    fn varint(&mut self, number: u32, value: Option<u64>) {
        if let Some(value) = value {
            self.raw_varint(u64::from(number) << 3);
            self.raw_varint(value);
        }
    }

    fn bytes(&mut self, number: u32, bytes: Option<&[u8]>) {
        if let Some(bytes) = bytes {
            self.raw_varint(u64::from(number) << 3 | 2);
            self.raw_varint(bytes.len() as u64);
            self.0.extend_from_slice(bytes);
        }
    }
}

pub(super) fn crypt15_header(recipe: &Recipe) -> Vec<u8> {
    let mut end_to_end = Message::default();
    end_to_end.bytes(1, Some(&recipe.iv));
    prefix(recipe, None, Some(&end_to_end.0))
}

pub(super) fn crypt14_header(device: &DeviceKeyFields, recipe: &Recipe) -> Vec<u8> {
    let mut provided = Message::default();
    provided.bytes(1, Some(&CIPHER_VERSION));
    // The header names the key version in ASCII, the key file as a number.
    provided.bytes(2, Some(&[b'0' + device.key_version.min(9)]));
    provided.bytes(3, Some(&device.server_salt));
    provided.bytes(4, Some(&device.google_id_salt));
    provided.bytes(5, Some(&recipe.iv));
    prefix(recipe, Some(&provided.0), None)
}

/// The whole header with its length before it.
fn prefix(recipe: &Recipe, provided: Option<&[u8]>, end_to_end: Option<&[u8]>) -> Vec<u8> {
    let fields = &recipe.header;
    let mut message = Message::default();
    message.varint(1, fields.key_type_deprecated.map(u64::from));
    message.bytes(2, provided);
    message.bytes(3, end_to_end);
    message.bytes(4, Some(&metadata(recipe)));
    message.bytes(5, fields.passkey_metadata.as_deref());
    message.varint(6, fields.key_type.map(u64::from));
    message.0.extend_from_slice(&fields.unknown_fields);
    let mut header = Message::default();
    header.raw_varint(message.0.len() as u64);
    header.0.extend(message.0);
    header.0
}

fn metadata(recipe: &Recipe) -> Vec<u8> {
    let fields = &recipe.header;
    let mut metadata = Message::default();
    metadata.bytes(1, fields.app_version.as_deref().map(str::as_bytes));
    metadata.bytes(3, fields.phone_suffix.as_deref().map(str::as_bytes));
    metadata.varint(4, fields.backup_version.map(u64::from));
    for (number, finished) in &fields.migrations {
        metadata.varint(*number, Some(u64::from(*finished)));
    }
    metadata.0
}

pub(super) fn crypt12_header(device: &DeviceKeyFields, recipe: &Recipe) -> Vec<u8> {
    let mut header = CIPHER_VERSION.to_vec();
    header.push(device.key_version);
    header.extend(device.server_salt);
    header.extend(device.google_id_salt);
    header.extend(recipe.iv);
    header
}

pub(super) fn crypt12_footer(recipe: &Recipe) -> [u8; 4] {
    match recipe.header.phone_suffix.as_deref().map(str::as_bytes) {
        Some([a, b]) => [b'-', b'-', *a, *b],
        _ => *b"--00",
    }
}

pub(super) fn device_payload(device: &DeviceKeyFields) -> Zeroizing<Vec<u8>> {
    let mut payload = Zeroizing::new(Vec::with_capacity(131));
    payload.extend(CIPHER_VERSION);
    payload.push(device.key_version);
    payload.extend(device.server_salt);
    payload.extend(device.google_id_salt);
    payload.extend(Sha256::digest(device.google_id_salt));
    payload.extend([0; 16]);
    payload.extend(device.key);
    payload
}

pub(super) fn java_byte_array(payload: &[u8]) -> Zeroizing<Vec<u8>> {
    let mut file = Zeroizing::new(Vec::with_capacity(JAVA_HEADER.len() + 4 + payload.len()));
    file.extend(JAVA_HEADER);
    file.extend(
        u32::try_from(payload.len())
            .unwrap_or(u32::MAX)
            .to_be_bytes(),
    );
    file.extend_from_slice(payload);
    file
}
