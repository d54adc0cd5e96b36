//! Vectors as files: `tests/vectors/{valid,invalid}/…`, each a readable header, an empty line, and the raw
//! backup. A new case needs no code, only a file. `UPDATE_EXPECTED=1` rewrites the made-up ones.
//!
//! Header lines: `expect:` (`ok` or an error code), `key:` (64 digits) or `key-file:` (hex of a key file),
//! and any of `format:`, `secret:`, `checksum:` (before the key), `key-verdict:`, `content:`, `trailing:`,
//! `plaintext-sha256:`. `comment:` says what the case shows.

mod cases;

use crate::phones::*;
use crate::verdicts::open;
use latchkey_backup::write::{DeviceKeyFields, device_key_file};
use latchkey_backup::{
    BackupKey, Content, DecryptError, DecryptReport, KeyVerdict, checksum, inspect,
};
use sha2::{Digest, Sha256};
use std::collections::BTreeMap;
use std::ops::ControlFlow;
use std::path::{Path, PathBuf};

type Header = BTreeMap<String, String>;

fn folder(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("tests/vectors")
        .join(name)
}

fn read(path: &Path) -> (Header, Vec<u8>) {
    let file = std::fs::read(path).unwrap();
    let end = file.windows(2).position(|pair| pair == b"\n\n");
    let end = end.unwrap_or_else(|| panic!("{}: no empty line", path.display()));
    let text = std::str::from_utf8(&file[..end]).unwrap();
    let header = text
        .lines()
        .map(|line| {
            line.split_once(": ")
                .unwrap_or_else(|| panic!("no name: {line}"))
        })
        .map(|(name, value)| (name.to_owned(), value.to_owned()))
        .collect();
    (header, file[end + 2..].to_vec())
}

fn key_of(header: &Header) -> BackupKey {
    match (header.get("key"), header.get("key-file")) {
        (Some(digits), None) => BackupKey::from_digits(digits).unwrap(),
        (None, Some(file)) => BackupKey::from_bytes(&hex::decode(file).unwrap()).unwrap(),
        _ => panic!("a vector needs `key:` or `key-file:`"),
    }
}

/// The outcome in the words of the vectors' headers.
fn outcome_words(outcome: &Result<(Vec<u8>, DecryptReport), DecryptError>) -> Header {
    let mut words = Header::new();
    let mut say = |name: &str, value: String| words.insert(name.into(), value);
    match outcome {
        Ok((plaintext, report)) => {
            say("expect", "ok".into());
            let content = match report.content {
                Content::Sqlite => "sqlite",
                Content::Zip => "zip",
                Content::Json => "json",
                _ => "other",
            };
            say("content", content.into());
            say("trailing", report.trailing_bytes.to_string());
            say("checksum-after", report.checksum.as_str().into());
            say("plaintext-sha256", hex::encode(Sha256::digest(plaintext)));
        }
        Err(DecryptError::Damaged { key, .. }) => {
            say("expect", "damaged".into());
            let verdict = match key {
                KeyVerdict::Fits => "fits",
                KeyVerdict::Unknown => "unknown",
            };
            say("key-verdict", verdict.into());
        }
        Err(error) => {
            let code = match error {
                DecryptError::WrongKey => "wrong_key",
                DecryptError::WrongKeyOrDamaged => "wrong_key_or_damaged",
                DecryptError::WrongKindOfKey { .. } => "wrong_kind_of_key",
                DecryptError::NotABackup | DecryptError::NotEncrypted { .. } => "not_a_backup",
                DecryptError::UnknownVersion { .. } => "unknown_version",
                DecryptError::TooLarge { .. } => "too_large",
                other => panic!("no word for {other:?}"),
            };
            say("expect", code.into());
        }
    }
    words
}

/// What the file says of itself and what decrypting it comes to.
fn actual(desk: &Desk, header: &Header, bytes: &[u8]) -> Header {
    let backup = desk.put("backup", bytes);
    let found = inspect(&backup).unwrap();
    let mut words = outcome_words(&open(&backup, &key_of(header)));
    words.insert("format".into(), found.format.as_str().into());
    words.insert("secret".into(), found.secret.as_str().into());
    let sum = checksum(&backup, &mut |_, _| ControlFlow::Continue(())).unwrap();
    words.insert("checksum".into(), sum.as_str().into());
    words
}

#[test]
fn every_vector_file_gives_what_its_header_expects() {
    if std::env::var_os("UPDATE_EXPECTED").is_some() {
        write_vectors();
    }
    let desk = Desk::new();
    let mut count = 0;
    for (kind, is_valid) in [("valid", true), ("invalid", false)] {
        for entry in std::fs::read_dir(folder(kind)).unwrap() {
            let path = entry.unwrap().path();
            let name = path.file_name().unwrap().to_string_lossy().into_owned();
            let (header, bytes) = read(&path);
            let actual = actual(&desk, &header, &bytes);
            assert_eq!(
                header["expect"] == "ok",
                is_valid,
                "{name} lies in the wrong folder"
            );
            for (field, value) in &header {
                if !["comment", "key", "key-file"].contains(&field.as_str()) {
                    assert_eq!(actual.get(field), Some(value), "{name}: {field}");
                }
            }
            count += 1;
        }
    }
    assert!(count >= 40, "only {count} vectors");
}

/// A case to write: name, comment, key, bytes.
struct Case(&'static str, &'static str, Key, Vec<u8>);

#[derive(Clone, Copy)]
enum Key {
    Root([u8; 32]),
    Device([u8; 32]),
}

fn write_vectors() {
    let desk = Desk::new();
    for kind in ["valid", "invalid"] {
        let _ = std::fs::remove_dir_all(folder(kind));
        std::fs::create_dir_all(folder(kind)).unwrap();
    }
    for Case(name, comment, key, bytes) in cases::all() {
        let mut header = Header::new();
        match key {
            Key::Root(root) => header.insert("key".into(), hex::encode(root)),
            Key::Device(key) => {
                let file = device_key_file(&DeviceKeyFields { key, ..device() });
                header.insert("key-file".into(), hex::encode(&*file))
            }
        };
        let actual = actual(&desk, &header, &bytes);
        let valid = actual["expect"] == "ok";
        let mut text = format!("expect: {}\ncomment: {comment}\n", actual["expect"]);
        for (field, value) in header.iter().chain(&actual) {
            if field != "expect" {
                text.push_str(&format!("{field}: {value}\n"));
            }
        }
        let mut file = text.into_bytes();
        file.push(b'\n');
        file.extend(bytes);
        let path = folder(if valid { "valid" } else { "invalid" }).join(name);
        std::fs::write(path, file).unwrap();
    }
}
