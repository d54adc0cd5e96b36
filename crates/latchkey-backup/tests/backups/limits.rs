//! Bounds: a hostile backup neither fills the disk nor runs for ever.

use crate::phones::*;
use crate::skipped;
use latchkey_backup::write::{Pack, Recipe, encrypt15};
use latchkey_backup::{DecryptError, Limits, decrypt, decrypt_to_file};
use std::io::Read;
use std::ops::ControlFlow;

fn limits(max_size: u64, free_space: Option<u64>) -> Limits {
    Limits {
        max_size,
        free_space,
    }
}

#[test]
fn more_plaintext_than_allowed_is_too_large() {
    let desk = Desk::new();
    // 40 MB of zeros in 40 kB: as dense as deflate gets.
    let zeros = b"SQLite format 3\0".chain(std::io::repeat(0).take(40_000_000));
    let bytes = encrypt15(&ROOT, &recipe(), zeros, Vec::new()).unwrap();
    assert!(bytes.len() < 60_000);
    let backup = desk.put("bomb", &bytes);
    let open = |limits: Limits| {
        decrypt(&backup, &root_key(), std::io::sink(), &limits, &mut |_| {
            ControlFlow::Continue(())
        })
    };
    let outcome = open(limits(1_000_000, None));
    assert!(matches!(
        outcome,
        Err(DecryptError::TooLarge { limit: 1_000_000 })
    ));
    let outcome = open(limits(u64::MAX, Some(2_000_000)));
    assert!(matches!(outcome, Err(DecryptError::NoSpace { needed }) if needed > 2_000_000));
    let outcome = open(limits(40_000_016, Some(40_000_016)));
    assert_eq!(outcome.unwrap().report.plaintext_bytes, 40_000_016);
}

#[test]
fn a_backup_larger_than_one_iv_may_encrypt_is_refused_unread() {
    let desk = Desk::new();
    let backup = desk.put("huge", &crypt15(&recipe(), &database(200)));
    let file = std::fs::File::options().write(true).open(&backup).unwrap();
    // A hole costs nothing; a file system that cannot make one ends the test.
    if file.set_len((1 << 36) + (1 << 20)).is_err() {
        skipped("this file system has no files of 64 GiB");
        return;
    }
    let outcome = decrypt(
        &backup,
        &root_key(),
        std::io::sink(),
        &Limits::default(),
        &mut |_| panic!("it started to read"),
    );
    let expected = ((1u64 << 32) - 2) * 16;
    assert!(matches!(outcome, Err(DecryptError::TooLarge { limit }) if limit == expected));
}

#[test]
fn less_free_space_than_the_backup_itself_is_refused_at_once() {
    let desk = Desk::new();
    let backup = desk.put("backup", &crypt15(&recipe(), &database(50_000)));
    let outcome = decrypt_to_file(
        &backup,
        &root_key(),
        &desk.path("out"),
        &limits(u64::MAX, Some(1000)),
        &mut |_| ControlFlow::Continue(()),
    );
    assert!(matches!(outcome, Err(DecryptError::NoSpace { needed }) if needed > 1000));
    assert_eq!(desk.names(), ["backup"]);
}

#[test]
fn cancelling_stops_at_the_next_piece() {
    let desk = Desk::new();
    let bare = Recipe {
        pack: Pack::Bare,
        ..recipe()
    };
    let backup = desk.put("backup", &crypt15(&bare, &database(2_000_000)));
    for key in [root_key(), other_root_key()] {
        let mut calls = 0;
        let outcome = decrypt(
            &backup,
            &key,
            std::io::sink(),
            &Limits::default(),
            &mut |progress| {
                assert!(progress.read <= progress.total);
                calls += 1;
                if calls == 3 {
                    ControlFlow::Break(())
                } else {
                    ControlFlow::Continue(())
                }
            },
        );
        assert!(matches!(outcome, Err(DecryptError::Cancelled)));
        assert_eq!(calls, 3);
    }
}

#[test]
fn progress_ends_with_every_byte_read() {
    let desk = Desk::new();
    let bytes = crypt15(&recipe(), &database(900_000));
    let backup = desk.put("backup", &bytes);
    let mut seen = Vec::new();
    let into = std::io::sink();
    decrypt(
        &backup,
        &root_key(),
        into,
        &Limits::default(),
        &mut |progress| {
            seen.push(progress);
            ControlFlow::Continue(())
        },
    )
    .unwrap();
    assert!(seen.windows(2).all(|pair| pair[0].read <= pair[1].read));
    assert_eq!(seen.last().unwrap().read, bytes.len() as u64);
}
