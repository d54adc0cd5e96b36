//! Puts two orders of one chat together: what the history has, and what a source has.
//!
//! Messages that both have are anchors and keep their places; between two anchors the rest is merged by the time at
//! which the phone had them, and by identity where times are equal, so that the same backups give the same order
//! whichever came first. Messages without a date are placed afterwards, by [`Settling`]. Memory grows with the number of
//! stretches and of undated messages, not of messages: times are read where two stretches meet, and forgotten.

mod undated;

use std::collections::VecDeque;

pub(crate) use undated::{Last, Settling};

/// Messages read at a time where two stretches meet.
const STEP: i64 = 1024;

/// Part of the source's order: places of the history, or messages new to it, the end not part of it; or a message without
/// a date, new or not.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Span {
    Had { from: i64, to: i64 },
    New { first: i64, to: i64 },
    Undated { id: i64 },
}

/// Adds a place of the history to the source's order.
pub(crate) fn push_had(source: &mut Vec<Span>, place: i64) {
    match source.last_mut() {
        Some(Span::Had { to, .. }) if *to == place => *to += 1,
        _ => source.push(Span::Had {
            from: place,
            to: place + 1,
        }),
    }
}

/// Adds a new message to the source's order.
pub(crate) fn push_new(source: &mut Vec<Span>, id: i64) {
    match source.last_mut() {
        Some(Span::New { to, .. }) if *to == id => *to += 1,
        _ => source.push(Span::New {
            first: id,
            to: id + 1,
        }),
    }
}

/// A message with what orders it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Placed {
    pub(crate) id: i64,
    /// Milliseconds UTC.
    pub(crate) at: Option<i64>,
    /// Orders messages of the same time.
    pub(crate) tie: u64,
}

/// Where times are read, and which ids stand at places of the history.
pub(crate) trait Chat {
    /// Adds the messages with ids from `first` on, `length` of them.
    fn placed(&self, first: i64, length: i64, into: &mut VecDeque<Placed>) -> rusqlite::Result<()>;
    /// Adds the ids at places `from..to` of the history's order, as runs.
    fn ids(&self, from: i64, to: i64, into: &mut Vec<(i64, i64)>);
}

/// Merges the history's order of `count` messages with the source's; every id of either comes out once, in runs, but for
/// the new ones that the source has without a date. Those of the history stay behind the one they followed.
pub(crate) fn merge(
    count: i64,
    source: &[Span],
    chat: &dyn Chat,
) -> rusqlite::Result<Vec<(i64, i64)>> {
    let mut out = Runs::default();
    let mut done = 0;
    let mut gap: Vec<(i64, i64)> = Vec::new();
    let mut had = Vec::new();
    for &span in source {
        match span {
            Span::New { first, to } => gap.push((first, to - first)),
            // The history may have put it wherever it could: it is no anchor.
            Span::Undated { .. } => {}
            // The source has it earlier than the history does: it keeps its place.
            Span::Had { to, .. } if to <= done => {}
            Span::Had { from, to } => {
                let from = from.max(done);
                merge_gap(chat, done, from, std::mem::take(&mut gap), &mut out)?;
                had.clear();
                chat.ids(from, to, &mut had);
                had.iter().for_each(|&run| out.push(run));
                done = to;
            }
        }
    }
    merge_gap(chat, done, count, gap, &mut out)?;
    Ok(out.0)
}

/// Merges what the history has at `from..to` with new messages.
fn merge_gap(
    chat: &dyn Chat,
    from: i64,
    to: i64,
    new: Vec<(i64, i64)>,
    out: &mut Runs,
) -> rusqlite::Result<()> {
    let mut had = Vec::new();
    chat.ids(from, to, &mut had);
    if had.is_empty() || new.is_empty() {
        had.into_iter().chain(new).for_each(|run| out.push(run));
        return Ok(());
    }
    let (mut left, mut right) = (Side::new(had), Side::new(new));
    loop {
        let side = match (left.peek(chat)?, right.peek(chat)?) {
            (Some(a), Some(b)) if a <= b => &mut left,
            (Some(_), None) => &mut left,
            (_, Some(_)) => &mut right,
            (None, None) => return Ok(()),
        };
        if let Some(placed) = side.take() {
            out.push((placed.id, 1));
        }
    }
}

type OrderKey = (i64, u64);

/// One of the two lists: gives each message the latest time so far, so that a list never goes back.
struct Side {
    runs: VecDeque<(i64, i64)>,
    read: VecDeque<Placed>,
    latest: OrderKey,
}

impl Side {
    fn new(runs: Vec<(i64, i64)>) -> Self {
        Self {
            runs: runs.into(),
            read: VecDeque::new(),
            latest: (i64::MIN, 0),
        }
    }

    /// The key of the next message; without a date it is the key of the one before.
    fn peek(&mut self, chat: &dyn Chat) -> rusqlite::Result<Option<OrderKey>> {
        if self.read.is_empty() {
            self.read_more(chat)?;
        }
        let Some(&next) = self.read.front() else {
            return Ok(None);
        };
        if let Some(at) = next.at {
            self.latest = self.latest.max((at, next.tie));
        }
        Ok(Some(self.latest))
    }

    fn read_more(&mut self, chat: &dyn Chat) -> rusqlite::Result<()> {
        if let Some((first, length)) = self.runs.front_mut() {
            let step = STEP.min(*length);
            chat.placed(*first, step, &mut self.read)?;
            *first += step;
            *length -= step;
            if *length == 0 {
                self.runs.pop_front();
            }
        }
        Ok(())
    }

    fn take(&mut self) -> Option<Placed> {
        self.read.pop_front()
    }
}

/// Runs of consecutive ids: (first, length), in order.
#[derive(Default)]
struct Runs(Vec<(i64, i64)>);

impl Runs {
    fn push(&mut self, (id, count): (i64, i64)) {
        match self.0.last_mut() {
            Some((first, length)) if *first + *length == id => *length += count,
            _ => self.0.push((id, count)),
        }
    }
}

/// Joins sorted runs that touch or overlap.
pub(crate) fn join_runs(sorted: Vec<(i64, i64)>) -> Vec<(i64, i64)> {
    let mut joined: Vec<(i64, i64)> = Vec::new();
    for (first, length) in sorted {
        match joined.last_mut() {
            Some((before, so_far)) if *before + *so_far >= first => {
                *so_far = (*so_far).max(first + length - *before);
            }
            _ => joined.push((first, length)),
        }
    }
    joined
}

#[cfg(test)]
mod tests;
