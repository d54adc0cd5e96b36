//! An output file appears whole or not at all.

use crate::phones::*;
use latchkey_backup::{DecryptError, Limits, decrypt_to_file};
use std::ops::ControlFlow;
use std::path::Path;

fn publish(backup: &Path, out: &Path) -> Result<u64, DecryptError> {
    let limits = Limits::default();
    let progress = &mut |_| ControlFlow::Continue(());
    decrypt_to_file(backup, &root_key(), out, &limits, progress).map(|done| done.plaintext_bytes)
}

#[test]
fn the_output_is_whole_and_for_the_person_alone() {
    let desk = Desk::new();
    let plaintext = database(300_000);
    let backup = desk.put("backup", &crypt15(&recipe(), &plaintext));
    let out = desk.path("msgstore.db");
    assert_eq!(publish(&backup, &out).unwrap(), plaintext.len() as u64);
    assert!(std::fs::read(&out).unwrap() == plaintext);
    assert_eq!(desk.names(), ["backup", "msgstore.db"]);
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt;
        let mode = out.metadata().unwrap().permissions().mode();
        assert_eq!(mode & 0o777, 0o600);
    }
}

#[cfg(target_os = "linux")]
#[test]
fn a_killed_decryption_would_leave_no_name_behind() {
    let desk = Desk::new();
    let backup = desk.put("backup", &crypt15(&recipe(), &database(900_000)));
    let out = desk.path("msgstore.db");
    let mut looked = 0;
    decrypt_to_file(&backup, &root_key(), &out, &Limits::default(), &mut |_| {
        assert_eq!(desk.names(), ["backup"]);
        looked += 1;
        ControlFlow::Continue(())
    })
    .unwrap();
    assert!(looked > 1);
    assert_eq!(desk.names(), ["backup", "msgstore.db"]);
}

#[test]
fn an_existing_output_is_never_touched() {
    let desk = Desk::new();
    let backup = desk.put("backup", &crypt15(&recipe(), &database(100)));
    let out = desk.put("msgstore.db", b"mine");
    let outcome = publish(&backup, &out);
    assert!(matches!(outcome, Err(DecryptError::AlreadyExists { path }) if path == out));
    assert_eq!(std::fs::read(&out).unwrap(), b"mine");
    assert!(matches!(
        publish(&backup, &backup),
        Err(DecryptError::AlreadyExists { .. })
    ));
}

#[test]
fn an_output_that_appears_meanwhile_is_not_replaced() {
    let desk = Desk::new();
    let backup = desk.put("backup", &crypt15(&recipe(), &database(100)));
    let out = desk.path("msgstore.db");
    let outcome = decrypt_to_file(&backup, &root_key(), &out, &Limits::default(), &mut |_| {
        std::fs::write(&out, b"mine").unwrap();
        ControlFlow::Continue(())
    });
    assert!(matches!(outcome, Err(DecryptError::AlreadyExists { .. })));
    assert_eq!(std::fs::read(&out).unwrap(), b"mine");
    assert_eq!(desk.names(), ["backup", "msgstore.db"]);
}

#[test]
fn a_folder_that_is_not_there_is_said_with_its_path() {
    let desk = Desk::new();
    let backup = desk.put("backup", &crypt15(&recipe(), &database(100)));
    let out = desk.path("nowhere/msgstore.db");
    let outcome = publish(&backup, &out);
    assert!(matches!(outcome, Err(DecryptError::Io { path, .. }) if path == out));
}

#[cfg(unix)]
#[test]
fn names_that_are_not_utf_8_are_fine() {
    use std::os::unix::ffi::OsStrExt;
    let desk = Desk::new();
    let name = std::ffi::OsStr::from_bytes(b"msgstore-\xff\xfe.db.crypt15");
    let backup = desk.0.path().join(name);
    std::fs::write(&backup, crypt15(&recipe(), &database(100))).unwrap();
    let out = desk.0.path().join(std::ffi::OsStr::from_bytes(b"out-\xff"));
    assert_eq!(publish(&backup, &out).unwrap(), 100);
    let found = latchkey_backup::inspect_folder(desk.0.path()).unwrap();
    assert!(found.iter().any(|inspection| inspection.path == backup));
}
