//! The sealed parts of each TPM key, one file each, named by the credential's random id.
//!
//! They are useless without the TPM that made them. An id comes from a keyring, so it is a plain name or no name.

use std::fs::{self, File};
use std::io::{self, Read, Write};
use std::path::{Path, PathBuf};

use base64::prelude::{BASE64_STANDARD, Engine};
use serde::{Deserialize, Serialize};

use crate::error::{Absence, CeremonyError};

/// Of the file.
const VERSION: u32 = 1;

/// Largest file that is read; about 500 bytes are written.
const MAX_FILE: u64 = 16 * 1024;

/// Random bytes of an id.
const ID_BYTES: usize = 16;

/// The two sealed parts of a key (TPM 2.0 Part 2: TPM2B_PRIVATE's buffer and a marshalled TPMT_PUBLIC).
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Blobs {
    pub(super) private: Vec<u8>,
    pub(super) public: Vec<u8>,
}

#[derive(Serialize, Deserialize)]
struct OnDisk {
    version: u32,
    private: String,
    public: String,
}

pub(super) struct BlobsFolder(PathBuf);

impl BlobsFolder {
    pub(super) fn new(folder: PathBuf) -> Self {
        Self(folder)
    }

    /// Writes them under a fresh id, whole or not at all; gives the id: the file's name as bytes.
    pub(super) fn save(&self, blobs: &Blobs) -> Result<Vec<u8>, CeremonyError> {
        let mut random = [0; ID_BYTES];
        getrandom::fill(&mut random).map_err(|e| CeremonyError::Io(e.into()))?;
        let id = hex::encode(random);
        self.write(&id, blobs).map_err(CeremonyError::Io)?;
        Ok(id.into_bytes())
    }

    fn write(&self, id: &str, blobs: &Blobs) -> io::Result<()> {
        let mut builder = fs::DirBuilder::new();
        builder.recursive(true);
        #[cfg(unix)]
        std::os::unix::fs::DirBuilderExt::mode(&mut builder, 0o700);
        builder.create(&self.0)?;
        let text = serde_json::to_vec_pretty(&OnDisk {
            version: VERSION,
            private: BASE64_STANDARD.encode(&blobs.private),
            public: BASE64_STANDARD.encode(&blobs.public),
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
    pub(super) fn load(&self, id: &[u8]) -> Result<Blobs, CeremonyError> {
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

fn parse(text: &[u8]) -> Option<Blobs> {
    let file: OnDisk = serde_json::from_slice(text).ok()?;
    let blobs = Blobs {
        private: BASE64_STANDARD.decode(file.private).ok()?,
        public: BASE64_STANDARD.decode(file.public).ok()?,
    };
    (file.version == VERSION).then_some(blobs)
}

#[cfg(unix)]
fn sync_folder(folder: &Path) -> io::Result<()> {
    File::open(folder)?.sync_all()
}

#[cfg(not(unix))]
fn sync_folder(_: &Path) -> io::Result<()> {
    Ok(())
}
