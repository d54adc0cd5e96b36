//! Claims about keyring files, from outside: what opens, what is refused, what is kept.

#![allow(
    clippy::unwrap_used,
    clippy::print_stdout,
    reason = "a panic in a test is a failed claim; a skipped test says why"
)]

mod forgery;
mod golden;
mod saving;
mod stranger;
mod with_age;
