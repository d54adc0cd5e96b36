//! Looks into a decrypted increment: a ZIP of what changed since a full copy (`docs/backup-format.md` 7). It is named and
//! counted, never replayed: in which order its changes and deletions apply is not known.

use crate::archive::has_small_directory;
use crate::files::read_up_to;
use serde_json::Value;
use std::io::{Read, Seek};
use zip::ZipArchive;

/// What an increment is recognised by, any of them: names of members.
const HEADER: &str = "header.json";
const MESSAGES: &str = "messages.bin";

/// The longest header that is read, in bytes.
const MAX_HEADER: usize = 1 << 20;

/// What an increment says of itself.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
#[non_exhaustive]
pub struct Increment {
    /// The version of the app that wrote it.
    pub app_version: Option<String>,
    /// How many messages it adds, as its header counts them.
    pub messages: Option<u64>,
}

/// Whether a decrypted file is an increment, and what it says. Anything else, also a ZIP of stickers or one whose
/// directory cannot be read, is `None`.
pub fn read_increment(file: &mut (impl Read + Seek)) -> Option<Increment> {
    if !has_small_directory(file) {
        return None;
    }
    let mut archive = ZipArchive::new(file).ok()?;
    let has_messages = archive.index_for_name(MESSAGES).is_some();
    let header = archive.index_for_name(HEADER);
    if !has_messages && header.is_none() {
        return None;
    }
    let header = header.and_then(|at| {
        let mut member = archive.by_index(at).ok()?;
        let bytes = read_up_to(&mut member, MAX_HEADER).ok()?;
        serde_json::from_slice::<Value>(&bytes).ok()
    });
    let header = header.unwrap_or_default();
    Some(Increment {
        app_version: header["header"]["app_version"].as_str().map(str::to_owned),
        messages: header["added_messages"]["messages_count_on_backup"].as_u64(),
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::io::{Cursor, Write};
    use zip::write::{SimpleFileOptions, ZipWriter};

    fn archive(members: &[(&str, &[u8])]) -> Cursor<Vec<u8>> {
        let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
        for (name, bytes) in members {
            zip.start_file(*name, SimpleFileOptions::default()).unwrap();
            zip.write_all(bytes).unwrap();
        }
        zip.finish().unwrap()
    }

    #[test]
    fn an_increment_says_how_many_messages_it_adds() {
        let header = br#"{"header":{"app_version":"2.26.35.75"},
            "added_messages":{"format":"protobuf","messages_count_on_backup":12}}"#;
        let mut zip = archive(&[("header.json", header), ("messages.bin", b"\x00")]);
        let found = read_increment(&mut zip).unwrap();
        assert_eq!(found.messages, Some(12));
        assert_eq!(found.app_version.as_deref(), Some("2.26.35.75"));
    }

    #[test]
    fn a_header_that_says_nothing_is_an_increment_all_the_same() {
        for header in [&b"{"[..], b"[]", br#"{"added_messages":7}"#, &[0xff; 9]] {
            let mut zip = archive(&[("header.json", header)]);
            assert_eq!(read_increment(&mut zip), Some(Increment::default()));
        }
        let mut zip = archive(&[("messages.bin", b"")]);
        assert_eq!(read_increment(&mut zip), Some(Increment::default()));
    }

    #[test]
    fn other_archives_and_broken_ones_are_none() {
        let mut stickers = archive(&[("a.webp", b"RIFF"), ("b.png", b"PNG")]);
        assert_eq!(read_increment(&mut stickers), None);
        let mut cut = archive(&[("header.json", b"{}")]).into_inner();
        cut.truncate(cut.len() - 30);
        assert_eq!(read_increment(&mut Cursor::new(cut)), None);
        assert_eq!(
            read_increment(&mut Cursor::new(b"PK\x03\x04".to_vec())),
            None
        );
        // A directory of four million entries, by its end record.
        let mut huge = archive(&[("header.json", b"{}")]).into_inner();
        let end = huge.len() - 22;
        huge[end + 12..end + 16].copy_from_slice(&u32::MAX.to_le_bytes());
        assert_eq!(read_increment(&mut Cursor::new(huge)), None);
    }
}
