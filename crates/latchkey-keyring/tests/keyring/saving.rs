//! A save loses nothing: not the old keyring, not a slot or member it does not understand.

use std::path::PathBuf;

use latchkey_keyring::{
    AccountHint, FILE_NAME, IndexFormat, LockedKeyring, NewKeyring, OpenKeyring, RecoveryKit,
    SaveKeyringError, SlotIdentity, SlotKind, Timestamp, previous_of,
};
use proptest::prelude::*;
use serde_json::{Value, value::RawValue};

use crate::stranger::{Draft, FIDO2, KIT, PRF, Prf, ROOT, decrypt};

pub fn now() -> Timestamp {
    "2026-11-22T11:00:00Z".parse().unwrap()
}

pub fn place() -> (tempfile::TempDir, PathBuf) {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join(FILE_NAME);
    (folder, path)
}

pub fn new_keyring(kit: &RecoveryKit) -> OpenKeyring {
    let index_format = IndexFormat::from_json(r#"{"page_size": 16384}"#).unwrap();
    OpenKeyring::create(NewKeyring {
        recipients: vec![kit.recipient()],
        account: None,
        index_format,
        now: now(),
    })
    .unwrap()
}

fn names_in(folder: &std::path::Path) -> Vec<String> {
    let mut names: Vec<String> = std::fs::read_dir(folder)
        .unwrap()
        .map(|entry| entry.unwrap().file_name().into_string().unwrap())
        .collect();
    names.sort();
    names
}

#[test]
fn a_new_keyring_opens_with_its_kit() {
    let (folder, path) = place();
    let mut kit = RecoveryKit::generate();
    let mut keyring = new_keyring(&kit);
    assert!(kit.remember(&keyring));
    keyring.save(&path).unwrap();
    let open = LockedKeyring::read(&path)
        .unwrap()
        .open(&kit.identity())
        .unwrap();
    assert_eq!(open.index_key(), keyring.index_key());
    assert_eq!((open.generation(), open.id()), (1, keyring.id()));
    assert_eq!(names_in(folder.path()), [FILE_NAME]);
}

#[test]
fn a_keyring_without_a_way_in_is_never_made() {
    let index_format = IndexFormat::from_json("{}").unwrap();
    let new = NewKeyring {
        recipients: Vec::new(),
        account: None,
        index_format,
        now: now(),
    };
    assert!(OpenKeyring::create(new).is_err());
}

#[test]
fn a_change_counts_one_generation_and_a_copy_none() {
    let (folder, path) = place();
    let kit = RecoveryKit::generate();
    let mut keyring = new_keyring(&kit);
    keyring.save(&path).unwrap();
    keyring.add_root_key(&ROOT, now()).unwrap();
    keyring.save(&path).unwrap();
    assert_eq!(keyring.generation(), 2);
    let copy = folder.path().join("copy.latchkey");
    keyring.save(&copy).unwrap();
    assert_eq!(keyring.generation(), 2);
    assert_eq!(std::fs::read(&copy).unwrap(), std::fs::read(&path).unwrap());
    assert_eq!(names_in(folder.path()), ["copy.latchkey", FILE_NAME]);
}

#[test]
fn a_key_that_is_there_already_is_not_added_again() {
    let kit = RecoveryKit::generate();
    let mut keyring = new_keyring(&kit);
    let id = keyring.add_root_key(&ROOT, now()).unwrap();
    assert_eq!(keyring.add_root_key(&ROOT, now()).unwrap(), id);
    assert_ne!(keyring.add_root_key(&[7; 32], now()).unwrap(), id);
    assert_eq!(keyring.root_keys().len(), 2);
}

#[test]
fn a_leftover_of_an_interrupted_save_is_taken_over() {
    let (folder, path) = place();
    let kit = RecoveryKit::generate();
    let mut keyring = new_keyring(&kit);
    keyring.save(&path).unwrap();
    std::fs::write(previous_of(&path), b"left behind").unwrap();
    keyring.add_root_key(&ROOT, now()).unwrap();
    keyring.save(&path).unwrap();
    assert_eq!(names_in(folder.path()), [FILE_NAME]);
}

#[test]
fn a_save_that_fails_leaves_the_old_keyring_and_the_old_count() {
    let (folder, path) = place();
    let kit = RecoveryKit::generate();
    let mut keyring = new_keyring(&kit);
    keyring.save(&path).unwrap();
    let before = std::fs::read(&path).unwrap();
    keyring.add_root_key(&ROOT, now()).unwrap();
    let gone = folder.path().join("no such folder").join(FILE_NAME);
    assert!(matches!(keyring.save(&gone), Err(SaveKeyringError::Io(_))));
    // A keyring that its own identity does not open is not put in place.
    keyring.prove_with(&RecoveryKit::generate().identity());
    assert!(matches!(
        keyring.save(&path),
        Err(SaveKeyringError::NotProven)
    ));
    assert_eq!(std::fs::read(&path).unwrap(), before);
    assert_eq!(keyring.generation(), 1);
    assert_eq!(names_in(folder.path()), [FILE_NAME]);
}

/// Every value of the document by its place, as exact text.
pub fn texts(bytes: &[u8], member: &str) -> Vec<String> {
    let document = bytes.split(|b| *b == b'\n').collect::<Vec<_>>();
    let document = document[..document.len() - 2].join(&b'\n');
    let members: std::collections::HashMap<String, Box<RawValue>> =
        serde_json::from_slice(&document).unwrap();
    match serde_json::from_str::<Vec<Box<RawValue>>>(members[member].get()) {
        Ok(items) => items.iter().map(|item| item.get().to_owned()).collect(),
        Err(_) => vec![members[member].get().to_owned()],
    }
}

#[test]
fn what_this_version_does_not_know_keeps_its_bytes() {
    let (_folder, path) = place();
    let before = Draft::every_kind().sign();
    let mut keyring = LockedKeyring::from_bytes(&before)
        .unwrap()
        .open(&SlotIdentity::parse(KIT).unwrap())
        .unwrap();
    keyring.add_root_key(&[7; 32], now()).unwrap();
    keyring.add_account(AccountHint {
        phone_suffix: Some("34".into()),
        secret: None,
    });
    keyring.save(&path).unwrap();
    let after = std::fs::read(&path).unwrap();
    for member in ["slots", "later", "index_format"] {
        assert_eq!(texts(&before, member), texts(&after, member), "{member}");
    }
    let (old, new) = (texts(&before, "secrets"), texts(&after, "secrets"));
    assert_eq!(old[..], new[..old.len()]);
    assert_eq!(new.len(), old.len() + 1);
}

#[test]
fn a_secret_added_with_the_kit_opens_with_the_passkey_too() {
    let (_folder, path) = place();
    let kit = SlotIdentity::parse(KIT).unwrap();
    let mut keyring = LockedKeyring::from_bytes(&Draft::every_kind().sign())
        .unwrap()
        .open(&kit)
        .unwrap();
    keyring.add_root_key(&[7; 32], now()).unwrap();
    keyring.save(&path).unwrap();
    let locked = LockedKeyring::read(&path).unwrap();
    let passkey = locked.slots().find_map(|slot| match &slot.kind {
        SlotKind::Passkey(passkey) => Some(passkey.identity.clone()),
        _ => None,
    });
    let prf = Prf {
        label: FIDO2,
        outputs: PRF,
        nonce: [0; 16],
    };
    let identity = SlotIdentity::parse(&decrypt(&passkey.unwrap(), &prf)).unwrap();
    let open = locked.open(&identity).unwrap();
    let keys: Vec<[u8; 32]> = open.root_keys().map(|(_, key)| *key.as_bytes()).collect();
    assert_eq!(keys, [ROOT, [7; 32]]);
    assert_eq!(open.generation(), 8);
}

#[test]
fn the_file_shows_no_secret() {
    let (_folder, path) = place();
    let kit = RecoveryKit::generate();
    let mut keyring = new_keyring(&kit);
    keyring.add_root_key(&ROOT, now()).unwrap();
    keyring.save(&path).unwrap();
    let text = std::fs::read_to_string(&path).unwrap();
    assert!(
        !text.contains(&hex::encode(ROOT))
            && !text.contains(&hex::encode(keyring.index_key().as_bytes()))
    );
    let document: Value = serde_json::from_str(text.split("\n--- ").next().unwrap()).unwrap();
    assert_eq!(document["secrets"].as_array().unwrap().len(), 3);
}

#[derive(Debug, Clone)]
enum Step {
    Root([u8; 32]),
    Device(u8),
    Account(u8),
    Save,
    Reopen,
}

fn step() -> impl Strategy<Value = Step> {
    prop_oneof![
        any::<[u8; 32]>().prop_map(Step::Root),
        any::<u8>().prop_map(Step::Device),
        (0u8..4).prop_map(Step::Account),
        Just(Step::Save),
        Just(Step::Reopen),
    ]
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(32))]

    #[test]
    fn whatever_was_added_is_there_after_opening_again(steps in proptest::collection::vec(step(), 1..10)) {
        let (_folder, path) = place();
        let mut kit = RecoveryKit::generate();
        let mut keyring = new_keyring(&kit);
        kit.remember(&keyring);
        keyring.save(&path).unwrap();
        let index = *keyring.index_key().as_bytes();
        let (mut roots, mut devices) = (Vec::new(), Vec::new());
        for step in steps {
            match step {
                Step::Root(key) => { keyring.add_root_key(&key, now()).unwrap(); if !roots.contains(&key) { roots.push(key) } }
                Step::Device(byte) => { keyring.add_device_key(&[byte; 131], now()).unwrap(); if !devices.contains(&byte) { devices.push(byte) } }
                Step::Account(n) => keyring.add_account(AccountHint { phone_suffix: Some(format!("{n:02}")), secret: None }),
                Step::Save => keyring.save(&path).unwrap(),
                Step::Reopen => {
                    keyring.save(&path).unwrap();
                    keyring = LockedKeyring::read(&path).unwrap().open(&kit.identity()).unwrap();
                }
            }
        }
        keyring.save(&path).unwrap();
        let open = LockedKeyring::read(&path).unwrap().open(&kit.identity()).unwrap();
        prop_assert_eq!(open.index_key().as_bytes(), &index);
        prop_assert_eq!(open.root_keys().map(|(_, k)| *k.as_bytes()).collect::<Vec<_>>(), roots);
        prop_assert_eq!(open.device_keys().map(|(_, k)| k.as_bytes()[0]).collect::<Vec<_>>(), devices);
        prop_assert_eq!(open.fingerprint(), keyring.fingerprint());
    }
}
