//! Lines of a file of any size, none longer than a bound: what stands beyond it is left out.

use std::io::{self, BufRead};

/// Longest line that is kept, bytes. Names and numbers are short; pictures are not.
const LONGEST: usize = 16 * 1024;

/// Reads the next line into `line`, without its end; `false` at the end of the file.
pub(super) fn next_line(reader: &mut dyn BufRead, line: &mut Vec<u8>) -> io::Result<bool> {
    line.clear();
    let mut some = false;
    loop {
        let bytes = match reader.fill_buf() {
            Ok(bytes) => bytes,
            Err(error) if error.kind() == io::ErrorKind::Interrupted => continue,
            Err(error) => return Err(error),
        };
        if bytes.is_empty() {
            return Ok(some);
        }
        some = true;
        let end = bytes.iter().position(|&byte| byte == b'\n');
        let part = bytes.get(..end.unwrap_or(bytes.len())).unwrap_or_default();
        let room = LONGEST.saturating_sub(line.len());
        line.extend_from_slice(part.get(..room.min(part.len())).unwrap_or_default());
        let used = part.len() + usize::from(end.is_some());
        reader.consume(used);
        if end.is_some() {
            if line.last() == Some(&b'\r') {
                line.pop();
            }
            return Ok(true);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_end_where_they_end_and_long_ones_are_cut() {
        let long = "x".repeat(LONGEST + 9);
        let text = format!("one\r\n\n{long}\nlast");
        let mut reader = io::BufReader::with_capacity(7, text.as_bytes());
        let (mut line, mut lines) = (Vec::new(), Vec::new());
        while next_line(&mut reader, &mut line).unwrap() {
            lines.push(String::from_utf8(line.clone()).unwrap());
        }
        assert_eq!(lines, ["one", "", long.get(..LONGEST).unwrap(), "last"]);
    }
}
