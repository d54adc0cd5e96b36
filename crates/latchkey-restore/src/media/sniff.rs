//! What a file is, told from its first bytes. A short list: what is not on it is neither played nor opened.

mod documents;

pub use documents::has_macros;

use super::file_name;

/// A type of file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct FileType {
    /// What its name ends in.
    pub ending: &'static str,
    /// Whether another program may be asked to open it: it is no program, and no browser shows it. What that program makes of
    /// it is its own affair: a document may fetch something, or hold what it runs.
    pub opens: bool,
}

const fn opens(ending: &'static str) -> Option<FileType> {
    Some(FileType {
        ending,
        opens: true,
    })
}

/// Documents of office programs, by the ending of their name; whether they have macros says [`has_macros`].
const OFFICE: [&str; 6] = ["docx", "xlsx", "pptx", "odt", "ods", "odp"];
/// Other documents in a ZIP archive.
const IN_ARCHIVES: [&str; 1] = ["epub"];
/// Documents of plain text, by the ending of their name. No tables: programs take what begins with `=` for a formula.
const TEXTS: [&str; 3] = ["txt", "md", "vcf"];

/// The type of a file, by its first bytes; its name only tells apart what begins in the same way.
#[must_use]
pub fn file_type(beginning: &[u8], name: &str) -> Option<FileType> {
    if let Some(kind) = picture_type(beginning) {
        return opens(match kind {
            "image/jpeg" => "jpg",
            "image/png" => "png",
            "image/gif" => "gif",
            _ => "webp",
        });
    }
    if let Some(ending) = sound_or_film(beginning) {
        return opens(ending);
    }
    let named = file_name::ending(name);
    let among = |list: &[&'static str]| list.iter().copied().find(|known| *known == named);
    match beginning {
        [b'%', b'P', b'D', b'F', b'-', ..] => opens("pdf"),
        [_, _, _, _, b'f', b't', b'y', b'p', ..] if is_still(beginning) => opens("heic"),
        [b'P', b'K', 3, 4, ..] => match among(&OFFICE).or(among(&IN_ARCHIVES)) {
            Some(ending) => opens(ending),
            None => Some(FileType {
                ending: "zip",
                opens: false,
            }),
        },
        _ if is_plain_text(beginning) => among(&TEXTS).and_then(opens),
        _ => None,
    }
}

/// The media type of a picture that may be shown: JPEG (T.81 B.1.1.3), PNG (RFC 2083 3.1), GIF (87a, 89a), WebP (RFC 9649
/// 2.4). Never SVG: it is a document.
#[must_use]
pub fn picture_type(bytes: &[u8]) -> Option<&'static str> {
    match bytes {
        [0xff, 0xd8, 0xff, ..] => Some("image/jpeg"),
        [0x89, b'P', b'N', b'G', b'\r', b'\n', 0x1a, b'\n', ..] => Some("image/png"),
        [b'G', b'I', b'F', b'8', b'7' | b'9', b'a', ..] => Some("image/gif"),
        [
            b'R',
            b'I',
            b'F',
            b'F',
            _,
            _,
            _,
            _,
            b'W',
            b'E',
            b'B',
            b'P',
            ..,
        ] => Some("image/webp"),
        _ => None,
    }
}

impl FileType {
    /// Whether an office program opens it, which may find macros in it.
    #[must_use]
    pub fn is_office(self) -> bool {
        OFFICE.contains(&self.ending)
    }
}

/// A sound or a film.
#[must_use]
pub fn is_sound_or_film(beginning: &[u8]) -> bool {
    sound_or_film(beginning).is_some()
}

/// Ogg (RFC 3533), MP3, AAC (ADTS), MP4 and its kin (ISO/IEC 14496-12), Matroska and WebM, WAVE, AVI, AMR (RFC 4867), FLAC
/// (RFC 9639).
fn sound_or_film(beginning: &[u8]) -> Option<&'static str> {
    match beginning {
        [b'O', b'g', b'g', b'S', ..] => Some("ogg"),
        [b'I', b'D', b'3', ..] => Some("mp3"),
        [0xff, second, ..] if second & 0xf6 == 0xf0 => Some("aac"),
        [0xff, second, third, ..] if is_frame(*second, *third) => Some("mp3"),
        [_, _, _, _, b'f', b't', b'y', b'p', brand @ ..] if !is_still(beginning) => {
            Some(match brand.get(..3) {
                Some(b"M4A") => "m4a",
                Some(b"3gp") => "3gp",
                Some(b"qt ") => "mov",
                _ => "mp4",
            })
        }
        [0x1a, 0x45, 0xdf, 0xa3, ..] => Some("webm"),
        [
            b'R',
            b'I',
            b'F',
            b'F',
            _,
            _,
            _,
            _,
            b'W',
            b'A',
            b'V',
            b'E',
            ..,
        ] => Some("wav"),
        [
            b'R',
            b'I',
            b'F',
            b'F',
            _,
            _,
            _,
            _,
            b'A',
            b'V',
            b'I',
            b' ',
            ..,
        ] => Some("avi"),
        [b'#', b'!', b'A', b'M', b'R', ..] => Some("amr"),
        [b'f', b'L', b'a', b'C', ..] => Some("flac"),
        _ => None,
    }
}

/// The second and third byte of a frame of MPEG audio: a version, a layer, a bit rate and a sampling rate that there are.
fn is_frame(second: u8, third: u8) -> bool {
    let (version, layer) = (second & 0x18, second & 6);
    let (bits, sampling) = (third & 0xf0, third & 0x0c);
    second & 0xe0 == 0xe0 && version != 8 && layer != 0 && bits != 0xf0 && sampling != 0x0c
}

/// Pictures that are kept as a film of one frame.
fn is_still(beginning: &[u8]) -> bool {
    let brand = beginning.get(8..12).unwrap_or_default();
    let brands: [&[u8]; 7] = [
        b"heic", b"heix", b"heim", b"heis", b"mif1", b"msf1", b"avif",
    ];
    brands.contains(&brand)
}

/// Text that is neither a page, a drawing nor a script.
fn is_plain_text(beginning: &[u8]) -> bool {
    let text = match std::str::from_utf8(beginning) {
        Ok(text) => text,
        // Cut off in the middle of a letter.
        Err(error) if error.error_len().is_none() => {
            let whole = beginning.get(..error.valid_up_to()).unwrap_or_default();
            std::str::from_utf8(whole).unwrap_or_default()
        }
        Err(_) => return false,
    };
    let text = text.trim_start_matches('\u{FEFF}').trim_start();
    let runs = text.starts_with('<') || text.starts_with("#!");
    !text.is_empty() && !text.contains('\0') && !runs
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sounds_and_films_are_known_by_their_bytes() {
        let film: [(&[u8], &str); 10] = [
            (b"OggS\0\x02", "ogg"),
            (b"ID3\x04", "mp3"),
            (b"\xff\xfb\x90\x64", "mp3"),
            (b"\xff\xf1\x50\x80", "aac"),
            (b"\0\0\0\x18ftypmp42", "mp4"),
            (b"\0\0\0\x18ftypM4A ", "m4a"),
            (b"\0\0\0\x18ftyp3gp5", "3gp"),
            (b"\x1a\x45\xdf\xa3", "webm"),
            (b"RIFF\0\0\0\0WAVEfmt ", "wav"),
            (b"#!AMR\n", "amr"),
        ];
        for (bytes, ending) in film {
            assert_eq!(sound_or_film(bytes), Some(ending));
            assert_eq!(file_type(bytes, "x").map(|kind| kind.ending), Some(ending));
        }
        for other in [
            &b""[..],
            b"\xff\xd8\xff\xe0",
            b"\xff\xff\xff\xff",
            b"<html>",
            b"MZ",
            b"\x7fELF",
            b"\0\0\0\x18ftypheic",
            b"RIFF\0\0\0\0WEBP",
        ] {
            assert!(!is_sound_or_film(other), "{other:?}");
        }
    }

    #[test]
    fn what_could_run_or_fetch_is_never_opened_whatever_it_is_called() {
        let files: [(&[u8], &str); 15] = [
            (b"<svg xmlns='http://www.w3.org/2000/svg'/>", "a.svg"),
            (b"<svg/>", "a.txt"),
            (b"<!doctype html>", "a.html"),
            (b"\xef\xbb\xbf <html>", "a.txt"),
            (b"MZ\x90\0", "a.pdf"),
            (b"\x7fELF\x02", "a.jpg"),
            (b"#!/bin/sh\n", "a.txt"),
            (b"[Desktop Entry]\nExec=x", "a.desktop"),
            (b"echo hi", "a.bat"),
            (b"PK\x03\x04", "a.apk"),
            (b"PK\x03\x04", "a.jar"),
            (b"PK\x03\x04", "a.docm"),
            (b"=cmd|' /C calc'!A0", "a.csv"),
            (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "a.doc"),
            (b"", "a.txt"),
        ];
        for (bytes, name) in files {
            let kind = file_type(bytes, name);
            assert!(!kind.is_some_and(|kind| kind.opens), "{name}: {kind:?}");
        }
    }

    #[test]
    fn what_is_opened_has_the_ending_of_its_bytes() {
        let ending = |bytes: &[u8], name: &str| {
            let kind = file_type(bytes, name).filter(|kind| kind.opens);
            kind.map(|kind| kind.ending)
        };
        assert_eq!(ending(b"%PDF-1.7", "a.exe"), Some("pdf"));
        assert_eq!(ending(b"PK\x03\x04", "a.DOCX"), Some("docx"));
        assert_eq!(ending(b"hello, you", "a.txt"), Some("txt"));
        assert_eq!(
            ending("grüß".as_bytes().split_last().unwrap().1, "a.txt"),
            Some("txt")
        );
        assert_eq!(ending(b"\xff\xd8\xff\xe0", "a.svg"), Some("jpg"));
    }
}
