//! The made-up cases that `UPDATE_EXPECTED=1` writes as files.

use super::{Case, Key};
use crate::phones::*;
use latchkey_backup::write::{HeaderFields, Pack, Recipe, Tail};

/// Every case, whole and damaged.
pub(super) fn all() -> Vec<Case> {
    let mut cases = whole_cases();
    cases.extend(content_cases());
    cases.extend(header_cases());
    cases.extend(damaged_cases());
    cases
}

fn whole_cases() -> Vec<Case> {
    let plain = database(300);
    let (root, device) = (Key::Root(ROOT), Key::Device([0x53; 32]));
    let tag_only = Recipe {
        tail: Tail::TagOnly,
        ..recipe()
    };
    let wrong_md5 = Recipe {
        tail: Tail::TagAndWrongMd5,
        ..recipe()
    };
    let flagless_wrong_md5 = Recipe {
        tail: Tail::TagAndWrongMd5,
        ..recipe().without_migrations()
    };
    vec![
        Case(
            "crypt15",
            "a database under the 64 digits",
            root,
            crypt15(&recipe(), &plain),
        ),
        Case(
            "crypt14",
            "a database under the device key",
            device,
            crypt14(&recipe(), &plain),
        ),
        Case(
            "crypt12",
            "the fixed header and the footer",
            device,
            crypt12(&recipe(), &plain),
        ),
        Case(
            "crypt15-multi-file",
            "a tag alone, no flags",
            root,
            crypt15(&multi_file(), &plain),
        ),
        Case(
            "crypt14-multi-file",
            "a tag alone, no flags",
            device,
            crypt14(&multi_file(), &plain),
        ),
        Case(
            "crypt15-flags-tag-only",
            "flags, but no checksum",
            root,
            crypt15(&tag_only, &plain),
        ),
        Case(
            "crypt15-contacts",
            "no flags, with checksum",
            root,
            crypt15(&recipe().without_migrations(), &plain),
        ),
        Case(
            "crypt15-wrong-md5",
            "only the checksum is damaged",
            root,
            crypt15(&wrong_md5, &plain),
        ),
        Case(
            "crypt14-wrong-md5",
            "only the checksum is damaged",
            device,
            crypt14(&wrong_md5, &plain),
        ),
        Case(
            "crypt12-wrong-md5",
            "only the checksum is damaged",
            device,
            crypt12(&wrong_md5, &plain),
        ),
        Case(
            "crypt15-flagless-wrong-md5",
            "a damaged checksum that nothing announced",
            root,
            crypt15(&flagless_wrong_md5, &plain),
        ),
        Case(
            "crypt15-counter-wraps",
            "the counter's low 32 bits wrap inside",
            root,
            wrapping(),
        ),
    ]
}

/// A backup whose counter wraps within 64 KiB: its IV was found by counting upwards, see the tests of `gcm`.
fn wrapping() -> Vec<u8> {
    let recipe = Recipe {
        iv: hex::decode(WRAPPING_IV).unwrap().try_into().unwrap(),
        pack: Pack::Bare,
        ..recipe()
    };
    crypt15(&recipe, &database(70_000))
}

/// For the file key of the root key `42…42`; `gcm::tests` checks that it still wraps.
const WRAPPING_IV: &str = include_str!("../wrapping_iv.txt");

fn content_cases() -> Vec<Case> {
    let root = Key::Root(ROOT);
    let bare = Recipe {
        pack: Pack::Bare,
        ..recipe()
    };
    let with = |pack, plain: &[u8]| {
        crypt15(
            &Recipe {
                pack,
                ..multi_file()
            },
            plain,
        )
    };
    let trailing = Recipe {
        after_zlib: vec![0; 9],
        ..recipe()
    };
    let zip = increment();
    let json = br#"{"theme":"dark","language":"en","tone":3}"#;
    let picture =
        b"RIFF\x1a\0\0\0WEBPVP8L\x0d\0\0\0\x2f\0\0\0\x10\x07\x10\x11\x11\x88\x88\xfe\x07\0";
    let mut cut = crypt15(&bare, b"");
    cut.truncate(cut.len());
    vec![
        Case(
            "content-database-bare",
            "not compressed",
            root,
            crypt15(&bare, &database(200)),
        ),
        Case(
            "content-zlib-1",
            "as the app compressed until about 2022",
            root,
            with(Pack::Zlib(1), &database(200)),
        ),
        Case(
            "content-zlib-0",
            "stored blocks",
            root,
            with(Pack::Zlib(0), &database(200)),
        ),
        Case(
            "content-increment",
            "a ZIP inside zlib",
            root,
            with(Pack::Zlib(9), &zip),
        ),
        Case(
            "content-zip-bare",
            "a ZIP as it is",
            root,
            with(Pack::Bare, &zip),
        ),
        Case(
            "content-json",
            "settings, compressed",
            root,
            with(Pack::Zlib(9), json),
        ),
        Case(
            "content-json-bare",
            "settings, as they are",
            root,
            with(Pack::Bare, json),
        ),
        Case(
            "content-picture",
            "a sticker, as it is",
            root,
            with(Pack::Bare, picture),
        ),
        Case(
            "content-tiny",
            "a secret of three bytes",
            root,
            with(Pack::Bare, &[1, 2, 3]),
        ),
        Case(
            "content-tiny-zlib",
            "a compressed secret of three bytes",
            root,
            with(Pack::Zlib(9), &[1, 2, 3]),
        ),
        Case("content-empty", "nothing at all", root, cut),
        Case(
            "content-trailing",
            "nine bytes after the zlib end",
            root,
            crypt15(&trailing, &database(200)),
        ),
    ]
}

/// A small ZIP with one stored member, as an increment begins.
fn increment() -> Vec<u8> {
    use std::io::Write;
    let mut zip = zip::ZipWriter::new(std::io::Cursor::new(Vec::new()));
    let stored = zip::write::SimpleFileOptions::default()
        .compression_method(zip::CompressionMethod::Stored)
        .last_modified_time(zip::DateTime::default());
    zip.start_file("header.json", stored).unwrap();
    zip.write_all(br#"{"header":{"app_version":"2.26.35.75"}}"#)
        .unwrap();
    zip.finish().unwrap().into_inner()
}

fn header_cases() -> Vec<Case> {
    let (root, plain) = (Key::Root(ROOT), database(200));
    let with = |header: HeaderFields| crypt15(&Recipe { header, ..recipe() }, &plain);
    let base = HeaderFields::default;
    let kind = |old, new| HeaderFields {
        key_type_deprecated: old,
        key_type: new,
        ..base()
    };
    let unknown = HeaderFields {
        // field 99 varint, field 100 bytes, field 101 fixed 64, field 102 fixed 32
        unknown_fields: hex::decode("98060aa20603616263a9060102030405060708b50601020304").unwrap(),
        ..base()
    };
    let long_passkey = HeaderFields {
        passkey_metadata: Some(vec![0xa5; 60_000]),
        ..passkey_header()
    };
    let bare = HeaderFields {
        key_type_deprecated: None,
        key_type: None,
        app_version: None,
        phone_suffix: None,
        backup_version: None,
        migrations: Vec::new(),
        ..base()
    };
    vec![
        Case(
            "header-2022",
            "field 1 alone: the kind of key is not stated",
            root,
            with(kind(Some(1), None)),
        ),
        Case(
            "header-old-kind",
            "field 1 names the digits",
            root,
            with(kind(Some(3), None)),
        ),
        Case(
            "header-password",
            "field 6 names a password; the digits open it",
            root,
            with(kind(Some(1), Some(2))),
        ),
        Case(
            "header-passkey",
            "over 500 bytes of passkey metadata",
            root,
            with(passkey_header()),
        ),
        Case(
            "header-passkey-unnamed",
            "passkey metadata without field 6",
            root,
            with(HeaderFields {
                key_type: None,
                ..passkey_header()
            }),
        ),
        Case(
            "header-passkey-60000",
            "the longest header that is read is 64 KiB",
            root,
            with(long_passkey),
        ),
        Case(
            "header-newer-kind",
            "a kind of key from the future",
            root,
            with(kind(Some(1), Some(9))),
        ),
        Case(
            "header-unknown-fields",
            "unknown fields of every width are skipped",
            root,
            with(unknown),
        ),
        Case("header-empty", "nothing but the IV", root, with(bare)),
    ]
}

fn damaged_cases() -> Vec<Case> {
    let (root, other) = (Key::Root(ROOT), Key::Root(OTHER_ROOT));
    let (device, other_device) = (Key::Device([0x53; 32]), Key::Device([0x99; 32]));
    let plain = database(300);
    let (c15, c14, c12) = (
        crypt15(&recipe(), &plain),
        crypt14(&recipe(), &plain),
        crypt12(&recipe(), &plain),
    );
    let multi = crypt15(&multi_file(), &plain);
    let flip = |bytes: &[u8], from_end: usize| {
        let mut bytes = bytes.to_vec();
        let at = bytes.len() - from_end;
        bytes[at] ^= 1;
        bytes
    };
    let cut = |bytes: &[u8], by: usize| bytes[..bytes.len() - by].to_vec();
    let mut broken_length = c15.clone();
    broken_length[4] ^= 0x40;
    let mut newer_cipher = c14.clone();
    let at = newer_cipher
        .windows(4)
        .position(|w| w == [0x0a, 2, 0, 1])
        .unwrap();
    newer_cipher[at + 3] = 2;
    let mut long = vec![0x81, 0x80, 0x04];
    long.resize(70_000, 0);
    vec![
        Case(
            "wrong-key-crypt15",
            "whole, and another key",
            other,
            c15.clone(),
        ),
        Case(
            "wrong-key-crypt14",
            "whole, and another key",
            other_device,
            c14.clone(),
        ),
        Case(
            "wrong-key-crypt12",
            "whole, and another key",
            other_device,
            c12.clone(),
        ),
        Case(
            "wrong-key-multi-file",
            "nothing tells",
            other,
            multi.clone(),
        ),
        Case(
            "wrong-kind-crypt15",
            "a device key for the 64 digits",
            device,
            c15.clone(),
        ),
        Case(
            "wrong-kind-crypt14",
            "digits for a device key",
            root,
            c14.clone(),
        ),
        Case(
            "tag-flipped",
            "the right key, a changed tag",
            root,
            flip(&c15, 20),
        ),
        Case(
            "body-flipped",
            "the right key, a changed body",
            root,
            flip(&c15, 60),
        ),
        Case(
            "body-flipped-crypt14",
            "the right key, a changed body",
            device,
            flip(&c14, 60),
        ),
        Case(
            "body-flipped-crypt12",
            "the right key, a changed body",
            device,
            flip(&c12, 60),
        ),
        Case(
            "body-flipped-multi-file",
            "the right key, a changed body",
            root,
            flip(&multi, 60),
        ),
        Case(
            "body-flipped-other-key",
            "the key cannot be judged",
            other,
            flip(&c15, 60),
        ),
        Case(
            "cut",
            "the right key, the end is missing",
            root,
            cut(&c15, 90),
        ),
        Case(
            "cut-multi-file",
            "the right key, the end is missing",
            root,
            cut(&multi, 90),
        ),
        Case(
            "cut-other-key",
            "the key cannot be judged",
            other,
            cut(&c15, 90),
        ),
        Case(
            "cut-in-the-header",
            "less than its header",
            root,
            c15[..60].to_vec(),
        ),
        Case(
            "header-broken",
            "a broken length inside the header",
            root,
            broken_length,
        ),
        Case("header-too-long", "a length over 64 KiB", root, long),
        Case(
            "cipher-version-2",
            "a cipher version from the future",
            device,
            newer_cipher,
        ),
        Case("not-encrypted", "a database as it is", root, plain),
        Case(
            "noise",
            "nothing known",
            root,
            (0..400u32).map(|n| ((n * n) >> 3) as u8 | 1).collect(),
        ),
    ]
}
