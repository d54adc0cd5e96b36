//! Claims about files of a cloud download, with files that our own writer made: in both forms, and broken.

use super::*;
use crate::write::{CloudTail, cloud_media_digits, encrypt_cloud_media, encrypt_cloud_metadata};
use std::io::Cursor;

const ROOT: [u8; 32] = [0x42; 32];
const LIMIT: u64 = 1 << 20;

fn root() -> RootKey {
    RootKey(ROOT)
}

fn digits() -> String {
    cloud_media_digits(&ROOT, "Media/WhatsApp Images/a.jpg", &[7; 16])
}

fn name() -> CloudMediaName {
    CloudMediaName::from_file_name(&format!("{}.mcrypt1", digits())).unwrap()
}

/// A JPEG by its first bytes, longer than one piece.
fn picture() -> Vec<u8> {
    let mut bytes = b"\xff\xd8\xff\xe0\x00\x10JFIF\0".to_vec();
    bytes.extend((0..200_000u32).flat_map(|n| n.wrapping_mul(2_654_435_761).to_le_bytes()));
    bytes
}

fn sealed(plain: &[u8], tail: CloudTail) -> Vec<u8> {
    encrypt_cloud_media(&ROOT, &digits(), plain, tail).unwrap()
}

fn decrypt(
    file: &[u8],
    name: CloudMediaName,
    key: &RootKey,
    expected: ExpectedMedia<'_>,
) -> Result<CloudMedia<Vec<u8>>, CloudMediaError> {
    decrypt_cloud_media(
        &mut Cursor::new(file),
        &name,
        key,
        &expected,
        LIMIT,
        Vec::new(),
    )
}

fn verified(done: Result<CloudMedia<Vec<u8>>, CloudMediaError>) -> Vec<u8> {
    match done {
        Ok(CloudMedia::Verified(VerifiedMedia { inner, .. })) => inner,
        other => panic!("not verified: {:?}", other.map(|_| "unverified")),
    }
}

fn unverified(done: Result<CloudMedia<Vec<u8>>, CloudMediaError>) -> Vec<u8> {
    match done {
        Ok(CloudMedia::Unverified(UnverifiedMedia { inner, .. })) => inner,
        other => panic!("not unverified: {:?}", other.map(|_| "verified")),
    }
}

#[test]
fn a_file_with_a_tag_is_verified_and_loses_it() {
    let file = sealed(&picture(), CloudTail::Tag);
    let done = decrypt(&file, name(), &root(), ExpectedMedia::default());
    assert_eq!(verified(done), picture());
}

#[test]
fn a_file_without_a_tag_is_unverified_unless_its_hash_is_known() {
    let file = sealed(&picture(), CloudTail::Nothing);
    let guessed = ExpectedMedia {
        mime: Some("image/jpeg"),
        ..ExpectedMedia::default()
    };
    assert_eq!(
        unverified(decrypt(&file, name(), &root(), guessed)),
        picture()
    );
    let known = ExpectedMedia {
        sha256: Some(Sha256::digest(picture()).into()),
        ..guessed
    };
    assert_eq!(verified(decrypt(&file, name(), &root(), known)), picture());
}

#[test]
fn a_tag_that_does_not_match_is_no_part_of_the_picture_where_the_size_is_known() {
    let mut file = sealed(&picture(), CloudTail::Tag);
    let last = file.len() - 1;
    file[last] ^= 1;
    let expected = ExpectedMedia {
        mime: Some("image/jpeg"),
        size: Some(picture().len() as u64),
        sha256: None,
    };
    assert_eq!(
        unverified(decrypt(&file, name(), &root(), expected)),
        picture()
    );
}

#[test]
fn content_of_another_kind_than_expected_is_refused() {
    let file = sealed(&picture(), CloudTail::Nothing);
    for mime in ["audio/ogg; codecs=opus", "video/mp4", "text/plain"] {
        let expected = ExpectedMedia {
            mime: Some(mime),
            ..ExpectedMedia::default()
        };
        let done = decrypt(&file, name(), &root(), expected);
        assert!(
            matches!(done, Err(CloudMediaError::WrongKeyOrDamaged)),
            "{mime}"
        );
    }
}

#[test]
fn a_wrong_key_a_wrong_name_and_a_cut_file_are_refused() {
    let other_name = CloudMediaName::from_file_name(&format!("{}.mcrypt1", "0".repeat(64)));
    let expected = ExpectedMedia {
        mime: Some("image/jpeg"),
        ..ExpectedMedia::default()
    };
    for tail in [CloudTail::Tag, CloudTail::Nothing] {
        let file = sealed(&picture(), tail);
        for (name, key) in [(name(), RootKey([0x43; 32])), (other_name.unwrap(), root())] {
            let done = decrypt(&file, name, &key, expected);
            assert!(matches!(done, Err(CloudMediaError::WrongKeyOrDamaged)));
        }
    }
    // Cut, it still begins as a picture: shown as what it is, never as proved.
    let file = sealed(&picture(), CloudTail::Tag);
    let cut = decrypt(&file[..1000], name(), &root(), expected);
    assert_eq!(unverified(cut).len(), 1000);
    for short in 0..=16 {
        let done = decrypt(
            &file[..short],
            name(),
            &root(),
            ExpectedMedia {
                mime: Some("audio/ogg"),
                ..ExpectedMedia::default()
            },
        );
        assert!(
            matches!(done, Err(CloudMediaError::WrongKeyOrDamaged)),
            "{short}"
        );
    }
}

#[test]
fn a_file_larger_than_allowed_is_not_read() {
    let file = sealed(&vec![0xff; 1 << 20], CloudTail::Tag);
    let done = decrypt(&file, name(), &root(), ExpectedMedia::default());
    assert!(matches!(
        done,
        Err(CloudMediaError::TooLarge { limit: LIMIT })
    ));
}

#[test]
fn a_look_tells_which_message_a_file_belongs_to_in_both_forms() {
    let sha256: [u8; 32] = Sha256::digest(picture()).into();
    for tail in [CloudTail::Tag, CloudTail::Nothing] {
        let file = sealed(&picture(), tail);
        let go_on = &mut |_| ControlFlow::Continue(());
        let look = look_at_cloud_media(&mut Cursor::new(&file), &name(), &root(), go_on).unwrap();
        assert!(look.holds(&sha256) && look.known_kind);
        assert_eq!(look.tag_matches, tail == CloudTail::Tag);
        assert!(!look.holds(&[0; 32]));
    }
    let stop = &mut |_| ControlFlow::Break(());
    let file = sealed(&picture(), CloudTail::Tag);
    let stopped = look_at_cloud_media(&mut Cursor::new(&file), &name(), &root(), stop);
    assert!(matches!(stopped, Err(CloudMediaError::Cancelled)));
}

#[test]
fn only_64_digits_are_a_name() {
    let digits = digits();
    assert!(
        CloudMediaName::from_file_name(&format!("{}.MCRYPT1", digits.to_uppercase())).is_some()
    );
    for bad in [
        digits.clone(),
        format!("{digits}.jpg"),
        format!("{}.mcrypt1", digits.get(1..).unwrap()),
        format!("g{}.mcrypt1", digits.get(1..).unwrap()),
        format!("+{}.mcrypt1", digits.get(1..).unwrap()),
        ".mcrypt1".to_owned(),
        "ö".repeat(32) + ".mcrypt1",
    ] {
        assert_eq!(CloudMediaName::from_file_name(&bad), None, "{bad}");
    }
}

#[test]
fn metadata_names_the_file_and_is_believed_only_under_its_key() {
    let json =
        r#"{"name":"Media/WhatsApp Images/a.jpg","updateTime":"2026-11-22T10:00:00Z","x":1}"#;
    let text = encrypt_cloud_metadata(&ROOT, &[3; 16], json);
    let read = read_cloud_metadata(format!("{text}\n").as_bytes(), &root()).unwrap();
    assert_eq!(read.name, "Media/WhatsApp Images/a.jpg");
    assert_eq!(read.updated.as_deref(), Some("2026-11-22T10:00:00Z"));
    let unpadded = text.trim_end_matches('=');
    assert!(read_cloud_metadata(unpadded.as_bytes(), &root()).is_ok());
    assert!(matches!(
        read_cloud_metadata(text.as_bytes(), &RootKey([1; 32])),
        Err(CloudMetadataError::WrongKeyOrDamaged)
    ));
    assert_eq!(
        CloudMediaName::from_metadata_file_name(&format!("{}.mcrypt1-metadata", digits())),
        Some(name())
    );
}

#[test]
fn bytes_that_are_no_metadata_are_refused() {
    let long = vec![b'A'; 1 << 20];
    for bad in [&b""[..], b"????", b"EA==", &[0xff; 40], &long] {
        assert!(matches!(
            read_cloud_metadata(bad, &root()),
            Err(CloudMetadataError::NotMetadata)
        ));
    }
    for json in ["", "[]", "{\"name\":5}", "{\"title\":\"a\"}"] {
        let text = encrypt_cloud_metadata(&ROOT, &[3; 16], json);
        assert!(matches!(
            read_cloud_metadata(text.as_bytes(), &root()),
            Err(CloudMetadataError::UnknownForm)
        ));
    }
}

/// The derivation as it is told: HMAC over a zero key, then HMAC in a chain; so nothing here leans on one library alone.
#[test]
fn key_and_iv_are_the_first_48_bytes_of_the_chain() {
    use hmac::{Hmac, KeyInit, Mac};
    let mac = |key: &[u8], parts: &[&[u8]]| {
        let mut mac = Hmac::<Sha256>::new_from_slice(key).unwrap();
        parts.iter().for_each(|part| mac.update(part));
        mac.finalize().into_bytes()
    };
    let name = [0xab; 32];
    let extracted = mac(&[0; 32], &[&ROOT]);
    let first = mac(&extracted, &[&name, &[1]]);
    let second = mac(&extracted, &[&first, &name, &[2]]);
    let (key, iv) = derive_media_key(&name, &ROOT);
    assert_eq!(*key.0, *first);
    assert_eq!(iv, second[..16]);
}
