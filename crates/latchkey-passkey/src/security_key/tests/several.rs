//! Several keys plugged in at once.

use std::collections::BTreeMap;
use std::sync::Arc;
use std::thread;
use std::time::Duration;

use serde_cbor_2::Value;

use super::firmware::{enrolled, secret};
use super::person::types;
use super::trussed_key::{Finger, TrussedKey};
use super::{inputs, keys_with, request};
use crate::SecurityKeys;
use crate::ask::Moment;
use crate::authenticator::Authenticator;
use crate::error::CeremonyError;

fn both(one: &Arc<TrussedKey>, other: &Arc<TrussedKey>) -> SecurityKeys {
    keys_with(&[Arc::new(Arc::clone(one)), Arc::new(Arc::clone(other))])
}

/// Makes a key one of before authenticatorSelection.
fn older(map: &mut BTreeMap<Value, Value>) {
    let versions = vec![Value::Text("FIDO_2_0".to_owned())];
    map.insert(Value::Integer(1), Value::Array(versions));
}

#[test]
fn the_key_that_holds_the_credential_is_found_without_a_touch_on_the_other() {
    let (right, credential) = enrolled(41);
    let (wrong, _) = enrolled(42);
    let alone = secret(&right, &credential);
    let touched = wrong.times_touched();
    for mut keys in [both(&right, &wrong), both(&wrong, &right)] {
        let person = types(&["2468"]);
        let evaluation = keys.evaluate(&credential, &inputs(), &person).unwrap();
        assert_eq!(*evaluation.output.as_bytes(), alone);
        assert!(
            !person.was_told(&Moment::TouchOne { of: 2 }),
            "it was clear which one"
        );
    }
    assert_eq!(wrong.times_touched(), touched);
}

#[test]
fn neither_of_two_keys_holds_it() {
    let (_, credential) = enrolled(43);
    let (one, _) = enrolled(44);
    let (other, _) = enrolled(45);
    let error = both(&one, &other)
        .evaluate(&credential, &inputs(), &types(&["2468"]))
        .unwrap_err();
    assert!(matches!(error, CeremonyError::NotThisPasskey), "{error}");
}

#[test]
fn two_keys_have_different_secrets_for_one_input() {
    let (one, of_one) = enrolled(46);
    let (other, of_other) = enrolled(47);
    assert_ne!(secret(&one, &of_one), secret(&other, &of_other));
}

#[test]
fn a_new_credential_goes_to_the_key_that_is_touched() {
    for (serial, is_older) in [(48, false), (50, true)] {
        let (meant, _) = enrolled(serial);
        let (other, _) = enrolled(serial + 1);
        if is_older {
            meant.claim(older);
            other.claim(older);
        }
        meant.finger(Finger::Away);
        other.finger(Finger::Away);
        let hand = Arc::clone(&meant);
        let person = types(&["2468"]).who_does(move |moment| {
            if *moment == (Moment::TouchOne { of: 2 }) {
                let hand = Arc::clone(&hand);
                thread::spawn(move || {
                    thread::sleep(Duration::from_millis(300));
                    hand.finger(Finger::Touches);
                });
            }
        });
        let credential = both(&other, &meant).create(&request(), &person).unwrap();
        assert!(person.was_told(&Moment::TouchOne { of: 2 }));
        let selected = |request: &[u8]| request == [0x0b];
        assert_eq!(meant.count(selected), usize::from(!is_older));
        secret(&meant, &credential);
        // The other one stopped blinking and serves on.
        other.finger(Finger::Touches);
        let error = both(&other, &other)
            .evaluate(&credential, &inputs(), &types(&["2468"]))
            .unwrap_err();
        assert!(matches!(error, CeremonyError::NotThisPasskey), "{error}");
    }
}

#[test]
fn a_key_without_prf_is_no_choice() {
    let (able, _) = enrolled(52);
    let (unable, _) = enrolled(53);
    unable.claim(|map| {
        map.remove(&Value::Integer(2));
    });
    let person = types(&["2468"]);
    let credential = both(&unable, &able).create(&request(), &person).unwrap();
    assert!(!person.was_told(&Moment::TouchOne { of: 2 }));
    secret(&able, &credential);
}

#[test]
fn nobody_touches_either_and_one_that_refuses_leaves_the_other() {
    let (one, _) = enrolled(54);
    let (other, _) = enrolled(55);
    one.finger(Finger::NeverComes);
    other.finger(Finger::NeverComes);
    let error = both(&one, &other)
        .create(&request(), &types(&["2468"]))
        .unwrap_err();
    assert!(matches!(error, CeremonyError::TimedOut), "{error}");
    one.finger(Finger::Denies);
    other.finger(Finger::Touches);
    let credential = both(&one, &other)
        .create(&request(), &types(&["2468"]))
        .unwrap();
    secret(&other, &credential);
}
