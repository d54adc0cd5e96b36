//! What a computer offers, and what a trial of an authenticator finds out.

use std::path::Path;
use std::sync::{Arc, Mutex};

use super::{Computer, Setup, try_out};
use crate::ask::{Interaction, Moment, PinRequest, Question};
use crate::authenticator::{
    Authenticator, AuthenticatorKind, CreateRequest, Credential, Evaluation, Posture,
};
use crate::error::{Absence, CeremonyError};
use crate::pin::Pin;
use crate::prf::{PrfInputs, PrfOutput};
use crate::software::SoftwarePasskeys;

/// A person with one PIN.
struct Typist;

impl Interaction for Typist {
    fn tell(&self, _: &Moment) {}

    fn pin(&self, _: &PinRequest) -> Option<Pin> {
        Pin::new("2468")
    }

    fn confirm(&self, _: &Question) -> bool {
        true
    }

    fn is_cancelled(&self) -> bool {
        false
    }
}

/// An authenticator that is there or not, and answers each evaluation with the next of these bytes.
struct Made {
    kind: AuthenticatorKind,
    postures: fn() -> Result<Vec<Posture>, CeremonyError>,
    outputs: Vec<u8>,
    forgotten: Arc<Mutex<usize>>,
}

fn made(
    kind: AuthenticatorKind,
    postures: fn() -> Result<Vec<Posture>, CeremonyError>,
) -> Box<dyn Authenticator> {
    Box::new(Made {
        kind,
        postures,
        outputs: Vec::new(),
        forgotten: Arc::default(),
    })
}

impl Authenticator for Made {
    fn kind(&self) -> AuthenticatorKind {
        self.kind
    }

    fn postures(&mut self) -> Result<Vec<Posture>, CeremonyError> {
        (self.postures)()
    }

    fn create(
        &mut self,
        request: &CreateRequest,
        _: &dyn Interaction,
    ) -> Result<Credential, CeremonyError> {
        Ok(Credential {
            kind: self.kind,
            id: vec![1],
            public_key: Vec::new(),
            rp_id: request.rp_id.clone(),
            transports: Vec::new(),
            backup_eligible: false,
            backed_up: false,
            tpm: None,
        })
    }

    fn evaluate(
        &mut self,
        _: &Credential,
        _: &PrfInputs,
        _: &dyn Interaction,
    ) -> Result<Evaluation, CeremonyError> {
        let byte = self.outputs.pop().ok_or(CeremonyError::Denied)?;
        Ok(Evaluation {
            output: PrfOutput::new(&[byte; 32], &[byte; 32]),
            backup_eligible: false,
            backed_up: false,
        })
    }

    fn forget(&mut self, _: &Credential) {
        *self.forgotten.lock().unwrap() += 1;
    }
}

fn kinds_and_absences(computer: &mut Computer) -> Vec<(AuthenticatorKind, Option<Absence>)> {
    let offers = computer.offers();
    offers
        .iter()
        .map(|offer| (offer.kind, offer.absence))
        .collect()
}

#[test]
fn what_is_ready_comes_first_and_what_is_absent_says_why() {
    use AuthenticatorKind::{Phone, SecurityKey, Tpm};
    let mut computer = Computer::with(vec![
        made(SecurityKey, || Ok(Vec::new())),
        made(Tpm, || {
            Err(CeremonyError::NoAuthenticator(Absence::TpmAccess))
        }),
        made(Phone, || Ok(Vec::new())),
    ]);
    let expected = [
        (Phone, None),
        (SecurityKey, Some(Absence::NotPluggedIn)),
        (Tpm, Some(Absence::TpmAccess)),
    ];
    assert_eq!(kinds_and_absences(&mut computer), expected);
}

#[test]
fn one_that_answers_badly_is_offered_all_the_same() {
    let busy = made(AuthenticatorKind::SecurityKey, || Err(CeremonyError::Busy));
    let mut computer = Computer::with(vec![busy]);
    assert_eq!(
        kinds_and_absences(&mut computer),
        [(AuthenticatorKind::SecurityKey, None)]
    );
}

#[test]
fn software_passkeys_are_offered_last_and_only_when_asked_for_by_name() {
    let folder = tempfile::tempdir().unwrap();
    let setup = |software| Setup {
        data_folder: folder.path().to_owned(),
        tpm: None,
        software,
    };
    let mut plain = Computer::new(setup(false));
    let error = plain.of(AuthenticatorKind::Software).err().unwrap();
    assert!(matches!(
        error,
        CeremonyError::NoAuthenticator(Absence::NotSupported)
    ));
    assert!(plain.of(AuthenticatorKind::SecurityKey).is_ok());
    let error = plain.of(AuthenticatorKind::Tpm).err().unwrap();
    assert!(matches!(
        error,
        CeremonyError::NoAuthenticator(Absence::NotSupported)
    ));

    let mut demo = Computer::new(setup(true));
    let software = demo.of(AuthenticatorKind::Software).unwrap();
    assert_eq!(software.kind(), AuthenticatorKind::Software);
    assert_eq!(
        std::fs::read_dir(folder.path()).unwrap().count(),
        0,
        "nothing is opened or made"
    );
}

#[test]
fn a_trial_that_went_well_leaves_nothing_behind() {
    let folder = tempfile::tempdir().unwrap();
    let mut passkeys = SoftwarePasskeys::in_folder(folder.path());
    let credential = try_out(&mut passkeys, &Typist).unwrap();
    assert_eq!(credential.kind, AuthenticatorKind::Software);
    let gone = |name: &[u8]| {
        !folder
            .path()
            .join(Path::new(std::str::from_utf8(name).unwrap()))
            .exists()
    };
    assert!(gone(&credential.id));
}

#[test]
fn a_trial_finds_an_authenticator_that_answers_differently_or_not_at_all() {
    let forgotten = Arc::new(Mutex::new(0));
    for (outputs, fine) in [(vec![7, 7], true), (vec![7, 8], false), (vec![7], false)] {
        let mut authenticator = Made {
            kind: AuthenticatorKind::Phone,
            postures: || Ok(Vec::new()),
            outputs,
            forgotten: Arc::clone(&forgotten),
        };
        assert_eq!(try_out(&mut authenticator, &Typist).is_ok(), fine);
    }
    assert_eq!(
        *forgotten.lock().unwrap(),
        3,
        "the trial credential is forgotten in any case"
    );
}
