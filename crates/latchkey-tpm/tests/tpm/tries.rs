//! Wrong PINs, lockout, and what a PIN has to be.

use latchkey_passkey::{
    Argon2Cost, Authenticator, AuthenticatorKind, CeremonyError, Credential, Evaluation,
    PinPurpose, PinRequest, Question, TpmBinding,
};

use crate::person::{PIN, Person, inputs, request};
use crate::swtpm::{Swtpm, swtpm};

fn create(tpm: &Swtpm) -> Credential {
    let person = Person::typing(&[PIN]);
    tpm.authenticator().create(&request(), &person).unwrap()
}

fn evaluate(
    tpm: &Swtpm,
    credential: &Credential,
    person: &Person,
) -> Result<Evaluation, CeremonyError> {
    tpm.authenticator()
        .evaluate(credential, &inputs("a"), person)
}

fn failures(tpm: &Swtpm) -> u32 {
    let postures = tpm.authenticator().postures().unwrap();
    postures[0].tpm.as_ref().unwrap().failures
}

fn asking(retries: u8, was_wrong: bool) -> PinRequest {
    PinRequest {
        authenticator: AuthenticatorKind::Tpm,
        purpose: PinPurpose::Use,
        retries: Some(retries),
        was_wrong,
        min_length: 6,
        not_only_digits: false,
    }
}

#[test]
fn a_wrong_pin_costs_a_try_and_is_asked_for_again() {
    let Some(tpm) = swtpm() else { return };
    tpm.allow_tries(32);
    let credential = create(&tpm);
    let person = Person::typing(&["wrong for sure", PIN]);
    evaluate(&tpm, &credential, &person).unwrap();
    assert_eq!(person.asked(), [asking(32, false), asking(31, true)]);
    assert!(person.questions().is_empty());
}

#[test]
fn a_person_who_stops_after_a_wrong_pin_is_told_how_many_tries_are_left() {
    let Some(tpm) = swtpm() else { return };
    tpm.allow_tries(32);
    let credential = create(&tpm);
    let refused = evaluate(&tpm, &credential, &Person::typing(&["wrong for sure"]));
    assert!(matches!(
        refused,
        Err(CeremonyError::PinWrong { retries: Some(31) })
    ));
}

#[test]
fn the_right_pin_does_not_reset_the_counter() {
    let Some(tpm) = swtpm() else { return };
    tpm.allow_tries(32);
    let credential = create(&tpm);
    let wrong = ["wrong for sure", "wrong as well", PIN];
    evaluate(&tpm, &credential, &Person::typing(&wrong)).unwrap();
    assert_eq!(failures(&tpm), 2);
    evaluate(&tpm, &credential, &Person::typing(&[PIN])).unwrap();
    assert_eq!(failures(&tpm), 2);
}

#[test]
fn the_counter_is_shared_by_all_keys_of_the_computer() {
    let Some(tpm) = swtpm() else { return };
    tpm.allow_tries(32);
    let (one, other) = (create(&tpm), create(&tpm));
    let _ = evaluate(&tpm, &one, &Person::typing(&["wrong for sure"]));
    let person = Person::typing(&[PIN]);
    evaluate(&tpm, &other, &person).unwrap();
    assert_eq!(person.asked()[0].retries, Some(31));
}

#[test]
fn the_last_two_tries_are_made_only_after_a_yes() {
    let Some(tpm) = swtpm() else { return };
    tpm.allow_tries(4);
    let credential = create(&tpm);
    let _ = evaluate(&tpm, &credential, &Person::typing(&["wrong for sure"]));
    assert_eq!(failures(&tpm), 1);
    let careful = Person::typing(&["wrong again", PIN]).saying_no();
    let refused = evaluate(&tpm, &credential, &careful);
    assert!(matches!(refused, Err(CeremonyError::Cancelled)));
    assert_eq!(careful.asked().len(), 1);
    let last = Question::LastTries {
        authenticator: AuthenticatorKind::Tpm,
        retries: 2,
    };
    assert_eq!(careful.questions(), [last]);
    assert_eq!(failures(&tpm), 2);
    evaluate(&tpm, &credential, &Person::typing(&[PIN])).unwrap();
}

#[test]
fn too_many_wrong_pins_lock_it_for_the_right_one_too() {
    let Some(tpm) = swtpm() else { return };
    tpm.allow_tries(3);
    let credential = create(&tpm);
    let guesses = ["wrong for sure", "wrong again", "wrong still", PIN];
    let guesser = Person::typing(&guesses);
    let locked = evaluate(&tpm, &credential, &guesser);
    assert_eq!(guesser.asked().len(), 3);
    assert!(is_lockout(&locked), "{locked:?}");

    // From now on nobody is even asked: no PIN can be right.
    let person = Person::typing(&[PIN]);
    assert!(is_lockout(&evaluate(&tpm, &credential, &person)));
    let refused = tpm.authenticator().create(&request(), &person);
    assert!(matches!(
        refused,
        Err(CeremonyError::TpmLockout { seconds: Some(600) })
    ));
    assert!(person.asked().is_empty());
    assert_eq!(failures(&tpm), 3);

    // Only the computer's owner clears it; this program never does.
    tpm.clear_lockout();
    evaluate(&tpm, &credential, &person).unwrap();
}

fn is_lockout(result: &Result<Evaluation, CeremonyError>) -> bool {
    matches!(
        result,
        Err(CeremonyError::TpmLockout { seconds: Some(600) })
    )
}

#[test]
fn a_lockout_that_others_bring_about_while_the_pin_is_typed_is_told_as_one() {
    let Some(tpm) = swtpm() else { return };
    tpm.allow_tries(3);
    let credential = create(&tpm);
    let person = crate::guessing::Interrupted::new(PIN, || {
        for guess in ["wrong for sure", "wrong again", "wrong still"] {
            let _ = evaluate(&tpm, &credential, &Person::typing(&[guess]));
        }
    });
    let refused = tpm
        .authenticator()
        .evaluate(&credential, &inputs("a"), &person);
    assert!(is_lockout(&refused), "{refused:?}");
}

#[test]
fn where_the_lockout_is_not_guarded_a_new_pin_is_long_and_not_digits_only() {
    let Some(tpm) = swtpm() else { return };
    for pin in ["1234567890", "blue hors", "123456"] {
        let person = Person::typing(&[pin]);
        let refused = tpm.authenticator().create(&request(), &person);
        assert!(
            matches!(refused, Err(CeremonyError::PinPolicy { min_length: 10 })),
            "{pin}"
        );
        let asked = &person.asked()[0];
        assert_eq!((asked.min_length, asked.not_only_digits), (10, true));
        assert_eq!(asked.purpose, PinPurpose::Choose);
    }
    assert!(!tpm.blobs().exists());
    let person = Person::typing(&["blue horse"]);
    tpm.authenticator().create(&request(), &person).unwrap();
}

#[test]
fn where_the_lockout_is_guarded_six_digits_are_enough() {
    let Some(tpm) = swtpm() else { return };
    tpm.allow_tries(32);
    tpm.guard_lockout();
    let short = tpm
        .authenticator()
        .create(&request(), &Person::typing(&["12345"]));
    assert!(matches!(
        short,
        Err(CeremonyError::PinPolicy { min_length: 6 })
    ));
    let person = Person::typing(&["123456"]);
    let credential = tpm.authenticator().create(&request(), &person).unwrap();
    let asked = &person.asked()[0];
    assert_eq!((asked.min_length, asked.not_only_digits), (6, false));
    evaluate(&tpm, &credential, &Person::typing(&["123456"])).unwrap();
}

#[test]
fn a_pin_too_short_to_be_right_costs_no_try() {
    let Some(tpm) = swtpm() else { return };
    tpm.allow_tries(32);
    let credential = create(&tpm);
    let refused = evaluate(&tpm, &credential, &Person::typing(&["12345"]));
    assert!(matches!(refused, Err(CeremonyError::PinPolicy { .. })));
    assert_eq!(failures(&tpm), 0);
}

#[test]
fn a_keyring_that_asks_for_an_absurd_cost_gets_no_pin() {
    let Some(tpm) = swtpm() else { return };
    let mut credential = create(&tpm);
    let absurd = Argon2Cost {
        memory_kib: u32::MAX,
        passes: 3,
        lanes: 4,
    };
    credential.tpm.as_mut().unwrap().argon2id = absurd;
    let person = Person::typing(&[PIN]);
    let refused = evaluate(&tpm, &credential, &person);
    assert!(matches!(refused, Err(CeremonyError::Inconsistent { .. })));
    assert!(person.asked().is_empty());
}

#[test]
fn a_keyring_that_says_otherwise_than_the_file_on_this_computer_gets_no_pin() {
    let Some(tpm) = swtpm() else { return };
    tpm.allow_tries(32);
    let credential = create(&tpm);
    let lies: [fn(&mut TpmBinding); 5] = [
        |binding| binding.pin_salt[0] ^= 1,
        |binding| binding.argon2id.passes = 1,
        |binding| binding.argon2id.memory_kib = 16 * 1024,
        |binding| binding.parent_name[2] ^= 1,
        |binding| binding.parent_name.clear(),
    ];
    for (number, lie) in lies.into_iter().enumerate() {
        let mut forged = credential.clone();
        lie(forged.tpm.as_mut().unwrap());
        let person = Person::typing(&[PIN]);
        let refused = evaluate(&tpm, &forged, &person);
        let told = matches!(refused, Err(CeremonyError::Inconsistent { .. }));
        assert!(told, "{number}: {refused:?}");
        assert!(person.asked().is_empty());
    }
    assert_eq!(failures(&tpm), 0);
    evaluate(&tpm, &credential, &Person::typing(&[PIN])).unwrap();
}

#[test]
fn tries_that_others_use_up_while_the_pin_is_typed_are_asked_about() {
    let Some(tpm) = swtpm() else { return };
    tpm.allow_tries(4);
    let credential = create(&tpm);
    let person = crate::guessing::Interrupted::new(PIN, || {
        for guess in ["wrong for sure", "wrong again"] {
            let _ = evaluate(&tpm, &credential, &Person::typing(&[guess]));
        }
    });
    let person = person.saying_no();
    let refused = tpm
        .authenticator()
        .evaluate(&credential, &inputs("a"), &person);
    assert!(matches!(refused, Err(CeremonyError::Cancelled)));
    let last = Question::LastTries {
        authenticator: AuthenticatorKind::Tpm,
        retries: 2,
    };
    assert_eq!(person.questions(), [last]);
    assert_eq!(failures(&tpm), 2);
}

#[test]
fn no_pin_that_was_wrong_is_tried_twice_whatever_was_typed_between() {
    let Some(tpm) = swtpm() else { return };
    tpm.allow_tries(32);
    let credential = create(&tpm);
    let person = Person::typing(&["wrong for sure", "wrong again", "wrong for sure", PIN]);
    let refused = evaluate(&tpm, &credential, &person);
    let left = matches!(refused, Err(CeremonyError::PinWrong { retries: Some(30) }));
    assert!(left, "{refused:?}");
    assert_eq!(failures(&tpm), 2);
}

#[test]
fn a_person_who_stops_while_asked_spends_no_try() {
    let Some(tpm) = swtpm() else { return };
    tpm.allow_tries(32);
    let credential = create(&tpm);
    let person = Person::typing(&["wrong for sure"]).stopping_when_asked();
    let stopped = evaluate(&tpm, &credential, &person);
    assert!(matches!(stopped, Err(CeremonyError::Cancelled)));
    let closed = evaluate(&tpm, &credential, &Person::typing(&[]));
    assert!(matches!(closed, Err(CeremonyError::PinNeeded)));
    let unset = tpm.authenticator().create(&request(), &Person::typing(&[]));
    assert!(matches!(unset, Err(CeremonyError::PinNotSet)));
    assert_eq!(failures(&tpm), 0);
}
