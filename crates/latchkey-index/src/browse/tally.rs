//! Counts that grow message by message, and the longest of what they are sorted into.

use std::collections::HashMap;
use std::hash::Hash;

/// How often something was seen.
#[derive(Debug)]
pub(super) struct Tally<K> {
    counts: HashMap<K, u64>,
    most: usize,
}

impl<K: Eq + Hash + Ord> Tally<K> {
    /// Keeps no more than `most` different things apart, so that nobody's inventions fill the memory.
    pub(super) fn of_at_most(most: usize) -> Self {
        Self {
            counts: HashMap::new(),
            most,
        }
    }

    pub(super) fn add<B>(&mut self, what: &B)
    where
        K: std::borrow::Borrow<B>,
        B: ?Sized + Eq + Hash + ToOwned<Owned = K>,
    {
        if let Some(count) = self.counts.get_mut(what) {
            *count += 1;
        } else if self.counts.len() < self.most {
            self.counts.insert(what.to_owned(), 1);
        }
    }

    /// The most frequent first; what is as frequent as another, in its own order.
    pub(super) fn most_first(self) -> Vec<(K, u64)> {
        let mut all: Vec<_> = self.counts.into_iter().collect();
        all.sort_by(|one, other| other.1.cmp(&one.1).then_with(|| one.0.cmp(&other.0)));
        all
    }
}

/// The longest stretch of days without a gap, the first of several: its length, first and last day. `days` ascend.
pub(super) fn longest_stretch(days: impl Iterator<Item = i32>) -> Option<(u32, i32, i32)> {
    let mut best: Option<(u32, i32, i32)> = None;
    let mut current: Option<(u32, i32, i32)> = None;
    for day in days {
        let next = match current {
            Some((length, first, last)) if day == last + 1 => (length + 1, first, day),
            _ => (1, day, day),
        };
        if best.is_none_or(|best| next.0 > best.0) {
            best = Some(next);
        }
        current = Some(next);
    }
    best
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_first_of_the_longest_stretches_counts() {
        let longest = |days: &[i32]| longest_stretch(days.iter().copied());
        assert_eq!(longest(&[]), None);
        assert_eq!(longest(&[7]), Some((1, 7, 7)));
        assert_eq!(longest(&[-2, -1, 0, 4, 5, 6, 9]), Some((3, -2, 0)));
        assert_eq!(longest(&[1, 3, 4, 5, 6, 8]), Some((4, 3, 6)));
    }

    #[test]
    fn inventions_do_not_fill_a_tally() {
        let mut tally = Tally::of_at_most(2);
        for what in ["b", "a", "c", "a", "b", "c"] {
            tally.add(what);
        }
        let all: Vec<(String, u64)> = tally.most_first();
        assert_eq!(all, [("a".to_owned(), 2), ("b".to_owned(), 2)]);
    }
}
