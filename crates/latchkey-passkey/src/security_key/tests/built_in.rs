//! Keys with a fingerprint reader.

use std::sync::Arc;

use super::person::{Person, types};
use super::scripted::{CREDENTIAL, FingerprintKey, Scripted};
use super::{inputs, keys_with, request};
use crate::SecurityKeys;
use crate::ask::Moment;
use crate::authenticator::{Authenticator, Credential};
use crate::error::CeremonyError;

fn plugged(key: FingerprintKey) -> SecurityKeys {
    let key: Arc<Scripted> = key.plugged();
    keys_with(&[key])
}

fn credential() -> Credential {
    Credential {
        id: CREDENTIAL.to_vec(),
        ..super::foreign()
    }
}

/// What the person was told of the finger: tries left, and whether again.
fn fingers(person: &Person) -> Vec<(Option<u8>, bool)> {
    let moments = person.moments.lock().unwrap();
    let finger = |moment: &Moment| match moment {
        Moment::Fingerprint { retries, again } => Some((*retries, *again)),
        _ => None,
    };
    moments.iter().filter_map(finger).collect()
}

#[test]
fn a_finger_that_is_recognised_needs_no_pin_and_gives_one_secret() {
    let mut keys = plugged(FingerprintKey::new(&[true; 4], 5, Some("2468")));
    let person = Person::default();
    let made = keys.create(&request(), &person).unwrap();
    assert_eq!(made.id, CREDENTIAL);
    assert_eq!((made.backup_eligible, made.backed_up), (false, false));
    let once = keys.evaluate(&made, &inputs(), &person).unwrap();
    let again = keys.evaluate(&made, &inputs(), &person).unwrap();
    assert!(once.output == again.output);
    assert_eq!(fingers(&person), [(Some(5), false); 3]);
    assert!(person.requests.lock().unwrap().is_empty());
    let posture = keys.postures().unwrap().remove(0);
    assert_eq!(posture.built_in_verification, Some(true));
}

#[test]
fn the_secret_is_the_one_that_the_specification_says() {
    let mut keys = plugged(FingerprintKey::new(&[true], 5, None));
    let evaluation = keys
        .evaluate(&credential(), &inputs(), &Person::default())
        .unwrap();
    // HMAC-SHA-256 with the key 03…03 over SHA-256("WebAuthn PRF" || 00 || input), computed with another program.
    let expected = concat!(
        "35e46dfcc975d8bfa1c813d06f82b5a2a0d17584fcfeeacecc6d2f555bf7062b",
        "296b25f11423fd24f298b6a11bd790c3bd61b6402983fa24f566411ea83602df"
    );
    assert_eq!(hex::encode(evaluation.output.as_bytes()), expected);
}

#[test]
fn a_finger_may_come_again_and_the_tries_are_told() {
    let mut keys = plugged(FingerprintKey::new(&[false, false, true], 5, Some("2468")));
    let person = Person::default();
    keys.evaluate(&credential(), &inputs(), &person).unwrap();
    assert_eq!(
        fingers(&person),
        [(Some(5), false), (Some(4), true), (Some(3), true)]
    );
    assert!(person.requests.lock().unwrap().is_empty());
}

#[test]
fn a_blocked_reader_turns_to_the_pin() {
    let mut keys = plugged(FingerprintKey::new(&[], 3, Some("2468")));
    let person = types(&["1111", "2468"]);
    keys.evaluate(&credential(), &inputs(), &person).unwrap();
    assert_eq!(
        fingers(&person),
        [(Some(3), false), (Some(2), true), (Some(1), true)]
    );
    assert_eq!(person.tries_told(), [Some(8), Some(8)]);
    assert!(person.was_told(&Moment::Touch));
}

#[test]
fn a_blocked_reader_without_a_pin_is_blocked() {
    for retries in [0, 2] {
        let mut keys = plugged(FingerprintKey::new(&[], retries, None));
        let error = keys
            .evaluate(&credential(), &inputs(), &Person::default())
            .unwrap_err();
        assert!(
            matches!(error, CeremonyError::VerificationBlocked),
            "{error}"
        );
    }
}

#[test]
fn five_wrong_fingers_end_the_ceremony_with_the_tries_left() {
    let mut keys = plugged(FingerprintKey::new(&[], 8, Some("2468")));
    let error = keys.create(&request(), &types(&["2468"])).unwrap_err();
    assert!(
        matches!(error, CeremonyError::VerificationWrong { retries: Some(3) }),
        "{error}"
    );
}

#[test]
fn a_ctap_2_0_key_verifies_during_the_command_and_gives_the_same_secret() {
    let mut modern = plugged(FingerprintKey::new(&[true], 5, None));
    let mut old = plugged(FingerprintKey::new(&[true, false, true], 5, None).without_tokens());
    let person = Person::default();
    old.create(&request(), &person).unwrap();
    let by_old = old.evaluate(&credential(), &inputs(), &person).unwrap();
    assert_eq!(
        fingers(&person),
        [(None, false), (None, false), (None, true)]
    );
    let by_modern = modern.evaluate(&credential(), &inputs(), &person).unwrap();
    assert!(by_old.output == by_modern.output);
}

#[test]
fn a_ctap_2_0_key_with_a_blocked_reader_turns_to_the_pin() {
    let mut keys = plugged(FingerprintKey::new(&[], 2, Some("2468")).without_tokens());
    let person = types(&["2468"]);
    keys.evaluate(&credential(), &inputs(), &person).unwrap();
    assert_eq!(person.tries_told(), [Some(8)]);
    let mut keys = plugged(FingerprintKey::new(&[], 2, None).without_tokens());
    let error = keys
        .evaluate(&credential(), &inputs(), &person)
        .unwrap_err();
    assert!(
        matches!(error, CeremonyError::VerificationBlocked),
        "{error}"
    );
}
