//! Keys from every source, slips, and decryption into a file.

use crate::desk::*;
use latchkey_backup::write;
use latchkey_demo::SpecialBackup;

#[test]
fn a_key_is_taken_from_a_file_or_standard_input_in_any_form() {
    let desk = Desk::new();
    let backup = desk.backup();
    let check =
        |file: &str| desk.run(&["key", "check", arg(&backup), "--key-file", file, "--json"]);
    let digits = write::digits(&ROOT);
    desk.put("digits", digits.to_uppercase().replace(' ', "-").as_bytes());
    desk.put("raw", &ROOT);
    desk.put("java", &write::root_key_file(&ROOT));
    for file in ["digits", "raw", "java"] {
        assert_eq!(check(file).expect(0).json()["fits"], true, "{file}");
    }
    let arguments = ["key", "check", arg(&backup), "--key-stdin"];
    let said = desk.run_with(&arguments, &digits).expect(0).stdout;
    assert!(said.contains("opens the backup"), "{said}");
}

#[test]
fn a_slip_is_found_and_named_and_no_key_is_shown() {
    let desk = Desk::new();
    let backup = desk.backup();
    let mut digits = write::digits(&ROOT).to_string();
    digits.replace_range(20..21, "9");
    let ran = desk.run_with(
        &["key", "check", arg(&backup), "--key-stdin", "--json"],
        &digits,
    );
    let error = ran.error();
    assert_eq!(error["code"], "wrong_key");
    assert_eq!(error["slip"], "wrong_digit");
    assert_eq!(error["group"], 5);
    assert!(!ran.stdout.contains("4242") && !ran.stderr.contains("4242"));
    let ran = desk.run_with(&["key", "check", arg(&backup), "--key-stdin"], &digits);
    assert_eq!(ran.code, 2);
    assert!(ran.stderr.contains("group 5"), "{}", ran.stderr);
}

#[test]
fn digits_that_are_not_64_name_the_group_that_is_off() {
    let desk = Desk::new();
    let backup = desk.backup();
    let digits = format!("{}424 {}", "4242 ".repeat(7), "4242 ".repeat(8));
    let arguments = ["key", "check", arg(&backup), "--key-stdin", "--json"];
    let error = desk.run_with(&arguments, &digits).error();
    assert_eq!(error["code"], "usage");
    assert_eq!(error["group"], 8);
}

#[test]
fn decrypt_writes_the_plaintext_whole_and_overwrites_nothing() {
    let desk = Desk::new();
    let backup = desk.backup();
    let key = desk.key_file();
    let arguments = [
        "decrypt",
        arg(&backup),
        "--key-file",
        arg(&key),
        "--out",
        "out.db",
        "--json",
    ];
    let said = desk.run(&arguments).expect(0).json();
    assert_eq!(std::fs::read(desk.path("out.db")).unwrap(), desk.database());
    assert_eq!(said["plaintext_bytes"], desk.database().len());
    assert_eq!(said["checksum"], "ok");
    assert_eq!(said["content"], "sqlite");
    let error = desk.run(&arguments).error();
    assert_eq!(error["code"], "already_exists");
    assert_eq!(error["path"], "out.db");
    assert_eq!(desk.names(), ["key.txt", "out.db", "plain.crypt15"]);
}

#[test]
fn a_damaged_checksum_alone_decrypts_and_ends_with_1() {
    let desk = Desk::new();
    let backup = desk.special(SpecialBackup::WrongChecksum);
    let key = desk.key_file();
    let ran = desk.run(&[
        "decrypt",
        arg(&backup),
        "--key-file",
        arg(&key),
        "--out",
        "out.db",
    ]);
    let ran = ran.expect(1);
    assert!(ran.stderr.contains("checksum is damaged"), "{}", ran.stderr);
    assert!(desk.path("out.db").exists());
}

#[test]
fn a_limit_on_the_size_is_kept() {
    let desk = Desk::new();
    let backup = desk.backup();
    let key = desk.key_file();
    let error = desk
        .run(&[
            "decrypt",
            arg(&backup),
            "--key-file",
            arg(&key),
            "--out",
            "out.db",
            "--max-size",
            "4K",
            "--json",
        ])
        .error();
    assert_eq!(error["code"], "too_large");
    assert_eq!(error["limit"], 4096);
    assert!(!desk.path("out.db").exists());
}
