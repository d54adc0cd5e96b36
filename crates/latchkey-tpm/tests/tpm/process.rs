//! The program as a process: when it is not there, cannot start, may not reach a TPM; and how it behaves.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use latchkey_passkey::{Absence, Authenticator, CeremonyError, Tpm, TpmAccess};
use serde_json::json;

use crate::stubs::install;
use crate::swtpm::program;
use crate::wire::Raw;

fn absence(program: &Path, tcti: Option<&str>) -> Option<Absence> {
    let access = TpmAccess {
        program: program.to_owned(),
        tcti: tcti.map(str::to_owned),
    };
    let error = Tpm::new(access, PathBuf::from("unused"))
        .postures()
        .unwrap_err();
    match error {
        CeremonyError::NoAuthenticator(absence) => Some(absence),
        other => panic!("{other:?}"),
    }
}

const SOMEWHERE: Option<&str> = Some("swtpm:host=127.0.0.1,port=1");

#[test]
fn a_program_that_is_not_installed_is_no_helper() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("latchkey-tpm");
    assert_eq!(absence(&file, SOMEWHERE), Some(Absence::NoTpmHelper));
    fs::write(&file, "no program").unwrap();
    assert_eq!(absence(&file, SOMEWHERE), Some(Absence::NoTpmHelper));
    let inside = file.join("latchkey-tpm");
    assert_eq!(absence(&inside, SOMEWHERE), Some(Absence::NoTpmHelper));
}

#[test]
fn a_program_for_another_computer_is_no_helper() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("latchkey-tpm");
    install(b"\x7fELF of nothing that runs here", &file);
    assert_eq!(absence(&file, SOMEWHERE), Some(Absence::NoTpmHelper));
}

#[test]
fn a_program_whose_libraries_are_missing_is_no_helper() {
    const LIBRARY: &[u8] = b"libtss2-esys.so.0";
    const MISSING: &[u8] = b"libtss2-none.so.0";
    let mut content = fs::read(program()).unwrap();
    let at = content
        .windows(LIBRARY.len())
        .position(|window| window == LIBRARY)
        .unwrap();
    content[at..at + MISSING.len()].copy_from_slice(MISSING);
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("latchkey-tpm");
    install(&content, &file);

    // The real loader, and what it says.
    let output = Command::new(&file).output().unwrap();
    assert_eq!(output.status.code(), Some(127));
    assert!(String::from_utf8_lossy(&output.stderr).contains("libtss2-none.so.0"));
    assert_eq!(absence(&file, SOMEWHERE), Some(Absence::NoTpmHelper));
}

#[test]
fn a_computer_without_a_device_has_no_tpm() {
    let nowhere = Some("device:/dev/tpm4294967296");
    assert_eq!(absence(&program(), nowhere), Some(Absence::NoTpm));
    if !Path::new("/dev/tpmrm0").exists() {
        assert_eq!(absence(&program(), None), Some(Absence::NoTpm));
        // Whatever else is missing, that is what counts.
        let missing = Path::new("/no/such/program");
        assert_eq!(absence(missing, None), Some(Absence::NoTpm));
    }
}

#[test]
fn a_way_over_a_network_or_through_another_program_is_not_taken() {
    let folder = tempfile::tempdir().unwrap();
    let canary = folder.path().join("canary");
    let run = format!("cmd:touch {}", canary.display());
    let read = format!("device:{}", canary.display());
    let ways = [
        "swtpm:host=192.0.2.1,port=2321",
        "mssim",
        "tabrmd",
        &run,
        &read,
    ];
    for way in ways {
        let mut program = Raw::start(way);
        let answer = program.ask(&json!("posture"));
        assert_eq!(answer, json!({"error": {"code": "bad_request"}}), "{way}");
        program.close();
    }
    assert!(!canary.exists());
}

#[test]
fn it_ends_when_its_input_closes_and_says_nothing_beside_its_answers() {
    let mut program = Raw::start("swtpm:host=127.0.0.1,port=1");
    // The libraries would write about the closed port.
    let answer = program.ask(&json!("posture"));
    assert_eq!(answer, json!({"error": {"code": "io"}}));
    let (status, words) = program.close();
    assert!(status.success());
    assert_eq!(String::from_utf8(words).unwrap(), "");
}

#[test]
fn it_takes_no_other_arguments() {
    for arguments in [&["--help"][..], &["--tcti"], &["--tcti", "a", "--pin"]] {
        let output = Command::new(program()).args(arguments).output().unwrap();
        assert_eq!(output.status.code(), Some(2));
        assert!(output.stdout.is_empty() && output.stderr.is_empty());
    }
}

#[test]
fn it_leaves_no_core_dump() {
    let mut program = Raw::start("swtpm:host=127.0.0.1,port=1");
    // An answer shows that it is past its start.
    program.ask(&json!("posture"));
    let limits = fs::read_to_string(format!("/proc/{}/limits", program.child.id())).unwrap();
    let core = limits
        .lines()
        .find(|line| line.starts_with("Max core file size"))
        .unwrap();
    let limit: Vec<_> = core.split_whitespace().rev().take(3).collect();
    assert!(
        limit[1..].iter().all(|&limit| limit == "1" || limit == "0"),
        "{core}"
    );
    program.close();
}
