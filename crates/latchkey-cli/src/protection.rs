//! What a crash may leave behind: no memory on the disk, no content on the terminal.

/// Turns core dumps off for this process and what it starts: they would hold keys and messages.
#[cfg(unix)]
pub(crate) fn forbid_core_dumps() {
    use rustix::process::{Resource, Rlimit, setrlimit};
    let none = Rlimit {
        current: Some(0),
        maximum: Some(0),
    };
    // Lowering a limit is always allowed.
    let _ = setrlimit(Resource::Core, none);
}

#[cfg(not(unix))]
pub(crate) fn forbid_core_dumps() {}

/// A panic is a bug of ours. Its message may quote what was read, so only its place is said.
pub(crate) fn keep_panics_quiet() {
    std::panic::set_hook(Box::new(|panic| {
        use std::io::Write;
        let place = panic.location().map_or_else(String::new, |place| {
            format!(" ({}:{})", place.file(), place.line())
        });
        let _ = writeln!(
            std::io::stderr(),
            "error: latchkey has met a fault of its own{place}\nhint: Nothing half-written was kept. Please report this place; it holds nothing of yours."
        );
    }));
}
