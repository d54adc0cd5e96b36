//! Checks a sealed folder: every file that was changed, is missing or was added, whether the counts add up, who signed it.
//!
//! The folder is a stranger's: no link in it is followed, and no path of its list leads out of it.

use std::collections::{BTreeMap, BTreeSet};
use std::fs::OpenOptions;
use std::io::{self, Read as _};
use std::ops::ControlFlow;
use std::os::unix::fs::OpenOptionsExt as _;
use std::path::Path;

use serde::Serialize;
use serde_json::Value;
use sha2::{Digest, Sha256};

use crate::error::VerifyFolderError;
use crate::manifest::{MANIFEST_FILE, SUMS_FILE, sum_of_sums};
use crate::signature::{SIGNATURE_FILE, signed_by};
use crate::signer::Expected;
use crate::sums::read;

/// A larger manifest or list is not ours, bytes.
const LARGEST: u64 = 1 << 30;
const BLOCK: usize = 1 << 20;
/// Folders in folders beyond this are not ours.
const DEEPEST: usize = 32;

/// What was found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FolderVerdict {
    /// Files that are not what they were.
    pub changed: Vec<String>,
    /// Files that are not there any more.
    pub missing: Vec<String>,
    /// Files that were not there when it was sealed; also those of [`is_of_the_system`].
    pub added: Vec<String>,
    /// What the manifest says of itself adds up: its counts, and the sum of all sums.
    pub counts_add_up: bool,
    /// Who signed it.
    pub signature: SignatureVerdict,
    /// Files that are as they were.
    pub good_files: u64,
    /// The manifest.
    pub manifest: Value,
}

impl FolderVerdict {
    /// Nothing is wrong: everything is as it was, and the signature is the expected one where one was expected.
    #[must_use]
    pub fn is_good(&self) -> bool {
        let same = self.changed.is_empty() && self.missing.is_empty() && self.added.is_empty();
        let signature = matches!(
            self.signature,
            SignatureVerdict::None
                | SignatureVerdict::Good { .. }
                | SignatureVerdict::ConsistentSignerUnknown { .. }
        );
        same && signature && self.counts_add_up
    }
}

/// Who signed a folder.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub enum SignatureVerdict {
    /// Nobody, and nobody was expected to.
    None,
    /// Nobody, though somebody was expected to.
    Unsigned,
    /// The expected signer.
    Good {
        /// The signer's fingerprint.
        signer: String,
    },
    /// It is a signature of this manifest; whose, nothing here says.
    ConsistentSignerUnknown {
        /// The fingerprint of whoever it is.
        signer: String,
    },
    /// Somebody else than was expected.
    OtherSigner {
        /// The fingerprint of whoever it is.
        signer: String,
    },
    /// It is no signature of this manifest: why, in the program's words.
    Bad(&'static str),
}

/// A file that a system puts into folders by itself.
#[must_use]
pub fn is_of_the_system(path: &str) -> bool {
    let name = path.rsplit('/').next().unwrap_or_default();
    let known = [".DS_Store", "Thumbs.db", "desktop.ini", ".directory"];
    known.contains(&name) || name.starts_with("._")
}

/// Whether a folder has a manifest at all.
#[must_use]
pub fn is_sealed(folder: &Path) -> bool {
    folder.join(MANIFEST_FILE).is_file() && folder.join(SUMS_FILE).is_file()
}

/// Checks a folder that was sealed as `kind`. `on_progress` is shown the files done and all of them.
///
/// # Errors
/// [`VerifyFolderError`] where it could not be checked; what is wrong with it is no error.
pub fn verify_folder(
    folder: &Path,
    kind: &str,
    expected: Option<&Expected>,
    on_progress: &mut dyn FnMut(u64, u64) -> ControlFlow<()>,
) -> Result<FolderVerdict, VerifyFolderError> {
    let manifest = small_file(folder, MANIFEST_FILE)?;
    let sums = small_file(folder, SUMS_FILE)?;
    let unreadable = |name: &str| VerifyFolderError::Unreadable {
        path: folder.join(name),
    };
    let value: Value = serde_json::from_slice(&manifest).map_err(|_| unreadable(MANIFEST_FILE))?;
    let version = value
        .get(format!("latchkey_{kind}"))
        .and_then(Value::as_u64);
    match version {
        Some(1) => {}
        Some(found) if found > 1 => return Err(VerifyFolderError::UnknownVersion { found }),
        _ => return Err(unreadable(MANIFEST_FILE)),
    }
    let sums = std::str::from_utf8(&sums).ok().and_then(read);
    let sums = sums.ok_or_else(|| unreadable(SUMS_FILE))?;
    let mut there = BTreeSet::new();
    list_files(folder, "", 0, &mut there)?;
    let signature = signature_verdict(folder, kind, &manifest, &there, expected)?;
    let mut verdict = FolderVerdict {
        changed: Vec::new(),
        missing: Vec::new(),
        added: added(&there, &sums),
        counts_add_up: adds_up(&value, &sums),
        signature,
        good_files: 0,
        manifest: value,
    };
    let total = sums.len() as u64;
    for (done, (path, sum)) in sums.iter().enumerate() {
        if on_progress(done as u64, total).is_break() {
            return Err(VerifyFolderError::Cancelled);
        }
        match there.contains(path) {
            false => verdict.missing.push(path.clone()),
            true if hash(&folder.join(path))? != Some(*sum) => verdict.changed.push(path.clone()),
            true => verdict.good_files += 1,
        }
    }
    if !sums.contains_key(MANIFEST_FILE) {
        verdict.changed.push(MANIFEST_FILE.to_owned());
    }
    Ok(verdict)
}

fn added(there: &BTreeSet<String>, sums: &BTreeMap<String, [u8; 32]>) -> Vec<String> {
    let ours = |path: &str| matches!(path, SUMS_FILE | SIGNATURE_FILE);
    let added = there
        .iter()
        .filter(|path| !sums.contains_key(*path) && !ours(path));
    added.cloned().collect()
}

fn signature_verdict(
    folder: &Path,
    kind: &str,
    manifest: &[u8],
    there: &BTreeSet<String>,
    expected: Option<&Expected>,
) -> Result<SignatureVerdict, VerifyFolderError> {
    if !there.contains(SIGNATURE_FILE) {
        return Ok(match expected {
            Some(_) => SignatureVerdict::Unsigned,
            None => SignatureVerdict::None,
        });
    }
    let text = small_file(folder, SIGNATURE_FILE)?;
    Ok(match signed_by(&text, kind, manifest) {
        Err(why) => SignatureVerdict::Bad(why),
        Ok(found) => {
            let signer = found.fingerprint();
            match expected {
                None => SignatureVerdict::ConsistentSignerUnknown { signer },
                Some(Expected::Signer(expected)) if expected.public_key == found.public_key => {
                    SignatureVerdict::Good { signer }
                }
                Some(Expected::Fingerprint(expected)) if *expected == signer => {
                    SignatureVerdict::Good { signer }
                }
                Some(_) => SignatureVerdict::OtherSigner { signer },
            }
        }
    })
}

/// What the manifest says of itself: chosen = written + left out, kinds = written, and the sum of all sums.
fn adds_up(manifest: &Value, sums: &BTreeMap<String, [u8; 32]>) -> bool {
    let contents = sum_of_sums(sums.iter().map(|(path, sum)| (path.as_str(), *sum)));
    if manifest["contents"]["sha256"].as_str() != Some(contents.as_str()) {
        return false;
    }
    let counts = &manifest["counts"];
    let all = |field: &str| -> Option<u64> {
        let Some(values) = counts[field].as_object() else {
            return Some(0);
        };
        // the numbers are a stranger's: their sum may be more than there are numbers
        let mut values = values.values();
        values.try_fold(0_u64, |sum, value| sum.checked_add(value.as_u64()?))
    };
    match (counts["chosen"].as_u64(), counts["written"].as_u64()) {
        (None, None) => counts.is_null(),
        (Some(chosen), Some(written)) => {
            let left = all("left_out").and_then(|left| left.checked_add(written));
            left == Some(chosen) && all("by_kind") == Some(written)
        }
        _ => false,
    }
}

/// Every file in the folder and below; a link or a device is a file that is not what it was.
fn list_files(
    folder: &Path,
    below: &str,
    depth: usize,
    into: &mut BTreeSet<String>,
) -> Result<(), VerifyFolderError> {
    let failed = |source| VerifyFolderError::Io {
        path: folder.to_owned(),
        source,
    };
    for entry in folder.read_dir().map_err(failed)? {
        let entry = entry.map_err(failed)?;
        let name = entry.file_name().to_string_lossy().into_owned();
        let path = match below {
            "" => name,
            below => format!("{below}/{name}"),
        };
        let is_folder = entry.file_type().map_err(failed)?.is_dir();
        match is_folder && depth < DEEPEST {
            true => list_files(&entry.path(), &path, depth + 1, into)?,
            false => {
                into.insert(path);
            }
        }
    }
    Ok(())
}

/// The sum of a regular file; `None` for anything else.
fn hash(path: &Path) -> Result<Option<[u8; 32]>, VerifyFolderError> {
    let failed = |source| VerifyFolderError::Io {
        path: path.to_owned(),
        source,
    };
    let mut file = match open(path) {
        Ok(file) => file,
        Err(error) if rustix::io::Errno::from_io_error(&error) == Some(rustix::io::Errno::LOOP) => {
            return Ok(None);
        }
        Err(error) => return Err(failed(error)),
    };
    if !file.metadata().map_err(failed)?.is_file() {
        return Ok(None);
    }
    let (mut hash, mut block) = (Sha256::new(), vec![0; BLOCK]);
    loop {
        match file.read(&mut block).map_err(failed)? {
            0 => return Ok(Some(hash.finalize().into())),
            count => hash.update(block.get(..count).unwrap_or_default()),
        }
    }
}

/// Neither a link nor waiting for the other end of a pipe.
fn open(path: &Path) -> io::Result<std::fs::File> {
    use rustix::fs::OFlags;
    let flags = (OFlags::NOFOLLOW | OFlags::NONBLOCK).bits().cast_signed();
    OpenOptions::new().read(true).custom_flags(flags).open(path)
}

fn small_file(folder: &Path, name: &str) -> Result<Vec<u8>, VerifyFolderError> {
    let path = folder.join(name);
    let mut bytes = Vec::new();
    let read = open(&path).and_then(|file| file.take(LARGEST).read_to_end(&mut bytes));
    match read {
        Ok(_) => Ok(bytes),
        Err(error) if error.kind() == io::ErrorKind::NotFound => {
            Err(VerifyFolderError::NotSealed {
                path: folder.to_owned(),
            })
        }
        Err(source) => Err(VerifyFolderError::Io { path, source }),
    }
}
