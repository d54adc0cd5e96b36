//! Whether a document of an office program holds macros or scripts: told from the names in its archive, which are in clear.

use std::io::{self, Read};

/// Read at a time, bytes.
const PIECE: u64 = 1 << 20;
/// The longest header with its name, bytes: one that is cut off at the end of a piece is whole in the next.
const LONGEST: usize = 46 + u16::MAX as usize;
/// How an entry begins, where the length of its name stands, and where its name does: in the list at the end of an archive,
/// and before its bytes (APPNOTE 4.3.12, 4.3.7). Programs read the one or the other.
const HEADERS: [(&[u8], usize, usize); 2] = [(b"PK\x01\x02", 28, 46), (b"PK\x03\x04", 26, 30)];

/// Whether another program may find something to run in this document, whatever it is called. Takes no memory for its size.
///
/// # Errors
/// What reading it meets.
pub fn has_macros(mut document: impl Read) -> io::Result<bool> {
    let mut piece = Vec::new();
    loop {
        let done = piece.len().saturating_sub(LONGEST);
        piece.drain(..done);
        let read = document.by_ref().take(PIECE).read_to_end(&mut piece)?;
        if names(&piece).any(runs) {
            return Ok(true);
        }
        if read == 0 {
            return Ok(false);
        }
    }
}

fn names(piece: &[u8]) -> impl Iterator<Item = &[u8]> {
    let signs = piece.windows(4).enumerate();
    signs.filter_map(|(at, sign)| {
        let (_, length, name) = HEADERS.iter().find(|(begin, _, _)| *begin == sign)?;
        let two = piece.get(at + length..at + length + 2)?.try_into().ok()?;
        let name = at + name;
        piece.get(name..name + usize::from(u16::from_le_bytes(two)))
    })
}

/// Macros of Microsoft's programs, also those of old tables (ECMA-376 with MS-OFFMACRO2), and of OpenDocument (1.3, part 2).
fn runs(name: &[u8]) -> bool {
    let name = String::from_utf8_lossy(name).to_ascii_lowercase();
    let of_opendocument = ["basic/", "scripts/"].iter();
    name.ends_with("vbaproject.bin")
        || name.contains("macrosheets/")
        || of_opendocument
            .into_iter()
            .any(|folder| name.starts_with(folder))
}

#[cfg(test)]
mod tests {
    use std::io::{Cursor, Write as _};

    use super::*;

    /// An archive with entries of these names, the first of them as large as that.
    fn archive(names: &[&str], large: usize) -> Vec<u8> {
        let mut bytes = Cursor::new(Vec::new());
        let mut writer = zip::ZipWriter::new(&mut bytes);
        let stored = zip::write::SimpleFileOptions::default()
            .compression_method(zip::CompressionMethod::Stored);
        for (n, name) in names.iter().enumerate() {
            writer.start_file(*name, stored).unwrap();
            let content = vec![b'P'; if n == 0 { large } else { 3 }];
            writer.write_all(&content).unwrap();
        }
        writer.finish().unwrap();
        bytes.into_inner()
    }

    #[test]
    fn macros_are_found_wherever_they_lie_and_whatever_the_document_is_called() {
        let plain = [
            "[Content_Types].xml",
            "word/document.xml",
            "word/media/basic/a.png",
        ];
        for large in [3, 1 << 20, (1 << 20) + 30, 3 << 20] {
            assert!(!has_macros(&archive(&plain, large)[..]).unwrap(), "{large}");
            for inside in [
                "word/vbaProject.bin",
                "xl/macrosheets/sheet1.xml",
                "Basic/Standard/Module1.xml",
                "Scripts/python/a.py",
                "BASIC/a",
            ] {
                let document = archive(&[&plain[..], &[inside]].concat(), large);
                assert!(has_macros(&document[..]).unwrap(), "{inside}, {large}");
            }
        }
        assert!(!has_macros(&b""[..]).unwrap());
        assert!(!has_macros(&b"PK\x03\x04"[..]).unwrap());
    }
}
