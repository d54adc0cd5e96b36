//! The streaming cipher against a one-shot implementation.

#![allow(clippy::cast_possible_truncation)] // made-up bytes

use super::*;
use aes_gcm::AesGcm;
use aes_gcm::aead::{Aead, consts::U16};
use rand::{RngExt, SeedableRng, rngs::StdRng};

fn key(byte: u8) -> FileKey {
    FileKey(Zeroizing::new([byte; 32]))
}

/// Ciphertext and tag from the aes-gcm crate in one call.
fn one_shot(key: &FileKey, iv: &[u8; 16], plaintext: &[u8]) -> Vec<u8> {
    let cipher = AesGcm::<Aes256, U16>::new((&*key.0).into());
    cipher.encrypt(iv.into(), plaintext).unwrap()
}

/// Ciphertext and tag from the stream, in pieces of the given lengths, over and over.
fn streamed(key: &FileKey, iv: &[u8; 16], plaintext: &[u8], pieces: &[usize]) -> Vec<u8> {
    let mut stream = GcmStream::new(key, iv);
    let mut out = Vec::new();
    let mut rest = plaintext;
    for length in pieces.iter().cycle() {
        if rest.is_empty() {
            break;
        }
        let (piece, later) = rest.split_at((*length).min(rest.len()));
        let mut piece = piece.to_vec();
        stream.apply_keystream(&mut piece);
        stream.authenticate(&piece);
        out.extend(piece);
        rest = later;
    }
    out.extend(stream.tag_after(&[]));
    out
}

#[test]
fn random_ivs_and_chunk_sizes_agree_with_a_one_shot_implementation() {
    let mut random = StdRng::seed_from_u64(15);
    for round in 0..400 {
        let key = FileKey(Zeroizing::new(random.random()));
        let iv: [u8; 16] = random.random();
        let length = random.random_range(0..6000usize);
        let plaintext: Vec<u8> = (0..length).map(|_| random.random()).collect();
        let pieces: Vec<usize> = (0..5).map(|_| random.random_range(1..700usize)).collect();
        let expected = one_shot(&key, &iv, &plaintext);
        assert_eq!(
            streamed(&key, &iv, &plaintext, &pieces),
            expected,
            "round {round}"
        );
    }
}

/// The counter's low 32 bits at the first block of the message, by the one-block path.
fn first_counter(key: &FileKey, iv: &[u8; 16]) -> u32 {
    let mut subkey = ghash::Key::default();
    Aes256::new((&*key.0).into()).encrypt_block(&mut subkey);
    let block = first_block(GHash::new(&subkey), iv);
    u32::from_be_bytes([block[12], block[13], block[14], block[15]])
}

/// An IV whose counter wraps within 4096 blocks (64 KiB), found by counting IVs upwards.
fn iv_that_wraps(key: &FileKey) -> [u8; 16] {
    (0u64..)
        .map(|n| {
            let mut iv = [0x42; 16];
            iv[8..].copy_from_slice(&n.to_be_bytes());
            iv
        })
        .find(|iv| first_counter(key, iv) > u32::MAX - 4096)
        .expect("one in a million IVs wraps that soon")
}

#[test]
fn a_counter_that_wraps_inside_a_small_file_keeps_the_rest_of_the_block() {
    let key = key(0x42);
    let iv = iv_that_wraps(&key);
    let plaintext: Vec<u8> = (0..70_000u32).map(|n| n as u8).collect();
    let expected = one_shot(&key, &iv, &plaintext);
    assert_eq!(streamed(&key, &iv, &plaintext, &[4096]), expected);
    // A 128-bit counter would carry into the rest of the block: it must give something else.
    let mut carried = plaintext.clone();
    let mut subkey = ghash::Key::default();
    let aes = Aes256::new((&*key.0).into());
    aes.encrypt_block(&mut subkey);
    let first = first_block(GHash::new(&subkey), &iv);
    let mut wide = StreamCipherCoreWrapper::<CtrCore<Aes256, flavors::Ctr128BE>>::from_core(
        CtrCore::inner_iv_init(aes, &first),
    );
    let mut mask = [0; 16];
    wide.apply_keystream(&mut mask);
    wide.apply_keystream(&mut carried);
    assert_ne!(
        carried,
        expected[..plaintext.len()],
        "the counter did not wrap"
    );
}

#[test]
fn the_vector_with_a_wrapping_counter_still_wraps() {
    let key = crate::key::derive_file_key(&[0x42; 32]);
    let iv = hex::decode(include_str!("../../tests/backups/wrapping_iv.txt")).unwrap();
    assert_eq!(
        iv,
        iv_that_wraps(&key),
        "{}",
        hex::encode(iv_that_wraps(&key))
    );
}

#[test]
fn a_tag_may_be_asked_for_at_any_point_without_disturbing_the_stream() {
    let (key, iv) = (key(7), [9; 16]);
    let expected = one_shot(&key, &iv, b"seventeen letters");
    let (ciphertext, tag) = expected.split_at(17);
    let mut stream = GcmStream::new(&key, &iv);
    stream.authenticate(&ciphertext[..5]);
    assert!(stream.matches(&ciphertext[5..], tag));
    stream.authenticate(&ciphertext[5..]);
    assert!(stream.matches(&[], tag));
    assert!(!stream.matches(&[0], tag));
}
