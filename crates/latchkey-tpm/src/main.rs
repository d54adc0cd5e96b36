//! The TPM behind a pipe, so that nothing else links the TPM libraries.

fn main() {}
