//! Lines in and out of memory that is wiped. A line that is too long ends the exchange.

use std::io::{self, Read, Write};

use zeroize::Zeroizing;

use crate::wire::Reply;

/// Longest line, either way.
const MAX_LINE: usize = 64 * 1024;

pub(crate) type Line = Zeroizing<Vec<u8>>;

/// An empty line with room for the longest one: growing would leave a copy behind.
fn empty() -> Line {
    Zeroizing::new(Vec::with_capacity(MAX_LINE))
}

/// The requests as they come.
pub(crate) struct Lines<R> {
    from: R,
    chunk: Zeroizing<[u8; 4096]>,
    /// What of `chunk` was read but not yet used.
    left: std::ops::Range<usize>,
}

impl<R: Read> Lines<R> {
    pub(crate) fn new(from: R) -> Self {
        Self {
            from,
            chunk: Zeroizing::new([0; 4096]),
            left: 0..0,
        }
    }

    /// The next line without its end; `None` when the input is closed. A last line without an end is no request.
    pub(crate) fn next(&mut self) -> io::Result<Option<Line>> {
        let mut line = empty();
        loop {
            for &byte in &self.chunk[self.left.clone()] {
                self.left.start += 1;
                match byte {
                    b'\n' => return Ok(Some(line)),
                    _ if line.len() == MAX_LINE => return Err(io::ErrorKind::InvalidData.into()),
                    _ => line.push(byte),
                }
            }
            self.left = match self.from.read(self.chunk.as_mut_slice()) {
                Ok(0) => return Ok(None),
                Ok(read) => 0..read,
                Err(e) if e.kind() == io::ErrorKind::Interrupted => 0..0,
                Err(e) => return Err(e),
            };
        }
    }
}

/// Writes one answer as one line.
pub(crate) fn write(to: &mut impl Write, reply: &Reply) -> io::Result<()> {
    let mut line = empty();
    serde_json::to_writer(&mut *line, reply)?;
    line.push(b'\n');
    to.write_all(&line)?;
    to.flush()
}

#[cfg(test)]
mod tests {
    use super::{Lines, MAX_LINE};

    fn all(text: &[u8]) -> std::io::Result<Vec<Vec<u8>>> {
        let mut lines = Lines::new(text);
        let mut all = Vec::new();
        while let Some(line) = lines.next()? {
            all.push(line.to_vec());
        }
        Ok(all)
    }

    #[test]
    fn lines_come_one_by_one_and_an_unfinished_one_does_not_count() {
        let long = vec![b'x'; 10_000];
        let text = [b"one\n\n", long.as_slice(), b"\nunfinished"].concat();
        assert_eq!(all(&text).unwrap(), [b"one".to_vec(), vec![], long]);
    }

    #[test]
    fn a_line_that_is_too_long_ends_the_exchange() {
        let mut text = vec![b'x'; MAX_LINE];
        text.push(b'\n');
        assert_eq!(all(&text).unwrap().len(), 1);
        text.insert(0, b'x');
        assert!(all(&text).is_err());
    }
}
