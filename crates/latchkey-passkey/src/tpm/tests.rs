//! What needs no TPM: the PIN's rules and cost, and the files. The rest is tested with the program, in `latchkey-tpm`.

use std::fs;

use super::auth_value::{AuthValue, COST};
use super::blobs::{Blobs, BlobsFolder, Kept};
use super::posture::{PinRules, State};
use super::wire;
use crate::authenticator::{Argon2Cost, PinState, TpmBinding};
use crate::error::{Absence, CeremonyError};
use crate::pin::Pin;

const CHEAP: Argon2Cost = Argon2Cost {
    memory_kib: 16 * 1024,
    passes: 1,
    lanes: 1,
};

fn pin(text: &str) -> Pin {
    Pin::new(text).unwrap()
}

fn state(failures: u32, max_failures: u32, lockout_guarded: bool) -> State {
    State::new(wire::State {
        manufacturer: "IBM".to_owned(),
        firmware: "8.1".to_owned(),
        failures,
        max_failures,
        forgiven_after: 7200,
        locked: false,
        lockout_guarded,
    })
}

fn derived(typed: &str, salt: u8) -> [u8; 32] {
    *AuthValue::derive(&pin(typed), &[salt; 16], CHEAP)
        .unwrap()
        .as_bytes()
}

#[test]
fn the_authorisation_follows_pin_and_salt_and_nothing_else() {
    assert_eq!(derived("correct horse", 1), derived("correct horse", 1));
    assert_ne!(derived("correct horse", 1), derived("correct house", 1));
    assert_ne!(derived("correct horse", 1), derived("correct horse", 2));
}

#[test]
fn the_cost_of_a_new_pin_is_the_second_recommendation_of_rfc_9106() {
    assert_eq!((COST.memory_kib, COST.passes, COST.lanes), (65536, 3, 4));
    assert!(super::auth_value::check(COST).is_ok());
}

#[test]
fn a_cost_that_exhausts_the_computer_or_protects_nothing_is_refused() {
    let absurd = [
        (u32::MAX, 3, 4),
        (256 * 1024 + 1, 3, 4),
        (65536, 5, 4),
        (8, 3, 1),
        (0, 3, 4),
        (65536, 0, 4),
        (65536, u32::MAX, 4),
        (65536, 3, 0),
        (65536, 3, 1 << 24),
    ];
    for (memory_kib, passes, lanes) in absurd {
        let cost = Argon2Cost {
            memory_kib,
            passes,
            lanes,
        };
        let refused = AuthValue::derive(&pin("123456"), &[0; 16], cost);
        assert!(
            matches!(refused, Err(CeremonyError::Inconsistent { .. })),
            "{cost:?}"
        );
    }
}

#[test]
fn secrets_show_their_name_only() {
    let value = AuthValue::derive(&pin("123456"), &[0; 16], CHEAP).unwrap();
    assert_eq!(format!("{value:?}"), "AuthValue");
}

#[test]
fn a_guarded_tpm_wants_six_characters_and_an_unguarded_one_ten_not_digits_only() {
    let guarded = state(0, 32, true).rules_for_a_new_pin();
    assert!(guarded.check(&pin("123456")).is_ok());
    assert!(guarded.check(&pin("12345")).is_err());

    let unguarded = state(0, 32, false).rules_for_a_new_pin();
    assert_eq!(
        (unguarded.min_length, unguarded.not_only_digits),
        (10, true)
    );
    assert!(unguarded.check(&pin("1234567890")).is_err());
    assert!(unguarded.check(&pin("blue hors")).is_err());
    assert!(unguarded.check(&pin("blue horse")).is_ok());
    // Characters count, not bytes.
    assert!(unguarded.check(&pin("çedilhas")).is_err());

    // A PIN in use may have been chosen when the lockout was guarded.
    assert!(PinRules::ANY.check(&pin("123456")).is_ok());
}

#[test]
fn the_posture_tells_the_counter_and_whether_it_is_guarded() {
    let posture = state(3, 32, false).posture(false);
    assert_eq!(posture.pin_retries, Some(29));
    assert_eq!(posture.min_pin_length, 10);
    assert_eq!(posture.pin, PinState::NotSet);
    assert_eq!(posture.synced, Some(false));
    let tpm = posture.tpm.unwrap();
    assert_eq!((tpm.failures, tpm.max_failures), (3, 32));
    assert_eq!(tpm.forgiven_after, 7200);
    assert!(!tpm.lockout_guarded);
}

#[test]
fn no_tries_left_is_a_lockout_that_says_how_long() {
    assert!(state(31, 32, true).takes_tries().is_ok());
    for failures in [32, 33] {
        let refused = state(failures, 32, true).takes_tries();
        assert!(matches!(
            refused,
            Err(CeremonyError::TpmLockout {
                seconds: Some(7200)
            })
        ));
    }
    assert_eq!(state(0, 100_000, true).tries_left(), u8::MAX);
}

fn kept() -> Kept {
    Kept {
        blobs: Blobs {
            private: vec![0x42; 158],
            public: vec![0x24; 56],
        },
        binding: TpmBinding {
            parent_name: vec![0x81; 34],
            pin_salt: [0x18; 16],
            argon2id: CHEAP,
        },
    }
}

#[test]
fn a_file_is_read_back_and_named_by_its_random_id() {
    let folder = tempfile::tempdir().unwrap();
    let place = folder.path().join("new").join("tpm");
    let files = BlobsFolder::new(place.clone());
    assert!(!files.holds_any());
    let id = files.save(&kept()).unwrap();
    let other = files.save(&kept()).unwrap();
    assert_ne!(id, other);
    assert!(files.holds_any() && files.holds(&id));
    assert_eq!(files.load(&id).unwrap(), kept());
    assert!(place.join(str::from_utf8(&id).unwrap()).is_file());

    files.remove(&id);
    assert!(is_absent(&files, &id));
    assert!(files.holds(&other));
}

fn is_absent(files: &BlobsFolder, id: &[u8]) -> bool {
    let absent = CeremonyError::NoAuthenticator(Absence::NotOnThisComputer);
    matches!(files.load(id), Err(e) if e.to_string() == absent.to_string())
}

#[cfg(unix)]
#[test]
fn files_and_their_folder_are_for_the_owner_alone() {
    use std::os::unix::fs::PermissionsExt;

    let folder = tempfile::tempdir().unwrap();
    let place = folder.path().join("tpm");
    let files = BlobsFolder::new(place.clone());
    let id = files.save(&kept()).unwrap();
    let mode = |path| fs::metadata(path).unwrap().permissions().mode() & 0o777;
    assert_eq!(mode(place.clone()), 0o700);
    assert_eq!(mode(place.join(str::from_utf8(&id).unwrap())), 0o600);
    assert_eq!(fs::read_dir(place).unwrap().count(), 1);
}

#[test]
fn an_id_that_is_no_plain_name_reads_and_removes_nothing() {
    let folder = tempfile::tempdir().unwrap();
    let outside = folder.path().join("outside");
    fs::write(&outside, "kept").unwrap();
    let files = BlobsFolder::new(folder.path().join("tpm"));
    files.save(&kept()).unwrap();
    let upper = [b'A'; 32];
    let ids: [&[u8]; 6] = [b"../outside", b"", b".", b"/etc/passwd", &upper, b"\xff"];
    for id in ids {
        assert!(is_absent(&files, id));
        files.remove(id);
    }
    assert!(outside.exists());
}

#[test]
fn a_damaged_file_is_refused_whatever_is_in_it() {
    let folder = tempfile::tempdir().unwrap();
    let files = BlobsFolder::new(folder.path().to_owned());
    let id = files.save(&kept()).unwrap();
    let path = folder.path().join(str::from_utf8(&id).unwrap());
    let whole = fs::read_to_string(&path).unwrap();
    let damaged = [
        String::new(),
        "{}".to_owned(),
        whole.chars().take(whole.len() / 2).collect(),
        whole.replace("\"version\": 2", "\"version\": 1"),
        whole.replace("\"version\": 2", "\"version\": 3"),
        whole.replace("GBgY", "GBgYGBgY"),
        whole.replace("QkJC", "QkJ*"),
        " ".repeat(1 << 20),
    ];
    for text in damaged {
        fs::write(&path, text).unwrap();
        let refused = files.load(&id);
        assert!(matches!(refused, Err(CeremonyError::Inconsistent { .. })));
    }
}
