use std::collections::HashMap;

use super::*;

/// A chat of the history as (id, time) pairs in order; time 0 is no date.
struct Made {
    order: Vec<i64>,
    times: HashMap<i64, i64>,
}

impl Chat for Made {
    fn placed(&self, first: i64, length: i64, into: &mut VecDeque<Placed>) -> rusqlite::Result<()> {
        into.extend((first..first + length).map(|id| Placed {
            id,
            at: Some(self.times[&id]).filter(|&at| at > 0),
            tie: id.unsigned_abs(),
        }));
        Ok(())
    }

    fn ids(&self, from: i64, to: i64, into: &mut Vec<(i64, i64)>) {
        let order = &self.order[usize::try_from(from).unwrap()..usize::try_from(to).unwrap()];
        into.extend(order.iter().map(|&id| (id, 1)));
    }
}

fn merged(history: &[(i64, i64)], from_source: &[(i64, i64)]) -> Vec<i64> {
    let made = Made {
        order: history.iter().map(|one| one.0).collect(),
        times: history.iter().chain(from_source).copied().collect(),
    };
    let dated = |id: &i64| made.times[id] > 0;
    let mut source = Vec::new();
    for (id, _) in from_source {
        match made.order.iter().position(|known| known == id) {
            _ if !dated(id) => source.push(Span::Undated { id: *id }),
            Some(place) => push_had(&mut source, i64::try_from(place).unwrap()),
            None => push_new(&mut source, *id),
        }
    }
    let count = i64::try_from(made.order.len()).unwrap();
    let runs = merge(count, &source, &made).unwrap();
    let mut undated: Vec<(i64, u64)> = made
        .times
        .keys()
        .filter(|id| !dated(id))
        .map(|id| (*id, id.unsigned_abs()))
        .collect();
    undated.sort_unstable();
    let mut settling = Settling::new(&runs, &undated);
    for source in [history, from_source] {
        let mut last = Last::default();
        let ids = source.iter().map(|one| (one.0, 1));
        ids.for_each(|run| settling.follow(&mut last, run));
    }
    let runs = settling.settle(&runs);
    runs.iter()
        .flat_map(|&(first, length)| first..first + length)
        .collect()
}

#[test]
fn a_newer_backup_goes_on_at_the_end() {
    assert_eq!(merged(&[(1, 10), (2, 20)], &[(2, 20), (3, 30)]), [1, 2, 3]);
}

#[test]
fn an_older_backup_goes_before() {
    let older = [(7, 10), (8, 20), (5, 50)];
    assert_eq!(merged(&[(5, 50), (6, 60)], &older), [7, 8, 5, 6]);
}

#[test]
fn between_shared_messages_time_decides() {
    let source = [(1, 10), (7, 15), (8, 25), (4, 40)];
    assert_eq!(
        merged(&[(1, 10), (2, 20), (4, 40)], &source),
        [1, 7, 2, 8, 4]
    );
}

#[test]
fn a_message_without_a_date_follows_the_one_before_it() {
    let source = [(7, 20), (8, 0), (9, 30)];
    assert_eq!(merged(&[(1, 10), (2, 40)], &source), [1, 7, 8, 9, 2]);
}

#[test]
fn a_message_without_a_date_at_the_beginning_goes_with_the_one_after_it() {
    assert_eq!(
        merged(&[(1, 10), (2, 20)], &[(8, 0), (9, 30)]),
        [1, 2, 8, 9]
    );
    assert_eq!(
        merged(&[(8, 0), (9, 30)], &[(1, 10), (2, 20)]),
        [1, 2, 8, 9]
    );
    assert_eq!(merged(&[(8, 0)], &[(1, 10), (2, 0)]), [8, 1, 2]);
    assert_eq!(merged(&[(8, 0)], &[(3, 0)]), merged(&[(3, 0)], &[(8, 0)]));
}

#[test]
fn a_source_in_another_order_loses_and_doubles_nothing() {
    let mut all = merged(
        &[(1, 10), (2, 20), (3, 30)],
        &[(3, 30), (1, 10), (9, 5), (2, 20)],
    );
    all.sort_unstable();
    assert_eq!(all, [1, 2, 3, 9]);
}

#[test]
fn the_order_does_not_depend_on_which_came_first() {
    let a = [(1, 10), (2, 20), (3, 20), (5, 50)];
    let b = [(4, 20), (5, 50), (6, 60)];
    assert_eq!(merged(&a, &b), merged(&b, &a));
}

#[test]
fn long_stretches_are_merged_like_short_ones() {
    let even: Vec<_> = (1..5000).map(|n| (n, n * 20)).collect();
    let odd: Vec<_> = (1..5000).map(|n| (10_000 + n, n * 20 + 10)).collect();
    let ids = merged(&even, &odd);
    assert_eq!(ids.len(), 9998);
    assert!(ids.chunks(2).all(|pair| pair[0] + 10_000 == pair[1]));
}
