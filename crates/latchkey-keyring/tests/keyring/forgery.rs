//! Whoever cannot open a keyring cannot change it unnoticed.

use ed25519_dalek::SigningKey;
use latchkey_keyring::{
    Authenticity, LockedKeyring, OpenKeyringError, ReadKeyringError, SlotIdentity,
};
use serde_json::json;

use crate::stranger::{Draft, KIT, pinned, sign};

fn unpinned() -> SlotIdentity {
    SlotIdentity::parse(KIT).unwrap()
}

fn pinned_to(draft: &Draft) -> SlotIdentity {
    SlotIdentity::parse(&pinned(KIT, "aa00000000000001", &draft.signer)).unwrap()
}

fn is_tampered(bytes: &[u8], identity: &SlotIdentity) -> bool {
    match LockedKeyring::from_bytes(bytes) {
        Ok(locked) => matches!(locked.open(identity), Err(OpenKeyringError::Tampered)),
        Err(error) => matches!(error, ReadKeyringError::Tampered),
    }
}

#[test]
fn every_flipped_byte_is_refused_with_its_own_code() {
    let bytes = Draft::every_kind().sign();
    let mark = |text: &str| {
        let at = bytes
            .windows(text.len())
            .position(|w| w == text.as_bytes())
            .unwrap();
        at..at + text.len()
    };
    let name = mark("\"latchkey_keyring\"");
    let version = mark("\"latchkey_keyring\": 1").end - 1;
    for at in 0..bytes.len() {
        for bit in [0x01, 0x20, 0x80] {
            let mut changed = bytes.clone();
            changed[at] ^= bit;
            match LockedKeyring::from_bytes(&changed) {
                Err(ReadKeyringError::Tampered) => {}
                Err(ReadKeyringError::NotAKeyring) if name.contains(&at) => {}
                Err(ReadKeyringError::UnknownVersion { .. }) if at == version => {}
                other => panic!("byte {at}, bit {bit:#x}: {other:?}"),
            }
        }
    }
}

#[test]
fn every_cut_is_refused() {
    let bytes = Draft::recovery_only().sign();
    for len in 0..bytes.len() {
        assert!(
            LockedKeyring::from_bytes(&bytes[..len]).is_err(),
            "{len} bytes"
        );
    }
}

#[test]
fn other_files_are_not_keyrings() {
    for bytes in [
        &b""[..],
        b"{}\n",
        b"SQLite format 3\0",
        b"\x50\x4b\x03\x04",
        &[0xff; 4096],
    ] {
        assert!(matches!(
            LockedKeyring::from_bytes(bytes),
            Err(ReadKeyringError::NotAKeyring)
        ));
    }
}

#[test]
fn a_newer_version_is_named() {
    let mut draft = Draft::recovery_only();
    draft.value["latchkey_keyring"] = json!(2);
    let found = LockedKeyring::from_bytes(&draft.sign()).unwrap_err();
    assert!(matches!(
        found,
        ReadKeyringError::UnknownVersion { found: 2 }
    ));
}

#[test]
fn somebody_elses_identity_opens_nothing() {
    let key = age::x25519::Identity::generate();
    let text = age::secrecy::ExposeSecret::expose_secret(&key.to_string()).to_owned();
    let other = SlotIdentity::parse(&text).unwrap();
    let locked = LockedKeyring::from_bytes(&Draft::every_kind().sign()).unwrap();
    assert!(matches!(
        locked.open(&other),
        Err(OpenKeyringError::NoMatchingSlot)
    ));
}

/// An editor without any slot makes everything anew for the real recipients, under the real keyring id.
fn forged() -> Draft {
    let mut draft = Draft::recovery_only();
    let own = SigningKey::from_bytes(&[0x66; 32]);
    draft.put_secret("5100000000000001", "signing_key", own.as_bytes());
    draft.put_secret("5100000000000002", "index_key", &[0x66; 32]);
    draft.put_secret("5100000000000003", "root_key", &[0x66; 32]);
    draft.value["signed_by"] = json!(base64::Engine::encode(
        &base64::prelude::BASE64_STANDARD,
        own.verifying_key().to_bytes()
    ));
    draft.value["generation"] = json!(8);
    draft.signer = own;
    draft
}

#[test]
fn fresh_secrets_for_the_real_recipients_are_refused_by_a_pinned_identity() {
    assert!(is_tampered(
        &forged().sign(),
        &pinned_to(&Draft::recovery_only())
    ));
}

#[test]
fn an_unpinned_identity_shows_another_fingerprint_for_them() {
    let real = LockedKeyring::from_bytes(&Draft::recovery_only().sign())
        .unwrap()
        .open(&unpinned())
        .unwrap();
    let fake = LockedKeyring::from_bytes(&forged().sign())
        .unwrap()
        .open(&unpinned())
        .unwrap();
    assert_eq!(fake.authenticity(), Authenticity::Unpinned);
    assert_ne!(fake.fingerprint(), real.fingerprint());
}

#[test]
fn signing_with_another_key_is_refused_even_unpinned() {
    let mut draft = Draft::recovery_only();
    draft.signer = SigningKey::from_bytes(&[0x66; 32]);
    assert!(
        is_tampered(&draft.sign(), &unpinned()),
        "signature by a key the file does not state"
    );
    draft.value["signed_by"] = json!(base64::Engine::encode(
        &base64::prelude::BASE64_STANDARD,
        draft.signer.verifying_key().to_bytes()
    ));
    assert!(
        is_tampered(&draft.sign(), &unpinned()),
        "signing secret and stated key differ"
    );
}

#[test]
fn a_keyring_that_the_identity_was_not_made_for_is_refused() {
    let mut draft = Draft::recovery_only();
    let identity = pinned_to(&draft);
    draft.value["id"] = json!("ffeeddccbbaa99887766554433221100");
    assert!(
        is_tampered(&draft.sign(), &identity),
        "another keyring of the same signer"
    );
    draft.value["id"] = json!(crate::stranger::KEYRING);
    draft.value["slots"][0]["id"] = json!("aa00000000000009");
    assert!(is_tampered(&draft.sign(), &identity), "another slot");
}

#[test]
fn a_secret_of_the_wrong_shape_is_refused() {
    let mut draft = Draft::recovery_only();
    draft.put_secret("5100000000000003", "root_key", &[0x43; 31]);
    assert!(is_tampered(&draft.sign(), &unpinned()));
}

#[test]
fn a_document_that_breaks_a_rule_is_refused() {
    type Break = fn(&mut Draft);
    let broken: [(&str, Break); 9] = [
        ("generation zero", |d| d.value["generation"] = json!(0)),
        ("generation beyond 2^53", |d| {
            d.value["generation"] = json!(1u64 << 53)
        }),
        ("no slots", |d| d.value["slots"] = json!([])),
        ("a slot twice", |d| {
            let slot = d.value["slots"][0].clone();
            d.value["slots"] = json!([slot.clone(), slot]);
        }),
        ("a slot without recipient", |d| {
            d.value["slots"][0]["recipient"] = json!("age1")
        }),
        ("an id that is a path", |d| d.value["id"] = json!("../etc")),
        ("no index key", |d| {
            d.value["secrets"].as_array_mut().unwrap().remove(1);
        }),
        ("a time with fractions", |d| {
            d.value["created"] = json!("2026-11-22T10:00:00.5Z")
        }),
        ("index format is no object", |d| {
            d.value["index_format"] = json!([])
        }),
    ];
    for (rule, break_it) in broken {
        let mut draft = Draft::recovery_only();
        break_it(&mut draft);
        assert!(is_tampered(&draft.sign(), &unpinned()), "{rule}");
    }
}

#[test]
fn a_member_that_stands_twice_is_refused() {
    let draft = Draft::recovery_only();
    let document = serde_json::to_string_pretty(&draft.value).unwrap();
    let twice = format!(
        "{}, \"id\": \"00\"}}\n",
        document.strip_suffix('}').unwrap()
    );
    assert!(is_tampered(&sign(&twice, &draft.signer), &unpinned()));
}
