//! The first bytes of the media that chats carry, strictly enough that a wrong key does not look like them.
//!
//! At least three fixed bytes each. MP3 and AAC without a container have fewer and are told by a tag or a hash only.

use crate::content;

/// Whether these first bytes are those of media of this type, or of any known kind where no type is given.
pub(super) fn is_known(head: &[u8], mime: Option<&str>) -> bool {
    let family = mime.and_then(|mime| mime.split_once('/')).map(|(f, _)| f);
    match family {
        Some("image") => is_picture(head),
        Some("video") => is_video(head),
        Some("audio") => is_sound(head),
        Some("text") => is_text(head),
        // Documents are of every kind, pictures and films too.
        _ => is_document(head) || is_picture(head) || is_video(head) || is_sound(head),
    }
}

fn at(head: &[u8], start: usize, text: &[u8]) -> bool {
    head.get(start..).is_some_and(|rest| rest.starts_with(text))
}

/// JPEG (T.81 B.1.1.3), PNG (RFC 2083 3.1), GIF (87a, 89a), WebP (RFC 9649 2.4), HEIF (ISO 23008-12).
fn is_picture(head: &[u8]) -> bool {
    let jpeg = at(head, 0, &[0xff, 0xd8, 0xff])
        && matches!(head.get(3), Some(0xc0..=0xcf | 0xdb | 0xe0..=0xef | 0xfe));
    jpeg || at(head, 0, b"\x89PNG\r\n\x1a\n")
        || at(head, 0, b"GIF87a")
        || at(head, 0, b"GIF89a")
        || is_riff(head, b"WEBP")
        || is_iso_media(head)
}

/// MP4 and 3GP (ISO 14496-12 4.3), Matroska and WebM (RFC 8794), AVI.
fn is_video(head: &[u8]) -> bool {
    is_iso_media(head) || at(head, 0, &[0x1a, 0x45, 0xdf, 0xa3]) || is_riff(head, b"AVI ")
}

/// Ogg (RFC 3533 6), MP4, MP3 with an ID3 tag, AMR (RFC 4867 5.1), FLAC, WAV.
fn is_sound(head: &[u8]) -> bool {
    at(head, 0, b"OggS\0")
        || is_iso_media(head)
        || at(head, 0, b"ID3\x02")
        || at(head, 0, b"ID3\x03")
        || at(head, 0, b"ID3\x04")
        || at(head, 0, b"#!AMR")
        || at(head, 0, b"fLaC")
        || is_riff(head, b"WAVE")
}

/// PDF, ZIP (and what is made of it), the older office formats, RAR, 7z, texts.
fn is_document(head: &[u8]) -> bool {
    at(head, 0, b"%PDF-")
        || at(head, 0, &[0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1])
        || at(head, 0, b"Rar!\x1a\x07")
        || at(head, 0, b"7z\xbc\xaf\x27\x1c")
        || content::magic(head).is_some()
        || is_text(head)
}

/// An `ftyp` box of a plausible length at the very start.
fn is_iso_media(head: &[u8]) -> bool {
    let length = head.first_chunk().map(|bytes| u32::from_be_bytes(*bytes));
    at(head, 4, b"ftyp") && length.is_some_and(|length| (8..=1024).contains(&length))
}

fn is_riff(head: &[u8], form: &[u8; 4]) -> bool {
    at(head, 0, b"RIFF") && at(head, 8, form)
}

/// At least 32 bytes of UTF-8 without control characters.
fn is_text(head: &[u8]) -> bool {
    let valid = match std::str::from_utf8(head) {
        Ok(text) => text,
        // A character may be cut at the end of the look, never elsewhere.
        Err(error) if error.error_len().is_none() => {
            let valid = head.get(..error.valid_up_to()).unwrap_or_default();
            std::str::from_utf8(valid).unwrap_or_default()
        }
        Err(_) => return false,
    };
    let plain = |c: char| !c.is_control() || matches!(c, '\n' | '\r' | '\t');
    valid.len() >= 32 && valid.chars().all(plain)
}
