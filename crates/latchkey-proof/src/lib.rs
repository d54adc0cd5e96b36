//! What an export says of itself: its manifest, the sums of its files, and who signed it (docs/signatures.md).
//!
//! It knows no chats and no history, and makes no signature: it says what is to be signed, and checks what was.

mod error;
mod manifest;
mod signature;
mod signer;
mod sums;
mod verify;

pub use error::{ReadSignerError, SealError, SignError, VerifyFolderError};
pub use manifest::{MANIFEST_FILE, SUMS_FILE, Sealed, seal};
pub use signature::{
    Assertion, RP_ID, SIGNATURE_FILE, SignManifest, challenge, sign, write_signature,
};
pub use signer::{Expected, Signer};
pub use sums::FileSum;
pub use verify::{FolderVerdict, SignatureVerdict, is_of_the_system, is_sealed, verify_folder};
