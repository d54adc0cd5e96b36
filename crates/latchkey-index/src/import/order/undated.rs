//! Places for the messages without a date, among those that have one.
//!
//! Only its neighbours say where such a message belongs, and every source knows other neighbours. So all the sources
//! that have it are asked, and the same ones give the same place whichever came first: it stands behind the last
//! dated message that precedes it in any of them, else before the first that follows it, else at the beginning.
//! Several in one place keep the order of their sources, and where no source has two of them, that of their ties.

use std::cmp::Reverse;
use std::collections::BinaryHeap;

use super::Runs;

/// What the sources say of the place of one message. A place is the number of dated messages before it.
#[derive(Default, Clone, Copy)]
struct Undated {
    id: i64,
    tie: u64,
    after: Option<i64>,
    before: Option<i64>,
    /// A source has it.
    known: bool,
}

/// What a source had last.
#[derive(Default, Clone, Copy)]
pub(crate) enum Last {
    #[default]
    Nothing,
    Dated(i64),
    Undated(usize),
}

/// Collects what the sources say, then gives places.
pub(crate) struct Settling {
    /// The dated messages in their order, as runs.
    dated: Vec<(i64, i64)>,
    /// The same runs by id, each with the place of its first message.
    places: Vec<(i64, i64, i64)>,
    /// By id.
    undated: Vec<Undated>,
    /// Two undated messages that follow each other in a source.
    pairs: Vec<(usize, usize)>,
    /// Beyond this many pairs, those that are there twice are looked for.
    many: usize,
    /// Sources are through: only what none of them has is still listened to.
    rest: bool,
}

impl Settling {
    /// `order` may have undated messages too; `undated` are the ids and ties of all of them, sorted.
    pub(crate) fn new(order: &[(i64, i64)], undated: &[(i64, u64)]) -> Self {
        let mut new = Self {
            dated: Vec::new(),
            places: Vec::new(),
            undated: Vec::with_capacity(undated.len()),
            pairs: Vec::new(),
            many: 4 * undated.len(),
            rest: false,
        };
        new.undated.extend(undated.iter().map(|&(id, tie)| Undated {
            id,
            tie,
            ..Undated::default()
        }));
        let mut place = 0;
        for &(first, length) in order {
            new.parts(first, length, |new, from, to, _| {
                if from < to {
                    new.dated.push((from, to - from));
                    new.places.push((from, to - from, place));
                    place += to - from;
                }
            });
        }
        new.places.sort_unstable();
        new
    }

    /// Calls with the dated ids of a run up to each undated one, and up to its end.
    fn parts(
        &mut self,
        first: i64,
        length: i64,
        mut f: impl FnMut(&mut Self, i64, i64, Option<usize>),
    ) {
        let (mut from, end) = (first, first + length);
        let mut n = self.undated.partition_point(|undated| undated.id < first);
        while let Some(id) = self.undated.get(n).map(|undated| undated.id)
            && id < end
        {
            f(self, from, id, Some(n));
            from = id + 1;
            n += 1;
        }
        f(self, from, end, None);
    }

    /// Consecutive ids that come next in a source; `last` is what it had before, and then has.
    pub(crate) fn follow(&mut self, last: &mut Last, (first, length): (i64, i64)) {
        self.parts(first, length, |all, from, to, undated| {
            if from < to {
                all.then_dated(*last, from);
                *last = Last::Dated(to - 1);
            }
            if let Some(n) = undated {
                all.then_undated(*last, n);
                *last = Last::Undated(n);
            }
        });
        if self.pairs.len() > self.many {
            self.pairs.sort_unstable();
            self.pairs.dedup();
            self.many = self.many.max(2 * self.pairs.len());
        }
    }

    fn then_dated(&mut self, last: Last, id: i64) {
        let Last::Undated(n) = last else {
            return;
        };
        let place = self.place(id);
        if let Some(undated) = self
            .undated
            .get_mut(n)
            .filter(|one| !self.rest || !one.known)
        {
            undated.before = least(undated.before, place);
        }
    }

    fn then_undated(&mut self, last: Last, n: usize) {
        let place = match last {
            Last::Dated(id) => self.place(id).map(|place| place + 1),
            _ => None,
        };
        let Some(undated) = self
            .undated
            .get_mut(n)
            .filter(|one| !self.rest || !one.known)
        else {
            return;
        };
        undated.after = undated.after.max(place);
        undated.known |= !self.rest;
        if let Last::Undated(before) = last {
            self.pairs.push((before, n));
        }
    }

    fn place(&self, id: i64) -> Option<i64> {
        let after = self.places.partition_point(|run| run.0 <= id);
        let &(first, length, place) = self.places.get(after.checked_sub(1)?)?;
        (id < first + length).then_some(place + id - first)
    }

    /// The order of all messages. What no source has stays behind the one that it follows in `order`.
    pub(crate) fn settle(mut self, order: &[(i64, i64)]) -> Vec<(i64, i64)> {
        self.rest = true;
        let mut last = Last::Nothing;
        order.iter().for_each(|&run| self.follow(&mut last, run));
        self.pairs.sort_unstable();
        self.pairs.dedup();
        let order = in_order(self.undated.len(), &self.pairs, |n| {
            self.undated.get(n).map(|one| (one.tie, one.id))
        });
        let placed = self.give_places(&order);
        let order = in_order(self.undated.len(), &self.pairs, |n| {
            let undated = self.undated.get(n)?;
            let weak = undated.after.is_none();
            Some((placed.get(n).copied(), weak, undated.tie, undated.id))
        });
        let mut placed: Vec<(i64, i64)> = order
            .into_iter()
            .filter_map(|n| Some((placed.get(n).copied()?, self.undated.get(n)?.id)))
            .collect();
        // Only sources that contradict each other need it.
        placed.sort_by_key(|one| one.0);
        weave(&self.dated, placed)
    }

    /// The place of each: what holds for one holds for those behind it, and what bounds one bounds those before it.
    fn give_places(&mut self, order: &[usize]) -> Vec<i64> {
        for &n in order {
            let after = self.undated.get(n).and_then(|one| one.after);
            for &(_, behind) in behind(&self.pairs, n) {
                if let Some(one) = self.undated.get_mut(behind) {
                    one.after = one.after.max(after);
                }
            }
        }
        for &n in order.iter().rev() {
            let bounds = behind(&self.pairs, n).iter().filter_map(|pair| {
                let one = self.undated.get(pair.1)?;
                one.after.or(one.before)
            });
            let bound = bounds.min();
            if let Some(one) = self.undated.get_mut(n) {
                one.before = least(one.before, bound);
            }
        }
        let own = |one: &Undated| one.after.or(one.before).unwrap_or(0);
        let mut places: Vec<i64> = self.undated.iter().map(own).collect();
        for &n in order {
            let place = places.get(n).copied().unwrap_or(0);
            for &(_, behind) in behind(&self.pairs, n) {
                if let Some(other) = places.get_mut(behind) {
                    *other = place.max(*other);
                }
            }
        }
        places
    }
}

fn least(one: Option<i64>, other: Option<i64>) -> Option<i64> {
    match (one, other) {
        (Some(one), Some(other)) => Some(one.min(other)),
        _ => one.or(other),
    }
}

/// The pairs that begin with `n`.
fn behind(pairs: &[(usize, usize)], n: usize) -> &[(usize, usize)] {
    let from = pairs.partition_point(|pair| pair.0 < n);
    let to = pairs.partition_point(|pair| pair.0 <= n);
    pairs.get(from..to).unwrap_or_default()
}

/// Numbers below `count` so that the first of each pair comes before the second, the least that can come always next.
/// Where pairs contradict each other the least of all comes.
fn in_order<K: Ord>(
    count: usize,
    pairs: &[(usize, usize)],
    key: impl Fn(usize) -> K,
) -> Vec<usize> {
    let mut waits_for = vec![0_usize; count];
    for &(_, behind) in pairs {
        if let Some(waits_for) = waits_for.get_mut(behind) {
            *waits_for += 1;
        }
    }
    let mut least: Vec<usize> = (0..count).collect();
    least.sort_by_cached_key(|&n| key(n));
    let free = least.iter().filter(|&&n| waits_for.get(n) == Some(&0));
    let mut next: BinaryHeap<_> = free.map(|&n| Reverse((key(n), n))).collect();
    let mut done = vec![false; count];
    let mut order = Vec::with_capacity(count);
    let mut rest = least.into_iter();
    loop {
        let n = match next.pop() {
            Some(Reverse((_, n))) => n,
            None => match rest.next() {
                Some(n) => n,
                None => return order,
            },
        };
        match done.get_mut(n) {
            Some(done) if !*done => *done = true,
            _ => continue,
        }
        order.push(n);
        for &(_, behind) in behind(pairs, n) {
            if let Some(waits_for) = waits_for.get_mut(behind) {
                *waits_for -= 1;
                if *waits_for == 0 {
                    next.push(Reverse((key(behind), behind)));
                }
            }
        }
    }
}

/// Puts messages at their places, sorted, among the dated ones.
fn weave(dated: &[(i64, i64)], placed: Vec<(i64, i64)>) -> Vec<(i64, i64)> {
    let mut out = Runs::default();
    let mut placed = placed.into_iter().peekable();
    let mut begin = 0;
    for &(first, length) in dated {
        let mut done = 0;
        while let Some((place, id)) = placed.next_if(|one| one.0 < begin + length) {
            let to = (place - begin).max(done);
            if to > done {
                out.push((first + done, to - done));
            }
            out.push((id, 1));
            done = to;
        }
        out.push((first + done, length - done));
        begin += length;
    }
    placed.for_each(|(_, id)| out.push((id, 1)));
    out.0
}
