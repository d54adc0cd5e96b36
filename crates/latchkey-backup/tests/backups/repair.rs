//! Slips in typed digits: every single one is found, and nothing wrong is ever proposed.

use crate::phones::*;
use latchkey_backup::write::{digits, encrypt15};
use latchkey_backup::{BackupKey, CheckKeyError, Repair, Slip, propose_repair};
use rand::{RngExt, SeedableRng, rngs::StdRng};
use std::path::Path;
use zeroize::Zeroizing;

fn hex_digits(root: &[u8; 32]) -> Vec<char> {
    digits(root)
        .chars()
        .filter(|c| !c.is_whitespace())
        .collect()
}

/// Generated keys, each with a backup of its own.
fn generated(desk: &Desk, seed: u64, count: usize) -> Vec<([u8; 32], std::path::PathBuf)> {
    let mut random = StdRng::seed_from_u64(seed);
    let mut recipe = recipe();
    (0..count)
        .map(|n| {
            let root: [u8; 32] = random.random();
            recipe.iv = random.random();
            let bytes = encrypt15(&root, &recipe, &*database(5000), Vec::new()).unwrap();
            (root, desk.put(&format!("{n}.crypt15"), &bytes))
        })
        .collect()
}

fn proposed(backup: &Path, typed: &[char]) -> Option<Repair> {
    let typed: String = typed.iter().collect();
    propose_repair(backup, &typed).unwrap()
}

fn assert_found(backup: &Path, root: &[u8; 32], typed: &[char], what: &str) -> Slip {
    let repair = proposed(backup, typed).unwrap_or_else(|| panic!("{what}: nothing proposed"));
    let right = BackupKey::from_root(Zeroizing::new(*root));
    assert!(repair.key.is_same(&right), "{what}: another key proposed");
    repair.slip
}

#[test]
fn all_960_single_slips_are_found_with_their_group() {
    let desk = Desk::new();
    for (root, backup) in generated(&desk, 960, 2) {
        let right = hex_digits(&root);
        for at in 0..64 {
            for wrong in "0123456789abcdef".chars().filter(|c| *c != right[at]) {
                let mut typed = right.clone();
                typed[at] = wrong;
                let what = format!("digit {at}");
                match assert_found(&backup, &root, &typed, &what) {
                    Slip::WrongDigit { group } | Slip::LookAlike { group } => {
                        assert_eq!(group, at / 4, "{what}");
                    }
                    other => panic!("{what}: {other:?}"),
                }
            }
        }
    }
}

#[test]
fn all_63_adjacent_swaps_are_found() {
    let desk = Desk::new();
    for (root, backup) in generated(&desk, 63, 8) {
        let right = hex_digits(&root);
        for at in 0..63 {
            let mut typed = right.clone();
            typed.swap(at, at + 1);
            let what = format!("swap at {at}");
            if typed == right {
                assert!(
                    proposed(&backup, &typed).is_none(),
                    "{what}: nothing is wrong"
                );
                continue;
            }
            let slip = assert_found(&backup, &root, &typed, &what);
            assert_eq!(slip, Slip::Swapped { group: at / 4 }, "{what}");
        }
    }
}

#[test]
fn letters_typed_for_the_digits_they_look_like_are_found() {
    let desk = Desk::new();
    for (root, backup) in generated(&desk, 8, 6) {
        let right = hex_digits(&root);
        for (from, to) in [
            ('0', 'O'),
            ('1', 'l'),
            ('5', 'S'),
            ('8', 'b'),
            ('b', '8'),
            ('9', 'g'),
        ] {
            let typed: Vec<char> = right
                .iter()
                .map(|c| if *c == from { to } else { *c })
                .collect();
            let Some(first) = right.iter().position(|c| *c == from) else {
                continue;
            };
            let places = right.iter().filter(|c| "8b".contains(**c)).count();
            if "8b".contains(from) && places > 10 {
                continue;
            }
            let slip = assert_found(&backup, &root, &typed, &format!("{from} as {to}"));
            match slip {
                Slip::LookAlike { group } => assert_eq!(group, first / 4, "{from} as {to}"),
                // A single one is a wrong digit like any other.
                Slip::WrongDigit { group } => assert_eq!(group, first / 4, "{from} as {to}"),
                other => panic!("{from} as {to}: {other:?}"),
            }
        }
    }
}

#[test]
fn one_character_that_looks_like_nothing_is_found() {
    let desk = Desk::new();
    let (root, backup) = generated(&desk, 1, 1).remove(0);
    let mut typed = hex_digits(&root);
    typed[37] = '#';
    let slip = assert_found(&backup, &root, &typed, "a smudge");
    assert_eq!(slip, Slip::WrongDigit { group: 9 });
}

#[test]
fn rows_read_as_columns_are_found_for_the_grids_keys_are_written_in() {
    let desk = Desk::new();
    for (root, backup) in generated(&desk, 4, 3) {
        let right = hex_digits(&root);
        for (across, down, cell) in [(4, 4, 4), (2, 8, 4), (8, 2, 4), (8, 8, 1), (4, 16, 1)] {
            let mut typed = Vec::new();
            for column in 0..across {
                for row in 0..down {
                    let at = (row * across + column) * cell;
                    typed.extend(&right[at..at + cell]);
                }
            }
            let what = format!("{across}×{down} cells of {cell}");
            assert_eq!(
                assert_found(&backup, &root, &typed, &what),
                Slip::Transposed,
                "{what}"
            );
        }
    }
}

#[test]
fn two_wrong_digits_are_not_guessed() {
    let desk = Desk::new();
    let (root, backup) = generated(&desk, 2, 1).remove(0);
    let mut typed = hex_digits(&root);
    for at in [3, 40] {
        typed[at] = if typed[at] == '7' { '6' } else { '7' };
    }
    assert!(proposed(&backup, &typed).is_none());
    assert!(
        proposed(&backup, &typed[..63]).is_none(),
        "a digit is missing"
    );
}

#[test]
fn no_wrong_key_is_proposed_in_10_000_random_tries() {
    let desk = Desk::new();
    let (_, backup) = generated(&desk, 3, 1).remove(0);
    let contents: [&[u8]; 2] = [
        br#"{"theme":"dark","wallpaper":null,"tone":3,"language":"en"}"#,
        b"RIFF\x10\0\0\0WEBPVP8 \x04\0\0\0\0\0\0\0",
    ];
    let bare = latchkey_backup::write::Recipe {
        pack: latchkey_backup::write::Pack::Bare,
        ..recipe()
    };
    let others = contents.map(|content| {
        let bytes = encrypt15(&[0x77; 32], &bare, content, Vec::new()).unwrap();
        desk.put(&format!("{}.crypt15", content.len()), &bytes)
    });
    let backups = [&backup, &backup, &others[0], &others[1]];
    std::thread::scope(|scope| {
        for thread in 0..2u64 {
            scope.spawn(move || {
                let mut random = StdRng::seed_from_u64(10_000 + thread);
                for n in 0..5000usize {
                    let typed = hex_digits(&random.random());
                    let found = proposed(backups[n % 4], &typed);
                    assert!(found.is_none(), "a wrong key in try {n}");
                }
            });
        }
    });
}

#[test]
fn digits_are_not_tried_on_a_backup_that_needs_a_device_key() {
    let desk = Desk::new();
    let backup = desk.put("old.crypt14", &crypt14(&recipe(), &database(100)));
    let answer = propose_repair(&backup, &digits(&ROOT));
    assert!(matches!(answer, Err(CheckKeyError::WrongKindOfKey { .. })));
}
