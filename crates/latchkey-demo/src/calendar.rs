//! When people write: years with bursts and silences, days with mornings, evenings and sleep.

use crate::dice::Dice;

/// Milliseconds of a day.
pub(crate) const DAY: i64 = 86_400_000;
const HOUR: i64 = 3_600_000;

/// Which hours of the day a chat lives in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Hours {
    /// Office hours on working days.
    Office,
    /// Mornings, lunch and evenings.
    Home,
    /// Late.
    Night,
}

impl Hours {
    /// Weights of the 24 hours, local time.
    fn weights(self) -> [u32; 24] {
        match self {
            Hours::Office => [
                0, 0, 0, 0, 0, 0, 1, 4, 12, 16, 15, 13, 8, 12, 14, 13, 10, 7, 3, 2, 1, 1, 0, 0,
            ],
            Hours::Home => [
                1, 0, 0, 0, 0, 1, 4, 10, 9, 6, 6, 7, 10, 9, 6, 6, 8, 11, 14, 15, 14, 11, 7, 3,
            ],
            Hours::Night => [
                9, 5, 3, 1, 0, 0, 0, 1, 2, 3, 4, 5, 5, 4, 4, 5, 6, 8, 10, 12, 14, 16, 16, 13,
            ],
        }
    }
}

/// When the next sitting of a chat begins, if it has `sittings` left until `end`.
pub(crate) fn next_sitting(
    now: i64,
    end: i64,
    sittings: u64,
    hours: Hours,
    dice: &mut Dice,
) -> i64 {
    let left = (end - now).max(0);
    #[allow(clippy::cast_precision_loss, reason = "milliseconds of a few years")]
    let mean = left as f64 / sittings.max(1) as f64;
    // mostly short gaps, now and then weeks of silence; on the whole more than an even share of the time that is
    // left, so that people write more as the years go by and have written lately
    let factor = match dice.below(100) {
        0..=59 => 0.75,
        60..=93 => 1.85,
        94..=98 => 5.0,
        _ => 9.0,
    };
    #[allow(
        clippy::cast_possible_truncation,
        reason = "milliseconds of a few years"
    )]
    let gap = dice.waiting(mean * factor) as i64;
    let at = now + gap.clamp(60_000, (left / 2).max(60_000));
    settle(now, at, hours, dice)
}

/// Moves a moment into the hours in which the chat lives, never before `now`.
fn settle(now: i64, at: i64, hours: Hours, dice: &mut Dice) -> i64 {
    let weights = hours.weights();
    let day = at.div_euclid(DAY);
    let hour = usize::try_from(at.rem_euclid(DAY) / HOUR).unwrap_or(0);
    let weekend = matches!((day + 4).rem_euclid(7), 0 | 6);
    let awake = weights.get(hour).is_some_and(|weight| *weight >= 4);
    if awake && !(weekend && hours == Hours::Office) {
        return at;
    }
    let chosen = i64::try_from(dice.weighted(&weights)).unwrap_or(12);
    let mut moved = day * DAY + chosen * HOUR + dice.between(0, HOUR - 1);
    if weekend && hours == Hours::Office {
        moved += 2 * DAY;
    }
    while moved <= now {
        moved += DAY;
    }
    moved
}

/// Milliseconds between two messages of one sitting.
pub(crate) fn next_message(same_speaker: bool, dice: &mut Dice) -> i64 {
    #[allow(clippy::cast_possible_truncation, reason = "minutes in milliseconds")]
    let gap = dice.waiting(if same_speaker { 14_000.0 } else { 95_000.0 }) as i64;
    let thinking = if dice.chance(60) {
        dice.between(300_000, 2_400_000)
    } else {
        0
    };
    1_200 + gap + thinking
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_office_chat_is_quiet_at_night_and_at_weekends() {
        let mut dice = Dice::named(7, 1);
        let mut now = 1_600_000_000_000;
        let end = now + 2000 * DAY;
        let (mut asleep, mut total) = (0, 0);
        while now < end - 30 * DAY {
            now = next_sitting(now, end, 900, Hours::Office, &mut dice);
            let hour = now.rem_euclid(DAY) / HOUR;
            asleep += u32::from(!(6..20).contains(&hour));
            total += 1;
        }
        assert!(total > 300 && asleep * 20 < total, "{asleep} of {total}");
    }

    #[test]
    fn a_sitting_is_always_later_than_the_one_before() {
        let mut dice = Dice::named(9, 2);
        let mut now = 0;
        for _ in 0..2000 {
            let next = next_sitting(now, 3000 * DAY, 2000, Hours::Home, &mut dice);
            assert!(next > now);
            now = next;
        }
    }
}
