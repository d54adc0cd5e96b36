//! The PRF: two inputs, their salts, and the two secret outputs (WebAuthn Level 3, "prf" extension).

use std::fmt;

use sha2::{Digest, Sha256};
use subtle::ConstantTimeEq;
use zeroize::Zeroizing;

/// Put before every input, so that a website's salts and other programs' never meet (WebAuthn Level 3, 10.1.4).
const CONTEXT: &[u8] = b"WebAuthn PRF\0";

/// The two inputs of one evaluation; not secret.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PrfInputs {
    /// Any bytes.
    pub first: Vec<u8>,
    /// Any other bytes.
    pub second: Vec<u8>,
}

impl PrfInputs {
    /// The two salts as the authenticator gets them: SHA-256 over the context and the input.
    #[must_use]
    pub fn salts(&self) -> [[u8; 32]; 2] {
        [&self.first, &self.second].map(|input| {
            let hash = Sha256::new().chain_update(CONTEXT).chain_update(input);
            hash.finalize().into()
        })
    }
}

/// The two outputs: 64 secret bytes, wiped when dropped, compared in constant time.
pub struct PrfOutput(Box<Zeroizing<[u8; 64]>>);

impl PrfOutput {
    /// Takes copies; the caller wipes its own.
    #[must_use]
    pub fn new(first: &[u8; 32], second: &[u8; 32]) -> Self {
        let mut both = Box::new(Zeroizing::new([0; 64]));
        both[..32].copy_from_slice(first);
        both[32..].copy_from_slice(second);
        Self(both)
    }

    /// The first output and then the second.
    #[must_use]
    pub fn as_bytes(&self) -> &[u8; 64] {
        &self.0
    }
}

impl PartialEq for PrfOutput {
    fn eq(&self, other: &Self) -> bool {
        self.0.as_slice().ct_eq(other.0.as_slice()).into()
    }
}

impl Eq for PrfOutput {}

impl fmt::Debug for PrfOutput {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("PrfOutput")
    }
}
