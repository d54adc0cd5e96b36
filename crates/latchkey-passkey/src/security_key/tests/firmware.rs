//! Ceremonies with the firmware of real keys.

use std::sync::Arc;
use std::thread;
use std::time::Duration;

use serde_cbor_2::Value;

use super::person::{Person, types};
use super::trussed_key::{Finger, TrussedKey};
use super::{Bench, Refused, foreign, inputs, keys_on, keys_with, request};
use crate::ask::{Moment, OnePin, PinPurpose};
use crate::authenticator::{Authenticator, Credential, PinState};
use crate::error::{Absence, CeremonyError};
use crate::prf::PrfInputs;

/// A key with a PIN and a credential.
pub(super) fn enrolled(serial: u32) -> (Arc<TrussedKey>, Credential) {
    let key = TrussedKey::new(serial);
    let credential = enrol(&key);
    (key, credential)
}

/// Sets the PIN 2468 and makes a credential.
pub(super) fn enrol(key: &Arc<TrussedKey>) -> Credential {
    plugged(key).create(&request(), &types(&["2468"])).unwrap()
}

pub(super) fn plugged(key: &Arc<TrussedKey>) -> crate::SecurityKeys {
    keys_with(&[Arc::new(Arc::clone(key))])
}

pub(super) fn secret(key: &Arc<TrussedKey>, credential: &Credential) -> [u8; 64] {
    let evaluation = plugged(key).evaluate(credential, &inputs(), &types(&["2468"]));
    *evaluation.unwrap().output.as_bytes()
}

/// Whether a request is this clientPIN subcommand.
pub(super) fn is_client_pin(request: &[u8], subcommand: i128) -> bool {
    let Ok(Value::Map(map)) = serde_cbor_2::from_slice(request.get(1..).unwrap_or_default()) else {
        return false;
    };
    request[0] == 6 && map.get(&Value::Integer(2)) == Some(&Value::Integer(subcommand))
}

/// Leaves out an option of getInfo.
fn without_option(map: &mut std::collections::BTreeMap<Value, Value>, name: &str) {
    let Some(Value::Map(options)) = map.get_mut(&Value::Integer(4)) else {
        panic!("the firmware has options");
    };
    options.remove(&Value::Text(name.to_owned()));
}

#[test]
fn a_key_without_a_pin_gets_one_and_then_makes_a_credential() {
    let key = TrussedKey::new(1);
    let mut keys = plugged(&key);
    assert_eq!(keys.postures().unwrap()[0].pin, PinState::NotSet);
    let person = types(&["2468"]);
    let credential = keys.create(&request(), &person).unwrap();
    let asked = person.requests.lock().unwrap();
    assert_eq!(asked.len(), 1, "the PIN just chosen is not asked for again");
    assert_eq!(asked[0].purpose, PinPurpose::Choose);
    assert_eq!((asked[0].min_length, asked[0].retries), (4, None));
    assert!(person.was_told(&Moment::Touch) && person.was_told(&Moment::Over));
    assert_eq!(credential.rp_id, crate::RP_ID);
    assert!(credential.id.len() > 100);
    assert!(
        matches!(credential.public_key.len(), 42 | 77),
        "a COSE key, EdDSA or ES256"
    );
    let posture = keys.postures().unwrap().remove(0);
    assert_eq!((posture.pin, posture.pin_retries), (PinState::Set, Some(8)));
    assert!(posture.prf);
    assert_eq!(posture.transports, ["usb"]);
}

#[test]
fn the_credential_is_not_resident_and_a_silent_question_finds_it() {
    let (key, credential) = enrolled(2);
    let made = |request: &[u8]| request[0] == 1;
    assert_eq!(key.count(made), 1);
    let requests = key.requests.lock().unwrap();
    let make = requests.iter().find(|request| made(request)).unwrap();
    let Value::Map(map) = serde_cbor_2::from_slice(&make[1..]).unwrap() else {
        panic!()
    };
    assert!(
        !map.contains_key(&Value::Integer(7)),
        "no options: rk is false"
    );
    let extensions = format!("{:?}", map[&Value::Integer(6)]);
    assert!(extensions.contains("credProtect") && extensions.contains("Integer(2)"));
    drop(requests);
    secret(&key, &credential);
    assert_eq!(
        key.times_touched(),
        2,
        "one touch to make it, one to use it, none to find it"
    );
}

#[test]
fn two_inputs_give_the_same_two_outputs_every_time() {
    let (key, credential) = enrolled(3);
    let once = secret(&key, &credential);
    assert_eq!(once, secret(&key, &credential));
    assert_ne!(once[..32], once[32..]);
    let swapped = PrfInputs {
        first: inputs().second,
        second: inputs().first,
    };
    let other = plugged(&key)
        .evaluate(&credential, &swapped, &types(&["2468"]))
        .unwrap();
    assert_eq!(other.output.as_bytes()[..32], once[32..]);
    assert_eq!(other.output.as_bytes()[32..], once[..32]);
}

#[test]
fn both_pin_protocols_give_the_same_secret() {
    let (key, credential) = enrolled(4);
    let by_two = secret(&key, &credential);
    let older = key.claim(|map| {
        map.insert(Value::Integer(6), Value::Array(vec![Value::Integer(1)]));
    });
    key.requests.lock().unwrap().clear();
    assert_eq!(secret(&older, &credential), by_two);
    let asks_two = |request: &[u8]| request[0] == 6 && request[2..4] == [1, 2];
    assert_eq!(key.count(asks_two), 0, "only protocol one was spoken");
}

#[test]
fn a_ctap_2_0_key_gives_its_token_the_old_way_and_the_same_secret() {
    let (key, credential) = enrolled(5);
    let modern = secret(&key, &credential);
    key.requests.lock().unwrap().clear();
    let old = key.claim(|map| without_option(map, "pinUvAuthToken"));
    assert_eq!(secret(&old, &credential), modern);
    assert_eq!(key.count(|request| is_client_pin(request, 5)), 1);
    assert_eq!(key.count(|request| is_client_pin(request, 9)), 0);
    let made_old = plugged(&old).create(&request(), &types(&["2468"])).unwrap();
    secret(&old, &made_old);
}

#[test]
fn a_whole_enrolment_asks_for_the_pin_once() {
    let (key, _) = enrolled(6);
    let person = types(&["2468"]);
    let ask = OnePin::new(&person);
    let mut keys = plugged(&key);
    let credential = keys.create(&request(), &ask).unwrap();
    let once = keys.evaluate(&credential, &inputs(), &ask).unwrap();
    let again = keys.evaluate(&credential, &inputs(), &ask).unwrap();
    assert!(once.output == again.output);
    assert_eq!(person.requests.lock().unwrap().len(), 1);
}

#[test]
fn a_key_that_is_enrolled_already_refuses_a_second_credential() {
    let (key, credential) = enrolled(7);
    let mut again = request();
    again.exclude = vec![foreign(), credential];
    let error = plugged(&key).create(&again, &types(&["2468"])).unwrap_err();
    assert!(matches!(error, CeremonyError::AlreadyEnrolled), "{error}");
}

#[test]
fn an_exclude_list_too_long_for_the_key_still_excludes() {
    let (key, credential) = enrolled(8);
    let mut again = request();
    again.exclude = vec![foreign(); 30];
    again.exclude.push(credential);
    let error = plugged(&key).create(&again, &types(&["2468"])).unwrap_err();
    assert!(matches!(error, CeremonyError::AlreadyEnrolled), "{error}");
    again.exclude.pop();
    plugged(&key).create(&again, &types(&["2468"])).unwrap();
}

#[test]
fn the_wrong_key_says_so_without_touch_or_pin() {
    let (_, credential) = enrolled(9);
    let (wrong, _) = enrolled(10);
    let touched = wrong.times_touched();
    let person = types(&["2468"]);
    let error = plugged(&wrong)
        .evaluate(&credential, &inputs(), &person)
        .unwrap_err();
    assert!(matches!(error, CeremonyError::NotThisPasskey), "{error}");
    assert!(person.requests.lock().unwrap().is_empty());
    assert_eq!(wrong.times_touched(), touched);
    let error = plugged(&wrong)
        .evaluate(&foreign(), &inputs(), &person)
        .unwrap_err();
    assert!(matches!(error, CeremonyError::NotThisPasskey), "{error}");
}

#[test]
fn a_credential_of_another_relying_party_is_not_found() {
    let (key, mut credential) = enrolled(11);
    credential.rp_id = "example.com".to_owned();
    let error = plugged(&key)
        .evaluate(&credential, &inputs(), &types(&["2468"]))
        .unwrap_err();
    assert!(matches!(error, CeremonyError::NotThisPasskey), "{error}");
}

#[test]
fn a_refused_touch_is_denied_and_a_missing_one_times_out() {
    let (key, credential) = enrolled(12);
    for (finger, words) in [
        (Finger::Denies, CeremonyError::Denied),
        (Finger::NeverComes, CeremonyError::TimedOut),
    ] {
        key.finger(finger);
        let error = plugged(&key)
            .evaluate(&credential, &inputs(), &types(&["2468"]))
            .unwrap_err();
        assert_eq!(error.to_string(), words.to_string());
        let error = plugged(&key)
            .create(&request(), &types(&["2468"]))
            .unwrap_err();
        assert_eq!(error.to_string(), words.to_string());
    }
}

#[test]
fn a_key_without_prf_is_told_before_anything_is_asked() {
    let (key, credential) = enrolled(13);
    let plain = key.claim(|map| {
        map.insert(
            Value::Integer(2),
            Value::Array(vec![Value::Text("credProtect".to_owned())]),
        );
    });
    let person = types(&["2468"]);
    let error = plugged(&plain).create(&request(), &person).unwrap_err();
    assert!(matches!(error, CeremonyError::WithoutPrf), "{error}");
    let error = plugged(&plain)
        .evaluate(&credential, &inputs(), &person)
        .unwrap_err();
    assert!(matches!(error, CeremonyError::NotThisPasskey), "{error}");
    assert!(person.requests.lock().unwrap().is_empty());
    assert!(!plugged(&plain).postures().unwrap()[0].prf);
}

#[test]
fn a_stale_token_is_renewed_once_without_asking_again() {
    let (key, credential) = enrolled(14);
    let mut left = 1;
    let stale = key.rewrite(move |request, answer| {
        if request[0] == 2 && answer[0] == 0 && request.len() > 300 && left > 0 {
            left -= 1;
            return vec![0x33];
        }
        answer
    });
    let person = types(&["2468"]);
    plugged(&stale)
        .evaluate(&credential, &inputs(), &person)
        .unwrap();
    assert_eq!(person.requests.lock().unwrap().len(), 1);
    assert_eq!(
        key.count(|request| is_client_pin(request, 9)),
        3,
        "two of them now"
    );
    let always = key.rewrite(|request, answer| if request[0] == 1 { vec![0x33] } else { answer });
    let error = plugged(&always)
        .create(&request(), &types(&["2468"]))
        .unwrap_err();
    assert!(matches!(error, CeremonyError::NotNow), "{error}");
}

#[test]
fn a_key_that_is_plugged_in_later_is_used() {
    let (key, credential) = enrolled(15);
    let bench = Bench::default();
    let later = bench.clone();
    let person = types(&["2468"]).who_does(move |moment| {
        if *moment == Moment::PlugIn {
            let (bench, key) = (later.clone(), Arc::clone(&key));
            thread::spawn(move || {
                thread::sleep(Duration::from_millis(300));
                bench.plug_in(Arc::new(key));
            });
        }
    });
    keys_on(&bench)
        .evaluate(&credential, &inputs(), &person)
        .unwrap();
    let moments = person.moments.lock().unwrap();
    assert_eq!(
        moments
            .iter()
            .filter(|moment| **moment == Moment::PlugIn)
            .count(),
        1
    );
}

#[test]
fn nothing_plugged_in_in_time_is_no_authenticator() {
    let person = Person::default();
    let error = keys_on(&Bench::default())
        .create(&request(), &person)
        .unwrap_err();
    let absence = CeremonyError::NoAuthenticator(Absence::NotPluggedIn);
    assert_eq!(error.to_string(), absence.to_string());
    assert!(person.was_told(&Moment::PlugIn));
    assert!(keys_on(&Bench::default()).postures().unwrap().is_empty());
}

#[test]
fn a_key_that_may_not_be_opened_is_missing_access() {
    let denied = CeremonyError::NoAuthenticator(Absence::UsbAccess).to_string();
    let mut keys = keys_with(&[Arc::new(Refused)]);
    assert_eq!(keys.postures().unwrap_err().to_string(), denied);
    let person = Person::default();
    assert_eq!(
        keys.create(&request(), &person).unwrap_err().to_string(),
        denied
    );
    assert!(!person.was_told(&Moment::PlugIn));
    let (other, _) = enrolled(16);
    let mut keys = keys_with(&[Arc::new(Refused), Arc::new(other)]);
    let error = keys.evaluate(&foreign(), &inputs(), &person).unwrap_err();
    assert_eq!(
        error.to_string(),
        denied,
        "the one that is refused may be the right one"
    );
}
