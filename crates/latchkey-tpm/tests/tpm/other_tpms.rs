//! Another TPM, a cleared one, damaged blobs, and what goes over the bus.

use std::fs;

use base64::prelude::{BASE64_STANDARD, Engine};
use latchkey_passkey::{
    Absence, Authenticator, CeremonyError, Credential, Evaluation, Tpm, TpmAccess,
};
use serde_json::{Value, json};

use crate::person::{PIN, Person, inputs, request};
use crate::recorder::{
    CREATE, CREATE_PRIMARY, FLUSH_CONTEXT, GET_CAPABILITY, HMAC, LOAD, Recorder, START_AUTH_SESSION,
};
use crate::swtpm::{Swtpm, program, swtpm};
use crate::wire::{Raw, base64, bytes, create, evaluate};

const AUTH_VALUE: [u8; 32] = *b"an authorisation value, 32 bytes";

/// What may be sent to a TPM before it has shown that it is the right one.
const HARMLESS: [u32; 3] = [GET_CAPABILITY, CREATE_PRIMARY, FLUSH_CONTEXT];

fn created_by(tpm: &Swtpm) -> Credential {
    let person = Person::typing(&[PIN]);
    tpm.authenticator().create(&request(), &person).unwrap()
}

fn used_with(
    tpm: &Swtpm,
    credential: &Credential,
    person: &Person,
) -> Result<Evaluation, CeremonyError> {
    tpm.authenticator()
        .evaluate(credential, &inputs("a"), person)
}

fn is_other(result: &Result<Evaluation, CeremonyError>) -> bool {
    matches!(result, Err(CeremonyError::TpmOther))
}

#[test]
fn another_tpm_is_recognised_and_nobody_is_asked_for_a_pin() {
    let Some(mut tpm) = swtpm() else { return };
    let credential = created_by(&tpm);
    tpm.replace();
    let bus = Recorder::before(tpm.port());
    let access = TpmAccess {
        program: program(),
        tcti: Some(bus.tcti()),
    };
    let person = Person::typing(&[PIN]);
    let mut elsewhere = Tpm::new(access, tpm.blobs());
    let refused = elsewhere.evaluate(&credential, &inputs("a"), &person);
    assert!(is_other(&refused), "{refused:?}");
    assert!(person.asked().is_empty());
    assert!(bus.commands().contains(&CREATE_PRIMARY));
    assert!(bus.commands().iter().all(|code| HARMLESS.contains(code)));
}

#[test]
fn the_program_itself_sends_another_tpm_nothing_of_the_key() {
    let Some(mut tpm) = swtpm() else { return };
    let created = Raw::start(&tpm.tcti()).ask(&create(&AUTH_VALUE));
    tpm.replace();
    let bus = Recorder::before(tpm.port());
    let answer = Raw::start(&bus.tcti()).ask(&evaluate(&created, &AUTH_VALUE));
    assert_eq!(answer, json!({"error": {"code": "other_tpm"}}));
    assert!(bus.commands().contains(&CREATE_PRIMARY));
    assert!(bus.commands().iter().all(|code| HARMLESS.contains(code)));
    for secret in [
        AUTH_VALUE.to_vec(),
        bytes(&created["created"]["private"]),
        bytes(&created["created"]["public"]),
    ] {
        assert!(!bus.saw(&secret));
    }
}

#[test]
fn a_tpm_that_was_cleared_is_another_one() {
    let Some(tpm) = swtpm() else { return };
    let credential = created_by(&tpm);
    tpm.clear();
    let person = Person::typing(&[PIN]);
    assert!(is_other(&used_with(&tpm, &credential, &person)));
    assert!(person.asked().is_empty());
}

#[test]
fn neither_the_authorisation_nor_the_outputs_cross_the_bus_in_clear() {
    let Some(tpm) = swtpm() else { return };
    tpm.allow_tries(32);
    let bus = Recorder::before(tpm.port());
    let mut program = Raw::start(&bus.tcti());
    let created = program.ask(&create(&AUTH_VALUE));
    let answer = program.ask(&evaluate(&created, &AUTH_VALUE));
    let commands = bus.commands();
    for code in [CREATE, START_AUTH_SESSION, LOAD, HMAC] {
        assert!(commands.contains(&code), "{code:#x} in {commands:x?}");
    }
    // Salted to the storage key (a transient object): a recording cannot be tried against PINs.
    let is_salted = |(code, handle): (u32, u32)| code != START_AUTH_SESSION || handle >> 24 == 0x80;
    assert!(bus.handles().into_iter().all(is_salted));
    let outputs: Vec<_> = answer["outputs"]
        .as_array()
        .unwrap()
        .iter()
        .map(bytes)
        .collect();
    assert_eq!(outputs.len(), 2);
    assert!(!bus.saw(&AUTH_VALUE));
    assert!(outputs.iter().all(|output| !bus.saw(output)));
    // The recorder hears well: the public area goes over it in clear.
    assert!(bus.saw(&bytes(&created["created"]["public"])));
}

#[test]
fn the_wrong_authorisation_is_a_code_and_not_a_word_more() {
    let Some(tpm) = swtpm() else { return };
    tpm.allow_tries(32);
    let mut program = Raw::start(&tpm.tcti());
    let created = program.ask(&create(&AUTH_VALUE));
    let answer = program.ask(&evaluate(&created, &[0; 32]));
    assert_eq!(answer, json!({"error": {"code": "auth_fail"}}));
    tpm.allow_tries(1);
    let answer = program.ask(&evaluate(&created, &AUTH_VALUE));
    assert_eq!(
        answer,
        json!({"error": {"code": "lockout", "seconds": 600}})
    );
}

/// Changes one field of the credential's file.
fn damage(tpm: &Swtpm, credential: &Credential, field: &str, change: Damage) {
    let path = tpm.blobs().join(str::from_utf8(&credential.id).unwrap());
    let mut file: Value = serde_json::from_slice(&fs::read(&path).unwrap()).unwrap();
    let mut content = BASE64_STANDARD
        .decode(file[field].as_str().unwrap())
        .unwrap();
    change(&mut content);
    file[field] = base64(&content).into();
    fs::write(&path, file.to_string()).unwrap();
}

type Damage = fn(&mut Vec<u8>);

#[test]
fn damaged_blobs_are_told_from_a_wrong_pin_and_cost_no_try() {
    let Some(tpm) = swtpm() else { return };
    tpm.allow_tries(32);
    let damages: [(&str, Damage); 5] = [
        ("private", |bytes| bytes[40] ^= 1),
        ("private", |bytes| bytes.truncate(50)),
        ("private", Vec::clear),
        ("public", |bytes| bytes[30] ^= 1),
        // The attribute that takes the protection against guessing away.
        ("public", |bytes| bytes[6] |= 0x04),
    ];
    for (number, (field, change)) in damages.into_iter().enumerate() {
        let credential = created_by(&tpm);
        damage(&tpm, &credential, field, change);
        let refused = used_with(&tpm, &credential, &Person::typing(&[PIN]));
        let told = matches!(refused, Err(CeremonyError::Inconsistent { .. }));
        assert!(told, "{number}: {refused:?}");
    }
    let posture = &tpm.authenticator().postures().unwrap()[0];
    assert_eq!(posture.pin_retries, Some(32));
}

#[test]
fn blobs_of_another_tpm_do_not_pass_for_this_ones() {
    let Some(mut tpm) = swtpm() else { return };
    let mut credential = created_by(&tpm);
    tpm.replace();
    tpm.allow_tries(32);
    // A keyring and a file that both lie about whose they are.
    let lie = created_by(&tpm).tpm.unwrap().parent_name;
    let path = tpm.blobs().join(str::from_utf8(&credential.id).unwrap());
    let mut file: Value = serde_json::from_slice(&fs::read(&path).unwrap()).unwrap();
    file["parent_name"] = base64(&lie).into();
    fs::write(&path, file.to_string()).unwrap();
    credential.tpm.as_mut().unwrap().parent_name = lie;
    let refused = used_with(&tpm, &credential, &Person::typing(&[PIN]));
    assert!(matches!(refused, Err(CeremonyError::Inconsistent { .. })));
}

#[test]
fn a_tpm_whose_owner_has_a_password_is_not_ours_to_use() {
    let Some(tpm) = swtpm() else { return };
    tpm.set_owner_password();
    let person = Person::typing(&[PIN]);
    let refused = tpm.authenticator().create(&request(), &person);
    assert!(matches!(
        refused,
        Err(CeremonyError::NoAuthenticator(Absence::TpmAccess))
    ));
    assert!(person.asked().is_empty());
}
