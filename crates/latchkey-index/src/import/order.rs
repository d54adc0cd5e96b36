//! Puts two orders of one chat together: what the history has, and what a source has.
//!
//! Messages that both have are anchors and keep their places; between two anchors the rest is merged by
//! time, and by identity where times are equal, so that the same backups give the same order whichever
//! came first. A message without a date stays behind the one it followed.

use std::collections::HashMap;

/// A message with what orders it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Placed {
    pub(crate) id: i64,
    /// Milliseconds UTC.
    pub(crate) at: Option<i64>,
    /// Orders messages of the same time.
    pub(crate) tie: u64,
}

/// Merges the history's order with the source's; every id of either comes out once.
pub(crate) fn merge(existing: &[Placed], source: &[Placed]) -> Vec<Placed> {
    let places: HashMap<i64, usize> = existing
        .iter()
        .enumerate()
        .map(|(n, placed)| (placed.id, n))
        .collect();
    let mut out = Vec::with_capacity(existing.len() + source.len());
    let mut done = 0;
    let mut gap: Vec<Placed> = Vec::new();
    for &placed in source {
        match places.get(&placed.id) {
            None => gap.push(placed),
            // The source has it earlier than the history does: it keeps its place.
            Some(&place) if place < done => {}
            Some(&place) => {
                merge_gap(
                    existing.get(done..place).unwrap_or_default(),
                    &gap,
                    &mut out,
                );
                gap.clear();
                out.extend(existing.get(place));
                done = place + 1;
            }
        }
    }
    merge_gap(existing.get(done..).unwrap_or_default(), &gap, &mut out);
    out
}

fn merge_gap(left: &[Placed], right: &[Placed], out: &mut Vec<Placed>) {
    let (left, right) = (keyed(left), keyed(right));
    let (mut l, mut r) = (left.iter().peekable(), right.iter().peekable());
    loop {
        let take_left = match (l.peek(), r.peek()) {
            (Some(left), Some(right)) => left.0 <= right.0,
            (Some(_), None) => true,
            (None, Some(_)) => false,
            (None, None) => return,
        };
        out.extend(if take_left { l.next() } else { r.next() }.map(|(_, placed)| *placed));
    }
}

type OrderKey = (i64, u64);

/// Gives each message the latest time so far, so that a list never goes back.
fn keyed(list: &[Placed]) -> Vec<(OrderKey, Placed)> {
    let mut latest = (i64::MIN, 0);
    let mut out = Vec::with_capacity(list.len());
    for &placed in list {
        if let Some(at) = placed.at {
            latest = latest.max((at, placed.tie));
        }
        out.push((latest, placed));
    }
    out
}

/// Runs of consecutive ids: (first, length), in order.
pub(crate) fn runs(ids: impl IntoIterator<Item = i64>) -> Vec<(i64, i64)> {
    let mut runs: Vec<(i64, i64)> = Vec::new();
    for id in ids {
        match runs.last_mut() {
            Some((first, length)) if *first + *length == id => *length += 1,
            _ => runs.push((id, 1)),
        }
    }
    runs
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
mod tests {
    use super::*;

    fn placed(list: &[(i64, i64)]) -> Vec<Placed> {
        list.iter()
            .map(|&(id, at)| Placed {
                id,
                at: (at > 0).then_some(at),
                tie: u64::try_from(id).unwrap(),
            })
            .collect()
    }

    fn ids(list: &[Placed]) -> Vec<i64> {
        list.iter().map(|placed| placed.id).collect()
    }

    #[test]
    fn a_newer_backup_goes_on_at_the_end() {
        let merged = merge(&placed(&[(1, 10), (2, 20)]), &placed(&[(2, 20), (3, 30)]));
        assert_eq!(ids(&merged), [1, 2, 3]);
    }

    #[test]
    fn an_older_backup_goes_before() {
        let merged = merge(
            &placed(&[(5, 50), (6, 60)]),
            &placed(&[(7, 10), (8, 20), (5, 50)]),
        );
        assert_eq!(ids(&merged), [7, 8, 5, 6]);
    }

    #[test]
    fn between_shared_messages_time_decides() {
        let merged = merge(
            &placed(&[(1, 10), (2, 20), (4, 40)]),
            &placed(&[(1, 10), (7, 15), (8, 25), (4, 40)]),
        );
        assert_eq!(ids(&merged), [1, 7, 2, 8, 4]);
    }

    #[test]
    fn a_message_without_a_date_follows_the_one_before_it() {
        let merged = merge(
            &placed(&[(1, 10), (2, 40)]),
            &placed(&[(7, 20), (8, 0), (9, 30)]),
        );
        assert_eq!(ids(&merged), [1, 7, 8, 9, 2]);
    }

    #[test]
    fn a_source_in_another_order_loses_and_doubles_nothing() {
        let merged = merge(
            &placed(&[(1, 10), (2, 20), (3, 30)]),
            &placed(&[(3, 30), (1, 10), (9, 5), (2, 20)]),
        );
        let mut all = ids(&merged);
        all.sort_unstable();
        assert_eq!(all, [1, 2, 3, 9]);
    }

    #[test]
    fn the_order_does_not_depend_on_which_came_first() {
        let a = placed(&[(1, 10), (2, 20), (3, 20), (5, 50)]);
        let b = placed(&[(4, 20), (5, 50), (6, 60)]);
        assert_eq!(ids(&merge(&a, &b)), ids(&merge(&b, &a)));
    }

    #[test]
    fn consecutive_ids_are_one_run() {
        assert_eq!(runs([4, 5, 6, 9, 1, 2]), [(4, 3), (9, 1), (1, 2)]);
    }
}
