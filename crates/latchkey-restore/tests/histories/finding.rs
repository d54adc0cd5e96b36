//! Which histories of this computer a backup may belong to, told without a key.

use latchkey_backup::inspect;
use latchkey_restore::{RestoreRequest, Target, keyrings_for, restore};

use crate::fixture::{Desk, ROOT, names, small_phone};

/// A history named `id` of a phone whose number ends in `digits`, last opened at `at` seconds.
fn history(desk: &Desk, id: &str, digits: Option<&str>, at: i64) {
    let plain = desk.path("plain.db");
    small_phone()
        .write(&plain, latchkey_demo::SchemaState::Modern)
        .unwrap();
    let backup = desk.encrypt("made.crypt15", &plain, &ROOT, digits.unwrap_or("21"));
    std::fs::remove_file(plain).unwrap();
    let dir = desk.dir().with_file_name(id);
    let target = Target::New {
        dir: dir.clone(),
        recipients: vec![desk.kit.recipient()],
    };
    let now = latchkey_keyring::Timestamp::from_second(at).unwrap();
    let request = RestoreRequest {
        now,
        ..desk.request(&backup, target)
    };
    restore(request, &mut |_| std::ops::ControlFlow::Continue(())).unwrap();
    if digits.is_none() {
        // A keyring that says nothing of its account: made anew, as nobody opens it here.
        let mut silent = latchkey_restore::prepare_keyring(&[desk.kit.recipient()], now).unwrap();
        silent.save(&dir.join("keyring.latchkey")).unwrap();
        desk.folder
            .seen()
            .note(&silent, now.as_millisecond())
            .unwrap();
    }
}

fn found(desk: &Desk, backup: &std::path::Path) -> Vec<String> {
    let found = keyrings_for(&desk.folder, &inspect(backup).unwrap());
    assert!(found.iter().all(|fitting| fitting.slots.len() == 1));
    found
        .into_iter()
        .map(|fitting| fitting.history.id)
        .collect()
}

#[test]
fn hints_that_fit_come_first_the_newest_before_the_older() {
    let desk = Desk::new();
    history(&desk, "silent", None, 500);
    history(&desk, "older", Some("21"), 100);
    history(&desk, "newer", Some("21"), 300);
    history(&desk, "other", Some("99"), 400);
    let backup = desk.backup("phone/msgstore.db.crypt15", &small_phone(), &ROOT, "21");
    assert_eq!(found(&desk, &backup), ["newer", "older", "silent"]);
    // A copy of a history's keyring beside the backup says more than the digits.
    let copy = desk.path("phone/keyring.latchkey");
    for id in ["older", "other"] {
        let keyring = desk.dir().with_file_name(id).join("keyring.latchkey");
        std::fs::copy(keyring, &copy).unwrap();
        assert_eq!(found(&desk, &backup)[0], id);
    }
    assert_eq!(found(&desk, &backup).len(), 4);
    // One that is nobody's here changes nothing.
    std::fs::write(&copy, b"no keyring").unwrap();
    assert_eq!(found(&desk, &backup), ["newer", "older", "silent"]);
}

#[test]
fn a_history_without_a_readable_keyring_is_left_out() {
    let desk = Desk::new();
    history(&desk, "h1", Some("21"), 100);
    let backup = desk.backup("phone/msgstore.db.crypt15", &small_phone(), &ROOT, "21");
    assert_eq!(found(&desk, &backup), ["h1"]);
    std::fs::write(desk.dir().join("keyring.latchkey"), b"broken").unwrap();
    assert_eq!(found(&desk, &backup), [] as [&str; 0]);
    assert_eq!(names(desk.dir().parent().unwrap()), ["h1"]);
}
