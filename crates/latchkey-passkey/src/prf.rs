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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn salts_are_those_of_webauthn() {
        let inputs = PrfInputs {
            first: b"first input".to_vec(),
            second: Vec::new(),
        };
        // sha256sum of "WebAuthn PRF", a zero byte, and the input.
        let expected = [
            "a834369b80315181cf10f817b66f815d298322b4670acc0b67c68d6012cf2b0c",
            "6a7e64b2aa34c92736143a062fa149aff1bd8bb3f7ee6f346885481f9414a3d3",
        ];
        assert_eq!(inputs.salts().map(hex::encode), expected);
    }

    #[test]
    fn an_output_is_both_halves_in_order_and_prints_its_name_only() {
        let output = PrfOutput::new(&[1; 32], &[2; 32]);
        assert_eq!(output.as_bytes()[..], [[1; 32], [2; 32]].concat());
        assert!(output == PrfOutput::new(&[1; 32], &[2; 32]));
        assert!(output != PrfOutput::new(&[2; 32], &[1; 32]));
        assert_eq!(format!("{output:?}"), "PrfOutput");
    }
}
