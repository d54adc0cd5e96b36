//! Copies of a keyring beside backups and on sticks: brought up to date when they are seen.

use std::path::{Path, PathBuf};

use latchkey_keyring::{LockedKeyring, OpenKeyring};

use super::save_in_place;

/// Replaces older copies of an open, saved keyring among `paths` (keyring files) by its present generation, each
/// atomically; those that were replaced. A file of another keyring, of another signer, or a newer one is not touched,
/// nor one that cannot be read or written.
#[must_use]
pub fn refresh_copies(keyring: &OpenKeyring, paths: &[PathBuf]) -> Vec<PathBuf> {
    if !keyring.is_saved() {
        return Vec::new();
    }
    let refreshed = |path: &&PathBuf| {
        // Saving an unchanged keyring writes its bytes, and reads them back.
        is_older_copy(keyring, path) && save_in_place(&mut keyring.draft(), path).is_ok()
    };
    paths.iter().filter(refreshed).cloned().collect()
}

fn is_older_copy(keyring: &OpenKeyring, path: &Path) -> bool {
    // Through a link something else would be replaced than what was looked at.
    if !path.symlink_metadata().is_ok_and(|found| found.is_file()) {
        return false;
    }
    LockedKeyring::read(path).is_ok_and(|found| {
        found.id() == keyring.id()
            && found.fingerprint_claimed() == keyring.fingerprint()
            && found.generation() < keyring.generation()
    })
}
