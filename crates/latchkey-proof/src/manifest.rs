//! Seals a folder: the manifest says what is in it, the list of sums proves every file, the manifest included.

use std::collections::HashSet;
use std::fs::OpenOptions;
use std::io::Write as _;
use std::os::unix::fs::OpenOptionsExt as _;
use std::path::Path;

use serde_json::{Map, Value, json};
use sha2::{Digest, Sha256};

use crate::error::SealError;
use crate::signature;
use crate::sums::{FileSum, is_listable, list};

/// Name of the manifest.
pub const MANIFEST_FILE: &str = "manifest.json";
/// Name of the list of sums: `sha256sum -c SHA256SUMS` checks it.
pub const SUMS_FILE: &str = "SHA256SUMS";

/// A folder that was sealed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sealed {
    /// The manifest's bytes.
    pub manifest: Vec<u8>,
    /// SHA-256 of them.
    pub sha256: [u8; 32],
    /// What an authenticator is to sign.
    pub challenge: [u8; 32],
    /// Files in the folder, manifest and sums included.
    pub files: u64,
    /// Their bytes.
    pub bytes: u64,
}

/// Writes `manifest.json`, with the sum of everything else as its `contents`, and `SHA256SUMS`. `kind` is what is signed:
/// `export`. Nothing is overwritten.
///
/// # Errors
/// [`SealError`].
pub fn seal(
    folder: &Path,
    kind: &str,
    manifest: &mut Map<String, Value>,
    files: &[FileSum],
) -> Result<Sealed, SealError> {
    let mut known = HashSet::new();
    for file in files {
        let path = file.path.clone();
        if !is_listable(&path) {
            return Err(SealError::NotAPath { path });
        }
        if matches!(path.as_str(), MANIFEST_FILE | SUMS_FILE) || !known.insert(&file.path) {
            return Err(SealError::Twice { path });
        }
    }
    let sums = files.iter().map(|file| (file.path.as_str(), file.sha256));
    manifest.insert("contents".to_owned(), contents(sums.clone(), files));
    let mut bytes = serde_json::to_vec_pretty(manifest).unwrap_or_default();
    bytes.push(b'\n');
    let own = FileSum::of(MANIFEST_FILE, &bytes);
    let all = list(sums.chain([(MANIFEST_FILE, own.sha256)]));
    write(&folder.join(MANIFEST_FILE), &bytes)?;
    write(&folder.join(SUMS_FILE), all.as_bytes())?;
    let of_files: u64 = files.iter().map(|file| file.bytes).sum();
    Ok(Sealed {
        challenge: signature::challenge(kind, &bytes),
        sha256: own.sha256,
        files: files.len() as u64 + 2,
        bytes: of_files + (bytes.len() + all.len()) as u64,
        manifest: bytes,
    })
}

/// How many files and bytes, and the sum of their sums: whoever has signed the manifest has signed every file.
fn contents<'f>(sums: impl Iterator<Item = (&'f str, [u8; 32])>, files: &[FileSum]) -> Value {
    let bytes: u64 = files.iter().map(|file| file.bytes).sum();
    let sum = sum_of_sums(sums);
    json!({ "files": files.len(), "bytes": bytes, "sha256": sum })
}

/// SHA-256 of the list of all sums but the manifest's, hexadecimal.
pub(crate) fn sum_of_sums<'f>(sums: impl Iterator<Item = (&'f str, [u8; 32])>) -> String {
    let others = sums.filter(|(path, _)| *path != MANIFEST_FILE);
    hex::encode(Sha256::digest(list(others)))
}

/// A new file, on the disk when this returns.
pub(crate) fn write(path: &Path, bytes: &[u8]) -> Result<(), SealError> {
    let mut options = OpenOptions::new();
    options.write(true).create_new(true).mode(0o600);
    let written = options.open(path).and_then(|mut file| {
        file.write_all(bytes)?;
        file.sync_all()
    });
    written.map_err(|source| SealError::Io {
        path: path.to_owned(),
        source,
    })
}
