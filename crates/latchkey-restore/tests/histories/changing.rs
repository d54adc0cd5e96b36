//! A keyring is changed by one at a time, never on top of another than the one that was opened.

use std::path::{Path, PathBuf};

use latchkey_keyring::{LockedKeyring, OpenKeyring, RecoveryKit, UnknownSlotError};
use latchkey_restore::{
    ChangeKeyringError, ErrorCode, HasCode, History, RestoreError, Seen, StaleKeyringError, Target,
    change_keyring, refresh_copies,
};

use crate::fixture::{Desk, ROOT, grown_phone, now};
use crate::removing::{holds_the_chats, slot_of, with_two_kits};

fn rename(label: &str) -> impl FnOnce(&mut OpenKeyring) -> Result<(), UnknownSlotError> {
    let label = label.to_owned();
    move |keyring| {
        let slot = keyring.slots().next().unwrap().id.clone();
        keyring.rename_slot(&slot, &label)
    }
}

fn add(
    kit: &RecoveryKit,
) -> impl FnOnce(&mut OpenKeyring) -> Result<String, latchkey_keyring::AddSlotError> {
    let recipient = kit.recipient();
    |keyring| keyring.add_recovery(recipient, now())
}

fn file(desk: &Desk) -> PathBuf {
    desk.dir().join("keyring.latchkey")
}

#[test]
fn a_slot_that_is_added_opens_the_history_at_once() {
    let desk = Desk::new();
    desk.first();
    let (mut history, seen, kit) = (desk.history(), desk.folder.seen(), RecoveryKit::generate());
    let slot = change_keyring(&mut history, &seen, now(), add(&kit)).unwrap();
    assert_eq!(slot, slot_of(history.keyring(), &kit));
    assert_eq!(history.keyring().generation(), 2);
    // Others who read the history are not in the way, and can come in.
    let other = History::open(&desk.dir(), &kit.identity(), &seen, now()).unwrap();
    holds_the_chats(&other);
}

#[test]
fn a_change_that_fails_leaves_the_keyring_as_it_was() {
    let desk = Desk::new();
    desk.first();
    let (mut history, seen) = (desk.history(), desk.folder.seen());
    let before = std::fs::read(file(&desk)).unwrap();
    let half = |keyring: &mut OpenKeyring| {
        keyring
            .add_recovery(RecoveryKit::generate().recipient(), now())
            .unwrap();
        keyring.rename_slot("0123", "x")
    };
    let failed = change_keyring(&mut history, &seen, now(), half).unwrap_err();
    assert!(matches!(
        failed,
        ChangeKeyringError::Change(UnknownSlotError)
    ));
    assert_eq!(failed.code(), ErrorCode::Usage);
    assert_eq!(std::fs::read(file(&desk)).unwrap(), before);
    assert_eq!(history.keyring().slots().len(), 1);
    change_keyring(&mut history, &seen, now(), rename("mine")).unwrap();
    assert_eq!(desk.history().keyring().slots().len(), 1);
}

#[test]
fn a_keyring_that_another_program_has_changed_is_in_use() {
    let desk = Desk::new();
    desk.first();
    let seen = desk.folder.seen();
    let (mut first, mut second) = (desk.history(), desk.history());
    change_keyring(&mut first, &seen, now(), rename("first")).unwrap();
    let asked = std::cell::Cell::new(false);
    let ask = |_: &mut OpenKeyring| {
        asked.set(true);
        Ok::<(), UnknownSlotError>(())
    };
    let refused = change_keyring(&mut second, &seen, now(), ask).unwrap_err();
    assert!(matches!(
        refused,
        ChangeKeyringError::Stale(StaleKeyringError::ChangedElsewhere {
            found: 2,
            opened: 1
        })
    ));
    assert_eq!(refused.code(), ErrorCode::InUse);
    assert!(!asked.get(), "nobody is asked for a passkey in vain");
    // Also when it happens during the ceremony.
    let mut second = desk.history();
    let meanwhile = |keyring: &mut OpenKeyring| {
        change_keyring(&mut first, &seen, now(), rename("again")).unwrap();
        rename("second")(keyring)
    };
    let refused = change_keyring(&mut second, &seen, now(), meanwhile).unwrap_err();
    assert_eq!(refused.code(), ErrorCode::InUse);
    let label = |history: &History| history.keyring().slots().next().unwrap().label.clone();
    assert_eq!(label(&desk.history()), "again");
}

#[test]
fn an_older_generation_that_is_put_back_is_told_as_such() {
    let desk = Desk::new();
    desk.first();
    let seen = desk.folder.seen();
    let mut history = desk.history();
    let mut generations = vec![std::fs::read(file(&desk)).unwrap()];
    for _ in 0..3 {
        let kit = RecoveryKit::generate();
        change_keyring(&mut history, &seen, now(), add(&kit)).unwrap();
        generations.push(std::fs::read(file(&desk)).unwrap());
    }
    let newest = generations.pop().unwrap();
    for (older, generation) in generations.iter().zip(1..) {
        std::fs::write(file(&desk), older).unwrap();
        // To whoever has it open,
        let refused = change_keyring(&mut history, &seen, now(), rename("x")).unwrap_err();
        assert!(matches!(
            &refused,
            ChangeKeyringError::Stale(StaleKeyringError::Older { found, opened: 4 })
                if *found == generation
        ));
        assert_eq!(refused.code(), ErrorCode::KeyringOlder);
        // and to whoever opens it: each save was noted.
        let identity = desk.kit.identity();
        let opened = History::open(&desk.dir(), &identity, &seen, now()).unwrap_err();
        assert_eq!(opened.code(), ErrorCode::KeyringOlder);
    }
    std::fs::write(file(&desk), newest).unwrap();
    change_keyring(&mut history, &seen, now(), rename("x")).unwrap();
}

#[test]
fn another_keyring_in_its_place_is_not_written_over() {
    let (desk, _) = with_two_kits();
    let (mut history, seen) = (desk.history(), desk.folder.seen());
    let stranger = Desk::new();
    stranger.first();
    std::fs::copy(file(&stranger), file(&desk)).unwrap();
    let refused = change_keyring(&mut history, &seen, now(), rename("x")).unwrap_err();
    assert_eq!(refused.code(), ErrorCode::KeyringTampered);
    std::fs::write(file(&desk), b"nothing").unwrap();
    let refused = change_keyring(&mut history, &seen, now(), rename("x")).unwrap_err();
    assert_eq!(refused.code(), ErrorCode::NotABackup);
}

#[test]
fn a_restore_into_a_keyring_that_nobody_vouches_for_is_refused() {
    let desk = Desk::new();
    desk.first();
    // Another computer, which has only read it; the kit has no pins.
    let seen = Seen::at(&desk.path("another computer.json"));
    let open = || History::open(&desk.dir(), &desk.kit.identity(), &seen, now()).unwrap();
    open();
    let later = desk.backup("later.crypt15", &grown_phone(), &ROOT, "21");
    let before = std::fs::read(file(&desk)).unwrap();
    let mut request = desk.request(&later, open().into_target());
    request.seen = Some(seen.clone());
    let go_on = &mut |_| std::ops::ControlFlow::Continue(());
    let refused = latchkey_restore::restore_in(&mut request, go_on).unwrap_err();
    assert!(matches!(refused, RestoreError::KeyringUnknown));
    assert_eq!(refused.code(), ErrorCode::KeyringUnknown);
    assert_eq!(std::fs::read(file(&desk)).unwrap(), before);
    // The person compares the fingerprint and says that it is theirs.
    let Target::Existing { keyring, .. } = &request.history else {
        panic!("the request is as it was");
    };
    seen.trust(keyring, 0).unwrap();
    assert!(
        latchkey_restore::restore_in(&mut request, go_on)
            .unwrap()
            .import
            .new
            > 0
    );
}

#[test]
fn what_many_remember_at_once_is_all_remembered() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("seen.json");
    let keyring = |_| {
        let kit = RecoveryKit::generate();
        latchkey_restore::prepare_keyring(&[kit.recipient()], now()).unwrap()
    };
    let keyrings: Vec<OpenKeyring> = (0..8).map(keyring).collect();
    std::thread::scope(|scope| {
        for keyring in &keyrings {
            let path = &path;
            scope.spawn(move || {
                for time in 0..20 {
                    Seen::at(path).note(keyring, time).unwrap();
                }
            });
        }
    });
    for keyring in &keyrings {
        assert_eq!(Seen::at(&path).last_opened(keyring.id()), Some(19));
    }
}

/// A copy of the history's keyring as it is now.
fn copy(desk: &Desk, name: &str) -> PathBuf {
    let path = desk.path(name).join("keyring.latchkey");
    std::fs::create_dir_all(path.parent().unwrap()).unwrap();
    std::fs::copy(file(desk), &path).unwrap();
    path
}

fn generation(path: &Path) -> u64 {
    LockedKeyring::read(path).unwrap().generation()
}

#[test]
fn older_copies_are_refreshed_and_nothing_else_is_touched() {
    let desk = Desk::new();
    desk.first();
    let seen = desk.folder.seen();
    let first = copy(&desk, "stick");
    let mut history = desk.history();
    change_keyring(&mut history, &seen, now(), rename("second")).unwrap();
    let same = copy(&desk, "same");
    let stale = desk.history();
    change_keyring(&mut history, &seen, now(), rename("third")).unwrap();
    let stranger = Desk::new();
    stranger.first();
    let others = copy(&stranger, "others");
    let newer = copy(&desk, "newer");
    let no_keyring = desk.path("no keyring");
    std::fs::write(&no_keyring, b"x").unwrap();
    let link = desk.path("link");
    std::os::unix::fs::symlink(&first, &link).unwrap();
    let untouched = [same, others, newer, no_keyring, link, desk.path("gone")];
    let bytes = |paths: &[PathBuf]| -> Vec<Option<Vec<u8>>> {
        paths.iter().map(|path| std::fs::read(path).ok()).collect()
    };
    let before = bytes(&untouched[..4]);
    assert!(refresh_copies(stale.keyring(), &untouched).is_empty());
    assert_eq!(bytes(&untouched[..4]), before);
    let refreshed = refresh_copies(stale.keyring(), std::slice::from_ref(&first));
    assert_eq!(refreshed, std::slice::from_ref(&first));
    assert_eq!(generation(&first), 2);
    assert_eq!(
        refresh_copies(history.keyring(), std::slice::from_ref(&first)).len(),
        1
    );
    assert_eq!(
        std::fs::read(&first).unwrap(),
        std::fs::read(file(&desk)).unwrap()
    );
    assert_eq!(
        crate::fixture::names(first.parent().unwrap()),
        ["keyring.latchkey"]
    );
}

#[test]
fn a_restore_refreshes_the_copy_beside_the_backup() {
    let desk = Desk::new();
    desk.first();
    let beside = copy(&desk, "phone");
    let later = desk.backup("phone/later.crypt15", &grown_phone(), &[0x43; 32], "21");
    let mut request = desk.request(&later, desk.history().into_target());
    request.key = latchkey_backup::BackupKey::from_bytes(&[0x43; 32]).unwrap();
    let go_on = &mut |_| std::ops::ControlFlow::Continue(());
    latchkey_restore::restore_in(&mut request, go_on).unwrap();
    assert_eq!(generation(&beside), 2);
    assert_eq!(
        std::fs::read(beside).unwrap(),
        std::fs::read(file(&desk)).unwrap()
    );
}
