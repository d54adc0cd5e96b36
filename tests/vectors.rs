//! The public test vectors, where they are: they decrypt byte for byte and restore. They are no part of this repository.

use std::path::{Path, PathBuf};

use latchkey_tests::arguments;
use latchkey_tests::cli::{restore, run};
use latchkey_tests::home::Home;
use latchkey_tests::skipped;

/// `shared/vectors` beside the repository or above it.
fn vectors() -> Option<PathBuf> {
    let start = Path::new(env!("CARGO_MANIFEST_DIR"));
    let found = start
        .ancestors()
        .map(|folder| folder.join("shared/vectors"))
        .find(|folder| folder.is_dir());
    if found.is_none() {
        skipped("vectors", "shared/vectors lies in no folder above");
    }
    found
}

fn decrypts_byte_for_byte(backup: &str, key: &str) {
    let Some(vectors) = vectors() else { return };
    let home = Home::new();
    let out = home.path("work/plain.db");
    let done = run(
        &home,
        &arguments![
            "decrypt",
            vectors.join(backup),
            "--key-file",
            vectors.join(key),
            "--out",
            &out
        ],
    );
    let _ = done.ended_with(0);
    assert!(std::fs::read(out).unwrap() == std::fs::read(vectors.join("msgstore.db")).unwrap());
}

#[test]
fn crypt15_decrypts_byte_for_byte() {
    decrypts_byte_for_byte("msgstore.db.crypt15", "encrypted_backup.key");
}

#[test]
fn crypt14_decrypts_byte_for_byte() {
    decrypts_byte_for_byte("msgstore.db.crypt14", "key");
}

#[test]
fn both_restore_to_the_same_history() {
    let Some(vectors) = vectors() else { return };
    let home = Home::new();
    let index = home.path("work/history");
    let (newer, older) = (
        vectors.join("msgstore.db.crypt15"),
        vectors.join("msgstore.db.crypt14"),
    );
    let first = restore(
        &home,
        &newer,
        &vectors.join("encrypted_backup.key"),
        &index,
        &[],
    )
    .ended_with(0)
    .json();
    // ten rows in the old table, one of them its placeholder
    assert_eq!(first["source_rows"], 10);
    assert_eq!(first["messages"], 9);
    let second = restore(&home, &older, &vectors.join("key"), &index, &[])
        .ended_with(0)
        .json();
    assert_eq!(second["new"], 0);
}

#[test]
fn the_wrong_kind_of_key_is_named() {
    let Some(vectors) = vectors() else { return };
    let home = Home::new();
    let index = home.path("work/history");
    let done = restore(
        &home,
        &vectors.join("msgstore.db.crypt15"),
        &vectors.join("key"),
        &index,
        &[],
    );
    assert_eq!(done.ended_with(2).error_code(), "wrong_kind_of_key");
}
