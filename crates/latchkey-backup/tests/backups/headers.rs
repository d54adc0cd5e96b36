//! Arbitrary bytes as headers, keys and folders: an answer or an error, never a panic.

use crate::phones::*;
use crate::verdicts::open;
use latchkey_backup::{BackupKey, DecryptError, DigitsProblem, inspect};
use proptest::prelude::*;

/// Bytes that look enough like a header to get past the first questions.
fn header_like() -> impl Strategy<Value = Vec<u8>> {
    let field = prop_oneof![
        (1u8..8, any::<u8>()).prop_map(|(n, v)| vec![n << 3, v & 0x7f]),
        (1u8..8, prop::collection::vec(any::<u8>(), 0..40)).prop_map(|(number, bytes)| {
            let mut field = vec![number << 3 | 2, bytes.len() as u8];
            field.extend(bytes);
            field
        }),
        Just([vec![0x1a, 0x12, 0x0a, 0x10], vec![7; 16]].concat()),
        prop::collection::vec(any::<u8>(), 0..6),
    ];
    (
        prop::collection::vec(field, 0..12),
        -3i64..3,
        prop::collection::vec(any::<u8>(), 0..200),
    )
        .prop_map(|(fields, slip, rest)| {
            let message = fields.concat();
            let length = (message.len() as i64 + slip).max(0) as u64;
            let mut bytes = Vec::new();
            let mut left = length;
            while left >= 0x80 {
                bytes.push(left as u8 | 0x80);
                left >>= 7;
            }
            bytes.push(left as u8);
            bytes.extend(message);
            bytes.extend(rest);
            bytes
        })
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 3000, failure_persistence: None, ..Default::default() })]

    #[test]
    fn arbitrary_bytes_are_inspected_without_a_panic(
        bytes in prop_oneof![prop::collection::vec(any::<u8>(), 0..600), header_like()],
    ) {
        let desk = Desk::new();
        let path = desk.put("file", &bytes);
        inspect(&path).unwrap();
        let error = open(&path, &root_key()).unwrap_err();
        let is_verdict_on_the_key = matches!(error, DecryptError::WrongKey);
        prop_assert!(!is_verdict_on_the_key);
    }

    #[test]
    fn arbitrary_bytes_are_read_as_keys_without_a_panic(
        bytes in prop::collection::vec(any::<u8>(), 0..300),
        after_java in any::<bool>(),
    ) {
        let mut file = if after_java {
            latchkey_backup::write::root_key_file(&ROOT)[..23].to_vec()
        } else {
            Vec::new()
        };
        file.extend(bytes);
        let _ = BackupKey::from_bytes(&file);
    }

    #[test]
    fn arbitrary_text_is_read_as_digits_without_a_panic(text in "\\PC{0,200}") {
        if let Some(problem) = DigitsProblem::find(&text) {
            prop_assert!(problem.group().is_none_or(|group| group < 16));
        }
    }

    #[test]
    fn any_grouping_of_the_digits_gives_the_same_key(
        root in any::<[u8; 32]>(),
        separators in prop::collection::vec(
            prop::sample::select(vec!["", " ", "-", "\n", "\u{a0}", "\u{200b}", ":", "\t", "  "]), 64),
        upper in any::<bool>(),
    ) {
        let digits = hex::encode(root);
        let digits = if upper { digits.to_uppercase() } else { digits };
        let typed: String = digits
            .chars()
            .zip(separators)
            .flat_map(|(digit, separator)| separator.chars().chain([digit]))
            .collect();
        let key = BackupKey::from_digits(&typed).unwrap();
        prop_assert_eq!(key.root(), Some(&root));
    }
}
