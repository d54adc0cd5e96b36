//! The sealed parts of each TPM key, one file each, named by the credential's random id.
//!
//! They are useless without the TPM that made them. An id comes from a keyring, so it is a plain name or no name. What
//! ties a key to its TPM and PIN stands in the keyring as well, which is not proved genuine when the PIN is asked for:
//! what this computer wrote down when it made the key is what counts.

use std::fs::{self, File};
use std::io::{self, Read, Write};
use std::path::{Path, PathBuf};

use base64::prelude::{BASE64_STANDARD, Engine};
use serde::{Deserialize, Serialize};

use crate::authenticator::{Argon2Cost, TpmBinding};
use crate::error::{Absence, CeremonyError};

/// Of the file. The first one, which no release wrote, did not hold the binding.
const VERSION: u32 = 2;

/// Largest file that is read; about 700 bytes are written.
const MAX_FILE: u64 = 16 * 1024;

/// Random bytes of an id.
const ID_BYTES: usize = 16;

/// The two sealed parts of a key (TPM 2.0 Part 2: TPM2B_PRIVATE's buffer and a marshalled TPMT_PUBLIC).
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Blobs {
    pub(super) private: Vec<u8>,
    pub(super) public: Vec<u8>,
}

/// What the file of a key holds.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Kept {
    pub(super) blobs: Blobs,
    pub(super) binding: TpmBinding,
}

#[derive(Serialize, Deserialize)]
struct OnDisk {
    version: u32,
    private: String,
    public: String,
    parent_name: String,
    pin_salt: String,
    argon2id: Argon2Cost,
}

pub(super) struct BlobsFolder(PathBuf);

impl BlobsFolder {
    pub(super) fn new(folder: PathBuf) -> Self {
        Self(folder)
    }

    /// Writes them under a fresh id, whole or not at all; gives the id: the file's name as bytes.
    pub(super) fn save(&self, kept: &Kept) -> Result<Vec<u8>, CeremonyError> {
        let mut random = [0; ID_BYTES];
        getrandom::fill(&mut random).map_err(|e| CeremonyError::Io(e.into()))?;
        let id = hex::encode(random);
        self.write(&id, kept).map_err(CeremonyError::Io)?;
        Ok(id.into_bytes())
    }

    fn write(&self, id: &str, kept: &Kept) -> io::Result<()> {
        let mut builder = fs::DirBuilder::new();
        builder.recursive(true);
        #[cfg(unix)]
        std::os::unix::fs::DirBuilderExt::mode(&mut builder, 0o700);
        builder.create(&self.0)?;
        let text = serde_json::to_vec_pretty(&OnDisk {
            version: VERSION,
            private: BASE64_STANDARD.encode(&kept.blobs.private),
            public: BASE64_STANDARD.encode(&kept.blobs.public),
            parent_name: BASE64_STANDARD.encode(&kept.binding.parent_name),
            pin_salt: BASE64_STANDARD.encode(kept.binding.pin_salt),
            argon2id: kept.binding.argon2id,
        })?;
        // A temporary file is made with mode 0600.
        let mut file = tempfile::NamedTempFile::new_in(&self.0)?;
        file.write_all(&text)?;
        file.as_file().sync_all()?;
        file.persist_noclobber(self.0.join(id))
            .map_err(|e| e.error)?;
        sync_folder(&self.0)
    }

    /// Reads them.
    pub(super) fn load(&self, id: &[u8]) -> Result<Kept, CeremonyError> {
        let absent = || CeremonyError::NoAuthenticator(Absence::NotOnThisComputer);
        let path = self.path(id).ok_or_else(absent)?;
        let mut text = Vec::new();
        let read = File::open(path).and_then(|file| file.take(MAX_FILE).read_to_end(&mut text));
        match read {
            Ok(_) => parse(&text).ok_or(CeremonyError::Inconsistent {
                rule: "its file on this computer is damaged",
            }),
            Err(e) if e.kind() == io::ErrorKind::NotFound => Err(absent()),
            Err(e) => Err(CeremonyError::Io(e)),
        }
    }

    pub(super) fn holds(&self, id: &[u8]) -> bool {
        self.path(id).is_some_and(|path| path.is_file())
    }

    /// Whether any key's file is here.
    pub(super) fn holds_any(&self) -> bool {
        let entries = fs::read_dir(&self.0).into_iter().flatten().flatten();
        entries
            .map(|entry| entry.file_name())
            .any(|name| is_id(name.as_encoded_bytes()))
    }

    /// Removes them. What cannot be removed stays and is useless without a keyring.
    pub(super) fn remove(&self, id: &[u8]) {
        if let Some(path) = self.path(id) {
            let _ = fs::remove_file(path);
        }
    }

    fn path(&self, id: &[u8]) -> Option<PathBuf> {
        let name = str::from_utf8(id).ok()?;
        is_id(id).then(|| self.0.join(name))
    }
}

/// Lower-case hex of the right length, and nothing that could leave the folder.
fn is_id(id: &[u8]) -> bool {
    let hex = |byte: &u8| matches!(byte, b'0'..=b'9' | b'a'..=b'f');
    id.len() == ID_BYTES * 2 && id.iter().all(hex)
}

fn parse(text: &[u8]) -> Option<Kept> {
    let file: OnDisk = serde_json::from_slice(text).ok()?;
    let blobs = Blobs {
        private: BASE64_STANDARD.decode(file.private).ok()?,
        public: BASE64_STANDARD.decode(file.public).ok()?,
    };
    let binding = TpmBinding {
        parent_name: BASE64_STANDARD.decode(file.parent_name).ok()?,
        pin_salt: BASE64_STANDARD
            .decode(file.pin_salt)
            .ok()?
            .try_into()
            .ok()?,
        argon2id: file.argon2id,
    };
    (file.version == VERSION).then_some(Kept { blobs, binding })
}

#[cfg(unix)]
fn sync_folder(folder: &Path) -> io::Result<()> {
    File::open(folder)?.sync_all()
}

#[cfg(not(unix))]
fn sync_folder(_: &Path) -> io::Result<()> {
    Ok(())
}
