//! The ordinary `age` command opens our files, with the very commands that the recovery kit prints.

use std::path::Path;
use std::process::Command;

use latchkey_keyring::{
    FILE_NAME, IndexFormat, KitWords, LockedKeyring, NewKeyring, OpenKeyring, RecoveryKit,
    SlotIdentity, SlotKind, Timestamp,
};

use crate::saving::{new_keyring, now};
use crate::skip::skipped;
use crate::stranger::{Draft, KIT, ROOT};

fn missing(tools: &[&str]) -> bool {
    let absent = |tool: &&&str| Command::new(tool).arg("--version").output().is_err();
    let found = tools.iter().find(absent);
    found.is_some_and(|tool| skipped(&format!("`{tool}` is not installed")))
}

fn run(folder: &Path, command: &str) -> String {
    let output = Command::new("sh")
        .args(["-c", command])
        .current_dir(folder)
        .output()
        .unwrap();
    assert!(
        output.status.success(),
        "{command}: {}",
        String::from_utf8_lossy(&output.stderr)
    );
    String::from_utf8(output.stdout).unwrap()
}

/// The commands on the page, as a person would copy them.
fn printed_commands(page: &str) -> Vec<String> {
    let blocks = page
        .split("<pre>")
        .skip(1)
        .map(|rest| rest.split("</pre>").next().unwrap());
    blocks
        .map(|text| {
            text.replace("&quot;", "\"")
                .replace("&gt;", ">")
                .replace("&amp;", "&")
        })
        .collect()
}

#[test]
fn the_commands_of_the_kit_print_the_digits_and_the_index_key() {
    if missing(&["age", "jq"]) {
        return;
    }
    let now: Timestamp = "2026-11-22T10:00:00Z".parse().unwrap();
    let folder = tempfile::tempdir().unwrap();
    let mut kit = RecoveryKit::generate();
    let index_format = IndexFormat::from_json("{}").unwrap();
    let new = NewKeyring {
        recipients: vec![kit.recipient()],
        account: None,
        index_format,
        now,
    };
    let mut keyring = OpenKeyring::create(new).unwrap();
    kit.remember(&keyring);
    keyring.add_root_key(&ROOT, now).unwrap();
    keyring.save(&folder.path().join(FILE_NAME)).unwrap();
    let commands = printed_commands(&kit.html(&KitWords::default(), now));
    assert_eq!(commands.len(), 3);
    // What a person does with `cat > kit.txt`: the groups joined, as printed.
    let identity: String = kit.groups().iter().map(|group| group.as_str()).collect();
    run(
        folder.path(),
        &format!("printf '%s\\n' '{identity}' | {}", commands[0]),
    );
    assert_eq!(
        run(folder.path(), &commands[1]),
        format!("{}\n", hex::encode(ROOT))
    );
    let index = hex::encode(keyring.index_key().as_bytes());
    assert_eq!(run(folder.path(), &commands[2]), format!("{index}\n"));
}

#[test]
fn the_identity_file_is_one_that_age_takes() {
    if missing(&["age", "age-keygen"]) {
        return;
    }
    let folder = tempfile::tempdir().unwrap();
    let kit = RecoveryKit::generate();
    let made = "2026-11-22T10:00:00Z".parse().unwrap();
    std::fs::write(
        folder.path().join("kit.txt"),
        kit.identity_file(made).as_bytes(),
    )
    .unwrap();
    let recipient = kit.recipient().to_string();
    assert_eq!(
        run(folder.path(), "age-keygen -y kit.txt"),
        format!("{recipient}\n")
    );
    let both_ways = format!("printf hello | age -r {recipient} | age -d -i kit.txt");
    assert_eq!(run(folder.path(), &both_ways), "hello");
}

#[test]
fn age_opens_every_secret_of_a_keyring_with_all_kinds_of_slots() {
    if missing(&["age"]) {
        return;
    }
    let folder = tempfile::tempdir().unwrap();
    std::fs::write(folder.path().join("kit.txt"), format!("{KIT}\n")).unwrap();
    let draft = Draft::every_kind();
    for secret in draft.value["secrets"].as_array().unwrap() {
        std::fs::write(
            folder.path().join("secret.age"),
            secret["age"].as_str().unwrap(),
        )
        .unwrap();
        let text = run(folder.path(), "age -d -i kit.txt secret.age");
        assert!(text.trim_end().bytes().all(|b| b.is_ascii_hexdigit()) && text.ends_with('\n'));
    }
}

/// `age` asks for a passphrase on a terminal only: `script` gives it one.
#[test]
fn age_opens_a_passphrase_slot_with_its_six_words() {
    if missing(&["age", "script"]) {
        return;
    }
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join(FILE_NAME);
    let mut keyring = new_keyring(&RecoveryKit::generate());
    let (_, words) = keyring.add_passphrase("", now()).unwrap();
    keyring.save(&path).unwrap();
    let wrapped = keyring.slots().find_map(|slot| match &slot.kind {
        SlotKind::Passphrase { identity } => Some(identity.clone()),
        _ => None,
    });
    std::fs::write(folder.path().join("slot.age"), wrapped.unwrap()).unwrap();
    let typed = format!(
        "echo '{}' | script -qec 'age -d -o slot.txt slot.age' /dev/null",
        words.as_str()
    );
    run(folder.path(), &typed);
    let text = std::fs::read_to_string(folder.path().join("slot.txt")).unwrap();
    let locked = LockedKeyring::read(&path).unwrap();
    let open = locked.open(&SlotIdentity::parse(&text).unwrap()).unwrap();
    assert_eq!(open.index_key(), keyring.index_key());
}
