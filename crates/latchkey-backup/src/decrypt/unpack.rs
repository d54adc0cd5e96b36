//! Inflates decrypted bytes into a writer, within bounds: a hostile backup must not fill the disk.

use super::Limits;
use crate::content::Packing;
use crate::files::is_no_space;
use flate2::{Decompress, FlushDecompress, Status};
use std::io::{self, Write};

/// More than any deflate stream can grow (1032 times); beyond it the input is not what it says.
const MAX_RATIO: u64 = 1100;

/// Bytes of plaintext written at a time.
const PIECE: usize = 128 * 1024;

/// Why unpacking stopped.
#[derive(Debug)]
pub(super) enum UnpackError {
    /// The compressed stream is broken or ends too early; `at` counts bytes of ciphertext.
    Broken {
        at: u64,
    },
    TooLarge {
        limit: u64,
    },
    NoSpace {
        needed: u64,
    },
    Write(io::Error),
}

/// What the plaintext must stay within, in bytes.
pub(super) struct Bounds {
    limit: u64,
    free: Option<u64>,
    input: u64,
}

impl Bounds {
    pub(super) fn new(limits: &Limits, input: u64) -> Self {
        Self {
            limit: limits.max_size.min(input.saturating_mul(MAX_RATIO)),
            free: limits.free_space,
            input,
        }
    }

    /// Whether a plaintext of `written` bytes is allowed, after `read` bytes of input.
    fn check(&self, written: u64, read: u64) -> Result<(), UnpackError> {
        if written > self.limit {
            let limit = self.limit;
            return Err(UnpackError::TooLarge { limit });
        }
        if self.free.is_some_and(|free| written > free) {
            let needed = self.expected(written, read);
            return Err(UnpackError::NoSpace { needed });
        }
        Ok(())
    }

    /// About how much plaintext the whole input makes, from how much a part made.
    fn expected(&self, written: u64, read: u64) -> u64 {
        let whole = u128::from(written) * u128::from(self.input) / u128::from(read.max(1));
        u64::try_from(whole).unwrap_or(u64::MAX).max(written)
    }
}

pub(super) struct Unpacker<W> {
    into: W,
    inflate: Option<Decompress>,
    ended: bool,
    bounds: Bounds,
    read: u64,
    written: u64,
    trailing: u64,
    out: Vec<u8>,
}

/// A finished unpacking.
pub(super) struct Unpacked<W> {
    pub(super) into: W,
    pub(super) written: u64,
    pub(super) trailing: u64,
}

impl<W: Write> Unpacker<W> {
    pub(super) fn new(into: W, packing: Packing, bounds: Bounds) -> Self {
        Self {
            into,
            inflate: (packing == Packing::Zlib).then(|| Decompress::new(true)),
            ended: false,
            bounds,
            read: 0,
            written: 0,
            trailing: 0,
            out: vec![0; PIECE],
        }
    }

    pub(super) fn written(&self) -> u64 {
        self.written
    }

    pub(super) fn push(&mut self, mut bytes: &[u8]) -> Result<(), UnpackError> {
        let Some(mut inflate) = self.inflate.take() else {
            self.read += bytes.len() as u64;
            return self.write(bytes);
        };
        while !bytes.is_empty() && !self.ended {
            let used = self.inflate_some(&mut inflate, bytes)?;
            bytes = bytes.get(used..).unwrap_or_default();
        }
        self.trailing += bytes.len() as u64;
        self.inflate = Some(inflate);
        Ok(())
    }

    /// Inflates one piece of output; returns the input it used.
    fn inflate_some(
        &mut self,
        inflate: &mut Decompress,
        bytes: &[u8],
    ) -> Result<usize, UnpackError> {
        let (read, produced) = (inflate.total_in(), inflate.total_out());
        let mut out = std::mem::take(&mut self.out);
        let status = inflate.decompress(bytes, &mut out, FlushDecompress::None);
        let used = inflate.total_in() - read;
        let new = inflate.total_out() - produced;
        self.read = inflate.total_in();
        let broken = UnpackError::Broken { at: self.read };
        let written = match status {
            Ok(Status::StreamEnd) => {
                self.ended = true;
                Ok(())
            }
            // Nothing used and nothing made, with room and input: the stream cannot go on.
            Ok(_) if used == 0 && new == 0 => Err(broken),
            Ok(_) => Ok(()),
            Err(_) => Err(broken),
        };
        let new = usize::try_from(new).unwrap_or_default();
        let written = written.and_then(|()| self.write(out.get(..new).unwrap_or_default()));
        self.out = out;
        written?;
        Ok(usize::try_from(used).unwrap_or_default())
    }

    fn write(&mut self, bytes: &[u8]) -> Result<(), UnpackError> {
        let written = self.written + bytes.len() as u64;
        self.bounds.check(written, self.read)?;
        self.into.write_all(bytes).map_err(|error| {
            if is_no_space(&error) {
                let needed = self.bounds.expected(written, self.read);
                UnpackError::NoSpace { needed }
            } else {
                UnpackError::Write(error)
            }
        })?;
        self.written = written;
        Ok(())
    }

    /// Gets out what the decompressor still holds, and flushes the writer.
    pub(super) fn finish(mut self) -> Result<Unpacked<W>, UnpackError> {
        if let Some(mut inflate) = self.inflate.take() {
            while !self.ended {
                self.inflate_some(&mut inflate, &[])?;
            }
        }
        self.into.flush().map_err(UnpackError::Write)?;
        Ok(Unpacked {
            into: self.into,
            written: self.written,
            trailing: self.trailing,
        })
    }
}
