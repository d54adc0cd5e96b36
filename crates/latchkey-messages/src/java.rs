//! Finds the path in the serialised Java object that old databases keep for each file.
//!
//! It parses no object graph: it looks for the one string that is followed by what `java.io.File` writes after its
//! path (Java Object Serialization Specification, section 6: `TC_STRING`, length, text; then `TC_BLOCKDATA` with the
//! separator). Everything is bounded; bytes that fit nothing give no path.

/// Longer objects are not looked at.
pub(crate) const LARGEST: usize = 64 << 10;
/// Stream magic and version.
const HEADER: [u8; 4] = [0xac, 0xed, 0x00, 0x05];
/// `TC_STRING`.
const STRING: u8 = 0x74;
/// `TC_BLOCKDATA`, two bytes, the separator `/` as a Java character.
const AFTER_FILE: [u8; 4] = [0x77, 0x02, 0x00, b'/'];
/// Bytes of a path.
const LONGEST_PATH: usize = 4096;

/// The path of the file that a serialised `com.whatsapp.MediaData` stands for.
pub(crate) fn media_path(object: &[u8]) -> Option<String> {
    if !object.starts_with(&HEADER) {
        return None;
    }
    (HEADER.len()..object.len())
        .filter(|&at| object.get(at) == Some(&STRING))
        .find_map(|at| file_at(object, at))
}

/// The path that starts at a string tag, if it is one.
fn file_at(object: &[u8], at: usize) -> Option<String> {
    let length: [u8; 2] = object.get(at + 1..at + 3)?.try_into().ok()?;
    let length = usize::from(u16::from_be_bytes(length));
    let end = at + 3 + length;
    if length == 0 || length > LONGEST_PATH || object.get(end..end + 4)? != AFTER_FILE {
        return None;
    }
    let path = std::str::from_utf8(object.get(at + 3..end)?).ok()?;
    (path.contains('/') && !path.chars().any(char::is_control)).then(|| path.to_owned())
}

#[cfg(test)]
pub(crate) mod tests {
    use super::*;

    /// An object as Java would write it, as far as this reader looks.
    pub(crate) fn object(path: &str) -> Vec<u8> {
        let mut object = HEADER.to_vec();
        object.extend(
            b"\x73\x72\x00\x16com.whatsapp.MediaData\x4c\x00\x04filet\x00\x0eLjava/io/File;",
        );
        object.push(STRING);
        object.extend(u16::try_from(path.len()).unwrap().to_be_bytes());
        object.extend(path.as_bytes());
        object.extend(AFTER_FILE);
        object.extend(b"\x78\x70\x70");
        object
    }

    #[test]
    fn the_path_of_a_file_is_found() {
        let path = "Media/WhatsApp Images/IMG-20160703-WA0001.jpg";
        assert_eq!(media_path(&object(path)).as_deref(), Some(path));
    }

    #[test]
    fn a_cut_or_flipped_object_gives_a_path_or_none_and_never_panics() {
        let whole = object("Media/WhatsApp Images/a.jpg");
        for length in 0..whole.len() {
            let _ = media_path(&whole[..length]);
        }
        for at in 0..whole.len() {
            let mut flipped = whole.clone();
            flipped[at] ^= 0xff;
            let _ = media_path(&flipped);
        }
        assert_eq!(media_path(&[]), None);
        assert_eq!(media_path(&whole[4..]), None);
    }

    #[test]
    fn other_strings_are_no_paths() {
        let mut object = HEADER.to_vec();
        object.extend(b"\x74\x00\x12Ljava/lang/String;\x78");
        assert_eq!(media_path(&object), None);
    }
}
