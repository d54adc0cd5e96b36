//! Claims about restoring made-up backups, from outside: what adds up, what is refused, what is left behind.

#![allow(clippy::unwrap_used, reason = "a panic in a test is a failed claim")]

mod browsing;
mod changing;
mod contacts;
mod finding;
mod fixture;
mod forging;
mod full_disk;
mod increments;
mod killing;
mod media;
mod moving;
mod opening;
mod pipeline;
mod refusals;
mod removing;
mod stopping;
mod vouching;
