//! Whatever comes, there is an answer: bad requests get their code without a TPM being touched.

use base64::prelude::{BASE64_STANDARD, Engine};
use proptest::prelude::*;
use serde_json::{Value, json};

use super::answer;

/// A way to no TPM: a request that was understood fails there, with a code of its own.
const NOWHERE: &str = "device:/dev/tpm4294967296";

/// A public area as the TPM gives it for a key of ours (TPMT_PUBLIC: keyedHash, SHA-256, attributes, no policy,
/// scheme HMAC with SHA-256, unique).
fn public(attributes: u32) -> Vec<u8> {
    let mut bytes = vec![0x00, 0x08, 0x00, 0x0b];
    bytes.extend(attributes.to_be_bytes());
    bytes.extend([0x00, 0x00, 0x00, 0x05, 0x00, 0x0b, 0x00, 0x20]);
    bytes.extend([0x42; 32]);
    bytes
}

/// fixedTPM, fixedParent, sensitiveDataOrigin, userWithAuth, sign.
const ATTRIBUTES: u32 = 0x0004_0072;
const NO_DA: u32 = 0x0000_0400;

fn base64(bytes: &[u8]) -> String {
    BASE64_STANDARD.encode(bytes)
}

fn evaluate(private: &[u8], public: &[u8]) -> Value {
    let salt = base64(&[1; 32]);
    json!({"version": 1, "ask": {"evaluate": {
        "private": base64(private), "public": base64(public), "parent_name": base64(&[2; 34]),
        "auth_value": base64(&[3; 32]), "salts": [salt.clone(), salt],
    }}})
}

fn code_of(line: &[u8]) -> String {
    let reply = serde_json::to_value(answer(line, NOWHERE)).unwrap();
    assert_eq!(reply["version"], 1);
    reply["answer"]["error"]["code"]
        .as_str()
        .unwrap()
        .to_owned()
}

fn code(request: &Value) -> String {
    code_of(request.to_string().as_bytes())
}

#[test]
fn every_request_that_is_understood_reaches_for_the_tpm() {
    let create = json!({"version": 1, "ask": {"create": {"auth_value": base64(&[3; 32])}}});
    let understood = [
        json!({"version": 1, "ask": "posture"}),
        json!({"version": 1, "ask": "parent"}),
        create,
        evaluate(&[5; 158], &public(ATTRIBUTES)),
    ];
    for request in understood {
        assert_eq!(code(&request), "no_tpm", "{request}");
    }
}

#[test]
fn what_is_not_understood_is_a_bad_request() {
    let short = base64(&[3; 31]);
    let long = base64(&[3; 33]);
    let wrong = [
        json!({}),
        json!([]),
        json!("posture"),
        json!({"version": 2, "ask": "posture"}),
        json!({"version": 1, "ask": "clear"}),
        json!({"version": 1, "ask": "posture", "pin": "123456"}),
        json!({"version": 1, "ask": {"create": {}}}),
        json!({"version": 1, "ask": {"create": {"auth_value": short}}}),
        json!({"version": 1, "ask": {"create": {"auth_value": long}}}),
        json!({"version": 1, "ask": {"create": {"auth_value": "%"}}}),
        json!({"version": 1, "ask": {"create": {"auth_value": 5}}}),
    ];
    for request in wrong {
        assert_eq!(code(&request), "bad_request", "{request}");
    }
    for line in ["", "{", "\u{0}", "{\"version\":1}"] {
        assert_eq!(code_of(line.as_bytes()), "bad_request");
    }
    assert_eq!(code_of(b"\xff\xfe"), "bad_request");
}

#[test]
fn a_key_without_protection_against_guessing_is_refused_before_the_tpm_is_opened() {
    let unprotected = evaluate(&[5; 158], &public(ATTRIBUTES | NO_DA));
    assert_eq!(code(&unprotected), "damaged");
}

#[test]
fn blobs_that_are_cut_or_have_more_behind_are_damaged() {
    let whole = public(ATTRIBUTES);
    for length in 0..whole.len() {
        assert_eq!(code(&evaluate(&[5; 158], &whole[..length])), "damaged");
    }
    let longer = [whole.as_slice(), &[0]].concat();
    assert_eq!(code(&evaluate(&[5; 158], &longer)), "damaged");
    assert_eq!(code(&evaluate(&[], &whole)), "damaged");
    assert_eq!(code(&evaluate(&[5; 9000], &whole)), "damaged");
}

proptest! {
    #[test]
    fn any_line_gets_an_answer(line in proptest::collection::vec(any::<u8>(), 0..512)) {
        prop_assert_eq!(code_of(&line), "bad_request");
    }

    #[test]
    fn a_request_changed_anywhere_gets_an_answer(at in any::<prop::sample::Index>(), byte: u8) {
        let mut line = evaluate(&[5; 158], &public(ATTRIBUTES)).to_string().into_bytes();
        let at = at.index(line.len());
        line[at] = byte;
        prop_assert!(["no_tpm", "damaged", "bad_request"].contains(&code_of(&line).as_str()));
    }

    #[test]
    fn any_blobs_get_an_answer(
        private in proptest::collection::vec(any::<u8>(), 0..400),
        public in proptest::collection::vec(any::<u8>(), 0..400),
    ) {
        prop_assert_eq!(code(&evaluate(&private, &public)), "damaged");
    }

    #[test]
    fn a_public_area_changed_anywhere_is_damaged_or_another_keys(at in 0usize..48, byte: u8) {
        let mut changed = public(ATTRIBUTES);
        changed[at] = byte;
        let is_unique = at >= 16;
        let same = changed == public(ATTRIBUTES);
        let expected = if is_unique || same { "no_tpm" } else { "damaged" };
        prop_assert_eq!(code(&evaluate(&[5; 158], &changed)), expected);
    }
}
