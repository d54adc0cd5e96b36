//! A way in is removed: it opens nothing that is written afterwards, and nothing is lost on the way.

use std::cell::Cell;
use std::ops::ControlFlow;
use std::path::Path;

use latchkey_index::{Index, IndexKey, OpenIndexError, Query};
use latchkey_keyring::{LockedKeyring, OpenKeyring, RecoveryKit};
use latchkey_restore::{
    ErrorCode, HasCode, History, RekeyError, copy_history, delete_history, rekey, remove_slot,
};

use crate::fixture::{CANARY, Desk, ROOT, files, grown_phone, names, now, small_phone};

pub fn on(_done: u64, _total: u64) -> ControlFlow<()> {
    ControlFlow::Continue(())
}

/// A history with two kits: the desk's and another, whose slot is removed.
pub fn with_two_kits() -> (Desk, RecoveryKit) {
    let (desk, other) = (Desk::new(), RecoveryKit::generate());
    let backup = desk.backup("msgstore.db.crypt15", &small_phone(), &ROOT, "21");
    let target = latchkey_restore::Target::New {
        dir: desk.dir(),
        recipients: vec![desk.kit.recipient(), other.recipient()],
    };
    desk.restore(&backup, target).unwrap();
    (desk, other)
}

pub fn slot_of(keyring: &OpenKeyring, kit: &RecoveryKit) -> String {
    let recipient = kit.recipient().to_string();
    let slot = keyring.slots().find(|slot| slot.recipient == recipient);
    slot.unwrap().id.clone()
}

fn remove(desk: &Desk, history: &mut History, kit: &RecoveryKit) -> Result<(), RekeyError> {
    let slot = slot_of(history.keyring(), kit);
    remove_slot(history, &slot, &desk.folder.seen(), now(), &mut on)
}

fn open(desk: &Desk, kit: &RecoveryKit) -> Result<History, ErrorCode> {
    History::open(&desk.dir(), &kit.identity(), &desk.folder.seen(), now())
        .map_err(|error| error.code())
}

pub fn holds_the_chats(history: &History) {
    assert!(history.index().verify().unwrap().is_good());
    let query = Query {
        text: CANARY.to_owned(),
        limit: 5,
        ..Query::default()
    };
    assert_eq!(history.index().search(&query).unwrap().total, 1);
}

/// The files of a history, without its lock.
fn kept(dir: &Path) -> Vec<(std::path::PathBuf, Vec<u8>)> {
    let mut files = files(dir);
    files.retain(|(path, _)| !path.ends_with("history.lock"));
    files
}

const WHOLE: [&str; 4] = ["history.lock", "keyring.latchkey", "search.db", "tables.db"];

#[test]
fn a_removed_slot_opens_nothing_that_is_written_afterwards() {
    let (desk, removed) = with_two_kits();
    // What somebody may have kept.
    copy_history(&desk.dir(), &desk.path("old"), &mut on).unwrap();
    let old = LockedKeyring::read(&desk.path("old/keyring.latchkey")).unwrap();
    let old = old.open(&removed.identity()).unwrap();

    let mut history = desk.history();
    remove(&desk, &mut history, &removed).unwrap();
    assert!(!history.rekey_is_pending());
    assert_eq!(history.keyring().slots().len(), 1);
    assert_eq!(history.keyring().generation(), 3);
    holds_the_chats(&history);
    history.close();
    assert_eq!(names(&desk.dir()), WHOLE);

    // Not the keyring,
    assert_eq!(
        open(&desk, &removed).unwrap_err(),
        ErrorCode::NoMatchingSlot
    );
    // not the index with the key that the old copy still gives,
    let key = IndexKey::from_bytes(old.index_key().as_bytes());
    assert!(matches!(
        Index::open_read_only(&desk.dir(), &key),
        Err(OpenIndexError::KeyDoesNotFit)
    ));
    // and no page of it is one of the old.
    for name in ["tables.db", "search.db"] {
        let new = std::fs::read(desk.dir().join(name)).unwrap();
        let old = std::fs::read(desk.path("old").join(name)).unwrap();
        assert_eq!(new.len(), old.len());
        let same = new.chunks(16384).zip(old.chunks(16384));
        assert_eq!(same.filter(|(new, old)| new == old).count(), 0, "{name}");
    }
    // The whole way: the old keyring put beside the new index.
    let whole = desk.dir().join("keyring.latchkey");
    let new = std::fs::read(&whole).unwrap();
    std::fs::copy(desk.path("old/keyring.latchkey"), &whole).unwrap();
    assert_eq!(open(&desk, &removed).unwrap_err(), ErrorCode::KeyringOlder);
    let elsewhere = latchkey_restore::Seen::at(&desk.path("another computer.json"));
    let forced = History::open(&desk.dir(), &removed.identity(), &elsewhere, now());
    assert_eq!(forced.unwrap_err().code(), ErrorCode::IndexDamaged);
    std::fs::write(&whole, new).unwrap();

    // The one that is left opens, and the old copy opens what it always did: the screen says so.
    holds_the_chats(&desk.history());
    let copy = History::open(&desk.path("old"), &removed.identity(), &elsewhere, now());
    holds_the_chats(&copy.unwrap());
}

#[test]
fn the_slot_that_opened_the_history_can_be_removed_too() {
    let (desk, removed) = with_two_kits();
    let mut history = open(&desk, &removed).unwrap();
    remove(&desk, &mut history, &removed).unwrap();
    holds_the_chats(&history);
    history.close();
    assert_eq!(
        open(&desk, &removed).unwrap_err(),
        ErrorCode::NoMatchingSlot
    );
    holds_the_chats(&desk.history());
}

#[test]
fn the_last_way_in_and_an_unknown_one_are_not_removed() {
    let desk = Desk::new();
    desk.first();
    let mut history = desk.history();
    let before = kept(&desk.dir());
    let refused = remove(&desk, &mut history, &desk.kit).unwrap_err();
    assert_eq!(refused.code(), ErrorCode::LastRecovery);
    let seen = desk.folder.seen();
    let unknown = remove_slot(&mut history, "0123", &seen, now(), &mut on).unwrap_err();
    assert_eq!(unknown.code(), ErrorCode::Usage);
    assert_eq!(kept(&desk.dir()), before);
    holds_the_chats(&history);
}

#[test]
fn a_new_key_alone_keeps_every_way_in() {
    let (desk, other) = with_two_kits();
    let mut history = desk.history();
    rekey(&mut history, &desk.folder.seen(), now(), &mut on).unwrap();
    rekey(&mut history, &desk.folder.seen(), now(), &mut on).unwrap();
    holds_the_chats(&history);
    assert_eq!(history.keyring().generation(), 5);
    drop(history);
    for kit in [&desk.kit, &other] {
        holds_the_chats(&open(&desk, kit).unwrap());
    }
}

#[test]
fn while_somebody_else_reads_nothing_is_removed() {
    let (desk, removed) = with_two_kits();
    let reader = desk.history();
    let mut history = desk.history();
    let before = kept(&desk.dir());
    let refused = remove(&desk, &mut history, &removed).unwrap_err();
    assert!(matches!(refused, RekeyError::InUse));
    assert_eq!(kept(&desk.dir()), before);
    // It is open as before, and others may come in.
    holds_the_chats(&history);
    drop(desk.history());
    drop(reader);
    remove(&desk, &mut history, &removed).unwrap();
    // Afterwards others may come in again.
    holds_the_chats(&desk.history());
}

#[test]
fn cancelled_at_any_step_everything_is_as_it_was() {
    let (desk, removed) = with_two_kits();
    let mut history = desk.history();
    let slot = slot_of(history.keyring(), &removed);
    let before = kept(&desk.dir());
    for stop in 0.. {
        let left = Cell::new(stop);
        let mut stop_there = |_, _| match left.replace(left.get() - 1) {
            0 => ControlFlow::Break(()),
            _ => ControlFlow::Continue(()),
        };
        let seen = desk.folder.seen();
        match remove_slot(&mut history, &slot, &seen, now(), &mut stop_there) {
            Err(RekeyError::Cancelled) => {}
            other => {
                other.unwrap();
                assert!(stop >= 2, "both databases were asked about");
                break;
            }
        }
        assert_eq!(kept(&desk.dir()), before, "step {stop}");
        assert_eq!(history.keyring().slots().len(), 2);
        holds_the_chats(&history);
    }
    holds_the_chats(&history);
    assert_eq!(history.keyring().slots().len(), 1);
}

/// The moments at which it can be cut off: the keyring knows both keys, and each database is under one of them.
fn cut_off(desk: &Desk, removed: &RecoveryKit, tables: bool, search: bool) {
    let dir = desk.dir();
    let keyring = LockedKeyring::read(&dir.join("keyring.latchkey")).unwrap();
    let mut keyring = keyring.open(&desk.kit.identity()).unwrap();
    let slot = slot_of(&keyring, removed);
    keyring.remove_slot(&slot, now()).unwrap();
    let current = IndexKey::from_bytes(keyring.index_key().as_bytes());
    let next = IndexKey::from_bytes(keyring.next_index_key().unwrap().as_bytes());
    let rekeyed = Index::write_rekeyed(&dir, &current, &next, &mut on).unwrap();
    keyring.save(&dir.join("keyring.latchkey")).unwrap();
    // A crash removes nothing.
    std::mem::forget(rekeyed);
    for (name, done) in [("tables.db", tables), ("search.db", search)] {
        if done {
            let from = dir.join(format!("{name}.rekeyed"));
            std::fs::rename(from, dir.join(name)).unwrap();
        }
    }
}

const MOMENTS: [(bool, bool); 4] = [(false, false), (true, false), (false, true), (true, true)];

#[test]
fn cut_off_at_any_moment_it_opens_and_is_finished() {
    for (tables, search) in MOMENTS {
        let (desk, removed) = with_two_kits();
        cut_off(&desk, &removed, tables, search);
        assert_eq!(
            open(&desk, &removed).unwrap_err(),
            ErrorCode::NoMatchingSlot
        );
        let history = desk.history();
        holds_the_chats(&history);
        assert!(!history.rekey_is_pending(), "{tables} {search}");
        assert_eq!(history.keyring().generation(), 3);
        drop(history);
        assert_eq!(names(&desk.dir()), WHOLE, "{tables} {search}");
        // Only the new key opens it.
        assert_eq!(desk.history().keyring().generation(), 3);
    }
}

#[test]
fn cut_off_at_any_moment_it_opens_for_readers_who_are_not_alone() {
    for (tables, search) in MOMENTS {
        let (desk, removed) = with_two_kits();
        let reader = desk.history();
        cut_off(&desk, &removed, tables, search);
        let history = desk.history();
        holds_the_chats(&history);
        assert!(history.rekey_is_pending(), "{tables} {search}");
        drop((reader, history));
        assert!(!desk.history().rekey_is_pending());
    }
}

#[test]
fn what_was_cut_off_is_finished_before_a_restore_and_before_the_next_removal() {
    let (desk, removed) = with_two_kits();
    let reader = desk.history();
    cut_off(&desk, &removed, true, false);
    let target = desk.history().into_target();
    drop(reader);
    let later = desk.backup("later.crypt15", &grown_phone(), &ROOT, "21");
    assert!(desk.restore(&later, target).unwrap().import.new > 0);
    let history = desk.history();
    assert!(!history.rekey_is_pending());
    drop(history);

    let (desk, removed) = with_two_kits();
    let reader = desk.history();
    cut_off(&desk, &removed, false, true);
    let mut history = desk.history();
    drop(reader);
    assert!(history.rekey_is_pending());
    rekey(&mut history, &desk.folder.seen(), now(), &mut on).unwrap();
    assert!(!history.rekey_is_pending());
    holds_the_chats(&history);
    assert_eq!(history.keyring().generation(), 5);
}

#[test]
fn leftovers_are_not_copied_and_are_deleted_with_the_history() {
    let (desk, removed) = with_two_kits();
    let reader = desk.history();
    cut_off(&desk, &removed, false, false);
    copy_history(&desk.dir(), &desk.path("copy"), &mut on).unwrap();
    drop(reader);
    let copied = ["keyring.latchkey", "search.db", "tables.db"];
    assert_eq!(names(&desk.path("copy")), copied);
    delete_history(&desk.dir()).unwrap();
    assert!(!desk.dir().exists());
    let seen = desk.folder.seen();
    let copy = History::open(&desk.path("copy"), &desk.kit.identity(), &seen, now());
    holds_the_chats(&copy.unwrap());
}

#[test]
fn an_index_that_is_damaged_keeps_its_slots() {
    let (desk, removed) = with_two_kits();
    let mut history = desk.history();
    let path = desk.dir().join("tables.db");
    let mut bytes = std::fs::read(&path).unwrap();
    let last = bytes.len() - 3000;
    bytes[last] ^= 1;
    std::fs::write(&path, bytes).unwrap();
    let before = kept(&desk.dir());
    let refused = remove(&desk, &mut history, &removed).unwrap_err();
    assert_eq!(refused.code(), ErrorCode::IndexDamaged);
    assert_eq!(kept(&desk.dir()), before);
    assert_eq!(history.keyring().slots().len(), 2);
}
