//! The program and its client in `latchkey-passkey`, against a software TPM (swtpm) and against programs that lie.

mod ceremonies;
mod guessing;
mod lies;
mod linking;
mod other_tpms;
mod person;
mod process;
mod recorder;
mod stubs;
mod swtpm;
mod tries;
mod wire;
