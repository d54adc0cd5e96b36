//! Another program's library, typage (npm `age-encryption`), opens our keyrings with a passkey and with a kit, and wraps
//! slots that we open. The script in `tests/typage` was written from docs/keyring-format.md.

use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use base64::{Engine, prelude::BASE64_URL_SAFE_NO_PAD};
use latchkey_keyring::{FILE_NAME, LockedKeyring, OpenKeyring, RecoveryKit, SlotId};
use latchkey_passkey::AuthenticatorKind;
use serde_json::{Value, json};

use crate::known_passkeys::{KnownPasskey, Typist};
use crate::saving::{new_keyring, now};
use crate::skip::skipped;
use crate::stranger::ROOT;

fn script() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../../tests/typage/keyring.mjs")
}

/// True, and said aloud, where the other side is not installed. Never on a machine that must not skip.
fn missing() -> bool {
    let installed = script()
        .with_file_name("node_modules/age-encryption")
        .is_dir();
    let runs = Command::new("node").arg("--version").output().is_ok();
    !(installed && runs) && skipped("typage: run `npm --prefix tests/typage ci` (needs node)")
}

fn ask(request: &Value) -> Value {
    let mut node = Command::new("node")
        .arg(script())
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    let mut stdin = node.stdin.take().unwrap();
    stdin.write_all(request.to_string().as_bytes()).unwrap();
    drop(stdin);
    let output = node.wait_with_output().unwrap();
    assert!(
        output.status.success(),
        "{}",
        String::from_utf8_lossy(&output.stderr)
    );
    serde_json::from_slice(&output.stdout).unwrap()
}

/// A keyring on disk with a kit and a security key.
struct Made {
    _folder: tempfile::TempDir,
    path: PathBuf,
    kit: RecoveryKit,
    keyring: OpenKeyring,
    key: KnownPasskey,
    slot: SlotId,
}

fn made() -> Made {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join(FILE_NAME);
    let mut kit = RecoveryKit::generate();
    let mut keyring = new_keyring(&kit);
    assert!(kit.remember(&keyring));
    keyring.add_root_key(&ROOT, now()).unwrap();
    let mut key = KnownPasskey::new(AuthenticatorKind::SecurityKey, 5);
    let slot = keyring.add_passkey("Blue key", &mut key, &Typist::default(), now());
    keyring.save(&path).unwrap();
    Made {
        _folder: folder,
        path,
        kit,
        keyring,
        key,
        slot: slot.unwrap(),
    }
}

fn prf(key: &KnownPasskey, credential: &[u8]) -> Value {
    json!({
        "secret": hex::encode(key.secret_of(credential)),
        "credential": BASE64_URL_SAFE_NO_PAD.encode(credential)
    })
}

fn holds_the_keys(answer: &Value, keyring: &OpenKeyring) {
    assert_eq!(
        answer["index_key"],
        hex::encode(keyring.index_key().as_bytes())
    );
    assert_eq!(answer["root_keys"], json!([hex::encode(ROOT)]));
}

#[test]
fn typage_opens_our_passkey_slot_with_one_ceremony() {
    if missing() {
        return;
    }
    let made = made();
    let slot = made
        .keyring
        .slots()
        .find(|slot| slot.id == made.slot)
        .unwrap();
    let credential = slot.passkey().unwrap().id;
    let answer = ask(&json!({
        "do": "open", "with": "passkey", "slot": made.slot, "prf": prf(&made.key, &credential),
        "keyring": std::fs::read_to_string(&made.path).unwrap()
    }));
    holds_the_keys(&answer, &made.keyring);
    assert_eq!(
        (&answer["slot"], &answer["ceremonies"]),
        (&json!(made.slot), &json!(1))
    );
}

#[test]
fn typage_opens_our_keyring_with_the_kit() {
    if missing() {
        return;
    }
    let made = made();
    let answer = ask(&json!({
        "do": "open", "with": "recovery", "identity": made.kit.identity_file(now()).as_str(),
        "keyring": std::fs::read_to_string(&made.path).unwrap()
    }));
    holds_the_keys(&answer, &made.keyring);
}

#[test]
fn we_open_the_slot_that_typage_wrapped_and_all_others_too() {
    if missing() {
        return;
    }
    let mut made = made();
    let mut theirs = KnownPasskey::new(AuthenticatorKind::SecurityKey, 6);
    let credential = [0xab; 158];
    theirs.hold(&credential);
    let answer = ask(&json!({
        "do": "add", "with": "recovery", "identity": made.kit.identity_file(now()).as_str(),
        "prf": prf(&theirs, &credential), "label": "Wrapped elsewhere",
        "keyring": std::fs::read_to_string(&made.path).unwrap()
    }));
    let bytes = answer["keyring"].as_str().unwrap().as_bytes();
    let read = || LockedKeyring::from_bytes(bytes).unwrap();
    assert_eq!(read().generation(), 2);
    let typist = Typist::default();
    let slot = answer["slot"].as_str().unwrap();
    let by_theirs = read()
        .identity_from_passkey(slot, &mut theirs, &typist)
        .unwrap();
    let by_ours = read()
        .identity_from_passkey(&made.slot, &mut made.key, &typist)
        .unwrap();
    for identity in [by_theirs, by_ours, made.kit.identity()] {
        let open = read().open(&identity).unwrap();
        assert_eq!(open.index_key(), made.keyring.index_key());
        let roots: Vec<[u8; 32]> = open.root_keys().map(|(_, key)| *key.as_bytes()).collect();
        assert_eq!(roots, [ROOT]);
    }
}
