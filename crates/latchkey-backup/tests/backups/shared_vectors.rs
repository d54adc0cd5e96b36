//! Public backups of another project, decrypted byte for byte. The files are not part of this repository;
//! without them each test says so and passes.

use crate::skipped;
use latchkey_backup::{
    BackupKey, Checksum, Content, Format, KeyCheck, Limits, Secret, check_key, checksum, decrypt,
    inspect, propose_repair,
};
use std::ops::ControlFlow;
use std::path::{Path, PathBuf};

/// The folder of shared vectors: named by `LATCHKEY_SHARED`, or beside the repository or a parent of it.
fn vectors() -> Option<PathBuf> {
    let named =
        std::env::var_os("LATCHKEY_SHARED").map(|shared| Path::new(&shared).join("vectors"));
    let above = Path::new(env!("CARGO_MANIFEST_DIR"))
        .ancestors()
        .map(|folder| folder.join("shared/vectors"));
    let found = named
        .into_iter()
        .chain(above)
        .find(|folder| folder.is_dir());
    if found.is_none() {
        skipped("no shared/vectors folder beside the repository (set LATCHKEY_SHARED)");
    }
    found
}

fn key(folder: &Path, name: &str) -> BackupKey {
    BackupKey::read(&folder.join(name)).unwrap()
}

fn decrypts_to_the_database(backup: &str, key_file: &str) {
    let Some(folder) = vectors() else { return };
    let backup = folder.join(backup);
    let key = key(&folder, key_file);
    assert_eq!(check_key(&backup, &key).unwrap(), KeyCheck::Fits);
    let verified = decrypt(&backup, &key, Vec::new(), &Limits::default(), &mut |_| {
        ControlFlow::Continue(())
    })
    .unwrap();
    let expected = std::fs::read(folder.join("msgstore.db")).unwrap();
    assert!(verified.inner == expected, "the plaintext differs");
    assert_eq!(verified.report.plaintext_bytes, expected.len() as u64);
    assert_eq!(verified.report.trailing_bytes, 0);
    assert_eq!(verified.report.checksum, Checksum::Ok);
    assert_eq!(verified.report.content, Content::Sqlite);
}

#[test]
fn the_crypt15_vector_decrypts_byte_for_byte() {
    decrypts_to_the_database("msgstore.db.crypt15", "encrypted_backup.key");
}

#[test]
fn the_crypt14_vector_decrypts_byte_for_byte() {
    decrypts_to_the_database("msgstore.db.crypt14", "key");
}

#[test]
fn the_vectors_are_inspected_without_a_key() {
    let Some(folder) = vectors() else { return };
    for (name, format, secret) in [
        (
            "msgstore.db.crypt15",
            Format::Crypt15,
            Secret::EndToEndUnstated,
        ),
        ("msgstore.db.crypt14", Format::Crypt14, Secret::DeviceKey),
    ] {
        let path = folder.join(name);
        let found = inspect(&path).unwrap();
        assert_eq!(found.format, format);
        assert_eq!(found.secret, secret);
        assert_eq!(found.end_to_end, Some(format == Format::Crypt15));
        assert_eq!(found.app_version.as_deref(), Some("2.22.5.13"));
        assert_eq!(found.phone_suffix.as_deref(), Some("67"));
        assert_eq!(found.backup_version, Some(0));
        assert!(
            !found.migrations_finished.contains(&10),
            "messages are in the legacy table"
        );
        assert!(found.migrations_finished.contains(&5));
        let sum = checksum(&path, &mut |_, _| ControlFlow::Continue(())).unwrap();
        assert_eq!(sum, Checksum::Ok);
    }
    let plain = inspect(&folder.join("msgstore.db")).unwrap();
    assert_eq!(plain.format, Format::Sqlite);
    for key_file in ["key", "encrypted_backup.key"] {
        let found = inspect(&folder.join(key_file)).unwrap();
        assert_eq!((found.format, found.whole), (Format::KeyFile, None));
    }
}

#[test]
fn a_slip_in_the_vectors_own_digits_is_found() {
    let Some(folder) = vectors() else { return };
    let backup = folder.join("msgstore.db.crypt15");
    let key = key(&folder, "encrypted_backup.key");
    let mut digits = latchkey_backup::write::digits(key.root().unwrap()).to_string();
    let wrong = if digits.starts_with('f') { "e" } else { "f" };
    digits.replace_range(0..1, wrong);
    let repair = propose_repair(&backup, &digits)
        .unwrap()
        .expect("one wrong digit");
    assert!(repair.key.is_same(&key));
}
