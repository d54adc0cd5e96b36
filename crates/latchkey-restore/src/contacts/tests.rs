//! Claims about reading address books.

use super::*;

fn read(text: &str, home: &str) -> Vec<(String, String)> {
    let found = entries(text, Region::from_code(home).ok()).unwrap();
    found
        .into_iter()
        .map(|entry| (entry.phone, entry.name))
        .collect()
}

fn pair(phone: &str, name: &str) -> (String, String) {
    (phone.to_owned(), name.to_owned())
}

#[test]
fn versions_3_and_4_are_read() {
    let text = "BEGIN:VCARD\r\nVERSION:3.0\r\nFN:Ana López\r\nTEL;TYPE=CELL:+34 600 111 222\r\nEND:VCARD\r\n\
                BEGIN:VCARD\r\nVERSION:4.0\r\nFN:Ben\r\nTEL;VALUE=uri:tel:+44-20-7946-0018\r\nEND:VCARD\r\n";
    assert_eq!(
        read(text, ""),
        [
            pair("34600111222", "Ana López"),
            pair("442079460018", "Ben")
        ]
    );
}

#[test]
fn a_number_without_country_code_is_one_of_the_home_country() {
    let text = "BEGIN:VCARD\nVERSION:3.0\nFN:Ana\nTEL:600 111 222\nEND:VCARD\n";
    assert_eq!(read(text, "ES"), [pair("34600111222", "Ana")]);
    assert_eq!(read(text, ""), []);
}

#[test]
fn a_card_without_a_shown_name_uses_the_parts_or_the_organisation() {
    let text = "BEGIN:VCARD\nVERSION:3.0\nN:López;Ana;María;Dr.;\nTEL:+34600111222\nEND:VCARD\n\
                BEGIN:VCARD\nVERSION:3.0\nORG:Bakery\nTEL:+34600111333\nEND:VCARD\n\
                BEGIN:VCARD\nVERSION:3.0\nTEL:+34600111444\nEND:VCARD\n";
    assert_eq!(
        read(text, ""),
        [
            pair("34600111222", "Dr. Ana María López"),
            pair("34600111333", "Bakery")
        ]
    );
}

#[test]
fn the_number_that_the_app_itself_knows_counts() {
    let text =
        "BEGIN:VCARD\nVERSION:3.0\nFN:Eva\nitem1.TEL;waid=34600111222:600 111 222\nEND:VCARD\n";
    assert_eq!(read(text, ""), [pair("34600111222", "Eva")]);
}

#[test]
fn numbers_with_an_older_form_have_two_spellings() {
    let of = |number: &str| spellings(number, None);
    assert!(of("+52 55 1234 5678").contains(&"5215512345678".to_owned()));
    assert!(of("+55 11 98765 4321").contains(&"551187654321".to_owned()));
    assert!(of("+54 9 11 2345 6789").contains(&"5491123456789".to_owned()));
}

#[test]
fn the_home_country_is_the_one_of_most_numbers() {
    let phones = ["34600111222", "34600111333", "442079460018"];
    assert_eq!(guess_home_country(phones.into_iter()), "ES");
    assert_eq!(guess_home_country(std::iter::empty()), "");
}

#[test]
fn a_file_without_cards_is_no_address_book() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("notes.vcf");
    std::fs::write(&path, b"hello\n").unwrap();
    assert!(matches!(
        read_contacts(&path, ""),
        Err(ReadContactsError::NotContacts { .. })
    ));
    assert!(matches!(
        read_contacts(&folder.path().join("gone.vcf"), ""),
        Err(ReadContactsError::Io { .. })
    ));
}

#[test]
fn a_broken_card_does_not_hide_the_next() {
    let text = "BEGIN:VCARD\nVERSION:3.0\nFN:Cut\n\nnonsense\nBEGIN:VCARD\nVERSION:3.0\nFN:Ben\nTEL:+442079460018\nEND:VCARD\n";
    let found = entries(text, None).unwrap();
    assert!(found.iter().all(|entry| entry.phone == "442079460018"));
}

#[test]
fn a_hostile_file_is_stepped_over() {
    let good = "BEGIN:VCARD\r\nVERSION:3.0\r\nFN:Ana\r\nTEL:+34 600 111 222\r\nEND:VCARD\r\n";
    let hostile = [
        "BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\n".repeat(100_000),
        "BEGIN:VCARD\r\n".repeat(100_000),
        format!("BEGIN:VCARD\r\nFN;{}:x\r\n", "A=B;".repeat(100_000)),
        format!("BEGIN:VCARD\r\nN:{}\r\n", ";".repeat(1_000_000)),
        format!("BEGIN:VCARD\r\nTEL:{}\r\nFN:x\r\n", "+1".repeat(500_000)),
        format!("BEGIN:VCARD\r\nFN:\"{}", "\\".repeat(1_000_000)),
        "BEGIN:VCARD\r\nFN;ENCODING=QUOTED-PRINTABLE:=\r\n=".to_owned(),
    ];
    for text in hostile {
        let _ = entries(&text, Region::from_code("ES").ok());
        let found = entries(&format!("{good}{text}"), Region::from_code("ES").ok());
        assert!(found.unwrap().iter().any(|entry| entry.name == "Ana"));
    }
}
