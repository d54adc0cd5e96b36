//! Folders that were sealed and signed, and everything that an attacker could do to them.
#![allow(clippy::unwrap_used, reason = "a panic in a test is a failed claim")]

use std::collections::BTreeMap;
use std::ops::ControlFlow;
use std::path::Path;

use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use latchkey_proof::{
    Assertion, Expected, FileSum, FolderVerdict, MANIFEST_FILE, RP_ID, ReadSignerError, SUMS_FILE,
    SealError, Sealed, SignError, SignManifest, SignatureVerdict, Signer, VerifyFolderError, seal,
    sign, verify_folder, write_signature,
};
use p256::ecdsa::SigningKey;
use p256::ecdsa::signature::Signer as _;
use serde_cbor_2::Value;
use serde_json::json;
use sha2::{Digest, Sha256};

const KIND: &str = "export";

/// How a pen is told to lie.
type Change = fn(&mut Pen);

/// An authenticator in software, which can be told to lie.
struct Pen {
    key: SigningKey,
    signer: Signer,
    rp_id: &'static str,
    flags: u8,
    made_to: &'static str,
    challenge: Option<[u8; 32]>,
    cross_origin: bool,
}

impl Pen {
    fn new(secret: u8) -> Self {
        let key = SigningKey::from_slice(&[secret; 32]).unwrap();
        let point = key.verifying_key().to_sec1_point(false);
        let integer = |number: i128| Value::Integer(number);
        let cose = BTreeMap::from([
            (integer(1), integer(2)),
            (integer(3), integer(-7)),
            (integer(-1), integer(1)),
            (integer(-2), Value::Bytes(point.x().unwrap().to_vec())),
            (integer(-3), Value::Bytes(point.y().unwrap().to_vec())),
        ]);
        Self {
            key,
            signer: Signer {
                name: "The desk".to_owned(),
                kind: "software".to_owned(),
                public_key: serde_cbor_2::to_vec(&Value::Map(cose)).unwrap(),
            },
            rp_id: RP_ID,
            flags: 5,
            made_to: "webauthn.get",
            challenge: None,
            cross_origin: false,
        }
    }

    fn assertion(&self, challenge: &[u8; 32]) -> Assertion {
        let challenge = self.challenge.as_ref().unwrap_or(challenge);
        let client = json!({
            "type": self.made_to, "challenge": URL_SAFE_NO_PAD.encode(challenge),
            "origin": "https://latchkey.invalid", "crossOrigin": self.cross_origin,
        });
        let client_data_json = serde_json::to_vec(&client).unwrap();
        let mut authenticator_data = Sha256::digest(self.rp_id).to_vec();
        authenticator_data.extend([self.flags, 0, 0, 0, 0]);
        let mut signed = authenticator_data.clone();
        signed.extend(Sha256::digest(&client_data_json));
        let signature: p256::ecdsa::Signature = self.key.sign(&signed);
        Assertion {
            credential: vec![7; 16],
            authenticator_data,
            client_data_json,
            signature: signature.to_der().as_bytes().to_vec(),
        }
    }
}

impl SignManifest for Pen {
    fn signer(&self) -> &Signer {
        &self.signer
    }

    fn sign(&mut self, challenge: &[u8; 32]) -> Result<Assertion, SignError> {
        Ok(self.assertion(challenge))
    }
}

fn manifest() -> serde_json::Map<String, serde_json::Value> {
    let manifest = json!({
        "latchkey_export": 1,
        "counts": { "chosen": 3, "written": 2, "left_out": { "redacted_word": 1 }, "by_kind": { "text": 2 } },
    });
    manifest.as_object().unwrap().clone()
}

/// A folder with two files, sealed.
fn sealed() -> (tempfile::TempDir, Sealed) {
    let folder = tempfile::tempdir().unwrap();
    std::fs::create_dir(folder.path().join("sub")).unwrap();
    let files = [("a.txt", &b"one"[..]), ("sub/b.txt", b"two")];
    let sums = files.map(|(path, bytes)| {
        std::fs::write(folder.path().join(path), bytes).unwrap();
        FileSum::of(path, bytes)
    });
    let sealed = seal(folder.path(), KIND, &mut manifest(), &sums).unwrap();
    (folder, sealed)
}

fn verify(folder: &Path, expected: Option<&Expected>) -> FolderVerdict {
    let go_on = &mut |_, _| ControlFlow::Continue(());
    verify_folder(folder, KIND, expected, go_on).unwrap()
}

fn signature(folder: &Path, by: Option<&Pen>) -> SignatureVerdict {
    let expected = by.map(|pen| Expected::Signer(pen.signer.clone()));
    verify(folder, expected.as_ref()).signature
}

#[test]
fn a_signed_folder_is_good_and_says_whose_it_is_only_when_that_is_known() {
    let (folder, sealed) = sealed();
    let mut pen = Pen::new(1);
    assert_eq!(signature(folder.path(), None), SignatureVerdict::None);
    assert_eq!(
        signature(folder.path(), Some(&pen)),
        SignatureVerdict::Unsigned
    );
    let signer = sign(folder.path(), KIND, &sealed, &mut pen).unwrap();
    let good = SignatureVerdict::Good {
        signer: signer.clone(),
    };
    assert_eq!(signature(folder.path(), Some(&pen)), good);
    let unknown = SignatureVerdict::ConsistentSignerUnknown {
        signer: signer.clone(),
    };
    assert_eq!(signature(folder.path(), None), unknown);
    assert!(verify(folder.path(), None).is_good());
    let typed = Expected::read(&signer.replace(' ', "").to_uppercase()).unwrap();
    assert_eq!(verify(folder.path(), Some(&typed)).signature, good);
    let file = Expected::read(&pen.signer.to_file()).unwrap();
    assert_eq!(verify(folder.path(), Some(&file)).signature, good);
    let again = sign(folder.path(), KIND, &sealed, &mut pen);
    assert!(matches!(again, Err(SignError::Io { .. })));
}

#[test]
fn a_manifest_that_another_key_signed_again_is_another_signers() {
    let (folder, sealed) = sealed();
    let (desk, mut other) = (Pen::new(1), Pen::new(2));
    let signer = sign(folder.path(), KIND, &sealed, &mut other).unwrap();
    let found = signature(folder.path(), Some(&desk));
    assert_eq!(found, SignatureVerdict::OtherSigner { signer });
    let expected = Expected::Signer(desk.signer);
    assert!(!verify(folder.path(), Some(&expected)).is_good());
}

#[test]
fn an_assertion_that_breaks_a_rule_is_bad_and_is_not_written() {
    let broken: [(&str, Change); 6] = [
        ("rp", |pen| pen.rp_id = "example.org"),
        ("nobody present", |pen| pen.flags = 4),
        ("nobody verified", |pen| pen.flags = 1),
        ("made to create", |pen| pen.made_to = "webauthn.create"),
        ("another challenge", |pen| pen.challenge = Some([9; 32])),
        ("another site", |pen| pen.cross_origin = true),
    ];
    for (what, breaks) in broken {
        let (folder, sealed) = sealed();
        let mut pen = Pen::new(1);
        breaks(&mut pen);
        let signed = sign(folder.path(), KIND, &sealed, &mut pen);
        assert!(matches!(signed, Err(SignError::NotGood(_))), "{what}");
        // Somebody else's program would write it.
        let assertion = pen.assertion(&sealed.challenge);
        write_signature(folder.path(), KIND, &assertion, &pen.signer).unwrap();
        let found = signature(folder.path(), Some(&pen));
        assert!(
            matches!(found, SignatureVerdict::Bad(_)),
            "{what}: {found:?}"
        );
    }
}

#[test]
fn a_signature_with_another_keys_name_or_bytes_is_bad() {
    let (folder, sealed) = sealed();
    let (desk, other) = (Pen::new(1), Pen::new(2));
    // The desk's key in the file, the other's signature.
    let assertion = other.assertion(&sealed.challenge);
    write_signature(folder.path(), KIND, &assertion, &desk.signer).unwrap();
    let found = signature(folder.path(), Some(&desk));
    assert_eq!(found, SignatureVerdict::Bad("not this key's signature"));
    let path = folder.path().join("SIGNATURE.json");
    let text = std::fs::read_to_string(&path).unwrap();
    let forged = text.replace(&desk.signer.fingerprint(), &other.signer.fingerprint());
    std::fs::write(path, forged).unwrap();
    let found = signature(folder.path(), Some(&desk));
    assert_eq!(found, SignatureVerdict::Bad("another key's fingerprint"));
}

#[test]
fn a_manifest_that_was_changed_is_found_even_when_all_sums_were_made_again() {
    let (folder, sealed) = sealed();
    let mut pen = Pen::new(1);
    sign(folder.path(), KIND, &sealed, &mut pen).unwrap();
    let path = folder.path().join(MANIFEST_FILE);
    let text = String::from_utf8(sealed.manifest.clone()).unwrap();
    let forged = text.replace("\"written\": 2", "\"written\": 3");
    assert_ne!(text, forged);
    std::fs::write(path, &forged).unwrap();
    let verdict = verify(folder.path(), None);
    assert_eq!(verdict.changed, [MANIFEST_FILE]);
    assert!(!verdict.counts_add_up);
    let sums = std::fs::read_to_string(folder.path().join(SUMS_FILE)).unwrap();
    let digest = |text: &str| hex::encode(Sha256::digest(text));
    let sums = sums.replace(&digest(&text), &digest(&forged));
    std::fs::write(folder.path().join(SUMS_FILE), sums).unwrap();
    let verdict = verify(folder.path(), None);
    assert!(verdict.changed.is_empty() && !verdict.is_good());
    assert!(matches!(verdict.signature, SignatureVerdict::Bad(_)));
}

#[test]
fn a_file_that_was_changed_with_its_sum_is_found_by_the_manifest() {
    let (folder, _) = sealed();
    std::fs::write(folder.path().join("a.txt"), "other").unwrap();
    let path = folder.path().join(SUMS_FILE);
    let sums = std::fs::read_to_string(&path).unwrap();
    let digest = |text: &str| hex::encode(Sha256::digest(text));
    std::fs::write(&path, sums.replace(&digest("one"), &digest("other"))).unwrap();
    let verdict = verify(folder.path(), None);
    assert!(verdict.changed.is_empty() && !verdict.counts_add_up && !verdict.is_good());
}

#[test]
fn a_folder_that_is_no_export_or_a_newer_one_is_not_judged() {
    let folder = tempfile::tempdir().unwrap();
    let go_on = &mut |_: u64, _: u64| ControlFlow::Continue(());
    let found = verify_folder(folder.path(), KIND, None, go_on);
    assert!(matches!(found, Err(VerifyFolderError::NotSealed { .. })));
    for (manifest, sums) in [("{\"latchkey_export\":2}", ""), ("{}", ""), ("[", "")] {
        std::fs::write(folder.path().join(MANIFEST_FILE), manifest).unwrap();
        std::fs::write(folder.path().join(SUMS_FILE), sums).unwrap();
        let found = verify_folder(folder.path(), KIND, None, go_on);
        assert!(
            matches!(
                found,
                Err(VerifyFolderError::UnknownVersion { found: 2 }
                    | VerifyFolderError::Unreadable { .. })
            ),
            "{found:?}"
        );
    }
    let (folder, _) = sealed();
    let sums = format!("{}  ../../etc/passwd\n", "00".repeat(32));
    std::fs::write(folder.path().join(SUMS_FILE), sums).unwrap();
    let found = verify_folder(folder.path(), KIND, None, go_on);
    assert!(matches!(found, Err(VerifyFolderError::Unreadable { .. })));
}

#[test]
fn counts_that_are_more_than_there_are_numbers_do_not_add_up() {
    let folder = tempfile::tempdir().unwrap();
    let mut hostile = manifest();
    let most = u64::MAX;
    hostile.insert(
        "counts".to_owned(),
        json!({
            "chosen": 1, "written": 1, "left_out": {},
            "by_kind": { "text": most, "image": most, "voice": 3 },
        }),
    );
    seal(folder.path(), KIND, &mut hostile, &[]).unwrap();
    let go_on = &mut |_: u64, _: u64| ControlFlow::Continue(());
    let found = verify_folder(folder.path(), KIND, None, go_on).unwrap();
    assert!(!found.counts_add_up && !found.is_good());
}

#[test]
fn paths_that_lead_out_are_not_sealed() {
    let folder = tempfile::tempdir().unwrap();
    for path in ["../a", "/a", "a\nb", "a\\b"] {
        let made = seal(
            folder.path(),
            KIND,
            &mut manifest(),
            &[FileSum::of(path, b"")],
        );
        assert!(matches!(made, Err(SealError::NotAPath { .. })), "{path}");
    }
    let twice = [FileSum::of("a", b""), FileSum::of("a", b"")];
    let made = seal(folder.path(), KIND, &mut manifest(), &twice);
    assert!(matches!(made, Err(SealError::Twice { .. })));
}

#[test]
fn a_signers_file_with_another_keys_fingerprint_is_refused() {
    let (desk, other) = (Pen::new(1), Pen::new(2));
    let file = desk.signer.to_file();
    assert_eq!(Signer::read(&file).unwrap(), desk.signer);
    let forged = file.replace(&desk.signer.fingerprint(), &other.signer.fingerprint());
    let read = Signer::read(&forged);
    assert!(matches!(read, Err(ReadSignerError::OtherFingerprint)));
    let newer = file.replace("\"version\": 1", "\"version\": 2");
    let read = Signer::read(&newer);
    assert!(matches!(
        read,
        Err(ReadSignerError::UnknownVersion { found: 2 })
    ));
    assert!(Expected::read("not a signer").is_err());
}
