//! A program that lies, babbles, hangs or dies, and a person who stops.

use std::path::Path;
use std::time::{Duration, Instant};

use latchkey_passkey::{Absence, Authenticator, CeremonyError, Credential, Tpm, TpmAccess};

use crate::person::{PIN, Person, inputs, request};
use crate::recorder;
use crate::stubs::{OUTPUTS, PARENT, POSTURE, Stub};
use crate::swtpm::program;

const PATIENCE: Duration = Duration::from_secs(20);

fn created_by(stub: &Stub) -> Credential {
    let person = Person::typing(&[PIN]);
    stub.authenticator().create(&request(), &person).unwrap()
}

#[test]
fn the_program_never_hears_the_pin() {
    let stub = Stub::honest();
    let credential = created_by(&stub);
    let person = Person::typing(&[PIN]);
    let evaluated = stub
        .authenticator()
        .evaluate(&credential, &inputs("a"), &person)
        .unwrap();
    assert_eq!(evaluated.output.as_bytes()[..32], [1; 32]);
    assert_eq!(evaluated.output.as_bytes()[32..], [2; 32]);
    let heard = stub.left("heard").unwrap();
    assert!(heard.contains("auth_value") && !heard.contains(PIN));
}

#[test]
fn the_program_starts_with_an_empty_environment_and_one_argument() {
    let copy = |of: &str| format!("/bin/cat /proc/$$/{of} >\"$0.{of}\"");
    let first = [copy("environ"), copy("cmdline")].join("\n");
    let stub = Stub::doing(&first, &[]);
    stub.authenticator().postures().unwrap();
    assert_eq!(stub.left("environ").unwrap(), "TSS2_LOG=all+none\0");
    let arguments = stub.left("cmdline").unwrap();
    let arguments: Vec<_> = arguments.split_terminator('\0').collect();
    assert_eq!(
        arguments[arguments.len() - 2..],
        ["--tcti", "stub:of=this,test"]
    );
}

#[test]
fn garbage_is_an_error_without_its_content() {
    let long = "x".repeat(100_000);
    let garbage = [
        "",
        "garbage",
        "{}",
        "[1,2]",
        r#"{"version":1}"#,
        r#"{"version":1,"answer":"posture"}"#,
        r#"{"version":1,"answer":{"error":{"code":"canary"}}}"#,
        r#"{"version":1,"answer":{"posture":{"failures":-1}}}"#,
        r#"{"version":1,"answer":{"unheard_of":{}}}"#,
        &POSTURE.replace(":1,", ":2,"),
        &POSTURE.replace("32", "4294967296"),
        PARENT,
        OUTPUTS,
        &long,
    ];
    for line in garbage {
        let stub = Stub::saying(&[("posture", line)]);
        let error = stub.authenticator().postures().unwrap_err();
        assert!(matches!(error, CeremonyError::Io(_)), "{line}: {error:?}");
        assert!(!format!("{error:?}").contains("canary"));
    }
    let stub = Stub::doing("", &[("posture", "printf '\\377\\376\\n'")]);
    let error = stub.authenticator().postures().unwrap_err();
    assert!(matches!(error, CeremonyError::Io(_)));
}

#[test]
fn outputs_that_are_none_are_refused() {
    let half = OUTPUTS.replace("AQEBAQEBAQEB", "");
    let one =
        r#"{"version":1,"answer":{"outputs":["AQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQE="]}}"#;
    let good = Stub::honest();
    let credential = created_by(&good);
    for line in [&half, one, POSTURE] {
        let stub = Stub::saying(&[("evaluate", line)]);
        // The file is the honest one's.
        let mut tpm = Tpm::new(stub.access(), good.access().program.with_file_name("blobs"));
        let refused = tpm.evaluate(&credential, &inputs("a"), &Person::typing(&[PIN]));
        assert!(matches!(refused, Err(CeremonyError::Io(_))), "{refused:?}");
    }
}

#[test]
fn a_key_under_another_parent_than_was_named_is_refused() {
    let stub = Stub::saying(&[("parent\"", &PARENT.replace("AAsB", "AAsC"))]);
    let refused = stub
        .authenticator()
        .create(&request(), &Person::typing(&[PIN]));
    assert!(matches!(refused, Err(CeremonyError::TpmOther)));
}

#[test]
fn a_program_that_dies_on_the_way_is_an_error_and_the_next_ceremony_works() {
    let stub = Stub::doing(
        "",
        &[(
            "evaluate",
            "test -e \"$0.died\" || { : >\"$0.died\"; kill -9 $$; }; printf '%s\\n' \"$(/bin/cat \"$0.outputs\")\"",
        )],
    );
    let outputs = stub.access().program.with_file_name("stub.outputs");
    std::fs::write(outputs, OUTPUTS).unwrap();
    let credential = created_by(&stub);
    let mut tpm = stub.authenticator();
    let died = tpm.evaluate(&credential, &inputs("a"), &Person::typing(&[PIN]));
    assert!(matches!(died, Err(CeremonyError::Io(_))), "{died:?}");
    tpm.evaluate(&credential, &inputs("a"), &Person::typing(&[PIN]))
        .unwrap();
}

#[test]
fn a_program_that_only_ends_is_an_error_and_no_absence() {
    for status in [0, 1, 101] {
        let stub = Stub::doing(&format!("exit {status}"), &[]);
        let error = stub.authenticator().postures().unwrap_err();
        assert!(matches!(error, CeremonyError::Io(_)), "{error:?}");
    }
}

#[test]
fn each_code_of_the_program_is_told_as_what_it_is() {
    let told = |code: &str| {
        let line = format!(r#"{{"version":1,"answer":{{"error":{{"code":"{code}"}}}}}}"#);
        Stub::saying(&[("posture", &line)])
            .authenticator()
            .postures()
            .unwrap_err()
    };
    let absence = |code| match told(code) {
        CeremonyError::NoAuthenticator(absence) => Some(absence),
        _ => None,
    };
    assert_eq!(absence("no_tpm"), Some(Absence::NoTpm));
    assert_eq!(absence("no_library"), Some(Absence::NoTpmHelper));
    assert_eq!(absence("access"), Some(Absence::TpmAccess));
    assert!(matches!(told("other_tpm"), CeremonyError::TpmOther));
    assert!(matches!(
        told("damaged"),
        CeremonyError::Inconsistent { .. }
    ));
    assert!(matches!(told("io"), CeremonyError::Io(_)));
    assert!(matches!(told("bad_request"), CeremonyError::Io(_)));
    assert!(matches!(
        told("lockout"),
        CeremonyError::TpmLockout { seconds: None }
    ));
}

#[test]
fn a_person_can_stop_while_it_works_and_the_program_is_gone() {
    let stub = Stub::doing(
        "",
        &[("create", "printf '%s' $$ >\"$0.pid\"; exec /bin/sleep 1000")],
    );
    let reached = stub.access().program.with_file_name("stub.pid");
    let person = Person::typing(&[PIN]).stopping_once(reached);
    let stopped = stub.authenticator().create(&request(), &person);
    assert!(matches!(stopped, Err(CeremonyError::Cancelled)));
    let process = stub.left("pid").unwrap();
    assert!(!process.is_empty());
    assert!(!Path::new("/proc").join(process).exists());
    assert!(!stub.access().program.with_file_name("blobs").exists());
}

#[test]
fn a_program_that_hangs_is_ended_after_a_while() {
    let stub = Stub::doing("", &[("posture", "exec /bin/sleep 1000")]);
    let mut tpm = stub
        .authenticator()
        .answering_within(Duration::from_millis(300));
    let begun = Instant::now();
    let error = tpm.postures().unwrap_err();
    let CeremonyError::Io(error) = error else {
        panic!("{error:?}")
    };
    assert_eq!(error.kind(), std::io::ErrorKind::TimedOut);
    assert!(begun.elapsed() < PATIENCE);
}

#[test]
fn a_tpm_that_never_answers_does_not_keep_a_person_from_stopping() {
    // Listens, and says nothing.
    let (commands, _control) = recorder::listeners();
    let port = commands.local_addr().unwrap().port();
    let folder = tempfile::tempdir().unwrap();
    let access = TpmAccess {
        program: program(),
        tcti: Some(format!("swtpm:host=127.0.0.1,port={port}")),
    };
    let person = Person::typing(&[PIN]).stopping_after(Duration::from_secs(1));
    let begun = Instant::now();
    let stopped = Tpm::new(access, folder.path().to_owned()).create(&request(), &person);
    assert!(matches!(stopped, Err(CeremonyError::Cancelled)));
    assert!(begun.elapsed() < PATIENCE);
}
