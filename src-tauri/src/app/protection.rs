//! What is switched on before anything else: freed memory is wiped, no core dumps, and a panic says where and never what.

use std::alloc::System;
use std::panic::{Location, PanicHookInfo};
use std::sync::atomic::{AtomicBool, Ordering};

use rustix::process::{DumpableBehavior, Resource, Rlimit, set_dumpable_behavior, setrlimit};
use zeroizing_alloc::ZeroAlloc;

use crate::app::logs;

/// The argument of a start that follows a panic: the calm screen comes first.
pub const AFTER_A_STOP: &str = "--after-a-stop";

/// The argument that allows passkeys that are files: for the demo and the tests.
pub const INSECURE_DEMO: &str = "--insecure-demo";

/// Freed memory is wiped: request bodies pass through libraries that do not wipe theirs.
#[global_allocator]
static WIPED_WHEN_FREED: ZeroAlloc<System> = ZeroAlloc(System);

/// What libraries in C free is wiped with it: the pages that SQLite decrypts, and the replies that the web view's own
/// library has sent to its page.
pub fn wipe_memory_of_libraries() {
    if latchkey_index::take_sqlite_memory_from_rust().is_err() || !overwrite_what_c_frees() {
        tracing::warn!(name: "library-memory-not-wiped", "");
    }
}

/// glibc overwrites freed memory with a byte of our choice (mallopt(3), M_PERTURB), but for the few pieces of at most 1 KiB
/// that each thread keeps at hand.
#[cfg(all(target_os = "linux", target_env = "gnu"))]
#[allow(unsafe_code, reason = "mallopt has no safe wrapper")]
fn overwrite_what_c_frees() -> bool {
    // SAFETY: mallopt takes two numbers and is called before there is a second thread.
    unsafe { libc::mallopt(libc::M_PERTURB, 0x5a) == 1 }
}

#[cfg(not(all(target_os = "linux", target_env = "gnu")))]
fn overwrite_what_c_frees() -> bool {
    false
}

/// Turns core dumps off, for this process and those of the web view.
///
/// A limit of 1 byte, not 0: a dump that is piped to a program ignores 0 and stops at 1 (Linux `fs/coredump.c`; core(5)),
/// and child processes inherit the limit but not the "not dumpable" mark.
pub fn forbid_core_dumps() {
    let one = Rlimit {
        current: Some(1),
        maximum: Some(1),
    };
    let limited = setrlimit(Resource::Core, one).is_ok();
    let marked = set_dumpable_behavior(DumpableBehavior::NotDumpable).is_ok();
    if !(limited && marked) {
        tracing::warn!(name: "core-dumps-not-forbidden", "");
    }
}

/// From now on a panic leaves its place in the log and nothing else; on the main thread, which cannot go on,
/// the program is started anew on the calm screen.
pub fn keep_panics_quiet() {
    std::panic::set_hook(Box::new(|panic: &PanicHookInfo<'_>| {
        logs::panicked(&panic.location().map_or_else(String::new, place));
        let on_main = std::thread::current().name() == Some("main");
        if on_main && !STARTED_ANEW.swap(true, Ordering::SeqCst) {
            start_anew();
        }
    }));
}

/// Only once: a panic that cannot unwind calls the hook again.
static STARTED_ANEW: AtomicBool = AtomicBool::new(false);

/// `file:line:column` of our source, as the compiler knows it.
fn place(location: &Location<'_>) -> String {
    format!(
        "{}:{}:{}",
        location.file(),
        location.line(),
        location.column()
    )
}

/// Starts the program again, on the calm screen; a second panic in a row just ends.
fn start_anew() {
    let given = |word: &str| std::env::args_os().any(|argument| argument == word);
    if given(AFTER_A_STOP) {
        return;
    }
    if let Ok(program) = std::env::current_exe() {
        let mut command = std::process::Command::new(program);
        command.arg(AFTER_A_STOP);
        if given(INSECURE_DEMO) {
            command.arg(INSECURE_DEMO);
        }
        let _ = command.spawn();
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use rustix::process::{dumpable_behavior, getrlimit};

    #[test]
    fn neither_a_file_nor_a_pipe_gets_a_core_dump() {
        forbid_core_dumps();
        assert_eq!(getrlimit(Resource::Core).current, Some(1));
        assert_eq!(dumpable_behavior().unwrap(), DumpableBehavior::NotDumpable);
    }
}
