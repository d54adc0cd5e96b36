//! Standard input where secrets come from a pipe: a line at a time, or all that is left.
//!
//! Read without a buffer, which would keep a copy of the secrets until the program ends, and take more than its line.

use crate::failure::Failure;
use std::io::{self, Read};
use zeroize::Zeroizing;

/// More than any key is long.
const MAX: usize = 64 * 1024;

/// Room for the longest and for noticing its end: a buffer that grows leaves copies behind.
const ROOM: usize = MAX + 64;

/// The next line without its end; `None` when there is none.
pub(crate) fn next_line() -> Result<Option<Zeroizing<String>>, Failure> {
    line_of(&mut source().map_err(|error| failed(&error))?)
}

/// All that is left.
pub(crate) fn rest() -> Result<Zeroizing<Vec<u8>>, Failure> {
    let mut bytes = Zeroizing::new(Vec::with_capacity(ROOM));
    source()
        .and_then(|input| input.take(MAX as u64).read_to_end(&mut bytes))
        .map_err(|error| failed(&error))?;
    Ok(bytes)
}

fn line_of(input: &mut impl Read) -> Result<Option<Zeroizing<String>>, Failure> {
    let mut line = Zeroizing::new(Vec::with_capacity(ROOM));
    let mut byte = Zeroizing::new([0]);
    let mut ended = false;
    while !ended && line.len() < MAX {
        match input.read(&mut *byte) {
            Ok(0) if line.is_empty() => return Ok(None),
            Ok(0) => ended = true,
            Ok(_) if byte[0] == b'\n' => ended = true,
            Ok(_) => line.push(byte[0]),
            Err(error) if error.kind() == io::ErrorKind::Interrupted => {}
            Err(error) => return Err(failed(&error)),
        }
    }
    if line.last() == Some(&b'\r') {
        line.pop();
    }
    match std::str::from_utf8(&line) {
        Ok(text) => Ok(Some(Zeroizing::new(text.to_owned()))),
        Err(_) => Err(Failure::usage("stdin_text")),
    }
}

fn failed(error: &io::Error) -> Failure {
    let failure = Failure::of(error).detail(&error.to_string());
    failure.fact("path", "stdin")
}

#[cfg(unix)]
fn source() -> io::Result<impl Read> {
    use std::os::fd::AsFd;
    let own = io::stdin().as_fd().try_clone_to_owned()?;
    Ok(std::fs::File::from(own))
}

#[cfg(not(unix))]
#[expect(clippy::unnecessary_wraps, reason = "as on Unix")]
fn source() -> io::Result<impl Read> {
    Ok(io::stdin())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_are_taken_one_by_one_and_nothing_more() {
        let mut input: &[u8] = b"the key\r\n2468\n\nlast";
        let mut next = || line_of(&mut input).unwrap().map(|line| line.to_string());
        assert_eq!(next().as_deref(), Some("the key"));
        assert_eq!(next().as_deref(), Some("2468"));
        assert_eq!(next().as_deref(), Some(""));
        assert_eq!(next().as_deref(), Some("last"));
        assert_eq!(next(), None);
    }

    #[test]
    fn bytes_that_are_no_text_are_no_line() {
        let mut input: &[u8] = b"\xff\xfe\n";
        assert!(line_of(&mut input).is_err());
    }
}
