//! Finding files by their content: SHA-256, of files whose size somebody waits for alone.

use std::collections::{HashMap, HashSet};
use std::io::Read as _;
use std::ops::ControlFlow;
use std::path::Path;

use latchkey_index::MediaRow;
use sha2::{Digest as _, Sha256};

use super::folder::MediaFolder;
use super::opening::Look;

/// The most messages whose files are looked for by content, so that memory stays bounded.
const MAX_WANTED: usize = 1_000_000;
/// Bytes read at a time.
const PIECE: usize = 256 * 1024;

/// The contents that messages wait for.
#[derive(Debug, Default)]
pub(super) struct WantedContents {
    sizes: HashSet<u64>,
    /// The first half of each hash: whoever asks compares the whole.
    hashes: HashSet<u128>,
}

impl WantedContents {
    /// Adds what a message waits for, where its size and hash are known.
    pub(super) fn add(&mut self, row: &MediaRow) {
        let size = row.size.filter(|size| *size > 0);
        if let (Some(size), Some(sha256)) = (size, &row.sha256)
            && self.hashes.len() < MAX_WANTED
        {
            self.sizes.insert(size);
            self.hashes.insert(half(sha256));
        }
    }

    pub(super) fn is_empty(&self) -> bool {
        self.hashes.is_empty()
    }

    pub(super) fn has_size(&self, size: u64) -> bool {
        self.sizes.contains(&size)
    }

    pub(super) fn has(&self, sha256: &[u8; 32]) -> bool {
        self.hashes.contains(&half(sha256))
    }
}

fn half(sha256: &[u8; 32]) -> u128 {
    let (first, _) = sha256.split_at(16);
    first.try_into().map_or(0, u128::from_be_bytes)
}

/// Files by what they hold; each is read once, only where its size is wanted, and kept only where its hash is.
pub(super) fn by_content(
    folder: &mut MediaFolder,
    wanted: &WantedContents,
    go_on: &mut dyn FnMut() -> ControlFlow<()>,
) -> HashMap<[u8; 32], String> {
    let mut found: HashMap<[u8; 32], String> = HashMap::new();
    for file in folder.listing().files() {
        let place = folder.listing().place(file);
        let size = match folder.root().look(Path::new(&place)) {
            Look::File(size) if wanted.has_size(size) => size,
            _ => continue,
        };
        match hash(folder, &place, size, go_on) {
            ControlFlow::Break(()) => break,
            ControlFlow::Continue(Some(sha256)) if wanted.has(&sha256) => {
                // Of several copies always the same one, whatever the order of the folder.
                let kept = found.entry(sha256).or_insert_with(|| place.clone());
                if place < *kept {
                    *kept = place;
                }
            }
            ControlFlow::Continue(_) => {}
        }
    }
    found
}

/// The hash of a file of this size; `None` where it cannot be read, or has another size by now.
fn hash(
    folder: &MediaFolder,
    place: &str,
    size: u64,
    go_on: &mut dyn FnMut() -> ControlFlow<()>,
) -> ControlFlow<(), Option<[u8; 32]>> {
    let Ok(file) = folder.root().open_file(Path::new(place)) else {
        return ControlFlow::Continue(None);
    };
    // A file that grows meanwhile is not read for ever.
    let mut file = file.take(size.saturating_add(1));
    let (mut digest, mut read) = (Sha256::new(), 0);
    let mut piece = vec![0; PIECE];
    loop {
        go_on()?;
        match file.read(&mut piece) {
            Ok(0) => break,
            Ok(count) => {
                digest.update(piece.get(..count).unwrap_or_default());
                read += count as u64;
            }
            Err(error) if error.kind() == std::io::ErrorKind::Interrupted => {}
            Err(_) => return ControlFlow::Continue(None),
        }
    }
    ControlFlow::Continue((read == size).then(|| digest.finalize().into()))
}
