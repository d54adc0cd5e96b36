//! Reading an identity that went through a person's hands, and telling where it went wrong.
//!
//! The text is bech32 (BIP 173): 58 characters after `AGE-SECRET-KEY-1`, the last six a checksum. Its alphabet has no
//! `1`, `B`, `I`, `O`, so those are read as the character they look like, and the checksum decides.

use age::x25519;
use zeroize::Zeroizing;

use super::ReadIdentityError;

/// What every identity starts with; printed as a group of its own.
pub(crate) const PREFIX: &str = "AGE-SECRET-KEY-1";
/// Characters in a printed group.
pub(crate) const GROUP: usize = 4;
/// Characters after the prefix: 52 for 32 bytes, 6 of checksum.
const CHARS: usize = 58;
/// The alphabet of BIP 173, upper case.
const ALPHABET: &[u8] = b"QPZRY9X8GF2TVDW0S3JN54KHCE6MUA7L";
/// The prefix as [`normalised`] leaves it, without its last character, which people also read as `I` or `L`.
const BARE_PREFIX: &str = "AGESECRETKEY";

/// Upper case, without blanks, dashes, dots and invisible characters; anything else stays to be refused.
pub(crate) fn normalised(text: &str) -> Zeroizing<String> {
    let mut out = Zeroizing::new(String::with_capacity(text.len()));
    out.extend(
        text.chars()
            .filter(|c| !is_separator(*c))
            .map(|c| c.to_ascii_uppercase()),
    );
    out
}

/// What people and printers put between characters.
fn is_separator(c: char) -> bool {
    c.is_whitespace()
        || c.is_control()
        || matches!(
            c,
            '-' | '_' | '.' | ',' | ':' | ';' | '|' | '/' | '·' | '•' | '\u{ad}' | '\u{2212}'
        )
        || matches!(c, '\u{2010}'..='\u{2015}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}')
        || matches!(
            c,
            '\u{2060}'
                ..='\u{2069}' | '\u{feff}' | '\u{fe58}' | '\u{fe63}' | '\u{ff0d}' | '\u{180e}'
        )
}

/// Every identity in `text`, which holds no comment lines.
pub(super) fn read_keys(text: &str) -> Result<Vec<x25519::Identity>, ReadIdentityError> {
    let bare = normalised(text);
    if bare.is_empty() {
        return Err(ReadIdentityError::NoIdentity);
    }
    let mut pieces = bare.split(BARE_PREFIX);
    let before = pieces.next().unwrap_or_default();
    let rest: Vec<&str> = pieces.collect();
    if rest.is_empty() {
        // The constant prefix may be left out: the groups alone say everything.
        return looks_copied(before)
            .then_some(())
            .ok_or(ReadIdentityError::NoIdentity)
            .and_then(|()| read_key(before, text))
            .map(|key| vec![key]);
    }
    if !before.is_empty() {
        return Err(ReadIdentityError::NoIdentity);
    }
    rest.iter()
        .map(|piece| read_key(without_separator(piece), text))
        .collect()
}

/// Drops the `1` that ends the prefix.
fn without_separator(piece: &str) -> &str {
    piece
        .strip_prefix(['1', 'I', 'L', 'i', 'l'])
        .unwrap_or(piece)
}

/// A text without prefix is worth judging only if it is about as long as an identity.
fn looks_copied(bare: &str) -> bool {
    bare.is_ascii() && (CHARS - 8..=CHARS + 8).contains(&bare.len())
}

fn read_key(characters: &str, typed: &str) -> Result<x25519::Identity, ReadIdentityError> {
    let found = characters.chars().count();
    if found != CHARS {
        return Err(ReadIdentityError::WrongLength {
            found,
            group: odd_group(typed),
        });
    }
    let mut letters = Zeroizing::new(Vec::with_capacity(CHARS));
    let mut bad = None;
    for (at, c) in characters.chars().enumerate() {
        match letter(c) {
            Some(known) => letters.push(known),
            None => {
                bad.get_or_insert(at);
                letters.push(b'Q');
            }
        }
    }
    if let Some(at) = bad {
        return Err(ReadIdentityError::BadCharacter {
            group: group_of(at),
        });
    }
    whole_key(&letters).ok_or_else(|| ReadIdentityError::Mistyped {
        group: wrong_group(&mut letters),
    })
}

/// The letter of the alphabet that `c` is, or that it looks like.
fn letter(c: char) -> Option<u8> {
    let c = match c {
        'O' => '0',
        'I' | '1' => 'L',
        'B' => '8',
        other => other,
    };
    let byte = u8::try_from(c).ok()?;
    ALPHABET.contains(&byte).then_some(byte)
}

fn whole_key(letters: &[u8]) -> Option<x25519::Identity> {
    let mut text = Zeroizing::new(String::with_capacity(PREFIX.len() + CHARS));
    text.push_str(PREFIX);
    text.push_str(std::str::from_utf8(letters).ok()?);
    text.parse().ok()
}

/// The group in which a single changed character would make the checksum right, if there is exactly one such group.
fn wrong_group(letters: &mut [u8]) -> Option<usize> {
    let mut suspect = None;
    for at in 0..letters.len() {
        let typed = letters[at];
        for candidate in ALPHABET {
            letters[at] = *candidate;
            if whole_key(letters).is_some() {
                match suspect {
                    Some(group) if group != group_of(at) => {
                        letters[at] = typed;
                        return None;
                    }
                    _ => suspect = Some(group_of(at)),
                }
            }
        }
        letters[at] = typed;
    }
    suspect
}

/// Printed groups are counted from 1; the prefix is group 0.
fn group_of(at: usize) -> usize {
    at / GROUP + 1
}

/// The first typed group of another length than the printed one, if groups were typed at all.
fn odd_group(typed: &str) -> Option<usize> {
    let words: Vec<&str> = typed
        .split(is_separator)
        .filter(|word| !word.is_empty())
        .collect();
    let prefix = words
        .iter()
        .position(|word| word.eq_ignore_ascii_case("KEY"))
        .map_or(0, |at| at + 1);
    let mut groups = words.get(prefix..)?.to_vec();
    if let Some(first) = groups.first_mut().filter(|_| prefix > 0) {
        *first = without_separator(first);
    }
    groups.retain(|group| !group.is_empty());
    let last = CHARS.div_ceil(GROUP);
    if groups.len() < last / 2 {
        return None;
    }
    let expected = |group: usize| if group == last { CHARS % GROUP } else { GROUP };
    let odd = (1..)
        .zip(&groups)
        .find(|(group, text)| text.chars().count() != expected(*group));
    odd.map(|(group, _)| group)
        .or(Some(groups.len() + 1))
        .filter(|group| *group <= last)
}
