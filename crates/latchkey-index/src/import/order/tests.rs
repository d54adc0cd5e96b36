use std::collections::HashMap;

use proptest::prelude::*;

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
    merged_all(&[history, from_source])
}

/// Merges sources of (id, time) pairs, one after the other.
fn merged_all(sources: &[&[(i64, i64)]]) -> Vec<i64> {
    let mut made = Made {
        order: Vec::new(),
        times: sources.iter().copied().flatten().copied().collect(),
    };
    for n in 0..sources.len() {
        made.order = merge_next(&made, sources[n], &sources[..n]);
    }
    made.order
}

fn merge_next(made: &Made, next: &[(i64, i64)], earlier: &[&[(i64, i64)]]) -> Vec<i64> {
    let places: HashMap<i64, i64> = made.order.iter().copied().zip(0..).collect();
    let mut source = Vec::new();
    for &(id, at) in next {
        match places.get(&id) {
            _ if at == 0 => source.push(Span::Undated { id }),
            Some(&place) => push_had(&mut source, place),
            None => push_new(&mut source, id),
        }
    }
    let count = i64::try_from(made.order.len()).unwrap();
    let runs = merge(count, &source, made).unwrap();
    let there = |id: &i64| places.contains_key(id) || next.iter().any(|one| one.0 == *id);
    let mut undated: Vec<(i64, u64)> = made
        .times
        .iter()
        .filter(|(id, at)| **at == 0 && there(id))
        .map(|(id, _)| (*id, id.unsigned_abs() * 7919 % 101))
        .collect();
    undated.sort_unstable();
    let mut settling = Settling::new(&runs, &undated);
    let mut last = Last::default();
    let ids = next.iter().map(|one| (one.0, 1));
    ids.for_each(|run| settling.follow(&mut last, run));
    // Of an earlier source only what it had is known, not in which order.
    for source in earlier {
        let had: HashMap<i64, i64> = source.iter().copied().collect();
        let mut last = Last::default();
        let order = runs.iter().flat_map(|run| run.0..run.0 + run.1);
        let ids = order.filter(|id| had.contains_key(id));
        ids.for_each(|id| settling.follow(&mut last, (id, 1)));
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

#[test]
fn undated_messages_in_a_source_that_contradicts_itself_are_lost_and_doubled_no_more_than_others() {
    let sources: [&[(i64, i64)]; 4] = [
        &[(1, 10), (7, 0), (8, 0), (2, 20)],
        &[(8, 0), (2, 20), (7, 0), (1, 10)],
        &[(7, 0), (9, 0), (8, 0), (7, 0)],
        &[(2, 20), (9, 0), (1, 10), (7, 0), (8, 0)],
    ];
    let mut all = merged_all(&sources);
    all.sort_unstable();
    assert_eq!(all, [1, 2, 7, 8, 9]);
}

#[test]
fn very_many_undated_messages_are_placed_in_a_moment() {
    const MANY: i64 = 100_000;
    let undated: Vec<(i64, u64)> = (1..=MANY).map(|id| (id, id.unsigned_abs())).collect();
    let dated = (MANY + 1, MANY);
    let order = [(1, MANY), dated];
    let began = std::time::Instant::now();
    let mut settling = Settling::new(&order, &undated);
    for source in 0..20 {
        let mut last = Last::default();
        for n in 0..MANY {
            // Forwards, backwards, and in many other orders.
            let id = n * (source * 2 + 1) % MANY;
            settling.follow(&mut last, (if source == 1 { MANY - id } else { id + 1 }, 1));
            if n % 3 == 0 {
                settling.follow(&mut last, (MANY + 1 + n, 1));
            }
        }
    }
    let runs = settling.settle(&order);
    assert_eq!(runs.iter().map(|run| run.1).sum::<i64>(), 2 * MANY);
    assert!(began.elapsed().as_secs() < 20, "{:?}", began.elapsed());
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(2000))]

    /// Sources are stretches of one true order, with or without gaps.
    #[test]
    fn undated_messages_stand_in_the_same_places_whichever_source_came_first(
        dates in prop::collection::vec(any::<bool>(), 30),
        stretches in prop::collection::vec((0..30_usize, 0..30_usize, prop::bits::u32::ANY), 1..6),
        gaps in any::<bool>(),
        shuffle in any::<u64>(),
    ) {
        let truth: Vec<(i64, i64)> = dates.iter().zip(1_i64..).map(|(&dated, n)| (n, if dated { n * 10 } else { 0 })).collect();
        let sources: Vec<Vec<(i64, i64)>> = stretches
            .iter()
            .map(|&(a, b, left_out)| {
                let there = |n: &usize| (a.min(b)..=a.max(b)).contains(n) && (!gaps || left_out >> n & 1 == 0);
                (0..30).filter(there).map(|n| truth[n]).collect()
            })
            .collect();
        let mut order: Vec<&[(i64, i64)]> = sources.iter().map(Vec::as_slice).collect();
        let expected = merged_all(&order);
        order.reverse();
        prop_assert_eq!(&merged_all(&order), &expected);
        order.sort_by_key(|source| shuffle.rotate_left(source.first().map_or(0, |one| u32::try_from(one.0).unwrap())));
        prop_assert_eq!(&merged_all(&order), &expected);
        // Imported again, they say the same again.
        order.extend(sources.iter().map(Vec::as_slice));
        prop_assert_eq!(&merged_all(&order), &expected);
        for source in &sources {
            let places: Vec<usize> = source.iter().map(|one| expected.iter().position(|id| *id == one.0).unwrap()).collect();
            prop_assert!(places.is_sorted(), "{source:?} in {expected:?}");
        }
    }
}
