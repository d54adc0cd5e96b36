//! The encrypted backup as it lies on disk: recognise, inspect, verify, decrypt; bytes in, bytes out.
//!
//! It never writes to a backup, guesses no key beyond a slip in the person's own digits, publishes no
//! byte before the tag has matched, and knows nothing of chats. Formats: `docs/backup-format.md`.

mod archive;
mod checksum;
mod cloud_media;
mod content;
mod decrypt;
mod files;
mod format;
mod gcm;
mod header;
mod increment;
mod inspect;
mod key;
mod layout;
mod probe;
mod purpose;
mod repair;
mod scan;
pub mod write;

pub use archive::has_small_directory;
pub use checksum::{ChecksumCache, checksum};
pub use cloud_media::{
    CloudMedia, CloudMediaError, CloudMediaLook, CloudMediaName, CloudMetadata, CloudMetadataError,
    ExpectedMedia, OnRead, UnverifiedMedia, VerifiedMedia, decrypt_cloud_media,
    look_at_cloud_media, read_cloud_metadata,
};
pub use content::Content;
pub use decrypt::{
    DecryptError, DecryptProgress, DecryptReport, KeyVerdict, Limits, Verified, decrypt,
    decrypt_to_file,
};
pub use format::{Checksum, Container, Format, Secret};
pub use increment::{Increment, read_increment};
pub use inspect::{FolderScan, InspectError, Inspection, inspect, inspect_folder, scan_folder};
pub use key::{BackupKey, DeviceKey, DigitsProblem, ReadKeyError, RootKey};
pub use probe::{CheckKeyError, KeyCheck, check_key};
pub use purpose::Purpose;
pub use repair::{Repair, Slip, propose_repair};
