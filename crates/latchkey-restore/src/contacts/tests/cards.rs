//! Claims about vCards as phones and programs write them.

use super::{book, pair, read, try_read, vcard};
use proptest::prelude::*;

#[test]
fn versions_3_and_4_are_read() {
    let text = "BEGIN:VCARD\r\nVERSION:3.0\r\nFN:Ana López\r\nTEL;TYPE=CELL:+34 600 111 222\r\nEND:VCARD\r\n\
                BEGIN:VCARD\r\nVERSION:4.0\r\nFN:Ben\r\nTEL;VALUE=uri;TYPE=\"voice,cell\";PREF=1:tel:+44-20-7946-0018\r\nEND:VCARD\r\n";
    assert_eq!(
        read(text, ""),
        [
            pair("34600111222", "Ana López"),
            pair("442079460018", "Ben")
        ]
    );
}

#[test]
fn version_2_1_is_read_as_android_phones_export_it() {
    // Quoted-printable with soft line breaks, a picture, a label of one's own, a group of two numbers.
    let text = "BEGIN:VCARD\r\nVERSION:2.1\r\n\
        N;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:=4C=C3=B3=70=65=7A;=41=6E=61;;;\r\n\
        FN;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:=41=6E=61=20=4C=C3=B3=\r\n=70=65=7A\r\n\
        NOTE;ENCODING=QUOTED-PRINTABLE:not hers:=0D=0A=\r\nTEL;CELL:+34699999999=0D=0A=\r\nEND:VCARD\r\n\
        TEL;CELL;PREF:+34600111222\r\n\
        TEL;X-CUSTOM(CHARSET=UTF-8,ENCODING=QUOTED-PRINTABLE,=54=C3=ADa):+34 600 111 333\r\n\
        TEL;X-My label:+34600111444\r\n\
        PHOTO;ENCODING=BASE64;JPEG:/9j/4AAQSkZJRgABAQAAAQABAAD/2wBDAAoHBwgHBgoICAgLCgoL\r\n \
        DhgQDg0NDh0VFhEYIx8lJCIfIiEmKzcvJik0KSEiMEExNDk7Pj4+JS5ESUM8SDc9Pjv/2wBDAQoL\r\n\r\n\
        END:VCARD\r\n";
    assert_eq!(
        read(text, ""),
        [
            pair("34600111222", "Ana López"),
            pair("34600111333", "Ana López"),
            pair("34600111444", "Ana López"),
        ]
    );
}

#[test]
fn quoted_printable_without_a_charset_is_utf_8_where_it_can_be() {
    let card = |name: &str| {
        format!(
            "BEGIN:VCARD\nVERSION:2.1\nFN;ENCODING=QUOTED-PRINTABLE:{name}\nTEL:+34600111222\nEND:VCARD\n"
        )
    };
    assert_eq!(
        read(&card("L=C3=B3pez"), ""),
        [pair("34600111222", "López")]
    );
    assert_eq!(read(&card("L=F3pez"), ""), [pair("34600111222", "López")]);
    let named = "BEGIN:VCARD\nVERSION:2.1\nFN;CHARSET=ISO-8859-2;ENCODING=QUOTED-PRINTABLE:=A3ukasz\n\
                 TEL:+34600111222\nEND:VCARD\n";
    assert_eq!(read(named, ""), [pair("34600111222", "Łukasz")]);
}

#[test]
fn cards_in_other_encodings_are_read() {
    let text = "BEGIN:VCARD\r\nVERSION:2.1\r\nFN:Günther\r\nTEL:+493023125100\r\nEND:VCARD\r\n";
    let western: Vec<u8> = text
        .chars()
        .map(|c| u8::try_from(u32::from(c)).unwrap())
        .collect();
    let little: Vec<u8> = std::iter::once(0xfeff)
        .chain(text.encode_utf16())
        .flat_map(u16::to_le_bytes)
        .collect();
    let big: Vec<u8> = std::iter::once(0xfeff)
        .chain(text.encode_utf16())
        .flat_map(u16::to_be_bytes)
        .collect();
    let marked = [b"\xef\xbb\xbf", text.as_bytes()].concat();
    for bytes in [western, little, big, marked] {
        assert_eq!(
            try_read(&bytes, "").unwrap(),
            [pair("493023125100", "Günther")]
        );
    }
}

#[test]
fn apple_groups_and_google_and_samsung_extras_are_read() {
    let text = "BEGIN:VCARD\nVERSION:3.0\nPRODID:-//Apple Inc.//iPhone OS 17.0//EN\nN:Doe;Jane;;;\nFN:Jane Doe\n\
        item1.TEL;type=pref:\u{202a}+44 7700 900123\u{202c}\nitem1.X-ABLabel:_$!<Mobile>!$_\n\
        item2.TEL:+44 7700 900124\nitem2.X-ABLabel:Signal\\, Threema\nTEL;type=CELL;type=VOICE:tel:+447700900125\n\
        X-SOCIALPROFILE;type=twitter:http://twitter.com/jane\nEND:VCARD\n\
        BEGIN:VCARD\nVERSION:3.0\nFN:Müller\\, Max\nN:Müller;Max;;;\nTEL;TYPE=CELL:+493023125100\n\
        X-SAMSUNGADR;ENCODING=QUOTED-PRINTABLE:;;=53=74=72=\n=61=C3=9F=65;;;;\nCATEGORIES:myContacts\nEND:VCARD\n";
    assert_eq!(
        read(text, ""),
        [
            pair("447700900123", "Jane Doe"),
            pair("447700900124", "Jane Doe"),
            pair("447700900125", "Jane Doe"),
            pair("493023125100", "Müller, Max"),
        ]
    );
}

#[test]
fn a_card_without_a_shown_name_uses_the_parts_or_what_else_there_is() {
    let card =
        |lines: &str| format!("BEGIN:VCARD\nVERSION:3.0\n{lines}\nTEL:+34600111222\nEND:VCARD\n");
    for (lines, name) in [
        ("N:López;Ana;María;Dr.;", "Dr. Ana María López"),
        ("N:李;美玲;;;", "李美玲"),
        ("FN:\nN:;;;;\nNICKNAME:Anita\nORG:Bakery", "Anita"),
        ("ORG:Bakery;Shop 2", "Bakery Shop 2"),
        // Phones write the number where there is no name.
        ("FN:+34 600 111 222\nORG:Bakery", "Bakery"),
    ] {
        assert_eq!(
            read(&card(lines), ""),
            [pair("34600111222", name)],
            "{lines}"
        );
    }
    for nameless in ["NOTE:x", "FN:+34 600 111 222", "FN:\u{7}", "N:;;;;"] {
        assert!(
            try_read(card(nameless).as_bytes(), "").is_err(),
            "{nameless}"
        );
    }
}

#[test]
fn the_number_that_the_app_itself_knows_counts() {
    let text =
        "BEGIN:VCARD\nVERSION:3.0\nFN:Eva\nitem1.TEL;waid=34600111222:600 111 222\nEND:VCARD\n";
    assert_eq!(read(text, ""), [pair("34600111222", "Eva")]);
    let quoted = "BEGIN:VCARD\nVERSION:3.0\nFN:Eva\nitem1.TEL;type=CELL;waid=34600111222:+34 600 11 12 22\nEND:VCARD\n";
    assert_eq!(read(quoted, ""), [pair("34600111222", "Eva")]);
}

#[test]
fn a_broken_card_does_not_hide_the_next() {
    let text = "BEGIN:VCARD\nVERSION:3.0\nFN:Cut\n\nnonsense\nBEGIN:VCARD\nVERSION:3.0\nFN:Ben\nTEL:+442079460018\nEND:VCARD\n";
    assert_eq!(read(text, ""), [pair("442079460018", "Ben")]);
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
        format!(
            "BEGIN:VCARD\r\n{}FN:x\r\n",
            "TEL:+34600111333\r\n".repeat(100_000)
        ),
        format!("BEGIN:VCARD\r\nFN:\"{}", "\\".repeat(1_000_000)),
        "BEGIN:VCARD\r\nFN;ENCODING=QUOTED-PRINTABLE:=\r\n=".to_owned(),
        format!(
            "BEGIN:VCARD\r\nNOTE;ENCODING=QUOTED-PRINTABLE:{}",
            "=\r\n".repeat(100_000)
        ),
    ];
    for text in hostile {
        let found = read(&format!("{good}{text}"), "ES");
        assert!(found.contains(&pair("34600111222", "Ana")));
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(256))]

    #[test]
    fn any_bytes_are_read_or_refused(bytes in prop::collection::vec(any::<u8>(), 0..2000)) {
        let _ = try_read(&bytes, "ES");
        let mut inside = b"BEGIN:VCARD\nVERSION:2.1\nFN;ENCODING=QUOTED-PRINTABLE:".to_vec();
        inside.extend(&bytes);
        let _ = try_read(&inside, "ES");
    }

    #[test]
    fn whatever_stands_in_a_card_it_gives_no_more_than_it_has(
        lines in prop::collection::vec("(FN|N|TEL|ORG|item1\\.TEL|NOTE|PHOTO)(;[A-Z=\"();,-]{0,20})?:[ -~é上]{0,40}=?", 0..40),
    ) {
        let text = format!("BEGIN:VCARD\r\n{}\r\nEND:VCARD\r\n", lines.join("\r\n"));
        let mut numbers = 0;
        vcard::read(&mut text.as_bytes(), &mut |contact: book::Contact| {
            numbers += contact.numbers.len();
            Ok(())
        }).unwrap();
        // A number and the one that the app knows for it.
        prop_assert!(numbers <= 2 * lines.len());
    }
}
