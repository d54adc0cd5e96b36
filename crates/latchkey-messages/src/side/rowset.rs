//! A set of row numbers in few bits each.

/// Bits while the numbers lie close together, a sorted list beyond.
#[derive(Debug, Default)]
pub(crate) struct RowSet {
    bits: Vec<u64>,
    far: Vec<i64>,
    count: usize,
}

/// Numbers up to this are always kept as bits (8 KiB).
const ALWAYS_BITS: usize = 1 << 16;
/// Beyond, the bits may take this many for each number kept.
const BITS_PER_ROW: usize = 512;

impl RowSet {
    /// Adds a number; [`RowSet::finish`] comes after the last one.
    pub(crate) fn insert(&mut self, number: i64) {
        let near = usize::try_from(number).ok();
        let known = near.is_some_and(|bit| self.has_bit(bit)) || self.far.last() == Some(&number);
        if known {
            // Only different numbers buy room for bits.
            return;
        }
        let allowed = ALWAYS_BITS + self.count * BITS_PER_ROW;
        self.count += 1;
        match near {
            Some(bit) if bit < allowed => {
                let word = bit / 64;
                if word >= self.bits.len() {
                    self.bits.resize(word + 1, 0);
                }
                if let Some(word) = self.bits.get_mut(word) {
                    *word |= 1 << (bit % 64);
                }
            }
            _ => self.far.push(number),
        }
    }

    /// Makes the set ready to be asked.
    pub(crate) fn finish(&mut self) {
        self.far.sort_unstable();
        self.far.dedup();
        self.far.shrink_to_fit();
    }

    /// Every number, rising among the near and among the far ones.
    pub(crate) fn each(&self, on_number: &mut dyn FnMut(i64)) {
        for (place, &word) in self.bits.iter().enumerate() {
            let mut left = word;
            while left != 0 {
                let bit = place * 64 + left.trailing_zeros() as usize;
                on_number(i64::try_from(bit).unwrap_or(i64::MAX));
                left &= left - 1;
            }
        }
        self.far.iter().copied().for_each(on_number);
    }

    /// The number was added.
    pub(crate) fn contains(&self, number: i64) -> bool {
        let near = usize::try_from(number).is_ok_and(|bit| self.has_bit(bit));
        near || (!self.far.is_empty() && self.far.binary_search(&number).is_ok())
    }

    fn has_bit(&self, bit: usize) -> bool {
        let word = self.bits.get(bit / 64);
        word.is_some_and(|word| word & (1 << (bit % 64)) != 0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_row_set_holds_what_was_put_in_near_and_far_in_any_order() {
        let mut set = RowSet::default();
        let numbers = [
            1,
            9_000_000_001,
            63,
            64,
            65_535,
            2,
            65_536,
            70_000,
            9_000_000_000,
        ];
        for number in numbers {
            set.insert(number);
        }
        set.finish();
        for number in numbers {
            assert!(set.contains(number), "{number}");
        }
        let mut met = 0;
        set.each(&mut |number| met += i32::from(numbers.contains(&number)));
        assert_eq!(met, 9);
        for absent in [-1, 0, 3, 66, 65_537, 9_000_000_002, i64::MAX] {
            assert!(!set.contains(absent), "{absent}");
        }
    }

    #[test]
    fn a_number_that_comes_again_and_again_buys_no_room() {
        let mut set = RowSet::default();
        for _ in 0..1_000_000 {
            set.insert(7);
            set.insert(9_000_000_000);
        }
        set.insert(400_000_000);
        set.finish();
        assert!(set.contains(7) && set.contains(9_000_000_000) && set.contains(400_000_000));
        assert!(set.bits.len() * 8 < 100_000, "{}", set.bits.len());
    }

    #[test]
    fn a_row_set_of_far_apart_numbers_stays_small() {
        let mut set = RowSet::default();
        for step in 1..1000_i64 {
            set.insert(step * 1_000_000_000_000);
        }
        set.finish();
        assert!(set.bits.len() * 8 + set.far.len() * 8 < 100_000);
    }
}
