//! Claims about reading address books.

mod cards;
mod numbers;
mod tables;

use super::*;
use std::path::PathBuf;

/// A file that holds this.
fn file(bytes: &[u8]) -> (tempfile::TempDir, PathBuf) {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("contacts");
    std::fs::write(&path, bytes).unwrap();
    (folder, path)
}

fn try_read(bytes: &[u8], home: &str) -> Result<Vec<(String, String)>, ReadContactsError> {
    let (_folder, path) = file(bytes);
    let entries = read_contacts(&path, home)?;
    Ok(entries
        .into_iter()
        .map(|entry| (entry.phone, entry.name))
        .collect())
}

fn read(text: &str, home: &str) -> Vec<(String, String)> {
    try_read(text.as_bytes(), home).unwrap()
}

fn pair(phone: &str, name: &str) -> (String, String) {
    (phone.to_owned(), name.to_owned())
}

#[test]
fn what_is_wrong_with_a_file_is_said_in_one_word() {
    let only_names = "BEGIN:VCARD\nVERSION:3.0\nFN:Ana\nEND:VCARD\n";
    let local = "BEGIN:VCARD\nVERSION:3.0\nFN:Ana\nTEL:600 111 222\nEND:VCARD\n";
    for (bytes, reason) in [
        (b"".as_slice(), "empty"),
        (b"\xef\xbb\xbf \r\n", "not_contacts"),
        (b"\r\n  \n", "empty"),
        (b"hello\n", "not_contacts"),
        (b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", "not_contacts"),
        (b"PK\x03\x04\x14\0\0\0\x08\0", "not_contacts"),
        (only_names.as_bytes(), "no_numbers"),
        (b"Name,Town\nAna,Madrid\nBen,Leeds\n", "no_numbers"),
        (local.as_bytes(), "no_country"),
    ] {
        let error = try_read(bytes, "").unwrap_err();
        assert_eq!(error.reason(), Some(reason), "{bytes:?}");
        assert!(!error.to_string().contains("Ana"));
    }
    let folder = tempfile::tempdir().unwrap();
    let gone = read_contacts(&folder.path().join("gone.vcf"), "");
    assert!(matches!(gone, Err(ReadContactsError::Io { .. })));
    let folder = read_contacts(folder.path(), "");
    assert!(matches!(folder, Err(ReadContactsError::Io { .. })));
}

#[test]
fn more_than_an_address_book_can_be_is_refused() {
    let mut text = String::new();
    for n in 0..=book::MOST_CONTACTS {
        text.push_str(&format!("N{n},+34600{n:06}\n"));
    }
    let error = try_read(text.as_bytes(), "").unwrap_err();
    assert_eq!(error.reason(), Some("too_many"));
    let long = format!("Name,Phone\nAna,{}\n", "x".repeat(33 << 20));
    let error = try_read(long.as_bytes(), "").unwrap_err();
    assert_eq!(error.reason(), Some("too_many"));
}

#[test]
fn a_number_of_several_people_is_of_the_one_who_prefers_it_else_the_first() {
    let card = |name: &str, kind: &str| {
        format!("BEGIN:VCARD\nVERSION:3.0\nFN:{name}\nTEL;TYPE={kind}:+34600111222\nEND:VCARD\n")
    };
    let both = format!("{}{}", card("Ana", "HOME"), card("Ben", "CELL"));
    assert_eq!(read(&both, ""), [pair("34600111222", "Ana")]);
    let both = format!("{}{}", card("Ana", "HOME"), card("Ben", "CELL,PREF"));
    assert_eq!(read(&both, ""), [pair("34600111222", "Ben")]);
}

#[test]
fn the_country_is_the_one_under_which_most_numbers_are_somebodys() {
    let local = "BEGIN:VCARD\nVERSION:3.0\nFN:Ana\nTEL:600111222\nTEL:600333444\nEND:VCARD\n";
    let (_folder, path) = file(local.as_bytes());
    let book = read_book(&path).unwrap();
    let guess = |phones: &[&str]| book.guess_country(phones).map(number::letters);
    // Most people are British, but only as Spanish numbers are these anybody's.
    let british = ["447700900123", "447700900124", "447700900125"];
    let mut phones = british.to_vec();
    phones.push("34600111222");
    assert_eq!(guess(&phones).as_deref(), Some("ES"));
    assert_eq!(guess(&british).as_deref(), Some("GB"));
    assert_eq!(guess(&[]), None);
    let own = "BEGIN:VCARD\nVERSION:3.0\nFN:Ana\nTEL:600111222\nTEL:+34600333444\nEND:VCARD\n";
    let (_folder, path) = file(own.as_bytes());
    let guessed = read_book(&path).unwrap().guess_country(&[]);
    assert_eq!(guessed.map(number::letters).as_deref(), Some("ES"));
}
