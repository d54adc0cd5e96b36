//! What a software passkey promises.

use std::cell::RefCell;
use std::os::unix::fs::PermissionsExt;
use std::sync::Mutex;

use super::SoftwarePasskeys;
use crate::ask::{Interaction, Moment, OnePin, PinPurpose, PinRequest, Question};
use crate::authenticator::{Authenticator, AuthenticatorKind, CreateRequest, Credential};
use crate::error::{Absence, CeremonyError};
use crate::pin::Pin;
use crate::prf::PrfInputs;

/// A person who types these PINs one after another and says yes or no to everything.
struct Typist {
    pins: Mutex<Vec<&'static str>>,
    yes: bool,
    asked: Mutex<Vec<PinRequest>>,
    questions: Mutex<RefCell<Vec<Question>>>,
}

fn types(pins: &[&'static str]) -> Typist {
    Typist {
        pins: Mutex::new(pins.iter().rev().copied().collect()),
        yes: true,
        asked: Mutex::default(),
        questions: Mutex::default(),
    }
}

impl Interaction for Typist {
    fn tell(&self, _: &Moment) {}

    fn pin(&self, request: &PinRequest) -> Option<Pin> {
        self.asked.lock().unwrap().push(request.clone());
        Pin::new(self.pins.lock().unwrap().pop()?)
    }

    fn confirm(&self, question: &Question) -> bool {
        let questions = self.questions.lock().unwrap();
        questions.borrow_mut().push(question.clone());
        self.yes
    }

    fn is_cancelled(&self) -> bool {
        false
    }
}

fn request() -> CreateRequest {
    CreateRequest {
        rp_id: crate::RP_ID.to_owned(),
        display_name: "test".to_owned(),
        exclude: Vec::new(),
    }
}

fn inputs() -> PrfInputs {
    PrfInputs {
        first: vec![1],
        second: vec![2],
    }
}

fn made(folder: &std::path::Path) -> (SoftwarePasskeys, Credential) {
    let mut passkeys = SoftwarePasskeys::in_folder(folder);
    let credential = passkeys.create(&request(), &types(&["2468"])).unwrap();
    (passkeys, credential)
}

#[test]
fn the_same_inputs_give_the_same_output_and_others_another() {
    let folder = tempfile::tempdir().unwrap();
    let (mut passkeys, credential) = made(folder.path());
    let typist = types(&["2468", "2468", "2468"]);
    let once = passkeys.evaluate(&credential, &inputs(), &typist).unwrap();
    let again = passkeys.evaluate(&credential, &inputs(), &typist).unwrap();
    assert!(once.output == again.output);
    let swapped = PrfInputs {
        first: vec![2],
        second: vec![1],
    };
    let other = passkeys.evaluate(&credential, &swapped, &typist).unwrap();
    assert_eq!(other.output.as_bytes()[..32], once.output.as_bytes()[32..]);
    assert_eq!(other.output.as_bytes()[32..], once.output.as_bytes()[..32]);
}

#[test]
fn two_passkeys_under_one_pin_have_different_secrets() {
    let folder = tempfile::tempdir().unwrap();
    let (mut passkeys, one) = made(folder.path());
    let two = passkeys.create(&request(), &types(&["2468"])).unwrap();
    let typist = types(&["2468", "2468"]);
    let of_one = passkeys.evaluate(&one, &inputs(), &typist).unwrap();
    let of_two = passkeys.evaluate(&two, &inputs(), &typist).unwrap();
    assert!(of_one.output != of_two.output);
}

#[test]
fn a_wrong_pin_costs_a_try_and_the_right_one_gives_them_back() {
    let folder = tempfile::tempdir().unwrap();
    let (mut passkeys, credential) = made(folder.path());
    let typist = types(&["1111", "2222", "2468", "3333"]);
    passkeys.evaluate(&credential, &inputs(), &typist).unwrap();
    let told: Vec<_> = typist
        .asked
        .lock()
        .unwrap()
        .iter()
        .map(|r| r.retries)
        .collect();
    assert_eq!(told, [Some(8), Some(7), Some(6)]);
    let error = passkeys
        .evaluate(&credential, &inputs(), &typist)
        .unwrap_err();
    assert!(
        matches!(error, CeremonyError::PinWrong { retries: Some(7) }),
        "{error}"
    );
}

#[test]
fn a_wrong_pin_is_not_tried_twice() {
    let folder = tempfile::tempdir().unwrap();
    let (mut passkeys, credential) = made(folder.path());
    let typist = types(&["1111", "1111", "1111", "1111"]);
    let error = passkeys
        .evaluate(&credential, &inputs(), &typist)
        .unwrap_err();
    assert!(
        matches!(error, CeremonyError::PinWrong { retries: Some(7) }),
        "{error}"
    );
}

#[test]
fn the_last_two_tries_are_used_only_after_a_yes() {
    let folder = tempfile::tempdir().unwrap();
    let (mut passkeys, credential) = made(folder.path());
    let mut typist = types(&["a111", "a222", "a333", "a444", "a555", "a666", "a777"]);
    typist.yes = false;
    let error = passkeys
        .evaluate(&credential, &inputs(), &typist)
        .unwrap_err();
    assert!(matches!(error, CeremonyError::Cancelled), "{error}");
    assert_eq!(typist.asked.lock().unwrap().len(), 6);
    let asked = Question::LastTries {
        authenticator: AuthenticatorKind::Software,
        retries: 2,
    };
    assert_eq!(*typist.questions.lock().unwrap().borrow(), [asked]);
}

#[test]
fn after_eight_wrong_ones_the_right_pin_opens_nothing_either() {
    let folder = tempfile::tempdir().unwrap();
    let (mut passkeys, credential) = made(folder.path());
    let wrong = [
        "a1111", "a2222", "a3333", "a4444", "a5555", "a6666", "a7777", "a8888",
    ];
    let error = passkeys
        .evaluate(&credential, &inputs(), &types(&wrong))
        .unwrap_err();
    assert!(matches!(error, CeremonyError::PinBlocked), "{error}");
    let error = passkeys
        .evaluate(&credential, &inputs(), &types(&["2468"]))
        .unwrap_err();
    assert!(matches!(error, CeremonyError::PinBlocked), "{error}");
}

#[test]
fn a_pin_chosen_once_serves_the_whole_enrolment() {
    let folder = tempfile::tempdir().unwrap();
    let mut passkeys = SoftwarePasskeys::in_folder(folder.path());
    let typist = types(&["2468"]);
    let ask = OnePin::new(&typist);
    let credential = passkeys.create(&request(), &ask).unwrap();
    passkeys.evaluate(&credential, &inputs(), &ask).unwrap();
    passkeys.evaluate(&credential, &inputs(), &ask).unwrap();
    let purposes: Vec<_> = typist
        .asked
        .lock()
        .unwrap()
        .iter()
        .map(|r| r.purpose)
        .collect();
    assert_eq!(purposes, [PinPurpose::Choose]);
}

#[test]
fn a_pin_of_three_is_too_short_and_no_pin_is_none_set() {
    let folder = tempfile::tempdir().unwrap();
    let mut passkeys = SoftwarePasskeys::in_folder(folder.path());
    let error = passkeys.create(&request(), &types(&["246"])).unwrap_err();
    assert!(
        matches!(error, CeremonyError::PinPolicy { min_length: 4 }),
        "{error}"
    );
    let error = passkeys.create(&request(), &types(&[])).unwrap_err();
    assert!(matches!(error, CeremonyError::PinNotSet), "{error}");
    assert_eq!(std::fs::read_dir(folder.path()).unwrap().count(), 0);
}

#[test]
fn a_lost_file_is_not_on_this_computer_and_no_id_leaves_the_folder() {
    let folder = tempfile::tempdir().unwrap();
    let (mut passkeys, mut credential) = made(folder.path());
    passkeys.forget(&credential);
    for id in [
        credential.id.clone(),
        b"../../etc/passwd".to_vec(),
        Vec::new(),
    ] {
        credential.id = id;
        let error = passkeys
            .evaluate(&credential, &inputs(), &types(&["2468"]))
            .unwrap_err();
        let absent = CeremonyError::NoAuthenticator(Absence::NotOnThisComputer);
        assert_eq!(error.to_string(), absent.to_string());
    }
}

#[test]
fn only_the_owner_may_read_the_file_and_a_damaged_one_never_panics() {
    let folder = tempfile::tempdir().unwrap();
    let (mut passkeys, credential) = made(folder.path());
    let path = folder
        .path()
        .join(std::str::from_utf8(&credential.id).unwrap());
    assert_eq!(path.metadata().unwrap().permissions().mode() & 0o777, 0o600);
    let good = std::fs::read(&path).unwrap();
    for cut in 0..good.len() - 1 {
        std::fs::write(&path, &good[..cut]).unwrap();
        let error = passkeys
            .evaluate(&credential, &inputs(), &types(&["2468"]))
            .unwrap_err();
        assert!(matches!(error, CeremonyError::Io(_)), "{error}");
    }
}

#[test]
fn another_relying_party_gets_nothing() {
    let folder = tempfile::tempdir().unwrap();
    let (mut passkeys, mut credential) = made(folder.path());
    credential.rp_id = "example.com".to_owned();
    let error = passkeys
        .evaluate(&credential, &inputs(), &types(&["2468"]))
        .unwrap_err();
    assert!(matches!(error, CeremonyError::NotThisPasskey), "{error}");
}
