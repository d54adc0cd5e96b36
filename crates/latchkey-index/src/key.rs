//! The index key and the subkey that each of its databases is encrypted with.
//!
//! The key is random, lives in the keyring, and reaches the disk nowhere else.

use hkdf::Hkdf;
use serde::Serialize;
use sha2::Sha256;
use zeroize::{Zeroize, ZeroizeOnDrop};

/// How the databases are encrypted: not stored in the files themselves, so it stands in the keyring
/// (`docs/keyring-format.md`, index format).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
pub struct IndexFormat {
    /// Version of this description.
    pub version: u32,
    /// The cipher and its major version.
    pub cipher: &'static str,
    /// Bytes of a database page.
    pub page_size: u32,
    /// What authenticates each page.
    pub hmac: &'static str,
    /// What derives the two subkeys from the index key (no salt, 32 bytes out).
    pub kdf: &'static str,
    /// HKDF label of the tables database.
    pub tables_label: &'static str,
    /// HKDF label of the search database.
    pub search_label: &'static str,
}

/// The format this version writes and reads.
pub const FORMAT: IndexFormat = IndexFormat {
    version: 1,
    cipher: "sqlcipher4",
    page_size: 16384,
    hmac: "hmac-sha256",
    kdf: "hkdf-sha256",
    tables_label: "latchkey index v1 tables",
    search_label: "latchkey index v1 search",
};

/// The secret that opens an index: 32 random bytes. Wiped when dropped.
#[derive(ZeroizeOnDrop)]
pub struct IndexKey([u8; 32]);

impl IndexKey {
    /// The key made of these bytes; the caller wipes its own copy.
    #[must_use]
    pub fn from_bytes(bytes: &[u8; 32]) -> Self {
        Self(*bytes)
    }

    /// The subkey of one database, by HKDF-SHA256 (RFC 5869) without salt.
    pub(crate) fn derive_subkey(&self, label: &str) -> SubKey {
        let mut bytes = [0; 32];
        Hkdf::<Sha256>::new(None, &self.0)
            .expand(label.as_bytes(), &mut bytes)
            .expect("32 bytes are within HKDF-SHA256's limit of 8160");
        let key = SubKey(bytes);
        bytes.zeroize();
        key
    }
}

impl std::fmt::Debug for IndexKey {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("IndexKey")
    }
}

/// The key of one database.
#[derive(ZeroizeOnDrop)]
pub(crate) struct SubKey([u8; 32]);

impl SubKey {
    pub(crate) fn bytes(&self) -> &[u8; 32] {
        &self.0
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_two_databases_have_different_keys() {
        let key = IndexKey::from_bytes(&[0x42; 32]);
        let tables = key.derive_subkey(FORMAT.tables_label);
        let search = key.derive_subkey(FORMAT.search_label);
        assert_ne!(tables.bytes(), search.bytes());
        assert_ne!(tables.bytes(), &[0x42; 32]);
    }

    #[test]
    fn debug_says_the_name_only() {
        assert_eq!(
            format!("{:?}", IndexKey::from_bytes(&[0x42; 32])),
            "IndexKey"
        );
    }
}
