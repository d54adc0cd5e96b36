//! The program and its client in `latchkey-passkey`, against a software TPM (swtpm) and against programs that lie.

#![allow(clippy::unwrap_used)] // a panic in what the tests are built from is a failed test, too

mod ceremonies;
mod guessing;
mod lies;
mod linking;
mod other_tpms;
mod owner;
mod person;
mod process;
mod recorder;
mod stubs;
mod swtpm;
mod tries;
mod wire;
