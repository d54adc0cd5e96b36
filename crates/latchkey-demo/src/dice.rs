//! Repeatable chance: the same seed and name give the same throws on every machine and in every version.

use rand::rngs::Xoshiro256PlusPlus;
use rand::{Rng, SeedableRng};

/// A stream of throws.
pub(crate) struct Dice(Xoshiro256PlusPlus);

impl Dice {
    /// A stream of its own for each `name` under one seed, so that adding one does not move the others.
    pub(crate) fn named(seed: u64, name: u64) -> Self {
        Dice(Xoshiro256PlusPlus::seed_from_u64(
            seed ^ name.wrapping_mul(0x9E37_79B9_7F4A_7C15),
        ))
    }

    /// A number from 0 up to, not including, `end`; 0 where `end` is 0.
    pub(crate) fn below(&mut self, end: u64) -> u64 {
        if end == 0 { 0 } else { self.0.next_u64() % end }
    }

    /// A number in `from..=to`.
    pub(crate) fn between(&mut self, from: i64, to: i64) -> i64 {
        from + i64::try_from(self.below((to - from).unsigned_abs() + 1)).unwrap_or(0)
    }

    /// True about `per_mille` times in a thousand.
    pub(crate) fn chance(&mut self, per_mille: u64) -> bool {
        self.below(1000) < per_mille
    }

    /// An index below `len`.
    pub(crate) fn index(&mut self, len: usize) -> usize {
        usize::try_from(self.below(len as u64)).unwrap_or(0)
    }

    /// One of `choices`, which is not empty.
    pub(crate) fn pick<'a, T>(&mut self, choices: &'a [T]) -> &'a T {
        &choices[self.index(choices.len())]
    }

    /// One of `words`, which is not empty.
    pub(crate) fn word(&mut self, words: &[&'static str]) -> &'static str {
        words[self.index(words.len())]
    }

    /// An index, as often as its weight says.
    pub(crate) fn weighted(&mut self, weights: &[u32]) -> usize {
        let total: u64 = weights.iter().map(|w| u64::from(*w)).sum();
        let mut left = self.below(total);
        for (index, weight) in weights.iter().enumerate() {
            if left < u64::from(*weight) {
                return index;
            }
            left -= u64::from(*weight);
        }
        0
    }

    /// Between 0 and 1.
    pub(crate) fn fraction(&mut self) -> f64 {
        #[allow(clippy::cast_precision_loss, reason = "53 bits are kept")]
        let value = (self.0.next_u64() >> 11) as f64;
        value / 9_007_199_254_740_992.0
    }

    /// An exponential waiting time with this mean.
    pub(crate) fn waiting(&mut self, mean: f64) -> f64 {
        -mean * (1.0 - self.fraction()).ln()
    }

    /// `len` hex digits, upper case.
    pub(crate) fn hex(&mut self, len: usize) -> String {
        const DIGITS: &[u8; 16] = b"0123456789ABCDEF";
        let mut word = 0;
        (0..len)
            .map(|position| {
                if position % 16 == 0 {
                    word = self.0.next_u64();
                }
                let digit = DIGITS[usize::try_from(word & 15).unwrap_or(0)];
                word >>= 4;
                char::from(digit)
            })
            .collect()
    }

    /// `N` random bytes.
    pub(crate) fn bytes<const N: usize>(&mut self) -> [u8; N] {
        let mut bytes = [0; N];
        self.0.fill_bytes(&mut bytes);
        bytes
    }
}
