//! Claims about tables of contacts.

use super::{pair, read, try_read};
use proptest::prelude::*;

#[test]
fn what_google_contacts_exports_now_is_read() {
    let text = "First Name,Middle Name,Last Name,Phonetic First Name,Phonetic Middle Name,Phonetic Last Name,Name Prefix,\
        Name Suffix,Nickname,File As,Organization Name,Organization Title,Organization Department,Birthday,Notes,Photo,Labels,\
        E-mail 1 - Label,E-mail 1 - Value,Phone 1 - Label,Phone 1 - Value,Phone 2 - Label,Phone 2 - Value\n\
        Ana,,López,,,,,,,,,,,1985-04-12,,,* myContacts,* ,ana@example.org,Mobile,+34 600 111 222 ::: 600 111 333,Home,\n\
        美玲,,李,,,,,,,,,,,,,,* myContacts,,,Mobile,+1 212-555-0100,,\n\
        ,,,,,,,,,,Bakery,,,,,,* myContacts,,,Work,+34 910 111 222,,\n";
    assert_eq!(
        read(text, "ES"),
        [
            pair("34600111222", "Ana López"),
            pair("34600111333", "Ana López"),
            pair("12125550100", "李美玲"),
            pair("34910111222", "Bakery"),
        ]
    );
}

#[test]
fn what_google_contacts_exported_before_2024_is_read() {
    let text = "Name,Given Name,Additional Name,Family Name,Yomi Name,Birthday,Group Membership,E-mail 1 - Type,\
        E-mail 1 - Value,Phone 1 - Type,Phone 1 - Value,Phone 2 - Type,Phone 2 - Value,Organization 1 - Name\n\
        Ana López,Ana,,López,,1985-04-12,* myContacts,* Home,ana@example.org,Mobile,+34 600 111 222,Home,910 111 222,\n";
    let marked = [b"\xef\xbb\xbf", text.as_bytes()].concat();
    assert_eq!(
        try_read(&marked, "ES").unwrap(),
        [
            pair("34600111222", "Ana López"),
            pair("34910111222", "Ana López")
        ]
    );
    let wide: Vec<u8> = std::iter::once(0xfeff)
        .chain(text.encode_utf16())
        .flat_map(u16::to_le_bytes)
        .collect();
    assert_eq!(try_read(&wide, "ES").unwrap().len(), 2);
}

#[test]
fn what_outlook_exports_is_read() {
    let text = "\"Title\",\"First Name\",\"Middle Name\",\"Last Name\",\"Suffix\",\"Company\",\"Business Fax\",\"Business Phone\",\
        \"Home Phone\",\"Mobile Phone\",\"Birthday\",\"E-mail Address\"\r\n\
        \"Dr.\",\"Jane\",\"\",\"Doe\",\"\",\"ACME\",\"+44 20 7946 0018\",\"\",\"\",\"07700 900123\",\"0/0/00\",\"jane@example.org\"\r\n";
    assert_eq!(read(text, "GB"), [pair("447700900123", "Dr. Jane Doe")]);
    let german = "Anrede;Vorname;Weitere Vornamen;Nachname;Firma;Telefon geschäftlich;Mobiltelefon;Geburtstag\r\n\
        ;Günther;;Brandt;;030 23125 100;;12.04.1985\r\n";
    let western: Vec<u8> = german
        .chars()
        .map(|c| u8::try_from(u32::from(c)).unwrap())
        .collect();
    assert_eq!(
        try_read(&western, "DE").unwrap(),
        [pair("493023125100", "Günther Brandt")]
    );
}

#[test]
fn a_plain_table_is_read_whatever_its_head_says() {
    let rows = "Ana López{d}600111222\nBen{d}+44 7700 900123\n";
    for head in [
        "",
        "Name{d}Phone\n",
        "Nombre{d}Teléfono\n",
        "姓名{d}电话\n",
        "Ονοματεπώνυμο{d}Αριθμός\n",
        "sep={d}\nx{d}y\n",
    ] {
        for delimiter in [",", ";", "\t", "|"] {
            let text = format!("{head}{rows}").replace("{d}", delimiter);
            assert_eq!(
                read(&text, "ES"),
                [
                    pair("34600111222", "Ana López"),
                    pair("447700900123", "Ben")
                ],
                "{text}"
            );
        }
    }
    let turned = "+34600111222,Ana\n+34600111333,Ben\n";
    assert_eq!(
        read(turned, ""),
        [pair("34600111222", "Ana"), pair("34600111333", "Ben")]
    );
}

#[test]
fn dates_and_codes_are_no_numbers() {
    let text = "Name,Born,Town code,Number\nAna,1985-04-12,28013,600111222\nBen,1979-01-30,08001,600111333\n";
    assert_eq!(
        read(text, "ES"),
        [pair("34600111222", "Ana"), pair("34600111333", "Ben")]
    );
    let unnamed = "a,b,c,d\nAna,1985-04-12,28013,600111222\nBen,1979-01-30,08001,600111333\n";
    assert_eq!(
        read(unnamed, "ES"),
        [pair("34600111222", "Ana"), pair("34600111333", "Ben")]
    );
}

#[test]
fn first_and_last_name_may_be_headed_by_the_same_word_as_the_whole() {
    let spanish = "Nombre;Apellidos;Móvil\nAna;López;600111222\n";
    assert_eq!(read(spanish, "ES"), [pair("34600111222", "Ana López")]);
    let french = "Prénom;Nom;Téléphone\nAna;López;+34600111222\n";
    assert_eq!(read(french, ""), [pair("34600111222", "Ana López")]);
}

#[test]
fn what_a_spreadsheet_does_to_numbers_is_undone_where_it_can_be() {
    let text =
        "Name,Phone\nAna,=\"+34600111222\"\nBen,34600111333\nEva,3.46E+10\nKim,'+34600111444\n";
    assert_eq!(
        read(text, "ES"),
        [
            pair("34600111222", "Ana"),
            pair("34600111333", "Ben"),
            pair("34600111444", "Kim")
        ]
    );
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(256))]

    #[test]
    fn any_table_is_read_or_refused(text in "([a-z0-9+\",;|\\t é上=' -]{0,30}\n){0,30}") {
        let _ = try_read(text.as_bytes(), "ES");
    }

    #[test]
    fn a_row_gives_at_most_its_cells(cells in prop::collection::vec("\\+34600[0-9]{6}", 1..20)) {
        let heads: Vec<String> = (0..cells.len()).map(|n| format!("Phone {n}")).collect();
        let text = format!("Name,{}\nAna,{}\n", heads.join(","), cells.join(","));
        let found = read(&text, "");
        prop_assert!(found.len() <= cells.len());
        prop_assert!(found.iter().all(|(_, name)| name == "Ana"));
    }
}
