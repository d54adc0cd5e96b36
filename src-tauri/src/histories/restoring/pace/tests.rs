//! What a restore says of its speed, and when it says nothing.

use super::*;

fn indexing(done: u64) -> Step {
    Step {
        stage: Stage::Indexing,
        done,
        total: 100_000,
        messages: done,
    }
}

/// Feeds `per_second` messages a second for some seconds, ten steps each; the last view.
fn run(pace: &mut Pace, seconds: u64, per_second: u64) -> RestoreProgressView {
    let mut last = None;
    for tenth in 0..=seconds * 10 {
        let step = indexing(tenth * per_second / 10);
        last = pace
            .observe(Duration::from_millis(tenth * 100), step)
            .or(last);
    }
    last.unwrap()
}

#[test]
fn nothing_is_said_before_it_is_known() {
    let view = run(&mut Pace::default(), 0, 5_000);
    assert_eq!((view.messages_per_second, view.seconds_left), (None, None));
    let view = run(&mut Pace::default(), 2, 5_000);
    assert_eq!(view.messages_per_second, Some(5_000));
    assert_eq!(view.seconds_left, None, "three seconds are not over");
}

#[test]
fn a_steady_restore_tells_its_rate_and_the_time_left() {
    let view = run(&mut Pace::default(), 10, 5_000);
    assert_eq!(view.messages_per_second, Some(5_000));
    assert_eq!(view.seconds_left, Some(10));
}

#[test]
fn a_slow_beginning_tells_no_time_until_a_share_is_done() {
    let view = run(&mut Pace::default(), 10, 100);
    assert_eq!(view.seconds_left, None, "1 % is no ground for a promise");
}

#[test]
fn a_stall_takes_the_rate_back() {
    let mut pace = Pace::default();
    run(&mut pace, 10, 5_000);
    let mut last = None;
    for second in 11..18 {
        last = pace.observe(Duration::from_secs(second), indexing(50_000));
    }
    let view = last.unwrap();
    assert_eq!((view.messages_per_second, view.seconds_left), (None, None));
}

#[test]
fn decrypting_promises_nothing_about_the_rest() {
    let mut pace = Pace::default();
    let mut last = None;
    for second in 0..10 {
        let step = Step {
            stage: Stage::Decrypting,
            done: second * 10,
            total: 100,
            messages: 0,
        };
        last = pace.observe(Duration::from_secs(second), step);
    }
    let view = last.unwrap();
    assert_eq!((view.messages_per_second, view.seconds_left), (None, None));
}

#[test]
fn the_window_is_told_ten_times_a_second_and_at_every_new_stage() {
    let mut pace = Pace::default();
    let at = Duration::from_millis;
    assert!(pace.observe(at(0), indexing(0)).is_some());
    assert!(pace.observe(at(50), indexing(10)).is_none());
    assert!(pace.observe(at(120), indexing(20)).is_some());
    let next = Step {
        stage: Stage::Searching,
        ..indexing(0)
    };
    assert!(pace.observe(at(130), next).is_some());
}
