//! Claims about keyring files, from outside: what opens, what is refused, what is kept.

#![allow(clippy::unwrap_used, reason = "a panic in a test is a failed claim")]

mod drill;
mod forged_slots;
mod forgery;
mod golden;
mod known_passkeys;
mod later_versions;
mod saving;
mod skip;
mod stranger;
mod typage;
mod with_age;
