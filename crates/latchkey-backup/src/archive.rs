//! ZIP archives of others, looked into within bounds: their directory is kept in memory by the reader, so it must be small.

use std::io::{Read, Seek, SeekFrom};

/// The largest ZIP directory that is read, in bytes: exported chats have one entry a picture.
const MAX_DIRECTORY: u64 = 4 * 1024 * 1024;

/// Whether the directory of a ZIP archive is small, by its end record: one that is huge, or that a 64-bit record
/// describes, is not to be given to an archive reader, which keeps the directory in memory.
pub fn has_small_directory(file: &mut (impl Read + Seek)) -> bool {
    const END_RECORD: usize = 22;
    const MAX_COMMENT: u64 = 65_535;
    let Ok(size) = file.seek(SeekFrom::End(0)) else {
        return false;
    };
    let look = size.min(MAX_COMMENT + END_RECORD as u64);
    let mut end = Vec::new();
    let read = file
        .seek(SeekFrom::Start(size - look))
        .and_then(|_| file.take(look).read_to_end(&mut end));
    if read.is_err() {
        return false;
    }
    let record = end
        .windows(END_RECORD)
        .rev()
        .find(|window| window.starts_with(b"PK\x05\x06"));
    // A locator of a 64-bit record stands right before the end record (APPNOTE 4.3.15), and counts for more than it.
    let is_64_bit = end.windows(4).any(|window| window == b"PK\x06\x07");
    record.is_some_and(|record| {
        let entries = u16::from_le_bytes([record[10], record[11]]);
        let directory = u32::from_le_bytes([record[12], record[13], record[14], record[15]]);
        let offset = u32::from_le_bytes([record[16], record[17], record[18], record[19]]);
        let fits = entries != u16::MAX && offset != u32::MAX;
        fits && !is_64_bit && u64::from(directory) <= MAX_DIRECTORY
    })
}
