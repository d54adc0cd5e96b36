//! What a crash or a library may leave behind: no core dump, nothing on the terminal, no secret in freed memory.

use std::alloc::System;
use std::fs::OpenOptions;

use rustix::process::{DumpableBehavior, Resource, Rlimit, set_dumpable_behavior, setrlimit};
use zeroizing_alloc::ZeroAlloc;

/// Freed memory is wiped: authorisation values pass through libraries that do not wipe theirs.
#[global_allocator]
static WIPED_WHEN_FREED: ZeroAlloc<System> = ZeroAlloc(System);

/// Turns core dumps off and standard error away, for this process. To be called first.
///
/// A limit of 1 byte, not 0: a dump that is piped to a program ignores 0 and stops at 1 (Linux `fs/coredump.c`).
pub(crate) fn apply() {
    let one = Rlimit {
        current: Some(1),
        maximum: Some(1),
    };
    // Where the limit is 0 already it cannot be raised, and stays.
    let _ = setrlimit(Resource::Core, one);
    let _ = set_dumpable_behavior(DumpableBehavior::NotDumpable);
    // The TPM libraries write their errors there whatever TSS2_LOG says to a file, and a panic would quote its cause.
    if let Ok(nowhere) = OpenOptions::new().write(true).open("/dev/null") {
        let _ = rustix::stdio::dup2_stderr(&nowhere);
    }
}
