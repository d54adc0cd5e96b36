//! Making keys and using them.

use std::fs;

use latchkey_passkey::{
    Absence, Authenticator, AuthenticatorKind, CeremonyError, Computer, Credential, Moment,
    PinPurpose, PinState, Setup, try_out,
};

use crate::person::{PIN, Person, inputs, request};
use crate::swtpm::{Swtpm, swtpm};

fn create(tpm: &Swtpm) -> Credential {
    let person = Person::typing(&[PIN]);
    tpm.authenticator().create(&request(), &person).unwrap()
}

fn outputs(tpm: &Swtpm, credential: &Credential, text: &str) -> [u8; 64] {
    let person = Person::typing(&[PIN]);
    let evaluated = tpm
        .authenticator()
        .evaluate(credential, &inputs(text), &person)
        .unwrap();
    *evaluated.output.as_bytes()
}

#[test]
fn a_key_gives_the_same_for_the_same_inputs_and_something_else_for_others() {
    let Some(tpm) = swtpm() else { return };
    tpm.allow_tries(32);
    let credential = create(&tpm);
    let once = outputs(&tpm, &credential, "a");
    assert_eq!(once, outputs(&tpm, &credential, "a"));
    let other = outputs(&tpm, &credential, "b");
    assert_ne!(once[..32], once[32..]);
    assert_ne!(once[..32], other[..32]);
    assert_ne!(once[32..], other[32..]);
    assert_ne!(once, outputs(&tpm, &create(&tpm), "a"));
}

#[test]
fn a_new_credential_says_what_it_is_and_leaves_one_small_file() {
    let Some(tpm) = swtpm() else { return };
    let person = Person::typing(&[PIN]);
    let credential = tpm.authenticator().create(&request(), &person).unwrap();
    assert_eq!(credential.kind, AuthenticatorKind::Tpm);
    assert_eq!(credential.rp_id, latchkey_passkey::RP_ID);
    assert_eq!(credential.transports, ["internal"]);
    assert!(!credential.backup_eligible && !credential.backed_up);
    let binding = credential.tpm.unwrap();
    // A Name is the id of SHA-256 and a hash (TPM 2.0 Part 1, 16).
    assert_eq!(binding.parent_name.len(), 34);
    assert_eq!(binding.parent_name[..2], [0x00, 0x0b]);

    let files: Vec<_> = fs::read_dir(tpm.blobs()).unwrap().flatten().collect();
    assert_eq!(files.len(), 1);
    assert_eq!(
        files[0].file_name().as_encoded_bytes(),
        credential.id.as_slice()
    );
    assert!(files[0].metadata().unwrap().len() < 1024);
    assert_eq!(person.moments().last(), Some(&Moment::Over));
}

#[test]
fn a_key_outlives_a_power_cycle_and_a_loss_of_power() {
    let Some(mut tpm) = swtpm() else { return };
    tpm.allow_tries(32);
    let credential = create(&tpm);
    let before = outputs(&tpm, &credential, "a");
    tpm.power_cycle();
    assert_eq!(before, outputs(&tpm, &credential, "a"));
    tpm.lose_power();
    assert_eq!(before, outputs(&tpm, &credential, "a"));
}

#[test]
fn a_tpm_that_holds_an_excluded_credential_makes_no_second_one() {
    let Some(tpm) = swtpm() else { return };
    let mut again = request();
    again.exclude.push(create(&tpm));
    let person = Person::typing(&[PIN]);
    let refused = tpm.authenticator().create(&again, &person);
    assert!(matches!(refused, Err(CeremonyError::AlreadyEnrolled)));
    assert!(person.asked().is_empty());

    tpm.authenticator().forget(&again.exclude[0]);
    tpm.authenticator().create(&again, &person).unwrap();
}

#[test]
fn a_key_whose_file_is_gone_is_not_on_this_computer() {
    let Some(tpm) = swtpm() else { return };
    let credential = create(&tpm);
    tpm.authenticator().forget(&credential);
    assert_eq!(fs::read_dir(tpm.blobs()).unwrap().count(), 0);
    let person = Person::typing(&[PIN]);
    let refused = tpm
        .authenticator()
        .evaluate(&credential, &inputs("a"), &person);
    assert!(matches!(
        refused,
        Err(CeremonyError::NoAuthenticator(Absence::NotOnThisComputer))
    ));
    assert!(person.asked().is_empty());
}

#[test]
fn a_passkey_of_another_kind_is_not_this_passkey() {
    let Some(tpm) = swtpm() else { return };
    let mut credential = create(&tpm);
    credential.kind = AuthenticatorKind::SecurityKey;
    let person = Person::typing(&[PIN]);
    let refused = tpm
        .authenticator()
        .evaluate(&credential, &inputs("a"), &person);
    assert!(matches!(refused, Err(CeremonyError::NotThisPasskey)));
    // And nothing of it is taken back.
    tpm.authenticator().forget(&credential);
    assert_eq!(fs::read_dir(tpm.blobs()).unwrap().count(), 1);
}

#[test]
fn the_posture_is_what_the_tpm_says() {
    let Some(tpm) = swtpm() else { return };
    tpm.allow_tries(32);
    let postures = tpm.authenticator().postures().unwrap();
    let [posture] = postures.as_slice() else {
        panic!("one TPM")
    };
    assert_eq!(posture.kind, AuthenticatorKind::Tpm);
    assert_eq!(posture.model.as_deref(), Some("IBM"));
    assert_eq!(posture.firmware.as_ref().unwrap().split('.').count(), 4);
    assert_eq!(posture.pin, PinState::NotSet);
    assert_eq!(
        (posture.min_pin_length, posture.pin_retries),
        (10, Some(32))
    );
    assert!(posture.prf && posture.always_verifies);
    let guessing = posture.tpm.as_ref().unwrap();
    assert_eq!((guessing.failures, guessing.max_failures), (0, 32));
    assert_eq!(guessing.forgiven_after, 600);
    assert!(!guessing.lockout_guarded);

    create(&tpm);
    tpm.guard_lockout();
    let posture = &tpm.authenticator().postures().unwrap()[0];
    assert_eq!(posture.pin, PinState::Set);
    assert_eq!(posture.min_pin_length, 6);
    assert!(posture.tpm.as_ref().unwrap().lockout_guarded);
}

#[test]
fn a_computer_offers_its_tpm_and_a_trial_leaves_nothing_behind() {
    let Some(tpm) = swtpm() else { return };
    tpm.allow_tries(32);
    let data_folder = tempfile::tempdir().unwrap();
    let mut computer = Computer::new(Setup {
        data_folder: data_folder.path().to_owned(),
        tpm: Some(tpm.access()),
        software: false,
    });
    let offers = computer.offers();
    let offer = offers.iter().find(|o| o.kind == AuthenticatorKind::Tpm);
    let offer = offer.unwrap();
    assert_eq!((offer.absence, offer.postures.len()), (None, 1));

    let person = Person::typing(&[PIN]);
    try_out(computer.of(AuthenticatorKind::Tpm).unwrap(), &person).unwrap();
    assert_eq!(person.asked().len(), 1);
    assert_eq!(person.asked()[0].purpose, PinPurpose::Choose);
    let folder = fs::read_dir(data_folder.path()).unwrap().flatten().next();
    assert_eq!(fs::read_dir(folder.unwrap().path()).unwrap().count(), 0);
}

#[test]
fn many_ceremonies_leave_no_room_taken_in_the_tpm() {
    let Some(tpm) = swtpm() else { return };
    tpm.allow_tries(32);
    let credential = create(&tpm);
    let first = outputs(&tpm, &credential, "a");
    // A TPM without a resource manager has room for three objects and three sessions.
    for _ in 0..8 {
        assert_eq!(outputs(&tpm, &credential, "a"), first);
        let person = Person::typing(&["wrong for sure"]);
        let refused = tpm
            .authenticator()
            .evaluate(&credential, &inputs("a"), &person);
        assert!(matches!(refused, Err(CeremonyError::PinWrong { .. })));
    }
}
