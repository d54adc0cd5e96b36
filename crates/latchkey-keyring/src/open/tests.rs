//! Claims about changing an open keyring, from inside: passphrases take a low work factor here.

// The same authenticators as the tests from outside use.
#[path = "../../tests/keyring/known_passkeys.rs"]
mod known_passkeys;

mod passkeys;
mod removing;
mod sequences;

use latchkey_passkey::AuthenticatorKind;

use super::*;
use crate::kit::RecoveryKit;
use known_passkeys::{Fault, KnownPasskey, Typist};

/// scrypt's work factor in these tests: quick, not safe.
const QUICK: u8 = 3;

fn now() -> Timestamp {
    "2026-11-22T10:00:00Z".parse().unwrap()
}

fn keyring_for(kit: &mut RecoveryKit) -> OpenKeyring {
    let keyring = OpenKeyring::create(NewKeyring {
        recipients: vec![kit.recipient()],
        account: None,
        index_format: IndexFormat::from_json("{}").unwrap(),
        now: now(),
    })
    .unwrap();
    assert!(kit.remember(&keyring));
    keyring
}

fn place() -> (tempfile::TempDir, std::path::PathBuf) {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join(crate::FILE_NAME);
    (folder, path)
}
