//! Unpacks on a thread of its own while the next piece is read and decrypted: inflating takes as long as everything else.

use super::unpack::{UnpackError, Unpacker};
use std::io::{self, Write};
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::mpsc::{Receiver, Sender, SyncSender, channel, sync_channel};
use std::thread::Builder;

/// Decrypted pieces that may wait: memory stays bounded.
const WAITING: usize = 4;

/// The unpacking thread has stopped; what [`unpack_beside`] returns says why.
pub(super) struct Stopped;

/// Hands decrypted pieces to the unpacking thread.
pub(super) struct Pieces<'a> {
    full: SyncSender<Vec<u8>>,
    empty: Receiver<Vec<u8>>,
    written: &'a AtomicU64,
}

impl Pieces<'_> {
    /// Hands over a copy of a piece; waits while too many are waiting.
    pub(super) fn push(&self, bytes: &[u8]) -> Result<(), Stopped> {
        let mut piece = self.empty.try_recv().unwrap_or_default();
        piece.clear();
        piece.extend_from_slice(bytes);
        self.full.send(piece).map_err(|_| Stopped)
    }

    /// Bytes of plaintext written so far.
    pub(super) fn written(&self) -> u64 {
        self.written.load(Ordering::Relaxed)
    }
}

/// Runs `work` with somewhere to hand its pieces to, and unpacks them meanwhile. Gives what `work` gave, and the unpacker
/// with all of the pieces in it, or its error.
///
/// # Errors
/// What the system says when there can be no thread.
pub(super) fn unpack_beside<W: Write + Send, T>(
    unpacker: Unpacker<W>,
    work: impl FnOnce(&Pieces<'_>) -> T,
) -> io::Result<(T, Result<Unpacker<W>, UnpackError>)> {
    let written = AtomicU64::new(0);
    std::thread::scope(|scope| {
        let (full, waiting) = sync_channel(WAITING);
        let (used, empty) = channel();
        let written = &written;
        let thread = Builder::new()
            .name("unpack".to_owned())
            .spawn_scoped(scope, move || unpack(unpacker, &waiting, &used, written))?;
        let pieces = Pieces {
            full,
            empty,
            written,
        };
        let done = work(&pieces);
        // The end of the pieces.
        drop(pieces);
        match thread.join() {
            Ok(unpacked) => Ok((done, unpacked)),
            Err(panic) => std::panic::resume_unwind(panic),
        }
    })
}

fn unpack<W: Write>(
    mut unpacker: Unpacker<W>,
    waiting: &Receiver<Vec<u8>>,
    used: &Sender<Vec<u8>>,
    written: &AtomicU64,
) -> Result<Unpacker<W>, UnpackError> {
    for piece in waiting {
        unpacker.push(&piece)?;
        written.store(unpacker.written(), Ordering::Relaxed);
        // Nobody takes it back any more at the end.
        let _ = used.send(piece);
    }
    Ok(unpacker)
}
