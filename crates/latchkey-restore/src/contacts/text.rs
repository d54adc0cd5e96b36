//! Bytes of an address book as text: UTF-8, UTF-16 with its mark, else what Western programs write without saying so.

use mail_parser::decoders::charsets::map::charset_decoder;

/// How a file begins that says its own encoding.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Mark {
    /// None, or that of UTF-8.
    Bytes,
    /// UTF-16, either order.
    Utf16,
}

/// The mark at the beginning.
pub(super) fn mark(bytes: &[u8]) -> Mark {
    if bytes.starts_with(&[0xff, 0xfe]) || bytes.starts_with(&[0xfe, 0xff]) {
        Mark::Utf16
    } else {
        Mark::Bytes
    }
}

/// A whole text; `charset`: the one it claims, if any.
pub(super) fn decoded(bytes: &[u8], charset: Option<&str>) -> String {
    if mark(bytes) == Mark::Utf16 {
        return utf16(bytes);
    }
    let bytes = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes);
    if let Ok(text) = std::str::from_utf8(bytes) {
        return text.to_owned();
    }
    let named = charset
        .filter(|name| (1..=40).contains(&name.len()))
        .and_then(|name| charset_decoder(name.as_bytes()));
    match named.or_else(|| charset_decoder(b"windows-1252")) {
        Some(decode) => decode(bytes),
        None => String::from_utf8_lossy(bytes).into_owned(),
    }
}

fn utf16(bytes: &[u8]) -> String {
    let big = bytes.starts_with(&[0xfe, 0xff]);
    let units = bytes.chunks_exact(2).skip(1).map(|pair| match *pair {
        [first, second] if big => u16::from_be_bytes([first, second]),
        [first, second] => u16::from_le_bytes([first, second]),
        _ => 0,
    });
    char::decode_utf16(units)
        .map(|unit| unit.unwrap_or(char::REPLACEMENT_CHARACTER))
        .collect()
}
