//! Whole ceremonies: what a person is told, what goes over the relay, what comes out, what is refused.

use super::test_phone::at;
use super::*;
use crate::ask::{Moment, Question};
use crate::authenticator::AuthenticatorKind;
use crate::computer::try_out;
use crate::error::Absence;
use ciborium::Value;

#[test]
fn a_phone_makes_a_passkey_and_answers_the_same_twice() {
    let mut scene = Scene::new(Habits::default(), Fault::None);

    let credential = scene.create().unwrap();
    let once = scene.evaluate(&credential).unwrap();
    let again = scene.evaluate(&credential).unwrap();

    assert_eq!(credential.kind, AuthenticatorKind::Phone);
    assert_eq!(credential.rp_id, crate::RP_ID);
    assert_eq!(credential.id.len(), 16);
    assert!(!credential.public_key.is_empty());
    assert!(credential.backup_eligible && credential.backed_up);
    assert!(once.backup_eligible && once.backed_up);
    assert!(once.output == again.output);
    assert_ne!(once.output.as_bytes()[..32], once.output.as_bytes()[32..]);

    let one = |what| [what, "seen", "connected", "working", "over"];
    let story = [
        one("scan to create"),
        one("scan to use"),
        one("scan to use"),
    ]
    .concat();
    assert_eq!(scene.person.story(), story);
    let links = scene.person.links();
    assert_ne!(links[1], links[2], "a link is for one scan");

    let asked = scene.person.asked.lock().unwrap();
    let host = "cable.ua5v.com, cable.auth.com".to_owned();
    assert_eq!(*asked, [Question::UseNetwork { host }], "once is enough");
}

#[test]
fn the_relay_sees_no_secret_and_the_names_that_it_must() {
    let mut scene = Scene::new(Habits::default(), Fault::None);
    let credential = scene.create().unwrap();
    let output = scene.evaluate(&credential).unwrap().output;

    let seen = scene.relay.seen.lock().unwrap().concat();
    let contains = |secret: &[u8]| seen.windows(secret.len()).any(|part| part == secret);
    assert!(!contains(&output.as_bytes()[..8]));
    assert!(!contains(&output.as_bytes()[32..40]));
    assert!(!contains(&credential.id));
    assert!(!contains(b"latchkey"));

    let requests = scene.relay.requests.lock().unwrap();
    let tunnels: Vec<_> = requests
        .iter()
        .map(|(path, _)| path.rsplit_once('/').unwrap().1)
        .collect();
    assert_eq!(tunnels[0], tunnels[1], "both sides name the same tunnel");
    assert!(requests[1].0.starts_with("/cable/connect/A10B2C/"));
    assert!(
        requests
            .iter()
            .all(|(_, protocol)| protocol == "fido.cable")
    );
}

#[test]
fn a_phone_that_counts_the_early_way_is_understood() {
    let habits = Habits {
        early_nonces: true,
        ..Habits::default()
    };
    let mut scene = Scene::new(habits, Fault::None);
    let credential = scene.create().unwrap();
    scene.evaluate(&credential).unwrap();
}

#[test]
fn linking_messages_before_the_answer_are_passed_over() {
    let habits = Habits {
        before_answering: vec![vec![2, 0xa1, 0x01, 0x02], vec![2]],
        ..Habits::default()
    };
    let mut scene = Scene::new(habits, Fault::None);
    let credential = scene.create().unwrap();
    scene.evaluate(&credential).unwrap();
}

#[test]
fn adverts_of_other_people_are_ignored() {
    let habits = Habits {
        neighbours: vec![
            vec![],
            vec![7; 20],
            vec![0; 19],
            vec![0xff; 21],
            vec![1; 200],
        ],
        ..Habits::default()
    };
    let mut scene = Scene::new(habits, Fault::None);
    scene.create().unwrap();
}

#[test]
fn a_phone_that_answers_differently_the_second_time_is_caught() {
    let habits = Habits {
        forgets: true,
        ..Habits::default()
    };
    let mut scene = Scene::new(habits, Fault::None);
    let verdict = try_out(&mut scene.phone, &scene.person);
    assert!(
        matches!(verdict, Err(CeremonyError::Inconsistent { .. })),
        "{verdict:?}"
    );
}

#[test]
fn a_phone_that_answers_the_same_can_guard_a_keyring() {
    let mut scene = Scene::new(Habits::default(), Fault::None);
    try_out(&mut scene.phone, &scene.person).unwrap();
}

#[test]
fn a_phone_that_holds_a_slots_passkey_refuses_a_second_one() {
    let mut scene = Scene::new(Habits::default(), Fault::None);
    let credential = scene.create().unwrap();
    let request = CreateRequest {
        exclude: vec![stranger(), credential],
        ..request()
    };
    let outcome = scene.phone.create(&request, &scene.person);
    assert!(
        matches!(outcome, Err(CeremonyError::AlreadyEnrolled)),
        "{outcome:?}"
    );
}

#[test]
fn another_phone_is_not_the_enrolled_one() {
    let mut scene = Scene::new(Habits::default(), Fault::None);
    let outcome = scene.evaluate(&stranger());
    assert!(
        matches!(outcome, Err(CeremonyError::NotThisPasskey)),
        "{outcome:?}"
    );
}

#[test]
fn a_no_on_the_phone_is_a_refusal() {
    let habits = Habits {
        refuses: true,
        ..Habits::default()
    };
    let outcome = Scene::new(habits, Fault::None).create();
    assert!(matches!(outcome, Err(CeremonyError::Denied)), "{outcome:?}");
}

#[test]
fn a_phone_without_prf_is_sent_no_command() {
    let habits = Habits {
        prf: false,
        ..Habits::default()
    };
    let mut scene = Scene::new(habits, Fault::None);
    let made = scene.create();
    assert!(matches!(made, Err(CeremonyError::WithoutPrf)), "{made:?}");
    let used = scene.evaluate(&stranger());
    assert!(matches!(used, Err(CeremonyError::WithoutPrf)), "{used:?}");
    assert!(!scene.person.story().contains(&"connected"));
}

#[test]
fn a_relay_that_is_not_known_is_never_connected() {
    for domain in [2, 255, 256, 0xf980] {
        let habits = Habits {
            domain,
            ..Habits::default()
        };
        let mut scene = Scene::new(habits, Fault::None);
        let outcome = scene.create();
        assert!(
            matches!(outcome, Err(CeremonyError::Inconsistent { .. })),
            "{outcome:?}"
        );
        let connected = scene.relay.requests.lock().unwrap().len();
        assert_eq!(connected, 1, "only the phone");
        assert_eq!(scene.person.story(), ["scan to create", "over"]);
    }
}

#[test]
fn without_bluetooth_nothing_is_asked_and_no_code_is_shown() {
    let mut scene = Scene::new(Habits::default(), Fault::None);
    let (_, adverts) = channel();
    scene.phone.advertisements = Box::new(Air {
        adverts,
        available: false,
    });
    let absent = |outcome: CeremonyError| {
        matches!(
            outcome,
            CeremonyError::NoAuthenticator(Absence::NoBluetooth)
        )
    };
    assert!(absent(scene.phone.postures().unwrap_err()));
    assert!(absent(scene.create().unwrap_err()));
    assert!(absent(scene.evaluate(&stranger()).unwrap_err()));
    assert!(scene.person.asked.lock().unwrap().is_empty());
    assert!(scene.person.links().is_empty());
}

#[test]
fn bluetooth_that_is_switched_off_meanwhile_ends_the_ceremony() {
    let mut scene = Scene::new(Habits::default(), Fault::None);
    scene.person.never_scans();
    let (off, adverts) = channel();
    scene.phone.advertisements = Box::new(Air {
        adverts,
        available: true,
    });
    drop(off);
    let outcome = scene.create();
    let expected = CeremonyError::NoAuthenticator(Absence::NoBluetooth);
    assert_eq!(outcome.unwrap_err().to_string(), expected.to_string());
}

#[test]
fn without_a_yes_there_is_no_code_and_no_network() {
    let mut scene = Scene::new(Habits::default(), Fault::None);
    scene.person.agrees = false;
    let outcome = scene.create();
    assert!(
        matches!(outcome, Err(CeremonyError::Cancelled)),
        "{outcome:?}"
    );
    assert!(scene.person.links().is_empty());
    assert!(scene.relay.requests.lock().unwrap().is_empty());

    scene.person.agrees = true;
    scene.create().unwrap();
}

#[test]
fn a_code_that_nobody_scans_expires() {
    let mut scene = Scene::new(Habits::default(), Fault::None);
    scene.person.never_scans();
    scene.phone.limits.scan = Duration::from_millis(200);
    let outcome = scene.create();
    assert!(
        matches!(outcome, Err(CeremonyError::TimedOut)),
        "{outcome:?}"
    );
    assert_eq!(scene.person.story(), ["scan to create", "over"]);
}

#[test]
fn a_link_says_what_phones_want_to_know() {
    use super::responder::Scanned;
    let mut scene = Scene::new(Habits::default(), Fault::None);
    scene.create().unwrap();
    let link = &scene.person.links()[0];
    let scanned = Scanned::read(link);
    assert_eq!(scanned.known_domains, 2);
    assert_eq!(scanned.time, 1_800_000_000);
    assert_eq!(scanned.wanted, "mc");
    assert!(
        (160..=180).contains(&link.len()),
        "a small code: {}",
        link.len()
    );
}

/// Byte strings that are lists, and lengths, are refused where the product reads them.
fn with_output(first: Value) -> impl Fn(&mut Value) {
    move |answer| {
        let results = at(answer, &8.into())
            .and_then(|outputs| at(outputs, &"prf".into()))
            .and_then(|prf| at(prf, &"results".into()));
        if let Some(results) = results {
            *at(results, &"first".into()).unwrap() = first.clone();
        }
    }
}

#[test]
fn outputs_that_are_not_32_bytes_are_refused() {
    let edits: [fn(&mut Value); 4] = [
        |answer| with_output(Value::Bytes(vec![1; 31]))(answer),
        |answer| with_output(Value::Bytes(vec![1; 33]))(answer),
        |answer| with_output(Value::Array(vec![1.into(); 32]))(answer),
        |answer| with_output(Value::Text("1".repeat(32)))(answer),
    ];
    for edits in edits {
        let habits = Habits {
            edits,
            ..Habits::default()
        };
        let mut scene = Scene::new(habits, Fault::None);
        let credential = scene.create().unwrap();
        let outcome = scene.evaluate(&credential);
        assert!(
            matches!(outcome, Err(CeremonyError::Inconsistent { .. })),
            "{outcome:?}"
        );
    }
}

/// Changes one byte of the authenticator data.
fn flip(answer: &mut Value, byte: usize, bits: u8) {
    let data = at(answer, &2.into()).unwrap().as_bytes_mut().unwrap();
    data[byte] ^= bits;
}

#[test]
fn another_relying_party_or_no_verification_is_refused() {
    let edits: [fn(&mut Value); 2] = [|answer| flip(answer, 0, 1), |answer| flip(answer, 32, 0x04)];
    for edits in edits {
        let habits = Habits {
            edits,
            ..Habits::default()
        };
        let outcome = Scene::new(habits, Fault::None).create();
        assert!(
            matches!(outcome, Err(CeremonyError::Inconsistent { .. })),
            "{outcome:?}"
        );
    }
}

#[test]
fn an_answer_for_another_credential_is_refused() {
    let habits = Habits {
        edits: |answer| {
            let id = at(answer, &1.into()).and_then(|used| at(used, &"id".into()));
            if let Some(id) = id {
                *id = Value::Bytes(vec![9; 16]);
            }
        },
        ..Habits::default()
    };
    let mut scene = Scene::new(habits, Fault::None);
    let credential = scene.create().unwrap();
    let outcome = scene.evaluate(&credential);
    assert!(
        matches!(outcome, Err(CeremonyError::Inconsistent { .. })),
        "{outcome:?}"
    );
}

#[test]
fn a_passkey_that_was_made_without_prf_does_not_count() {
    let without: [fn(&mut Value); 2] = [
        |answer| {
            let enabled = at(answer, &6.into())
                .and_then(|outputs| at(outputs, &"prf".into()))
                .and_then(|prf| at(prf, &"enabled".into()));
            *enabled.unwrap() = false.into();
        },
        |answer| {
            answer
                .as_map_mut()
                .unwrap()
                .retain(|(key, _)| *key != 6.into())
        },
    ];
    for edits in without {
        let habits = Habits {
            edits,
            ..Habits::default()
        };
        let outcome = Scene::new(habits, Fault::None).create();
        assert!(
            matches!(outcome, Err(CeremonyError::WithoutPrf)),
            "{outcome:?}"
        );
    }
}

#[test]
fn secrets_print_their_names_only() {
    use super::super::invitation::{Invitation, Purpose};
    let invitation = Invitation::generate(Purpose::Create).unwrap();
    assert_eq!(format!("{invitation:?}"), "Invitation");
    assert_eq!(format!("{:?}", Phone::new()), "Phone");
    let moment = Moment::PhoneSeen;
    assert_eq!(format!("{moment:?}"), "PhoneSeen");
}
