//! Claims about keyring files, from outside: what opens, what is refused, what is kept.

#![allow(clippy::unwrap_used, reason = "a panic in a test is a failed claim")]

mod forgery;
mod golden;
mod saving;
mod stranger;
mod with_age;
