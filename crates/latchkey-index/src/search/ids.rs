//! A set of message ids, a bit each.

pub(super) struct Ids(Vec<u64>);

impl Ids {
    pub(super) fn for_end(end: i64) -> Self {
        Self(vec![0; usize::try_from(end).unwrap_or(0) / 64 + 1])
    }

    /// `true` when it was not there, and has its place.
    pub(super) fn add(&mut self, id: i64) -> bool {
        let Ok(id) = usize::try_from(id) else {
            return false;
        };
        let Some(word) = self.0.get_mut(id / 64) else {
            return false;
        };
        let bit = 1 << (id % 64);
        let new = *word & bit == 0;
        *word |= bit;
        new
    }

    pub(super) fn has(&self, id: i64) -> bool {
        usize::try_from(id).is_ok_and(|id| {
            self.0
                .get(id / 64)
                .is_some_and(|word| word & (1 << (id % 64)) != 0)
        })
    }

    /// Those within a range, ascending.
    pub(super) fn within(&self, range: std::ops::Range<i64>) -> impl Iterator<Item = i64> {
        let first = usize::try_from(range.start / 64).unwrap_or(0);
        let words = self.0.iter().enumerate().skip(first);
        words
            .flat_map(|(n, &word)| Bits(word).map(move |bit| (n as i64) * 64 + bit))
            .skip_while(move |id| *id < range.start)
            .take_while(move |id| *id < range.end)
    }
}

/// The places of the bits of a word.
struct Bits(u64);

impl Iterator for Bits {
    type Item = i64;

    fn next(&mut self) -> Option<i64> {
        let bit = self.0.trailing_zeros();
        self.0 &= self.0.wrapping_sub(1);
        (bit < 64).then_some(i64::from(bit))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ids_are_kept_within_their_end() {
        let mut ids = Ids::for_end(200);
        for id in [1, 63, 64, 65, 190] {
            assert!(ids.add(id) && !ids.add(id) && ids.has(id));
        }
        assert!(!ids.add(-1) && !ids.add(9999) && !ids.has(9999) && !ids.has(2));
        let within = |range| ids.within(range).collect::<Vec<_>>();
        assert_eq!(within(0..200), [1, 63, 64, 65, 190]);
        assert_eq!(within(63..65), [63, 64]);
        assert_eq!(within(66..190), [0; 0]);
    }
}
