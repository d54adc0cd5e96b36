//! SQLite's pages pass through the program's own allocator; alone in this file, since it is chosen once for a process.

use std::alloc::{GlobalAlloc, Layout, System};
use std::sync::atomic::{AtomicUsize, Ordering};

use latchkey_index::take_sqlite_memory_from_rust;
use rusqlite::Connection;

const NEEDLE: &[u8] = b"a message that nobody may find after the lock";
static FREED_WITH_THE_NEEDLE: AtomicUsize = AtomicUsize::new(0);

struct Looking;

// SAFETY: everything is left to the system's allocator.
#[expect(unsafe_code, reason = "an allocator that looks at what is freed")]
unsafe impl GlobalAlloc for Looking {
    unsafe fn alloc(&self, layout: Layout) -> *mut u8 {
        // SAFETY: as the caller promises. Zeroed, so that all of it may be read when it is freed.
        unsafe { System.alloc_zeroed(layout) }
    }
    unsafe fn dealloc(&self, piece: *mut u8, layout: Layout) {
        // A page of SQLite and its header; smaller pieces are our own strings.
        if layout.size() > 4096 {
            // SAFETY: the piece is still ours and was written whole when it was taken.
            let bytes = unsafe { std::slice::from_raw_parts(piece, layout.size()) };
            if bytes.windows(NEEDLE.len()).any(|window| window == NEEDLE) {
                FREED_WITH_THE_NEEDLE.fetch_add(1, Ordering::Relaxed);
            }
        }
        // SAFETY: as the caller promises.
        unsafe { System.dealloc(piece, layout) }
    }
}

#[global_allocator]
static ALLOCATOR: Looking = Looking;

#[test]
fn the_pages_of_a_database_are_freed_by_the_programs_own_allocator() {
    take_sqlite_memory_from_rust().unwrap();
    let connection = Connection::open_in_memory().unwrap();
    connection
        .execute_batch("CREATE TABLE message(text TEXT)")
        .unwrap();
    let words = std::str::from_utf8(NEEDLE).unwrap();
    connection
        .execute("INSERT INTO message VALUES (?1)", [words])
        .unwrap();
    connection.close().unwrap();
    assert!(FREED_WITH_THE_NEEDLE.load(Ordering::Relaxed) > 0);
    assert!(
        take_sqlite_memory_from_rust().is_err(),
        "once SQLite runs it is too late"
    );
}
