//! Keyring files of version 1 that must open for ever, and their (made-up) identities.
//!
//! They are never rewritten: a change that cannot open them is a new format version.

use std::path::{Path, PathBuf};

use latchkey_keyring::{
    Authenticator, Authenticity, LockedKeyring, PasskeySlot, SlotIdentity, SlotKind,
};
use latchkey_passkey::AuthenticatorKind;

use crate::forged_slots::Constant;
use crate::known_passkeys::{KnownPasskey, Typist};
use crate::stranger::{DEVICE, FIDO2, INDEX, KIT, PRF, Prf, ROOT, TPM, WORDS, decrypt};

fn golden(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("tests/golden")
        .join(name)
}

fn identity(name: &str) -> SlotIdentity {
    SlotIdentity::parse(&std::fs::read_to_string(golden(name)).unwrap()).unwrap()
}

/// What the made-up passkey of a slot answers.
fn prf_of(passkey: &PasskeySlot) -> Prf {
    let label = if passkey.authenticator == Authenticator::Tpm {
        TPM
    } else {
        FIDO2
    };
    Prf {
        label,
        outputs: PRF,
        nonce: [0; 16],
    }
}

/// Every secret of the file that the stranger wrote.
fn opens_everything(locked: LockedKeyring, identity: &SlotIdentity) -> Authenticity {
    let open = locked.open(identity).unwrap();
    assert_eq!(open.index_key().as_bytes(), &INDEX);
    assert_eq!(
        open.root_keys()
            .map(|(_, key)| *key.as_bytes())
            .collect::<Vec<_>>(),
        [ROOT]
    );
    assert_eq!(
        open.device_keys()
            .map(|(_, key)| *key.as_bytes())
            .collect::<Vec<_>>(),
        [DEVICE]
    );
    open.authenticity()
}

#[test]
fn a_keyring_that_latchkey_wrote_opens_for_ever() {
    let open = LockedKeyring::read(&golden("recovery.latchkey"))
        .unwrap()
        .open(&identity("recovery.identity.txt"))
        .unwrap();
    assert_eq!(open.authenticity(), Authenticity::Pinned);
    let expected = std::fs::read_to_string(golden("recovery.expected.txt")).unwrap();
    let root = open.root_keys().next().unwrap().1;
    let found = format!(
        "index {}\nroot {}\nfingerprint {}\n",
        hex::encode(open.index_key().as_bytes()),
        hex::encode(root.as_bytes()),
        open.fingerprint()
    );
    assert_eq!(found, expected);
}

#[test]
fn a_keyring_that_a_stranger_wrote_opens_for_ever() {
    let locked = LockedKeyring::read(&golden("recovery-by-a-stranger.latchkey")).unwrap();
    assert_eq!(
        opens_everything(locked, &identity("recovery-by-a-stranger.identity.txt")),
        Authenticity::Pinned
    );
    let bare = LockedKeyring::read(&golden("recovery-by-a-stranger.latchkey")).unwrap();
    assert_eq!(
        opens_everything(bare, &SlotIdentity::parse(KIT).unwrap()),
        Authenticity::Unpinned
    );
}

#[test]
fn every_kind_of_slot_is_listed_and_the_kit_opens_beside_it() {
    let locked = LockedKeyring::read(&golden("every-kind.latchkey")).unwrap();
    let kinds: Vec<&SlotKind> = locked.slots().map(|slot| &slot.kind).collect();
    assert!(matches!(kinds[0], SlotKind::Recovery { .. }));
    assert!(
        matches!(kinds[1], SlotKind::Passkey(p) if p.authenticator == Authenticator::SecurityKey)
    );
    assert!(
        matches!(kinds[2], SlotKind::Passkey(p) if p.authenticator == Authenticator::Phone && p.credential_id == [0x49; 32])
    );
    assert!(matches!(kinds[3], SlotKind::Passkey(p) if p.authenticator == Authenticator::Tpm));
    assert!(matches!(kinds[4], SlotKind::Passphrase { .. }));
    assert!(matches!(kinds[5], SlotKind::Unknown(kind) if kind == "crystal_ball"));
    assert_eq!(locked.generation(), 7);
    assert_eq!(
        locked.accounts().next().unwrap().phone_suffix.as_deref(),
        Some("21")
    );
    opens_everything(locked, &SlotIdentity::parse(KIT).unwrap());
}

#[test]
fn the_passkey_slots_open_with_the_prf_output_and_are_pinned() {
    let read = || LockedKeyring::read(&golden("every-kind.latchkey")).unwrap();
    for slot in read().slots() {
        let SlotKind::Passkey(passkey) = &slot.kind else {
            continue;
        };
        let text = decrypt(&passkey.identity, &prf_of(passkey));
        let identity = SlotIdentity::parse(&text).unwrap();
        assert_eq!(opens_everything(read(), &identity), Authenticity::Pinned);
    }
}

#[test]
fn the_slots_open_as_a_person_opens_them() {
    let read = || LockedKeyring::read(&golden("every-kind.latchkey")).unwrap();
    for slot in read().slots() {
        let Some(credential) = slot.passkey() else {
            continue;
        };
        let mut passkey = Constant(credential.kind, PRF);
        let identity = read().identity_from_passkey(&slot.id, &mut passkey, &Typist::default());
        let authenticity = opens_everything(read(), &identity.unwrap());
        assert_eq!(authenticity, Authenticity::Pinned);
    }
    let identity = read().identity_from_passphrase(None, WORDS).unwrap();
    assert_eq!(opens_everything(read(), &identity), Authenticity::Pinned);
    let tpm = read().slots().find_map(|slot| slot.passkey()?.tpm).unwrap();
    assert_eq!(
        (tpm.parent_name, tpm.pin_salt),
        (vec![0x4a; 34], [0x4b; 16])
    );
    assert_eq!(tpm.argon2id.memory_kib, 65_536);
}

#[test]
fn the_passphrase_slot_opens_with_its_words() {
    let locked = LockedKeyring::read(&golden("every-kind.latchkey")).unwrap();
    let wrapped = locked.slots().find_map(|slot| match &slot.kind {
        SlotKind::Passphrase { identity } => Some(identity.clone()),
        _ => None,
    });
    let text = decrypt(
        &wrapped.unwrap(),
        &age::scrypt::Identity::new(WORDS.to_owned().into()),
    );
    assert_eq!(
        opens_everything(locked, &SlotIdentity::parse(&text).unwrap()),
        Authenticity::Pinned
    );
}

#[test]
fn the_slots_that_latchkey_wrapped_open_for_ever() {
    let read = || LockedKeyring::read(&golden("ways-in.latchkey")).unwrap();
    let expected = std::fs::read_to_string(golden("ways-in.expected.txt")).unwrap();
    let (words, index) = expected.split_once('\n').unwrap();
    let mut identities = vec![read().identity_from_passphrase(None, words).unwrap()];
    for slot in read().slots() {
        if let Some(credential) = slot.passkey() {
            let mut device = KnownPasskey::new(credential.kind, credential.id[0]);
            device.hold(&credential.id);
            let identity = read().identity_from_passkey(&slot.id, &mut device, &Typist::default());
            identities.push(identity.unwrap());
        }
    }
    assert_eq!(identities.len(), 4);
    for identity in identities {
        let open = read().open(&identity).unwrap();
        assert_eq!(
            format!("{}\n", hex::encode(open.index_key().as_bytes())),
            index
        );
        assert_eq!(open.authenticity(), Authenticity::Pinned);
    }
}

/// How the golden file of wrapped slots was made. It exists: this refuses to touch it.
#[test]
#[ignore = "writes the golden file, once"]
fn write_the_golden_slots() {
    use crate::saving::{new_keyring, now};
    assert!(!golden("ways-in.latchkey").exists());
    let mut keyring = new_keyring(&latchkey_keyring::RecoveryKit::generate());
    let kinds = [
        AuthenticatorKind::SecurityKey,
        AuthenticatorKind::Phone,
        AuthenticatorKind::Tpm,
    ];
    for (seed, kind) in (1..).zip(kinds) {
        let mut device = KnownPasskey::new(kind, seed);
        keyring
            .add_passkey("", &mut device, &Typist::default(), now())
            .unwrap();
    }
    let (_, words) = keyring.add_passphrase("", now()).unwrap();
    keyring.save(&golden("ways-in.latchkey")).unwrap();
    let index = hex::encode(keyring.index_key().as_bytes());
    let expected = format!("{}\n{index}\n", words.as_str());
    std::fs::write(golden("ways-in.expected.txt"), expected).unwrap();
}

/// How the golden files were made. They exist: this refuses to touch them.
#[test]
#[ignore = "writes the golden files, once"]
fn write_the_golden_files() {
    use crate::stranger::{Draft, pinned};
    use latchkey_keyring::{AccountHint, IndexFormat, NewKeyring, OpenKeyring, RecoveryKit};
    let keep = |name: &str, bytes: &[u8]| {
        use std::io::Write;
        std::fs::File::create_new(golden(name))
            .unwrap()
            .write_all(bytes)
            .unwrap();
    };
    for (name, draft) in [
        ("recovery-by-a-stranger", Draft::recovery_only()),
        ("every-kind", Draft::every_kind()),
    ] {
        keep(&format!("{name}.latchkey"), &draft.sign());
        keep(
            &format!("{name}.identity.txt"),
            pinned(KIT, "aa00000000000001", &draft.signer).as_bytes(),
        );
    }
    let now = "2026-11-22T10:00:00Z".parse().unwrap();
    let mut kit = RecoveryKit::generate();
    let mut keyring = OpenKeyring::create(NewKeyring {
        recipients: vec![kit.recipient().labelled("Recovery kit")],
        account: None,
        index_format: IndexFormat::from_json(r#"{"cipher": "sqlcipher-4", "page_size": 16384}"#)
            .unwrap(),
        now,
    })
    .unwrap();
    kit.remember(&keyring);
    let root = keyring.add_root_key(&ROOT, now).unwrap();
    keyring.add_account(AccountHint {
        phone_suffix: Some("21".into()),
        secret: Some(root),
    });
    keyring.save(&golden("recovery.latchkey")).unwrap();
    keep("recovery.identity.txt", kit.identity_file(now).as_bytes());
    let expected = format!(
        "index {}\nroot {}\nfingerprint {}\n",
        hex::encode(keyring.index_key().as_bytes()),
        hex::encode(ROOT),
        keyring.fingerprint()
    );
    keep("recovery.expected.txt", expected.as_bytes());
}
