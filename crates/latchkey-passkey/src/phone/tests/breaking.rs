//! Connections that break and people who stop: always the right failure, soon, and never a panic.

use std::sync::atomic::Ordering;
use std::time::Instant;

use super::*;
use crate::ask::Moment;

/// Messages of one ceremony: handshake both ways, what the phone can, command, answer.
const MESSAGES: usize = 5;

#[test]
fn a_relay_that_cuts_the_connection_at_any_step_leaves_the_phone_unreachable() {
    for count in 0..MESSAGES {
        let mut scene = Scene::new(Habits::default(), Fault::CutAfter(count));
        let outcome = scene.create();
        assert!(
            matches!(outcome, Err(CeremonyError::PhoneUnreachable(_))),
            "{count}: {outcome:?}"
        );
        assert_eq!(scene.person.story().last(), Some(&"over"));
    }
}

#[test]
fn a_relay_that_does_not_know_the_tunnel_leaves_the_phone_unreachable() {
    for fault in [Fault::UnknownTunnel, Fault::NotAWebSocket] {
        let outcome = Scene::new(Habits::default(), fault).create();
        assert!(
            matches!(outcome, Err(CeremonyError::PhoneUnreachable(_))),
            "{outcome:?}"
        );
    }
}

#[test]
fn a_relay_that_is_not_there_leaves_the_phone_unreachable() {
    let mut scene = Scene::new(Habits::default(), Fault::None);
    let nobody = std::net::TcpListener::bind("127.0.0.1:0")
        .unwrap()
        .local_addr()
        .unwrap();
    scene.phone.route = Route::StandIn(nobody);
    let outcome = scene.create();
    assert!(
        matches!(outcome, Err(CeremonyError::PhoneUnreachable(_))),
        "{outcome:?}"
    );
}

#[test]
fn a_relay_gets_nothing_in_clear_but_its_own_name() {
    use std::io::{Read, Write};
    let listener = std::net::TcpListener::bind("127.0.0.1:0").unwrap();
    let mut scene = Scene::new(Habits::default(), Fault::None);
    scene.phone.route = Route::StandInOverTls(listener.local_addr().unwrap());
    let server = std::thread::spawn(move || {
        let (mut stream, _) = listener.accept().unwrap();
        let mut hello = vec![0; 4096];
        let length = stream.read(&mut hello).unwrap();
        // A server that does not speak TLS is no relay.
        stream
            .write_all(b"HTTP/1.1 101 Switching Protocols\r\n\r\n")
            .unwrap();
        hello.truncate(length);
        hello
    });
    let outcome = scene.create();
    assert!(
        matches!(outcome, Err(CeremonyError::PhoneUnreachable(_))),
        "{outcome:?}"
    );

    let hello = server.join().unwrap();
    let contains = |text: &[u8]| hello.windows(text.len()).any(|part| part == text);
    assert_eq!(hello[..2], [0x16, 0x03], "a TLS handshake");
    assert!(contains(b"cable.auth.com"));
    assert!(!contains(b"/cable/"));
}

#[test]
fn a_relay_that_stalls_at_any_step_is_given_up() {
    for count in 0..MESSAGES {
        let mut scene = Scene::new(Habits::default(), Fault::StallAfter(count));
        scene.phone.limits.step = Duration::from_millis(300);
        scene.phone.limits.person = Duration::from_millis(300);
        let outcome = scene.create();
        match count {
            // The command is out: from here on it is the owner of the phone who is waited for.
            3.. => assert!(
                matches!(outcome, Err(CeremonyError::TimedOut)),
                "{outcome:?}"
            ),
            _ => assert!(
                matches!(outcome, Err(CeremonyError::PhoneUnreachable(_))),
                "{outcome:?}"
            ),
        }
    }
}

#[test]
fn a_message_that_is_not_the_phones_at_any_step_is_refused() {
    const GARBAGE: [&[u8]; 4] = [b"", &[0; 1], &[4; 81], &[0xff; 4096]];
    for count in [1, 2, 4] {
        for garbage in GARBAGE {
            let mut scene = Scene::new(Habits::default(), Fault::Replaces(count, garbage));
            let outcome = scene.create();
            assert!(
                matches!(outcome, Err(CeremonyError::PhoneUnreachable(_))),
                "{outcome:?}"
            );
        }
        let outcome = Scene::new(Habits::default(), Fault::SendsText(count)).create();
        assert!(
            matches!(outcome, Err(CeremonyError::PhoneUnreachable(_))),
            "{outcome:?}"
        );
    }
}

#[test]
fn a_message_that_is_too_long_is_not_read() {
    static LONG: [u8; 100_000] = [7; 100_000];
    let outcome = Scene::new(Habits::default(), Fault::Replaces(2, &LONG)).create();
    assert!(
        matches!(outcome, Err(CeremonyError::PhoneUnreachable(_))),
        "{outcome:?}"
    );
}

#[test]
fn a_phone_that_hangs_up_or_sends_unknown_frames_is_unreachable() {
    for frame in [vec![0], vec![3, 1, 2], vec![]] {
        let habits = Habits {
            before_answering: vec![frame],
            ..Habits::default()
        };
        let outcome = Scene::new(habits, Fault::None).create();
        assert!(
            matches!(outcome, Err(CeremonyError::PhoneUnreachable(_))),
            "{outcome:?}"
        );
    }
}

#[test]
fn answers_that_are_no_answers_break_a_rule() {
    for answer in [
        vec![],
        vec![0],
        vec![0, 0xff],
        vec![0, 0xa0],
        vec![0, 0x80],
        vec![0, 0xa1, 0x02, 0x41, 0x00],
    ] {
        let habits = Habits {
            answers: Some(answer),
            ..Habits::default()
        };
        let mut scene = Scene::new(habits, Fault::None);
        let made = scene.create();
        assert!(
            matches!(made, Err(CeremonyError::Inconsistent { .. })),
            "{made:?}"
        );
        let used = scene.evaluate(&stranger());
        assert!(
            matches!(used, Err(CeremonyError::Inconsistent { .. })),
            "{used:?}"
        );
    }
}

#[test]
fn a_status_that_nobody_knows_is_said_with_its_number() {
    let habits = Habits {
        answers: Some(vec![0x7f]),
        ..Habits::default()
    };
    let outcome = Scene::new(habits, Fault::None).create();
    assert!(
        matches!(outcome, Err(CeremonyError::NotUnderstood { status: 0x7f })),
        "{outcome:?}"
    );
}

#[test]
fn a_person_can_stop_at_every_moment() {
    let moments: [fn(&Moment) -> bool; 3] = [
        |moment| matches!(moment, Moment::ScanQr { .. }),
        |moment| matches!(moment, Moment::PhoneSeen),
        |moment| matches!(moment, Moment::PhoneConnected),
    ];
    for (number, stops_at) in moments.into_iter().enumerate() {
        // The answer never comes, so that it cannot be faster than the person.
        let mut scene = Scene::new(Habits::default(), Fault::StallAfter(MESSAGES - 1));
        scene.person.stops_at = Some(stops_at);
        let outcome = scene.create();
        assert!(
            matches!(outcome, Err(CeremonyError::Cancelled)),
            "{number}: {outcome:?}"
        );
        assert_eq!(scene.person.story().last(), Some(&"over"));
    }
}

#[test]
fn a_ceremony_that_was_stopped_before_it_began_shows_nothing() {
    let mut scene = Scene::new(Habits::default(), Fault::None);
    scene.person.cancelled.store(true, Ordering::SeqCst);
    let outcome = scene.create();
    assert!(
        matches!(outcome, Err(CeremonyError::Cancelled)),
        "{outcome:?}"
    );
    assert!(scene.person.links().is_empty());
    assert!(scene.person.asked.lock().unwrap().is_empty());
}

#[test]
fn a_person_can_stop_while_the_relay_stalls_at_any_step() {
    for count in 0..MESSAGES {
        let mut scene = Scene::new(Habits::default(), Fault::StallAfter(count));
        let person = &scene.person;
        let outcome = std::thread::scope(|threads| {
            threads.spawn(|| {
                while !person.story().contains(&"seen") {
                    std::thread::sleep(Duration::from_millis(5));
                }
                std::thread::sleep(Duration::from_millis(150));
                person.cancelled.store(true, Ordering::SeqCst);
            });
            let begun = Instant::now();
            let outcome = scene.phone.create(&request(), person);
            assert!(
                begun.elapsed() < LIMITS.step,
                "it did not wait for the relay"
            );
            outcome
        });
        assert!(
            matches!(outcome, Err(CeremonyError::Cancelled)),
            "{count}: {outcome:?}"
        );
    }
}

#[test]
fn a_person_can_stop_while_nobody_scans() {
    let mut scene = Scene::new(Habits::default(), Fault::None);
    scene.person.never_scans();
    scene.person.stops_at = Some(|moment| matches!(moment, Moment::ScanQr { .. }));
    let outcome = scene.create();
    assert!(
        matches!(outcome, Err(CeremonyError::Cancelled)),
        "{outcome:?}"
    );
}
