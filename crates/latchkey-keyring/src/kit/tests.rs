//! Claims about the recovery kit and its page.

use super::*;
use crate::{IndexFormat, NewKeyring};

fn now() -> Timestamp {
    "2026-11-22T10:00:00Z".parse().unwrap()
}

fn keyring_for(kit: &RecoveryKit) -> OpenKeyring {
    OpenKeyring::create(NewKeyring {
        recipients: vec![kit.recipient()],
        account: None,
        index_format: IndexFormat::from_json("{}").unwrap(),
        now: now(),
    })
    .unwrap()
}

#[test]
fn the_groups_joined_are_the_identity() {
    let kit = RecoveryKit::generate();
    let groups = kit.groups();
    assert_eq!(groups.len(), 16);
    assert!(groups[1..15].iter().all(|g| g.len() == 4));
    let joined: String = groups.iter().map(|g| g.as_str()).collect();
    assert_eq!(joined, *key_text(&kit.key));
}

#[test]
fn the_last_three_groups_prove_the_paper() {
    let kit = RecoveryKit::generate();
    let last: Vec<String> = kit.last_groups(3).iter().map(|g| g.to_string()).collect();
    assert!(kit.prove(&last.join(" ")));
    assert!(kit.prove(&last.join("-").to_lowercase()));
    assert!(!kit.prove(&last[..2].join(" ")));
    assert!(!kit.prove(""));
    let mut wrong = last.join("");
    let first = if wrong.starts_with('Q') { "P" } else { "Q" };
    wrong.replace_range(..1, first);
    assert!(!kit.prove(&wrong));
}

#[test]
fn the_kit_file_reads_back_with_its_pins() {
    let mut kit = RecoveryKit::generate();
    let keyring = keyring_for(&kit);
    assert!(kit.remember(&keyring));
    let identity = SlotIdentity::parse(&kit.identity_file(now())).unwrap();
    assert_eq!(identity.pins, kit.pins);
    assert_eq!(identity.pins.keyring.as_deref(), Some(keyring.id()));
}

#[test]
fn a_kit_remembers_only_a_keyring_it_opens() {
    let mut kit = RecoveryKit::generate();
    let other = keyring_for(&RecoveryKit::generate());
    assert!(!kit.remember(&other));
    assert_eq!(kit.fingerprint(), None);
}

#[test]
fn the_page_is_self_contained_and_says_everything() {
    let mut kit = RecoveryKit::generate();
    kit.remember(&keyring_for(&kit));
    let words = KitWords {
        title: "Recovery <kit>".into(),
        opens: "number ending in 21".into(),
        ..Default::default()
    };
    let page = kit.html(&words, now());
    for group in kit.groups() {
        assert!(
            page.contains(&format!(">{}<", group.as_str())),
            "group missing"
        );
    }
    assert!(page.contains("Recovery &lt;kit&gt;") && page.contains("number ending in 21"));
    assert!(page.contains(kit.fingerprint().unwrap().as_str()) && page.contains("<svg"));
    assert!(page.contains("age -d -i kit.txt"));
    assert!(!page.contains("<script") && !page.contains("https://") && !page.contains("src="));
}

#[test]
fn a_kit_prints_its_name_only() {
    assert_eq!(format!("{:?}", RecoveryKit::generate()), "RecoveryKit");
}
