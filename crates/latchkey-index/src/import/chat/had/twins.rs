//! Messages that share a print of their identity, where they are very many: found by their sender, those first that come
//! first, without walking again over those that were met.

use std::collections::HashMap;

use super::is_set;

/// So many places are looked at one by one.
pub(super) const FEW: usize = 64;

/// Places of messages that have the same print.
#[derive(Debug, Default)]
pub(super) struct Twins {
    all: Places,
    of_sender: HashMap<Option<i64>, Places>,
}

impl Twins {
    /// Adds a place; places rise.
    pub(super) fn add(&mut self, place: i64, sender: Option<i64>) {
        self.all.places.push(place);
        self.of_sender.entry(sender).or_default().places.push(place);
    }

    /// The first few places that were not met: of a sender and of nobody, or of anybody where none is given.
    pub(super) fn unmet(&mut self, sender: Option<i64>, met: &[u64]) -> Vec<i64> {
        let mut found = Vec::new();
        if sender.is_none() {
            self.all.unmet(met, &mut found);
            return found;
        }
        for sender in [sender, None] {
            if let Some(places) = self.of_sender.get_mut(&sender) {
                places.unmet(met, &mut found);
            }
        }
        found.sort_unstable();
        found
    }
}

/// Places, rising.
#[derive(Debug, Default)]
struct Places {
    places: Vec<i64>,
    /// For each place how far it is, at least, to the next one that was not met; 0 while that is not known.
    skip: Vec<u32>,
}

impl Places {
    fn unmet(&mut self, met: &[u64], found: &mut Vec<i64>) {
        self.skip.resize(self.places.len(), 0);
        let mut at = 0;
        for _ in 0..FEW {
            at = self.next(at, met);
            let Some(&place) = self.places.get(at) else {
                return;
            };
            found.push(place);
            at += 1;
        }
    }

    /// The first place from `from` on that was not met; those on the way learn it, so that no way is gone twice.
    fn next(&mut self, from: usize, met: &[u64]) -> usize {
        let mut at = from;
        while self.places.get(at).is_some_and(|&place| is_set(met, place)) {
            at += self.skip.get(at).map_or(1, |&skip| skip.max(1) as usize);
        }
        let mut way = from;
        while way < at {
            let Some(skip) = self.skip.get_mut(way) else {
                break;
            };
            let step = (*skip).max(1) as usize;
            *skip = u32::try_from(at - way).unwrap_or(u32::MAX);
            way += step;
        }
        at
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn of_very_many_twins_the_first_unmet_one_of_the_sender_is_found_without_walking_over_the_others()
     {
        const COUNT: i64 = 400_000;
        let mut twins = Twins::default();
        (0..COUNT).for_each(|place| twins.add(place, Some(place % 2).filter(|_| place > 0)));
        let mut met = vec![0_u64; 400_000_usize.div_ceil(64)];
        // The first of all belongs to nobody and is never met: it is offered every time, first.
        for place in (2..COUNT).step_by(2) {
            let unmet = twins.unmet(Some(0), &met);
            assert_eq!(unmet.get(..2), Some(&[0, place][..]));
            met[usize::try_from(place / 64).unwrap()] |= 1 << (place % 64);
        }
        assert_eq!(twins.unmet(Some(0), &met), [0]);
        assert_eq!(twins.unmet(None, &met).get(..3), Some(&[0, 1, 3][..]));
        assert_eq!(twins.unmet(Some(7), &met), [0]);
    }
}
