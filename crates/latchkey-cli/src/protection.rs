//! What a crash or a library may leave behind: no memory on the disk, no content on the terminal, no secrets in freed memory.

use crate::failure::Failure;
use latchkey_restore::ErrorCode;
use std::alloc::System;
use std::panic::AssertUnwindSafe;
use std::sync::Mutex;
use zeroizing_alloc::ZeroAlloc;

/// Freed memory is wiped: keys and messages pass through libraries that do not wipe theirs.
#[global_allocator]
static WIPED_WHEN_FREED: ZeroAlloc<System> = ZeroAlloc(System);

/// SQLite's memory is wiped with it: the pages that it decrypts.
pub(crate) fn wipe_memory_of_sqlite() {
    latchkey_index::take_sqlite_memory_from_rust().expect("no database is open at the start");
}

/// Turns core dumps off for this process and what it starts: they would hold keys and messages.
///
/// A limit of 1 byte, not 0: a dump that is piped to a program ignores 0 and stops at 1 (Linux `fs/coredump.c`;
/// core(5)), and child processes inherit the limit but not the "not dumpable" mark.
#[cfg(unix)]
pub(crate) fn forbid_core_dumps() {
    use rustix::process::{Resource, Rlimit, setrlimit};
    let one = Rlimit {
        current: Some(1),
        maximum: Some(1),
    };
    // Where the limit is 0 already it cannot be raised, and stays.
    let _ = setrlimit(Resource::Core, one);
    #[cfg(target_os = "linux")]
    {
        use rustix::process::{DumpableBehavior, set_dumpable_behavior};
        let _ = set_dumpable_behavior(DumpableBehavior::NotDumpable);
    }
}

#[cfg(not(unix))]
pub(crate) fn forbid_core_dumps() {}

/// Where the last panic was, in our own source.
static PLACE: Mutex<String> = Mutex::new(String::new());

/// Runs something; a panic in it is a fault of ours and becomes a failure. Its message may quote what was
/// read, so only its place is said, and a number that names it in a report.
pub(crate) fn catch_faults<T>(run: impl FnOnce() -> Result<T, Failure>) -> Result<T, Failure> {
    std::panic::set_hook(Box::new(|panic| {
        if let (Some(place), Ok(mut said)) = (panic.location(), PLACE.lock()) {
            *said = format!("{}:{}", place.file(), place.line());
        }
    }));
    std::panic::catch_unwind(AssertUnwindSafe(run)).unwrap_or_else(|_| {
        let place = PLACE.lock().map(|place| place.clone()).unwrap_or_default();
        let number = report_number(&place);
        Err(Failure::new(ErrorCode::Internal)
            .detail(&place)
            .fact("report", number))
    })
}

/// A number for a place in this version: the same fault has the same number everywhere (FNV-1a, 32 bits).
fn report_number(place: &str) -> String {
    let text = format!("{} {place}", env!("CARGO_PKG_VERSION"));
    let number = text.bytes().fold(0x811c_9dc5_u32, |hash, byte| {
        (hash ^ u32::from(byte)).wrapping_mul(0x0100_0193)
    });
    format!("{number:08x}")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::words::Words;

    #[cfg(target_os = "linux")]
    #[test]
    fn neither_a_file_nor_a_pipe_gets_a_core_dump() {
        use rustix::process::{DumpableBehavior, Resource, dumpable_behavior, getrlimit};
        forbid_core_dumps();
        // 0 where the computer forbids even that one byte.
        assert!(
            getrlimit(Resource::Core)
                .current
                .is_some_and(|bytes| bytes <= 1)
        );
        assert_eq!(dumpable_behavior().unwrap(), DumpableBehavior::NotDumpable);
    }

    #[test]
    fn a_panic_becomes_a_failure_that_quotes_nothing() {
        let ended = catch_faults(|| -> Result<(), Failure> { panic!("Ana: see you at nine") });
        let said = ended.unwrap_err().to_json(&Words::english()).to_string();
        assert!(
            said.contains("\"internal\"") && said.contains("protection.rs"),
            "{said}"
        );
        assert!(said.contains("report") && !said.contains("Ana"), "{said}");
    }
}
