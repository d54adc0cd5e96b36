//! Keys in every form people hold them.

use super::*;

const ROOT: [u8; 32] = [0x42; 32];

fn root_of(text: &str) -> [u8; 32] {
    *BackupKey::from_digits(text).unwrap().root().unwrap()
}

fn problem(text: &str) -> DigitsProblem {
    match BackupKey::from_digits(text) {
        Err(ReadKeyError::Digits(problem)) => problem,
        other => panic!("expected a problem with the digits, got {other:?}"),
    }
}

#[test]
fn digits_are_read_in_any_grouping_case_and_with_invisible_marks() {
    let plain = "0123456789abcdef".repeat(4);
    let expected = root_of(&plain);
    let grouped = |by: usize, separator: &str| {
        let groups: Vec<_> = plain.as_bytes().chunks(by).collect();
        let groups: Vec<_> = groups
            .iter()
            .map(|g| std::str::from_utf8(g).unwrap())
            .collect();
        groups.join(separator)
    };
    let forms = [
        plain.to_uppercase(),
        grouped(4, " "),
        grouped(4, "-"),
        grouped(4, "\u{2013}"),
        grouped(8, "\r\n"),
        grouped(2, ":"),
        grouped(4, "\u{a0}"),
        grouped(5, "\u{202f}"),
        format!("\u{feff}\u{202a}{}\u{202c}\n", grouped(1, "\u{200b}")),
        grouped(4, "\u{ad}\t"),
        plain
            .chars()
            .map(|c| char::from_u32(c as u32 + 0xfee0).unwrap())
            .collect(),
    ];
    for form in forms {
        assert_eq!(root_of(&form), expected, "{form:?}");
    }
}

#[test]
fn a_wrong_character_names_its_group_and_what_was_meant() {
    let text = format!("{}{}{}", "4242 ".repeat(3), "42O2 ", "4242 ".repeat(12));
    let expected = DigitsProblem::BadCharacter {
        group: 3,
        character: 'O',
        meant: Some('0'),
    };
    assert_eq!(problem(&text), expected);
    assert_eq!(expected.group(), Some(3));
}

#[test]
fn a_group_with_a_digit_missing_is_named() {
    let text = format!("{}424 {}", "4242 ".repeat(7), "4242 ".repeat(8));
    let expected = DigitsProblem::GroupLength {
        group: 7,
        digits: 3,
    };
    assert_eq!(problem(&text), expected);
    assert_eq!(
        problem(&"42".repeat(31)),
        DigitsProblem::TooShort { digits: 62 }
    );
    assert_eq!(
        problem(&"42".repeat(33)),
        DigitsProblem::TooLong { digits: 66 }
    );
}

#[test]
fn key_files_of_every_kind_are_read() {
    let mut java = JAVA_HEADER.to_vec();
    java.extend([0, 0, 0, 32]);
    java.extend(ROOT);
    assert_eq!(BackupKey::from_bytes(&java).unwrap().root(), Some(&ROOT));
    assert_eq!(BackupKey::from_bytes(&ROOT).unwrap().root(), Some(&ROOT));
    let text = "42".repeat(32);
    assert_eq!(
        BackupKey::from_bytes(text.as_bytes()).unwrap().root(),
        Some(&ROOT)
    );
    let note = format!(
        "My backup key, printed in March\n\n{}\n",
        "4242 ".repeat(16)
    );
    assert_eq!(
        BackupKey::from_bytes(note.as_bytes()).unwrap().root(),
        Some(&ROOT)
    );
    let mut wide = vec![0xff, 0xfe];
    wide.extend(text.encode_utf16().flat_map(u16::to_le_bytes));
    assert_eq!(BackupKey::from_bytes(&wide).unwrap().root(), Some(&ROOT));
}

#[test]
fn a_java_file_that_is_no_byte_array_is_a_password_file() {
    let bytes = b"\xac\xed\x00\x05\x77\x04\x00\x00\x00\x01";
    assert!(matches!(
        BackupKey::from_bytes(bytes),
        Err(ReadKeyError::PasswordFile)
    ));
}

#[test]
fn cut_and_foreign_key_files_are_told_apart() {
    let mut java = JAVA_HEADER.to_vec();
    java.extend([0, 0, 0, 32]);
    java.extend([1; 31]);
    assert!(matches!(
        BackupKey::from_bytes(&java),
        Err(ReadKeyError::Damaged)
    ));
    let mut newer = JAVA_HEADER.to_vec();
    newer.extend([0, 0, 0, 64]);
    newer.extend([1; 64]);
    let read = BackupKey::from_bytes(&newer);
    assert!(matches!(read, Err(ReadKeyError::UnknownVersion { .. })));
    assert!(matches!(
        BackupKey::from_bytes(b""),
        Err(ReadKeyError::NotAKey)
    ));
    assert!(matches!(
        BackupKey::from_bytes(b"Dear Ana,"),
        Err(ReadKeyError::NotAKey)
    ));
    let half = "0123456789abcdef".repeat(2);
    let read = BackupKey::from_bytes(half.as_bytes());
    assert!(matches!(
        read,
        Err(ReadKeyError::Digits(DigitsProblem::TooShort { digits: 32 }))
    ));
}

#[test]
fn debug_of_a_key_prints_its_name_only() {
    assert_eq!(
        format!("{:?}", BackupKey::from_root(Zeroizing::new(ROOT))),
        "BackupKey"
    );
    assert_eq!(format!("{:?}", RootKey(ROOT)), "RootKey");
}

#[test]
fn the_file_key_is_hkdf_without_salt() {
    // k = HMAC(zeros, root); file key = HMAC(k, label ‖ 1), written out with the hmac crate.
    use hmac::{Hmac, KeyInit, Mac};
    let mac = |key: &[u8], message: &[u8]| -> Vec<u8> {
        let mut mac = Hmac::<Sha256>::new_from_slice(key).unwrap();
        mac.update(message);
        mac.finalize().into_bytes().to_vec()
    };
    let k = mac(&[0; 32], &ROOT);
    let expected = mac(&k, b"backup encryption\x01");
    assert_eq!(derive_file_key(&ROOT).0.as_slice(), expected);
}
