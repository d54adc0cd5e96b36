//! The crate from outside: backups of every kind, whole, cut, flipped, with the right key and others.

// A panic here is a failed claim; the bytes are made up.
#![allow(clippy::unwrap_used, clippy::cast_possible_truncation)]

mod files;
mod folders;
mod headers;
mod limits;
mod phones;
mod publishing;
mod repair;
mod shared_vectors;
mod sweep;
mod testkit;
mod verdicts;

/// Says why a test was passed over.
fn skipped(reason: &str) {
    let words = format!("skipped: {reason}\n");
    // written past the test harness, which keeps back what a passing test prints
    let _ = std::io::Write::write_all(&mut std::io::stderr(), words.as_bytes());
}
