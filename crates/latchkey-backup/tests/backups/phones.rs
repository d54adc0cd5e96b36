//! Made-up backups of every format, small and with obviously fake keys.

use latchkey_backup::write::{
    DeviceKeyFields, HeaderFields, Pack, Recipe, Tail, device_key_file, encrypt12, encrypt14,
    encrypt15,
};
use latchkey_backup::{BackupKey, Format};
use std::io::Write;
use std::path::PathBuf;
use tempfile::TempDir;
use zeroize::Zeroizing;

pub const ROOT: [u8; 32] = [0x42; 32];
pub const OTHER_ROOT: [u8; 32] = [0x43; 32];
pub const IV: [u8; 16] = [0x24; 16];

pub fn device() -> DeviceKeyFields {
    DeviceKeyFields {
        key_version: 2,
        server_salt: [0x51; 32],
        google_id_salt: [0x52; 16],
        key: [0x53; 32],
    }
}

pub fn root_key() -> BackupKey {
    BackupKey::from_root(Zeroizing::new(ROOT))
}

pub fn other_root_key() -> BackupKey {
    BackupKey::from_root(Zeroizing::new(OTHER_ROOT))
}

pub fn device_key() -> BackupKey {
    BackupKey::from_bytes(&device_key_file(&device())).unwrap()
}

pub fn other_device_key() -> BackupKey {
    let mut other = device();
    other.key = [0x99; 32];
    BackupKey::from_bytes(&device_key_file(&other)).unwrap()
}

/// Something that begins as a database and does not compress to nothing.
pub fn database(size: usize) -> Vec<u8> {
    let mut bytes = b"SQLite format 3\0".to_vec();
    let mut state = 0x1234_5678_u32;
    while bytes.len() < size {
        state = state.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
        bytes.push(b"etaoin shrdlu\n\0\x01\x02"[(state >> 28) as usize]);
    }
    bytes
}

/// A backup in memory, with the key that opens it and one that does not.
pub struct Made {
    pub name: &'static str,
    pub format: Format,
    pub bytes: Vec<u8>,
    pub plaintext: Vec<u8>,
    /// Bytes before the ciphertext.
    pub header: usize,
    /// Whether a checksum is certain to be there.
    pub certain: bool,
    /// Whether the tag is the file's last 16 bytes.
    pub tag_only: bool,
}

impl Made {
    pub fn key(&self) -> BackupKey {
        match self.format {
            Format::Crypt15 => root_key(),
            _ => device_key(),
        }
    }

    pub fn wrong_key(&self) -> BackupKey {
        match self.format {
            Format::Crypt15 => other_root_key(),
            _ => other_device_key(),
        }
    }
}

pub fn recipe() -> Recipe {
    Recipe::new(IV)
}

/// A recipe whose header says nothing of migrations and ends with a tag alone.
pub fn multi_file() -> Recipe {
    Recipe {
        tail: Tail::TagOnly,
        ..recipe().without_migrations()
    }
}

pub fn passkey_header() -> HeaderFields {
    HeaderFields {
        key_type: Some(4),
        passkey_metadata: Some(vec![0xa5; 560]),
        ..HeaderFields::default()
    }
}

pub fn crypt15(recipe: &Recipe, plaintext: &[u8]) -> Vec<u8> {
    encrypt15(&ROOT, recipe, plaintext, Vec::new()).unwrap()
}

pub fn crypt14(recipe: &Recipe, plaintext: &[u8]) -> Vec<u8> {
    encrypt14(&device(), recipe, plaintext, Vec::new()).unwrap()
}

pub fn crypt12(recipe: &Recipe, plaintext: &[u8]) -> Vec<u8> {
    encrypt12(&device(), recipe, plaintext, Vec::new()).unwrap()
}

/// Where the ciphertext of a protobuf backup starts.
fn header_length(bytes: &[u8]) -> usize {
    match bytes {
        [first, second, ..] if *first >= 0x80 => {
            2 + usize::from(first & 0x7f) + (usize::from(*second) << 7)
        }
        [first, ..] => 1 + usize::from(*first),
        [] => 0,
    }
}

/// One small backup of every format and shape.
pub fn every_kind() -> Vec<Made> {
    let plaintext = database(700);
    let made = |name, format, bytes: Vec<u8>, certain, tag_only| Made {
        name,
        format,
        header: match format {
            Format::Crypt12 => 67,
            _ => header_length(&bytes),
        },
        bytes,
        plaintext: plaintext.clone(),
        certain,
        tag_only,
    };
    let bare = Recipe {
        pack: Pack::Bare,
        ..recipe()
    };
    let passkey = Recipe {
        header: passkey_header(),
        ..recipe()
    };
    let contacts = recipe().without_migrations();
    let (c12, c14, c15) = (Format::Crypt12, Format::Crypt14, Format::Crypt15);
    vec![
        made("crypt12", c12, crypt12(&recipe(), &plaintext), true, false),
        made("crypt14", c14, crypt14(&recipe(), &plaintext), true, false),
        made("crypt15", c15, crypt15(&recipe(), &plaintext), true, false),
        made(
            "crypt15, bare",
            c15,
            crypt15(&bare, &plaintext),
            true,
            false,
        ),
        made(
            "crypt15, passkey",
            c15,
            crypt15(&passkey, &plaintext),
            true,
            false,
        ),
        made(
            "crypt15, contacts",
            c15,
            crypt15(&contacts, &plaintext),
            false,
            false,
        ),
        made(
            "crypt15, multi-file",
            c15,
            crypt15(&multi_file(), &plaintext),
            false,
            true,
        ),
        made(
            "crypt14, multi-file",
            c14,
            crypt14(&multi_file(), &plaintext),
            false,
            true,
        ),
    ]
}

/// A folder that is gone with its files when the test ends.
pub struct Desk(pub TempDir);

impl Desk {
    /// In memory where there is such a place: a sweep writes tens of thousands of files.
    pub fn new() -> Self {
        Self(
            TempDir::new_in("/dev/shm")
                .or_else(|_| TempDir::new())
                .unwrap(),
        )
    }

    pub fn put(&self, name: &str, bytes: &[u8]) -> PathBuf {
        let path = self.path(name);
        std::fs::create_dir_all(path.parent().unwrap()).unwrap();
        std::fs::File::create(&path)
            .unwrap()
            .write_all(bytes)
            .unwrap();
        path
    }

    pub fn path(&self, name: &str) -> PathBuf {
        self.0.path().join(name)
    }

    /// The names of everything in the folder, sorted.
    pub fn names(&self) -> Vec<String> {
        let mut names: Vec<_> = std::fs::read_dir(self.0.path())
            .unwrap()
            .map(|entry| entry.unwrap().file_name().to_string_lossy().into_owned())
            .collect();
        names.sort();
        names
    }
}
