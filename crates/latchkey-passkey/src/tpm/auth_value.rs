//! From the PIN to the 32 bytes that authorise the key in the TPM: Argon2id (RFC 9106).
//!
//! Its cost stands in the keyring, which is not yet proved genuine when the PIN is asked for: a cost that would
//! exhaust the computer, or that protects nothing, is refused.

use std::fmt;
use std::ops::RangeInclusive;

use argon2::{Algorithm, Argon2, Block, Params, Version};
use zeroize::{Zeroize, Zeroizing};

use crate::authenticator::Argon2Cost;
use crate::error::CeremonyError;
use crate::pin::Pin;

/// Cost of new keys: the second recommended option (RFC 9106, section 4).
pub(super) const COST: Argon2Cost = Argon2Cost {
    memory_kib: 64 * 1024,
    passes: 3,
    lanes: 4,
};

const MEMORY_KIB: RangeInclusive<u32> = 16 * 1024..=256 * 1024;
const PASSES: RangeInclusive<u32> = 1..=4;
const LANES: RangeInclusive<u32> = 1..=16;

/// Authorisation value of a key; wiped when dropped.
pub(super) struct AuthValue(Box<Zeroizing<[u8; 32]>>);

impl AuthValue {
    /// Derives it; takes about a tenth of a second.
    pub(super) fn derive(
        pin: &Pin,
        salt: &[u8; 16],
        cost: Argon2Cost,
    ) -> Result<Self, CeremonyError> {
        check(cost)?;
        let params =
            Params::new(cost.memory_kib, cost.passes, cost.lanes, Some(32)).map_err(|_| unfit())?;
        let mut memory = Memory::reserve(params.block_count())?;
        let mut value = Box::new(Zeroizing::new([0; 32]));
        Argon2::new(Algorithm::Argon2id, Version::V0x13, params)
            .hash_password_into_with_memory(
                pin.as_str().as_bytes(),
                salt,
                value.as_mut_slice(),
                &mut memory.0,
            )
            .map_err(|_| unfit())?;
        Ok(Self(value))
    }

    pub(super) fn as_bytes(&self) -> &[u8; 32] {
        &self.0
    }
}

impl fmt::Debug for AuthValue {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("AuthValue")
    }
}

/// Refuses a cost out of bounds.
pub(super) fn check(cost: Argon2Cost) -> Result<(), CeremonyError> {
    let fits = MEMORY_KIB.contains(&cost.memory_kib)
        && PASSES.contains(&cost.passes)
        && LANES.contains(&cost.lanes);
    fits.then_some(()).ok_or_else(unfit)
}

fn unfit() -> CeremonyError {
    CeremonyError::Inconsistent {
        rule: "the cost of its PIN is out of bounds",
    }
}

/// Argon2's working memory: the PIN can be read off it, so it is wiped.
struct Memory(Vec<Block>);

impl Memory {
    fn reserve(blocks: usize) -> Result<Self, CeremonyError> {
        let mut memory = Vec::new();
        memory
            .try_reserve_exact(blocks)
            .map_err(|_| CeremonyError::Io(std::io::ErrorKind::OutOfMemory.into()))?;
        memory.resize(blocks, Block::default());
        Ok(Self(memory))
    }
}

impl Drop for Memory {
    fn drop(&mut self) {
        self.0.iter_mut().for_each(Zeroize::zeroize);
    }
}
