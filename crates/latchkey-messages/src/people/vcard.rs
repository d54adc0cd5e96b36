//! The name on a contact card (vCard 2.1 to 4), found without reading the rest of the card.
//!
//! It is only for showing who was shared; whoever imports the card reads all of it.

use crate::people::clean_name;

/// The name of the first card: `FN`, else the parts of `N`.
pub(crate) fn name(card: &str) -> Option<String> {
    property(card, "FN").or_else(|| {
        let parts = property(card, "N")?;
        let mut parts = parts.split(';').map(str::trim);
        let (family, given) = (parts.next().unwrap_or(""), parts.next().unwrap_or(""));
        clean_name(&format!("{given} {family}"))
    })
}

/// The first value of a property that is not empty; groups (`item1.FN`) and parameters are passed over.
fn property(card: &str, wanted: &str) -> Option<String> {
    let mut lines = card.lines().peekable();
    while let Some(line) = lines.next() {
        let Some((head, value)) = line.split_once(':') else {
            continue;
        };
        let mut words = head.split(';');
        let property = words.next().unwrap_or("").rsplit('.').next().unwrap_or("");
        if !property.eq_ignore_ascii_case(wanted) {
            continue;
        }
        let quoted = words.any(|word| word.to_ascii_uppercase().contains("QUOTED-PRINTABLE"));
        let mut value = value.to_owned();
        // A long line goes on in the next one, which begins with a space (RFC 6350, 3.2), or after a soft `=` break.
        while let Some(more) =
            lines.next_if(|next| next.starts_with([' ', '\t']) || (quoted && value.ends_with('=')))
        {
            if quoted && value.ends_with('=') {
                value.pop();
                value.push_str(more);
            } else {
                value.push_str(more.get(1..).unwrap_or_default());
            }
        }
        let value = if quoted { unquoted(&value) } else { value };
        if let Some(value) = clean_name(&unescaped(&value)) {
            return Some(value);
        }
    }
    None
}

/// Quoted-printable (RFC 2045, 6.7) as text.
fn unquoted(value: &str) -> String {
    let mut bytes = Vec::with_capacity(value.len());
    let mut rest = value.as_bytes();
    while let Some((&byte, after)) = rest.split_first() {
        let hex = after.get(..2).filter(|_| byte == b'=');
        let decoded = hex
            .and_then(|hex| std::str::from_utf8(hex).ok())
            .and_then(|hex| u8::from_str_radix(hex, 16).ok());
        bytes.push(decoded.unwrap_or(byte));
        rest = if decoded.is_some() {
            after.get(2..).unwrap_or_default()
        } else {
            after
        };
    }
    String::from_utf8_lossy(&bytes).into_owned()
}

/// Backslashes away (RFC 6350, 3.4).
fn unescaped(value: &str) -> String {
    let mut text = String::with_capacity(value.len());
    let mut characters = value.chars();
    while let Some(character) = characters.next() {
        match character {
            '\\' => match characters.next() {
                Some('n' | 'N') => text.push(' '),
                Some(escaped) => text.push(escaped),
                None => {}
            },
            other => text.push(other),
        }
    }
    text
}

/// Cuts a text to so many bytes at most, between two characters.
pub(crate) fn cut(text: &mut String, longest: usize) {
    if text.len() > longest {
        let end = (0..=longest).rev().find(|&at| text.is_char_boundary(at));
        text.truncate(end.unwrap_or(0));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_name_is_the_formatted_one_with_folds_groups_and_parameters() {
        let card = "BEGIN:VCARD\r\nVERSION:3.0\r\nN:Pérez;Ana;;;\r\nitem1.FN;CHARSET=utf-8:Ana\r\n  Pérez\\, Dr.\r\nEND:VCARD";
        assert_eq!(name(card).as_deref(), Some("Ana Pérez, Dr."));
    }

    #[test]
    fn without_a_formatted_name_the_parts_make_one() {
        assert_eq!(
            name("BEGIN:VCARD\nN:Pérez;Ana;;;\nFN:\nEND:VCARD").as_deref(),
            Some("Ana Pérez")
        );
        assert_eq!(name("BEGIN:VCARD\nEND:VCARD"), None);
    }

    #[test]
    fn old_cards_write_their_letters_in_hexadecimal() {
        let card = "FN;ENCODING=QUOTED-PRINTABLE;CHARSET=UTF-8:=D0=90=D0=\n=BD=D0=BD=D0=B0";
        assert_eq!(name(card).as_deref(), Some("Анна"));
        assert_eq!(unquoted("a=4=zz="), "a=4=zz=");
    }

    #[test]
    fn a_long_card_is_cut_between_characters() {
        let mut text = "aéé".to_owned();
        cut(&mut text, 4);
        assert_eq!(text, "aé");
    }
}
