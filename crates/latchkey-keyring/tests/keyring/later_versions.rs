//! What a later version has put in survives changes of the slots by this one.

use latchkey_keyring::{AddSlotError, LockedKeyring, OpenKeyring, RecoveryKit, SlotIdentity};
use serde_json::{Value, json};

use crate::saving::{now, place, texts};
use crate::stranger::{Draft, KIT, decrypt, encrypt};

const ORACLE: &str = "5100000000000009";
const WORD: &str = "the word of a later version\n";

/// A keyring with a secret of a later version, encrypted to `recipients` or to every slot, and odd members.
fn draft(recipients: Option<&str>) -> Draft {
    let mut draft = Draft::every_kind();
    draft.put_secret(ORACLE, "oracle_key", &[1]);
    let slots = draft.value["slots"].as_array().unwrap();
    let stated = slots.iter().map(|slot| slot["recipient"].as_str().unwrap());
    let texts: Vec<&str> = recipients.map_or_else(|| stated.collect(), |one| vec![one]);
    let keys: Vec<age::x25519::Recipient> =
        texts.iter().map(|text| text.parse().unwrap()).collect();
    let keys: Vec<&dyn age::Recipient> =
        keys.iter().map(|key| key as &dyn age::Recipient).collect();
    let secret = draft.value["secrets"]
        .as_array_mut()
        .unwrap()
        .last_mut()
        .unwrap();
    secret["age"] = json!(encrypt(WORD.as_bytes(), &keys));
    secret["mist"] = json!({"b": 1.50, "a": [1, null]});
    draft.value["slots"][1]["mist"] = json!({"z": 1, "a": 2.50});
    draft
}

fn opened(draft: &Draft) -> OpenKeyring {
    let locked = LockedKeyring::from_bytes(&draft.sign()).unwrap();
    locked.open(&SlotIdentity::parse(KIT).unwrap()).unwrap()
}

#[test]
fn a_new_way_in_opens_the_secrets_of_a_later_version_too() {
    let (_folder, path) = place();
    let draft = draft(None);
    let mut keyring = opened(&draft);
    let mut kit = RecoveryKit::generate();
    keyring.add_recovery(kit.recipient(), now()).unwrap();
    assert!(kit.remember(&keyring));
    keyring.rename_slot("bb00000000000002", "Blue key").unwrap();
    keyring.save(&path).unwrap();
    let after = std::fs::read(&path).unwrap();
    let file = kit.identity_file(now());
    let key: age::x25519::Identity = file.lines().last().unwrap().parse().unwrap();
    let secret: Value = serde_json::from_str(texts(&after, "secrets").last().unwrap()).unwrap();
    assert_eq!(decrypt(secret["age"].as_str().unwrap(), &key), WORD);
    assert_eq!(
        (&secret["kind"], &secret["id"]),
        (&json!("oracle_key"), &json!(ORACLE))
    );
    let (old, new) = (texts(&draft.sign(), "slots"), texts(&after, "slots"));
    for (number, (old, new)) in old.iter().zip(&new).enumerate() {
        match number {
            1 => assert!(new.contains("\"Blue key\"") && new.contains("\"a\": 2.5")),
            _ => assert_eq!(old, new),
        }
    }
    assert!(
        texts(&after, "secrets")
            .last()
            .unwrap()
            .contains("\"b\": 1.5")
    );
    assert_eq!(texts(&draft.sign(), "later"), texts(&after, "later"));
}

#[test]
fn a_secret_that_does_not_open_stops_a_change_and_not_the_opening() {
    let stranger = RecoveryKit::generate().recipient().to_string();
    let mut keyring = opened(&draft(Some(&stranger)));
    let before = keyring.slots().len();
    let refused = keyring.add_recovery(RecoveryKit::generate().recipient(), now());
    assert!(matches!(refused, Err(AddSlotError::Seal(_))));
    assert_eq!(keyring.slots().len(), before);
    // Without a new way in it is kept as it is.
    let (_folder, path) = place();
    keyring.add_root_key(&[9; 32], now()).unwrap();
    keyring.save(&path).unwrap();
}
