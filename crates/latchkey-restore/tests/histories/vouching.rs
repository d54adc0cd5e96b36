//! Nothing is put into a keyring that nobody vouches for, and a forged one does not push the real one out.

use std::cell::Cell;
use std::path::Path;

use latchkey_keyring::{
    Authenticity, FILE_NAME, LockedKeyring, OpenKeyring, RecoveryKit, UnknownSlotError,
};
use latchkey_restore::{
    ChangeKeyringError, ErrorCode, HasCode, History, RekeyError, Seen, SeenVerdict, change_keyring,
    mark_tested, prepare_keyring, rekey, remove_slot, rename_slot,
};

use crate::fixture::{Desk, now};
use crate::forging::{forge, seed, sign_as};
use crate::removing::{on, slot_of, with_two_kits};

/// A history as somebody else makes it for a public recipient: it opens with the kit, and they are in it, too.
fn forged_for(kit: &RecoveryKit) -> Desk {
    let desk = Desk::new();
    let backup = desk.backup(
        "msgstore.db.crypt15",
        &crate::fixture::small_phone(),
        &[0x66; 32],
        "21",
    );
    let target = latchkey_restore::Target::New {
        dir: desk.dir(),
        recipients: vec![desk.kit.recipient(), kit.recipient()],
    };
    let mut request = desk.request(&backup, target);
    request.key = latchkey_backup::BackupKey::from_bytes(&[0x66; 32]).unwrap();
    latchkey_restore::restore(request, &mut |_| std::ops::ControlFlow::Continue(())).unwrap();
    desk
}

fn open(dir: &Path, kit: &RecoveryKit, seen: &Seen) -> History {
    History::open(dir, &kit.identity(), seen, now()).unwrap()
}

#[test]
fn no_way_in_is_added_to_a_keyring_that_nobody_vouches_for() {
    let kit = RecoveryKit::generate();
    let forged = forged_for(&kit);
    let seen = Seen::at(&forged.path("the other computer.json"));
    let mut history = open(&forged.dir(), &kit, &seen);
    assert_eq!(
        history.keyring().authenticity(),
        Authenticity::Unpinned,
        "the kit was typed by hand"
    );
    let before = std::fs::read(forged.dir().join(FILE_NAME)).unwrap();
    let asked = Cell::new(false);
    let add = |keyring: &mut OpenKeyring| {
        asked.set(true);
        keyring.add_recovery(RecoveryKit::generate().recipient(), now())
    };
    let refused = change_keyring(&mut history, &seen, now(), add).unwrap_err();
    assert!(matches!(refused, ChangeKeyringError::Unknown));
    assert_eq!(refused.code(), ErrorCode::KeyringUnknown);
    assert!(!asked.get(), "nobody is asked for a passkey in vain");
    let after = std::fs::read(forged.dir().join(FILE_NAME)).unwrap();
    assert_eq!(after, before);
    // The person compares the fingerprint and says that it is theirs.
    seen.trust(history.keyring(), 0).unwrap();
    change_keyring(&mut history, &seen, now(), add).unwrap();
}

#[test]
fn a_name_and_a_test_need_nobodys_word_and_give_none() {
    let kit = RecoveryKit::generate();
    let forged = forged_for(&kit);
    let seen = Seen::at(&forged.path("the other computer.json"));
    let mut history = open(&forged.dir(), &kit, &seen);
    let slot = slot_of(history.keyring(), &kit);
    rename_slot(&mut history, &slot, "mine", &seen, now()).unwrap();
    mark_tested(&mut history, &slot, &seen, now()).unwrap();
    let none = mark_tested(&mut history, "0123", &seen, now()).unwrap_err();
    assert!(matches!(none, ChangeKeyringError::Change(UnknownSlotError)));
    assert!(!seen.trusts(history.keyring()));
    let again = open(&forged.dir(), &kit, &seen);
    assert_eq!(again.keyring().generation(), 3);
    let mut slots = again.keyring().slots();
    let slot = slots.find(|known| known.id == slot).unwrap();
    assert_eq!(
        (slot.label.as_str(), slot.last_tested),
        ("mine", Some(now()))
    );
}

/// A keyring for a kit, with a signer of its own.
fn keyring(kit: &RecoveryKit, path: &Path) -> OpenKeyring {
    let mut keyring = prepare_keyring(&[kit.recipient()], now()).unwrap();
    keyring.save(path).unwrap();
    keyring
}

#[test]
fn a_forged_keyring_that_was_read_once_does_not_push_the_real_one_out() {
    let desk = Desk::new();
    let mut kit = RecoveryKit::generate();
    let (real, fake) = (desk.path("real"), desk.path("fake"));
    let ours = keyring(&kit, &real);
    keyring(&kit, &fake);
    forge(&fake, &kit, |document| {
        document["id"] = ours.id().into();
        document["generation"] = 9.into();
    });
    let seen = Seen::at(&desk.path("seen.json"));
    let read = |path: &Path, kit: &RecoveryKit| {
        let locked = LockedKeyring::read(path).unwrap();
        let claimed = seen.judge_claimed(&locked);
        let keyring = locked.open(&kit.identity()).unwrap();
        let verdict = seen.judge(&keyring);
        seen.note(&keyring, 0).unwrap();
        (claimed, verdict, seen.trusts(&keyring))
    };
    // Typed by hand, the kit has no pins: nothing tells which of the two is real, and the first one stays.
    let (fine, other) = (SeenVerdict::Fine, SeenVerdict::OtherSigner);
    assert_eq!(read(&fake, &kit), (fine, fine, false));
    assert_eq!(read(&real, &kit), (fine, other, false));
    // With its pins it knows, and this computer from then on, too.
    let by_hand = kit.identity();
    assert!(kit.remember(&ours));
    assert_eq!(read(&real, &kit), (fine, fine, true));
    let locked = LockedKeyring::read(&fake).unwrap();
    assert_eq!(
        seen.judge_claimed(&locked),
        other,
        "before anybody is asked for a PIN"
    );
    assert_eq!(seen.judge(&locked.open(&by_hand).unwrap()), other);
    let locked = LockedKeyring::read(&real).unwrap();
    assert_eq!(seen.judge(&locked.open(&by_hand).unwrap()), fine);
}

#[test]
fn an_older_copy_is_told_before_it_is_opened() {
    let desk = Desk::new();
    let kit = RecoveryKit::generate();
    let path = desk.path("keyring");
    let mut keyring = keyring(&kit, &path);
    let old = LockedKeyring::read(&path).unwrap();
    let slot = keyring.slots().next().unwrap().id.clone();
    keyring.rename_slot(&slot, "x").unwrap();
    keyring.save(&path).unwrap();
    let seen = Seen::at(&desk.path("seen.json"));
    assert_eq!(seen.judge_claimed(&old), SeenVerdict::Fine);
    seen.note(&keyring, 0).unwrap();
    assert_eq!(seen.judge_claimed(&old), SeenVerdict::Older { seen: 2 });
}

/// A history from which `removed` was taken out, and whose keyring they signed anew with themselves in it.
fn with_an_intruder(generation: u64) -> (Desk, RecoveryKit) {
    let (desk, removed) = with_two_kits();
    let path = desk.dir().join(FILE_NAME);
    let seed = seed(&path, &removed);
    let mut history = desk.history();
    let slot = slot_of(history.keyring(), &removed);
    let seen = desk.folder.seen();
    remove_slot(&mut history, &slot, &seen, now(), &mut on).unwrap();
    assert!(seen.trusts(history.keyring()));
    history.close();
    sign_as(&path, &seed, |document| {
        let mut back = document["slots"][0].clone();
        back["id"] = slot.into();
        back["recipient"] = removed.recipient().to_string().into();
        document["slots"].as_array_mut().unwrap().push(back);
        document["generation"] = generation.into();
    });
    (desk, removed)
}

#[test]
fn who_was_removed_and_signs_themselves_in_again_gets_no_key() {
    let (desk, removed) = with_an_intruder(9);
    let seen = desk.folder.seen();
    let mut history = desk.history();
    assert!(!seen.trusts(history.keyring()));
    let add = |keyring: &mut OpenKeyring| keyring.add_root_key(&[7; 32], now());
    let refused = change_keyring(&mut history, &seen, now(), add).unwrap_err();
    assert_eq!(refused.code(), ErrorCode::KeyringUnknown);
    let refused = rekey(&mut history, &seen, now(), &mut on).unwrap_err();
    assert!(matches!(refused, RekeyError::Unknown));
    assert_eq!(refused.code(), ErrorCode::KeyringUnknown);
    assert!(!refused.keyring_is_changed());
    let slot = slot_of(history.keyring(), &desk.kit);
    rename_slot(&mut history, &slot, "mine", &seen, now()).unwrap();
    history.close();
    // Opened again they are no better known.
    let mut history = desk.history();
    assert!(!seen.trusts(history.keyring()));
    let slot = slot_of(history.keyring(), &removed);
    remove_slot(&mut history, &slot, &seen, now(), &mut on).unwrap();
    assert!(seen.trusts(history.keyring()));
    change_keyring(&mut history, &seen, now(), add).unwrap();
}

#[test]
fn the_persons_word_lets_somebody_in_whom_another_computer_added() {
    let (desk, _) = with_an_intruder(9);
    let seen = desk.folder.seen();
    let mut history = desk.history();
    seen.trust(history.keyring(), 0).unwrap();
    let add = |keyring: &mut OpenKeyring| keyring.add_root_key(&[7; 32], now());
    change_keyring(&mut history, &seen, now(), add).unwrap();
    assert!(seen.trusts(desk.history().keyring()));
}

#[test]
fn a_jump_of_the_generation_does_not_make_every_real_keyring_old() {
    let (desk, _) = with_two_kits();
    let path = desk.dir().join(FILE_NAME);
    desk.history().close();
    let real = std::fs::read(&path).unwrap();
    forge(&path, &desk.kit, |document| {
        document["generation"] = 10_002.into()
    });
    desk.history().close();
    std::fs::write(&path, &real).unwrap();
    desk.history().close();
    forge(&path, &desk.kit, |document| {
        document["generation"] = 10_001.into()
    });
    desk.history().close();
    std::fs::write(&path, &real).unwrap();
    let older = History::open(
        &desk.dir(),
        &desk.kit.identity(),
        &desk.folder.seen(),
        now(),
    );
    assert_eq!(older.unwrap_err().code(), ErrorCode::KeyringOlder);
}

#[test]
fn what_an_earlier_version_remembered_is_read_and_completed() {
    let desk = Desk::new();
    desk.first();
    let path = desk.path("seen.json");
    let seen = Seen::at(&path);
    let keyring = LockedKeyring::read(&desk.dir().join(FILE_NAME)).unwrap();
    let keyring = keyring.open(&desk.kit.identity()).unwrap();
    seen.trust(&keyring, 0).unwrap();
    let read =
        || -> serde_json::Value { serde_json::from_slice(&std::fs::read(&path).unwrap()).unwrap() };
    let mut old = read();
    let entry = old[keyring.id()].as_object_mut().unwrap();
    let known = entry.remove("recipients").unwrap();
    std::fs::write(&path, old.to_string()).unwrap();
    assert!(seen.trusts(&keyring));
    seen.note(&keyring, 0).unwrap();
    assert_eq!(read()[keyring.id()]["recipients"], known);
}
