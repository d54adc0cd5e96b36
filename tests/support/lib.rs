//! What the tests from outside share: the programs, homes of their own, made-up phones, a look into files, a driven window.
//!
//! Nothing here knows how Latchkey works inside; it starts programs and looks at what they print, show and leave behind.

pub mod cli;
pub mod drag;
pub mod files;
pub mod home;
pub mod memory;
pub mod phones;
pub mod programs;
pub mod window;
pub mod wizard;

/// Prints why a test did not run, in the form that the summary of all checks repeats.
pub fn skipped(test: &str, reason: &str) {
    use std::io::Write as _;
    // the macros' output is kept back when a test passes, and this one does
    let _ = writeln!(std::io::stderr(), "skipped: {test}: {reason}");
}
