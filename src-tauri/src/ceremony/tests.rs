//! A ceremony's talk with the person: asked and answered, stopped at every wait, one at a time.

use std::sync::mpsc;
use std::thread;

use latchkey_passkey::AuthenticatorKind as Kind;

use super::*;
use crate::views::AuthenticatorKind;

/// Ceremonies that wait this long, and what they said.
fn ceremonies(patience: Duration) -> (Arc<Ceremonies>, Tell, mpsc::Receiver<MomentView>) {
    let (tell, told) = mpsc::channel();
    let ceremonies = Ceremonies {
        patience,
        ..Ceremonies::default()
    };
    let tell = Box::new(move |moment| {
        let _ = tell.send(moment);
    });
    (Arc::new(ceremonies), tell, told)
}

fn patient() -> (Arc<Ceremonies>, Tell, mpsc::Receiver<MomentView>) {
    ceremonies(Duration::from_secs(20))
}

fn request(purpose: PinPurpose) -> PinRequest {
    PinRequest {
        authenticator: Kind::SecurityKey,
        purpose,
        retries: Some(3),
        was_wrong: true,
        min_length: 6,
        not_only_digits: true,
    }
}

fn last_tries() -> Question {
    Question::LastTries {
        authenticator: Kind::Tpm,
        retries: 2,
    }
}

/// Waits for what is told next.
fn next(told: &mpsc::Receiver<MomentView>) -> MomentView {
    told.recv_timeout(Duration::from_secs(20)).unwrap()
}

#[test]
fn a_pin_is_asked_for_with_the_tries_left_and_the_typed_one_comes_back() {
    let (ceremonies, tell, told) = patient();
    let asking = ceremonies.clone();
    let ceremony = thread::spawn(move || {
        let ceremony = asking.begin(tell).unwrap();
        let pin = ceremony.pin(&request(PinPurpose::Use));
        pin.map(|pin| pin.as_str().to_owned())
    });
    let asked = MomentView::Pin {
        question: 1,
        authenticator: AuthenticatorKind::SecurityKey,
        purpose: crate::views::PinPurpose::Use,
        retries: Some(3),
        was_wrong: true,
        min_length: 6,
        not_only_digits: true,
    };
    assert!(next(&told) == asked);
    let word = ceremonies.confirm(1, true).unwrap_err();
    assert_eq!(word.code, ErrorCode::Usage, "a word is no PIN");
    ceremonies.pin(1, "1234").unwrap();
    assert_eq!(ceremony.join().unwrap().as_deref(), Some("1234"));
    assert!(next(&told) == MomentView::Over);
}

#[test]
fn a_pin_that_cannot_be_chosen_is_refused_and_asked_for_again() {
    let (ceremonies, tell, told) = patient();
    let asking = ceremonies.clone();
    let ceremony = thread::spawn(move || {
        let ceremony = asking.begin(tell).unwrap();
        let pin = ceremony.pin(&request(PinPurpose::Choose));
        pin.map(|pin| pin.length())
    });
    next(&told);
    let too_long = "x".repeat(64);
    for refused in ["12345", "123456", too_long.as_str(), "a\0bcdefg"] {
        let error = ceremonies.pin(1, refused).unwrap_err();
        assert_eq!(error.code, ErrorCode::PinPolicy);
        assert!(!error.detail.contains(refused));
    }
    ceremonies.pin(1, "12345a").unwrap();
    assert_eq!(ceremony.join().unwrap(), Some(6));
}

#[test]
fn an_empty_pin_stops_the_question() {
    let (ceremonies, tell, told) = patient();
    let asking = ceremonies.clone();
    let ceremony = thread::spawn(move || {
        let ceremony = asking.begin(tell).unwrap();
        ceremony.pin(&request(PinPurpose::Choose)).is_none()
    });
    next(&told);
    ceremonies.pin(1, "").unwrap();
    assert!(ceremony.join().unwrap());
}

#[test]
fn a_question_takes_yes_no_and_no_pin() {
    for yes in [true, false] {
        let (ceremonies, tell, told) = patient();
        let asking = ceremonies.clone();
        let ceremony = thread::spawn(move || {
            let ceremony = asking.begin(tell).unwrap();
            ceremony.confirm(&last_tries())
        });
        assert!(
            next(&told)
                == MomentView::LastTries {
                    question: 1,
                    authenticator: AuthenticatorKind::Tpm,
                    retries: 2
                }
        );
        assert_eq!(
            ceremonies.pin(1, "123456").unwrap_err().code,
            ErrorCode::Usage
        );
        ceremonies.confirm(1, yes).unwrap();
        assert_eq!(ceremony.join().unwrap(), yes);
    }
}

#[test]
fn an_answer_to_an_earlier_question_is_not_taken_for_the_next() {
    let (ceremonies, tell, told) = patient();
    let asking = ceremonies.clone();
    let ceremony = thread::spawn(move || {
        let ceremony = asking.begin(tell).unwrap();
        let first = ceremony.pin(&request(PinPurpose::Use)).is_some();
        let second = ceremony.pin(&request(PinPurpose::Use)).is_some();
        (first, second, ceremony.confirm(&last_tries()))
    });
    next(&told);
    ceremonies.pin(1, "1234").unwrap();
    next(&told);
    let again = ceremonies.pin(1, "1234").unwrap_err();
    assert_eq!(again.code, ErrorCode::Usage, "typed once, sent twice");
    ceremonies.pin(2, "5678").unwrap();
    next(&told);
    for wrong in [2, 4] {
        let word = ceremonies.confirm(wrong, true).unwrap_err();
        assert_eq!(word.code, ErrorCode::Usage);
    }
    ceremonies.confirm(3, true).unwrap();
    assert_eq!(ceremony.join().unwrap(), (true, true, true));
    // Nor is one to a question of an earlier ceremony.
    let (tell, told) = mpsc::channel();
    let asking = ceremonies.clone();
    let later = thread::spawn(move || {
        let tell = move |moment| {
            let _ = tell.send(moment);
        };
        let ceremony = asking.begin(Box::new(tell)).unwrap();
        ceremony.confirm(&last_tries())
    });
    next(&told);
    assert!(ceremonies.confirm(1, true).is_err());
    ceremonies.confirm(4, false).unwrap();
    assert!(!later.join().unwrap());
}

#[test]
fn stopping_ends_every_wait_and_every_later_question() {
    let (ceremonies, tell, told) = patient();
    let asking = ceremonies.clone();
    let ceremony = thread::spawn(move || {
        let ceremony = asking.begin(tell).unwrap();
        let pin = ceremony.pin(&request(PinPurpose::Use)).is_none();
        let later = ceremony.pin(&request(PinPurpose::Use)).is_none();
        let word = ceremony.confirm(&last_tries());
        (pin, later, word, ceremony.is_cancelled())
    });
    next(&told);
    ceremonies.cancel();
    assert_eq!(ceremony.join().unwrap(), (true, true, false, true));
}

#[test]
fn a_question_is_stopped_while_it_waits() {
    let (ceremonies, tell, told) = patient();
    let asking = ceremonies.clone();
    let ceremony = thread::spawn(move || {
        let ceremony = asking.begin(tell).unwrap();
        ceremony.confirm(&last_tries())
    });
    next(&told);
    ceremonies.cancel();
    assert!(!ceremony.join().unwrap());
}

#[test]
fn nobody_is_waited_for_for_ever() {
    let (ceremonies, tell, _told) = ceremonies(Duration::from_millis(20));
    let ceremony = ceremonies.begin(tell).unwrap();
    assert!(ceremony.pin(&request(PinPurpose::Use)).is_none());
    assert!(!ceremony.confirm(&last_tries()));
    let late = ceremonies.pin(2, "123456").unwrap_err();
    assert_eq!(late.code, ErrorCode::Usage, "nothing is asked any more");
}

#[test]
fn a_second_ceremony_is_refused_until_the_first_is_over() {
    let (ceremonies, tell, _told) = patient();
    let (other, _others_told) = {
        let (_, tell, told) = patient();
        (tell, told)
    };
    let first = ceremonies.begin(tell).unwrap();
    let second = ceremonies.begin(other);
    assert_eq!(second.err().map(|error| error.code), Some(ErrorCode::InUse));
    drop(first);
    let third = ceremonies.begin(Box::new(|_| {})).unwrap();
    assert!(!third.is_cancelled(), "an earlier stop is not its own");
}

#[test]
fn a_moment_without_words_is_not_told_and_a_code_is_drawn() {
    let (ceremonies, tell, told) = patient();
    let ceremony = ceremonies.begin(tell).unwrap();
    ceremony.tell(&Moment::TouchOne { of: 2 });
    ceremony.tell(&Moment::ScanQr {
        link: "FIDO:/0123".into(),
        creates: true,
    });
    assert!(next(&told) == MomentView::TouchOne { of: 2 });
    let MomentView::ScanQr { svg, creates } = next(&told) else {
        panic!("a code was to be shown");
    };
    assert!(creates && svg.contains("<svg") && !svg.contains("FIDO"));
}
