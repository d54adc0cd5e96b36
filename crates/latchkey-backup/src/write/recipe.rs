//! What a written backup should look like: its header's words, its packing, its end.

use zeroize::{Zeroize, ZeroizeOnDrop};

/// How to write a backup. `Recipe::new` gives what a phone of 2026 writes; change the fields from there.
#[derive(Debug, Clone)]
pub struct Recipe {
    /// The 16-byte nonce. Never use one twice with the same key.
    pub iv: [u8; 16],
    /// The words of the header.
    pub header: HeaderFields,
    /// How the plaintext is packed.
    pub pack: Pack,
    /// How the file ends.
    pub tail: Tail,
    /// Bytes put after the end of the compressed stream, inside the encryption.
    pub after_zlib: Vec<u8>,
}

/// The fields of a protobuf header (`docs/backup-format.md` 3.2). `None` leaves a field out.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct HeaderFields {
    /// Field 1, the older key type.
    pub key_type_deprecated: Option<u32>,
    /// Field 6, the key type: 1 end-to-end, 2 password, 3 digits, 4 passkey.
    pub key_type: Option<u32>,
    /// Field 5, opaque passkey metadata: real ones have more than 500 bytes.
    pub passkey_metadata: Option<Vec<u8>>,
    /// Field 4.1.
    pub app_version: Option<String>,
    /// Field 4.3, and the last two bytes of a crypt12 footer.
    pub phone_suffix: Option<String>,
    /// Field 4.4.
    pub backup_version: Option<u32>,
    /// The migration flags of field 4 and their values.
    pub migrations: Vec<(u32, bool)>,
    /// Bytes put after everything else: unknown fields, for tests.
    pub unknown_fields: Vec<u8>,
}

/// How the plaintext is packed before encryption (`docs/backup-format.md` 7).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Pack {
    /// A zlib stream of this level, 0 to 9. The app used 1 and now uses 9.
    Zlib(u32),
    /// As it is.
    Bare,
}

/// How a file ends (`docs/backup-format.md` 5).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Tail {
    /// The tag and a right checksum: a single-file backup.
    TagAndMd5,
    /// The tag and a checksum that is wrong.
    TagAndWrongMd5,
    /// The tag alone: a multi-file backup.
    TagOnly,
}

/// A device key with the fields its files share with the backups (`docs/backup-format.md` 8.1).
#[derive(Zeroize, ZeroizeOnDrop)]
pub struct DeviceKeyFields {
    /// 1 to 3.
    pub key_version: u8,
    /// 32 bytes that the header repeats.
    pub server_salt: [u8; 32],
    /// 16 bytes that the header repeats.
    pub google_id_salt: [u8; 16],
    /// The AES-256 key.
    pub key: [u8; 32],
}

impl std::fmt::Debug for DeviceKeyFields {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("DeviceKeyFields")
    }
}

impl Recipe {
    /// A single-file database backup under the 64 digits, as a phone of 2026 writes it.
    #[must_use]
    pub fn new(iv: [u8; 16]) -> Self {
        Self {
            iv,
            header: HeaderFields::default(),
            pack: Pack::Zlib(9),
            tail: Tail::TagAndMd5,
            after_zlib: Vec::new(),
        }
    }

    /// A backup that is no chat database: no migration flags in the header, as `wa.db` and its like.
    #[must_use]
    pub fn without_migrations(mut self) -> Self {
        self.header.migrations.clear();
        self
    }
}

impl Default for HeaderFields {
    fn default() -> Self {
        Self {
            key_type_deprecated: Some(1),
            key_type: Some(3),
            passkey_metadata: None,
            app_version: Some("2.26.35.75".into()),
            phone_suffix: Some("67".into()),
            backup_version: Some(1),
            migrations: migration_fields().map(|field| (field, true)).collect(),
            unknown_fields: Vec::new(),
        }
    }
}

/// The numbers of the migration flags in the metadata (`docs/backup-format.md` 3.5).
pub fn migration_fields() -> impl Iterator<Item = u32> {
    (5..=37).chain([39])
}
