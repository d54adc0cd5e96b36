//! SQLite's memory comes from the program's own allocator, which wipes what is freed.
//!
//! SQLite takes its memory from the C library and frees it as it is: after a lock the decrypted pages of a closed
//! database would stay in our heap until something else is written there.
#![allow(
    unsafe_code,
    reason = "SQLite takes its allocator as a table of C functions"
)]

use std::alloc::{Layout, alloc, dealloc, realloc};
use std::ffi::{c_int, c_void};
use std::ptr::null_mut;

use rusqlite::ffi;

use crate::cipher;

/// The size of a piece is written before it: SQLite asks for it, and frees without naming it.
const BEFORE: usize = 16;

/// SQLite has been used already, so its allocator cannot be changed any more.
#[derive(Debug, thiserror::Error)]
#[error("SQLite was in use before its memory was made to be wiped")]
pub struct SqliteInUse;

/// Gives SQLite the global allocator of this program, so that an allocator that wipes what is freed wipes decrypted pages
/// and texts too, and makes SQLCipher ready. To be called once, at the start, before any database is opened.
///
/// # Errors
/// When SQLite has been initialised already.
pub fn take_sqlite_memory_from_rust() -> Result<(), SqliteInUse> {
    let methods = ffi::sqlite3_mem_methods {
        xMalloc: Some(allocate),
        xFree: Some(free),
        xRealloc: Some(resize),
        xSize: Some(size_of_piece),
        xRoundup: Some(round_up),
        xInit: Some(begin),
        xShutdown: Some(end),
        pAppData: null_mut(),
    };
    // SAFETY: SQLite copies the table; its functions live as long as the program.
    let taken = unsafe { ffi::sqlite3_config(ffi::SQLITE_CONFIG_MALLOC, &raw const methods) };
    // Nobody reads SQLite's statistics of memory, and every thread would wait for their lock.
    // SAFETY: the option takes one number.
    let uncounted = unsafe { ffi::sqlite3_config(ffi::SQLITE_CONFIG_MEMSTATUS, 0) };
    if (taken, uncounted) == (ffi::SQLITE_OK, ffi::SQLITE_OK) {
        cipher::make_ready();
        Ok(())
    } else {
        Err(SqliteInUse)
    }
}

fn layout(size: usize) -> Option<Layout> {
    Layout::from_size_align(size.checked_add(BEFORE)?, BEFORE).ok()
}

/// Writes the size in front and returns the place behind it.
///
/// # Safety
/// `start` is null, or the begin of a piece of `BEFORE + size` bytes.
unsafe fn with_size(start: *mut u8, size: usize) -> *mut c_void {
    if start.is_null() {
        return null_mut();
    }
    // SAFETY: the caller's piece is aligned to 16 and has BEFORE bytes at least.
    unsafe {
        start.cast::<usize>().write(size);
        start.add(BEFORE).cast()
    }
}

/// The begin of a piece and the size that was asked for.
///
/// # Safety
/// `piece` comes from `with_size` and was not freed.
unsafe fn taken_apart(piece: *mut c_void) -> (*mut u8, usize) {
    // SAFETY: `with_size` left BEFORE bytes in front, with the size in them.
    unsafe {
        let start = piece.cast::<u8>().sub(BEFORE);
        (start, start.cast::<usize>().read())
    }
}

unsafe extern "C" fn allocate(size: c_int) -> *mut c_void {
    let Ok(size) = usize::try_from(size) else {
        return null_mut();
    };
    let Some(layout) = layout(size) else {
        return null_mut();
    };
    // SAFETY: the layout is not empty.
    unsafe { with_size(alloc(layout), size) }
}

unsafe extern "C" fn free(piece: *mut c_void) {
    if piece.is_null() {
        return;
    }
    // SAFETY: SQLite gives back only what `allocate` or `resize` gave.
    unsafe {
        let (start, size) = taken_apart(piece);
        if let Some(layout) = layout(size) {
            dealloc(start, layout);
        }
    }
}

unsafe extern "C" fn resize(piece: *mut c_void, size: c_int) -> *mut c_void {
    let Ok(size) = usize::try_from(size) else {
        return null_mut();
    };
    // SAFETY: as in `free`; SQLite never resizes a null piece (mem1.c asserts it).
    unsafe {
        let (start, before) = taken_apart(piece);
        let (Some(old), Some(new)) = (layout(before), layout(size)) else {
            return null_mut();
        };
        with_size(realloc(start, old, new.size()), size)
    }
}

unsafe extern "C" fn size_of_piece(piece: *mut c_void) -> c_int {
    if piece.is_null() {
        return 0;
    }
    // SAFETY: as in `free`.
    let (_, size) = unsafe { taken_apart(piece) };
    c_int::try_from(size).unwrap_or(c_int::MAX)
}

unsafe extern "C" fn round_up(size: c_int) -> c_int {
    size.checked_add(7).map_or(size, |size| size & !7)
}

unsafe extern "C" fn begin(_: *mut c_void) -> c_int {
    ffi::SQLITE_OK
}

unsafe extern "C" fn end(_: *mut c_void) {}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_piece_keeps_its_words_when_it_grows_and_knows_its_size() {
        // SAFETY: the functions are used as SQLite uses them.
        unsafe {
            let piece = allocate(24);
            assert_eq!((size_of_piece(piece), piece.addr() % 8), (24, 0));
            piece.cast::<u8>().write_bytes(7, 24);
            let piece = resize(piece, 4096);
            assert_eq!(size_of_piece(piece), 4096);
            assert_eq!(
                std::slice::from_raw_parts(piece.cast::<u8>(), 24),
                [7; 24].as_slice()
            );
            let piece = resize(piece, 8);
            assert_eq!(piece.cast::<u8>().add(7).read(), 7);
            free(piece);
            free(null_mut());
            assert!(allocate(-1).is_null());
            assert_eq!(size_of_piece(null_mut()), 0);
            assert_eq!(round_up(c_int::MAX), c_int::MAX);
            assert_eq!(round_up(9), 16);
        }
    }
}
