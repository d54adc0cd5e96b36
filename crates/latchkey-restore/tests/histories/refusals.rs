//! Each reason for not restoring has its own code.

use std::ops::ControlFlow;

use latchkey_backup::BackupKey;
use latchkey_restore::{ErrorCode, HasCode, RestoreError, RestoreRequest, Target, restore};

use crate::fixture::{CANARY, Desk, ROOT, grown_phone, names, now, small_phone, strangers_phone};

fn code(request: RestoreRequest) -> ErrorCode {
    restore(request, &mut |_| ControlFlow::Continue(()))
        .unwrap_err()
        .code()
}

#[test]
fn another_number_is_another_account() {
    let desk = Desk::new();
    desk.first();
    let other = desk.backup("other.crypt15", &grown_phone(), &ROOT, "99");
    let refused = desk.restore(&other, desk.history().into_target());
    assert!(matches!(refused, Err(RestoreError::OtherAccount)));
}

#[test]
fn another_key_without_a_shared_message_is_another_account() {
    let desk = Desk::new();
    desk.first();
    let root = [0x55; 32];
    let other = desk.backup("other.crypt15", &strangers_phone(), &root, "21");
    let mut request = desk.request(&other, desk.history().into_target());
    request.key = BackupKey::from_bytes(&root).unwrap();
    assert_eq!(code(request), ErrorCode::OtherAccount);
    let history = desk.history();
    assert_eq!(
        (
            history.index().imports().unwrap().len(),
            history.keyring().generation()
        ),
        (1, 1)
    );
}

#[test]
fn an_older_keyring_is_refused_until_confirmed() {
    let desk = Desk::new();
    desk.first();
    let path = desk.dir().join("keyring.latchkey");
    let old = std::fs::read(&path).unwrap();
    let root = [0x43; 32];
    let later = desk.backup("later.crypt15", &grown_phone(), &root, "21");
    let mut request = desk.request(&later, desk.history().into_target());
    request.key = BackupKey::from_bytes(&root).unwrap();
    restore(request, &mut |_| ControlFlow::Continue(())).unwrap();
    // Somebody puts the first generation back.
    std::fs::write(&path, old).unwrap();
    let (identity, seen) = (desk.kit.identity(), desk.folder.seen());
    let refused =
        latchkey_restore::History::open(&desk.dir(), &identity, &seen, now()).unwrap_err();
    assert_eq!(refused.code(), ErrorCode::KeyringOlder);
    let keyring = latchkey_keyring::LockedKeyring::read(&path)
        .unwrap()
        .open(&identity)
        .unwrap();
    let target = Target::Existing {
        dir: desk.dir(),
        keyring,
    };
    assert_eq!(
        desk.restore(&later, target).unwrap_err().code(),
        ErrorCode::KeyringOlder
    );
    latchkey_restore::History::open_older(&desk.dir(), &identity, &seen, now(), &mut |_, _| {
        std::ops::ControlFlow::Continue(())
    })
    .unwrap();
}

#[test]
fn the_key_and_the_file_are_judged_as_the_table_says() {
    let desk = Desk::new();
    let backup = desk.backup("msgstore.db.crypt15", &small_phone(), &ROOT, "21");
    let mut request = desk.request(&backup, desk.new_target());
    request.key = BackupKey::from_bytes(&[0x99; 32]).unwrap();
    assert_eq!(code(request), ErrorCode::WrongKey);
    let mut bytes = std::fs::read(&backup).unwrap();
    let middle = bytes.len() / 2;
    bytes[middle] ^= 1;
    let broken = desk.path("broken.crypt15");
    std::fs::write(&broken, bytes).unwrap();
    let damaged = desk.restore(&broken, desk.new_target()).unwrap_err();
    assert_eq!(
        (damaged.code(), damaged.key_fits()),
        (ErrorCode::Damaged, Some(true))
    );
    assert_eq!(names(desk.dir().parent().unwrap()), [] as [&str; 0]);
}

#[test]
fn a_right_key_with_no_chats_inside_is_not_a_backup() {
    let desk = Desk::new();
    let plain = desk.path("settings.json");
    std::fs::write(&plain, format!("{{\"word\": \"{CANARY}\"}}")).unwrap();
    let settings = desk.encrypt("backup_settings.json.crypt15", &plain, &ROOT, "21");
    let refused = desk.restore(&settings, desk.new_target()).unwrap_err();
    assert_eq!(refused.code(), ErrorCode::NotABackup);
    assert_eq!(
        desk.restore(&plain, desk.new_target()).unwrap_err().code(),
        ErrorCode::NotABackup
    );
    assert_eq!(
        desk.restore(&desk.path("gone"), desk.new_target())
            .unwrap_err()
            .code(),
        ErrorCode::Io
    );
}

#[test]
fn a_larger_plaintext_than_allowed_is_too_large() {
    let desk = Desk::new();
    let backup = desk.backup("msgstore.db.crypt15", &small_phone(), &ROOT, "21");
    let mut request = desk.request(&backup, desk.new_target());
    request.limits.max_size = 1000;
    assert_eq!(code(request), ErrorCode::TooLarge);
}

#[test]
fn a_keyring_nobody_can_open_is_wrong_usage() {
    let desk = Desk::new();
    let backup = desk.backup("msgstore.db.crypt15", &small_phone(), &ROOT, "21");
    let target = Target::New {
        dir: desk.dir(),
        recipients: Vec::new(),
    };
    assert_eq!(code(desk.request(&backup, target)), ErrorCode::Usage);
}

#[test]
fn a_missing_media_folder_or_address_book_is_told_before_anything_is_written() {
    let desk = Desk::new();
    let backup = desk.backup("msgstore.db.crypt15", &small_phone(), &ROOT, "21");
    let mut request = desk.request(&backup, desk.new_target());
    request.media = Some(desk.path("no such folder"));
    assert_eq!(code(request), ErrorCode::Io);
    let mut request = desk.request(&backup, desk.new_target());
    request.contacts = Some(backup.clone());
    assert_eq!(code(request), ErrorCode::NotABackup);
    assert_eq!(names(desk.dir().parent().unwrap()), [] as [&str; 0]);
}

#[test]
fn a_keyring_that_changed_since_it_was_opened_is_not_overwritten() {
    let desk = Desk::new();
    desk.first();
    // Opened, and then another program adds a backup with a key of its own.
    let opened = desk.history().into_target();
    let root = [0x43; 32];
    let later = desk.backup("later.crypt15", &grown_phone(), &root, "21");
    let mut request = desk.request(&later, desk.history().into_target());
    request.key = BackupKey::from_bytes(&root).unwrap();
    restore(request, &mut |_| ControlFlow::Continue(())).unwrap();
    let mut request = desk.request(&later, opened);
    request.seen = None;
    request.key = BackupKey::from_bytes(&root).unwrap();
    assert_eq!(code(request), ErrorCode::InUse);
    assert_eq!(desk.history().keyring().root_keys().len(), 2);
}

#[test]
fn a_stale_keyring_does_not_lower_what_was_seen() {
    let desk = Desk::new();
    desk.first();
    let path = desk.dir().join("keyring.latchkey");
    let old = std::fs::read(&path).unwrap();
    let stale = latchkey_keyring::LockedKeyring::from_bytes(&old).unwrap();
    let stale = stale.open(&desk.kit.identity()).unwrap();
    let root = [0x43; 32];
    let later = desk.backup("later.crypt15", &grown_phone(), &root, "21");
    let mut request = desk.request(&later, desk.history().into_target());
    request.key = BackupKey::from_bytes(&root).unwrap();
    restore(request, &mut |_| ControlFlow::Continue(())).unwrap();
    let (identity, seen) = (desk.kit.identity(), desk.folder.seen());
    seen.note(&stale, 0).unwrap();
    std::fs::write(&path, old).unwrap();
    let open = || latchkey_restore::History::open(&desk.dir(), &identity, &seen, now());
    assert_eq!(open().unwrap_err().code(), ErrorCode::KeyringOlder);
    // Only the person's word lowers it.
    latchkey_restore::History::open_older(&desk.dir(), &identity, &seen, now(), &mut |_, _| {
        std::ops::ControlFlow::Continue(())
    })
    .unwrap();
    open().unwrap();
}

#[cfg(target_os = "linux")]
#[test]
fn pipes_in_the_place_of_files_are_refused_and_not_waited_for() {
    use rustix::fs::{CWD, FileType, Mode, mknodat};
    let desk = Desk::new();
    let pipe = |path: &std::path::Path| {
        mknodat(CWD, path, FileType::Fifo, Mode::RUSR | Mode::WUSR, 0).unwrap();
    };
    pipe(&desk.path("contacts.vcf"));
    assert!(latchkey_restore::read_contacts(&desk.path("contacts.vcf"), "ES").is_err());
    std::fs::create_dir_all(desk.dir()).unwrap();
    pipe(&desk.dir().join("keyring.latchkey"));
    let (identity, seen) = (desk.kit.identity(), desk.folder.seen());
    latchkey_restore::History::open(&desk.dir(), &identity, &seen, now()).unwrap_err();
}
