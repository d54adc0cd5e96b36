//! What can go wrong, one type per operation. No path and no content is in any `Display`.

use std::io;
use std::path::PathBuf;

/// Why a folder was not sealed.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum SealError {
    /// A file's path is absolute, leads out of the folder, or has signs that the list of sums cannot hold.
    #[error("a file of the folder has a path that cannot be listed")]
    NotAPath {
        /// The path.
        path: String,
    },
    /// Two files have one path.
    #[error("two files of the folder have one path")]
    Twice {
        /// The path.
        path: String,
    },
    /// Writing failed, or there is a manifest already.
    #[error("the manifest could not be written")]
    Io {
        /// Where.
        path: PathBuf,
        /// What the system said.
        #[source]
        source: io::Error,
    },
}

/// Why a manifest was not signed.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum SignError {
    /// The person refused, or stopped it.
    #[error("the signature was cancelled")]
    Cancelled,
    /// The authenticator could not, or there was none: in the words of whoever asked it, never content.
    #[error("the authenticator did not sign: {0}")]
    Authenticator(String),
    /// What it gave is no signature of this manifest by this signer.
    #[error("the signature is not good: {0}")]
    NotGood(&'static str),
    /// It could not be written.
    #[error("the signature could not be written")]
    Io {
        /// Where.
        path: PathBuf,
        /// What the system said.
        #[source]
        source: io::Error,
    },
}

/// Why a signer's file cannot be used.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum ReadSignerError {
    /// It is neither a signer's file nor a fingerprint.
    #[error("this is no signer")]
    NotASigner,
    /// A newer version of Latchkey wrote it.
    #[error("the signer's file has version {found}, newer than this program knows")]
    UnknownVersion {
        /// Its version.
        found: u64,
    },
    /// The fingerprint in it is another key's.
    #[error("the signer's fingerprint is not its key's")]
    OtherFingerprint,
}

/// Why a folder could not be checked. What is wrong with a folder that can be is in the verdict.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum VerifyFolderError {
    /// There is no manifest in it.
    #[error("there is no manifest in this folder")]
    NotSealed {
        /// The folder.
        path: PathBuf,
    },
    /// A newer version of Latchkey wrote it.
    #[error("the manifest has version {found}, newer than this program knows")]
    UnknownVersion {
        /// Its version.
        found: u64,
    },
    /// The manifest or the list of sums is no such thing.
    #[error("the manifest or the list of sums cannot be read")]
    Unreadable {
        /// Which file.
        path: PathBuf,
    },
    /// The caller asked to stop.
    #[error("the check was cancelled")]
    Cancelled,
    /// Reading failed.
    #[error("a file could not be read")]
    Io {
        /// Where.
        path: PathBuf,
        /// What the system said.
        #[source]
        source: io::Error,
    },
}
