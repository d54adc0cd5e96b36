//! What the command says of backups that do not open at once: the table of docs/limits.md, from outside.

use std::path::PathBuf;

use latchkey_demo::{SpecialBackup, write_special_backup};
use latchkey_tests::arguments;
use latchkey_tests::cli::{Done, restore, run};
use latchkey_tests::home::Home;

/// An obviously made-up root key.
const ROOT: [u8; 32] = [0x5A; 32];

struct Special {
    home: Home,
    backup: PathBuf,
    key: PathBuf,
}

impl Special {
    fn new(kind: SpecialBackup) -> Self {
        let home = Home::new();
        let backup = home.path("work/msgstore.db.crypt15");
        let key = write_special_backup(&backup, kind, &ROOT).unwrap();
        Special { home, backup, key }
    }

    fn restore(&self) -> Done {
        restore(
            &self.home,
            &self.backup,
            &self.key,
            &self.home.path("work/history"),
            &[],
        )
    }

    fn nothing_is_left(&self) {
        assert!(!self.home.path("work/history").exists());
        let left: Vec<_> = std::fs::read_dir(self.home.path("work"))
            .unwrap()
            .map(|entry| entry.unwrap().file_name().to_string_lossy().into_owned())
            .filter(|name| name.contains("unfinished"))
            .collect();
        assert_eq!(left, Vec::<String>::new());
    }
}

#[test]
fn a_good_backup_restores() {
    let report = Special::new(SpecialBackup::Small)
        .restore()
        .ended_with(0)
        .json();
    assert_eq!(report["messages"], 5);
}

#[test]
fn another_backups_key_is_a_wrong_key() {
    let special = Special::new(SpecialBackup::Small);
    let digits = "00112233445566778899aabbccddeeff00112233445566778899aabbccddeeff";
    std::fs::write(&special.key, digits).unwrap();
    assert_eq!(special.restore().ended_with(2).error_code(), "wrong_key");
    special.nothing_is_left();
}

#[test]
fn a_damaged_copy_is_damaged_and_the_key_fits() {
    let special = Special::new(SpecialBackup::Damaged);
    let done = special.restore().ended_with(2);
    assert_eq!(done.error_code(), "damaged");
    assert_eq!(done.json()["error"]["key"], "fits");
    special.nothing_is_left();
}

#[test]
fn a_copy_cut_short_is_damaged_and_the_key_fits() {
    let special = Special::new(SpecialBackup::CutShort);
    let done = special.restore().ended_with(2);
    assert_eq!(done.error_code(), "damaged");
    assert_eq!(done.json()["error"]["key"], "fits");
    special.nothing_is_left();
}

#[test]
fn a_wrong_checksum_alone_restores_and_is_told() {
    let special = Special::new(SpecialBackup::WrongChecksum);
    let done = special.restore().ended_with(1);
    assert_eq!(done.json()["messages"], 5);
}

#[test]
fn a_backup_held_by_a_passkey_is_recognised_before_any_key() {
    let special = Special::new(SpecialBackup::HeldByPasskey);
    let found = run(
        &special.home,
        &arguments!["inspect", &special.backup, "--json"],
    )
    .ended_with(0)
    .json();
    assert_eq!(found[0]["secret"], "passkey");
    assert_eq!(found[0]["end_to_end"], true);
}

#[test]
fn a_backup_held_by_a_password_is_recognised_before_any_key() {
    let special = Special::new(SpecialBackup::HeldByPassword);
    let found = run(
        &special.home,
        &arguments!["inspect", &special.backup, "--json"],
    )
    .ended_with(0)
    .json();
    assert_eq!(found[0]["secret"], "password");
}

#[test]
fn one_slipped_digit_is_found_by_key_check() {
    let special = Special::new(SpecialBackup::Small);
    let digits = std::fs::read_to_string(&special.key).unwrap();
    assert!(digits.starts_with("5a5a"));
    std::fs::write(&special.key, digits.replacen("5a5a", "5a7a", 1)).unwrap();
    let checking = arguments![
        "key",
        "check",
        &special.backup,
        "--key-file",
        &special.key,
        "--json"
    ];
    let done = run(&special.home, &checking).ended_with(2);
    assert_eq!(done.error_code(), "wrong_key");
    let error = &done.json()["error"];
    assert_eq!(error["slip"], "wrong_digit");
    assert_eq!(error["group"], 1);
}

#[test]
fn an_empty_file_and_a_picture_are_no_backups() {
    let special = Special::new(SpecialBackup::Small);
    for bytes in [&b""[..], b"\xFF\xD8\xFF\xE0 not a backup at all"] {
        std::fs::write(&special.backup, bytes).unwrap();
        assert_eq!(special.restore().ended_with(2).error_code(), "not_a_backup");
        special.nothing_is_left();
    }
}
