//! What single files are, told by their bytes.

use crate::phones::*;
use latchkey_backup::write::{HeaderFields, Recipe, device_key_file, digits, root_key_file};
use latchkey_backup::{
    BackupKey, Checksum, Container, DecryptError, Format, InspectError, Inspection, Purpose,
    Secret, inspect,
};
use std::io::Write;

fn format_of(bytes: &[u8]) -> Format {
    let desk = Desk::new();
    inspect(&desk.put("msgstore.db.crypt15", bytes))
        .unwrap()
        .format
}

fn zip_of(name: &str, text: &str) -> Vec<u8> {
    let mut zip = zip::ZipWriter::new(std::io::Cursor::new(Vec::new()));
    let options = zip::write::SimpleFileOptions::default();
    zip.start_file("00000035-PHOTO-2022-03-27-21-41-55.jpg", options)
        .unwrap();
    zip.write_all(&[0xff; 200]).unwrap();
    zip.start_file(name, options).unwrap();
    zip.write_all(text.as_bytes()).unwrap();
    zip.finish().unwrap().into_inner()
}

fn zlib(bytes: &[u8], level: u32) -> Vec<u8> {
    let level = flate2::Compression::new(level);
    let mut zlib = flate2::write::ZlibEncoder::new(Vec::new(), level);
    zlib.write_all(bytes).unwrap();
    zlib.finish().unwrap()
}

const CHAT: &str = "[23/03/2022, 13:31:02] Ana: hi\r\n[23/03/2022, 13:32:10] Bruno: hello\r\n";

#[test]
fn formats_are_told_by_bytes_whatever_the_name() {
    let mut png = b"\x89PNG\r\n\x1a\n".to_vec();
    png.resize(100, 1);
    let icon = [b"\0\0\x01\0\x01\0\x10\x10".to_vec(), vec![0; 200]].concat();
    let font = [b"\0\x01\0\0\0\x10".to_vec(), vec![3; 200]].concat();
    let cases: Vec<(&str, Vec<u8>, Format)> = vec![
        (
            "crypt12",
            crypt12(&recipe(), &database(99)),
            Format::Crypt12,
        ),
        (
            "crypt14",
            crypt14(&recipe(), &database(99)),
            Format::Crypt14,
        ),
        (
            "crypt15",
            crypt15(&recipe(), &database(99)),
            Format::Crypt15,
        ),
        ("database", database(99), Format::Sqlite),
        ("zlib 1", zlib(&database(99), 1), Format::Zlib),
        ("zlib 9", zlib(&database(99), 9), Format::Zlib),
        ("zip", zip_of("a.txt", "nothing of note"), Format::Zip),
        (
            "chat in a zip",
            zip_of("_chat.txt", CHAT),
            Format::ExportedChat,
        ),
        ("chat", CHAT.into(), Format::ExportedChat),
        (
            "device key",
            device_key_file(&device()).to_vec(),
            Format::KeyFile,
        ),
        ("root key", root_key_file(&ROOT).to_vec(), Format::KeyFile),
        ("raw key", ROOT.to_vec(), Format::KeyFile),
        (
            "typed key",
            digits(&ROOT).as_bytes().to_vec(),
            Format::KeyFile,
        ),
        ("picture", png, Format::Unknown),
        ("icon", icon, Format::Unknown),
        ("font", font, Format::Unknown),
        ("nothing", Vec::new(), Format::Unknown),
        ("a letter", b"x".to_vec(), Format::Unknown),
        (
            "x and caret",
            b"x\x5e is not compressed".to_vec(),
            Format::Unknown,
        ),
    ];
    for (what, bytes, format) in cases {
        assert_eq!(format_of(&bytes), format, "{what}");
    }
}

#[test]
fn a_header_says_everything_it_knows() {
    let desk = Desk::new();
    let bytes = crypt15(&recipe(), &database(400));
    let path = desk.put("msgstore-2026-11-01.1.db.crypt15", &bytes);
    let found = inspect(&path).unwrap();
    assert_eq!(found.secret, Secret::Digits);
    assert_eq!(found.end_to_end, Some(true));
    assert_eq!(found.app_version.as_deref(), Some("2.26.35.75"));
    assert_eq!(found.phone_suffix.as_deref(), Some("67"));
    assert_eq!(found.backup_version, Some(1));
    assert_eq!(found.migrations_finished.len(), 34);
    assert_eq!(found.container, Some(Container::SingleFile));
    assert_eq!(found.size, bytes.len() as u64);
    assert_eq!((found.whole, found.checksum), (None, None));
    assert!(found.created.is_some_and(|ms| ms > 1_600_000_000_000));
    assert!(found.is_full_backup());
    assert_eq!(found.with_checksum(Checksum::Ok).whole, Some(true));
}

#[test]
fn a_crypt12_footer_tells_the_number() {
    let desk = Desk::new();
    let found = inspect(&desk.put("a", &crypt12(&recipe(), &database(99)))).unwrap();
    assert_eq!(found.phone_suffix.as_deref(), Some("67"));
    assert_eq!(found.secret, Secret::DeviceKey);
    assert_eq!(found.end_to_end, Some(false));
}

#[test]
fn every_secret_is_read_from_fields_1_5_and_6() {
    let desk = Desk::new();
    let secret = |old, new, passkey: Option<usize>| {
        let header = HeaderFields {
            key_type_deprecated: old,
            key_type: new,
            passkey_metadata: passkey.map(|length| vec![1; length]),
            ..HeaderFields::default()
        };
        let recipe = Recipe { header, ..recipe() };
        let path = desk.put("backup", &crypt15(&recipe, &database(99)));
        inspect(&path).unwrap().secret
    };
    assert_eq!(secret(Some(1), Some(3), None), Secret::Digits);
    assert_eq!(secret(Some(1), Some(2), None), Secret::Password);
    assert_eq!(secret(Some(1), Some(4), Some(560)), Secret::Passkey);
    assert_eq!(secret(Some(1), None, Some(560)), Secret::Passkey);
    assert_eq!(secret(Some(2), None, None), Secret::Password);
    assert_eq!(secret(Some(1), None, None), Secret::EndToEndUnstated);
    assert_eq!(secret(Some(1), Some(77), None), Secret::EndToEndUnstated);
}

#[test]
fn hostile_words_in_a_header_are_left_out() {
    let desk = Desk::new();
    let header = HeaderFields {
        app_version: Some("2.26\u{1b}[2J".into()),
        phone_suffix: Some("<b>".into()),
        ..HeaderFields::default()
    };
    let bytes = crypt15(&Recipe { header, ..recipe() }, &database(99));
    let found = inspect(&desk.put("backup", &bytes)).unwrap();
    assert_eq!((found.app_version, found.phone_suffix), (None, None));
}

#[test]
fn a_cut_header_is_still_named_and_not_whole() {
    let desk = Desk::new();
    let bytes = crypt15(&recipe(), &database(99));
    let found = inspect(&desk.put("backup", &bytes[..60])).unwrap();
    assert_eq!((found.format, found.whole), (Format::Crypt15, Some(false)));
    let found = inspect(&desk.put("backup", &bytes[..2])).unwrap();
    assert_eq!(found.format, Format::Unknown);
}

#[test]
fn a_device_key_survives_being_kept_as_its_payload() {
    let key = device_key();
    let payload = key.device_payload().expect("a device key");
    let again = BackupKey::from_bytes(payload).unwrap();
    assert!(again.is_same(&key));
    assert!(root_key().device_payload().is_none());
}

#[test]
fn a_damaged_key_file_is_a_key_file_that_is_not_whole() {
    let desk = Desk::new();
    let mut file = device_key_file(&device()).to_vec();
    file[70] ^= 1;
    let found = inspect(&desk.put("key", &file)).unwrap();
    assert_eq!((found.format, found.whole), (Format::KeyFile, Some(false)));
}

#[test]
fn flags_name_a_chat_database_whose_name_says_nothing() {
    let desk = Desk::new();
    let found = |name: &str, recipe: &Recipe| -> Inspection {
        inspect(&desk.put(name, &crypt15(recipe, &database(99)))).unwrap()
    };
    assert_eq!(found("old phone", &recipe()).purpose, Purpose::FullDatabase);
    let contacts = recipe().without_migrations();
    assert_eq!(found("old phone", &contacts).purpose, Purpose::Other);
    assert_eq!(found("wa.db.crypt15", &contacts).purpose, Purpose::Contacts);
}

#[test]
fn missing_files_and_folders_are_said_as_such() {
    let desk = Desk::new();
    let missing = inspect(&desk.path("nowhere"));
    assert!(matches!(missing, Err(InspectError::NotFound { .. })));
    let folder = inspect(desk.0.path());
    assert!(matches!(folder, Err(InspectError::WrongKindOfPath { .. })));
}

#[test]
fn what_is_not_encrypted_needs_no_key() {
    let desk = Desk::new();
    let database = desk.put("msgstore.db.crypt15", &database(99));
    let outcome = crate::verdicts::open(&database, &root_key());
    let format = Format::Sqlite;
    assert!(matches!(outcome, Err(DecryptError::NotEncrypted { format: f }) if f == format));
}
