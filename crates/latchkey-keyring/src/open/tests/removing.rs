//! Claims about removing ways in, renaming them, and changing the key of the index.

use super::*;
use crate::document::SlotKind;
use crate::envelope::{UnsealError, unseal};

/// Opened from disk with the kit, as most changes are.
fn opened(kit: &RecoveryKit, path: &Path) -> OpenKeyring {
    LockedKeyring::read(path)
        .unwrap()
        .open(&kit.identity())
        .unwrap()
}

fn kit_slot(keyring: &OpenKeyring) -> SlotId {
    let mut slots = keyring.slots();
    let kit = slots.find(|slot| matches!(slot.kind, SlotKind::Recovery { .. }));
    kit.unwrap().id.clone()
}

#[test]
fn a_removed_slot_opens_nothing_that_is_written_after() {
    let (_folder, path) = place();
    let mut kit = RecoveryKit::generate();
    let mut keyring = keyring_for(&mut kit);
    keyring.add_root_key(&[7; 32], now()).unwrap();
    let (slot, words) = keyring.add_passphrase_at("", QUICK, now()).unwrap();
    keyring.save(&path).unwrap();
    let gone = LockedKeyring::read(&path)
        .unwrap()
        .identity_from_passphrase(None, words.as_str())
        .unwrap();
    let mut keyring = opened(&kit, &path);
    let old_index = *keyring.index_key().as_bytes();
    keyring.remove_slot(&slot, now()).unwrap();
    let next = *keyring.next_index_key().unwrap().as_bytes();
    assert_ne!(next, old_index);
    keyring.save(&path).unwrap();
    for entry in &keyring.document.secrets {
        let opened = unseal(&entry.value.age, &gone.keys);
        assert!(
            matches!(opened, Err(UnsealError::NotForUs)),
            "{:?}",
            entry.value.kind
        );
    }
    assert!(LockedKeyring::read(&path).unwrap().open(&gone).is_err());
    // Read again in the middle of the re-keying, both keys are there.
    let mut keyring = opened(&kit, &path);
    assert_eq!(keyring.index_key().as_bytes(), &old_index);
    assert_eq!(keyring.next_index_key().unwrap().as_bytes(), &next);
    assert!(keyring.finish_rekey() && !keyring.finish_rekey());
    keyring.save(&path).unwrap();
    let keyring = opened(&kit, &path);
    assert_eq!(
        (keyring.index_key().as_bytes(), keyring.next_index_key()),
        (&next, None)
    );
    assert_eq!(
        keyring
            .root_keys()
            .map(|(_, key)| *key.as_bytes())
            .collect::<Vec<_>>(),
        [[7; 32]]
    );
}

#[test]
fn the_last_kit_stays_while_there_is_a_passkey() {
    let (_folder, path) = place();
    let mut kit = RecoveryKit::generate();
    let mut keyring = keyring_for(&mut kit);
    let mut key = KnownPasskey::new(AuthenticatorKind::SecurityKey, 1);
    let passkey = keyring
        .add_passkey("", &mut key, &Typist::default(), now())
        .unwrap();
    let first = kit_slot(&keyring);
    keyring.save(&path).unwrap();
    assert!(matches!(
        keyring.remove_slot(&first, now()),
        Err(RemoveSlotError::LastRecovery)
    ));
    let second = keyring
        .add_recovery(RecoveryKit::generate().recipient(), now())
        .unwrap();
    keyring.remove_slot(&first, now()).unwrap();
    keyring.save(&path).unwrap();
    assert!(matches!(
        keyring.remove_slot(&second, now()),
        Err(RemoveSlotError::LastRecovery)
    ));
    keyring.finish_rekey();
    keyring.save(&path).unwrap();
    keyring.remove_slot(&passkey, now()).unwrap();
    assert!(matches!(
        keyring.remove_slot(&second, now()),
        Err(RemoveSlotError::LastSlot)
    ));
    assert!(matches!(
        keyring.remove_slot(&passkey, now()),
        Err(RemoveSlotError::UnknownSlot)
    ));
}

#[test]
fn a_slot_that_was_never_written_is_dropped_without_a_rekey() {
    let (_folder, path) = place();
    let mut kit = RecoveryKit::generate();
    let mut keyring = keyring_for(&mut kit);
    keyring.save(&path).unwrap();
    let (slot, words) = keyring.add_passphrase_at("", QUICK, now()).unwrap();
    let identity = keyring
        .rehearse()
        .identity_from_passphrase(None, words.as_str())
        .unwrap();
    keyring.remove_slot(&slot, now()).unwrap();
    assert_eq!(keyring.next_index_key(), None);
    keyring.save(&path).unwrap();
    assert!(LockedKeyring::read(&path).unwrap().open(&identity).is_err());
}

#[test]
fn a_rekey_that_was_written_is_finished_before_the_next_removal() {
    let (_folder, path) = place();
    let mut kit = RecoveryKit::generate();
    let mut keyring = keyring_for(&mut kit);
    let (one, _) = keyring.add_passphrase_at("", QUICK, now()).unwrap();
    let (two, _) = keyring.add_passphrase_at("", QUICK, now()).unwrap();
    let (three, _) = keyring.add_passphrase_at("", QUICK, now()).unwrap();
    keyring.save(&path).unwrap();
    // Two at once share one re-keying: its key was never on disk in between.
    keyring.remove_slot(&one, now()).unwrap();
    let next = *keyring.next_index_key().unwrap().as_bytes();
    keyring.remove_slot(&two, now()).unwrap();
    assert_eq!(keyring.next_index_key().unwrap().as_bytes(), &next);
    assert!(matches!(
        keyring.begin_rekey(now()),
        Err(BeginRekeyError::UnderWay)
    ));
    keyring.save(&path).unwrap();
    assert!(matches!(
        keyring.remove_slot(&three, now()),
        Err(RemoveSlotError::RekeyUnderWay)
    ));
    keyring.finish_rekey();
    assert!(
        matches!(
            keyring.remove_slot(&three, now()),
            Err(RemoveSlotError::RekeyUnderWay)
        ),
        "not before it is on disk"
    );
    keyring.save(&path).unwrap();
    keyring.remove_slot(&three, now()).unwrap();
}

#[test]
fn after_its_opener_was_removed_a_keyring_is_proved_by_another_way() {
    let (_folder, path) = place();
    let mut kit = RecoveryKit::generate();
    let mut keyring = keyring_for(&mut kit);
    let (old, words) = keyring.add_passphrase_at("", QUICK, now()).unwrap();
    keyring.save(&path).unwrap();
    let locked = LockedKeyring::read(&path).unwrap();
    let identity = locked
        .identity_from_passphrase(Some(&old), words.as_str())
        .unwrap();
    let mut keyring = locked.open(&identity).unwrap();
    assert_eq!(keyring.opened_by(), Some(old.as_str()));
    let (new, _) = keyring.add_passphrase_at("", QUICK, now()).unwrap();
    keyring.remove_slot(&old, now()).unwrap();
    assert_eq!(keyring.opened_by(), Some(new.as_str()));
    keyring.save(&path).unwrap();
    assert!(opened(&kit, &path).secrets.equal(&keyring.secrets));
}

#[test]
fn a_rename_and_a_test_leave_everything_else_its_bytes() {
    let (_folder, path) = place();
    let mut kit = RecoveryKit::generate();
    let mut keyring = keyring_for(&mut kit);
    let (slot, _) = keyring.add_passphrase_at("old", QUICK, now()).unwrap();
    keyring.save(&path).unwrap();
    let texts = |keyring: &OpenKeyring| -> Vec<String> {
        let secrets = keyring
            .document
            .secrets
            .iter()
            .map(|entry| entry.raw.get().to_owned());
        let slots = keyring
            .document
            .slots
            .iter()
            .take(1)
            .map(|entry| entry.raw.get().to_owned());
        secrets.chain(slots).collect()
    };
    let before = texts(&keyring);
    keyring.rename_slot(&slot, "new \"name\"").unwrap();
    let later = "2026-12-24T18:00:00.75Z".parse().unwrap();
    keyring.mark_tested(&slot, later).unwrap();
    assert_eq!(keyring.rename_slot("none", ""), Err(UnknownSlotError));
    keyring.save(&path).unwrap();
    let keyring = opened(&kit, &path);
    assert_eq!(texts(&keyring), before);
    let changed = keyring.slots().nth(1).unwrap();
    assert_eq!(changed.label, "new \"name\"");
    assert_eq!(
        changed.last_tested,
        Some("2026-12-24T18:00:00Z".parse().unwrap())
    );
}

#[test]
fn a_kit_that_opens_it_already_keeps_its_slot() {
    let mut kit = RecoveryKit::generate();
    let mut keyring = keyring_for(&mut kit);
    let first = kit_slot(&keyring);
    assert_eq!(keyring.add_recovery(kit.recipient(), now()).unwrap(), first);
    assert_eq!(keyring.slots().len(), 1);
}

#[test]
fn the_sixty_fifth_way_in_is_refused() {
    let mut kit = RecoveryKit::generate();
    let mut keyring = keyring_for(&mut kit);
    for _ in 1..MAX_SLOTS {
        keyring
            .add_recovery(RecoveryKit::generate().recipient(), now())
            .unwrap();
    }
    let more = keyring.add_recovery(RecoveryKit::generate().recipient(), now());
    assert!(matches!(more, Err(AddSlotError::TooManySlots)));
    assert!(matches!(
        keyring.add_passphrase_at("", QUICK, now()),
        Err(AddSlotError::TooManySlots)
    ));
    keyring.rehearse().open(&kit.identity()).unwrap();
}

#[test]
fn a_keyring_that_no_reader_would_take_is_not_written() {
    let (_folder, path) = place();
    let mut kit = RecoveryKit::generate();
    let mut keyring = keyring_for(&mut kit);
    keyring.document.slots[0].rename(&"a".repeat(1_100_000));
    assert!(matches!(
        keyring.save(&path),
        Err(SaveKeyringError::TooLarge)
    ));
    assert!(!path.exists());
}
