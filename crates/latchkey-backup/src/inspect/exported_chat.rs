//! Recognises chats that the app itself exported, as text or in a ZIP (`docs/backup-format.md` 10), by the
//! shape of their first lines: dates in every order, digits in every script, names in any language.

use crate::archive::has_small_directory;
use crate::files::read_up_to;
use std::fs::File;
use std::io::{Seek, SeekFrom};
use zip::ZipArchive;

/// Bytes of text that are looked at.
const LOOK: usize = 16 * 1024;

/// Whether a text is an exported chat: at least two of its first lines begin with a date, a time and the
/// mark that follows them.
pub(super) fn is_text(bytes: &[u8]) -> bool {
    let look = bytes.get(..LOOK).unwrap_or(bytes);
    let text = match std::str::from_utf8(look) {
        Ok(text) => text,
        Err(error) if error.error_len().is_none() => {
            std::str::from_utf8(look.get(..error.valid_up_to()).unwrap_or_default())
                .unwrap_or_default()
        }
        Err(_) => return false,
    };
    let mut lines = text.lines().filter(|line| !line.trim().is_empty());
    let starts = lines.next().is_some_and(is_message_start);
    starts && (lines.take(200).any(is_message_start) || bytes.len() < 4096)
}

/// Whether a line begins as a message: `[date, time] Author: …` or `date, time - …`.
fn is_message_start(line: &str) -> bool {
    let line = line.trim_start_matches(is_mark);
    let (head, bracketed) = match line.strip_prefix('[') {
        Some(rest) => (rest.split_once(']').map(|(head, _)| head), true),
        None => (line.split_once(" - ").map(|(head, _)| head), false),
    };
    let Some(head) = head.filter(|head| head.chars().count() <= 48) else {
        return false;
    };
    // Date and time are at least five numbers: three of the date, two of the time.
    let mut numbers = 0usize;
    let mut in_number = false;
    let mut letters = 0usize;
    let mut clock = false;
    for character in head.chars() {
        let numeric = character.is_numeric();
        numbers += usize::from(numeric && !in_number);
        clock |= matches!(character, ':' | '.') && numbers >= 1;
        letters += usize::from(character.is_alphabetic());
        in_number = numeric;
    }
    let plausible = (5..=6).contains(&numbers) && letters <= 24 && clock;
    plausible
        && head
            .trim_start_matches(is_mark)
            .starts_with(char::is_numeric)
        && (bracketed || head.contains([',', ' ', '،']))
}

fn is_mark(character: char) -> bool {
    matches!(
        character,
        '\u{feff}' | '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}'
    )
}

/// Whether a ZIP holds an exported chat: a text at its top level that is one.
pub(super) fn is_in_zip(file: &mut File) -> bool {
    if !has_small_directory(file) || file.seek(SeekFrom::Start(0)).is_err() {
        return false;
    }
    let Ok(mut archive) = ZipArchive::new(file) else {
        return false;
    };
    let texts: Vec<_> = (0..archive.len())
        .filter(|&index| {
            archive.name_for_index(index).is_some_and(|name| {
                let name = name.unwrap_or_default();
                name.to_lowercase().ends_with(".txt") && !name.contains(['/', '\\'])
            })
        })
        .take(4)
        .collect();
    texts.into_iter().any(|index| {
        let Ok(mut member) = archive.by_index(index) else {
            return false;
        };
        read_up_to(&mut member, LOOK).is_ok_and(|text| is_text(&text))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn first_lines_in_many_languages_are_recognised() {
        let lines = [
            "\u{200e}[3/27/22, 21:41:35] Ana: hello",
            "[3/27/22, 9:41:00\u{202f}PM] Ana: hello",
            "23/03/2022, 13:31 - Ana: hello",
            "23.03.22, 13:31 - Ana: hallo",
            "23.03.22 13:31 - Ana: ahoj",
            "2016-06-27, 8:04:08 AM - Ana: hi",
            "[31/12/2022 11:40:26] Ana: hi",
            "1.1.2019 klo 12.00 - Ana: moi",
            "\u{200f}٢٣‏/٠٣‏/٢٠٢٢، ١٣:٣١ - Ana: مرحبا",
            "3/18/22, 9:41 p. m. - Ana: hola",
        ];
        for line in lines {
            assert!(is_message_start(line), "{line}");
            let text = format!("{line}\nand a second line\n{line}\n");
            assert!(is_text(text.as_bytes()), "{line}");
        }
    }

    #[test]
    fn other_texts_are_not_chats() {
        let texts = [
            "Dear Ana,\nsee you on 23/03/2022 at 13:31 - bring cake\n",
            "# Changelog\n\n## 1.2.3 - 2022-03-23\n",
            "0123 4567 89ab cdef 0123 4567 89ab cdef",
            "",
            "[package]\nname = \"a\"\nversion = \"0.1.0\"\n",
        ];
        for text in texts {
            assert!(!is_text(text.as_bytes()), "{text}");
        }
    }
}
