//! Exports of made-up phones, from the history to the files: one test program, a file for each format and each promise.
#![allow(clippy::unwrap_used, reason = "a panic in a test is a failed claim")]

mod desk;
mod json;
mod proof;
mod redaction;
mod resuming;
mod schema;
