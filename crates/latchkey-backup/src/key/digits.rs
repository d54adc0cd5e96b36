//! The 64 digits as people type them (`docs/backup-format.md` 8.3).

use zeroize::{Zeroize, Zeroizing};

/// How many hexadecimal digits a key has.
pub(crate) const COUNT: usize = 64;

/// Digits in one group, as the app shows them.
const GROUP: usize = 4;

/// What is off in typed digits. Groups count from 0; there are 16 of 4 digits. It never holds digits.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum DigitsProblem {
    /// A character that no key has.
    #[error("a character that is no digit in group {}", group + 1)]
    BadCharacter {
        /// The group it stands in, counted by the digits before it.
        group: usize,
        /// The character.
        character: char,
        /// The digit it may have been meant for, as `o` for `0`.
        meant: Option<char>,
    },
    /// The text was typed in groups of four and one of them has more or fewer.
    #[error("group {} has {digits} digits", group + 1)]
    GroupLength {
        /// The group that is off.
        group: usize,
        /// How many digits it has.
        digits: usize,
    },
    /// Fewer than 64 digits.
    #[error("{digits} digits of 64")]
    TooShort {
        /// How many there are.
        digits: usize,
    },
    /// More than 64 digits.
    #[error("{digits} digits instead of 64")]
    TooLong {
        /// How many there are.
        digits: usize,
    },
}

impl DigitsProblem {
    /// Looks over digits while they are typed: what is off so far; `None` when they are complete.
    #[must_use]
    pub fn find(text: &str) -> Option<Self> {
        parse(text).err()
    }

    /// The group that is off (0 to 15), when it can be told.
    #[must_use]
    pub const fn group(&self) -> Option<usize> {
        match self {
            Self::BadCharacter { group, .. } | Self::GroupLength { group, .. } => Some(*group),
            Self::TooShort { .. } | Self::TooLong { .. } => None,
        }
    }
}

/// Reads 64 digits into the 32 bytes of a root key.
pub(super) fn parse(text: &str) -> Result<Zeroizing<[u8; 32]>, DigitsProblem> {
    let mut digits = Zeroizing::new([0u8; COUNT]);
    let mut count = 0usize;
    let mut bad = None;
    for character in significant(text) {
        let Some(value) = character.to_digit(16) else {
            bad = bad.or(Some((count, character)));
            count += 1;
            continue;
        };
        if let Some(slot) = digits.get_mut(count) {
            *slot = u8::try_from(value).unwrap_or_default();
        }
        count += 1;
    }
    if let Some((at, character)) = bad {
        return Err(DigitsProblem::BadCharacter {
            group: (at / GROUP).min(COUNT / GROUP - 1),
            character,
            meant: look_alike(character),
        });
    }
    if count != COUNT {
        return Err(wrong_length(text, count));
    }
    let mut root = Zeroizing::new([0u8; 32]);
    for (byte, pair) in root.iter_mut().zip(digits.chunks_exact(2)) {
        *byte = pair[0] << 4 | pair[1];
    }
    Ok(root)
}

/// Names the group that is off when the text was plainly typed in groups of four.
fn wrong_length(text: &str, count: usize) -> DigitsProblem {
    let mut lengths = Vec::new();
    let mut current = 0usize;
    for character in text.chars() {
        if is_invisible(character) {
            continue;
        }
        if is_separator(character) {
            lengths.extend((current > 0).then_some(current));
            current = 0;
        } else {
            current += 1;
        }
    }
    lengths.extend((current > 0).then_some(current));
    let grouped = lengths.len() == COUNT / GROUP;
    let mut off = lengths.iter().enumerate().filter(|(_, n)| **n != GROUP);
    match (off.next(), off.next()) {
        (Some((group, &digits)), None) if grouped => DigitsProblem::GroupLength { group, digits },
        _ if count < COUNT => DigitsProblem::TooShort { digits: count },
        _ => DigitsProblem::TooLong { digits: count },
    }
}

/// The characters of a typed key without separators and invisible marks; full-width forms made plain.
pub(crate) fn significant(text: &str) -> impl Iterator<Item = char> {
    text.chars()
        .filter(|&c| !is_separator(c) && !is_invisible(c))
        .map(|c| match c {
            // Full-width digits and letters, as some keyboards write them.
            '\u{ff01}'..='\u{ff5e}' => char::from_u32(u32::from(c) - 0xfee0).unwrap_or(c),
            _ => c,
        })
}

fn is_separator(character: char) -> bool {
    character.is_whitespace()
        || matches!(
            character,
            '\u{2010}'..='\u{2015}' | '\u{2212}' | '\u{fe58}' | '\u{fe63}'
        )
        || matches!(
            character,
            '-' | ':' | '.' | ',' | ';' | '_' | '/' | '|' | '·' | '•'
        )
}

/// Zero-width characters, direction marks, soft hyphens and byte-order marks that pasting brings along.
fn is_invisible(character: char) -> bool {
    matches!(
        character,
        '\u{ad}' | '\u{180e}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}'
            | '\u{2060}'..='\u{2069}' | '\u{fe0e}' | '\u{fe0f}' | '\u{feff}'
    )
}

/// The hexadecimal digit that a wrong character is easily taken for.
pub(crate) fn look_alike(character: char) -> Option<char> {
    match character {
        'o' | 'O' | 'Q' | 'ο' | 'о' | 'О' => Some('0'),
        'l' | 'L' | 'i' | 'I' | '!' | 'ı' => Some('1'),
        'z' | 'Z' => Some('2'),
        's' | 'S' | '$' => Some('5'),
        'G' => Some('6'),
        't' | 'T' => Some('7'),
        '&' | 'ß' => Some('8'),
        'g' | 'q' => Some('9'),
        'а' | 'А' => Some('a'),
        'в' | 'В' | 'β' => Some('b'),
        'с' | 'С' | '(' => Some('c'),
        'е' | 'Е' | 'é' | 'è' => Some('e'),
        _ => None,
    }
}

/// Decodes text that an editor saved as UTF-8 or UTF-16, with or without its mark.
pub(super) fn decode_text(bytes: &[u8]) -> Option<Zeroizing<String>> {
    let wide = |decode: fn([u8; 2]) -> u16| {
        let units = bytes[2..]
            .chunks_exact(2)
            .map(|pair| decode([pair[0], pair[1]]));
        let mut text = String::with_capacity(bytes.len());
        for character in char::decode_utf16(units) {
            match character {
                Ok(character) => text.push(character),
                Err(_) => {
                    text.zeroize();
                    return None;
                }
            }
        }
        Some(Zeroizing::new(text))
    };
    match bytes {
        [0xff, 0xfe, ..] => wide(u16::from_le_bytes),
        [0xfe, 0xff, ..] => wide(u16::from_be_bytes),
        _ => std::str::from_utf8(bytes)
            .ok()
            .map(|text| Zeroizing::new(text.to_owned())),
    }
}
