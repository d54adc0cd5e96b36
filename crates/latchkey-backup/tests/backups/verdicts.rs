//! The table of verdicts (`docs/backup-format.md` 9), row by row.

use crate::phones::*;
use latchkey_backup::write::{Pack, Recipe, Tail};
use latchkey_backup::{
    BackupKey, Checksum, Content, DecryptError, DecryptReport, KeyCheck, KeyVerdict, Limits,
    Secret, check_key, checksum, decrypt,
};
use std::ops::ControlFlow;
use std::path::Path;

type Outcome = Result<(Vec<u8>, DecryptReport), DecryptError>;

pub fn open(backup: &Path, key: &BackupKey) -> Outcome {
    decrypt(backup, key, Vec::new(), &Limits::default(), &mut |_| {
        ControlFlow::Continue(())
    })
    .map(|verified| (verified.inner, verified.report))
}

fn sum(backup: &Path) -> Checksum {
    checksum(backup, &mut |_, _| ControlFlow::Continue(())).unwrap()
}

fn flipped(bytes: &[u8], at: usize) -> Vec<u8> {
    let mut bytes = bytes.to_vec();
    bytes[at] ^= 0x10;
    bytes
}

fn is_damaged(outcome: &Outcome, expected: KeyVerdict) -> bool {
    matches!(outcome, Err(DecryptError::Damaged { key, .. }) if *key == expected)
}

#[test]
fn every_kind_decrypts_to_what_was_encrypted() {
    let desk = Desk::new();
    for made in every_kind() {
        let backup = desk.put("backup", &made.bytes);
        assert_eq!(
            check_key(&backup, &made.key()).unwrap(),
            KeyCheck::Fits,
            "{}",
            made.name
        );
        let (plaintext, report) = open(&backup, &made.key()).unwrap();
        assert!(plaintext == made.plaintext, "{}", made.name);
        assert_eq!(report.content, Content::Sqlite, "{}", made.name);
        let expected = if made.tag_only {
            Checksum::Absent
        } else {
            Checksum::Ok
        };
        assert_eq!(
            (report.checksum, sum(&backup)),
            (expected, expected),
            "{}",
            made.name
        );
    }
}

#[test]
fn checksum_ok_and_a_key_that_does_not_open_is_a_wrong_key() {
    let desk = Desk::new();
    for made in every_kind().iter().filter(|made| !made.tag_only) {
        let backup = desk.put("backup", &made.bytes);
        let checked = check_key(&backup, &made.wrong_key()).unwrap();
        assert_eq!(checked, KeyCheck::DoesNotFit, "{}", made.name);
        let outcome = open(&backup, &made.wrong_key());
        assert!(
            matches!(outcome, Err(DecryptError::WrongKey)),
            "{}",
            made.name
        );
    }
}

#[test]
fn a_right_key_on_a_changed_body_is_damage_and_the_key_fits() {
    let desk = Desk::new();
    for made in every_kind() {
        // Late in the body: the first block still opens.
        let backup = desk.put("backup", &flipped(&made.bytes, made.bytes.len() - 60));
        let outcome = open(&backup, &made.key());
        assert!(
            is_damaged(&outcome, KeyVerdict::Fits),
            "{}: {outcome:?}",
            made.name
        );
    }
}

#[test]
fn a_right_key_on_a_changed_tag_is_damage_and_the_key_fits() {
    let desk = Desk::new();
    for made in every_kind() {
        let tag = if made.tag_only { 1 } else { 24 };
        let backup = desk.put("backup", &flipped(&made.bytes, made.bytes.len() - tag));
        let outcome = open(&backup, &made.key());
        assert!(
            is_damaged(&outcome, KeyVerdict::Fits),
            "{}: {outcome:?}",
            made.name
        );
    }
}

#[test]
fn checksum_mismatch_and_a_key_that_does_not_open_leaves_the_key_unjudged() {
    let desk = Desk::new();
    for made in every_kind().iter().filter(|made| made.certain) {
        let cut = &made.bytes[..made.bytes.len() - 50];
        let backup = desk.put("backup", cut);
        assert_eq!(sum(&backup), Checksum::Mismatch, "{}", made.name);
        let outcome = open(&backup, &made.wrong_key());
        assert!(
            is_damaged(&outcome, KeyVerdict::Unknown),
            "{}: {outcome:?}",
            made.name
        );
        // A damaged first block under the right key looks just the same.
        let backup = desk.put("backup", &flipped(&made.bytes, made.header));
        let outcome = open(&backup, &made.key());
        assert!(
            is_damaged(&outcome, KeyVerdict::Unknown),
            "{}: {outcome:?}",
            made.name
        );
    }
}

#[test]
fn no_checksum_and_a_key_that_does_not_open_is_either() {
    let desk = Desk::new();
    for made in every_kind().iter().filter(|made| !made.certain) {
        let backup = desk.put("backup", &flipped(&made.bytes, made.bytes.len() - 60));
        assert_eq!(sum(&backup), Checksum::Absent, "{}", made.name);
        let outcome = open(&backup, &made.wrong_key());
        assert!(
            matches!(outcome, Err(DecryptError::WrongKeyOrDamaged)),
            "{}",
            made.name
        );
    }
}

#[test]
fn a_damaged_checksum_with_a_right_tag_restores_and_says_so() {
    let desk = Desk::new();
    let wrong_md5 = |recipe: Recipe| Recipe {
        tail: Tail::TagAndWrongMd5,
        ..recipe
    };
    let plaintext = database(3000);
    let made = [
        (
            crypt15(&wrong_md5(recipe()), &plaintext),
            root_key(),
            Checksum::Mismatch,
        ),
        (
            crypt14(&wrong_md5(recipe()), &plaintext),
            device_key(),
            Checksum::Mismatch,
        ),
        (
            crypt12(&wrong_md5(recipe()), &plaintext),
            device_key(),
            Checksum::Mismatch,
        ),
        // Before the key nothing says that a checksum belongs there; the tag's place does.
        (
            crypt15(&wrong_md5(recipe().without_migrations()), &plaintext),
            root_key(),
            Checksum::Absent,
        ),
    ];
    for (bytes, key, before) in made {
        let backup = desk.put("backup", &bytes);
        assert_eq!(sum(&backup), before);
        let (opened, report) = open(&backup, &key).unwrap();
        assert!(opened == plaintext);
        assert_eq!(report.checksum, Checksum::Mismatch);
    }
}

#[test]
fn the_other_kind_of_key_is_named_before_anything_is_read() {
    let desk = Desk::new();
    let end_to_end = desk.put("a", &crypt15(&recipe(), &database(100)));
    let device = desk.put("b", &crypt14(&recipe(), &database(100)));
    let outcome = open(&end_to_end, &device_key());
    let needed = |outcome: Outcome| match outcome {
        Err(DecryptError::WrongKindOfKey { needed }) => needed,
        other => panic!("{other:?}"),
    };
    assert_eq!(needed(outcome), Secret::Digits);
    assert_eq!(needed(open(&device, &root_key())), Secret::DeviceKey);
}

#[test]
fn content_without_a_magic_is_proved_by_its_tag() {
    let desk = Desk::new();
    let small_secret = b"\x07\x01\x09 no magic at all";
    let large: Vec<u8> = (0..3_000_000u32)
        .map(|n| (n ^ n >> 7) as u8 | 0x80)
        .collect();
    for (plaintext, checked) in [
        (&small_secret[..], KeyCheck::Fits),
        (b"", KeyCheck::Fits),
        // Too large to be judged at once: the full decryption still gets it right.
        (&large, KeyCheck::DoesNotFit),
    ] {
        for pack in [Pack::Bare, Pack::Zlib(0)] {
            for tail in [Tail::TagAndMd5, Tail::TagOnly] {
                let recipe = Recipe {
                    pack,
                    tail,
                    ..recipe().without_migrations()
                };
                let backup = desk.put("backup", &crypt15(&recipe, plaintext));
                assert_eq!(check_key(&backup, &root_key()).unwrap(), checked);
                let wrong = check_key(&backup, &other_root_key()).unwrap();
                assert_eq!(wrong, KeyCheck::DoesNotFit);
                let (opened, report) = open(&backup, &root_key()).unwrap();
                assert!(opened == plaintext, "{pack:?} {tail:?} {}", plaintext.len());
                assert_eq!(report.content, Content::Other);
            }
        }
    }
}

#[test]
fn bytes_after_the_compressed_stream_are_authenticated_and_reported() {
    let desk = Desk::new();
    let recipe = Recipe {
        after_zlib: b"seven!!".to_vec(),
        ..recipe()
    };
    let plaintext = database(5000);
    let bytes = crypt15(&recipe, &plaintext);
    let backup = desk.put("backup", &bytes);
    let (opened, report) = open(&backup, &root_key()).unwrap();
    assert!(opened == plaintext);
    assert_eq!(report.trailing_bytes, 7);
    let backup = desk.put("backup", &flipped(&bytes, bytes.len() - 33));
    assert!(is_damaged(&open(&backup, &root_key()), KeyVerdict::Fits));
}

#[test]
fn a_stream_cut_before_it_was_encrypted_is_damage_although_its_tag_is_right() {
    let desk = Desk::new();
    let mut zlib = flate2::write::ZlibEncoder::new(Vec::new(), flate2::Compression::fast());
    std::io::Write::write_all(&mut zlib, &database(9000)).unwrap();
    let mut cut = zlib.finish().unwrap();
    cut.truncate(cut.len() / 2);
    let bare = Recipe {
        pack: Pack::Bare,
        ..recipe()
    };
    let backup = desk.put("backup", &crypt15(&bare, &cut));
    assert!(is_damaged(&open(&backup, &root_key()), KeyVerdict::Fits));
}
