//! How fast a restore goes and how long it will take: measured, never guessed. Nothing is said until it is known.

use std::collections::VecDeque;
use std::time::Duration;

use crate::views::{RestoreProgressView, Stage};

/// The rate is over this window.
const WINDOW: Duration = Duration::from_secs(5);
/// No rate before this much was seen.
const ENOUGH: Duration = Duration::from_secs(1);
/// No time left before a stage has run this long and come this far.
const SETTLED: Duration = Duration::from_secs(3);
const SETTLED_SHARE: f64 = 0.03;
/// The window is told this often, and whenever the stage changes.
const EVERY: Duration = Duration::from_millis(100);

/// What a restore says of itself.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Step {
    /// What it is doing.
    pub stage: Stage,
    /// Done in this stage.
    pub done: u64,
    /// In this stage altogether; 0 while unknown.
    pub total: u64,
    /// Messages so far.
    pub messages: u64,
}

/// Turns steps into what the window shows.
#[derive(Debug, Default)]
pub struct Pace {
    stage: Option<(Stage, Duration)>,
    seen: VecDeque<(Duration, Step)>,
    told: Option<Duration>,
}

impl Pace {
    /// What to show for a step at `now` (time since the start); nothing when the window was told a moment ago.
    pub fn observe(&mut self, now: Duration, step: Step) -> Option<RestoreProgressView> {
        let changed = self.stage.is_none_or(|(stage, _)| stage != step.stage);
        if changed {
            self.stage = Some((step.stage, now));
            self.seen.clear();
        }
        if !changed
            && self
                .told
                .is_some_and(|told| now.saturating_sub(told) < EVERY)
        {
            return None;
        }
        self.told = Some(now);
        self.seen.push_back((now, step));
        while self
            .seen
            .front()
            .is_some_and(|(at, _)| now.saturating_sub(*at) > WINDOW)
            && self.seen.len() > 2
        {
            self.seen.pop_front();
        }
        Some(RestoreProgressView {
            stage: step.stage,
            done: step.done,
            total: step.total,
            messages: step.messages,
            messages_per_second: self.rate(|step| step.messages).map(whole),
            seconds_left: self.seconds_left(now, step).map(whole),
        })
    }

    /// Units per second over the window.
    fn rate(&self, unit: impl Fn(&Step) -> u64) -> Option<f64> {
        let ((first_at, first), (last_at, last)) = (self.seen.front()?, self.seen.back()?);
        let time = last_at.saturating_sub(*first_at);
        let units = unit(last).checked_sub(unit(first))?;
        (time >= ENOUGH && units > 0).then(|| real(units) / time.as_secs_f64())
    }

    /// Until the end. Only while messages are written: what comes after is short, what comes before tells nothing of it.
    fn seconds_left(&self, now: Duration, step: Step) -> Option<f64> {
        let (_, since) = self.stage?;
        let settled = now.saturating_sub(since) >= SETTLED
            && step.total > 0
            && real(step.done) >= SETTLED_SHARE * real(step.total);
        let timed = matches!(step.stage, Stage::Indexing | Stage::Searching);
        if !(settled && timed) {
            return None;
        }
        let left = step.total.saturating_sub(step.done);
        self.rate(|step| step.done)
            .map(|rate| (real(left) / rate).ceil())
    }
}

/// Counts are far below 2^52.
#[expect(clippy::cast_precision_loss, reason = "a rate needs no 53rd bit")]
fn real(count: u64) -> f64 {
    count as f64
}

/// A rate or a time as the window shows it.
#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "clamped to the range"
)]
fn whole(value: f64) -> u32 {
    value.round().clamp(0.0, f64::from(u32::MAX)) as u32
}

#[cfg(test)]
mod tests;
