//! Owners and their rows, eight bytes a row while the numbers fit 32 bits.

use std::cell::Cell;

/// Pairs of owner and row number, found by owner.
#[derive(Debug, Default)]
pub(crate) struct Pairs {
    narrow: Vec<(u32, u32)>,
    wide: Vec<(i64, i64)>,
    /// Where the last owner was found: the messages of a chat rise, so that the next one is not far.
    last: Cell<usize>,
}

impl Pairs {
    /// Adds a row; [`Pairs::finish`] comes after the last one.
    pub(crate) fn push(&mut self, owner: i64, number: i64) {
        match (u32::try_from(owner), u32::try_from(number)) {
            (Ok(owner), Ok(number)) => self.narrow.push((owner, number)),
            _ => self.wide.push((owner, number)),
        }
    }

    /// Sorts, so that owners can be found.
    pub(crate) fn finish(&mut self) {
        self.narrow.sort_unstable();
        self.narrow.shrink_to_fit();
        self.wide.sort_unstable();
        self.wide.shrink_to_fit();
    }

    /// Rows of one owner, rising.
    pub(crate) fn of(&self, owner: i64) -> impl Iterator<Item = i64> + '_ {
        let narrow = u32::try_from(owner)
            .map(|owner| {
                let from = first(&self.narrow, owner, self.last.get());
                self.last.set(from);
                range(&self.narrow, owner, from)
            })
            .unwrap_or_default();
        let wide = range(&self.wide, owner, first(&self.wide, owner, 0));
        narrow
            .iter()
            .map(|&(_, number)| i64::from(number))
            .chain(wide.iter().map(|&(_, number)| number))
    }

    /// Every owner, rising within each width; one that has several rows comes several times.
    pub(crate) fn owners(&self) -> impl Iterator<Item = i64> + '_ {
        let narrow = self.narrow.iter().map(|&(owner, _)| i64::from(owner));
        narrow.chain(self.wide.iter().map(|&(owner, _)| owner))
    }

    /// Every row number.
    pub(crate) fn numbers(&self) -> impl Iterator<Item = i64> + '_ {
        let narrow = self.narrow.iter().map(|&(_, number)| i64::from(number));
        narrow.chain(self.wide.iter().map(|&(_, number)| number))
    }
}

/// The place of an owner's first pair, looked for in growing steps from a place near it.
fn first<T: Ord + Copy>(pairs: &[(T, T)], owner: T, near: usize) -> usize {
    let lower = |place: usize| pairs.get(place).is_some_and(|&(other, _)| other < owner);
    let (mut from, mut to) = (0, near);
    if near == 0 || lower(near - 1) {
        let mut step = 1;
        (from, to) = (near, near);
        while lower(to) {
            from = to + 1;
            to += step;
            step *= 2;
        }
    }
    let between = pairs.get(from..to.min(pairs.len())).unwrap_or_default();
    from + between.partition_point(|&(other, _)| other < owner)
}

/// The pairs of one owner, which begin at a place.
fn range<T: Ord + Copy>(pairs: &[(T, T)], owner: T, from: usize) -> &[(T, T)] {
    let rest = pairs.get(from..).unwrap_or_default();
    // Owners have few rows, so that walking on is faster than a second search.
    let len = rest.iter().take_while(|&&(other, _)| other == owner);
    rest.get(..len.count()).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rows_of_an_owner_are_found_narrow_and_wide_and_rise() {
        let mut pairs = Pairs::default();
        let far = 9_000_000_000;
        for (owner, number) in [(7, far), (7, 3), (far, 1), (2, 9), (7, 1), (far, far)] {
            pairs.push(owner, number);
        }
        pairs.finish();
        let of = |owner| pairs.of(owner).collect::<Vec<_>>();
        assert_eq!(of(7), [1, 3, far]);
        assert_eq!(of(far), [1, far]);
        assert_eq!(of(2), [9]);
        assert_eq!(of(1), [0_i64; 0]);
        assert_eq!(of(-1), [0_i64; 0]);
    }

    #[test]
    fn an_owner_is_found_from_wherever_the_last_one_was() {
        let mut pairs = Pairs::default();
        for owner in (0..300).step_by(3) {
            pairs.push(owner, 1);
            pairs.push(owner, 2);
        }
        pairs.finish();
        for near in 0..320 {
            for owner in [0, 1, 2, 3, 150, 151, 297, 299, 300] {
                let _ = pairs.of(near).count();
                let expected = if owner % 3 == 0 && owner < 300 { 2 } else { 0 };
                assert_eq!(pairs.of(owner).count(), expected, "{owner} from {near}");
            }
        }
    }
}
