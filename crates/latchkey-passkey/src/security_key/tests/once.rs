//! What can cost a try is sent once: whether a key has counted it is never guessed.

use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex};

use super::firmware::{enrolled, is_client_pin, plugged};
use super::person::types;
use super::scripted::{FingerprintKey, Scripted};
use super::trussed_key::TrussedKey;
use super::{inputs, keys_with, request};
use crate::ask::{Interaction, Moment, PinRequest, Question};
use crate::authenticator::{Authenticator, AuthenticatorKind, Credential};
use crate::error::CeremonyError;
use crate::pin::Pin;

const BUSY: u8 = 0x06;

/// The subcommands of clientPIN that were sent from the `from`th request on.
fn subcommands(key: &TrussedKey, from: usize) -> Vec<i128> {
    let requests = key.requests.lock().unwrap();
    let number = |request: &Vec<u8>| (1..=9).find(|number| is_client_pin(request, *number));
    requests.iter().skip(from).filter_map(number).collect()
}

fn used_with(key: &Arc<TrussedKey>, credential: &Credential, pins: &[&str]) -> CeremonyError {
    plugged(key)
        .evaluate(credential, &inputs(), &types(pins))
        .unwrap_err()
}

#[test]
fn a_pin_whose_answer_is_lost_is_not_sent_again() {
    let (key, credential) = enrolled(81);
    let sent = |request: &[u8]| is_client_pin(request, 9);
    let before = key.count(sent);
    key.rewrite(move |request, answer| match sent(request) {
        true => Vec::new(),
        false => answer,
    });
    let error = used_with(&key, &credential, &["1111", "2222", "2468"]);
    assert!(matches!(error, CeremonyError::Busy), "{error}");
    assert_eq!(key.count(sent) - before, 1);
    key.rewrite(|_, answer| answer);
    assert_eq!(plugged(&key).postures().unwrap()[0].pin_retries, Some(7));
}

#[test]
fn no_request_is_sent_again_after_an_answer_that_is_none() {
    let (key, credential) = enrolled(82);
    // Retries, agreement, the assertion with its token: each once.
    for (number, lost) in [(6, 1), (6, 2), (2, 0)] {
        let is_lost = move |request: &[u8]| match lost {
            0 => request[0] == number && request.len() > 300,
            subcommand => is_client_pin(request, subcommand),
        };
        let before = key.count(is_lost);
        key.rewrite(move |request, answer| match is_lost(request) {
            true => Vec::new(),
            false => answer,
        });
        let error = used_with(&key, &credential, &["2468"]);
        assert!(matches!(error, CeremonyError::Busy), "{error}");
        assert_eq!(key.count(is_lost) - before, 1, "{number} {lost}");
    }
}

#[test]
fn the_tries_are_read_anew_before_a_pin_goes_to_a_busy_key_again() {
    let (key, credential) = enrolled(83);
    let mut busy = 2;
    key.rewrite(move |request, answer| {
        if is_client_pin(request, 9) && busy > 0 {
            busy -= 1;
            return vec![BUSY];
        }
        answer
    });
    let from = key.requests.lock().unwrap().len();
    let person = types(&["2468"]);
    plugged(&key)
        .evaluate(&credential, &inputs(), &person)
        .unwrap();
    assert_eq!(person.requests.lock().unwrap().len(), 1);
    let sent = subcommands(&key, from);
    for (at, _) in sent.iter().enumerate().filter(|(_, number)| **number == 9) {
        assert_eq!(sent[at - 2..at], [1, 2], "{sent:?}");
    }
    assert_eq!(sent.iter().filter(|number| **number == 9).count(), 3);
}

#[test]
fn a_pin_that_a_busy_key_counted_is_not_sent_again() {
    let (key, credential) = enrolled(84);
    let sent = |request: &[u8]| is_client_pin(request, 9);
    let before = key.count(sent);
    key.rewrite(move |request, answer| match sent(request) {
        true => vec![BUSY],
        false => answer,
    });
    let error = used_with(&key, &credential, &["1111"]);
    assert!(matches!(error, CeremonyError::Busy), "{error}");
    assert_eq!(key.count(sent) - before, 1);
}

#[test]
fn a_busy_key_with_two_tries_left_is_asked_again_only_after_another_yes() {
    let (key, credential) = enrolled(85);
    let mut busy = 1;
    key.rewrite(move |request, mut answer| {
        if is_client_pin(request, 9) && busy > 0 {
            busy -= 1;
            return vec![BUSY];
        }
        if is_client_pin(request, 1) {
            *answer.last_mut().unwrap() = 2;
        }
        answer
    });
    let person = types(&["2468"]);
    plugged(&key)
        .evaluate(&credential, &inputs(), &person)
        .unwrap();
    let question = Question::LastTries {
        authenticator: AuthenticatorKind::SecurityKey,
        retries: 2,
    };
    let asked = person.questions.lock().unwrap();
    assert_eq!(*asked, [question.clone(), question]);
}

#[test]
fn a_new_pin_is_set_once_whatever_comes_back() {
    for (serial, answer) in [(86, vec![BUSY]), (87, Vec::new())] {
        let key = TrussedKey::new(serial);
        key.rewrite(move |request, real| match is_client_pin(request, 3) {
            true => answer.clone(),
            false => real,
        });
        let error = plugged(&key)
            .create(&request(), &types(&["2468", "2468"]))
            .unwrap_err();
        assert!(matches!(error, CeremonyError::Busy), "{error}");
        assert_eq!(key.count(|request| is_client_pin(request, 3)), 1);
    }
}

#[test]
fn a_finger_is_asked_for_once_by_a_key_that_then_says_it_was_busy() {
    for tokens in [true, false] {
        let mut chip = FingerprintKey::new(&[], 5, Some("2468"));
        if !tokens {
            chip = chip.without_tokens();
        }
        let asked = Arc::new(Mutex::new(0));
        let count = Arc::clone(&asked);
        let key = Scripted::new(move |request| {
            let needs_finger = match tokens {
                true => is_client_pin(request, 6),
                false => request[0] == 1,
            };
            if needs_finger {
                *count.lock().unwrap() += 1;
                return Err(BUSY);
            }
            chip.answer(request)
        });
        let error = keys_with(&[key])
            .create(&request(), &types(&["2468"]))
            .unwrap_err();
        assert!(matches!(error, CeremonyError::Busy), "{error}");
        assert_eq!(*asked.lock().unwrap(), 1);
    }
}

#[test]
fn tries_that_others_use_up_while_the_pin_is_typed_are_asked_about() {
    /// Types the PIN after another program has used tries up, and says no.
    struct Slow(AtomicBool, Mutex<Vec<Question>>);

    impl Interaction for Slow {
        fn tell(&self, _: &Moment) {}

        fn pin(&self, _: &PinRequest) -> Option<Pin> {
            self.0.store(true, Ordering::SeqCst);
            Pin::new("2468")
        }

        fn confirm(&self, question: &Question) -> bool {
            self.1.lock().unwrap().push(question.clone());
            false
        }

        fn is_cancelled(&self) -> bool {
            false
        }
    }

    let (key, credential) = enrolled(88);
    let person = Arc::new(Slow(AtomicBool::new(false), Mutex::default()));
    let typed = Arc::clone(&person);
    key.rewrite(move |request, mut answer| {
        if is_client_pin(request, 1) && typed.0.load(Ordering::SeqCst) {
            *answer.last_mut().unwrap() = 2;
        }
        answer
    });
    let sent = |request: &[u8]| is_client_pin(request, 9);
    let before = key.count(sent);
    let error = plugged(&key)
        .evaluate(&credential, &inputs(), &*person)
        .unwrap_err();
    assert!(matches!(error, CeremonyError::Cancelled), "{error}");
    let question = Question::LastTries {
        authenticator: AuthenticatorKind::SecurityKey,
        retries: 2,
    };
    assert_eq!(*person.1.lock().unwrap(), [question]);
    assert_eq!(key.count(sent), before);
}
