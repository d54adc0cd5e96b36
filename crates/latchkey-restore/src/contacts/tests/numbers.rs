//! Claims about numbers as people write them.

use super::number::{countries, e164, letters, looks_like_one, region};

fn read(written: &str, home: &str) -> Option<String> {
    e164(written, region(home))
}

#[test]
fn a_number_is_read_however_it_is_written() {
    for written in [
        "+34 600 111 222",
        "+34-600-111-222",
        "0034 600 111 222",
        "tel:+34600111222",
        "TEL:+34-600-111-222",
        "\u{202a}+34 600 111 222\u{202c}",
        "+34\u{a0}600\u{a0}111\u{a0}222",
        "＋３４６００１１１２２２",
        "+34 (600) 111.222",
        "=\"+34600111222\"",
        "'+34600111222",
        "34600111222",
    ] {
        assert_eq!(
            read(written, "").as_deref(),
            Some("34600111222"),
            "{written}"
        );
        // The home country does not matter.
        assert_eq!(
            read(written, "GB").as_deref(),
            Some("34600111222"),
            "{written}"
        );
    }
}

#[test]
fn a_number_without_country_code_is_one_of_the_home_country() {
    for (written, home, digits) in [
        ("600 111 222", "ES", "34600111222"),
        ("030 23125 100", "DE", "493023125100"),
        ("0049 30 23125100", "ES", "493023125100"),
        ("011 49 30 23125100", "US", "493023125100"),
        ("(212) 555-0100", "us", "12125550100"),
        ("07700 900123", " GB ", "447700900123"),
        ("011 15-2345-6789", "AR", "5491123456789"),
        ("(11) 98765-4321", "BR", "5511987654321"),
        ("55 1234 5678", "MX", "525512345678"),
        ("8 (912) 345-67-89", "RU", "79123456789"),
        ("090-1234-5678", "JP", "819012345678"),
    ] {
        let found = read(written, home).unwrap_or_default();
        assert_eq!(found, digits, "{written} in {home}");
    }
    assert_eq!(read("600 111 222", ""), None);
    assert_eq!(read("600 111 222", "XX"), None);
}

#[test]
fn what_is_no_number_is_none() {
    for written in [
        "",
        "+",
        "tel:",
        "112",
        "*123#",
        "Mobile",
        "ana@example.org",
        "1985-04-12",
        "+1",
        "00",
        "٣",
        "3,46E+10",
        "+999999999999999999999",
        "\u{0}",
    ] {
        assert_eq!(read(written, "ES"), None, "{written}");
    }
    assert!(!looks_like_one("call Ana on 600111222"));
    assert!(looks_like_one("\u{202a}+34 600 111 222\u{202c}"));
}

#[test]
fn a_private_number_is_no_phone_number() {
    for private in [
        "+987654321098765",
        "987654321098765",
        "00987654321098765",
        "+123456789012345",
    ] {
        for home in ["", "US", "DE"] {
            assert_eq!(read(private, home), None, "{private}");
        }
    }
}

#[test]
fn the_home_country_is_the_one_of_most_numbers() {
    let phones = ["34600111222", "34600111333", "442079460018"];
    assert!(countries(std::iter::empty()).is_empty());
    let all: Vec<String> = countries(phones.into_iter())
        .into_iter()
        .map(letters)
        .collect();
    assert_eq!(all, ["ES", "GB"]);
}

#[test]
fn a_country_is_two_letters_that_have_numbers() {
    for country in ["ES", "es", " mx", "GB", "US"] {
        assert!(super::is_country(country), "{country}");
    }
    for none in ["", "E", "ESP", "XX", "001", "ZZ", "é"] {
        assert!(!super::is_country(none), "{none}");
    }
}
