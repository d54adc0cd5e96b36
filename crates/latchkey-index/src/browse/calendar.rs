//! Days and months as a clock in the person's zone shows them.

use crate::search::{UtcOffsets, days_before};

/// A day, in milliseconds.
const DAY: i64 = 86_400_000;
/// An hour, in milliseconds.
const HOUR: i64 = 3_600_000;

/// What a clock shows at a moment.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Shown {
    /// Days since 1970-01-01.
    pub(super) day: i32,
    /// 0 to 23.
    pub(super) hour: u8,
}

impl Shown {
    /// Nothing for a moment that no calendar has: such a message counts as undated.
    pub(super) fn at(moment: i64, offsets: &UtcOffsets) -> Option<Self> {
        let shown = offsets.shown(moment);
        let day = shown.div_euclid(DAY);
        let years = days_before(1, 1)..days_before(10_000, 1);
        Some(Self {
            day: i32::try_from(day).ok().filter(|_| years.contains(&day))?,
            hour: u8::try_from(shown.rem_euclid(DAY) / HOUR).ok()?,
        })
    }

    /// 0 for Monday's first hour, 167 for Sunday's last.
    pub(super) fn hour_of_week(self) -> usize {
        // 1970-01-01 was a Thursday.
        let weekday = (self.day + 3).rem_euclid(7);
        usize::try_from(weekday).unwrap_or(0) * 24 + usize::from(self.hour)
    }
}

/// Tells months of days; most days have the month of the day before.
#[derive(Default)]
pub(super) struct Months {
    first: i64,
    next: i64,
    month: i32,
}

impl Months {
    /// Months since January of the year 0.
    pub(super) fn of(&mut self, day: i32) -> i32 {
        let day = i64::from(day);
        if !(self.first..self.next).contains(&day) {
            self.find(day);
        }
        self.month
    }

    fn find(&mut self, day: i64) {
        // 146,097 days are 400 years; the guess is off by one year at most.
        let guess = 1970 + (day * 400).div_euclid(146_097);
        let year = (guess - 1..=guess + 1)
            .rev()
            .find(|&year| days_before(year, 1) <= day)
            .unwrap_or(guess);
        let month = (1..=12)
            .rev()
            .find(|&month| days_before(year, month) <= day)
            .unwrap_or(1);
        self.first = days_before(year, month);
        self.next = days_before(year, month + 1);
        self.month = i32::try_from(year * 12 + month - 1).unwrap_or(0);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_day_of_a_thousand_years_has_its_month() {
        let mut months = Months::default();
        let (mut year, mut month) = (1500, 1);
        let first = i32::try_from(days_before(1500, 1)).unwrap();
        for day in first..first + 366_000 {
            if i64::from(day) == days_before(year, month + 1) {
                (year, month) = if month == 12 {
                    (year + 1, 1)
                } else {
                    (year, month + 1)
                };
            }
            assert_eq!(i64::from(months.of(day)), year * 12 + month - 1, "{day}");
            // Asked out of order, too.
            assert_eq!(i64::from(Months::default().of(day)), year * 12 + month - 1);
        }
    }

    #[test]
    fn the_week_begins_on_monday_and_a_moment_of_no_calendar_is_none() {
        let at = |moment| Shown::at(moment, &UtcOffsets::default());
        assert_eq!(at(0).unwrap().hour_of_week(), 3 * 24);
        assert_eq!(at(-1).unwrap().hour_of_week(), 2 * 24 + 23);
        assert_eq!(at(4 * DAY).unwrap().hour_of_week(), 0);
        assert_eq!((at(i64::MAX), at(i64::MIN)), (None, None));
    }
}
