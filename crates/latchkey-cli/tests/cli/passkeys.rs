//! The way of a software passkey through the command: restore, read, merge, wrong PINs.

use crate::desk::*;
use crate::enrolled::*;
use latchkey_backup::write;
use serde_json::{Value, json};

#[test]
fn a_passkey_and_a_kit_open_what_was_restored_with_them() {
    let made = enrolled();
    assert_eq!(made.report["new"], made.phone.expectations.messages);
    let needle = made.phone.expectations.needles[0].as_str();
    let search = ["search", "--index", "chats", needle, "--json"];
    assert_eq!(made.with_passkey(&search).expect(0).json()["total"], 1);
    assert_eq!(made.with_kit(&search).expect(0).json()["total"], 1);
    // The key is in the keyring: the same passkey restores another backup of the account.
    let restore = [
        "restore",
        arg(&made.phone.backup),
        "--index",
        "chats",
        "--json",
    ];
    assert_eq!(made.with_passkey(&restore).expect(0).json()["new"], 0);
    let keyring = arg(&made.keyring()).to_owned();
    let check = [
        "key",
        "check",
        arg(&made.phone.backup),
        "--keyring",
        &keyring,
    ];
    made.with_passkey(&check).expect(0);
    let verified = made.with_passkey(&["verify", &keyring, "--json"]).expect(0);
    assert_eq!(verified.json()["authenticity"], "pinned");
    // Both were tried before they counted.
    for slot in made.show()["slots"].as_array().unwrap() {
        assert!(slot["last_tested"].is_i64(), "{slot}");
    }
}

#[cfg(unix)]
#[test]
fn the_kit_is_the_owners_alone_and_never_over_another_file() {
    use std::os::unix::fs::PermissionsExt;
    let made = enrolled();
    let kit = made.desk.path("stick/kit.txt");
    let mode = kit.metadata().unwrap().permissions().mode();
    assert_eq!(mode & 0o777, 0o600);
    let before = std::fs::read(&kit).unwrap();
    let again = [
        "keyring",
        "kit",
        "chats",
        "--out",
        "stick/kit.txt",
        "--json",
    ];
    assert_eq!(made.with_passkey(&again).error()["code"], "already_exists");
    assert_eq!(std::fs::read(&kit).unwrap(), before);
    for place in ["chats/kit.txt", "./chats/../chats/kit.txt"] {
        let inside = ["keyring", "kit", "chats", "--out", place, "--json"];
        assert_eq!(made.with_passkey(&inside).error()["code"], "usage");
        assert!(!made.desk.path(place).exists());
    }
}

#[test]
fn a_wrong_pin_is_tried_once_and_says_what_is_left() {
    let made = enrolled();
    let chats = ["chats", "--index", "chats", "--json"];
    let error = made.with_pin(&chats, "1357-wrong").error();
    assert_eq!(error["code"], "pin_wrong");
    assert_eq!(error["retries"], 7);
    assert_eq!(error["authenticator"], "software");
    assert!(
        error["ways"][0].as_str().unwrap().contains("recovery kit"),
        "{error}"
    );
    assert!(
        error["message"].as_str().unwrap().contains("7 tries"),
        "{error}"
    );
    // The right one gives the tries back.
    made.with_passkey(&chats).expect(0);
    let error = made.with_pin(&chats, "1357-wrong").error();
    assert_eq!(error["retries"], 7);
}

#[test]
fn the_last_tries_are_never_made_without_the_persons_word() {
    let made = enrolled();
    let chats = ["chats", "--index", "chats", "--json"];
    for left in (2..8).rev() {
        assert_eq!(made.with_pin(&chats, "1357-wrong").error()["retries"], left);
    }
    // The right PIN would open it, and is not tried either: nobody is there to say yes.
    let error = made.with_passkey(&chats).error();
    assert_eq!(
        (&error["code"], &error["retries"]),
        (&json!("cancelled"), &json!(2))
    );
    made.with_kit(&chats).expect(0);
}

#[test]
fn a_blocked_pin_names_what_still_opens_the_keyring() {
    let made = enrolled();
    let [file] = made.passkey_files().try_into().unwrap();
    let mut passkey: Value = serde_json::from_slice(&std::fs::read(&file).unwrap()).unwrap();
    passkey["tries"] = json!(0);
    std::fs::write(&file, passkey.to_string()).unwrap();
    let error = made
        .with_passkey(&["chats", "--index", "chats", "--json"])
        .error();
    assert_eq!(error["code"], "pin_blocked");
    assert!(
        error["hint"].as_str().unwrap().contains("recovery kit"),
        "{error}"
    );
    made.with_kit(&["chats", "--index", "chats"]).expect(0);
}

#[test]
fn slots_are_named_by_id_or_label_and_mistakes_list_them() {
    let made = enrolled();
    let (passkey, kit) = (made.slot("passkey", ""), made.slot("recovery", ""));
    for slot in [passkey.as_str(), "Demo"] {
        made.with_passkey(&["chats", "--index", "chats", "--slot", slot])
            .expect(0);
    }
    let other = made.with_passkey(&["chats", "--index", "chats", "--slot", &kit, "--json"]);
    assert_eq!(other.error()["code"], "usage");
    let unknown = made.with_passkey(&["chats", "--index", "chats", "--slot", "none", "--json"]);
    let error = unknown.error();
    assert_eq!(error["code"], "usage");
    assert!(
        error["message"].as_str().unwrap().contains(&passkey),
        "{error}"
    );
}

#[test]
fn without_its_flag_the_demonstration_opens_nothing() {
    let made = enrolled();
    let arguments = [
        "chats",
        "--index",
        "chats",
        "--passkey",
        "--pin-stdin",
        "--json",
    ];
    let error = made.desk.run_with(&arguments, &format!("{PIN}\n")).error();
    assert_eq!(
        (&error["code"], &error["absence"]),
        (&json!("no_authenticator"), &json!("not_supported"))
    );
    assert!(
        error["hint"].as_str().unwrap().contains("--insecure-demo"),
        "{error}"
    );
}

#[test]
fn a_passkey_that_is_not_on_this_computer_says_so() {
    let made = enrolled();
    for file in made.passkey_files() {
        std::fs::remove_file(file).unwrap();
    }
    let error = made
        .with_passkey(&["chats", "--index", "chats", "--json"])
        .error();
    assert_eq!(error["code"], "no_authenticator");
    assert_eq!(error["absence"], "not_on_this_computer");
}

#[test]
fn without_a_pin_and_a_terminal_nothing_hangs() {
    let made = enrolled();
    let arguments = [
        "chats",
        "--index",
        "chats",
        "--passkey",
        "--insecure-demo",
        "--json",
    ];
    assert_eq!(made.desk.run(&arguments).error()["code"], "pin_needed");
    let error = made
        .desk
        .run_with(&[&arguments[..], &["--pin-stdin"]].concat(), "");
    assert_eq!(error.error()["code"], "usage");
}

#[test]
fn a_restore_that_fails_takes_back_what_it_made() {
    let made = enrolled();
    let passkeys = made.passkey_files();
    let restore = |backup: &str, key: &str, pin: &str| {
        let mut arguments = vec!["restore", backup, "--key-stdin", "--index", "other"];
        arguments.extend(["--kit", "stick/other.txt", "--json"]);
        arguments.extend(BY_PASSKEY);
        made.desk.run_with(&arguments, &format!("{key}\n{pin}\n"))
    };
    // It begins as a database and is none.
    let backup = made.desk.path("elsewhere/plain.crypt15");
    std::fs::create_dir(made.desk.path("elsewhere")).unwrap();
    std::fs::rename(made.desk.backup(), &backup).unwrap();
    let key = write::digits(&ROOT).split_whitespace().collect::<String>();
    let failed = restore(arg(&backup), &key, PIN).error();
    assert!(
        ["not_a_backup", "damaged"].contains(&failed["code"].as_str().unwrap()),
        "{failed}"
    );
    let (phone, digits) = (arg(&made.phone.backup), digits(&made.phone));
    assert_eq!(restore(phone, &key, PIN).error()["code"], "wrong_key");
    let short = restore(phone, &digits, "24").error();
    assert_eq!(
        (&short["code"], &short["min_length"]),
        (&json!("pin_policy"), &json!(4))
    );
    assert!(!made.desk.path("stick/other.txt").exists());
    assert!(!made.desk.path("other").exists());
    assert_eq!(made.passkey_files(), passkeys);
}

#[test]
fn a_passkey_alone_is_never_the_only_way_in() {
    let made = enrolled();
    let mut arguments = vec!["restore", arg(&made.phone.backup), "--key-file"];
    arguments.extend([arg(&made.phone.key_file), "--index", "other", "--json"]);
    arguments.extend(BY_PASSKEY);
    let error = made.desk.run_with(&arguments, &format!("{PIN}\n")).error();
    assert_eq!(error["code"], "usage");
    assert!(error["hint"].as_str().unwrap().contains("--kit"), "{error}");
    let kit = made.slot("recovery", "");
    let remove = ["keyring", "remove", "chats", &kit, "--yes", "--json"];
    assert_eq!(made.with_passkey(&remove).error()["code"], "last_recovery");
}

#[test]
fn what_this_computer_has_is_listed_best_first_with_reasons() {
    let desk = Desk::new();
    let listed = desk.run(&["passkey", "list", "--insecure-demo", "--json"]);
    let listed = listed.expect(0).json();
    let offers = listed.as_array().unwrap();
    for offer in offers {
        for field in ["kind", "ready", "absence", "postures"] {
            assert!(offer.get(field).is_some(), "{field} is missing in {offer}");
        }
        let is_ready = offer["ready"] == true;
        assert!(!is_ready || offer["absence"].is_null(), "{offer}");
    }
    assert!(
        offers
            .iter()
            .any(|offer| offer["kind"] == "software" && offer["ready"] == true)
    );
    let without = desk.run(&["passkey", "list", "--json"]).expect(0).json();
    assert!(
        without
            .as_array()
            .unwrap()
            .iter()
            .all(|offer| offer["kind"] != "software")
    );
    let text = desk.run(&["passkey", "list"]).expect(0).stdout;
    assert!(text.contains("this computer: "), "{text}");
    let posture = desk.run(&["passkey", "posture", "--insecure-demo", "--json"]);
    let posture = posture.expect(0).json();
    let software = posture
        .as_array()
        .unwrap()
        .iter()
        .find(|one| one["kind"] == "software");
    let software = software.unwrap();
    assert_eq!(
        (&software["prf"], &software["min_pin_length"]),
        (&json!(true), &json!(4))
    );
    let text = desk
        .run(&["passkey", "posture", "--insecure-demo"])
        .expect(0)
        .stdout;
    assert!(text.contains("can guard a keyring: yes"), "{text}");
}

#[test]
fn an_authenticator_is_tried_out_without_a_trace() {
    let desk = Desk::new();
    let mut arguments = vec!["passkey", "create", "--authenticator", "software"];
    arguments.extend(["--pin-stdin", "--insecure-demo", "--json"]);
    let tried = desk
        .run_with(&arguments, &format!("{PIN}\n"))
        .expect(0)
        .json();
    assert_eq!(
        (&tried["works"], &tried["kind"]),
        (&json!(true), &json!("software"))
    );
    let left = names(&desk.path("home/data/latchkey/software-passkeys"));
    assert!(left.iter().all(|name| name == "lock"), "{left:?}");
    let hidden = desk.run(&["passkey", "create", "--authenticator", "software", "--json"]);
    assert_eq!(hidden.error()["code"], "no_authenticator");
}

/// No `latchkey-tpm` beside the command, and none installed.
#[test]
fn without_the_program_for_the_tpm_the_command_runs_and_says_so() {
    if std::path::Path::new("/usr/lib/latchkey/latchkey-tpm").exists() {
        return; // this computer has Latchkey installed: nothing can be missing
    }
    let desk = Desk::new();
    let alone = desk.path("latchkey");
    std::fs::copy(env!("CARGO_BIN_EXE_latchkey"), &alone).unwrap();
    let run = |arguments: &[&str]| ran(desk.program(arg(&alone), arguments).output().unwrap());
    run(&["--help"]).expect(0);
    let listed = run(&["passkey", "list", "--json"]).expect(0).json();
    let tpm = listed
        .as_array()
        .unwrap()
        .iter()
        .find(|offer| offer["kind"] == "tpm");
    assert_eq!(tpm.unwrap()["absence"], "no_tpm_helper");
    let error = run(&["passkey", "create", "--authenticator", "tpm", "--json"]).error();
    assert_eq!(
        (&error["code"], &error["absence"]),
        (&json!("no_authenticator"), &json!("no_tpm_helper"))
    );
}

/// The command keeps no log at all: whatever is asked for, nothing but its own words is written.
#[test]
fn no_level_of_logging_shows_a_secret() {
    let made = enrolled();
    let mut arguments = vec!["chats", "--index", "chats"];
    arguments.extend(BY_PASSKEY);
    let mut command = made.desk.command(&arguments);
    command
        .env("RUST_LOG", "trace")
        .env("LATCHKEY_LOG", "trace");
    let loud = run_command(command, &format!("{PIN}\n")).expect(0);
    let quiet = made.with_passkey(&["chats", "--index", "chats"]).expect(0);
    assert_eq!(loud.stdout, quiet.stdout);
    assert_eq!(loud.stderr, quiet.stderr);
    assert!(!loud.stderr.contains(PIN), "{}", loud.stderr);
}
