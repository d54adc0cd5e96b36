//! What needs no key: inspect, help, completions, the demo.

use crate::desk::*;
use latchkey_demo::SpecialBackup;
use serde_json::json;

#[test]
fn inspect_gives_the_fields_of_the_contract() {
    let desk = Desk::new();
    let backup = desk.backup();
    let found = desk
        .run(&["inspect", arg(&backup), "--json"])
        .expect(0)
        .json();
    let size = backup.metadata().unwrap().len();
    assert_eq!(found.as_array().unwrap().len(), 1);
    let found = &found[0];
    assert_eq!(found["path"], arg(&backup));
    assert_eq!(found["format"], "crypt15");
    assert_eq!(found["secret"], "digits");
    assert_eq!(found["end_to_end"], true);
    assert_eq!(found["app_version"], "2.26.35.75");
    assert_eq!(found["phone_suffix"], "67");
    assert_eq!(found["size"], size);
    assert_eq!(found["checksum"], "ok");
    assert_eq!(found["whole"], true);
    assert!(found["created"].as_i64().unwrap() > 1_600_000_000_000);
}

#[test]
fn inspect_of_a_folder_lists_the_newest_full_backup_first() {
    let desk = Desk::new();
    desk.phone(300);
    let found = desk.run(&["inspect", "phone", "--json"]).expect(0).json();
    let formats: Vec<_> = found
        .as_array()
        .unwrap()
        .iter()
        .map(|f| &f["format"])
        .collect();
    assert_eq!(found[0]["purpose"]["kind"], "full_database");
    assert!(formats.contains(&&json!("key_file")));
    let text = desk.run(&["inspect", "phone"]).expect(0).stdout;
    assert!(text.contains("newest full backup"), "{text}");
    assert!(text.contains("opens with the 64 digits"), "{text}");
}

#[test]
fn inspect_says_when_a_file_is_cut() {
    let desk = Desk::new();
    let cut = desk.special(SpecialBackup::CutShort);
    let found = desk.run(&["inspect", arg(&cut), "--json"]).expect(0).json();
    assert_eq!(found[0]["checksum"], "mismatch");
    assert_eq!(found[0]["whole"], false);
    let quick = desk
        .run(&["inspect", arg(&cut), "--json", "--quick"])
        .expect(0)
        .json();
    assert_eq!(quick[0]["checksum"], serde_json::Value::Null);
}

#[test]
fn one_path_that_is_not_there_does_not_hide_the_others() {
    let desk = Desk::new();
    let backup = desk.backup();
    let ran = desk
        .run(&["inspect", "nowhere", arg(&backup), "--json"])
        .expect(1);
    assert_eq!(ran.json().as_array().unwrap().len(), 1);
    assert!(ran.stderr.contains("nowhere"), "{}", ran.stderr);
    let error = desk.run(&["inspect", "nowhere", "--json"]).error();
    assert_eq!(
        (&error["code"], &error["path"]),
        (&json!("io"), &json!("nowhere"))
    );
}

#[test]
fn every_verb_has_help_with_an_example() {
    let desk = Desk::new();
    let verbs = [
        "inspect",
        "key check",
        "decrypt",
        "restore",
        "chats",
        "messages",
        "search",
        "index",
        "passkey",
        "keyring",
        "keyring create",
        "keyring show",
        "keyring add",
        "keyring remove",
        "keyring rename",
        "keyring rekey",
        "keyring kit",
        "keyring test",
        "verify",
        "export",
        "demo",
        "completions",
    ];
    for verb in verbs {
        let mut arguments: Vec<_> = verb.split(' ').collect();
        arguments.push("--help");
        let help = desk.run(&arguments).expect(0).stdout;
        assert!(help.contains("Example"), "{verb}: {help}");
        assert!(help.contains(&format!("latchkey {verb}")), "{verb}: {help}");
    }
    let help = desk.run(&["--help"]).expect(0).stdout;
    let offered = help
        .lines()
        .any(|line| line.trim_start().starts_with("audit"));
    assert!(!offered, "audit is offered and not there");
}

#[test]
fn completions_are_written_for_every_shell() {
    let desk = Desk::new();
    for shell in ["bash", "zsh", "fish", "elvish", "powershell"] {
        let script = desk.run(&["completions", shell]).expect(0).stdout;
        assert!(
            script.contains("latchkey") && script.contains("inspect"),
            "{shell}"
        );
    }
}

#[test]
fn the_demo_says_where_everything_is_and_keeps_what_is_there() {
    let desk = Desk::new();
    let arguments = ["demo", "phone", "--messages", "300", "--json"];
    let said = desk.run(&arguments).expect(0).json();
    for name in ["backup", "key_file", "contacts", "media"] {
        assert!(desk.path(said[name].as_str().unwrap()).exists(), "{name}");
    }
    assert!(said["messages"].as_u64().unwrap() >= 200);
    let error = desk.run(&arguments).error();
    assert_eq!(error["code"], "already_exists");
}

#[cfg(unix)]
#[test]
fn a_reader_that_leaves_early_is_no_failure() {
    let desk = Desk::new();
    let mut child = desk
        .command(&["completions", "bash"])
        .stdout(std::process::Stdio::piped())
        .stderr(std::process::Stdio::piped())
        .spawn()
        .unwrap();
    drop(child.stdout.take());
    let ended = child.wait_with_output().unwrap();
    assert_eq!(ended.status.code(), Some(0));
    assert!(
        ended.stderr.is_empty(),
        "{}",
        String::from_utf8_lossy(&ended.stderr)
    );
}
