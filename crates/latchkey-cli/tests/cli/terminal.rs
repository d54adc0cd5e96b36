//! What the command asks on a terminal: hidden PINs, new PINs twice, kits typed back, last tries, Ctrl-C.

#![cfg(unix)]

use crate::desk::*;
use crate::enrolled::*;

const OPEN: [&str; 5] = ["chats", "--index", "chats", "--passkey", "--insecure-demo"];

#[test]
fn a_pin_is_asked_for_hidden_with_the_tries_that_are_left() {
    let made = enrolled();
    let mut session = made.desk.session(&OPEN);
    session.see("8 tries left, not shown");
    session.type_line("1357-wrong");
    session.see("Wrong; 7 tries are left");
    session.see("7 tries left, not shown");
    session.type_line(PIN);
    let (code, shown) = session.end();
    assert_eq!(code, 0, "{shown}");
    assert!(
        !shown.contains(PIN) && !shown.contains("1357-wrong"),
        "{shown}"
    );
}

#[test]
fn before_the_last_tries_the_person_is_asked_and_then_it_is_blocked() {
    let made = enrolled();
    let mut session = made.desk.session(&OPEN);
    for left in (1..=8).rev() {
        if left <= 2 {
            session.see("Go on? [y/N]");
            session.type_line("y");
        }
        session.see("left, not shown");
        session.type_line(&format!("wrong-{left}"));
    }
    let (code, shown) = session.end();
    assert_eq!(code, 2, "{shown}");
    assert!(shown.contains("blocked for good"), "{shown}");
    assert!(
        shown.contains("What still opens this keyring: recovery kit"),
        "{shown}"
    );
    // Nobody types a PIN any more, and the kit still opens.
    made.with_kit(&["chats", "--index", "chats"]).expect(0);
}

#[test]
fn ctrl_c_ends_a_question_and_nothing_was_tried() {
    let made = enrolled();
    let mut session = made.desk.session(&OPEN);
    session.see("not shown");
    session.interrupt();
    let (code, shown) = session.end();
    assert_eq!(code, 2, "{shown}");
    assert!(shown.contains("stopped, as you asked"), "{shown}");
    let error = made
        .with_pin(&["chats", "--index", "chats", "--json"], "wrong")
        .error();
    assert_eq!(error["retries"], 7);
}

#[test]
fn a_kit_is_shown_once_and_counts_when_it_was_typed_back() {
    let made = enrolled();
    let mut arguments = vec!["keyring", "kit", "chats"];
    arguments.extend(["--identity", "stick/kit.txt"]);
    let mut session = made.desk.session(&arguments);
    let sheet = session.see("Type its last three groups");
    let last = last_groups(&sheet);
    session.type_line("aaaa bbbb cc");
    session.see("not the last three groups");
    session.see("Type its last three groups");
    session.type_line(&last.to_lowercase());
    let (code, shown) = session.end();
    assert_eq!(code, 0, "{shown}");
    std::fs::write(made.desk.path("stick/typed.txt"), whole_kit(&sheet)).unwrap();
    let open = ["chats", "--index", "chats", "--identity", "stick/typed.txt"];
    made.desk.run(&open).expect(0);
    // A kit that was not typed back changes nothing.
    let before = std::fs::read(made.keyring()).unwrap();
    let mut session = made.desk.session(&arguments);
    session.see("Type its last three groups");
    session.interrupt();
    assert_eq!(session.end().0, 2);
    assert_eq!(std::fs::read(made.keyring()).unwrap(), before);
}

#[test]
fn a_restore_on_a_terminal_makes_a_passkey_and_a_kit() {
    let desk = Desk::new();
    let phone = desk.phone(300);
    let mut arguments = vec![
        "restore",
        arg(&phone.backup),
        "--key-file",
        arg(&phone.key_file),
    ];
    arguments.extend(["--index", "chats", "--passkey", "--insecure-demo"]);
    arguments.extend(["--authenticator", "software"]);
    let mut session = desk.session(&arguments);
    let sheet = session.see("Type its last three groups");
    session.type_line(&last_groups(&sheet));
    session.see("New PIN");
    session.type_line("24");
    session.see("too short");
    session.see("New PIN");
    session.type_line(PIN);
    session.see("The same again");
    session.type_line("2468-other");
    session.see("differ");
    session.see("New PIN");
    session.type_line(PIN);
    session.see("The same again");
    session.type_line(PIN);
    session.see("rehearsal");
    session.see("not shown");
    session.type_line(PIN);
    let (code, shown) = session.end();
    assert_eq!(code, 0, "{shown}");
    assert!(!shown.contains(PIN), "{shown}");
    let mut open = vec!["chats", "--index", "chats"];
    open.extend(BY_PASSKEY);
    desk.run_with(&open, &format!("{PIN}\n")).expect(0);
    std::fs::write(desk.path("kit.txt"), whole_kit(&sheet)).unwrap();
    desk.run(&["chats", "--index", "chats", "--identity", "kit.txt"])
        .expect(0);
}

#[test]
fn a_passphrase_is_shown_once_and_counts_when_it_was_typed_back() {
    let made = enrolled();
    let mut arguments = vec!["keyring", "add", "chats", "passphrase"];
    arguments.extend(["--identity", "stick/kit.txt"]);
    let mut session = made.desk.session(&arguments);
    let sheet = session.see("Type them from your copy");
    let words = sheet
        .lines()
        .map(str::trim)
        .find(|line| line.split(' ').count() == 6 && !line.ends_with('.'));
    let words = words.unwrap().to_owned();
    session.type_line("these are not the right words");
    session.see("do not open it");
    session.see("Type them from your copy");
    session.type_line(&words);
    let (code, shown) = session.end();
    assert_eq!(code, 0, "{shown}");
    let mut session = made
        .desk
        .session(&["chats", "--index", "chats", "--passphrase"]);
    session.see("Passphrase");
    session.type_line(&words);
    assert_eq!(session.end().0, 0);
}

#[test]
fn with_two_passkeys_here_the_person_chooses() {
    let made = enrolled();
    let mut add = vec!["keyring", "add", "chats", "passkey", "--label", "Second"];
    add.extend(["--authenticator", "software"]);
    add.extend(BY_PASSKEY);
    made.desk
        .run_with(&add, &format!("{PIN}\n8642-demo\n"))
        .expect(0);
    // A passkey in a file is an authenticator of its own: which one is meant cannot be seen.
    let error = made
        .with_passkey(&["chats", "--index", "chats", "--json"])
        .error();
    assert_eq!(error["code"], "usage");
    assert_eq!(error["slots"].as_array().unwrap().len(), 2);
    let mut session = made.desk.session(&OPEN);
    let list = session.see("Which one?");
    let second = list.lines().find(|line| line.contains("Second")).unwrap();
    session.type_line(second.trim().split(' ').next().unwrap());
    session.see("not shown");
    session.type_line("8642-demo");
    assert_eq!(session.end().0, 0);
}

#[test]
fn a_passkey_that_could_not_be_added_is_forgotten() {
    let made = enrolled();
    let mut add = vec!["keyring", "add", "chats", "passkey", "--insecure-demo"];
    add.extend(["--authenticator", "software", "--identity", "stick/kit.txt"]);
    let mut session = made.desk.session(&add);
    session.see("New PIN");
    // Meanwhile another program changes the keyring.
    made.with_kit(&["keyring", "rename", "chats", "Demo", "Other"])
        .expect(0);
    session.type_line("8642-demo");
    session.see("The same again");
    session.type_line("8642-demo");
    session.see("rehearsal");
    session.see("not shown");
    session.type_line("8642-demo");
    let (code, shown) = session.end();
    assert_eq!(code, 2, "{shown}");
    assert_eq!(made.passkey_files().len(), 1);
    made.with_passkey(&["chats", "--index", "chats"]).expect(0);
}

/// The groups that a kit's sheet shows, without the prefix.
fn groups(sheet: &str) -> Vec<&str> {
    let (_, rest) = sheet.split_once("AGE-SECRET-KEY-1").unwrap();
    let is_group = |text: &&str| {
        (2..=4).contains(&text.len())
            && text
                .bytes()
                .all(|b| b.is_ascii_uppercase() || b.is_ascii_digit())
    };
    rest.split_whitespace().take_while(is_group).collect()
}

fn last_groups(sheet: &str) -> String {
    let groups = groups(sheet);
    assert_eq!(groups.len(), 15, "{sheet}");
    groups[12..].join(" ")
}

fn whole_kit(sheet: &str) -> String {
    format!("AGE-SECRET-KEY-1{}\n", groups(sheet).concat())
}
