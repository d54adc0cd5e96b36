//! A look into the memory of running programs: which of those that live in a home hold a word.

use std::fs::File;
use std::io::{BufRead as _, BufReader, Read as _, Seek as _, SeekFrom};
use std::path::Path;

use crate::home::Home;

/// How much is read at a time; what lies across two pieces is seen by their overlap.
const PIECE: usize = 4 << 20;

/// A page of memory, bytes.
const PAGE: u64 = 4096;

/// A running program.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Process {
    /// Its number.
    pub pid: u32,
    /// Name of its program.
    pub program: String,
}

/// The programs that were started in this home, in no order.
#[must_use]
pub fn processes_of(home: &Home) -> Vec<Process> {
    let mark = format!("HOME={}\0", home.root().display());
    let mut found = Vec::new();
    for entry in std::fs::read_dir("/proc").unwrap().flatten() {
        let Some(pid) = entry
            .file_name()
            .to_str()
            .and_then(|name| name.parse().ok())
        else {
            continue;
        };
        let environment = std::fs::read(entry.path().join("environ")).unwrap_or_default();
        let program = std::fs::read_link(entry.path().join("exe")).unwrap_or_default();
        let name = program.file_name().unwrap_or_default().to_string_lossy();
        if environment
            .windows(mark.len())
            .any(|part| part == mark.as_bytes())
        {
            found.push(Process {
                pid,
                program: name.into_owned(),
            });
        }
    }
    found
}

/// Which of `words` stand in the writable memory of a process.
#[must_use]
pub fn words_in<'a>(process: &Process, words: &[(&'a str, Vec<u8>)]) -> Vec<&'a str> {
    let folder = Path::new("/proc").join(process.pid.to_string());
    let (Ok(maps), Ok(mut memory), Ok(mut pages)) = (
        File::open(folder.join("maps")),
        File::open(folder.join("mem")),
        File::open(folder.join("pagemap")),
    ) else {
        return Vec::new();
    };
    let longest = words.iter().map(|(_, word)| word.len()).max().unwrap_or(0);
    let mut found = Vec::new();
    for line in BufReader::new(maps).lines().map_while(Result::ok) {
        let Some((begin, end)) = writable(&line) else {
            continue;
        };
        let mut at = begin;
        while at < end {
            let length = usize::try_from(end - at).unwrap().min(PIECE);
            if !is_used(&mut pages, at, length) {
                at += u64::try_from(length).unwrap();
                continue;
            }
            let mut piece = vec![0; length];
            if memory.seek(SeekFrom::Start(at)).is_err() || memory.read_exact(&mut piece).is_err() {
                break;
            }
            for (name, word) in words {
                if !found.contains(name) && crate::files::contains(&piece, word) {
                    found.push(*name);
                }
            }
            at += u64::try_from(length).unwrap();
            if at < end && length > longest {
                at -= u64::try_from(longest).unwrap();
            }
        }
    }
    found
}

/// Anything was ever written there: a web process reserves dozens of gigabytes that it never touches. A page of memory has eight bytes in
/// `pagemap`, whose two highest bits say that it is in memory or swapped out. What cannot be told counts as used.
fn is_used(pages: &mut File, at: u64, length: usize) -> bool {
    let (first, last) = (at / PAGE, (at + length as u64 - 1) / PAGE);
    let mut entries = vec![0; usize::try_from(8 * (last - first + 1)).unwrap()];
    let read = pages
        .seek(SeekFrom::Start(8 * first))
        .and_then(|_| pages.read_exact(&mut entries));
    read.is_err()
        || entries
            .chunks_exact(8)
            .any(|entry| entry[7] & 0b1100_0000 != 0)
}

/// The range of a line of `maps`, when it is writable memory.
fn writable(line: &str) -> Option<(u64, u64)> {
    let mut parts = line.split_whitespace();
    let (range, rights) = (parts.next()?, parts.next()?);
    let (begin, end) = range.split_once('-')?;
    let address = |text| u64::from_str_radix(text, 16).ok();
    rights
        .contains('w')
        .then_some((address(begin)?, address(end)?))
}
