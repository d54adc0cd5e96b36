//! Readers of what a phone, a relay or the air gives us: any bytes, never a panic.

use p256::SecretKey;
use proptest::prelude::*;
use zeroize::Zeroizing;

use super::super::advert::Advert;
use super::super::answer;
use super::super::base10;
use super::super::cbor::Map;
use super::super::channel::Channel;
use super::super::frame::{Features, Frame};
use super::super::invitation::{Invitation, Purpose};
use super::super::noise::Handshake;
use super::{request, stranger, then};

fn key(byte: u8) -> SecretKey {
    SecretKey::from_slice(&[byte; 32]).unwrap()
}

proptest! {
    #[test]
    fn digits_give_back_the_bytes(bytes: Vec<u8>) {
        prop_assert_eq!(base10::decode(&base10::encode(&bytes)), Some(bytes));
    }

    #[test]
    fn other_text_is_no_digits(text in "\\PC{0,60}") {
        if let Some(bytes) = base10::decode(&text) {
            prop_assert_eq!(base10::encode(&bytes), text);
        }
    }

    #[test]
    fn foreign_adverts_never_open(data: Vec<u8>, keys: [u8; 32]) {
        let keys = [keys, keys].concat();
        // One in 2^32 random tags fits: not in this life of the test.
        prop_assert_eq!(Advert::open(&data, keys.as_slice().try_into().unwrap()), None);
    }

    #[test]
    fn answers_of_any_bytes_are_no_passkeys(mut bytes: Vec<u8>) {
        prop_assert!(answer::created(&bytes, &request()).is_err());
        prop_assert!(answer::evaluated(&bytes, &stranger()).is_err());
        bytes.insert(0, 0);
        prop_assert!(answer::created(&bytes, &request()).is_err());
        prop_assert!(answer::evaluated(&bytes, &stranger()).is_err());
    }

    #[test]
    fn authenticator_data_of_any_bytes_is_checked(rest: Vec<u8>, flags: u8) {
        use sha2::{Digest, Sha256};
        let mut data = Sha256::digest(crate::RP_ID).to_vec();
        data.push(flags | 0x44);
        data.extend([0; 4]);
        data.extend(rest);
        let mut bytes = vec![0, 0xa1, 0x02, 0x59];
        bytes.extend(u16::try_from(data.len()).unwrap().to_be_bytes());
        bytes.extend(data);
        // Whatever it holds, nothing in it says that the PRF is there.
        prop_assert!(answer::created(&bytes, &request()).is_err());
    }

    #[test]
    fn frames_and_maps_of_any_bytes_are_read_or_refused(bytes: Vec<u8>) {
        let _ = Map::read(&bytes);
        let _ = Features::read(&bytes);
        match Frame::read(&bytes) {
            Some(Frame::Ctap(content)) => prop_assert_eq!(content, &bytes[1..]),
            Some(_) => prop_assert!(matches!(bytes[0], 0 | 2)),
            None => prop_assert!(bytes.first().is_none_or(|kind| *kind > 2)),
        }
    }

    #[test]
    fn handshake_answers_of_any_bytes_are_refused(bytes in prop::collection::vec(any::<u8>(), 0..200)) {
        let identity = key(1);
        let (handshake, _) = Handshake::start(&identity, &[3; 32], key(2));
        prop_assert!(handshake.finish(&bytes).is_err());
    }

    #[test]
    fn sealed_messages_come_out_as_they_went_in(messages: Vec<Vec<u8>>, early: bool) {
        let (mut ours, mut phones) = (Channel::new(&[1; 32], &[2; 32]), Channel::new(&[2; 32], &[1; 32]));
        if early {
            phones = phones.counted_early();
        }
        for message in messages {
            let sealed = phones.seal(&message);
            prop_assert_eq!((sealed.len() - 16) % 32, 0, "length tells little");
            prop_assert_eq!(&**ours.open(&sealed).unwrap(), &message);
            let reply = ours.seal(&message);
            prop_assert_eq!(&**phones.open(&reply).unwrap(), &message);
        }
    }

    #[test]
    fn messages_that_nobody_sealed_never_open(bytes: Vec<u8>) {
        prop_assert!(Channel::new(&[1; 32], &[2; 32]).open(&bytes).is_err());
    }

    #[test]
    fn links_are_alike_for_alike_secrets_only(secret: [u8; 16], other: [u8; 16]) {
        let link = |secret| Invitation::new(key(1), Zeroizing::new(secret), Purpose::Create).link(then());
        prop_assert_eq!(link(secret) == link(other), secret == other);
    }
}

#[test]
fn padding_that_is_longer_than_its_message_is_refused() {
    use aes_gcm::aead::Aead;
    use aes_gcm::{Aes256Gcm, KeyInit, Nonce};
    let sealed = |plain: &[u8]| {
        Aes256Gcm::new(&[2; 32].into())
            .encrypt(&Nonce::default(), plain)
            .unwrap()
    };
    let open = |plain: &[u8]| {
        Channel::new(&[1; 32], &[2; 32])
            .open(&sealed(plain))
            .map(|m| m.to_vec())
    };
    assert!(open(&[]).is_err());
    assert!(open(&[7; 7]).is_err());
    assert_eq!(open(&[7; 8]), Ok(vec![]));
    assert_eq!(open(&[7; 9]), Ok(vec![7]));
}

#[test]
fn a_message_is_opened_once_and_in_its_order() {
    let (mut ours, mut phones) = (
        Channel::new(&[1; 32], &[2; 32]),
        Channel::new(&[2; 32], &[1; 32]),
    );
    let (first, second) = (phones.seal(b"first"), phones.seal(b"second"));
    assert!(ours.open(&second).is_err());
    ours.open(&first).unwrap();
    assert!(ours.open(&first).is_err());
    ours.open(&second).unwrap();
}

#[test]
fn deep_or_long_cbor_is_refused_without_a_crash() {
    assert!(Map::read(&[0x81; 100_000]).is_none());
    assert!(Map::read(&[0xa1; 100_000]).is_none());
    // A byte string and an array that claim 2^63 members.
    assert!(Map::read(&[0x5b, 0x80, 0, 0, 0, 0, 0, 0, 0]).is_none());
    assert!(Map::read(&[0x9b, 0x80, 0, 0, 0, 0, 0, 0, 0]).is_none());
    assert!(Map::read(&[0xbb, 0x80, 0, 0, 0, 0, 0, 0, 0]).is_none());
}
