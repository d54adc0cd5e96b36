//! Reads a backup once from the first byte to the last, in bounded pieces: the checksum sees everything,
//! the caller sees the ciphertext, and the tail is held back.

use crate::header::Envelope;
use crate::layout::{Tail, tail_length};
use md5::{Digest, Md5};
use std::fs::File;
use std::io::{self, Read, Seek, SeekFrom};

/// Bytes read at a time. A multiple of the cipher's block, small enough for the memory bound.
const PIECE: usize = 256 * 1024;

/// Why a scan stopped early.
pub(crate) enum ScanError<E> {
    /// Reading failed, or the file became shorter while it was read.
    Read(io::Error),
    /// The caller asked to stop.
    Cancelled,
    /// The caller's own error from a piece.
    Piece(E),
}

/// What a scan knows at the end of the file.
pub(crate) struct ScanEnd {
    pub(crate) checksum_matches: bool,
    /// The bytes that may be ciphertext, tag, checksum or footer.
    pub(crate) tail: Vec<u8>,
}

/// Scans a whole backup of `size` bytes. `on_piece` gets each piece of ciphertext before the tail and may
/// change it in place; `on_read` gets the bytes read so far and says whether to go on. `whole` gets every byte of the file.
pub(crate) fn scan<E>(
    file: &mut File,
    envelope: &Envelope,
    size: u64,
    on_piece: &mut dyn FnMut(&mut [u8]) -> Result<(), E>,
    on_read: &mut dyn FnMut(u64) -> bool,
    whole: &mut dyn FnMut(&[u8]),
) -> Result<ScanEnd, ScanError<E>> {
    file.seek(SeekFrom::Start(0)).map_err(ScanError::Read)?;
    let mut digest = Md5::new();
    let mut piece = vec![0u8; PIECE];
    let body_end = size - tail_length(envelope, size);
    let mut position = 0u64;
    while position < body_end {
        if !on_read(position) {
            return Err(ScanError::Cancelled);
        }
        let in_header = position < envelope.data_start;
        let until = if in_header {
            envelope.data_start
        } else {
            body_end
        };
        let count = usize::try_from(until - position).map_or(PIECE, |left| left.min(PIECE));
        let piece = &mut piece[..count];
        file.read_exact(piece).map_err(ScanError::Read)?;
        digest.update(&*piece);
        whole(piece);
        if !in_header {
            on_piece(piece).map_err(ScanError::Piece)?;
        }
        position += count as u64;
    }
    let mut tail = Vec::with_capacity(crate::files::TAIL_BYTES);
    file.take(size - position)
        .read_to_end(&mut tail)
        .map_err(ScanError::Read)?;
    if tail.len() as u64 != size - position {
        return Err(ScanError::Read(io::ErrorKind::UnexpectedEof.into()));
    }
    whole(&tail);
    if !on_read(size) {
        return Err(ScanError::Cancelled);
    }
    Ok(ScanEnd {
        checksum_matches: Tail::new(&tail, envelope.format).checksum_matches(&digest),
        tail,
    })
}
