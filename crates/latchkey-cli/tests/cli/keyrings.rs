//! Keyrings shown and changed: slots added, removed, renamed, tested; indexes encrypted anew; old copies refused.

use crate::desk::*;
use crate::enrolled::*;
use serde_json::json;

impl Enrolled {
    /// Adds a second software passkey, opened with the first.
    fn add_passkey(&self, label: &str, pin: &str) -> String {
        let mut arguments = vec!["keyring", "add", "chats", "passkey", "--label", label];
        arguments.extend(["--authenticator", "software", "--json"]);
        arguments.extend(BY_PASSKEY);
        let added = self.desk.run_with(&arguments, &format!("{PIN}\n{pin}\n"));
        added.expect(0).json()["slot"].as_str().unwrap().to_owned()
    }
}

#[test]
fn show_gives_the_fields_of_the_contract_without_a_key() {
    let made = enrolled();
    let shown = made.show();
    let fields = [
        "keyring",
        "generation",
        "fingerprint",
        "phone_suffixes",
        "slots",
        "advice",
        "drill",
    ];
    for field in fields {
        assert!(shown.get(field).is_some(), "{field} is missing in {shown}");
    }
    let slots = shown["slots"].as_array().unwrap();
    assert_eq!(slots.len(), 2);
    for slot in slots {
        for field in [
            "id",
            "kind",
            "authenticator",
            "label",
            "created",
            "last_tested",
            "synced",
            "rp_id",
            "organisation",
            "counts_as_passkey",
        ] {
            assert!(slot.get(field).is_some(), "{field} is missing in {slot}");
        }
    }
    let passkey = slots.iter().find(|slot| slot["kind"] == "passkey").unwrap();
    assert_eq!(passkey["authenticator"], "software");
    assert_eq!(passkey["rp_id"], "latchkey.invalid");
    assert_eq!(
        (&passkey["synced"], &passkey["counts_as_passkey"]),
        (&json!(false), &json!(false))
    );
    let advice: Vec<_> = shown["advice"]
        .as_array()
        .unwrap()
        .iter()
        .map(|one| &one["what"])
        .collect();
    assert_eq!(advice, ["software_only"]);
    let drill = shown["drill"].as_array().unwrap();
    let dead = drill
        .iter()
        .find(|one| one["loss"] == "computer_dead")
        .unwrap();
    assert_eq!(dead["verdict"], "kit_only");
    assert_eq!(dead["affected"], json!([passkey["id"]]));
    let phone = drill
        .iter()
        .find(|one| one["loss"] == "phone_lost")
        .unwrap();
    assert_eq!(phone["verdict"], "not_affected");
    let text = made
        .desk
        .run(&["keyring", "show", "chats"])
        .expect(0)
        .stdout;
    for words in ["Recovery kit", "Demo", "phone lost: ", "for demonstrations"] {
        assert!(text.contains(words), "{words}: {text}");
    }
    // The file itself and its folder are the same keyring.
    let file = made
        .desk
        .run(&["keyring", "show", arg(&made.keyring()), "--json"]);
    assert_eq!(file.expect(0).json(), shown);
    let none = made
        .desk
        .run(&["keyring", "show", "stick", "--json"])
        .error();
    assert_eq!(none["code"], "not_a_backup");
}

#[test]
fn a_second_passkey_opens_and_the_removed_first_does_not() {
    let made = enrolled();
    let first = made.slot("passkey", "Demo");
    let old_keyring = std::fs::read(made.keyring()).unwrap();
    let old_index = made.desk.path("old");
    copy_folder(&made.desk.path("chats"), &old_index);
    let [passkey] = made.passkey_files().try_into().unwrap();
    let kept = std::fs::read(&passkey).unwrap();
    let second = made.add_passkey("Second", "8642-demo");
    let chats = |slot: &str, pin: &str, folder: &str| {
        let all = ["chats", "--index", folder, "--json", "--slot", slot];
        made.with_pin(&all, pin)
    };
    chats(&first, PIN, "chats").expect(0);
    chats(&second, "8642-demo", "chats").expect(0);
    // Off a terminal nobody removes anything by mistake.
    let remove = [
        "keyring", "remove", "chats", "Demo", "--slot", &second, "--json",
    ];
    assert_eq!(made.with_pin(&remove, "8642-demo").error()["code"], "usage");
    let ran = made
        .with_pin(&[&remove[..], &["--yes"]].concat(), "8642-demo")
        .expect(0);
    assert!(
        ran.stderr.contains("cannot change WhatsApp's key"),
        "{}",
        ran.stderr
    );
    assert_eq!(ran.json()["removed"], first.as_str());
    assert_eq!(chats(&first, PIN, "chats").error()["code"], "usage");
    chats(&second, "8642-demo", "chats").expect(0);
    made.with_kit(&["verify", "chats"]).expect(0);
    // The removed passkey is gone from this computer, but for whoever kept it.
    assert_eq!(made.passkey_files().len(), 1);
    assert!(!passkey.exists());
    std::fs::write(&passkey, kept).unwrap();
    // What the warning says is true: the old copy of both still opens …
    let refused = chats(&first, PIN, "old").error();
    assert_eq!(refused["code"], "keyring_older");
    let accepted = [
        "chats",
        "--index",
        "old",
        "--slot",
        &first,
        "--accept-older-keyring",
    ];
    made.with_pin(&accepted, PIN).expect(0);
    // … and the old keyring alone opens nothing that was written after.
    std::fs::write(made.keyring(), old_keyring).unwrap();
    let mut replayed = vec!["chats", "--index", "chats", "--json", "--slot", &first];
    replayed.push("--accept-older-keyring");
    assert_eq!(
        made.with_pin(&replayed, PIN).error()["code"],
        "index_damaged"
    );
}

#[test]
fn an_older_keyring_that_was_put_back_is_refused() {
    let made = enrolled();
    let before = std::fs::read(made.keyring()).unwrap();
    let rename = ["keyring", "rename", "chats", "Demo", "Other name", "--json"];
    let renamed = made.with_passkey(&rename).expect(0).json();
    assert_eq!(renamed["generation"], 2);
    assert_eq!(
        made.slot("passkey", "Other name"),
        renamed["slot"].as_str().unwrap()
    );
    std::fs::write(made.keyring(), before).unwrap();
    let error = made
        .with_passkey(&["chats", "--index", "chats", "--json"])
        .error();
    assert_eq!(error["code"], "keyring_older");
    assert!(
        error["hint"]
            .as_str()
            .unwrap()
            .contains("--accept-older-keyring")
    );
    let restore = [
        "restore",
        arg(&made.phone.backup),
        "--index",
        "chats",
        "--json",
    ];
    assert_eq!(made.with_passkey(&restore).error()["code"], "keyring_older");
    let change = ["keyring", "rename", "chats", "Demo", "Third name", "--json"];
    assert_eq!(made.with_passkey(&change).error()["code"], "keyring_older");
    made.with_kit(&["chats", "--index", "chats", "--accept-older-keyring"])
        .expect(0);
}

#[test]
fn a_rekeyed_index_opens_with_every_way_in_and_no_old_key() {
    let made = enrolled();
    let before = std::fs::read(made.keyring()).unwrap();
    let rekeyed = made
        .with_passkey(&["keyring", "rekey", "chats", "--json"])
        .expect(0);
    assert!(rekeyed.json()["generation"].as_u64().unwrap() > 1);
    made.with_passkey(&["verify", "chats"]).expect(0);
    made.with_kit(&["verify", "chats"]).expect(0);
    let needle = made.phone.expectations.needles[0].as_str();
    let hits = made.with_kit(&["search", "--index", "chats", needle, "--json"]);
    assert_eq!(hits.expect(0).json()["total"], 1);
    std::fs::write(made.keyring(), before).unwrap();
    let old = [
        "chats",
        "--index",
        "chats",
        "--accept-older-keyring",
        "--json",
    ];
    assert_eq!(made.with_kit(&old).error()["code"], "index_damaged");
}

#[test]
fn a_passphrase_is_written_for_the_person_alone_and_opens() {
    let made = enrolled();
    let add = ["keyring", "add", "chats", "passphrase", "--json"];
    assert_eq!(made.with_passkey(&add).error()["code"], "usage");
    let added = made.with_passkey(&[&add[..], &["--out", "stick/words.txt"]].concat());
    let added = added.expect(0);
    let words = std::fs::read_to_string(made.desk.path("stick/words.txt")).unwrap();
    assert_eq!(words.trim_end().split(' ').count(), 6, "six words");
    assert!(!added.stdout.contains(words.trim_end()) && !added.stderr.contains(words.trim_end()));
    let chats = ["chats", "--index", "chats", "--passphrase-stdin", "--json"];
    made.desk.run_with(&chats, &words).expect(0);
    let wrong = made
        .desk
        .run_with(&chats, "six words that are not right\n")
        .error();
    assert_eq!(wrong["code"], "wrong_passphrase");
    let slot = added.json()["slot"].as_str().unwrap().to_owned();
    assert_eq!(slot, made.slot("passphrase", ""));
    let test = [
        "keyring",
        "test",
        "chats",
        &slot,
        "--passphrase-stdin",
        "--json",
    ];
    assert_eq!(
        made.desk.run_with(&test, &words).expect(0).json()["slot"],
        slot.as_str()
    );
}

#[test]
fn a_new_kit_and_a_recipient_open_and_are_tested() {
    let made = enrolled();
    let kit = [
        "keyring",
        "kit",
        "chats",
        "--out",
        "stick/second.txt",
        "--json",
    ];
    let added = made.with_kit(&kit).expect(0);
    assert!(!added.stdout.contains("AGE-SECRET") && !added.stderr.contains("AGE-SECRET"));
    let slot = added.json()["slot"].as_str().unwrap().to_owned();
    let by_second = ["--identity", "stick/second.txt"];
    let tested = made.desk.run(
        &[
            &["keyring", "test", "chats", &slot, "--json"][..],
            &by_second,
        ]
        .concat(),
    );
    assert_eq!(tested.expect(0).json()["slot"], slot.as_str());
    // Another kit says nothing of this slot.
    let other = made
        .with_kit(&["keyring", "test", "chats", &slot, "--json"])
        .error();
    assert_eq!(other["code"], "no_matching_slot");
    let (ana, recipient) = made.desk.identity("ana.txt");
    let add = [
        "keyring",
        "add",
        "chats",
        recipient.as_str(),
        "--label",
        "Ana",
        "--json",
    ];
    made.with_kit(&add).expect(0);
    made.desk
        .run(&["chats", "--index", "chats", "--identity", arg(&ana)])
        .expect(0);
    let nonsense = made.with_kit(&["keyring", "add", "chats", "age1nonsense", "--json"]);
    assert_eq!(nonsense.error()["code"], "usage");
    let passkey = made
        .with_passkey(&["keyring", "test", "chats", "Demo", "--json"])
        .expect(0);
    assert_eq!(passkey.json()["slot"], made.slot("passkey", "").as_str());
}

#[test]
fn a_keyring_without_a_history_keeps_a_key() {
    let made = enrolled();
    let mut create = vec!["keyring", "create", "my.latchkey", "--kit", "stick/my.txt"];
    create.extend(["--key-stdin", "--json"]);
    create.extend(BY_PASSKEY);
    let input = format!("{}\n{PIN}\n", digits(&made.phone));
    let created = made.desk.run_with(&create, &input).expect(0).json();
    assert_eq!(
        (&created["generation"], &created["holds_key"]),
        (&json!(1), &json!(true))
    );
    assert_eq!(
        made.desk.run_with(&create, &input).error()["code"],
        "already_exists"
    );
    let check = [
        "key",
        "check",
        arg(&made.phone.backup),
        "--keyring",
        "my.latchkey",
    ];
    made.with_passkey(&check).expect(0);
    made.desk
        .run(&[&check[..], &["--identity", "stick/my.txt"]].concat())
        .expect(0);
    let rename = [
        "keyring",
        "rename",
        "my.latchkey",
        "Demonstration",
        "Mine",
        "--json",
    ];
    assert_eq!(made.with_passkey(&rename).expect(0).json()["generation"], 2);
    let rekey = made
        .with_passkey(&["keyring", "rekey", "my.latchkey", "--standalone", "--json"])
        .expect(0);
    assert_eq!(rekey.json()["generation"], 3);
    let remove = [
        "keyring",
        "remove",
        "my.latchkey",
        "Mine",
        "--yes",
        "--standalone",
        "--json",
    ];
    let mut by_kit = remove.to_vec();
    by_kit.extend(["--identity", "stick/my.txt"]);
    made.desk.run(&by_kit).expect(0);
    assert_eq!(made.with_passkey(&check).code, 2);
    let kit_beside = [
        "keyring",
        "create",
        "other.latchkey",
        "--kit",
        "kit.txt",
        "--json",
    ];
    assert_eq!(made.desk.run(&kit_beside).error()["code"], "usage");
}

/// A copy beside a backup, on a stick: taking a way out of it would fork the keyring and lose the key of the index.
#[test]
fn the_copy_of_a_historys_keyring_is_not_rekeyed_unless_it_is_meant() {
    let made = enrolled();
    std::fs::copy(made.keyring(), made.desk.path("copy.latchkey")).unwrap();
    let before = std::fs::read(made.keyring()).unwrap();
    let rekey = ["keyring", "rekey", "copy.latchkey", "--json"];
    let remove = [
        "keyring",
        "remove",
        "copy.latchkey",
        "Demo",
        "--yes",
        "--json",
    ];
    let refuses = || {
        for change in [&rekey[..], &remove] {
            let error = made.with_kit(change).error();
            assert_eq!(error["code"], "usage");
            assert!(error["hint"].as_str().unwrap().contains("--standalone"));
        }
        let copy = std::fs::read(made.desk.path("copy.latchkey")).unwrap();
        assert_eq!(copy, before);
    };
    // The history lies anywhere, and this computer has seen its keyring.
    refuses();
    // It has forgotten what it saw, and the history lies in the app's own folder.
    let home = made.desk.path("home/data/latchkey");
    let seen = std::fs::read(home.join("seen.json")).unwrap();
    std::fs::remove_file(home.join("seen.json")).unwrap();
    let own = home.join("histories/0011223344556677");
    copy_folder(&made.desk.path("chats"), &own);
    refuses();
    std::fs::remove_dir_all(own).unwrap();
    std::fs::write(home.join("seen.json"), seen).unwrap();
    // What is done to the copy, however often, does not make the history's own keyring the older one.
    let slot = made.slot("recovery", "");
    for name in ["One", "Two"] {
        let rename = ["keyring", "rename", "copy.latchkey", &slot, name];
        made.with_kit(&rename).expect(0);
    }
    made.with_kit(&[&rekey[..], &["--standalone"]].concat())
        .expect(0);
    made.with_kit(&["chats", "--index", "chats", "--json"])
        .expect(0);
    assert_eq!(std::fs::read(made.keyring()).unwrap(), before);
}

#[test]
fn a_removed_passkey_stays_while_another_history_has_it() {
    let made = enrolled();
    let own = made
        .desk
        .path("home/data/latchkey/histories/0011223344556677");
    copy_folder(&made.desk.path("chats"), &own);
    made.with_kit(&["keyring", "remove", "chats", "Demo", "--yes"])
        .expect(0);
    assert_eq!(made.passkey_files().len(), 1);
}

#[cfg(unix)]
#[test]
fn a_link_to_a_historys_keyring_is_the_history() {
    let made = enrolled();
    let link = made.desk.path("link.latchkey");
    std::os::unix::fs::symlink("chats/keyring.latchkey", &link).unwrap();
    let rekeyed = made.with_kit(&["keyring", "rekey", "link.latchkey", "--json"]);
    assert!(rekeyed.expect(0).json()["generation"].as_u64().unwrap() > 1);
    assert!(link.is_symlink());
    made.with_kit(&["verify", "chats"]).expect(0);
}

#[test]
fn an_old_copy_is_refused_wherever_a_keyring_is_read() {
    let made = enrolled();
    std::fs::copy(made.keyring(), made.desk.path("copy.latchkey")).unwrap();
    made.with_passkey(&["keyring", "rename", "chats", "Demo", "New name"])
        .expect(0);
    let backup = arg(&made.phone.backup);
    let check = [
        "key",
        "check",
        backup,
        "--keyring",
        "copy.latchkey",
        "--json",
    ];
    for read in [&check[..], &["verify", "copy.latchkey", "--json"]] {
        // Before the PIN: a wrong one is not even tried.
        let error = made.with_pin(read, "1357-wrong").error();
        assert_eq!(error["code"], "keyring_older", "{read:?}");
        assert_eq!(made.with_kit(read).error()["code"], "keyring_older");
        made.with_kit(&[read, &["--accept-older-keyring"]].concat())
            .expect(0);
    }
}

#[test]
fn a_keyring_that_was_touched_is_refused_before_anything_is_asked() {
    let made = enrolled();
    let mut keyring = std::fs::read(made.keyring()).unwrap();
    let middle = keyring.len() / 2;
    keyring[middle] ^= 1;
    std::fs::write(made.keyring(), keyring).unwrap();
    for arguments in [
        &["chats", "--index", "chats", "--json"][..],
        &["keyring", "show", "chats", "--json"],
        &["keyring", "rename", "chats", "Demo", "x", "--json"],
    ] {
        let shows = arguments[1] == "show";
        let ran = if shows {
            made.desk.run(arguments)
        } else {
            made.with_passkey(arguments)
        };
        assert_eq!(ran.error()["code"], "keyring_tampered");
    }
}

/// Who restores holds the history alone.
#[test]
fn a_history_that_another_program_writes_is_in_use() {
    let made = enrolled();
    let lock = std::fs::File::options()
        .write(true)
        .open(made.desk.path("chats/history.lock"))
        .unwrap();
    lock.lock().unwrap();
    let restore = [
        "restore",
        arg(&made.phone.backup),
        "--index",
        "chats",
        "--json",
    ];
    assert_eq!(made.with_kit(&restore).error()["code"], "in_use");
    assert_eq!(
        made.with_kit(&["chats", "--index", "chats", "--json"])
            .error()["code"],
        "in_use"
    );
    drop(lock);
    made.with_kit(&restore).expect(0);
}

fn copy_folder(from: &std::path::Path, to: &std::path::Path) {
    std::fs::create_dir(to).unwrap();
    for name in names(from) {
        std::fs::copy(from.join(&name), to.join(&name)).unwrap();
    }
}
