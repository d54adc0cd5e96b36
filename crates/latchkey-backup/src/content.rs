//! Recognises decrypted content by its first bytes, strictly enough that a wrong key never looks right
//! (`docs/backup-format.md` 7).

use flate2::{Decompress, FlushDecompress, Status};
use serde::Serialize;

/// What a decrypted backup holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum Content {
    /// An SQLite database: chats, contacts, settings.
    Sqlite,
    /// A ZIP archive: an increment or stickers.
    Zip,
    /// JSON: settings.
    Json,
    /// Anything else: a picture, a small secret.
    Other,
}

/// How content is wrapped inside the encryption.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Packing {
    Zlib,
    Bare,
}

/// The first bytes of every SQLite database, decrypted.
pub(crate) const SQLITE_MAGIC: &[u8; 16] = b"SQLite format 3\0";

/// The first bytes of a ZIP archive's first member.
pub(crate) const ZIP_MAGIC: &[u8; 4] = b"PK\x03\x04";

/// How much plaintext the first look needs: enough to inflate well past the first 16 bytes.
pub(crate) const FIRST_LOOK: usize = 4096;

/// How many plain bytes are looked at for a magic: a ZIP's first header and the name after it.
const MAGIC_LOOK: usize = 64;

/// The shortest JSON that is recognised by its bytes alone.
const JSON_LOOK: usize = 32;

/// Judges the first bytes of a plaintext: how it is packed and what it holds, when they are known. Damage
/// after the first [`MAGIC_LOOK`] plain bytes does not change the answer.
pub(crate) fn judge(plaintext: &[u8]) -> Option<(Packing, Content)> {
    if has_zlib_header(plaintext) {
        let start = inflate_start(plaintext);
        return magic(&start).map(|content| (Packing::Zlib, content));
    }
    let start = plaintext.get(..MAGIC_LOOK).unwrap_or(plaintext);
    magic(start).map(|content| (Packing::Bare, content))
}

/// As [`judge`], and everything given must inflate without an error: for keys that nobody typed.
pub(crate) fn judge_strictly(plaintext: &[u8]) -> Option<(Packing, Content)> {
    let (packing, content) = judge(plaintext)?;
    (packing == Packing::Bare || inflates(plaintext)).then_some((packing, content))
}

/// How a plaintext is packed and what it holds, once its tag has proved it right: no magic is needed.
pub(crate) fn judge_proved(plaintext: &[u8]) -> (Packing, Content) {
    let packing = if has_zlib_header(plaintext) && inflates(plaintext) {
        Packing::Zlib
    } else {
        Packing::Bare
    };
    judge(plaintext).unwrap_or((packing, Content::Other))
}

/// The four headers of RFC 1950 for deflate with a 32 KiB window and no dictionary.
pub(crate) fn has_zlib_header(bytes: &[u8]) -> bool {
    matches!(bytes, [0x78, 0x01 | 0x5e | 0x9c | 0xda, ..])
}

/// The first [`MAGIC_LOOK`] bytes of a zlib stream, or fewer when it ends or breaks before.
pub(crate) fn inflate_start(bytes: &[u8]) -> Vec<u8> {
    let mut inflate = Decompress::new(true);
    let mut out = vec![0u8; MAGIC_LOOK];
    // What came out before a fault still counts: damage further on is not the key's.
    let _ = inflate.decompress(bytes, &mut out, FlushDecompress::None);
    out.truncate(usize::try_from(inflate.total_out()).unwrap_or_default());
    out
}

/// Whether all of this is the start of a zlib stream without a fault.
fn inflates(bytes: &[u8]) -> bool {
    let mut inflate = Decompress::new(true);
    let mut out = vec![0u8; FIRST_LOOK];
    loop {
        let before = (inflate.total_in(), inflate.total_out());
        let used = usize::try_from(before.0).unwrap_or(bytes.len());
        let rest = bytes.get(used..).unwrap_or_default();
        match inflate.decompress(rest, &mut out, FlushDecompress::None) {
            Ok(Status::StreamEnd) => return true,
            // Out of input: it was only the start of the stream.
            Ok(_) if before == (inflate.total_in(), inflate.total_out()) => return true,
            Ok(_) => {}
            Err(_) => return false,
        }
    }
}

/// Recognises content by its first bytes.
pub(crate) fn magic(bytes: &[u8]) -> Option<Content> {
    if bytes.starts_with(SQLITE_MAGIC) {
        return Some(Content::Sqlite);
    }
    if is_zip(bytes) {
        return Some(Content::Zip);
    }
    if is_picture(bytes) {
        return Some(Content::Other);
    }
    is_json(bytes).then_some(Content::Json)
}

/// A ZIP's first local header, with the fields that chance would not get right.
fn is_zip(bytes: &[u8]) -> bool {
    let Some(header) = bytes.first_chunk::<30>() else {
        return false;
    };
    let short = |at: usize| u16::from_le_bytes([header[at], header[at + 1]]);
    let (version, method, name) = (short(4), short(8), usize::from(short(26)));
    header.starts_with(ZIP_MAGIC)
        && version <= 63
        && matches!(method, 0 | 8 | 9 | 12 | 14 | 93)
        && (1..=1024).contains(&name)
        && bytes[30..].iter().take(name).all(|byte| *byte >= 0x20)
}

/// WebP, PNG and JPEG, as sticker and wallpaper backups hold them.
fn is_picture(bytes: &[u8]) -> bool {
    let at = |start: usize, text: &[u8]| bytes.get(start..).is_some_and(|b| b.starts_with(text));
    (at(0, b"RIFF") && at(8, b"WEBPVP8"))
        || at(0, b"\x89PNG\r\n\x1a\n")
        || (at(0, b"\xff\xd8\xff\xe0") && at(6, b"JFIF\0"))
        || (at(0, b"\xff\xd8\xff\xe1") && at(6, b"Exif\0\0"))
}

/// JSON, by its first bytes: an object or list of printable text. Anything shorter is left to the tag,
/// because a wrong key could look like it.
fn is_json(bytes: &[u8]) -> bool {
    if bytes.len() < JSON_LOOK {
        return false;
    }
    let text = match std::str::from_utf8(bytes) {
        Ok(text) => text,
        // A character may be cut at the end of the look, never elsewhere.
        Err(error) if error.error_len().is_none() => {
            let valid = bytes.get(..error.valid_up_to()).unwrap_or_default();
            std::str::from_utf8(valid).unwrap_or_default()
        }
        Err(_) => return false,
    };
    let next = |rest: &[u8], allowed: &[u8]| {
        let first = rest.trim_ascii_start().first();
        first.is_some_and(|byte| allowed.contains(byte))
    };
    let opens = match text.trim_ascii_start().as_bytes() {
        [b'{', rest @ ..] => next(rest, b"\"}"),
        [b'[', rest @ ..] => next(rest, b"[{\"]-0123456789tfn"),
        _ => false,
    };
    opens && !text.chars().any(|c| c.is_control() && !c.is_whitespace())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn json_is_recognised_and_binary_is_not() {
        assert!(is_json(br#"{"theme":"dark","tone":3,"wallpaper":null}"#));
        assert!(is_json(b"[ 12, 13, 14, 15, 16, 17, 18, 19, 20"));
        assert!(!is_json(b"{\"theme\0\":\"dark\",\"tone\":3,\"wallpaper\""));
        assert!(!is_json(b"{\"a\":1}"));
    }

    #[test]
    fn damage_after_the_magic_does_not_make_a_key_look_wrong() {
        use std::io::Write;
        let mut plain = SQLITE_MAGIC.to_vec();
        plain.extend((0..4000u32).flat_map(|n| n.wrapping_mul(2_654_435_761).to_le_bytes()));
        let mut zlib = flate2::write::ZlibEncoder::new(Vec::new(), flate2::Compression::fast());
        zlib.write_all(&plain).unwrap();
        let mut packed = zlib.finish().unwrap();
        packed.truncate(FIRST_LOOK);
        let known = Some((Packing::Zlib, Content::Sqlite));
        assert_eq!(judge(&packed), known);
        assert_eq!(judge_strictly(&packed), known);
    }

    #[test]
    fn a_zip_magic_alone_is_no_zip() {
        assert_eq!(magic(b"PK\x03\x04"), None);
        let mut header = b"PK\x03\x04\x14\0\0\0\x08\0".to_vec();
        header.extend([0; 16]);
        header.extend([11, 0, 0, 0]);
        header.extend(b"header.json");
        assert_eq!(magic(&header), Some(Content::Zip));
    }
}
