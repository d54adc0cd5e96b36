//! Every byte of header and tail flipped, the body sampled, every cut: the allowed verdict or the original
//! plaintext, no output file otherwise, no panic.

use crate::phones::*;
use crate::verdicts::open;
use latchkey_backup::{
    Checksum, DecryptError, KeyVerdict, Limits, checksum, decrypt_to_file, inspect, propose_repair,
};
use std::ops::ControlFlow;
use std::path::Path;

/// Where a change was made.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Place {
    Header,
    Body,
    Tag,
    AfterTag,
}

fn place(made: &Made, at: usize) -> Place {
    let from_end = made.bytes.len() - at;
    let after_tag = match made.format {
        latchkey_backup::Format::Crypt12 => 20,
        _ if made.tag_only => 0,
        _ => 16,
    };
    if at < made.header {
        Place::Header
    } else if from_end <= after_tag {
        Place::AfterTag
    } else if from_end <= after_tag + 16 {
        Place::Tag
    } else {
        Place::Body
    }
}

/// Whether the right key's outcome on a changed file is allowed there.
fn allowed(made: &Made, place: Place, checksum: Checksum, error: &DecryptError) -> bool {
    use DecryptError as E;
    match error {
        // A key that fits is never called wrong, and never the wrong kind.
        E::WrongKey | E::WrongKindOfKey { .. } => false,
        E::Damaged { key, .. } => match (place, key) {
            (Place::Tag | Place::Body, KeyVerdict::Fits) => true,
            (Place::Body | Place::Header, KeyVerdict::Unknown) => true,
            // A header that moved its ciphertext may open by luck; it never verifies.
            (Place::Header, KeyVerdict::Fits) => true,
            _ => false,
        },
        E::WrongKeyOrDamaged => {
            checksum == Checksum::Absent && (place == Place::Header || !made.certain)
        }
        E::NotABackup | E::NotEncrypted { .. } | E::UnknownVersion { .. } => place == Place::Header,
        _ => false,
    }
}

fn assert_allowed(made: &Made, backup: &Path, out: &Path, place: Place, what: &str) {
    let sum = checksum(backup, &mut |_, _| ControlFlow::Continue(())).unwrap();
    inspect(backup).unwrap();
    let limits = Limits::default();
    let outcome = decrypt_to_file(backup, &made.key(), out, &limits, &mut |_| {
        ControlFlow::Continue(())
    });
    match outcome {
        Ok(_) => {
            let written = std::fs::read(out).unwrap();
            assert!(written == made.plaintext, "{what}: another plaintext");
            assert!(
                matches!(place, Place::Header | Place::AfterTag),
                "{what}: opened in spite of its tag"
            );
            std::fs::remove_file(out).unwrap();
        }
        Err(error) => {
            assert!(
                allowed(made, place, sum, &error),
                "{what}: {error:?}, checksum {sum:?}"
            );
            assert!(!out.exists(), "{what}: left an output");
        }
    }
}

/// The places to flip: all of header and tail, and a sample of the body.
fn places(made: &Made) -> impl Iterator<Item = usize> + '_ {
    let tail = made.bytes.len() - 40.min(made.bytes.len());
    (0..made.bytes.len()).filter(move |&at| at < made.header || at >= tail || at % 7 == 0)
}

#[test]
fn a_flipped_byte_gives_the_allowed_verdict_or_the_original() {
    let desk = Desk::new();
    let out = desk.path("out");
    for made in every_kind() {
        for at in places(&made) {
            for mask in [0x01, 0x08, 0x80, 0xff] {
                let mut bytes = made.bytes.clone();
                bytes[at] ^= mask;
                let backup = desk.put("backup", &bytes);
                let what = format!("{} at {at} ^ {mask:#04x}", made.name);
                assert_allowed(&made, &backup, &out, place(&made, at), &what);
            }
        }
    }
    assert_eq!(desk.names(), ["backup"], "something was left behind");
}

#[test]
fn every_value_of_the_first_bytes_gives_the_allowed_verdict_or_the_original() {
    let desk = Desk::new();
    let out = desk.path("out");
    for made in every_kind() {
        for at in 0..made.header.min(6) {
            for value in 0..=255 {
                let mut bytes = made.bytes.clone();
                bytes[at] = value;
                let backup = desk.put("backup", &bytes);
                let what = format!("{} at {at} = {value:#04x}", made.name);
                assert_allowed(&made, &backup, &out, Place::Header, &what);
            }
        }
    }
}

#[test]
fn a_wrong_key_on_a_flipped_header_is_never_a_verdict_on_the_key() {
    let desk = Desk::new();
    for made in every_kind() {
        for at in 0..made.header {
            let mut bytes = made.bytes.clone();
            bytes[at] ^= 0x04;
            let backup = desk.put("backup", &bytes);
            let error = open(&backup, &made.wrong_key()).unwrap_err();
            let verdict = matches!(
                error,
                DecryptError::WrongKey
                    | DecryptError::WrongKindOfKey { .. }
                    | DecryptError::Damaged {
                        key: KeyVerdict::Fits,
                        ..
                    }
            );
            assert!(!verdict, "{} at {at}: {error:?}", made.name);
        }
    }
}

#[test]
fn a_cut_at_any_length_gives_the_allowed_verdict_or_the_original() {
    let desk = Desk::new();
    let out = desk.path("out");
    for made in every_kind() {
        let tag_end = made.bytes.len()
            - match made.format {
                latchkey_backup::Format::Crypt12 => 20,
                _ if made.tag_only => 0,
                _ => 16,
            };
        for length in 0..made.bytes.len() {
            let backup = desk.put("backup", &made.bytes[..length]);
            let place = if length < made.header + 16 {
                Place::Header
            } else if length >= tag_end {
                Place::AfterTag
            } else {
                Place::Body
            };
            let what = format!("{} cut to {length}", made.name);
            // Between the tag's end and the file's end the tag is found only where a form ends.
            let relaxed = if place == Place::AfterTag {
                Place::Header
            } else {
                place
            };
            assert_allowed(&made, &backup, &out, relaxed, &what);
        }
    }
    assert_eq!(desk.names(), ["backup"], "something was left behind");
}

#[test]
fn bytes_added_at_the_end_are_damage() {
    let desk = Desk::new();
    for made in every_kind() {
        for extra in [1usize, 15, 16, 17, 4096] {
            let mut bytes = made.bytes.clone();
            bytes.resize(bytes.len() + extra, 0);
            let backup = desk.put("backup", &bytes);
            match open(&backup, &made.key()) {
                Err(DecryptError::Damaged {
                    key: KeyVerdict::Fits,
                    ..
                }) => {}
                // Sixteen bytes after a lone tag are where a checksum would be.
                Ok((plaintext, _)) if made.tag_only && extra == 16 => {
                    assert!(plaintext == made.plaintext);
                }
                other => panic!("{} and {extra} more: {other:?}", made.name),
            }
        }
    }
}

#[test]
fn slip_repair_never_panics_on_a_changed_file() {
    let desk = Desk::new();
    let made = every_kind().remove(2);
    let typed = latchkey_backup::write::digits(&OTHER_ROOT);
    for length in (0..made.bytes.len()).step_by(17) {
        let backup = desk.put("backup", &made.bytes[..length]);
        if let Ok(found) = propose_repair(&backup, &typed) {
            assert!(found.is_none());
        }
    }
}
