//! Every status a key can answer with, and what a person hears of it.

use std::sync::Arc;

use serde_cbor_2::Value;

use super::firmware::{enrolled, is_client_pin, plugged};
use super::person::{Person, types};
use super::scripted::{Scripted, map, options, texts};
use super::trussed_key::TrussedKey;
use super::{inputs, keys_with, request};
use crate::authenticator::Authenticator;
use crate::error::CeremonyError;

/// A key that verifies by itself and answers makeCredential with this status.
fn answering(status: u8) -> Arc<Scripted> {
    Scripted::new(move |request| match request[0] {
        4 => Ok(map(&[
            (2, texts(&["hmac-secret"])),
            (4, options(&[("uv", true)])),
        ])),
        1 => Err(status),
        _ => Err(0x01),
    })
}

fn heard(status: u8) -> CeremonyError {
    keys_with(&[answering(status)])
        .create(&request(), &Person::default())
        .unwrap_err()
}

#[test]
fn every_status_of_the_table_has_its_own_meaning() {
    use CeremonyError as E;
    let table: &[(u8, E)] = &[
        (0x05, E::TimedOut),
        (0x06, E::Busy),
        (0x19, E::AlreadyEnrolled),
        (0x22, E::NotThisPasskey),
        (0x26, E::TooOld),
        (0x27, E::Denied),
        (0x28, E::Full),
        (0x2b, E::VerificationNotSetUp),
        (0x2c, E::VerificationNotSetUp),
        (0x2d, E::Cancelled),
        (0x2e, E::NotThisPasskey),
        (0x2f, E::TimedOut),
        (0x30, E::NotNow),
        (0x31, E::PinWrong { retries: None }),
        (0x32, E::PinBlocked),
        (0x33, E::NotNow),
        (0x34, E::PinReplug),
        (0x35, E::PinNotSet),
        (0x36, E::PinNeeded),
        (0x37, E::PinPolicy { min_length: 4 }),
        (0x3a, E::TimedOut),
        (0x3b, E::TouchNeeded),
        (0x3c, E::VerificationBlocked),
        (0x3f, E::VerificationWrong { retries: None }),
    ];
    for (status, meaning) in table {
        let error = heard(*status);
        assert_eq!(
            format!("{error:?}"),
            format!("{meaning:?}"),
            "{status:#04x}"
        );
    }
    // All others, known to CTAP or not, are told as they are.
    let named = |status: &u8| table.iter().any(|(known, _)| known == status);
    for status in (1..=0xff).filter(|status| !named(status)) {
        let error = heard(status);
        assert!(
            matches!(error, E::NotUnderstood { status: s } if s == status),
            "{error:?}"
        );
    }
}

#[test]
fn a_status_for_the_pin_itself_is_told_with_what_the_key_says() {
    use CeremonyError as E;
    let (key, credential) = enrolled(71);
    for (status, meaning) in [
        (0x32, E::PinBlocked),
        (0x34, E::PinReplug),
        (0x35, E::PinNotSet),
        (0x37, E::PinPolicy { min_length: 4 }),
        (0x3a, E::TimedOut),
        (0x33, E::NotNow),
    ] {
        let strange = key.rewrite(move |request, answer| {
            if is_client_pin(request, 9) {
                vec![status]
            } else {
                answer
            }
        });
        let error = plugged(&strange)
            .evaluate(&credential, &inputs(), &types(&["2468"]))
            .unwrap_err();
        assert_eq!(
            format!("{error:?}"),
            format!("{meaning:?}"),
            "{status:#04x}"
        );
    }
}

#[test]
fn a_pin_that_the_key_finds_too_simple_is_a_matter_of_its_rules() {
    let key = TrussedKey::new(72);
    let picky = key.rewrite(|request, answer| {
        if is_client_pin(request, 3) {
            vec![0x37]
        } else {
            answer
        }
    });
    let error = plugged(&picky)
        .create(&request(), &types(&["1234"]))
        .unwrap_err();
    assert!(
        matches!(error, CeremonyError::PinPolicy { min_length: 4 }),
        "{error}"
    );
}

#[test]
fn a_key_that_asks_to_be_replugged_is_not_sent_a_pin() {
    let (key, credential) = enrolled(73);
    let sulking = key.rewrite(|request, answer| {
        if is_client_pin(request, 1) {
            let mut bytes = vec![0];
            bytes.extend(map(&[(3, Value::Integer(5)), (4, Value::Bool(true))]));
            return bytes;
        }
        answer
    });
    let person = types(&["2468"]);
    let error = plugged(&sulking)
        .evaluate(&credential, &inputs(), &person)
        .unwrap_err();
    assert!(matches!(error, CeremonyError::PinReplug), "{error}");
    assert!(person.requests.lock().unwrap().is_empty());
}

#[test]
fn a_key_that_answers_no_silent_question_is_asked_with_a_touch() {
    let (key, credential) = enrolled(74);
    let shy = key.rewrite(|request, answer| {
        if request[0] == 2 && request.len() < 300 {
            vec![0x36]
        } else {
            answer
        }
    });
    plugged(&shy)
        .evaluate(&credential, &inputs(), &types(&["2468"]))
        .unwrap();
}

#[test]
fn a_key_that_is_busy_for_a_moment_is_asked_again() {
    let (key, credential) = enrolled(75);
    let mut busy = 2;
    let shared = key.rewrite(move |request, answer| {
        // How many tries are left, which costs none.
        if is_client_pin(request, 1) && busy > 0 {
            busy -= 1;
            return vec![0x06];
        }
        answer
    });
    plugged(&shared)
        .evaluate(&credential, &inputs(), &types(&["2468"]))
        .unwrap();
}

#[test]
fn a_key_without_any_verification_cannot_be_used() {
    let bare = Scripted::new(|request| match request[0] {
        4 => Ok(map(&[(2, texts(&["hmac-secret"]))])),
        _ => Err(0x01),
    });
    let error = keys_with(&[bare])
        .create(&request(), &Person::default())
        .unwrap_err();
    assert!(
        matches!(error, CeremonyError::VerificationNotSetUp),
        "{error}"
    );
}
