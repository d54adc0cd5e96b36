//! A history opens for its owner, and for nobody else.

use latchkey_keyring::{LockedKeyring, RecoveryKit};
use latchkey_restore::{ErrorCode, HasCode, History};

use crate::fixture::{Desk, now};

fn refused(desk: &Desk, kit: &RecoveryKit) -> ErrorCode {
    History::open(&desk.dir(), &kit.identity(), &desk.folder.seen(), now())
        .unwrap_err()
        .code()
}

#[test]
fn another_kit_opens_nothing() {
    let desk = Desk::new();
    desk.first();
    assert_eq!(
        refused(&desk, &RecoveryKit::generate()),
        ErrorCode::NoMatchingSlot
    );
}

#[test]
fn a_changed_keyring_is_refused() {
    let desk = Desk::new();
    desk.first();
    let path = desk.dir().join("keyring.latchkey");
    let mut bytes = std::fs::read(&path).unwrap();
    let middle = bytes.len() / 2;
    bytes[middle] ^= 1;
    std::fs::write(&path, bytes).unwrap();
    assert_eq!(refused(&desk, &desk.kit), ErrorCode::KeyringTampered);
}

#[test]
fn a_keyring_made_by_somebody_else_under_the_same_id_is_refused() {
    let desk = Desk::new();
    desk.first();
    desk.history().close();
    // Everything anew for the real recipient, only the id is the old one: what an editor without the kit can do.
    let forged = latchkey_keyring::OpenKeyring::create(latchkey_keyring::NewKeyring {
        recipients: vec![desk.kit.recipient()],
        account: None,
        index_format: latchkey_keyring::IndexFormat::from_json("{}").unwrap(),
        now: now(),
    });
    let path = desk.dir().join("keyring.latchkey");
    let id = LockedKeyring::read(&path).unwrap().id().to_owned();
    let mut forged = forged.unwrap();
    forged.save(&path).unwrap();
    // Another id: the index does not open with its key. (The same id cannot be signed from outside this crate's tests.)
    assert_ne!(forged.id(), id);
    assert_eq!(refused(&desk, &desk.kit), ErrorCode::IndexDamaged);
}

#[test]
fn a_folder_without_a_keyring_is_no_history() {
    let desk = Desk::new();
    assert_eq!(refused(&desk, &desk.kit), ErrorCode::NotABackup);
}

#[test]
fn a_newer_keyring_is_named_as_such() {
    let desk = Desk::new();
    desk.first();
    let path = desk.dir().join("keyring.latchkey");
    let text = std::fs::read_to_string(&path).unwrap();
    std::fs::write(
        &path,
        text.replace("\"latchkey_keyring\": 1", "\"latchkey_keyring\": 2"),
    )
    .unwrap();
    assert_eq!(refused(&desk, &desk.kit), ErrorCode::UnknownVersion);
}

#[test]
fn a_damaged_index_is_told_from_a_damaged_keyring() {
    let desk = Desk::new();
    desk.first();
    let path = desk.dir().join("tables.db");
    let mut bytes = std::fs::read(&path).unwrap();
    bytes[100] ^= 1;
    std::fs::write(&path, bytes).unwrap();
    assert_eq!(refused(&desk, &desk.kit), ErrorCode::IndexDamaged);
}

#[test]
fn the_list_says_what_can_be_said_without_a_key() {
    let desk = Desk::new();
    desk.first();
    let listed = desk.folder.list().unwrap();
    assert_eq!(listed.len(), 1);
    assert_eq!(listed[0].account.as_deref(), Some("21"));
    assert_eq!(listed[0].generation, Some(1));
    assert_eq!(listed[0].last_opened, Some(now().as_millisecond()));
    assert!(listed[0].size > 10_000);
}

#[test]
fn a_cut_off_save_of_the_keyring_still_opens() {
    let desk = Desk::new();
    desk.first();
    let path = desk.dir().join("keyring.latchkey");
    std::fs::rename(&path, latchkey_keyring::previous_of(&path)).unwrap();
    desk.history();
}
