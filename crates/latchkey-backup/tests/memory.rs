//! Memory stays bounded whatever the size: measured with a counting allocator, alone in its program.
// A panic here is a failed claim; the bytes are made up.
#![allow(clippy::unwrap_used, clippy::cast_possible_truncation)]
#![allow(unsafe_code)] // a counting allocator cannot be written without it

use latchkey_backup::write::{Recipe, encrypt15};
use latchkey_backup::{BackupKey, Limits, checksum, decrypt};
use std::alloc::{GlobalAlloc, Layout, System};
use std::io::Read;
use std::ops::ControlFlow;
use std::sync::atomic::{AtomicUsize, Ordering};
use zeroize::Zeroizing;

struct Counting;

static NOW: AtomicUsize = AtomicUsize::new(0);
static PEAK: AtomicUsize = AtomicUsize::new(0);

// SAFETY: every call is handed to the system's allocator unchanged; only the sizes are added up.
unsafe impl GlobalAlloc for Counting {
    unsafe fn alloc(&self, layout: Layout) -> *mut u8 {
        let now = NOW.fetch_add(layout.size(), Ordering::Relaxed) + layout.size();
        PEAK.fetch_max(now, Ordering::Relaxed);
        // SAFETY: the caller keeps `alloc`'s contract.
        unsafe { System.alloc(layout) }
    }

    unsafe fn dealloc(&self, pointer: *mut u8, layout: Layout) {
        NOW.fetch_sub(layout.size(), Ordering::Relaxed);
        // SAFETY: the caller keeps `dealloc`'s contract.
        unsafe { System.dealloc(pointer, layout) }
    }
}

#[global_allocator]
static ALLOCATOR: Counting = Counting;

/// The promise is 64 MiB of process memory; the heap alone must stay far below.
const BOUND: usize = 8 << 20;

#[test]
fn writing_summing_and_decrypting_96_mib_stays_within_8_mib_of_heap() {
    let folder = tempfile::TempDir::new().unwrap();
    let path = folder.path().join("large.crypt15");
    let size = 96u64 << 20;
    // Repeats beyond the window of deflate, so that the backup is large, too.
    let mut state = 1u64;
    let mut block = vec![0u8; 1 << 20];
    block.fill_with(|| {
        state ^= state << 13;
        state ^= state >> 7;
        state ^= state << 17;
        state as u8
    });
    let before = NOW.load(Ordering::Relaxed);
    PEAK.store(before, Ordering::Relaxed);
    let root = [0x42; 32];
    let mut recipe = Recipe::new([0x24; 16]);
    recipe.pack = latchkey_backup::write::Pack::Zlib(1);
    let plaintext = b"SQLite format 3\0"
        .chain(Repeat {
            block: &block,
            at: 0,
        })
        .take(size);
    let file = std::fs::File::create(&path).unwrap();
    encrypt15(&root, &recipe, plaintext, file).unwrap();
    assert!(
        path.metadata().unwrap().len() > size / 2,
        "it was compressed away"
    );
    checksum(&path, &mut |_, _| ControlFlow::Continue(())).unwrap();
    let key = BackupKey::from_root(Zeroizing::new(root));
    let verified = decrypt(
        &path,
        &key,
        std::io::sink(),
        &Limits::default(),
        &mut |_| ControlFlow::Continue(()),
    )
    .unwrap();
    assert_eq!(verified.report.plaintext_bytes, size);
    let peak = PEAK.load(Ordering::Relaxed) - before;
    assert!(peak < BOUND, "{peak} bytes at the peak");
}

struct Repeat<'a> {
    block: &'a [u8],
    at: usize,
}

impl Read for Repeat<'_> {
    fn read(&mut self, into: &mut [u8]) -> std::io::Result<usize> {
        let rest = &self.block[self.at..];
        let count = rest.len().min(into.len());
        into[..count].copy_from_slice(&rest[..count]);
        self.at = (self.at + count) % self.block.len();
        Ok(count)
    }
}
