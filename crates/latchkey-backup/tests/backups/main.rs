//! The crate from outside: backups of every kind, whole, cut, flipped, with the right key and others.

// A panic here is a failed claim; the bytes are made up.
#![allow(
    clippy::unwrap_used,
    clippy::print_stdout,
    clippy::cast_possible_truncation
)]

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
