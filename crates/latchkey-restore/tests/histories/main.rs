//! Claims about restoring made-up backups, from outside: what adds up, what is refused, what is left behind.

#![allow(clippy::unwrap_used, reason = "a panic in a test is a failed claim")]

mod fixture;
mod opening;
mod pipeline;
mod refusals;
mod stopping;
