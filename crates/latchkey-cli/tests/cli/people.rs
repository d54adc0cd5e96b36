//! People of a history: address books that name them, and private numbers that are shown nowhere.

use crate::desk::*;
use latchkey_demo::Phone;
use serde_json::Value;
use std::collections::BTreeSet;
use std::path::PathBuf;

/// A phone of some hundred messages, restored into `chats` without an address book.
struct Nameless {
    desk: Desk,
    phone: Phone,
    identity: PathBuf,
}

fn nameless() -> Nameless {
    let desk = Desk::new();
    let phone = desk.phone(600);
    let (identity, recipient) = desk.identity("kit.txt");
    let arguments = [
        "restore",
        arg(&phone.backup),
        "--key-file",
        arg(&phone.key_file),
        "--index",
        "chats",
        "--recipient",
        &recipient,
    ];
    desk.run(&arguments).expect(0);
    Nameless {
        desk,
        phone,
        identity,
    }
}

impl Nameless {
    fn run(&self, arguments: &[&str]) -> Ran {
        let mut all = arguments.to_vec();
        all.extend(["--index", "chats", "--identity", arg(&self.identity)]);
        self.desk.run(&all)
    }

    fn json(&self, arguments: &[&str]) -> Value {
        let mut all = arguments.to_vec();
        all.push("--json");
        self.run(&all).expect(0).json()
    }

    fn people(&self) -> Vec<Value> {
        self.json(&["people"]).as_array().unwrap().clone()
    }

    fn count_named_by_a_book(&self) -> usize {
        let people = self.people();
        let named = people.iter().filter(|p| p["name_source"] == "address_book");
        named.count()
    }
}

#[test]
fn an_address_book_names_people_without_a_new_restore_and_is_forgotten_again() {
    let made = nameless();
    let before = made.json(&["chats"]);
    assert_eq!(made.count_named_by_a_book(), 0);
    let contacts = arg(&made.phone.contacts);
    let report = made.json(&["contacts", "import", contacts]);
    let number = |name: &str| report[name].as_u64().unwrap();
    assert!(number("entries") >= number("matched"), "{report}");
    assert!(number("people_named") > 10, "{report}");
    let named_by_it = u64::try_from(made.count_named_by_a_book()).unwrap();
    assert_eq!(number("people_named"), named_by_it);
    assert_eq!(report["country_guessed"], true);
    assert_eq!(report["unread"], 0);
    let named = made.json(&["chats"]);
    assert_ne!(before, named);
    // Hits name their senders by it.
    let person = made
        .people()
        .into_iter()
        .find(|p| p["name"] == "Mamá")
        .unwrap();
    let id = person["id"].to_string();
    let hits = made.json(&["search", "", "--sender", &id]);
    assert_eq!(hits["hits"][0]["sender_name"], "Mamá");
    // The same file again changes nothing.
    assert_eq!(made.json(&["contacts", "import", contacts]), report);
    assert_eq!(made.json(&["chats"]), named);
    let text = made.run(&["contacts", "import", contacts]).expect(0);
    assert!(
        text.stdout.contains("people are called by it"),
        "{}",
        text.stdout
    );
    assert!(text.stderr.contains("--country"), "{}", text.stderr);
    let forgotten = made.json(&["contacts", "forget"]);
    assert_eq!(forgotten["forgotten"], report["entries"]);
    assert_eq!(made.json(&["chats"]), before);
    assert_eq!(made.json(&["contacts", "forget"])["forgotten"], 0);
}

#[test]
fn a_table_without_country_codes_is_read_with_the_country_that_was_named() {
    let made = nameless();
    let people = made.people();
    let phones = people.iter().filter_map(|p| p["phone"].as_str());
    let local: Vec<String> = phones
        .filter_map(|phone| phone.strip_prefix("49"))
        .map(|local| format!("Somebody;0{local}\n"))
        .collect();
    assert!(!local.is_empty());
    let file = made.desk.put(
        "contacts.csv",
        format!("Name;Handy\n{}", local.concat()).as_bytes(),
    );
    let report = made.json(&["contacts", "import", arg(&file), "--country", "de"]);
    assert_eq!(report["country"], "DE");
    assert_eq!(report["country_guessed"], false);
    assert_eq!(report["people_named"], local.len());
    // Under no other country would most of them be anybody's.
    made.json(&["contacts", "forget"]);
    let guessed = made.json(&["contacts", "import", arg(&file)]);
    assert_eq!(
        (&guessed["country"], &guessed["country_guessed"]),
        (&"DE".into(), &true.into())
    );
    assert_eq!(guessed["people_named"], local.len());
}

#[test]
fn a_file_that_is_no_address_book_changes_nothing_and_says_what_to_do() {
    let made = nameless();
    let before = made.people();
    for (name, bytes, reason) in [
        ("empty.vcf", b"".as_slice(), "empty"),
        ("picture.vcf", b"\x89PNG\r\n\x1a\n\0\0", "not_contacts"),
        (
            "names.csv",
            b"Name,Town\nCanary,Madrid\nBen,Leeds\n",
            "no_numbers",
        ),
    ] {
        let file = made.desk.put(name, bytes);
        let error = made
            .run(&["contacts", "import", arg(&file), "--json"])
            .error();
        assert_eq!(
            (&error["code"], &error["reason"]),
            (&"not_a_backup".into(), &reason.into())
        );
        assert!(
            error["hint"].as_str().is_some_and(|hint| hint.len() > 20),
            "{error}"
        );
        assert!(error["path"].as_str().unwrap().ends_with(name), "{error}");
        assert!(!error.to_string().contains("Canary"), "{error}");
    }
    let contacts = arg(&made.phone.contacts);
    let error = made
        .run(&["contacts", "import", contacts, "--country", "XX", "--json"])
        .error();
    assert_eq!(error["code"], "usage");
    let gone = made
        .run(&["contacts", "import", "gone.vcf", "--json"])
        .error();
    assert_eq!(gone["code"], "io");
    assert_eq!(made.people(), before);
}
#[test]
fn no_list_and_no_page_shows_a_private_number() {
    let made = nameless();
    let mut private = BTreeSet::new();
    for person in made.people() {
        let lids = person["lids"].as_array().into_iter().flatten();
        private.extend(lids.filter_map(|lid| lid.as_str().map(str::to_owned)));
        let address = person["address"].as_str().unwrap();
        private.extend(address.strip_suffix("@lid").map(str::to_owned));
    }
    assert!(private.len() > 3, "{private:?}");
    let chats = made.json(&["chats"]);
    let mut ids: Vec<String> = Vec::new();
    for chat in chats.as_array().unwrap() {
        ids.push(chat["id"].to_string());
    }
    let mut outputs: Vec<Vec<&str>> = vec![vec!["people"], vec!["chats"]];
    for id in &ids {
        outputs.push(vec!["members", "--chat", id]);
        outputs.push(vec!["messages", "--limit", "100000", "--chat", id]);
    }
    for arguments in outputs {
        let shown = made.run(&arguments).expect(0).stdout;
        for line in shown.lines() {
            let lid = private.iter().find(|lid| line.contains(lid.as_str()));
            assert!(lid.is_none(), "{lid:?} in {arguments:?}: {line}");
        }
        let json = [arguments.as_slice(), &["--json"]].concat();
        for line in made.run(&json).expect(0).stdout.lines() {
            let value: Value = serde_json::from_str(line).unwrap();
            assert_not_shown(&value, &private, &format!("{arguments:?}"));
        }
    }
}

/// Fails where one of them stands outside the fields that are for addresses.
fn assert_not_shown(value: &Value, private: &BTreeSet<String>, place: &str) {
    match value {
        Value::Object(fields) => {
            let shown = fields
                .iter()
                .filter(|(name, _)| !["address", "lids"].contains(&name.as_str()));
            for (name, value) in shown {
                assert_not_shown(value, private, &format!("{place}.{name}"));
            }
        }
        Value::Array(values) => {
            for value in values {
                assert_not_shown(value, private, place);
            }
        }
        Value::String(text) => {
            let lid = private.iter().find(|lid| text.contains(lid.as_str()));
            assert!(lid.is_none(), "{lid:?} in {place}: {text}");
        }
        _ => {}
    }
}
