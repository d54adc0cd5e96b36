//! The real `latchkey` binary: arguments in, exit code, stdout and stderr out.

// A panic here is a failed claim.
#![allow(clippy::unwrap_used, clippy::print_stdout)]

mod before_a_key;
mod desk;
mod enrolled;
mod exports;
mod failures;
mod histories;
mod keyrings;
mod keys;
mod marks;
mod my_histories;
mod passkeys;
mod people;
mod session;
mod terminal;
mod tpm;
