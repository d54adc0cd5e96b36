//! The person stops, at every point at which one can.

use std::sync::Arc;
use std::time::{Duration, Instant};

use super::firmware::{enrolled, plugged, secret};
use super::person::{Person, types};
use super::trussed_key::{Finger, TrussedKey};
use super::{Bench, inputs, keys_on, keys_with, request};
use crate::ask::Moment;
use crate::authenticator::{Authenticator, AuthenticatorKind};
use crate::error::CeremonyError;

/// Stopping takes a moment of the person's and not half a minute of the key's.
const AT_ONCE: Duration = Duration::from_secs(5);

fn stops(ceremony: impl FnOnce() -> CeremonyError) {
    let began = Instant::now();
    let error = ceremony();
    assert!(matches!(error, CeremonyError::Cancelled), "{error}");
    assert!(began.elapsed() < AT_ONCE);
}

#[test]
fn before_it_begins_and_while_no_key_is_plugged_in() {
    stops(|| {
        let person = Person::default();
        person.stop();
        keys_on(&Bench::default())
            .create(&request(), &person)
            .unwrap_err()
    });
    stops(|| {
        let person = Person::default().who_stops_at(|moment| *moment == Moment::PlugIn);
        keys_on(&Bench::default())
            .create(&request(), &person)
            .unwrap_err()
    });
}

#[test]
fn at_the_pin_chosen_or_used() {
    stops(|| {
        let person = Person::default().who_stops_at_the_pin();
        plugged(&TrussedKey::new(61))
            .create(&request(), &person)
            .unwrap_err()
    });
    let (key, credential) = enrolled(62);
    stops(|| {
        let person = Person::default().who_stops_at_the_pin();
        plugged(&key)
            .evaluate(&credential, &inputs(), &person)
            .unwrap_err()
    });
    secret(&key, &credential);
}

#[test]
fn while_the_key_works_on_the_pin() {
    let (key, credential) = enrolled(63);
    let working = |moment: &Moment| *moment == Moment::Working(AuthenticatorKind::SecurityKey);
    stops(|| {
        let person = types(&["2468"]).who_stops_at(working);
        plugged(&key)
            .evaluate(&credential, &inputs(), &person)
            .unwrap_err()
    });
    secret(&key, &credential);
}

#[test]
fn while_a_touch_is_awaited_and_the_key_serves_on_at_once() {
    let (key, credential) = enrolled(64);
    let before = secret(&key, &credential);
    for _ in 0..3 {
        key.finger(Finger::Away);
        stops(|| {
            let person = types(&["2468"]).who_stops_at(|moment| *moment == Moment::Touch);
            plugged(&key)
                .evaluate(&credential, &inputs(), &person)
                .unwrap_err()
        });
        stops(|| {
            let person = types(&["2468"]).who_stops_at(|moment| *moment == Moment::Touch);
            plugged(&key).create(&request(), &person).unwrap_err()
        });
        key.finger(Finger::Touches);
        assert_eq!(secret(&key, &credential), before);
    }
}

#[test]
fn while_one_of_several_is_to_be_touched() {
    let (one, of_one) = enrolled(65);
    let (other, of_other) = enrolled(66);
    one.finger(Finger::Away);
    other.finger(Finger::Away);
    stops(|| {
        let person =
            types(&["2468"]).who_stops_at(|moment| matches!(moment, Moment::TouchOne { .. }));
        let mut keys = keys_with(&[Arc::new(Arc::clone(&one)), Arc::new(Arc::clone(&other))]);
        keys.create(&request(), &person).unwrap_err()
    });
    one.finger(Finger::Touches);
    other.finger(Finger::Touches);
    secret(&one, &of_one);
    secret(&other, &of_other);
}
