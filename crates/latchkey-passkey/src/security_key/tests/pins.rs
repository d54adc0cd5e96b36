//! PINs and their tries, counted by the firmware itself, also over loss of power.

use std::sync::Arc;

use super::firmware::{enrolled, is_client_pin, plugged};
use super::person::types;
use super::trussed_key::TrussedKey;
use super::{inputs, request};
use crate::ask::{PinPurpose, Question};
use crate::authenticator::{Authenticator, AuthenticatorKind, Credential};
use crate::error::CeremonyError;

fn failure(key: &Arc<TrussedKey>, credential: &Credential, pins: &[&str]) -> CeremonyError {
    plugged(key)
        .evaluate(credential, &inputs(), &types(pins))
        .unwrap_err()
}

#[test]
fn a_wrong_pin_says_seven_then_six_and_the_third_wants_the_key_unplugged() {
    let (key, credential) = enrolled(21);
    let person = types(&["1111", "2222", "3333", "2468"]);
    let error = plugged(&key)
        .evaluate(&credential, &inputs(), &person)
        .unwrap_err();
    assert!(matches!(error, CeremonyError::PinReplug), "{error}");
    assert_eq!(person.tries_told(), [Some(8), Some(7), Some(6)]);
    let wrong: Vec<_> = person
        .requests
        .lock()
        .unwrap()
        .iter()
        .map(|r| r.was_wrong)
        .collect();
    assert_eq!(wrong, [false, true, true]);
    // Blocked for the right one as well, until the power is cut.
    let error = failure(&key, &credential, &["2468"]);
    assert!(matches!(error, CeremonyError::PinReplug), "{error}");
}

#[test]
fn a_person_without_another_pin_hears_how_many_tries_are_left() {
    let (key, credential) = enrolled(22);
    let error = failure(&key, &credential, &["1111"]);
    assert!(
        matches!(error, CeremonyError::PinWrong { retries: Some(7) }),
        "{error}"
    );
    let error = failure(&key, &credential, &["1111", "1111", "1111"]);
    assert!(
        matches!(error, CeremonyError::PinWrong { retries: Some(6) }),
        "{error}"
    );
    // The right one gives all tries back.
    plugged(&key)
        .evaluate(&credential, &inputs(), &types(&["2468"]))
        .unwrap();
    assert_eq!(plugged(&key).postures().unwrap()[0].pin_retries, Some(8));
}

#[test]
fn nobody_who_types_a_pin_is_a_pin_needed() {
    let (key, credential) = enrolled(23);
    let error = failure(&key, &credential, &[]);
    assert!(matches!(error, CeremonyError::PinNeeded), "{error}");
    let error = plugged(&TrussedKey::new(24))
        .create(&request(), &types(&[]))
        .unwrap_err();
    assert!(matches!(error, CeremonyError::PinNotSet), "{error}");
}

#[test]
fn a_pin_of_three_is_too_short_and_sets_nothing() {
    let key = TrussedKey::new(25);
    let error = plugged(&key)
        .create(&request(), &types(&["246"]))
        .unwrap_err();
    assert!(
        matches!(error, CeremonyError::PinPolicy { min_length: 4 }),
        "{error}"
    );
    assert_eq!(key.count(|request| is_client_pin(request, 3)), 0);
    // A key of an organisation that wants more says so.
    let strict = key.claim(|map| {
        map.insert(
            serde_cbor_2::Value::Integer(0x0d),
            serde_cbor_2::Value::Integer(6),
        );
    });
    let person = types(&["24680"]);
    let error = plugged(&strict).create(&request(), &person).unwrap_err();
    assert!(
        matches!(error, CeremonyError::PinPolicy { min_length: 6 }),
        "{error}"
    );
    assert_eq!(person.requests.lock().unwrap()[0].min_length, 6);
}

#[test]
fn a_pin_of_63_bytes_in_any_script_works_however_it_was_typed() {
    let key = TrussedKey::new(26);
    // 31 times two bytes, composed and decomposed: the same PIN to the key.
    let composed = "é".repeat(31);
    let decomposed = "e\u{301}".repeat(31);
    let credential = plugged(&key)
        .create(&request(), &types(&[&composed]))
        .unwrap();
    plugged(&key)
        .evaluate(&credential, &inputs(), &types(&[&decomposed]))
        .unwrap();
}

#[test]
fn a_reset_key_says_not_this_passkey_and_a_key_that_lost_only_its_pin_that_none_is_set() {
    let (key, credential) = enrolled(27);
    let odd = key.claim(|map| {
        let Some(serde_cbor_2::Value::Map(options)) = map.get_mut(&serde_cbor_2::Value::Integer(4))
        else {
            panic!("the firmware has options");
        };
        let name = serde_cbor_2::Value::Text("clientPin".to_owned());
        options.insert(name, serde_cbor_2::Value::Bool(false));
    });
    let person = types(&["2468"]);
    let error = plugged(&odd)
        .evaluate(&credential, &inputs(), &person)
        .unwrap_err();
    assert!(matches!(error, CeremonyError::PinNotSet), "{error}");
    let error = plugged(&TrussedKey::new(28))
        .evaluate(&credential, &inputs(), &person)
        .unwrap_err();
    assert!(matches!(error, CeremonyError::NotThisPasskey), "{error}");
    assert!(person.requests.lock().unwrap().is_empty());
}

/// Eight wrong ones with the power cut between: what a person with a forgotten PIN lives through.
#[test]
fn the_last_tries_need_a_yes_and_after_eight_the_pin_is_blocked_for_good() {
    let folder = tempfile::tempdir().unwrap();
    let memory = folder.path().join("chip");
    let replugged = || TrussedKey::with_memory(29, &memory);
    let credential = plugged(&replugged())
        .create(&request(), &types(&["2468"]))
        .unwrap();

    let error = failure(&replugged(), &credential, &["a111", "a222", "a333"]);
    assert!(matches!(error, CeremonyError::PinReplug), "{error}");
    let key = replugged();
    let person = types(&["b111", "b222", "b333"]);
    let error = plugged(&key)
        .evaluate(&credential, &inputs(), &person)
        .unwrap_err();
    assert!(matches!(error, CeremonyError::PinReplug), "{error}");
    assert_eq!(person.tries_told(), [Some(5), Some(4), Some(3)]);
    assert!(
        person.questions.lock().unwrap().is_empty(),
        "three left: told, not asked"
    );

    let key = replugged();
    let person = types(&["2468"]).who_says_no();
    let error = plugged(&key)
        .evaluate(&credential, &inputs(), &person)
        .unwrap_err();
    assert!(matches!(error, CeremonyError::Cancelled), "{error}");
    assert!(
        person.requests.lock().unwrap().is_empty(),
        "no PIN without a yes"
    );
    let question = Question::LastTries {
        authenticator: AuthenticatorKind::SecurityKey,
        retries: 2,
    };
    assert_eq!(*person.questions.lock().unwrap(), [question]);

    let person = types(&["c111", "c222"]);
    let error = plugged(&key)
        .evaluate(&credential, &inputs(), &person)
        .unwrap_err();
    assert!(matches!(error, CeremonyError::PinBlocked), "{error}");
    assert_eq!(person.tries_told(), [Some(2), Some(1)]);
    assert_eq!(person.questions.lock().unwrap().len(), 2);

    let key = replugged();
    let person = types(&["2468"]);
    let error = plugged(&key)
        .evaluate(&credential, &inputs(), &person)
        .unwrap_err();
    assert!(matches!(error, CeremonyError::PinBlocked), "{error}");
    assert!(
        person.requests.lock().unwrap().is_empty(),
        "a blocked key is not asked in vain"
    );
}

#[test]
fn the_right_pin_among_the_last_tries_opens_and_gives_them_back() {
    let folder = tempfile::tempdir().unwrap();
    let memory = folder.path().join("chip");
    let replugged = || TrussedKey::with_memory(30, &memory);
    let credential = plugged(&replugged())
        .create(&request(), &types(&["2468"]))
        .unwrap();
    for pins in [["a111", "a222", "a333"], ["b111", "b222", "b333"]] {
        failure(&replugged(), &credential, &pins);
    }
    let key = replugged();
    let person = types(&["2468"]);
    plugged(&key)
        .evaluate(&credential, &inputs(), &person)
        .unwrap();
    assert_eq!(person.requests.lock().unwrap()[0].purpose, PinPurpose::Use);
    assert_eq!(plugged(&key).postures().unwrap()[0].pin_retries, Some(8));
}

#[test]
fn no_pin_that_was_wrong_is_sent_twice_whatever_was_typed_between() {
    let (key, credential) = enrolled(31);
    let error = failure(&key, &credential, &["1111", "2222", "1111"]);
    assert!(
        matches!(error, CeremonyError::PinWrong { retries: Some(6) }),
        "{error}"
    );
    assert_eq!(plugged(&key).postures().unwrap()[0].pin_retries, Some(6));
}

#[test]
fn a_pin_too_short_to_be_one_costs_no_try() {
    let (key, credential) = enrolled(32);
    for pin in ["1", "246"] {
        let error = failure(&key, &credential, &[pin]);
        assert!(
            matches!(error, CeremonyError::PinPolicy { min_length: 4 }),
            "{error}"
        );
    }
    assert_eq!(plugged(&key).postures().unwrap()[0].pin_retries, Some(8));
}
