//! Keys that lie or talk nonsense: each is refused, none makes the program fail.

use std::sync::{Arc, Mutex};
use std::time::{Duration, Instant};

use proptest::prelude::*;
use serde_cbor_2::Value;
use sha2::{Digest, Sha256};

use super::firmware::{enrolled, plugged};
use super::person::{Person, types};
use super::scripted::{CREDENTIAL, FingerprintKey, Scripted, map, texts};
use super::{foreign, inputs, keys_with, request};
use crate::authenticator::{Authenticator, Credential};
use crate::error::CeremonyError;
use crate::security_key::answers::{asserted, created};
use crate::security_key::capabilities::Capabilities;
use crate::security_key::cbor::Answer;
use crate::security_key::pin_uv::{Agreement, Protocol};
use crate::security_key::status::Failure;

/// Authenticator data: relying party, flags, and what follows the counter.
fn answer(rp_id: &str, flags: u8, rest: &[u8]) -> Vec<u8> {
    let hash = Sha256::digest(rp_id);
    map(&[(
        2,
        Value::Bytes([&hash[..], &[flags], &[0; 4], rest].concat()),
    )])
}

/// The extension output of an assertion.
fn outputs(sealed: &[u8]) -> Vec<u8> {
    let name = Value::Text("hmac-secret".to_owned());
    let members = std::iter::once((name, Value::Bytes(sealed.to_vec())));
    serde_cbor_2::to_vec(&Value::Map(members.collect())).unwrap()
}

fn rule(failure: Failure) -> &'static str {
    match failure {
        Failure::Ceremony(CeremonyError::Inconsistent { rule }) => rule,
        other => panic!("{other:?}"),
    }
}

#[test]
fn an_assertion_is_refused_unless_everything_in_it_is_right() {
    let rp = crate::RP_ID;
    let read = |bytes: &[u8]| asserted(bytes, rp, &[1, 2, 3]);
    let good = answer(rp, 0x85, &outputs(&[9; 64]));
    assert_eq!(read(&good).unwrap().sealed, [9; 64]);
    let synced = answer(rp, 0x9d, &outputs(&[9; 64]));
    let synced = read(&synced).unwrap();
    assert!(synced.backup_eligible && synced.backed_up);

    let other_rp = answer("example.com", 0x85, &outputs(&[9; 64]));
    assert_eq!(
        rule(read(&other_rp).unwrap_err()),
        "another relying party in the answer"
    );
    let unverified = answer(rp, 0x81, &outputs(&[9; 64]));
    assert_eq!(
        rule(read(&unverified).unwrap_err()),
        "the person was not verified"
    );
    let absent = answer(rp, 0x84, &outputs(&[9; 64]));
    assert_eq!(rule(read(&absent).unwrap_err()), "nobody was present");
    let nothing = answer(rp, 0x05, &[]);
    assert_eq!(
        rule(read(&nothing).unwrap_err()),
        "no PRF output in the answer"
    );
    let trailing = answer(rp, 0x05, &[0]);
    let cut_off = "authenticator data is cut off or too long";
    assert_eq!(rule(read(&trailing).unwrap_err()), cut_off);
    assert_eq!(rule(read(&answer(rp, 0x85, &[])).unwrap_err()), cut_off);
    assert_eq!(
        rule(read(&[0x80]).unwrap_err()),
        "the answer is no CBOR map"
    );
    assert_eq!(
        rule(read(&[]).unwrap_err()),
        "no authenticator data in the answer"
    );

    let mut named: std::collections::BTreeMap<Value, Value> =
        serde_cbor_2::from_slice(&good).unwrap();
    let descriptor = |id: &[u8]| {
        let id = (Value::Text("id".to_owned()), Value::Bytes(id.to_vec()));
        Value::Map(std::iter::once(id).collect())
    };
    named.insert(Value::Integer(1), descriptor(&[1, 2, 3]));
    read(&serde_cbor_2::to_vec(&named).unwrap()).unwrap();
    named.insert(Value::Integer(1), descriptor(&[1, 2, 4]));
    let other = read(&serde_cbor_2::to_vec(&named).unwrap()).unwrap_err();
    assert_eq!(rule(other), "another credential answered");
}

#[test]
fn a_new_credential_is_refused_unless_it_is_whole_and_can_do_the_prf() {
    let rp = crate::RP_ID;
    let attested = |length: u16, id: &[u8], more: &[u8]| {
        let key = [0xa1, 0x01, 0x02];
        [&[0; 16], &length.to_be_bytes()[..], id, &key, more].concat()
    };
    let yes = [&[0xa1, 0x6b][..], b"hmac-secret", &[0xf5]].concat();
    let good = created(&answer(rp, 0xc5, &attested(3, &[1, 2, 3], &yes)), rp).unwrap();
    assert_eq!(
        (good.id, good.public_key, good.prf),
        (vec![1, 2, 3], vec![0xa1, 1, 2], true)
    );
    let no = [&[0xa1, 0x6b][..], b"hmac-secret", &[0xf4]].concat();
    assert!(
        !created(&answer(rp, 0xc5, &attested(3, &[1, 2, 3], &no)), rp)
            .unwrap()
            .prf
    );
    assert!(
        !created(&answer(rp, 0x45, &attested(3, &[1, 2, 3], &[])), rp)
            .unwrap()
            .prf
    );
    let none = created(&answer(rp, 0x05, &[]), rp).unwrap_err();
    assert_eq!(rule(none), "no credential in the answer");
    for (length, id) in [(0, vec![]), (9, vec![1]), (1024, vec![7; 1024])] {
        let wrong = created(&answer(rp, 0xc5, &attested(length, &id, &yes)), rp).unwrap_err();
        assert_eq!(rule(wrong), "authenticator data is cut off or too long");
    }
}

#[test]
fn a_key_that_makes_a_credential_without_the_prf_it_promised_is_without_prf() {
    let (key, _) = enrolled(81);
    let promising = key.rewrite(|request, answer| {
        if request[0] != 1 || answer[0] != 0 {
            return answer;
        }
        let name = b"hmac-secret";
        let at = answer
            .windows(name.len())
            .position(|bytes| bytes == name)
            .unwrap();
        let mut changed = answer;
        assert_eq!(changed[at + name.len()], 0xf5);
        changed[at + name.len()] = 0xf4;
        changed
    });
    let error = plugged(&promising)
        .create(&request(), &types(&["2468"]))
        .unwrap_err();
    assert!(matches!(error, CeremonyError::WithoutPrf), "{error}");
}

#[test]
fn a_key_whose_outputs_have_another_length_is_refused() {
    let (key, credential) = enrolled(82);
    // One salt's worth, and three: IV and 32, IV and 96.
    for length in [48_u8, 112] {
        let odd = key.rewrite(move |request, answer| {
            if request[0] != 2 || answer[0] != 0 || request.len() < 300 {
                return answer;
            }
            let rest = outputs(&vec![7; length.into()]);
            [vec![0], self::answer(crate::RP_ID, 0x85, &rest)].concat()
        });
        let error = plugged(&odd)
            .evaluate(&credential, &inputs(), &types(&["2468"]))
            .unwrap_err();
        assert!(
            matches!(error, CeremonyError::Inconsistent { .. }),
            "{error}"
        );
    }
}

#[test]
fn a_point_off_the_curve_is_refused() {
    let members = |x: &[u8], y: &[u8]| {
        Answer::read(&map(&[
            (-2, Value::Bytes(x.to_vec())),
            (-3, Value::Bytes(y.to_vec())),
        ]))
    };
    for (x, y) in [
        (&[1; 32][..], &[1; 32][..]),
        (&[0; 32], &[0; 32]),
        (&[1; 31], &[1; 33]),
        (&[], &[]),
    ] {
        for protocol in [Protocol::One, Protocol::Two] {
            let refused = Agreement::with(protocol, &members(x, y).unwrap())
                .err()
                .unwrap();
            assert!(rule(refused).contains("no point of the curve"));
        }
    }
}

#[test]
fn answers_cut_anywhere_are_refused() {
    for command in [1, 2] {
        let mut length = 1;
        let mut cut = 0;
        while cut < length {
            let mut key = FingerprintKey::new(&[true; 3], 5, None);
            let (sender, whole) = std::sync::mpsc::channel();
            let cutting = Scripted::new(move |request| {
                let answer = key.answer(request)?;
                if request[0] != command || answer.is_empty() {
                    return Ok(answer);
                }
                sender.send(answer.len()).unwrap();
                Ok(answer[..cut].to_vec())
            });
            let mut keys = keys_with(&[cutting]);
            let person = Person::default();
            let error = if command == 1 {
                keys.create(&request(), &person).unwrap_err()
            } else {
                let credential = Credential {
                    id: CREDENTIAL.to_vec(),
                    ..foreign()
                };
                keys.evaluate(&credential, &inputs(), &person).unwrap_err()
            };
            assert!(
                matches!(error, CeremonyError::Inconsistent { .. }),
                "{cut}: {error}"
            );
            length = whole.recv().unwrap();
            cut += 1;
        }
        assert!(length > 50);
    }
}

#[test]
fn a_key_that_says_nonsense_of_itself_counts_as_busy() {
    let babbling = Scripted::new(|_| Ok(vec![0xff; 9]));
    let error = keys_with(&[babbling])
        .create(&request(), &Person::default())
        .unwrap_err();
    assert!(matches!(error, CeremonyError::Busy), "{error}");
}

#[test]
fn a_transport_that_panics_is_a_key_that_another_program_uses() {
    let panicking = Scripted::new(|request| match request[0] {
        4 => Ok(map(&[
            (2, texts(&["hmac-secret"])),
            (4, super::scripted::options(&[("uv", true)])),
        ])),
        _ => panic!("frames of another channel"),
    });
    let error = keys_with(&[panicking])
        .create(&request(), &Person::default())
        .unwrap_err();
    assert!(matches!(error, CeremonyError::Busy), "{error}");
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 4000, failure_persistence: None, ..Default::default() })]

    #[test]
    fn random_bytes_never_panic(bytes in proptest::collection::vec(any::<u8>(), 0..200)) {
        let _ = Capabilities::read(&bytes);
        let _ = created(&bytes, crate::RP_ID);
        let _ = asserted(&bytes, crate::RP_ID, &[1]);
    }

    #[test]
    fn a_changed_byte_in_an_answer_never_panics(at in 0_usize..400, to in any::<u8>(), flags in any::<u8>()) {
        let id = [7; 64];
        let attested = [&[0; 16][..], &[0, 64], &id, &[0xa1, 1, 2], &outputs(&[9; 64])].concat();
        let mut whole = answer(crate::RP_ID, flags, &attested);
        let at = at % whole.len();
        whole[at] = to;
        let _ = created(&whole, crate::RP_ID);
        let _ = asserted(&whole, crate::RP_ID, &id);
    }

    #[test]
    fn cbor_of_any_shape_never_panics(value in any_cbor()) {
        let bytes = serde_cbor_2::to_vec(&value).unwrap();
        let _ = Capabilities::read(&bytes);
        let _ = created(&bytes, crate::RP_ID);
        let _ = asserted(&bytes, crate::RP_ID, &[1]);
        if let Ok(answer) = Answer::read(&bytes) {
            let _ = Agreement::with(Protocol::Two, &answer);
        }
    }
}

/// CBOR values with the keys that are looked for.
fn any_cbor() -> impl Strategy<Value = Value> {
    let key = prop_oneof![
        (-4_i128..20).prop_map(Value::Integer),
        prop_oneof!["id", "hmac-secret", "clientPin", "uv"].prop_map(Value::Text),
    ];
    let leaf = prop_oneof![
        any::<bool>().prop_map(Value::Bool),
        any::<i64>().prop_map(|n| Value::Integer(n.into())),
        proptest::collection::vec(any::<u8>(), 0..80).prop_map(Value::Bytes),
        "[a-z-]{0,12}".prop_map(Value::Text),
        Just(Value::Null),
    ];
    leaf.prop_recursive(4, 64, 6, move |inner| {
        prop_oneof![
            proptest::collection::btree_map(key.clone(), inner.clone(), 0..6).prop_map(Value::Map),
            proptest::collection::vec(inner, 0..6).prop_map(Value::Array),
        ]
    })
}

/// A key with room for eight credentials in a list that does not say silently whether it holds those from `unclear` on.
fn secretive(unclear: u8, lists: &Arc<Mutex<Vec<usize>>>) -> Arc<Scripted> {
    let mut chip = FingerprintKey::new(&[true; 4], 5, None);
    let lists = Arc::clone(lists);
    Scripted::new(move |request| {
        let Ok(Value::Map(members)) = serde_cbor_2::from_slice(&request[1..]) else {
            return chip.answer(request);
        };
        if request[0] == 2 {
            let Value::Array(allowed) = &members[&Value::Integer(3)] else {
                panic!("a list")
            };
            let Value::Map(one) = &allowed[0] else {
                panic!("a descriptor")
            };
            let Value::Bytes(id) = &one[&Value::Text("id".to_owned())] else {
                panic!("an id")
            };
            return Err(if id[0] >= unclear { 0x36 } else { 0x2e });
        }
        if request[0] == 1 {
            let list = match members.get(&Value::Integer(5)) {
                Some(Value::Array(list)) => list.len(),
                _ => 0,
            };
            lists.lock().unwrap().push(list);
        }
        chip.answer(request)
    })
}

#[test]
fn a_credential_that_a_key_may_hold_is_excluded_as_one_that_it_holds() {
    let mut again = request();
    again.exclude = (0..10)
        .map(|number| Credential {
            id: vec![number; 40],
            ..foreign()
        })
        .collect();
    let lists = Arc::new(Mutex::new(Vec::new()));
    keys_with(&[secretive(7, &lists)])
        .create(&again, &Person::default())
        .unwrap();
    assert_eq!(*lists.lock().unwrap(), [3]);
    // More than it takes in a list: nobody could tell.
    let error = keys_with(&[secretive(0, &lists)])
        .create(&again, &Person::default())
        .unwrap_err();
    assert!(
        matches!(error, CeremonyError::Inconsistent { .. }),
        "{error}"
    );
    assert_eq!(*lists.lock().unwrap(), [3]);
}

#[test]
fn a_key_that_says_hello_and_nothing_more_keeps_no_other_from_being_shown() {
    let dead = || {
        Scripted::new(|_| {
            std::thread::sleep(Duration::from_secs(60));
            Err(1)
        })
    };
    let alive = FingerprintKey::new(&[], 5, None).plugged();
    let begun = Instant::now();
    let postures = keys_with(&[dead(), dead(), alive]).postures().unwrap();
    assert_eq!(postures.len(), 1);
    assert!(begun.elapsed() < Duration::from_secs(30));
}

#[test]
fn a_relying_party_that_is_no_host_reaches_no_key() {
    let mut request = request();
    request.rp_id = "a".repeat(100_000);
    let credential = Credential {
        rp_id: request.rp_id.clone(),
        ..foreign()
    };
    let mut keys = keys_with(&[]);
    let person = Person::default();
    let made = keys.create(&request, &person).unwrap_err();
    let used = keys.evaluate(&credential, &inputs(), &person).unwrap_err();
    for error in [made, used] {
        assert!(
            matches!(error, CeremonyError::Inconsistent { .. }),
            "{error}"
        );
    }
}
