//! Reads the header of an encrypted backup: which container it is, where its ciphertext starts, and what
//! it says about itself. Judges the file, never the key.

pub(crate) mod prefix;
pub(crate) mod wire;

use crate::format::{Format, Secret};
use prefix::Prefix;

/// The longest protobuf header we read (`docs/backup-format.md` 3.1); a passkey header has about 600 bytes.
pub(crate) const MAX_HEADER: u64 = 64 * 1024;

/// Length of the fixed crypt12 header (`docs/backup-format.md` 4).
const CRYPT12_HEADER: usize = 67;

/// The cipher version that crypt12 and crypt14 name (`docs/backup-format.md` 3.4 and 4).
pub(crate) const CIPHER_VERSION: [u8; 2] = [0, 1];

/// An encrypted backup's header, ready for decryption.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Envelope {
    pub(crate) format: Format,
    pub(crate) iv: [u8; 16],
    /// Where the ciphertext starts, in bytes from the start of the file.
    pub(crate) data_start: u64,
    pub(crate) words: Words,
}

/// What a header says about its backup, without any bearing on how it is decrypted.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Words {
    pub(crate) secret: Secret,
    pub(crate) app_version: Option<String>,
    pub(crate) phone_suffix: Option<String>,
    pub(crate) backup_version: Option<u64>,
    pub(crate) migrations_finished: Vec<u32>,
    /// Whether this header belongs to a file that ends with a checksum for certain
    /// (`docs/backup-format.md` 5.2).
    pub(crate) checksum_certain: bool,
}

/// Why no envelope could be read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum HeaderFault {
    /// The bytes are no encrypted backup.
    NotABackup,
    /// They begin like one, but the header is cut or broken.
    Damaged { format: Format, words: Box<Words> },
    /// A header whose shape we know, of a version we do not; the text is safe to show.
    UnknownVersion { found: String },
}

/// Reads the header from the first bytes of a file (at least [`crate::files::HEAD_BYTES`] of them, or
/// all), with its last bytes, which crypt12 needs for the phone suffix.
pub(crate) fn read(head: &[u8], tail: &[u8], size: u64) -> Result<Envelope, HeaderFault> {
    match head.first() {
        None => Err(HeaderFault::NotABackup),
        // A zero length prefix cannot be a protobuf header, so the two never mix.
        Some(0) => read_crypt12(head, tail, size),
        Some(_) => read_protobuf(head, size),
    }
}

fn read_crypt12(head: &[u8], tail: &[u8], size: u64) -> Result<Envelope, HeaderFault> {
    let footer = tail.last_chunk::<4>().and_then(footer_suffix);
    let (Some(&version), Some(&key_version)) = (head.get(1), head.get(2)) else {
        return Err(HeaderFault::NotABackup);
    };
    // `00 00 01 00` also begins every Windows icon: that form needs its footer to be believed.
    let believed = version == 1 || (version == 0 && footer.is_some());
    if !believed || !(1..=9).contains(&key_version) {
        return Err(HeaderFault::NotABackup);
    }
    if key_version > 3 {
        if footer.is_none() {
            return Err(HeaderFault::NotABackup);
        }
        let found = format!("crypt12 key version {key_version}");
        return Err(HeaderFault::UnknownVersion { found });
    }
    let words = Words {
        secret: Secret::DeviceKey,
        app_version: None,
        phone_suffix: footer,
        backup_version: None,
        migrations_finished: Vec::new(),
        checksum_certain: true,
    };
    let iv = head
        .get(51..CRYPT12_HEADER)
        .and_then(|iv| <[u8; 16]>::try_from(iv).ok());
    match iv {
        Some(iv) if size >= (CRYPT12_HEADER + 16) as u64 => Ok(Envelope {
            format: Format::Crypt12,
            iv,
            data_start: CRYPT12_HEADER as u64,
            words,
        }),
        _ => Err(HeaderFault::Damaged {
            format: Format::Crypt12,
            words: Box::new(words),
        }),
    }
}

/// The last two digits of the number from a crypt12 footer; two dashes or digits stand before them.
/// `None` if this is no footer at all (`docs/backup-format.md` 4).
fn footer_suffix(footer: &[u8; 4]) -> Option<String> {
    let [a, b, c, d] = *footer;
    let mark = |byte: u8| byte == b'-' || byte.is_ascii_digit();
    if mark(a) && mark(b) {
        prefix::phone_suffix(&[c, d])
    } else {
        None
    }
}

fn read_protobuf(head: &[u8], size: u64) -> Result<Envelope, HeaderFault> {
    let (length, used) = wire::varint(head).map_err(|_| HeaderFault::NotABackup)?;
    if length == 0 || length > MAX_HEADER {
        return Err(HeaderFault::NotABackup);
    }
    let rest = head.get(used..).unwrap_or_default();
    let length = usize::try_from(length).map_err(|_| HeaderFault::NotABackup)?;
    let cut = rest.len() < length;
    let prefix = Prefix::read(rest.get(..length).unwrap_or(rest));
    let (format, iv) = match container(&prefix) {
        Ok(found) => found,
        // A version can only be named by a header that was read to its end.
        Err(HeaderFault::UnknownVersion { .. }) if !prefix.complete => {
            return Err(HeaderFault::NotABackup);
        }
        Err(fault) => return Err(fault),
    };
    let data_start = (used + length) as u64;
    let words = words(&prefix, format);
    if cut || !prefix.complete || size < data_start + 16 {
        return Err(HeaderFault::Damaged {
            format,
            words: Box::new(words),
        });
    }
    Ok(Envelope {
        format,
        iv,
        data_start,
        words,
    })
}

/// Which container a header belongs to, and its IV. Fields 2 and 3 are plain optional fields; where both
/// stand, the end-to-end one decides.
fn container(prefix: &Prefix) -> Result<(Format, [u8; 16]), HeaderFault> {
    if let Some(iv) = &prefix.end_to_end_iv {
        return match <[u8; 16]>::try_from(iv.as_slice()) {
            Ok(iv) => Ok((Format::Crypt15, iv)),
            Err(_) => Err(unknown_or_nothing(prefix)),
        };
    }
    if let Some(device) = &prefix.device {
        return match device.iv {
            Some(iv) if device.cipher_version == CIPHER_VERSION => Ok((Format::Crypt14, iv)),
            _ if device.names_an_iv => Err(unknown_or_nothing(prefix)),
            _ => Err(HeaderFault::NotABackup),
        };
    }
    Err(unknown_or_nothing(prefix))
}

/// A header with an app version in its metadata comes from the app: a newer one. Anything else is chance.
fn unknown_or_nothing(prefix: &Prefix) -> HeaderFault {
    let version = prefix.metadata.as_ref().and_then(|m| m.app_version.clone());
    match version {
        Some(version) => HeaderFault::UnknownVersion {
            found: format!("app version {version}"),
        },
        None => HeaderFault::NotABackup,
    }
}

fn words(prefix: &Prefix, format: Format) -> Words {
    let metadata = prefix.metadata.clone().unwrap_or_default();
    Words {
        secret: secret(prefix, format),
        app_version: metadata.app_version,
        phone_suffix: metadata.phone_suffix,
        backup_version: metadata.backup_version,
        checksum_certain: !metadata.migrations_written.is_empty(),
        migrations_finished: metadata.migrations_finished,
    }
}

/// Which secret the header names: field 6 first, then the passkey field, then the older field 1
/// (`docs/backup-format.md` 3.3).
fn secret(prefix: &Prefix, format: Format) -> Secret {
    if format != Format::Crypt15 {
        return Secret::DeviceKey;
    }
    let named = |key_type: Option<u64>| match key_type {
        Some(2) => Some(Secret::Password),
        Some(3) => Some(Secret::Digits),
        Some(4) => Some(Secret::Passkey),
        _ => None,
    };
    named(prefix.key_type)
        .or(prefix.has_passkey.then_some(Secret::Passkey))
        .or(named(prefix.key_type_deprecated))
        .unwrap_or(Secret::EndToEndUnstated)
}
