//! An index from outside: made-up phones are imported, merged, read, killed, encrypted anew.
#![allow(clippy::unwrap_used, reason = "a panic in a test is a failed claim")]

mod carrying;
mod crafted;
mod dump;
mod fixture;
mod importing;
mod killing;
mod marks;
mod members;
mod merging;
mod orders;
mod refreshing;
mod rekeying;
mod safety;
mod winning;

/// What earlier versions wrote.
mod versions {
    mod earlier;
    mod golden;
    mod upgrading;
}
