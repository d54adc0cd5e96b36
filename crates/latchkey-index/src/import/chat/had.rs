//! What the history had of a chat before a source came: places, ids, and which of them the source has met again.

mod twins;

use std::collections::HashMap;

use rusqlite::Connection;

use self::twins::{FEW, Twins};
use crate::import::prints::PrintBlocks;

/// Consecutive ids at consecutive places.
#[derive(Debug, Clone, Copy)]
struct Run {
    place: i64,
    first: i64,
    length: i64,
}

/// The order of a chat as it was: one bit a message, and four times as much as two bytes once something is looked for.
pub(crate) struct Had {
    runs: Vec<Run>,
    pub(crate) count: i64,
    /// A bit for each place that the source has met.
    met: Vec<u64>,
    /// The place after the one that was met last: what the source is expected to have next.
    next: i64,
    /// The run of `next`.
    next_run: usize,
    /// Prints of identities with places, sorted; made when it is first needed.
    finder: Option<Vec<(u32, u32)>>,
    /// Places of the identities that very many messages have.
    twins: HashMap<u32, Twins>,
}

impl Had {
    pub(crate) fn read(tables: &Connection, chat: i64) -> rusqlite::Result<Self> {
        let mut statement = tables.prepare_cached(
            "SELECT position, first, length FROM run WHERE chat = ?1 ORDER BY position",
        )?;
        let rows = statement.query_map([chat], |row| {
            Ok(Run {
                place: row.get(0)?,
                first: row.get(1)?,
                length: row.get(2)?,
            })
        })?;
        let runs: Vec<Run> = rows.collect::<rusqlite::Result<_>>()?;
        let count = runs.last().map_or(0, |run| run.place + run.length);
        let words = usize::try_from(count).unwrap_or(0).div_ceil(64);
        Ok(Self {
            runs,
            count,
            met: vec![0; words],
            next: 0,
            next_run: 0,
            finder: None,
            twins: HashMap::new(),
        })
    }

    /// The place and the message that the source is expected to have next.
    pub(crate) fn expected(&mut self) -> Option<(i64, i64)> {
        while self.next < self.count && self.is_met(self.next) {
            self.next += 1;
        }
        if self.next >= self.count {
            return None;
        }
        let here = self.runs.get(self.next_run);
        if !here.is_some_and(|run| (run.place..run.place + run.length).contains(&self.next)) {
            self.next_run = self.run_at(self.next)?;
        }
        let run = self.runs.get(self.next_run)?;
        Some((self.next, run.first + self.next - run.place))
    }

    /// The source has met this place.
    pub(crate) fn meet(&mut self, place: i64) {
        let (word, bit) = bit(place);
        if let Some(word) = self.met.get_mut(word) {
            *word |= bit;
        }
        self.next = place + 1;
    }

    pub(crate) fn is_met(&self, place: i64) -> bool {
        is_set(&self.met, place)
    }

    /// Places that the source has not met and whose message may be the one with this print of its identity, in order;
    /// a few are enough, since of messages that are the same but for a detail the first is taken. `sender` is who sent
    /// it, where that matters, and `sender_of` who sent a message of the history.
    pub(crate) fn find(
        &mut self,
        identity: u32,
        sender: Option<i64>,
        prints: &mut PrintBlocks<'_>,
        sender_of: &dyn Fn(i64) -> rusqlite::Result<Option<i64>>,
    ) -> rusqlite::Result<Vec<i64>> {
        if let Some(twins) = self.twins.get_mut(&identity) {
            return Ok(twins.unmet(sender, &self.met));
        }
        if self.finder.is_none() {
            self.finder = Some(self.make_finder(prints)?);
        }
        let finder = self.finder.as_deref().unwrap_or_default();
        let from = finder.partition_point(|found| found.0 < identity);
        let to = finder.partition_point(|found| found.0 <= identity);
        let found = finder.get(from..to).unwrap_or_default();
        let places = || found.iter().map(|found| i64::from(found.1));
        if found.len() <= FEW {
            return Ok(places().filter(|&place| !self.is_met(place)).collect());
        }
        let mut twins = Twins::default();
        for place in places() {
            let sender = match self.id_at(place) {
                Some(id) => sender_of(id)?,
                None => None,
            };
            twins.add(place, sender);
        }
        let unmet = twins.unmet(sender, &self.met);
        self.twins.insert(identity, twins);
        Ok(unmet)
    }

    fn make_finder(&self, prints: &mut PrintBlocks<'_>) -> rusqlite::Result<Vec<(u32, u32)>> {
        let mut finder = Vec::with_capacity(usize::try_from(self.count).unwrap_or(0));
        for run in &self.runs {
            for n in 0..run.length {
                let identity = prints.get(run.first + n)?.identity;
                finder.push((identity, u32::try_from(run.place + n).unwrap_or(u32::MAX)));
            }
        }
        finder.sort_unstable();
        Ok(finder)
    }

    /// The message at a place.
    pub(crate) fn id_at(&self, place: i64) -> Option<i64> {
        let run = self.runs.get(self.run_at(place)?)?;
        Some(run.first + place - run.place)
    }

    fn run_at(&self, place: i64) -> Option<usize> {
        let after = self.runs.partition_point(|run| run.place <= place);
        let found = after.checked_sub(1)?;
        let run = self.runs.get(found)?;
        (place < run.place + run.length).then_some(found)
    }

    /// The ids at places `from..to`, as runs.
    pub(crate) fn ids(&self, from: i64, to: i64, into: &mut Vec<(i64, i64)>) {
        let Some(begin) = self.run_at(from).filter(|_| from < to) else {
            return;
        };
        for run in self.runs.get(begin..).unwrap_or_default() {
            if run.place >= to {
                break;
            }
            let skip = (from - run.place).max(0);
            let end = (to - run.place).min(run.length);
            into.push((run.first + skip, end - skip));
        }
    }
}

fn is_set(met: &[u64], place: i64) -> bool {
    let (word, bit) = bit(place);
    met.get(word).is_some_and(|word| word & bit != 0)
}

fn bit(place: i64) -> (usize, u64) {
    let place = usize::try_from(place).unwrap_or(0);
    (place / 64, 1 << (place % 64))
}
